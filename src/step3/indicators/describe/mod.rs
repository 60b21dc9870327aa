//! Ready-made descriptions of the tables that people use: who made them, under which licence, what to mind, and what their
//! columns mean. They are a proposal: whoever brings a file in sees and may change every word.

mod cbs;
mod older;
mod others;

use super::read::Options;
use super::survey::Survey;
use super::{Better, Counts, FileError, Meaning, Shape};

/// A column that is known: its head without capitals, signs and a number behind it; name, unit, domain, which way is better,
/// what it counts.
pub struct Known(
    pub &'static str,
    pub &'static str,
    pub &'static str,
    pub &'static str,
    pub Better,
    pub Counts,
);

/// A table that is known.
pub struct Description {
    /// Its name on the command line.
    pub slug: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// Who made it.
    pub source: &'static str,
    /// Under which licence.
    pub licence: &'static str,
    /// What to mind.
    pub caveat: &'static str,
    /// What its rows are about.
    pub shape: Shape,
    /// The column with codes, where it has a usual name.
    area_fields: &'static [&'static str],
    /// The column with the category of a point.
    category_fields: &'static [&'static str],
    /// What its points are called.
    pub point_name: &'static str,
    /// The theme of its points.
    pub point_domain: &'static str,
    /// Its columns.
    pub columns: &'static [Known],
    /// What its columns were called in other years and files.
    older: &'static [older::Older],
}

/// Every table that is known, in the order in which people see them.
pub const ALL: [&Description; 5] =
    [&cbs::KERNCIJFERS, &cbs::VIERKANTEN, &others::LEEFBAAROMETER, &others::RIVM, &others::MELDINGEN];

/// Fewest known columns by which a table is recognised by itself.
const RECOGNISED: usize = 4;

/// The description of this name.
///
/// # Errors
/// There is none.
pub fn named(slug: &str) -> Result<&'static Description, FileError> {
    ALL.into_iter().find(|one| one.slug == slug).ok_or_else(|| {
        let all: Vec<_> = ALL.iter().map(|one| one.slug).collect();
        FileError::NoDescription(slug.to_owned(), all.join(", "))
    })
}

/// The table that a file looks like, by the heads of its columns; nothing where two fit as well.
pub fn recognised(survey: &Survey) -> Option<&'static Description> {
    let fits = |one: &Description| {
        let known = survey.columns.iter().filter(|column| one.known(&column.name).is_some()).count();
        if survey.shape == Some(one.shape) && known >= RECOGNISED { known } else { 0 }
    };
    let mut scores: Vec<(usize, &'static Description)> =
        ALL.into_iter().map(|one| (fits(one), one)).collect();
    scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    (scores[0].0 > scores[1].0).then_some(scores[0].1)
}

/// A head without capitals, signs, and a number behind an underscore: `AantalInwoners_5` and `aantal_inwoners` are the same.
fn bare(head: &str) -> String {
    let head = match head.trim().rsplit_once('_') {
        Some((front, number)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            front
        }
        _ => head,
    };
    whole(head)
}

/// A head without capitals and signs.
fn whole(head: &str) -> String {
    head.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Description {
    /// The column of the table that has this head today.
    fn known(&self, head: &str) -> Option<&'static Known> {
        let wanted = bare(head);
        self.columns.iter().find(|one| one.0 == wanted)
    }

    /// The same for what it was called before. A number behind an underscore can be an age: `INW_014`.
    fn known_before(&self, head: &str) -> Option<&'static Known> {
        let of = |wanted: String| self.older.iter().find(|(heads, _)| heads.contains(&wanted.as_str()));
        of(whole(head)).or_else(|| of(bare(head))).map(|(_, known)| known)
    }

    /// What a column with this head means.
    pub fn meaning(&self, head: &str) -> Option<Meaning> {
        let known = self.known(head).or_else(|| self.known_before(head));
        let Known(_, name, unit, domain, better, counts) = known?;
        Some(Meaning {
            column: head.to_owned(),
            name: (*name).to_owned(),
            unit: (*unit).to_owned(),
            domain: (*domain).to_owned(),
            better: *better,
            counts: *counts,
        })
    }

    /// How such a table is read, where the heads of this file allow it; what somebody said stays.
    pub fn apply(&self, options: &mut Options, heads: &[String]) {
        let head = |names: &[&str]| heads.iter().find(|head| names.contains(&bare(head).as_str())).cloned();
        if self.shape == Shape::Point {
            options.shape = options.shape.or(Some(Shape::Point));
            options.category_field = options.category_field.take().or_else(|| head(self.category_fields));
        } else {
            options.area_field = options.area_field.take().or_else(|| head(self.area_fields));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::session::THEMES;

    #[test]
    fn a_head_is_known_however_a_program_writes_it() {
        for head in ["AantalInwoners_5", "aantal_inwoners", "Aantal inwoners"] {
            assert_eq!(cbs::KERNCIJFERS.meaning(head).unwrap().name, "Inwoners", "{head}");
        }
        assert_eq!(cbs::KERNCIJFERS.meaning("Iets"), None);
    }

    #[test]
    fn heads_of_other_years_are_known_with_what_they_count() {
        for (head, name, counts) in [
            ("AANT_INW", "Inwoners", Counts::People),
            ("Inw_totaal", "Inwoners", Counts::People),
            ("AANT_VROUW", "Vrouwen", Counts::People),
            ("INW_014", "Inwoners van 0 tot 15 jaar", Counts::People),
            ("a_00_14", "Inwoners van 0 tot 15 jaar", Counts::People),
            ("a_65_oo", "Inwoners van 65 jaar of ouder", Counts::People),
            ("P_65_EO_JR", "Inwoners van 65 jaar of ouder", Counts::Nothing),
            ("AANTAL_HH", "Huishoudens", Counts::People),
            ("AANT_HH", "Huishoudens", Counts::People),
            ("aantal_huishoudens", "Huishoudens", Counts::People),
            ("Mannen_6", "Mannen", Counts::People),
            ("WONINGEN", "Woningen", Counts::Things),
        ] {
            let meaning = cbs::KERNCIJFERS.meaning(head).unwrap();
            assert_eq!((meaning.name.as_str(), meaning.counts), (name, counts), "{head}");
            assert_eq!(meaning.column, head);
        }
    }

    #[test]
    fn every_description_is_whole_and_of_themes_that_there_are() {
        for one in ALL {
            assert!(
                !one.caveat.is_empty() && !one.source.is_empty() && !one.licence.is_empty(),
                "{}",
                one.slug
            );
            for Known(head, name, _, domain, ..) in one.columns {
                assert_eq!(bare(head), *head, "{name}");
                assert!(THEMES.contains(domain), "{domain}");
            }
            let mut heads: Vec<_> = one.columns.iter().map(|column| column.0).collect();
            heads.sort_unstable();
            heads.dedup();
            assert_eq!(heads.len(), one.columns.len(), "{}", one.slug);
            let mut older: Vec<_> = one.older.iter().flat_map(|(heads, _)| *heads).collect();
            older.sort_unstable();
            for two in older.windows(2) {
                assert_ne!(two[0], two[1]);
            }
            for (heads, Known(_, _, _, domain, ..)) in one.older {
                assert!(THEMES.contains(domain), "{domain}");
                for head in *heads {
                    assert_eq!(whole(head), *head);
                }
            }
        }
        assert!(others::LEEFBAAROMETER.caveat.contains("signaal"));
    }
}
