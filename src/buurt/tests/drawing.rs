//! The drawn plattegrond.

use super::{svg::Lettering, *};

fn compressed(text: &str) -> usize {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut text.as_bytes(), &mut out, &params).unwrap();
    out.len()
}

#[test]
fn the_real_neighbourhoods_are_small_enough_to_send() {
    if let (Ok(from), Ok(folder)) = (std::env::var("DRAW_FROM"), std::env::var("BUURTBLIK_DRAW_TO")) {
        let drawn = Plattegrond::from_geojson(&std::fs::read_to_string(from).unwrap()).unwrap();
        let svg = svg::draw(&drawn, Lettering::Tablet).unwrap();
        println!("drawn {} {}", svg.len(), compressed(&svg));
        std::fs::write(format!("{folder}/demo.svg"), svg).unwrap();
        let svg = svg::draw(&drawn, Lettering::Phone).unwrap();
        std::fs::write(format!("{folder}/demophone.svg"), svg).unwrap();
    }
    for (name, found, most) in [
        ("frankendael", drawn_from_watergraafsmeer("BU0363MM05"), 30_000),
        ("tuindorp", drawn_from_watergraafsmeer("BU0363MM08"), 30_000),
        ("helsinki", helsinki(), 42_000),
    ] {
        let Some((_, plattegrond)) = found else { return };
        let svg = svg::draw(&plattegrond, Lettering::Tablet).unwrap();
        let size = compressed(&svg);
        println!("{name}: {} features, {} bytes, {size} compressed", plattegrond.features.len(), svg.len());
        if let Ok(folder) = std::env::var("BUURTBLIK_DRAW_TO") {
            std::fs::write(format!("{folder}/{name}.svg"), &svg).unwrap();
            std::fs::write(format!("{folder}/{name}.geojson"), plattegrond.to_geojson().unwrap()).unwrap();
        }
        assert!(size <= most, "{name}: {size} bytes");
    }
}
