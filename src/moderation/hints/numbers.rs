//! Numbers that belong to somebody: telephone, bank account, citizen service number, licence plate.

use super::{Hint, HintKind, Text};

/// The sidecodes of Dutch licence plates: `X` a letter, `9` a digit.
const SIDECODES: [&str; 14] = [
    "XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99",
    "XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9",
];
/// What may stand between the digits of one number.
const JOINS: &str = " -./()";

pub(super) fn find(text: &Text, found: &mut Vec<Hint>) {
    for at in 0..text.chars.len() {
        let begins = at == 0 || !text.chars[at - 1].is_alphanumeric();
        if !begins {
            continue;
        }
        if let Some(to) = iban(text, at) {
            found.push(text.hint(HintKind::Iban, at, to));
        }
        if let Some((kind, to)) = digits(text, at) {
            found.push(text.hint(kind, at, to));
        }
        if let Some(to) = plate(text, at) {
            found.push(text.hint(HintKind::Kenteken, at, to));
        }
    }
}

/// A telephone number or a citizen service number that begins at `at`; where it ends.
fn digits(text: &Text, at: usize) -> Option<(HintKind, usize)> {
    let chars = &text.chars;
    let plus = chars[at] == '+';
    if !(plus || chars[at].is_ascii_digit() || chars[at] == '(') || (at > 0 && chars[at - 1] == '+') {
        return None;
    }
    let (mut all, mut ends) = (String::new(), Vec::new());
    let mut gap = 0;
    for (offset, letter) in chars[at + usize::from(plus)..].iter().enumerate() {
        if letter.is_ascii_digit() {
            all.push(*letter);
            ends.push(at + usize::from(plus) + offset + 1);
            gap = 0;
        } else if JOINS.contains(*letter) && gap < 2 {
            gap += 1;
        } else if letter.is_alphabetic() && gap == 0 {
            // The digits are the beginning of a word.
            return None;
        } else {
            break;
        }
        if all.len() > 15 {
            return None;
        }
    }
    let end = |count: usize| ends.get(count - 1).copied();
    let phone = match (plus, all.as_str()) {
        (true, _) => (9..=13).contains(&all.len()).then_some(all.len()),
        (false, whole) if whole.starts_with("0031") => (whole.len() == 13).then_some(13),
        (false, whole) => {
            (whole.len() == 10 && whole.starts_with('0') && !whole.starts_with("00")).then_some(10)
        }
    };
    if let Some(count) = phone {
        return Some((HintKind::Telefoon, end(count)?));
    }
    (!plus && all.len() == 9 && is_bsn(&all)).then(|| end(9).map(|to| (HintKind::Bsn, to)))?
}

/// The eleven-test: nine times the first digit, eight times the second, … minus the last, divides by eleven.
fn is_bsn(digits: &str) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let values: Vec<i64> = digits.chars().filter_map(|digit| digit.to_digit(10)).map(i64::from).collect();
    let sum: i64 = values.iter().zip(weights).map(|(value, weight)| value * weight).sum();
    sum != 0 && sum % 11 == 0
}

/// An IBAN that begins at `at`; where it ends.
fn iban(text: &Text, at: usize) -> Option<usize> {
    let mut all = String::new();
    for (offset, letter) in text.chars[at..].iter().enumerate() {
        if letter.is_ascii_alphanumeric() {
            all.push(letter.to_ascii_uppercase());
        } else if *letter != ' ' {
            break;
        }
        let length = all.len();
        if length >= 2 && !all[..2].chars().all(|letter| letter.is_ascii_alphabetic())
            || length >= 4 && !all[2..4].chars().all(|digit| digit.is_ascii_digit())
            || length > 34
        {
            return None;
        }
        let ends = text.chars.get(at + offset + 1).is_none_or(|next| !next.is_alphanumeric());
        // A Dutch account has 18 places; the shortest of any country has 15.
        let whole = if all.starts_with("NL") { length == 18 } else { length >= 15 };
        if ends && whole && mod_97(&all) == 1 {
            return Some(at + offset + 1);
        }
    }
    None
}

fn mod_97(iban: &str) -> u32 {
    let turned = iban[4..].chars().chain(iban[..4].chars());
    turned.filter_map(|letter| letter.to_digit(36)).fold(0, |sum, value| {
        let shifted = if value > 9 { sum * 100 } else { sum * 10 };
        (shifted + value) % 97
    })
}

/// A licence plate that begins at `at`; where it ends.
fn plate(text: &Text, at: usize) -> Option<usize> {
    let to = at + 8;
    let part = text.chars.get(at..to)?;
    let joined =
        |letter: Option<&char>| letter.is_some_and(|letter| letter.is_alphanumeric() || *letter == '-');
    if joined(text.chars.get(to)) || (at > 0 && joined(text.chars.get(at - 1))) {
        return None;
    }
    let shape: String = part
        .iter()
        .map(|letter| match letter {
            letter if letter.is_ascii_alphabetic() => 'X',
            letter if letter.is_ascii_digit() => '9',
            other => *other,
        })
        .collect();
    SIDECODES.contains(&shape.as_str()).then_some(to)
}
