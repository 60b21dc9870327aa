//! A device tells our answer from a portal's: every 204 and every refusal names what it is about, and what was put is
//! answered as JSON with its id.

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::harness::{Reply, id, jpeg, multipart, participant, pin, server, story};
use crate::moderation::{begeleider, heard_pin};

/// The answer, which names this thing.
async fn about(thing: &str, status: u16, request: RequestBuilder) -> Reply {
    let reply = Reply::of_any(request).await;
    assert_eq!(reply.status, status, "{}", reply.text());
    assert_eq!(reply.header("buurtblik-id"), thing, "{status}: {}", reply.text());
    reply
}

#[test]
fn every_refusal_of_a_request_about_one_thing_names_it() {
    story(async |server| {
        let (me, mine) = (participant(), id());
        server.put_pin(&mine, &pin(&me, "Van mij")).await.expect(201);
        let json_body = |method: Method, path: &str, body: Value| {
            server.request(method, path).header("participant", &me).body(body.to_string())
        };
        let put = |id: &str, body: Value| json_body(Method::PUT, &server.pin_path(id), body);
        let (other, elsewhere) = (id(), format!("/api/v1/sessions/ZZZZZZ/pins/{mine}"));
        about(&mine, 404, json_body(Method::PUT, &elsewhere, pin(&me, "Nergens"))).await;
        about(&mine, 409, put(&mine, pin(&me, "Iets anders"))).await;
        about(&other, 422, put(&other, json!({"type": "Feature"}))).await;
        about(&other, 400, server.request(Method::PUT, &server.pin_path(&other)).body("{")).await;
        about(&other, 413, server.request(Method::PUT, &server.pin_path(&other)).body(" ".repeat(70_000)))
            .await;
        about(&other, 404, json_body(Method::PATCH, &server.pin_path(&other), json!({}))).await;
        about(&mine, 400, server.request(Method::DELETE, &server.pin_path(&mine))).await;
        about(&mine, 405, server.request(Method::POST, &server.pin_path(&mine))).await;
        about(&mine, 403, put(&mine, pin(&me, "Van elders")).header("origin", "https://elders.example"))
            .await;
        let session = format!("/api/v1/sessions/{}", server.code);
        about(&other, 401, server.request(Method::POST, &format!("{session}/moderation/{other}"))).await;
        about(&other, 404, json_body(Method::PUT, &format!("{session}/nergens/{other}"), json!({}))).await;
        let no_words = server.request(Method::DELETE, &format!("{session}/receipts/pins/{other}"));
        let refused = Reply::of_any(no_words).await;
        assert_eq!(refused.header("buurtblik-id"), other, "{}", refused.text());
        let photo = id();
        let path = format!("{}/photos/{photo}", server.pin_path(&mine));
        let form = multipart(b"geen foto".to_vec(), "a.jpg", "");
        about(&photo, 415, server.request(Method::PUT, &path).header("participant", &me).multipart(form))
            .await;
        server.close();
        about(&other, 410, put(&other, pin(&me, "Te laat"))).await;
    });
}

#[test]
fn a_refusal_of_somebody_who_sends_too_much_names_what_was_sent() {
    story(async |server| {
        let me = participant();
        for _ in 0..100 {
            let one = id();
            let reply = server.put_pin(&one, &pin(&me, "Veel")).await;
            assert_eq!(reply.header("buurtblik-id"), one);
            if reply.status == 429 {
                return;
            }
        }
        panic!("nobody was slowed");
    });
}

#[test]
fn every_answer_without_a_body_names_what_it_is_about() {
    server().story(async |server| {
        let (anna, bo, token) = (participant(), participant(), begeleider(server));
        let (seen, handle) = heard_pin(server, &token, &anna, "De bank in de zon").await;
        let path = format!("{}/me-too", server.pin_path(&handle));
        for method in [Method::PUT, Method::DELETE] {
            about(&handle, 204, server.request(method, &path).header("participant", &bo)).await;
        }
        about(
            &seen,
            204,
            server.request(Method::DELETE, &server.pin_path(&seen)).header("participant", &anna),
        )
        .await;
    });
}

#[test]
fn what_was_put_is_answered_with_its_id_the_second_time_too() {
    story(async |server| {
        let (me, mine, photo, walk, stop) = (participant(), id(), id(), id(), id());
        let base = format!("/api/v1/sessions/{}", server.code);
        let picture = jpeg(48, 32);
        for status in [201, 200] {
            let body = server.put_pin(&mine, &pin(&me, "Van mij")).await.json(status);
            assert_eq!(body["id"], json!(mine));
            let path = format!("{}/photos/{photo}", server.pin_path(&mine));
            let form = multipart(picture.clone(), "a.jpg", "");
            let sent = server.request(Method::PUT, &path).header("participant", &me).multipart(form);
            assert_eq!(about(&photo, status, sent).await.json(status)["id"], json!(photo));
            let made = json!({"title": "Rondje", "participant": me}).to_string();
            let sent = server.request(Method::PUT, &format!("{base}/walks/{walk}")).body(made);
            assert_eq!(about(&walk, status, sent).await.json(status)["id"], json!(walk));
            let path = format!("{base}/walks/{walk}/photos/{stop}");
            let form = multipart(jpeg(40, 40), "b.jpg", "");
            let sent = server.request(Method::PUT, &path).header("participant", &me).multipart(form);
            assert_eq!(about(&stop, status, sent).await.json(status)["id"], json!(stop));
        }
    });
}
