//! Every refusal of the API has the form of the contract, also those that no room makes itself.

use reqwest::Method;

use crate::harness::{Reply, id, participant, pin, story};

#[test]
fn an_address_that_is_not_there_is_a_problem() {
    story(async |server| {
        for path in
            ["/api", "/api/v1", "/api/v1/nergens", "/api/v1/sessions", "/api/v1/sessions/%00", "/api/v2/%"]
        {
            let reply = server.get(path).await;
            assert_eq!(reply.status, 404, "{path}");
            if path != "/api" {
                reply.problem(404);
            }
        }
        for path in ["/nergens", "/s", "/mijn/nergens"] {
            assert!(
                server.get(path).await.expect(404).header("content-type").starts_with("text/html"),
                "{path}"
            );
        }
    });
}

#[test]
fn a_method_that_does_not_fit_is_a_problem() {
    story(async |server| {
        let pin = server.pin_path(&id());
        let session = format!("/api/v1/sessions/{}", server.code);
        let pins = format!("{session}/pins");
        for (method, path) in [
            (Method::POST, pin.as_str()),
            (Method::GET, pin.as_str()),
            (Method::DELETE, session.as_str()),
            (Method::PUT, pins.as_str()),
            (Method::DELETE, "/photos/00000000000000000000000000000000"),
        ] {
            Reply::of(server.request(method, path)).await.problem(405);
        }
    });
}

#[test]
fn an_address_or_a_question_that_cannot_be_read_is_a_problem() {
    story(async |server| {
        let token = server.professional();
        let layer = format!("/api/v1/trajects/{}/layers/all/all.json", server.traject);
        let session = format!("/api/v1/sessions/{}", server.code);
        let mut plain = Vec::new();
        for path in [
            "/api/v1/sessions/%FF".to_owned(),
            format!("{session}%FE/pins"),
            format!("{layer}?moment=avond&moment=nacht"),
            format!("{layer}?bandwidth=75&bandwidth=75"),
            "/photos/00000000000000000000000000000000?size=large&size=thumb".to_owned(),
        ] {
            let reply = server.get_as(&token, &path).await;
            assert!((400..500).contains(&reply.status), "{path}: {}", reply.status);
            if reply.header("content-type") == "application/problem+json" {
                reply.problem(reply.status);
            } else {
                plain.push(format!("{path}: {} {}", reply.status, reply.text()));
            }
        }
        assert!(plain.is_empty(), "{plain:#?}");
    });
}

#[test]
fn a_nul_in_an_address_finds_nothing() {
    story(async |server| {
        for path in
            ["/photos/%00", "/photos/a%00b?size=thumb", "/plattegrond/%00.svg", "/plattegrond/a%00.json"]
        {
            let reply = Reply::of_any(server.request(Method::GET, path)).await;
            assert_eq!(reply.status, 404, "{path}: {}", reply.text());
            reply.problem(404);
        }
        assert!([404, 410].contains(&server.get("/login/%00").await.status));
        assert_eq!(server.get("/s/%00").await.status, 404);
    });
}

#[test]
fn a_problem_tells_nobody_of_the_insides() {
    story(async |server| {
        let me = participant();
        for body in ["{", "\0", &pin(&me, "\0").to_string()] {
            let reply = server.put_pin_text(&id(), body.to_owned()).await;
            let text = reply.text().to_lowercase();
            for inside in ["sql", "serde", "column", "line 1", "src/", "panic"] {
                assert!(!text.contains(inside), "{inside} is in {text}");
            }
        }
    });
}
