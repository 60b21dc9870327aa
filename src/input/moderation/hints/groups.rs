//! Groups of people: a text is about the place, not about who others are.

use super::peoples::{AGES, KINDS, LANDS, LEADS, ONE, PEOPLE, PEOPLES};
use super::text::Text;
use super::{Hint, HintKind};
use super::{kinds, names};

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
        let led_to = matches!(&*before, "een" | "die" | "de" | "elke" | "deze" | "geen" | "n" | "iedere");
        // "De Marokkaanse bakker" is somebody with bread; "een Marokkaanse" is one of a people.
        let followed = text.words.get(at + 1).is_some() && text.gap_before(at + 1) == " ";
        let said = small.ends_with("aanse") && followed && !names::says_what_it_does(&next);
        let one = ONE.contains(&small.as_str())
            && led_to
            && !said
            && (capital || !matches!(&*small, "pool" | "rus" | "turk"));
        let kind = (KINDS.contains(&small.as_str()) && (small != "roma" || capital))
            || kinds::is_one(&text.folded(word));
        let words =
            || -> Vec<String> { text.words[at..].iter().take(6).map(|word| text.small(*word)).collect() };
        if let Some(last) = described(text, at) {
            found.push(text.hint(HintKind::Groep, word.from, text.words[last].to));
        } else if people || one || kind {
            found.push(text.hint(HintKind::Groep, word.from, word.to));
        } else if kinds::are_pair(&small, &next) && text.gap_before(at + 1) == " " {
            found.push(text.hint(HintKind::Groep, word.from, text.words[at + 1].to));
        } else if let Some(far) = kinds::had(&words()).or_else(|| kinds::are_a_kind(&words())) {
            found.push(text.hint(HintKind::Groep, word.from, text.words[at + far].to));
        } else if kinds::is_somebody(&small) && matches!(&*next, "uit" | "from") {
            let land = text.words.get(at + 2..(at + 4).min(text.words.len())).unwrap_or_default();
            if let Some(land) = land.iter().find(|word| is_land(&text.small(**word))) {
                found.push(text.hint(HintKind::Groep, word.from, land.to));
            }
        } else if matches!(&*before, "die" | "dat" | "zulke") && is_lot(&small, &next) {
            let to = if small == "soort" { text.words[at + 1].to } else { word.to };
            found.push(text.hint(HintKind::Groep, text.words[at - 1].from, to));
        }
    }
}

fn is_land(word: &str) -> bool {
    LANDS.contains(&word) || kinds::is_land(word)
}

/// "Turkse buren", "donkere jonge mannen": the last word of it.
fn described(text: &Text, at: usize) -> Option<usize> {
    let word = |at: usize| text.words.get(at).map(|word| text.small(*word)).unwrap_or_default();
    if !kinds::is_said(&word(at)) {
        return None;
    }
    let more = AGES.contains(&word(at + 1).as_str())
        || kinds::is_age(&word(at + 1))
        || kinds::is_said(&word(at + 1));
    let last = if more { at + 2 } else { at + 1 };
    let close =
        (at + 1..=last).all(|at| at < text.words.len() && matches!(text.gap_before(at).as_str(), " " | "-"));
    (close && kinds::is_somebody(&word(last))).then_some(last)
}

/// "dat volk", "die lui", "dat soort mensen".
fn is_lot(word: &str, next: &str) -> bool {
    matches!(word, "volk" | "lui" | "gasten" | "types" | "rotjochies" | "gespuis")
        || (word == "soort" && PEOPLE.contains(&next))
}
