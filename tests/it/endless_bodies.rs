//! Bodies that never end: cut off by their size or by their silence.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::harness::{TestServer, id, participant, pin, server, story};

/// Sends the head of a PUT with a chunked body.
async fn begin(server: &TestServer, path: &str, headers: &str) -> TcpStream {
    let address = server.url.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head =
        format!("PUT {path} HTTP/1.1\r\nhost: {address}\r\ntransfer-encoding: chunked\r\n{headers}\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    stream
}

/// Keeps sending this chunk until the server ends the connection; what it answered, and how many bytes it took.
async fn flood(stream: TcpStream, chunk: &[u8]) -> (String, usize) {
    let (mut from, mut to) = stream.into_split();
    let mut framed = format!("{:x}\r\n", chunk.len()).into_bytes();
    framed.extend(chunk);
    framed.extend(b"\r\n");
    let sending = tokio::spawn(async move {
        let mut bytes = 0;
        while to.write_all(&framed).await.is_ok() {
            bytes += framed.len();
        }
        bytes
    });
    let mut answer = Vec::new();
    // A reset after the answer is an end as well.
    drop(
        timeout(Duration::from_mins(1), from.read_to_end(&mut answer))
            .await
            .expect("the server reads on and on"),
    );
    drop(from);
    let sent = timeout(Duration::from_mins(1), sending).await.expect("the connection stays open").unwrap();
    (String::from_utf8_lossy(&answer).into_owned(), sent)
}

fn is_problem(answer: &str, status: u16) {
    assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer:?}");
    assert!(answer.to_lowercase().contains("content-type: application/problem+json"), "{answer}");
    assert!(answer.contains(&format!("\"status\":{status}")), "{answer}");
}

#[test]
fn a_pin_that_never_ends_is_refused_at_its_limit_and_the_connection_ends() {
    story(async |server| {
        let stream = begin(server, &server.pin_path(&id()), "").await;
        let (answer, sent) = flood(stream, &[b' '; 16 * 1024]).await;
        is_problem(&answer, 413);
        assert!(sent < 50_000_000, "{sent} bytes were taken");
        server.put_pin(&id(), &pin(&participant(), "En nu een gewone")).await.expect(201);
    });
}

#[test]
fn a_photo_that_never_ends_is_refused_at_its_limit_and_the_connection_ends() {
    story(async |server| {
        let (pin_id, me) = (id(), participant());
        server.put_pin(&pin_id, &pin(&me, "Met een foto")).await.expect(201);
        let path = format!("{}/photos/{}", server.pin_path(&pin_id), id());
        let headers = format!("participant: {me}\r\ncontent-type: multipart/form-data; boundary=X\r\n");
        let mut stream = begin(server, &path, &headers).await;
        let part = "--X\r\ncontent-disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n";
        stream.write_all(format!("{:x}\r\n{part}\r\n", part.len()).as_bytes()).await.unwrap();
        let (answer, sent) = flood(stream, &[0xFF; 16 * 1024]).await;
        is_problem(&answer, 413);
        assert!((25_000_000..100_000_000).contains(&sent), "{sent} bytes were taken");
        server.put_pin(&id(), &pin(&me, "En nu een gewone")).await.expect(201);
    });
}

#[test]
fn a_body_that_falls_silent_is_given_up_within_half_a_minute() {
    // The same door for both databases, and a story that waits long enough.
    server().story_of_the_door(async |server| {
        let mut stream = begin(server, &server.pin_path(&id()), "").await;
        stream.write_all(b"1\r\n{\r\n").await.unwrap();
        let started = Instant::now();
        let mut answer = vec![0; 4096];
        let read = timeout(Duration::from_secs(40), stream.read(&mut answer)).await.expect("no end").unwrap();
        println!("given up after {:?}", started.elapsed());
        is_problem(&String::from_utf8_lossy(&answer[..read]), 408);
        server.put_pin(&id(), &pin(&participant(), "En nu een gewone")).await.expect(201);
    });
}

/// A tablet sends again after 408; after 400 it would think that the photo is refused for good.
#[test]
fn a_photo_that_falls_silent_is_asked_for_again_and_not_refused() {
    server().story_of_the_door(async |server| {
        let (pin_id, me) = (id(), participant());
        server.put_pin(&pin_id, &pin(&me, "Met een foto")).await.expect(201);
        let path = format!("{}/photos/{}", server.pin_path(&pin_id), id());
        let headers = format!("participant: {me}\r\ncontent-type: multipart/form-data; boundary=X\r\n");
        let mut stream = begin(server, &path, &headers).await;
        let part = "--X\r\ncontent-disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\nhalf";
        stream.write_all(format!("{:x}\r\n{part}\r\n", part.len()).as_bytes()).await.unwrap();
        let mut answer = vec![0; 4096];
        let read = timeout(Duration::from_secs(40), stream.read(&mut answer)).await.expect("no end").unwrap();
        is_problem(&String::from_utf8_lossy(&answer[..read]), 408);
    });
}

#[test]
fn a_body_that_breaks_off_leaves_nothing_behind() {
    story(async |server| {
        let (pin_id, me) = (id(), participant());
        let body = pin(&me, "Half").to_string();
        let mut stream = begin(server, &server.pin_path(&pin_id), "").await;
        let half = &body[..body.len() / 2];
        stream.write_all(format!("{:x}\r\n{half}\r\n", half.len()).as_bytes()).await.unwrap();
        drop(stream);
        assert!(server.pins(Some(&me)).await.is_empty());
        server.put_pin(&pin_id, &pin(&me, "Half")).await.expect(201);
    });
}
