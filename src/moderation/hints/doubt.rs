//! What no rule can judge: such a text is read by itself, never approved together with others.

use super::names;
use super::places::is_place;
use super::text::{Text, digit, is_invisible};

/// Capital letters in the middle of a sentence that are no name of a person.
const KNOWN: &[&str] = &[
    "nederland",
    "nederlands",
    "nederlandse",
    "engels",
    "engelse",
    "duits",
    "duitse",
    "frans",
    "franse",
    "arabisch",
    "turks",
    "amsterdam",
    "amsterdamse",
    "rotterdam",
    "rotterdamse",
    "utrecht",
    "utrechtse",
    "den",
    "haag",
    "haagse",
    "eindhoven",
    "groningen",
    "tilburg",
    "almere",
    "breda",
    "nijmegen",
    "arnhem",
    "enschede",
    "haarlem",
    "zaandam",
    "amersfoort",
    "apeldoorn",
    "zwolle",
    "leiden",
    "dordrecht",
    "maastricht",
    "europa",
    "europese",
    "noord",
    "zuid",
    "oost",
    "west",
    "zuidoost",
    "nieuw",
    "centrum",
    "ramadan",
    "suikerfeest",
    "kerst",
    "kerstmis",
    "pasen",
    "pinksteren",
    "koningsdag",
    "sinterklaas",
    "nieuwjaar",
    "bevrijdingsdag",
    "offerfeest",
    "albert",
    "jumbo",
    "lidl",
    "aldi",
    "dirk",
    "hema",
    "etos",
    "kruidvat",
    "action",
    "plus",
    "gamma",
    "ikea",
    "google",
    "facebook",
    "heijn",
    "polen",
    "turkije",
    "marokko",
    "suriname",
    "duitsland",
    "frankrijk",
    "belgie",
];
const ARTICLES: &[&str] = &["de", "het", "een", "t", "n", "die", "dat", "deze", "dit"];
/// Fewest digits in a row that are no year, no price, no number of a house.
const MANY_DIGITS: usize = 6;
/// Fewest digits in a word with letters too: `2e` and `50m` have fewer.
const MIXED_DIGITS: usize = 5;
/// Fewest letters before digits that make it an account: `corona19` is looked at too.
const MANY_LETTERS: usize = 5;
/// Numbers as words; compound ones are known by their end.
const NUMBERS: &[&str] = &[
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
    "dertig",
    "veertig",
    "vijftig",
    "zestig",
    "zeventig",
    "tachtig",
    "negentig",
    "zero",
];
/// Fewest of them in a row: nobody counts so far.
const MANY_NUMBERS: usize = 4;

pub(super) fn stands(text: &Text) -> bool {
    let letters = text.chars.iter();
    letters.clone().any(|letter| is_foreign(*letter) || is_hidden(*letter))
        || has_many_digits(text)
        || text.words.iter().any(|word| is_mixed(&text.small(*word)))
        || has_many_numbers(text)
        || (0..text.words.len()).any(|at| is_doubtful(text, at))
}

/// A letter of a script in which no rule here knows a name.
fn is_foreign(letter: char) -> bool {
    letter.is_alphabetic() && letter as u32 > 0x24F && !(0x1E00..=0x1EFF).contains(&(letter as u32))
}

/// A sign that nobody sees and that changes what is seen.
fn is_hidden(letter: char) -> bool {
    is_invisible(letter) || (letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'))
}

fn has_many_digits(text: &Text) -> bool {
    let mut run = 0;
    text.chars.iter().any(|letter| {
        run = if digit(*letter).is_some() { run + 1 } else { 0 };
        run >= MANY_DIGITS
    })
}

/// Letters and digits in one word: a telephone number with letters for digits, a document, an account on the web, a house.
fn is_mixed(word: &str) -> bool {
    let digits = word.chars().filter(|letter| digit(*letter).is_some()).count();
    let letters = word.chars().count() - digits;
    let first = word.chars().take_while(|letter| digit(*letter).is_none()).count();
    let account = first >= MANY_LETTERS && digits >= 2;
    let house = first == 0 && digits <= 4 && letters == 1 && word.ends_with(['a', 'b', 'c', 'd']);
    digits > 0 && letters > 0 && (digits >= MIXED_DIGITS || account || house)
}

/// A number that is said in words, one after the other.
fn has_many_numbers(text: &Text) -> bool {
    let mut run = 0;
    text.words.iter().any(|word| {
        let small = text.folded(*word);
        let number = NUMBERS.contains(&small.as_str()) || (small.ends_with("tig") && small.len() > 6);
        run = if number { run + 1 } else { 0 };
        run >= MANY_NUMBERS
    })
}

/// A word with a capital letter in the middle of a sentence that is no place, or one that may be a name at its start.
fn is_doubtful(text: &Text, at: usize) -> bool {
    let word = text.words[at];
    if !text.is_capitalised(word) || word.to - word.from < 2 {
        return false;
    }
    if text.begins_sentence(at) {
        return names::may_be_name(text, at);
    }
    let before = text.small(text.words[at - 1]);
    let folded = text.folded(word);
    !ARTICLES.contains(&before.as_str()) && !KNOWN.contains(&folded.as_str()) && !is_place(&folded)
}
