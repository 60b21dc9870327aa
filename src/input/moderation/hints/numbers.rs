//! Numbers that belong to somebody: bank account, citizen service number, licence plate.

use super::text::{Text, digit, is_dash, is_invisible};
use super::{Hint, HintKind, dates, runs};

/// The sidecodes of Dutch licence plates: `X` a letter, `9` a digit, a group behind each blank.
const SIDECODES: [&str; 14] = [
    "XX 99 99", "99 99 XX", "99 XX 99", "XX 99 XX", "XX XX 99", "99 XX XX", "99 XXX 9", "9 XXX 99",
    "XX 999 X", "X 999 XX", "XXX 99 X", "X 99 XXX", "9 XX 999", "999 XX 9",
];
/// Words beside which also what looks less like a plate is one.
const PLATE_CUES: &[&str] = &[
    "kenteken",
    "kentekens",
    "nummerbord",
    "nummerplaat",
    "plaat",
    "auto",
    "wagen",
    "busje",
    "bus",
    "bestelbus",
    "scooter",
    "motor",
    "brommer",
    "taxi",
    "camper",
];
/// What is counted between or behind two numbers: "10 km 20".
const UNITS: &[&str] = &["km", "cm", "mm", "kg", "ml", "st"];
const BSN_CUES: &[&str] = &["bsn", "burgerservicenummer", "sofi", "sofinummer", "bsnnummer", "bsnr"];
/// How many places an account of a country has: every country of ISO 13616. "Op 12-05-2026 was het feest" is of none.
const LENGTHS: [(&str, usize); 89] = [
    ("NL", 18),
    ("BE", 16),
    ("DE", 22),
    ("FR", 27),
    ("LU", 20),
    ("GB", 22),
    ("IE", 22),
    ("ES", 24),
    ("PT", 25),
    ("IT", 27),
    ("AT", 20),
    ("CH", 21),
    ("PL", 28),
    ("CZ", 24),
    ("SK", 24),
    ("HU", 28),
    ("RO", 24),
    ("BG", 22),
    ("GR", 27),
    ("TR", 26),
    ("HR", 21),
    ("SI", 19),
    ("RS", 22),
    ("BA", 20),
    ("MK", 19),
    ("AL", 28),
    ("XK", 20),
    ("EE", 20),
    ("LV", 21),
    ("LT", 20),
    ("FI", 18),
    ("SE", 24),
    ("DK", 18),
    ("NO", 15),
    ("IS", 26),
    ("UA", 29),
    ("MT", 31),
    ("CY", 28),
    ("TN", 24),
    ("PK", 24),
    ("AD", 24),
    ("AE", 23),
    ("AZ", 28),
    ("BH", 22),
    ("BI", 27),
    ("BR", 29),
    ("BY", 28),
    ("CR", 22),
    ("DJ", 27),
    ("DO", 28),
    ("EG", 29),
    ("FK", 18),
    ("FO", 18),
    ("GE", 22),
    ("GI", 23),
    ("GL", 18),
    ("GT", 28),
    ("HN", 28),
    ("IL", 23),
    ("IQ", 23),
    ("JO", 30),
    ("KW", 30),
    ("KZ", 20),
    ("LB", 28),
    ("LC", 32),
    ("LI", 21),
    ("LY", 25),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MN", 20),
    ("MR", 27),
    ("MU", 30),
    ("NI", 28),
    ("OM", 23),
    ("PS", 29),
    ("QA", 29),
    ("RU", 33),
    ("SA", 24),
    ("SC", 31),
    ("SD", 18),
    ("SM", 27),
    ("SO", 23),
    ("ST", 25),
    ("SV", 28),
    ("TL", 23),
    ("VA", 22),
    ("VG", 24),
    ("YE", 30),
];

pub(super) fn find(text: &Text, found: &mut Vec<Hint>) {
    for at in 0..text.chars.len() {
        if let Some(to) = iban(text, at) {
            found.push(text.hint(HintKind::Iban, at, to));
        }
        if let Some(to) = plate(text, at) {
            found.push(text.hint(HintKind::Kenteken, at, to));
        }
    }
    citizens(text, found);
}

/// What people put between the groups of an account or a plate.
fn is_between(letter: char) -> bool {
    (letter.is_whitespace() && letter != '\n') || is_dash(letter) || is_invisible(letter) || letter == '.'
}

/// An IBAN that begins at `at`; where it ends.
fn iban(text: &Text, at: usize) -> Option<usize> {
    let first = text.chars[at];
    let begins = at == 0
        || !text.chars[at - 1].is_alphanumeric()
        || (first.is_uppercase() && text.chars[at - 1].is_lowercase())
        || text.get(at.saturating_sub(4), at).eq_ignore_ascii_case("iban");
    if !begins || !first.is_ascii_alphabetic() {
        return None;
    }
    let mut all = String::new();
    let mut length = None;
    for (offset, letter) in text.chars[at..].iter().enumerate() {
        let sign = digit(*letter).unwrap_or(*letter);
        if sign.is_ascii_alphanumeric() {
            all.push(sign.to_ascii_uppercase());
        } else if !is_between(*letter) {
            return None;
        }
        if all.len() == 2 {
            length = Some(LENGTHS.iter().find(|(country, _)| *country == all)?.1);
        }
        let starts = all.len() < 3 || all[2..].chars().take(2).all(|digit| digit.is_ascii_digit());
        let country = all.chars().take(2).all(|letter| letter.is_ascii_alphabetic());
        if !starts || !country || all.len() > 34 {
            return None;
        }
        if length == Some(all.len()) && (mod_97(&all) == 1 || is_dutch_account(&all)) {
            return Some(at + offset + 1);
        }
        if length.is_some_and(|length| all.len() >= length) {
            return None;
        }
    }
    None
}

/// A bank's four letters and ten digits: an account also where a digit was mistyped.
fn is_dutch_account(iban: &str) -> bool {
    iban.starts_with("NL")
        && iban[4..8].chars().all(|letter| letter.is_ascii_alphabetic())
        && iban[8..].chars().all(|digit| digit.is_ascii_digit())
}

fn mod_97(iban: &str) -> u32 {
    let turned = iban[4..].chars().chain(iban[..4].chars());
    turned.filter_map(|letter| letter.to_digit(36)).fold(0, |sum, value| {
        let shifted = if value > 9 { sum * 100 } else { sum * 10 };
        (shifted + value) % 97
    })
}

/// Citizen service numbers: nine digits that pass the eleven-test, in groups as people write them.
fn citizens(text: &Text, found: &mut Vec<Hint>) {
    let groups = runs::groups(text);
    let dates = dates::find(text, &groups);
    for first in 0..groups.len() {
        let (mut all, mut sizes) = (String::new(), Vec::new());
        for (at, group) in groups.iter().enumerate().skip(first) {
            let joined = at == first || runs::joins(&text.chars[groups[at - 1].to..group.from]);
            if dates.contains(&at) || !joined || all.len() + group.digits.len() > 9 {
                break;
            }
            all.push_str(&group.digits);
            sizes.push(group.digits.len());
            let cued = is_cued(text, groups[first].from, BSN_CUES);
            let grouped = matches!(sizes.as_slice(), [9] | [3, 3, 3] | [4, 2, 3] | [2, 3, 4]);
            let whole = (all.len() == 9 && grouped && is_bsn(&all) && !is_sum(text, group.to))
                || (cued && (8..=9).contains(&all.len()) && ends(text, &groups, at));
            if whole {
                found.push(text.hint(HintKind::Bsn, groups[first].from, group.to));
            }
        }
    }
}

/// Whether a number of eight or nine digits may end here: nothing more belongs to it that would make it nine.
fn ends(text: &Text, groups: &[runs::Group], at: usize) -> bool {
    let size: usize = groups[at].digits.len();
    let next = groups.get(at + 1).filter(|next| runs::joins(&text.chars[groups[at].to..next.from]));
    size > 1 || next.is_none()
}

/// An amount of money, not a person.
fn is_sum(text: &Text, to: usize) -> bool {
    let behind = text.words.iter().find(|word| word.from >= to).map(|word| text.small(*word));
    matches!(behind.as_deref(), Some("euro" | "miljoen" | "m2" | "m3"))
}

/// The eleven-test: nine times the first digit, eight times the second, … minus the last, divides by eleven.
fn is_bsn(digits: &str) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let values: Vec<i64> = digits.chars().filter_map(|digit| digit.to_digit(10)).map(i64::from).collect();
    let sum: i64 = values.iter().zip(weights).map(|(value, weight)| value * weight).sum();
    sum != 0 && sum % 11 == 0
}

/// Whether one of the three words before says what follows.
fn is_cued(text: &Text, at: usize, cues: &[&str]) -> bool {
    let before = text.words.iter().take_while(|word| word.to <= at);
    let last: Vec<_> = before.collect();
    last.iter().rev().take(3).any(|word| cues.contains(&text.small(**word).as_str()))
}

/// Six letters and digits in the order of a licence plate.
struct Shape {
    /// As the sidecodes are written.
    code: String,
    signs: String,
    /// Where each group behind a gap begins.
    gaps: Vec<usize>,
    to: usize,
}

/// What has the shape of a licence plate and begins at `at`: with dashes, with blanks, or in one piece.
fn shape(text: &Text, at: usize) -> Option<Shape> {
    let joined =
        |letter: Option<&char>| letter.is_some_and(|letter| letter.is_alphanumeric() || is_dash(*letter));
    if !text.chars[at].is_ascii_alphanumeric() || (at > 0 && joined(text.chars.get(at - 1))) {
        return None;
    }
    let (mut code, mut signs, mut gaps, mut to) = (String::new(), String::new(), Vec::new(), at);
    let mut last: Option<char> = None;
    while signs.len() < 6 {
        let letter = *text.chars.get(to)?;
        if letter.is_ascii_alphanumeric() {
            let kind = if letter.is_ascii_digit() { '9' } else { 'X' };
            // Where a letter follows a digit a group begins, whether or not something stands between.
            let begins = last.is_some_and(|before| before != kind) || gaps.last() == Some(&to);
            if begins {
                code.push(' ');
            }
            code.push(kind);
            signs.push(letter);
            last = Some(kind);
            to += 1;
        } else if is_between(letter) && gaps.last() != Some(&to) && last.is_some() {
            to += 1;
            gaps.push(to);
        } else {
            return None;
        }
    }
    // In one piece two groups of digits or of letters look like one.
    let known = |one: &str| one == code || (gaps.is_empty() && squeezed(one) == code);
    let is_one = !joined(text.chars.get(to)) && SIDECODES.iter().any(|one| known(one));
    is_one.then_some(Shape { code, signs, gaps, to })
}

/// No vowel is given out, so that no words come of it; only the oldest plates have some.
fn has_vowel(signs: &str) -> bool {
    signs.contains(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U'])
}

/// A licence plate that begins at `at`; where it ends.
fn plate(text: &Text, at: usize) -> Option<usize> {
    let Shape { code, signs, gaps, to } = shape(text, at)?;
    let dashed = gaps.len() == 2 && gaps.iter().all(|gap| is_dash(text.chars[gap - 1]));
    let upper = signs.chars().all(|letter| !letter.is_lowercase());
    let postcode = code == "9999 XX";
    let cued = is_cued(text, at, PLATE_CUES);
    let pieces = upper && (gaps.is_empty() || gaps.len() == 2) && code.contains('X') && code.contains('9');
    let looks = dashed || cued || (!postcode && ((!has_vowel(&signs) && upper) || pieces));
    let half = gaps.len() == 1 && !is_dash(text.chars[gaps[0] - 1]);
    (looks && !half).then_some(to)
}

/// Whether a plate may begin at `at`, in letters of any size and without a word that says so.
pub(super) fn may_be_plate(text: &Text, at: usize) -> bool {
    shape(text, at).is_some_and(|Shape { signs, gaps, .. }| {
        let letters: String = signs.chars().filter(char::is_ascii_alphabetic).collect();
        let unit = UNITS.contains(&letters.to_lowercase().as_str());
        gaps.is_empty() || (!has_vowel(&signs) && !unit)
    })
}

/// A sidecode in one piece: `99 99 XX` is `9999 XX`.
fn squeezed(code: &str) -> String {
    let mut out = String::new();
    for letter in code.chars() {
        if letter != ' ' {
            if out.chars().last().is_some_and(|before| before != letter) {
                out.push(' ');
            }
            out.push(letter);
        }
    }
    out
}
