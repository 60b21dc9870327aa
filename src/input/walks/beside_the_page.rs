//! The page reads recordings and cuts them in JavaScript, the command and the server in Rust: both come to the same, file by file.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "only compiled for tests, which have failed where they cannot go on"
)]

mod files;

use std::io::Write as _;
use std::process::{Command, Stdio};

use geo::Coord;
use serde_json::{Value, json};

use super::gpx::{self, GpxError, Recording};
use super::outing::{self, Reading};
use super::track;
use files::{Dice, odd};

/// West, south, east, north of the area on the page.
const BBOX: [f64; 4] = [4.91, 52.34, 4.95, 52.36];

/// What the page makes of each file: run by node with the page's own modules.
const PAGE: &str = r#"
const { readGpx } = await import(`${process.argv[1]}/gpx.mjs`);
const { outings, placeAt, stays } = await import(`${process.argv[1]}/outing.mjs`);
const { cut, settle } = await import(`${process.argv[1]}/cut.mjs`);
const { metresRound } = await import(`${process.argv[1]}/course.mjs`);
let text = "";
for await (const part of process.stdin) text += part;
const { bbox, files, times, photos } = JSON.parse(text);
const { metres } = metresRound(bbox);
const answers = files.map((file) => {
  let read;
  try {
    read = readGpx(Uint8Array.from(file));
  } catch (error) {
    return { error: error.kind ?? String(error) };
  }
  const walks = outings(read.tracks.map((track) => track.map((segment) => segment.map(([lon, lat, time]) => [...metres([lon, lat]), time]))));
  const shortened = cut(walks);
  return {
    ...read, shape: walks.map((walk) => walk.map((piece) => piece.length)), stays: walks.flatMap(stays), kept: shortened.kept, gone: shortened.gone,
    placed: times.map((time) => placeAt(walks, time)), settled: photos.map((photo) => settle(shortened, photo)),
  };
});
process.stdout.write(JSON.stringify(answers));
"#;

fn page(files: &[Vec<u8>], times: &[i64], photos: &[Coord]) -> Vec<Value> {
    let walk = format!("{}/src/ui/walk", env!("CARGO_MANIFEST_DIR"));
    let mut node = Command::new("node")
        .args(["--input-type=module", "--eval", PAGE, &walk])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node, which makes the site too");
    let photos: Vec<_> = photos.iter().map(|at| [at.x, at.y]).collect();
    let asked = json!({"bbox": BBOX, "files": files, "times": times, "photos": photos}).to_string();
    let mut stdin = node.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(asked.as_bytes()).unwrap());
    let done = node.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(done.status.success());
    serde_json::from_slice(&done.stdout).unwrap()
}

/// As `metresRound` of the page.
fn metres(lon: f64, lat: f64) -> Coord {
    let [west, south, east, north] = BBOX;
    let (middle_lon, middle_lat) = (f64::midpoint(west, east), f64::midpoint(south, north));
    let cosine = |times: f64| (times * middle_lat * std::f64::consts::PI / 180.0).cos();
    let across = 111_412.84 * cosine(1.0) - 93.5 * cosine(3.0);
    let up = 111_132.954 - 559.822 * cosine(2.0);
    Coord { x: (lon - middle_lon) * across, y: (lat - middle_lat) * up }
}

fn kind(error: &GpxError) -> &'static str {
    match error {
        GpxError::TooLarge => "large",
        GpxError::TooManyPoints => "points",
        GpxError::Broken(..) => "broken",
        GpxError::NotGpx => "nogpx",
        GpxError::NoTrack => "notrack",
        GpxError::NoPoint(_) => "nopoint",
    }
}

fn command(file: &[u8], times: &[i64], photos: &[Coord]) -> Value {
    let recording = match gpx::read(file) {
        Ok(recording) => recording,
        Err(error) => return json!({"error": kind(&error)}),
    };
    let Recording { tracks, remarks } = &recording;
    let point = |at: &Coord| json!([at.x, at.y]);
    let pieces = |pieces: &track::Pieces| -> Value {
        pieces.iter().map(|piece| piece.iter().map(point).collect::<Vec<_>>()).collect()
    };
    let reading = |fix: &super::Fix| Reading { at: metres(fix.place.lon, fix.place.lat), time: fix.time };
    let in_metres: Vec<Vec<Vec<Reading>>> = tracks
        .iter()
        .map(|track| track.iter().map(|segment| segment.iter().map(reading).collect()).collect())
        .collect();
    let outings = outing::outings(&in_metres);
    let cut = track::cut(&outings, |_| true);
    let fixes: Vec<Vec<Vec<Value>>> = tracks
        .iter()
        .map(|track| {
            let fix = |fix: &super::Fix| json!([fix.place.lon, fix.place.lat, fix.time]);
            track.iter().map(|segment| segment.iter().map(fix).collect()).collect()
        })
        .collect();
    let shape: Vec<Vec<usize>> = outings.iter().map(|outing| outing.iter().map(Vec::len).collect()).collect();
    let stays: Vec<Value> = outings
        .iter()
        .flat_map(outing::stays)
        .map(|stay| json!({"at": point(&stay.at), "spread": stay.spread, "from": stay.from, "to": stay.to}))
        .collect();
    let placed: Vec<Value> = times
        .iter()
        .map(|time| outing::place_at(&outings, *time).map_or(Value::Null, |at| point(&at)))
        .collect();
    let settled: Vec<Value> =
        photos.iter().map(|photo| cut.settle(*photo).map_or(Value::Null, |at| point(&at))).collect();
    json!({
        "tracks": fixes, "passedOver": remarks.passed_over, "withoutZone": remarks.without_zone,
        "unreadable": remarks.unreadable, "impossible": remarks.impossible, "year": remarks.year, "shape": shape, "stays": stays, "kept": pieces(&cut.kept),
        "gone": pieces(cut.gone()), "placed": placed, "settled": settled,
    })
}

/// The same, but for the last bits of a number.
fn alike(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() < 1e-6,
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(name, a)| b.get(name).is_some_and(|b| alike(a, b)))
        }
        _ => a == b,
    }
}

fn compare(files: &[Vec<u8>]) -> usize {
    let times: Vec<i64> = (0..12).map(|n| 1_777_629_600 + n * 200).collect();
    let photos: Vec<Coord> = (0..24)
        .map(|n| Coord { x: f64::from(n % 6) * 60.0 - 150.0, y: f64::from(n / 6) * 60.0 - 90.0 })
        .collect();
    let mut taken = 0;
    for (file, page) in files.iter().zip(page(files, &times, &photos)) {
        let command = command(file, &times, &photos);
        taken += usize::from(command.get("error").is_none());
        assert!(
            alike(&command, &page),
            "of this file\n{}\nthe command makes\n{command}\nand the page\n{page}",
            String::from_utf8_lossy(file)
        );
    }
    taken
}

#[test]
fn odd_files_come_to_the_same_on_the_page_and_by_the_command() {
    assert!(compare(&odd()) > 30);
}

#[test]
fn any_recording_comes_to_the_same_on_the_page_and_by_the_command() {
    let mut dice = Dice(19);
    let files: Vec<_> = (0..300).map(|_| dice.recording()).collect();
    assert!(compare(&files) > 200);
}

#[test]
fn a_torn_file_comes_to_the_same_on_the_page_and_by_the_command() {
    let mut dice = Dice(10);
    let files: Vec<_> = (0..500).map(|_| dice.torn()).collect();
    assert!(compare(&files) > 50);
}

#[test]
fn real_tracks_come_to_the_same_on_the_page_and_by_the_command() {
    let root = std::env::var_os("BUURTBLIK_TEST_DATA").map_or_else(
        || std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        Into::into,
    );
    let mut files = Vec::new();
    for folder in [root.join("gpx"), root.join("../cases")] {
        let Ok(found) = std::fs::read_dir(&folder) else {
            eprintln!("skipped: no tracks in {}", folder.display());
            continue;
        };
        for entry in found.map(|entry| entry.unwrap().path()) {
            let inside = std::fs::read_dir(&entry).into_iter().flatten().map(|entry| entry.unwrap().path());
            let all = std::iter::once(entry.clone()).chain(inside);
            let tracks = all.filter(|file| file.extension().is_some_and(|end| end == "gpx"));
            files.extend(tracks.map(|file| std::fs::read(file).unwrap()));
        }
    }
    if !files.is_empty() {
        assert!(compare(&files) > 5);
    }
}
