//! What came of a file; and that in words, for the page and for the command line.

use serde::{Deserialize, Serialize};

use super::read::FileFacts;
use super::{Level, Survey};
use crate::platform::texts::{t, tv};

/// Most names in one sentence.
const NAMED: usize = 8;

/// What a file came to. Kept with it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// What looking at it found.
    pub survey: Survey,
    /// Rows that are kept.
    pub kept: usize,
    /// Figures that are not shown: they stand for too few people.
    pub secret: usize,
    /// Cells that hold no figure and no known mark, or fewer people than none.
    pub unreadable: usize,
    /// Percentages above a hundred: rare, and what is left where a decimal sign was lost.
    pub above: usize,
    /// Rows of which figures are not shown because it is not told how many people they are about.
    pub baseless: usize,
}

/// Some names, and how many more there are.
pub(super) fn names(all: &[String], count: usize) -> String {
    let mut text = all.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if count > all.len().min(NAMED) {
        text = tv(
            "indicators-told-more",
            &[("names", text.into()), ("n", (count - all.len().min(NAMED)).into())],
        );
    }
    text
}

/// For how many buurten there is a figure of which level.
fn matched(survey: &Survey) -> Vec<String> {
    let mut lines = Vec::new();
    for level in [Some(Level::Buurt), Some(Level::Wijk), Some(Level::Gemeente), None] {
        let of: Vec<String> =
            survey.matches.iter().filter(|one| one.level == level).map(|one| one.name.clone()).collect();
        if !of.is_empty() {
            let key = format!("indicators-told-match-{}", level.map_or("none", Level::word));
            lines.push(tv(&key, &[("n", of.len().into()), ("names", names(&of, of.len()).into())]));
        }
    }
    lines
}

/// Areas that are not used, and why.
fn left_out(survey: &Survey) -> Vec<String> {
    let mut lines = Vec::new();
    for (why, (n, first)) in &survey.no_code {
        let key = match why.as_str() {
            "Empty" => "indicators-told-code-empty",
            "LostZeros" => "indicators-told-code-zeros",
            "TooLarge" => "indicators-told-code-large",
            _ => "indicators-told-code-unknown",
        };
        lines.push(tv(key, &[("n", (*n).into()), ("names", names(first, *n).into())]));
    }
    if !survey.doubled.is_empty() {
        let n = survey.doubled.len();
        lines.push(tv(
            "indicators-told-doubled",
            &[("n", n.into()), ("names", names(&survey.doubled, n).into())],
        ));
    }
    if !survey.moved.is_empty() {
        let moved: Vec<String> =
            survey.moved.iter().map(|(code, share)| format!("{code} ({share}%)")).collect();
        let n = moved.len();
        lines.push(tv("indicators-told-moved", &[("n", n.into()), ("names", names(&moved, n).into())]));
    }
    lines
}

/// What is to be known of the file as it was read.
fn of_file(told: &FileFacts) -> Vec<String> {
    let mut lines = Vec::new();
    if !told.nested.is_empty() {
        let n = told.nested.len();
        lines
            .push(tv("indicators-told-nested", &[("n", n.into()), ("names", names(&told.nested, n).into())]));
    }
    match told.page.map(|page| page.missing) {
        Some(Some(n)) => lines.push(tv("indicators-told-page", &[("n", n.into())])),
        Some(None) => lines.push(t("indicators-told-page-unsaid")),
        None => {}
    }
    if told.unfinished {
        lines.push(t("indicators-told-unfinished"));
    }
    if told.encoding != "UTF-8" && !told.encoding.is_empty() {
        lines.push(tv("indicators-told-encoding", &[("name", told.encoding.clone().into())]));
    }
    if told.header_rows > 1 {
        lines.push(tv("indicators-told-heads", &[("n", told.header_rows.into())]));
    }
    lines
}

/// What the file turned out to be, what matched, and what was left out and why; a sentence each.
pub fn in_words(report: &Report) -> Vec<String> {
    let survey = &report.survey;
    let mut lines = vec![tv(
        "indicators-told-file",
        &[
            ("format", survey.told.format.clone().into()),
            ("rows", survey.rows.into()),
            ("used", survey.used.into()),
        ],
    )];
    lines.extend(matched(survey));
    if survey.strangers_count > 0 {
        let codes: Vec<String> = survey.strangers.iter().map(|(code, _)| code.clone()).collect();
        let names = names(&codes, survey.strangers_count);
        lines.push(tv(
            "indicators-told-strangers",
            &[("n", survey.strangers_count.into()), ("names", names.into())],
        ));
    }
    for (key, n) in [
        ("indicators-told-elsewhere", survey.elsewhere),
        ("indicators-told-far", survey.far),
        ("indicators-told-no-place", survey.no_place),
        ("indicators-told-several", survey.several),
        ("indicators-told-not-asked", survey.not_asked),
        ("indicators-told-ragged", survey.ragged),
        ("indicators-told-again", survey.again),
        ("indicators-told-formulas", survey.formulas),
        ("indicators-told-secret", report.secret),
        ("indicators-told-baseless", report.baseless),
        ("indicators-told-unreadable", report.unreadable),
        ("indicators-told-above", report.above),
    ] {
        if n > 0 {
            lines.push(tv(key, &[("n", n.into())]));
        }
    }
    if survey.dates > 0 {
        let dated = names(&survey.dated, survey.dates);
        lines.push(tv("indicators-told-dates", &[("n", survey.dates.into()), ("names", dated.into())]));
    }
    lines.extend(left_out(survey));
    if !survey.same.is_empty() {
        let n = survey.same.len();
        lines.push(tv("indicators-told-same", &[("n", n.into()), ("names", names(&survey.same, n).into())]));
    }
    if survey.square_m > 0 {
        lines.push(tv("indicators-told-square", &[("n", survey.square_m.into())]));
    }
    lines.extend(of_file(&survey.told));
    lines
}

/// Why a figure is not shown: the rule, in words.
pub fn secret_rule() -> String {
    t("indicators-secret-rule")
}
