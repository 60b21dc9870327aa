//! The room while it works and the same evening: the view for the projector, the page to take home.

mod model;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod service;

pub use model::{Picture, Seen};

#[cfg(feature = "ssr")]
pub use api::routes;
#[cfg(feature = "ssr")]
pub use service::Pictures;
