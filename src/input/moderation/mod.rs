//! The queue of texts and photos, and what is decided about each.
//!
//! 1. Every text and photo waits (`approved = 0`); nobody but its maker and a begeleider of the traject gets it. Pins and
//!    photos are this room's own to ask for; answers and late pins come through `Source`, which `teruglegging` and
//!    `latecomers` implement with their own SQL, so the queue knows no room above it.
//! 2. `GET /sessie/{code}/bekijken` writes *look* in the audit trail and shows the queue, strengths first, each with
//!    `hints` (numbers that pass their own test or a numbering plan, addresses, names, groups of people), fifty at a
//!    time: a part begins behind a `Mark`, so that what is decided meanwhile moves nothing. The interface gives a
//!    hundred, with `Link: rel="next"`. Texts in which nothing stands out can be approved together, as they were seen;
//!    what no rule can judge (`stands_out`) is never offered for that. The forms need no script; with script it is one
//!    at a time, by keyboard.
//! 3. An item is named by what it is *and* its id (`of`): a photo of a walk and the pin that it is have one id.
//!    `decide` names the version that was seen, and the change itself holds the condition
//!    (`version = seen AND nothing decided`). So of two begeleiders one is told, and words that changed meanwhile are
//!    seen again. A photo gets a new address with every decision. Deleting goes the way of withdrawing.
//! 4. Approved words appear beside others' pins, on the projector, on the page to take home, and after the release at
//!    `/traject/{id}`.
//!
//! A strong place (*sterke plek*) is an approved `kracht` at a public place, shown by its name on the plattegrond where
//! the begeleider said so (`pin.place_name`): never the pin, its time, or how many there are.

mod hints;
mod model;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod approval;
#[cfg(feature = "ssr")]
mod approved;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod rows;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod source;
#[cfg(feature = "ssr")]
mod store;

pub use hints::{Hint, HintKind};
pub use model::*;

#[cfg(feature = "ssr")]
pub use approval::approve_waiting;
#[cfg(feature = "ssr")]
pub use approved::{About, First, Gather, Quoted, Sought, TOGETHER, each, for_poster, named_places, part};
#[cfg(feature = "ssr")]
pub use error::ModerationError;
#[cfg(feature = "ssr")]
pub use page::{quotes, spot_label};
#[cfg(feature = "ssr")]
pub use rows::item_of_row;
#[cfg(feature = "ssr")]
pub use service::{Counts, counts, decide_pin};
#[cfg(feature = "ssr")]
pub use source::{Behind, Deciding, Source, Sources, Which};
#[cfg(feature = "ssr")]
pub(crate) use store::part_behind;

/// The routes of this room: the interface for machines, and the pages.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    api::routes().merge(forms::routes())
}
