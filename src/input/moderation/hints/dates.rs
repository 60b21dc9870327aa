//! Dates and times: numbers that belong to nobody.

use super::runs::{Group, joins};
use super::text::{Text, is_dash};

/// The groups of digits that are part of a date or of a time from–to.
pub(super) fn find(text: &Text, groups: &[Group]) -> Vec<usize> {
    let mut found = Vec::new();
    for at in 0..groups.len() {
        if is_date(text, groups, at) {
            found.extend(at..at + 3);
        }
        if is_span(text, groups, at) {
            found.extend(at..at + 4);
        }
    }
    found.dedup();
    found
}

/// What stands between two groups, if it is one sign; all dashes are one.
fn between(text: &Text, groups: &[Group], at: usize) -> Option<char> {
    let (one, other) = (groups.get(at)?, groups.get(at + 1)?);
    let gap = &text.chars[one.to..other.from];
    match gap {
        [sign] if is_dash(*sign) => Some('-'),
        [sign] => Some(*sign),
        [before, sign, after] if *before == ' ' && *after == ' ' && is_dash(*sign) => Some('-'),
        _ => None,
    }
}

fn number(group: &Group) -> u32 {
    group.digits.parse().unwrap_or(u32::MAX)
}

/// `6-12-2024`, `06/12/24`, `2024-12-06`; the same sign twice, and not once more.
fn is_date(text: &Text, groups: &[Group], at: usize) -> bool {
    let (Some(one), Some(two)) = (between(text, groups, at), between(text, groups, at + 1)) else {
        return false;
    };
    let more =
        between(text, groups, at + 2) == Some(one) || (at > 0 && between(text, groups, at - 1) == Some(one));
    if one != two || !matches!(one, '-' | '.' | '/') || more {
        return false;
    }
    let [first, second, third] = [&groups[at], &groups[at + 1], &groups[at + 2]];
    let month = (1..=12).contains(&number(second)) && second.digits.len() <= 2;
    let day = |group: &Group| (1..=31).contains(&number(group)) && group.digits.len() <= 2;
    let year = |group: &Group| group.digits.len() == 4 && (1900..2100).contains(&number(group));
    if month && ((day(first) && year(third)) || (year(first) && day(third))) {
        return true;
    }
    // With a short year it may be the beginning of a number: `06-12-34 56 78`.
    let follows = groups.get(at + 3).is_some_and(|next| {
        let gap = &text.chars[third.to..next.from];
        !gap.is_empty() && joins(gap) && next.digits.len() == 2
    });
    month && day(first) && third.digits.len() == 2 && !follows
}

/// `06.30-07.15`.
fn is_span(text: &Text, groups: &[Group], at: usize) -> bool {
    let signs = [0, 1, 2].map(|step| between(text, groups, at + step));
    let time = |at: usize| {
        let (hour, minute) = (&groups[at], &groups[at + 1]);
        number(hour) <= 24 && hour.digits.len() <= 2 && number(minute) < 60 && minute.digits.len() == 2
    };
    matches!(signs, [Some('.' | ':'), Some('-'), Some('.' | ':')]) && time(at) && time(at + 2)
}
