//! What is written waits for nothing that waits for it: no request stops the others.

use std::time::Duration;

use serde_json::json;

use crate::harness::{MIDDLE, Place, TestServer, id, participant, pin, server};
use crate::moderation::{begeleider, decide};

/// Two buurten side by side; the second reaches this far to the east (degrees).
fn boundaries(east: f64) -> String {
    let square = |west: f64, east: f64| {
        json!([[[west, 52.348], [east, 52.348], [east, 52.352], [west, 52.352], [west, 52.348]]])
    };
    let feature = |code: &str, west: f64, east: f64| {
        json!({"type": "Feature", "properties": {"code": code, "naam": code},
            "geometry": {"type": "Polygon", "coordinates": square(west, east)}})
    };
    let features = [feature("BU0001", 4.926, 4.934), feature("BU0002", 4.934, east)];
    json!({"type": "FeatureCollection", "features": features}).to_string()
}

fn import(place: &Place, east: f64) {
    let file = place.file("two.geojson", boundaries(east));
    let fields = ["--code-field", "code", "--name-field", "naam", "--all"];
    place.cli(&[&["buurt", "import", "--boundary", &file], &fields[..]].concat()).worked();
}

/// A wijksessie in a traject of two buurten.
fn in_two_buurten(server: &mut TestServer) {
    import(&server.place, 4.940);
    let made = ["traject", "create", "--buurt", "BU0001", "--buurt", "BU0002", "--title", "Samen"];
    let made = server.place.cli(&made).json();
    made["id"].as_str().unwrap().clone_into(&mut server.traject);
    server.code = server.place.session(&server.traject, &[]);
}

/// One of the buurten is imported anew, so that nobody has drawn the two together yet.
fn imported_anew(server: &mut TestServer, east: f64) {
    import(&server.place, east);
    server.stop();
    server.restart();
}

async fn soon<T>(answer: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(20), answer).await.expect("the server answers")
}

#[test]
fn the_first_change_after_a_buurt_is_imported_anew_does_not_stop_all_writing() {
    server().story(async |server| {
        in_two_buurten(server);
        let (first, me) = (id(), participant());
        server.put_pin(&first, &pin(&me, "Donker")).await.expect(201);
        imported_anew(server, 4.941);
        let patch =
            json!({"properties": {"text": "Licht"}, "geometry": {"type": "Point", "coordinates": MIDDLE}});
        soon(server.patch_pin(&first, &me, &patch)).await.expect(200);
        soon(server.put_pin(&id(), &pin(&me, "En nog een"))).await.expect(201);
    });
}

#[test]
fn the_first_decision_after_a_buurt_is_imported_anew_does_not_stop_all_writing() {
    server().story(async |server| {
        in_two_buurten(server);
        let (first, me, token) = (id(), participant(), begeleider(server));
        server.put_pin(&first, &pin(&me, "Donker")).await.expect(201);
        for (east, verdict) in [
            (4.941, json!({"decision": "approve", "street": true})),
            (4.942, json!({"decision": "hide", "again": true})),
            (4.943, json!({"decision": "delete", "again": true, "reason": "dubbel"})),
        ] {
            imported_anew(server, east);
            soon(decide(server, &token, &first, &verdict)).await.expect(200);
            soon(server.put_pin(&id(), &pin(&me, "En nog een"))).await.expect(201);
        }
    });
}
