//! Back to the table: released layers and draft agenda points laid before residents, who say whether they are right.
//!
//! Answers are PUTs with the client's id, their place on the 25 m grid, their words in the queue of `moderation`. The
//! board (`heard_of`) adds what each release tells (`told`, kept in `told_answers` in the transaction of the release,
//! and never changed): of a place or point at least *k* people, in multiples of *k*, and what they said only where each
//! answer is nobody's or of at least *k*. Approved words are as they are now.

mod model;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod aside;
#[cfg(feature = "ssr")]
mod board;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod labels;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod queue;
#[cfg(feature = "ssr")]
mod release;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod tally;

pub use model::*;

#[cfg(feature = "ssr")]
pub use aside::{put_back, set_aside};
#[cfg(feature = "ssr")]
pub use error::AnswerError;
#[cfg(feature = "ssr")]
pub use forms::{TableQuery, show};
#[cfg(feature = "ssr")]
pub use labels::label;
#[cfg(feature = "ssr")]
pub use queue::Words;
#[cfg(feature = "ssr")]
pub use release::Answers;
#[cfg(feature = "ssr")]
pub use service::{Own, Put, erase, forget, has_any, leave, of_holder, put_in};
#[cfg(feature = "ssr")]
pub use tally::{Heards, Spot, bring_up_to_date, forget_told, heard_of};

/// The routes of this room: the interface for machines, and the pages.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    api::routes().merge(forms::routes()).merge(board::routes())
}
