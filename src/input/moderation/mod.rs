//! The queue of texts and photos, and what is decided about each.

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
