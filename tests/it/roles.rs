//! Who may do what: every route of the program, walked by everybody.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use buurtblik::{
    people::accounts::{Right, Role},
    server::router::{Access, ROUTES},
};
use reqwest::Method;
use serde_json::Value;

use crate::harness::{Reply, TestServer, id, participant, pin, server};
use crate::live::send;

/// A route with its places filled in: this server's wijksessie and traject, and things that are not there.
fn filled(server: &TestServer, path: &str) -> String {
    let traject_first = path.starts_with("/traject") || path.starts_with("/api/v1/trajects");
    let nobody = "00000000-0000-4000-8000-000000000000";
    let own = if traject_first { server.traject.as_str() } else { nobody };
    path.replace("{code}", &server.code)
        .replace("{id}", own)
        .replace("{pin}", nobody)
        .replace("{photo}", nobody)
        .replace("{theme}", "all")
        .replace("/layers/all/{file}", "/layers/all/all.json")
        .replace("{file}", "none.svg")
        .replace("{link}", "none")
        .replace("{address}", "none")
}

async fn ask(server: &TestServer, method: &str, path: &str, token: Option<&str>) -> u16 {
    let mut request = server.request(method.parse::<Method>().unwrap(), &filled(server, path));
    if let Some(token) = token {
        request = request.bearer_auth(token);
    }
    if method != "GET" {
        request = request.form(&[("login", "-"), ("password", "-")]);
    }
    Reply::of_any(request).await.status
}

#[test]
fn every_route_is_open_to_whom_the_table_says_and_to_nobody_else() {
    server().without_limits().story(async |server| {
        let started = Instant::now();
        let other = server.place.traject();
        let token = |role: &str, traject: Option<&str>| {
            server.staff(role, traject)["token"].as_str().unwrap().to_owned()
        };
        let own = Some(server.traject.as_str());
        let people = [
            (Role::Professional, token("professional", own), true),
            (Role::Begeleider, token("begeleider", own), true),
            (Role::Professional, token("professional", Some(&other)), false),
            (Role::Begeleider, token("begeleider", Some(&other)), false),
            (Role::Beheerder, token("beheerder", None), true),
        ];
        let mut walked = 0;
        // Closing is what a begeleider may do, and then the rest could not be walked.
        let last = |path: &str| path.ends_with("/dicht") || path == "/logout";
        let (first, closing): (Vec<_>, Vec<_>) = ROUTES.iter().partition(|(_, path, _)| !last(path));
        for (method, path, access) in first.into_iter().chain(closing) {
            let path: &str = path;
            let status = ask(server, method, path, None).await;
            walked += 1;
            let Access::Staff(right) = access else {
                assert_ne!(status, 403, "nobody: {method} {path}");
                assert!(status != 401 || path == "/inloggen", "nobody: {method} {path}");
                continue;
            };
            assert_eq!(status, 401, "nobody: {method} {path}");
            for (role, token, is_own) in &people {
                let of_one = path.starts_with("/traject/{id}")
                    || path.starts_with("/sessie/")
                    || path.starts_with("/api/v1/trajects/")
                    || path.contains("/moderation");
                let may = right.roles().contains(role) && (*is_own || !of_one);
                let status = ask(server, method, path, Some(token)).await;
                walked += 1;
                let told = format!("{role}, own {is_own}: {method} {path} answered {status}");
                if may {
                    assert!(status != 401 && status != 403 && status < 500, "{told}");
                } else {
                    assert_eq!(status, 403, "{told}");
                }
            }
        }
        println!("{walked} requests in {:.1} s", started.elapsed().as_secs_f64());
    });
}

#[test]
fn a_refusal_stands_in_the_trail_of_who_did_what_and_a_beheerder_reads_it() {
    server().story(async |server| {
        let other = server.place.traject();
        let stranger = server.staff("begeleider", Some(&other));
        let path = format!("/sessie/{}/bekijken", server.code);
        server.get_as(stranger["token"].as_str().unwrap(), &path).await.expect(403);
        let beheerder = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        let trail = server.get_as(&beheerder, "/beheer/logboek?wat=refused").await.expect(200).text();
        assert!(trail.contains(&server.traject), "{trail}");
        let file = server.get_as(&beheerder, "/beheer/logboek.csv").await;
        assert!(file.header("content-type").starts_with("text/csv"));
        let refused = file.text().lines().filter(|line| line.contains(",refused,")).count();
        assert_eq!(refused, 1, "{}", file.text());
        let again = server.get_as(&beheerder, "/beheer/logboek.csv").await.text();
        assert!(again.contains(",export,logboek"), "who took the file stands there too: {again}");
    });
}

/// The login link on a page of the beheerder, as a path.
fn link_on(page: &str) -> String {
    let at = page.find("/login/").expect("a link");
    page[at..].split('"').next().unwrap().to_owned()
}

#[test]
fn a_beheerder_lets_somebody_in_with_a_link_that_works_once_and_takes_it_away_again() {
    server().story(async |server| {
        let beheerder = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        let fields = [("name", "Bea <b>"), ("role", "begeleider"), ("traject", server.traject.as_str())];
        let page = send(server, &beheerder, "/beheer/medewerkers", &fields).await.expect(200).text();
        assert!(page.contains("Bea &lt;b&gt;"));
        let link = link_on(&page);
        let signed = Reply::of_any(server.request(Method::POST, &link)).await;
        let cookie = signed.expect(303).header("set-cookie").split(';').next().unwrap().to_owned();
        Reply::of_any(server.request(Method::POST, &link)).await.expect(410);

        let moments = format!("/traject/{}/momenten", server.traject);
        let mine = || server.request(Method::GET, &moments).header("cookie", &cookie);
        Reply::of_any(mine()).await.expect(200);
        let all: Value =
            serde_json::from_str(server.place.cli(&["staff", "list", "--json"]).worked()).unwrap();
        let bea = all.as_array().unwrap().iter().find(|one| one["name"] == "Bea <b>").unwrap()["id"].clone();
        let bea = bea.as_str().unwrap();

        let renewed = send(server, &beheerder, &format!("/beheer/medewerkers/{bea}/link"), &[]).await;
        let first = link_on(&renewed.expect(200).text());
        let told = server.place.cli(&["staff", "link", bea, "--json"]).json();
        Reply::of_any(server.request(Method::POST, &first)).await.expect(410);
        assert!(told["login_url"].as_str().unwrap().contains("/login/"));

        send(server, &beheerder, &format!("/beheer/medewerkers/{bea}/weg"), &[]).await.expect(303);
        Reply::of_any(mine()).await.expect(401);
        send(server, &beheerder, &format!("/beheer/medewerkers/{bea}/link"), &[]).await.expect(404);
    });
}

#[test]
fn whoever_guesses_join_codes_is_slowed_and_a_tablet_of_the_same_room_is_not() {
    server().story(async |server| {
        let inside = format!("/api/v1/sessions/{}", server.code);
        server.get(&inside).await.expect(200);
        for _ in 0..20 {
            server.get("/api/v1/sessions/AAAAAA").await.expect(404);
        }
        let started = Instant::now();
        server.get("/api/v1/sessions/CCCCCC").await.expect(404);
        assert!(started.elapsed().as_millis() >= 1900, "{:?}", started.elapsed());
        let started = Instant::now();
        server.get(&inside).await.expect(200);
        server.put_pin(&id(), &pin(&participant(), "Wij zitten hier al")).await.expect(201);
        assert!(started.elapsed().as_millis() < 1900, "{:?}", started.elapsed());
    });
}

#[test]
fn what_the_organisation_fills_in_stands_on_the_pages_for_residents() {
    server().story(async |server| {
        assert!(server.get("/privacy").await.expect(200).text().contains("nog niet ingevuld"));
        let beheerder = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        let fields = [("naam", "Stadsdeel <West>"), ("contact", "Bel 14 020"), ("vreemd", "weg")];
        send(server, &beheerder, "/beheer/organisatie", &fields).await.expect(303);
        let page = server.get("/privacy").await.expect(200).text();
        assert!(page.contains("Stadsdeel &lt;West&gt;") && page.contains("Bel 14 020"), "{page}");
        assert!(server.get("/toegankelijkheid").await.expect(200).text().contains("Bel 14 020"));
        let long = "x".repeat(4001);
        send(server, &beheerder, "/beheer/organisatie", &[("naam", &long)]).await.expect(422);
    });
}

#[test]
fn a_right_of_a_traject_is_of_nobody_without_one() {
    assert!(Right::Moderate.roles().iter().all(|role| *role == Role::Begeleider));
    assert!(!Right::SeeLayers.roles().contains(&Role::Beheerder));
}

/// Every `.route("PATH", …)` of the sources, with the methods that stand in it.
fn routes_in_the_sources() -> Vec<(String, Vec<String>)> {
    fn files(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    let mut routes = Vec::new();
    for file in found {
        let text = fs::read_to_string(file).unwrap();
        for piece in text.split(".route(").skip(1) {
            let Some(path) = piece.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next())
            else {
                continue;
            };
            let mut depth = 1;
            let end = piece.find(|letter| {
                depth += i32::from(letter == '(') - i32::from(letter == ')');
                depth == 0
            });
            let handlers = &piece[..end.unwrap()];
            let methods = ["get", "post", "put", "patch", "delete"];
            let has = |method: &&str| {
                [" ", "."].iter().any(|before| handlers.contains(&format!("{before}{method}(")))
            };
            let methods = methods.iter().filter(|method| has(method)).map(|method| method.to_uppercase());
            routes.push((path.to_owned(), methods.collect()));
        }
    }
    routes
}

#[test]
fn every_route_of_the_sources_stands_in_the_table_and_the_table_has_no_other() {
    let sources = routes_in_the_sources();
    assert!(sources.len() > 40, "{sources:?}");
    for (path, methods) in &sources {
        assert!(ROUTES.iter().any(|(_, known, _)| known == path), "{path} stands in no table");
        for method in methods {
            let known = ROUTES.iter().any(|(m, p, _)| m == method && p == path);
            assert!(known, "{method} {path} stands in no table");
        }
    }
    for (_, path, _) in ROUTES {
        assert!(sources.iter().any(|(known, _)| known == path), "{path} is no route");
    }
}
