use std::f64::consts::TAU;

use proptest::prelude::*;

use super::*;
use crate::layers::heat::testing::{read_columns, test_data};

/// What is promised, as a share of the peak; the tests below ask a tenth of it where cells are as in a layer.
const PROMISED: f64 = 0.005;

fn direct(spots: &[Spot], sigma: f64, x: f64, y: f64) -> f64 {
    let squared = |spot: &Spot| (spot.x - x).powi(2) + (spot.y - y).powi(2);
    let sum: f64 = spots.iter().map(|s| s.weight * (-squared(s) / (2.0 * sigma * sigma)).exp()).sum();
    sum * M2_PER_KM2 / (TAU * sigma * sigma)
}

fn peak(raster: &Raster) -> f64 {
    f64::from(raster.values().iter().copied().fold(0.0, f32::max))
}

/// Wider than the spots of the strategy (0–640 m) reach with the coarsest kernel.
fn lattice() -> Lattice {
    Lattice { x0: -700.0, y0: -700.0, dx: 10.0, dy: 10.0, nx: 204, ny: 210 }
}

/// Coordinates in multiples of 1/64 m, so that moving them by whole metres is exact.
fn spots() -> impl Strategy<Value = Vec<Spot>> {
    let coordinate = || (0_u32..40_960).prop_map(|n| f64::from(n) / 64.0);
    let spot = (coordinate(), coordinate(), 1_u32..60).prop_map(|(x, y, n)| Spot {
        x,
        y,
        weight: f64::from(n) / 3.0,
    });
    prop::collection::vec(spot, 1..80)
}

fn sigma() -> impl Strategy<Value = f64> {
    prop::sample::select(vec![50.0, 75.0, 120.0])
}

fn raster(spots: &[Spot], sigma: f64) -> Raster {
    Raster::new(&lattice(), spots, sigma).unwrap()
}

#[test]
fn the_squirrels_of_central_park_have_the_density_that_scikit_learn_gives_them() {
    let Some(data) = test_data("oracle") else { return };
    let nodes = read_columns(&data.join("squirrel_kde_gauss75m.csv"));
    let places = read_columns(&data.join("squirrel_utm18n.csv"));
    let spots: Vec<Spot> = places.iter().map(|p| Spot { x: p[0], y: p[1], weight: 1.0 }).collect();
    let lattice = crate::layers::heat::testing::lattice_of(&nodes);
    let ours = Raster::new(&lattice, &spots, 75.0).unwrap();
    let peak = nodes.iter().map(|n| n[2]).fold(0.0, f64::max);
    let off = ours.values().iter().zip(&nodes).map(|(v, n)| (f64::from(*v) - n[2]).abs());
    let worst = off.fold(0.0, f64::max) / peak;
    println!("cells of {:.1} by {:.1} m: worst error {worst:.1e} of the peak", lattice.dx, lattice.dy);
    assert!(worst <= PROMISED / 5.0);
}

#[test]
fn points_enough_for_two_processors_are_as_exact_as_few() {
    let spots: Vec<Spot> = (0_u32..60_000)
        .map(|n| Spot {
            x: f64::from(n * 7919 % 64_000) / 100.0,
            y: f64::from(n * 47_143 % 63_997) / 100.0,
            weight: 1.0,
        })
        .collect();
    let ours = raster(&spots, 50.0);
    for cell in [(70, 70), (100, 80), (120, 131), (90, 99), (133, 70), (60, 140)] {
        let (x, y) = (lattice().x(cell.0), lattice().y(cell.1));
        let off = f64::from(ours.values()[cell.1 * 204 + cell.0]) - direct(&spots, 50.0, x, y);
        assert!(off.abs() <= PROMISED / 10.0 * peak(&ours), "{off}");
    }
    let turned: Vec<Spot> = spots.iter().rev().copied().collect();
    assert_eq!(ours, raster(&turned, 50.0), "the order makes no difference, to the last bit");
}

#[test]
fn spots_outside_the_lattice_take_part_and_those_far_outside_make_no_difference() {
    let lattice = Lattice { x0: 0.0, y0: 0.0, dx: 10.0, dy: 10.0, nx: 3, ny: 2 };
    let at = |x, y| [Spot { x, y, weight: 1.0 }];
    let outside = Raster::new(&lattice, &at(-150.0, 0.0), 75.0).unwrap();
    let expected = direct(&at(-150.0, 0.0), 75.0, 0.0, 0.0);
    assert!((f64::from(outside.values()[0]) / expected - 1.0).abs() < 1e-3);
    for far in [at(-1e6, 0.0), at(0.0, 9e6), at(500.0, -420.0), at(-390.0, 30.0)] {
        let none = Raster::new(&lattice, &far, 75.0).unwrap();
        assert!(none.values().iter().all(|value| *value < 1e-3), "{far:?}");
    }
    assert!(Raster::new(&lattice, &[], 75.0).unwrap().values().iter().all(|value| *value == 0.0));
}

#[test]
fn what_is_no_place_no_weight_or_no_bandwidth_is_refused() {
    let ok = Spot { x: 0.0, y: 0.0, weight: 1.0 };
    let with = |spot| Raster::new(&lattice(), &[ok, spot], 75.0).err();
    assert_eq!(with(ok), None);
    for x in [f64::NAN, f64::INFINITY, 1e9] {
        assert_eq!(with(Spot { x, ..ok }), Some(HeatError::Coordinate));
        assert_eq!(with(Spot { y: x, ..ok }), Some(HeatError::Coordinate));
        assert_eq!(raster(&[ok], 75.0).add(Spot { x, ..ok }), Err(HeatError::Coordinate));
    }
    for weight in [f64::NAN, -1.0, f64::INFINITY, 1e6] {
        assert_eq!(with(Spot { weight, ..ok }), Some(HeatError::Weight));
    }
    for sigma in [0.0, -75.0, f64::NAN, f64::INFINITY] {
        assert!(matches!(Raster::new(&lattice(), &[ok], sigma), Err(HeatError::Bandwidth(_))), "{sigma}");
    }
    for sigma in [1e-4, 1e-300] {
        assert!(
            matches!(Raster::new(&lattice(), &[ok], sigma), Err(HeatError::GridTooLarge { .. })),
            "{sigma}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_cell_is_the_direct_sum(spots in spots(), sigma in sigma(), cells in prop::array::uniform8(0_usize..42_840)) {
        let ours = raster(&spots, sigma);
        for cell in cells {
            let (x, y) = (lattice().x(cell % 204), lattice().y(cell / 204));
            let off = f64::from(ours.values()[cell]) - direct(&spots, sigma, x, y);
            prop_assert!(off.abs() <= PROMISED / 10.0 * peak(&ours), "{} of {}", off, peak(&ours));
        }
    }

    #[test]
    fn cells_wider_than_the_kernel_are_as_exact(spots in spots(), nx in 2_usize..9, wide in 20.0..200.0) {
        let lattice = Lattice { x0: -31.0, y0: 12.0, dx: wide, dy: 0.7 * wide, nx, ny: 7 };
        let ours = Raster::new(&lattice, &spots, 50.0).unwrap();
        // The peak of the density may lie between such cells.
        let peak = peak(&raster(&spots, 50.0));
        for (cell, value) in ours.values().iter().enumerate() {
            let off = f64::from(*value) - direct(&spots, 50.0, lattice.x(cell % nx), lattice.y(cell / nx));
            prop_assert!(off.abs() <= PROMISED / 5.0 * peak, "{} of {}", off, peak);
        }
    }

    #[test]
    fn the_total_mass_is_kept(spots in spots(), sigma in sigma()) {
        let mass: f64 = raster(&spots, sigma).values().iter().map(|v| f64::from(*v)).sum::<f64>() * lattice().cell_km2();
        let weight: f64 = spots.iter().map(|spot| spot.weight).sum();
        prop_assert!((mass / weight - 1.0).abs() < 1e-5, "{} {}", mass, weight);
    }

    #[test]
    fn moving_everything_by_whole_cells_changes_no_bit(spots in spots(), i in -900_i32..900, j in -900_i32..900) {
        let (dx, dy) = (f64::from(i) * 10.0, f64::from(j) * 10.0);
        let moved: Vec<Spot> = spots.iter().map(|s| Spot { x: s.x + dx, y: s.y + dy, ..*s }).collect();
        let there = Lattice { x0: lattice().x0 + dx, y0: lattice().y0 + dy, ..lattice() };
        let there = Raster::new(&there, &moved, 50.0).unwrap();
        let here = raster(&spots, 50.0);
        prop_assert_eq!(here.values(), there.values());
    }

    #[test]
    fn the_order_of_spots_changes_no_bit(spots in spots(), shuffled in spots().prop_shuffle()) {
        let both: Vec<Spot> = spots.iter().chain(&shuffled).copied().collect();
        let other: Vec<Spot> = shuffled.iter().rev().chain(spots.iter().rev()).copied().collect();
        prop_assert_eq!(raster(&both, 75.0), raster(&other, 75.0));
    }

    #[test]
    fn one_more_spot_lowers_no_cell(spots in spots(), sigma in sigma()) {
        let (less, more) = (raster(&spots[1..], sigma), raster(&spots, sigma));
        prop_assert!(less.values().iter().zip(more.values()).all(|(less, more)| less <= more));
    }

    #[test]
    fn a_spot_that_is_added_gives_what_all_together_give(spots in spots(), sigma in sigma(), wide in 5.0..90.0, x in -1e3..2e3) {
        let lattice = Lattice { dx: wide, dy: wide, nx: 61, ny: 43, ..lattice() };
        let mut spots = spots;
        spots[0].x = x;
        let mut added = Raster::new(&lattice, &spots[1..], sigma).unwrap();
        added.add(spots[0]).unwrap();
        let whole = Raster::new(&lattice, &spots, sigma).unwrap();
        let bound = 1e-5 * peak(&whole) + 1e-9;
        for (added, whole) in added.values().iter().zip(whole.values()) {
            prop_assert!(f64::from((added - whole).abs()) <= bound, "{} {}", added, whole);
        }
    }
}
