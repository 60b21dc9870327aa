//! The drawn plattegrond.

use super::{svg::Lettering, *};

fn compressed(text: &str) -> usize {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut text.as_bytes(), &mut out, &params).unwrap();
    out.len()
}

/// Draws for both screens; to look at the pictures, name a folder in `BUURTBLIK_DRAW_TO`.
fn draw(name: &str, plattegrond: &Plattegrond) -> String {
    let tablet = svg::draw(plattegrond, Lettering::Tablet).unwrap();
    let phone = svg::draw(plattegrond, Lettering::Phone).unwrap();
    if let Ok(folder) = std::env::var("BUURTBLIK_DRAW_TO") {
        std::fs::write(format!("{folder}/{name}.svg"), &tablet).unwrap();
        std::fs::write(format!("{folder}/{name}-phone.svg"), &phone).unwrap();
        std::fs::write(format!("{folder}/{name}.geojson"), plattegrond.to_geojson().unwrap()).unwrap();
    }
    assert!(phone.matches("<text").count() <= tablet.matches("<text").count());
    tablet
}

#[test]
fn the_real_neighbourhoods_are_small_enough_to_send() {
    let cases = [
        ("frankendael", drawn_from_watergraafsmeer("BU0363MM05"), 30_000),
        ("tuindorp", drawn_from_watergraafsmeer("BU0363MM08"), 30_000),
        ("helsinki", helsinki(), 40_000),
    ];
    for (name, found, most) in cases {
        let Some((_, plattegrond)) = found else { return };
        let svg = draw(name, &plattegrond);
        let size = compressed(&svg);
        println!("{name}: {} features, {} bytes, {size} compressed", plattegrond.features.len(), svg.len());
        assert!(size <= most, "{name}: {size} bytes");
    }
}

#[test]
fn the_neighbourhood_that_ships_is_read_and_drawn() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/voorbeeldbuurt.geojson");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("skipped: {path} is not there");
        return;
    };
    let plattegrond = Plattegrond::from_geojson(&text).unwrap();
    assert!(plattegrond.invented);
    let svg = draw("voorbeeldbuurt", &plattegrond);
    println!(
        "voorbeeldbuurt: {} features, {} bytes, {} compressed",
        plattegrond.features.len(),
        svg.len(),
        compressed(&svg)
    );
    assert!(svg.matches("<text").count() >= 15);
}

/// One of everything, with a name that would be markup.
fn small() -> Plattegrond {
    let ring = |d: f64| vec![[4.9, 52.3], [4.9 + d, 52.3], [4.9 + d, 52.3 + d], [4.9, 52.3 + d], [4.9, 52.3]];
    let feature = |id: &str, class, name: Option<&str>, geometry| {
        let kind = (class == Class::Place).then_some(Kind::Place(PlaceKind::School));
        Feature::new(id.into(), Properties { class, name: name.map(str::to_owned), kind }, geometry)
    };
    let features = vec![
        feature("w1", Class::Building, None, Geometry::Polygon(vec![ring(0.001)])),
        feature(
            "w2",
            Class::Street,
            Some("A<b>&\u{1}\"straat\""),
            Geometry::LineString(vec![[4.9, 52.305], [4.91, 52.305]]),
        ),
        feature("n3", Class::Place, Some("School"), Geometry::Point([4.902, 52.302])),
        feature("A1", Class::Boundary, Some("Hof"), Geometry::Polygon(vec![ring(0.01)])),
    ];
    Plattegrond::new(
        BuurtRef { code: "A1".into(), name: "Hof & <Hof>".into() },
        String::new(),
        false,
        features,
    )
    .unwrap()
}

#[test]
fn names_are_text_and_never_markup() {
    let svg = draw("small", &small());
    assert!(svg.contains(">A&lt;b&gt;&amp;\"straat\"</text>"), "{svg}");
    assert!(svg.contains("<title>Hof &amp; &lt;Hof&gt;</title>"));
}

#[test]
fn the_picture_stands_alone_under_a_strict_policy() {
    let svg = draw("small", &small());
    for forbidden in ["style=", "<style", "<script", "url(", "<image", "@import", "href=\"http", " on"] {
        assert!(!svg.contains(forbidden), "{forbidden} in {svg}");
    }
    assert_eq!(svg.matches("http").count(), 1, "only the name space");
    for reference in svg.split("href=\"#").skip(1) {
        let id = reference.split('"').next().unwrap();
        assert!(svg.contains(&format!("id=\"{id}\"")), "{id}");
    }
}

#[test]
fn the_picture_is_the_boundary_and_150_metres_round_it() {
    let plattegrond = small();
    let projection = Projection::of(&plattegrond).unwrap();
    let [width, height] = projection.size();
    // 0.01° is 682 m east and 1,113 m north; with twice 150 m, at half a metre a unit.
    assert!((width - 1_964.0).abs() < 8.0 && (height - 2_826.0).abs() < 8.0, "{width} × {height}");
    assert!(draw("small", &plattegrond).contains(&format!("viewBox=\"0 0 {width} {height}\"")));
}
