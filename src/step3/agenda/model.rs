//! What the team agrees: exactly what, where and when.

use crate::input::session::words;
use crate::place::buurt::Place;
use crate::step3::boards::Fields;
use crate::step3::evidence::Evidence;

/// Longest text of what is agreed, and of what residents read, in Unicode scalar values.
pub const LONGEST_WORDS: usize = 1000;
/// Longest line: where, when, who.
pub const LONGEST_LINE: usize = 200;

words! {
    /// How far a point is.
    Status {
        /// Somebody proposes it.
        Voorstel = "voorstel",
        /// The team agreed on it.
        Afgesproken = "afgesproken",
        /// People work on it.
        Bezig = "bezig",
        /// It is done.
        Klaar = "klaar",
        /// It is not done, and residents hear why.
        GaatNietDoor = "gaat-niet-door",
    }
}

impl Status {
    /// Whether the team promised it: then it says exactly what, where, when and who.
    pub fn is_promised(self) -> bool {
        matches!(self, Self::Afgesproken | Self::Bezig | Self::Klaar)
    }
}

/// One point of the agenda, with what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// UUID.
    pub id: String,
    /// What is done, in the team's own words. For the team only.
    pub what: String,
    /// A theme of the traject, or none.
    pub theme: Option<String>,
    /// Where, in words. For the team only.
    pub where_words: String,
    /// Where on the map; nothing for the whole buurt. Residents see it of a point that may be shown to them.
    pub place: Option<Place>,
    /// When, in words. For the team only.
    pub when: String,
    /// Who does it. For the team only.
    pub who: String,
    /// Something small that can be seen soon.
    pub quick_win: bool,
    /// How far it is.
    pub status: Status,
    /// It may be shown to residents, in these words: `public_*`.
    pub shown_to_residents: bool,
    /// What residents read that is done.
    pub public_words: String,
    /// When, as residents read it.
    pub public_when: String,
    /// Why it is not done, as residents read it.
    pub public_why: String,
    /// What it rests on, with the labels as they were when they were linked.
    pub evidence: Vec<Evidence>,
    /// Grows with each change.
    pub version: i64,
    /// Taken away.
    pub removed: bool,
}

/// What the form of a point sends.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// See [`Point`].
    pub what: String,
    /// A theme of the traject, or nothing.
    pub theme: String,
    /// See [`Point`].
    pub where_words: String,
    /// A place as `lon,lat` in degrees, or nothing.
    pub plek: String,
    /// See [`Point`].
    pub when: String,
    /// See [`Point`].
    pub who: String,
    /// See [`Point`].
    pub quick_win: bool,
    /// A word of [`Status`].
    pub status: String,
    /// See [`Point`].
    pub public: bool,
    /// See [`Point`].
    pub public_words: String,
    /// See [`Point`].
    pub public_when: String,
    /// See [`Point`].
    pub public_why: String,
}

/// A place as `lon,lat`.
pub fn read_place(text: &str) -> Option<Place> {
    let (lon, lat) = text.split_once(',')?;
    let place = Place { lon: lon.trim().parse().ok()?, lat: lat.trim().parse().ok()? };
    let sound =
        place.lon.is_finite() && place.lat.is_finite() && place.lon.abs() <= 180.0 && place.lat.abs() <= 90.0;
    sound.then_some(place)
}

/// A place as `lon,lat`, to some 10 cm.
pub fn place_text(place: Place) -> String {
    format!("{:.6},{:.6}", place.lon, place.lat)
}

impl Draft {
    /// Its fields as people type them.
    pub fn fields(&self) -> Fields {
        let flag = |on: bool| if on { "1" } else { "" }.to_owned();
        let plek = read_place(&self.plek).map(place_text).unwrap_or_default();
        [
            ("what", self.what.trim().to_owned()),
            ("theme", self.theme.clone()),
            ("where", self.where_words.trim().to_owned()),
            ("plek", plek),
            ("when", self.when.trim().to_owned()),
            ("who", self.who.trim().to_owned()),
            ("quick", flag(self.quick_win)),
            ("status", self.status.clone()),
            ("public", flag(self.public)),
            ("public_words", self.public_words.trim().to_owned()),
            ("public_when", self.public_when.trim().to_owned()),
            ("public_why", self.public_why.trim().to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into()
    }

    /// Every rule that is broken, as the field it is about and a text key: exactly what; exactly where, when and who of what is
    /// promised; the words of what residents read, and why of what is not done.
    pub fn wrong(&self) -> Vec<(&'static str, &'static str)> {
        let status = self.status.parse::<Status>().ok();
        let promised = status.is_some_and(Status::is_promised);
        let empty = |text: &str| text.trim().is_empty();
        let long = |text: &str, most: usize| text.chars().count() > most || text.contains('\0');
        let nowhere = empty(&self.where_words) && read_place(&self.plek).is_none();
        let untold = self.public && status == Some(Status::GaatNietDoor) && empty(&self.public_why);
        let rules = [
            (empty(&self.what), "what", "agenda-wrong-what"),
            (status.is_none(), "status", "agenda-wrong-status"),
            (!self.plek.is_empty() && read_place(&self.plek).is_none(), "plek", "agenda-wrong-place"),
            (promised && (nowhere || empty(&self.when) || empty(&self.who)), "when", "agenda-wrong-promised"),
            (self.public && empty(&self.public_words), "public_words", "agenda-wrong-public"),
            (self.public && promised && empty(&self.public_when), "public_when", "agenda-wrong-public-when"),
            (untold, "public_why", "agenda-wrong-public-why"),
            (long(&self.what, LONGEST_WORDS), "what", "agenda-wrong-long"),
            (long(&self.public_words, LONGEST_WORDS), "public_words", "agenda-wrong-long"),
            (long(&self.public_why, LONGEST_WORDS), "public_why", "agenda-wrong-long"),
            (long(&self.where_words, LONGEST_LINE), "where", "agenda-wrong-line-long"),
            (long(&self.when, LONGEST_LINE), "when", "agenda-wrong-line-long"),
            (long(&self.who, LONGEST_LINE), "who", "agenda-wrong-line-long"),
            (long(&self.public_when, LONGEST_LINE), "public_when", "agenda-wrong-line-long"),
        ];
        rules.into_iter().filter(|(broken, ..)| *broken).map(|(_, field, rule)| (field, rule)).collect()
    }
}

impl Point {
    /// As its form shows it.
    pub fn draft(&self) -> Draft {
        Draft {
            what: self.what.clone(),
            theme: self.theme.clone().unwrap_or_default(),
            where_words: self.where_words.clone(),
            plek: self.place.map(place_text).unwrap_or_default(),
            when: self.when.clone(),
            who: self.who.clone(),
            quick_win: self.quick_win,
            status: self.status.word().to_owned(),
            public: self.shown_to_residents,
            public_words: self.public_words.clone(),
            public_when: self.public_when.clone(),
            public_why: self.public_why.clone(),
        }
    }

    /// Its fields with what it rests on, for its history.
    pub fn fields(&self) -> Fields {
        let mut fields = self.draft().fields();
        let evidence = self.evidence.iter().map(|one| one.label.clone()).collect::<Vec<_>>().join("\n");
        fields.insert("evidence".to_owned(), evidence);
        fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft {
            what: "Twee lantaarns".to_owned(),
            where_words: "Kerkpad".to_owned(),
            when: "vóór 1 mei".to_owned(),
            who: "gemeente".to_owned(),
            status: "afgesproken".to_owned(),
            ..Draft::default()
        }
    }

    #[test]
    fn what_is_promised_says_exactly_what_where_when_and_who() {
        assert!(draft().wrong().is_empty());
        for empty in [
            Draft { where_words: String::new(), ..draft() },
            Draft { when: " ".to_owned(), ..draft() },
            Draft { who: String::new(), ..draft() },
        ] {
            assert_eq!(empty.wrong(), [("when", "agenda-wrong-promised")]);
            assert!(Draft { status: "voorstel".to_owned(), ..empty }.wrong().is_empty());
        }
        let on_the_map = Draft { where_words: String::new(), plek: "4.93,52.35".to_owned(), ..draft() };
        assert!(on_the_map.wrong().is_empty());
        assert_eq!(Draft { what: String::new(), ..draft() }.wrong(), [("what", "agenda-wrong-what")]);
    }

    #[test]
    fn what_residents_read_has_words_a_time_and_where_it_is_not_done_a_reason() {
        let public = Draft { public: true, ..draft() };
        assert_eq!(
            public.wrong(),
            [("public_words", "agenda-wrong-public"), ("public_when", "agenda-wrong-public-when")]
        );
        let told =
            Draft { public_words: "Meer licht".to_owned(), public_when: "in mei".to_owned(), ..public };
        assert!(told.wrong().is_empty());
        let not = Draft { status: "gaat-niet-door".to_owned(), ..told };
        assert_eq!(not.wrong(), [("public_why", "agenda-wrong-public-why")]);
    }

    #[test]
    fn a_point_is_read_back_from_what_its_form_sends() {
        let place = read_place(" 4.93 , 52.35").unwrap();
        assert_eq!(read_place(&place_text(place)), Some(place));
        for bad in ["", "4.93", "a,b", "NaN,1", "4.93,91", "inf,1"] {
            assert!(read_place(bad).is_none(), "{bad}");
        }
        assert!(Status::ALL.iter().all(|status| status.word().parse() == Ok(*status)));
    }
}
