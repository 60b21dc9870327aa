//! Groups of people: a text is about the place, not about who others are.

use super::peoples::{AGES, FROM, KINDS, LANDS, LEADS, ONE, PEOPLE, PEOPLES};
use super::text::Text;
use super::{Hint, HintKind};

pub(super) fn find(text: &Text, found: &mut Vec<Hint>) {
    for at in 0..text.words.len() {
        let word = text.words[at];
        let small = text.small(word);
        let capital = text.chars[word.from].is_uppercase();
        let before = if at > 0 { text.small(text.words[at - 1]) } else { String::new() };
        let next = text.words.get(at + 1).map(|next| text.small(*next)).unwrap_or_default();
        let land = matches!(&*before, "in" | "naar" | "uit" | "richting");
        let led = LEADS.contains(&before.as_str());
        // "Polen" may be the land, and in small letters the ends of a magnet; "letten" is a verb.
        let ordinary = matches!(&*small, "polen" | "letten");
        let people = PEOPLES.contains(&small.as_str())
            && !land
            && (capital || (led && small != "letten") || !ordinary);
        let one = ONE.contains(&small.as_str())
            && matches!(&*before, "een" | "die" | "de" | "elke" | "deze")
            && (capital || !matches!(&*small, "pool" | "rus" | "turk"));
        let kind = KINDS.contains(&small.as_str()) && (small != "roma" || capital);
        if people || one || kind {
            found.push(text.hint(HintKind::Groep, word.from, word.to));
        } else if let Some(last) = described(text, at) {
            found.push(text.hint(HintKind::Groep, word.from, text.words[last].to));
        } else if PEOPLE.contains(&small.as_str()) && next == "uit" {
            let land = text.words.get(at + 2..(at + 4).min(text.words.len())).unwrap_or_default();
            if let Some(land) = land.iter().find(|word| LANDS.contains(&text.small(**word).as_str())) {
                found.push(text.hint(HintKind::Groep, word.from, land.to));
            }
        } else if matches!(&*before, "die" | "dat" | "zulke") && is_lot(&small, &next) {
            let to = if small == "soort" { text.words[at + 1].to } else { word.to };
            found.push(text.hint(HintKind::Groep, text.words[at - 1].from, to));
        }
    }
}

/// "Turkse buren", "donkere jonge mannen": the last word of it.
fn described(text: &Text, at: usize) -> Option<usize> {
    let word = |at: usize| text.words.get(at).map(|word| text.small(*word)).unwrap_or_default();
    if !FROM.contains(&word(at).as_str()) {
        return None;
    }
    let last = if AGES.contains(&word(at + 1).as_str()) { at + 2 } else { at + 1 };
    PEOPLE.contains(&word(last).as_str()).then_some(last)
}

/// "dat volk", "die lui", "dat soort mensen".
fn is_lot(word: &str, next: &str) -> bool {
    matches!(word, "volk" | "lui" | "gasten" | "types" | "rotjochies" | "gespuis")
        || (word == "soort" && PEOPLE.contains(&next))
}
