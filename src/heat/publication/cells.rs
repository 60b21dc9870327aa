//! Which slices each cell publishes, and their values.

use std::collections::HashMap;
use std::f64::consts::TAU;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::family::{Family, Joined, Row};
use super::said::{Said, SaidPin};
use crate::heat::HeatGrid;
use crate::heat::grid::Lattice;
use crate::heat::kernel::SUPPORT_SIGMA;
use crate::heat::model::{Bandwidth, HeatError, LayerCounts};
use crate::heat::suppress::is_shared;

/// A pin takes part in a cell within so many σ of it. Beyond, it would be there in the rounding only, and so could be
/// read from it. What is left out is never more than 0.34 % of the peak: e^-8 at 4σ, against a ring of people
/// there (the bound is proven in `docs/privacy.md`).
pub const REACH_SIGMA: f64 = 4.0;

/// The most slices of one cell that do not follow from each other: keeps a crowded cell from taking for ever.
const MOST_SLICES: usize = 40;

/// Layers of one grain that are kept whole at once.
const MOST_GRIDS: usize = 64;

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

/// A slice as it was after a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    pub cut: usize,
    pub batch: usize,
}

/// What a cell publishes.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Cell {
    /// Everything that was ever published here, in order.
    pub columns: Vec<Column>,
    /// Slice and value (a sum of kernels, 1 for a person on the spot) as they are shown now.
    pub values: Vec<(usize, f64)>,
}

/// All layers of one grain, as they may be published.
pub struct Published {
    /// Where the cells are.
    pub lattice: Lattice,
    /// The grain.
    pub bandwidth: Bandwidth,
    /// For each slice its published cells in order, with their values per km².
    layers: Vec<Vec<(u32, f32)>>,
    /// Layers that were asked for, so that what is made of one is made once.
    grids: Mutex<HashMap<usize, Arc<HeatGrid>>>,
}

impl Published {
    /// The published cells of a slice with their values per km²; the rest is "no, or too few".
    pub fn cells(&self, cut: usize) -> &[(u32, f32)] {
        self.layers.get(cut).map_or(&[], Vec::as_slice)
    }

    /// The layer of a slice, with what may be told of it: the same for as long as this is kept.
    pub fn grid(&self, cut: usize, counts: Option<LayerCounts>) -> Arc<HeatGrid> {
        let mut grids = self.grids.lock().unwrap_or_else(PoisonError::into_inner);
        if grids.len() >= MOST_GRIDS && !grids.contains_key(&cut) {
            grids.clear();
        }
        let make = || Arc::new(HeatGrid::of_cells(self.lattice, self.bandwidth, counts, self.cells(cut)));
        grids.entry(cut).or_insert_with(make).clone()
    }

    /// Bytes it takes.
    pub fn size(&self) -> usize {
        self.layers.iter().map(|layer| layer.len() * size_of::<(u32, f32)>()).sum()
    }
}

/// Decides every cell of one grain, on all cores.
///
/// # Errors
/// [`HeatError::Coordinate`] where a pin is nowhere.
pub fn publish(said: &Said, lattice: Lattice, bandwidth: Bandwidth) -> Result<Published, HeatError> {
    let near = Near::new(said, bandwidth)?;
    let next = AtomicUsize::new(0);
    let work = || {
        let (mut done, mut scratch) = (Vec::new(), Scratch::new(said));
        loop {
            let row = next.fetch_add(1, Ordering::Relaxed);
            if row >= lattice.ny {
                return done;
            }
            let found = near.row(lattice.y(row));
            for column in 0..lattice.nx {
                let parts = near.parts(said, &found, lattice.x(column));
                for (cut, value) in scratch.decide(said, &parts).values {
                    done.push((cut, row * lattice.nx + column, value));
                }
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut all = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let done: Result<Vec<_>, _> = running.into_iter().map(std::thread::ScopedJoinHandle::join).collect();
        done.map(|done| done.into_iter().flatten().collect::<Vec<_>>())
    })
    .map_err(|_| HeatError::Encode("a thread stopped".to_owned()))?;
    all.sort_unstable_by_key(|(cut, cell, _)| (*cut, *cell));
    let mut layers = vec![Vec::new(); said.cuts.len()];
    let per_km2 = 1.0e6 / (TAU * bandwidth.sigma() * bandwidth.sigma());
    for (cut, cell, value) in all {
        let cell = u32::try_from(cell).map_err(|_| HeatError::Area)?;
        // Published in steps of two thousandths of the peak at least.
        #[allow(clippy::cast_possible_truncation)]
        layers[cut].push((cell, (value * per_km2) as f32));
    }
    Ok(Published { lattice, bandwidth, layers, grids: Mutex::default() })
}

/// A pin with a place, flat.
#[derive(Clone, Copy)]
struct Placed {
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
        for (voice, (one, classes)) in said.voices.iter().zip(&said.classes).enumerate() {
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
    fn row(&self, y: f64) -> Vec<(Placed, f64)> {
        let reach = REACH_SIGMA * self.sigma;
        let near = self.pins.iter().map(|pin| (*pin, pin.y - y));
        near.filter(|(_, dy)| dy.abs() <= reach).collect()
    }

    /// What is in reach of one place.
    pub fn at(&self, said: &Said, x: f64, y: f64) -> Vec<Part> {
        self.parts(said, &self.row(y), x)
    }

    fn parts(&self, said: &Said, row: &[(Placed, f64)], x: f64) -> Vec<Part> {
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

/// Sums of one slice in one cell.
#[derive(Clone, Copy, Default)]
struct Sum {
    value: f64,
    largest: f64,
    people: u32,
}

/// Room to work in, for each slice.
pub(super) struct Scratch {
    sums: Vec<Sum>,
    own: Vec<(f64, u32)>,
    touched: Vec<usize>,
    new: Vec<bool>,
    shown: Vec<Option<f64>>,
}

impl Scratch {
    pub fn new(said: &Said) -> Self {
        let cuts = said.cuts.len();
        Self {
            sums: vec![Sum::default(); cuts],
            own: vec![(0.0, 0); cuts],
            touched: Vec::new(),
            new: vec![false; cuts],
            shown: vec![None; cuts],
        }
    }

    /// What a cell with these parts publishes, after every release in turn.
    pub fn decide(&mut self, said: &Said, parts: &[Part]) -> Cell {
        let mut cell = Cell::default();
        // Who stands behind several parts is counted several times: not fewer people than there are.
        if parts.iter().map(|part| part.near).sum::<u32>() < said.k {
            return cell;
        }
        self.sums.fill(Sum::default());
        self.shown.fill(None);
        let rows = parts.iter().map(|part| Row { who: narrow(part.voice), people: part.people }).collect();
        let mut family = Family::new(rows, said.k, MOST_SLICES);
        let mut joined: Vec<(Column, Sum)> = Vec::new();
        for batch in 0..said.batches {
            self.add(said, parts, batch);
            for cut in 0..said.cuts.len() {
                let sum = self.sums[cut];
                if !self.new[cut] || sum.people < said.k || !is_shared(sum.value, sum.largest) {
                    continue;
                }
                let column = Column { cut, batch };
                let alone = |(other, before): &(Column, Sum)| {
                    dominated(said, parts, (column, sum), (*other, *before))
                };
                if joined.iter().any(alone) {
                    continue;
                }
                match family.join(shares(said, parts, column)) {
                    Joined::Refused => continue,
                    Joined::Known => {}
                    Joined::Joins => joined.push((column, sum)),
                }
                cell.columns.push(column);
                self.shown[cut] = Some(sum.value);
            }
        }
        let shown = self.shown.iter().enumerate();
        cell.values = shown.filter_map(|(cut, value)| Some((cut, (*value)?))).collect();
        cell
    }

    /// Adds what one release brought.
    fn add(&mut self, said: &Said, parts: &[Part], batch: usize) {
        self.new.fill(false);
        let mut rest = parts;
        while let Some(first) = rest.first() {
            let own = rest.iter().take_while(|part| part.voice == first.voice).count();
            if first.batch == batch {
                self.add_voice(said, &rest[..own]);
            }
            rest = &rest[own..];
        }
    }

    fn add_voice(&mut self, said: &Said, own: &[Part]) {
        for part in own {
            for &cut in &said.taken[part.class] {
                if self.own[cut].0 == 0.0 {
                    self.touched.push(cut);
                }
                let here = &mut self.own[cut];
                here.0 += part.kernel * said.shared(part.voice, cut).weight();
                here.1 = here.1.max(part.near);
            }
        }
        for cut in self.touched.drain(..) {
            let (value, people) = std::mem::take(&mut self.own[cut]);
            let sum = &mut self.sums[cut];
            sum.value += value;
            sum.largest = sum.largest.max(value);
            sum.people = sum.people.saturating_add(people);
            self.new[cut] = true;
        }
    }
}

/// Voices are counted in thousands.
fn narrow(voice: usize) -> u32 {
    u32::try_from(voice).unwrap_or(u32::MAX)
}

/// The share of every part in a slice as it was after a release.
pub(super) fn shares(said: &Said, parts: &[Part], column: Column) -> Vec<u32> {
    let share = |part: &Part| {
        let taken = part.batch <= column.batch && said.takes(column.cut, part.class);
        if taken { said.shared(part.voice, column.cut).exact() } else { 0 }
    };
    parts.iter().map(share).collect()
}

/// Whether of two slices of which one holds the other, one voice makes up more than half of the difference.
fn dominated(said: &Said, parts: &[Part], (one, sum): (Column, Sum), (other, before): (Column, Sum)) -> bool {
    let (a, b) = (said.cuts[one.cut], said.cuts[other.cut]);
    if !a.holds(b) && !b.holds(a) {
        return false;
    }
    // Nobody has more in the difference than the larger of what they have in either.
    if is_shared((sum.value - before.value).abs(), sum.largest.max(before.largest)) {
        return false;
    }
    let of = |part: &Part, column: Column| {
        let taken = part.batch <= column.batch && said.takes(column.cut, part.class);
        if taken { part.kernel * said.shared(part.voice, column.cut).weight() } else { 0.0 }
    };
    let (mut total, mut largest, mut rest) = (0.0_f64, 0.0_f64, parts);
    while let Some(first) = rest.first() {
        let own = rest.iter().take_while(|part| part.voice == first.voice).count();
        let differs = rest[..own].iter().map(|part| of(part, one) - of(part, other)).sum::<f64>().abs();
        total += differs;
        largest = largest.max(differs);
        rest = &rest[own..];
    }
    // What is left of two equal sums is rounding.
    total > 1.0e-9 * sum.value && !is_shared(total, largest)
}
