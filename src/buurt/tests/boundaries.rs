//! Reading boundaries, and how far a place is from them.

use super::*;

const FIELDS: Fields<'static> = Fields { code: "code", name: "naam" };

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
    let all = Boundaries::read(&file, Fields { code: "cbsCode", name: "naam" }).unwrap().all().unwrap();
    assert_eq!(all.len(), 518);
    for boundary in &all {
        Area::new([&boundary.geometry]).unwrap();
    }
}

#[test]
fn every_hostile_file_ends_in_a_refusal_or_in_sound_boundaries() {
    for folder in ["hostile/geojsonhint/bad", "hostile/geojsonhint/good"] {
        let Some(folder) = data(folder) else { return };
        let (mut files, mut accepted) = (0, Vec::new());
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            files += 1;
            match Boundaries::read(&path, Fields { code: "prop0", name: "prop0" }).and_then(Boundaries::all) {
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
                        assert!(error.to_string().starts_with("onderdeel 0 (A1)"), "{path:?}: {error}");
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
        "onderdeel 0 (A1) van het grenzenbestand kan geen grens zijn: \
         een ring is niet gesloten: het eerste en laatste punt verschillen"
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
        assert!(error.starts_with("onderdeel 0 (A1)") && error.contains(reason), "{geometry}: {error}");
    }
}

#[test]
fn a_file_that_is_no_feature_collection_is_refused() {
    assert!(matches!(read("{"), Err(BuurtError::NotJson { line: 1, .. })));
    assert!(matches!(read("[1]"), Err(BuurtError::NotFeatureCollection(_))));
    assert!(matches!(read(r#"{"type":"FeatureCollection"}"#), Err(BuurtError::NotFeatureCollection(_))));
    let rd = r#"{"type":"FeatureCollection","crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[]}"#;
    assert!(matches!(read(rd), Err(BuurtError::OtherCrs(_))));
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

/// A square of 0.01° with a square hole of 0.004°.
fn with_hole() -> Geometry {
    let ring = |from: f64, to: f64| {
        [[from, from], [to, from], [to, to], [from, to], [from, from]]
            .map(|[x, y]| [4.9 + x, 52.3 + y])
            .to_vec()
    };
    Geometry::Polygon(vec![ring(0.0, 0.01), ring(0.003, 0.007)])
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
    let area = Area::new([&Geometry::Polygon(vec![ring])]).unwrap();
    assert!(matches!(area.distance(60.17, 24.94), Err(CoordinateError::Swapped { .. })));
}

#[test]
fn two_neighbourhoods_together_are_one_area() {
    let right = match with_hole() {
        Geometry::Polygon(mut rings) => {
            rings.truncate(1);
            rings[0].iter_mut().for_each(|position| position[0] += 0.02);
            Geometry::Polygon(rings)
        }
        other => other,
    };
    let area = Area::new([&with_hole(), &right]).unwrap();
    assert!(area.distance(4.925, 52.305).unwrap() < f64::EPSILON);
    assert!((area.distance(4.9151, 52.305).unwrap() - 334.0).abs() < 3.0);
}

#[test]
fn asking_for_a_distance_costs_microseconds() {
    let Some((boundary, _)) = drawn_from_watergraafsmeer("BU0363MM05") else { return };
    let area = Area::new([&boundary.geometry]).unwrap();
    let start = std::time::Instant::now();
    let total: f64 =
        (0..10_000).map(|step| area.distance(4.92 + f64::from(step) * 1e-6, 52.35).unwrap()).sum();
    let each = start.elapsed() / 10_000;
    println!("{each:?} for each distance ({total:.0})");
    assert!(each < std::time::Duration::from_micros(50), "{each:?}");
}

#[test]
fn a_boundary_of_a_whole_country_is_refused() {
    let ring = [[4.0, 51.0], [6.0, 51.0], [6.0, 53.0], [4.0, 51.0]].to_vec();
    assert!(matches!(
        Area::new([&Geometry::Polygon(vec![ring])]),
        Err(BuurtError::Boundary(RingFault::TooLarge(_)))
    ));
}
