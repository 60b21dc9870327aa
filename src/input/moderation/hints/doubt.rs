//! What no rule can judge: such a text is read by itself, never approved together with others.

mod called;
mod digits;
mod homes;
mod people;

use super::names;
use super::places::is_place;
use super::text::{Text, is_invisible};

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
    "instagram",
    "tiktok",
    "whatsapp",
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
/// Words that have a capital letter behind "'s".
const APOSTROPHE: &[&str] = &["avonds", "nachts", "ochtends", "morgens", "middags", "zomers", "winters"];

pub(super) fn stands(text: &Text) -> bool {
    let letters = text.chars.iter();
    letters.clone().any(|letter| is_foreign(*letter) || is_hidden(*letter))
        || digits::are_dressed(text)
        || digits::are_many(text)
        || digits::are_many_in_words(text)
        || homes::is_plate(text)
        || people::are_signs(text)
        || text.words.iter().any(|word| people::is_mixed(&text.small(*word)))
        || (0..text.words.len()).any(|at| {
            is_doubtful(text, at)
                || homes::stand(text, at)
                || people::stand(text, at)
                || called::stand(text, at)
        })
}

/// A letter of a script in which no rule here knows a name.
fn is_foreign(letter: char) -> bool {
    letter.is_alphabetic() && letter as u32 > 0x24F && !(0x1E00..=0x1EFF).contains(&(letter as u32))
}

/// A sign that nobody sees and that changes what is seen.
fn is_hidden(letter: char) -> bool {
    is_invisible(letter) || (letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'))
}

/// A word with a capital letter in the middle of a sentence that is no place, or one that may be a name at its start.
fn is_doubtful(text: &Text, at: usize) -> bool {
    let word = text.words[at];
    if !text.is_capitalised(word) || word.to - word.from < 2 {
        return false;
    }
    if text.begins_sentence(at) {
        // "Max 30": nobody's name.
        let next = text.words.get(at + 1).filter(|_| text.gap_before(at + 1) == " ");
        let number = next.is_some_and(|next| text.chars[next.from].is_ascii_digit());
        return names::may_be_name(text, at) && !number;
    }
    let before = text.small(text.words[at - 1]);
    let folded = text.folded(word);
    if before == "s" && APOSTROPHE.contains(&folded.as_str()) {
        return false;
    }
    !ARTICLES.contains(&before.as_str()) && !KNOWN.contains(&folded.as_str()) && !is_place(&folded)
}
