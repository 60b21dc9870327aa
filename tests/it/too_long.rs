//! What does not fit: told beside its field, and how much does.

use reqwest::Method;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::harness::{Reply, TestServer, id, participant, server};

/// Sends a form without saying how long it is: the status.
async fn in_pieces(server: &TestServer, path: &str, me: &str, kind: &str, text: &str) -> String {
    let address = server.url.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let body = format!("id={}&plek=buurt&kind=zorg&text={text}", id());
    let pieces: Vec<String> = body
        .as_bytes()
        .chunks(7)
        .map(|piece| format!("{:x}\r\n{}\r\n", piece.len(), String::from_utf8_lossy(piece)))
        .collect();
    let pieces = pieces.concat();
    let request = format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\ncookie: beurt={me}\r\ncontent-type: {kind}\r\n\
         transfer-encoding: chunked\r\nconnection: close\r\n\r\n{pieces}0\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).split(' ').nth(1).unwrap_or_default().to_owned()
}

#[test]
fn a_form_of_more_than_any_page_sends_is_told_how_much_fits_and_one_of_unsaid_length_is_a_form_like_any_other()
 {
    server().story(async |server| {
        let (me, path) = (participant(), format!("/s/{}/formulier", server.code));
        let much = format!("id={}&plek=buurt&kind=zorg&text={}", id(), "x".repeat(1_000_000));
        let send = async |kind: &str, body: reqwest::Body| {
            let request = server.request(Method::POST, &path).header("cookie", format!("beurt={me}"));
            Reply::of_any(request.header("content-type", kind).body(body)).await
        };
        let page = send("application/x-www-form-urlencoded", much.into()).await.expect(413).text();
        assert!(page.contains("500.000 tekens"), "{page}");
        // In pieces, and by another writing of the same name: the same signs are taken off, and a NUL is no text.
        for kind in ["application/x-www-form-urlencoded", "Application/X-WWW-Form-URLencoded; charset=UTF-8"]
        {
            assert_eq!(in_pieces(server, &path, &me, kind, "Fijn%1B%07%20plein").await, "303");
            assert_eq!(in_pieces(server, &path, &me, kind, "a%00b").await, "422");
        }
        let mine = server.pins(Some(&me)).await;
        assert_eq!(mine.len(), 2);
        assert!(mine.iter().all(|pin| pin["properties"]["text"] == "Fijn plein"), "{mine:?}");
    });
}

#[test]
fn what_is_too_long_is_said_beside_its_field() {
    server().story(async |server| {
        let (pro, traject) = (server.professional(), server.traject.clone());
        let (line, words) = ("x".repeat(201), "y".repeat(5000));
        let row = id();
        let agreed = [
            ("id", row.as_str()),
            ("what", &words),
            ("where", "Het plein"),
            ("when", "mei"),
            ("who", &line),
            ("status", "afgesproken"),
        ];
        let coming = [
            ("id", row.as_str()),
            ("kind", "sloop"),
            ("title", "De flat"),
            ("words", &words),
            ("source", &line),
            ("starts_on", "2027"),
            ("plek", ""),
        ];
        for (path, form, fields) in [
            (format!("/traject/{traject}/agenda"), &agreed[..], ["what", "who"]),
            (format!("/traject/{traject}/plannen/nieuw"), &coming[..], ["words", "source"]),
            (
                format!("/traject/{traject}/terugkoppeling"),
                &[("version", "0"), ("intro", &words), ("closing", &words)][..],
                ["intro", "closing"],
            ),
        ] {
            let request = server.request(Method::POST, &path).bearer_auth(&pro).form(form);
            let page = Reply::of_any(request).await.expect(422).text();
            for field in fields {
                let tag = page.split('<').find(|tag| tag.contains(&format!("name=\"{field}\"")));
                let tag = tag.unwrap_or_else(|| panic!("{path}: no field {field}"));
                assert!(tag.contains("aria-invalid=\"true\""), "{path} {field}: {tag}");
            }
        }
    });
}
