//! Walks of released wijksessies say no more of where somebody was than the table: each approved photo stands at the square in which its
//! maker counts, or without a place.

use std::sync::Mutex;

use buurtblik::place::buurt::Rd;
use reqwest::Method;
use serde_json::{Value, json};

use crate::attacker::twins::{cover, cover_shapes};
use crate::harness::{Reply, TestServer, id, jpeg, participant, pin, server, story};
use crate::moderation::{begeleider, decide};
use crate::walks::{Walker, metres, walker};

/// The middles of two told squares of 25 m, in RD metres.
const PLEIN: [f64; 2] = [123_862.5, 484_812.5];
const HOEK: [f64; 2] = [123_962.5, 484_812.5];
/// Where nobody else says anything.
const ALONE: [f64; 2] = [123_712.5, 484_662.5];
/// From a middle: still within the square.
const MOVED: [[f64; 2]; 2] = [[-9.0, 7.0], [10.0, -11.0]];

fn degrees([x, y]: [f64; 2]) -> [f64; 2] {
    let place = Rd { x, y }.to_wgs().unwrap();
    [place.lon, place.lat]
}

fn beside([x, y]: [f64; 2], [east, north]: [f64; 2]) -> [f64; 2] {
    [x + east, y + north]
}

/// So many others say something of this kind here.
async fn others(server: &TestServer, many: usize, kind: &str, place: [f64; 2]) {
    for _ in 0..many {
        let mut body = pin(&participant(), "Ook hier");
        body["geometry"]["coordinates"] = json!(degrees(place));
        body["properties"]["kind"] = kind.into();
        server.put_pin(&id(), &body).await.expect(201);
    }
}

/// Sends approved photos of a walk in this order, each with a place in RD metres and a kind where it has one.
async fn stops(walk: &Walker<'_>, server: &TestServer, all: &[(Option<[f64; 2]>, Option<&str>)]) {
    let token = begeleider(server);
    for (at, (place, kind)) in all.iter().enumerate() {
        let (at, caption) = (at.to_string(), format!("Foto nummer {at}"));
        let mut fields = vec![("at", at.as_str()), ("caption", caption.as_str())];
        fields.extend(kind.map(|kind| ("kind", kind)));
        let photo = if let Some(place) = place {
            walk.photo_at(degrees(*place), &fields).await
        } else {
            let photo = id();
            walk.photo(&photo, jpeg(48, 32), &fields).await.expect(201);
            photo
        };
        decide(server, &token, &photo, &json!({"decision": "approve", "of": "photo"})).await.expect(200);
    }
}

fn release(server: &TestServer) {
    server.close();
    server.place.cli(&["session", "release", &server.code]).worked();
}

async fn page(server: &TestServer, token: &str, rest: &str) -> String {
    let path = format!("/traject/{}/{rest}", server.traject);
    server.get_as(token, &path).await.expect(200).text()
}

/// What the live map of a walk is given.
fn drawn(page: &str) -> Value {
    let json = page.split("data-walk=\"").nth(1).unwrap().split('"').next().unwrap();
    serde_json::from_str(&json.replace("&quot;", "\"").replace("&amp;", "&")).unwrap()
}

/// The features of one layer of what can be taken along.
async fn layer(server: &TestServer, token: &str, name: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(&page(server, token, "export.geojson").await).unwrap();
    let all = file["features"].as_array().unwrap().iter();
    all.filter(|feature| feature["properties"]["layer"] == name).cloned().collect()
}

/// How far a position lies from a place in RD metres.
fn away(position: &Value, place: [f64; 2]) -> f64 {
    metres(position, degrees(place))
}

/// A walk along two told squares; `moved`: where in them, and where else that is not told.
async fn along_two_squares(server: &TestServer, moved: [f64; 2]) -> String {
    others(server, 5, "zorg", PLEIN).await;
    others(server, 2, "zorg", HOEK).await;
    let walk = walker(server).await;
    let back = [-moved[0], -moved[1]];
    let all = [
        (Some(beside(PLEIN, moved)), Some("zorg")),
        // No kind, and so no stack; but its maker counts in this square.
        (Some(beside(PLEIN, back)), None),
        (Some(beside(HOEK, moved)), Some("zorg")),
        // Nobody else, no kind, on a side that is not told.
        (Some(beside(ALONE, moved)), Some("zorg")),
        (Some(beside(ALONE, back)), None),
        (Some(beside(HOEK, back)), Some("kracht")),
        (None, Some("zorg")),
        (Some(beside(PLEIN, [moved[1], moved[0]])), Some("zorg")),
    ];
    stops(&walk, server, &all).await;
    release(server);
    walk.walk.clone()
}

/// Every answer that tells of walks, without ids and clock.
async fn answers(server: &TestServer, token: &str, walk: &str) -> Vec<(String, Vec<u8>)> {
    let paths = [
        "wandelingen".to_owned(),
        format!("wandelingen?w={walk}"),
        "thema/wonen".to_owned(),
        "bewijs".to_owned(),
        "dossier".to_owned(),
        "export.geojson".to_owned(),
        "export.csv".to_owned(),
        "export.gpkg".to_owned(),
    ];
    let mut answers = Vec::new();
    for path in paths {
        let reply = server.get_as(token, &format!("/traject/{}/{path}", server.traject)).await;
        let mut bytes = reply.expect(200).bytes.clone();
        let addresses: Vec<Vec<u8>> = bytes
            .windows(8)
            .enumerate()
            .filter(|(_, part)| part == b"/photos/")
            .map(|(at, _)| bytes[at + 8..].iter().copied().take_while(u8::is_ascii_hexdigit).collect())
            .collect();
        for address in addresses {
            cover(&mut bytes, &address, b'p');
        }
        cover(&mut bytes, server.code.as_bytes(), b'c');
        cover_shapes(&mut bytes, "dd:dd:dd");
        cover_shapes(&mut bytes, ", dd:dd<");
        cover_shapes(&mut bytes, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
        let known = path.split('?').next().unwrap_or_default().to_owned();
        answers.push((known, bytes));
    }
    answers
}

#[test]
fn a_walk_whose_photos_moved_within_their_squares_gets_the_same_pages_and_files() {
    let before = Mutex::new(Vec::new());
    for (twin, moved) in MOVED.into_iter().enumerate() {
        let database = Mutex::new(0);
        server().without_limits().story(async |server| {
            let walk = along_two_squares(server, moved).await;
            let token = server.professional();
            let answers = answers(server, &token, &walk).await;
            let (mut database, mut before) = (database.lock().unwrap(), before.lock().unwrap());
            if twin == 0 {
                before.push(answers);
            } else {
                let one: &Vec<(String, Vec<u8>)> = &before[*database];
                for ((path, mine), (_, theirs)) in one.iter().zip(&answers) {
                    let at = mine.iter().zip(theirs).position(|(a, b)| a != b);
                    let around = |bytes: &[u8], at: usize| {
                        String::from_utf8_lossy(&bytes[at.saturating_sub(80)..(at + 80).min(bytes.len())])
                            .into_owned()
                    };
                    let differs = at.map(|at| (around(mine, at), around(theirs, at)));
                    assert!(mine == theirs, "{path}: {differs:?}, {} and {}", mine.len(), theirs.len());
                }
            }
            *database += 1;
        });
    }
}

#[test]
fn each_photo_of_a_walk_stands_at_the_square_in_which_its_maker_counts_or_without_a_place() {
    server().without_limits().story(async |server| {
        let walk = along_two_squares(server, MOVED[0]).await;
        let token = server.professional();
        let photos = layer(server, &token, "fotos_van_wandelingen").await;
        let squares = [Some(PLEIN), Some(PLEIN), Some(HOEK), None, None, None, None, Some(PLEIN)];
        assert_eq!(photos.len(), squares.len());
        for (photo, square) in photos.iter().zip(squares) {
            match square {
                Some(middle) => assert!(away(&photo["geometry"]["coordinates"], middle) < 0.5, "{photo}"),
                None => assert!(photo["geometry"].is_null(), "{photo}"),
            }
        }
        let near: Vec<&str> =
            photos.iter().map(|photo| photo["properties"]["near"].as_str().unwrap()).collect();
        assert!(near[0] == near[1] && !near[0].starts_with("zonder"), "{near:?}");
        let (untold, none) = ("zonder plek: daar spraken te weinig mensen", "zonder plek");
        assert_eq!(near[3..7], [untold, none, untold, none]);
        let lines = layer(server, &token, "fotowandelingen").await;
        let line = lines[0]["geometry"]["coordinates"][0].as_array().unwrap();
        assert_eq!(line.len(), 3, "from one square to the next and back: {line:?}");
        assert_eq!(
            (&lines[0]["properties"]["photos"], &lines[0]["properties"]["session"]),
            (&json!(8), &json!("Koffie op het plein"))
        );

        let page = page(server, &token, &format!("wandelingen?w={walk}")).await;
        assert!(page.contains("midden in het vak waarin de maker meetelt"), "{page}");
        assert_eq!(page.matches(" id=\"stop-").count(), 8, "every photo, in its order");
        let drawn = drawn(&page);
        let marks = drawn["stops"].as_array().unwrap();
        let told: Vec<_> =
            marks.iter().map(|mark| (mark["text"].as_str().unwrap(), &mark["numbers"])).collect();
        assert_eq!(told, [("1, 2, 8", &json!([1, 2, 8])), ("3", &json!([3]))]);
        for (mark, middle) in marks.iter().zip([PLEIN, HOEK]) {
            assert!(away(&json!([mark["lon"], mark["lat"]]), middle) < 0.5, "{mark}");
        }
        assert_eq!(drawn["line"][0].as_array().unwrap().len(), 3);
        assert_eq!(page.matches("<rect x=").count(), 2, "one mark for each place on paper too");
    });
}

#[test]
fn of_squares_that_lie_in_each_other_a_photo_without_a_kind_stands_at_the_largest() {
    server().without_limits().story(async |server| {
        // Concerns in a square of 25 m; strengths spread over the hundred metres round it, so that those are not cut.
        others(server, 2, "zorg", PLEIN).await;
        others(server, 1, "kracht", beside(PLEIN, [25.0, 25.0])).await;
        others(server, 1, "kracht", beside(PLEIN, [25.0, 50.0])).await;
        let walk = walker(server).await;
        let places = [
            (Some(beside(PLEIN, MOVED[0])), Some("zorg")),
            (Some(beside(PLEIN, MOVED[1])), Some("kracht")),
            (Some(PLEIN), None),
            (Some(beside(PLEIN, [25.0, 0.0])), None),
        ];
        stops(&walk, server, &places).await;
        release(server);
        let photos = layer(server, &server.professional(), "fotos_van_wandelingen").await;
        let at: Vec<_> = photos.iter().map(|photo| &photo["geometry"]["coordinates"]).collect();
        assert!(away(at[0], PLEIN) < 0.5, "{photos:?}");
        assert!(away(at[1], PLEIN) > 10.0, "{photos:?}");
        assert_eq!(
            (at[2], at[3]),
            (at[1], at[1]),
            "within the smaller one or beside it: nothing tells which"
        );
    });
}

#[test]
fn a_walk_whose_photos_are_all_in_one_square_has_no_line() {
    server().without_limits().story(async |server| {
        others(server, 5, "zorg", PLEIN).await;
        let walk = walker(server).await;
        let all = MOVED.map(|moved| (Some(beside(PLEIN, moved)), Some("zorg")));
        stops(&walk, server, &all).await;
        release(server);
        let token = server.professional();
        assert!(layer(server, &token, "fotowandelingen").await[0]["geometry"].is_null());
        let page = page(server, &token, &format!("wandelingen?w={}", walk.walk)).await;
        assert_eq!(drawn(&page)["line"], json!([]));
        assert!(!page.contains("<polyline"), "{page}");
    });
}

#[test]
fn a_walk_names_its_moment_only_where_that_was_released_alone() {
    server().without_limits().story(async |server| {
        let walk = walker(server).await;
        stops(&walk, server, &[(Some(PLEIN), Some("zorg"))]).await;
        others(server, 1, "zorg", PLEIN).await;
        // The walk was made in a moment of two people: only together they are three.
        let more = server.place.session(&server.traject, &[]);
        let path = format!("/api/v1/sessions/{more}/pins/{}", id());
        let put = server.request(Method::PUT, &path).header("content-type", "application/geo+json");
        Reply::of(put.body(pin(&participant(), "Erbij").to_string())).await.expect(201);
        server.close();
        server.place.cli(&["session", "close", &more]).worked();
        server.place.cli(&["session", "release", &server.code, &more]).worked();
        let token = server.professional();
        let told = layer(server, &token, "fotowandelingen").await;
        assert_eq!((told.len(), &told[0]["properties"]["session"]), (1, &Value::Null));
        for rest in ["wandelingen".to_owned(), format!("wandelingen?w={}", walk.walk), "bewijs".to_owned()] {
            let page = page(server, &token, &rest).await;
            assert!(!page.contains("Koffie op het plein"), "{rest}: {page}");
        }
    });
}

#[test]
fn the_maker_and_the_begeleider_see_a_walk_where_it_was() {
    story(async |server| {
        let walk = walker(server).await;
        let place = beside(ALONE, MOVED[0]);
        stops(&walk, server, &[(Some(place), Some("zorg")), (Some(place), None)]).await;
        let cookie = format!("beurt={}", walk.me);
        let own = format!("/s/{}/wandeling/{}", server.code, walk.walk);
        let own =
            Reply::of(server.request(Method::GET, &own).header("cookie", cookie)).await.expect(200).text();
        let token = begeleider(server);
        let theirs = format!("/sessie/{}/wandelingen?w={}", server.code, walk.walk);
        let theirs = server.get_as(&token, &theirs).await.expect(200).text();
        for page in [own, theirs] {
            let stops = drawn(&page)["stops"].clone();
            assert_eq!((stops.as_array().unwrap().len(), &stops[0]["text"]), (1, &json!("1, 2")));
            assert!(away(&json!([stops[0]["lon"], stops[0]["lat"]]), place) < 0.5, "{stops}");
            assert!(!page.contains("midden in het vak"), "{page}");
        }
    });
}
