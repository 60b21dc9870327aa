//! What goes back to residents: a public page and a poster, written by the team from the agenda; and what a receipt tells of a pin.

mod model;

#[cfg(feature = "ssr")]
mod choosing;
#[cfg(feature = "ssr")]
mod chosen;
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
