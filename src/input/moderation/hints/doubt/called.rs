//! Names in small letters, or before what people do, that stand in no list: a word that says so leads to them, and what
//! follows it is no ordinary word.

use super::super::ordinary::{is_compound, is_listed, is_ordinary, is_ordinary_english, is_thing};
use super::super::sayings::{BETWEEN, ENGLISH_ROLES, MINE, OURS, ROLES, SURNAMES_THAT_ARE_WORDS, TITLES};
use super::super::text::Text;
use super::super::{names, text};
use super::people::{DOES, STARTS};

/// What is said of a person, of a place and of a thing alike.
const DOES_TOO: &[&str] = &[
    "was", "is", "heeft", "had", "kan", "komt", "kwam", "gaat", "ging", "doet", "deed", "moet", "mag", "zei",
    "zag", "gaf", "liep", "zat", "riep", "werkt", "maakt", "staat", "wilde", "wou", "lives", "lived",
    "works", "has", "does",
];
/// What only people do, in English.
const DOES_ENGLISH: &[&str] = &[
    "lives", "lived", "helps", "helped", "plays", "says", "said", "sits", "sleeps", "smokes", "drinks",
    "shouts", "steals", "knows", "cooks", "deals", "walks", "screams", "cries",
];
/// Capital letters that are no name: companies and services.
const SHORTENED: &[&str] = &[
    "ns", "gvb", "ggd", "vve", "ah", "aed", "ov", "hema", "ret", "htm", "uwv", "kpn", "nos", "coa", "abc",
    "wmo", "ggz", "boa", "boas", "bso", "vvv", "wc", "tv", "it", "id", "ok", "ov", "bhv", "ehbo", "knmi",
    "rivm", "anwb", "cv", "pvc", "led", "gps", "app", "wifi", "dj", "vn", "eu", "nl", "zzp", "fc", "vv",
    "sv",
];
/// Anybody may be one: only behind "mijn" a name follows.
const ANYBODY: &[&str] = &[
    "man",
    "vrouw",
    "kind",
    "kindje",
    "jongen",
    "meisje",
    "baby",
    "peuter",
    "kleuter",
    "puber",
    "ex",
    "partner",
    "hulp",
    "maat",
    "maatje",
    "bewoner",
    "bewoonster",
    "eigenaar",
    "bakker",
    "slager",
    "kapper",
    "agent",
    "collega",
    "tweeling",
    "vriend",
    "vriendin",
    "mam",
    "pap",
];
/// Who says their name in other languages: the words before it.
const ABROAD: &[&[&str]] = &[
    &["my", "name", "is"],
    &["i", "am", "called"],
    &["call", "me"],
    &["je", "m", "appelle"],
    &["mon", "nom", "est"],
    &["ich", "heisse"],
    &["ich", "heiße"],
    &["mein", "name", "ist"],
    &["me", "llamo"],
    &["mi", "nombre", "es"],
    &["meu", "nome", "e"],
    &["mi", "chiamo"],
    &["benim", "adim"],
    &["adim"],
    &["ismim"],
    &["nazywam", "sie"],
    &["mam", "na", "imie"],
    &["ismi"],
    &["esmi"],
    &["smiyti"],
    &["ma", "numesc"],
    &["magacaygu", "waa"],
    &["mi", "nomber", "ta"],
    &["mi", "nen", "na"],
    &["nama", "saya"],
];
/// Behind "call me": no name.
const CALLS: &[&str] = &["on", "at", "back", "now", "if", "when", "please", "a", "the", "any", "to", "for"];

/// Whether the word at `at` may be a name, by the words around it.
pub(super) fn stand(text: &Text, at: usize) -> bool {
    let word = text.words[at];
    let signs = &text.chars[word.from..word.to];
    if signs.len() < 2 || !signs.iter().all(|sign| sign.is_alphabetic()) {
        return is_initial(text, at);
    }
    follows_role(text, at)
        || is_called(text, at)
        || is_called_abroad(text, at)
        || does(text, at)
        || is_shortened(text, at)
}

fn folded(text: &Text, at: usize) -> String {
    text.words.get(at).map(|word| text.folded(*word)).unwrap_or_default()
}

/// The folded word so many before the word at `at`; nothing beyond the beginning.
fn before(text: &Text, at: usize, back: usize) -> String {
    at.checked_sub(back).map(|at| folded(text, at)).unwrap_or_default()
}

fn is_blank(gap: &str) -> bool {
    matches!(gap, " " | "\u{A0}" | "  ")
}

fn is_function(word: &str) -> bool {
    STARTS.contains(&word)
}

/// `mijn buurman tjalling`, `buurman tjalling`, `mijn zus djoeke`, `mijn buurvrouw, djoeke, …`, `my son djoeke (9)`.
fn follows_role(text: &Text, at: usize) -> bool {
    let gap = if at == 0 { return false } else { text.gap_before(at) };
    let (role, owner, word) = (before(text, at, 1), before(text, at, 2), folded(text, at));
    let english = ENGLISH_ROLES.contains(role.as_str()) || role == "miss";
    let ours = MINE.contains(&owner.as_str()) && at > 1 && is_blank(&text.gap_before(at - 1));
    let titled = TITLES.contains(&role.as_str()) && role != "heer";
    let known = titled || ROLES.contains(&role.as_str());
    // "Huismeester djoeke": what somebody does here, or is to somebody; "man" and "kind" are any.
    let titled = titled || (known && !ANYBODY.contains(&role.as_str()));
    // "Mijn zus, djoeke, woont hier": what stands between two commas; "mijn zus (djoeke)".
    let behind = text.words[at].to;
    let apart = (gap == ", " && text.chars.get(behind) == Some(&',') && !is_thing(&word))
        || (gap == " (" && text.chars.get(behind) == Some(&')') && !is_thing(&word));
    let ordinary = if english { is_ordinary_english(&word) } else { is_ordinary(&word) };
    // "Mark" is a word as well, and here it is none.
    let name = !is_function(&word) && (!ordinary || (names::may_be_name(text, at) && !is_listed(&word)));
    let led = (known && (ours || titled)) || (english && (ours || role == "miss"));
    // "De vader van djoeke".
    let of = role == "van" && (ROLES.contains(&owner.as_str()) || TITLES.contains(&owner.as_str()));
    (led && name && (is_blank(&gap) || apart)) || (of && name && is_blank(&gap) && !is_thing(&word))
}

/// `ik heet djoeke`, `zij heet djoeke`, `ik ben djoeke`, `naam: djoeke`, `i am djoeke`, `i'm djoeke`.
fn is_called(text: &Text, at: usize) -> bool {
    let gap = if at == 0 { return false } else { text.gap_before(at) };
    let (said, who, word) = (before(text, at, 1), before(text, at, 2), folded(text, at));
    let close = is_blank(&gap) || matches!(gap.as_str(), ": " | ":" | " = " | ", ");
    let called =
        matches!(&*said, "heet" | "heette" | "heten" | "genaamd" | "geheten" | "naam" | "named" | "called");
    let am =
        matches!((&*who, &*said), ("ik", "ben") | ("ben", "ik") | ("i", "am" | "m") | ("dit" | "dat", "is"));
    let english = matches!(&*said, "am" | "m" | "named" | "called" | "im");
    let ordinary = if english { is_ordinary_english(&word) } else { is_ordinary(&word) };
    let im = said == "im" && text.begins_sentence(at - 1);
    // "Het pad heet Kerkpad": of a place the name of a place is told.
    let somebody = matches!(&*who, "ik" | "hij" | "zij" | "ze" | "die" | "zoon" | "dochter" | "ben");
    let thing = said != "ben" && !somebody && is_thing(&word);
    // "Bel djoeke maar", "vraag djoeke om hulp".
    let asked =
        matches!(&*said, "bel" | "app" | "mail" | "vraag" | "bedankt" | "dank" | "roep" | "call" | "ask")
            && text.begins_sentence(at - 1)
            && is_blank(&gap)
            && !is_thing(&word)
            && !is_ordinary_english(&word);
    let named = (called || am || im) && !ordinary && !thing && !is_compound(&word);
    close && (named || asked) && !is_function(&word)
}

/// `my name is djoeke`, `je m'appelle djoeke`, `adım djoeke`.
fn is_called_abroad(text: &Text, at: usize) -> bool {
    let said = |cue: &&[&str]| {
        cue.len() <= at
            && cue.iter().rev().enumerate().all(|(back, word)| before(text, at, back + 1) == *word)
    };
    let cue = ABROAD.iter().find(|cue| said(cue));
    cue.is_some_and(|cue| {
        cue[0] != "call" || !(CALLS.contains(&&*folded(text, at)) || is_ordinary(&folded(text, at)))
    })
}

/// `mark woont hier`, `djoeke zit altijd alleen`, `Chidi was hier`, `chidi lives here`.
fn does(text: &Text, at: usize) -> bool {
    let (word, next) = (folded(text, at), folded(text, at + 1));
    if !text.begins_sentence(at)
        || next.is_empty()
        || !is_blank(&text.gap_before(at + 1))
        || is_function(&word)
    {
        return false;
    }
    let people = DOES.contains(&next.as_str()) || DOES_ENGLISH.contains(&next.as_str());
    let capital = text.chars[text.words[at].from].is_uppercase();
    let may_be = names::may_be_name(text, at) && !is_listed(&word);
    let unknown = !is_thing(&word) && !is_ordinary_english(&word);
    let person = ROLES.contains(&word.as_str()) || TITLES.contains(&word.as_str());
    !person
        && !SHORTENED.contains(&word.as_str())
        && ((people && (may_be || unknown)) || (capital && unknown && DOES_TOO.contains(&next.as_str())))
}

/// `JP woont hier`, `DJ zit op het bankje`: letters that stand for a name.
fn is_shortened(text: &Text, at: usize) -> bool {
    let word = text.words[at];
    let capitals = text.chars[word.from..word.to].iter().all(|sign| sign.is_uppercase());
    let (small, next) = (folded(text, at), folded(text, at + 1));
    let short =
        capitals && word.to - word.from <= 4 && !text.shouts() && !SHORTENED.contains(&small.as_str());
    short && (DOES.contains(&next.as_str()) || DOES_ENGLISH.contains(&next.as_str()))
}

/// `m. bakker`, `j. de vries`: a letter for a first name, and a family.
fn is_initial(text: &Text, at: usize) -> bool {
    let word = text.words[at];
    let letter = |at: usize| {
        let word = text.words[at];
        word.to - word.from == 1 && text.chars[word.from].is_alphabetic()
    };
    if word.to - word.from != 1 || !letter(at) || text.chars.get(word.to) != Some(&'.') {
        return false;
    }
    let rest = (at + 1..text.words.len()).find(|next| !letter(*next));
    let Some(first) = rest.filter(|first| is_led(text, *first)) else { return false };
    let last = (first..text.words.len()).find(|next| !BETWEEN.contains(&folded(text, *next).as_str()));
    let Some(last) = last.filter(|last| *last - first < 3) else { return false };
    let name = folded(text, last);
    // "o.a. fietsers": only behind a first letter that begins something a word of no list is a family.
    let begins = at == 0 || OURS.contains(&before(text, at, 1).as_str());
    let particle = last > first && !is_thing(&name);
    SURNAMES_THAT_ARE_WORDS.contains(name.as_str())
        || DOES.contains(&name.as_str())
        || names::is_family(&name)
        || (begins && first == at + 1 && (particle || !is_thing(&name)))
}

/// Whether the word at `at` stands right behind a letter and its point.
fn is_led(text: &Text, at: usize) -> bool {
    matches!(text.gap_before(at).as_str(), "." | ". " | ".\u{A0}")
        && text::fold(&text.small(text.words[at])).len() > 1
}
