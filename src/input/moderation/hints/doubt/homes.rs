//! What may be a front door or a car, though no rule is sure of it.

use super::super::numbers::may_be_plate;
use super::super::ordinary::is_listed;
use super::super::places::{is_house_number, may_be_street};
use super::super::text::{Text, is_dash};
use super::digits::is_year;

/// Words with a capital letter before a number that is no number of a house.
const NUMBERED: &[&str] = &[
    "lijn",
    "bus",
    "tram",
    "metro",
    "trein",
    "groep",
    "klas",
    "blok",
    "fase",
    "hal",
    "gate",
    "perron",
    "spoor",
    "top",
    "team",
    "code",
    "kavel",
    "stap",
    "punt",
    "deel",
    "artikel",
    "versie",
    "corona",
    "halte",
    "buslijn",
    "tramlijn",
    "wijk",
    "zone",
    "plan",
    "optie",
    "de",
    "het",
    "een",
    "om",
    "op",
    "in",
    "sinds",
    "tussen",
    "vanaf",
    "van",
    "voor",
    "na",
    "tot",
    "al",
    "ruim",
    "bijna",
    "circa",
    "ca",
    "ongeveer",
    "nog",
    "minstens",
    "minimaal",
    "maximaal",
    "max",
    "min",
    "over",
    "met",
    "per",
    "elke",
    "bij",
    "rond",
    "wel",
    "zeker",
    "toen",
    "alle",
    "mijn",
    "onze",
    "deze",
    "die",
    "dat",
    "er",
    "wij",
    "we",
    "zijn",
    "ik",
    "ze",
    "of",
    "en",
    "maar",
    "dus",
    "door",
    "slechts",
    "maar",
    "meer",
    "minder",
    "hooguit",
    "zo",
    "zo'n",
    "totaal",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "eerst",
    "soms",
    "nu",
    "ook",
    "elk",
    "ieder",
    "iedere",
    "dik",
    "plus",
    "dit",
    "bel",
    "hier",
    "daar",
    "geef",
    "graag",
    "zet",
    "plaats",
    "maak",
    "haal",
    "cijfer",
    "rapportcijfer",
    "heb",
    "wil",
    "tel",
    "nr",
];
/// Words of two letters, so that `2000 km` is no postcode.
const SHORT: &[&str] = &[
    "is", "en", "in", "op", "te", "de", "we", "ik", "je", "ze", "er", "of", "om", "al", "zo", "nu", "ja",
    "na", "km", "cm", "mm", "kg", "wo", "bv", "nl", "dj", "tv", "ha", "uw", "hé", "oh", "ga", "ging", "as",
    "nr", "st", "ml", "kw", "mb", "gb",
];
/// Near these a plate of another country stands, also in small letters.
const CARS: &[&str] = &[
    "auto",
    "autos",
    "wagen",
    "busje",
    "bus",
    "bestelbus",
    "bestelbusje",
    "scooter",
    "motor",
    "brommer",
    "taxi",
    "camper",
    "vrachtwagen",
    "vrachtauto",
    "caravan",
    "aanhanger",
    "car",
    "van",
    "lorry",
    "truck",
    "bmw",
    "audi",
    "mercedes",
    "golf",
    "opel",
    "toyota",
    "plaat",
    "plate",
    "voertuig",
];
const PLATES: &[&str] = &[
    "kenteken",
    "kentekens",
    "nummerbord",
    "nummerplaat",
    "nummerplaten",
    "kennzeichen",
    "licence",
    "numberplate",
];
/// How far behind a word for it a plate stands.
const NEAR: usize = 4;

/// Whether a home or a car may be meant by the word at `at` and what follows it.
pub(super) fn stand(text: &Text, at: usize) -> bool {
    is_numbered(text, at) || is_postcode(text, at) || is_foreign_plate(text, at)
}

/// A plate of this country, in letters of any size, anywhere in the text.
pub(super) fn is_plate(text: &Text) -> bool {
    (0..text.chars.len()).any(|at| may_be_plate(text, at))
}

/// `Weesperzijde 23`, `Bij Frankendael 12a`, `oosterpark 23`.
fn is_numbered(text: &Text, at: usize) -> bool {
    let Some(next) = text.words.get(at + 1) else { return false };
    let (word, number) = (text.words[at], text.small(*next));
    if text.gap_before(at + 1) != " " || !is_house_number(&number) || is_year(&number) {
        return false;
    }
    // `12.30` and `12-05` are times and dates, `2e` and `50m` count.
    let joined =
        text.chars.get(next.to).is_some_and(|sign| is_dash(*sign) || matches!(sign, '.' | ':' | ',' | '/'))
            && text.chars.get(next.to + 1).is_some_and(char::is_ascii_digit);
    let counts =
        matches!(number.trim_start_matches(|digit: char| digit.is_ascii_digit()), "e" | "m" | "x" | "u");
    let small = text.small(word);
    let capital = text.is_capitalised(word) && word.to - word.from > 1;
    let named = (capital && !NUMBERED.contains(&small.as_str())) || may_be_street(&small);
    named && !joined && !counts
}

/// `1091 vm` and `1091vm` in small letters.
fn is_postcode(text: &Text, at: usize) -> bool {
    let small = text.small(text.words[at]);
    let (digits, letters) = small.split_at(small.bytes().take_while(u8::is_ascii_digit).count());
    if digits.len() != 4 || digits.starts_with('0') {
        return false;
    }
    let next = text.words.get(at + 1).filter(|_| text.gap_before(at + 1) == " ");
    let behind = match (letters, next) {
        ("", Some(next)) => text.small(*next),
        ("", None) => return false,
        _ => letters.to_owned(),
    };
    let two = behind.len() == 2 && behind.bytes().all(|letter| letter.is_ascii_lowercase());
    two && !SHORT.contains(&behind.as_str())
}

/// Behind a word for a plate anything with digits; else groups in capitals and digits: `B-AB 1234`.
fn is_foreign_plate(text: &Text, at: usize) -> bool {
    if PLATES.contains(&text.small(text.words[at]).as_str()) {
        let behind = text.words[at + 1..].iter().take(NEAR);
        return behind.flat_map(|word| &text.chars[word.from..word.to]).any(|sign| sign.is_numeric());
    }
    let cued = (1..=NEAR).any(|back| {
        at.checked_sub(back).is_some_and(|before| CARS.contains(&text.small(text.words[before]).as_str()))
    });
    let (mut letters, mut digits, mut groups, mut dashes, mut pure) = (0, 0, 0, 0, true);
    let mut end = at;
    for (at, word) in text.words.iter().enumerate().skip(at) {
        let signs = &text.chars[word.from..word.to];
        let gap: Vec<char> = text.gap_before(at).chars().collect();
        let dash = groups > 0 && matches!(gap.as_slice(), [sign] if is_dash(*sign));
        let joined = groups == 0 || dash || matches!(gap.as_slice(), [' ']);
        let fits = signs.len() <= 7 && signs.iter().all(char::is_ascii_alphanumeric);
        let count = signs.iter().filter(|sign| sign.is_ascii_digit()).count();
        let mixed = count > 0 && count < signs.len();
        // Small letters only where a dash or a word for a car says that they belong to a plate.
        let small = signs.iter().any(char::is_ascii_lowercase);
        let short = if count == 0 { signs.len() <= 3 } else { mixed || signs.len() <= 5 };
        let known = || SHORT.contains(&text.small(*word).as_str()) || is_listed(&text.folded(*word));
        let ordinary = small && (known() || !(cued || dash || groups == 0));
        if !joined || !fits || !short || ordinary || (count == signs.len() && is_year(&text.small(*word))) {
            break;
        }
        pure &= !small;
        groups += 1;
        dashes += usize::from(dash);
        digits += count;
        letters += signs.len() - count;
        end = at;
    }
    let mixed_first = text.chars[text.words[at].from..text.words[at].to].iter().any(char::is_ascii_digit)
        && text.chars[text.words[at].from].is_ascii_alphabetic();
    let many = digits > 2 || (digits == 2 && letters > 2 && dashes > 0);
    let sized = groups > 1 && letters > 1 && many && letters + digits <= 9;
    // "AB12 CDE", as in Britain.
    let british = groups == 2 && pure && letters == 5 && digits == 2 && mixed_first;
    let plain = pure && (!mixed_first || cued) && !shouts_beside(text, at, end);
    (british && !shouts_beside(text, at, end)) || (sized && (plain || cued || dashes + 1 == groups))
}

/// Whether all the rest is in capitals too, so that they say nothing.
fn shouts_beside(text: &Text, first: usize, last: usize) -> bool {
    let plate = text.words[first].from..text.words[last].to;
    let rest = text.chars.iter().enumerate().filter(|(at, _)| !plate.contains(at)).map(|(_, sign)| sign);
    let capitals = rest.clone().filter(|sign| sign.is_uppercase()).count();
    capitals > 3 && capitals > rest.filter(|sign| sign.is_lowercase()).count()
}
