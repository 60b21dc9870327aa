//! What is coming: a place, what happens there, and when. Both targets; no I/O.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::input::session::words;
use crate::place::buurt::Place;

/// Most characters of a title, a source, the name of a place.
pub const LONGEST_TITLE: usize = 200;
/// Most characters of what is told about it.
pub const LONGEST_WORDS: usize = 2000;

words! {
    /// What happens.
    Kind {
        /// Homes or other buildings go.
        Sloop = "sloop",
        /// Homes or other buildings come.
        Bouw = "bouw",
        /// What stands is mended or changed.
        Renovatie = "renovatie",
        /// A school closes.
        SchoolDicht = "school-dicht",
        /// Anything else.
        Anders = "anders",
    }
}

/// A year, a month or a day, as exact as somebody knows it: `2027`, `2027-03`, `2027-03-15`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Day(String);

impl Day {
    /// As it is written.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Year, and month and day as far as they are known.
    pub fn parts(&self) -> (i32, Option<u32>, Option<u32>) {
        let mut parts = self.0.split('-');
        let year = parts.next().and_then(|year| year.parse().ok()).unwrap_or_default();
        (
            year,
            parts.next().and_then(|month| month.parse().ok()),
            parts.next().and_then(|day| day.parse().ok()),
        )
    }
}

impl FromStr for Day {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let parts: Vec<&str> = text.trim().split('-').collect();
        let digits = |text: &str, length: usize| {
            text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let number = |text: &str| text.parse::<u32>().map_err(|_| ());
        let [year, rest @ ..] = parts.as_slice() else { return Err(()) };
        if !digits(year, 4)
            || !(1900..=2200).contains(&number(year)?)
            || rest.len() > 2
            || !rest.iter().all(|part| digits(part, 2))
        {
            return Err(());
        }
        if let Some(month) = rest.first() {
            let month = number(month)?;
            let days = match month {
                2 if is_leap(number(year)?) => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                1..=12 => 31,
                _ => return Err(()),
            };
            if rest.get(1).map_or(Ok(1), |day| number(day)).is_ok_and(|day| !(1..=days).contains(&day)) {
                return Err(());
            }
        }
        Ok(Self(parts.join("-")))
    }
}

fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400)
}

/// Something that is coming.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Coming {
    /// UUID.
    pub id: String,
    /// What happens.
    pub kind: Kind,
    /// In a few words.
    pub title: String,
    /// More about it; may be empty.
    pub words: String,
    /// Who said so; may be empty.
    pub source: String,
    /// Where.
    pub place: Place,
    /// What that place is called.
    pub place_name: String,
    /// From when.
    pub starts_on: Day,
    /// Until when, where that is known.
    pub ends_on: Option<Day>,
    /// Grows with each change.
    pub version: i64,
    /// When it was last changed, in UTC.
    pub changed_at: String,
    /// By whom.
    pub changed_by: String,
}

/// What a form says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// See [`Coming::kind`].
    pub kind: String,
    /// See [`Coming::title`].
    pub title: String,
    /// See [`Coming::words`].
    pub words: String,
    /// See [`Coming::source`].
    pub source: String,
    /// See [`Coming::place`].
    pub place: Option<Place>,
    /// See [`Coming::place_name`].
    pub place_name: String,
    /// See [`Coming::starts_on`].
    pub starts_on: String,
    /// See [`Coming::ends_on`].
    pub ends_on: String,
}

impl Draft {
    /// What was said before.
    pub fn of(one: &Coming) -> Self {
        Self {
            kind: one.kind.word().to_owned(),
            title: one.title.clone(),
            words: one.words.clone(),
            source: one.source.clone(),
            place: Some(one.place),
            place_name: one.place_name.clone(),
            starts_on: one.starts_on.text().to_owned(),
            ends_on: one.ends_on.as_ref().map(|day| day.text().to_owned()).unwrap_or_default(),
        }
    }

    /// As it is kept, or everything that is wrong, as the field it is about and a text key.
    ///
    /// # Errors
    /// Each rule that is broken.
    pub fn checked(&self) -> Result<Coming, Vec<(&'static str, &'static str)>> {
        let mut wrong = Vec::new();
        let mut keep = |broken: bool, field: &'static str, rule: &'static str| {
            if broken {
                wrong.push((field, rule));
            }
        };
        let (title, words) = (self.title.trim(), self.words.trim());
        let long = |text: &str, most: usize| text.chars().count() > most || text.contains('\0');
        keep(title.is_empty(), "title", "coming-wrong-title");
        keep(long(title, LONGEST_TITLE), "title", "coming-wrong-line-long");
        keep(long(words, LONGEST_WORDS), "words", "coming-wrong-long");
        keep(long(&self.source, LONGEST_TITLE), "source", "coming-wrong-line-long");
        keep(long(&self.place_name, LONGEST_TITLE), "naam", "coming-wrong-line-long");
        let kind = self.kind.parse::<Kind>();
        keep(kind.is_err(), "kind", "coming-wrong-kind");
        let starts = self.starts_on.parse::<Day>();
        keep(starts.is_err(), "starts_on", "coming-wrong-start");
        let ends =
            Some(self.ends_on.trim()).filter(|text| !text.is_empty()).map(str::parse::<Day>).transpose();
        keep(ends.is_err(), "ends_on", "coming-wrong-end");
        if let (Ok(starts), Ok(Some(ends))) = (&starts, &ends) {
            // 2027 may end in 2027-03: as far as both are known.
            let shared = starts.text().len().min(ends.text().len());
            keep(ends.text()[..shared] < starts.text()[..shared], "ends_on", "coming-wrong-order");
        }
        keep(self.place.is_none(), "plek", "coming-wrong-place");
        match (kind, starts, ends, self.place) {
            (Ok(kind), Ok(starts_on), Ok(ends_on), Some(place)) if wrong.is_empty() => Ok(Coming {
                id: String::new(),
                kind,
                title: title.to_owned(),
                words: words.to_owned(),
                source: self.source.trim().to_owned(),
                place,
                place_name: self.place_name.trim().to_owned(),
                starts_on,
                ends_on,
                version: 0,
                changed_at: String::new(),
                changed_by: String::new(),
            }),
            _ => Err(wrong),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft {
            kind: "sloop".into(),
            title: " Flat aan het plein ".into(),
            place: Some(Place { lon: 4.93, lat: 52.35 }),
            starts_on: "2027-03".into(),
            ..Draft::default()
        }
    }

    #[test]
    fn a_day_is_as_exact_as_somebody_knows_it() {
        for text in ["2027", "2027-03", "2027-03-15", "2028-02-29"] {
            assert_eq!(text.parse::<Day>().map(|day| day.text().to_owned()), Ok(text.to_owned()));
        }
        for wrong in [
            "",
            "27",
            "2027-13",
            "2027-00",
            "2027-02-29",
            "2027-3",
            "maart 2027",
            "2027-03-15-1",
            "1027",
            "+027",
        ] {
            assert!(wrong.parse::<Day>().is_err(), "{wrong}");
        }
        assert_eq!("2027-03".parse::<Day>().unwrap().parts(), (2027, Some(3), None));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        assert_eq!(draft().checked().unwrap().title, "Flat aan het plein");
        let wrong = Draft::default().checked().unwrap_err();
        assert_eq!(
            wrong,
            [
                ("title", "coming-wrong-title"),
                ("kind", "coming-wrong-kind"),
                ("starts_on", "coming-wrong-start"),
                ("plek", "coming-wrong-place")
            ]
        );
        let order = Draft { ends_on: "2026".into(), ..draft() }.checked().unwrap_err();
        assert_eq!(order, [("ends_on", "coming-wrong-order")]);
        assert!(Draft { ends_on: "2027".into(), ..draft() }.checked().is_ok(), "the year in which it begins");
        assert!(Draft { title: "x\0".into(), ..draft() }.checked().is_err());
    }
}
