//! `GET …/pins`: one's own whole, others' only as far as they may be seen.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::harness::{id, participant, pin, story};

fn at(body: &Value, lon: f64, lat: f64) -> Value {
    let mut moved = body.clone();
    moved["geometry"]["coordinates"] = json!([lon, lat]);
    moved
}

#[test]
fn others_see_the_kind_and_theme_of_a_pin_but_not_its_words_before_somebody_approved_them() {
    story(async |server| {
        let (me, other) = (participant(), participant());
        let mut body = pin(&me, "Bel Fatima op nummer acht");
        body["properties"]["theme"] = json!("wonen");
        server.put_pin(&id(), &body).await.expect(201);
        for _ in 0..2 {
            server.put_pin(&id(), &pin(&participant(), "Nog iets")).await.expect(201);
        }
        for viewer in [None, Some(other.as_str())] {
            let all = server.pins(viewer).await;
            assert_eq!(all.len(), 3);
            let seen = all.iter().find(|pin| pin["properties"]["theme"] == "wonen").unwrap();
            let told = &seen["properties"];
            assert_eq!(
                (&told["mine"], &told["kind"], &told["theme"]),
                (&json!(false), &json!("zorg"), &json!("wonen"))
            );
            assert!(told.get("text").is_none() && told.get("photos").is_none(), "{seen}");
            assert!(told.get("created_at").is_none(), "{seen}");
        }
        let own = &server.pins(Some(&me)).await[0]["properties"];
        assert_eq!((&own["mine"], &own["text"]), (&json!(true), &json!("Bel Fatima op nummer acht")));
        assert_eq!(own["photos"], json!([]));
    });
}

#[test]
fn others_see_a_pin_on_a_grid_of_25_metres() {
    story(async |server| {
        let me = participant();
        // Sixteen places within 8 m of each other, each its own to its owner; two people of whom others see a pin too.
        for _ in 0..2 {
            server.put_pin(&id(), &pin(&participant(), "Hier ook")).await.expect(201);
        }
        for n in 0..16 {
            let body =
                at(&pin(&me, "Hier ergens"), 4.930 + f64::from(n) * 7e-6, 52.350 + f64::from(n % 4) * 9e-6);
            server.put_pin(&id(), &body).await.expect(201);
        }
        let places = |pins: &[Value]| -> HashSet<String> {
            pins.iter().map(|pin| pin["geometry"]["coordinates"].to_string()).collect()
        };
        let (mut own, seen) = (server.pins(Some(&me)).await, server.pins(None).await);
        own.retain(|pin| pin["properties"]["mine"] == true);
        assert_eq!((own.len(), seen.len()), (16, 18));
        assert_eq!(places(&own).len(), 16);
        // At most the four corners of one cell.
        assert!(places(&seen).len() <= 4, "{:?}", places(&seen));
        for pin in &seen {
            let place: Vec<f64> = serde_json::from_value(pin["geometry"]["coordinates"].clone()).unwrap();
            // Half the diagonal of a cell is 17.7 m; the pins themselves lie within 8 m.
            let (east, north) = ((place[0] - 4.930) * 68_100.0, (place[1] - 52.350) * 111_270.0);
            assert!(east.hypot(north) < 26.0, "{east} {north}");
        }
    });
}

#[test]
fn the_list_tells_nothing_of_the_order_in_which_pins_came() {
    story(async |server| {
        let ids: Vec<String> = (1..13_u64)
            .map(|n| format!("{:08x}-0000-4000-8000-000000000000", n * 2_654_435_761 % 4_294_967_296))
            .collect();
        for id in &ids {
            server.put_pin(id, &pin(&participant(), "Mooi")).await.expect(201);
        }
        let listed: Vec<String> =
            server.pins(None).await.iter().map(|pin| pin["id"].as_str().unwrap().to_owned()).collect();
        assert_eq!(listed.len(), ids.len());
        assert_ne!(listed, ids);
        assert_ne!(listed, ids.iter().rev().cloned().collect::<Vec<_>>());
        assert!(listed.iter().all(|one| !ids.contains(one)), "others do not learn a pin's own id");
    });
}

#[test]
fn after_closing_one_sees_only_ones_own() {
    story(async |server| {
        let (me, other) = (participant(), participant());
        server.put_pin(&id(), &pin(&me, "Van mij")).await.expect(201);
        server.put_pin(&id(), &pin(&other, "Van een ander")).await.expect(201);
        assert_eq!((server.pins(Some(&me)).await.len(), server.pins(None).await.len()), (1, 0));
        server.put_pin(&id(), &pin(&participant(), "Van een derde")).await.expect(201);
        assert_eq!((server.pins(Some(&me)).await.len(), server.pins(None).await.len()), (3, 3));
        server.close();
        assert!(server.pins(None).await.is_empty());
        let own = server.pins(Some(&me)).await;
        assert_eq!(own.len(), 1);
        assert_eq!(
            (&own[0]["properties"]["mine"], &own[0]["properties"]["text"]),
            (&json!(true), &json!("Van mij"))
        );
    });
}

#[test]
fn a_participant_is_kept_nowhere_as_it_is() {
    story(async |server| {
        let me = participant();
        server.put_pin(&id(), &pin(&me, "Van mij")).await.expect(201);
        assert_eq!(server.pins(Some(&me)).await.len(), 1);
        server.stop();
        let mut files = vec![server.place.data_dir()];
        let mut looked = 0;
        while let Some(path) = files.pop() {
            if path.is_dir() {
                files.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            } else {
                let bytes = std::fs::read(&path).unwrap();
                let found = bytes.windows(me.len()).any(|window| window == me.as_bytes());
                assert!(!found, "a participant is in {}", path.display());
                looked += 1;
            }
        }
        assert!(looked >= 1, "the data directory is empty");
    });
}

#[test]
fn what_is_said_does_not_go_into_the_log() {
    story(async |server| {
        let (me, text) = (participant(), "Kanarievogel tussen de flats");
        server.put_pin(&id(), &pin(&me, text)).await.expect(201);
        server
            .put_pin(&id(), &json!({"type": "Feature", "properties": {"text": text, "participant": me}}))
            .await
            .problem(422);
        server.pins(Some(&me)).await;
        server.stop();
        assert!(!server.log().contains("Kanarievogel"), "{}", server.log());
    });
}
