//! Back to the table: residents answer what is laid before them; the board hears it once it is released.

use reqwest::Method;
use serde_json::{Value, json};

use crate::boards::{PROMISED, agree, released, text, with};
use crate::harness::{FAR, MIDDLE, Reply, TestServer, id, is_participant, participant, pin, server};
use crate::live::send;
use crate::moderation::{begeleider, decide};

/// Releases something, lays a point on the agenda, and opens a teruglegging; the token of a begeleider, and the id of the point.
pub async fn at_the_table(server: &mut TestServer) -> (String, String) {
    let guide = begeleider(server);
    released(server, &guide, "De lift is al weken stuk", &participant()).await;
    let point = agree(server, &guide, &PROMISED).await;
    another_table(server);
    (guide, point.rsplit('/').next().unwrap().to_owned())
}

/// Opens a teruglegging.
fn another_table(server: &mut TestServer) {
    let title = ["session", "create", "--traject", &server.traject.clone(), "--title", "Klopt het"]
        .map(str::to_owned);
    let asked: Vec<&str> = title.iter().map(String::as_str).collect();
    let made = server
        .place
        .cli(&[&asked[..], &["--method", "teruglegging", "--audience", "bewoners"]].concat())
        .json();
    made["code"].as_str().unwrap().clone_into(&mut server.code);
}

fn at_place(who: &str, says: &str, words: &str) -> Value {
    json!({"about": "beter", "place": MIDDLE, "says": says, "words": words, "participant": who})
}

pub async fn put(server: &TestServer, id: &str, body: &Value) -> Reply {
    let path = format!("/api/v1/sessions/{}/answers/{id}", server.code);
    Reply::of(server.request(Method::PUT, &path).json(body)).await
}

async fn own(server: &TestServer, who: &str) -> Vec<Value> {
    let path = format!("/api/v1/sessions/{}/answers", server.code);
    let reply = Reply::of(server.request(Method::GET, &path).header("participant", who)).await;
    assert_eq!(reply.header("cache-control"), "no-store");
    assert!(!is_participant(&reply.text()));
    reply.json(200)["answers"].as_array().unwrap().clone()
}

#[test]
fn an_answer_sent_twice_is_one_answer_and_only_its_own_participant_takes_it_back() {
    server().story(async |server| {
        let (_, point) = at_the_table(server).await;
        let (anna, bo, answer) = (participant(), participant(), id());
        let body = at_place(&anna, "klopt-niet", "Hier is het juist mooi");
        put(server, &answer, &body).await.expect(201);
        put(server, &answer, &body).await.expect(200);
        put(server, &answer, &at_place(&anna, "klopt", "")).await.problem_of(409, "answer-conflict");
        put(server, &answer, &at_place(&bo, "klopt-niet", "Hier is het juist mooi")).await.problem(409);
        let mine = own(server, &anna).await;
        assert_eq!((mine.len(), &mine[0]["says"]), (1, &json!("klopt-niet")));
        assert!(own(server, &bo).await.is_empty());
        let path = format!("/api/v1/sessions/{}/answers/{answer}", server.code);
        let take = async |who: &str| {
            Reply::of(server.request(Method::DELETE, &path).header("participant", who)).await
        };
        take(&bo).await.problem_of(404, "no-answer");
        take(&anna).await.expect(204);
        take(&anna).await.expect(204);
        put(server, &answer, &body).await.problem_of(410, "answer-gone");
        assert!(own(server, &anna).await.is_empty());

        let about =
            |point: &str| json!({"about": "punt", "point": point, "says": "klopt", "participant": anna});
        put(server, &id(), &about(&point)).await.expect(201);
        put(server, &id(), &about(&id())).await.problem_at("/point");
        let far = json!({"about": "sterk", "place": FAR, "says": "klopt", "participant": anna});
        put(server, &id(), &far).await.problem_of(422, "pin-outside");
        put(server, &id(), &at_place(&anna, "mist", " ")).await.problem_at("/words");
        put(server, "0190f5fe-7c00-7000-8000-000000000000", &at_place(&anna, "klopt", "")).await.problem(422);
        server.close();
        put(server, &id(), &at_place(&anna, "klopt", "")).await.problem_of(410, "session-closed");
    });
}

#[test]
fn only_in_a_teruglegging_something_is_laid_before_residents_and_only_what_was_released() {
    server().story(async |server| {
        let body = at_place(&participant(), "klopt", "");
        put(server, &id(), &body).await.problem_of(404, "no-teruglegging");
        assert!(!server.get(&format!("/s/{}", server.code)).await.text().contains("Klopt dit?"));
        // A teruglegging before anything was released has nothing to show.
        let own = server.traject.clone();
        let asked =
            ["session", "create", "--traject", &own, "--title", "Te vroeg", "--method", "teruglegging"];
        let made = server.place.cli(&[&asked[..], &["--audience", "bewoners"]].concat()).json();
        let early = server.get(&format!("/s/{}", made["code"].as_str().unwrap())).await;
        assert!(early.expect(404).text().contains("Er is nog niets om te laten zien"));

        let (_, point) = at_the_table(server).await;
        let page = server.get(&format!("/s/{}", server.code)).await;
        assert!(page.header("set-cookie").contains("beurt="), "whose turn it is");
        let page = page.expect(200).text();
        assert!(
            page.contains("Klopt dit?") && page.contains("?kaart=sterk&amp;plek="),
            "a tap works without script: {page}"
        );
        let plans = server.get(&format!("/s/{}?kaart=punt", server.code)).await.text();
        assert!(plans.contains("De lift wordt gemaakt") && plans.contains(&point));
        for inside in ["Lift repareren", "corporatie", "voor 1 mei", "Flat 3", "De lift is al weken stuk"] {
            assert!(!plans.contains(inside) && !page.contains(inside), "{inside}");
        }
    });
}

#[test]
fn the_forms_do_the_same_without_script_and_keep_what_was_typed() {
    server().story(async |server| {
        let (_, point) = at_the_table(server).await;
        let first = server.get(&format!("/s/{}", server.code)).await;
        let cookie = first.header("set-cookie").split(';').next().unwrap().to_owned();
        let form = format!("/s/{}/antwoord", server.code);
        let post = async |path: &str, fields: &[(&str, &str)]| {
            Reply::of(server.request(Method::POST, path).header("cookie", &cookie).form(fields)).await
        };
        let answer = id();
        let fields = [("id", answer.as_str()), ("about", "punt"), ("punt", &point), ("says", "mist")];
        let refused = post(&form, &with(&fields, "words", "")).await;
        assert!(refused.expect(422).text().contains("Schrijf in een paar woorden wat er mist"));
        let sent = post(&form, &with(&fields, "words", "Ook de deur <b>")).await;
        assert!(sent.expect(303).header("location").contains("kaart=punt"));
        let look = server.request(Method::GET, &format!("/s/{}", server.code)).header("cookie", &cookie);
        let page = Reply::of(look).await.expect(200).text();
        assert!(page.contains("Ook de deur &lt;b&gt;") && page.contains("Hier mist iets"), "{page}");
        // Nobody else sees it.
        assert!(!server.get(&format!("/s/{}", server.code)).await.text().contains("Ook de deur"));
        post(&format!("{form}/weg"), &[("id", &answer)]).await.expect(303);
        let look = server.request(Method::GET, &format!("/s/{}", server.code)).header("cookie", &cookie);
        assert!(!Reply::of(look).await.text().contains("Ook de deur"));
    });
}

#[test]
fn the_board_hears_numbers_of_k_people_and_approved_words_and_only_after_the_release() {
    server().without_limits().story(async |server| {
        let (guide, point) = at_the_table(server).await;
        let board = format!("/traject/{}/teruglegging", server.traject);
        let pro = server.professional();
        let mut ids = Vec::new();
        for n in 0..4 {
            let (who, answer) = (participant(), id());
            let (says, words) = if n == 0 { ("klopt-niet", "Mevrouw Jansen zegt nee") } else { ("klopt", "Fijn zo") };
            let body = json!({"about": "punt", "point": point, "says": says, "words": words, "participant": who});
            put(server, &answer, &body).await.expect(201);
            put(server, &id(), &at_place(&who, "klopt", "")).await.expect(201);
            ids.push((answer, who));
        }
        // Of two people nothing is told.
        for (n, (_, who)) in ids.iter().take(2).enumerate() {
            let body = json!({"about": "sterk", "place": MIDDLE, "says": "klopt", "words": format!("Stil {n}"), "participant": who});
            put(server, &id(), &body).await.expect(201);
        }
        let path = format!("/api/v1/sessions/{}/moderation", server.code);
        let waiting = server.get_as(&guide, &path).await.json(200);
        let waiting = waiting.as_array().unwrap();
        assert_eq!(waiting.len(), 6, "words wait: {waiting:?}");
        let jansen = waiting.iter().find(|item| item["id"] == ids[0].0.as_str()).unwrap();
        assert_eq!((&jansen["of"], &jansen["about"]), (&json!("answer"), &json!("Plan: Klopt niet")));
        assert_eq!(jansen["hints"][0]["word"], "Mevrouw Jansen");
        assert!(!jansen.to_string().contains("participant"));
        let queue = text(server, &guide, &format!("/sessie/{}/bekijken", server.code)).await;
        assert!(queue.contains("Plan: Klopt niet"));
        let blanked = json!({"decision": "approve", "text": "▇▇▇ zegt nee"});
        decide(server, &guide, &ids[0].0, &blanked).await.expect(200);
        decide(server, &guide, &ids[0].0, &blanked).await.problem_of(409, "decided");
        decide(server, &guide, &ids[1].0, &json!({"decision": "approve"})).await.expect(200);
        decide(server, &guide, &ids[2].0, &json!({"decision": "hide"})).await.expect(200);

        let before = text(server, &pro, &board).await;
        assert!(before.contains("Er is nog geen teruglegging vrijgegeven") && !before.contains("Fijn zo"), "{before}");
        server.close();
        let preview = text(server, &guide, &format!("/traject/{}/vrijgeven", server.traject)).await;
        assert!(preview.contains("4 stemmen"), "who answered counts: {preview}");
        send(server, &guide, &format!("/traject/{}/vrijgeven", server.traject), &[("code", &server.code)]).await.expect(303);
        let heard = text(server, &pro, &board).await;
        assert!(heard.contains("minstens 3 mensen") && !heard.contains("enkelen"), "{heard}");
        assert!(heard.contains("Samen zeiden zij er iets over"), "what one person said is not told: {heard}");
        assert!(heard.contains("▇▇▇ zegt nee") && !heard.contains("Jansen"), "{heard}");
        assert_eq!(heard.matches("Fijn zo").count(), 1, "approved words only: {heard}");
        assert!(heard.contains("Lift repareren"), "beside the team's own reading");
        assert!(!heard.contains("Sterk in de buurt") && !heard.contains("Stil"), "two people: {heard}");
        assert!(heard.contains("Kan beter"), "four people: {heard}");
        assert!(!is_participant(&heard));
        let layer = format!("/api/v1/trajects/{}/layers/all/all.json", server.traject);
        assert_eq!(server.get_as(&pro, &layer).await.json(200)["participants"], 3, "answers weigh in no layer");
    });
}

#[test]
fn the_numbers_of_a_release_are_made_once_and_added_also_those_of_before_there_were_any() {
    server().without_limits().story(async |server| {
        let (_, point) = at_the_table(server).await;
        let pro = server.professional();
        let board = format!("/traject/{}/teruglegging", server.traject);
        let say = async |server: &TestServer, says: &str, people: usize| {
            for _ in 0..people {
                let who = participant();
                let body = json!({"about": "punt", "point": point, "says": says, "words": "Zo is het", "participant": who});
                put(server, &id(), &body).await.expect(201);
            }
        };
        say(server, "klopt", 4).await;
        server.close();
        server.place.cli(&["session", "release", &server.code]).worked();
        let first = text(server, &pro, &board).await;
        assert!(first.contains("minstens 3 mensen") && !first.contains("Samen zeiden"), "{first}");

        // Released by a version that kept no numbers.
        server.place.sql("DELETE FROM told_answers").await;
        let none = text(server, &pro, &board).await;
        assert!(none.contains("te weinig antwoorden om te tonen"), "{none}");
        server.stop();
        server.restart();
        assert_eq!(text(server, &pro, &board).await, first);

        // Five more, of whom two say something else: only how many they were.
        another_table(server);
        say(server, "klopt", 3).await;
        say(server, "mist", 2).await;
        server.close();
        server.place.cli(&["session", "release", &server.code]).worked();
        let both = text(server, &pro, &board).await;
        assert!(both.contains("minstens 6 mensen") && both.contains("minstens 3 mensen"), "{both}");
        assert!(both.contains("Samen zeiden zij er iets over"), "{both}");
        assert!(!both.contains("Hier mist iets"), "{both}");
    });
}

/// At the Vredekerk of the Voorbeeldbuurt.
const CHURCH: [f64; 2] = [4.820_304, 52.345_234];
/// Eighty metres from each other, and both nearest to the name of the same shop.
const BY_THE_SHOP: [[f64; 2]; 2] = [[4.819_276, 52.345_025], [4.818_178, 52.344_795]];

/// A traject in the invented buurt, which has a map: pins at the church were released, and a teruglegging is open.
async fn at_the_church(server: &mut TestServer) {
    let made = ["traject", "create", "--buurt", "VB0000AA01", "--title", "Kerkbuurt"];
    let made = server.place.cli(&made).json();
    made["id"].as_str().unwrap().clone_into(&mut server.traject);
    let asked = ["session", "create", "--traject", &server.traject, "--title", "Koffie"];
    let made = server.place.cli(&[&asked[..], &["--method", "koffiekar", "--audience", "bewoners"]].concat());
    made.json()["code"].as_str().unwrap().clone_into(&mut server.code);
    for _ in 0..6 {
        let mut body = pin(&participant(), "Een stip");
        body["geometry"]["coordinates"] = json!(CHURCH);
        body["properties"]["kind"] = "zorg".into();
        server.put_pin(&id(), &body).await.expect(201);
    }
    server.close();
    server.place.cli(&["session", "release", "--by-side", &server.code]).worked();
    another_table(server);
}

/// What the page for residents says of a place: what it is near to, and what the map has there.
async fn here(server: &TestServer, [lon, lat]: [f64; 2]) -> (String, String) {
    let page = server.get(&format!("/s/{}?kaart=beter&plek={lon:.6},{lat:.6}", server.code)).await.text();
    let said = page.split("id=\"antwoord-kop\"").nth(1).unwrap();
    let said = said.split('>').nth(1).unwrap().split('<').next().unwrap();
    let (near, word) = said.split_once(". Op de kaart staat hier: ").unwrap();
    (near.to_owned(), word.to_owned())
}

#[test]
fn answers_that_move_along_the_same_street_leave_the_board_as_it_was() {
    server().without_limits().with_demo().story(async |server| {
        at_the_church(server).await;
        let [one, other] = [here(server, BY_THE_SHOP[0]).await, here(server, BY_THE_SHOP[1]).await];
        assert_eq!(
            (&one.0, one.1 == other.1),
            (&other.0, false),
            "one name, and the map tells something else"
        );
        let near = one.0;
        let mut boards = Vec::new();
        for (at, place) in BY_THE_SHOP.into_iter().enumerate() {
            if at > 0 {
                at_the_church(server).await;
            }
            for _ in 0..4 {
                let body =
                    json!({"about": "beter", "place": place, "says": "klopt", "participant": participant()});
                put(server, &id(), &body).await.expect(201);
            }
            server.close();
            server.place.cli(&["session", "release", &server.code]).worked();
            let board = format!("/traject/{}/teruglegging", server.traject);
            let page = text(server, &server.professional(), &board).await;
            assert!(page.contains(&near) && page.contains("minstens 3 mensen"), "{near}: {page}");
            boards.push(page.replace(&server.traject, "TRAJECT"));
        }
        assert_eq!(boards[0], boards[1]);
    });
}

#[test]
fn who_puts_a_pin_and_answers_is_one_person_in_a_release() {
    server().story(async |server| {
        let (_, point) = at_the_table(server).await;
        for _ in 0..2 {
            let who = participant();
            server.put_pin(&id(), &pin(&who, "Een stip")).await.expect(201);
            let body = json!({"about": "punt", "point": point, "says": "klopt", "participant": who});
            put(server, &id(), &body).await.expect(201);
        }
        server.close();
        server.place.cli(&["session", "release", &server.code]).failed("Te weinig deelnemers: 2");
    });
}

#[test]
fn five_words_find_an_answer_back_and_take_it_away_after_the_release_too() {
    server().story(async |server| {
        let (guide, point) = at_the_table(server).await;
        let mut all = Vec::new();
        for n in 0..3 {
            let (who, answer) = (participant(), id());
            let words = format!("merk-antwoord {n}");
            let body =
                json!({"about": "punt", "point": point, "says": "mist", "words": words, "participant": who});
            put(server, &answer, &body).await.expect(201);
            decide(server, &guide, &answer, &json!({"decision": "approve"})).await.expect(200);
            all.push((who, answer));
        }
        let path = format!("/api/v1/sessions/{}/receipts", server.code);
        let given = Reply::of(server.request(Method::POST, &path).header("participant", &all[0].0)).await;
        let words: Vec<String> = serde_json::from_value(given.json(201)["words"].clone()).unwrap();
        let words = words.join("-");
        server.close();
        server.place.cli(&["session", "release", &server.code]).worked();
        let board = format!("/traject/{}/teruglegging", server.traject);
        assert!(text(server, &guide, &board).await.contains("merk-antwoord 0"));
        let backup = server.place.folder().join("voor.tar");
        server.place.cli(&["backup", backup.to_str().unwrap()]).worked();

        let list = server.request(Method::GET, &format!("{path}/pins")).header("receipt", &words);
        let list = Reply::of(list).await.json(200);
        assert_eq!(list["answers"].as_array().unwrap().len(), 1, "{list}");
        assert_eq!(list["answers"][0]["words"], "merk-antwoord 0");
        let page =
            server.request(Method::POST, &format!("/s/{}/terug", server.code)).form(&[("words", &words)]);
        assert!(Reply::of(page).await.expect(200).text().contains("merk-antwoord 0"));
        let other =
            server.request(Method::DELETE, &format!("{path}/pins/{}", all[1].1)).header("receipt", &words);
        Reply::of(other).await.problem(404);
        let take =
            server.request(Method::DELETE, &format!("{path}/pins/{}", all[0].1)).header("receipt", &words);
        Reply::of(take).await.expect(204);
        let after = text(server, &guide, &board).await;
        assert!(!after.contains("merk-antwoord 0") && after.contains("merk-antwoord 1"), "{after}");
        assert!(after.contains("minstens 3 mensen"), "the number was told once, and stays: {after}");

        // A restore does not bring it back.
        let gone = server.place.data_dir().join("gone.log");
        let told =
            crate::upkeep::restore(server, &backup, "terug", &["--gone", gone.to_str().unwrap()]).json();
        assert_eq!(told["erased_again"], 1);
        let folder = server.place.folder().join("terug");
        let restored = std::fs::read(folder.join("buurtblik.sqlite")).unwrap();
        let wal = std::fs::read(folder.join("buurtblik.sqlite-wal")).unwrap_or_default();
        let found = [restored, wal].concat();
        let found = String::from_utf8_lossy(&found).into_owned();
        assert!(found.contains("merk-antwoord 1") && !found.contains("merk-antwoord 0"));
    });
}
