//! What goes back to residents: a public page and a poster, written by the team from the agenda; and what a receipt tells of a pin.
//!
//! `Published` holds public words only, is made when the team puts the page online, and is kept: other words wait for
//! the next time. Statuses are read from the agenda at each look, and a point that residents may not see any more is
//! gone at once. Beside the words stand what the team chose (`chosen`) of photos whose sender said "may be on the
//! poster" and that a begeleider approved, and of figures of files that residents may see; each is asked anew at each
//! look. Everybody gets a photo by its number on the page, never by the address that the team uses, which outlives the
//! page; it is `public, max-age=3600`. `became` tells a receipt of a point only where the team laid that pin's words or
//! photo under it.

mod model;

#[cfg(feature = "ssr")]
mod choosing;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod paper;
#[cfg(feature = "ssr")]
mod photos;
#[cfg(feature = "ssr")]
mod selection;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;

pub use model::*;

#[cfg(feature = "ssr")]
pub use error::FeedbackError;
#[cfg(feature = "ssr")]
pub use forms::routes;
#[cfg(feature = "ssr")]
pub use service::{Became, became, erase};
