//! Whoever guesses: join codes by every way in, five words, from wherever they say they come.

use std::time::{Duration, Instant};

use buurtblik::server::router::{Access, ROUTES};
use futures::future::join_all;
use reqwest::{Method, RequestBuilder};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::harness::{MIDDLE, Reply, TestServer, id, participant, pin, server};

const FROM: &str = "x-forwarded-for";
/// Wrong codes, or words, that are free.
const FREE: usize = 20;

/// A code that no wijksessie has: a 5 is in none.
fn wrong_code(n: usize) -> String {
    format!("5{n:05}")
}

/// A request that is right but for its code.
fn guess(server: &TestServer, method: &str, path: &str, n: usize) -> RequestBuilder {
    let path = path.replace("{code}", &wrong_code(n));
    let path: Vec<String> =
        path.split('/').map(|part| if part.starts_with('{') { id() } else { part.to_owned() }).collect();
    let request = server.request(method.parse().unwrap(), &path.join("/"));
    let request =
        request.header("participant", participant()).header("receipt", "anker-appel-arm-baard-baken");
    if method == "GET" {
        return request;
    }
    if path.iter().any(|part| part == "s") {
        return request.form(&[
            ("words", "anker appel arm baard baken"),
            ("id", &id()),
            ("kind", "zorg"),
            ("text", "Iets"),
        ]);
    }
    let body = json!({
        "type": "Feature", "title": "Een rondje", "participant": participant(),
        "geometry": {"type": "Point", "coordinates": MIDDLE},
        "properties": {"kind": "zorg", "text": "Iets", "participant": participant()},
        "about": "zorg", "says": "klopt", "words": "",
    });
    request.header("content-type", "application/json").body(body.to_string())
}

/// How many of these are told, within some seconds, that there is no such wijksessie.
async fn told_wrong(sent: Vec<RequestBuilder>) -> usize {
    let answers = sent.into_iter().map(|one| timeout(Duration::from_secs(4), Reply::of_any(one)));
    let answers = join_all(answers).await;
    let wrong = |reply: &Reply| reply.status == 404 && reply.text().contains("Deze bijeenkomst is er niet");
    answers.into_iter().flatten().filter(wrong).count()
}

#[test]
fn join_codes_are_guessed_no_faster_by_any_way_in() {
    server().behind_a_proxy().story(async |server| {
        let ways =
            ROUTES.iter().filter(|(_, path, access)| *access == Access::Code && path.contains("{code}"));
        let mut ways: Vec<(&str, &str)> = ways.map(|(method, path, _)| (*method, *path)).collect();
        ways.push(("GET", "/s?code={code}"));
        let mut told = Vec::new();
        for (chunk, some) in ways.chunks(12).enumerate() {
            let each = some.iter().enumerate().map(async |(n, (method, path))| {
                let from = format!("198.51.{chunk}.{n}");
                let sent = (0..30).map(|k| guess(server, method, path, k).header(FROM, &from));
                (format!("{method} {path}"), told_wrong(sent.collect()).await)
            });
            told.extend(join_all(each).await);
        }
        let most: Vec<_> = told.iter().filter(|(_, told)| *told > FREE + 3).collect();
        assert!(most.is_empty(), "guessed too fast: {most:?}");
        let found = told.iter().filter(|(_, told)| *told >= FREE / 2).count();
        assert!(found > 20, "most ways in look the code up: {told:?}");
        // From all of them together it is no faster either.
        let mixed = ways
            .iter()
            .enumerate()
            .map(|(n, (method, path))| guess(server, method, path, n).header(FROM, "203.0.113.1"));
        let mixed = told_wrong(mixed.collect()).await;
        assert!(mixed <= FREE + 3, "{mixed}");
    });
}

#[test]
fn bodies_that_are_held_back_and_let_go_at_once_guess_no_faster() {
    server().story(async |server| {
        let address = server.url.strip_prefix("http://").unwrap();
        let body = pin(&participant(), "Iets").to_string();
        let mut held = Vec::new();
        for n in 0..60 {
            let mut stream = TcpStream::connect(address).await.unwrap();
            let request = format!(
                "PUT /api/v1/sessions/{}/pins/{} HTTP/1.1\r\nhost: {address}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                wrong_code(n), id(), body.len()
            );
            stream.write_all(request.as_bytes()).await.unwrap();
            stream.write_all(&body.as_bytes()[..body.len() - 1]).await.unwrap();
            held.push(stream);
        }
        let last = &body.as_bytes()[body.len() - 1..];
        let answers = held.iter_mut().map(async |stream| {
            stream.write_all(last).await.unwrap();
            let mut answer = String::new();
            let read = timeout(Duration::from_secs(4), stream.read_to_string(&mut answer)).await;
            read.is_ok() && answer.starts_with("HTTP/1.1 404")
        });
        let wrong = join_all(answers).await.into_iter().filter(|wrong| *wrong).count();
        assert!((1..=FREE + 3).contains(&wrong), "{wrong}");
    });
}

#[test]
fn whoever_writes_a_header_themselves_is_still_one_who_guesses() {
    server().story(async |server| {
        let sent = (0..60).map(|n| {
            let request = guess(server, "GET", "/api/v1/sessions/{code}", n);
            let (from, forwarded) = (format!("198.51.100.{n}"), format!("for=198.51.100.{n}"));
            request.header(FROM, from).header("forwarded", forwarded)
        });
        let wrong = told_wrong(sent.collect()).await;
        assert!(wrong <= FREE + 3, "{wrong}");
        assert!(
            server.log().contains("BUURTBLIK_TRUSTED_PROXIES"),
            "the log says that a proxy is not believed"
        );
        assert!(!server.log().contains("198.51.100"), "an address is in the log");
    });
}

#[test]
fn rooms_behind_one_proxy_are_rooms_of_their_own() {
    server().behind_a_proxy().story(async |server| {
        // Seventy-nine moments that begin at once, each of a tablet with a code that was mistyped before.
        let rooms = (0..79).map(async |n| {
            let header = if n % 2 == 0 { FROM } else { "forwarded" };
            let value =
                if n % 2 == 0 { format!("6.6.6.6, 198.51.100.{n}") } else { format!("for=198.51.100.{n}") };
            let mistyped = guess(server, "GET", "/s/{code}", n).header(header, &value);
            Reply::of_any(mistyped).await.expect(404);
            let from = Instant::now();
            let right = server.request(Method::GET, &format!("/api/v1/sessions/{}", server.code));
            Reply::of_any(right.header(header, &value)).await.expect(200);
            from.elapsed()
        });
        let slowest = join_all(rooms).await.into_iter().max().unwrap();
        assert!(slowest < Duration::from_secs(5), "{slowest:?}");
    });
}

#[test]
fn proxies_that_are_no_addresses_are_refused_by_name() {
    server().story_of_the_door(async |server| {
        let ran =
            server.place.cli(&["serve", "--addr", "127.0.0.1:0", "--trusted-proxies", "127.0.0.1,overal"]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.err.contains("overal") && !ran.err.contains("panicked"), "{ran:?}");
    });
}

/// Five words for the pins of this turn.
async fn receipt(server: &TestServer, who: &str) -> String {
    let path = format!("/api/v1/sessions/{}/receipts", server.code);
    let given = Reply::of(server.request(Method::POST, &path).header("participant", who)).await.json(201);
    let words: Vec<_> =
        given["words"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
    words.join("-")
}

#[test]
fn wrong_words_of_one_keep_nobody_from_withdrawing() {
    server().behind_a_proxy().story(async |server| {
        let mut mine = Vec::new();
        for _ in 0..3 {
            let (who, pin_id) = (participant(), id());
            server.put_pin(&pin_id, &pin(&who, "Van mij")).await.expect(201);
            mine.push((receipt(server, &who).await, pin_id));
        }
        let base = format!("/api/v1/sessions/{}/receipts/pins", server.code);
        let attack = (0..100).map(async |_| {
            let words = "anker-appel-arm-baard-baken";
            let request =
                server.request(Method::GET, &base).header("receipt", words).header(FROM, "198.51.100.1");
            timeout(Duration::from_secs(2), Reply::of_any(request)).await
        });
        let answers = join_all(attack).await;
        let of = |status| answers.iter().flatten().filter(|reply| reply.status == status).count();
        assert_eq!(of(404), FREE, "guesses that cost nothing");
        // Twenty that did not fit in the queue, and four a second.
        assert!((20..=20 + 12).contains(&of(429)), "{} refused in two seconds", of(429));

        let withdraw = async |n: usize, from: &str| {
            let (words, pin_id) = &mine[n];
            let request = server.request(Method::DELETE, &format!("{base}/{pin_id}"));
            let started = Instant::now();
            Reply::of_any(request.header("receipt", words).header(FROM, from)).await.expect(204);
            started.elapsed()
        };
        let elsewhere = withdraw(0, "203.0.113.7").await;
        assert!(elsewhere < Duration::from_secs(2), "from another place at once: {elsewhere:?}");
        let beside = withdraw(1, "198.51.100.1").await;
        assert!(beside < Duration::from_secs(20), "beside the one who guesses it takes a turn: {beside:?}");
        // By form, too.
        let (words, pin_id) = &mine[2];
        let form = server.request(Method::POST, &format!("/s/{}/terug/weg", server.code));
        let form = form.form(&[("words", words), ("id", pin_id)]).header(FROM, "203.0.113.7");
        Reply::of_any(form).await.expect(200);
        assert!(server.pins(None).await.is_empty());
    });
}
