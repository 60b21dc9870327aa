//! Words for groups of people by family: from one root come one of them, all of them, what is said of them, and the women,
//! boys and families among them. What stands in `peoples.rs` is written out.

use std::sync::LazyLock;

use super::peoples::{FROM, PEOPLE};

type Words = LazyLock<Vec<&'static str>>;

/// The words under a heading of the list.
fn section(name: &str) -> Vec<&'static str> {
    let lines = include_str!("kinds_of_people.txt").lines();
    let own = lines.skip_while(|line| line.strip_prefix("# ") != Some(name)).skip(1);
    own.take_while(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

/// Roots. Behind them stands one of `ENDINGS`, or a word for people: "moslimvrouwen", "junkievolk".
static ROOTS: Words = LazyLock::new(|| section("roots"));
/// How the words of a family end.
const ENDINGS: &[&str] = &["", "s", "en", "n", "tje", "tjes"];

/// English words for them.
static ENGLISH: Words = LazyLock::new(|| section("english"));
/// English words that are something else unless there are several people of them, or somebody stands behind them.
static SEVERAL: Words = LazyLock::new(|| section("several"));
/// What is said of people, in English and in Dutch, behind which a word for people stands.
static SAID: Words = LazyLock::new(|| section("said"));
/// English words for people, and Dutch ones for a few together.
static SOMEBODY: Words = LazyLock::new(|| section("somebody"));
/// Two words that are a group together.
static PAIRS: Words = LazyLock::new(|| section("pairs"));
/// Behind "mensen met een", "people of": what they are, or what they wear.
static HAVE: Words = LazyLock::new(|| section("have"));
/// Where people are from, besides what stands in `peoples.rs`.
static LANDS: Words = LazyLock::new(|| section("lands"));
/// Between what people are and the word for them.
static AGES: Words = LazyLock::new(|| section("ages"));
/// How far behind the word for people it stands.
const FAR: usize = 4;

/// Whether one word names a group, or one of it; folded and in capitals or not.
pub(super) fn is_one(folded: &str) -> bool {
    let rooted = ROOTS
        .iter()
        .any(|root| folded.strip_prefix(root).is_some_and(|rest| ENDINGS.contains(&rest) || is_people(rest)));
    let english = ENGLISH.iter().any(|root| {
        let rest = folded.strip_prefix(root);
        rest == Some("s") || (rest == Some("") && !SEVERAL.contains(root))
    });
    // A land, a colour, what somebody is at that moment.
    (rooted || english) && !matches!(folded, "pakistan" | "whites" | "potten" | "reizigers")
}

fn is_people(word: &str) -> bool {
    let word = word.strip_prefix('s').filter(|word| word.len() > 4).unwrap_or(word);
    word.len() > 3 && is_somebody(word)
}

/// A word for people.
pub(super) fn is_somebody(word: &str) -> bool {
    PEOPLE.contains(&word) || SOMEBODY.contains(&word)
}

/// What is said of people: "Turkse", "Turks" ("Turks gezin"), "Turkish".
pub(super) fn is_said(word: &str) -> bool {
    // "Donker, mensen durven hier niet" is said of the street.
    let bare = word.ends_with('s') || word.ends_with("sch") || word.ends_with("eel");
    let with_e = || bare && FROM.iter().any(|from| from.strip_suffix('e') == Some(word));
    FROM.contains(&word) || SAID.contains(&word) || with_e()
}

pub(super) fn is_land(word: &str) -> bool {
    LANDS.contains(&word)
}

pub(super) fn is_age(word: &str) -> bool {
    AGES.contains(&word)
}

/// Two words that name a group together.
pub(super) fn are_pair(word: &str, next: &str) -> bool {
    PAIRS.iter().any(|pair| pair.split_once('+') == Some((word, next)))
}

/// "Mensen met een migratieachtergrond", "people of colour": how many words behind the first the group ends.
pub(super) fn had(words: &[String]) -> Option<usize> {
    let first = words.first().filter(|word| is_somebody(word))?;
    let lead = words.get(1).map(String::as_str)?;
    if first.is_empty()
        || !matches!(lead, "met" | "van" | "in" | "aan" | "zonder" | "with" | "of" | "on" | "without")
    {
        return None;
    }
    (2..words.len().min(FAR + 2)).find(|at| {
        HAVE.iter().any(|have| words[*at] == *have || (have.len() > 6 && words[*at].ends_with(have)))
    })
}

/// "That kind of people", "people like that", "dat soort mensen".
pub(super) fn are_a_kind(words: &[String]) -> Option<usize> {
    let word = |at: usize| words.get(at).map(String::as_str).unwrap_or_default();
    let kind = matches!(word(0), "that" | "this" | "those" | "these" | "such")
        && matches!(word(1), "kind" | "kinds" | "sort" | "sorts" | "type" | "types")
        && word(2) == "of"
        && is_somebody(word(3));
    let like =
        is_somebody(word(0)) && word(1) == "like" && matches!(word(2), "that" | "them" | "those" | "these");
    let like_them = is_somebody(word(0)) && word(1) == "zoals" && matches!(word(2), "zij" | "hun" | "die");
    if kind {
        return Some(3);
    }
    (like || like_them).then_some(2)
}
