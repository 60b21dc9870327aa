//! The format and the search index.

use super::*;

fn line(id: &str, name: &str, from: f64, to: f64) -> Feature {
    let properties = Properties { class: Class::Street, name: Some(name.into()), kind: None };
    Feature::new(id.into(), properties, Geometry::LineString(vec![[from, 52.0], [to, 52.0]].into()))
}

fn place(id: &str, name: &str, kind: PlaceKind) -> Feature {
    let properties =
        Properties { class: Class::Place, name: Some(name.into()), kind: Some(Kind::Place(kind)) };
    Feature::new(id.into(), properties, Geometry::Point([4.123_456_789, 52.0].into()))
}

fn drawn(mut features: Vec<Feature>) -> Result<Plattegrond, PlattegrondError> {
    let ring = vec![[4.0, 52.0], [4.01, 52.0], [4.01, 52.01], [4.0, 52.0]];
    let properties = Properties { class: Class::Boundary, name: None, kind: None };
    features.push(Feature::new("A1".into(), properties, surface(ring)));
    Plattegrond::new(BuurtRef { code: "A1".into(), name: "Hof".into() }, "niemand".into(), true, features)
}

fn found(query: &str) -> Vec<String> {
    let drawn = drawn(vec![
        line("w1", "Celebesstraat", 4.0, 4.001),
        line("w2", "Celebesstraat", 4.002, 4.006),
        line("w3", "Van 't Hoffplein", 4.0, 4.001),
        line("w4", "Oude Cafélaan", 4.0, 4.001),
        place("n1", "Café Ömer", PlaceKind::Cafe),
        place("n2", "Halte Hof", PlaceKind::Stop),
        place("n3", "Halte Hof", PlaceKind::Stop),
    ])
    .unwrap();
    drawn.index().search(query).into_iter().map(|named| named.name.clone()).collect()
}

#[test]
fn a_street_in_pieces_is_one_name_on_its_longest_piece() {
    let drawn =
        drawn(vec![line("w1", "Celebesstraat", 4.0, 4.001), line("w2", "celebesstraat", 4.002, 4.006)])
            .unwrap();
    let index = drawn.index();
    let all: Vec<&Named> = index.all().collect();
    assert_eq!(all.len(), 1);
    assert!((all[0].lon - 4.004).abs() < 1e-9, "{:?}", all[0]);
}

#[test]
fn a_square_and_its_stop_are_one_name_and_a_stop_of_that_name_elsewhere_is_another() {
    let drawn = drawn(vec![
        line("w1", "Brink", 4.0, 4.001),
        place("n1", "De Brink", PlaceKind::Cafe),
        place("n2", "brink", PlaceKind::Stop),
        line("w2", "Dorpsstraat", 4.122, 4.123),
        place("n3", "Dorpsstraat", PlaceKind::Stop),
    ])
    .unwrap();
    let index = drawn.index();
    let all: Vec<(&str, NamedKind)> = index.all().map(|named| (named.name.as_str(), named.kind)).collect();
    let street = NamedKind::Street;
    let (cafe, stop) = (NamedKind::Place(PlaceKind::Cafe), NamedKind::Place(PlaceKind::Stop));
    assert_eq!(all, [("Brink", street), ("brink", stop), ("De Brink", cafe), ("Dorpsstraat", street)]);
}

#[test]
fn searching_is_patient_with_capitals_accents_and_where_a_word_begins() {
    assert_eq!(found("CELEBES"), ["Celebesstraat"]);
    assert_eq!(found("omer"), ["Café Ömer"]);
    assert_eq!(found("cafe"), ["Café Ömer", "Oude Cafélaan"]);
    assert_eq!(found("t hoff"), ["Van 't Hoffplein"]);
    assert_eq!(found("hof"), ["Halte Hof", "Van 't Hoffplein"]);
    assert_eq!(found("straat"), ["Celebesstraat"], "Dutch writes its street names as one word");
    assert_eq!(found("  ").len(), 5);
}

#[test]
fn a_plattegrond_survives_being_written_and_read() {
    let drawn =
        drawn(vec![line("w1", "Celebesstraat", 4.0, 4.001), place("n1", "Hof", PlaceKind::Stop)]).unwrap();
    let text = drawn.to_geojson().unwrap();
    assert!(
        text.starts_with(r#"{"type":"FeatureCollection","#)
            && text.contains(r#""buurt":{"code":"A1","name":"Hof"}"#)
    );
    assert!(text.contains(r#"{"class":"place","kind":"stop","name":"Hof"}"#), "{text}");
    assert!(text.contains("4.123457"));
    assert_eq!(Plattegrond::from_geojson(&text).unwrap(), drawn);
}

#[test]
fn a_file_that_does_not_keep_to_the_format_is_refused() {
    let good = drawn(vec![line("w1", "Hof", 4.0, 4.001)]).unwrap().to_geojson().unwrap();
    let two = good.replace(r#""class":"street""#, r#""class":"boundary""#);
    assert!(matches!(Plattegrond::from_geojson(&two), Err(PlattegrondError::Boundaries(2))));
    let area = good.replace(r#""class":"street""#, r#""class":"water""#);
    assert!(matches!(Plattegrond::from_geojson(&area), Err(PlattegrondError::Geometry(id)) if id == "w1"));
    let place = good.replace("LineString", "Point").replace("[[4.0,52.0],[4.001,52.0]]", "[4.0,52.0]");
    let unknown = place.replace(r#""class":"street""#, r#""class":"place","kind":"casino""#);
    assert!(matches!(Plattegrond::from_geojson(&unknown), Err(PlattegrondError::Geometry(_))));
    for ring in
        ["[4.0,52.0],[4.001,52.0],[4.001,52.001],[4.0,52.001]", "[4.0],[4.001,52.0],[4.001,52.001],[4.0]"]
    {
        let ring = area
            .replace("LineString", "Polygon")
            .replace("[[4.0,52.0],[4.001,52.0]]", &format!("[[{ring}]]"));
        assert!(
            matches!(Plattegrond::from_geojson(&ring), Err(PlattegrondError::Geometry(id)) if id == "w1")
        );
    }
    assert!(matches!(Plattegrond::from_geojson("[]"), Err(PlattegrondError::Json(_))));
    assert!(Plattegrond::from_geojson(&good.replace("4.001", "400.1")).is_err());
}
