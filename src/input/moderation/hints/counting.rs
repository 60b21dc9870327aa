//! Numbers in words, in the languages that are spoken here. Crates for this know no Turkish, no Polish and no Arabic, and
//! reckon what a sentence means; what is asked here is only whether somebody says a number digit by digit.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::text::Text;

/// A language a line: digits, then teens, then tens; folded as `text::fold` does.
static WORDS: LazyLock<HashMap<&str, Size>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for line in include_str!("number_words.txt").lines() {
        let mut sizes = [Size::Digit, Size::Teen, Size::Tens].into_iter();
        let mut size = sizes.next();
        for word in line.split(' ').skip(1) {
            match size {
                _ if word == "/" => size = sizes.next(),
                Some(size) => drop(words.entry(word).or_insert(size)),
                None => {}
            }
        }
    }
    words
});
/// Words for numbers that are ordinary words too, here or in a language beside.
const UNSURE: &[&str] = &[
    "een", "one", "ein", "eine", "un", "une", "una", "um", "uma", "on", "once", "onze", "dort", "bes", "oh",
    "sept", "tu", "wan", "tin", "fo", "san", "sei", "due", "meia", "lima", "hat", "ot", "tri", "sem", "opt",
    "saba", "shan", "tre",
];
/// A nought: with it a telephone number begins.
const NOUGHTS: &[&str] =
    &["nul", "zero", "oh", "null", "cero", "sifir", "sifr", "sefr", "صفر", "nol", "sero", "nulla", "eber"];
/// What stands between two numbers, or before one, and is none.
const BETWEEN: &[&str] = &[
    "en",
    "und",
    "and",
    "et",
    "y",
    "e",
    "i",
    "wa",
    "w",
    "ve",
    "a",
    "u",
    "o",
    "و",
    "double",
    "triple",
    "dubbel",
    "dubbele",
    "driedubbel",
    "doppel",
    "honderd",
    "hundred",
    "hundert",
    "cent",
    "cien",
    "yuz",
    "sto",
    "then",
    "dan",
    "dann",
    "puis",
    "luego",
    "plus",
    "komma",
    "streepje",
    "dash",
];
/// No word for a number is longer.
const LONGEST: usize = 18;

/// How many places a number in words fills.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    Digit,
    Teen,
    /// Twenty, thirty: with a digit beside it still two places.
    Tens,
}

/// What one word says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    /// How many numbers it is made of: "nulzes" of two.
    pub words: usize,
    /// How many places of a telephone number they fill.
    pub places: usize,
    /// Whether a digit behind it may belong to it: "thirty four".
    open: bool,
    /// Whether it is an ordinary word too.
    pub unsure: bool,
    /// Whether it begins with a nought.
    pub nought: bool,
}

/// The number that a folded word says, if it says one.
pub(super) fn said(folded: &str) -> Option<Said> {
    if let Some(size) = WORDS.get(folded) {
        let places = if *size == Size::Digit { 1 } else { 2 };
        let (unsure, nought) = (UNSURE.contains(&folded), NOUGHTS.contains(&folded));
        return Some(Said { words: 1, places, open: *size == Size::Tens, unsure, nought });
    }
    let sizes = pieces(folded)?;
    // "Vierendertig" is one number of two places, "nulzeseentwee" is four.
    let count = |one: Size| sizes.iter().filter(|size| **size == one).count();
    let (open, whole) = (count(Size::Tens), count(Size::Teen));
    let places = 2 * (open + whole) + count(Size::Digit).saturating_sub(open);
    let nought = NOUGHTS.iter().any(|nought| nought.len() > 2 && folded.starts_with(nought));
    let words = if places > 3 { sizes.len() } else { 1 };
    Some(Said { words, places, open: false, unsure: false, nought })
}

/// The numbers a word is made of, where it is made of nothing else.
fn pieces(folded: &str) -> Option<Vec<Size>> {
    let letters: Vec<(usize, char)> = folded.char_indices().collect();
    if letters.len() < 6 {
        return None;
    }
    let end = |at: usize| letters.get(at).map_or(folded.len(), |(byte, _)| *byte);
    // What the first letters are made of, for each number of letters.
    let mut made: Vec<Option<Vec<Size>>> = vec![None; letters.len() + 1];
    made[0] = Some(Vec::new());
    for to in 1..=letters.len() {
        for from in (to.saturating_sub(LONGEST)..to).rev() {
            let Some(before) = made[from].clone() else { continue };
            let piece = &folded[end(from)..end(to)];
            let size = WORDS.get(piece).filter(|_| to - from > 2);
            let between = matches!(piece, "en" | "und" | "honderd" | "hundert") && !before.is_empty();
            if size.is_some() || between {
                made[to] = Some(before.into_iter().chain(size.copied()).collect());
                break;
            }
        }
    }
    made.pop().flatten().filter(|sizes| !sizes.is_empty())
}

/// Numbers one after the other, in words and in digits.
pub(super) struct Run {
    /// The words of the text that say one.
    pub items: Vec<Item>,
}

pub(super) struct Item {
    /// Which word of the text.
    pub at: usize,
    /// What it says in words; digits say nothing.
    pub said: Option<Said>,
    /// How many places it adds to the number.
    pub places: usize,
}

impl Run {
    /// How many numbers are said in words.
    pub fn words(&self) -> usize {
        self.items.iter().filter_map(|item| item.said).map(|said| said.words).sum()
    }

    /// How many places of a number they fill.
    pub fn places(&self) -> usize {
        self.items.iter().filter(|item| item.said.is_some()).map(|item| item.places).sum()
    }

    /// How many of them are no ordinary word.
    pub fn sure(&self) -> usize {
        let sure = self.items.iter().filter_map(|item| item.said).filter(|said| !said.unsure);
        sure.map(|said| said.words).sum()
    }
}

/// The runs of numbers in a text of which at least one is in words.
pub(super) fn runs(text: &Text) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut items: Vec<Item> = Vec::new();
    for (at, word) in text.words.iter().enumerate() {
        let folded = text.folded(*word);
        let signs = &text.chars[word.from..word.to];
        if signs.iter().all(|sign| super::text::digit(*sign).is_some()) {
            items.push(Item { at, said: None, places: signs.len() });
        } else if let Some(said) = said(&folded) {
            let open = items.last().and_then(|item| item.said).is_some_and(|before| before.open);
            let joined = open && said.words == 1 && (said.places == 1 || folded == "dix");
            items.push(Item { at, said: Some(said), places: if joined { 0 } else { said.places } });
        } else if items.is_empty() || !BETWEEN.contains(&folded.as_str()) {
            runs.push(Run { items: std::mem::take(&mut items) });
        }
    }
    runs.push(Run { items });
    runs.retain(|run| run.words() > 0);
    runs
}
