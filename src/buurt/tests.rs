//! The room's tests. Those on real data find it through `BUURTBLIK_TEST_DATA`.

mod drawing;

use std::path::PathBuf;

use super::*;

/// Where the real data is; prints why a test is skipped when it is not there.
fn data(path: &str) -> Option<PathBuf> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data");
    let root = std::env::var("BUURTBLIK_TEST_DATA").unwrap_or_else(|_| default.to_owned());
    let found = PathBuf::from(root).join(path);
    if !found.exists() {
        eprintln!("skipped: {} is not there", found.display());
        return None;
    }
    Some(found)
}

fn frankendael() -> Option<(Boundary, Plattegrond)> {
    let file = data("boundaries/amsterdam_buurten_2024.geojson")?;
    let boundaries = Boundaries::read(&file, Fields { code: "cbsCode", name: "naam" }).unwrap();
    let boundary = boundaries.pick("BU0363MM05").unwrap();
    let drawn = import(&boundary, &[data("osm/amsterdam_watergraafsmeer.osm.pbf")?]).unwrap();
    Some((boundary, drawn))
}

/// An oval of 1.7 km² in the centre of Helsinki, drawn for this test.
fn helsinki() -> Option<(Boundary, Plattegrond)> {
    let ring = (0..=24).map(|step| {
        let angle = f64::from(step % 24) * std::f64::consts::TAU / 24.0;
        [24.945 + 0.0134 * angle.cos(), 60.1705 + 0.0066 * angle.sin()]
    });
    let geometry = Geometry::Polygon(vec![ring.collect()]);
    let boundary = Boundary { code: "HEL1".into(), name: "Kluuvi".into(), geometry };
    let drawn = import(&boundary, &[data("osm/helsinki_centre.osm.pbf")?]).unwrap();
    Some((boundary, drawn))
}
