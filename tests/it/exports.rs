//! Taking along what a traject's professionals may see: `GeoPackage`, GeoJSON, CSV; by command and from the page.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::harness::{MIDDLE, TestServer, data, id, jpeg, multipart, participant, pin, server};
use crate::moderation::{approved_pin, begeleider, decide};

/// Words that nobody approved.
const HIDDEN: &str = "Dit las niemand na";
/// Words that somebody did.
const TOLD: &str = "De bankjes zijn van iedereen";
const CAPTION: &str = "Het bankje bij de boom";

/// What a member of a released wijksessie and of an open one said: thirty things about homes at night, one quote, one photo.
async fn said(server: &TestServer) -> String {
    let token = begeleider(server);
    for n in 0..36 {
        let mut body = pin(&participant(), HIDDEN);
        // In the square of 25 m in which the quote lies.
        let metres = f64::from(n) * 0.04;
        body["geometry"]["coordinates"] = json!([MIDDLE[0] + metres / 68_100.0, MIDDLE[1]]);
        body["properties"]["kind"] = ["gaat-goed", "zorg"][usize::from(n >= 30)].into();
        body["properties"]["theme"] = "wonen".into();
        body["properties"]["moment"] = "avond".into();
        server.put_pin(&id(), &body).await.expect(201);
    }
    let me = participant();
    let pin = approved_pin(server, &token, &me, TOLD).await;
    let photo = id();
    let put = server.request(reqwest::Method::PUT, &format!("{}/photos/{photo}", server.pin_path(&pin)));
    let put = put.header("participant", &me).multipart(multipart(jpeg(40, 30), "a.jpg", CAPTION));
    crate::harness::Reply::of(put).await.expect(201);
    decide(server, &token, &photo, &json!({"decision": "approve"})).await.expect(200);
    token
}

fn release(server: &TestServer) {
    server.close();
    server.place.cli(&["session", "release", &server.code]).worked();
}

fn export(server: &TestServer, name: &str) -> (String, Value) {
    let file = server.place.folder().join(name).to_str().unwrap().to_owned();
    let told = server.place.cli(&["export", "--traject", &server.traject, "--out", &file, "--json"]).json();
    (file, told)
}

/// What a program of GDAL prints; nothing where there is none.
fn gdal(program: &str, arguments: &[&str]) -> Option<String> {
    match Command::new(program).args(arguments).output() {
        Ok(out) => {
            let errors = String::from_utf8(out.stderr).unwrap();
            assert!(out.status.success() && errors.is_empty(), "{program} {arguments:?}: {errors}");
            Some(String::from_utf8(out.stdout).unwrap())
        }
        Err(error) => {
            println!("skipped: {program}: {error}");
            None
        }
    }
}

/// The layers that ogrinfo finds: name, how many features, its whole description.
fn layers(file: &str) -> Option<BTreeMap<String, (u64, String)>> {
    let printed = gdal("ogrinfo", &["-ro", "-so", "-al", file])?;
    let mut found = BTreeMap::new();
    for part in printed.split("\nLayer name: ").skip(1) {
        let name = part.lines().next().unwrap().to_owned();
        let count = part.lines().find_map(|line| line.strip_prefix("Feature Count: ")).unwrap();
        found.insert(name, (count.parse().unwrap(), part.to_owned()));
    }
    Some(found)
}

/// A layer as GDAL turns it to degrees.
fn in_degrees(file: &str, layer: &str) -> Value {
    let arguments = ["-f", "GeoJSON", "-t_srs", "EPSG:4326", "/vsistdout/", file, layer];
    serde_json::from_str(&gdal("ogr2ogr", &arguments).unwrap()).unwrap()
}

#[test]
fn ogrinfo_opens_the_geopackage_with_every_layer_name_and_count_in_the_right_place() {
    server().without_limits().story(async |server| {
        said(server).await;
        release(server);
        let (file, told) = export(server, "mee.gpkg");
        let Some(found) = layers(&file) else { return };
        let expected: BTreeMap<String, u64> = told["tables"]
            .as_array()
            .unwrap()
            .iter()
            .map(|table| (table["layer"].as_str().unwrap().to_owned(), table["rows"].as_u64().unwrap()))
            .collect();
        let counts: BTreeMap<String, u64> =
            found.iter().map(|(name, (count, _))| (name.clone(), *count)).collect();
        assert_eq!(counts, expected);
        println!("{counts:?}");
        for (name, shape) in [
            ("warmte_alle_themas_sterk", "Multi Polygon"),
            ("warmte_wonen_sterk_avond", "Multi Polygon"),
            ("gevraagd", "Multi Polygon"),
            ("citaten", "Point"),
            ("sterke_plekken", "Point"),
            ("fotowandelingen", "Multi Line String"),
            ("grens", "Multi Polygon"),
            ("kaarten", "None"),
        ] {
            let (_, about) = found.get(name).unwrap_or_else(|| panic!("{name} is not in {counts:?}"));
            assert!(about.contains(&format!("Geometry: {shape}")), "{about}");
            assert!(shape == "None" || about.contains("ID[\"EPSG\",28992]"), "{about}");
        }
        assert!(found["citaten"].1.contains("Tekst") || found["citaten"].1.contains("tekst: String"));
        assert!(found["warmte_alle_themas_sterk"].1.contains("DESCRIPTION=Proef, Proefbuurt. Sterk"));

        let quote = &in_degrees(&file, "citaten")["features"][0];
        assert_eq!(quote["properties"]["tekst"], TOLD);
        let at = &quote["geometry"]["coordinates"];
        let off = [
            (at[0].as_f64().unwrap() - MIDDLE[0]) * 68_100.0,
            (at[1].as_f64().unwrap() - MIDDLE[1]) * 111_270.0,
        ];
        let away = off[0].hypot(off[1]);
        assert!(
            (1.0..300.0).contains(&away),
            "in the square in which its maker counts and not on the pin: {away} m"
        );
        let boundary = &in_degrees(&file, "grens")["features"][0]["geometry"]["coordinates"][0][0][0];
        for (axis, degrees) in [4.926, 52.348].into_iter().enumerate() {
            assert!((boundary[axis].as_f64().unwrap() - degrees).abs() < 1e-5, "{boundary}");
        }
    });
}

#[test]
fn what_nobody_approved_or_released_is_in_no_file_and_what_was_is_in_each() {
    server().without_limits().story(async |server| {
        said(server).await;
        let words = |file: &str| String::from_utf8_lossy(&std::fs::read(file).unwrap()).into_owned();
        for end in ["csv", "geojson", "gpkg"] {
            let (file, _) = export(server, &format!("voor.{end}"));
            let words = words(&file);
            for secret in [TOLD, CAPTION, HIDDEN, server.code.as_str()] {
                assert!(!words.contains(secret), "{secret} is in {file} before the release");
            }
        }
        release(server);
        for end in ["csv", "geojson", "gpkg"] {
            let (file, _) = export(server, &format!("na.{end}"));
            let words = words(&file);
            assert!(words.contains(TOLD) && words.contains(CAPTION), "{file}");
            for secret in [HIDDEN, server.code.as_str(), "/photos/"] {
                assert!(!words.contains(secret), "{secret} is in {file}");
            }
        }
    });
}

/// Twice the area of a ring: more than nothing where it turns left.
fn turn(ring: &Value) -> f64 {
    let ring: Vec<[f64; 2]> = serde_json::from_value(ring.clone()).unwrap();
    assert!(ring.len() >= 4 && ring.first() == ring.last(), "a ring closes");
    // From one of its corners: so far from nought, degrees of this many decimals would be lost.
    let near = |at: &[f64; 2]| [at[0] - ring[0][0], at[1] - ring[0][1]];
    let cross = |pair: &[[f64; 2]]| {
        let (a, b) = (near(&pair[0]), near(&pair[1]));
        a[0] * b[1] - b[0] * a[1]
    };
    ring.windows(2).map(cross).sum()
}

#[test]
fn the_geojson_keeps_to_rfc_7946_and_each_feature_says_its_layer() {
    server().without_limits().story(async |server| {
        said(server).await;
        release(server);
        let token = server.professional();
        let reply = server.get_as(&token, &format!("/traject/{}/export.geojson", server.traject)).await;
        assert_eq!(reply.header("content-type"), "application/geo+json");
        assert_eq!(reply.header("content-disposition"), "attachment; filename=\"proef.geojson\"");
        assert_eq!(reply.header("cache-control"), "no-store");
        let file = reply.json(200);
        assert_eq!(file["type"], "FeatureCollection");
        assert!(file.get("crs").is_none(), "RFC 7946 took crs away");
        let mut seen: BTreeMap<String, u64> = BTreeMap::new();
        for feature in file["features"].as_array().unwrap() {
            assert_eq!(feature["type"], "Feature");
            let layer = feature["properties"]["layer"].as_str().unwrap();
            *seen.entry(layer.to_owned()).or_default() += 1;
            let geometry = &feature["geometry"];
            match geometry["type"].as_str() {
                None => assert!(geometry.is_null()),
                Some("Point") => {
                    let [lon, lat] = [0, 1].map(|axis| geometry["coordinates"][axis].as_f64().unwrap());
                    assert!((4.9..5.0).contains(&lon) && (52.3..52.4).contains(&lat), "{geometry}");
                }
                Some("MultiPolygon") => {
                    for polygon in geometry["coordinates"].as_array().unwrap() {
                        for (at, ring) in polygon.as_array().unwrap().iter().enumerate() {
                            assert_eq!(turn(ring) > 0.0, at == 0, "outer rings turn left, holes right");
                        }
                    }
                }
                other => panic!("{other:?}"),
            }
        }
        let layers = file["layers"].as_array().unwrap();
        for layer in layers.iter().filter(|layer| layer["features"] != 0) {
            assert_eq!(seen.get(layer["layer"].as_str().unwrap()), layer["features"].as_u64().as_ref());
        }
        let classes = file["features"].as_array().unwrap().iter();
        let mut classes = classes.filter(|one| one["properties"]["layer"] == "warmte_alle_themas_sterk");
        let highest = &classes.next().unwrap()["properties"];
        assert!(highest["upper"].as_f64() > highest["lower"].as_f64() && highest["class"] == 5, "{highest}");
        assert_eq!(classes.next_back().unwrap()["properties"]["suppressed"], true);
    });
}

#[test]
fn no_cell_of_the_csv_is_run_by_a_spreadsheet() {
    let mut payloads: Vec<String> = ["-2+3", "\t=1+1", "+1", "@A1", "\"=1\";=2"].map(str::to_owned).to_vec();
    if let Some(file) = data("hostile/csv-injection-payloads.txt") {
        payloads.extend(std::fs::read_to_string(file).unwrap().lines().map(str::to_owned));
    }
    server().without_limits().story(async |server| {
        let token = begeleider(server);
        for payload in &payloads {
            approved_pin(server, &token, &participant(), payload).await;
        }
        release(server);
        let (path, _) = export(server, "mee.csv");
        let file = std::fs::read(Path::new(&path)).unwrap();
        let rest = file.strip_prefix(b"\xEF\xBB\xBF").expect("Excel takes it for UTF-8");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(rest);
        let head = reader.headers().unwrap().clone();
        let text = head.iter().position(|name| name == "Tekst").unwrap();
        let mut quotes = Vec::new();
        for record in reader.records() {
            let record = record.unwrap();
            assert_eq!(record.len(), head.len());
            for cell in &record {
                let number = cell.replace(',', ".").parse::<f64>().is_ok();
                let starts = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                assert!(number || !(starts || cell.starts_with("DDE")), "{cell:?}");
            }
            if record[0] == *"Citaten van bewoners" {
                quotes.push(record[text].to_owned());
            }
        }
        let mut expected: Vec<String> = payloads.iter().map(|payload| format!("'{payload}")).collect();
        quotes.sort();
        expected.sort();
        assert_eq!(quotes, expected, "each is there, behind a quote");
    });
}

#[test]
fn who_takes_something_along_stands_in_the_trail_and_the_page_says_what_is_in_it() {
    server().without_limits().story(async |server| {
        said(server).await;
        release(server);
        let professional = server.professional();
        let page = server.get_as(&professional, &format!("/traject/{}/meenemen", server.traject)).await;
        let page = page.expect(200).text();
        for words in
            ["Citaten van bewoners", "warmte_alle_themas_sterk", "per klasse één", "Download GeoPackage"]
        {
            assert!(page.contains(words), "{words}");
        }
        for end in ["csv", "gpkg"] {
            let path = format!("/traject/{}/export.{end}", server.traject);
            server.get_as(&professional, &path).await.expect(200);
        }
        let (_, _) = export(server, "mee.csv");
        let beheerder = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        let trail = server.get_as(&beheerder, "/beheer/logboek.csv").await.text();
        let lines: Vec<_> = trail.lines().filter(|line| line.contains(",export,")).collect();
        let told = |end: &str, who: &str| {
            lines
                .iter()
                .any(|line| line.ends_with(&format!("{} {end}", server.traject)) && line.contains(who))
        };
        assert!(told("csv", ",Sam,") && told("gpkg", ",Sam,"), "{trail}");
        assert!(told("csv", ",opdrachtregel,"), "{trail}");
    });
}

#[test]
fn while_the_team_still_writes_what_it_assumes_no_file_is_made_for_it() {
    server().without_limits().story(async |server| {
        said(server).await;
        release(server);
        // As the page of preparing does.
        server.place.sql("UPDATE traject SET assume_first = 1").await;
        let professional = server.professional();
        for path in [
            "meenemen",
            "export.csv",
            "export.gpkg",
            "export.geojson",
            "themas",
            "niet-gehoord",
            "dossier",
            "naast",
        ] {
            server.get_as(&professional, &format!("/traject/{}/{path}", server.traject)).await.expect(403);
        }
        let out = server.place.folder().join("mee.csv");
        let ran = server.place.cli(&["export", "--traject", &server.traject, "--out", out.to_str().unwrap()]);
        ran.failed("nog dicht");
        assert!(!out.exists());
    });
}

#[test]
fn a_command_that_cannot_write_says_so_and_leaves_what_was_there() {
    server().story(async |server| {
        let traject = server.traject.as_str();
        let kept = server.place.file("oud.csv", "van gisteren");
        let ran = server.place.cli(&["export", "--traject", traject, "--out", "mee.shp"]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.err.contains(".gpkg, .geojson of .csv"), "{ran:?}");
        let none = "00000000-0000-4000-8000-000000000000";
        server.place.cli(&["export", "--traject", none, "--out", &kept]).failed("traject");
        assert_eq!(std::fs::read_to_string(&kept).unwrap(), "van gisteren");
        let nowhere = server.place.folder().join("nergens/mee.csv");
        let ran = server.place.cli(&["export", "--traject", traject, "--out", nowhere.to_str().unwrap()]);
        ran.failed("kan niet worden geschreven");
        server.place.cli(&["export", "--traject", traject, "--out", &kept]).worked();
        assert!(std::fs::read(&kept).unwrap().starts_with(b"\xEF\xBB\xBF\"Laag\";"));
    });
}
