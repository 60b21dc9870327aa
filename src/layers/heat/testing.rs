//! What the tests of this room share: pins from nowhere, and a plain projection.

#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use proptest::prelude::*;

use vakken::{Voice, cut};

use super::{
    draw::draw,
    grid::Lattice,
    layer::HeatGrid,
    model::{Bandwidth, RdBbox},
    provenance::Provenance,
};

/// A pin from nowhere: RD metres, and whose it is.
#[derive(Debug, Clone, Copy)]
pub struct HeatPin {
    pub x: f64,
    pub y: f64,
    pub participant: u32,
}

/// The layer of pins: cut into squares that tell of at least `k` people, and drawn from these.
pub fn layer(area: RdBbox, pins: &[HeatPin], bandwidth: Bandwidth, k: u32) -> HeatGrid {
    let voice = |pin: &HeatPin| Voice { x: pin.x, y: pin.y, person: pin.participant, class: 0 };
    let told = cut(&pins.iter().map(voice).collect::<Vec<_>>(), k).unwrap();
    draw(Lattice::for_area(area).unwrap(), &told, bandwidth)
}

/// The folder `name` of the test data, or a printed reason why the test skips.
pub fn test_data(name: &str) -> Option<PathBuf> {
    let root = std::env::var_os("BUURTBLIK_TEST_DATA")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data")), PathBuf::from);
    let folder = root.join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no test data in {}", folder.display());
    None
}

/// The numbers of a CSV file below its first line.
pub fn read_columns(path: &std::path::Path) -> Vec<Vec<f64>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.records().map(|r| r.unwrap().iter().map(|f| f.parse().unwrap()).collect()).collect()
}

/// The lattice of nodes that run along x first, from the south-west; printed to the centimetre.
pub fn lattice_of(nodes: &[Vec<f64>]) -> Lattice {
    let nx = nodes.iter().take_while(|n| n[1] == nodes[0][1]).count();
    let (ny, last) = (nodes.len() / nx, &nodes[nodes.len() - 1]);
    Lattice {
        x0: nodes[0][0],
        y0: nodes[0][1],
        dx: (last[0] - nodes[0][0]) / (nx - 1) as f64,
        dy: (last[1] - nodes[0][1]) / (ny - 1) as f64,
        nx,
        ny,
    }
}

/// Up to sixty pins of up to twenty participants in a square of 640 m. Coordinates are multiples of 1/64 m,
/// so that adding whole metres to them is exact.
pub fn pins_strategy() -> impl Strategy<Value = Vec<HeatPin>> {
    let coordinate = || (0u32..40_960).prop_map(|n| f64::from(n) / 64.0);
    let pin = (coordinate(), coordinate(), 0u32..20);
    let pin = pin.prop_map(|(x, y, participant)| HeatPin { x, y, participant });
    prop::collection::vec(pin, 1..60)
}

/// Eighty pins of thirty invented participants around five places, always the same.
pub fn invented_pins() -> Vec<HeatPin> {
    let hearts = [
        (260.0, 310.0, 45.0),
        (620.0, 520.0, 80.0),
        (430.0, 700.0, 55.0),
        (780.0, 180.0, 60.0),
        (150.0, 690.0, 30.0),
    ];
    let mut state = 20_240_917_u64;
    let mut random = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f64 / f64::from(1 << 24)
    };
    (0..80u32)
        .map(|n| {
            let (x, y, spread) = hearts[n as usize * 7 % 16 % 5];
            let mut gauss = || (0..6).map(|_| random() - 0.5).sum::<f64>() * 1.4;
            HeatPin {
                x: 121_000.0 + x + gauss() * spread,
                y: 486_000.0 + y + gauss() * spread,
                participant: n % 30,
            }
        })
        .collect()
}

/// The area of the invented pins: a buurt of 950 by 850 m.
pub const INVENTED_AREA: RdBbox =
    RdBbox { min_x: 121_000.0, min_y: 486_000.0, max_x: 121_950.0, max_y: 486_850.0 };

/// The layer of the invented pins.
pub fn invented_layer(bandwidth: Bandwidth) -> HeatGrid {
    layer(INVENTED_AREA, &invented_pins(), bandwidth, 3)
}

/// What the invented layer rests on.
pub fn invented_provenance() -> Provenance {
    Provenance {
        traject: "Wonen & café Voorbeeld".to_owned(),
        area: "Voorbeeldbuurt".to_owned(),
        theme: "all".to_owned(),
        kind: "sterk".to_owned(),
        moment: None,
        voices: Some(66),
        shown: true,
        squares: Some((100, 400)),
        reason: None,
        moments: Vec::new(),
        audiences: Vec::new(),
        warnings: Vec::new(),
        k: 3,
        bandwidth: Bandwidth::Normal,
        attribution: "© OpenStreetMap contributors".to_owned(),
        invented: true,
    }
}

/// Metres to degrees near Amsterdam on a flat earth: enough to test geometry, not to place anything.
pub fn to_lonlat(x: f64, y: f64) -> (f64, f64) {
    (4.9 + (x - 121_000.0) / 68_300.0, 52.36 + (y - 486_000.0) / 111_250.0)
}

/// The way back from [`to_lonlat`].
pub fn to_rd(lon: f64, lat: f64) -> (f64, f64) {
    (121_000.0 + (lon - 4.9) * 68_300.0, 486_000.0 + (lat - 52.36) * 111_250.0)
}
