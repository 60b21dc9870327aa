//! What a device could not send any more is saved as a file, and the begeleider reads it in: nothing of it is lost, and nothing is
//! taken twice.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::after_closing;
use crate::harness::{MIDDLE, Reply, TestServer, id, jpeg, participant, pin, server, story};
use crate::moderation::{begeleider, decide};
use crate::teruglegging as answers;

/// Reads a file in, as the page's form does.
async fn read_in(server: &TestServer, token: &str, file: impl Into<Vec<u8>>, more: &[(&str, &str)]) -> Reply {
    let part = Part::bytes(file.into()).file_name("buurtblik.geojson");
    let mut form = Form::new();
    for (name, value) in more {
        form = form.text((*name).to_owned(), (*value).to_owned());
    }
    let request = server.request(Method::POST, &format!("/sessie/{}/inlezen", server.code));
    Reply::of(request.bearer_auth(token).multipart(form.part("file", part))).await
}

fn collection(code: &str, features: &[Value]) -> String {
    json!({"type": "FeatureCollection", "code": code, "features": features}).to_string()
}

/// A pin as a device saves it.
fn held(code: &str, pin_id: &str, mut feature: Value) -> Value {
    feature["id"] = pin_id.into();
    feature["properties"]["code"] = code.into();
    feature
}

/// Another thing as a device saves it.
fn about(code: &str, me: &str, own: &str, about: &str, more: Value) -> Value {
    let mut properties = json!({"participant": me, "code": code, "about": about});
    for (name, value) in more.as_object().unwrap() {
        properties[name] = value.clone();
    }
    json!({"type": "Feature", "id": own, "geometry": null, "properties": properties})
}

fn picture() -> String {
    format!("data:image/jpeg;base64,{}", STANDARD.encode(jpeg(60, 40)))
}

async fn queue(server: &TestServer, token: &str) -> Vec<Value> {
    let reply = server.get_as(token, &format!("/api/v1/sessions/{}/moderation", server.code)).await;
    reply.json(200).as_array().unwrap().clone()
}

#[test]
fn an_answer_that_came_after_closing_is_read_in_from_the_file_of_its_device() {
    server().story(async |server| {
        let ((guide, _), me) = (answers::at_the_table(server).await, participant());
        let (answer, code) = (id(), server.code.clone());
        let said = json!({"about": "beter", "place": MIDDLE, "says": "klopt-niet", "words": "Hier is het mooi", "participant": me});
        server.close();
        answers::put(server, &answer, &said).await.problem_of(410, "session-closed");
        let one = about(&code, &me, &answer, &answer, json!({"does": "answer", "patch": said}));
        for _ in 0..2 {
            read_in(server, &guide, collection(&code, std::slice::from_ref(&one)), &[]).await.expect(200);
            let waits = queue(server, &guide).await;
            assert_eq!((waits.len(), &waits[0]["of"]), (1, &json!("answer")), "{waits:?}");
        }
    });
}

#[test]
fn pins_changes_withdrawals_and_photos_of_a_file_come_in_once_and_wait_for_the_begeleider() {
    story(async |server| {
        let (token, me, code) = (begeleider(server), participant(), server.code.clone());
        let (kept, gone, new) = (id(), id(), id());
        server.put_pin(&kept, &pin(&me, "De bank")).await.expect(201);
        server.put_pin(&gone, &pin(&me, "Toch maar niet")).await.expect(201);
        server.close();
        let patch = json!({"does": "change", "patch": {"properties": {"moment": "avond"}}});
        let file = collection(
            &code,
            &[
                held(&code, &new, pin(&me, "Te laat verzonden")),
                about(&code, &me, &kept, &kept, patch),
                about(&code, &me, &gone, &gone, json!({"does": "remove"})),
                about(
                    &code,
                    &me,
                    &id(),
                    &new,
                    json!({"does": "photo", "photo": picture(), "caption": "Kijk"}),
                ),
                about(&code, &me, &id(), &kept, json!({"does": "photo", "photo": picture(), "poster": "1"})),
            ],
        );
        for _ in 0..2 {
            let page = read_in(server, &token, file.clone(), &[]).await.expect(200).text();
            assert!(!page.contains("kon niet binnenkomen"), "{page}");
        }
        let mine = server.pins(Some(&me)).await;
        let of =
            |pin_id: &str| mine.iter().find(|pin| pin["id"] == pin_id).map(|pin| pin["properties"].clone());
        assert_eq!(of(&new).unwrap()["text"], "Te laat verzonden");
        assert_eq!(of(&kept).unwrap()["moment"], "avond");
        assert!(of(&gone).is_none(), "taken back");
        let waiting = queue(server, &token).await;
        let count = |kind: &str| waiting.iter().filter(|item| item["of"] == kind).count();
        assert_eq!((count("pin"), count("photo")), (2, 2), "{waiting:?}");
        let trail = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        assert!(server.get_as(&trail, "/beheer/logboek.csv").await.text().contains("file-in"));
    });
}

#[test]
fn a_photo_of_a_pin_that_waits_says_so_and_comes_in_once_somebody_decided() {
    story(async |server| {
        let (token, me, code, late) = (begeleider(server), participant(), server.code.clone(), id());
        let stamp = after_closing::stamp(server).await;
        server.close();
        let body = after_closing::stamped(pin(&me, "De bank"), &stamp);
        after_closing::late(server, &late, &body).await.expect(202);
        let photo = about(&code, &me, &id(), &late, json!({"does": "photo", "photo": picture()}));
        let file = collection(&code, &[photo]);
        let page = read_in(server, &token, file.clone(), &[]).await.expect(200).text();
        assert!(page.contains("De stip bij een foto wacht nog op uw besluit."), "{page}");
        let verdict = json!({"of": "late", "decision": "approve", "version": 0});
        decide(server, &token, &late, &verdict).await.expect(200);
        let page = read_in(server, &token, file, &[]).await.expect(200).text();
        assert!(page.contains("Binnengekomen: 1."), "{page}");
    });
}

#[test]
fn a_walk_that_came_too_late_comes_in_with_its_line_and_its_photos() {
    story(async |server| {
        let (token, me, code) = (begeleider(server), participant(), server.code.clone());
        server.close();
        let (walk, stop) = (id(), id());
        let [lon, lat] = MIDDLE;
        let points: Vec<String> = (0..20)
            .map(|n| format!("<trkpt lat=\"{}\" lon=\"{lon}\"/>", lat + f64::from(n) * 0.0001))
            .collect();
        let points = points.concat();
        let gpx = format!(
            "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>{points}</trkseg></trk></gpx>"
        );
        let photo = json!({
            "does": "stop", "photo": picture(), "caption": "De hoek", "kind": "zorg", "at": "0", "settled": "1",
            "lon": format!("{lon:.6}"), "lat": format!("{lat:.6}"),
        });
        let file = collection(
            &code,
            &[
                about(&code, &me, &walk, &walk, json!({"does": "walk", "title": "Langs\u{202e} de\nhoek"})),
                about(&code, &me, &walk, &walk, json!({"does": "line", "gpx": gpx})),
                about(&code, &me, &stop, &walk, photo),
            ],
        );
        for _ in 0..2 {
            let page = read_in(server, &token, file.clone(), &[]).await.expect(200).text();
            assert!(!page.contains("kon niet binnenkomen"), "{page}");
        }
        let path = format!("/api/v1/sessions/{code}/walks/{walk}");
        let own = Reply::of(server.request(Method::GET, &path).header("participant", &me)).await.text();
        assert!(
            own.contains("Langs de hoek") && own.contains("De hoek") && own.contains("LineString"),
            "{own}"
        );
    });
}

#[test]
fn what_is_in_a_file_and_is_not_somebodys_own_or_no_such_file_changes_nothing() {
    story(async |server| {
        let (token, me, other, code) =
            (begeleider(server), participant(), participant(), server.code.clone());
        let (theirs, new) = (id(), id());
        server.put_pin(&theirs, &pin(&me, "Van mij")).await.expect(201);
        server.close();
        let mut far = pin(&other, "Heel ver weg");
        far["geometry"]["coordinates"] = json!([MIDDLE[0], MIDDLE[1] + 1.0]);
        let file = collection(
            &code,
            &[
                about(&code, &other, &theirs, &theirs, json!({"does": "remove"})),
                about(
                    &code,
                    &other,
                    &theirs,
                    &theirs,
                    json!({"does": "change", "patch": {"properties": {"text": "Gepikt"}}}),
                ),
                about(&code, &other, &id(), &theirs, json!({"does": "photo", "photo": picture()})),
                about(
                    &code,
                    &other,
                    &id(),
                    &new,
                    json!({"does": "photo", "photo": "data:image/jpeg;base64,%%%"}),
                ),
                about(&code, &other, &id(), &theirs, json!({"does": "me-too"})),
                held(&code, &id(), far),
                held(&code, &new, pin(&other, "Dit kan wel")),
                json!({"type": "Feature", "geometry": null, "properties": null}),
            ],
        );
        let page = read_in(server, &token, file, &[]).await.expect(200).text();
        assert!(
            page.contains("Binnengekomen: 1.") && page.contains("Dit kon niet binnenkomen: 6."),
            "{page}"
        );
        assert_eq!(server.pins(Some(&me)).await[0]["properties"]["text"], "Van mij");
        for wrong in ["", "geen json", "{}", "[1,2]", "{\"type\":\"FeatureCollection\"}"] {
            read_in(server, &token, wrong, &[]).await.expect(422);
        }
        let deep = format!("{{\"type\":\"FeatureCollection\",\"features\":{}", "[".repeat(100_000));
        read_in(server, &token, deep, &[]).await.expect(422);
        let stranger = participant();
        read_in(server, &stranger, "{}", &[]).await.expect(401);
        let pro = server.professional();
        read_in(server, &pro, "{}", &[]).await.expect(403);
    });
}

#[test]
fn after_the_release_a_file_goes_into_another_moment_and_only_what_was_taken_back_still_leaves() {
    server().story(async |server| {
        let (token, me, first) = (begeleider(server), participant(), server.code.clone());
        let gone = id();
        server.put_pin(&gone, &pin(&me, "Liever niet")).await.expect(201);
        for _ in 0..3 {
            server.put_pin(&id(), &pin(&participant(), "Op tijd")).await.expect(201);
        }
        server.close();
        server.place.cli(&["session", "release", &first]).worked();
        let new = id();
        let file = collection(
            &first,
            &[
                held(&first, &new, pin(&me, "Te laat")),
                about(&first, &me, &gone, &gone, json!({"does": "remove"})),
            ],
        );
        let page = server.get_as(&token, &format!("/sessie/{first}/inlezen")).await.expect(200).text();
        assert!(page.contains("al vrijgegeven"), "{page}");
        let page = read_in(server, &token, file.clone(), &[]).await.expect(200).text();
        assert!(
            page.contains("Binnengekomen: 1.") && page.contains("Dit kon niet binnenkomen: 1."),
            "{page}"
        );
        assert!(server.pins(Some(&me)).await.iter().all(|pin| pin["id"] != gone));

        server.code = server.place.session(&server.traject, &[]);
        server.close();
        let page = read_in(server, &token, file.clone(), &[]).await.expect(422).text();
        assert!(page.contains(&first), "{page}");
        assert!(server.pins(Some(&me)).await.is_empty());
        read_in(server, &token, file, &[("other", "1")]).await.expect(200);
        let mine = server.pins(Some(&me)).await;
        assert_eq!((mine.len(), &mine[0]["properties"]["text"]), (1, &json!("Te laat")));
    });
}

#[test]
fn what_the_begeleider_left_out_of_the_queue_does_not_come_back_with_a_file() {
    story(async |server| {
        let (token, me, code) = (begeleider(server), participant(), server.code.clone());
        let session = server.get(&format!("/api/v1/sessions/{code}")).await.json(200);
        let (late, mut body) = (id(), pin(&me, "Kwam laat"));
        body["properties"]["stamp"] = session["stamp"].clone();
        server.close();
        let path = format!("/api/v1/sessions/{code}/late/{late}");
        Reply::of(server.request(Method::PUT, &path).json(&body)).await.expect(202);
        let file = collection(&code, &[held(&code, &late, pin(&me, "Kwam laat"))]);
        read_in(server, &token, file.clone(), &[]).await.expect(200);
        assert_eq!(queue(server, &token).await[0]["of"], "late", "it waits as before");
        let verdict = json!({"of": "late", "decision": "delete", "reason": "dubbel"});
        crate::moderation::decide(server, &token, &late, &verdict).await.expect(200);
        read_in(server, &token, file, &[]).await.expect(200);
        assert!(server.pins(Some(&me)).await.is_empty() && queue(server, &token).await.is_empty());
    });
}

#[test]
fn a_withdrawal_and_a_change_in_a_file_reach_what_came_late_and_still_waits() {
    story(async |server| {
        let (token, me, other, code) =
            (begeleider(server), participant(), participant(), server.code.clone());
        let session = server.get(&format!("/api/v1/sessions/{code}")).await.json(200);
        let (gone, changed) = (id(), id());
        server.close();
        for (late, words) in [(&gone, "Toch maar niet"), (&changed, "Zoals het was")] {
            let mut body = pin(&me, words);
            body["properties"]["stamp"] = session["stamp"].clone();
            let path = format!("/api/v1/sessions/{code}/late/{late}");
            Reply::of(server.request(Method::PUT, &path).json(&body)).await.expect(202);
        }
        let strange = collection(&code, &[about(&code, &other, &gone, &gone, json!({"does": "remove"}))]);
        read_in(server, &token, strange, &[]).await.expect(200);
        assert_eq!(queue(server, &token).await.len(), 2, "nobody takes away what somebody else said");

        let patch = json!({"does": "change", "patch": {"properties": {"text": "Zoals het is"}}});
        let file = collection(
            &code,
            &[
                about(&code, &me, &gone, &gone, json!({"does": "remove"})),
                about(&code, &me, &changed, &changed, patch),
            ],
        );
        let page = read_in(server, &token, file.clone(), &[]).await.expect(200).text();
        assert!(page.contains("Binnengekomen: 2.") && !page.contains("Dit was er al"), "{page}");
        let waits = queue(server, &token).await;
        assert_eq!((waits.len(), &waits[0]["text"]), (1, &json!("Zoals het is")));
        let approve = json!({"of": "late", "decision": "approve"});
        crate::moderation::decide(server, &token, &gone, &approve).await.problem_of(409, "decided");
        crate::moderation::decide(server, &token, &changed, &approve).await.expect(200);
        // Read in once more, with the pin itself beside it, nothing comes back.
        let again = [
            held(&code, &gone, pin(&me, "Toch maar niet")),
            about(&code, &me, &gone, &gone, json!({"does": "remove"})),
        ];
        read_in(server, &token, collection(&code, &again), &[]).await.expect(200);
        let mine = server.pins(Some(&me)).await;
        assert_eq!((mine.len(), &mine[0]["properties"]["text"]), (1, &json!("Zoals het is")));
        assert_eq!(server.place.count("SELECT COUNT(*) FROM pin WHERE text = 'Toch maar niet'").await, 0);
    });
}
