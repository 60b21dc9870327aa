//! An item of the queue is named by what it is and its id: two may have one id.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{MIDDLE, Reply, TestServer, id, jpeg, multipart, participant, pin, story};
use crate::live::send;
use crate::moderation::{begeleider, decide};
use crate::walks::{at, walker};

async fn waiting(server: &TestServer, token: &str) -> Vec<(String, String)> {
    let path = format!("/api/v1/sessions/{}/moderation", server.code);
    let queue = server.get_as(token, &path).await.json(200);
    let word = |item: &Value, name: &str| item[name].as_str().unwrap().to_owned();
    queue.as_array().unwrap().iter().map(|item| (word(item, "of"), word(item, "id"))).collect()
}

#[test]
fn a_photo_of_a_walk_and_its_words_are_each_decided_whichever_comes_first() {
    story(async |server| {
        let (walk, token) = (walker(server).await, begeleider(server));
        for (first, second) in [("pin", "photo"), ("photo", "pin")] {
            let words = [("kind", "kracht"), ("caption", "De bank in de zon")];
            let photo = walk.photo_at(MIDDLE, &words).await;
            let queue = waiting(server, &token).await;
            assert_eq!(queue.iter().filter(|(_, id)| *id == photo).count(), 2, "{queue:?}");
            // Nobody can tell which is meant.
            decide(server, &token, &photo, &json!({"decision": "approve"})).await.problem_at("/of");
            let approve = |of: &str| json!({"decision": "approve", "of": of});
            decide(server, &token, &photo, &approve("answer")).await.problem_of(404, "no-item");
            decide(server, &token, &photo, &approve("iets")).await.problem_of(422, "no-decision");
            let item = decide(server, &token, &photo, &approve(first)).await.json(200);
            assert_eq!((&item["of"], &item["state"]), (&json!(first), &json!("approved")));
            decide(server, &token, &photo, &approve(first)).await.problem_of(409, "decided");
            // Now only one waits: it need not be named.
            let item = decide(server, &token, &photo, &json!({"decision": "approve"})).await.json(200);
            assert_eq!((&item["of"], &item["state"]), (&json!(second), &json!("approved")));
            decide(server, &token, &photo, &json!({"decision": "hide"})).await.problem_of(409, "decided");
            let again = json!({"decision": "hide", "again": true});
            decide(server, &token, &photo, &again).await.problem_at("/of");
        }
        assert!(waiting(server, &token).await.is_empty());
    });
}

#[test]
fn a_photo_of_a_walk_without_words_is_decided_as_a_photo() {
    story(async |server| {
        let (walk, token) = (walker(server).await, begeleider(server));
        let photo = walk.photo_at(MIDDLE, &[("kind", "zorg")]).await;
        assert_eq!(waiting(server, &token).await, [("photo".to_owned(), photo.clone())]);
        let item = decide(server, &token, &photo, &json!({"decision": "approve"})).await.json(200);
        assert_eq!((&item["of"], &item["state"]), (&json!("photo"), &json!("approved")));
        let again = json!({"decision": "hide", "again": true});
        assert_eq!(decide(server, &token, &photo, &again).await.json(200)["of"], "photo");
        let gone = json!({"decision": "delete", "again": true, "reason": "anders"});
        decide(server, &token, &photo, &gone).await.expect(200);
        assert!(server.pins(Some(&walk.me)).await[0]["properties"]["photos"].as_array().unwrap().is_empty());
    });
}

#[test]
fn what_clients_gave_one_id_is_still_decided_apart() {
    story(async |server| {
        let (anna, bo, token) = (participant(), participant(), begeleider(server));
        let (pin_id, other) = (id(), id());
        server.put_pin(&pin_id, &pin(&anna, "Van Anna")).await.expect(201);
        server.put_pin(&other, &pin(&bo, "Van Bo")).await.expect(201);
        // Bo's photo has the id of Anna's pin.
        let path = format!("{}/photos/{pin_id}", server.pin_path(&other));
        let form = multipart(jpeg(60, 40), "a.jpg", "Foto van Bo");
        let sent = server.request(Method::PUT, &path).header("participant", &bo).multipart(form);
        Reply::of(sent).await.expect(201);
        let gone = json!({"decision": "delete", "reason": "anders"});
        decide(server, &token, &pin_id, &gone).await.problem_at("/of");
        let gone = json!({"decision": "delete", "reason": "anders", "of": "photo"});
        decide(server, &token, &pin_id, &gone).await.expect(200);
        let left = waiting(server, &token).await;
        assert_eq!(left.len(), 2, "{left:?}");
        assert!(left.contains(&("pin".to_owned(), pin_id)), "{left:?}");
    });
}

#[test]
fn by_form_everything_of_a_walk_is_decided_and_the_queue_is_empty_when_it_says_so() {
    story(async |server| {
        let (walk, token) = (walker(server).await, begeleider(server));
        for (east, more) in [
            (0.0, &[("kind", "kracht"), ("caption", "Een boom")][..]),
            (20.0, &[("kind", "zorg"), ("caption", "Een kuil")]),
            (40.0, &[("kind", "zorg")]),
            (60.0, &[("caption", "Zomaar")]),
        ] {
            walk.photo_at(at(east, 0.0), more).await;
        }
        for _ in 0..3 {
            server.put_pin(&id(), &pin(&participant(), "Ook hier")).await.expect(201);
        }
        let page = format!("/sessie/{}/bekijken", server.code);
        let html = server.get_as(&token, &page).await.text();
        let mut ids: Vec<&str> =
            html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id stands on the page twice");
        let texts: Vec<&str> =
            html.split("name=\"item\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(texts.len(), 5, "{texts:?}");
        let ticked: Vec<_> = texts.iter().map(|value| ("item", *value)).collect();
        send(server, &token, &format!("{page}/samen"), &ticked).await.expect(303);
        let photos = waiting(server, &token).await;
        assert_eq!(photos.iter().filter(|(of, _)| of == "photo").count(), 4, "{photos:?}");
        assert_eq!(photos.len(), 4);
        for (_, photo) in &photos {
            let fields = [("decision", "approve"), ("of", "photo"), ("text", "Gezien"), ("version", "0")];
            send(server, &token, &format!("{page}/{photo}"), &fields).await.expect(303);
        }
        assert!(waiting(server, &token).await.is_empty());
        assert!(server.get_as(&token, &page).await.text().contains("Alles is bekeken"));
        // All of it reaches the professionals.
        server.close();
        server.place.cli(&["session", "release", &server.code]).worked();
        let pro = server.professional();
        let walks = format!("/traject/{}/wandelingen?w={}", server.traject, walk.walk);
        let shown = server.get_as(&pro, &walks).await.expect(200).text();
        assert_eq!(shown.matches(" id=\"stop-").count(), 4, "{shown}");
    });
}
