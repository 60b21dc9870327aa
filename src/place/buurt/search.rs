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

/// Which names hold every word of the query, without regard to case or accents: those that begin with the query first,
/// then those of which words begin with it, then those that hold it inside a word ("straat" in "Mandenmakersstraat"). An
/// empty query finds everything.
pub fn ranked<'a>(names: impl Iterator<Item = &'a str>, query: &str) -> Vec<usize> {
    let query = words(query);
    let whole = query.join(" ");
    let rank = |name: &[String]| {
        let all =
            |fits: fn(&str, &str) -> bool| query.iter().all(|part| name.iter().any(|word| fits(word, part)));
        if name.join(" ").starts_with(&whole) {
            Some(0)
        } else if all(|word, part| word.starts_with(part)) {
            Some(1)
        } else {
            all(|word, part| word.contains(part)).then_some(2)
        }
    };
    let mut found: Vec<(u8, usize)> =
        names.enumerate().filter_map(|(at, name)| Some((rank(&words(name))?, at))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
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
