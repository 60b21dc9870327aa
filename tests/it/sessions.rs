//! What anybody may ask of a wijksessie, and what stands round every answer.

use reqwest::Method;
use serde_json::json;

use crate::harness::{Reply, id, participant, pin, story};

#[test]
fn a_session_says_what_a_page_needs_to_know() {
    story(async |server| {
        let session = server.get(&format!("/api/v1/sessions/{}", server.code)).await.json(200);
        assert_eq!(session["title"], "Koffie op het plein");
        assert_eq!(session["status"], "open");
        assert_eq!(session["buurt"]["code"], "BU0001");
        assert_eq!(session["buurt"]["name"], "Proefbuurt");
        assert_eq!(session["buurt"]["bbox"], json!([4.926, 52.348, 4.934, 52.352]));
        assert_eq!(session["buurten"], json!([{"code": "BU0001", "name": "Proefbuurt"}]));
        assert_eq!(session["kinds"], json!(["gaat-goed", "kracht", "zorg", "idee"]));
        assert_eq!(session["themes"].as_array().unwrap().len(), 8);
        let promise = session["promise"].as_str().unwrap();
        assert!(!promise.is_empty() && promise.lines().count() <= 3, "{promise}");
    });
}

#[test]
fn a_code_is_found_as_people_type_it() {
    story(async |server| {
        let typed = format!("{}-{}", &server.code[..3].to_lowercase(), &server.code[3..]);
        server.get(&format!("/api/v1/sessions/{typed}")).await.expect(200);
    });
}

#[test]
fn a_session_that_is_not_there_is_a_404_for_every_request() {
    story(async |server| {
        let (id, me) = (id(), participant());
        let pins = "/api/v1/sessions/ZZZZZZ/pins";
        server.get("/api/v1/sessions/ZZZZZZ").await.problem(404);
        server.get(pins).await.problem(404);
        let put = server.request(Method::PUT, &format!("{pins}/{id}")).json(&pin(&me, "Mooi"));
        Reply::of(put).await.problem(404);
        for method in [Method::PATCH, Method::DELETE] {
            let request = server.request(method, &format!("{pins}/{id}")).header("participant", &me);
            Reply::of(request.body("{}")).await.problem(404);
        }
        assert_eq!(server.get("/s/ZZZZZZ").await.status, 404);
    });
}

#[test]
fn the_page_of_a_session_shows_its_title_and_its_map() {
    story(async |server| {
        let page = server.get(&format!("/s/{}", server.code)).await;
        page.expect(200);
        assert!(page.header("content-type").starts_with("text/html"));
        assert!(page.text().contains("Koffie op het plein"));
        let session = server.get(&format!("/api/v1/sessions/{}", server.code)).await.json(200);
        let svg = session["plattegrond"]["svg"].as_str().unwrap();
        // The page has the same in two pictures: the ground, and the names over it.
        let named = svg.strip_suffix(".svg").unwrap();
        let parts: Vec<String> = [".grond-1.svg", ".letters-1-0.svg", ".letters-1-1.svg"]
            .map(|end| format!("{named}{end}"))
            .into();
        for part in &parts {
            assert!(page.text().contains(part), "the page does not show {part}");
        }
        for picture in parts.iter().map(String::as_str).chain([svg]) {
            let drawn = server.get(picture).await;
            assert_eq!(drawn.expect(200).header("content-type"), "image/svg+xml");
            assert!(drawn.header("cache-control").contains("immutable"));
            assert!(drawn.text().contains("<svg"));
            // A device keeps it only where the server names it: a portal sends drawings too.
            assert_eq!(picture.rsplit('/').next(), Some(drawn.header("buurtblik-file")));
        }
        for none in [".grond-0.svg", ".letters-1-99.svg", ".letters-1-x.svg", ".letters-1.svg"] {
            server.get(&format!("{named}{none}")).await.expect(404);
        }
        let named = named.trim_start_matches('/').trim_start_matches("plattegrond/");
        for ending in ["geojson", "json"] {
            let file = server.get(&format!("/plattegrond/{named}.{ending}")).await;
            assert_eq!(file.expect(200).header("buurtblik-file"), format!("{named}.{ending}"));
        }
        let map = server.get(session["plattegrond"]["geojson"].as_str().unwrap()).await.json(200);
        assert_eq!(map["buurt"]["name"], "Proefbuurt");
    });
}

#[test]
fn the_page_of_a_session_is_not_sent_again_to_whoever_has_it_as_it_is() {
    story(async |server| {
        let path = format!("/s/{}", server.code);
        let first = server.get(&path).await;
        assert_eq!(first.expect(200).header("cache-control"), "no-store");
        let asked = async |etag: &str| {
            let request = server.request(Method::GET, &path).header("if-none-match", etag);
            Reply::of(request).await
        };
        let etag = first.header("etag").to_owned();
        for known in [etag.clone(), format!("\"other\", {etag}"), "*".to_owned()] {
            let again = asked(&known).await;
            assert!(again.expect(304).bytes.is_empty(), "{known}");
            assert_eq!(again.header("etag"), etag);
        }
        for other in ["\"other\"", "W/\"\"", "what is no tag", ""] {
            assert_eq!(asked(other).await.expect(200).text(), first.text(), "{other}");
        }
        server.place.cli(&["session", "close", &server.code]).worked();
        assert_ne!(asked(&etag).await.expect(200).header("etag"), etag);
    });
}

#[test]
fn health_tells_that_the_database_answers() {
    story(async |server| {
        let health = server.get("/healthz").await.json(200);
        assert_eq!(health["status"], "ok");
        assert!(!health["version"].as_str().unwrap().is_empty());
    });
}

#[test]
fn every_answer_forbids_scripts_of_others() {
    story(async |server| {
        let page = format!("/s/{}", server.code);
        for path in [page.as_str(), "/healthz", "/api/v1/sessions/ZZZZZZ", "/nergens", "/assets/none.js"] {
            let reply = server.get(path).await;
            let policy = reply.header("content-security-policy");
            assert!(
                policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"),
                "{path}: {policy}"
            );
            assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        }
    });
}
