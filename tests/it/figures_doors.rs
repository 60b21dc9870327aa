//! Forms with files for figures and boundaries: what they may hold, and what they leave behind.

use reqwest::Method;
use reqwest::multipart::{Form, Part};

use crate::harness::{BOUNDARY, Reply, TestServer, server};

const TABLE: &str = "code;waarde\nBU0001;1,5\nGM0363;2,5\n";

async fn post(server: &TestServer, token: &str, path: &str, form: Form) -> Reply {
    Reply::of_any(server.request(Method::POST, path).bearer_auth(token).multipart(form)).await
}

fn files(count: usize) -> Form {
    let part = || Part::text(TABLE).file_name("cijfers.csv");
    (0..count).fold(Form::new(), |form, _| form.part("file", part()))
}

/// How many files lie there to be looked at.
fn lying(server: &TestServer) -> usize {
    let folder = server.place.data_dir().join("cijfers");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.extension().is_some_and(|end| end == "bestand")).count()
}

#[test]
fn a_form_with_very_many_files_leaves_none_behind_and_one_traject_does_not_shut_another_out() {
    server().without_limits().story(async |server| {
        let token = server.professional();
        let path = format!("/traject/{}/cijfers/nieuw", server.traject);
        post(server, &token, &path, files(120)).await.expect(413);
        assert_eq!(lying(server), 0);
        let look = post(server, &token, &path, files(3)).await.expect(303).header("location").to_owned();
        assert_eq!(lying(server), 1, "a form brings one file");
        server.get_as(&token, &look).await.expect(200);
        post(server, &token, &path, files(1).text("as", "x".repeat(100_000))).await.expect(413);
        assert_eq!(lying(server), 1);

        for _ in 0..12 {
            post(server, &token, &path, files(1)).await.expect(303);
        }
        assert_eq!(lying(server), 10, "of so many the oldest go");
        server.get_as(&token, &look).await.expect(404);
        let other = server.place.traject();
        let stranger = server.staff("professional", Some(&other))["token"].as_str().unwrap().to_owned();
        post(server, &stranger, &format!("/traject/{other}/cijfers/nieuw"), files(1)).await.expect(303);
        assert_eq!(lying(server), 11);
    });
}

#[test]
fn a_form_with_boundaries_has_few_fields_and_short_words() {
    server().story(async |server| {
        let token = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        let boundary = || Part::text(BOUNDARY).file_name("grenzen.geojson");
        let form =
            || Form::new().part("boundary", boundary()).text("code_field", "code").text("name_field", "naam");
        post(server, &token, "/beheer/buurten", form()).await.expect(200);
        post(server, &token, "/beheer/buurten", form().text("code", "x".repeat(1_000_000))).await.expect(413);
        let many = (0..40).fold(form(), |form, n| form.text(format!("veld{n}"), "x"));
        post(server, &token, "/beheer/buurten", many).await.expect(413);
    });
}
