//! The room while it works and the same evening: the view for the projector, the page to take home.

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod service;

#[cfg(feature = "ssr")]
pub use api::routes;
