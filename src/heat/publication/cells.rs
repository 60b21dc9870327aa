//! Which slices each cell publishes, and their values.

use std::collections::HashMap;
use std::f64::consts::TAU;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::changes::touched;
use super::family::{Family, Joined, Row};
use super::near::{Near, Part};
use super::said::Said;
use crate::heat::grid::Lattice;
use crate::heat::model::{Bandwidth, HeatError, LayerCounts};
use crate::heat::suppress::is_shared;
use crate::heat::{HeatGrid, Stop};

/// The most slices of one cell that do not follow from each other: keeps a crowded cell from taking for ever.
const MOST_SLICES: usize = 40;

/// Layers of one grain that are kept whole at once.
const MOST_GRIDS: usize = 64;

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

/// What was decided before, and of what.
#[derive(Clone, Copy)]
pub struct Before<'a> {
    /// What had been said.
    pub said: &'a Said,
    /// What was published of it.
    pub published: &'a Published,
}

impl Before<'_> {
    /// The cells that must be decided again; nothing where that is all of them.
    fn touched(&self, now: &Said, lattice: Lattice, bandwidth: Bandwidth) -> Option<Vec<bool>> {
        let same = (self.published.lattice, self.published.bandwidth) == (lattice, bandwidth);
        if same { touched(self.said, now, lattice, bandwidth) } else { None }
    }
}

/// Decides every cell of one grain, on all cores; where it is known what was decided before, only those cells that
/// somebody who came or left reaches.
///
/// # Errors
/// [`HeatError::Coordinate`] where a pin is nowhere.
pub fn publish(
    said: &Said,
    lattice: Lattice,
    bandwidth: Bandwidth,
    before: Option<Before>,
) -> Result<Published, HeatError> {
    publish_unless(said, lattice, bandwidth, before, &Stop::default())
}

/// As [`publish`], unless it is told to stop.
///
/// # Errors
/// As [`publish`], or [`HeatError::Stopped`].
pub fn publish_unless(
    said: &Said,
    lattice: Lattice,
    bandwidth: Bandwidth,
    before: Option<Before>,
    stop: &Stop,
) -> Result<Published, HeatError> {
    let near = Near::new(said, bandwidth)?;
    let touched = before.and_then(|before| before.touched(said, lattice, bandwidth));
    let mut layers = vec![Vec::new(); said.cuts.len()];
    if let (Some(before), Some(touched)) = (before, &touched) {
        for (layer, old) in layers.iter_mut().zip(&before.published.layers) {
            let kept = old.iter().filter(|(cell, _)| usize::try_from(*cell).is_ok_and(|cell| !touched[cell]));
            layer.extend(kept.copied());
        }
    }
    let per_km2 = 1.0e6 / (TAU * bandwidth.sigma() * bandwidth.sigma());
    for (cut, cell, value) in decide_all(said, lattice, &near, touched.as_deref(), stop)? {
        let cell = u32::try_from(cell).map_err(|_| HeatError::Area)?;
        // Published in steps of two thousandths of the peak at least.
        #[allow(clippy::cast_possible_truncation)]
        layers[cut].push((cell, (value * per_km2) as f32));
    }
    for layer in &mut layers {
        layer.sort_unstable_by_key(|(cell, _)| *cell);
    }
    Ok(Published { lattice, bandwidth, layers, grids: Mutex::default() })
}

/// Slice, cell and value of everything that is published, of all cells or of those that are touched; row after row, on all
/// cores.
fn decide_all(
    said: &Said,
    lattice: Lattice,
    near: &Near,
    touched: Option<&[bool]>,
    stop: &Stop,
) -> Result<Vec<(usize, usize, f64)>, HeatError> {
    let next = AtomicUsize::new(0);
    let work = || {
        let (mut done, mut scratch) = (Vec::new(), Scratch::new(said));
        loop {
            let row = next.fetch_add(1, Ordering::Relaxed);
            if row >= lattice.ny || stop.is_set() {
                return done;
            }
            let is_touched = |cell: usize| touched.is_none_or(|touched| touched[cell]);
            let cells = (0..lattice.nx).map(|column| (column, row * lattice.nx + column));
            let mut cells = cells.filter(|(_, cell)| is_touched(*cell)).peekable();
            if cells.peek().is_none() {
                continue;
            }
            let found = near.row(lattice.y(row));
            for (column, cell) in cells {
                if stop.is_set() {
                    return done;
                }
                let parts = near.parts(said, &found, lattice.x(column));
                let values = scratch.decide(said, &parts).values;
                done.extend(values.into_iter().map(|(cut, value)| (cut, cell, value)));
            }
        }
    };
    stop.check()?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let all = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let done: Result<Vec<_>, _> = running.into_iter().map(std::thread::ScopedJoinHandle::join).collect();
        done.map(|done| done.into_iter().flatten().collect())
    });
    let all = all.map_err(|_| HeatError::Encode("a thread stopped".to_owned()))?;
    // What was not finished is no decision.
    stop.check()?;
    Ok(all)
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
                match family.join(&shares(said, parts, column)) {
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
    let (classes, exact) = (said.classes_of(column.cut), said.exact(column.cut));
    let share = |part: &Part| {
        let taken = part.batch <= column.batch && classes[part.class];
        if taken { exact[part.voice] } else { 0 }
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
