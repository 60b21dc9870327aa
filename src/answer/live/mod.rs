//! The room while it works and the same evening: the view for the projector, the page to take home.
//!
//! On the projector totals are as they are, words have no place, and the balance counts what is shown: a total for each
//! kind would tell what the last one said. The page to take home has a map only after the release: that of everything
//! released together, from the same table that professionals see. A map of one wijksessie by itself would be a second
//! count of the same people.

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod json;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod service;

#[cfg(feature = "ssr")]
pub use api::routes;
