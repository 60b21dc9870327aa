//! Data of every version that was released: this one opens it, and goes on with it.
//!
//! A version is a folder: `sqlite` (a data directory), `postgres` (one beside a database) with `postgres.sql` (its dump),
//! and `names.json`, which says what is in them. They are made once, by the program of that version, and never changed.

use std::path::Path;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Database, Place, Reply, TestServer, databases, id, participant, pin, server, wait_for};

/// At the church of the Voorbeeldbuurt, degrees east and north.
const CHURCH: [f64; 2] = [4.8203, 52.3452];

/// What is linked, its label as an earlier version wrote it, and what is left of that.
const LABELS: [(&str, &str, &str); 5] = [
    ("layer", "Wonen, wat goed gaat: 13 stippen van 7 mensen", "Wonen, wat goed gaat"),
    ("cell", "Bij de Dijk: Dit kan beter: veel, van minstens 6 mensen", "Bij de Dijk"),
    ("quote", "Dit kan beter · Wonen · bij de Oude Dijk", "Dit kan beter · Wonen"),
    ("photo", "Dit gaat goed · bij het Plein", "Dit gaat goed"),
    ("walk", "Een fotowandeling · Koffie in de flat · 3 foto’s", "Een fotowandeling"),
];

/// A board as an earlier version left it.
async fn link(place: &Place, traject: &str) {
    for (what, label, _) in LABELS {
        let sql = format!(
            "INSERT INTO evidence (id, traject_id, board, row_id, what, reference, label, linked_at) \
             VALUES ('{}', '{traject}', 'agenda', 'punt', '{what}', '{what}', '{label}', '2026-11-01T10:00:00Z')",
            id()
        );
        place.sql(&sql).await;
    }
    let sql = format!(
        "INSERT INTO board_history (id, traject_id, board, row_id, version, action, at, fields) VALUES ('{}', '{traject}', \
         'agenda', 'punt', 2, 'linked', '2026-11-01T10:00:00Z', '{{\"evidence\":\"{}\",\"words\":\"Meer licht\"}}')",
        id(),
        LABELS[0].1
    );
    place.sql(&sql).await;
    let exact = if place.postgres().is_some() { "'\\x00'" } else { "x'00'" };
    place.sql(&format!("INSERT INTO kept_layer VALUES ('{traject}', 'all', {exact})")).await;
}

async fn labels_say_no_more_than_is_told(server: &TestServer) {
    for (what, before, after) in LABELS {
        let sql = format!("SELECT label FROM evidence WHERE row_id = 'punt' AND what = '{what}'");
        assert_eq!(server.place.rows(&sql).await, [[after]], "{before}");
    }
    let fields = server.place.rows("SELECT fields FROM board_history WHERE row_id = 'punt'").await;
    let fields: Value = serde_json::from_str(&fields[0][0]).unwrap();
    assert_eq!(fields, json!({"words": "Meer licht"}));
}

/// What was made of data of before is written where a beheerder reads it.
async fn the_first_start_is_in_the_trail(server: &TestServer) {
    let beheerder = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
    let trail = server.get_as(&beheerder, "/beheer/logboek.csv").await.text();
    assert_eq!(server.place.count("SELECT COUNT(*) FROM kept_layer").await, 0);
    for action in ["layers-table", "layers-forgotten", "answers-told"] {
        assert!(trail.lines().any(|line| line.contains(&format!(",{action},"))), "{action}: {trail}");
    }
}

/// Residents, professionals and whoever kept five words go on where they were.
async fn is_opened(version: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/versions").join(version);
    let names: Value =
        serde_json::from_str(&std::fs::read_to_string(folder.join("names.json")).unwrap()).unwrap();
    for database in databases() {
        let place = Place::of_version(&database, &folder).await;
        let names = &names[if database == Database::Sqlite { "sqlite" } else { "postgres" }];
        let name = |of: &str| names[of].as_str().unwrap().to_owned();
        let (traject, open) = (name("traject"), name("open"));
        link(&place, &traject).await;
        server()
            .story_on(place, &traject, &open, async |server| {
                server.get("/readyz").await.expect(200);
                labels_say_no_more_than_is_told(server).await;
                the_first_start_is_in_the_trail(server).await;
                let professional = server.professional();
                let layers =
                    server.get_as(&professional, &format!("/api/v1/trajects/{traject}/layers")).await;
                let layers = layers.json(200)["layers"].as_array().unwrap().clone();
                let told =
                    layers.iter().filter(|layer| layer["people"].as_u64().is_some_and(|people| people > 0));
                assert!(told.count() > 0, "nothing released is seen any more: {layers:?}");
                for path in
                    [format!("/s/{open}"), format!("/s/{}", name("closed")), format!("/s/{open}/lijst")]
                {
                    server.get(&path).await.expect(200);
                }
                let mut new = pin(&participant(), "Na de nieuwe versie.");
                new["geometry"]["coordinates"] = json!(CHURCH);
                server.put_pin(&id(), &new).await.expect(201);

                // Who kept five words finds their pin, and takes it away.
                let released = names["released"][0].as_str().unwrap();
                let found = format!("/api/v1/sessions/{released}/receipts/pins");
                let by_words =
                    |method, path: &str| server.request(method, path).header("receipt", name("words"));
                let pins = Reply::of(by_words(Method::GET, &found)).await.json(200);
                let pins = pins["features"].as_array().unwrap();
                assert_eq!(pins.len(), 1, "{pins:?}");
                let mine = pins[0]["id"].as_str().unwrap();
                Reply::of(by_words(Method::DELETE, &format!("{found}/{mine}"))).await.expect(204);
            })
            .await;
    }
}

#[test]
fn the_data_of_version_0_1_0_is_opened_and_goes_on() {
    wait_for(is_opened("v0.1.0"));
}
