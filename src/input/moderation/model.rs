//! What waits, and what may be decided about it.

use serde::{Deserialize, Serialize};

use super::Hint;
use crate::input::session::Kind;
use crate::place::buurt::Place;

/// What somebody decides about a text or a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// Others may see it.
    Approve,
    /// Nobody else sees it; the pin counts in the layers.
    Hide,
    /// It goes, for a reason.
    Delete,
}

impl Decision {
    /// What it is called in the audit trail.
    pub fn action(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Hide => "hide",
            Self::Delete => "delete",
        }
    }
}

/// Why something is hidden or goes. The sentence for people is the text `moderation-reason-WORD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It names or points at a person.
    NaamOfPersoon,
    /// It is about a group of people, not about the place.
    OverEenGroep,
    /// Dangerous, or a crime.
    GevaarlijkOfStrafbaar,
    /// It sells something.
    Reclame,
    /// It was said twice.
    Dubbel,
    /// Nobody can read it.
    Onleesbaar,
    /// Anything else.
    Anders,
}

impl Reason {
    /// Every reason, in the order in which people see them.
    pub const ALL: [Self; 7] = [
        Self::NaamOfPersoon,
        Self::OverEenGroep,
        Self::GevaarlijkOfStrafbaar,
        Self::Reclame,
        Self::Dubbel,
        Self::Onleesbaar,
        Self::Anders,
    ];

    /// The word used outside.
    pub fn word(self) -> &'static str {
        match self {
            Self::NaamOfPersoon => "naam-of-persoon",
            Self::OverEenGroep => "over-een-groep",
            Self::GevaarlijkOfStrafbaar => "gevaarlijk-of-strafbaar",
            Self::Reclame => "reclame",
            Self::Dubbel => "dubbel",
            Self::Onleesbaar => "onleesbaar",
            Self::Anders => "anders",
        }
    }
}

/// What an item is. Two may have one id: a photo of a walk that is a pin too, and ids that clients chose alike. So an item is
/// named by what it is *and* its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Of {
    /// The text of a pin.
    Pin,
    /// A photo with its caption.
    Photo,
    /// The words of an answer to what was laid before residents.
    Answer,
    /// A pin that was said in time and came after closing: it counts once it is approved or hidden.
    Late,
}

impl Of {
    /// Whatever an item may be.
    pub const ALL: [Self; 4] = [Self::Pin, Self::Photo, Self::Answer, Self::Late];

    /// The word used outside.
    pub fn word(self) -> &'static str {
        match self {
            Self::Pin => "pin",
            Self::Photo => "photo",
            Self::Answer => "answer",
            Self::Late => "late",
        }
    }

    /// What a word used outside means.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|of| of.word() == word)
    }
}

/// Where a part of the queue ends: the next part begins behind it. What was decided meanwhile moves nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// What matters of a walk first, then strengths: 0 to 3.
    pub rank: i64,
    /// UUID of the last item.
    pub id: String,
    /// What it is: a pin and a photo may have one id.
    pub of: &'static str,
}

impl Mark {
    /// Where an item stands.
    pub fn of(item: &Item) -> Self {
        let strength = item.kind.is_some_and(Kind::is_strength);
        let rank = 2 * i64::from(!item.matters) + i64::from(!strength);
        Self { rank, id: item.id.clone(), of: item.of.word() }
    }

    /// Reads what [`std::fmt::Display`] writes.
    pub fn read(text: &str) -> Option<Self> {
        let (rank, rest) = text.split_once('.')?;
        let (of, id) = rest.split_once('.')?;
        let rank = rank.parse().ok().filter(|rank| (0..4).contains(rank))?;
        Some(Self { rank, of: Of::from_word(of)?.word(), id: uuid::Uuid::try_parse(id).ok()?.to_string() })
    }
}

impl std::fmt::Display for Mark {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}.{}.{}", self.rank, self.of, self.id)
    }
}

/// A part of the queue.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// The items, in their order.
    pub items: Vec<Item>,
    /// Where it ends, if more comes behind it.
    pub next: Option<Mark>,
}

/// How far an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Nobody decided yet.
    Waits,
    /// Others may see it.
    Approved,
    /// Decided against.
    Hidden,
}

/// One text or photo, for the begeleider who decides; never whose it is.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// UUID of the pin, the photo or the answer; unique among items of one kind only.
    pub id: String,
    /// What it is.
    pub of: Of,
    /// The words of the pin, or the caption.
    pub text: String,
    /// The longest that its words may be, in Unicode scalar values.
    #[serde(skip)]
    pub longest: usize,
    /// Where a person or a home may be named.
    pub hints: Vec<Hint>,
    /// What kind of observation it is (a photo: that of its pin); a photo of a walk may have none.
    pub kind: Option<Kind>,
    /// Theme slug.
    pub theme: Option<String>,
    /// Where, in WGS84 degrees.
    pub place: Option<Place>,
    /// Grows with each change: a decision is about the words or the picture that were seen.
    pub version: i64,
    /// How far it is.
    pub state: State,
    /// A photo of a walk that its maker marked to be looked at first.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub matters: bool,
    /// Of an answer: what it says, without its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The address of a photo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoAddresses>,
    /// Public places of the plattegrond that a strength may be about, by name, the nearest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// The one of them as which it is shown to professionals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place_name: Option<String>,
}

/// Where a photo is served.
#[derive(Debug, Clone, Serialize)]
pub struct PhotoAddresses {
    /// UUID of the photo, for the server only.
    #[serde(skip)]
    pub id: String,
    /// The address itself, for the server only.
    #[serde(skip)]
    pub address: String,
    /// At most 320 px wide or high.
    pub thumb: String,
    /// At most 2048 px wide or high.
    pub large: String,
    /// Whoever sent it says that it may be on the poster.
    pub poster: bool,
}

/// What a resident said and others may see, approved by a begeleider.
#[derive(Debug, Clone)]
pub struct Quote {
    /// UUID of the pin: an order that says nothing about when.
    pub pin: String,
    /// The code of its wijksessie.
    pub session: String,
    /// The words; empty where only photos were approved.
    pub text: String,
    /// What kind of observation it is.
    pub kind: Kind,
    /// Theme slug.
    pub theme: Option<String>,
    /// Where it is.
    pub spot: Spot,
    /// Approved photos: address and caption.
    pub photos: Vec<(PhotoAddresses, String)>,
}

/// Where an approved observation is, as far as whoever reads it may know.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spot {
    /// Over the whole buurt.
    Whole,
    /// Exactly here: only inside, and for its own begeleider.
    Exact(Place),
    /// In the square round this place in which its maker counts, with this side in metres.
    Square(Place, u16),
    /// Somewhere that is not told: too few people spoke there.
    Untold,
}

impl Spot {
    /// A place to go by: the middle of its square, or where it is exactly.
    pub fn place(self) -> Option<Place> {
        match self {
            Self::Exact(place) | Self::Square(place, _) => Some(place),
            Self::Whole | Self::Untold => None,
        }
    }
}

/// A public place that somebody called a strength, with what says where it may be told.
#[derive(Debug, Clone)]
pub struct NamedPlace {
    /// As on the plattegrond.
    pub name: String,
    /// The code of its wijksessie.
    pub session: String,
    /// What kind of observation.
    pub kind: Kind,
    /// Theme slug.
    pub theme: Option<String>,
    /// Where the pin is: it stays inside.
    pub pin: Place,
}

/// An approved photo that may be on the poster, by who sent it.
#[derive(Debug, Clone)]
pub struct PosterPhoto {
    /// What kind of observation it belongs to.
    pub kind: Kind,
    /// Where it is served.
    pub photo: PhotoAddresses,
    /// The approved caption; may be empty.
    pub caption: String,
}

/// A decision as it is sent.
#[derive(Debug, Clone, Deserialize)]
pub struct Verdict {
    /// About what; without it, the one that waits under this id.
    pub of: Option<Of>,
    /// What is decided.
    pub decision: Decision,
    /// Other words: what was blanked stays blank, the words before are not kept.
    pub text: Option<String>,
    /// A theme of the traject.
    pub theme: Option<String>,
    /// Another place, `[longitude, latitude]` in degrees.
    pub place: Option<[f64; 2]>,
    /// Off the home, onto the nearest street.
    #[serde(default)]
    pub street: bool,
    /// The public place, one of [`Item::places`], as which an approved strength is shown by name; without it, none.
    pub place_name: Option<String>,
    /// Why it is hidden or goes.
    pub reason: Option<Reason>,
    /// The version that was seen; without it, whatever is there.
    pub version: Option<i64>,
    /// Changes what was decided before.
    #[serde(default)]
    pub again: bool,
}

impl Verdict {
    /// As which public place something is approved.
    pub fn named(&self) -> Option<&str> {
        let name = self.place_name.as_deref().filter(|name| !name.is_empty());
        name.filter(|_| self.decision == Decision::Approve)
    }
}
