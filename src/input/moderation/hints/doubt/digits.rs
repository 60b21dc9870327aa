//! Digits that may be a number of somebody, however they are written: with any sign between them, over lines, partly in
//! words, in other clothes. Dates, times, years and sums are none.

use super::super::counting::{self, Said};
use super::super::dates;
use super::super::runs::{Group, groups};
use super::super::text::{Text, is_dash};

/// Fewest digits together that are no year, no price, no number of a house.
const MANY: usize = 6;
/// Digits of a number with its area.
const WHOLE: usize = 10;
/// Fewest of them in a row: nobody counts so far.
const MANY_NUMBERS: usize = 4;
/// Behind these a number is a sum.
const COUNTED: &[&str] = &[
    "euro",
    "euros",
    "eur",
    "miljoen",
    "m2",
    "m3",
    "m²",
    "m³",
    "inwoners",
    "bewoners",
    "mensen",
    "huizen",
    "woningen",
    "meter",
    "km",
    "kilometer",
    "liter",
    "keer",
];

/// What a run of digits is made of.
enum Part<'t> {
    Digits(&'t Group),
    /// A number in words; some are ordinary words too.
    Word(Said),
    /// Other words.
    Else,
}

/// Six digits or more with no words between them, or a number with its area with words between them.
pub(super) fn are_many(text: &Text) -> bool {
    let groups = groups(text);
    let dates = dates::find(text, &groups);
    let left: Vec<&Group> =
        (0..groups.len()).filter(|at| !dates.contains(at)).map(|at| &groups[at]).collect();
    let parts = parts(text, &groups, &left);
    let (mut run, mut words): (Vec<&Group>, usize) = (Vec::new(), 0);
    for (at, part) in parts.iter().enumerate() {
        let beside = |at: Option<usize>| {
            at.and_then(|at| parts.get(at))
                .is_some_and(|part| matches!(part, Part::Word(said) if !said.unsure))
        };
        match part {
            Part::Digits(group) => run.push(group),
            // "Een" counts beside another number in words only.
            Part::Word(said) if !said.unsure || beside(at.checked_sub(1)) || beside(Some(at + 1)) => {
                words += said.words;
            }
            _ => {
                if is_one(text, &run, words) {
                    return true;
                }
                run.clear();
                words = 0;
            }
        }
    }
    is_one(text, &run, words) || is_scattered(text, &left)
}

/// The digits that are no date and the words of a text, in order.
fn parts<'t>(text: &Text, all: &[Group], left: &[&'t Group]) -> Vec<Part<'t>> {
    let mut parts = Vec::new();
    let mut at = 0;
    while at < text.chars.len() {
        if let Some(group) = all.iter().find(|group| group.from == at) {
            parts.extend(left.iter().find(|one| one.from == at).map(|one| Part::Digits(one)));
            at = group.to;
        } else if text.chars[at].is_alphabetic() {
            let length = text.chars[at..].iter().take_while(|letter| letter.is_alphabetic()).count();
            let word = super::super::text::fold(&text.get(at, at + length));
            parts.push(counting::said(&word).map_or(Part::Else, Part::Word));
            at += length;
        } else {
            at += 1;
        }
    }
    parts
}

/// Whether digits with no words between them may be a number of somebody.
fn is_one(text: &Text, run: &[&Group], words: usize) -> bool {
    let Some(first) = run.first() else { return false };
    if words == 0 && (is_sum(text, run) || are_times(text, run)) {
        return false;
    }
    let count: usize = run.iter().map(|group| group.digits.len()).sum();
    // A number that begins with a nought may hold what looks like a year.
    let years = if first.digits.starts_with('0') {
        0
    } else {
        run.iter().filter(|group| is_year(&group.digits)).count()
    };
    count - 4 * years + words >= MANY
}

/// A year of people who are alive.
pub(super) fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// `1.250.000 euro`, `€ 1.250,50`, `100000 euro`.
fn is_sum(text: &Text, run: &[&Group]) -> bool {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
    let before = text.chars[..first.from].iter().rev().find(|letter| !letter.is_whitespace());
    let behind = text.words.iter().find(|word| word.from >= last.to).map(|word| text.small(*word));
    if before != Some(&'€') && !behind.is_some_and(|word| COUNTED.contains(&word.as_str())) {
        return false;
    }
    let sign = |pair: &[&Group]| match &text.chars[pair[0].to..pair[1].from] {
        [sign] => *sign,
        _ => '\n',
    };
    let cents = run.len() > 1 && sign(&run[run.len() - 2..]) == ',' && last.digits.len() <= 2;
    let whole = if cents { &run[..run.len() - 1] } else { run };
    let thousands = whole[1..].iter().all(|group| group.digits.len() == 3)
        && whole.windows(2).all(|pair| matches!(sign(pair), '.' | ' ' | '\u{A0}' | '\u{202F}'));
    !first.digits.starts_with('0') && thousands && first.digits.len() <= if whole.len() > 1 { 3 } else { 7 }
}

/// Whether the two groups that begin at `at` are a time: `20.30`, `9:00`.
fn is_time(text: &Text, run: &[&Group], at: usize) -> bool {
    let (Some(hour), Some(minute)) = (run.get(at), run.get(at + 1)) else { return false };
    let below = |group: &Group, most: u32| group.digits.parse::<u32>().is_ok_and(|number| number < most);
    matches!(text.chars[hour.to..minute.from], ['.' | ':'])
        && hour.digits.len() <= 2
        && below(hour, 25)
        && minute.digits.len() == 2
        && below(minute, 60)
}

/// `9.00-17.00, 18.00-20.00`: times, two by two, and no number that looks like them.
fn are_times(text: &Text, run: &[&Group]) -> bool {
    let between = |at: usize| {
        let gap = &text.chars[run[at - 1].to..run[at].from];
        gap.iter().any(|letter| is_dash(*letter) || matches!(letter, ',' | ';' | '/' | '&' | '+' | '\n'))
    };
    let times = run.len().is_multiple_of(2) && (0..run.len()).step_by(2).all(|at| is_time(text, run, at));
    times && (2..run.len()).step_by(2).all(between)
}

/// A mobile number with words between its digits: `06 dan 1234 en dan 5678`.
fn is_scattered(text: &Text, groups: &[&Group]) -> bool {
    let begins = |at: usize| groups[at].digits.starts_with("06") && !is_time(text, groups, at);
    let first = (0..groups.len()).find(|at| begins(*at));
    first.is_some_and(|first| groups[first..].iter().map(|group| group.digits.len()).sum::<usize>() >= WHOLE)
}

/// A number that is said in words, one after the other.
pub(super) fn are_many_in_words(text: &Text) -> bool {
    let spoken = |run: &counting::Run| {
        let nought = run.items.iter().filter_map(|item| item.said).any(|said| said.nought);
        let enough = run.words() >= MANY_NUMBERS || (run.words() + 1 >= MANY_NUMBERS && run.places() >= MANY);
        enough && (run.sure() > 1 || nought)
    };
    counting::runs(text).iter().any(spoken)
}

/// Digits in other clothes, in bold, in circles, above the line: no rule here reads them. What stands in "50 m²" and in
/// "1½ meter" is ordinary.
pub(super) fn are_dressed(text: &Text) -> bool {
    let dressed = |letter: &char| letter.is_numeric() && !letter.is_ascii();
    let ordinary = |at: usize| {
        let beside = |at: Option<usize>| at.and_then(|at| text.chars.get(at)).is_some_and(dressed);
        matches!(text.chars[at], '²' | '³' | '½' | '¼' | '¾')
            && !beside(at.checked_sub(1))
            && !beside(Some(at + 1))
    };
    let found: Vec<usize> = (0..text.chars.len()).filter(|at| dressed(&text.chars[*at])).collect();
    found.len() > MANY - 1 || !found.into_iter().all(ordinary)
}
