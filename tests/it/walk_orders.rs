//! Whichever comes first, a track or a photo: the photo is kept at the same place, and never at a home; and what of a route is told
//! or refused at the command line is so.

use std::fs;

use serde_json::{Value, json};

use crate::harness::{TestServer, jpeg, story};
use crate::importing_walks::{import, taken};
use crate::walk_homes::recorded;
use crate::walks::{at, metres, walker, walks};

/// East, north (metres from the middle) and when, in seconds after 10:00 in the Netherlands.
type Reading = (f64, f64, i64);

/// On foot from corner to corner, a reading every ten seconds.
fn on_foot(corners: &[(f64, f64)], start: i64) -> Vec<Reading> {
    let mut readings = vec![(corners[0].0, corners[0].1, start)];
    let mut time = start;
    for pair in corners.windows(2) {
        let (x, y) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        #[allow(clippy::cast_possible_truncation, reason = "some metres")]
        let steps = (x.hypot(y) / 13.0).ceil() as i32;
        for step in 1..=steps {
            let share = f64::from(step) / f64::from(steps);
            time += 10;
            readings.push((pair[0].0 + share * x, pair[0].1 + share * y, time));
        }
    }
    readings
}

/// The places at which photos are kept, of which every second one is a pin, with the track before them or after them.
async fn kept_at(server: &TestServer, file: &str, photos: &[(f64, f64)], track_first: bool) -> Vec<Value> {
    let walk = walker(server).await;
    if track_first {
        walk.track(file.to_owned()).await.expect(201);
    }
    let mut ids = Vec::new();
    for (n, (east, north)) in photos.iter().enumerate() {
        let seq = n.to_string();
        let kind: &[(&str, &str)] = if n % 2 == 0 { &[("kind", "zorg")] } else { &[] };
        ids.push(walk.photo_at(at(*east, *north), &[kind, &[("at", &seq)]].concat()).await);
    }
    if !track_first {
        walk.track(file.to_owned()).await.expect(201);
    }
    let all = walks(server, Some(&walk.me)).await;
    let stops = all[0]["properties"]["stops"].as_array().unwrap();
    let place = |id: &String| {
        stops.iter().find(|stop| stop["id"] == id.as_str()).map(|stop| stop["place"].clone()).unwrap()
    };
    ids.iter().map(place).collect()
}

/// Two days: the first through the buurt, the second at a home far from it.
fn two_days() -> Vec<(&'static str, [f64; 2], String)> {
    const DAY: i64 = 86_400;
    let first = on_foot(&[(-350.0, -150.0), (-100.0, -150.0), (-100.0, 100.0)], 0);
    let far = [300.0, 150.0];
    let [x, y] = far;
    let twenty = on_foot(&[(x, y), (x + 20.0, y)], DAY);
    let back = on_foot(&[(x, y), (x + 37.0, y), (x, y)], DAY);
    // Just inside the area, and straight out of it.
    let border = [-400.0, 100.0];
    let out = on_foot(&[(border[0], border[1]), (-900.0, 100.0)], DAY);
    let second = on_foot(&[(-200.0, -150.0), (100.0, -150.0), (100.0, 100.0)], 0);
    vec![
        ("twenty metres", far, recorded(&[&[&first], &[&twenty]])),
        ("there and back", far, recorded(&[&[&first], &[&back]])),
        ("one reading", far, recorded(&[&[&first], &[&[(x, y, DAY)]]])),
        ("out of the area", border, recorded(&[&[&second], &[&out]])),
    ]
}

#[test]
fn a_photo_at_a_home_far_from_the_kept_line_has_no_place_whatever_comes_first() {
    story(async |server| {
        for (what, [x, y], file) in two_days() {
            for track_first in [true, false] {
                let photos = [(x, y), (x, y), (x + 5.0, y - 8.0), (x - 20.0, y + 20.0)];
                for place in kept_at(server, &file, &photos, track_first).await {
                    assert_eq!(place, Value::Null, "{what}, {track_first}");
                }
            }
        }
    });
}

#[test]
fn every_photo_is_kept_at_the_same_place_whichever_comes_first() {
    story(async |server| {
        let photos: Vec<(f64, f64)> =
            (0..30).map(|n| (f64::from(n % 6) * 110.0 - 290.0, f64::from(n / 6) * 70.0 - 145.0)).collect();
        for (what, home, file) in two_days() {
            let first = kept_at(server, &file, &photos, true).await;
            assert_eq!(kept_at(server, &file, &photos, false).await, first, "{what}");
            assert!(first.iter().any(|place| !place.is_null()), "{what}: not every photo loses its place");
            for place in first.iter().filter(|place| !place.is_null()) {
                assert!(metres(place, at(home[0], home[1])) >= 50.0, "{what}: {place}");
            }
        }
    });
}

#[test]
fn whatever_a_recorder_does_at_the_door_neither_line_nor_photo_lies_there() {
    let there = on_foot(&[(-250.0, 0.0), (0.0, 0.0)], 0);
    let came = there.last().unwrap().2;
    let away = |start: i64| on_foot(&[(3.0, 0.0), (3.0, 200.0)], start);
    let waits = |x: f64, start: i64, seconds: i64| -> Vec<Reading> {
        (0..=seconds / 10).map(|n| (x, 0.0, start + n * 10)).collect()
    };
    let visits = |start: i64| {
        let one =
            |n: i64| [waits(0.0, start + n * 590, 420), waits(60.0, start + n * 590 + 440, 130)].concat();
        [one(0), one(1), one(2)].concat()
    };
    let back = [waits(0.0, came, 720), waits(0.0, came + 130, 720)].concat();
    let still = vec![(1.0, 1.0, came); 100];
    let all = [
        ("eleven minutes of silence", [there.clone(), away(came + 660)].concat()),
        ("fourteen minutes of silence", [there.clone(), away(came + 840)].concat()),
        ("a clock that steps back", [there.clone(), back, away(came + 900)].concat()),
        ("three visits", [there.clone(), visits(came), away(came + 1_800)].concat()),
        ("a clock that stands still", [there.clone(), still, away(came + 10)].concat()),
    ];
    story(async |server| {
        for (what, readings) in &all {
            let file = recorded(&[&[readings]]);
            for track_first in [true, false] {
                let photos = [(0.0, 0.0), (1.0, 0.0), (3.0, 4.0)];
                for place in kept_at(server, &file, &photos, track_first).await {
                    let off = if place.is_null() { f64::INFINITY } else { metres(&place, at(0.0, 0.0)) };
                    assert!(off >= 50.0, "{what}, {track_first}: {off} m");
                }
            }
        }
    });
}

/// A folder with one photo without a place.
fn folder(server: &TestServer, name: &str) -> String {
    let folder = server.place.folder().join(name);
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("1.jpg"), taken(&jpeg(60, 40), None, Some("2026:05:01 10:01:00"))).unwrap();
    folder.to_str().unwrap().to_owned()
}

#[test]
fn of_a_route_that_is_refused_nothing_stays_and_nothing_is_said_to_be_kept() {
    story(async |server| {
        let photos = folder(server, "geweigerd");
        let point =
            |lat: &str| format!("<gpx><trk><trkseg><trkpt lat='{lat}' lon='4.93'/></trkseg></trk></gpx>");
        for (name, text, words) in [
            ("punten.gpx", "<gpx><wpt lat='52.35' lon='4.93'/></gpx>".to_owned(), "geen lijn"),
            ("elders.gpx", point("48.0"), "ergens anders"),
            ("pagina.gpx", "<html></html>".to_owned(), "geen GPX-bestand"),
            ("stuk.gpx", "<gpx>\n<trk>".to_owned(), "regel 2"),
            ("plekken.gpx", point("x"), "geen enkel punt"),
        ] {
            let gpx = server.place.file(name, text);
            let asked = ["walk", "import", "--session", &server.code, "--photos", &photos, "--gpx", &gpx];
            let refused = server.place.cli(&asked);
            refused.failed(words);
            refused.failed("niets binnengehaald");
            assert!(!refused.err.contains("bewaard") && !refused.err.contains("er nog"), "{}", refused.err);
            assert_eq!(server.place.count("SELECT COUNT(*) FROM walk").await, 0, "{name}");
            assert_eq!(server.place.count("SELECT COUNT(*) FROM photo").await, 0, "{name}");
        }
    });
}

#[test]
fn of_a_route_without_usable_times_it_is_said_and_so_it_is_at_each_photo() {
    story(async |server| {
        let walked = on_foot(&[(-200.0, 0.0), (200.0, 0.0)], 0);
        let right = recorded(&[&[&walked]]);
        let stamp = |written: &str| {
            let parts: Vec<&str> = right.split("<time>").collect();
            let rest = parts[1..].iter().map(|part| part.split_once("</time>").unwrap().1);
            let with: Vec<String> = rest.map(|rest| format!("{written}{rest}")).collect();
            format!("{}{}", parts[0], with.concat())
        };
        for (n, (written, words)) in [
            ("", "in de route staan geen tijden"),
            ("<time>1777622400</time>", "de tijden in de route zijn niet te lezen"),
            ("<time>01-05-2026 10:00:00</time>", "de tijden in de route zijn niet te lezen"),
        ]
        .into_iter()
        .enumerate()
        {
            server.code = server.place.session(&server.traject, &[]);
            let gpx = server.place.file(&format!("tijden {n}.gpx"), stamp(written));
            let outcome = import(server, &folder(server, &format!("tijden {n}")), &gpx, &[]);
            assert_eq!(outcome["photos"][0]["why"], words, "{outcome}");
            assert_eq!(outcome["told"].as_array().unwrap().len(), 1, "{outcome}");
        }
        // Two files behind each other are read as one.
        server.code = server.place.session(&server.traject, &[]);
        let later = recorded(&[&[&on_foot(&[(-200.0, 50.0), (200.0, 50.0)], 86_400)]]);
        let gpx = server.place.file("twee.gpx", format!("{right}\n<?xml version='1.0'?>\n{later}"));
        let outcome = import(server, &folder(server, "twee"), &gpx, &[]);
        assert_eq!(
            (&outcome["new"], &outcome["photos"][0]["placed"]),
            (&json!(1), &json!("time")),
            "{outcome}"
        );
    });
}
