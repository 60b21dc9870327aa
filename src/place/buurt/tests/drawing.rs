//! The drawn plattegrond.

use sha2::{Digest as _, Sha256};

use super::pictures::{self, Part};
use super::*;

fn compressed(text: &str) -> usize {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut text.as_bytes(), &mut out, &params).unwrap();
    out.len()
}

/// Draws the whole and the ground with every set of letters; to look at the pictures, name a folder in `BUURTBLIK_DRAW_TO`.
fn draw(name: &str, plattegrond: &Plattegrond) -> String {
    let whole = svg::draw(plattegrond).unwrap();
    let sets: Vec<String> = (0..).map_while(|set| lettering::draw(plattegrond, set)).collect();
    if let Ok(folder) = std::env::var("BUURTBLIK_DRAW_TO") {
        let write = |end: &str, text: &str| std::fs::write(format!("{folder}/{name}{end}"), text).unwrap();
        write(".svg", &whole);
        write("-grond.svg", &svg::ground(plattegrond).unwrap());
        for (set, picture) in sets.iter().enumerate() {
            write(&format!("-letters-{set}.svg"), picture);
        }
        write(".geojson", &plattegrond.to_geojson().unwrap());
    }
    assert_eq!(sets.len(), lettering::sizes(Projection::of(plattegrond).unwrap().size()).len());
    assert!(names_in(&sets[0]) <= names_in(&sets[1]));
    whole
}

fn names_in(picture: &str) -> usize {
    picture.matches("<text").count()
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
        let ground = compressed(&svg::ground(&plattegrond).unwrap());
        for (set, picture) in (0..).map_while(|set| Some((set, lettering::draw(&plattegrond, set)?))) {
            let letters = compressed(&picture);
            println!("  set {set}: {} names, {letters} compressed", names_in(&picture));
            // What is seen first comes before anything else; what one sees from near is larger, and comes when it is asked for.
            assert!(
                ground + letters <= if set <= lettering::TABLET { most } else { 2 * most },
                "{name} {set}: {letters} bytes"
            );
        }
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
        feature("w1", Class::Building, None, surface(ring(0.001))),
        feature(
            "w2",
            Class::Street,
            Some("A<b>&\u{1}\"straat\""),
            Geometry::LineString(vec![[4.9, 52.305], [4.91, 52.305]].into()),
        ),
        feature("n3", Class::Place, Some("School"), Geometry::Point([4.902, 52.302].into())),
        feature("A1", Class::Boundary, Some("Hof"), surface(ring(0.01))),
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

#[test]
fn from_near_there_are_more_names_and_none_over_another() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/maps/voorbeeldbuurt.geojson");
    let plattegrond = Plattegrond::from_geojson(&std::fs::read_to_string(path).unwrap()).unwrap();
    let sets: Vec<String> = (0..).map_while(|set| lettering::draw(&plattegrond, set)).collect();
    let counts: Vec<usize> = sets.iter().map(|set| names_in(set)).collect();
    assert!(counts.windows(2).all(|pair| pair[0] <= pair[1]), "{counts:?}");
    let named = plattegrond.of(Class::Place).filter_map(|place| place.properties.name.clone());
    let nearest = sets.last().unwrap();
    let shown = named.filter(|name| nearest.contains(&format!(">{}<", name.replace('&', "&amp;")))).count();
    assert!(shown >= 10, "small places have their names from near: {shown}");
}

#[test]
fn letters_of_a_set_can_be_read_at_every_size_between_it_and_the_next() {
    for size in
        [[700.0, 700.0], [2_566.0, 2_044.0], [2_000.0, 9_000.0], [20_000.0, 20_000.0], [120_000.0, 90_000.0]]
    {
        let sets = lettering::sizes(size);
        assert!(sets.len() >= 2, "{size:?}: {sets:?}");
        for pair in sets.windows(2) {
            assert!((1.5..1.7).contains(&(pair[0] / pair[1])), "{sets:?}");
        }
        // The finest is read as near as one can look.
        let finest = sets.last().unwrap() * lettering::NEAREST;
        assert!(
            (lettering::LEAST_PX * 0.9..lettering::LEAST_PX * 1.8).contains(&finest),
            "{size:?}: {finest}"
        );
    }
}

/// Browsers keep the ground and the letters for a year under an address that has no hash of them.
#[test]
fn who_changes_how_the_parts_look_gives_them_a_new_address() {
    let small = small();
    let mut hash = Sha256::new();
    hash.update(svg::ground(&small).unwrap());
    for set in (0..).map_while(|set| lettering::draw(&small, set)) {
        hash.update(set);
    }
    let known = (pictures::LOOK, hex::encode(&hash.finalize()[..8]));
    assert_eq!(known, ("1", "1bb5ee8dd868bcf7".to_owned()), "raise LOOK in pictures.rs, and write both here");
}

#[test]
fn only_addresses_of_this_look_are_parts() {
    assert_eq!(Part::of("grond-1.svg"), Some(Part::Ground));
    assert_eq!(Part::of("letters-1-0.svg"), Some(Part::Lettering(0)));
    for other in [
        "grond-0.svg",
        "grond.svg",
        "letters-1.svg",
        "letters-1-.svg",
        "letters-1--1.svg",
        "letters-1-999.svg",
        "letters-1-14.svg",
        "letters-1-05.svg",
        "letters-1-+5.svg",
        "letters-2-0.svg",
        "x.svg",
    ] {
        assert_eq!(Part::of(other), None, "{other}");
    }
}
