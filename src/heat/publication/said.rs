//! What residents said, as the rules of publication see it: participants, their pins by class, and every slice that
//! can be asked for, in the order in which slices are tried.

use std::collections::{BTreeMap, BTreeSet};

use super::family::share;
use crate::heat::model::MIN_K;
use crate::session::{Kind, Moment};

/// One pin.
#[derive(Debug, Clone, PartialEq)]
pub struct SaidPin {
    /// Any number; "dat zie ik ook" has that of the pin it is about.
    pub id: usize,
    /// Metres in RD; nothing for "over de hele buurt".
    pub at: Option<(f64, f64)>,
    /// Place of its theme among the themes of the traject.
    pub theme: Option<u16>,
    /// Its kind.
    pub kind: Kind,
    /// Its time of day.
    pub moment: Option<Moment>,
    /// People it speaks for.
    pub people: u32,
    /// It is somebody else's pin that they see too: a person more, no pin more.
    pub seen_too: bool,
    /// It is a photo of a walk. No rule of publication looks at it.
    pub walked: bool,
    /// It is about to leave.
    pub leaves: bool,
}

/// One participant (or table) of one wijksessie.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice {
    /// The code of their wijksessie.
    pub session: String,
    /// In which release they came, from 0 on.
    pub batch: usize,
    /// What they said.
    pub pins: Vec<SaidPin>,
}

impl Voice {
    /// The most people that one of its pins speaks for, of those with a place that a slice takes and `some` picks.
    pub fn people(&self, cut: Cut, some: impl Fn(&SaidPin) -> bool) -> u32 {
        let taken = self.pins.iter().filter(|pin| pin.at.is_some() && cut.takes(pin) && some(pin));
        taken.map(|pin| pin.people.max(1)).max().unwrap_or(0)
    }
}

/// A slice: which classes of pins it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// A theme, or all of them and pins without one.
    pub theme: Option<u16>,
    /// Place in [`crate::heat::Slice::KINDS`].
    pub kind: usize,
    /// A time of day, or any.
    pub moment: Option<Moment>,
}

/// Which of the four kinds each of `Slice::KINDS` takes: gaat-goed, kracht, zorg, idee.
const TAKES: [[bool; 4]; 7] = [
    [true, true, false, false],
    [false, false, true, true],
    [true, false, false, false],
    [false, true, false, false],
    [false, false, true, false],
    [false, false, false, true],
    [true; 4],
];
/// Sterk, beter, all.
const BROAD: [usize; 3] = [0, 1, 6];
const NARROW: [usize; 4] = [2, 3, 4, 5];

impl Cut {
    /// Whether it takes this pin, wherever that is.
    pub fn takes(self, pin: &SaidPin) -> bool {
        self.theme.is_none_or(|theme| pin.theme == Some(theme))
            && TAKES[self.kind][pin.kind as usize]
            && self.moment.is_none_or(|moment| pin.moment == Some(moment))
    }

    /// Whether it takes everything that `other` takes.
    pub fn holds(self, other: Self) -> bool {
        (self.theme.is_none() || self.theme == other.theme)
            && TAKES[self.kind].iter().zip(&TAKES[other.kind]).all(|(ours, theirs)| *ours || !theirs)
            && (self.moment.is_none() || self.moment == other.moment)
    }
}

/// Every slice of a traject with so many themes, the most useful first: *sterk*, *beter* and all; these by theme; the
/// four kinds; *sterk*, *beter* and all by time of day; then everything finer. Which of two slices that cannot both be
/// published wins is decided by this order, and by nothing in the data.
pub fn cuts(themes: u16) -> Vec<Cut> {
    let by_theme = || (0..themes).map(Some);
    let moments = || Moment::ALL.iter().copied().map(Some);
    let mut all = Vec::new();
    let mut add = |theme, kinds: &[usize], moment| {
        all.extend(kinds.iter().map(|kind| Cut { theme, kind: *kind, moment }));
    };
    add(None, &BROAD, None);
    by_theme().for_each(|theme| add(theme, &BROAD, None));
    add(None, &NARROW, None);
    moments().for_each(|moment| add(None, &BROAD, moment));
    by_theme().for_each(|theme| add(theme, &NARROW, None));
    by_theme().for_each(|theme| moments().for_each(|moment| add(theme, &BROAD, moment)));
    moments().for_each(|moment| add(None, &NARROW, moment));
    by_theme().for_each(|theme| moments().for_each(|moment| add(theme, &NARROW, moment)));
    all
}

/// People and pins of one voice in one slice; only pins with a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shared {
    /// The most people that one of the pins speaks for.
    pub people: u32,
    /// Pins.
    pub pins: u32,
}

impl Shared {
    /// What one pin weighs: people ÷ pins.
    pub fn weight(self) -> f64 {
        if self.pins == 0 { 0.0 } else { f64::from(self.people) / f64::from(self.pins) }
    }

    /// The same, as [`super::family::Family`] reckons.
    pub fn exact(self) -> u32 {
        share(self.people, self.pins)
    }
}

/// Theme, kind and time of day of a pin: what slices can tell apart.
type Class = (Option<u16>, usize, Option<usize>);

fn class(pin: &SaidPin) -> Class {
    (pin.theme, pin.kind as usize, pin.moment.map(|moment| moment as usize))
}

/// Everything that was said in some releases of a traject.
pub struct Said {
    /// Who said it.
    pub voices: Vec<Voice>,
    /// The voices in the order in which they are called upon to protect others: release after release, and those who are
    /// easiest to spare first. It hangs on nothing but the voices themselves: what somebody takes away changes the order of
    /// nobody else.
    pub order: Vec<usize>,
    /// What can be asked for.
    pub cuts: Vec<Cut>,
    /// Fewest people behind anything published.
    pub k: u32,
    /// Number of releases.
    pub batches: usize,
    /// The slices that take each class.
    pub taken: Vec<Vec<usize>>,
    /// Of each voice: class of each pin. Classes are numbered by what they are.
    pub classes: Vec<Vec<usize>>,
    shared: Vec<Vec<Shared>>,
    /// [`Shared::exact`], slice by slice.
    exact: Vec<u32>,
    /// Whether a slice takes a class, slice by slice.
    by_cut: Vec<bool>,
}

impl Said {
    /// Prepares what was said under a traject with so many themes. `k` below [`MIN_K`] counts as that.
    pub fn new(voices: Vec<Voice>, themes: u16, k: u32) -> Self {
        let known: BTreeMap<Class, &SaidPin> =
            voices.iter().flat_map(|voice| &voice.pins).map(|pin| (class(pin), pin)).collect();
        let cuts = cuts(themes);
        let taking = |pin: &&SaidPin| (0..cuts.len()).filter(|cut| cuts[*cut].takes(pin)).collect();
        let taken: Vec<Vec<usize>> = known.values().map(taking).collect();
        let number: BTreeMap<Class, usize> = known.keys().copied().zip(0..).collect();
        let numbers = |voice: &Voice| voice.pins.iter().map(|pin| number[&class(pin)]).collect();
        let classes: Vec<Vec<usize>> = voices.iter().map(numbers).collect();
        Self::of(voices, classes, taken, cuts, k.max(MIN_K))
    }

    fn of(
        voices: Vec<Voice>,
        classes: Vec<Vec<usize>>,
        taken: Vec<Vec<usize>>,
        cuts: Vec<Cut>,
        k: u32,
    ) -> Self {
        let batches = voices.iter().map(|voice| voice.batch + 1).max().unwrap_or(0);
        let mut order: Vec<usize> = (0..voices.len()).collect();
        let many = |voice: usize| classes[voice].iter().collect::<BTreeSet<_>>().len();
        order.sort_by_cached_key(|voice| (voices[*voice].batch, many(*voice)));
        let shared: Vec<Vec<Shared>> = voices.iter().map(|voice| shared(voice, &cuts)).collect();
        let exact = |cut: usize| shared.iter().map(move |own: &Vec<Shared>| own[cut].exact());
        let exact = (0..cuts.len()).flat_map(exact).collect();
        let by_class =
            |cut: usize| taken.iter().map(move |cuts: &Vec<usize>| cuts.binary_search(&cut).is_ok());
        let by_cut = (0..cuts.len()).flat_map(by_class).collect();
        Self { voices, order, cuts, k, batches, taken, classes, shared, exact, by_cut }
    }

    /// Where a slice stands; nothing where there is no such slice.
    pub fn place(&self, cut: Cut) -> Option<usize> {
        self.cuts.iter().position(|known| *known == cut)
    }

    /// What a voice has in a slice.
    pub fn shared(&self, voice: usize, cut: usize) -> Shared {
        self.shared[voice][cut]
    }

    /// What one pin of every voice weighs in a slice, as [`super::Family`] reckons.
    pub fn exact(&self, cut: usize) -> &[u32] {
        &self.exact[cut * self.voices.len()..(cut + 1) * self.voices.len()]
    }

    /// Whether a slice takes a class.
    pub fn takes(&self, cut: usize, class: usize) -> bool {
        self.classes_of(cut)[class]
    }

    /// Of every class, whether a slice takes it.
    pub fn classes_of(&self, cut: usize) -> &[bool] {
        &self.by_cut[cut * self.taken.len()..(cut + 1) * self.taken.len()]
    }

    /// The same without what leaves: as [`Self::new`] would prepare it, but that voices and classes keep their places, also
    /// those of which nothing is left.
    #[must_use]
    pub fn without_leaving(&self) -> Self {
        let mut voices = self.voices.clone();
        for voice in &mut voices {
            voice.pins.retain(|pin| !pin.leaves);
        }
        let kept = |(voice, classes): (&Voice, &Vec<usize>)| {
            let kept = voice.pins.iter().zip(classes).filter(|(pin, _)| !pin.leaves);
            kept.map(|(_, class)| *class).collect()
        };
        let classes = self.voices.iter().zip(&self.classes).map(kept).collect();
        Self::of(voices, classes, self.taken.clone(), self.cuts.clone(), self.k)
    }
}

fn shared(voice: &Voice, cuts: &[Cut]) -> Vec<Shared> {
    let of = |cut: &Cut| {
        let taken = voice.pins.iter().filter(|pin| pin.at.is_some() && cut.takes(pin));
        taken.fold(Shared::default(), |sum, pin| Shared {
            people: sum.people.max(pin.people.max(1)),
            pins: sum.pins + 1,
        })
    };
    cuts.iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heat::Slice;

    #[test]
    fn every_slice_that_can_be_asked_for_stands_once_in_the_order_and_the_three_broad_ones_first() {
        let cuts = cuts(8);
        assert_eq!(cuts.len(), 9 * Slice::KINDS.len() * 4);
        assert_eq!(
            cuts[..3].iter().map(|cut| Slice::KINDS[cut.kind]).collect::<Vec<_>>(),
            ["sterk", "beter", "all"]
        );
        assert!(cuts.iter().enumerate().all(|(at, cut)| !cuts[..at].contains(cut)));
    }

    #[test]
    fn a_slice_holds_another_when_it_takes_all_of_its_pins() {
        let at = |theme, kind, moment| Cut { theme, kind, moment };
        let all = at(None, 6, None);
        assert!(all.holds(at(Some(1), 3, Some(Moment::Avond))) && at(None, 0, None).holds(at(None, 3, None)));
        assert!(!at(None, 3, None).holds(at(None, 0, None)) && !at(Some(1), 6, None).holds(all));
    }
}
