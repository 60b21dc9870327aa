//! What an island asks of the browser it runs in. On the server there is none: the same calls do nothing.

#[cfg(feature = "hydrate")]
mod real;
#[cfg(not(feature = "hydrate"))]
mod unseen;

#[cfg(feature = "hydrate")]
pub use real::{
    alive, choose_photos, drop_photo, end_turn, every, focus, focus_here, get, hold, idle, keep_caption,
    keep_typed, listen, now, participant, pause, post, print, send, send_photos, spawn, typed, uuid, waiting,
    withdraw,
};
#[cfg(not(feature = "hydrate"))]
pub use unseen::{
    alive, choose_photos, drop_photo, end_turn, every, focus, focus_here, get, hold, idle, keep_caption,
    keep_typed, listen, now, participant, pause, post, print, send, send_photos, spawn, typed, uuid, waiting,
    withdraw,
};

use serde_json::{Value, json};

/// Something to send, kept on the tablet until the server has it.
#[derive(Debug, Clone)]
pub struct Sending {
    /// Join code.
    pub code: String,
    /// Whose turn it is.
    pub participant: String,
    /// The pin it is about.
    pub about: String,
    /// What it does to it: `pin`, `change`, `remove` or `photo`.
    pub kind: String,
    /// HTTP method.
    pub method: String,
    /// Address.
    pub url: String,
    /// JSON.
    pub body: Option<String>,
    /// Makes the pin: before it nothing is known of it.
    pub creates: bool,
    /// Why the server refused it, if it did.
    pub refused: Option<String>,
    /// Of a photo: what is kept beside it.
    pub photo: Option<KeptPhoto>,
}

/// A photo that is still on the tablet.
#[derive(Debug, Clone)]
pub struct KeptPhoto {
    /// UUID.
    pub id: String,
    /// What its maker wrote beside it.
    pub caption: String,
    /// It may be on the poster.
    pub poster: bool,
    /// Address of its small picture, in this page only.
    pub picture: String,
    /// Chosen, and not sent yet.
    pub draft: bool,
}

impl Sending {
    /// As the outbox keeps it.
    pub fn json(&self) -> Value {
        json!({
            "code": self.code, "participant": self.participant, "ref": self.about, "kind": self.kind,
            "method": self.method, "url": self.url, "body": self.body, "creates": self.creates,
        })
    }

    /// As the outbox gives it back.
    pub fn read(kept: &Value) -> Self {
        let text = |name: &str| kept[name].as_str().map(str::to_owned);
        let some = |name: &str| text(name).unwrap_or_default();
        Self {
            code: some("code"),
            participant: some("participant"),
            about: some("ref"),
            kind: some("kind"),
            method: some("method"),
            url: some("url"),
            body: text("body"),
            creates: kept["creates"] == true,
            refused: text("refused"),
            photo: text("photoId").map(|id| KeptPhoto {
                id,
                caption: some("caption"),
                poster: kept["poster"] == true,
                picture: some("picture"),
                draft: kept["draft"] == true,
            }),
        }
    }
}

/// What became of something that was sent.
#[derive(Debug, Clone)]
pub struct Became {
    /// The pin it was about.
    pub about: String,
    /// `pin`, `change`, `remove` or `photo`; `progress` of all photos of one person.
    pub kind: String,
    /// `sent`, `waiting` or `refused`; of a photo before that `busy`, `draft` or `unreadable`.
    pub state: String,
    /// Why it was refused, or what kind of file it is.
    pub detail: String,
    /// Which photo.
    pub photo: String,
    /// Address of its small picture, where it has one by now.
    pub picture: String,
    /// Whose progress it is.
    pub participant: String,
    /// How far all photos are.
    pub progress: Option<Progress>,
}

impl Became {
    /// As the outbox tells it.
    pub fn read(event: &Value) -> Self {
        let text = |name: &str| event[name].as_str().unwrap_or_default().to_owned();
        Self {
            about: text("ref"),
            kind: text("kind"),
            state: text("state"),
            detail: text("detail"),
            photo: text("photo"),
            picture: text("picture"),
            participant: text("participant"),
            progress: Progress::read(event),
        }
    }
}

/// How far the photos are that one person sends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// How many there are.
    pub photos: u64,
    /// How many the server has.
    pub sent: u64,
    /// Bytes of all.
    pub bytes: f64,
    /// Bytes that left.
    pub loaded: f64,
}

impl Progress {
    fn read(event: &Value) -> Option<Self> {
        Some(Self {
            photos: event["photos"].as_u64()?,
            sent: event["sent"].as_u64()?,
            bytes: event["bytes"].as_f64()?,
            loaded: event["loaded"].as_f64()?,
        })
    }
}
