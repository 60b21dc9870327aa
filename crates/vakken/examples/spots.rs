//! Whether a spot where some people spoke keeps its hill: sixty invented worlds of 300 people, against the direct sum of one side.
//!
//! `cargo run --release -p vakken --example spots`
#![allow(
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    missing_docs
)]

mod worlds;

use vakken::{Lattice, Voice, cut, spread};
use worlds::{AREA, Chance, ORIGIN, Pin, direct, world};

const K: u32 = 3;
/// The finest grain.
const SIGMA: f64 = 50.0;
/// How far people stand from the middle of a spot, in metres: a front door, a bench.
const ROUND: f64 = 8.0;

/// Whether the values have a place that is higher than its eight neighbours within so many metres of a spot.
fn has_hill(values: &[f64], lattice: &Lattice, spot: [f64; 2], within: f64) -> bool {
    let at = |column: usize, row: usize| values[row * lattice.columns + column];
    (1..lattice.rows - 1).any(|row| {
        (1..lattice.columns - 1).any(|column| {
            let (x, y) = (lattice.x + lattice.step * column as f64, lattice.y + lattice.step * row as f64);
            let here = at(column, row);
            let around = (row - 1..=row + 1).flat_map(|r| (column - 1..=column + 1).map(move |c| (c, r)));
            (x - spot[0]).hypot(y - spot[1]) <= within
                && here > 0.0
                && around.filter(|at| *at != (column, row)).all(|(c, r)| at(c, r) <= here)
        })
    })
}

/// A world in which `people` of its 300 spoke at each of three spots, on one side.
fn with_spots(seed: u64, people: u32) -> (Vec<Pin>, Vec<[f64; 2]>) {
    let mut pins = world(seed as usize % 3, seed, 300);
    let mut chance = Chance(seed ^ 0xABCD);
    let spots: Vec<[f64; 2]> = (0..1)
        .map(|_| [50.0 + chance.next() * (AREA[0] - 100.0), 50.0 + chance.next() * (AREA[1] - 100.0)])
        .map(|[x, y]| [ORIGIN[0] + x, ORIGIN[1] + y])
        .collect();
    for spot in &spots {
        let first = chance.below(300 - people as usize) as u32;
        for person in first..first + people {
            let [x, y] = spot.map(|middle| middle + ROUND * chance.normal());
            pins.push(Pin { voice: Voice { x, y, person, class: 0 }, side: 0, theme: 0 });
        }
    }
    (pins, spots)
}

fn main() {
    let (x, y) = (ORIGIN[0] - 150.0, ORIGIN[1] - 150.0);
    let lattice = Lattice { x, y, step: 10.0, columns: 116, rows: 91 };
    for people in [20, 10, 5] {
        let (mut hills, mut kept_50, mut kept_100) = (0_u32, 0_u32, 0_u32);
        for seed in 0..180 {
            let (pins, spots) = with_spots(seed, people);
            let side: Vec<&Pin> = pins.iter().filter(|pin| pin.side == 0).collect();
            let exact = direct(&side, &lattice, SIGMA);
            let told = cut(&side.iter().map(|pin| pin.voice).collect::<Vec<_>>(), K).unwrap_or_default();
            let drawn = spread(&told, SIGMA, &lattice);
            for spot in spots.into_iter().filter(|spot| has_hill(&exact, &lattice, *spot, 25.0)) {
                hills += 1;
                kept_50 += u32::from(has_hill(&drawn, &lattice, spot, 50.0));
                kept_100 += u32::from(has_hill(&drawn, &lattice, spot, 100.0));
            }
        }
        let share = |kept: u32| 100.0 * f64::from(kept) / f64::from(hills.max(1));
        println!(
            "spots of {people} people: {hills} hills; within 50 m {:.0} %, within 100 m {:.0} %",
            share(kept_50),
            share(kept_100)
        );
    }
}
