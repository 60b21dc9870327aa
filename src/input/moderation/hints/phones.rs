//! Telephone numbers. This scanner cuts out what may be one; the crate `phonenumber` (Google's numbering plans) judges it.

use phonenumber::country::Id;

use super::dates;
use super::runs::{Group, groups, joins};
use super::text::{Text, is_invisible};
use super::{Hint, HintKind};

/// The longest number of the world, with its country (E.164).
const MOST_DIGITS: usize = 15;
/// Behind these a number without an area is one too.
const CUES: &[&str] = &[
    "tel",
    "telefoon",
    "telefoonnummer",
    "telnr",
    "telefoonnr",
    "telnummer",
    "mobiel",
    "mob",
    "gsm",
    "bel",
    "bellen",
    "app",
    "appen",
    "whatsapp",
    "sms",
    "fax",
    "06",
    "belt",
    "appt",
];
pub(super) fn find(text: &Text, found: &mut Vec<Hint>) {
    let groups = groups(text);
    let dates = dates::find(text, &groups);
    let mut at = 0;
    while at < groups.len() {
        if dates.contains(&at) {
            at += 1;
            continue;
        }
        let last = whole(text, &groups, &dates, at).or_else(|| local(text, &groups, &dates, at));
        let Some(last) = last else {
            at += 1;
            continue;
        };
        // "06 12 34 56 7": the word that says so belongs to the number where it is digits itself.
        let area = at.checked_sub(1).map(|before| &groups[before]).filter(|before| {
            before.digits == "06"
                && !dates.contains(&(at - 1))
                && joins(&text.chars[before.to..groups[at].from])
        });
        let from = begin(text, area.unwrap_or(&groups[at]));
        found.push(text.hint(HintKind::Telefoon, from, groups[last].to));
        at = last + 1;
    }
}

/// Where a number begins: with the plus or the bracket before its first digit.
fn begin(text: &Text, group: &Group) -> usize {
    let before = |at: usize| at.checked_sub(1).map(|at| text.chars[at]);
    let mut from = group.from;
    if before(from) == Some('(') {
        from -= 1;
    }
    if matches!(before(from), Some('+' | '\u{FF0B}')) { from - 1 } else { from }
}

/// Whether a plus stands before a group, perhaps with a bracket or a blank between.
fn has_plus(text: &Text, group: &Group) -> bool {
    let before = text.chars[..group.from].iter().rev();
    let mut before =
        before.skip_while(|letter| matches!(letter, '(' | ' ' | '\u{A0}') || is_invisible(**letter));
    matches!(before.next(), Some('+' | '\u{FF0B}'))
}

/// A number with its area or country that begins with the group at `first`; the last of its groups.
fn whole(text: &Text, groups: &[Group], dates: &[usize], first: usize) -> Option<usize> {
    let abroad = has_plus(text, &groups[first]);
    let mut all = String::new();
    let mut ends = Vec::new();
    for (at, group) in groups.iter().enumerate().skip(first) {
        if at > first && (dates.contains(&at) || !joins(&text.chars[groups[at - 1].to..group.from])) {
            break;
        }
        // "+31 (0)6": the nought between brackets is not dialled.
        let bracketed = at > first
            && group.digits == "0"
            && text.chars[group.from - 1] == '('
            && text.chars.get(group.to) == Some(&')');
        if !bracketed {
            all.push_str(&group.digits);
        }
        if all.len() > MOST_DIGITS {
            break;
        }
        ends.push((at, all.len()));
    }
    if abroad || all.starts_with("00") || (all.starts_with("316") && ends.first()?.1 == 11) {
        // Lengths differ by country, so the longest that is a number is meant.
        let dialled = |count: usize| all[..count].trim_start_matches("00").to_owned();
        let is_one = |count: usize| count >= 8 && is_number(&format!("+{}", dialled(count)));
        return ends.iter().rev().find(|(_, count)| is_one(*count)).map(|(at, _)| *at);
    }
    let decimal = groups[first].digits == "0" && matches!(text.chars.get(groups[first].to), Some('.' | ','));
    if !all.starts_with('0') || decimal {
        return None;
    }
    // Every number of this country with its area has ten digits; some of companies have eight or eleven.
    let is_one = |count: usize| match count {
        10 => is_number(&all[..count]),
        8 | 11 => (all.starts_with("0800") || all.starts_with("090")) && is_number(&all[..count]),
        _ => false,
    };
    ends.iter().find(|(_, count)| is_one(*count)).map(|(at, _)| *at)
}

fn is_number(dialled: &str) -> bool {
    phonenumber::parse(Some(Id::NL), dialled).is_ok_and(|number| number.is_valid())
}

/// A number without its area: six to eight digits right behind a word that says so.
fn local(text: &Text, groups: &[Group], dates: &[usize], first: usize) -> Option<usize> {
    let word = text.words.iter().rposition(|word| word.to <= groups[first].from)?;
    let gap = text.get(text.words[word].to, groups[first].from);
    let close =
        gap.chars().count() <= 3 && gap.chars().all(|letter| !letter.is_alphanumeric() && letter != '\n');
    if !close || !CUES.contains(&text.small(text.words[word]).as_str()) {
        return None;
    }
    let mut count = 0;
    let mut last = None;
    for (at, group) in groups.iter().enumerate().skip(first) {
        if at > first && (dates.contains(&at) || !joins(&text.chars[groups[at - 1].to..group.from])) {
            break;
        }
        count += group.digits.len();
        if count > 8 {
            break;
        }
        if count >= 6 {
            last = Some(at);
        }
    }
    last
}
