//! What a stranger sends to each parser, changed at random: nothing may fall over, hang, or break a promise.
//!
//! Runs a few seconds for each target in `make test`, and as long as one likes with `make fuzz` (`BUURTBLIK_FUZZ_SECONDS`).
//! The same seed (`BUURTBLIK_FUZZ_SEED`) makes the same files in the same order. A file that breaks something is kept in
//! `target/fuzz/` and named in the complaint. It needs nothing but the Rust that builds the program.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a run that cannot go on has failed"
)]

mod seeds;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use buurtblik::input::photos::{MAX_DECODE_BYTES, pipeline};
use buurtblik::input::walks::{self, MOST_POINTS};
use buurtblik::place::buurt::{Boundaries, Boundary, Fields, Import, Rows as _};
use buurtblik::platform::geojson;
use buurtblik::step3::indicators::{Opened, Options};
use geo::Polygon;
use sha2::{Digest as _, Sha256};

/// One file may take no longer than this: far above what any takes, and far below what a person waits for.
const HANGS: Duration = Duration::from_mins(1);
/// The largest file that is made.
const LARGEST: usize = 200_000;

/// A small generator of numbers (`SplitMix64`), so that a run can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is at least 1.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    fn byte(&mut self) -> u8 {
        self.roll().to_be_bytes()[0]
    }

    /// A file made from one or two of the seeds.
    fn file(&mut self, seeds: &[Vec<u8>], words: &[&[u8]]) -> Vec<u8> {
        let mut file = seeds[self.below(seeds.len())].clone();
        for _ in 0..=self.below(6) {
            self.change(&mut file, seeds, words);
        }
        file.truncate(LARGEST);
        file
    }

    fn change(&mut self, file: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[&[u8]]) {
        let at = self.below(file.len());
        let end = (at + 1 + self.below(64)).min(file.len());
        match self.below(9) {
            0 => file.truncate(at),
            1 => drop(file.drain(at..end)),
            2 => {
                let again = file[at..end].to_vec();
                let times = 1 + self.below(20);
                drop(file.splice(at..at, again.repeat(times)));
            }
            3 => {
                let other = &seeds[self.below(seeds.len())];
                let from = self.below(other.len());
                drop(file.splice(at..end, other[from..].iter().copied()));
            }
            4 if !words.is_empty() => {
                drop(file.splice(at..at, words[self.below(words.len())].iter().copied()));
            }
            5 => {
                let edges = [[0; 4], [0xFF; 4], [0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0, 0], [0, 0, 0, 1]];
                for (place, byte) in (at..end.min(at + 4)).zip(edges[self.below(edges.len())]) {
                    file[place] = byte;
                }
            }
            _ => {
                for _ in 0..=self.below(4) {
                    let at = self.below(file.len());
                    if let Some(byte) = file.get_mut(at) {
                        *byte = if self.below(2) == 0 { self.byte() } else { *byte ^ (1 << self.below(8)) };
                    }
                }
            }
        }
    }
}

fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{name}: {text}")))
}

/// Feeds a target until its time is over.
fn run(name: &str, seeds: &[Vec<u8>], words: &[&[u8]], target: impl Fn(&[u8]) -> bool) {
    let time = Duration::from_secs(setting("BUURTBLIK_FUZZ_SECONDS", 4));
    let mut dice = Dice(setting("BUURTBLIK_FUZZ_SEED", 1));
    let (began, mut tries, mut taken, mut slowest) = (Instant::now(), 0_u64, 0_u64, Duration::ZERO);
    while tries < u64::try_from(seeds.len()).unwrap() || began.elapsed() < time {
        // First the seeds as they are.
        let as_it_is = usize::try_from(tries).ok().and_then(|at| seeds.get(at)).cloned();
        let file = as_it_is.unwrap_or_else(|| dice.file(seeds, words));
        let one = Instant::now();
        match catch_unwind(AssertUnwindSafe(|| target(&file))) {
            Ok(good) => taken += u64::from(good),
            Err(cause) => {
                println!("{name} falls over: {}", keep(name, &file));
                std::panic::resume_unwind(cause);
            }
        }
        slowest = slowest.max(one.elapsed());
        assert!(one.elapsed() < HANGS, "{name} hangs: {}", keep(name, &file));
        tries += 1;
    }
    println!("{name}: {tries} files, {taken} of them taken, the slowest {} ms", slowest.as_millis());
    assert!(taken > 0, "{name} takes not even its seeds");
}

/// Keeps a file that breaks something; where.
fn keep(name: &str, file: &[u8]) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../fuzz");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}-{}", &hex::encode(Sha256::digest(file))[..16]));
    std::fs::write(&path, file).unwrap();
    path.display().to_string()
}

#[test]
fn image() {
    let words: [&[u8]; 7] =
        [b"\xFF\xD8", b"\xFF\xD9", b"\xFF\xDA", b"IDAT", b"VP8 ", b"\0\0\0\x18ftypmp42", b"\xFF\0junk"];
    run("image", &seeds::images(), &words, |file| {
        let Ok(plan) = pipeline::measure(file) else { return false };
        assert!(plan.cost <= MAX_DECODE_BYTES);
        let Ok(photo) = pipeline::process(file) else { return false };
        assert!(photo.width.max(photo.height) <= 2048 && photo.width.min(photo.height) > 0);
        // What comes out is a JPEG of our own that may come in again.
        let again = pipeline::measure(&photo.large).unwrap();
        assert_eq!((again.width, again.height), (photo.width, photo.height));
        assert!(!photo.large.windows(4).any(|four| four == b"Exif"));
        true
    });
}

#[test]
fn exif() {
    run("exif", &seeds::exif_blocks(), &[b"II*\0", b"MM\0*", b"\x87\x69", b"\x88\x25"], |block| {
        let camera = pipeline::camera_in(block);
        if let Some(place) = camera.place {
            assert!(place.lon.abs() <= 180.0 && place.lat.abs() <= 90.0);
            assert!((place.lon, place.lat) != (0.0, 0.0));
        }
        camera.place.is_some() || camera.taken(0).is_some()
    });
}

#[test]
fn gpx() {
    let words: [&[u8]; 12] = [
        b"<trkseg>",
        b"<rte>",
        b"lat='52,35'",
        b"<time>2026-05-01T10:00:00+02:00</time>",
        b"<trkpt lat='1' lon='1'>",
        b"</trkpt>",
        b"<!DOCTYPE x>",
        b"&amp;",
        b"<![CDATA[",
        b"<!--",
        b"1e999",
        b"<time>",
    ];
    run("gpx", &seeds::tracks(), &words, |file| {
        let Ok(recording) = walks::gpx::read(file) else { return false };
        let segments: Vec<_> = recording.tracks.iter().flatten().collect();
        let points: usize = segments.iter().map(|segment| segment.len()).sum();
        assert!((1..=MOST_POINTS).contains(&points) && segments.iter().all(|segment| !segment.is_empty()));
        for fix in segments.into_iter().flatten() {
            assert!(fix.place.lon.abs() <= 180.0 && fix.place.lat.abs() <= 90.0);
            // Nobody walked before the year 2000.
            assert!(fix.time.is_none_or(|time| time >= 946_684_800));
        }
        true
    });
}

#[test]
fn figures() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let _inside = runtime.enter();
    let folder = tempfile::tempdir().unwrap();
    let seeds = seeds::figures(&runtime, folder.path());
    let words: [&[u8]; 8] =
        [b"\"", b";", b"\r\n", b"BU03630000", b"=1+1", b"1.234,5", b"[[[", b"\xEF\xBB\xBF"];
    run("figures", &seeds, &words, |file| {
        let path = folder.path().join("bestand");
        std::fs::write(&path, file).unwrap();
        let Ok(opened) = Opened::open(&path, &Options::default(), 1_000_000) else { return false };
        assert_eq!(opened.columns.len(), opened.units.len());
        let mut rows = 0;
        let read = opened.rows(&mut |record| {
            rows += 1;
            for at in 0..=record.cells.len() {
                let _ = record.text(at);
            }
            Ok(())
        });
        read.is_ok() && rows > 0
    });
}

#[test]
fn boundaries() {
    let words: [&[u8]; 8] = [
        b"[4.93,52.35],",
        b"[[",
        b"]]",
        b"\"MultiPolygon\"",
        b"\"crs\":{\"properties\":{\"name\":\"EPSG:28992\"}},",
        b"\x1e",
        b"1e999",
        b"\xEF\xBB\xBF",
    ];
    run("boundaries", &seeds::boundaries(), &words, |file| {
        let fields = Fields::named("code", "naam");
        let Ok(found) = Boundaries::from_reader(file, fields) else { return false };
        let Ok(all) = found.all() else { return false };
        for one in &all {
            assert!(!one.code.is_empty() && !one.name.contains(char::is_control));
            assert!(one.geometry.positions().all(|[lon, lat]| lon.abs() <= 180.0 && lat.abs() <= 90.0));
            // What is taken can be widened, cut and drawn, or says why not.
            if let Ok(map) = Import::default().plattegrond(one) {
                assert!(map.boundary().is_some());
            }
        }
        true
    });
}

#[test]
fn features_one_by_one() {
    let mut files = seeds::boundaries();
    files.retain(|file| file.len() < 20_000);
    run("features", &files, &[b"{", b"}", b"\n", b"\x1e", b"\"features\":[", b"\xFF\xFE"], |file| {
        let mut count = 0;
        let walked = geojson::walk(file, &mut |at, feature| {
            assert_eq!(at, count);
            count += 1;
            if let (_, geojson::Shape::Known(value)) = feature.into_parts() {
                let _ = geojson::geometry(&value);
            }
            Ok::<_, std::convert::Infallible>(())
        });
        walked.is_ok() && count > 0
    });
}

#[test]
fn openstreetmap() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kaart.osm.pbf");
    let (w, s, e, n) = (4.926, 52.348, 4.934, 52.352);
    let ring = vec![[w, s], [e, s], [e, n], [w, n], [w, s]];
    let buurt =
        Boundary { code: "A".into(), name: "A".into(), geometry: Polygon::new(ring.into(), vec![]).into() };
    run(
        "openstreetmap",
        &seeds::maps(),
        &[b"\x08\x01", b"\x1a\x00", b"OSMData", b"\xFF\xFF\xFF\xFF\x0F"],
        |file| {
            std::fs::write(&path, file).unwrap();
            let read = Import::read(std::slice::from_ref(&buurt), std::slice::from_ref(&path));
            match read {
                Ok(import) => import.plattegrond(&buurt).is_ok(),
                Err(error) => {
                    assert!(!error.to_string().contains('\n'));
                    false
                }
            }
        },
    );
}
