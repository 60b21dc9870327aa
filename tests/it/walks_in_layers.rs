//! Photos of walks are pins in the layers, with a method of their own where enough people walked.

use reqwest::Method;
use serde_json::Value;

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
fn a_layer_says_fotowandeling_where_enough_people_of_a_release_walked() {
    for (walkers, named) in [(3, true), (2, false)] {
        server().without_limits().story(async |server| {
            let (me, walk) = walks_past(server, "kracht").await;
            for _ in 1..walkers {
                walks_past(server, "kracht").await;
            }
            says(server, "kracht", 4).await;
            says(server, "zorg", 4).await;
            let words = words_of(server, &me).await;
            server.close();
            server.place.cli(&["session", "release", &server.code]).worked();
            let token = server.professional();

            let one = |method: &str| (method.to_owned(), 1);
            let (strong, about) = rests_on(server, &token, "sterk").await;
            let expected = if named { vec![one("fotowandeling"), one(OWN)] } else { vec![one(OWN)] };
            assert_eq!(strong, expected);
            assert_eq!(about["voices"], 6, "seven or six people, told in multiples of three");

            // Somebody takes the walk back: its photos and place are gone at once, and no number changes.
            let path = format!("/api/v1/sessions/{}/receipts/walks/{walk}", server.code);
            let withdraw = server.request(Method::DELETE, &path).header("receipt", &words);
            Reply::of(withdraw).await.expect(204);
            assert_eq!(rests_on(server, &token, "sterk").await, (strong.clone(), about.clone()));
            server.kill_hard();
            server.restart();
            let anew = rests_on(server, &token, "sterk").await;
            assert_eq!(anew, (strong, about), "also of a server that starts anew");
        });
    }
}

/// The five words of somebody's receipt.
async fn words_of(server: &TestServer, me: &str) -> String {
    let receipts = format!("/api/v1/sessions/{}/receipts", server.code);
    let given = server.request(Method::POST, &receipts).header("participant", me);
    let given = Reply::of(given).await.json(201);
    let words: Vec<_> =
        given["words"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
    words.join("-")
}
