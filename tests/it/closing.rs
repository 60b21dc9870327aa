//! What still works once a session is closed, and what does not.

use std::process::Stdio;
use std::time::{Duration, Instant};

use futures::future::join_all;
use reqwest::Method;
use serde_json::json;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use crate::harness::{Reply, id, jpeg, multipart, participant, pin, server, story};

#[test]
fn a_closed_session_takes_nothing_new() {
    story(async |server| {
        let (me, mine) = (participant(), id());
        server.put_pin(&mine, &pin(&me, "Op tijd")).await.expect(201);
        server.close();
        let session = server.get(&format!("/api/v1/sessions/{}", server.code)).await.json(200);
        assert_eq!(session["status"], "closed");
        server.put_pin(&id(), &pin(&me, "Te laat")).await.problem(410);
        server.patch_pin(&mine, &me, &json!({"properties": {"text": "Te laat"}})).await.problem(410);
        server.delete_pin(&mine, &me).await.problem(410);
        let path = format!("{}/photos/{}", server.pin_path(&mine), id());
        let photo = server.request(Method::PUT, &path).header("participant", &me);
        Reply::of(photo.multipart(multipart(jpeg(40, 20), "a.jpg", ""))).await.problem(410);
        assert_eq!(server.pins(Some(&me)).await[0]["properties"]["text"], "Op tijd");
    });
}

#[test]
fn the_very_same_content_stays_200_also_after_closing_and_releasing() {
    story(async |server| {
        let (me, mine) = (participant(), id());
        let body = pin(&me, "Op tijd");
        server.put_pin(&mine, &body).await.expect(201);
        for _ in 0..3 {
            server.put_pin(&id(), &pin(&participant(), "Ook op tijd")).await.expect(201);
        }
        server.close();
        server.put_pin(&mine, &body).await.expect(200);
        server.place.cli(&["session", "release", &server.code]).worked();
        server.put_pin(&mine, &body).await.expect(200);
        server.put_pin(&mine, &pin(&me, "Te laat")).await.problem(410);
    });
}

#[test]
fn what_was_taken_back_stays_gone_after_closing() {
    story(async |server| {
        let (me, mine) = (participant(), id());
        let body = pin(&me, "Toch niet");
        server.put_pin(&mine, &body).await.expect(201);
        server.delete_pin(&mine, &me).await.expect(204);
        server.close();
        server.put_pin(&mine, &body).await.problem(410);
    });
}

#[test]
fn what_comes_while_the_session_closes_is_kept_or_refused_and_never_lost() {
    server().without_limits().story(async |server| {
        let me = participant();
        let bodies: Vec<_> = (0..120).map(|n| pin(&me, &format!("Stip {n}"))).collect();
        let puts = join_all(bodies.iter().map(async |body| server.put_pin(&id(), body).await.status));
        let close = async { tokio::task::block_in_place(|| server.close()) };
        let (statuses, ()) = tokio::join!(puts, close);
        let kept = statuses.iter().filter(|status| **status == 201).count();
        assert!(statuses.iter().all(|status| [201, 410].contains(status)), "{statuses:?}");
        assert_eq!(server.pins(Some(&me)).await.len(), kept);
    });
}

#[test]
fn tablets_that_hang_up_halfway_do_not_keep_a_session_from_closing() {
    server().without_limits().story(async |server| {
        let me = participant();
        let address = server.url.strip_prefix("http://").unwrap().to_owned();
        let hang_up = async |n: u64| {
            let body = pin(&me, &format!("Stip {n}")).to_string();
            let path = server.pin_path(&id());
            let length = body.len();
            let head = format!("PUT {path} HTTP/1.1\r\nhost: {address}\r\ncontent-length: {length}\r\n\r\n");
            let mut stream = TcpStream::connect(&address).await.unwrap();
            stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
            tokio::time::sleep(Duration::from_micros(n * 1_511 % 40_000)).await;
        };
        for round in 0..20 {
            join_all((0..8).map(|n| hang_up(8 * round + n))).await;
        }
        let mut close = server.place.program();
        let close = close.args(["session", "close", &server.code]).stdout(Stdio::null());
        let mut close = close.spawn().unwrap();
        let until = Instant::now() + Duration::from_secs(20);
        while close.try_wait().unwrap().is_none() {
            if Instant::now() > until {
                close.kill().unwrap();
                panic!("the session cannot be closed: something holds it");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let kept = server.pins(Some(&me)).await.len();
        for _ in 0..20 {
            server.put_pin(&id(), &pin(&me, "Te laat")).await.problem(410);
        }
        assert_eq!(server.pins(Some(&me)).await.len(), kept, "a pin came in after closing");
    });
}

#[test]
fn a_session_closes_once() {
    story(async |server| {
        server.close();
        server.place.cli(&["session", "close", &server.code]).failed("gesloten");
        server.place.cli(&["session", "close", "ZZZZZZ"]).failed("geen bijeenkomst");
    });
}
