//! Who is in reach of a cell.

use super::said::{Said, SaidPin};
use crate::heat::kernel::SUPPORT_SIGMA;
use crate::heat::model::{Bandwidth, HeatError};

/// A pin takes part in a cell within so many σ of it. Beyond, it would be there in the rounding only, and so could be
/// read from it. What is left out is never more than 0.34 % of the peak: e^-8 at 4σ, against a ring of people
/// there (the bound is proven in `docs/privacy.md`).
pub const REACH_SIGMA: f64 = 4.0;

/// What one voice has of one class in reach of a cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub voice: usize,
    pub class: usize,
    pub batch: usize,
    /// Σ exp(−d²/2σ²) over the pins in reach.
    pub kernel: f64,
    /// The most people one of the pins speaks for.
    pub people: u32,
    /// The same of those within 3σ; 0 where none is that near.
    pub near: u32,
}

/// A pin with a place, flat.
#[derive(Clone, Copy)]
pub(super) struct Placed {
    x: f64,
    y: f64,
    voice: usize,
    class: usize,
    people: u32,
}

/// The pins, and who of them is in reach of where.
pub(super) struct Near {
    pins: Vec<Placed>,
    sigma: f64,
}

impl Near {
    /// # Errors
    /// [`HeatError::Coordinate`] where a pin is nowhere.
    pub fn new(said: &Said, bandwidth: Bandwidth) -> Result<Self, HeatError> {
        Self::of(said, bandwidth, |_| true)
    }

    /// The same of some pins only.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn of(said: &Said, bandwidth: Bandwidth, some: impl Fn(&SaidPin) -> bool) -> Result<Self, HeatError> {
        let mut pins = Vec::new();
        for &voice in &said.order {
            let (one, classes) = (&said.voices[voice], &said.classes[voice]);
            let mut own: Vec<_> = one.pins.iter().zip(classes).filter(|(pin, _)| some(pin)).collect();
            own.sort_by_key(|(_, class)| **class);
            for (pin, class) in own {
                let Some((x, y)) = pin.at else { continue };
                if !crate::heat::grid::is_coordinate(x) || !crate::heat::grid::is_coordinate(y) {
                    return Err(HeatError::Coordinate);
                }
                pins.push(Placed { x, y, voice, class: *class, people: pin.people.max(1) });
            }
        }
        Ok(Self { pins, sigma: bandwidth.sigma() })
    }

    /// The pins in reach of a row of cells, with their distance to it.
    pub fn row(&self, y: f64) -> Vec<(Placed, f64)> {
        let reach = REACH_SIGMA * self.sigma;
        let near = self.pins.iter().map(|pin| (*pin, pin.y - y));
        near.filter(|(_, dy)| dy.abs() <= reach).collect()
    }

    /// What is in reach of one place.
    pub fn at(&self, said: &Said, x: f64, y: f64) -> Vec<Part> {
        self.parts(said, &self.row(y), x)
    }

    pub fn parts(&self, said: &Said, row: &[(Placed, f64)], x: f64) -> Vec<Part> {
        let variance = self.sigma * self.sigma;
        let (reach, support) =
            (REACH_SIGMA * REACH_SIGMA * variance, SUPPORT_SIGMA * SUPPORT_SIGMA * variance);
        let mut parts: Vec<Part> = Vec::new();
        for (pin, dy) in row {
            let dx = pin.x - x;
            let d2 = dx * dx + dy * dy;
            if d2 > reach {
                continue;
            }
            let (kernel, near) = ((-d2 / (2.0 * variance)).exp(), if d2 <= support { pin.people } else { 0 });
            match parts.last_mut() {
                Some(last) if (last.voice, last.class) == (pin.voice, pin.class) => {
                    last.kernel += kernel;
                    last.people = last.people.max(pin.people);
                    last.near = last.near.max(near);
                }
                _ => {
                    let batch = said.voices[pin.voice].batch;
                    let Placed { voice, class, people, .. } = *pin;
                    parts.push(Part { voice, class, batch, kernel, people, near });
                }
            }
        }
        parts
    }
}
