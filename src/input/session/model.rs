//! The words of a traject and a wijksessie, and the rules between them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The domains of a buurtscan and "algemeen": the themes of a traject that does not set its own.
pub const THEMES: [&str; 8] = [
    "wonen",
    "werk-participatie",
    "onderwijs-opvoeding",
    "veiligheid-criminaliteit",
    "gezondheid",
    "samenleven-integratie",
    "leefomgeving-openbare-ruimte",
    "algemeen",
];

/// A word that is not one of the fixed ones.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0} bestaat niet. Kies uit: {1}")]
pub struct UnknownWord(pub String, pub String);

/// An enum of fixed words, with everything that such a one needs: all of them in order, its word, and reading it.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, ::serde::Serialize, ::serde::Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $word)] $variant,)* }

        impl $name {
            /// Every one, in the order in which people see them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word used outside: in the database, in addresses, in text keys.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result { f.write_str(self.word()) }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::input::session::UnknownWord;
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|known| known.word() == word).ok_or_else(|| {
                    let all: Vec<_> = Self::ALL.iter().map(|known| known.word()).collect();
                    $crate::input::session::UnknownWord(word.to_owned(), all.join(", "))
                })
            }
        }
    };
}
pub(crate) use words;

words! {
    /// What kind of observation a pin is. Strengths come first.
    Kind {
        /// What goes well.
        GaatGoed = "gaat-goed",
        /// What makes the buurt strong: people, groups, places.
        Kracht = "kracht",
        /// What can be better.
        Zorg = "zorg",
        /// An idea.
        Idee = "idee",
    }
}

words! {
    /// The time of day an observation is about.
    Moment {
        /// By day.
        Overdag = "overdag",
        /// In the evening.
        Avond = "avond",
        /// At night.
        Nacht = "nacht",
    }
}

words! {
    /// How residents were asked.
    Method {
        /// A meeting with the plattegrond on the table.
        Wijksessie = "wijksessie",
        /// A coffee cart in the street.
        Koffiekar = "koffiekar",
        /// A survey in the street.
        Straatenquete = "straatenquete",
        /// From door to door.
        HuisAanHuis = "huis-aan-huis",
        /// An interview.
        Interview = "interview",
        /// A walk to look.
        Schouw = "schouw",
        /// A walk with photos.
        Fotowandeling = "fotowandeling",
        /// A dialogue.
        Dialoogsessie = "dialoogsessie",
        /// An evening of stories.
        Verhalenavond = "verhalenavond",
        /// A residents' committee.
        Bewonerscommissie = "bewonerscommissie",
        /// Joining a meeting that is there anyway.
        BestaandeBijeenkomst = "bestaande-bijeenkomst",
        /// Laying the outcome before residents.
        Teruglegging = "teruglegging",
        /// Anything else.
        Open = "open",
    }
}

words! {
    /// Who is asked.
    Audience {
        /// Residents.
        Bewoners = "bewoners",
        /// Shopkeepers and businesses.
        Ondernemers = "ondernemers",
        /// Schools, the library and other institutions.
        Instellingen = "instellingen",
    }
}

words! {
    /// Where a wijksessie is in its life. It only goes forward.
    Status {
        /// Takes pins.
        Open = "open",
        /// Takes nothing any more; nobody sees it yet.
        Closed = "closed",
        /// Handed to the traject's professionals.
        Released = "released",
    }
}

impl Kind {
    /// A strength ("sterk"), as against something to make better ("beter").
    pub fn is_strength(self) -> bool {
        matches!(self, Self::GaatGoed | Self::Kracht)
    }
}

/// Fewest people behind anything that is published: a traject may ask more, nobody less.
pub const LEAST_K: u32 = 3;
/// Most lines of a promise.
pub const PROMISE_LINES: usize = 3;
/// Most characters (Unicode scalar values) of a title and of a promise.
pub const LONGEST_TITLE: usize = 200;
/// See [`LONGEST_TITLE`].
pub const LONGEST_PROMISE: usize = 1000;

/// One wijksessie with what belongs to its traject, as a page or the API shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Wijksessie {
    /// Six-character join code.
    pub code: String,
    /// Its traject.
    pub traject: String,
    /// What it is called.
    pub title: String,
    /// How residents are asked.
    pub method: Method,
    /// Who is asked.
    pub audience: Audience,
    /// Made for group tables: a table may speak for several people.
    pub tables: bool,
    /// Where it is in its life.
    pub status: Status,
    /// Why we ask and what happens with it.
    pub promise: String,
    /// The themes of the traject, as slugs.
    pub themes: Vec<String>,
    /// Fewest people behind anything published.
    pub k: u32,
    /// The buurten of the traject, by code, in order.
    pub buurten: Vec<String>,
    /// Seconds without touch after which a turn at a shared tablet ends.
    pub pause: u32,
    /// Themes in which a pin on a home is put on the nearest street.
    pub sensitive: Vec<String>,
    /// The day on which everything of the traject is deleted, YYYY-MM-DD.
    pub erase_on: Option<String>,
    /// Its begeleider reads in what a device still held: that is taken also after closing, until the release.
    pub handed: bool,
}

impl Wijksessie {
    /// Whether anything can be put in it.
    pub fn takes(&self) -> bool {
        match self.status {
            Status::Open => true,
            Status::Closed => self.handed,
            Status::Released => false,
        }
    }

    /// Seconds without touch after which a turn ends by itself; 0 never. At a table people talk: nothing ends there.
    pub fn turn_pause(&self) -> u32 {
        if self.tables { 0 } else { self.pause }
    }
}

/// Seconds without touch after which a turn at a shared tablet ends, unless the begeleider sets another.
pub const PAUSE_S: u32 = 90;

/// One Buurtbalans process over one or more buurten.
#[derive(Debug, Clone)]
pub struct Traject {
    /// UUID.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Fewest people behind anything published.
    pub k: u32,
    /// Why we ask and what happens with it.
    pub promise: String,
    /// Theme slugs, in the order in which people see them.
    pub themes: Vec<String>,
    /// Codes of its buurten.
    pub buurten: Vec<String>,
    /// What is asked, in one sentence.
    pub question: String,
    /// What was thought of before asking anybody, as slugs.
    pub checklist: Vec<String>,
    /// Themes in which a pin on a home is put on the nearest street.
    pub sensitive: Vec<String>,
    /// The day on which everything is deleted, YYYY-MM-DD.
    pub erase_on: Option<String>,
    /// Released layers stay after that day: they hold no person.
    pub keep_layers: bool,
    /// Everything was deleted.
    pub erased: bool,
    /// What became of the residents' input, in short, as it was put online: the rest is on the page of `feedback/`.
    pub feedback: String,
    /// Professionals write down what they assume before the residents' layers open for them.
    pub assume_first: bool,
    /// When the team said that it was ready for the layers, and who said so (a UUID of staff).
    pub opened: Option<(String, String)>,
}

impl Traject {
    /// Whether the residents' layers are still closed for its professionals.
    pub fn is_closed(&self) -> bool {
        self.assume_first && self.opened.is_none()
    }
}

/// Ages as the begeleider counts them, roughly.
pub const AGES: [&str; 5] = ["0-17", "18-34", "35-54", "55-74", "75+"];
/// Roles as the begeleider counts them.
pub const ROLES: [&str; 4] = ["bewoner", "ondernemer", "vrijwilliger", "instelling"];

/// One moment of a traject, from plan to release.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Its join code, also before it is open.
    pub code: String,
    /// Its traject.
    pub traject: String,
    /// What it is called.
    pub title: String,
    /// How residents are asked.
    pub method: Method,
    /// Who is asked.
    pub audience: Audience,
    /// Made for group tables.
    pub tables: bool,
    /// The group, such as "buurtmoeders".
    pub group: String,
    /// Where people are found.
    pub vindplaats: String,
    /// The day, YYYY-MM-DD.
    pub day: Option<String>,
    /// How many are expected.
    pub expected: Option<u32>,
    /// Seconds without touch after which a turn ends; 0 never.
    pub pause: u32,
    /// Who were there, as roughly counted afterwards.
    pub attended: Attended,
    /// Where it is in its life; nothing while it is only planned.
    pub status: Option<Status>,
}

/// Rough counts of who were there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attended {
    /// By age, see [`AGES`].
    #[serde(default)]
    pub age: BTreeMap<String, u32>,
    /// By role, see [`ROLES`].
    #[serde(default)]
    pub role: BTreeMap<String, u32>,
}

#[cfg(test)]
mod tests {
    use super::{Kind, THEMES};

    #[test]
    fn strengths_come_first() {
        let order: Vec<_> = Kind::ALL.iter().map(|kind| kind.word()).collect();
        assert_eq!(order, ["gaat-goed", "kracht", "zorg", "idee"]);
        assert_eq!(THEMES.len(), 8);
    }
}
