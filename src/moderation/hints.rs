//! Where a text may name a person or a home. A hint points; a person decides.
//!
//! Sources: IBAN, ISO 13616 (mod 97); BSN, the eleven-test of the Dutch tax office; licence plates, the
//! fourteen sidecodes of the RDW; telephone numbers, the Dutch numbering plan (ten digits, or +31 and nine).

mod numbers;
mod places;

use serde::Serialize;

/// What a hint is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum HintKind {
    /// An address for e-mail.
    Email,
    /// A page or account on the web.
    Web,
    /// A bank account.
    Iban,
    /// A telephone number.
    Telefoon,
    /// A citizen service number.
    Bsn,
    /// A licence plate.
    Kenteken,
    /// A postcode, a house number, a floor.
    Adres,
    /// A name behind "mevrouw", "buurman", ….
    Naam,
}

impl HintKind {
    /// The word used outside; people read the text `moderation-hint-WORD`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Web => "web",
            Self::Iban => "iban",
            Self::Telefoon => "telefoon",
            Self::Bsn => "bsn",
            Self::Kenteken => "kenteken",
            Self::Adres => "adres",
            Self::Naam => "naam",
        }
    }
}

/// A part of a text that somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hint {
    /// What it is about.
    pub kind: HintKind,
    /// Where it begins, in Unicode scalar values from the start of the text.
    pub from: usize,
    /// Where it ends; the first value behind it.
    pub to: usize,
    /// The words themselves.
    pub word: String,
}

/// Words after which a capital letter begins a name.
const TITLES: [&str; 24] = [
    "meneer",
    "mijnheer",
    "dhr",
    "heer",
    "mevrouw",
    "mevr",
    "mw",
    "juffrouw",
    "juf",
    "meester",
    "dokter",
    "dr",
    "buurman",
    "buurvrouw",
    "buurjongen",
    "buurmeisje",
    "familie",
    "fam",
    "oom",
    "tante",
    "opa",
    "oma",
    "pastoor",
    "imam",
];
/// Small words inside a name.
const BETWEEN: [&str; 10] = ["van", "de", "der", "den", "ten", "ter", "el", "al", "ben", "het"];

/// A run of letters and digits.
#[derive(Clone, Copy)]
struct Word {
    from: usize,
    to: usize,
}

struct Text {
    chars: Vec<char>,
    words: Vec<Word>,
}

impl Text {
    fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let mut words = Vec::new();
        let mut from = None;
        for (at, letter) in chars.iter().enumerate() {
            match (from, letter.is_alphanumeric()) {
                (None, true) => from = Some(at),
                (Some(start), false) => {
                    words.push(Word { from: start, to: at });
                    from = None;
                }
                _ => {}
            }
        }
        if let Some(start) = from {
            words.push(Word { from: start, to: chars.len() });
        }
        Self { chars, words }
    }

    fn get(&self, from: usize, to: usize) -> String {
        self.chars[from.min(to)..to.min(self.chars.len())].iter().collect()
    }

    fn small(&self, word: Word) -> String {
        self.get(word.from, word.to).to_lowercase()
    }

    fn hint(&self, kind: HintKind, from: usize, to: usize) -> Hint {
        Hint { kind, from, to, word: self.get(from, to) }
    }
}

/// Every place in a text where a person or a home may be named, in order, without overlap.
pub fn hints(text: &str) -> Vec<Hint> {
    let text = Text::new(text);
    let mut found = Vec::new();
    online(&text, &mut found);
    numbers::find(&text, &mut found);
    places::find(&text, &mut found);
    names(&text, &mut found);
    // The surest kinds stand first in the enum: of two that overlap the surer one stays.
    found.sort_by_key(|hint| (hint.kind, hint.from));
    let mut kept: Vec<Hint> = Vec::new();
    for hint in found {
        if kept.iter().all(|other| hint.to <= other.from || other.to <= hint.from) {
            kept.push(hint);
        }
    }
    kept.sort_by_key(|hint| hint.from);
    kept
}

fn online(text: &Text, found: &mut Vec<Hint>) {
    let chars = &text.chars;
    let inside = |letter: &char| letter.is_alphanumeric() || "._%+-".contains(*letter);
    for (at, _) in chars.iter().enumerate().filter(|(_, letter)| **letter == '@') {
        let before = chars[..at].iter().rev().take_while(|letter| inside(letter)).count();
        let behind = chars[at + 1..].iter().take_while(|letter| inside(letter)).count();
        let domain = text.get(at + 1, at + 1 + behind);
        let domain = domain.trim_end_matches(['.', '-']);
        let length = domain.chars().count();
        if before > 0 && domain.contains('.') {
            found.push(text.hint(HintKind::Email, at - before, at + 1 + length));
        } else if before == 0 && length > 2 {
            found.push(text.hint(HintKind::Web, at, at + 1 + length));
        }
    }
    for word in &text.words {
        let start = text.small(*word);
        let rest = chars[word.to..].iter().take(3).collect::<String>();
        if (start == "www" && rest.starts_with('.')) || (matches!(&*start, "http" | "https") && rest == "://")
        {
            let length = chars[word.from..].iter().take_while(|letter| !letter.is_whitespace()).count();
            found.push(text.hint(HintKind::Web, word.from, word.from + length));
        }
    }
}

/// A capitalised name behind a title: "mevrouw Jansen", "buurman Ali el Idrissi".
fn names(text: &Text, found: &mut Vec<Hint>) {
    for (at, word) in text.words.iter().enumerate() {
        if !TITLES.contains(&text.small(*word).as_str()) {
            continue;
        }
        let mut end = None;
        let mut before = word.to;
        for next in &text.words[at + 1..] {
            let gap = text.get(before, next.from);
            let joined = matches!(gap.as_str(), " " | ". " | "." | "-");
            let capital = text.chars[next.from].is_uppercase();
            let between = BETWEEN.contains(&text.small(*next).as_str());
            if !joined || !(capital || between) {
                break;
            }
            if capital {
                end = Some(next.to);
            }
            before = next.to;
        }
        if let Some(end) = end {
            found.push(text.hint(HintKind::Naam, word.from, end));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{HintKind, hints};
    use proptest::prelude::{any, proptest};

    fn found(text: &str) -> Vec<(HintKind, String)> {
        hints(text).into_iter().map(|hint| (hint.kind, hint.word)).collect()
    }

    #[track_caller]
    fn one(text: &str, kind: HintKind, word: &str) {
        assert_eq!(found(text), [(kind, word.to_owned())], "{text}");
    }

    #[test]
    fn what_points_at_a_person_or_a_home_is_pointed_out() {
        one("Bel 06-12345678 even", HintKind::Telefoon, "06-12345678");
        one("Bel 020 624 11 11 even", HintKind::Telefoon, "020 624 11 11");
        one("+31 6 12 34 56 78", HintKind::Telefoon, "+31 6 12 34 56 78");
        one("mail jan.jansen@voorbeeld.nl.", HintKind::Email, "jan.jansen@voorbeeld.nl");
        one("zie www.voorbeeld.nl/buurt", HintKind::Web, "www.voorbeeld.nl/buurt");
        one("rekening NL91 ABNA 0417 1643 00 graag", HintKind::Iban, "NL91 ABNA 0417 1643 00");
        one("nummer is 111222333", HintKind::Bsn, "111222333");
        one("auto 16-RSL-9 staat er", HintKind::Kenteken, "16-RSL-9");
        one("auto XB-12-ZK staat er", HintKind::Kenteken, "XB-12-ZK");
        one("in de Vrolikstraat 12a", HintKind::Adres, "Vrolikstraat 12a");
        one("op 1091 VM", HintKind::Adres, "1091 VM");
        one("op nummer 14 wonen", HintKind::Adres, "nummer 14");
        one("wij wonen 3 hoog", HintKind::Adres, "3 hoog");
        one("op de tweede verdieping", HintKind::Adres, "tweede verdieping");
        one("mevrouw De Vries helpt", HintKind::Naam, "mevrouw De Vries");
        one("Buurman Ali el Idrissi kookt", HintKind::Naam, "Buurman Ali el Idrissi");
        one("dhr. Jansen", HintKind::Naam, "dhr. Jansen");
    }

    #[test]
    fn ordinary_words_are_left_alone() {
        for text in [
            "lijn 12 en bus 21 rijden te hard",
            "de jaren 80, top 10, 15 minuten, 5 euro",
            "de buurman is aardig. Hij helpt",
            "mevrouw van de winkel",
            "30 km per uur in de straat",
            "om 20.30 uur is het donker",
            "al 25 jaar fijn wonen",
            "24-7 lawaai",
            "2019-2020 was stil",
            "in 2026 wordt er 100 000 euro uitgegeven",
            "twee lantaarns zijn kapot",
            "een hoog hek",
            "AB zit in de klas",
            "123456789 is niet van iemand",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn places_are_counted_in_letters_not_bytes() {
        let hint = hints("één café: bel 0612345678").remove(0);
        assert_eq!((hint.from, hint.to), (14, 24));
    }

    proptest! {
        #[test]
        fn every_hint_is_a_part_of_its_text_and_none_overlap(text in any::<String>()) {
            let chars: Vec<char> = text.chars().collect();
            let mut end = 0;
            for hint in hints(&text) {
                assert!(hint.from >= end && hint.from < hint.to && hint.to <= chars.len());
                assert_eq!(hint.word, chars[hint.from..hint.to].iter().collect::<String>());
                end = hint.to;
            }
        }
    }
}
