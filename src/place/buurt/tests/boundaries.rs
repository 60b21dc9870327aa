//! Reading boundaries, and how far a place is from them.

use super::*;

const FIELDS: Fields<'static> = Fields::named("code", "naam");

fn read(geojson: &str) -> Result<Vec<Boundary>, BuurtError> {
    Boundaries::from_reader(geojson.as_bytes(), FIELDS)?.all()
}

fn feature(geometry: &str) -> String {
    format!(
        r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"code":"A1","naam":"Hof"}},"geometry":{geometry}}}]}}"#
    )
}

#[test]
fn all_boundaries_of_amsterdam_are_sound() {
    let Some(file) = data("boundaries/amsterdam_buurten_2024.geojson") else { return };
    let all = Boundaries::read(&file, Fields::named("cbsCode", "naam")).unwrap().all().unwrap();
    assert_eq!(all.len(), 518);
    for boundary in &all {
        Area::new([&boundary.geometry]).unwrap();
    }
}

#[test]
fn a_code_in_small_letters_is_the_same_code() {
    let square =
        r#"{"type":"Polygon","coordinates":[[[4.92,52.34],[4.93,52.34],[4.93,52.35],[4.92,52.34]]]}"#;
    let file = |code: &str| feature(square).replace("A1", code);
    for (written, kept) in [("bu0363zz10", "BU0363ZZ10"), ("BU0363ZZ10", "BU0363ZZ10"), ("fb08", "fb08")] {
        assert_eq!(read(&file(written)).unwrap()[0].code, kept);
        for asked in [written, kept] {
            let boundaries = Boundaries::from_reader(file(written).as_bytes(), FIELDS).unwrap();
            assert_eq!(boundaries.pick(asked).unwrap().code, kept);
        }
    }
    let boundaries = Boundaries::from_reader(file("BU0363MM05").as_bytes(), FIELDS).unwrap();
    assert_eq!(boundaries.pick("bu0363mm05").unwrap().code, "BU0363MM05");
    let boundaries = Boundaries::from_reader(file("fb08").as_bytes(), FIELDS).unwrap();
    assert!(boundaries.pick("FB08").is_err(), "a code of another kind is not changed");
}

#[test]
fn one_page_of_boundaries_says_how_many_are_missing() {
    let file = feature(r#"{"type":"Point","coordinates":[4.92,52.34]}"#);
    let missing = |head: &str| {
        let file = file.replacen('{', &format!("{{{head}"), 1);
        Boundaries::from_reader(file.as_bytes(), FIELDS).unwrap().page().map(|page| page.missing)
    };
    assert_eq!(missing(r#""numberMatched":518,"numberReturned":1,"#), Some(Some(517)));
    assert_eq!(missing(r#""exceededTransferLimit":true,"#), Some(None));
    assert_eq!(missing(""), None);
}

#[test]
fn every_hostile_file_ends_in_a_refusal_or_in_sound_boundaries() {
    for folder in ["hostile/geojsonhint/bad", "hostile/geojsonhint/good"] {
        let Some(folder) = data(folder) else { return };
        let (mut files, mut accepted) = (0, Vec::new());
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            files += 1;
            match Boundaries::read(&path, Fields::named("prop0", "prop0")).and_then(Boundaries::all) {
                Ok(boundaries) => {
                    accepted.push(path.file_name().unwrap().to_owned());
                    assert!(boundaries.iter().all(|boundary| boundary.geometry.positions().count() >= 4));
                }
                Err(error) => assert!(!error.to_string().contains('\n'), "{path:?}: {error}"),
            }
        }
        println!("{}: {files} files, accepted {accepted:?}", folder.display());
    }
}

#[test]
fn every_hostile_geometry_is_refused_or_sound_also_in_a_feature_with_code_and_name() {
    for folder in ["hostile/geojsonhint/bad", "hostile/geojsonhint/good"] {
        let Some(folder) = data(folder) else { return };
        let mut accepted = Vec::new();
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let Ok(text) = std::fs::read_to_string(&path) else { continue };
            let Ok(value) = serde_json::from_str::<serde_json::Value>(&text) else { continue };
            let whole = [value.clone(), value["geometry"].clone(), value["features"][0]["geometry"].clone()];
            for geometry in whole {
                match read(&feature(&geometry.to_string())) {
                    // A degree square is sound, and no neighbourhood.
                    Err(error) if error.to_string().ends_with("dat is geen buurt") => {
                        accepted.push(path.file_name().unwrap().to_string_lossy().into_owned());
                    }
                    Ok(_) => accepted.push(path.file_name().unwrap().to_string_lossy().into_owned()),
                    Err(error) => {
                        assert!(error.to_string().starts_with("onderdeel 1 (A1)"), "{path:?}: {error}");
                    }
                }
            }
        }
        println!("{}: accepted {accepted:?}", folder.display());
        let polygon_is_fine = accepted.iter().any(|name| name == "good-polygon.geojson");
        assert_eq!(polygon_is_fine, folder.ends_with("good"));
    }
}

#[test]
fn a_refusal_names_the_feature_and_the_reason() {
    let open = feature(r#"{"type":"Polygon","coordinates":[[[4,52],[4.1,52],[4.1,52.1],[4,52.1]]]}"#);
    assert_eq!(
        read(&open).unwrap_err().to_string(),
        "onderdeel 1 (A1) van het grenzenbestand kan geen grens zijn: \
         een ring is niet gesloten: het eerste en laatste punt verschillen; \
         zet het eerste punt ook achteraan, of herstel hem in QGIS met Geometrie repareren"
    );
    let cases = [
        (r#"{"type":"Point","coordinates":[4,52]}"#, "alleen Polygon en MultiPolygon"),
        ("null", "er is geen geometrie"),
        (r#"{"type":"Polygon","coordinates":[]}"#, "niet opgebouwd"),
        (r#"{"type":"Polygon","coordinates":[[[4,52],[4,52]]]}"#, "2 punten"),
        (r#"{"type":"Polygon","coordinates":[[["4",52],[4,52],[4,52],[4,52]]]}"#, "niet opgebouwd"),
        (r#"{"type":"Polygon","coordinates":[[[52,4],[52.1,4],[52.1,4.1],[52,4]]]}"#, "verwisseld"),
        (
            r#"{"type":"Polygon","coordinates":[[[121000,487000],[121100,487000],[121000,487100],[121000,487000]]]}"#,
            "RD-stelsel",
        ),
        (
            r#"{"type":"Polygon","coordinates":[[[4,52],[4.1,52.1],[4.1,52],[4,52.1],[4,52]]]}"#,
            "geen geldig vlak",
        ),
    ];
    for (geometry, reason) in cases {
        let error = read(&feature(geometry)).unwrap_err().to_string();
        assert!(error.starts_with("onderdeel 1 (A1)") && error.contains(reason), "{geometry}: {error}");
    }
}

#[test]
fn a_refusal_says_what_to_do_and_counts_from_one() {
    let square = r#"{"type":"Polygon","coordinates":[[[4,52],[4.01,52],[4.01,52.01],[4,52]]]}"#;
    let latin: Vec<u8> = feature(square).replace("Hof", "Café").chars().map(|letter| letter as u8).collect();
    let told = Boundaries::from_reader(latin.as_slice(), FIELDS).unwrap_err().to_string();
    assert!(told.contains("sla het op als UTF-8"), "{told}");
    let rd = feature(square).replacen(
        '{',
        r#"{"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"#,
        1,
    );
    let told = read(&rd).unwrap_err().to_string();
    assert!(told.contains("zijn graden") && told.contains("WGS84"), "{told}");
    let one = feature(square);
    let (head, rest) = one.split_once("[{").unwrap();
    let inner = rest.strip_suffix("]}").unwrap();
    let twice = format!("{head}[{{{inner},{{{inner}]}}");
    let told = Boundaries::from_reader(twice.as_bytes(), FIELDS).and_then(|found| found.pick("A1"));
    let told = told.unwrap_err().to_string();
    assert!(told.starts_with("onderdelen 1 en 2"), "{told}");
}

#[test]
fn a_file_that_is_no_feature_collection_is_refused() {
    assert!(matches!(read("{"), Err(BuurtError::NotJson { line: 1, .. })));
    assert!(matches!(read("[1]"), Err(BuurtError::NotFeatureCollection(_))));
    assert!(matches!(read(r#"{"type":"FeatureCollection"}"#), Err(BuurtError::NotFeatureCollection(_))));
    let other = r#"{"type":"FeatureCollection","crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[]}"#;
    assert!(matches!(read(other), Err(BuurtError::OtherCrs(_))));
    assert!(matches!(
        read(r#"{"type":"FeatureCollection","features":[7]}"#),
        Err(BuurtError::NotAFeature { index: 0 })
    ));
    let deep = "[".repeat(100_000);
    assert!(read(&feature(&deep)).is_err());
}

#[test]
fn a_faulty_feature_does_not_stand_in_the_way_of_another() {
    let good = r#"{"type":"Polygon","coordinates":[[[4,52],[4.01,52],[4.01,52.01],[4,52]]]}"#;
    let text = format!(
        r#"{{"type":"FeatureCollection","features":[
            {{"type":"Feature","properties":{{"code":"A","naam":"A"}},"geometry":null}},
            {{"type":"Feature","properties":{{"code":"B","naam":"B"}},"geometry":{good}}}]}}"#
    );
    let boundaries = || Boundaries::from_reader(text.as_bytes(), FIELDS).unwrap();
    assert_eq!(boundaries().pick("B").unwrap().name, "B");
    assert!(matches!(boundaries().pick("A"), Err(BuurtError::Feature { index: 0, .. })));
    assert!(matches!(boundaries().pick("C"), Err(BuurtError::NotFound { count: 2, .. })));
    assert!(boundaries().all().is_err());
}

#[test]
fn a_boundary_is_the_same_whatever_its_file_says_of_its_system_and_its_bytes() {
    let square = [[4.926, 52.348], [4.934, 52.348], [4.934, 52.352], [4.926, 52.352], [4.926, 52.348]];
    let shape = |ring: &[[f64; 2]]| serde_json::json!({"type": "Polygon", "coordinates": [ring]}).to_string();
    let plain = feature(&shape(&square));
    let wanted = read(&plain).unwrap();
    let named = |name: &str, text: &str| {
        text.replacen('{', &format!(r#"{{"crs":{{"type":"name","properties":{{"name":"{name}"}}}},"#), 1)
    };
    for name in [
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "http://www.opengis.net/def/crs/OGC/0/CRS84",
        "http://www.opengis.net/def/crs/EPSG/0/4326",
        "urn:ogc:def:crs:EPSG:6.9:4326",
        "urn:ogc:def:crs:EPSG::4258",
    ] {
        assert_eq!(read(&named(name, &plain)).unwrap(), wanted, "{name}");
    }
    let rd = square.map(|[lon, lat]| Place { lon, lat }.to_rd().map(|at| [at.x, at.y]).unwrap());
    for name in
        ["EPSG:28992", "urn:ogc:def:crs:EPSG:9.9.1:28992", "https://www.opengis.net/def/crs/EPSG/0/28992"]
    {
        let found = read(&named(name, &feature(&shape(&rd)))).unwrap();
        for (one, other) in found[0].geometry.positions().zip(wanted[0].geometry.positions()) {
            assert!((one[0] - other[0]).abs() < 1e-6 && (one[1] - other[1]).abs() < 1e-6, "{name}: {one:?}");
        }
    }
    let marked = format!("\u{feff}{plain}");
    assert_eq!(read(&marked).unwrap(), wanted);
    for wide in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
        let bytes: Vec<u8> = marked.encode_utf16().flat_map(wide).collect();
        assert_eq!(Boundaries::from_reader(&*bytes, FIELDS).unwrap().all().unwrap(), wanted);
    }
    assert!(matches!(read(&format!("{plain}{plain}")), Err(BuurtError::After)));
    assert!(matches!(read(&format!("{plain}<!-- einde -->")), Err(BuurtError::After)));
    let ring =
        "[[4.926,52.348,0,0],[4.934,52.348,0,0],[4.934,52.352,0,0],[4.926,52.352,0,0],[4.926,52.348,0,0]]";
    let four = feature(&format!(r#"{{"type":"Polygon","coordinates":[{ring}]}}"#));
    assert_eq!(read(&four).unwrap(), wanted);
    let collection = format!(
        r#"{{"type":"GeometryCollection","geometries":[{{"type":"Point","coordinates":[4.93,52.35]}},{}]}}"#,
        shape(&square)
    );
    assert_eq!(read(&feature(&collection)).unwrap(), wanted);
}

#[test]
fn words_of_a_boundary_file_that_no_database_can_hold_are_cleaned() {
    let text =
        feature(r#"{"type":"Polygon","coordinates":[[[4.9,52.3],[4.91,52.3],[4.91,52.31],[4.9,52.3]]]}"#);
    let text = text
        .replace("\"Hof\"", "\"Hof\\u0000 van\\u001f\\tDelft\\u0000\"")
        .replace("\"A1\"", "\"A1\\u0000\"");
    let found = read(&text).unwrap();
    assert_eq!((found[0].code.as_str(), found[0].name.as_str()), ("A1", "Hof van Delft"));
}

#[test]
fn a_feature_or_a_file_that_is_larger_than_any_is_refused_before_it_is_in_memory() {
    let corners = "[4.9,52.3],".repeat(200_001);
    let many = feature(&format!(r#"{{"type":"Polygon","coordinates":[[{corners}[4.9,52.3]]]}}"#));
    assert!(read(&many).unwrap_err().to_string().contains("meer dan 200000 punten"));
    let endless =
        feature(&format!(r#"{{"type":"Polygon","coordinates":[[{}[4.9,52.3]]]}}"#, "[0],".repeat(1_000_000)));
    assert!(matches!(read(&endless), Err(BuurtError::FeatureTooLarge { index: 0 })));
    let properties = feature("null").replace("\"A1\"", &format!("[{}0]", "0,".repeat(1_600_000)));
    assert!(matches!(read(&properties), Err(BuurtError::FeatureTooLarge { index: 0 })));
    let features = format!(r#"{{"type":"FeatureCollection","features":[{}7]}}"#, "7,".repeat(50_000));
    assert!(matches!(read(&features), Err(BuurtError::TooManyFeatures(50_000))));
}

#[test]
fn a_shore_of_many_corners_is_taken_in_time_that_grows_with_the_corners() {
    let shore = |corners: u32| {
        let corner = |n: u32| {
            let angle = std::f64::consts::TAU * f64::from(n % corners) / f64::from(corners);
            let radius = 350.0 + 6.0 * (400.0 * angle).sin();
            format!(
                "[{:.9},{:.9}]",
                4.9295 + radius * angle.cos() / 67_996.0,
                52.35 + radius * angle.sin() / 111_320.0
            )
        };
        let ring: Vec<String> = (0..=corners).map(corner).collect();
        feature(&format!(r#"{{"type":"Polygon","coordinates":[[{}]]}}"#, ring.join(",")))
    };
    let time = |corners| {
        let text = shore(corners);
        let before = worked();
        let boundaries = read(&text).unwrap();
        let count = boundaries[0].geometry.positions().count();
        assert!(count > 2_000 && count < 15_000, "{count}: bends smaller than a decimetre are nobody's");
        let drawn = import(&boundaries[0], &[]).unwrap();
        assert!(drawn.boundary().is_some());
        worked().saturating_sub(before)
    };
    let (few, many) = (time(15_000), time(190_000));
    println!("15,000 corners: {few:?}; 190,000: {many:?}");
    assert!(many < std::time::Duration::from_secs(30) && many < few * 60, "{few:?}, {many:?}");
}

/// A square of 0.01° with a square hole of 0.004°.
fn with_hole() -> Geometry {
    let ring = |from: f64, to: f64| {
        [[from, from], [to, from], [to, to], [from, to], [from, from]]
            .map(|[x, y]| [4.9 + x, 52.3 + y])
            .to_vec()
    };
    Geometry::Polygon(Polygon::new(ring(0.0, 0.01).into(), vec![ring(0.003, 0.007).into()]))
}

#[test]
fn the_distance_to_an_area_is_in_metres_and_nothing_inside() {
    let area = Area::new([&with_hole()]).unwrap();
    assert!(area.distance(4.901, 52.301).unwrap() < f64::EPSILON);
    let south = area.distance(4.905, 52.299).unwrap();
    assert!((south - 111.27).abs() < 0.5, "{south}");
    let in_hole = area.distance(4.905, 52.305).unwrap();
    assert!((in_hole - 136.4).abs() < 1.0, "{in_hole}");
    assert!(matches!(area.distance(52.301, 4.901), Err(CoordinateError::Swapped { .. })));
    assert!(matches!(area.distance(f64::NAN, 4.901), Err(CoordinateError::NotFinite)));
}

#[test]
fn swapped_coordinates_are_recognised_near_any_area() {
    let ring = [[24.94, 60.17], [24.95, 60.17], [24.95, 60.18], [24.94, 60.17]].to_vec();
    let area = Area::new([&surface(ring)]).unwrap();
    assert!(matches!(area.distance(60.17, 24.94), Err(CoordinateError::Swapped { .. })));
}

#[test]
fn two_neighbourhoods_together_are_one_area() {
    let right = surface([[4.92, 52.3], [4.93, 52.3], [4.93, 52.31], [4.92, 52.31], [4.92, 52.3]].to_vec());
    let area = Area::new([&with_hole(), &right]).unwrap();
    assert!(area.distance(4.925, 52.305).unwrap() < f64::EPSILON);
    assert!((area.distance(4.9151, 52.305).unwrap() - 334.0).abs() < 3.0);
}

#[test]
fn asking_for_a_distance_costs_microseconds() {
    let Some((boundary, _)) = drawn_from_watergraafsmeer("BU0363MM05") else { return };
    let area = Area::new([&boundary.geometry]).unwrap();
    let before = worked();
    let total: f64 =
        (0..10_000).map(|step| area.distance(4.92 + f64::from(step) * 1e-6, 52.35).unwrap()).sum();
    let each = (worked().saturating_sub(before)) / 10_000;
    println!("{each:?} for each distance ({total:.0})");
    assert!(each < std::time::Duration::from_micros(50), "{each:?}");
}

#[test]
fn a_boundary_of_a_whole_country_is_refused() {
    let ring = [[4.0, 51.0], [6.0, 51.0], [6.0, 53.0], [4.0, 51.0]].to_vec();
    assert!(matches!(Area::new([&surface(ring)]), Err(BuurtError::Boundary(RingFault::TooLarge(_)))));
}
