//! What an island asks of the browser it runs in. On the server there is none: the same calls do nothing.

#[cfg(feature = "hydrate")]
mod real;
#[cfg(not(feature = "hydrate"))]
mod unseen;

#[cfg(feature = "hydrate")]
pub use real::{
    alive, focus, get, go, listen, now, participant, send, send_photo, spawn, uuid, waiting, withdraw,
};
#[cfg(not(feature = "hydrate"))]
pub use unseen::{
    alive, focus, get, go, listen, now, participant, send, send_photo, spawn, uuid, waiting, withdraw,
};

use serde::{Deserialize, Serialize};

/// Something to send, kept on the tablet until the server has it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Sending {
    /// Join code.
    pub code: String,
    /// Whose turn it is.
    pub participant: String,
    /// The pin it is about.
    #[serde(rename = "ref")]
    pub about: String,
    /// What it does to it: `pin`, `change`, `remove` or `photo`.
    pub kind: String,
    /// HTTP method.
    pub method: String,
    /// Address.
    pub url: String,
    /// JSON.
    #[serde(default)]
    pub body: Option<String>,
    /// Makes the pin: before it nothing is known of it.
    #[serde(default)]
    pub creates: bool,
    /// Why the server refused it, if it did.
    #[serde(default)]
    pub refused: Option<String>,
}

/// What became of something that was sent.
#[derive(Debug, Clone, Deserialize)]
pub struct Became {
    /// The pin it was about.
    #[serde(rename = "ref")]
    pub about: String,
    /// `pin`, `change`, `remove` or `photo`.
    pub kind: String,
    /// `sent`, `waiting` or `refused`.
    pub state: String,
    /// Why it was refused.
    #[serde(default)]
    pub detail: String,
}
