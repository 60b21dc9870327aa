//! A pin of one's own, with its photos, and how far each of them is.

use crate::input::pins::Pin;

/// How far a pin of one's own is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sent {
    Yes,
    /// It came after closing, and waits for the begeleider: it is on no map.
    Late,
    Waiting,
    Refused(String),
}

/// A pin of one's own.
#[derive(Debug, Clone)]
pub(super) struct Own {
    pub id: String,
    pub pin: Pin,
    pub sent: Sent,
    /// The server has it.
    pub there: bool,
    pub photos: Vec<OwnPhoto>,
}

impl Own {
    /// Photos that were chosen and not sent yet.
    pub fn drafts(&self) -> usize {
        self.photos.iter().filter(|photo| matches!(photo.stage, Stage::Draft | Stage::Busy)).count()
    }

    /// Photos that wait for the network.
    pub fn photos_waiting(&self) -> usize {
        self.photos.iter().filter(|photo| photo.stage == Stage::Waiting).count()
    }
}

/// How far a photo of one's own is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stage {
    /// It is being made small.
    Busy,
    /// Chosen, with words to come: nothing left this tablet.
    Draft,
    Waiting,
    Sent,
    /// The server says why not.
    Refused(String),
    /// This browser cannot read it: the text that says what to do.
    Unreadable(String),
}

/// A photo of one's own.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct OwnPhoto {
    pub id: String,
    pub caption: String,
    /// It may be on the poster.
    pub poster: bool,
    /// Address of its small picture.
    pub picture: String,
    pub stage: Stage,
}

impl OwnPhoto {
    /// It is, or is to be, at its pin.
    pub fn counts(&self) -> bool {
        !matches!(self.stage, Stage::Refused(_) | Stage::Unreadable(_))
    }
}
