//! Whichever comes first, a track or a photo: the photo is kept at the same place, and never at a home.

use serde_json::Value;

use crate::harness::{TestServer, story};
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
