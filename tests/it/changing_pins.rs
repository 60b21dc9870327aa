//! `PATCH` and `DELETE …/pins/{uuid}`: one's own, while the session is open.

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{FAR, Reply, id, participant, pin, story};

#[test]
fn one_can_change_the_words_and_add_a_theme_and_a_time_of_day() {
    story(async |server| {
        let (id, me) = (id(), participant());
        server.put_pin(&id, &pin(&me, "Donker")).await.expect(201);
        let patch =
            json!({"properties": {"text": "Donker onder de brug", "theme": "wonen", "moment": "nacht"}});
        let changed = server.patch_pin(&id, &me, &patch).await.json(200);
        assert_eq!(changed["id"], json!(id));
        let kept = &server.pins(Some(&me)).await[0]["properties"];
        for told in [&changed["properties"], kept] {
            assert_eq!(told["text"], "Donker onder de brug");
            assert_eq!((&told["theme"], &told["moment"]), (&json!("wonen"), &json!("nacht")));
            assert_eq!(told["kind"], "zorg");
        }
        let patch = json!({"properties": {"theme": null, "moment": null}});
        let changed = server.patch_pin(&id, &me, &patch).await.json(200);
        assert_eq!(
            (&changed["properties"]["theme"], &changed["properties"]["moment"]),
            (&Value::Null, &Value::Null)
        );
    });
}

#[test]
fn one_can_move_a_pin_take_it_off_the_map_and_put_it_back() {
    story(async |server| {
        let (id, me) = (id(), participant());
        server.put_pin(&id, &pin(&me, "Hier")).await.expect(201);
        for geometry in [
            json!({"type": "Point", "coordinates": [4.928, 52.349]}),
            Value::Null,
            json!({"type": "Point", "coordinates": [4.929, 52.351]}),
        ] {
            server.patch_pin(&id, &me, &json!({"geometry": geometry})).await.expect(200);
            assert_eq!(server.pins(Some(&me)).await[0]["geometry"], geometry);
        }
    });
}

#[test]
fn a_change_keeps_to_the_rules_of_a_new_pin() {
    story(async |server| {
        let (id, me) = (id(), participant());
        server.put_pin(&id, &pin(&me, "Hier")).await.expect(201);
        let before = server.pins(Some(&me)).await;
        for (patch, pointer) in [
            (json!({"properties": {"text": "  "}}), "/properties/text"),
            (json!({"properties": {"text": null}}), "/properties/text"),
            (json!({"properties": {"text": "a".repeat(1001)}}), "/properties/text"),
            (json!({"properties": {"theme": "voetbal"}}), "/properties/theme"),
            (json!({"properties": {"kind": "klacht"}}), "/properties/kind"),
            (json!({"properties": {"people": 0}}), "/properties/people"),
            (json!({"geometry": {"type": "Point", "coordinates": FAR}}), "/geometry/coordinates"),
            (json!({"geometry": {"type": "Polygon", "coordinates": []}}), "/geometry"),
            (json!({"geometry": 7}), "/geometry"),
        ] {
            server.patch_pin(&id, &me, &patch).await.problem_at(pointer);
        }
        assert_eq!(server.pins(Some(&me)).await, before);
    });
}

#[test]
fn a_patch_that_is_no_patch_is_refused_and_stops_nothing() {
    story(async |server| {
        let (id, me) = (id(), participant());
        server.put_pin(&id, &pin(&me, "Hier")).await.expect(201);
        let before = server.pins(Some(&me)).await;
        for patch in [
            json!({"properties": 5}),
            json!({"properties": []}),
            json!({"properties": null}),
            json!(5),
            json!([]),
            json!("weg"),
            json!(null),
        ] {
            let reply = server.patch_pin(&id, &me, &patch).await;
            assert!([400, 422].contains(&reply.status), "{patch}: {} {}", reply.status, reply.text());
            reply.problem(reply.status);
        }
        assert_eq!(server.pins(Some(&me)).await, before);
        server.put_pin(&crate::harness::id(), &pin(&me, "En nog een")).await.expect(201);
    });
}

#[test]
fn nobody_changes_or_takes_back_the_pin_of_another() {
    story(async |server| {
        let (id, me, other) = (id(), participant(), participant());
        server.put_pin(&id, &pin(&me, "Van mij")).await.expect(201);
        server.patch_pin(&id, &other, &json!({"properties": {"text": "Gekaapt"}})).await.problem(403);
        server.delete_pin(&id, &other).await.problem(403);
        // Nor by saying that it is one's own.
        let claim = json!({"properties": {"participant": other, "text": "Nog van mij"}});
        server.patch_pin(&id, &me, &claim).await.expect(200);
        server.delete_pin(&id, &other).await.problem(403);
        assert_eq!(server.pins(Some(&me)).await[0]["properties"]["text"], "Nog van mij");
    });
}

#[test]
fn without_a_participant_nothing_is_changed() {
    story(async |server| {
        let (id, me) = (id(), participant());
        server.put_pin(&id, &pin(&me, "Van mij")).await.expect(201);
        for method in [Method::PATCH, Method::DELETE] {
            let request = || server.request(method.clone(), &server.pin_path(&id)).body("{}");
            Reply::of(request()).await.problem(400);
            Reply::of(request().header("participant", "ik")).await.problem(400);
        }
        assert_eq!(server.pins(Some(&me)).await.len(), 1);
    });
}

#[test]
fn a_pin_that_is_taken_back_is_gone_and_stays_gone() {
    story(async |server| {
        let (id, me) = (id(), participant());
        let body = pin(&me, "Toch niet");
        server.put_pin(&id, &body).await.expect(201);
        assert_eq!(server.delete_pin(&id, &me).await.expect(204).bytes, b"");
        assert!(server.pins(Some(&me)).await.is_empty());
        server.delete_pin(&id, &me).await.expect(204);
        server.put_pin(&id, &body).await.problem(410);
        server.put_pin(&id, &pin(&me, "Anders")).await.problem(410);
        server.patch_pin(&id, &me, &json!({"properties": {"text": "Anders"}})).await.problem(410);
        assert!(server.pins(Some(&me)).await.is_empty());
    });
}

#[test]
fn a_pin_that_was_never_there_is_a_404() {
    story(async |server| {
        let me = participant();
        server.patch_pin(&id(), &me, &json!({"properties": {"text": "Anders"}})).await.problem(404);
        server.delete_pin(&id(), &me).await.problem(404);
    });
}
