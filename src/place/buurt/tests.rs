//! The room's tests. Those on real data find it through `BUURTBLIK_TEST_DATA`.

// A skipped test says why, and a measured one what it found.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod boundaries;
mod coordinates;
mod drawing;
mod names;
mod openstreetmap;

use std::path::PathBuf;
use std::time::Duration;

use geo::{Geometry, Polygon};

use super::*;

/// How long this thread worked until now: what else a machine does does not count.
pub(super) fn worked() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

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

/// A surface without holes, of degrees.
fn surface(ring: Vec<[f64; 2]>) -> Geometry {
    Geometry::Polygon(Polygon::new(ring.into(), Vec::new()))
}

/// A neighbourhood of Amsterdam with the file of its corner of the city.
fn drawn_from_watergraafsmeer(code: &str) -> Option<(Boundary, Plattegrond)> {
    let file = data("boundaries/amsterdam_buurten_2024.geojson")?;
    let boundaries = Boundaries::read(&file, Fields::named("cbsCode", "naam")).unwrap();
    let boundary = boundaries.pick(code).unwrap();
    let drawn = import(&boundary, &[data("osm/amsterdam_watergraafsmeer.osm.pbf")?]).unwrap();
    Some((boundary, drawn))
}

/// A neighbourhood in the centre of Helsinki, drawn for these tests: 1.0 km², 1.8 km² with its margin.
fn helsinki() -> Option<(Boundary, Plattegrond)> {
    let ring = vec![
        [24.9383, 60.1660],
        [24.9412, 60.1655],
        [24.9506, 60.1657],
        [24.9508, 60.1705],
        [24.9502, 60.1748],
        [24.9478, 60.1776],
        [24.9390, 60.1772],
        [24.9378, 60.1721],
        [24.9383, 60.1660],
    ];
    let geometry = surface(ring);
    let boundary = Boundary { code: "HEL1".into(), name: "Kluuvi".into(), geometry };
    let drawn = import(&boundary, &[data("osm/helsinki_centre.osm.pbf")?]).unwrap();
    Some((boundary, drawn))
}
