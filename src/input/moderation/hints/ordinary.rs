//! Words that are no name of somebody: from a list, or by how they end. The list is our own: the words of our own pages, and
//! what people say of a street and of each other.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Dutch words, folded, one a line.
static DUTCH: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("ordinary_words.txt").lines().collect());
/// English words.
static ENGLISH: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("ordinary_words_english.txt").lines().collect());
/// How Dutch words end that say what something is like.
const LIKE: &[&str] = &[
    "ig", "ige", "lijk", "lijke", "loos", "loze", "baar", "bare", "zaam", "zame", "isch", "ische", "achtig",
    "achtige", "end", "ende", "erwijs", "waarts",
];
/// How Dutch words end that say what somebody does or did. "En" is here too: names seldom end so.
const DOES: &[&str] = &["t", "de", "te", "en"];
/// How participles begin; they end in D, T or EN.
const DONE: &[&str] = &["ge", "ver", "be", "ont", "her", "aan", "af", "op", "uit", "over", "mis"];
/// How words for things end.
const THINGS: &[&str] = &[
    "ing", "heid", "tie", "teit", "schap", "sel", "age", "isme", "ment", "um", "s", "en", "erij", "eren",
    "tje", "pje",
];
/// Fewest letters of a word that another may end in: "hondenpoep".
const ENDING: usize = 4;

/// A word of one of the lists.
pub(super) fn is_listed(folded: &str) -> bool {
    DUTCH.contains(folded) || ENGLISH.contains(folded)
}

/// A word that may stand behind "mijn buurman" or "ik ben" and is no name.
pub(super) fn is_ordinary(folded: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| folded.ends_with(ending));
    let length = folded.chars().count();
    let done = length > 5
        && DONE.iter().any(|start| folded.starts_with(start))
        && (folded.ends_with('d') || folded.ends_with('t') || folded.ends_with("en"));
    is_listed(folded) || done || (length > 3 && ends(DOES)) || (length > 4 && ends(LIKE))
}

/// The same behind English words, in which much ends in S, ED or LY. Not in ING: so do names here.
pub(super) fn is_ordinary_english(folded: &str) -> bool {
    let ends = ["s", "ed", "ly", "ful", "less"].iter().any(|ending| folded.ends_with(ending));
    is_ordinary(folded) || (folded.chars().count() > 3 && ends)
}

/// A word that may begin a sentence and is a thing: "hondenpoep", "schommel", "basketbalveld".
pub(super) fn is_thing(folded: &str) -> bool {
    let length = folded.chars().count();
    let ends = length > 4 && THINGS.iter().any(|ending| folded.ends_with(ending));
    ends || is_ordinary(folded) || is_compound(folded)
}

/// A word that ends in an ordinary one: "hondenpoep", "rolstoelgebruiker".
pub(super) fn is_compound(folded: &str) -> bool {
    folded.char_indices().skip(2).any(|(at, _)| {
        let last = &folded[at..];
        last.len() >= ENDING && DUTCH.contains(last)
    })
}
