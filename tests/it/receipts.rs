//! Five words: finding one's own pins back, changing and withdrawing them.

use futures::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Reply, TestServer, id, participant, pin, server};
use crate::moderation::begeleider;

const MARK: &str = "Onvergetelijkezin";

async fn receipt(server: &TestServer, whose: &str) -> String {
    let path = format!("/api/v1/sessions/{}/receipts", server.code);
    let reply = Reply::of(server.request(Method::POST, &path).header("participant", whose)).await;
    let words: Vec<String> = serde_json::from_value(reply.json(201)["words"].clone()).unwrap();
    assert_eq!(words.len(), 5);
    words.join("-")
}

async fn with_words(server: &TestServer, method: Method, rest: &str, words: &str) -> Reply {
    let path = format!("/api/v1/sessions/{}/receipts/pins{rest}", server.code);
    Reply::of(server.request(method, &path).header("receipt", words)).await
}

async fn found(server: &TestServer, words: &str) -> Vec<Value> {
    let list = with_words(server, Method::GET, "", words).await;
    assert_eq!(list.header("cache-control"), "no-store");
    list.json(200)["features"].as_array().unwrap().clone()
}

async fn layer(server: &TestServer, token: &str) -> Value {
    let path = format!("/api/v1/trajects/{}/layers/all/beter.json", server.traject);
    server.get_as(token, &path).await.json(200)
}

#[test]
fn with_five_words_somebody_finds_changes_and_withdraws_their_pins_and_nobody_elses() {
    server().story(async |server| {
        let (anna, bo) = (participant(), participant());
        let (mine, other) = (id(), id());
        server.put_pin(&mine, &pin(&anna, MARK)).await.expect(201);
        server.put_pin(&other, &pin(&bo, "Van Bo")).await.expect(201);
        let words = receipt(server, &anna).await;

        let pins = found(server, &words.to_uppercase().replace('-', "  ")).await;
        assert_eq!(pins.len(), 1);
        let properties = &pins[0]["properties"];
        assert_eq!((&properties["text"], &properties["state"]), (&json!(MARK), &json!("waits")));
        with_words(server, Method::DELETE, &format!("/{other}"), &words).await.expect(404);

        let patch =
            server.request(Method::PATCH, &format!("/api/v1/sessions/{}/receipts/pins/{mine}", server.code));
        let patch =
            patch.header("receipt", &words).body(json!({"properties": {"text": "Anders"}}).to_string());
        assert_eq!(Reply::of(patch).await.json(200)["properties"]["text"], "Anders");

        with_words(server, Method::DELETE, &format!("/{mine}"), &words).await.expect(204);
        assert!(found(server, &words).await.is_empty());
        assert_eq!(server.place.count("SELECT COUNT(*) FROM pin WHERE removed = 0").await, 1);
    });
}

#[test]
fn what_came_late_and_waits_is_found_and_withdrawn_with_five_words() {
    server().story(async |server| {
        let (anna, bo) = (participant(), participant());
        let session = server.get(&format!("/api/v1/sessions/{}", server.code)).await.json(200);
        server.close();
        let mut late = Vec::new();
        for whose in [&anna, &bo] {
            let mut body = pin(whose, MARK);
            body["properties"]["stamp"] = session["stamp"].clone();
            late.push(id());
            let path = format!("/api/v1/sessions/{}/late/{}", server.code, late.last().unwrap());
            Reply::of(server.request(Method::PUT, &path).json(&body)).await.expect(202);
        }
        let words = receipt(server, &anna).await;
        let pins = found(server, &words).await;
        assert_eq!(pins.len(), 1);
        assert_eq!((&pins[0]["id"], &pins[0]["properties"]["state"]), (&json!(late[0]), &json!("waits")));
        with_words(server, Method::DELETE, &format!("/{}", late[1]), &words).await.expect(404);
        with_words(server, Method::DELETE, &format!("/{}", late[0]), &words).await.expect(204);
        assert!(found(server, &words).await.is_empty());
        let waits = format!("SELECT COUNT(*) FROM late_pin WHERE decided = 0 AND text = '{MARK}'");
        assert_eq!(server.place.count(&waits).await, 1, "that of the other one");
    });
}

#[test]
fn wrong_words_find_nothing_and_guessing_is_slowed() {
    server().story(async |server| {
        let (anna, bo) = (participant(), participant());
        server.put_pin(&id(), &pin(&anna, "Iets")).await.expect(201);
        let path = format!("/api/v1/sessions/{}/receipts", server.code);
        Reply::of(server.request(Method::POST, &path).header("participant", &bo))
            .await
            .problem_of(422, "receipt-nothing");
        for _ in 0..20 {
            with_words(server, Method::GET, "", "anker-appel-arm-baard-baken")
                .await
                .problem_of(404, "receipt-words");
        }
        let words = receipt(server, &anna).await;
        let started = std::time::Instant::now();
        let slow = with_words(server, Method::GET, "", "anker-appel-arm-baard-baken").await;
        assert!(!slow.header("retry-after").is_empty());
        slow.problem_of(429, "too-many-guesses");
        assert!(started.elapsed().as_millis() >= 240, "{:?}", started.elapsed());
        // Whoever has the right ones waits for a turn, and finds what is theirs.
        assert_eq!(found(server, &words).await.len(), 1);
    });
}

#[test]
fn after_a_release_the_words_go_at_once_and_the_place_only_together_with_two_others() {
    server().story(async |server| {
        let token = begeleider(server);
        let mut receipts = Vec::new();
        for n in 0..7 {
            let (who, id) = (participant(), id());
            server.put_pin(&id, &pin(&who, &format!("{MARK} {n}"))).await.expect(201);
            receipts.push((receipt(server, &who).await, id));
        }
        server.close();
        server.place.cli(&["session", "release", &server.code]).worked();
        let before = layer(server, &token).await;
        assert_eq!(before["participants"], 6);

        for (words, id) in &receipts {
            with_words(server, Method::DELETE, &format!("/{id}"), words).await.expect(204);
            let pins = found(server, words).await;
            assert_eq!(
                (&pins[0]["properties"]["state"], &pins[0]["properties"]["text"]),
                (&json!("withdrawn"), &json!(""))
            );
            assert_eq!(
                layer(server, &token).await,
                before,
                "the numbers stay: nothing leads from them to anybody"
            );
        }
        let places = server.place.rows("SELECT id FROM pin WHERE withdrawn = 1 AND lon IS NOT NULL").await;
        assert_eq!(places.len(), 0, "the places are gone at once");
    });
}

#[test]
fn who_is_done_gets_five_words_on_a_page_and_finds_their_pins_back_by_form() {
    server().story(async |server| {
        let anna = participant();
        server.put_pin(&id(), &pin(&anna, "Een <b>bank</b> & een boom")).await.expect(201);
        let done = server.request(Method::POST, &format!("/s/{}/klaar", server.code));
        let done = Reply::of(done.header("cookie", format!("beurt={anna}"))).await;
        assert!(done.header("set-cookie").contains("Max-Age=0"), "{}", done.header("set-cookie"));
        let page = done.text();
        let list = page.split("receipt-words").nth(1).unwrap().split("</ol>").next().unwrap();
        let words: Vec<&str> =
            list.split("<li>").skip(1).map(|item| item.split('<').next().unwrap()).collect();
        assert_eq!(words.len(), 5, "{page}");
        let where_to = format!("typ de code {} en kies", server.code);
        assert!(page.contains(&where_to) && page.contains("Ga naar ") && page.contains("<svg"), "{page}");

        let back = server.request(Method::POST, &format!("/s/{}/terug", server.code));
        let back = Reply::of(back.form(&[("words", words.join(" "))])).await;
        assert_eq!(back.header("cache-control"), "no-store");
        assert!(back.text().contains("Een &lt;b&gt;bank&lt;/b&gt; &amp; een boom"), "{}", back.text());
    });
}

#[test]
fn a_slip_in_one_of_the_five_words_is_named_and_put_right() {
    server().story(async |server| {
        let anna = participant();
        server.put_pin(&id(), &pin(&anna, MARK)).await.expect(201);
        let words = receipt(server, &anna).await;
        let (first, rest) = words.split_once('-').unwrap();
        let ask = async |typed: &str| {
            let asked = server.request(Method::POST, &format!("/s/{}/terug", server.code));
            Reply::of(asked.form(&[("words", typed)])).await.text()
        };
        for slipped in [format!("{first}x"), format!("q{first}"), first[1..].to_owned()] {
            let page = ask(&format!("{slipped} {}", rest.replace('-', " "))).await;
            assert!(page.contains(&format!("‘{slipped}’ is geen woord van ons. Bedoelt u ")), "{page}");
            assert!(page.contains(&format!("‘{first}’")), "{page}");
            assert!(!page.contains(MARK));
        }
        let page = ask(&format!("{first} xyzzy")).await;
        assert!(page.contains("‘xyzzy’ is geen woord van ons. Kijk"), "{page}");
        assert!(page.contains("Dit zijn 2 woorden. Het zijn er vijf."), "{page}");
        assert!(page.contains(&format!("value=\"{first} xyzzy\"")), "{page}");
        // A slip is no guess: it is none of the words that are given.
        assert!(ask(&words).await.contains(MARK));
    });
}

#[test]
fn a_device_brings_its_own_words_and_another_cannot_take_them() {
    server().story(async |server| {
        let (anna, bo) = (participant(), participant());
        for whose in [&anna, &bo] {
            server.put_pin(&id(), &pin(whose, MARK)).await.expect(201);
        }
        let path = format!("/api/v1/sessions/{}/receipts", server.code);
        let bring = async |whose: &str, body: Value| {
            Reply::of(server.request(Method::POST, &path).header("participant", whose).json(&body)).await
        };
        let words = json!({"words": ["anker", "appel", "arend", "baard", "bakker"]});
        for _ in 0..2 {
            let given = bring(&anna, words.clone()).await;
            assert_eq!(given.json(201)["words"], words["words"], "asked again after a cut they are the same");
        }
        assert_eq!(found(server, "anker-appel-arend-baard-bakker").await.len(), 1);
        bring(&bo, words.clone()).await.problem_of(409, "receipt-taken");
        for wrong in [
            json!({"words": ["anker"]}),
            json!({"words": ["a", "b", "c", "d", "e"]}),
            json!({"words": "anker"}),
            json!([1]),
        ] {
            bring(&bo, wrong).await.problem_of(422, "receipt-brought");
        }
        assert_eq!(bring(&bo, json!({})).await.json(201)["words"].as_array().unwrap().len(), 5);
        bring(&participant(), json!({"words": ["anker", "appel", "arend", "baard", "brief"]}))
            .await
            .problem_of(422, "receipt-nothing");
        // Whoever tries what others were given is slowed down as with any guess.
        let given = receipt(server, &anna).await;
        let given = json!({"words": given.split('-').collect::<Vec<_>>()});
        for _ in 0..20 {
            bring(&bo, given.clone()).await.problem_of(409, "receipt-taken");
        }
        bring(&bo, given).await.problem_of(429, "too-many-guesses");
    });
}

#[test]
fn a_receipt_carries_its_words_to_a_telephone_in_a_picture() {
    server().story(async |server| {
        let path = format!("/api/v1/sessions/{}/receipts", server.code);
        let mut pictures = Vec::new();
        for _ in 0..2 {
            let anna = participant();
            server.put_pin(&id(), &pin(&anna, MARK)).await.expect(201);
            let given = Reply::of(server.request(Method::POST, &path).header("participant", &anna)).await;
            pictures.push(given.json(201)["qr"].as_str().unwrap().to_owned());
        }
        assert!(pictures.iter().all(|qr| qr.starts_with("<svg") && !qr.contains("style")), "{pictures:?}");
        assert_ne!(pictures[0], pictures[1]);
    });
}

#[test]
fn whoever_reads_while_everybody_withdraws_gets_the_same_layer_all_the_time() {
    server().without_limits().story(async |server| {
        let mut withdrawn = Vec::new();
        for n in 0..9 {
            let (who, id) = (participant(), id());
            server.put_pin(&id, &pin(&who, &format!("{MARK} {n}"))).await.expect(201);
            withdrawn.push((receipt(server, &who).await, id));
        }
        server.close();
        server.place.cli(&["session", "release", &server.code]).worked();
        let token = begeleider(server);
        let before = layer(server, &token).await;
        assert_eq!(before["participants"], 9);
        let taking = async {
            for (words, id) in &withdrawn {
                with_words(server, Method::DELETE, &format!("/{id}"), words).await.expect(204);
            }
        };
        let reading = async {
            for _ in 0..12 {
                assert_eq!(layer(server, &token).await, before);
                let page = server.get_as(&token, &format!("/traject/{}", server.traject)).await;
                assert_eq!(page.status, 200);
            }
        };
        tokio::join!(taking, reading);
        server.kill_hard();
        server.restart();
        assert_eq!(layer(server, &token).await, before, "also of a server that starts anew");
    });
}

#[test]
fn words_that_are_refused_stay_in_the_form_they_were_typed_in() {
    server().story(async |server| {
        let me = participant();
        let (one, other) = (id(), id());
        server.put_pin(&one, &pin(&me, "De eerste")).await.expect(201);
        server.put_pin(&other, &pin(&me, "De tweede")).await.expect(201);
        let words = receipt(server, &me).await;
        let typed = format!("Lang verhaal {}", "x".repeat(1000));
        let path = format!("/s/{}/terug/bewaar", server.code);
        let save = async |text: &str| {
            let form = [("words", words.as_str()), ("id", other.as_str()), ("text", text)];
            Reply::of_any(server.request(Method::POST, &path).form(&form)).await
        };
        let page = save(&typed).await.expect(422).text();
        assert!(page.contains(&typed) && page.contains("De eerste"), "{page}");
        assert!(page.contains("te lang"), "beside it stands what is wrong: {page}");
        save(" ").await.expect(422);
        assert!(save("Korter").await.expect(200).text().contains("Korter"));
        // Closed while somebody typed: the words are shown, to be copied.
        server.close();
        let page = save("Dit typte ik nog").await.expect(410).text();
        assert!(page.contains("Dit typte ik nog"), "{page}");
    });
}

#[test]
fn who_asks_for_five_words_twice_at_once_gets_the_same_five() {
    server().without_limits().story(async |server| {
        let path = format!("/api/v1/sessions/{}/receipts", server.code);
        let ask = async |who: &str| {
            let given = Reply::of(server.request(Method::POST, &path).header("participant", who)).await;
            given.json(201)["words"].clone()
        };
        let everybody: Vec<String> = (0..20).map(|_| participant()).collect();
        for who in &everybody {
            server.put_pin(&id(), &pin(who, MARK)).await.expect(201);
        }
        let mut all = Vec::new();
        for (one, other) in join_all(everybody.iter().map(async |who| tokio::join!(ask(who), ask(who)))).await
        {
            assert_eq!(one, other);
            all.push(one.to_string());
        }
        all.sort();
        all.dedup();
        assert_eq!(all.len(), everybody.len(), "everybody has words of their own");
        let receipts = "SELECT COUNT(*) FROM receipt";
        assert_eq!(server.place.count(receipts).await, i64::try_from(everybody.len()).unwrap());
    });
}
