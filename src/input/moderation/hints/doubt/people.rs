//! What may be the name of a person, though it stands in no list: by what stands around it, or by its letters.

use super::super::sayings::{NO_SIGNATURE, ROLES};
use super::super::text::{Text, digit};

/// Fewest digits in a word with letters too: `2e` and `50m` have fewer.
const MIXED_DIGITS: usize = 5;
/// Fewest letters before digits that make it an account: `corona19` is looked at too.
const MANY_LETTERS: usize = 5;
/// Words before a number that is written together with them.
const COUNTED: &[&str] = &["groep", "lijn", "tram", "blok", "klas", "fase"];
/// Small words that lead to the name of a family, shortened.
const LEADS: &[&str] = &["v", "d", "vd", "vdr"];
/// Where people have accounts.
const NETWORKS: &[&str] =
    &["insta", "instagram", "ig", "tiktok", "snapchat", "telegram", "discord", "facebook", "fb", "skype"];
/// What only people do. Behind one word at the beginning of a sentence, that word may be a name.
pub(super) const DOES: &[&str] = &[
    "zit",
    "woont",
    "helpt",
    "zegt",
    "kookt",
    "speelt",
    "loopt",
    "fietst",
    "slaapt",
    "rookt",
    "drinkt",
    "schreeuwt",
    "pest",
    "steelt",
    "dealt",
    "zeurt",
    "begroet",
    "groet",
    "luistert",
    "praat",
    "roddelt",
    "scheldt",
    "slaat",
    "wandelt",
    "huilt",
    "lacht",
    "zingt",
    "leest",
    "vertelt",
    "weet",
    "wil",
    "durft",
    "eet",
    "belt",
    "appt",
    "traint",
    "voetbalt",
    "vindt",
    "heet",
    "parkeert",
    "hangt",
];
/// Words that begin a sentence before what people do, and are no name.
pub(super) const STARTS: &[&str] = &[
    "hij",
    "zij",
    "ze",
    "het",
    "dat",
    "dit",
    "die",
    "deze",
    "iemand",
    "niemand",
    "iedereen",
    "wie",
    "er",
    "hier",
    "daar",
    "men",
    "je",
    "jij",
    "wij",
    "we",
    "ik",
    "alles",
    "niets",
    "wat",
    "waar",
    "waarom",
    "hoe",
    "wanneer",
    "als",
    "want",
    "en",
    "maar",
    "of",
    "dus",
    "ook",
    "soms",
    "vaak",
    "altijd",
    "nooit",
    "nu",
    "toch",
    "zo",
    "buiten",
    "binnen",
    "boven",
    "beneden",
    "meestal",
    "overdag",
    "vroeger",
    "later",
    "tegenwoordig",
    "gemeente",
    "politie",
    "jeugd",
    "school",
    "niemands",
    "buurman",
    "buurvrouw",
    "buurt",
    "elk",
    "elkeen",
    "ieder",
    "onkruid",
    "afval",
    "vuilnis",
    "rommel",
    "was",
    "mist",
    "rook",
    "lucht",
    "geur",
    "stank",
    "water",
    "gras",
    "ergens",
    "overal",
    "nergens",
    "verder",
    "dan",
    "toen",
    "gelukkig",
    "helaas",
    "jammer",
    "zelden",
    "graag",
    "misschien",
    "eigenlijk",
    "alleen",
    "samen",
    "straks",
    "vandaag",
    "gisteren",
    "morgen",
    "zomers",
    "avonds",
    "nachts",
    "ochtends",
    "middags",
    "winters",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "u",
    "jullie",
    "muziek",
    "verkeer",
    "publiek",
    "bezoek",
    "personeel",
    "weinig",
    "veel",
    "beter",
    "lekker",
    "fijn",
    "leuk",
    "mooi",
    "wel",
    "he",
    "she",
    "it",
    "who",
    "everyone",
    "everybody",
    "someone",
    "somebody",
    "nobody",
];

/// A sign that stands for a letter, in a name or before an account: `D@vid`, `J*n`, `djoeke_x`.
pub(super) fn are_signs(text: &Text) -> bool {
    let letter =
        |at: Option<usize>| at.and_then(|at| text.chars.get(at)).is_some_and(|sign| sign.is_alphabetic());
    text.chars.iter().enumerate().any(|(at, sign)| {
        let (before, behind) = (letter(at.checked_sub(1)), letter(Some(at + 1)));
        match sign {
            '@' => before || behind,
            '$' | '_' | '*' | '#' => before && behind,
            _ => false,
        }
    })
}

/// Letters and digits in one word: a telephone number with letters for digits, a document, an account on the web, a house,
/// a name with digits for letters.
pub(super) fn is_mixed(word: &str) -> bool {
    let signs: Vec<char> = word.chars().collect();
    let is_digit = |at: usize| digit(signs[at]).is_some();
    let digits = (0..signs.len()).filter(|at| is_digit(*at)).count();
    let letters = signs.len() - digits;
    let first = (0..signs.len()).take_while(|at| !is_digit(*at)).count();
    let leading = (0..signs.len()).take_while(|at| is_digit(*at)).count();
    let account = first >= MANY_LETTERS && digits >= 2;
    let house = first == 0 && digits <= 4 && letters == 1 && word.ends_with(['a', 'b', 'c', 'd']);
    let inside = letters >= 2
        && signs.len() >= 3
        && (1..signs.len() - 1).any(|at| is_digit(at) && first > 0 && at >= first && at < signs.len() - 1)
        && !is_digit(signs.len() - 1);
    let behind_one = leading == 1 && digits > 1 && letters >= 3;
    let last = digits == 1
        && letters >= 4
        && first == letters
        && !COUNTED.contains(&word.trim_end_matches(|sign| digit(sign).is_some()));
    digits > 0 && letters > 0 && (digits >= MIXED_DIGITS || account || house || inside || behind_one || last)
}

/// Whether the word at `at` may be a name, or leads to one.
pub(super) fn stand(text: &Text, at: usize) -> bool {
    follows_shortened(text, at) || follows_role(text, at) || is_account(text, at) || does(text, at)
}

fn small(text: &Text, at: usize) -> String {
    text.words.get(at).map(|word| text.small(*word)).unwrap_or_default()
}

/// `v.d. Berg`, `vd Berg`, `v/d Berg`.
fn follows_shortened(text: &Text, at: usize) -> bool {
    at > 0 && text.is_capitalised(text.words[at]) && LEADS.contains(&small(text, at - 1).as_str())
}

/// `mijn zoon djoeke (9)`, `mijn zoon djoeke, 9 jaar`, `mijn zoon djoeke zit …`.
fn follows_role(text: &Text, at: usize) -> bool {
    if at == 0 || !ROLES.contains(&small(text, at - 1).as_str()) || text.gap_before(at) != " " {
        return false;
    }
    let (word, next) = (small(text, at), small(text, at + 1));
    let ordinary = NO_SIGNATURE.contains(&word.as_str()) || STARTS.contains(&word.as_str());
    if ordinary || word.chars().count() < 2 || !word.chars().all(char::is_alphabetic) || next.is_empty() {
        return false;
    }
    let old = next.len() <= 2
        && next.bytes().all(|sign| sign.is_ascii_digit())
        && matches!(text.gap_before(at + 1).as_str(), " (" | ", " | " " | "(" | ",");
    old || (DOES.contains(&next.as_str()) && text.gap_before(at + 1) == " ")
}

/// `insta: djoeke`, `mijn insta is djoeke`, `tiktok djoeke`; `snap` is a verb too.
fn is_account(text: &Text, at: usize) -> bool {
    let word = small(text, at);
    let snap = word == "snap" && at + 1 < text.words.len();
    if snap {
        return text.gap_before(at + 1).contains([':', '@', '=']);
    }
    let next = small(text, at + 1);
    NETWORKS.contains(&word.as_str())
        && !next.is_empty()
        && (!NO_SIGNATURE.contains(&next.as_str())
            || next == "is"
            || text.gap_before(at + 1).contains([':', '@', '=']))
}

/// `Djoeke zit altijd alleen`: what only people do behind one word.
fn does(text: &Text, at: usize) -> bool {
    let word = text.words[at];
    text.begins_sentence(at)
        && text.is_capitalised(word)
        && word.to - word.from > 2
        && text.words.get(at + 1).is_some_and(|next| DOES.contains(&text.small(*next).as_str()))
        && text.gap_before(at + 1) == " "
        && !STARTS.contains(&text.small(word).as_str())
}
