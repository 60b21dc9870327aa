//! Where a text may name a person or a home, or speaks of a group of people. A hint points; a person decides.
//!
//! Sources: IBAN, ISO 13616 (mod 97); BSN, the eleven-test of the Dutch tax office; licence plates, the
//! fourteen sidecodes of the RDW; telephone numbers, the numbering plans in the crate `phonenumber`; names, the lists
//! beside this file (`first_names.txt`, `surnames.txt`: from the Python package Faker, MIT, and names of our own, folded
//! by `text::fold`; what is an ordinary Dutch word too stands in `first_names_that_are_words.txt`).

#[cfg(feature = "ssr")]
mod counting;
#[cfg(feature = "ssr")]
mod dates;
#[cfg(feature = "ssr")]
mod doubt;
#[cfg(feature = "ssr")]
mod groups;
#[cfg(feature = "ssr")]
mod kinds;
#[cfg(feature = "ssr")]
mod names;
#[cfg(feature = "ssr")]
mod numbers;
#[cfg(feature = "ssr")]
mod online;
#[cfg(feature = "ssr")]
mod ordinary;
#[cfg(feature = "ssr")]
mod peoples;
#[cfg(feature = "ssr")]
mod phones;
#[cfg(feature = "ssr")]
mod places;
#[cfg(feature = "ssr")]
mod runs;
#[cfg(feature = "ssr")]
mod sayings;
#[cfg(feature = "ssr")]
mod spoken;
#[cfg(feature = "ssr")]
mod text;

use serde::Serialize;

#[cfg(feature = "ssr")]
use text::Text;

/// What a hint is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum HintKind {
    /// An address for e-mail.
    Email,
    /// A page or account on the web.
    Web,
    /// A bank account.
    Iban,
    /// A telephone number.
    Telefoon,
    /// A citizen service number.
    Bsn,
    /// A licence plate.
    Kenteken,
    /// A postcode, a house number, a floor.
    Adres,
    /// The name of a person.
    Naam,
    /// A group of people, by where they come from, what they believe or how they live.
    Groep,
}

impl HintKind {
    /// The word used outside; people read the text `moderation-hint-WORD`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Web => "web",
            Self::Iban => "iban",
            Self::Telefoon => "telefoon",
            Self::Bsn => "bsn",
            Self::Kenteken => "kenteken",
            Self::Adres => "adres",
            Self::Naam => "naam",
            Self::Groep => "groep",
        }
    }
}

/// A part of a text that somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hint {
    /// What it is about.
    pub kind: HintKind,
    /// Where it begins, in Unicode scalar values from the start of the text.
    pub from: usize,
    /// Where it ends; the first value behind it.
    pub to: usize,
    /// The words themselves.
    pub word: String,
}

/// Every place in a text where a person, a home or a group of people may be named, in order, without overlap.
#[cfg(feature = "ssr")]
pub fn hints(text: &str) -> Vec<Hint> {
    let text = Text::new(text);
    let mut found = Vec::new();
    online::find(&text, &mut found);
    numbers::find(&text, &mut found);
    phones::find(&text, &mut found);
    spoken::find(&text, &mut found);
    places::find(&text, &mut found);
    names::find(&text, &mut found);
    groups::find(&text, &mut found);
    // The surest kinds stand first in the enum: of two that overlap the surer one stays, of one kind the longer.
    found.sort_by_key(|hint| (hint.kind, std::cmp::Reverse(hint.to - hint.from), hint.from));
    let mut kept: Vec<Hint> = Vec::new();
    for hint in found {
        if kept.iter().all(|other| hint.to <= other.from || other.to <= hint.from) {
            kept.push(hint);
        }
    }
    kept.sort_by_key(|hint| hint.from);
    kept
}

/// Whether somebody should read a text by itself: something was found, or something stands there of which no rule
/// here can say what it is.
#[cfg(feature = "ssr")]
pub fn stands_out(text: &str, found: &[Hint]) -> bool {
    !found.is_empty() || doubt::stands(&Text::new(text))
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
