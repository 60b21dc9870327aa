//! What others in the room see: pins and approved words come in groups of at least three people, under names that lead nowhere.

use std::collections::{BTreeMap, HashSet};

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{MIDDLE, Reply, TestServer, id, participant, pin, server, story};
use crate::moderation::{begeleider, decide};
use crate::walks::{walker, walks};

/// A pin of this kind, so many metres or so to the east of the middle.
fn at(whose: &str, kind: &str, east: f64) -> Value {
    let mut body = pin(whose, "Woorden");
    body["geometry"]["coordinates"] = json!([MIDDLE[0] + east / 68_170.0, MIDDLE[1]]);
    body["properties"]["kind"] = json!(kind);
    body
}

fn ids(pins: &[Value]) -> HashSet<String> {
    pins.iter().map(|pin| pin["id"].as_str().unwrap().to_owned()).collect()
}

fn words(pins: &[Value]) -> Vec<&str> {
    pins.iter().filter_map(|pin| pin["properties"]["text"].as_str()).collect()
}

async fn me_too(server: &TestServer, method: Method, handle: &str, whose: &str) -> Reply {
    let path = format!("{}/me-too", server.pin_path(handle));
    Reply::of(server.request(method, &path).header("participant", whose)).await
}

/// Pins of so many new people, all approved: each with its words.
async fn heard(server: &TestServer, token: &str, texts: &[&str]) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for text in texts {
        let (own, whose) = (id(), participant());
        server.put_pin(&own, &pin(&whose, text)).await.expect(201);
        all.push((own, whose));
    }
    for (own, _) in &all {
        decide(server, token, own, &json!({"decision": "approve"})).await.expect(200);
    }
    all
}

fn handle_of(pins: &[Value], text: &str) -> String {
    let found = pins.iter().find(|pin| pin["properties"]["text"] == text);
    found.unwrap_or_else(|| panic!("{text} in {pins:?}"))["properties"]["handle"].as_str().unwrap().to_owned()
}

#[test]
fn whoever_watches_while_people_act_one_by_one_never_learns_of_fewer_than_three() {
    server().without_limits().story(async |server| {
        let people: Vec<String> = (0..7).map(|_| participant()).collect();
        let mut theirs: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        let (mut acted, mut real): (HashSet<usize>, HashSet<String>) = Default::default();
        let (mut before, mut turns) = (server.pins(None).await, 0);
        for step in 0..70_usize {
            // Somebody stands up, and puts, changes or takes back something; often the same person again.
            let who = (step * step * 3 + step / 2) % people.len();
            let own = theirs.entry(who).or_default();
            let east = f64::from(u32::try_from(step % 9).unwrap()) * 25.0 - 100.0;
            match (step % 5, own.pop()) {
                (4, Some(old)) => {
                    server.delete_pin(&old, &people[who]).await.expect(204);
                }
                (3, Some(old)) => {
                    let change = at(&people[who], "idee", east);
                    let patch = json!({"geometry": change["geometry"], "properties": {"kind": "idee"}});
                    server.patch_pin(&old, &people[who], &patch).await.expect(200);
                    own.push(old);
                }
                (_, old) => {
                    let new = id();
                    own.extend(old);
                    own.push(new.clone());
                    real.insert(new.clone());
                    server.put_pin(&new, &at(&people[who], "zorg", east)).await.expect(201);
                }
            }
            acted.insert(who);
            if step % 23 == 11 {
                server.stop();
                server.restart();
            }
            let now = server.pins(None).await;
            if now != before {
                assert!(acted.len() >= 3, "step {step}: {acted:?} are behind what changed");
                assert!(ids(&now).is_disjoint(&ids(&before)), "step {step}: a pin can be followed");
                acted.clear();
                turns += 1;
            }
            assert!(ids(&now).is_disjoint(&real), "step {step}: a pin's own id is told");
            assert!(walks(server, None).await.is_empty(), "step {step}: a walk is told");
            before = now;
        }
        assert!(turns >= 8, "the room sees what happens: {turns}");
    });
}

#[test]
fn photos_of_walks_come_with_the_pins_in_groups_and_never_alone() {
    story(async |server| {
        let (token, watcher) = (begeleider(server), participant());
        let mut real = Vec::new();
        for people in 1..=3 {
            // Somebody stands up, walks and sends two photos; the begeleider approves each at once.
            let walk = walker(server).await;
            let pin = walk.photo_at(MIDDLE, &[("kind", "zorg"), ("caption", "Een kuil")]).await;
            let loose = walk.photo_at(MIDDLE, &[("caption", "Zomaar")]).await;
            for (of, photo) in [("pin", &pin), ("photo", &pin), ("photo", &loose)] {
                let approve = json!({"decision": "approve", "of": of});
                decide(server, &token, photo, &approve).await.expect(200);
                for who in [None, Some(watcher.as_str())] {
                    assert!(walks(server, who).await.is_empty(), "{people} people: a walk is told");
                }
                if people < 3 {
                    assert!(server.pins(None).await.is_empty(), "{people} people are told");
                }
            }
            real.extend([pin, loose, walk.walk.clone()]);
        }
        let told = server.pins(Some(&watcher)).await;
        assert_eq!((told.len(), words(&told).len()), (3, 3));
        let told = json!(told).to_string();
        assert!(!real.iter().any(|own| told.contains(own.as_str())), "{told}");
    });
}

#[test]
fn a_restart_shows_the_very_same_and_does_not_bring_one_pin_with_it() {
    story(async |server| {
        let token = begeleider(server);
        for kind in ["zorg", "kracht", "idee"] {
            server.put_pin(&id(), &at(&participant(), kind, 25.0)).await.expect(201);
        }
        let before = server.pins(None).await;
        assert_eq!(before.len(), 3);
        let screen = async |server: &TestServer| {
            server.get_as(&token, &format!("/sessie/{}/scherm.json", server.code)).await.json(200)
        };
        let shown = screen(server).await;
        assert_eq!(shown["points"].as_array().unwrap().len(), 3, "as on the projector");
        server.put_pin(&id(), &at(&participant(), "gaat-goed", -50.0)).await.expect(201);
        server.stop();
        server.restart();
        assert_eq!(server.pins(None).await, before);
        let again = screen(server).await;
        assert_eq!((&again["points"], &again["version"]), (&shown["points"], &shown["version"]));
        assert_eq!(again["pins"], 4, "how many there are is no secret");
    });
}

#[test]
fn approved_words_come_in_a_group_and_no_name_from_before_leads_to_them() {
    story(async |server| {
        let token = begeleider(server);
        let mut real = Vec::new();
        for text in ["Een", "Twee", "Drie", "Vier"] {
            let own = id();
            server.put_pin(&own, &pin(&participant(), text)).await.expect(201);
            real.push(own);
        }
        // The fourth came alone; two more bring it along.
        for _ in 0..2 {
            server.put_pin(&id(), &pin(&participant(), "Nog niet bekeken")).await.expect(201);
        }
        let before = server.pins(None).await;
        assert_eq!(before.len(), 6);
        let approve = json!({"decision": "approve"});
        for own in &real[..2] {
            decide(server, &token, own, &approve).await.expect(200);
            assert_eq!(server.pins(None).await, before, "words of two people change nothing");
        }
        decide(server, &token, &real[2], &approve).await.expect(200);
        let told = server.pins(None).await;
        let mut said = words(&told);
        said.sort_unstable();
        assert_eq!(said, ["Drie", "Een", "Twee"]);
        assert!(
            ids(&told).is_disjoint(&ids(&before)),
            "which pin the words belong to was not to be seen before"
        );
        for pin in &told {
            let (handle, text) = (&pin["properties"]["handle"], &pin["properties"]["text"]);
            assert_eq!(handle.is_null(), text.is_null(), "{pin}");
            assert!(!real.iter().any(|own| handle == own.as_str() || pin["id"] == own.as_str()), "{pin}");
            assert_ne!(handle, &pin["id"]);
        }
        let screen = format!("/sessie/{}/scherm.json", server.code);
        let screen = server.get_as(&token, &screen).await.json(200);
        let quotes = screen["quotes"].as_array().unwrap();
        assert_eq!(quotes.len(), 3);
        assert!(quotes.iter().all(|quote| quote["about"] == "Dit kan beter"), "without a place: {quotes:?}");
        decide(server, &token, &real[3], &approve).await.expect(200);
        assert_eq!(server.pins(None).await, told, "one more waits");

        // What is hidden goes at once, and what is left is of too few.
        let hide = json!({"decision": "hide", "again": true});
        decide(server, &token, &real[0], &hide).await.expect(200);
        assert!(words(&server.pins(None).await).is_empty());
        let screen = format!("/sessie/{}/scherm.json", server.code);
        assert_eq!(server.get_as(&token, &screen).await.json(200)["quotes"], json!([]));
    });
}

#[test]
fn a_handle_is_good_until_the_moment_closes_and_a_pins_own_id_is_not() {
    story(async |server| {
        let (token, bo) = (begeleider(server), participant());
        let all = heard(server, &token, &["Een", "Twee", "Drie"]).await;
        let seen = server.pins(Some(&bo)).await;
        let handle = handle_of(&seen, "Een");
        let (own, whose) = &all[0];
        me_too(server, Method::PUT, own, &bo).await.problem_of(404, "no-pin");
        me_too(server, Method::DELETE, own, &bo).await.problem_of(404, "no-pin");
        for listed in ids(&seen) {
            me_too(server, Method::PUT, &listed, &bo).await.problem_of(404, "no-pin");
        }
        me_too(server, Method::PUT, &handle, &bo).await.expect(204);
        me_too(server, Method::PUT, &handle, whose).await.problem_of(409, "me-too-own");
        me_too(server, Method::PUT, own, whose).await.problem_of(409, "me-too-own");
        // Another group, another server: still.
        heard(server, &token, &["Vier", "Vijf", "Zes"]).await;
        server.stop();
        server.restart();
        let later = server.pins(Some(&bo)).await;
        assert_eq!(words(&later).len(), 6);
        assert!(ids(&later).is_disjoint(&ids(&seen)));
        assert_eq!(handle_of(&later, "Een"), handle);
        let one = later.iter().find(|pin| pin["properties"]["text"] == "Een").unwrap();
        assert_eq!(one["properties"]["me_too"], true);
        me_too(server, Method::DELETE, &handle, &bo).await.expect(204);
        // Other words are another handle, and nothing leads from the one to the other.
        server.patch_pin(own, whose, &json!({"properties": {"text": "Anders"}})).await.expect(200);
        me_too(server, Method::PUT, &handle, &bo).await.problem_of(404, "no-pin");
        assert_eq!(server.place.count("SELECT COUNT(*) FROM me_too").await, 0);
        let handle = handle_of(&later, "Twee");
        server.close();
        me_too(server, Method::PUT, &handle, &bo).await.problem_of(410, "session-closed");
    });
}

#[test]
fn a_part_of_the_list_is_of_one_version_and_of_a_box_where_one_is_asked_for() {
    story(async |server| {
        let mine = participant();
        for (n, east) in [-150.0, 0.0, 150.0].into_iter().enumerate() {
            let whose = if n == 0 { mine.clone() } else { participant() };
            server.put_pin(&id(), &at(&whose, "zorg", east)).await.expect(201);
        }
        assert_eq!(server.pins(None).await.len(), 3);
        server.put_pin(&id(), &pin(&participant(), "Hierna")).await.expect(201);
        let list = |more: &str| format!("/api/v1/sessions/{}/pins{more}", server.code);
        let found = async |more: &str| {
            let asked = server.request(Method::GET, &list(more)).header("participant", &mine);
            Reply::of(asked).await.json(200)["features"].as_array().unwrap().len()
        };
        assert_eq!(found("").await, 3, "one of mine, two of others; who came last waits");
        assert_eq!(found("?bbox=4.9285,52.34,4.9315,52.36").await, 1);
        assert_eq!(found("?bbox=4.92,52.34,4.9285,52.36").await, 1);
        assert_eq!(found("?bbox=4.92,52.36,4.94,52.37").await, 0);
        for wrong in ["4.92,52.34,4.94", "4.94,52.34,4.92,52.36", "west"] {
            server.get(&list(&format!("?bbox={wrong}"))).await.problem_of(422, "no-box");
        }
        // A cursor names what was seen; afterwards it is over.
        let version = 1;
        assert_eq!(found(&format!("?cursor=others.{version}.")).await, 2);
        for _ in 0..2 {
            server.put_pin(&id(), &pin(&participant(), "Nog een")).await.expect(201);
        }
        server.get(&list(&format!("?cursor=others.{version}."))).await.problem_of(410, "list-turned");
        server.close();
        server.get(&list("?cursor=others.2.")).await.problem_of(410, "list-turned");
    });
}

#[test]
fn what_was_taken_back_after_closing_is_kept_nowhere() {
    story(async |server| {
        let token = begeleider(server);
        let all = heard(server, &token, &["Een", "Twee", "Drie"]).await;
        assert_eq!(words(&server.pins(None).await).len(), 3);
        let kept = "SELECT COUNT(*) FROM room_pin";
        assert_eq!(server.place.count(kept).await, 3);
        server.close();
        let gone = json!({"decision": "delete", "reason": "anders", "again": true});
        decide(server, &token, &all[0].0, &gone).await.expect(200);
        assert_eq!(server.place.count(kept).await, 2);
        let screen = format!("/sessie/{}/scherm.json", server.code);
        let screen = server.get_as(&token, &screen).await.json(200);
        assert!(screen["points"].as_array().unwrap().is_empty(), "two people: {screen}");
    });
}
