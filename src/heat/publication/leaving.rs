//! Which withdrawn pins may leave the layers, so that nobody who looks before and after can tell who left.
//!
//! A group leaves when in every cell of every grain, and in the counts:
//! 1. what is published stays what it was (the same slices, of the same releases), or fewer than *k* people remain
//!    there and everything becomes "no, or too few";
//! 2. no combination of what was published leaves fewer than *k* of those who leave, and in no slice does one of them
//!    make up more than half of what goes;
//! 3. who takes away only some of their pins gives the others more weight: also that must not be told apart from who
//!    leaves.
//!
//! Who leaves together is looked for by taking away from all that was withdrawn whatever stands in the way, until
//! nothing does. What was taken away so is tried once more, group by group of the same theme, kind and time of day: three
//! who could leave together need not wait for one near them who cannot.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Cell, Column, Scratch, shares};
use super::counts::{Families, decide};
use super::family::{Family, Joined, Row, minus};
use super::near::{Near, Part, REACH_SIGMA};
use super::said::{Said, Voice};
use crate::heat::Stop;
use crate::heat::grid::Lattice;
use crate::heat::model::{Bandwidth, HeatError};
use crate::heat::suppress::is_shared;

/// Groups that are tried by themselves; each costs as much as the whole.
const MOST_GROUPS: usize = 8;

/// Of the pins that want to leave ([`super::SaidPin::leaves`]) those that may, by their ids. Without a lattice there is no map,
/// and only the counts stand in the way.
///
/// # Errors
/// [`HeatError::Coordinate`] where a pin is nowhere.
pub fn may_leave(
    voices: Vec<Voice>,
    themes: u16,
    k: u32,
    lattice: Option<Lattice>,
) -> Result<BTreeSet<usize>, HeatError> {
    may_leave_unless(voices, themes, k, lattice, &Stop::default())
}

/// As [`may_leave`], unless it is told to stop.
///
/// # Errors
/// As [`may_leave`], or [`HeatError::Stopped`].
pub fn may_leave_unless(
    voices: Vec<Voice>,
    themes: u16,
    k: u32,
    lattice: Option<Lattice>,
    stop: &Stop,
) -> Result<BTreeSet<usize>, HeatError> {
    let mut said = Said::new(voices, themes, k);
    let all = groups(&said);
    let mut leaving: BTreeSet<usize> = all.iter().flatten().copied().collect();
    loop {
        let stay = stays(&mut said, &leaving, lattice, stop)?;
        if stay.is_empty() {
            break;
        }
        leaving.retain(|id| !stay.contains(id));
    }
    let enough = |group: &&BTreeSet<usize>| u32::try_from(group.len()).is_ok_and(|many| many >= said.k);
    let left: Vec<_> =
        all.iter().filter(enough).filter(|group| !group.is_subset(&leaving)).cloned().collect();
    for group in left.into_iter().take(MOST_GROUPS) {
        let more = leaving.union(&group).copied().collect();
        if stays(&mut said, &more, lattice, stop)?.is_empty() {
            leaving = more;
        }
    }
    Ok(leaving)
}

/// The pins that want to leave, by theme, kind and time of day.
fn groups(said: &Said) -> Vec<BTreeSet<usize>> {
    let mut groups: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let pins =
        said.voices.iter().zip(&said.classes).flat_map(|(voice, classes)| voice.pins.iter().zip(classes));
    for (pin, class) in pins.filter(|(pin, _)| pin.leaves) {
        groups.entry(*class).or_default().insert(pin.id);
    }
    groups.into_values().collect()
}

/// Which of these pins stand in the way of their leaving together; none where they may.
fn stays(
    said: &mut Said,
    leaving: &BTreeSet<usize>,
    lattice: Option<Lattice>,
    stop: &Stop,
) -> Result<BTreeSet<usize>, HeatError> {
    if leaving.is_empty() {
        return Ok(BTreeSet::new());
    }
    for pin in said.voices.iter_mut().flat_map(|voice| &mut voice.pins) {
        pin.leaves = leaving.contains(&pin.id);
    }
    let after = said.without_leaving();
    let mut stay = in_counts(said, &after, leaving, stop)?;
    for (lattice, bandwidth) in lattice.into_iter().flat_map(|all| Bandwidth::ALL.map(|grain| (all, grain))) {
        if stay.is_empty() {
            stay = in_cells(said, &after, lattice, bandwidth, stop)?;
        }
    }
    Ok(stay)
}

/// What stands in the way in the counts.
fn in_counts(
    said: &Said,
    after: &Said,
    leaving: &BTreeSet<usize>,
    stop: &Stop,
) -> Result<BTreeSet<usize>, HeatError> {
    let (before, now) = (decide(said, stop), decide(after, stop));
    stop.check()?;
    let mut going = Families::new(said, |pin| pin.leaves);
    let refused = before.columns.iter().find(|column| !going.join(said, Some(after), **column));
    if let Some(column) = refused {
        let few = going.taken(said, *column);
        return Ok(if few.is_empty() { leaving.clone() } else { few });
    }
    let remain: u32 =
        after.voices.iter().map(|voice| voice.pins.iter().map(|pin| pin.people).max().unwrap_or(0)).sum();
    if now.columns.is_empty() && remain < said.k {
        return Ok(BTreeSet::new());
    }
    let mut kept = Families::new(after, |_| true);
    let new =
        now.columns.iter().any(|column| !before.columns.contains(column) || !kept.join(after, None, *column));
    let lost =
        before.columns.iter().any(|column| !now.columns.contains(column) && !kept.follows(after, *column));
    Ok(if new || lost { leaving.clone() } else { BTreeSet::new() })
}

/// What stands in the way in the cells of one grain.
fn in_cells(
    said: &Said,
    after: &Said,
    lattice: Lattice,
    bandwidth: Bandwidth,
    stop: &Stop,
) -> Result<BTreeSet<usize>, HeatError> {
    let all = Near::new(said, bandwidth)?;
    let going = Near::of(said, bandwidth, |pin| pin.leaves)?;
    let rest = Near::new(after, bandwidth)?;
    let (mut scratch, mut stay) = (Scratch::new(said), BTreeSet::new());
    for (i, j) in touched(said, lattice, bandwidth) {
        stop.check()?;
        let (x, y) = (lattice.x(i), lattice.y(j));
        let parts = all.at(said, x, y);
        let before = scratch.decide(said, &parts);
        let remaining = rest.at(after, x, y);
        let now = scratch.decide(after, &remaining);
        let goes = going.at(said, x, y);
        let weigh = changed(said, after, &remaining);
        if let Some(column) = told_apart(said, after, &before, &goes, &weigh) {
            stay.extend(in_the_way(said, &goes, &weigh, (x, y), bandwidth, column));
        } else if !same(after, &remaining, &before, &now) {
            stay.extend(in_the_way(said, &goes, &weigh, (x, y), bandwidth, None));
        }
    }
    Ok(stay)
}

/// The cells in reach of anybody who takes pins away.
fn touched(said: &Said, lattice: Lattice, bandwidth: Bandwidth) -> BTreeSet<(usize, usize)> {
    let reach = REACH_SIGMA * bandwidth.sigma();
    let leavers = said.voices.iter().filter(|voice| voice.pins.iter().any(|pin| pin.leaves));
    let mut cells = BTreeSet::new();
    for (x, y) in leavers.flat_map(|voice| &voice.pins).filter_map(|pin| pin.at) {
        let columns = (0..lattice.nx).filter(|i| (lattice.x(*i) - x).abs() <= reach);
        for i in columns {
            let rows = (0..lattice.ny).filter(|j| (lattice.y(*j) - y).hypot(lattice.x(i) - x) <= reach);
            cells.extend(rows.map(|j| (i, j)));
        }
    }
    cells
}

/// What remains of voices whose pins weigh more than before.
fn changed(said: &Said, after: &Said, remaining: &[Part]) -> Vec<Part> {
    let differs = |part: &&Part| {
        let taken = said.taken[part.class].iter();
        taken.into_iter().any(|cut| said.shared(part.voice, *cut) != after.shared(part.voice, *cut))
    };
    remaining.iter().filter(differs).copied().collect()
}

/// The slice by which who leaves could be told apart; inside, none where it is not one slice.
#[allow(clippy::option_option, reason = "whether, and by which")]
fn told_apart(
    said: &Said,
    after: &Said,
    before: &Cell,
    goes: &[Part],
    weigh: &[Part],
) -> Option<Option<Column>> {
    let who = |part: &Part| u32::try_from(part.voice).unwrap_or(u32::MAX);
    let rows = goes.iter().map(|part| Row { who: who(part), people: part.people });
    let rows = rows.chain(weigh.iter().map(|part| Row { who: who(part), people: 0 })).collect();
    let mut family = Family::new(rows, said.k, usize::MAX);
    for column in &before.columns {
        let mut going = shares(said, goes, *column);
        let (old, new) = (shares(said, weigh, *column), shares(after, weigh, *column));
        going.extend(old.into_iter().zip(new).map(|(old, new)| minus(old, new)));
        if family.join(&going) == Joined::Refused || is_one(said, after, *column, goes, weigh) {
            return Some(Some(*column));
        }
    }
    None
}

/// Whether one voice makes up more than half of what goes from a slice.
fn is_one(said: &Said, after: &Said, column: Column, goes: &[Part], weigh: &[Part]) -> bool {
    let taken = |part: &&Part| part.batch <= column.batch && said.takes(column.cut, part.class);
    let mut by_voice = BTreeMap::new();
    for part in goes.iter().filter(taken) {
        *by_voice.entry(part.voice).or_insert(0.0) +=
            part.kernel * said.shared(part.voice, column.cut).weight();
    }
    for part in weigh.iter().filter(taken) {
        let more =
            after.shared(part.voice, column.cut).weight() - said.shared(part.voice, column.cut).weight();
        *by_voice.entry(part.voice).or_insert(0.0) -= part.kernel * more;
    }
    let total: f64 = by_voice.values().map(|value: &f64| value.abs()).sum();
    let largest = by_voice.values().map(|value| value.abs()).fold(0.0, f64::max);
    !is_shared(total, largest)
}

/// Whether a cell publishes after what it did before, as far as anything of it remains; or nothing, of fewer than k.
fn same(after: &Said, remaining: &[Part], before: &Cell, now: &Cell) -> bool {
    let mut people = BTreeMap::new();
    for part in remaining {
        let most = people.entry(part.voice).or_insert(0);
        *most = part.people.max(*most);
    }
    if now.columns.is_empty() && people.values().sum::<u32>() < after.k {
        return true;
    }
    if now.columns.iter().any(|column| !before.columns.contains(column)) {
        return false;
    }
    let rows = remaining
        .iter()
        .map(|part| Row { who: u32::try_from(part.voice).unwrap_or(u32::MAX), people: part.people });
    let mut family = Family::new(rows.collect(), after.k, usize::MAX);
    let kept =
        now.columns.iter().all(|column| family.join(&shares(after, remaining, *column)) != Joined::Refused);
    let lost = before.columns.iter().filter(|column| !now.columns.contains(column));
    kept && lost.into_iter().all(|column| family.join(&shares(after, remaining, *column)) == Joined::Known)
}

/// The pins that stay because of a cell: first those that are too few in a slice, else whatever is in reach.
fn in_the_way(
    said: &Said,
    goes: &[Part],
    weigh: &[Part],
    (x, y): (f64, f64),
    bandwidth: Bandwidth,
    column: Option<Column>,
) -> BTreeSet<usize> {
    let reach = REACH_SIGMA * bandwidth.sigma();
    let of = |parts: &mut dyn Iterator<Item = &Part>, near: bool| {
        let mut ids = BTreeSet::new();
        for part in parts {
            let pins = said.voices[part.voice].pins.iter().filter(|pin| pin.leaves);
            let here = |at: Option<(f64, f64)>| at.is_some_and(|at| (at.0 - x).hypot(at.1 - y) <= reach);
            ids.extend(pins.filter(|pin| !near || here(pin.at)).map(|pin| pin.id));
        }
        ids
    };
    let taken =
        |part: &&Part| column.is_none_or(|one| part.batch <= one.batch && said.takes(one.cut, part.class));
    let few = of(&mut goes.iter().filter(taken), true);
    if few.is_empty() { of(&mut goes.iter().chain(weigh), false) } else { few }
}
