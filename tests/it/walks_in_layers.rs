//! Photos of walks are pins in the layers, with a method of their own where enough people walked.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Reply, TestServer, id, participant, pin, server};
use crate::walks::{at, walker};

/// The method of the wijksessie of every story.
const OWN: &str = "koffiekar";

/// Somebody who walks and takes one photo that is a pin of this kind; who, and their walk.
async fn walks_past(server: &TestServer, kind: &str) -> (String, String) {
    let walker = walker(server).await;
    walker.photo_at(at(5.0, 5.0), &[("kind", kind), ("caption", "Onderweg")]).await;
    (walker.me.clone(), walker.walk.clone())
}

async fn says(server: &TestServer, kind: &str, many: usize) {
    for _ in 0..many {
        let mut body = pin(&participant(), "Bij de kar");
        body["properties"]["kind"] = kind.into();
        server.put_pin(&id(), &body).await.expect(201);
    }
}

async fn rests_on(server: &TestServer, token: &str, kind: &str) -> (Vec<(String, u64)>, Value) {
    let path = format!("/api/v1/trajects/{}/layers/all/{kind}.json", server.traject);
    let about = server.get_as(token, &path).await.json(200)["provenance"].clone();
    let moments = about["moments"].as_array().unwrap().iter();
    let mut moments: Vec<_> = moments
        .map(|one| (one["method"].as_str().unwrap().to_owned(), one["count"].as_u64().unwrap()))
        .collect();
    moments.sort();
    (moments, about)
}

#[test]
fn a_layer_says_fotowandeling_where_enough_people_walked_and_never_who_few_were() {
    server().without_limits().story(async |server| {
        // Of strengths three walked and four stood at the cart; of what can be better two and four.
        let (me, walk) = walks_past(server, "kracht").await;
        for _ in 0..2 {
            walks_past(server, "kracht").await;
        }
        says(server, "kracht", 4).await;
        for _ in 0..2 {
            walks_past(server, "zorg").await;
        }
        says(server, "zorg", 4).await;
        let receipts = format!("/api/v1/sessions/{}/receipts", server.code);
        let given = server.request(Method::POST, &receipts).header("participant", &me);
        let given = Reply::of(given).await.json(201);
        let words: Vec<_> =
            given["words"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        let words = words.join("-");
        server.close();
        server.place.cli(&["session", "release", &server.code]).worked();
        let token = server.professional();

        let one = |method: &str| (method.to_owned(), 1);
        let (strong, about) = rests_on(server, &token, "kracht").await;
        assert_eq!(strong, [one("fotowandeling"), one(OWN)]);
        let text = about["text"].as_str().unwrap();
        assert!(text.contains("7 stippen van 7 bewoners, 2 momenten: "), "{text}");
        assert!(text.contains("fotowandeling") && text.contains("eigen moment"), "{text}");
        let (weak, about) = rests_on(server, &token, "zorg").await;
        assert_eq!(weak, [one(OWN)], "two who walked are as everybody there");
        assert_eq!(about["counts"]["pins"], 6, "and their pins count");

        // One of the three takes the walk back: its photo is gone at once, its place not, and nothing is told of it.
        let path = format!("{receipts}/walks/{walk}");
        let withdraw = server.request(Method::DELETE, &path).header("receipt", &words);
        Reply::of(withdraw).await.expect(204);
        assert_eq!(rests_on(server, &token, "kracht").await.0, strong);
        server.kill_hard();
        server.restart();
        assert_eq!(rests_on(server, &token, "kracht").await.0, strong, "also of a server that starts anew");
    });
}

#[test]
fn a_moment_where_hardly_anybody_said_something_in_another_way_is_a_fotowandeling() {
    server().without_limits().story(async |server| {
        for _ in 0..4 {
            walks_past(server, "idee").await;
        }
        says(server, "idee", 1).await;
        server.close();
        server.place.cli(&["session", "release", &server.code]).worked();
        let token = server.professional();
        let (ideas, about) = rests_on(server, &token, "idee").await;
        assert_eq!(ideas, [("fotowandeling".to_owned(), 1)]);
        assert_eq!(about["warnings"], json!([{"from": "moment", "method": "fotowandeling"}]));
    });
}
