//! What a statement of professionals rests on.

use serde::{Deserialize, Serialize};

use crate::input::session::words;

/// Longest label, in Unicode scalar values.
pub const LONGEST_LABEL: usize = 300;
/// Most things one row of a board rests on.
pub const MOST_EVIDENCE: i64 = 40;

words! {
    /// What kind of thing something rests on.
    Of {
        /// A heat layer. Reference: what stands behind the question mark of its page.
        Layer = "layer",
        /// A place on a heat layer. Reference: as of a layer, with the place.
        Cell = "cell",
        /// Approved words of a resident. Reference: a keyed id that only this server can lead back to a pin.
        Quote = "quote",
        /// An approved photo. Reference: as of a quote.
        Photo = "photo",
        /// A photo walk with approved photos. Reference: its id.
        Walk = "walk",
        /// A figure from elsewhere. Reference: as its room names it.
        Figure = "figure",
        /// Something that is coming: demolition, building, a school that closes. Reference: as its room names it.
        Coming = "coming",
    }
}

/// One thing a row of a board rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// UUID.
    pub id: String,
    /// What kind of thing.
    pub of: Of,
    /// What it points at, see [`Of`].
    pub reference: String,
    /// What it was called when it was linked: kept, also when a layer or a figure changes or goes. Never the words of a resident: those
    /// can be withdrawn, so they are read where they are kept.
    pub label: String,
}

/// Something that can be linked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What kind of thing.
    pub of: Of,
    /// What it points at.
    pub reference: String,
    /// What it is called.
    pub label: String,
    /// A resident's approved words, as they read now.
    pub words: Option<String>,
    /// The address of a small picture.
    pub picture: Option<String>,
    /// Where it can be looked at.
    pub href: Option<String>,
}

impl Offer {
    /// Whether what somebody looks for is in its words.
    pub fn holds(&self, typed: &str) -> bool {
        let all = format!("{} {}", self.label, self.words.as_deref().unwrap_or_default()).to_lowercase();
        typed.to_lowercase().split_whitespace().all(|word| all.contains(word))
    }
}

/// Evidence as it is read: with what it points at now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What was linked.
    pub evidence: Evidence,
    /// What it points at as it is now; nothing where that was withdrawn, hidden or deleted since.
    pub now: Option<Offer>,
}

/// A row of a board that rests on something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hanging {
    /// Which board.
    pub board: crate::step3::boards::Board,
    /// UUID of the row.
    pub row: String,
    /// What was linked.
    pub evidence: Evidence,
}

/// A label that fits.
pub fn short(label: &str) -> String {
    let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
    if label.chars().count() <= LONGEST_LABEL {
        return label;
    }
    label.chars().take(LONGEST_LABEL - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_LABEL, Of, Offer, short};

    #[test]
    fn each_kind_is_read_back_from_its_word() {
        assert!(Of::ALL.iter().all(|of| of.word().parse() == Ok(*of)));
        assert!("pin".parse::<Of>().is_err());
    }

    #[test]
    fn a_label_is_one_line_that_fits() {
        assert_eq!(short("  Wonen\n 34 stippen "), "Wonen 34 stippen");
        assert_eq!(short(&"é".repeat(400)).chars().count(), LONGEST_LABEL);
    }

    #[test]
    fn whoever_looks_for_words_finds_what_holds_all_of_them() {
        let offer = Offer {
            of: Of::Quote,
            reference: String::new(),
            label: "Dit kan beter · Wonen".to_owned(),
            words: Some("De lift is al weken stuk".to_owned()),
            picture: None,
            href: None,
        };
        assert!(offer.holds("LIFT wonen") && offer.holds("") && !offer.holds("lift park"));
    }
}
