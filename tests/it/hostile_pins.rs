//! Pins that nobody at a table sends: each gets a clear answer and loses nothing.

use serde_json::{Value, json};

use crate::harness::{TestServer, data, id, participant, pin, server, story};

#[test]
fn every_naughty_line_is_stored_and_returned_as_it_was() {
    let Some(file) = data("hostile/blns.txt") else { return };
    let text = std::fs::read_to_string(file).unwrap();
    server().without_limits().story(async |server| {
        let me = participant();
        let mut sent = Vec::new();
        for line in text.split('\n') {
            let id = id();
            let reply = server.put_pin(&id, &pin(&me, line)).await;
            if line.chars().all(char::is_whitespace) {
                reply.problem_at("/properties/text");
            } else {
                assert_eq!(reply.json(201)["properties"]["text"], line);
                sent.push((id, line));
            }
        }
        assert!(sent.len() > 450, "{}", sent.len());
        all_are_kept(server, &me, &sent).await;
        // Also by the page, which may show them and never run them.
        let page = server.get(&format!("/s/{}", server.code)).await;
        assert!(!page.expect(200).text().contains("<script>alert"), "the page holds a script");
    });
}

async fn all_are_kept(server: &TestServer, me: &str, sent: &[(String, &str)]) {
    let listed = server.pins(Some(me)).await;
    assert_eq!(listed.len(), sent.len());
    for (id, line) in sent {
        let kept = listed.iter().find(|pin| pin["id"] == *id).unwrap();
        assert_eq!(kept["properties"]["text"], *line);
    }
}

#[test]
fn lengths_are_counted_in_unicode_scalar_values() {
    story(async |server| {
        let me = participant();
        for longest in ["a".repeat(1000), "🌳".repeat(1000), "e\u{301}".repeat(500), "\u{1}".repeat(1000)] {
            server.put_pin(&id(), &pin(&me, &longest)).await.expect(201);
            server.put_pin(&id(), &pin(&me, &format!("{longest}."))).await.problem_at("/properties/text");
        }
        server.put_pin(&id(), &pin(&me, &"a".repeat(10_000))).await.problem_at("/properties/text");
    });
}

#[test]
fn a_text_of_nothing_or_with_a_nul_is_refused() {
    story(async |server| {
        let me = participant();
        for text in ["", " ", "\t\r\n", "\u{a0}\u{2003}\u{3000}\u{85}", "\0", "voor\0na"] {
            server.put_pin(&id(), &pin(&me, text)).await.problem_at("/properties/text");
        }
        for text in [json!(null), json!(7), json!(["a"]), json!({})] {
            let mut body = pin(&me, "");
            body["properties"]["text"] = text;
            server.put_pin(&id(), &body).await.problem_at("/properties/text");
        }
        // A zero-width space is no white space in Unicode.
        server.put_pin(&id(), &pin(&me, "\u{200b}")).await.expect(201);
        assert_eq!(server.pins(Some(&me)).await[0]["properties"]["text"], "\u{200b}");
    });
}

#[test]
fn every_wrong_word_and_number_is_pointed_at() {
    story(async |server| {
        let me = participant();
        for (name, values) in [
            ("kind", [json!("klacht"), json!("Zorg"), json!(null), json!(3)]),
            ("theme", [json!("voetbal"), json!("all"), json!("wonen\0"), json!(["wonen"])]),
            ("moment", [json!("ochtend"), json!(""), json!(0), json!({})]),
            ("people", [json!(0), json!(21), json!(-1), json!(1.5)]),
            ("participant", [json!("ik"), json!(null), json!(12), json!("")]),
            ("created_at", [json!(7), json!("x".repeat(41)), json!("2025\0"), json!([])]),
        ] {
            for value in values {
                let mut body = pin(&me, "Mooi");
                body["properties"][name] = value;
                server.put_pin(&id(), &body).await.problem_at(&format!("/properties/{name}"));
            }
        }
        assert!(server.pins(Some(&me)).await.is_empty());
    });
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    story(async |server| {
        let body = json!({"type": "Pin", "geometry": 1, "properties": {"kind": "klacht", "text": " "}});
        let problem = server.put_pin(&id(), &body).await.problem(422);
        let pointers: Vec<_> =
            problem["errors"].as_array().unwrap().iter().map(|one| one["pointer"].clone()).collect();
        for pointer in
            ["/type", "/geometry", "/properties/kind", "/properties/text", "/properties/participant"]
        {
            assert!(pointers.contains(&json!(pointer)), "{pointer} is not in {problem}");
        }
    });
}

#[test]
fn coordinates_that_are_none_or_swapped_are_refused() {
    story(async |server| {
        let me = participant();
        let refused = async |coordinates: Value| {
            let mut body = pin(&me, "Ergens");
            body["geometry"]["coordinates"] = coordinates;
            server.put_pin(&id(), &body).await.problem_at("/geometry/coordinates")
        };
        for coordinates in [
            json!([]),
            json!([4.93]),
            json!([4.93, 52.35, 0, 0]),
            json!(["4.93", "52.35"]),
            json!(["NaN", "NaN"]),
            json!([null, null]),
            json!([[4.93, 52.35]]),
            json!([1e300, 52.35]),
            json!([181, 52.35]),
            json!([4.93, 90.1]),
            json!([121_000, 487_000]),
            json!("4.93,52.35"),
            json!(null),
        ] {
            refused(coordinates).await;
        }
        let swapped = refused(json!([52.35, 4.93])).await;
        let outside = refused(json!([52.35, 4.99])).await;
        assert_ne!(
            swapped["type"], outside["type"],
            "swapped coordinates are told apart from a place far away"
        );
        assert!(server.pins(Some(&me)).await.is_empty());
    });
}

#[test]
fn a_height_behind_a_place_is_taken_and_not_kept() {
    story(async |server| {
        let me = participant();
        let mut body = pin(&me, "Drie hoog");
        body["geometry"]["coordinates"] = json!([4.93, 52.35, 9.5]);
        server.put_pin(&id(), &body).await.expect(201);
        assert_eq!(server.pins(Some(&me)).await[0]["geometry"]["coordinates"], json!([4.93, 52.35]));
    });
}

#[test]
fn a_body_that_is_no_feature_is_refused_not_guessed() {
    server().without_limits().story(async |server| {
        let good = pin(&participant(), "Mooi").to_string();
        let halves = [&good[..good.len() - 1], &good[..good.len() / 2]];
        let deep = "[".repeat(30_000);
        for text in [
            "", "{", "null", "true", "7", "\"pin\"", "[]", "{}", "NaN", "{'type':'Feature'}", "\u{feff}", &deep,
            r#"{"type":"Feature","geometry":{"type":"Point","coordinates":[NaN,NaN]},"properties":{}}"#,
            r#"{"type":"Feature","geometry":{"type":"Point","coordinates":[1e999,52.35]},"properties":{}}"#,
            r#"{"type":"Feature","geometry":{"type":"Point","coordinates":[-1e999,Infinity]},"properties":{}}"#,
            r#"{"type":"Feature","geometry":null,"properties":{"text":"\ud800"}}"#,
            r#"{"type":"FeatureCollection","features":[]}"#,
            r#"{"type":"Point","coordinates":[4.93,52.35]}"#,
            r#"{"type":"Feature","geometry":null,"properties":null}"#,
            r#"{"type":"Feature","geometry":null,"properties":[]}"#,
        ].into_iter().chain(halves) {
            let reply = server.put_pin_text(&id(), text.to_owned()).await;
            assert!([400, 422].contains(&reply.status), "{text:.60}: {}", reply.status);
            reply.problem(reply.status);
        }
        let reply = server.put_pin_text(&id(), b"{\"type\":\"Feature\xff\"}".to_vec()).await;
        reply.problem(400);
        assert!(server.pins(None).await.is_empty());
    });
}

#[test]
fn a_body_that_is_too_large_is_refused() {
    story(async |server| {
        let body = pin(&participant(), &"a".repeat(100_000)).to_string();
        server.put_pin_text(&id(), body).await.problem(413);
    });
}
