//! Somebody who comes as ever new people: let in no faster than a room fills, seen, taken out in one go, and put back.

use std::time::Instant;

use futures::future::join_all;
use reqwest::Method;
use serde_json::Value;

use crate::harness::{Reply, TestServer, id, jpeg, participant, pin, server};
use crate::moderation::begeleider;
use crate::walks::{at, walker, walks};

const MARK: &str = "Zandloperstraat";
/// Who came now came in the same minute, however slow the machine is.
const IN_ONE_MINUTE: &str = "UPDATE arrival SET minute = 29000000 WHERE minute <> 1000";

/// So many new people each put a pin: their statuses.
async fn flood(server: &TestServer, people: usize) -> Vec<u16> {
    let mut statuses = Vec::new();
    for _ in 0..people / 50 {
        let sent = (0..50).map(async |_| server.put_pin(&id(), &pin(&participant(), "Onzin onzin")).await);
        for reply in join_all(sent).await {
            if reply.status == 429 {
                reply.problem_of(429, "too-many-new");
                assert!(reply.header("retry-after").parse::<u32>().unwrap() >= 1);
            }
            statuses.push(reply.status);
        }
    }
    statuses
}

fn count(statuses: &[u16], status: u16) -> usize {
    statuses.iter().filter(|one| **one == status).count()
}

/// Of 900 new people since then a burst of 600 was let in, and one a second after it; no more, however slow the machine is.
fn as_a_full_hall(let_in: usize, refused: usize, began: Instant) -> bool {
    let at_most = 600 + usize::try_from(began.elapsed().as_secs()).unwrap() + 10;
    println!("{let_in} of 900 let in, {refused} refused, in {:?}", began.elapsed());
    (580..=at_most).contains(&let_in) && let_in + refused == 900
}

/// What is on the page of floods.
async fn page(server: &TestServer, token: &str, more: &str) -> String {
    let path = format!("/sessie/{}/toeloop{more}", server.code);
    server.get_as(token, &path).await.expect(200).text()
}

async fn press(server: &TestServer, token: &str, what: &str, form: &[(&str, &str)]) -> Reply {
    let request = server.request(Method::POST, &format!("/sessie/{}/toeloop/{what}", server.code));
    Reply::of_any(request.bearer_auth(token).form(form)).await
}

/// The value of a hidden field.
fn field(page: &str, name: &str) -> String {
    let tag = page.split("<input").find(|tag| tag.contains(&format!("name=\"{name}\""))).expect(name);
    tag.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn new_people_come_in_as_fast_as_a_full_hall_and_no_faster_and_who_is_in_notices_nothing() {
    server().story(async |server| {
        let first = participant();
        server.put_pin(&id(), &pin(&first, "Wij zitten hier al")).await.expect(201);
        let began = Instant::now();
        let statuses = flood(server, 900).await;
        let (let_in, refused) = (count(&statuses, 201), count(&statuses, 429));
        assert!(as_a_full_hall(let_in, refused, began));

        server.put_pin(&id(), &pin(&first, "En wij gaan door")).await.expect(201);
        // By another way in they are as new.
        let path = format!("/api/v1/sessions/{}/walks/{}", server.code, id());
        let walks = (0..20).map(async |_| {
            let walk = serde_json::json!({"title": "Een rondje", "participant": participant()});
            let path = path.replace(path.rsplit('/').next().unwrap(), &id());
            Reply::of(server.request(Method::PUT, &path).json(&walk)).await.status
        });
        let walks = join_all(walks).await;
        assert!(count(&walks, 429) >= 1, "{walks:?}");
        // The form gives back what was typed.
        let path = format!("/s/{}/formulier", server.code);
        let sent = (0..20).map(async |_| {
            let form = [
                ("id", id()),
                ("plek", "buurt".into()),
                ("kind", "zorg".into()),
                ("text", "Mijn woorden".into()),
            ];
            Reply::of_any(server.request(Method::POST, &path).form(&form)).await
        });
        let refused = join_all(sent).await.into_iter().find(|reply| reply.status == 429);
        assert!(refused.expect("a form is refused too").text().contains("Mijn woorden"));

        server.code = server.place.session(&server.traject, &[]);
        server.put_pin(&id(), &pin(&participant(), "Hiernaast")).await.expect(201);
    });
}

#[test]
fn a_flood_is_seen_looked_at_taken_out_in_one_go_and_put_back() {
    server().story(async |server| {
        let token = begeleider(server);
        let (honest, mine) = (participant(), id());
        server.put_pin(&mine, &pin(&honest, MARK)).await.expect(201);
        for _ in 0..2 {
            server.put_pin(&id(), &pin(&participant(), "Ook eerlijk")).await.expect(201);
        }
        assert!(page(server, &token, "").await.contains("niet ineens veel"));
        // Somebody came long before.
        server.place.sql("UPDATE arrival SET minute = 1000").await;
        assert_eq!(count(&flood(server, 100).await, 201), 100);
        let (one, flooded) = (participant(), id());
        let body = pin(&one, "Onzin van een bekende");
        server.put_pin(&flooded, &body).await.expect(201);
        assert_eq!(server.pins(None).await.len(), 104);
        server.place.sql(IN_ONE_MINUTE).await;

        let moment = server.get_as(&token, &format!("/sessie/{}", server.code)).await.text();
        assert!(moment.contains("heel veel nieuwe deelnemers") && moment.contains("/toeloop"), "{moment}");
        let seen = page(server, &token, "").await;
        assert!(
            !seen.contains("Onzin") && !seen.contains(MARK),
            "nothing of it is shown before it is looked at"
        );
        let from = seen.split("?van=").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let looked = page(server, &token, &format!("?van={from}")).await;
        assert!(looked.contains("Onzin onzin") && !looked.contains(MARK), "{looked}");
        assert!(!crate::harness::is_participant(&looked), "{looked}");

        let form = [("van", field(&looked, "van")), ("tot", field(&looked, "tot"))];
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        press(server, &token, "eruit", &form).await.expect(303);
        let left = server.pins(None).await;
        assert_eq!(left.len(), 3, "{left:?}");
        let queue = format!("/api/v1/sessions/{}/moderation", server.code);
        let waiting = server.get_as(&token, &queue).await.text();
        assert!(waiting.contains(MARK) && !waiting.contains("Onzin"), "{waiting}");
        // Pressed twice it is done once.
        let again = press(server, &token, "eruit", &form).await;
        assert!(again.expect(303).header("location").contains("laat=1"));

        // Whoever was among them loses nothing, and is told nothing that helps a flooder.
        server.put_pin(&flooded, &body).await.expect(200);
        server.put_pin(&id(), &pin(&one, "Onzin erbij")).await.expect(201);
        assert_eq!(server.pins(None).await.len(), 3);
        let own = server.pins(Some(&one)).await;
        assert_eq!(own.iter().filter(|pin| pin["properties"]["mine"] == true).count(), 2);
        server.put_pin(&id(), &pin(&honest, "En nog iets")).await.expect(201);
        assert_eq!(server.pins(None).await.len(), 3, "one person more waits for others");

        let shown = page(server, &token, "").await;
        assert!(shown.contains("101 deelnemers, 102 stippen"), "{shown}");
        let back = field(&shown, "id");
        press(server, &token, "terug", &[("id", &back)]).await.expect(303);
        assert_eq!(server.pins(None).await.len(), 106);
        let trail = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        let trail = server.get_as(&trail, "/beheer/logboek.csv").await.text();
        for action in ["flood-out", "flood-back", "look"] {
            assert!(trail.contains(action), "{action} in {trail}");
        }
    });
}

#[test]
fn when_people_came_is_in_no_backup_and_forgotten_at_closing_while_a_flood_that_is_out_stays_out() {
    server().story(async |server| {
        let token = begeleider(server);
        for n in 0..4 {
            server.put_pin(&id(), &pin(&participant(), &format!("{MARK} {n}"))).await.expect(201);
        }
        server.place.sql("UPDATE arrival SET minute = 1000").await;
        assert_eq!(count(&flood(server, 50).await, 201), 50);
        server.place.sql(IN_ONE_MINUTE).await;
        let seen = page(server, &token, "").await;
        let from = seen.split("?van=").nth(1).unwrap().split('"').next().unwrap().to_owned();
        press(server, &token, "eruit", &[("van", &from), ("tot", &from)]).await.expect(303);

        assert!(server.place.count("SELECT COUNT(*) FROM arrival").await >= 54);
        let tar = server.place.folder().join("kopie.tar");
        server.place.cli(&["backup", tar.to_str().unwrap()]).worked();
        let bytes = String::from_utf8_lossy(&std::fs::read(&tar).unwrap()).into_owned();
        assert!(bytes.contains("tables/pin.jsonl") && bytes.contains("tables/aside.jsonl"));
        assert!(!bytes.contains("tables/arrival.jsonl"), "the minutes are in a backup");

        server.close();
        assert_eq!(server.place.count("SELECT COUNT(*) FROM arrival").await, 0);
        assert!(page(server, &token, "").await.contains("is gewist"));
        server.place.cli(&["session", "release", &server.code]).worked();
        let layers = format!("/api/v1/trajects/{}/layers/all/all.json", server.traject);
        let layer: Value = server.get_as(&token, &layers).await.json(200);
        assert_eq!(layer["participants"], 3, "four people, and none of the flood: {layer}");
        let back = server.place.count("SELECT COUNT(*) FROM flood").await;
        assert_eq!(back, 1);
        let shown = page(server, &token, "").await;
        assert!(!shown.contains("Zet alles terug"), "a release does not change any more");
        assert!(!shown.contains("name=\"id\""));
    });
}

#[test]
fn only_a_begeleider_of_the_traject_sees_a_flood() {
    server().story(async |server| {
        let other = server.place.traject();
        for (role, traject) in [
            ("professional", Some(server.traject.as_str())),
            ("begeleider", Some(&other)),
            ("beheerder", None),
        ] {
            let token = server.staff(role, traject)["token"].as_str().unwrap().to_owned();
            server.get_as(&token, &format!("/sessie/{}/toeloop", server.code)).await.expect(403);
            press(server, &token, "eruit", &[("van", "0"), ("tot", "1")]).await.expect(403);
            press(server, &token, "terug", &[("id", "x")]).await.expect(403);
        }
    });
}

#[test]
fn after_closing_new_people_come_in_no_faster_and_who_was_there_notices_nothing() {
    server().story(async |server| {
        let session = server.get(&format!("/api/v1/sessions/{}", server.code)).await.json(200);
        let late = async |who: &str, text: &str| {
            let mut body = pin(who, text);
            body["properties"]["stamp"] = session["stamp"].clone();
            let path = format!("/api/v1/sessions/{}/late/{}", server.code, id());
            Reply::of(server.request(Method::PUT, &path).json(&body)).await
        };
        let first = participant();
        server.put_pin(&id(), &pin(&first, "Wij zaten hier")).await.expect(201);
        server.close();
        let (mut statuses, began) = (Vec::new(), Instant::now());
        for _ in 0..18 {
            let sent = (0..50).map(async |_| late(&participant(), "Onzin onzin").await);
            statuses.extend(join_all(sent).await.iter().map(|reply| reply.status));
        }
        let (taken, refused) = (count(&statuses, 202), count(&statuses, 429));
        assert!(as_a_full_hall(taken, refused, began));
        late(&first, "En dit zeiden wij ook").await.expect(202);
        let more = join_all((0..30).map(async |_| late(&participant(), "Nog iemand").await)).await;
        let refused = more.into_iter().find(|reply| reply.status == 429);
        refused.expect("one of thirty at once").problem_of(429, "too-many-new");
    });
}

/// Takes out everybody who came until now, as one flood.
async fn take_all_out(server: &TestServer, token: &str) {
    server.place.sql("UPDATE arrival SET minute = 29000000").await;
    let form = [("van", "29000000"), ("tot", "29000000")];
    press(server, token, "eruit", &form).await.expect(303);
    assert_eq!(server.place.count("SELECT COUNT(*) FROM flood").await, 1);
}

/// What waits and what was decided, for machines and on the page.
async fn seen_by_begeleider(server: &TestServer, token: &str) -> String {
    let mut seen = server.get_as(token, &format!("/api/v1/sessions/{}/moderation", server.code)).await.text();
    for more in ["", "?al=1"] {
        let path = format!("/sessie/{}/bekijken{more}", server.code);
        seen.push_str(&server.get_as(token, &path).await.expect(200).text());
    }
    seen
}

#[test]
fn what_somebody_of_a_flood_sends_to_their_walk_later_is_set_aside_and_theirs_to_take_back() {
    server().story(async |server| {
        let token = begeleider(server);
        let walker = walker(server).await;
        let words = [("caption", "Onzin onzin")];
        let first = walker.photo_at(at(0.0, 0.0), &words).await;
        // A flood is fifty people.
        assert_eq!(count(&flood(server, 50).await, 201), 50);
        assert!(seen_by_begeleider(server, &token).await.contains(&first));
        take_all_out(server, &token).await;

        let second = walker.photo_at(at(10.0, 0.0), &words).await;
        let third = id();
        walker.photo(&third, jpeg(48, 32), &words).await.expect(201);
        let seen = seen_by_begeleider(server, &token).await;
        for photo in [&first, &second, &third] {
            assert!(!seen.contains(photo.as_str()), "{photo} in {seen}");
        }
        let stops = |all: &[Value]| all[0]["properties"]["stops"].as_array().unwrap().len();
        assert_eq!(stops(&walks(server, Some(&walker.me)).await), 3, "nothing is lost");

        let path = walker.path(&format!("/photos/{second}"));
        let taking = server.request(Method::DELETE, &path).header("participant", &walker.me);
        Reply::of(taking).await.expect(204);
        let shown = page(server, &token, "").await;
        press(server, &token, "terug", &[("id", &field(&shown, "id"))]).await.expect(303);
        let seen = seen_by_begeleider(server, &token).await;
        assert!(seen.contains(&first) && seen.contains(&third) && !seen.contains(&second), "{seen}");
    });
}
