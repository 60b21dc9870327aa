//! Themes that a traject gets after something was released: every layer stays what it was, under its own name.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::harness::{MIDDLE, Reply, TestServer, id, participant, pin, server};
use crate::live::send;
use crate::moderation::begeleider;

/// What the traject begins with.
const FIRST: [&str; 4] = ["algemeen", "gezondheid", "wonen", "veiligheid-criminaliteit"];
const KINDS: [&str; 3] = ["beter", "zorg", "all"];

async fn prepare(server: &TestServer, token: &str, themes: &[&str]) {
    prepared(server, token, themes).await.expect(303);
}

/// What the page of the preparation answers to these themes.
async fn prepared(server: &TestServer, token: &str, themes: &[&str]) -> Reply {
    let themes = themes.join("\n");
    let fields =
        [("title", "Proef"), ("k", "3"), ("promise", "Wij vragen het."), ("themes", themes.as_str())];
    let path = format!("/traject/{}/voorbereiding", server.traject);
    send(server, token, &path, &fields).await
}

/// A traject with these themes only, and an open wijksessie in it.
async fn with_first_themes(server: &mut TestServer) -> String {
    let token = begeleider(server);
    let fields = [
        ("title", "Proef"),
        ("buurt", "BU0001"),
        ("promise", "Wij vragen het."),
        ("themes", &FIRST.join("\n")),
        ("k", "3"),
    ];
    let made = send(server, &token, "/traject/nieuw", &fields).await;
    let made = made.expect(303).header("location").split('/').nth(2).unwrap().to_owned();
    server.traject = made;
    server.code = server.place.session(&server.traject, &[]);
    token
}

/// Thirty people say something about each of these themes, each theme at a place of its own, and it is released.
async fn said_and_released(server: &TestServer, themes: &[&str]) {
    for (n, theme) in themes.iter().enumerate() {
        for person in 0..30 {
            let mut body = pin(&participant(), "Hier is het");
            let away = f64::from(u32::try_from(n).unwrap()) - 1.5;
            let step = f64::from(person % 3) * 0.000_01;
            body["geometry"]["coordinates"] =
                json!([MIDDLE[0] + away * 0.002 + step, MIDDLE[1] + away * 0.000_5]);
            body["properties"]["theme"] = json!(theme);
            server.put_pin(&id(), &body).await.expect(201);
        }
    }
    server.close();
    server.place.cli(&["session", "release", &server.code]).worked();
}

async fn layer(server: &TestServer, token: &str, name: &str) -> Value {
    server.get_as(token, &format!("/api/v1/trajects/{}/layers/{name}", server.traject)).await.json(200)
}

/// Every layer of these themes and of all, in each grain.
async fn layers(server: &TestServer, token: &str, themes: &[&str]) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    for theme in themes.iter().chain(&["all"]) {
        for kind in KINDS {
            for grain in ["50", "75", "120"] {
                let name = format!("{theme}/{kind}.json?bandwidth={grain}");
                let mut body = layer(server, token, &name).await;
                // What a layer rests on is told in words that may change; its numbers may not.
                body.as_object_mut().unwrap().remove("provenance");
                found.insert(name, body);
            }
        }
    }
    found
}

/// Where a layer is strongest, as the place of the cell.
fn peak(layer: &Value) -> Option<usize> {
    let values = layer["values"].as_array().unwrap().iter().map(Value::as_f64).enumerate();
    let shown = values.filter_map(|(at, value)| Some((at, value?)));
    shown.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(at, _)| at)
}

#[test]
fn a_theme_that_is_added_after_a_release_changes_no_layer() {
    server().without_limits().story(async |server| {
        let guide = with_first_themes(server).await;
        said_and_released(server, &FIRST).await;
        let token = server.professional();
        let before = layers(server, &token, &FIRST).await;
        let peaks: Vec<_> =
            FIRST.iter().map(|theme| peak(&before[&format!("{theme}/beter.json?bandwidth=75")])).collect();
        assert!(peaks.iter().all(Option::is_some), "each theme has a layer");
        assert!((1..peaks.len()).all(|at| !peaks[..at].contains(&peaks[at])), "at a place of its own");

        // Before the others in the alphabet, between them, after them, and in another order on the page.
        let mut themes = vec!["zwemmen", "wonen", "aandacht"];
        for added in [&["groen"][..], &["Ons plein", "jeugd"]] {
            themes.extend(added);
            let all: Vec<&str> =
                themes.iter().copied().chain(FIRST.into_iter().filter(|one| *one != "wonen")).collect();
            prepare(server, &guide, &all).await;
            for (name, now) in layers(server, &token, &FIRST).await {
                assert_eq!(now, before[&name], "{name} after {added:?}");
            }
            for theme in ["aandacht", "zwemmen", "groen"] {
                let empty = layer(server, &token, &format!("{theme}/beter.json")).await;
                assert_eq!((peak(&empty), &empty["participants"]), (None, &Value::Null), "{theme}");
            }
            let list = server.get_as(&token, &format!("/api/v1/trajects/{}/layers", server.traject)).await;
            assert!(list.json(200).to_string().contains("aandacht"));
        }
        // The same after a restart: nothing hangs on what is kept in memory.
        server.stop();
        server.restart();
        for (name, now) in layers(server, &token, &FIRST).await {
            assert_eq!(now, before[&name], "{name} after a restart");
        }
    });
}

#[test]
fn a_theme_is_not_renamed_under_what_was_said_about_it() {
    server().without_limits().story(async |server| {
        let guide = with_first_themes(server).await;
        said_and_released(server, &FIRST).await;
        let token = server.professional();
        let before = layers(server, &token, &FIRST).await;
        let renamed: Vec<&str> =
            FIRST.into_iter().map(|theme| if theme == FIRST[0] { "anders" } else { theme }).collect();
        let refused = prepared(server, &guide, &renamed).await;
        assert!(refused.expect(422).text().contains("Thema’s die er al waren moeten blijven"));
        for (name, now) in layers(server, &token, &FIRST).await {
            assert_eq!(now, before[&name], "{name}");
        }
        let gone = format!("/api/v1/trajects/{}/layers/anders/beter.json", server.traject);
        server.get_as(&token, &gone).await.problem_of(404, "no-layer");
    });
}

#[test]
fn what_is_released_later_in_a_new_theme_is_in_that_layer_and_in_no_other() {
    server().without_limits().story(async |server| {
        let guide = with_first_themes(server).await;
        said_and_released(server, &FIRST).await;
        let token = server.professional();
        let before = layers(server, &token, &FIRST).await;
        prepare(server, &guide, &[&["aandacht"], &FIRST[..]].concat()).await;
        server.code = server.place.session(&server.traject, &[]);
        said_and_released(server, &["aandacht"]).await;
        for theme in FIRST {
            for kind in KINDS {
                let name = format!("{theme}/{kind}.json?bandwidth=75");
                let now = layer(server, &token, &name).await;
                assert_eq!(now["values"], before[&name]["values"], "{name}");
            }
        }
        let new = layer(server, &token, "aandacht/beter.json").await;
        assert_eq!((peak(&new).is_some(), &new["participants"]), (true, &json!(30)));
        let all = layer(server, &token, "all/beter.json").await;
        assert_eq!(all["participants"], json!(150));
    });
}
