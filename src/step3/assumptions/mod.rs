//! What professionals assume: written down, if the traject wants it before the residents' layers open for them, and then laid beside
//! what residents said and what figures tell.

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
