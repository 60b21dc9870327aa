//! A walk does not keep the home: whatever a recording holds, no line and no photo is stored where somebody may live.

use std::fmt::Write as _;
use std::fs;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Reply, TestServer, jpeg, story};
use crate::importing_walks::{import, taken, told};
use crate::walks::{Walker, at, metres, walker, walks};

/// East, north (metres from the middle) and when, in seconds after 10:00 in the Netherlands.
type Reading = (f64, f64, i64);

/// A GPX file of tracks of segments.
pub fn recorded(tracks: &[&[&[Reading]]]) -> String {
    let mut text = String::from("<gpx>");
    for track in tracks {
        text += "<trk>";
        for segment in *track {
            text += "<trkseg>";
            for (east, north, seconds) in *segment {
                let [lon, lat] = at(*east, *north);
                let time = jiff::Timestamp::from_second(1_777_622_400 + seconds).unwrap();
                write!(text, "<trkpt lat='{lat}' lon='{lon}'><time>{time}</time></trkpt>").unwrap();
            }
            text += "</trkseg>";
        }
        text += "</trk>";
    }
    text + "</gpx>"
}

/// The door, round which everything happens.
const HOME: [f64; 2] = [-150.0, -60.0];

/// A round from the door, a reading every fifteen seconds, beginning at `start`.
fn round(start: i64, turned: bool) -> Vec<Reading> {
    let [x, y] = HOME;
    let mut corners = [
        (x, y),
        (x + 90.0, y),
        (x + 210.0, y),
        (x + 210.0, y + 120.0),
        (x + 90.0, y + 120.0),
        (x, y + 120.0),
        (x, y),
    ];
    if turned {
        corners.reverse();
    }
    let mut readings = Vec::new();
    let mut time = start;
    for pair in corners.windows(2) {
        for step in 0..6_i32 {
            let share = f64::from(step) / 6.0;
            readings.push((
                pair[0].0 + share * (pair[1].0 - pair[0].0),
                pair[0].1 + share * (pair[1].1 - pair[0].1),
                time,
            ));
            time += 15;
        }
    }
    readings.push((x, y, time));
    readings
}

/// So many seconds at the door, some metres about, a reading every half minute.
fn at_home(start: i64, seconds: i64) -> Vec<Reading> {
    (0..=seconds / 30)
        .map(|n| {
            let about = if n % 2 == 0 { 0.0 } else { 6.0 };
            (HOME[0] + about, HOME[1] - about, start + n * 30)
        })
        .collect()
}

/// Every way to come by the door more than at the outer ends of a file.
fn recordings() -> Vec<(&'static str, String)> {
    const DAY: i64 = 86_400;
    let (monday, tuesday) = (round(0, false), round(DAY, true));
    let last = monday.last().unwrap().2;
    let later = round(last + 3_000, true);
    let together = [monday.clone(), later.clone()].concat();
    let stayed = [monday.clone(), at_home(last + 30, 1_200), round(last + 1_260, true)].concat();
    let to_school: Vec<Reading> = [(200.0, 100.0), (60.0, 60.0), (0.0, -60.0), (HOME[0], HOME[1])]
        .windows(2)
        .flat_map(|pair| (0..10).map(move |n| (pair[0], pair[1], f64::from(n) / 10.0)))
        .enumerate()
        .map(|(n, (a, b, share))| {
            (a.0 + share * (b.0 - a.0), a.1 + share * (b.1 - a.1), i64::try_from(n).unwrap() * 15)
        })
        .chain([(HOME[0], HOME[1], 450)])
        .collect();
    let from_school: Vec<Reading> =
        to_school.iter().rev().map(|(x, y, time)| (*x, *y, DAY + 450 - time)).collect();
    vec![
        ("two days, a track each", recorded(&[&[&monday], &[&tuesday]])),
        ("the later day first", recorded(&[&[&tuesday], &[&monday]])),
        ("two days in one track", recorded(&[&[&monday, &tuesday]])),
        ("a pause at home between two segments", recorded(&[&[&monday, &later]])),
        ("a pause at home within a segment", recorded(&[&[&together]])),
        ("twenty minutes at home in one segment", recorded(&[&[&stayed]])),
        ("home is only in the middle", recorded(&[&[&to_school], &[&from_school]])),
    ]
}

/// Everything that is stored of a walk with a place, for its owner and everybody else: the line at every metre, photos, pins.
async fn stored(server: &TestServer, who: &str) -> Vec<Value> {
    let mut places = Vec::new();
    for walk in walks(server, Some(who)).await {
        let geometry = &walk["geometry"];
        for piece in geometry["coordinates"].as_array().into_iter().flatten().filter_map(Value::as_array) {
            for pair in piece.windows(2) {
                for share in 0..=20_i32 {
                    let share = f64::from(share) / 20.0;
                    let on = |n: usize| {
                        let (a, b) = (pair[0][n].as_f64().unwrap(), pair[1][n].as_f64().unwrap());
                        a + share * (b - a)
                    };
                    places.push(json!([on(0), on(1)]));
                }
            }
        }
        let stops = walk["properties"]["stops"].as_array().unwrap();
        places.extend(stops.iter().map(|stop| stop["place"].clone()).filter(|place| !place.is_null()));
    }
    for pin in server.pins(Some(who)).await {
        places.extend(Some(pin["geometry"]["coordinates"].clone()).filter(|place| !place.is_null()));
    }
    places
}

/// Nothing that is stored lies at the door, and there is something.
async fn check(server: &TestServer, who: &str, what: &str) {
    let places = stored(server, who).await;
    let [east, north] = HOME;
    for place in &places {
        let off = metres(place, at(east, north));
        assert!(off >= 50.0, "{what}: {place} lies {off} m from the door");
    }
    assert!(places.len() > 20, "{what}: {} places", places.len());
}

#[test]
fn no_line_and_no_photo_is_stored_at_the_door_however_often_a_recording_comes_there() {
    story(async |server| {
        for (what, file) in recordings() {
            for track_first in [true, false] {
                let walk: Walker<'_> = walker(server).await;
                if track_first {
                    walk.track(file.clone()).await.expect(201);
                }
                for (photo, place) in [(0.0, 2.0), (-4.0, -3.0), (30.0, 10.0)].into_iter().enumerate() {
                    let seq = photo.to_string();
                    walk.photo_at(
                        at(HOME[0] + place.0, HOME[1] + place.1),
                        &[("at", &seq), ("caption", "De voordeur")],
                    )
                    .await;
                }
                let pin =
                    walk.photo_at(at(HOME[0] + 1.0, HOME[1] + 1.0), &[("kind", "zorg"), ("at", "8")]).await;
                let far = walk.photo_at(at(HOME[0] + 150.0, HOME[1] + 124.0), &[("at", "9")]).await;
                if !track_first {
                    walk.track(file.clone()).await.expect(201);
                }
                check(server, &walk.me, what).await;
                // Nothing is lost: every photo is there, and the pin is one.
                let all = walks(server, Some(&walk.me)).await;
                let stops = all[0]["properties"]["stops"].as_array().unwrap();
                assert_eq!(stops.len(), 5, "{what}");
                assert!(
                    server.pins(Some(&walk.me)).await.iter().any(|one| one["id"] == pin.as_str()),
                    "{what}"
                );
                if what != "home is only in the middle" {
                    let stop = stops.iter().find(|stop| stop["id"] == far.as_str()).unwrap();
                    let off = metres(&stop["place"], at(HOME[0] + 150.0, HOME[1] + 124.0));
                    assert!(off < 2.0, "{what}: a photo far from the door moved {off} m");
                }
            }
        }
    });
}

#[test]
fn a_recording_that_never_leaves_the_door_keeps_no_line_and_its_photos_have_no_place() {
    story(async |server| {
        for track_first in [true, false] {
            let walk = walker(server).await;
            let [east, north] = HOME;
            let file = recorded(&[&[&[(east, north, 0), (east + 40.0, north, 60), (east, north, 120)]]]);
            if track_first {
                walk.track(file.clone()).await.expect(201);
            }
            let photo = walk.photo_at(at(east + 3.0, north), &[("caption", "Thuis")]).await;
            let pin =
                walk.photo_at(at(east, north + 3.0), &[("kind", "kracht"), ("caption", "De tuin")]).await;
            if !track_first {
                walk.track(file.clone()).await.expect(201);
            }
            walk.track(file).await.expect(200);
            let all = walks(server, Some(&walk.me)).await;
            assert_eq!(all[0]["geometry"], Value::Null, "{track_first}");
            let stops = all[0]["properties"]["stops"].as_array().unwrap();
            for id in [&photo, &pin] {
                let stop = stops.iter().find(|stop| stop["id"] == id.as_str()).unwrap();
                assert_eq!(stop["place"], Value::Null, "{track_first}: {stop}");
            }
            assert!(stored(server, &walk.me).await.is_empty());
        }
    });
}

#[test]
fn a_track_of_which_the_rest_was_cut_away_before_is_kept_as_it_came() {
    story(async |server| {
        let walk = walker(server).await;
        let line = |from: f64, to: f64| {
            let [a, b] = [at(from, 20.0), at(to, 20.0)];
            format!(
                "<trkseg><trkpt lat='{}' lon='{}'/><trkpt lat='{}' lon='{}'/></trkseg>",
                a[1], a[0], b[1], b[0]
            )
        };
        let file = format!("<gpx><trk>{}{}</trk></gpx>", line(-100.0, -20.0), line(40.0, 120.0));
        let put = || {
            let put =
                server.request(Method::PUT, &walk.path("/track?settled=1")).header("participant", &walk.me);
            put.header("content-type", "application/gpx+xml").body(file.clone())
        };
        Reply::of(put()).await.expect(201);
        Reply::of(put()).await.expect(200);
        let geometry = walks(server, Some(&walk.me)).await[0]["geometry"].clone();
        let ends = [&geometry["coordinates"][0][0], &geometry["coordinates"][1][1]];
        assert!(
            metres(ends[0], at(-100.0, 20.0)) < 0.5 && metres(ends[1], at(120.0, 20.0)) < 0.5,
            "{geometry}"
        );
        // Whoever sends photos of it without saying that they are settled does not leave one beyond its ends.
        let photo = walk.photo_at(at(-150.0, 20.0), &[]).await;
        let all = walks(server, Some(&walk.me)).await;
        let stop = all[0]["properties"]["stops"]
            .as_array()
            .unwrap()
            .iter()
            .find(|stop| stop["id"] == photo.as_str())
            .unwrap()
            .clone();
        assert!(metres(&stop["place"], at(-100.0, 20.0)) < 2.0, "{stop}");
    });
}

#[test]
fn files_that_a_phone_does_not_know_can_be_chosen() {
    story(async |server| {
        let professional = server.professional();
        let beheerder = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        let figures = format!("/traject/{}/cijfers/nieuw", server.traject);
        for (token, page) in [(&professional, figures.as_str()), (&beheerder, "/beheer/buurten")] {
            let page = server.get_as(token, page).await.expect(200).text();
            let fields: Vec<_> =
                page.split("<input").filter(|field| field.contains("type=\"file\"")).collect();
            assert!(!fields.is_empty(), "{page}");
            for field in fields {
                let field = field.split('>').next().unwrap_or_default();
                assert!(!field.contains("accept"), "{field}");
            }
        }
    });
}

/// A folder with photos of these times (after 10:00 in the Netherlands, as the camera says it) and one with the place of the door.
fn folder(server: &TestServer, name: &str, times: &[&str]) -> String {
    let folder = server.place.folder().join(name);
    fs::create_dir(&folder).unwrap();
    for (n, time) in times.iter().enumerate() {
        let photo = jpeg(60 + u32::try_from(n).unwrap(), 40);
        fs::write(folder.join(format!("{n}.jpg")), taken(&photo, None, Some(&format!("2026:05:01 {time}"))))
            .unwrap();
    }
    let door = taken(&jpeg(90, 40), Some(at(HOME[0] + 2.0, HOME[1])), None);
    fs::write(folder.join("9-deur.jpg"), door).unwrap();
    folder.to_str().unwrap().to_owned()
}

/// Every place of a walk that was imported, by its begeleider.
async fn imported(server: &TestServer) -> Vec<Value> {
    let sql = format!("SELECT lon, lat FROM pin WHERE session_code = '{}' AND lon IS NOT NULL", server.code);
    let number = |text: &String| text.parse::<f64>().unwrap();
    server.place.rows(&sql).await.iter().map(|row| json!([number(&row[0]), number(&row[1])])).collect()
}

#[test]
fn the_command_cuts_as_the_page_does() {
    story(async |server| {
        for (n, (what, file)) in recordings().into_iter().enumerate() {
            server.code = server.place.session(&server.traject, &[]);
            let gpx = server.place.file(&format!("{n}.gpx"), file);
            let photos = folder(server, &format!("map {n}"), &["10:00:05", "10:04:00", "10:08:58"]);
            let outcome = import(server, &photos, &gpx, &["--kind", "kracht"]);
            assert_eq!(outcome["new"], 4, "{what}: {outcome}");
            let places = imported(server).await;
            for place in &places {
                let off = metres(place, at(HOME[0], HOME[1]));
                assert!(off >= 25.0, "{what}: {place} lies {off} m from the door, on the grid");
            }
            assert!(!places.is_empty(), "{what}");
        }
    });
}

#[test]
fn what_is_in_a_gap_has_no_place_and_what_a_route_says_is_told() {
    story(async |server| {
        let walk: &[Reading] = &[(-250.0, 0.0, 0), (-100.0, 0.0, 100), (50.0, 0.0, 200)];
        let more: &[Reading] = &[(0.0, 60.0, 1_000), (150.0, 60.0, 1_100), (300.0, 60.0, 1_200)];
        let gpx = server.place.file("gat.gpx", recorded(&[&[walk, more]]));
        let photos = folder(server, "gat", &["10:01:00", "10:10:00", "10:19:00"]);
        let outcome = import(server, &photos, &gpx, &[]);
        let placed: Vec<_> = told(&outcome).into_iter().map(|(_, _, placed)| placed).collect();
        assert_eq!(placed, ["time", "none", "time", "gps"], "{outcome}");
        assert!(outcome["told"].as_array().unwrap().is_empty());

        // Commas, no zone, a point that cannot be read, an impossible time, and a planned route beside it.
        server.code = server.place.session(&server.traject, &[]);
        let right = recorded(&[&[&[
            (-200.0, 0.0, 0),
            (-100.0, 0.0, 100),
            (0.0, 0.0, 200),
            (100.0, 0.0, 300),
            (200.0, 0.0, 400),
        ]]]);
        let odd = right
            .replace("2026-05-01T08", "2026-05-01T10")
            .replace("Z</time>", "</time>")
            .replacen("2026-05-01T10:03:20", "0000-05-01T10:03:20", 1)
            .replacen("<trkseg>", "<trkseg><trkpt lat='x' lon='y'/>", 1)
            .replacen(
                "<trk>",
                "<rte><rtept lat='52.35' lon='4.93'/></rte><trk><name>Brink & Middenweg</name>",
                1,
            );
        let comma = odd.replacen("lat='52.", "lat='52,", 2);
        let gpx = server.place.file("vreemd.gpx", comma);
        let photos = folder(server, "vreemd", &["10:03:20", "08:03:20", "12:03:20"]);
        let outcome = import(server, &photos, &gpx, &[]);
        let placed: Vec<_> = told(&outcome).into_iter().map(|(_, _, placed)| placed).collect();
        assert_eq!(&placed[..3], ["time", "none", "none"], "{outcome}");
        let words = outcome["told"].to_string();
        for word in ["te lezen is: 1.", "tijd die niet kan", "geen tijdzone"] {
            assert!(words.contains(word), "{words}");
        }
        let early = server.place.file("1970.gpx", right.replace("2026-05-01", "1970-01-01"));
        server.code = server.place.session(&server.traject, &[]);
        let outcome = import(server, &folder(server, "1970", &["10:03:20"]), &early, &[]);
        assert_eq!(told(&outcome)[0].2, "none");
        assert!(outcome["told"].to_string().contains("1970"), "{outcome}");
        let broken = server.place.file("stuk.gpx", "<gpx>\n<trk>\n<trkseg>\n</trk></gpx>");
        let photos = folder(server, "stuk", &[]);
        let asked = ["walk", "import", "--session", &server.code, "--photos", &photos, "--gpx", &broken];
        server.place.cli(&asked).failed("regel 4");
    });
}
