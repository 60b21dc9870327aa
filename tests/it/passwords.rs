//! Passwords of staff: guessed no faster by many at once, shutting nobody out, telling nobody which names there are; and what
//! ends when one is chosen.

use std::time::{Duration, Instant};

use futures::future::join_all;
use reqwest::Method;
use serde_json::Value;
use tokio::time::timeout;

use crate::harness::{Reply, TestServer, server};

const GOOD: &str = "vier gewone woorden samen";
const BETTER: &str = "paars fietspad zonder hond";
const FROM: &str = "x-forwarded-for";

/// Signs in with the link of somebody new; their cookie.
async fn by_link(server: &TestServer, staff: &Value) -> String {
    let link = staff["login_url"].as_str().unwrap().rsplit_once("/login/").unwrap().1.to_owned();
    let signed = Reply::of(server.request(Method::POST, &format!("/login/{link}"))).await;
    cookie(signed.expect(303))
}

fn cookie(reply: &Reply) -> String {
    reply.header("set-cookie").split(';').next().unwrap().to_owned()
}

async fn choose(server: &TestServer, cookie: &str, login: &str, password: &str, current: &str) -> Reply {
    let form = [("login", login), ("password", password), ("current", current)];
    let request = server.request(Method::POST, "/mijn/wachtwoord").header("cookie", cookie);
    Reply::of_any(request.form(&form)).await
}

async fn enter(server: &TestServer, login: &str, password: &str, from: &str) -> Reply {
    let form = [("login", login), ("password", password)];
    Reply::of_any(server.request(Method::POST, "/inloggen").header(FROM, from).form(&form)).await
}

async fn mine(server: &TestServer, cookie: &str) -> u16 {
    Reply::of_any(server.request(Method::GET, "/mijn").header("cookie", cookie)).await.status
}

/// Somebody with this name and [`GOOD`] as their password.
async fn somebody(server: &TestServer, login: &str) -> String {
    let staff = server.staff("begeleider", Some(&server.traject));
    let first = by_link(server, &staff).await;
    cookie(choose(server, &first, login, GOOD, "").await.expect(303))
}

#[test]
fn a_password_opens_the_door_and_what_is_guessed_first_is_refused() {
    server().story(async |server| {
        let staff = server.staff("begeleider", Some(&server.traject));
        let first = by_link(server, &staff).await;
        for (login, password) in [
            ("bea", "te kort"),
            ("bea", "aaaaaaaaaaaa"),
            ("bea", "wachtwoord12"),
            ("bea", "Welkom2026!!!"),
            ("bea", "bea houdt van de buurt"),
            ("bea", "qwertyuiop12"),
            ("", GOOD),
            ("b\u{202e}ea", GOOD),
        ] {
            let page = choose(server, &first, login, password, "").await;
            let text = page.expect(422).text();
            assert!(text.contains("role=\"alert\"") && !text.contains(password), "{login} {password}");
        }
        let cookie = choose(server, &first, "Bea", GOOD, "").await;
        let cookie = cookie.expect(303).header("set-cookie").to_owned();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        enter(server, " BEA ", GOOD, "").await.expect(303);
        enter(server, "bea", "helemaal niet dit", "").await.expect(401);
    });
}

#[test]
fn many_wrong_passwords_at_once_are_no_more_than_some_and_the_owner_comes_in_meanwhile() {
    server().behind_a_proxy().story(async |server| {
        let server = &*server;
        somebody(server, "bea").await;
        for name in ["bea", "niemand"] {
            let guesses =
                (0..199).map(|n| {
                    let wrong = format!("helemaal niet dit {n}");
                    async move {
                        timeout(Duration::from_secs(5), enter(server, name, &wrong, "198.51.100.1")).await
                    }
                });
            let started = Instant::now();
            let owner = async {
                tokio::time::sleep(Duration::from_millis(500)).await;
                let from = Instant::now();
                enter(server, "bea", GOOD, "203.0.113.7").await.expect(303);
                from.elapsed()
            };
            let (answers, owner) = futures::join!(join_all(guesses), owner);
            let of = |status| answers.iter().flatten().filter(|reply| reply.status == status).count();
            let (wrong, slowed) = (of(401), of(429));
            println!(
                "{name}: {wrong} wrong, {slowed} refused, in {:?}; the owner after {owner:?}",
                started.elapsed()
            );
            assert!((1..=14).contains(&wrong), "{name}: {wrong} of 199 were tried");
            assert!(slowed > 100, "{name}: {slowed}");
            assert!(owner < Duration::from_secs(8), "{owner:?}");
        }
        // From where somebody guessed the right one waits its turn, and holds.
        let from = Instant::now();
        while enter(server, "bea", GOOD, "198.51.100.1").await.status != 303 {
            assert!(from.elapsed() < Duration::from_secs(40), "the owner is shut out");
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    });
}

#[test]
fn many_names_from_one_place_are_guessed_no_faster_than_one() {
    server().behind_a_proxy().story(async |server| {
        let server = &*server;
        let guesses = (0..150).map(|n| {
            let name = format!("naam {n}");
            async move {
                timeout(Duration::from_secs(5), enter(server, &name, "helemaal niet dit", "198.51.100.1"))
                    .await
            }
        });
        let answers = join_all(guesses).await;
        let wrong = answers.iter().flatten().filter(|reply| reply.status == 401).count();
        assert!((1..=55).contains(&wrong), "{wrong}");
    });
}

#[test]
fn nobody_learns_which_names_there_are() {
    server().behind_a_proxy().story(async |server| {
        somebody(server, "bea").await;
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        let least = |times: &[Duration]| times.iter().min().copied().unwrap_or_default();
        let alike = |known: &[Duration], unknown: &[Duration]| {
            let (known, unknown) = (least(known), least(unknown));
            known.max(unknown) < known.min(unknown) * 3 / 2
        };
        // What a busy machine adds is in each of them, and in the quickest of many no more.
        for n in 0..200 {
            if n >= 14 && alike(&known, &unknown) {
                break;
            }
            for (name, times) in [("bea", &mut known), ("bep", &mut unknown)] {
                let from = Instant::now();
                let reply = enter(server, name, "helemaal niet dit", &format!("198.51.100.{n}")).await;
                times.push(from.elapsed());
                assert!(reply.expect(401).text().contains("Dat klopt niet."));
            }
        }
        println!("a known name {:?}, an unknown one {:?}", least(&known), least(&unknown));
        assert!(alike(&known, &unknown), "{known:?} for a known name, {unknown:?} for an unknown one");

        // The same statuses, one after the other, from one place.
        let mut statuses = Vec::new();
        for name in ["bea", "bep"] {
            let from = format!("203.0.113.{}", statuses.len() + 1);
            let sent = (0..30).map(|_| enter(server, name, "helemaal niet dit", &from));
            let told = join_all(sent.map(|one| timeout(Duration::from_secs(3), one))).await;
            statuses.push(told.into_iter().flatten().filter(|reply| reply.status == 429).count());
        }
        assert_eq!(statuses[0], statuses[1]);
        assert!(statuses[0] > 5, "{statuses:?}");
    });
}

#[test]
fn the_current_password_is_asked_and_a_link_from_the_beheerder_needs_none() {
    server().story(async |server| {
        let staff = server.staff("begeleider", Some(&server.traject));
        let first = by_link(server, &staff).await;
        let second = cookie(choose(server, &first, "bea", GOOD, "").await.expect(303));
        let page = Reply::of(server.request(Method::GET, "/mijn/wachtwoord").header("cookie", &second)).await;
        assert!(page.text().contains("name=\"current\""), "the page asks for it");
        for current in ["", "helemaal niet dit"] {
            let refused = choose(server, &second, "bea", BETTER, current).await;
            assert!(refused.expect(422).text().contains("klopt niet"), "{current}");
        }
        enter(server, "bea", GOOD, "").await.expect(303);
        let third = cookie(choose(server, &second, "bea", BETTER, GOOD).await.expect(303));
        enter(server, "bea", GOOD, "").await.expect(401);
        enter(server, "bea", BETTER, "").await.expect(303);
        // Guessing it there is guessing, too.
        for _ in 0..12 {
            drop(
                timeout(Duration::from_secs(1), choose(server, &third, "bea", GOOD, "helemaal niet dit"))
                    .await,
            );
        }
        let slow = timeout(Duration::from_secs(1), choose(server, &third, "bea", GOOD, BETTER)).await;
        assert!(slow.is_err(), "the next one waits its turn");

        let id = staff["id"].as_str().unwrap();
        let link = server.place.cli(&["staff", "link", id, "--json"]).json();
        let lost = by_link(server, &link).await;
        choose(server, &lost, "bea", GOOD, "").await.expect(303);
        assert_eq!(mine(server, &third).await, 401);
    });
}

#[test]
fn a_machines_token_chooses_no_password() {
    server().story(async |server| {
        let staff = server.staff("beheerder", None);
        let token = staff["token"].as_str().unwrap();
        let form = [("login", "overgenomen"), ("password", GOOD)];
        let sent = server.request(Method::POST, "/mijn/wachtwoord").bearer_auth(token).form(&form);
        Reply::of_any(sent).await.expect(403);
        enter(server, "overgenomen", GOOD, "").await.expect(401);
    });
}

#[test]
fn when_a_password_is_chosen_every_login_link_and_token_from_before_ends() {
    server().story(async |server| {
        let staff = server.staff("professional", Some(&server.traject));
        let (id, token) = (staff["id"].as_str().unwrap(), staff["token"].as_str().unwrap());
        let first = by_link(server, &staff).await;
        let other = server.place.cli(&["staff", "link", id, "--json"]).json();
        let elsewhere = by_link(server, &other).await;
        let unused = server.place.cli(&["staff", "link", id, "--json"]).json();
        let layers = format!("/api/v1/trajects/{}/layers", server.traject);
        server.get_as(token, &layers).await.expect(200);

        let now = cookie(choose(server, &first, "piet", GOOD, "").await.expect(303));
        server.get_as(token, &layers).await.problem(401);
        for old in [&first, &elsewhere] {
            assert_eq!(mine(server, old).await, 401);
        }
        let link = unused["login_url"].as_str().unwrap().rsplit_once("/login/").unwrap().1.to_owned();
        Reply::of_any(server.request(Method::POST, &format!("/login/{link}"))).await.expect(410);
        assert_eq!(mine(server, &now).await, 200);
    });
}
