//! Said before closing, come after it: laid before the begeleider, and counted only when that begeleider takes it in.

use futures::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{MIDDLE, Reply, TestServer, id, participant, pin, server, story};
use crate::moderation::{begeleider, decide};

/// The stamp that a page gets while the wijksessie is open.
pub async fn stamp(server: &TestServer) -> String {
    let session = server.get(&format!("/api/v1/sessions/{}", server.code)).await.json(200);
    session["stamp"].as_str().unwrap().to_owned()
}

pub fn stamped(mut pin: Value, stamp: &str) -> Value {
    pin["properties"]["stamp"] = stamp.into();
    pin
}

pub async fn late(server: &TestServer, id: &str, body: &Value) -> Reply {
    let path = format!("/api/v1/sessions/{}/late/{id}", server.code);
    let reply = Reply::of(server.request(Method::PUT, &path).body(body.to_string())).await;
    assert_eq!(reply.header("buurtblik-id"), id);
    reply
}

async fn closed_long_ago(server: &TestServer, time: &str) {
    server.place.sql(&format!("UPDATE wijksessie SET closed_at = '{time}'")).await;
}

#[test]
fn what_was_said_in_time_is_laid_before_the_begeleider_once_and_counts_nowhere() {
    story(async |server| {
        let (me, mine, stamp) = (participant(), id(), stamp(server).await);
        let body = stamped(pin(&me, "Op tijd gezegd"), &stamp);
        server.close();
        server.put_pin(&mine, &body).await.problem_of(410, "session-closed");
        for _ in 0..2 {
            let answer = late(server, &mine, &body).await;
            assert_eq!(answer.json(202)["id"], mine);
            assert!(!answer.text().contains(&stamp) && !answer.text().contains(&me));
        }
        late(server, &mine, &stamped(pin(&me, "Iets anders"), &stamp)).await.problem_of(409, "pin-conflict");
        assert!(server.pins(Some(&me)).await.is_empty(), "it is no pin yet");
    });
}

#[test]
fn without_a_stamp_of_a_page_that_was_open_in_time_nothing_comes_in() {
    story(async |server| {
        let (me, stamp) = (participant(), stamp(server).await);
        let other = server.place.session(&server.traject, &[]);
        let elsewhere = server.get(&format!("/api/v1/sessions/{other}")).await.json(200);
        let page = server.get(&format!("/s/{}", server.code)).await;
        assert!(page.text().contains(&stamp), "the page has it too");
        server.close();
        let session = server.get(&format!("/api/v1/sessions/{}", server.code)).await.json(200);
        assert!(session["stamp"].is_null(), "nobody gets one any more");
        assert!(!server.get(&format!("/s/{}", server.code)).await.text().contains(&stamp));
        late(server, &id(), &pin(&me, "Zonder")).await.problem_of(410, "late-over");
        let foreign = elsewhere["stamp"].as_str().unwrap();
        for wrong in ["", "0", &stamp[1..], &stamp.to_uppercase(), foreign] {
            late(server, &id(), &stamped(pin(&me, "Verkeerd"), wrong)).await.problem_of(410, "late-over");
        }
        late(server, &id(), &stamped(pin(&me, "Goed"), &stamp)).await.expect(202);
    });
}

#[test]
fn it_may_come_after_closing_for_a_day_and_until_the_release_and_what_was_answered_stays_answered() {
    story(async |server| {
        let (me, stamp) = (participant(), stamp(server).await);
        let (first, body) = (id(), stamped(pin(&me, "Op tijd gezegd"), &stamp));
        late(server, &first, &body).await.problem_of(410, "late-over");
        for _ in 0..3 {
            server.put_pin(&id(), &pin(&participant(), "Ook op tijd")).await.expect(201);
        }
        server.close();
        late(server, &first, &body).await.expect(202);
        closed_long_ago(server, "2020-01-01T12:00:00Z").await;
        late(server, &first, &body).await.expect(202);
        late(server, &id(), &body).await.problem_of(410, "late-over");
        // A clock of the database that is ahead shuts nobody out.
        closed_long_ago(server, "2999-01-01T12:00:00Z").await;
        late(server, &id(), &body).await.expect(202);
        server.place.cli(&["session", "release", &server.code]).worked();
        late(server, &id(), &body).await.problem_of(410, "late-over");
        late(server, &first, &body).await.expect(202);
    });
}

#[test]
fn it_keeps_to_the_rules_of_every_other_pin() {
    story(async |server| {
        let (me, stamp) = (participant(), stamp(server).await);
        let (mine, gone) = (id(), id());
        let body = pin(&me, "Voor het sluiten aangekomen");
        server.put_pin(&mine, &body).await.expect(201);
        server.put_pin(&gone, &pin(&me, "Toch niet")).await.expect(201);
        server.delete_pin(&gone, &me).await.expect(204);
        server.close();
        // Its answer was lost: it is there already.
        late(server, &mine, &stamped(body, &stamp)).await.expect(202);
        late(server, &mine, &stamped(pin(&me, "Anders"), &stamp)).await.problem_of(409, "pin-conflict");
        late(server, &gone, &stamped(pin(&me, "Toch niet"), &stamp)).await.problem_of(410, "pin-gone");
        let mut far = stamped(pin(&me, "Ver weg"), &stamp);
        far["geometry"]["coordinates"] = json!([MIDDLE[0], MIDDLE[1] + 0.02]);
        late(server, &id(), &far).await.problem_at("/geometry/coordinates");
        late(server, &id(), &stamped(pin(&me, "  "), &stamp)).await.problem_at("/properties/text");
        late(server, &id(), &stamped(pin("niemand", "Van wie"), &stamp))
            .await
            .problem_at("/properties/participant");
        let mut whole = stamped(pin(&me, "Over de hele buurt"), &stamp);
        whole["geometry"] = Value::Null;
        late(server, &id(), &whole).await.expect(202);
    });
}

#[test]
fn a_begeleider_reads_how_many_devices_still_hold_how_much_and_no_device_is_known_by_it() {
    story(async |server| {
        let guide = begeleider(server);
        let page = format!("/sessie/{}", server.code);
        let (one, other) = (id(), id());
        let told = async |device: &str, holds: Value| {
            let path = format!("/api/v1/sessions/{}/devices/{device}", server.code);
            let body = json!({ "holds": holds }).to_string();
            let reply = Reply::of(server.request(Method::PUT, &path).body(body)).await;
            assert_eq!(reply.header("buurtblik-id"), device);
            reply
        };
        let shown = async || server.get_as(&guide, &page).await.text();
        assert!(!shown().await.contains("niet is verstuurd"));
        told(&one, json!(3)).await.expect(204);
        told(&other, json!(9)).await.expect(204);
        told(&one, json!(2)).await.expect(204);
        assert!(shown().await.contains("Op 2 apparaten staat samen nog 11 keer iets"), "{}", shown().await);
        told(&other, json!(0)).await.expect(204);
        assert!(shown().await.contains("Op één apparaat staat nog 2 keer iets"));
        for wrong in [json!(-1), json!("veel"), json!(1e9), Value::Null] {
            told(&one, wrong).await.problem_at("/holds");
        }
        server.close();
        told(&one, json!(0)).await.expect(204);
        assert!(!shown().await.contains("niet is verstuurd"));
    });
}

async fn queue(server: &TestServer, token: &str) -> Vec<Value> {
    let reply = server.get_as(token, &format!("/api/v1/sessions/{}/moderation", server.code)).await;
    reply.json(200).as_array().unwrap().clone()
}

#[test]
fn a_begeleider_takes_it_in_hides_its_words_or_leaves_it_out_and_then_it_is_decided() {
    story(async |server| {
        let (me, stamp, token) = (participant(), stamp(server).await, begeleider(server));
        server.close();
        let ids: Vec<String> = (0..3).map(|_| id()).collect();
        for (n, id) in ids.iter().enumerate() {
            late(server, id, &stamped(pin(&me, &format!("Op tijd {n}")), &stamp)).await.expect(202);
        }
        let waiting = queue(server, &token).await;
        assert_eq!(waiting.len(), 3);
        assert!(waiting.iter().all(|item| item["of"] == "late" && item["kind"] == "zorg"));
        assert!(!waiting[0].to_string().contains("participant"));
        let page = server.get_as(&token, &format!("/sessie/{}/bekijken", server.code)).await.text();
        assert!(page.contains("na sluiting binnengekomen") && page.contains("Op tijd 2"));

        let words =
            json!({"of": "late", "decision": "approve", "text": "Op tijd, zonder naam", "version": 0});
        let item = decide(server, &token, &ids[0], &words).await.json(200);
        assert_eq!((&item["of"], &item["state"]), (&json!("pin"), &json!("approved")));
        decide(server, &token, &ids[1], &json!({"decision": "hide"})).await.expect(200);
        let gone = json!({"of": "late", "decision": "delete", "reason": "dubbel"});
        decide(server, &token, &ids[2], &gone).await.expect(200);
        assert!(queue(server, &token).await.is_empty());
        // Of two who decide the second is told, whatever the first decided, and whether it says what it is about or not.
        for again in [&gone, &json!({"of": "late", "decision": "approve"}), &json!({"decision": "hide"})] {
            for decided in &ids {
                decide(server, &token, decided, again).await.problem_of(409, "decided");
            }
        }
        let never = json!({"of": "late", "decision": "approve"});
        decide(server, &token, &id(), &never).await.problem_of(404, "no-item");

        let mine = server.pins(Some(&me)).await;
        let texts: Vec<&str> = mine.iter().map(|pin| pin["properties"]["text"].as_str().unwrap()).collect();
        assert_eq!(texts.len(), 2);
        assert!(texts.contains(&"Op tijd, zonder naam") && texts.contains(&"Op tijd 1"));
        // Its answer was lost, and it is sent again: it was decided.
        for (n, id) in ids.iter().enumerate() {
            late(server, id, &stamped(pin(&me, &format!("Op tijd {n}")), &stamp)).await.expect(202);
        }
        assert_eq!(server.pins(Some(&me)).await.len(), 2);
    });
}

#[test]
fn what_somebody_of_a_flood_sends_after_closing_is_set_aside_with_them() {
    story(async |server| {
        let (me, other, stamp) = (participant(), participant(), stamp(server).await);
        let token = begeleider(server);
        server.put_pin(&id(), &pin(&me, "Onzin onzin")).await.expect(201);
        let code = &server.code;
        let flood =
            format!("INSERT INTO flood (id, session_code, taken_at) VALUES ('{}', '{code}', '')", id());
        server.place.sql(&flood).await;
        let aside = "INSERT INTO aside (session_code, participant, flood_id) \
             SELECT a.session_code, a.participant, f.id FROM arrival a JOIN flood f ON f.session_code = a.session_code";
        server.place.sql(aside).await;
        server.close();
        for (who, text) in [(&me, "Onzin erbij"), (&other, "Op tijd")] {
            late(server, &id(), &stamped(pin(who, text), &stamp)).await.expect(202);
        }
        let waiting = queue(server, &token).await;
        let late: Vec<_> = waiting.iter().filter(|item| item["of"] == "late").collect();
        assert_eq!(late.len(), 1, "{waiting:?}");
        assert_eq!(late[0]["text"], "Op tijd");
        let page = server.get_as(&token, &format!("/sessie/{}", server.code)).await.text();
        assert!(page.contains("Er kwam één stip na het sluiten binnen."), "{page}");
        assert_eq!(server.place.count("SELECT COUNT(*) FROM late_pin").await, 2, "it is kept");
    });
}

/// So many late pins of one who is called `who`, behind the program's back.
async fn fill(server: &TestServer, who: &str, many: u32) {
    let sql = format!(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many}) \
         INSERT INTO late_pin (session_code, id, decided, participant, put_hash, kind, people, text, created_at) \
         SELECT '{}', '{who}' || i, 0, '{who}', 'x', 'zorg', 1, 'Onzin', '2026-06-01T20:00:00Z' FROM n",
        server.code
    );
    server.place.sql(&sql).await;
}

#[test]
fn what_a_flood_left_after_closing_does_not_take_the_room_of_others() {
    story(async |server| {
        let (me, stamp) = (participant(), stamp(server).await);
        let body = stamped(pin(&me, "Op tijd gezegd"), &stamp);
        let code = &server.code;
        let flood = format!("INSERT INTO flood (id, session_code, taken_at) VALUES ('f', '{code}', '')");
        server.place.sql(&flood).await;
        let aside = format!(
            "INSERT INTO aside (session_code, participant, flood_id) VALUES ('{code}', 'vloed', 'f')"
        );
        server.place.sql(&aside).await;
        server.close();
        fill(server, "vloed", 2000).await;
        late(server, &id(), &body).await.expect(202);
        // Of others no more may wait than before; and what was taken out grows no further either.
        fill(server, "ander", 1999).await;
        late(server, &id(), &body).await.problem_of(429, "too-many");
        server.place.sql("DELETE FROM late_pin WHERE participant = 'ander'").await;
        late(server, &id(), &body).await.expect(202);
        let own = "INSERT INTO aside (session_code, participant, flood_id) \
             SELECT DISTINCT session_code, participant, 'f' FROM late_pin WHERE participant <> 'vloed'";
        server.place.sql(own).await;
        late(server, &id(), &body).await.problem_of(429, "too-many");
    });
}

#[test]
fn what_nobody_took_in_before_the_release_counts_nowhere_and_can_no_longer_be_taken_in() {
    story(async |server| {
        let (me, mine, stamp, token) = (participant(), id(), stamp(server).await, begeleider(server));
        for _ in 0..3 {
            server.put_pin(&id(), &pin(&participant(), "Op tijd")).await.expect(201);
        }
        server.close();
        late(server, &mine, &stamped(pin(&me, "Te lang gewacht"), &stamp)).await.expect(202);
        let page = server.get_as(&token, &format!("/sessie/{}", server.code)).await.text();
        assert!(page.contains("Er kwam één stip na het sluiten binnen."), "{page}");
        server.place.cli(&["session", "release", &server.code]).worked();
        assert!(queue(server, &token).await.iter().all(|item| item["of"] != "late"));
        // Who released has decided about it.
        let verdict = json!({"of": "late", "decision": "approve"});
        decide(server, &token, &mine, &verdict).await.problem_of(409, "decided");
        assert!(server.pins(Some(&me)).await.is_empty());
    });
}

/// Changes or takes back what waits, as the page of its maker does.
async fn about_late(server: &TestServer, method: Method, id: &str, me: &str, patch: &Value) -> Reply {
    let address = format!("/api/v1/sessions/{}/late/{id}", server.code);
    let request = server.request(method, &address).header("participant", me).body(patch.to_string());
    let reply = Reply::of(request).await;
    assert_eq!(reply.header("buurtblik-id"), id);
    reply
}

async fn take_back(server: &TestServer, id: &str, me: &str) -> Reply {
    about_late(server, Method::DELETE, id, me, &Value::Null).await
}

#[test]
fn whoever_said_it_takes_it_back_while_it_waits_and_nobody_else_does() {
    story(async |server| {
        let (me, other, stamp, token) =
            (participant(), participant(), stamp(server).await, begeleider(server));
        let (before, mine) = (id(), id());
        server.put_pin(&before, &pin(&me, "Voor het sluiten aangekomen")).await.expect(201);
        server.close();
        let body = stamped(pin(&me, "Toch maar niet"), &stamp);
        late(server, &mine, &body).await.expect(202);
        take_back(server, &mine, &other).await.problem_of(403, "not-own-pin");
        assert_eq!(queue(server, &token).await.len(), 2, "of somebody else nothing goes");
        for _ in 0..2 {
            take_back(server, &mine, &me).await.expect(204);
        }
        assert_eq!(server.place.count("SELECT COUNT(*) FROM late_pin WHERE text IS NOT NULL").await, 0);
        // Whoever saw it in the queue is told, and what was sent once more does not bring it back.
        let approve = json!({"of": "late", "decision": "approve"});
        decide(server, &token, &mine, &approve).await.problem_of(409, "decided");
        late(server, &mine, &body).await.expect(202);
        assert_eq!(queue(server, &token).await.len(), 1);
        // What is a pin stays as it is after closing, and what never was is not there.
        take_back(server, &before, &me).await.problem_of(410, "late-over");
        take_back(server, &id(), &me).await.problem_of(404, "no-pin");
    });
}

#[test]
fn what_waits_is_changed_by_whoever_said_it_and_a_decision_is_about_the_words_that_were_seen() {
    story(async |server| {
        let (me, other, stamp, token) =
            (participant(), participant(), stamp(server).await, begeleider(server));
        let mine = id();
        server.close();
        late(server, &mine, &stamped(pin(&me, "Zoals het was"), &stamp)).await.expect(202);
        let seen = queue(server, &token).await[0]["version"].clone();
        let patch = json!({"properties": {"text": "Zoals het is", "moment": "avond"}});
        let change =
            async |who: &str, patch: &Value| about_late(server, Method::PATCH, &mine, who, patch).await;
        change(&other, &patch).await.problem_of(403, "not-own-pin");
        change(&me, &json!({"properties": {"text": " "}})).await.problem_at("/properties/text");
        let answer = change(&me, &patch).await.json(200);
        assert_eq!((&answer["id"], &answer["properties"]["text"]), (&json!(mine), &json!("Zoals het is")));
        let approve = |version: &Value| json!({"of": "late", "decision": "approve", "version": version});
        decide(server, &token, &mine, &approve(&seen)).await.problem_of(409, "decided");
        let waits = queue(server, &token).await;
        assert_eq!(waits[0]["text"], "Zoals het is");
        decide(server, &token, &mine, &approve(&waits[0]["version"])).await.expect(200);
        let pins = server.pins(Some(&me)).await;
        assert_eq!(pins[0]["properties"]["moment"], "avond");
        // From now on it is a pin of a wijksessie that is closed.
        change(&me, &patch).await.problem_of(410, "late-over");
    });
}

#[test]
fn a_withdrawal_beside_the_decision_that_takes_it_in_leaves_nothing_of_what_came_late() {
    server().without_limits().story(async |server| {
        let token = begeleider(server);
        let session = server.get(&format!("/api/v1/sessions/{}", server.code)).await.json(200);
        let receipts = format!("/api/v1/sessions/{}/receipts", server.code);
        server.close();
        for _ in 0..4 {
            join_all((0..20).map(async |_| {
                let (late, me) = (id(), participant());
                let mut body = pin(&me, "Geheimewoorden");
                body["properties"]["stamp"] = session["stamp"].clone();
                let path = format!("/api/v1/sessions/{}/late/{late}", server.code);
                Reply::of(server.request(Method::PUT, &path).json(&body)).await.expect(202);
                let given = server.request(Method::POST, &receipts).header("participant", &me);
                let given = Reply::of(given).await.json(201);
                let words: Vec<_> =
                    given["words"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
                let withdrawal = server.request(Method::DELETE, &format!("{receipts}/pins/{late}"));
                let approve = json!({"of": "late", "decision": "approve"});
                let (decided, gone) = tokio::join!(
                    decide(server, &token, &late, &approve),
                    Reply::of(withdrawal.header("receipt", words.join("-")))
                );
                gone.expect(204);
                assert!([200, 404, 409].contains(&decided.status), "{}", decided.text());
            }))
            .await;
        }
        for table in ["pin", "late_pin"] {
            let left = format!("SELECT COUNT(*) FROM {table} WHERE text = 'Geheimewoorden'");
            assert_eq!(server.place.count(&left).await, 0, "{table}");
        }
    });
}
