//! What an island asks of the browser it runs in. On the server there is none: the same calls do nothing.

#[cfg(feature = "hydrate")]
mod real;
#[cfg(not(feature = "hydrate"))]
mod unseen;

#[cfg(feature = "hydrate")]
pub use real::{
    alive, end_turn, every, focus, get, idle, listen, now, participant, pause, post, print, send, send_photo,
    spawn, uuid, waiting, withdraw,
};
#[cfg(not(feature = "hydrate"))]
pub use unseen::{
    alive, end_turn, every, focus, get, idle, listen, now, participant, pause, post, print, send, send_photo,
    spawn, uuid, waiting, withdraw,
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
        }
    }
}

/// What became of something that was sent.
#[derive(Debug, Clone)]
pub struct Became {
    /// The pin it was about.
    pub about: String,
    /// `pin`, `change`, `remove` or `photo`.
    pub kind: String,
    /// `sent`, `waiting` or `refused`.
    pub state: String,
    /// Why it was refused.
    pub detail: String,
}
