//! The counts beside the layers: the same rule, with the whole map as one cell.

use std::collections::BTreeSet;

use super::cells::Column;
use super::family::{Family, Joined, Row, minus};
use super::said::{Said, SaidPin};
use crate::heat::Stop;
use crate::heat::model::{HeatError, LayerCounts};

/// What may be told in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// Of each slice, in the order of [`Said::cuts`].
    pub slices: Vec<Option<LayerCounts>>,
    /// Of everything, pins "over de hele buurt" among it.
    pub whole: Option<LayerCounts>,
    /// Pins "over de hele buurt".
    pub nowhere: Option<u32>,
}

/// What can be counted: a slice, everything, or what has no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    Slice(usize),
    Whole,
    Nowhere,
}

impl Counted {
    fn takes(self, said: &Said, pin: &SaidPin, class: usize) -> bool {
        match self {
            Self::Slice(cut) => pin.at.is_some() && said.takes(cut, class),
            Self::Whole => true,
            Self::Nowhere => pin.at.is_none(),
        }
    }
}

/// What of a traject is counted, release by release: everything that was ever told, and what is told now.
#[derive(Default)]
pub(super) struct Decided {
    /// Everything that was ever told: its place in [`order`], and after which release.
    pub columns: Vec<Column>,
    pub told: Told,
}

/// What may be told of everything that was said, in numbers.
pub fn count(said: &Said) -> Told {
    decide(said, &Stop::default()).told
}

/// As [`count`], unless it is told to stop.
///
/// # Errors
/// [`HeatError::Stopped`].
pub fn count_unless(said: &Said, stop: &Stop) -> Result<Told, HeatError> {
    let told = decide(said, stop).told;
    stop.check()?;
    Ok(told)
}

/// Everything that is counted, in the order in which it is tried: after the three broad slices the two of the page.
fn order(said: &Said) -> Vec<Counted> {
    let mut order: Vec<_> = (0..said.cuts.len()).map(Counted::Slice).collect();
    let after = order.len().min(3);
    order.splice(after..after, [Counted::Whole, Counted::Nowhere]);
    order
}

/// What was told and is told; where it is told to stop, a part of that, which nobody may use.
pub(super) fn decide(said: &Said, stop: &Stop) -> Decided {
    let mut families = Families::new(said, |_| true);
    let order = order(said);
    let cuts = said.cuts.len();
    let mut told = Told { slices: vec![None; cuts], whole: None, nowhere: None };
    let mut columns = Vec::new();
    for batch in 0..said.batches {
        for (cut, &counted) in order.iter().enumerate() {
            let column = Column { cut, batch };
            if stop.is_set() {
                return Decided { columns, told };
            }
            if !new(said, counted, batch) || !families.join(said, None, column) {
                continue;
            }
            columns.push(column);
            let counts = counts(said, counted, batch);
            match counted {
                Counted::Slice(cut) => told.slices[cut] = Some(counts),
                Counted::Whole => told.whole = Some(counts),
                Counted::Nowhere => told.nowhere = Some(counts.pins),
            }
        }
    }
    Decided { columns, told }
}

/// Whether a release brought something to it.
fn new(said: &Said, counted: Counted, batch: usize) -> bool {
    said.voices.iter().zip(&said.classes).filter(|(voice, _)| voice.batch == batch).any(|(voice, classes)| {
        voice.pins.iter().zip(classes).any(|(pin, class)| counted.takes(said, pin, *class))
    })
}

fn counts(said: &Said, counted: Counted, batch: usize) -> LayerCounts {
    let mut counts = LayerCounts::default();
    for at in (0..said.voices.len()).filter(|at| said.voices[*at].batch <= batch) {
        let Own { people, pins } = own(said, at, |pin, class| counted.takes(said, pin, class));
        counts.pins += pins;
        counts.participants += u32::from(people > 0);
        counts.people = counts.people.saturating_add(people);
    }
    counts
}

/// The people that a voice speaks for with some of its pins, and how many of these are pins of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Own {
    people: u32,
    pins: u32,
}

fn own(said: &Said, voice: usize, some: impl Fn(&SaidPin, usize) -> bool) -> Own {
    let pins = said.voices[voice].pins.iter().zip(&said.classes[voice]);
    pins.filter(|(pin, class)| some(pin, **class)).fold(Own { people: 0, pins: 0 }, |sum, (pin, _)| Own {
        people: sum.people.max(pin.people.max(1)),
        pins: sum.pins + u32::from(!pin.seen_too),
    })
}

/// The numbers of pins, of participants and of people, each with its own rule.
pub(super) struct Families {
    order: Vec<Counted>,
    /// Voice and class with its own pins there, one row each.
    classes: Vec<(usize, usize, bool)>,
    voices: Vec<usize>,
    pins: Family,
    participants: Family,
    people: Family,
}

impl Families {
    /// Of voices with some of their pins.
    pub fn new(said: &Said, some: impl Fn(&SaidPin) -> bool) -> Self {
        let mut classes: Vec<(usize, usize, bool)> = Vec::new();
        let mut rows = Vec::new();
        let mut voices = Vec::new();
        for &at in &said.order {
            let (voice, own) = (&said.voices[at], &said.classes[at]);
            let people = voice.pins.iter().map(|pin| pin.people.max(1)).max().unwrap_or(0);
            let row = Row { who: u32::try_from(at).unwrap_or(u32::MAX), people };
            let taken = || voice.pins.iter().zip(own).filter(|(pin, _)| some(pin));
            if taken().next().is_some() {
                voices.push((at, row));
            }
            // Who sees a pin too stands behind it as who put it does.
            for (pin, class) in taken() {
                let one = (at, *class, pin.at.is_some());
                if !classes.iter().rev().take_while(|(who, ..)| *who == at).any(|known| *known == one) {
                    classes.push(one);
                    rows.push(row);
                }
            }
        }
        let (voices, own): (Vec<_>, Vec<_>) = voices.into_iter().unzip();
        let family = |rows| Family::new(rows, said.k, usize::MAX);
        let (participants, people) = (family(own.clone()), family(own));
        Self { order: order(said), classes, voices, pins: family(rows), participants, people }
    }

    /// Whether a count may be told: of `said`, or of what is gone from it in `after`. Where one of its three numbers
    /// may not, the others stand in the way of later ones all the same: less is told, never more.
    pub fn join(&mut self, said: &Said, after: Option<&Said>, column: Column) -> bool {
        let counted = self.order[column.cut];
        let there = |at: usize| said.voices[at].batch <= column.batch;
        let pins = self.classes.iter().map(|&(at, class, placed)| {
            let takes = match counted {
                Counted::Slice(cut) => placed && said.takes(cut, class),
                Counted::Whole => true,
                Counted::Nowhere => !placed,
            };
            u32::from(there(at) && takes)
        });
        let pins: Vec<u32> = pins.collect();
        let pins = self.pins.join(&pins) != Joined::Refused;
        if counted == Counted::Nowhere || !pins {
            return pins;
        }
        let spoken = |said: &Said, at: usize| {
            let all = own(said, at, |pin, class| counted.takes(said, pin, class)).people;
            if there(at) { all } else { 0 }
        };
        let (mut people, mut participants) = (Vec::new(), Vec::new());
        for &at in &self.voices {
            let (before, rest) = (spoken(said, at), after.map_or(0, |after| spoken(after, at)));
            people.push(minus(before, rest));
            participants.push(minus(u32::from(before > 0), u32::from(rest > 0)));
        }
        self.participants.join(&participants) != Joined::Refused
            && self.people.join(&people) != Joined::Refused
    }

    /// Whether a count follows from those that joined.
    pub fn follows(&mut self, said: &Said, column: Column) -> bool {
        let before = self.sizes();
        self.join(said, None, column) && self.sizes() == before
    }

    fn sizes(&self) -> [usize; 3] {
        [self.pins.size(), self.participants.size(), self.people.size()]
    }

    /// The leaving pins that are in a count.
    pub fn taken(&self, said: &Said, column: Column) -> BTreeSet<usize> {
        let counted = self.order[column.cut];
        let voices = said.voices.iter().zip(&said.classes).filter(|(voice, _)| voice.batch <= column.batch);
        let pins = voices.flat_map(|(voice, classes)| voice.pins.iter().zip(classes));
        let taken = pins.filter(|(pin, class)| pin.leaves && counted.takes(said, pin, **class));
        taken.map(|(pin, _)| pin.id).collect()
    }
}
