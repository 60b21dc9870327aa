//! Releasing: closed sessions only, together at least k people, once; all or nothing.

use serde_json::json;

use crate::harness::{TestServer, id, participant, pin, server, story};

/// So many people put a pin in the open wijksessie.
async fn people(server: &TestServer, number: usize) {
    for n in 0..number {
        server.put_pin(&id(), &pin(&participant(), &format!("Stip {n}"))).await.expect(201);
    }
}

async fn status(server: &TestServer, code: &str) -> String {
    let session = server.get(&format!("/api/v1/sessions/{code}")).await.json(200);
    session["status"].as_str().unwrap().to_owned()
}

/// Participants that the traject's professionals are told of, in all layers together.
async fn published(server: &TestServer) -> serde_json::Value {
    let layers = format!("/api/v1/trajects/{}/layers/all/all.json", server.traject);
    server.get_as(&server.professional(), &layers).await.json(200)["participants"].clone()
}

#[test]
fn an_open_session_is_not_released() {
    story(async |server| {
        people(server, 4).await;
        server.place.cli(&["session", "release", &server.code]).failed("nog open");
        assert_eq!(status(server, &server.code).await, "open");
        assert!(published(server).await.is_null());
        people(server, 1).await;
    });
}

#[test]
fn a_session_with_too_few_people_stays_as_it_was() {
    story(async |server| {
        people(server, 2).await;
        server.close();
        server.place.cli(&["session", "release", &server.code]).failed("Te weinig deelnemers: 2");
        assert_eq!(status(server, &server.code).await, "closed");
        assert!(published(server).await.is_null());
    });
}

#[test]
fn pins_that_were_taken_back_are_nobody() {
    story(async |server| {
        people(server, 2).await;
        let (third, me) = (id(), participant());
        server.put_pin(&third, &pin(&me, "Toch niet")).await.expect(201);
        server.delete_pin(&third, &me).await.expect(204);
        server.close();
        server.place.cli(&["session", "release", &server.code]).failed("Te weinig deelnemers: 2");
    });
}

#[test]
fn many_pins_of_one_person_are_one_person() {
    story(async |server| {
        let me = participant();
        for n in 0..10 {
            server.put_pin(&id(), &pin(&me, &format!("Stip {n}"))).await.expect(201);
        }
        server.close();
        server.place.cli(&["session", "release", &server.code]).failed("Te weinig deelnemers: 1");
    });
}

#[test]
fn a_release_happens_once() {
    story(async |server| {
        people(server, 3).await;
        assert!(published(server).await.is_null());
        server.close();
        assert!(published(server).await.is_null());
        let told = server.place.cli(&["session", "release", &server.code, "--json"]).json();
        assert_eq!(told, json!({"codes": [server.code], "status": "released"}));
        assert_eq!(status(server, &server.code).await, "released");
        assert_eq!(published(server).await, 3);
        server.place.cli(&["session", "release", &server.code]).failed("al vrijgegeven");
        server.place.cli(&["session", "close", &server.code]).failed("gesloten");
        assert_eq!(published(server).await, 3);
    });
}

#[test]
fn two_small_sessions_can_be_released_together_and_only_as_a_whole() {
    story(async |server| {
        let first = server.code.clone();
        people(server, 2).await;
        let second = server.place.session(&server.traject, &[]);
        server.code.clone_from(&second);
        people(server, 2).await;
        server.place.cli(&["session", "close", &first]).worked();
        server.place.cli(&["session", "release", &first, &second]).failed("nog open");
        assert_eq!(status(server, &first).await, "closed");
        server.close();
        server.place.cli(&["session", "release", &first, "ZZZZZZ"]).failed("geen bijeenkomst");
        server.place.cli(&["session", "release", &first, &first]).failed("Te weinig deelnemers: 2");
        let other = server.place.session(&server.place.traject(), &[]);
        server.place.cli(&["session", "close", &other]).worked();
        server
            .place
            .cli(&["session", "release", &first, &second, &other])
            .failed("niet bij hetzelfde traject");
        assert_eq!(status(server, &first).await, "closed");
        server.place.cli(&["session", "release", &first, &second]).worked();
        assert_eq!(
            (status(server, &first).await, status(server, &second).await),
            ("released".into(), "released".into())
        );
        assert_eq!(published(server).await, 3, "four people, told in multiples of three");
    });
}

#[test]
fn a_table_is_one_voice_however_many_sit_at_it() {
    for (server, tables) in [(server().with_tables(), 2), (server().with_tables(), 3), (server(), 2)] {
        server.story(async |server| {
            for _ in 0..tables {
                let mut table = pin(&participant(), "Wij van tafel drie");
                table["properties"]["people"] = json!(6);
                server.put_pin(&id(), &table).await.expect(201);
            }
            server.close();
            let ran = server.place.cli(&["session", "release", &server.code]);
            if tables == 3 {
                assert_eq!(ran.code, Some(0), "{ran:?}");
            } else {
                ran.failed("Te weinig deelnemers: 2");
            }
        });
    }
}

#[test]
fn a_traject_may_ask_for_more_people_and_not_for_fewer() {
    story(async |server| {
        let place = &server.place;
        let create = ["traject", "create", "--buurt", "BU0001", "--title", "Streng", "--k"];
        place.cli(&[&create[..], &["2"]].concat()).failed("ten minste 3");
        let traject = place.cli(&[&create[..], &["5"]].concat()).json()["id"].as_str().unwrap().to_owned();
        server.code = place.session(&traject, &[]);
        people(server, 4).await;
        server.close();
        server.place.cli(&["session", "release", &server.code]).failed("er zijn er 5 nodig");
    });
}

#[test]
fn of_four_releases_at_once_one_happens() {
    story(async |server| {
        people(server, 3).await;
        server.close();
        let ran: Vec<_> = std::thread::scope(|scope| {
            let release = || server.place.cli(&["session", "release", &server.code]);
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(release)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let (done, refused): (Vec<_>, Vec<_>) = ran.iter().partition(|one| one.code == Some(0));
        assert_eq!(done.len(), 1, "{ran:?}");
        for one in refused {
            one.failed("al vrijgegeven");
        }
        assert_eq!(published(server).await, 3);
    });
}

#[test]
fn a_release_that_a_pulled_plug_cuts_off_is_whole_or_was_never_there() {
    server().without_limits().story(async |server| {
        for pause in [0, 1, 2, 3, 5, 8, 13, 21] {
            server.traject = server.place.traject();
            let both = [(); 2].map(|()| server.place.session(&server.traject, &[]));
            for code in &both {
                server.code.clone_from(code);
                people(server, 2).await;
                server.close();
            }
            let token =
                server.staff("begeleider", Some(&server.traject))["token"].as_str().unwrap().to_owned();
            let path = format!("/traject/{}/vrijgeven", server.traject);
            let fields = [("code", &both[0]), ("code", &both[1])];
            let sent = server.request(reqwest::Method::POST, &path).bearer_auth(&token).form(&fields).send();
            let cut = tokio::spawn(sent);
            tokio::time::sleep(std::time::Duration::from_millis(pause)).await;
            server.kill_hard();
            drop(cut.await);
            server.restart();
            let [first, second] = [status(server, &both[0]).await, status(server, &both[1]).await];
            assert_eq!(first, second, "after {pause} ms");
            let beheerder = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
            let trail = server.get_as(&beheerder, "/beheer/logboek.csv").await.expect(200).text();
            let lines = trail.lines().filter(|line| line.contains(",release,") && line.contains(&both[0]));
            assert_eq!(lines.count(), usize::from(first == "released"), "after {pause} ms: {trail}");
            println!("after {pause} ms: {first}");
        }
    });
}
