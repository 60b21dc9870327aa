//! Who was not heard: what may be told of who was there, and where nobody spoke. No I/O.

use crate::input::session::Attendance;
use crate::place::buurt::{Place, PlaceKind};

/// A number of people as the releases tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeopleCount {
    /// Nobody counted.
    Unknown,
    /// Nobody, or in each release fewer than *k*: which of the two is not told.
    Few,
    /// At least so many: a multiple of *k*.
    Count(u32),
}

impl PeopleCount {
    /// What releases tell of an age.
    pub fn of(told: &Attendance, age: &str) -> Self {
        match told.ages.get(age) {
            Some(count) => Self::Count(*count),
            None if told.counted == 0 => Self::Unknown,
            None => Self::Few,
        }
    }

    /// The number, where it is told.
    pub fn count(self) -> Option<u32> {
        match self {
            Self::Count(count) => Some(count),
            Self::Unknown | Self::Few => None,
        }
    }
}

/// People of an age: how many of them were there, and how many there would be if everybody came alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Class {
    /// Its slug: one of the ages of a count.
    pub slug: String,
    /// How many were there.
    pub told: PeopleCount,
    /// Their share of those who are told of; nothing where their number is not told.
    pub share: Option<f64>,
    /// Their share of the people who live there; nothing without figures.
    pub lives: Option<f64>,
}

impl Class {
    /// Whether they were heard much less than their share: less than half of it. Nothing where that cannot be said.
    pub fn is_unheard(&self) -> Option<bool> {
        let lives = self.lives?;
        let share = match self.told {
            PeopleCount::Few => 0.0,
            _ => self.share?,
        };
        Some(lives > 0.0 && share < lives / 2.0)
    }
}

/// How people were asked, of one method, group or vindplaats. How many people they were is not told: that is told by age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// What it is called.
    pub name: String,
    /// How many moments.
    pub times: u32,
    /// The last day, YYYY-MM-DD, where days were noted.
    pub last: Option<String>,
}

/// From so many moments on, a group has been asked often.
pub const OFTEN: u32 = 3;

impl Tally {
    /// Whether to think twice before asking them again.
    pub fn is_often(&self) -> bool {
        self.times >= OFTEN
    }
}

/// A place where people can be found.
#[derive(Debug, Clone, PartialEq)]
pub struct Find {
    /// As on the plattegrond.
    pub name: String,
    /// What it is.
    pub kind: PlaceKind,
    /// Where.
    pub place: Place,
    /// How far from the part, metres.
    pub metres: u32,
    /// How many moments were there before.
    pub times: u32,
}

/// A part of the area about which nobody spoke, or too few to tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its number on the map, from 1.
    pub number: u32,
    /// Streets in it, or what it is near to.
    pub name: String,
    /// How large it is.
    pub hectares: f64,
    /// A place in it, for its number.
    pub middle: Place,
    /// Where people can be found in it or near it, the nearest first.
    pub finds: Vec<Find>,
}

/// How old the people are who live there, from figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Ages {
    /// Classes: from, up to (not included; nothing for the oldest), share of everybody.
    pub classes: Vec<(u32, Option<u32>, f64)>,
    /// Of which area, as people call it.
    pub area: String,
    /// Where the figures come from, with their year.
    pub source: String,
}

/// The age at which the oldest class is taken to end, for spreading it evenly.
const OLDEST: f64 = 95.0;

impl Ages {
    /// The share of people from one age up to another, as if within each class every year had as many.
    pub fn share(&self, from: u32, to: Option<u32>) -> f64 {
        let end = |to: Option<u32>| to.map_or(OLDEST, f64::from);
        let (from, to) = (f64::from(from), end(to));
        let within = |(low, high, share): &(u32, Option<u32>, f64)| {
            let (low, high) = (f64::from(*low), end(*high));
            let overlap = (high.min(to) - low.max(from)).max(0.0);
            if high > low { share * overlap / (high - low) } else { 0.0 }
        };
        self.classes.iter().map(within).sum()
    }

    /// Whether the classes follow each other from birth to the oldest, without a gap or an overlap.
    pub fn is_whole(&self) -> bool {
        let mut next = Some(0);
        for (from, to, _) in &self.classes {
            if next != Some(*from) {
                return false;
            }
            next = *to;
        }
        !self.classes.is_empty() && next.is_none()
    }
}

/// The age that an age class of a count begins and ends with (not included): `18-34`, `75+`.
pub fn age_of(slug: &str) -> Option<(u32, Option<u32>)> {
    if let Some(from) = slug.strip_suffix('+') {
        return Some((from.parse().ok()?, None));
    }
    let (from, last) = slug.split_once('-')?;
    Some((from.parse().ok()?, Some(last.parse::<u32>().ok()? + 1)))
}

/// The age class that the name of a figure means: "0 tot 15 jaar", "15-24 jaar", "65 jaar of ouder", "jonger dan 15". Nothing
/// where it is of something else.
pub fn age_in(name: &str) -> Option<(u32, Option<u32>)> {
    let words = name.to_lowercase().replace(['–', '_'], "-");
    let numbers: Vec<u32> = words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty() && digits.len() <= 3)
        .filter_map(|digits| digits.parse().ok())
        .collect();
    let is_age = words.contains("jaar") || words.contains("leeftijd") || words.contains("jarigen");
    if !is_age {
        return None;
    }
    match numbers.as_slice() {
        [from, to] if words.contains("tot") && !words.contains("tot en met") && from < to => {
            Some((*from, Some(*to)))
        }
        [from, last] if from < last => Some((*from, Some(last + 1))),
        [to] if words.contains("jonger") || words.trim_start().starts_with("tot ") => Some((0, Some(*to))),
        [from] if words.contains("ouder") || words.contains("en meer") || words.contains('+') => {
            Some((*from, None))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_was_not_counted_is_unknown_and_nobody_looks_like_too_few() {
        let ages = [("18-34".to_owned(), 6)].into();
        let told = Attendance { counted: 1, ages };
        assert_eq!(
            ["18-34", "75+"].map(|age| PeopleCount::of(&told, age)),
            [PeopleCount::Count(6), PeopleCount::Few]
        );
        assert_eq!(PeopleCount::of(&Attendance::default(), "75+"), PeopleCount::Unknown);
        assert_eq!(PeopleCount::Few.count(), None);
    }

    #[test]
    fn ages_of_a_count_and_of_a_figure_are_read_as_they_are_written() {
        assert_eq!(age_of("18-34"), Some((18, Some(35))));
        assert_eq!(age_of("75+"), Some((75, None)));
        for (name, age) in [
            ("Aantal inwoners 0 tot 15 jaar", (0, Some(15))),
            ("15-24 jaar (%)", (15, Some(25))),
            ("45 tot en met 64 jaar", (45, Some(65))),
            ("65 jaar of ouder", (65, None)),
            ("Jonger dan 15 jaar", (0, Some(15))),
        ] {
            assert_eq!(age_in(name), Some(age), "{name}");
        }
        for name in [
            "Aantal inwoners",
            "Woningen van 1990 tot 2000",
            "Een auto per 100 huishoudens",
            "Gezond 65-plus",
        ] {
            assert_eq!(age_in(name), None, "{name}");
        }
    }

    #[test]
    fn classes_are_spread_evenly_and_add_up_to_everybody() {
        let classes = vec![(0, Some(15), 0.15), (15, Some(25), 0.1), (25, Some(65), 0.6), (65, None, 0.15)];
        let ages = Ages { classes, area: String::new(), source: String::new() };
        assert!(ages.is_whole());
        assert!((ages.share(15, Some(25)) - 0.1).abs() < 1e-12);
        assert!((ages.share(18, Some(35)) - (0.07 + 0.15)).abs() < 1e-12);
        assert!((ages.share(75, None) - 0.1).abs() < 1e-12);
        let all = crate::input::session::AGES
            .iter()
            .filter_map(|slug| age_of(slug))
            .map(|(from, to)| ages.share(from, to));
        assert!((all.sum::<f64>() - 1.0).abs() < 1e-12);
        let gap = Ages { classes: vec![(0, Some(15), 0.5), (16, None, 0.5)], ..ages };
        assert!(!gap.is_whole());
    }

    #[test]
    fn who_came_less_than_half_of_their_share_was_not_heard() {
        let class = |told, share, lives| Class { slug: String::new(), told, share, lives };
        assert_eq!(class(PeopleCount::Count(5), Some(0.1), Some(0.3)).is_unheard(), Some(true));
        assert_eq!(class(PeopleCount::Count(5), Some(0.2), Some(0.3)).is_unheard(), Some(false));
        assert_eq!(class(PeopleCount::Few, None, Some(0.05)).is_unheard(), Some(true));
        assert_eq!(class(PeopleCount::Count(5), Some(0.1), None).is_unheard(), None);
    }
}
