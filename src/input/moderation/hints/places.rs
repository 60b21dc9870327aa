//! Words that lead to a front door: postcode, street with a number, floor.

use super::text::{Text, Word};
use super::{Hint, HintKind};

/// How names of streets end.
const STREETS: &[&str] = &[
    "straat",
    "str",
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
const NUMBERED: &[&str] = &[
    "nummer",
    "nr",
    "huisnummer",
    "huisnr",
    "woning",
    "number",
    "apartment",
    "appartement",
    "apt",
    "house",
    "hausnummer",
    "numero",
    "numéro",
    "numara",
];
/// Before these numbers stands what is no home: "bus number 14".
const LINES: &[&str] = &[
    "bus", "tram", "lijn", "line", "metro", "trein", "train", "halte", "stop", "top", "speler", "perron",
    "platform",
];
const ROADS: &[&str] =
    &["street", "road", "lane", "avenue", "drive", "close", "square", "terrace", "straße", "strasse", "rue"];
const FLOORS: &[&str] = &[
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
    "bovenste", "onderste",
];
/// The same in English and German.
const FLOORS_ABROAD: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "top",
    "upper", "ersten", "zweiten", "dritten", "vierten", "erste", "zweite", "dritte", "vierte",
];
const FLOOR: &[&str] = &["verdieping", "etage", "floor", "stock", "stockwerk"];
const COUNTED: &[&str] = &["een", "één", "twee", "drie", "vier", "vijf", "zes"];

pub(super) fn find(text: &Text, found: &mut Vec<Hint>) {
    for (at, pair) in text.words.windows(2).enumerate() {
        let (word, next) = (pair[0], pair[1]);
        let gap = text.get(word.to, next.from);
        if !matches!(gap.as_str(), " " | ". " | "-") {
            continue;
        }
        let (first, second) = (text.small(word), text.small(next));
        let street = is_street(&first, text.chars[word.from]) && is_house_number(&second);
        let line = at > 0 && LINES.contains(&text.small(text.words[at - 1]).as_str());
        // "No. 14"; without a point it is English for none.
        let short = first == "no" && gap == ". ";
        let numbered = (NUMBERED.contains(&first.as_str()) || short) && is_house_number(&second) && !line;
        let postcode = is_four_digits(&first) && is_two_capitals(text, next) && gap == " ";
        let storey =
            FLOORS.contains(&first.as_str()) || FLOORS_ABROAD.contains(&first.as_str()) || is_ordinal(&first);
        let floor = (storey && FLOOR.contains(&second.as_str()))
            || (matches!(&*first, "floor" | "verdieping" | "etage") && is_small_number(&second));
        let high = second == "hoog" && (is_small_number(&first) || COUNTED[2..].contains(&first.as_str()));
        let ground = is_house_number(&first) && matches!(&*second, "hs" | "huis" | "bel") && gap == "-";
        if street || numbered || postcode || floor || high || ground {
            found.push(text.hint(HintKind::Adres, word.from, next.to));
        }
    }
    roads(text, found);
    for word in &text.words {
        let chars = &text.chars[word.from..word.to];
        let digits = chars.iter().take_while(|letter| letter.is_ascii_digit()).count();
        let capitals = chars.iter().skip(digits).all(char::is_ascii_uppercase);
        if chars.len() == 6 && digits == 4 && chars[0] != '0' && capitals {
            found.push(text.hint(HintKind::Adres, word.from, word.to));
        }
    }
}

/// "14 Church Street", "Church Street 14", "rue Lepic 12".
fn roads(text: &Text, found: &mut Vec<Hint>) {
    for (at, word) in text.words.iter().enumerate() {
        if !ROADS.contains(&text.small(*word).as_str()) {
            continue;
        }
        let number = |at: usize| text.words.get(at).filter(|word| is_house_number(&text.small(**word)));
        let close = |from: usize, to: usize| {
            (from + 1..=to).all(|at| matches!(text.gap_before(at).as_str(), " " | ", "))
        };
        let capital = |at: usize| text.words.get(at).is_some_and(|word| text.is_capitalised(*word));
        if let Some(next) = number(at + 1).filter(|_| close(at, at + 1) && at > 0 && capital(at - 1)) {
            found.push(text.hint(HintKind::Adres, text.words[at - 1].from, next.to));
        }
        if let Some(next) = number(at + 2).filter(|_| close(at, at + 2) && capital(at + 1)) {
            found.push(text.hint(HintKind::Adres, word.from, next.to));
        }
        for back in 2..=3 {
            let Some(first) = at.checked_sub(back).filter(|first| close(*first, at)) else { continue };
            if let Some(first) = number(first).filter(|_| (first + 1..at).all(capital)) {
                found.push(text.hint(HintKind::Adres, first.from, word.to));
            }
        }
    }
}

/// `2e`, `3de`, `1st`, `3rd`.
fn is_ordinal(small: &str) -> bool {
    let ending = small.trim_start_matches(|sign: char| sign.is_ascii_digit());
    ending.len() < small.len()
        && small.len() - ending.len() <= 2
        && matches!(ending, "e" | "de" | "ste" | "st" | "nd" | "rd" | "th" | "eme" | "ème")
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
