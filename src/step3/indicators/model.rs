//! What a figure from elsewhere is, and what holds for all figures of one file. Both targets; no I/O.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::input::session::words;
use crate::place::buurt::Place;

/// Most characters of a name, a unit, a source, a licence.
pub const LONGEST_NAME: usize = 200;
/// Most characters of a caveat.
pub const LONGEST_CAVEAT: usize = 1000;
/// Years that figures may be of.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;
/// Where figures stand that are of no theme of their own.
pub const GENERAL: &str = "algemeen";

words! {
    /// Which way is better for the people who live there.
    Better {
        /// More is better.
        More = "meer",
        /// Less is better.
        Less = "minder",
        /// Neither: it only tells.
        Neither = "geen",
    }
}

words! {
    /// What a number counts, which says whether it may be added up, and whether it can point at somebody.
    Counts {
        /// Nothing: a share, a mean, a score.
        Nothing = "deel",
        /// People or households: few of them are not shown.
        People = "mensen",
        /// Things: houses, trees, reports.
        Things = "dingen",
    }
}

words! {
    /// What kind of area a figure is of.
    Level {
        /// A neighbourhood of Statistics Netherlands.
        Buurt = "buurt",
        /// The wijk round it.
        Wijk = "wijk",
        /// The municipality.
        Gemeente = "gemeente",
        /// A square of 100 or 500 m.
        Square = "vierkant",
        /// A point.
        Point = "punt",
    }
}

words! {
    /// What the rows of a file are about.
    Shape {
        /// Areas, by their code.
        Area = "area",
        /// Squares, by their corner.
        Square = "square",
        /// Points.
        Point = "point",
    }
}

/// One indicator: one unit and one meaning, with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// UUID.
    pub id: String,
    /// The file it came with (UUID): all its indicators share source, year, licence, caveat and whether they are public.
    pub import: String,
    /// Of this traject only; of every traject where there is none.
    pub traject: Option<String>,
    /// What its rows are about.
    pub shape: Shape,
    /// The head of its column in the file.
    pub column: String,
    /// What people call it.
    pub name: String,
    /// Such as `%`, `aantal`, `euro`; may be empty.
    pub unit: String,
    /// A theme of a buurtscan, or [`GENERAL`].
    pub domain: String,
    /// Which way is better.
    pub better: Better,
    /// What the number counts.
    pub counts: Counts,
    /// Who made the figures.
    pub source: String,
    /// The year they are about.
    pub year: i32,
    /// Under which licence they may be used.
    pub licence: String,
    /// What to mind when reading them.
    pub caveat: String,
    /// May be shown to residents. Never, unless somebody said so.
    pub public: bool,
    /// Taken out of lists and new choices; what rests on it can still be read.
    pub withdrawn: bool,
    /// Grows with each change.
    pub version: i64,
}

impl Indicator {
    /// Its name, with the year and who made it.
    pub fn named(&self) -> String {
        format!("{} ({}, {})", self.name, self.year, self.source)
    }
}

/// A figure of one indicator for one area, square or point.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Of what.
    pub indicator: Arc<Indicator>,
    /// What kind of area.
    pub level: Level,
    /// Its code: `BU0363MM05`, `WK0363MM`, `GM0363`, a square by its corner (`E1234N4867`), a point by its RD metres.
    pub area: String,
    /// What it is called; the code where the file has no name for it.
    pub name: String,
    /// The figure; nothing where it is not known or not shown.
    pub value: Option<f64>,
    /// It stands for too few people and is not shown.
    pub secret: bool,
    /// The middle of a square, or the point, in WGS84.
    pub place: Option<Place>,
}

/// One indicator as a page about a theme lays it out: from near to far, nothing filled in that is not known.
#[derive(Debug, Clone, PartialEq)]
pub struct OfTheme {
    /// Which.
    pub indicator: Arc<Indicator>,
    /// For each buurt of the traject, in the traject's order. A figure of squares or points in it carries how many there
    /// are in [`ForBuurt::of`].
    pub buurten: Vec<ForBuurt>,
    /// The wijken round these buurten, as far as the file has them.
    pub wijken: Vec<Figure>,
    /// The municipality, as far as the file has it.
    pub gemeenten: Vec<Figure>,
}

/// What an indicator says of one buurt.
#[derive(Debug, Clone, PartialEq)]
pub struct ForBuurt {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The figure of the buurt itself; nothing where the file has none: then only wijk or gemeente may have one.
    pub figure: Option<Figure>,
    /// How many squares or points of the file lie in the buurt; nothing for a file by area.
    pub of: Option<usize>,
}

/// A field of a form that breaks a rule, and the rule as a text key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The name of the field.
    pub field: &'static str,
    /// The key of the text that says what is wrong.
    pub rule: &'static str,
}

/// What holds for every indicator of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct About {
    /// Who made the figures.
    pub source: String,
    /// The year they are about.
    pub year: i32,
    /// Under which licence.
    pub licence: String,
    /// What to mind.
    pub caveat: String,
    /// May be shown to residents.
    pub public: bool,
}

impl About {
    /// Who made it, and about which year.
    pub fn named(&self) -> String {
        format!("{} ({})", self.source, self.year)
    }

    /// The same without white space around, or what is wrong.
    ///
    /// # Errors
    /// Each field that breaks a rule.
    pub fn checked(mut self) -> Result<Self, Vec<Broken>> {
        let mut broken = Vec::new();
        for text in [&mut self.source, &mut self.licence, &mut self.caveat] {
            *text = text.trim().to_owned();
        }
        let mut rule = |wrong: bool, field, rule| {
            if wrong {
                broken.push(Broken { field, rule });
            }
        };
        rule(self.source.is_empty(), "source", "indicators-wrong-source");
        rule(!YEARS.contains(&self.year), "year", "indicators-wrong-year");
        for (field, text, most) in [
            ("source", &self.source, LONGEST_NAME),
            ("licence", &self.licence, LONGEST_NAME),
            ("caveat", &self.caveat, LONGEST_CAVEAT),
        ] {
            rule(!is_text(text, most), field, "indicators-wrong-long");
        }
        if broken.is_empty() { Ok(self) } else { Err(broken) }
    }
}

/// What somebody says about one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meaning {
    /// The head of the column.
    pub column: String,
    /// What people call it.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// A theme, or [`GENERAL`].
    pub domain: String,
    /// Which way is better.
    pub better: Better,
    /// What the number counts.
    pub counts: Counts,
}

impl Meaning {
    /// The same without white space around, or what is wrong.
    ///
    /// # Errors
    /// Each field that breaks a rule.
    pub fn checked(mut self) -> Result<Self, Vec<Broken>> {
        for text in [&mut self.name, &mut self.unit, &mut self.domain] {
            *text = text.trim().to_owned();
        }
        if self.domain.is_empty() {
            GENERAL.clone_into(&mut self.domain);
        }
        let mut broken = Vec::new();
        if self.name.is_empty() {
            broken.push(Broken { field: "name", rule: "indicators-wrong-name" });
        }
        for (field, text) in [("name", &self.name), ("unit", &self.unit), ("domain", &self.domain)] {
            if !is_text(text, LONGEST_NAME) {
                broken.push(Broken { field, rule: "indicators-wrong-long" });
            }
        }
        if broken.is_empty() { Ok(self) } else { Err(broken) }
    }
}

fn is_text(text: &str, most: usize) -> bool {
    text.chars().count() <= most && !text.contains('\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let about = About { source: " ".into(), year: 20, caveat: "é".repeat(1001), ..About::default() };
        let fields: Vec<_> = about.checked().unwrap_err().into_iter().map(|one| one.field).collect();
        assert_eq!(fields, ["source", "year", "caveat"]);
        let fine = About { source: " CBS ".into(), year: 2024, ..About::default() }.checked().unwrap();
        assert_eq!((fine.source.as_str(), fine.public), ("CBS", false));
    }

    #[test]
    fn words_are_read_as_they_are_written() {
        for better in Better::ALL {
            assert_eq!(better.word().parse(), Ok(*better));
        }
        assert!("more".parse::<Better>().is_err());
    }
}
