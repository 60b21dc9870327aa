//! Layers of what is unlikely: one person everywhere, everybody on one spot, on a line, outside, only tables, just enough people, none left.

use reqwest::Method;
use serde_json::{Value, json};
use vakken::CutBy;

use crate::attacker::front::{self, Staff, moment, on_every_database, put_all, release, traject};
use crate::attacker::world::Said;
use crate::harness::{Reply, TestServer, id, participant};
use crate::live::send;

/// A corner where four squares of every size meet, RD metres.
const CORNER: [f64; 2] = [124_000.0, 484_800.0];
/// So many pins are put at once.
const MANY: u32 = 1000;

/// Somebody's concern at a place.
pub fn zorg(who: u32, at: [f64; 2]) -> Said {
    Said { who, at: Some(at), kind: 2, theme: Some(2), moment: None, release: 0, people: 1, approved: None }
}

/// A traject with one moment at which this was said.
async fn said(server: &TestServer, staff: &Staff, k: u32, tables: bool, all: &[Said]) -> (String, String) {
    let traject = traject(server, staff, k).await;
    let code = moment(server, staff, &traject, tables).await;
    put(server, &code, tables, all).await;
    (traject, code)
}

pub async fn put(server: &TestServer, code: &str, tables: bool, all: &[Said]) {
    let mut people = std::collections::BTreeMap::new();
    let mut feature = |said: &Said| {
        let who: &mut String = people.entry(said.who).or_insert_with(participant);
        (id(), front::feature(said, who, tables))
    };
    put_all(server, code, all.iter().map(&mut feature).collect()).await;
}

/// So many people's concerns at one place, or one person's all over the area, put behind the program's back.
async fn fill(server: &TestServer, code: &str, who: &str, lon: &str, lat: &str) {
    let sql = format!(
        "INSERT INTO pin (session_code, id, removed, participant, put_hash, lon, lat, kind, theme, moment, people, text, \
         created_at, approved) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MANY}) \
         SELECT '{code}', 'ab000000-0000-4000-8000-' || CAST(100000000000 + (i * 7919) % 999983 AS TEXT), 0, \
         {who}, '', {lon}, {lat}, 'zorg', NULL, NULL, 1, 'Een stip', NULL, 0 FROM n"
    );
    server.place.sql(&sql).await;
}

/// What the squares of a side tell: side and people, sorted; every other answer about them agrees.
pub async fn told(server: &TestServer, staff: &Staff, traject: &str) -> Vec<(u64, u64)> {
    let base = format!("/api/v1/trajects/{traject}/layers/all/beter");
    let squares = server.get_as(&staff.professional, &format!("{base}.vakken.geojson")).await.json(200);
    let of = |feature: &Value| {
        let properties = &feature["properties"];
        (properties["side"].as_u64().unwrap(), properties["people"].as_u64().unwrap())
    };
    let mut told: Vec<(u64, u64)> = squares["features"].as_array().unwrap().iter().map(of).collect();
    told.sort_unstable();
    let sum: u64 = told.iter().map(|(_, people)| people).sum();
    let grid = server.get_as(&staff.professional, &format!("{base}.json")).await.json(200);
    assert_eq!(grid["participants"], if sum == 0 { Value::Null } else { sum.into() });
    let shown = grid["values"].as_array().unwrap().iter().any(|value| !value.is_null());
    assert_eq!(shown, sum > 0);
    for form in ["geojson", "png", "tif"] {
        server.get_as(&staff.professional, &format!("{base}.{form}")).await.expect(200);
    }
    server.get_as(&staff.professional, &format!("/traject/{traject}")).await.expect(200);
    told
}

async fn released(server: &TestServer, staff: &Staff, k: u32, all: &[Said]) -> Vec<(u64, u64)> {
    let (traject, code) = said(server, staff, k, false, all).await;
    release(server, staff, &traject, &code, CutBy::Side).await.expect(303);
    told(server, staff, &traject).await
}

#[test]
fn a_thousand_pins_of_one_person_are_nobody_and_a_thousand_people_on_a_spot_are_told_within_25_metres() {
    on_every_database(async |server, staff| {
        let (traject, code) = said(server, staff, 3, false, &[]).await;
        fill(server, &code, "'iemand'", "4.9265 + (i % 40) * 0.00018", "52.3485 + (i / 40) * 0.00013").await;
        release(server, staff, &traject, &code, CutBy::Side).await.expect(422);
        assert_eq!(told(server, staff, &traject).await, []);

        // With two others near each other there are three people in one large square, and nowhere else.
        let (traject, code) = said(
            server,
            staff,
            3,
            false,
            &[zorg(1, [123_650.0, 484_650.0]), zorg(2, [123_760.0, 484_750.0])],
        )
        .await;
        fill(server, &code, "'iemand'", "4.9265 + (i % 40) * 0.00018", "52.3485 + (i / 40) * 0.00013").await;
        release(server, staff, &traject, &code, CutBy::Side).await.expect(303);
        let told_of = told(server, staff, &traject).await;
        assert_eq!(told_of.iter().map(|(_, people)| people).sum::<u64>(), 3, "{told_of:?}");

        let (traject, code) = said(server, staff, 3, false, &[]).await;
        fill(server, &code, "'iemand-' || CAST(i AS TEXT)", "4.93", "52.35").await;
        release(server, staff, &traject, &code, CutBy::Theme).await.expect(303);
        assert_eq!(told(server, staff, &traject).await, [(25, 999)]);
    });
}

#[test]
fn people_on_a_line_on_a_corner_and_round_the_area_are_told_as_everybody_else() {
    on_every_database(async |server, staff| {
        // Each on the edge that two rows of squares share.
        let line: Vec<Said> =
            (0..40).map(|who| zorg(who, [CORNER[0] - 350.0 + f64::from(who) * 10.0, CORNER[1]])).collect();
        let told_of = released(server, staff, 3, &line).await;
        let sum: u64 = told_of.iter().map(|(_, people)| people).sum();
        assert!((24..=40).contains(&sum), "{told_of:?}");

        let corner: Vec<Said> = (0..13).map(|who| zorg(who, CORNER)).collect();
        assert_eq!(released(server, staff, 3, &corner).await, [(25, 12)]);

        // 140 m west of the area, where pins may still lie: they are in the layer, and can be asked about.
        let outside: Vec<Said> = (0..6).map(|who| zorg(who, [123_440.0, 484_775.0])).collect();
        let (traject, code) = said(server, staff, 3, false, &outside).await;
        release(server, staff, &traject, &code, CutBy::Side).await.expect(303);
        assert_eq!(told(server, staff, &traject).await, [(25, 6)]);
        let place = buurtblik::place::buurt::Rd { x: 123_440.0, y: 484_775.5 }.to_wgs().unwrap();
        let path = format!("/api/v1/trajects/{traject}/at/all/beter?lon={}&lat={}", place.lon, place.lat);
        assert_eq!(server.get_as(&staff.professional, &path).await.json(200)["people_at_least"], 6);
    });
}

#[test]
fn just_enough_people_are_told_and_one_fewer_are_not() {
    on_every_database(async |server, staff| {
        let spot =
            |people: u32| -> Vec<Said> { (0..people).map(|who| zorg(who, [123_850.0, 484_780.0])).collect() };
        for k in [3, 20] {
            assert_eq!(released(server, staff, k, &spot(k)).await, [(25, u64::from(k))]);
            assert_eq!(released(server, staff, k, &spot(2 * k - 1)).await, [(25, u64::from(k))]);
            let (traject, code) = said(server, staff, k, false, &spot(k - 1)).await;
            release(server, staff, &traject, &code, CutBy::Side).await.expect(422);
            assert_eq!(told(server, staff, &traject).await, []);
        }
        // Three tables of twelve speak with three voices.
        let tables: Vec<Said> = spot(3).into_iter().map(|said| Said { people: 12, ..said }).collect();
        let (traject, code) = said(server, staff, 3, true, &tables).await;
        release(server, staff, &traject, &code, CutBy::Theme).await.expect(303);
        assert_eq!(told(server, staff, &traject).await, [(25, 3)]);
    });
}

/// What is answered to everything about the layers of a side.
async fn everything(server: &TestServer, staff: &Staff, traject: &str) -> Vec<Vec<u8>> {
    let mut answers = Vec::new();
    for file in ["beter.json", "beter.geojson?suppressed=1", "zorg.vakken.geojson", "beter.png", "all.tif"] {
        let path = format!("/api/v1/trajects/{traject}/layers/all/{file}");
        answers.push(server.get_as(&staff.professional, &path).await.expect(200).bytes.clone());
    }
    answers
}

#[test]
fn when_everybody_withdraws_the_numbers_stay_and_two_releases_of_the_same_people_add_up() {
    on_every_database(async |server, staff| {
        let traject = traject(server, staff, 3).await;
        let people: Vec<String> = (0..6).map(|_| participant()).collect();
        let mut before = Vec::new();
        for round in 1..=2 {
            let code = moment(server, staff, &traject, false).await;
            let body = |who: &String| (id(), front::feature(&zorg(0, [123_850.0, 484_780.0]), who, false));
            let pins: Vec<(String, Value)> = people.iter().map(body).collect();
            put_all(server, &code, pins.clone()).await;
            release(server, staff, &traject, &code, CutBy::Side).await.expect(303);
            assert_eq!(told(server, staff, &traject).await, [(25, 6 * round)]);
            before = everything(server, staff, &traject).await;
            for (id, _) in pins {
                let path = format!("/api/v1/sessions/{code}/moderation/{id}");
                let gone = server.request(Method::POST, &path).bearer_auth(&staff.begeleider);
                Reply::of(gone.json(&json!({"decision": "delete", "reason": "anders"}))).await.expect(200);
            }
            assert!(everything(server, staff, &traject).await == before, "a withdrawal changed a layer");
        }
        server.restart();
        assert!(everything(server, staff, &traject).await == before, "a restart changed a layer");

        // Before a release it is as if they had never come.
        let code = moment(server, staff, &traject, false).await;
        for who in &people {
            let pin = (id(), front::feature(&zorg(0, [123_850.0, 484_780.0]), who, false));
            put_all(server, &code, vec![pin.clone()]).await;
            let path = format!("/api/v1/sessions/{code}/pins/{}", pin.0);
            Reply::of(server.request(Method::DELETE, &path).header("participant", who)).await.expect(204);
        }
        release(server, staff, &traject, &code, CutBy::Side).await.expect(422);
        assert!(everything(server, staff, &traject).await == before);
    });
}

#[test]
fn a_theme_that_is_added_later_has_no_layer_yet_and_changes_no_other() {
    on_every_database(async |server, staff| {
        let all: Vec<Said> =
            (0..33).map(|who| zorg(who, [123_850.0 + f64::from(who % 4), 484_780.0])).collect();
        let (traject, code) = said(server, staff, 3, false, &all).await;
        release(server, staff, &traject, &code, CutBy::Theme).await.expect(303);
        let before = everything(server, staff, &traject).await;
        let layers = format!("/api/v1/trajects/{traject}/layers");
        let wonen = format!("{layers}/wonen/beter.json");
        let told_before = server.get_as(&staff.professional, &wonen).await.json(200);
        assert_eq!(told_before["participants"], 33);
        server
            .get_as(&staff.professional, &format!("{layers}/nieuw/beter.json"))
            .await
            .problem_of(404, "no-layer");

        let themes = [&crate::attacker::world::THEMES[..], &["nieuw"]].concat().join("\n");
        let fields = [
            ("title", "Rond het plein"),
            ("k", "3"),
            ("promise", "Wij vragen wat u ziet."),
            ("question", "Wat houdt u bezig?"),
            ("checklist", "vraag"),
            ("themes", themes.as_str()),
            ("erase_on", "2099-12-31"),
        ];
        let path = format!("/traject/{traject}/voorbereiding");
        send(server, &staff.begeleider, &path, &fields).await.expect(303);
        assert!(everything(server, staff, &traject).await == before, "a new theme changed a layer");
        assert_eq!(server.get_as(&staff.professional, &wonen).await.json(200), told_before);
        let new = server.get_as(&staff.professional, &format!("{layers}/nieuw/beter.json")).await.json(200);
        assert!(
            new["participants"].is_null() && new["values"].as_array().unwrap().iter().all(Value::is_null)
        );
        assert_eq!(new["provenance"]["reason"], "theme");
    });
}
