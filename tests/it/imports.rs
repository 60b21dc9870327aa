//! `buurt import`: a real neighbourhood, and files that are none.

use std::path::Path;

use serde_json::Value;

use crate::harness::{BOUNDARY, Place, Ran, Reply, commands, data, story};

const AMSTERDAM: &str = "boundaries/amsterdam_buurten_2024.geojson";
const WATERGRAAFSMEER: &str = "osm/amsterdam_watergraafsmeer.osm.pbf";

fn import(place: &Place, boundary: &Path, fields: (&str, &str), more: &[&str]) -> Ran {
    let start = ["buurt", "import", "--json", "--boundary", boundary.to_str().unwrap()];
    place.cli(&[&start[..], &["--code-field", fields.0, "--name-field", fields.1], more].concat())
}

#[test]
fn a_boundary_without_a_map_is_a_buurt_and_can_be_imported_again() {
    commands(async |place| {
        let file = place.file("grens.geojson", BOUNDARY);
        for more in [["--code", "BU0001"].as_slice(), &["--all"], &["--all"]] {
            let told = import(place, Path::new(&file), ("code", "naam"), more).json();
            assert_eq!(
                (&told["buurten"][0]["code"], &told["buurten"][0]["name"]),
                (&"BU0001".into(), &"Proefbuurt".into())
            );
            assert_eq!(told["features"], 0);
        }
        place.traject();
    });
}

#[test]
fn a_buurt_that_is_not_in_the_file_is_told_and_nothing_is_stored() {
    commands(async |place| {
        let file = place.file("grens.geojson", BOUNDARY);
        let file = Path::new(&file);
        import(place, file, ("code", "naam"), &["--code", "BU9999"]).failed("BU9999");
        import(place, file, ("cbsCode", "naam"), &["--all"]).failed("cbsCode");
        import(place, file, ("code", "name"), &["--all"]).failed("name");
        import(place, Path::new("/nergens/grens.geojson"), ("code", "naam"), &["--all"])
            .failed("/nergens/grens.geojson");
        import(place, file, ("code", "naam"), &["--all", "--osm", "/nergens.osm.pbf"])
            .failed("/nergens.osm.pbf");
        place.cli(&["traject", "create", "--buurt", "BU0001", "--title", "T"]).failed("buurt import");
    });
}

#[test]
fn a_boundary_that_cannot_be_one_is_refused_by_name_and_reason() {
    commands(async |place| {
        let square = "[[4.926,52.348],[4.934,52.348],[4.934,52.352],[4.926,52.352],[4.926,52.348]]";
        for (ring, reason) in [
            ("[[4.926,52.348],[4.934,52.348],[4.934,52.352],[4.926,52.352]]", "niet gesloten"),
            ("[[52.348,4.926],[52.348,4.934],[52.352,4.934],[52.348,4.926]]", "verwisseld"),
            ("[[121000,487000],[121100,487000],[121100,487100],[121000,487000]]", "RD-stelsel"),
            (
                "[[4.926,52.348],[4.934,52.352],[4.934,52.348],[4.926,52.352],[4.926,52.348]]",
                "geen geldig vlak",
            ),
            ("[[4.0,51.0],[6.0,51.0],[6.0,53.0],[4.0,51.0]]", "groter dan"),
            ("[[4.926,52.348],[4.926,52.348]]", "punten"),
            ("[]", "punten"),
            ("[[4.926,1e999],[4.934,52.348],[4.934,52.352],[4.926,1e999]]", "JSON"),
        ] {
            let text = BOUNDARY.replace(square, ring);
            assert_ne!(text, BOUNDARY);
            let file = place.file("grens.geojson", text);
            import(place, Path::new(&file), ("code", "naam"), &["--all"]).failed(reason);
        }
        for text in ["", "{", "[]", "null", "{\"type\":\"FeatureCollection\"}", &"[".repeat(100_000)] {
            let file = place.file("grens.geojson", text);
            import(place, Path::new(&file), ("code", "naam"), &["--all"]).failed("grenzenbestand");
        }
    });
}

#[test]
fn every_bad_geojson_is_refused_in_one_line() {
    let Some(folder) = data("hostile/geojsonhint/bad") else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "geojson"));
    assert!(files.len() > 40, "{}", files.len());
    commands(async |place| {
        for file in &files {
            for which in [["--all"].as_slice(), &["--code", "BU0001"]] {
                import(place, file, ("code", "naam"), which).failed("");
            }
            // As the boundary of a buurt that has its code and name: refused, or sound.
            let Some(text) = as_buurten(file) else { continue };
            let wrapped = place.file("grens.geojson", text);
            let ran = import(place, Path::new(&wrapped), ("code", "naam"), &["--all"]);
            if ran.code != Some(0) {
                ran.failed("onderdeel");
            }
        }
    });
}

/// The geometries of a file, each as a buurt.
fn as_buurten(file: &Path) -> Option<String> {
    let value: Value = serde_json::from_str(&std::fs::read_to_string(file).ok()?).ok()?;
    let features = value["features"].as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
    let features: Vec<Value> = (0..)
        .zip(features)
        .map(|(n, feature)| {
            let geometry = feature.get("geometry").unwrap_or(&feature);
            serde_json::json!({"type": "Feature", "geometry": geometry, "properties": {"code": format!("B{n}"), "naam": "Proef"}})
        })
        .collect();
    (!features.is_empty())
        .then(|| serde_json::json!({"type": "FeatureCollection", "features": features}).to_string())
}

#[test]
fn a_map_that_is_none_or_is_cut_off_is_refused() {
    let real = data(WATERGRAAFSMEER).map(|file| std::fs::read(file).unwrap());
    commands(async |place| {
        let boundary = place.file("grens.geojson", BOUNDARY);
        let refused = |bytes: &[u8]| {
            let map = place.file("kaart.osm.pbf", bytes);
            import(place, Path::new(&boundary), ("code", "naam"), &["--all", "--osm", &map])
                .failed("kaart.osm.pbf");
        };
        refused(b"Dit is geen kaart.");
        refused(b"<?xml version='1.0'?><osm version='0.6'></osm>");
        refused(b"");
        refused(&[0xFF; 5000]);
        if let Some(bytes) = &real {
            refused(&bytes[..bytes.len() / 2]);
            refused(&bytes[..bytes.len() - 1]);
            refused(&bytes[..10]);
            let mut damaged = bytes.clone();
            let middle = damaged.len() / 2;
            damaged[middle..middle + 64].fill(0xAA);
            refused(&damaged);
        }
        place.cli(&["traject", "create", "--buurt", "BU0001", "--title", "T"]).failed("buurt import");
    });
}

#[test]
fn frankendael_becomes_a_plattegrond_with_streets_that_one_can_find() {
    let (Some(boundary), Some(map)) = (data(AMSTERDAM), data(WATERGRAAFSMEER)) else { return };
    story(async |server| {
        let more = ["--code", "BU0363MM05", "--osm", map.to_str().unwrap()];
        let told = import(&server.place, &boundary, ("cbsCode", "naam"), &more).json();
        assert_eq!(told["buurten"][0]["name"], "Frankendael");
        println!("{told}");
        assert!(told["features"].as_u64().unwrap() > 5, "{told}");
        let create = ["traject", "create", "--buurt", "BU0363MM05", "--title", "Frankendael"];
        let traject = server.place.cli(&create).json()["id"].as_str().unwrap().to_owned();
        server.code = server.place.session(&traject, &[]);
        let session = server.get(&format!("/api/v1/sessions/{}", server.code)).await.json(200);
        let bbox: Vec<f64> = serde_json::from_value(session["buurt"]["bbox"].clone()).unwrap();
        assert!(bbox[0] > 4.91 && bbox[2] < 4.95 && bbox[1] > 52.33 && bbox[3] < 52.37, "{bbox:?}");
        let path = session["plattegrond"]["geojson"].as_str().unwrap();
        let drawn = server.get(path).await.json(200);
        assert!(drawn["attribution"].as_str().unwrap().contains("OpenStreetMap"), "{}", drawn["attribution"]);
        assert_eq!(drawn["invented"], false);
        let features = drawn["features"].as_array().unwrap();
        let of = |class: &str| features.iter().filter(|one| one["properties"]["class"] == class).count();
        assert_eq!(of("boundary"), 1);
        assert!(
            features.iter().any(|one| one["properties"]["class"].as_str().unwrap().starts_with("street"))
        );
        let names = server.get(&path.replace(".geojson", ".json")).await.json(200);
        assert!(!names.as_array().unwrap().is_empty());
        let page = server.get(&format!("/s/{}", server.code)).await.text();
        assert!(page.contains("OpenStreetMap"), "the attribution is on the page");
    });
}

#[test]
fn all_518_buurten_of_amsterdam_are_imported() {
    let Some(boundary) = data(AMSTERDAM) else { return };
    commands(async |place| {
        let told = import(place, &boundary, ("cbsCode", "naam"), &["--all"]).json();
        assert_eq!(told["buurten"].as_array().unwrap().len(), 518);
        for code in ["BU0363MM05", "BU0363AA01"] {
            let known = told["buurten"].as_array().unwrap().iter().any(|one| one["code"] == code);
            let create = place.cli(&["traject", "create", "--buurt", code, "--title", "T"]);
            if known { drop(create.json()) } else { create.failed(code) }
        }
    });
}

#[test]
fn a_beheerder_imports_a_buurt_with_a_browser_and_a_file_that_cannot_be_one_changes_nothing() {
    story(async |server| {
        let token = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        let send = async |file: &str, code: &str, status: u16| {
            let part = reqwest::multipart::Part::text(file.to_owned()).file_name("grenzen.geojson");
            let form = reqwest::multipart::Form::new().part("boundary", part);
            // The map that goes along is larger than what is read of a form in passing.
            let map = reqwest::multipart::Part::bytes(vec![0; 300_000]).file_name("kaart.osm.pbf");
            let form = if status == 422 { form.part("osm", map) } else { form };
            let words = [("code_field", "code"), ("name_field", "naam"), ("code", code)];
            let form = words.into_iter().fold(form, |form, (name, word)| form.text(name, word.to_owned()));
            let post = server.request(reqwest::Method::POST, "/beheer/buurten").bearer_auth(&token);
            Reply::of_any(post.multipart(form)).await.expect(status).text()
        };
        let other = BOUNDARY.replace("BU0001", "BU0002").replace("Proefbuurt", "Hiernaast <b>");
        let told = send(&other, "", 200).await;
        assert!(told.contains("1 buurt is binnengehaald, met 0 vormen op de kaart."), "{told}");
        assert!(told.contains("Hiernaast &lt;b&gt;") && told.contains("alleen de grens"), "{told}");
        assert!(told.contains("Proefbuurt") && told.contains("in 1 traject"), "{told}");
        for (file, code, reason) in [
            (BOUNDARY, "BU9999", "geen buurt met code BU9999"),
            ("{\"type\":", "", "Er is niets veranderd"),
            ("", "", "Er is niets veranderd"),
            (&BOUNDARY.replace("[4.926,52.348]]]", "[4.926,52.349]]]"), "", "Er is niets veranderd"),
        ] {
            let told = send(file, code, 422).await;
            assert!(told.contains(reason), "{told}");
            let field = |name: &str, value: &str| {
                let tag = told.split("<input").find(|tag| tag.contains(&format!("name=\"{name}\"")));
                tag.is_some_and(|tag| tag.contains(&format!("value=\"{value}\"")))
            };
            assert!(
                field("code_field", "code") && field("code", code),
                "what was typed is there again: {told}"
            );
            assert!(!told.contains("/tmp"), "where the file lay is nobody's business: {told}");
        }
        server.place.cli(&["traject", "create", "--buurt", "BU0002", "--title", "T"]).worked();
        let trail = server.get_as(&token, "/beheer/logboek?wat=buurt-import").await.expect(200).text();
        assert!(trail.contains("BU0002"), "{trail}");
    });
}
