//! Step 3: residents' heat layers beside what professionals know.

pub mod island;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod page;

#[cfg(feature = "ssr")]
pub use api::routes;
