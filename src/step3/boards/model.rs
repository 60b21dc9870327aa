//! What the boards of step 3 have in common: rows of fields with a version, and two people who change one row at once.

use std::collections::BTreeMap;

use crate::input::session::words;

words! {
    /// A board.
    Board {
        /// What professionals assume.
        Aanname = "aanname",
        /// What the team agrees.
        Agenda = "agenda",
        /// What goes back to residents.
        Terugkoppeling = "terugkoppeling",
    }
}

impl Board {
    /// The page of a row.
    pub fn address(self, traject: &str, row: &str) -> String {
        match self {
            Self::Aanname => format!("/traject/{traject}/aannames/{row}"),
            Self::Agenda => format!("/traject/{traject}/agenda/{row}"),
            Self::Terugkoppeling => format!("/traject/{traject}/terugkoppeling"),
        }
    }
}

words! {
    /// What was done to a row.
    Action {
        /// It was made.
        Made = "made",
        /// Its words changed.
        Changed = "changed",
        /// Somebody judged it.
        Judged = "judged",
        /// Evidence was laid under it.
        Linked = "linked",
        /// Evidence was taken away.
        Unlinked = "unlinked",
        /// It was taken away.
        Removed = "removed",
        /// What somebody typed on a row that had changed meanwhile: kept beside it, until they chose and for whoever looks for it later.
        Aside = "aside",
    }
}

/// The fields of a row as people type them: name and value.
pub type Fields = BTreeMap<String, String>;

/// One version of a row, as its history has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Grows by one with each change.
    pub version: i64,
    /// What was done.
    pub action: Action,
    /// Who did it, by name; nothing where it was the program itself.
    pub who: Option<String>,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Every field as it read then.
    pub fields: Fields,
}

/// Somebody changes a row that is not any more as they saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Late {
    /// Who changed it last, and when.
    pub by: Option<Version>,
    /// The version it has now: what is chosen is chosen over that one.
    pub version: i64,
    /// It was taken away.
    pub removed: bool,
    /// What each field was when they began; empty where that is not known.
    pub before: Fields,
    /// What it is now.
    pub now: Fields,
    /// What they typed.
    pub mine: Fields,
}

/// What became of one field while two people worked on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Twice {
    /// Only I changed it, or we both made the same of it: mine.
    Mine(String),
    /// Only the other changed it: theirs stays, and I am shown what it was and is.
    Theirs {
        /// When I began.
        before: String,
        /// Now.
        now: String,
    },
    /// We both changed it: I choose.
    Both {
        /// Now.
        now: String,
        /// What I typed.
        mine: String,
    },
}

impl Late {
    /// What became of each field that was sent, in their order.
    pub fn fields(&self) -> Vec<(String, Twice)> {
        let of = |fields: &Fields, name: &str| fields.get(name).cloned().unwrap_or_default();
        let twice = |(name, mine): (&String, &String)| {
            let (now, mine) = (of(&self.now, name), mine.clone());
            // Without knowing how it was, whatever differs is for people to choose.
            let before = self.before.get(name).cloned();
            let twice = match before {
                _ if now == mine => Twice::Mine(mine),
                Some(before) if before == now => Twice::Mine(mine),
                Some(before) if before == mine => Twice::Theirs { before, now },
                _ => Twice::Both { now, mine },
            };
            (name.clone(), twice)
        };
        self.mine.iter().map(twice).collect()
    }

    /// Whether nothing of what I sent stands in the way of what the other did: then there is nothing to choose.
    pub fn is_clear(&self) -> bool {
        !self.removed && self.fields().iter().all(|(_, twice)| matches!(twice, Twice::Mine(_)))
    }
}

/// What a form sends, field by field; some come more than once.
#[derive(Debug, Clone, Default)]
pub struct FormValues(Vec<(String, String)>);

impl FormValues {
    /// What a browser sent. Ends of lines are one character here; what somebody chose between two versions of a field is that field.
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        let pairs = pairs.into_iter().map(|(name, value)| (name, value.replace("\r\n", "\n")));
        let mut sent = Self(pairs.collect());
        let chosen: Vec<(String, String)> = sent
            .0
            .iter()
            .filter_map(|(name, choice)| {
                let field = name.strip_prefix("keus-")?;
                let from = ["nu", "mijn", "samen"].into_iter().find(|from| from == choice)?;
                Some((field.to_owned(), sent.one(&format!("{from}-{field}")).to_owned()))
            })
            .collect();
        sent.0.extend(chosen);
        sent
    }

    /// The value of a field; empty where it was not sent.
    pub fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.one(name) == "1"
    }

    /// The version of the row that somebody saw; 0 for a new one.
    pub fn version(&self) -> i64 {
        self.one("version").parse().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn late(before: &[(&str, &str)], now: &[(&str, &str)], mine: &[(&str, &str)]) -> Late {
        let [before, now, mine] = [before, now, mine].map(fields);
        Late { by: None, version: 2, removed: false, before, now, mine }
    }

    #[test]
    fn only_what_both_changed_must_be_chosen_between() {
        let late = late(
            &[("a", "1"), ("b", "1"), ("c", "1"), ("d", "1"), ("e", "1")],
            &[("a", "1"), ("b", "2"), ("c", "2"), ("d", "2"), ("e", "1")],
            &[("a", "2"), ("b", "1"), ("c", "3"), ("d", "2"), ("e", "1")],
        );
        let text = |words: &str| words.to_owned();
        let expected = [
            ("a", Twice::Mine(text("2"))),
            ("b", Twice::Theirs { before: text("1"), now: text("2") }),
            ("c", Twice::Both { now: text("2"), mine: text("3") }),
            ("d", Twice::Mine(text("2"))),
            ("e", Twice::Mine(text("1"))),
        ];
        assert_eq!(late.fields(), expected.map(|(name, twice)| (text(name), twice)));
    }

    #[test]
    fn where_nobody_knows_how_it_was_every_difference_is_chosen() {
        let late = late(&[], &[("a", "1")], &[("a", "2")]);
        assert!(matches!(late.fields()[0].1, Twice::Both { .. }));
    }

    #[test]
    fn what_was_chosen_between_two_versions_is_the_field() {
        let pairs = [
            ("version", "4"),
            ("keus-words", "mijn"),
            ("nu-words", "van haar"),
            ("mijn-words", "van\r\nmij"),
            ("keus-who", "samen"),
            ("samen-who", "wij"),
            ("keus-when", "anders"),
            ("quick", "1"),
        ];
        let sent = FormValues::new(pairs.map(|(a, b)| (a.to_owned(), b.to_owned())).to_vec());
        assert_eq!((sent.one("words"), sent.one("who"), sent.one("when")), ("van\nmij", "wij", ""));
        assert_eq!((sent.version(), sent.ticked("quick"), sent.ticked("slow")), (4, true, false));
    }

    proptest! {
        #[test]
        fn no_word_that_somebody_typed_is_ever_left_out(before in "[a-c]{0,2}", now in "[a-c]{0,2}", mine in "[a-c]{0,2}") {
            let late = late(&[("f", &before)], &[("f", &now)], &[("f", &mine)]);
            let kept = match &late.fields()[0].1 {
                Twice::Mine(kept) => kept == &mine,
                Twice::Theirs { .. } => mine == before,
                Twice::Both { mine: shown, now: other } => shown == &mine && other == &now,
            };
            prop_assert!(kept);
        }
    }
}
