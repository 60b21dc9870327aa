//! The room while it works, the page to take home, and handing over.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Reply, TestServer, id, participant, pin, server};
use crate::moderation::{approved_pin, begeleider, decide};

async fn room(server: &TestServer, token: &str) -> Value {
    server.get_as(token, &format!("/sessie/{}/scherm.json", server.code)).await.json(200)
}

/// Sends a form as a signed-in member of staff.
pub async fn send(server: &TestServer, token: &str, path: &str, fields: &[(&str, &str)]) -> Reply {
    Reply::of_any(server.request(Method::POST, path).bearer_auth(token).form(fields)).await
}

async fn people(server: &TestServer, number: usize) {
    for n in 0..number {
        server.put_pin(&id(), &pin(&participant(), &format!("Stip {n}"))).await.expect(201);
    }
}

#[test]
fn totals_are_right_at_once_and_pins_appear_in_groups_of_k() {
    server().story(async |server| {
        let token = begeleider(server);
        for (after, shown) in [(1, 0), (2, 0), (3, 3), (4, 3), (5, 3), (6, 6)] {
            people(server, 1).await;
            let room = room(server, &token).await;
            assert_eq!((room["pins"].as_i64(), room["people"].as_i64()), (Some(after), Some(after)));
            assert_eq!(room["points"].as_array().unwrap().len(), shown, "after {after}");
            assert_eq!(
                room["strengths"].as_u64().unwrap() + room["concerns"].as_u64().unwrap(),
                shown as u64
            );
        }
        assert!(!room(server, &token).await["empty"].as_array().unwrap().is_empty());
    });
}

#[test]
fn the_room_sees_words_only_once_a_begeleider_approved_them() {
    server().story(async |server| {
        let token = begeleider(server);
        server.put_pin(&id(), &pin(&participant(), "Nog niet bekeken")).await.expect(201);
        let mut all = Vec::new();
        for _ in 0..3 {
            all.push(id());
            server.put_pin(&all[all.len() - 1], &pin(&participant(), "De bank in de zon")).await.expect(201);
        }
        for (n, shown) in [(1, 0), (2, 0), (3, 3)] {
            decide(server, &token, &all[n - 1], &json!({"decision": "approve"})).await.expect(200);
            let room = room(server, &token).await;
            assert_eq!(room["quotes"].as_array().unwrap().len(), shown, "words of {n}");
        }
        let room = room(server, &token).await;
        assert_eq!(room["quotes"][0]["text"], "De bank in de zon");
        assert_eq!(room["quotes"][0]["about"], "Dit kan beter", "no place leads to a pin");
        let page = server.get_as(&token, &format!("/sessie/{}/scherm", server.code)).await.expect(200).text();
        assert!(!page.contains("Nog niet bekeken"));
    });
}

#[test]
fn the_page_to_take_home_waits_for_the_close_and_says_what_was_said_strengths_first() {
    server().story(async |server| {
        let token = begeleider(server);
        let home = format!("/sessie/{}/thuis", server.code);
        let early = server.get_as(&token, &home).await;
        assert!(early.expect(422).text().contains("Sluit de bijeenkomst eerst"));
        let mut said = vec![("zorg", "Het is er donker")];
        said.extend([("kracht", "Hier groeten wij elkaar"); 3]);
        for (kind, text) in said {
            let (id, mut body) = (id(), pin(&participant(), text));
            body["properties"]["kind"] = json!(kind);
            server.put_pin(&id, &body).await.expect(201);
            decide(server, &token, &id, &json!({"decision": "approve"})).await.expect(200);
        }
        server.put_pin(&id(), &pin(&participant(), "Mevrouw Jansen")).await.expect(201);
        server.close();
        let page = server.get_as(&token, &home).await.expect(200).text();
        assert!(
            page.contains("De kaart van wat er is gezegd, staat hier als") && !page.contains("heat-map"),
            "{page}"
        );
        server.place.cli(&["session", "release", &server.code]).worked();
        let page = server.get_as(&token, &home).await.expect(200).text();
        assert!(page.find("Hier groeten wij elkaar").unwrap() < page.find("Het is er donker").unwrap());
        assert!(!page.contains("Jansen"));
        assert!(page.contains("Hoe gaat het verder?") && page.contains("minstens 3 stemmen"), "{page}");
        // Two worries of two people are no layer.
        assert!(page.contains("Te weinig antwoorden om te tonen"));
    });
}

#[test]
fn a_release_shows_first_what_professionals_will_see_and_then_it_is_that() {
    server().story(async |server| {
        let token = begeleider(server);
        let vrijgeven = format!("/traject/{}/vrijgeven", server.traject);
        for _ in 0..3 {
            approved_pin(server, &token, &participant(), "De bank in de zon").await;
        }
        people(server, 1).await;
        server.close();
        let before = server.get_as(&token, &vrijgeven).await.expect(200).text();
        assert!(before.contains("Deze kaarten rusten op minstens 3 stemmen."), "{before}");
        assert!(
            before.contains("De bank in de zon") && before.contains("Eén tekst of foto is nog niet bekeken")
        );
        assert!(!before.contains("Stip 0"));

        send(server, &token, &vrijgeven, &[("code", &server.code)]).await.expect(303);
        // Pressed twice: once.
        send(server, &token, &vrijgeven, &[("code", &server.code)]).await.expect(303);
        let page = format!("/traject/{}", server.traject);
        let after = server.get_as(&server.professional(), &page).await.expect(200).text();
        assert!(after.contains("Deze kaarten rusten op minstens 3 stemmen."));
        assert!(after.contains("De bank in de zon") && !after.contains("Stip 0"));
    });
}

#[test]
fn who_is_too_few_is_told_so_and_goes_together_with_another_session() {
    server().story(async |server| {
        let token = begeleider(server);
        let vrijgeven = format!("/traject/{}/vrijgeven", server.traject);
        people(server, 2).await;
        server.close();
        let told = server.get_as(&token, &vrijgeven).await.expect(200).text();
        assert!(told.contains("Hier deden 2 mensen mee, en er zijn er 3 nodig."), "{told}");
        assert!(!told.contains("Geef dit vrij"));
        send(server, &token, &vrijgeven, &[("code", &server.code)]).await.expect(422);
        send(server, &token, &vrijgeven, &[]).await.expect(404);

        let first = server.code.clone();
        server.code = server.place.session(&server.traject, &[]);
        people(server, 1).await;
        server.close();
        send(server, &token, &vrijgeven, &[("code", &server.code), ("code", &first)]).await.expect(303);
        let page = format!("/traject/{}", server.traject);
        let told = server.get_as(&server.professional(), &page).await.expect(200).text();
        assert!(told.contains("Deze kaarten rusten op minstens 3 stemmen."));
    });
}

#[test]
fn a_begeleider_of_another_traject_is_refused_everywhere() {
    server().story(async |server| {
        let other = server.place.traject();
        let token = server.staff("begeleider", Some(&other))["token"].as_str().unwrap().to_owned();
        let code = &server.code;
        for page in ["scherm", "scherm.json", "thuis", "bekijken", "poster", "plattegrond"] {
            server.get_as(&token, &format!("/sessie/{code}/{page}")).await.expect(403);
        }
        server.get_as(&token, &format!("/sessie/{code}")).await.expect(403);
        for page in ["vrijgeven", "momenten", "voorbereiding"] {
            server.get_as(&token, &format!("/traject/{}/{page}", server.traject)).await.expect(403);
        }
        send(server, &token, &format!("/sessie/{code}/dicht"), &[]).await.expect(403);
        let refused = format!("/traject/{}/vrijgeven", server.traject);
        send(server, &token, &refused, &[("code", code)]).await.expect(403);
        people(server, 1).await;
    });
}
