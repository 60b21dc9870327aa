//! The one table that is made of a release, and the slices that are sums of it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{Counted, Refused, Vak, Voice, by_class, cut};

/// Fewer people than this in a theme, on one side of one release, and the theme joins the rest of that side: cut by
/// themselves their places would be coarse, and all others' would become coarser.
pub const THEME_PEOPLE: usize = 30;

/// The two sides of what people say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// What makes the buurt strong, and what goes well.
    Sterk,
    /// What can be better, and ideas.
    Beter,
}

/// One pin of a release, as far as its table is concerned.
#[derive(Debug, Clone, PartialEq)]
pub struct Pin<'a> {
    /// Its place: easting and northing in RD metres; none where it is about the whole buurt.
    pub at: Option<(f64, f64)>,
    /// Who put it: any numbering, the same number for the same person (or table that speaks with one voice).
    pub person: u32,
    /// Which side it is on.
    pub side: Side,
    /// Its theme; none where it was not sorted.
    pub theme: Option<&'a str>,
    /// Its kind, as a number of the caller's. The kinds of one side are not those of the other.
    pub kind: u8,
    /// Its time of day, as a number of the caller's; none where it was not told.
    pub moment: Option<u8>,
}

/// How a release is cut: chosen once, before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CutBy {
    /// By side and theme: the usual way.
    Theme,
    /// By side only: finer places and no themes, for few people.
    Side,
}

/// One told square of a stack, and how its people divide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The square and its people.
    pub vak: Vak,
    /// People by kind, at least; empty where that may not be told.
    pub kinds: Vec<Counted>,
    /// People by time of day, at least; empty where that may not be told. Class [`NO_MOMENT`]: not told at what time.
    pub moments: Vec<Counted>,
}

/// The class of those who did not say at what time of day.
pub const NO_MOMENT: u8 = u8::MAX;

/// What one side said about one theme in one release. Every pin lies in exactly one stack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stack {
    /// Which side.
    pub side: Side,
    /// Which theme; none for the rest of the side, and for all of it where it was cut by side only.
    pub theme: Option<String>,
    /// People who spoke about the whole buurt, at least: a multiple of *k*.
    pub nowhere: u32,
    /// Its told squares, by their corners; no two overlap.
    pub told: Vec<Told>,
}

/// All that is ever derived from the pins of one release. Once made it does not change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The fewest people behind any number in it.
    pub k: u32,
    /// How it was cut.
    pub by: CutBy,
    /// Its stacks: sterk before beter, themes by name, the rest last.
    pub stacks: Vec<Stack>,
}

/// Which part of tables is asked for: always a sum of whole stacks, or of one class in each of their squares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Slice<'a> {
    /// One theme, or all of them and what is in none.
    pub theme: Option<&'a str>,
    /// One side, or both.
    pub side: Option<Side>,
    /// One class of one list, or everybody.
    pub class: Option<Class>,
}

/// One class of a list. Lists are never crossed: there is no slice of a kind at a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// A kind.
    Kind(u8),
    /// A time of day.
    Moment(u8),
}

impl Table {
    /// Makes the table of a release.
    ///
    /// The order of the pins makes no difference. `lot` decides for which of several classes somebody counts in a square;
    /// see [`by_class`].
    ///
    /// # Errors
    /// As [`cut`].
    pub fn of(pins: &[Pin], k: u32, by: CutBy, lot: impl Fn(u32, u8) -> u64) -> Result<Self, Refused> {
        let mut stacks = Vec::new();
        for side in [Side::Sterk, Side::Beter] {
            let own: Vec<&Pin> = pins.iter().filter(|pin| pin.side == side).collect();
            let mut themes: BTreeMap<&str, Vec<&Pin>> = BTreeMap::new();
            let mut rest = Vec::new();
            for pin in own {
                match pin.theme {
                    Some(theme) if by == CutBy::Theme => themes.entry(theme).or_default().push(pin),
                    _ => rest.push(pin),
                }
            }
            for (theme, pins) in themes {
                let people: BTreeSet<u32> = pins.iter().map(|pin| pin.person).collect();
                if people.len() < THEME_PEOPLE {
                    rest.extend(pins);
                } else {
                    stacks.push(stack(side, Some(theme), &pins, k, &lot)?);
                }
            }
            stacks.push(stack(side, None, &rest, k, &lot)?);
        }
        Ok(Self { k, by, stacks })
    }

    /// The squares of a slice: those of all its stacks, which may lie over each other and then add up.
    pub fn squares<'t>(&'t self, slice: Slice<'t>) -> impl Iterator<Item = Vak> + 't {
        self.stacks_of(slice).flat_map(|stack| &stack.told).filter_map(move |told| {
            let of = |list: &[Counted], class: u8| {
                list.iter().find(|counted| counted.class == class).map(|counted| counted.people)
            };
            let people = match slice.class {
                None => Some(told.vak.people),
                Some(Class::Kind(kind)) => of(&told.kinds, kind),
                Some(Class::Moment(moment)) => of(&told.moments, moment),
            };
            people.map(|people| Vak { people, ..told.vak })
        })
    }

    /// The squares of a slice that hold a place, one for each stack that tells of it there.
    pub fn at<'t>(&'t self, slice: Slice<'t>, x: f64, y: f64) -> impl Iterator<Item = Vak> + 't {
        self.squares(slice).filter(move |vak| vak.holds(x, y))
    }

    /// The told square in which somebody counts who said something on this side about this theme at this place.
    pub fn square_of(&self, side: Side, theme: Option<&str>, x: f64, y: f64) -> Option<Vak> {
        let of_side = || self.stacks.iter().filter(|stack| stack.side == side);
        let own = of_side().find(|stack| theme.is_some() && stack.theme.as_deref() == theme);
        let stack = own.or_else(|| of_side().find(|stack| stack.theme.is_none()))?;
        stack.told.iter().map(|told| told.vak).find(|vak| vak.holds(x, y))
    }

    /// People who spoke about the whole buurt in a slice, at least; nothing is told of them by class.
    pub fn nowhere(&self, slice: Slice) -> u32 {
        if slice.class.is_some() {
            return 0;
        }
        self.stacks_of(slice).map(|stack| stack.nowhere).sum()
    }

    /// Whether a theme has a stack of its own here, on a side or on either.
    pub fn has_theme(&self, theme: &str, side: Option<Side>) -> bool {
        self.stacks_of(Slice { theme: Some(theme), side, class: None }).next().is_some()
    }

    fn stacks_of<'t>(&'t self, slice: Slice<'t>) -> impl Iterator<Item = &'t Stack> + 't {
        let theme = move |stack: &Stack| slice.theme.is_none() || stack.theme.as_deref() == slice.theme;
        let side = move |stack: &Stack| slice.side.is_none_or(|side| stack.side == side);
        self.stacks.iter().filter(move |stack| theme(stack) && side(stack))
    }
}

fn stack(
    side: Side,
    theme: Option<&str>,
    pins: &[&Pin],
    k: u32,
    lot: impl Fn(u32, u8) -> u64,
) -> Result<Stack, Refused> {
    let voices = |class: fn(&Pin) -> u8| -> Vec<Voice> {
        let placed = pins.iter().filter_map(|pin| pin.at.map(|at| (pin, at)));
        placed.map(|(pin, (x, y))| Voice { x, y, person: pin.person, class: class(pin) }).collect()
    };
    let by_kind = voices(|pin| pin.kind);
    let vakken = cut(&by_kind, k)?;
    let kinds = by_class(&vakken, &by_kind, k, &lot);
    let moments = by_class(&vakken, &voices(|pin| pin.moment.unwrap_or(NO_MOMENT)), k, &lot);
    let told = vakken.into_iter().zip(kinds).zip(moments);
    let nowhere: BTreeSet<u32> = pins.iter().filter(|pin| pin.at.is_none()).map(|pin| pin.person).collect();
    let nowhere = u32::try_from(nowhere.len()).unwrap_or(u32::MAX);
    Ok(Stack {
        side,
        theme: theme.map(str::to_owned),
        nowhere: nowhere / k * k,
        told: told.map(|((vak, kinds), moments)| Told { vak, kinds, moments }).collect(),
    })
}
