//! Five words with which somebody finds their own pins back, changes and withdraws them.
//!
//! Five of 256 words are 40 bits; twenty wrong ones in five minutes slow a wijksessie's look-ups down. They are made with the
//! server's key of the secret of a turn, so that one turn has one set, and kept as a keyed hash. No two words are one slip
//! apart: a slip is found and named. The receipt leads to its page by a QR code with the words behind the `#` of the
//! address, which no server gets to see. With them `service` finds the participant, never the other way round. When a turn
//! is ended by its button, what still waits in the outbox goes out all the same, and then `POST …/receipts` gives the words.

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod model;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;

#[cfg(feature = "ssr")]
pub use error::ReceiptError;
#[cfg(feature = "ssr")]
pub use service::erase;

/// The routes of this room: the interface for machines, and the pages.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    api::routes().merge(forms::routes())
}
