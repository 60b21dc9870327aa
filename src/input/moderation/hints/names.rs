//! Names of people: behind a word that says so, from the lists of names, under a text as its sender.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::ordinary::is_ordinary;
use super::places::{is_bare_place, is_place};
use super::sayings::{
    ARTICLES, BETWEEN, CALLED, COMPANIES, DOES, ENGLISH_ROLES, GREETINGS, NO_SIGNATURE, ONLY_BEFORE_NAMES,
    ROLES, SHORT, SHORT_NAMES, SURNAMES_THAT_ARE_WORDS, TITLES,
};
use super::text::Text;
use super::{Hint, HintKind};

/// First names that are no other word: folded, one a line.
static FIRST: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("first_names.txt").lines().collect());
/// First names that are ordinary words too: "Roos", "Mark".
static WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("first_names_that_are_words.txt").lines().collect());
/// Names of families that are no other word.
static LAST: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("surnames.txt").lines().collect());

pub(super) fn find(text: &Text, found: &mut Vec<Hint>) {
    let shouts = text.shouts();
    for at in 0..text.words.len() {
        let titled = TITLES.contains(&text.small(text.words[at]).as_str());
        let begins = if titled { at + 1 } else { at };
        if begins >= text.words.len() || (titled && !follows(text, at)) {
            continue;
        }
        let Some(last) = name(text, begins, titled, shouts) else { continue };
        let from = if titled { text.words[at].from } else { text.words[first_of(text, begins)].from };
        let to = text.words[last].to;
        if !is_company(text, begins) && !leads_to_place(text, begins, last) {
            found.push(text.hint(HintKind::Naam, from, to));
        }
    }
}

/// Whether the word behind a title belongs to it: a point stands only behind a short one.
fn follows(text: &Text, title: usize) -> bool {
    let gap = text.gap_before(title + 1);
    let short = SHORT.contains(&text.small(text.words[title]).as_str());
    is_blank(&gap) || gap == "-" || (short && matches!(gap.as_str(), ". " | "." | ".\u{A0}"))
}

fn is_blank(gap: &str) -> bool {
    gap.chars().count() == 1 && gap.chars().all(|letter| letter.is_whitespace() && letter != '\n')
}

/// The last word of the name that begins at `at`, if one does.
fn name(text: &Text, at: usize, titled: bool, shouts: bool) -> Option<usize> {
    let end = run(text, at, shouts);
    if titled {
        let particle = BETWEEN.contains(&text.small(text.words[at]).as_str()) && end > at;
        let known = is_first(text, at) || is_last(text, at) || is_plural(text, at);
        let letters = text.chars[text.words[at].from..text.words[at].to].iter();
        let capitals = !shouts && letters.len() > 2 && letters.clone().all(|letter| letter.is_uppercase());
        let sure = particle || known || capitals || is_capital(text, at, shouts);
        return if sure { Some(end) } else { small_behind_title(text, at) };
    }
    let sure = is_first(text, at) && (is_capital(text, at, shouts) || is_long_enough(text, at));
    let family = is_last(text, at) && !ARTICLES.contains(&before(text, at).as_str());
    if sure
        || family
        || is_plural(text, at)
        || is_told(text, at, shouts)
        || is_signed(text, at)
        || has_initial(text, at)
        || is_word_and_name(text, at, shouts)
    {
        return Some(end);
    }
    small_behind_cue(text, at)
}

/// `dhr. de boer`, `m. bakker` and the like: a family in small letters behind a title; its last word.
fn small_behind_title(text: &Text, at: usize) -> Option<usize> {
    let title = text.small(text.words[at - 1]);
    let only = ONLY_BEFORE_NAMES.contains(&title.as_str());
    let particle = |at: usize| BETWEEN.contains(&text.small(text.words[at]).as_str());
    let last = (at..text.words.len().min(at + 4)).find(|next| !particle(*next))?;
    if (at + 1..=last).any(|next| !is_blank(&text.gap_before(next)) && text.gap_before(next) != ".") {
        return None;
    }
    let word = text.folded(text.words[last]);
    let family = SURNAMES_THAT_ARE_WORDS.contains(word.as_str()) || LAST.contains(word.as_str());
    // "Meneer van de winkel" is nobody's name, "dhr. de boer" is.
    let unknown = !is_ordinary(&word) && only && (last == at || SHORT.contains(&title.as_str()));
    let letters = word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    (letters && ((family && (last == at || only)) || unknown)).then_some(last)
}

/// `ik heet djoeke`, `mijn naam is djoeke de vries`, `naam: djoeke`: a name in small letters; its last word.
fn small_behind_cue(text: &Text, at: usize) -> Option<usize> {
    let back = |back: usize| at.checked_sub(back).map(|at| text.small(text.words[at])).unwrap_or_default();
    let (said, who, gap) = (back(1), back(2), text.gap_before(at));
    let close = is_blank(&gap) || matches!(gap.as_str(), ": " | ":" | ", ");
    let person = |word: &str| ROLES.contains(&word) || TITLES.contains(&word) || ENGLISH_ROLES.contains(word);
    let heet = matches!(&*said, "heet" | "heette")
        && (matches!(&*who, "ik" | "hij" | "zij" | "ze" | "die") || person(&who));
    let named = said == "naam" && gap.starts_with(':');
    let is = matches!((&*who, &*said), ("naam" | "name", "is"))
        && matches!(&*back(3), "mijn" | "mn" | "my" | "haar" | "zijn" | "his" | "her");
    let word = text.folded(text.words[at]);
    let letters = word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    if at == 0 || !close || !letters || is_ordinary(&word) || !(heet || named || is || said == "genaamd") {
        return None;
    }
    // "Djoeke de vries", "djoeke bakker".
    let follows = |next: usize| next < text.words.len() && is_blank(&text.gap_before(next));
    let particle = |next: usize| follows(next) && BETWEEN.contains(&text.small(text.words[next]).as_str());
    let last = (at + 1..at + 4).find(|next| !particle(*next)).filter(|next| follows(*next));
    let family = last.filter(|last| {
        let word = text.folded(text.words[*last]);
        SURNAMES_THAT_ARE_WORDS.contains(word.as_str()) || LAST.contains(word.as_str())
    });
    Some(family.unwrap_or(at))
}

/// `bij de Jansens`, `de familie Bakkers`.
fn is_plural(text: &Text, at: usize) -> bool {
    let word = text.folded(text.words[at]);
    let one = word.strip_suffix("en").or_else(|| word.strip_suffix('s'));
    let known = one.is_some_and(|one| one.len() > 3 && LAST.contains(one));
    let led = at > 0 && matches!(&*text.small(text.words[at - 1]), "de" | "die" | "alle" | "the");
    known && led && text.is_capitalised(text.words[at])
}

/// Whether this word says what somebody does or where they are from, behind a word for them.
pub(super) fn says_what_it_does(word: &str) -> bool {
    DOES.contains(&word)
        || matches!(word, "is" | "was" | "zit" | "uit" | "van" | "met" | "in" | "op" | "die" | "en")
}

/// Whether a folded word is the name of a family.
pub(super) fn is_family(folded: &str) -> bool {
    LAST.contains(folded)
}

/// The word before, in small letters; nothing where a sentence begins here.
fn before(text: &Text, at: usize) -> String {
    if text.begins_sentence(at) { String::new() } else { text.small(text.words[at - 1]) }
}

fn is_capital(text: &Text, at: usize, shouts: bool) -> bool {
    !shouts && text.is_capitalised(text.words[at])
}

fn is_long_enough(text: &Text, at: usize) -> bool {
    let word = text.words[at];
    word.to - word.from >= 4 || SHORT_NAMES.contains(&text.small(word).as_str())
}

/// A known first name; also with the S of "Fatimas fiets".
fn is_first(text: &Text, at: usize) -> bool {
    let word = text.folded(text.words[at]);
    FIRST.contains(word.as_str())
        || (text.is_capitalised(text.words[at])
            && word.strip_suffix('s').is_some_and(|bare| bare.len() > 3 && FIRST.contains(bare)))
}

fn is_last(text: &Text, at: usize) -> bool {
    let word = text.words[at];
    let known = LAST.contains(text.folded(word).as_str());
    known && (text.chars[word.from].is_uppercase() || word.to - word.from >= 6)
}

/// Behind "mijn zus" or "huismeester", "heet" or "namens": a capital letter, or a known name.
fn is_told(text: &Text, at: usize, shouts: bool) -> bool {
    if at == 0 {
        return false;
    }
    let gap = text.gap_before(at);
    let close = is_blank(&gap) || matches!(gap.as_str(), ", " | ": " | " (" | " - " | ": \"");
    let said = text.small(text.words[at - 1]);
    let am = said == "ben" && at > 1 && text.small(text.words[at - 2]) == "ik";
    let is = said == "is" && at > 1 && text.small(text.words[at - 2]) == "naam";
    let called = CALLED.contains(&said.as_str()) || am || is;
    let role = ROLES.contains(&said.as_str());
    let capital = is_capital(text, at, shouts);
    close && ((called && capital) || (role && is_blank(&gap) && capital) || (role && is_first(text, at)))
}

/// Under the text: "Groet, anja".
fn is_signed(text: &Text, at: usize) -> bool {
    let behind = |back: usize| back <= at && GREETINGS.contains(&text.small(text.words[at - back]).as_str());
    let word = text.words[at];
    let left = text.words.len() - at;
    let letters = text.chars[word.from..word.to].iter().all(|letter| letter.is_alphabetic());
    // "Groet van Anja": the name is the second word. "Buren groeten altijd" is no signature.
    let capital = text.is_capitalised(word);
    let signed = (behind(1) && (capital || !NO_SIGNATURE.contains(&text.small(word).as_str())))
        || (behind(2) && capital);
    letters && signed && left <= 4
}

/// "J. de Vries", "A.B. Bakker".
fn has_initial(text: &Text, at: usize) -> bool {
    let initial = |at: usize| {
        let word = text.words[at];
        word.to - word.from == 1
            && text.chars[word.from].is_uppercase()
            && text.chars.get(word.to) == Some(&'.')
    };
    if !initial(at) || at + 1 >= text.words.len() || (at > 0 && initial(at - 1)) {
        return false;
    }
    let next = (at + 1..text.words.len()).find(|next| !initial(*next));
    let Some(next) = next.filter(|next| matches!(text.gap_before(*next).as_str(), ". " | ".")) else {
        return false;
    };
    let particle = BETWEEN.contains(&text.small(text.words[next]).as_str());
    let small = text.chars[text.words[next].from].is_lowercase();
    let ordinary = ARTICLES.contains(&text.small(text.words[next]).as_str());
    (small && particle)
        || (!ordinary
            && text.is_capitalised(text.words[next])
            && (is_last(text, next) || next > at + 1 || next + 1 == text.words.len()))
}

/// "Roos" in the middle of a sentence, without an article; or in front of what a person does.
fn is_word_and_name(text: &Text, at: usize, shouts: bool) -> bool {
    if !WORDS.contains(text.folded(text.words[at]).as_str()) || !is_capital(text, at, shouts) {
        return false;
    }
    if text.begins_sentence(at) {
        let next = text.words.get(at + 1).map(|word| text.small(*word));
        return next.is_some_and(|next| DOES.contains(&next.as_str()));
    }
    !ARTICLES.contains(&before(text, at).as_str())
}

/// Small words that lead to a name belong to it: "van der Meulen".
fn first_of(text: &Text, at: usize) -> usize {
    let mut first = at;
    if !is_last(text, at) {
        return at;
    }
    while first > 0
        && is_blank(&text.gap_before(first))
        && BETWEEN[..10].contains(&text.small(text.words[first - 1]).as_str())
    {
        first -= 1;
    }
    first
}

/// The last word of a run of capital letters that begins at `at`, small words between them counted in.
fn run(text: &Text, at: usize, shouts: bool) -> usize {
    let mut end = at;
    let mut next = at + 1;
    while next < text.words.len() {
        let gap = text.gap_before(next);
        // "J. Bakker", "v.d. Berg", "v/d Berg".
        let before = text.words[next - 1];
        let initial = before.to - before.from == 1
            && (matches!(gap.as_str(), ". " | ".") || (gap == "/" && text.small(before) == "v"));
        if !(is_blank(&gap) || gap == "-" || initial) {
            break;
        }
        let capital = is_capital(text, next, shouts) || is_last(text, next);
        if capital {
            end = next;
        } else if !BETWEEN.contains(&text.small(text.words[next]).as_str()) {
            break;
        }
        next += 1;
    }
    end
}

fn is_company(text: &Text, at: usize) -> bool {
    let rest = text.get(text.words[at].from, text.words[at].from + 20).to_lowercase();
    COMPANIES.iter().any(|company| rest.starts_with(company))
}

/// A street or a school that is called after somebody.
fn leads_to_place(text: &Text, first: usize, last: usize) -> bool {
    let word = |at: usize| text.folded(text.words[at]);
    let next = text.words.get(last + 1).filter(|_| is_blank(&text.gap_before(last + 1)));
    // "Van den Berg", "van Dijk": a whole word behind a small one is a family.
    let family = BETWEEN.contains(&text.small(text.words[last.saturating_sub(1)]).as_str())
        && is_bare_place(&word(last));
    (last > first && is_place(&word(last)) && !family)
        || next.is_some_and(|next| is_place(&text.folded(*next)) && !text.small(*next).ends_with("buurt"))
}

/// Whether a word is a name as well as a word.
pub(super) fn may_be_name(text: &Text, at: usize) -> bool {
    WORDS.contains(text.folded(text.words[at]).as_str())
}
