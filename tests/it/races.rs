//! Two changes at the same moment: whichever comes first, what is left is what one after the other would have left.
//!
//! Each pair is sent many times at once, on both databases. No answer is a fault of the server (`Reply::of`), and the database
//! is looked at afterwards: what was taken back may not be in it.

use futures::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Reply, TestServer, id, jpeg, multipart, participant, pin, server};
use crate::moderation::{begeleider, decide, heard_pin};

/// So many pairs at once, and so many times.
const AT_ONCE: usize = 20;
const TIMES: usize = 4;

async fn hammer<T>(mut pair: impl AsyncFnMut() -> T) -> Vec<T> {
    let mut came = Vec::new();
    for _ in 0..TIMES {
        came.push(pair().await);
    }
    came
}

/// A pin of a new participant.
async fn with_pin(server: &TestServer) -> (String, String) {
    let (pin_id, me) = (id(), participant());
    server.put_pin(&pin_id, &pin(&me, "Geheimewoorden")).await.expect(201);
    (pin_id, me)
}

async fn many(server: &TestServer) -> Vec<(String, String)> {
    join_all((0..AT_ONCE).map(|_| with_pin(server))).await
}

async fn send_photo(server: &TestServer, at: &str, photo: &str, me: &str) -> Reply {
    let path = format!("{}/photos/{photo}", server.pin_path(at));
    let request = server.request(Method::PUT, &path).header("participant", me);
    Reply::of(request.multipart(multipart(jpeg(24, 16), "foto.jpg", "Bijschrift"))).await
}

async fn me_too(server: &TestServer, at: &str, who: &str) -> Reply {
    let path = format!("{}/me-too", server.pin_path(at));
    Reply::of(server.request(Method::PUT, &path).header("participant", who)).await
}

/// Nothing hangs on a pin that was taken back, and nothing of it is left.
async fn nothing_is_left(server: &TestServer) {
    for sql in [
        "SELECT COUNT(*) FROM pin WHERE removed = 1 AND (text IS NOT NULL OR lon IS NOT NULL OR kind IS NOT NULL \
         OR participant IS NOT NULL OR place_name IS NOT NULL OR approved = 1)",
        "SELECT COUNT(*) FROM photo f JOIN pin p ON p.session_code = f.session_code AND p.id = f.pin_id WHERE p.removed = 1",
        "SELECT COUNT(*) FROM me_too m JOIN pin p ON p.session_code = m.session_code AND p.id = m.pin_id WHERE p.removed = 1",
        "SELECT COUNT(*) FROM walk WHERE removed = 1 AND (title IS NOT NULL OR track IS NOT NULL)",
        "SELECT COUNT(*) FROM photo f JOIN walk w ON w.session_code = f.session_code AND w.id = f.walk_id WHERE w.removed = 1",
    ] {
        assert_eq!(server.place.count(sql).await, 0, "{sql}");
    }
}

#[test]
fn a_change_beside_a_delete_brings_nothing_back() {
    server().without_limits().story(async |server| {
        hammer(async || {
            let pins = many(server).await;
            join_all(pins.iter().map(async |(id, me)| {
                let patch = json!({"properties": {"text": "Teruggekomen", "theme": "wonen"}});
                let (changed, gone) =
                    tokio::join!(server.patch_pin(id, me, &patch), server.delete_pin(id, me));
                gone.expect(204);
                assert!([200, 410].contains(&changed.status), "{}", changed.text());
            }))
            .await;
        })
        .await;
        nothing_is_left(server).await;
    });
}

#[test]
fn a_photo_beside_the_delete_of_its_pin_does_not_stay() {
    server().without_limits().story(async |server| {
        hammer(async || {
            let pins = many(server).await;
            join_all(pins.iter().map(async |(at, me)| {
                let photo = id();
                let (sent, gone) =
                    tokio::join!(send_photo(server, at, &photo, me), server.delete_pin(at, me));
                gone.expect(204);
                assert!([201, 404, 410].contains(&sent.status), "{} {}", sent.status, sent.text());
            }))
            .await;
        })
        .await;
        nothing_is_left(server).await;
    });
}

#[test]
fn eleven_photos_at_once_are_six_at_a_pin() {
    server().without_limits().story(async |server| {
        let (at, me) = with_pin(server).await;
        let photos: Vec<String> = (0..11).map(|_| id()).collect();
        let sent = join_all(photos.iter().map(|photo| send_photo(server, &at, photo, &me))).await;
        assert_eq!(sent.iter().filter(|reply| reply.status == 201).count(), 6);
        assert_eq!(server.place.count("SELECT COUNT(*) FROM photo").await, 6);
    });
}

#[test]
fn two_deletes_at_once_are_one() {
    server().without_limits().story(async |server| {
        hammer(async || {
            let pins = many(server).await;
            join_all(pins.iter().map(async |(at, me)| {
                send_photo(server, at, &id(), me).await.expect(201);
                let (one, two) = tokio::join!(server.delete_pin(at, me), server.delete_pin(at, me));
                one.expect(204);
                two.expect(204);
            }))
            .await;
        })
        .await;
        nothing_is_left(server).await;
    });
}

#[test]
fn two_puts_of_the_same_pin_at_once_are_one_pin() {
    server().without_limits().story(async |server| {
        let before = server.place.count("SELECT COUNT(*) FROM pin").await;
        join_all((0..AT_ONCE).map(async |_| {
            let (id, body) = (id(), pin(&participant(), "Tweemaal verstuurd"));
            let (one, two) = tokio::join!(server.put_pin(&id, &body), server.put_pin(&id, &body));
            let mut came = [one.status, two.status];
            came.sort_unstable();
            assert_eq!(came, [200, 201]);
        }))
        .await;
        let made = i64::try_from(AT_ONCE).unwrap();
        assert_eq!(server.place.count("SELECT COUNT(*) FROM pin").await - before, made);
    });
}

#[test]
fn seeing_it_too_beside_the_delete_of_the_pin_does_not_stay() {
    server().without_limits().story(async |server| {
        hammer(async || {
            let pins = many(server).await;
            // Each with words of its own, by which others find the handle.
            server
                .place
                .sql("UPDATE pin SET approved = 1, text = id, version = version + 1 WHERE removed = 0")
                .await;
            let told = server.pins(None).await;
            let handle = |at: &str| {
                let one = told.iter().find(|one| one["properties"]["text"] == at).unwrap();
                one["properties"]["handle"].as_str().unwrap().to_owned()
            };
            join_all(pins.iter().map(async |(at, me)| {
                let (bo, cas, handle) = (participant(), participant(), handle(at));
                let (one, gone, two) = tokio::join!(
                    me_too(server, &handle, &bo),
                    server.delete_pin(at, me),
                    me_too(server, &handle, &cas)
                );
                gone.expect(204);
                for seen in [one, two] {
                    assert!([204, 404, 410].contains(&seen.status), "{}", seen.text());
                }
            }))
            .await;
        })
        .await;
        nothing_is_left(server).await;
    });
}

#[test]
fn words_that_change_while_somebody_decides_are_never_approved_unseen() {
    server().without_limits().story(async |server| {
        let token = begeleider(server);
        hammer(async || {
            let pins = many(server).await;
            join_all(pins.iter().map(async |(at, me)| {
                let patch = json!({"properties": {"text": "Ongezienewoorden"}});
                let verdict = json!({"decision": "approve", "version": 0});
                let (changed, decided) =
                    tokio::join!(server.patch_pin(at, me, &patch), decide(server, &token, at, &verdict));
                changed.expect(200);
                assert!([200, 409].contains(&decided.status), "{}", decided.text());
            }))
            .await;
        })
        .await;
        let unseen = "SELECT COUNT(*) FROM pin WHERE approved = 1 AND text = 'Ongezienewoorden'";
        assert_eq!(server.place.count(unseen).await, 0);
    });
}

#[test]
fn of_two_decisions_at_once_one_is_told() {
    server().without_limits().story(async |server| {
        let token = begeleider(server);
        join_all(many(server).await.iter().map(async |(at, _)| {
            let verdict = json!({"decision": "approve"});
            let (one, two) =
                tokio::join!(decide(server, &token, at, &verdict), decide(server, &token, at, &verdict));
            let mut came = [one.status, two.status];
            came.sort_unstable();
            assert_eq!(came, [200, 409]);
        }))
        .await;
    });
}

#[test]
fn a_decision_beside_the_delete_of_its_pin_leaves_nothing() {
    server().without_limits().story(async |server| {
        let token = begeleider(server);
        for verdict in [
            json!({"decision": "approve"}),
            json!({"decision": "hide"}),
            json!({"decision": "delete", "reason": "naam-of-persoon"}),
        ] {
            let pins = many(server).await;
            join_all(pins.iter().map(async |(at, me)| {
                let photo = id();
                send_photo(server, at, &photo, me).await.expect(201);
                let (text, picture, gone) = tokio::join!(
                    decide(server, &token, at, &verdict),
                    decide(server, &token, &photo, &verdict),
                    server.delete_pin(at, me)
                );
                for decided in [text, picture] {
                    assert!([200, 404, 409].contains(&decided.status), "{}", decided.text());
                }
                assert!([204, 410].contains(&gone.status), "{}", gone.text());
            }))
            .await;
        }
        nothing_is_left(server).await;
        let gone = "SELECT COUNT(*) FROM photo";
        assert_eq!(server.place.count(gone).await, 0);
    });
}

#[test]
fn with_five_words_and_with_the_device_at_once_a_pin_is_withdrawn_once() {
    server().without_limits().story(async |server| {
        join_all(many(server).await.iter().map(async |(at, me)| {
            send_photo(server, at, &id(), me).await.expect(201);
            let path = format!("/api/v1/sessions/{}/receipts", server.code);
            let given = Reply::of(server.request(Method::POST, &path).header("participant", me)).await;
            let words: Vec<String> = serde_json::from_value(given.json(201)["words"].clone()).unwrap();
            let path = format!("{path}/pins/{at}");
            let withdraw =
                || Reply::of(server.request(Method::DELETE, &path).header("receipt", words.join("-")));
            let (one, two, gone) = tokio::join!(withdraw(), withdraw(), server.delete_pin(at, me));
            for withdrawn in [one, two] {
                assert!([204, 404].contains(&withdrawn.status), "{}", withdrawn.text());
            }
            gone.expect(204);
        }))
        .await;
        nothing_is_left(server).await;
    });
}

#[test]
fn two_deletes_of_a_walk_and_a_photo_for_it_at_once_leave_nothing() {
    server().without_limits().story(async |server| {
        join_all((0..AT_ONCE).map(async |_| {
            let (walk, me) = (id(), participant());
            let path = format!("/api/v1/sessions/{}/walks/{walk}", server.code);
            let body = json!({"title": "Rondje", "participant": me});
            Reply::of(server.request(Method::PUT, &path).json(&body)).await.expect(201);
            let photo = |kind: &'static str| {
                let form = multipart(jpeg(24, 16), "foto.jpg", "");
                let form = form.text("lon", "4.930").text("lat", "52.350").text("kind", kind);
                let request = server.request(Method::PUT, &format!("{path}/photos/{}", id()));
                Reply::of(request.header("participant", &me).multipart(form))
            };
            let delete = || Reply::of(server.request(Method::DELETE, &path).header("participant", &me));
            photo("zorg").await.expect(201);
            let (one, two, sent) = tokio::join!(delete(), delete(), photo("idee"));
            one.expect(204);
            two.expect(204);
            assert!([201, 404, 410].contains(&sent.status), "{} {}", sent.status, sent.text());
        }))
        .await;
        nothing_is_left(server).await;
    });
}

#[test]
fn the_same_answer_twice_at_once_is_one_and_two_deletes_of_it_are_one() {
    server().without_limits().story(async |server| {
        crate::teruglegging::at_the_table(server).await;
        let server = &*server;
        join_all((0..AT_ONCE).map(async |_| {
            let (answer, me) = (id(), participant());
            let body = json!({"about": "beter", "place": crate::harness::MIDDLE, "says": "klopt", "words": "Ja",
                "participant": me});
            let put = || crate::teruglegging::put(server, &answer, &body);
            let (one, two) = tokio::join!(put(), put());
            let mut came = [one.status, two.status];
            came.sort_unstable();
            assert_eq!(came, [200, 201]);
            let path = format!("/api/v1/sessions/{}/answers/{answer}", server.code);
            let delete = || Reply::of(server.request(Method::DELETE, &path).header("participant", &me));
            let (one, two) = tokio::join!(delete(), delete());
            one.expect(204);
            two.expect(204);
        }))
        .await;
        let left = "SELECT COUNT(*) FROM answer WHERE removed = 1 AND words IS NOT NULL";
        assert_eq!(server.place.count(left).await, 0);
    });
}

#[test]
fn the_same_picture_at_two_pins_can_be_covered_from_both_at_once() {
    server().without_limits().story(async |server| {
        let token = begeleider(server);
        let edit = async |photo: &str| {
            let path = format!("/api/v1/sessions/{}/moderation/{photo}/edit", server.code);
            let body = json!({"turn": 180});
            Reply::of(server.request(Method::POST, &path).bearer_auth(&token).json(&body)).await
        };
        for _ in 0..TIMES {
            let (pins, photos) = (many(server).await, [id(), id()]);
            for (photo, (at, me)) in photos.iter().zip(&pins) {
                send_photo(server, at, photo, me).await.expect(201);
            }
            let (one, two) = tokio::join!(edit(&photos[0]), edit(&photos[1]));
            for edited in [one, two] {
                assert!([200, 409].contains(&edited.status), "{} {}", edited.status, edited.text());
            }
            for (at, me) in pins {
                server.delete_pin(&at, &me).await.expect(204);
            }
        }
    });
}

#[test]
fn what_comes_in_while_a_wijksessie_is_closed_is_in_or_refused() {
    server().without_limits().story(async |server| {
        let pins: Vec<(String, Value)> =
            (0..AT_ONCE * TIMES).map(|_| (id(), pin(&participant(), "Net op tijd"))).collect();
        let sending = join_all(pins.iter().map(async |(id, body)| server.put_pin(id, body).await.status));
        let (code, place) = (server.code.clone(), server.place.program());
        let closing = tokio::task::spawn_blocking(move || {
            let mut close = place;
            close.args(["session", "close", &code]).output().unwrap()
        });
        let (came, closed) = tokio::join!(sending, closing);
        assert!(closed.unwrap().status.success());
        assert!(came.iter().all(|status| [201, 410].contains(status)), "{came:?}");
        let kept = i64::try_from(came.iter().filter(|status| **status == 201).count()).unwrap();
        assert_eq!(server.place.count("SELECT COUNT(*) FROM pin WHERE removed = 0").await, kept);
    });
}

#[test]
fn a_decision_about_a_pin_that_somebody_sees_too_does_not_lose_who_sees_it() {
    server().without_limits().story(async |server| {
        let (token, me) = (begeleider(server), participant());
        let (_, at) = heard_pin(server, &token, &me, "De bank in de zon").await;
        let people: Vec<String> = (0..AT_ONCE).map(|_| participant()).collect();
        let seen = join_all(people.iter().map(|who| me_too(server, &at, who))).await;
        assert!(seen.iter().all(|reply| reply.status == 204));
        let count = i64::try_from(AT_ONCE).unwrap();
        assert_eq!(server.place.count("SELECT COUNT(*) FROM me_too").await, count);
    });
}
