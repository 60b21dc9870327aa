//! What professionals assume, and how it turned out.

use crate::input::session::words;
use crate::step3::boards::Fields;
use crate::step3::evidence::Evidence;

/// Longest assumption, and longest sentence why it was judged so, in Unicode scalar values.
pub const LONGEST_WORDS: usize = 1000;

words! {
    /// How an assumption turned out, laid beside what residents said and what figures tell.
    Verdict {
        /// It is so.
        Bevestigd = "bevestigd",
        /// It is partly so, or not everywhere.
        Genuanceerd = "genuanceerd",
        /// It is not so.
        Weersproken = "weersproken",
        /// There is too little to tell.
        WetenWeNogNiet = "weten-we-nog-niet",
    }
}

/// One assumption, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumption {
    /// UUID.
    pub id: String,
    /// What somebody assumes.
    pub words: String,
    /// A theme of the traject, or none.
    pub theme: Option<String>,
    /// How it turned out; nothing until somebody judged.
    pub verdict: Option<Verdict>,
    /// Why it was judged so.
    pub because: String,
    /// Written before the residents' layers were open for the team.
    pub before_open: bool,
    /// Who wrote it, by name, and when (RFC 3339, UTC).
    pub made: (Option<String>, String),
    /// Who judged it last, and when.
    pub judged: Option<(Option<String>, String)>,
    /// What it rests on, with the labels as they were when they were linked.
    pub evidence: Vec<Evidence>,
    /// Grows with each change.
    pub version: i64,
    /// Taken away.
    pub removed: bool,
}

impl Assumption {
    /// Its fields as people type them.
    pub fn fields(&self) -> Fields {
        let evidence = self.evidence.iter().map(|one| one.label.clone()).collect::<Vec<_>>().join("\n");
        [
            ("words", self.words.clone()),
            ("theme", self.theme.clone().unwrap_or_default()),
            ("verdict", self.verdict.map(|verdict| verdict.word().to_owned()).unwrap_or_default()),
            ("because", self.because.clone()),
            ("evidence", evidence),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into()
    }
}

/// The rules of what is typed; those that are broken, as text keys. `words`: whether it is the assumption itself, which may not be
/// empty; a sentence why is asked for with every verdict but "weten we nog niet".
///
/// # Errors
/// Empty, too long, or with a NUL.
pub fn check_words(words: &str) -> Result<(), &'static str> {
    if words.trim().is_empty() || words.contains('\0') {
        return Err("assumptions-wrong-words");
    }
    if words.chars().count() > LONGEST_WORDS { Err("assumptions-wrong-long") } else { Ok(()) }
}

/// The rules of a judgement.
///
/// # Errors
/// Without a sentence why, or with one that is too long, as a text key.
pub fn check_because(verdict: Option<Verdict>, because: &str) -> Result<(), &'static str> {
    let needed = verdict.is_some_and(|verdict| verdict != Verdict::WetenWeNogNiet);
    if because.contains('\0') || (needed && because.trim().is_empty()) {
        return Err("assumptions-wrong-because");
    }
    if because.chars().count() > LONGEST_WORDS { Err("assumptions-wrong-long") } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_says_why_unless_nobody_knows_yet() {
        assert!(check_because(Some(Verdict::Bevestigd), " ").is_err());
        assert!(check_because(Some(Verdict::Weersproken), "Bewoners zeggen iets anders.").is_ok());
        assert!(check_because(Some(Verdict::WetenWeNogNiet), "").is_ok());
        assert!(check_because(None, "").is_ok());
        assert!(check_because(None, &"é".repeat(LONGEST_WORDS + 1)).is_err());
    }

    #[test]
    fn an_assumption_has_words() {
        assert!(check_words("\n ").is_err() && check_words("a\0").is_err());
        assert!(check_words(&"é".repeat(LONGEST_WORDS)).is_ok());
        assert!(check_words(&"é".repeat(LONGEST_WORDS + 1)).is_err());
    }

    #[test]
    fn each_verdict_is_read_back_from_its_word() {
        assert!(Verdict::ALL.iter().all(|verdict| verdict.word().parse() == Ok(*verdict)));
    }
}
