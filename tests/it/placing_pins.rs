//! `PUT …/pins/{uuid}`: 201, 200, 409 and what is kept.

use futures::future::join_all;
use serde_json::{Value, json};

use crate::harness::{FAR, MIDDLE, id, participant, pin, server, story};

#[test]
fn a_pin_is_new_once_and_the_same_again_after_that() {
    story(async |server| {
        let (id, me) = (id(), participant());
        let body = pin(&me, "De bankjes bij de kerk");
        let answer = server.put_pin(&id, &body).await.json(201);
        assert_eq!((&answer["type"], &answer["id"]), (&json!("Feature"), &json!(id)));
        assert_eq!(answer["properties"]["text"], "De bankjes bij de kerk");
        assert!(answer["properties"].get("participant").is_none(), "{answer}");
        server.put_pin(&id, &body).await.expect(200);
        assert_eq!(server.pins(Some(&me)).await.len(), 1);
    });
}

#[test]
fn another_content_or_another_participant_under_the_same_id_is_a_conflict() {
    story(async |server| {
        let (id, me) = (id(), participant());
        server.put_pin(&id, &pin(&me, "Donker")).await.expect(201);
        server.put_pin(&id, &pin(&me, "Licht")).await.problem(409);
        server.put_pin(&id, &pin(&participant(), "Donker")).await.problem(409);
        let mut moved = pin(&me, "Donker");
        moved["geometry"]["coordinates"] = json!([4.931, 52.350]);
        server.put_pin(&id, &moved).await.problem(409);
        let pins = server.pins(Some(&me)).await;
        assert_eq!((pins.len(), &pins[0]["properties"]["text"]), (1, &json!("Donker")));
    });
}

#[test]
fn sixteen_times_at_once_does_its_work_once() {
    story(async |server| {
        let (id, me) = (id(), participant());
        let body = pin(&me, "Hier wordt te hard gereden");
        let sent = join_all((0..16).map(|_| server.put_pin(&id, &body))).await;
        let mut statuses: Vec<_> = sent.iter().map(|reply| reply.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [&[200; 15][..], &[201]].concat());
        assert_eq!(server.pins(Some(&me)).await.len(), 1);
    });
}

#[test]
fn of_sixteen_contradicting_pins_at_once_one_is_kept() {
    story(async |server| {
        let (id, me) = (id(), participant());
        let bodies: Vec<Value> = (0..16).map(|n| pin(&me, &format!("Versie {n}"))).collect();
        let sent = join_all(bodies.iter().map(|body| server.put_pin(&id, body))).await;
        let new: Vec<_> = sent.iter().filter(|reply| reply.status == 201).collect();
        assert_eq!(new.len(), 1);
        sent.iter().filter(|reply| reply.status != 201).for_each(|reply| drop(reply.problem(409)));
        let kept = &server.pins(Some(&me)).await[0]["properties"]["text"];
        assert_eq!(kept, &new[0].json(201)["properties"]["text"]);
    });
}

#[test]
fn what_was_answered_with_201_survives_a_pulled_plug() {
    story(async |server| {
        let me = participant();
        for n in 0..20 {
            server.put_pin(&id(), &pin(&me, &format!("Stip {n}"))).await.expect(201);
        }
        server.kill_hard();
        server.restart();
        assert_eq!(server.pins(Some(&me)).await.len(), 20);
    });
}

#[test]
fn a_pin_without_a_place_is_about_the_whole_buurt() {
    story(async |server| {
        let me = participant();
        let mut body = pin(&me, "Mensen groeten elkaar");
        body["geometry"] = Value::Null;
        server.put_pin(&id(), &body).await.expect(201);
        assert!(server.pins(Some(&me)).await[0]["geometry"].is_null());
        let without = json!({"type": "Feature", "properties": body["properties"]});
        server.put_pin(&id(), &without).await.problem_at("/geometry");
    });
}

#[test]
fn everything_that_may_be_said_is_kept() {
    story(async |server| {
        let me = participant();
        let mut body = pin(&me, "Buurtmoeders");
        body["properties"] = json!({
            "kind": "kracht", "text": "Buurtmoeders", "participant": me, "theme": "wonen", "moment": "avond",
            "created_at": "2025-03-04T19:43:21Z",
        });
        server.put_pin(&id(), &body).await.expect(201);
        let kept = &server.pins(Some(&me)).await[0];
        assert_eq!(kept["geometry"], json!({"type": "Point", "coordinates": MIDDLE}));
        let told = &kept["properties"];
        assert_eq!(
            (&told["kind"], &told["theme"], &told["moment"]),
            (&json!("kracht"), &json!("wonen"), &json!("avond"))
        );
    });
}

#[test]
fn people_count_only_in_a_session_made_for_tables() {
    for (server, people) in [(server().with_tables(), 5), (server(), 1)] {
        server.story(async |server| {
            let me = participant();
            let mut body = pin(&me, "Wij van tafel drie");
            body["properties"]["people"] = json!(5);
            let id = id();
            server.put_pin(&id, &body).await.expect(201);
            server.put_pin(&id, &body).await.expect(200);
            assert_eq!(server.pins(Some(&me)).await[0]["properties"]["people"], people);
        });
    }
}

#[test]
fn a_pin_just_outside_is_taken_and_one_far_outside_is_told_how_far() {
    story(async |server| {
        let me = participant();
        // 0.0013° of latitude is 145 m, 0.0014° is 156 m.
        for (north, status) in [(52.3533, 201), (52.3534, 422)] {
            let mut body = pin(&me, "Op de rand");
            body["geometry"]["coordinates"] = json!([4.930, north]);
            server.put_pin(&id(), &body).await.expect(status);
        }
        let mut body = pin(&me, "Elders");
        body["geometry"]["coordinates"] = json!(FAR);
        let problem = server.put_pin(&id(), &body).await.problem_at("/geometry/coordinates");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains("779") && detail.contains("Proefbuurt"), "{detail}");
    });
}

#[test]
fn an_id_that_could_tell_a_time_is_refused() {
    story(async |server| {
        let body = pin(&participant(), "Mooi");
        for id in ["0190f5fe-7c00-7000-8000-000000000000", "00000000-0000-0000-0000-000000000000", "7", "é"]
        {
            server.put_pin(id, &body).await.problem(422);
        }
    });
}

#[test]
fn one_device_that_floods_is_slowed_and_its_neighbour_is_not() {
    story(async |server| {
        let me = participant();
        let bodies: Vec<Value> = (0..80).map(|n| pin(&me, &format!("Stip {n}"))).collect();
        let sent = join_all(bodies.iter().map(async |body| server.put_pin(&id(), body).await)).await;
        let slowed: Vec<_> = sent.iter().filter(|reply| reply.status == 429).collect();
        assert!(!slowed.is_empty());
        for reply in slowed {
            reply.problem(429);
            assert!(reply.header("retry-after").parse::<u32>().unwrap() >= 1);
        }
        server.put_pin(&id(), &pin(&participant(), "Van een ander")).await.expect(201);
    });
}

#[test]
fn a_flood_on_one_session_slows_no_other_behind_the_same_address() {
    story(async |server| {
        let mut slowed = 0;
        // Every one from a device of its own, as forty tablets behind one address, and then some: more new people than a hall
        // holds, so that a slow machine makes no slow flood.
        for _ in 0..30 {
            let bodies: Vec<Value> = (0..100).map(|n| pin(&participant(), &format!("Stip {n}"))).collect();
            let sent =
                join_all(bodies.iter().map(async |body| server.put_pin(&id(), body).await.status)).await;
            slowed += sent.iter().filter(|status| **status == 429).count();
            if slowed > 0 {
                break;
            }
        }
        assert!(slowed > 0, "the flood is slowed");
        server.code = server.place.session(&server.traject, &[]);
        server.put_pin(&id(), &pin(&participant(), "Hiernaast")).await.expect(201);
    });
}

#[test]
fn a_tablet_whose_clock_is_a_day_off_loses_nothing() {
    story(async |server| {
        let me = participant();
        for at in ["2001-01-01T00:00:00Z", "2035-12-31T23:59:59Z"] {
            let mut body = pin(&me, "De klok staat verkeerd");
            body["properties"]["created_at"] = at.into();
            server.put_pin(&id(), &body).await.expect(201);
        }
        assert_eq!(server.pins(Some(&me)).await.len(), 2);
    });
}

#[test]
fn a_page_of_another_site_cannot_put_a_pin() {
    story(async |server| {
        let me = participant();
        let path = server.pin_path(&id());
        let put = |origin: &str| {
            let request = server.request(reqwest::Method::PUT, &path).header("origin", origin);
            crate::harness::Reply::of(request.json(&pin(&me, "Van een ander")))
        };
        put("https://evil.example").await.problem(403);
        put("null").await.problem(403);
        assert!(server.pins(Some(&me)).await.is_empty());
        put(&server.url).await.expect(201);
    });
}
