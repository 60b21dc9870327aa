//! What is coming in a buurt: demolition, building, renovation, a school that closes. Dated places on the map, in view before
//! plans are made.

mod model;

#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod parts;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;

pub use model::*;

#[cfg(feature = "ssr")]
pub use error::ComingError;
#[cfg(feature = "ssr")]
pub use forms::routes;
#[cfg(feature = "ssr")]
pub use parts::{list, marks, numbered, when};
#[cfg(feature = "ssr")]
pub use service::{erase, of_traject};
