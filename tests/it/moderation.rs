//! A begeleider decides what others may see.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Reply, TestServer, id, jpeg, multipart, participant, pin, server};

const NAME: &str = "Mevrouw Jansen van nummer 12 helpt iedereen";

/// The bearer token of a new begeleider of this server's traject.
pub fn begeleider(server: &TestServer) -> String {
    server.staff("begeleider", Some(&server.traject))["token"].as_str().unwrap().to_owned()
}

async fn queue(server: &TestServer, token: &str) -> Vec<Value> {
    let reply = server.get_as(token, &format!("/api/v1/sessions/{}/moderation", server.code)).await;
    assert_eq!(reply.header("cache-control"), "no-store");
    reply.json(200).as_array().unwrap().clone()
}

/// Sends a decision.
pub async fn decide(server: &TestServer, token: &str, id: &str, verdict: &Value) -> Reply {
    let path = format!("/api/v1/sessions/{}/moderation/{id}", server.code);
    Reply::of(server.request(Method::POST, &path).bearer_auth(token).json(verdict)).await
}

/// Puts a pin and approves it.
pub async fn approved_pin(server: &TestServer, token: &str, whose: &str, text: &str) -> String {
    let id = id();
    server.put_pin(&id, &pin(whose, text)).await.expect(201);
    decide(server, token, &id, &json!({"decision": "approve"})).await.expect(200);
    id
}

/// Puts a pin and approves it, beside two strengths of others, so that others may read it: its id, and its handle.
pub async fn heard_pin(server: &TestServer, token: &str, whose: &str, text: &str) -> (String, String) {
    for n in 0..2 {
        let (id, mut body) = (id(), pin(&participant(), &format!("Fijn {n}")));
        body["properties"]["kind"] = json!("kracht");
        server.put_pin(&id, &body).await.expect(201);
        decide(server, token, &id, &json!({"decision": "approve"})).await.expect(200);
    }
    let id = approved_pin(server, token, whose, text).await;
    let told = said_by_others(server, text).await;
    (id, told["handle"].as_str().unwrap().to_owned())
}

/// What others read of the pin with these words.
pub async fn said_by_others(server: &TestServer, text: &str) -> Value {
    let told = server.pins(None).await.into_iter().find(|pin| pin["properties"]["text"] == text);
    told.unwrap_or_else(|| panic!("nobody reads {text}"))["properties"].clone()
}

/// All words that others read.
async fn read_by_others(server: &TestServer, whose: Option<&str>) -> Vec<String> {
    let all = server.pins(whose).await;
    let others = all.iter().filter(|pin| pin["properties"]["mine"] == false);
    others.filter_map(|pin| pin["properties"]["text"].as_str().map(str::to_owned)).collect()
}

#[test]
fn a_text_is_hidden_from_others_until_a_begeleider_approves_it_with_the_name_blanked() {
    server().story(async |server| {
        let (anna, bo, token) = (participant(), participant(), begeleider(server));
        let id = id();
        heard_pin(server, &token, &participant(), "Al bekeken").await;
        server.put_pin(&id, &pin(&anna, NAME)).await.expect(201);
        for _ in 0..2 {
            approved_pin(server, &token, &participant(), "Wacht op een derde").await;
        }
        assert_eq!(read_by_others(server, Some(&bo)).await.len(), 3);

        let waiting = queue(server, &token).await;
        assert_eq!((waiting.len(), &waiting[0]["of"], &waiting[0]["text"]), (1, &json!("pin"), &json!(NAME)));
        let hints: Vec<&str> = waiting[0]["hints"]
            .as_array()
            .unwrap()
            .iter()
            .map(|hint| hint["word"].as_str().unwrap())
            .collect();
        assert_eq!(hints, ["Mevrouw Jansen", "nummer 12"]);
        assert!(!waiting[0].to_string().contains("participant"));

        let blanked = "▇▇▇ helpt iedereen";
        let item = decide(server, &token, &id, &json!({"decision": "approve", "text": blanked})).await;
        assert_eq!(item.json(200)["state"], "approved");
        let read = read_by_others(server, Some(&bo)).await;
        assert!(read.len() == 6 && read.iter().any(|text| text == blanked), "{read:?}");
        assert!(!read_by_others(server, Some(&anna)).await.iter().any(|text| text == blanked));
        let own = server.pins(Some(&anna)).await;
        assert_eq!(own.iter().find(|pin| pin["id"] == id.as_str()).unwrap()["properties"]["text"], blanked);
        assert!(queue(server, &token).await.is_empty());
    });
}

#[test]
fn of_two_who_decide_the_second_is_told_and_changed_words_must_be_seen_again() {
    server().story(async |server| {
        let (anna, token) = (participant(), begeleider(server));
        let (id, _) = heard_pin(server, &token, &anna, "De bank in de zon").await;
        decide(server, &token, &id, &json!({"decision": "hide"})).await.problem_of(409, "decided");
        decide(server, &token, &id, &json!({"decision": "hide", "again": true})).await.expect(200);
        assert!(!read_by_others(server, None).await.iter().any(|text| text == "De bank in de zon"));

        server.patch_pin(&id, &anna, &json!({"properties": {"text": "Andere woorden"}})).await.expect(200);
        let seen = queue(server, &token).await[0]["version"].clone();
        server.patch_pin(&id, &anna, &json!({"properties": {"text": "Weer andere"}})).await.expect(200);
        let old = json!({"decision": "approve", "version": seen});
        decide(server, &token, &id, &old).await.problem_of(409, "decided");
        assert!(read_by_others(server, None).await.is_empty());
    });
}

#[test]
fn something_goes_only_for_a_reason_and_then_nothing_of_it_is_left() {
    server().story(async |server| {
        let (anna, token) = (participant(), begeleider(server));
        let (id, photo) = (id(), id());
        server.put_pin(&id, &pin(&anna, "Weg hiermee")).await.expect(201);
        let path = format!("{}/photos/{photo}", server.pin_path(&id));
        let form = multipart(jpeg(60, 40), "a.jpg", "Onderschrift");
        let sent = server.request(Method::PUT, &path).header("participant", &anna).multipart(form);
        Reply::of(sent).await.expect(201);
        let address = server.pins(Some(&anna)).await[0]["properties"]["photos"][0]["thumb"].clone();
        let address = address.as_str().unwrap().to_owned();

        decide(server, &token, &id, &json!({"decision": "delete"})).await.expect(422);
        let verdict = json!({"decision": "delete", "reason": "over-een-groep"});
        decide(server, &token, &id, &verdict).await.expect(200);
        assert!(server.pins(Some(&anna)).await.is_empty());
        server.get(&address).await.expect(410);
        decide(server, &token, &photo, &json!({"decision": "approve"})).await.problem_of(404, "no-item");
    });
}

#[test]
fn an_approved_photo_gets_a_new_address_that_its_reader_may_keep_for_an_hour_and_the_old_one_is_gone() {
    server().story(async |server| {
        let (anna, token) = (participant(), begeleider(server));
        let (id, photo) = (id(), id());
        server.put_pin(&id, &pin(&anna, "Mooi hier")).await.expect(201);
        let path = format!("{}/photos/{photo}", server.pin_path(&id));
        let form = multipart(jpeg(60, 40), "a.jpg", "Het plein");
        let sent = server.request(Method::PUT, &path).header("participant", &anna).multipart(form);
        Reply::of(sent).await.expect(201);

        let waiting = queue(server, &token).await;
        let item = waiting.iter().find(|item| item["of"] == "photo").unwrap();
        assert_eq!(item["text"], "Het plein");
        let old = item["photo"]["large"].as_str().unwrap().to_owned();
        assert_eq!(server.get(&old).await.header("cache-control"), "no-store");

        let item = decide(server, &token, &photo, &json!({"decision": "approve"})).await.json(200);
        let new = item["photo"]["large"].as_str().unwrap().to_owned();
        assert_eq!(server.get(&new).await.header("cache-control"), "private, max-age=3600");
        server.get(&old).await.expect(410);
        decide(server, &token, &photo, &json!({"decision": "hide"})).await.problem_of(409, "decided");
    });
}

#[test]
fn only_a_begeleider_of_this_traject_moderates() {
    server().story(async |server| {
        let path = format!("/api/v1/sessions/{}/moderation", server.code);
        server.get(&path).await.expect(401);
        server.get_as(&server.professional(), &path).await.expect(403);
        let beheerder = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        server.get_as(&beheerder, &path).await.expect(403);
        let other = server.place.traject();
        let stranger = server.staff("begeleider", Some(&other))["token"].as_str().unwrap().to_owned();
        server.get_as(&stranger, &path).await.expect(403);
        server.get_as(&begeleider(server), &path).await.expect(200);
    });
}

#[test]
fn a_strength_cannot_be_named_as_a_place_that_it_does_not_lie_at() {
    server().story(async |server| {
        let (anna, token) = (participant(), begeleider(server));
        let mut body = pin(&anna, "Hier kan je altijd terecht");
        body["properties"]["kind"] = "kracht".into();
        let strength = id();
        server.put_pin(&strength, &body).await.expect(201);
        let item =
            queue(server, &token).await.into_iter().find(|item| item["id"] == strength.as_str()).unwrap();
        assert!(item.get("places").is_none(), "a buurt without a map has no public places");
        let verdict = json!({"decision": "approve", "place_name": "Kasteel Ver Weg"});
        decide(server, &token, &strength, &verdict).await.problem_at("/place_name");
        assert_eq!(queue(server, &token).await.len(), 1, "nothing was decided");
        let approved = decide(server, &token, &strength, &json!({"decision": "approve"})).await.json(200);
        assert!(approved.get("place_name").is_none());
    });
}
