use geo::{Area, BooleanOps, Contains, Intersects, Point, Validation};
use proptest::prelude::*;

use super::*;
use crate::layers::heat::{
    model::RdBbox,
    testing::{HeatPin, INVENTED_AREA, invented_layer, invented_pins, layer, pins_strategy, to_lonlat},
};
use crate::platform::geojson::json;

/// Centres, corners and sides of a cell, a little inside it.
fn places_in(grid: &HeatGrid, i: usize, j: usize) -> impl Iterator<Item = Point<f64>> {
    let (x, y) = (grid.lattice().x(i), grid.lattice().y(j));
    let offsets = [-4.8, 0.0, 4.8];
    offsets.into_iter().flat_map(move |dx| offsets.map(|dy| Point::from(to_lonlat(x + dx, y + dy))))
}

fn check(grid: &HeatGrid, bands: &Isobands) {
    let areas = || std::iter::once(&bands.suppressed).chain(bands.bands.iter().map(|b| &b.area));
    for area in areas() {
        assert!(area.is_valid(), "{:?}", area.validation_errors());
    }
    let whole = |area: &MultiPolygon<f64>| area.unsigned_area();
    let extent = grid.lattice().extent();
    let corner = |x, y| {
        let (lon, lat) = to_lonlat(x, y);
        ((lon * DEGREE).round() / DEGREE, (lat * DEGREE).round() / DEGREE)
    };
    let (west, south) = corner(extent.min_x, extent.min_y);
    let (east, north) = corner(extent.max_x, extent.max_y);
    let total: f64 = areas().map(whole).sum();
    let expected = (east - west) * (north - south);
    assert!((total / expected - 1.0).abs() < 1e-6, "they cover the grid once: {total} {expected}");
}

#[test]
fn bands_are_valid_cover_the_grid_once_and_overlap_nowhere() {
    for bandwidth in Bandwidth::ALL {
        let grid = invented_layer(bandwidth);
        let bands = isobands(&grid, to_lonlat);
        check(&grid, &bands);
        assert_eq!(bands.bands.len(), 5);
        for pair in bands.bands.windows(2) {
            assert_eq!(pair[0].upper, pair[1].lower);
            let overlap = pair[0].area.intersection(&pair[1].area).unsigned_area();
            assert!(overlap < 1e-5 * pair[1].area.unsigned_area(), "{overlap}");
        }
        println!("{bandwidth} m: {} bytes of GeoJSON", bands.to_geojson(true).to_string().len());
    }
}

#[test]
fn every_published_centre_lies_in_the_band_of_its_value_and_no_suppressed_cell_in_any() {
    let grid = invented_layer(Bandwidth::Fine);
    let bands = isobands(&grid, to_lonlat);
    for j in (0..grid.lattice().ny).step_by(2) {
        for i in 0..grid.lattice().nx {
            let centre = Point::from(to_lonlat(grid.lattice().x(i), grid.lattice().y(j)));
            if let Some(value) = grid.value(i, j) {
                let own = bands.bands.iter().find(|b| b.area.contains(&centre)).unwrap();
                assert!(own.lower <= value && value <= own.upper, "{value} in {}", own.class);
            } else {
                for place in places_in(&grid, i, j) {
                    assert!(!bands.bands.iter().any(|b| b.area.intersects(&place)));
                }
                assert!(bands.suppressed.contains(&centre));
            }
        }
    }
}

#[test]
fn levels_are_readable_and_the_last_one_holds_the_peak() {
    assert_eq!(levels(437.0), [0.0, 44.0, 110.0, 220.0, 330.0, 440.0]);
    assert_eq!(levels(84.8), [0.0, 8.5, 21.0, 42.0, 64.0, 85.0]);
    assert_eq!(levels(400.0)[5], 410.0);
    assert_eq!(levels(0.031)[5].to_string(), "0.032");
}

#[test]
fn a_layer_with_nothing_to_show_is_one_suppressed_feature() {
    let grid = layer(INVENTED_AREA, &[], Bandwidth::Normal, 3);
    let json = json(&isobands(&grid, to_lonlat).to_geojson(true));
    assert_eq!(json["features"].as_array().unwrap().len(), 1);
    assert_eq!(json["features"][0]["properties"]["suppressed"], true);
    assert!(json["pins"].is_null());
}

#[test]
fn a_feature_says_its_ends_and_its_class_and_six_decimals() {
    let json = json(&isobands(&invented_layer(Bandwidth::Normal), to_lonlat).to_geojson(true));
    let first = &json["features"][0];
    assert_eq!(first["properties"]["class"], 1);
    assert_eq!(first["properties"]["name"], "weinig");
    assert_eq!(first["properties"]["lower"], 0.0);
    let point = first["geometry"]["coordinates"][0][0][0].to_string();
    assert!(point.len() <= "[4.123456,52.123456]".len(), "{point}");
}

#[test]
fn a_hole_belongs_to_the_island_it_lies_in() {
    let square = |at: f64, side: f64, hole: bool| {
        let mut ring = vec![(at, at), (at + side, at), (at + side, at + side), (at, at + side)];
        if hole {
            ring.reverse();
        }
        ring
    };
    let shapes = assemble(vec![
        square(0.0, 100.0, false),
        square(30.0, 10.0, true),
        square(10.0, 80.0, true),
        square(20.0, 60.0, false),
    ]);
    assert_eq!(shapes.iter().map(|s| (s.0[0].0, s.1.len())).collect::<Vec<_>>(), [(20.0, 1), (0.0, 1)]);
    assert_eq!(shapes[0].1[0].len(), 4);
}

#[test]
fn odd_input_gives_valid_bands_all_the_same() {
    let at = |x: f64, y: f64, participant| HeatPin { x: 121_000.0 + x, y: 486_000.0 + y, participant };
    let one_spot: Vec<HeatPin> = (0..9).map(|n| at(10.0, 10.0, n)).collect();
    let in_line: Vec<HeatPin> = (0..9).map(|n| at(f64::from(n) * 40.0, f64::from(n) * 40.0, n)).collect();
    let outside: Vec<HeatPin> = (0..9).map(|n| at(-150.0, f64::from(n), n)).collect();
    for (side, pins) in [(20.0, &one_spot), (400.0, &in_line), (20.0, &outside), (0.0, &one_spot)] {
        let (min_x, min_y) = (121_000.0, 486_000.0);
        let area = RdBbox { min_x, min_y, max_x: min_x + side, max_y: min_y + side };
        for bandwidth in Bandwidth::ALL {
            let grid = layer(area, pins, bandwidth, 3);
            assert!(grid.peak().is_some());
            check(&grid, &isobands(&grid, to_lonlat));
        }
    }
}

#[test]
fn a_buurt_of_20_km_is_drawn_too() {
    let (min_x, min_y) = (121_000.0, 486_000.0);
    let area = RdBbox { min_x, min_y, max_x: min_x + 20_000.0, max_y: min_y + 20_000.0 };
    let start = std::time::Instant::now();
    let grid = layer(area, &invented_pins(), Bandwidth::Normal, 3);
    let bands = isobands(&grid, to_lonlat);
    println!("{} cells: {:.0} ms", grid.lattice().len(), start.elapsed().as_secs_f64() * 1e3);
    assert_eq!(bands.bands.len(), 5);
    assert!(bands.suppressed.is_valid());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_layer_gives_valid_bands_that_cover_it(pins in pins_strategy(), k in 3u32..9, grain in 0usize..3) {
        let area = RdBbox { min_x: 0.0, min_y: 0.0, max_x: 640.0, max_y: 640.0 };
        let grid = layer(area, &pins, Bandwidth::ALL[grain], k);
        let near = |x: f64, y: f64| to_lonlat(x + 121_000.0, y + 486_000.0);
        let bands = isobands(&grid, near);
        for area in bands.bands.iter().map(|b| &b.area).chain([&bands.suppressed]) {
            prop_assert!(area.is_valid(), "{:?}", area.validation_errors());
        }
        for (n, value) in grid.values().enumerate().step_by(37) {
            let (i, j) = (n % grid.lattice().nx, n / grid.lattice().nx);
            let centre = Point::from(near(grid.lattice().x(i), grid.lattice().y(j)));
            let own = bands.bands.iter().find(|b| b.area.intersects(&centre));
            match (value, own) {
                (Some(value), Some(own)) => prop_assert!(own.lower <= value && value <= own.upper),
                (None, None) => {}
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }
}
