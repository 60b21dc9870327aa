//! Data of every version that was released: this one opens it, and goes on with it.
//!
//! A version is a folder: `sqlite` (a data directory), `postgres` (one beside a database) with `postgres.sql` (its dump),
//! and `names.json`, which says what is in them. They are made once, by the program of that version, and never changed.

use std::path::Path;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Database, Place, Reply, databases, id, participant, pin, server, wait_for};

/// At the church of the Voorbeeldbuurt, degrees east and north.
const CHURCH: [f64; 2] = [4.8203, 52.3452];

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
        server()
            .story_on(place, &traject, &open, async |server| {
                server.get("/readyz").await.expect(200);
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
