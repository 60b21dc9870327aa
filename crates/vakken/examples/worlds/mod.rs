//! Invented worlds, and the direct sum of everybody in them: what the examples measure on.

#![allow(dead_code, reason = "each example takes what it needs")]

use vakken::{Lattice, Voice};

pub const AREA: [f64; 2] = [850.0, 600.0];
pub const ORIGIN: [f64; 2] = [121_137.0, 486_219.0];
/// Shares of the themes: some are spoken of much, some hardly.
pub const THEMES: [f64; 8] = [0.24, 0.2, 0.16, 0.12, 0.1, 0.08, 0.06, 0.04];

/// A generator of numbers that is the same everywhere (`SplitMix64`, Steele, Lea and Flood 2014).
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn normal(&mut self) -> f64 {
        (-2.0 * (1.0 - self.next()).ln()).sqrt() * (std::f64::consts::TAU * self.next()).cos()
    }

    pub fn below(&mut self, count: usize) -> usize {
        (self.next() * count as f64) as usize
    }

    pub fn anywhere(&mut self) -> [f64; 2] {
        [self.next() * AREA[0], self.next() * AREA[1]]
    }
}

pub struct Pin {
    pub voice: Voice,
    pub side: usize,
    pub theme: usize,
}

pub fn world(kind: usize, seed: u64, people: u32) -> Vec<Pin> {
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
pub fn direct(pins: &[&Pin], lattice: &Lattice, sigma: f64) -> Vec<f64> {
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
