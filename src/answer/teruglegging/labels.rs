//! What an answer is called.

use super::Answer;
use crate::platform::texts::t;

/// What an answer says, without its words: "Sterk, deze plek: klopt niet".
pub fn label(answer: &Answer) -> String {
    label_of(answer.about.word(), answer.says.word())
}

/// As [`label`], of the words in which an answer is kept.
pub(super) fn label_of(about: &str, says: &str) -> String {
    format!("{}: {}", t(&format!("teruglegging-about-{about}")), t(&format!("teruglegging-says-{says}")))
}
