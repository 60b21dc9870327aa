//! Finding a street or place of the neighbourhood by name.

use serde::{Deserialize, Serialize};

use super::model::PlaceKind;

/// Something with a name, and a point that stands for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// As on the map.
    pub name: String,
    /// What it is.
    pub kind: NamedKind,
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

/// What a name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NamedKind {
    /// A street, road or path.
    Street,
    /// A park, square or sports ground.
    Area,
    /// A canal, pond or river.
    Water,
    /// A place of a kind.
    Place(PlaceKind),
}

/// A shorter word of a query is looked for as it is: one slip in three letters is another word.
const LEAST_FOR_A_SLIP: usize = 4;

/// Which names hold every word of the query, without regard to case or accents: those that begin with the query first,
/// then those of which words begin with it, then those that hold it inside a word ("straat" in "Mandenmakersstraat") or are
/// written apart or together otherwise. Where there is none, those that would be found but for one slip in a word. An empty
/// query finds everything.
pub fn ranked<'a>(names: impl Iterator<Item = &'a str>, query: &str) -> Vec<usize> {
    let names: Vec<Vec<String>> = names.map(words).collect();
    let query = words(query);
    let all = |rank: &dyn Fn(&[String]) -> Option<u8>| {
        let mut found: Vec<(u8, usize)> =
            names.iter().enumerate().filter_map(|(at, name)| Some((rank(name)?, at))).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, at)| at).collect::<Vec<usize>>()
    };
    let found = all(&|name| rank(name, &query));
    if found.is_empty() { all(&|name| rank_with_a_slip(name, &query)) } else { found }
}

fn rank(name: &[String], query: &[String]) -> Option<u8> {
    let all =
        |fits: fn(&str, &str) -> bool| query.iter().all(|part| name.iter().any(|word| fits(word, part)));
    if name.join(" ").starts_with(&query.join(" ")) {
        Some(0)
    } else if all(|word, part| word.starts_with(part)) {
        Some(1)
    } else {
        (all(|word, part| word.contains(part)) || name.concat().starts_with(&query.concat())).then_some(2)
    }
}

/// Of which words begin as those of the query, but for a slip; or the whole name, whatever stands apart.
fn rank_with_a_slip(name: &[String], query: &[String]) -> Option<u8> {
    let all = query.iter().all(|part| name.iter().any(|word| begins(word, part)));
    if all { Some(0) } else { begins(&name.concat(), &query.concat()).then_some(1) }
}

/// Whether a word begins with this, but for one letter that is wrong, missing or too much, or two the other way round.
fn begins(word: &str, part: &str) -> bool {
    let (word, part): (Vec<char>, Vec<char>) = (word.chars().collect(), part.chars().collect());
    let same = word.iter().zip(&part).take_while(|(one, other)| one == other).count();
    let (word, left) = (&word[same..], &part[same..]);
    let starts = |word: &[char], part: &[char]| word.starts_with(part);
    let Some((first, rest)) = left.split_first() else { return true };
    if part.len() < LEAST_FOR_A_SLIP {
        return false;
    }
    let after = word.get(1..).unwrap_or_default();
    let is_too_much = starts(word, rest);
    let is_wrong = !word.is_empty() && starts(after, rest);
    let is_missing = starts(after, left);
    let is_turned = word.len() > 1
        && rest.first() == word.first()
        && Some(first) == after.first()
        && starts(&word[2..], &rest[1..]);
    is_too_much || is_wrong || is_missing || is_turned
}

/// The words of a name in small letters without accents.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded: String = text.chars().flat_map(char::to_lowercase).flat_map(fold).collect();
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A letter without its accent: the Latin letters of European street names; combining accents vanish.
fn fold(letter: char) -> impl Iterator<Item = char> {
    let plain = match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ť' | 'ţ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ž' | 'ż' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'ĳ' => "ij",
        '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' => "",
        _ => return (Some(letter)).into_iter().chain("".chars()),
    };
    None.into_iter().chain(plain.chars())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::ranked;

    const NAMES: [&str; 6] =
        ["Brink", "Touwslagershof", "Van 't Hoffplein", "Oude Cafélaan", "Dorps Straat", "Halte Zuid"];

    fn found(query: &str) -> Vec<&'static str> {
        ranked(NAMES.into_iter(), query).into_iter().map(|at| NAMES[at]).collect()
    }

    #[test]
    fn a_letter_that_is_wrong_missing_too_much_or_turned_is_looked_past() {
        for (query, name) in [
            ("brinck", "Brink"),
            ("brnik", "Brink"),
            ("krink", "Brink"),
            ("brinks", "Brink"),
            ("touwslagerhof", "Touwslagershof"),
            ("tauwslag", "Touwslagershof"),
            ("hofplein", "Van 't Hoffplein"),
            ("oude kafelaan", "Oude Cafélaan"),
            ("dorpsstraat", "Dorps Straat"),
            ("dorpstraat", "Dorps Straat"),
            ("touw slagers hof", "Touwslagershof"),
        ] {
            assert_eq!(found(query), [name], "{query}");
        }
    }

    #[test]
    fn who_makes_no_slip_is_not_told_what_is_near_and_short_words_are_taken_at_their_word() {
        assert_eq!(found("hof"), ["Van 't Hoffplein", "Touwslagershof"]);
        for query in ["zud", "brx", "straatje", "brunch", "bbrrink"] {
            assert_eq!(found(query), [""; 0], "{query}");
        }
        assert_eq!(found(" ").len(), NAMES.len());
    }

    proptest! {
        #[test]
        fn any_one_slip_in_a_word_of_four_letters_finds_the_name(
            name in "[a-z]{5,12}",
            at in 0..12_usize,
            letter in "[a-z]",
            slip in 0..4,
        ) {
            let mut query: Vec<char> = name.chars().collect();
            let (at, letter) = (at % (query.len() - 1), letter.chars().next().unwrap());
            match slip {
                0 => query[at] = letter,
                1 => drop(query.remove(at)),
                2 => query.insert(at, letter),
                _ => query.swap(at, at + 1),
            }
            let query: String = query.into_iter().collect();
            prop_assert_eq!(ranked(std::iter::once(name.as_str()), &query), [0]);
        }
    }
}
