//! Lines, heads and names as strangers send them: half a head, thousands of silent lines, two hosts, names that turn what
//! stands around them, addresses in another dress.

use std::time::{Duration, Instant};

use buurtblik::server::router::{Access, ROUTES};
use reqwest::Method;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;

use crate::harness::{Reply, TestServer, server, story};

fn address(server: &TestServer) -> &str {
    server.url.strip_prefix("http://").unwrap()
}

/// Sends these bytes; what comes back until the line ends.
async fn send(server: &TestServer, bytes: &str) -> String {
    let mut stream = TcpStream::connect(address(server)).await.unwrap();
    stream.write_all(bytes.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // A reset is an end as well.
    drop(
        timeout(Duration::from_secs(30), stream.read_to_end(&mut answer)).await.expect("the line stays open"),
    );
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_head_that_does_not_come_is_not_waited_for() {
    server().story_of_the_door(async |server| {
        let started = Instant::now();
        let half = format!("GET /healthz HTTP/1.1\r\nhost: {}\r\nx-half: ", address(server));
        let asked_once = format!("GET /healthz HTTP/1.1\r\nhost: {}\r\n\r\n", address(server));
        let (nothing, half, kept) =
            futures::join!(send(server, ""), send(server, &half), send(server, &asked_once));
        assert!(!nothing.starts_with("HTTP/1.1 2") && !half.starts_with("HTTP/1.1 2"), "{nothing} {half}");
        assert!(kept.starts_with("HTTP/1.1 200"), "{kept}");
        let elapsed = started.elapsed();
        assert!((Duration::from_secs(8)..Duration::from_secs(20)).contains(&elapsed), "{elapsed:?}");
    });
}

#[test]
fn lines_that_say_nothing_keep_nobody_out() {
    server().with_files(400).story_of_the_door(async |server| {
        let mut silent = Vec::new();
        let from = Instant::now();
        for n in 0..300 {
            let mut stream = TcpStream::connect(address(server)).await.unwrap();
            // Half of a head, or nothing at all.
            if n % 2 == 0 {
                drop(stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n").await);
            }
            silent.push(stream);
            if n % 30 == 29 {
                let asked = Instant::now();
                server.get("/healthz").await.expect(200);
                assert!(asked.elapsed() < Duration::from_secs(3), "after {n} lines: {:?}", asked.elapsed());
            }
        }
        println!("300 silent lines in {:?}", from.elapsed());
        drop(silent);
        server.get("/healthz").await.expect(200);
    });
}

/// A line from another machine than the tests': one of the other addresses that this machine has for itself.
async fn from_elsewhere(server: &TestServer) -> std::io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind("127.0.0.2:0".parse().unwrap())?;
    socket.connect(address(server).parse().unwrap()).await
}

#[test]
fn lines_on_which_a_byte_comes_now_and_then_keep_nobody_out_and_are_given_up() {
    server().with_files(400).story_of_the_door(async |server| {
        let kind = "content-type: application/x-www-form-urlencoded";
        let here = address(server);
        let head =
            format!("POST /inloggen HTTP/1.1\r\nhost: {here}\r\n{kind}\r\ncontent-length: 9000\r\n\r\n");
        let mut lines = Vec::new();
        for _ in 0..200 {
            let Ok(mut line) = from_elsewhere(server).await else { continue };
            drop(line.write_all(head.as_bytes()).await);
            lines.push(line);
        }
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(30) {
            for line in &mut lines {
                drop(line.write_all(b"a").await);
            }
            let asked = Instant::now();
            server.get("/healthz").await.expect(200);
            assert!(asked.elapsed() < Duration::from_secs(3), "{:?}", asked.elapsed());
            tokio::time::sleep(Duration::from_secs(2)).await;
        }
        for mut line in lines {
            let mut answer = Vec::new();
            // A reset is an end as well.
            drop(timeout(Duration::from_secs(5), line.read_to_end(&mut answer)).await.expect("still open"));
            let answer = String::from_utf8_lossy(&answer);
            assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408 "), "{answer}");
        }
    });
}

#[test]
fn who_asks_and_asks_and_reads_nothing_is_let_go() {
    server().story_of_the_door(async |server| {
        let mut line = TcpStream::connect(address(server)).await.unwrap();
        let asked = format!("GET /privacy HTTP/1.1\r\nhost: {}\r\n\r\n", address(server)).repeat(100);
        let ended = timeout(Duration::from_secs(90), async {
            while line.write_all(asked.as_bytes()).await.is_ok() {}
        });
        ended.await.expect("the line stays open");
        server.get("/healthz").await.expect(200);
    });
}

#[test]
fn a_request_names_one_host_once() {
    server().story_of_the_door(async |server| {
        let here = address(server);
        let close = "connection: close\r\n\r\n";
        for (hosts, status) in [
            (format!("host: {here}\r\n"), 200),
            (format!("Host: {here}\r\n"), 200),
            (String::new(), 400),
            (format!("host: {here}\r\nhost: {here}\r\n"), 400),
            (format!("host: {here}\r\nHost: evil.example\r\n"), 400),
            ("host: \r\n".to_owned(), 400),
            (format!("host: {here}, evil.example\r\n"), 400),
        ] {
            let answer = send(server, &format!("GET /healthz HTTP/1.1\r\n{hosts}{close}")).await;
            assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{hosts:?}: {answer}");
        }
        let old = send(server, &format!("GET /healthz HTTP/1.0\r\n{close}")).await;
        assert!(old.contains(" 400 "), "{old}");
    });
}

#[test]
fn a_name_turns_nothing_that_stands_around_it() {
    story(async |server| {
        let token = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        let begeleider = crate::moderation::begeleider(server);
        let traject = server.traject.as_str();
        for bad in ["Sam \u{202e}reeheheb", "\u{2066}Sam", "Sam\u{200f}", "Sam\nrol", "Sam\u{7}"] {
            server
                .place
                .cli(&["staff", "add", "--name", bad, "--role", "beheerder"])
                .failed("onzichtbare tekens");
            server
                .place
                .cli(&["traject", "create", "--buurt", "BU0001", "--title", bad])
                .failed("onzichtbare tekens");
            let session = [
                "session",
                "create",
                "--traject",
                traject,
                "--title",
                bad,
                "--method",
                "open",
                "--audience",
                "bewoners",
            ];
            server.place.cli(&session).failed("onzichtbare tekens");
            // What nobody sees at all a form takes off by itself.
            if bad.contains('\u{7}') {
                continue;
            }
            let form = [("name", bad), ("role", "beheerder"), ("traject", "")];
            let sent = server.request(Method::POST, "/beheer/medewerkers").bearer_auth(&token).form(&form);
            Reply::of_any(sent).await.expect(422);
            for form in [[("title", bad), ("group", "")], [("title", "Goed"), ("group", bad)]] {
                let path = format!("/traject/{traject}/momenten/nieuw");
                let sent = server.request(Method::POST, &path).bearer_auth(&begeleider).form(&form);
                Reply::of_any(sent).await.expect(422);
            }
        }
        server.place.cli(&["staff", "add", "--name", "نعيمة O’Brien", "--role", "beheerder"]).worked();
    });
}

#[test]
fn an_address_in_another_dress_is_of_the_same_traject() {
    story(async |server| {
        let other = server.place.traject();
        let strangers = ["professional", "begeleider"]
            .map(|role| server.staff(role, Some(&other))["token"].as_str().unwrap().to_owned());
        // Every letter as a number, and the first one only.
        let dressed =
            |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat();
        let first = |text: &str| format!("%{:02x}{}", text.as_bytes()[0], &text[1..]);
        for (method, path, access) in ROUTES {
            let about = path.contains("/{code}")
                || path.starts_with("/traject/{id}")
                || path.contains("/trajects/{id}");
            if *method != "GET" || !about || !matches!(access, Access::Staff(_)) {
                continue;
            }
            for name in [dressed(&server.code), first(&server.code), server.code.to_lowercase()] {
                let traject =
                    if name.contains('%') { dressed(&server.traject) } else { server.traject.clone() };
                let path = if path.contains("{code}") {
                    path.replace("{code}", &name)
                } else {
                    path.replacen("{id}", &traject, 1)
                };
                let path: Vec<&str> =
                    path.split('/').map(|part| if part.starts_with('{') { "1" } else { part }).collect();
                for token in &strangers {
                    let told = server.get_as(token, &path.join("/")).await;
                    assert_eq!(told.status, 403, "{}", path.join("/"));
                }
            }
        }
        let beheerder = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        let trail = server.get_as(&beheerder, "/beheer/logboek.csv").await.text();
        assert!(
            trail.contains(",refused,") && trail.contains(&server.traject),
            "the door itself refused: {trail}"
        );
    });
}
