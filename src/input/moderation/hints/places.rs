//! Words that lead to a front door: postcode, street with a number, floor.

use super::text::{Text, Word};
use super::{Hint, HintKind};

/// How names of streets end.
const STREETS: &[&str] = &[
    "straat",
    "weg",
    "laan",
    "plein",
    "kade",
    "gracht",
    "hof",
    "pad",
    "dreef",
    "plantsoen",
    "singel",
    "steeg",
    "dijk",
    "markt",
    "park",
    "ring",
    "wal",
    "flat",
    "zijde",
    "schans",
    "gaarde",
    "kanaal",
    "vliet",
    "boulevard",
];
const NUMBERED: &[&str] = &["nummer", "nr", "huisnummer", "huisnr", "woning"];
const FLOORS: &[&str] = &["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "bovenste", "onderste"];
const COUNTED: &[&str] = &["een", "één", "twee", "drie", "vier", "vijf", "zes"];

pub(super) fn find(text: &Text, found: &mut Vec<Hint>) {
    for pair in text.words.windows(2) {
        let (word, next) = (pair[0], pair[1]);
        let gap = text.get(word.to, next.from);
        if !matches!(gap.as_str(), " " | ". " | "-") {
            continue;
        }
        let (first, second) = (text.small(word), text.small(next));
        let street = is_street(&first, text.chars[word.from]) && is_house_number(&second);
        let numbered = NUMBERED.contains(&first.as_str()) && is_house_number(&second);
        let postcode = is_four_digits(&first) && is_two_capitals(text, next) && gap == " ";
        let floor = FLOORS.contains(&first.as_str()) && matches!(&*second, "verdieping" | "etage");
        let high = second == "hoog" && (is_small_number(&first) || COUNTED[2..].contains(&first.as_str()));
        let ground = is_house_number(&first) && matches!(&*second, "hs" | "huis" | "bel") && gap == "-";
        if street || numbered || postcode || floor || high || ground {
            found.push(text.hint(HintKind::Adres, word.from, next.to));
        }
    }
    for word in &text.words {
        let chars = &text.chars[word.from..word.to];
        let digits = chars.iter().take_while(|letter| letter.is_ascii_digit()).count();
        let capitals = chars.iter().skip(digits).all(char::is_ascii_uppercase);
        if chars.len() == 6 && digits == 4 && chars[0] != '0' && capitals {
            found.push(text.hint(HintKind::Adres, word.from, word.to));
        }
    }
}

/// A name that ends as streets do, with something before that ending, or written with a capital letter.
fn is_street(small: &str, first: char) -> bool {
    STREETS.iter().any(|ending| small.len() > ending.len() && small.ends_with(ending))
        && (first.is_uppercase() || small.ends_with("straat") || small.ends_with("gracht"))
}

/// How other places are called that carry a person's name: "Willem Alexanderpark", "Anne Frankschool".
const PLACES: &[&str] = &[
    "school",
    "college",
    "lyceum",
    "huis",
    "kerk",
    "moskee",
    "brug",
    "tunnel",
    "buurt",
    "wijk",
    "stadion",
    "centrum",
    "hal",
    "zaal",
    "toren",
    "poort",
    "haven",
    "court",
    "veld",
    "tuin",
    "bos",
    "plaats",
    "oord",
    "dam",
    "berg",
    "pleintje",
    "parkje",
    "ziekenhuis",
    "instituut",
    "stichting",
    "museum",
    "bibliotheek",
    "gebouw",
    "complex",
    "hoek",
    "terrein",
];

/// Whether a word is, or ends as, what a place is called.
pub(super) fn is_place(folded: &str) -> bool {
    STREETS.iter().chain(PLACES).any(|ending| folded.ends_with(ending))
}

/// Whether a word is nothing but such an ending: "berg", "dijk".
pub(super) fn is_bare_place(folded: &str) -> bool {
    STREETS.iter().chain(PLACES).any(|ending| folded == *ending)
}

/// Whether a word in small letters may be the name of a street: with a number behind it somebody should look.
pub(super) fn may_be_street(small: &str) -> bool {
    STREETS.iter().any(|ending| small.chars().count() > ending.len() + 2 && small.ends_with(ending))
}

/// `12`, `12a`, `7h`: up to four digits and at most two letters.
pub(super) fn is_house_number(word: &str) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    let letters = word.chars().count() - digits;
    (1..=4).contains(&digits) && letters <= 2 && word.chars().skip(digits).all(char::is_alphabetic)
}

fn is_small_number(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.chars().all(|digit| digit.is_ascii_digit())
}

fn is_four_digits(word: &str) -> bool {
    word.len() == 4 && !word.starts_with('0') && word.chars().all(|digit| digit.is_ascii_digit())
}

fn is_two_capitals(text: &Text, word: Word) -> bool {
    word.to - word.from == 2 && text.chars[word.from..word.to].iter().all(char::is_ascii_uppercase)
}
