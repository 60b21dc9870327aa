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

use vakken::{Lattice, Vak, Voice, cut, reached, spread};

const AREA: [f64; 2] = [850.0, 600.0];
const ORIGIN: [f64; 2] = [121_137.0, 486_219.0];
const K: u32 = 3;
const SIGMA: f64 = 75.0;
/// Shares of the themes: some are spoken of much, some hardly.
const THEMES: [f64; 8] = [0.24, 0.2, 0.16, 0.12, 0.1, 0.08, 0.06, 0.04];

/// A generator of numbers that is the same everywhere (`SplitMix64`, Steele, Lea and Flood 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        (-2.0 * (1.0 - self.next()).ln()).sqrt() * (std::f64::consts::TAU * self.next()).cos()
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() * count as f64) as usize
    }

    fn anywhere(&mut self) -> [f64; 2] {
        [self.next() * AREA[0], self.next() * AREA[1]]
    }
}

struct Pin {
    voice: Voice,
    side: usize,
    theme: usize,
}

fn world(kind: usize, seed: u64, people: u32) -> Vec<Pin> {
    let mut chance = Chance(seed * 1000 + kind as u64);
    let hearts: Vec<_> =
        (0..12).map(|_| (chance.anywhere(), 25.0 + 50.0 * chance.next(), chance.below(2))).collect();
    let mut pins = Vec::new();
    for person in 0..people {
        let home = chance.anywhere();
        for _ in 0..=chance.below(6) {
            let mut side = chance.below(2);
            let place = loop {
                let [x, y] = match kind {
                    0 => chance.anywhere(),
                    1 => {
                        let (middle, wide, of) = hearts[chance.below(hearts.len())];
                        side = if chance.next() < 0.8 { of } else { 1 - of };
                        [middle[0] + wide * chance.normal(), middle[1] + wide * chance.normal()]
                    }
                    _ => [home[0] + 80.0 * chance.normal(), home[1] + 80.0 * chance.normal()],
                };
                if (0.0..AREA[0]).contains(&x) && (0.0..AREA[1]).contains(&y) {
                    break [x, y];
                }
            };
            let mut left = chance.next();
            let theme = THEMES.iter().position(|share| {
                left -= share;
                left < 0.0
            });
            let voice = Voice { x: ORIGIN[0] + place[0], y: ORIGIN[1] + place[1], person, class: 0 };
            pins.push(Pin { voice, side, theme: theme.unwrap_or(7) });
        }
    }
    pins
}

/// Everybody as a Gaussian of its own, once for each square of 25 m.
fn direct(pins: &[&Pin], lattice: &Lattice, sigma: f64) -> Vec<f64> {
    let mut voices: Vec<_> = pins.iter().map(|pin| pin.voice).collect();
    let cell = |voice: &Voice| ((voice.x / 25.0) as i64, (voice.y / 25.0) as i64, voice.person);
    voices.sort_by_key(cell);
    voices.dedup_by_key(|voice| cell(voice));
    (0..lattice.columns * lattice.rows)
        .map(|at| {
            let x = lattice.x + lattice.step * (at % lattice.columns) as f64;
            let y = lattice.y + lattice.step * (at / lattice.columns) as f64;
            voices
                .iter()
                .map(|voice| (-((voice.x - x).powi(2) + (voice.y - y).powi(2)) / (2.0 * sigma * sigma)).exp())
                .sum()
        })
        .collect()
}

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
