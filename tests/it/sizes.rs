//! The smallest and the largest buurt there may be: from the boundary to what professionals see.

use std::time::{Duration, Instant};

use buurtblik::place::buurt::Rd;
use serde_json::json;
use vakken::CutBy;

use crate::attacker::front::{Staff, moment, on_every_database, release, traject_in};
use crate::attacker::world::MIDDLE;
use crate::harness::TestServer;
use crate::layers_odd::{put, told, zorg};

/// Files of a layer, and how large the largest of them may be.
const FILES: [&str; 6] = [
    "beter.json",
    "beter.geojson?suppressed=1",
    "beter.vakken.geojson",
    "beter.png",
    "beter.tif",
    "all.json",
];
const LARGEST_FILE: usize = 12_000_000;
/// A page or a file of the largest buurt is there soon, also on a busy machine.
const SOON: Duration = Duration::from_secs(20);

/// Imports a square of so many metres round the middle.
fn import(server: &TestServer, code: &str, side: f64) {
    let corner = |[east, north]: [f64; 2]| {
        let place =
            Rd { x: MIDDLE[0] + east * side / 2.0, y: MIDDLE[1] + north * side / 2.0 }.to_wgs().unwrap();
        [place.lon, place.lat]
    };
    let ring = [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0], [-1.0, -1.0]].map(corner);
    let boundary = json!({"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {"code": code, "naam": "Een buurt van een maat"},
        "geometry": {"type": "Polygon", "coordinates": [ring]}}]});
    let file = server.place.file(&format!("{code}.geojson"), boundary.to_string());
    let fields = ["--code-field", "code", "--name-field", "naam", "--code", code];
    server.place.cli(&[&["buurt", "import", "--boundary", &file][..], &fields].concat()).worked();
}

/// Releases what was said in such a buurt, and asks everything; its traject.
async fn released(server: &TestServer, staff: &Staff, buurt: &str, places: &[[f64; 2]]) -> String {
    let traject = traject_in(server, staff, buurt, 3).await;
    let code = moment(server, staff, &traject, false).await;
    server.get(&format!("/s/{code}")).await.expect(200);
    let all: Vec<_> = (0..).zip(places).map(|(who, at)| zorg(who, *at)).collect();
    put(server, &code, false, &all).await;
    release(server, staff, &traject, &code, CutBy::Side).await.expect(303);
    let base = format!("/traject/{traject}");
    let mut paths: Vec<String> = ["", "/dossier", "/beeld.svg", "/themas", "/vergelijken", "/naast"]
        .map(|page| format!("{base}{page}"))
        .to_vec();
    paths.extend(FILES.map(|file| format!("/api/v1/trajects/{traject}/layers/all/{file}")));
    for path in paths {
        let asked = Instant::now();
        let size = server.get_as(&staff.professional, &path).await.expect(200).bytes.len();
        println!("{path}: {size} bytes in {:?}", asked.elapsed());
        assert!(
            size < LARGEST_FILE && asked.elapsed() < SOON,
            "{path}: {size} bytes in {:?}",
            asked.elapsed()
        );
    }
    traject
}

#[test]
fn a_buurt_of_fifty_metres_has_a_map_of_its_people() {
    on_every_database(async |server, staff| {
        import(server, "BU0050", 50.0);
        // Three at each of four doors, and one a little apart.
        let doors = [[-15.0, -15.0], [15.0, -15.0], [15.0, 15.0], [-15.0, 15.0]];
        let mut places: Vec<[f64; 2]> = Vec::new();
        for n in 0..3 {
            places.extend(doors.map(|[east, north]| [MIDDLE[0] + east + f64::from(n), MIDDLE[1] + north]));
        }
        places.push([MIDDLE[0] + 2.0, MIDDLE[1] + 2.0]);
        let traject = released(server, staff, "BU0050", &places).await;
        let told = told(server, staff, &traject).await;
        let people: u64 = told.iter().map(|(_, people)| people).sum();
        assert!((9..=13).contains(&people), "{told:?}");
        assert!(told.iter().all(|(side, people)| *side <= 100 && people % 3 == 0), "{told:?}");
    });
}

#[test]
fn a_buurt_of_ten_kilometres_has_a_map_as_fine_as_a_small_one() {
    on_every_database(async |server, staff| {
        import(server, "BU1000", 10_000.0);
        let mut places = Vec::new();
        for [east, north] in [[-4_900.0, -4_900.0], [4_900.0, 4_900.0], [10.0, 10.0]] {
            // Well within a square of 25 m.
            let at =
                [MIDDLE[0] + east, MIDDLE[1] + north].map(|metres| (metres / 25.0).floor() * 25.0 + 12.0);
            places.extend((0..6).map(|n| [at[0] + f64::from(n) / 2.0, at[1]]));
        }
        // Somebody alone in the middle of nowhere is told nowhere.
        places.push([MIDDLE[0] + 2_500.0, MIDDLE[1] - 2_500.0]);
        let traject = released(server, staff, "BU1000", &places).await;
        let told = told(server, staff, &traject).await;
        assert_eq!(told, [(25, 6); 3]);
    });
}
