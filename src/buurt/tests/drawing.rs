//! The drawn plattegrond.

use super::*;

fn compressed(text: &str) -> usize {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut text.as_bytes(), &mut out, &params).unwrap();
    out.len()
}

#[test]
fn the_real_neighbourhoods_are_small_enough_to_send() {
    for (name, found, most) in [("frankendael", frankendael(), 30_000), ("helsinki", helsinki(), 42_000)] {
        let Some((_, plattegrond)) = found else { return };
        let svg = svg::draw(&plattegrond).unwrap();
        let size = compressed(&svg);
        println!("{name}: {} features, {} bytes, {size} compressed", plattegrond.features.len(), svg.len());
        if let Ok(folder) = std::env::var("BUURTBLIK_DRAW_TO") {
            std::fs::write(format!("{folder}/{name}.svg"), &svg).unwrap();
            std::fs::write(format!("{folder}/{name}.geojson"), plattegrond.to_geojson().unwrap()).unwrap();
        }
        assert!(size <= most, "{name}: {size} bytes");
    }
}
