//! What is coming in a buurt: dated places on the map, in view before plans are made.

use crate::harness::{Reply, TestServer, server};
use crate::live::send;

const PLAN: [(&str, &str); 7] = [
    ("kind", "sloop"),
    ("title", "Flat aan het plein gaat weg"),
    ("plek", "4.930,52.350"),
    ("naam", "het plein"),
    ("starts_on", "2027-03"),
    ("ends_on", "2028"),
    ("source", "corporatie"),
];

fn path(server: &TestServer) -> String {
    format!("/traject/{}/plannen", server.traject)
}

async fn page(server: &TestServer, token: &str, path: &str) -> String {
    server.get_as(token, path).await.expect(200).text()
}

/// The address of the only plan, as its link tells it.
fn plan(page: &str) -> String {
    page.split('"')
        .find(|part| part.contains("/plannen/") && part.ends_with("/weg"))
        .unwrap()
        .trim_end_matches("/weg")
        .to_owned()
}

#[test]
fn a_plan_stands_on_its_own_page_and_on_the_map_of_the_traject() {
    server().story(async |server| {
        let (token, plans) = (server.professional(), path(server));
        assert!(page(server, &token, &plans).await.contains("Er staat nog niets"));
        // Without script: a tap on the drawing is a link, and so is what a search finds.
        let new = page(server, &token, &format!("{plans}/nieuw")).await;
        assert!(new.contains(&format!("{plans}/nieuw?plek=4.9")), "{new}");
        let chosen = page(server, &token, &format!("{plans}/nieuw?plek=4.930,52.350&naam=het+plein")).await;
        assert!(chosen.contains("Gekozen: het plein") && chosen.contains("value=\"4.930000,52.350000\""));

        send(server, &token, &format!("{plans}/nieuw"), &PLAN).await.expect(303);
        let list = page(server, &token, &plans).await;
        assert!(
            list.contains("Flat aan het plein gaat weg") && list.contains("van maart 2027 tot 2028"),
            "{list}"
        );
        let map = page(server, &token, &format!("/traject/{}", server.traject)).await;
        assert!(
            map.contains("Wat eraan komt") && map.contains("Flat aan het plein gaat weg"),
            "in view before plans are made"
        );

        let edit = plan(&list);
        send(server, &token, &format!("{edit}/weg"), &[("version", "0")]).await.expect(303);
        assert!(page(server, &token, &plans).await.contains("Er staat nog niets"));
        server.get_as(&token, &edit).await.expect(404);
    });
}

#[test]
fn what_is_wrong_is_said_at_once_and_nothing_that_was_typed_is_lost() {
    server().story(async |server| {
        let (token, plans) = (server.professional(), path(server));
        let new = format!("{plans}/nieuw");
        let wrong = [
            ("kind", "sloop"),
            ("title", "Toch <b>iets</b>"),
            ("starts_on", "morgen"),
            ("ends_on", "2028-13"),
        ];
        let told = send(server, &token, &new, &wrong).await.expect(422).text();
        for words in
            ["vanaf wanneer", "geen jaar, maand of dag", "Wijs eerst de plek aan", "Toch &lt;b&gt;iets"]
        {
            assert!(told.contains(words), "{words}: {told}");
        }
        let mut far = PLAN;
        far[2] = ("plek", "4.930,52.359");
        assert!(send(server, &token, &new, &far).await.expect(422).text().contains("te ver buiten de buurt"));
        let mut order = PLAN;
        order[5] = ("ends_on", "2026");
        assert!(send(server, &token, &new, &order).await.expect(422).text().contains("voor het begin"));
        assert!(page(server, &token, &plans).await.contains("Er staat nog niets"));
    });
}

#[test]
fn the_second_of_two_who_change_a_plan_sees_what_stands_there_and_chooses() {
    server().story(async |server| {
        let (token, plans) = (server.professional(), path(server));
        send(server, &token, &format!("{plans}/nieuw"), &PLAN).await.expect(303);
        let edit = plan(&page(server, &token, &plans).await);
        let with = |title: &'static str, version: &'static str| {
            let mut fields = PLAN.to_vec();
            fields[1] = ("title", title);
            fields.push(("version", version));
            fields
        };
        send(server, &token, &edit, &with("Eerste woorden", "0")).await.expect(303);
        let second = send(server, &token, &edit, &with("Tweede woorden", "0")).await.expect(409).text();
        assert!(
            second.contains("Nu staat er: Eerste woorden") && second.contains("value=\"Tweede woorden\""),
            "{second}"
        );
        send(server, &token, &format!("{edit}/weg"), &[("version", "0")]).await.expect(409);
        send(server, &token, &edit, &with("Tweede woorden", "1")).await.expect(303);
        assert!(page(server, &token, &plans).await.contains("Tweede woorden"));
        // Of another traject it is not there.
        let other = server.place.traject();
        let stranger = server.staff("professional", Some(&other))["token"].as_str().unwrap().to_owned();
        let elsewhere = edit.replace(&server.traject, &other);
        server.get_as(&stranger, &elsewhere).await.expect(404);
        let reply: Reply = send(server, &stranger, &format!("{elsewhere}/weg"), &[("version", "2")]).await;
        reply.expect(404);
    });
}
