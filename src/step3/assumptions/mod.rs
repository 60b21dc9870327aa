//! What professionals assume: written down, if the traject wants it before the residents' layers open for them, and then laid beside
//! what residents said and what figures tell.
//!
//! Where a traject asks for assumptions first, the guard of `router::access` holds everything of the rights `SeeLayers`
//! and `Deepen` closed for professionals (`may_look`, `Traject::is_closed`) until one of the team says that it is ready
//! (`/traject/{id}/kaarten-open`): once, in the audit trail, and for good, for what was seen cannot be unseen. The
//! right `BringIn` is for what shows nothing of residents, and stays open.

mod model;

#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;

pub use model::*;

#[cfg(feature = "ssr")]
pub use error::AssumptionError;
#[cfg(feature = "ssr")]
pub use forms::routes;
#[cfg(feature = "ssr")]
pub use service::{erase, of_traject, relink};
