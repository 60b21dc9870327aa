//! Staff: by a one-time link or a token, each role only where it belongs.

use reqwest::Method;

use crate::harness::{Reply, TestServer, story};

/// The path of a login link.
fn link(server: &TestServer, role: &str, traject: Option<&str>) -> String {
    let added = server.staff(role, traject);
    let url = added["login_url"].as_str().unwrap();
    format!("/login/{}", url.rsplit_once("/login/").unwrap().1)
}

#[test]
fn without_a_token_or_with_another_nobody_gets_in() {
    story(async |server| {
        let layers = format!("/api/v1/trajects/{}/layers", server.traject);
        for path in [layers.clone(), format!("{layers}/all/all.json"), "/metrics".into()] {
            server.get(&path).await.problem(401);
            server.get_as("geen-sleutel", &path).await.problem(401);
            server.get_as("", &path).await.problem(401);
            let request = server.request(Method::GET, &path).header("cookie", "buurtblik=geen-sleutel");
            Reply::of(request).await.problem(401);
        }
        assert_eq!(server.get("/mijn").await.status, 401);
    });
}

#[test]
fn a_professional_sees_the_layers_of_their_own_traject_and_of_no_other() {
    story(async |server| {
        let other = server.place.traject();
        let token = server.professional();
        for (traject, fits) in [(server.traject.as_str(), true), (&other, false), ("geen-traject", false)] {
            for rest in ["", "/all/all.json", "/all/sterk.png", "/wonen/zorg.tif", "/all/all.geojson"] {
                let reply = server.get_as(&token, &format!("/api/v1/trajects/{traject}/layers{rest}")).await;
                if fits {
                    reply.expect(200)
                } else {
                    drop(reply.problem(403));
                    &reply
                };
            }
        }
    });
}

#[test]
fn each_role_reaches_only_what_is_its_own() {
    story(async |server| {
        let layers = format!("/api/v1/trajects/{}/layers", server.traject);
        let traject = server.traject.as_str();
        for (role, traject, layers_status, metrics_status) in [
            ("professional", Some(traject), 200, 403),
            ("begeleider", Some(traject), 200, 403),
            ("beheerder", None, 403, 200),
        ] {
            let added = server.staff(role, traject);
            let token = added["token"].as_str().unwrap();
            server.get_as(token, &layers).await.expect(layers_status);
            server.get_as(token, "/metrics").await.expect(metrics_status);
        }
    });
}

#[test]
fn looking_at_a_login_link_does_not_use_it_up_and_pressing_its_button_does() {
    story(async |server| {
        let link = link(server, "professional", Some(&server.traject));
        for _ in 0..3 {
            let page = server.get(&link).await;
            assert!(page.expect(200).text().contains("<button"), "a page with a button");
            assert_eq!(page.header("set-cookie"), "");
        }
        let signed = Reply::of(server.request(Method::POST, &link)).await;
        assert_eq!(signed.expect(303).header("location"), "/mijn");
        let cookie = signed.header("set-cookie").to_owned();
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=") && cookie.contains("Path=/"),
            "{cookie}"
        );
        assert_eq!(Reply::of(server.request(Method::POST, &link)).await.status, 410);
        assert_eq!(server.get(&link).await.status, 410);
        let cookie = cookie.split(';').next().unwrap();
        let get = |path: &str| Reply::of(server.request(Method::GET, path).header("cookie", cookie));
        let layers = format!("/api/v1/trajects/{}/layers", server.traject);
        get(&layers).await.expect(200);
        assert!(get("/mijn").await.expect(200).text().contains("Proef"));
        Reply::of(server.request(Method::POST, "/logout").header("cookie", cookie)).await.expect(303);
        get(&layers).await.problem(401);
    });
}

#[test]
fn two_who_press_the_button_at_once_are_one_login() {
    story(async |server| {
        let link = link(server, "beheerder", None);
        let sent =
            futures::future::join_all((0..8).map(|_| Reply::of(server.request(Method::POST, &link)))).await;
        let mut statuses: Vec<_> = sent.iter().map(|reply| reply.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 410, 410, 410, 410, 410, 410, 410]);
    });
}

#[test]
fn a_link_that_never_was_is_refused_as_one_that_was_used() {
    story(async |server| {
        assert_eq!(server.get("/login/geen-link").await.status, 410);
        assert_eq!(Reply::of(server.request(Method::POST, "/login/geen-link")).await.status, 410);
    });
}

#[test]
fn the_button_of_another_site_signs_nobody_in() {
    story(async |server| {
        let link = link(server, "beheerder", None);
        let post = |origin: &str| Reply::of(server.request(Method::POST, &link).header("origin", origin));
        assert_eq!(post("https://evil.example").await.status, 403);
        assert_eq!(post(&server.url).await.status, 303);
    });
}

#[test]
fn a_cookie_is_no_token_and_a_token_no_cookie() {
    story(async |server| {
        let token = server.professional();
        let path = format!("/api/v1/trajects/{}/layers", server.traject);
        let request = server.request(Method::GET, &path).header("cookie", format!("buurtblik={token}"));
        Reply::of(request).await.problem(401);
    });
}

#[test]
fn access_that_is_taken_away_ends_at_once() {
    story(async |server| {
        let added = server.staff("professional", Some(&server.traject));
        let (id, token) = (added["id"].as_str().unwrap(), added["token"].as_str().unwrap());
        let path = format!("/api/v1/trajects/{}/layers", server.traject);
        server.get_as(token, &path).await.expect(200);
        server.place.cli(&["staff", "revoke", id]).worked();
        server.get_as(token, &path).await.problem(401);
        let link = added["login_url"].as_str().unwrap().rsplit_once("/login/").unwrap().1.to_owned();
        assert_eq!(Reply::of(server.request(Method::POST, &format!("/login/{link}"))).await.status, 410);
        let list = server.place.cli(&["staff", "list", "--json"]).json();
        let gone = list.as_array().unwrap().iter().find(|one| one["id"] == id).unwrap();
        assert_eq!((&gone["revoked"], &gone["role"]), (&true.into(), &"professional".into()));
        server.place.cli(&["staff", "revoke", "niemand"]).failed("niemand met dit nummer");
    });
}

#[test]
fn secrets_of_staff_are_kept_as_a_hash_only() {
    story(async |server| {
        let added = server.staff("beheerder", None);
        let token = added["token"].as_str().unwrap().to_owned();
        let link = added["login_url"].as_str().unwrap().rsplit_once('/').unwrap().1.to_owned();
        server.get(&format!("/login/{link}")).await.expect(200);
        server.stop();
        for file in std::fs::read_dir(server.place.data_dir()).unwrap() {
            let path = file.unwrap().path();
            if path.is_file() {
                let bytes = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
                assert!(!bytes.contains(&token) && !bytes.contains(&link), "{}", path.display());
            }
        }
        assert!(!server.log().contains(&token) && !server.log().contains(&link), "a secret is in the log");
    });
}
