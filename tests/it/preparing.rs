//! A begeleider prepares a traject and its moments by form, as a browser sends them.

use serde_json::json;

use crate::harness::{TestServer, participant, pin, server};
use crate::live::send;
use crate::moderation::begeleider;

/// Where a form sent somebody.
fn place(reply: &crate::harness::Reply) -> String {
    reply.expect(303).header("location").to_owned()
}

const PROMISE: &str = "Wij vragen wat u ziet.\nWij maken er kaarten van.\nU hoort het in juni.";

async fn traject(server: &TestServer, token: &str, promise: &str) -> String {
    let fields = [
        ("title", "Rond het plein"),
        ("buurt", "BU0001"),
        ("question", "Wat houdt u bezig?"),
        ("checklist", "vraag"),
        ("promise", promise),
        ("themes", "wonen\nOns plein"),
        ("sensitive", "wonen"),
        ("k", "4"),
        ("erase_on", "2099-12-31"),
    ];
    place(&send(server, token, "/traject/nieuw", &fields).await)
}

#[test]
fn from_a_question_to_an_open_session_and_who_was_there() {
    server().story(async |server| {
        let token = begeleider(server);
        let moments = traject(server, &token, PROMISE).await;
        let fields = [
            ("title", "Koffie met buurtmoeders"),
            ("method", "koffiekar"),
            ("audience", "bewoners"),
            ("group", "buurtmoeders"),
            ("vindplaats", "het schoolplein"),
            ("day", "2099-06-01"),
            ("expected", "12"),
        ];
        let moment = place(&send(server, &token, &format!("{moments}/nieuw"), &fields).await);
        let code = moment.rsplit('/').next().unwrap().to_owned();
        assert!(code.len() == 6 && !code.contains(['0', 'O', '1', 'I', 'L', '5', 'S', '2', 'Z', '8', 'B']));

        // Planned: the code is known, and says that it is not yet time; poster and map can be printed.
        let early = server.get(&format!("/s/{code}")).await;
        assert!(early.expect(404).text().contains("nog niet begonnen"));
        let poster = server.get_as(&token, &format!("{moment}/poster")).await.expect(200).text();
        assert!(
            poster.contains(&code) && poster.contains("Wat houdt u bezig?") && poster.contains("U hoort het")
        );
        server.get_as(&token, &format!("{moment}/plattegrond")).await.expect(200);

        send(server, &token, &format!("{moment}/open"), &[]).await.expect(303);
        send(server, &token, &format!("{moment}/open"), &[]).await.expect(303);
        let open = server.get(&format!("/api/v1/sessions/{code}")).await.json(200);
        assert_eq!((&open["status"], &open["themes"]), (&json!("open"), &json!(["wonen", "Ons plein"])));
        assert_eq!(open["promise"], PROMISE);

        send(server, &token, &format!("{moment}/dicht"), &[]).await.expect(303);
        let there = [("age-55-74", "9"), ("role-bewoner", "9"), ("pause", "120")];
        send(server, &token, &format!("{moment}/aanwezig"), &there).await.expect(303);
        let page = server.get_as(&token, &moment).await.expect(200).text();
        assert!(page.contains("value=\"9\"") && page.contains("Er kan niets meer bij."), "{page}");
    });
}

#[test]
fn without_a_promise_nothing_opens_and_a_day_in_the_past_is_refused() {
    server().story(async |server| {
        let token = begeleider(server);
        let moments = traject(server, &token, "").await;
        let fields = [("title", "Te vroeg"), ("method", "wijksessie"), ("audience", "bewoners")];
        let moment = place(&send(server, &token, &format!("{moments}/nieuw"), &fields).await);
        let refused = send(server, &token, &format!("{moment}/open"), &[]).await;
        assert!(refused.expect(422).text().contains("Schrijf eerst de belofte"));

        let long = "een\ntwee\ndrie\nvier";
        for (name, value, told) in [
            ("erase_on", "2020-01-01", "ligt in het verleden"),
            ("erase_on", "morgen", "geen datum"),
            ("promise", long, "drie regels"),
            ("k", "2", "3 of meer"),
            ("title", " ", "titel"),
            ("themes", "a.b", "thema"),
        ] {
            let mut fields =
                vec![("title", "T"), ("buurt", "BU0001"), ("promise", "Wij vragen het."), ("k", "3")];
            fields.retain(|(known, _)| *known != name);
            fields.push((name, value));
            let refused = send(server, &token, "/traject/nieuw", &fields).await;
            assert!(refused.expect(422).text().contains(told), "{name}={value}");
        }
    });
}

#[test]
fn notes_of_a_paper_table_are_typed_in_afterwards_and_wait_to_be_approved() {
    server().story(async |server| {
        let token = begeleider(server);
        let papier = format!("/sessie/{}/papier", server.code);
        server.put_pin(&crate::harness::id(), &pin(&participant(), "Van een tablet")).await.expect(201);
        server.close();
        let note = |vak: &'static str, tafel: &'static str| {
            [("vak", vak), ("kind", "kracht"), ("text", "Van papier"), ("tafel", tafel), ("theme", "")]
        };
        for (vak, tafel) in [("F4", "1"), ("g5", "1"), ("", "2")] {
            send(server, &token, &papier, &note(vak, tafel)).await.expect(303);
        }
        for vak in ["M1", "A9", "F0", "F", "é4"] {
            send(server, &token, &papier, &note(vak, "1")).await.expect(422);
        }
        let room = server.get_as(&token, &format!("/sessie/{}/scherm.json", server.code)).await.json(200);
        // A tablet and two tables: three voices.
        assert_eq!((&room["pins"], &room["people"]), (&json!(4), &json!(3)));
        let path = format!("/api/v1/sessions/{}/moderation", server.code);
        assert_eq!(server.get_as(&token, &path).await.json(200).as_array().unwrap().len(), 4);
        let vrijgeven = format!("/traject/{}/vrijgeven", server.traject);
        send(server, &token, &vrijgeven, &[("code", &server.code)]).await.expect(303);
        send(server, &token, &papier, &note("F4", "1")).await.expect(409);
    });
}
