//! How well the squares keep the picture: sixty invented worlds, against the direct sum of everybody.
//!
//! `cargo run --release -p vakken --example fidelity`
#![allow(
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    missing_docs
)]

mod worlds;

use vakken::{Lattice, Vak, cut, reached, spread};
use worlds::{ORIGIN, Pin, THEMES, direct, world};

const K: u32 = 3;
const SIGMA: f64 = 75.0;

/// Pearson's correlation over the places that are told, and the share of places that are not.
fn correlation(vakken: &[Vak], lattice: &Lattice, direct: &[f64]) -> (f64, f64) {
    let (drawn, near) = (spread(vakken, SIGMA, lattice), reached(vakken, SIGMA, lattice));
    let told: Vec<_> =
        drawn.iter().zip(direct).zip(near).filter(|(_, near)| *near).map(|(pair, _)| pair).collect();
    let count = told.len() as f64;
    let mean = |of: fn(&(&f64, &f64)) -> f64| told.iter().map(of).sum::<f64>() / count;
    let (a, b) = (mean(|pair| *pair.0), mean(|pair| *pair.1));
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (x, y) in &told {
        ab += (*x - a) * (*y - b);
        aa += (*x - a).powi(2);
        bb += (*y - b).powi(2);
    }
    (ab / (aa * bb).sqrt().max(1e-12), 1.0 - count / drawn.len() as f64)
}

/// The stacks of a release: by side, or by side and theme, where a theme of fewer than 30 people joins "overig".
fn stacks(pins: &[Pin], themes: bool) -> Vec<(usize, usize, Vec<&Pin>)> {
    let mut stacks = Vec::new();
    for side in 0..2 {
        let mut rest = Vec::new();
        for theme in 0..THEMES.len() {
            let of: Vec<&Pin> = pins.iter().filter(|pin| pin.side == side && pin.theme == theme).collect();
            let mut people: Vec<_> = of.iter().map(|pin| pin.voice.person).collect();
            people.sort_unstable();
            people.dedup();
            if themes && people.len() >= 30 { stacks.push((side, theme, of)) } else { rest.extend(of) }
        }
        stacks.push((side, 99, rest));
    }
    stacks
}

fn table(pins: &[&Pin]) -> Vec<Vak> {
    cut(&pins.iter().map(|pin| pin.voice).collect::<Vec<_>>(), K).unwrap_or_default()
}

fn main() {
    let lattice = Lattice { x: ORIGIN[0], y: ORIGIN[1], step: 20.0, columns: 43, rows: 31 };
    for (people, themes) in [(300, false), (300, true), (100, false), (40, false)] {
        let mut found: [Vec<(f64, f64)>; 4] = Default::default();
        for seed in 0..60 {
            let pins = world(seed as usize % 3, seed, people);
            let stacks = stacks(&pins, themes);
            let mut all = Vec::new();
            let mut largest: Option<(usize, f64, f64)> = None;
            for side in 0..2 {
                let mut of_side = Vec::new();
                for (_, theme, of) in stacks.iter().filter(|stack| stack.0 == side) {
                    let vakken = table(of);
                    if *theme != 99 && largest.is_none_or(|known| known.0 < of.len()) {
                        let (fit, null) = correlation(&vakken, &lattice, &direct(of, &lattice, SIGMA));
                        largest = Some((of.len(), fit, null));
                    }
                    of_side.extend(vakken);
                }
                let spoken: Vec<&Pin> = pins.iter().filter(|pin| pin.side == side).collect();
                found[1 + side].push(correlation(&of_side, &lattice, &direct(&spoken, &lattice, SIGMA)));
                all.extend(of_side);
            }
            let everybody: Vec<&Pin> = pins.iter().collect();
            found[0].push(correlation(&all, &lattice, &direct(&everybody, &lattice, SIGMA)));
            found[3].extend(largest.map(|(_, fit, null)| (fit, null)));
        }
        for (name, mut fits) in ["all", "sterk", "beter", "largest theme"].into_iter().zip(found) {
            if fits.is_empty() {
                continue;
            }
            fits.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mean = fits.iter().map(|fit| fit.0).sum::<f64>() / fits.len() as f64;
            let null = fits.iter().map(|fit| fit.1).sum::<f64>() / fits.len() as f64;
            let (median, tenth) = (fits[fits.len() / 2].0, fits[fits.len() / 10].0);
            println!(
                "{people} people, themes {themes}, {name}: mean {mean:.3}, median {median:.3}, tenth {tenth:.3}; not told {null:.2}"
            );
        }
    }
}
