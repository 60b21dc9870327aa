//! The agenda of step 3: what is done, where, when, by whom, on what it rests; and what of it residents may read, in which words.

mod model;

#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod map;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;

pub use model::*;

#[cfg(feature = "ssr")]
pub use error::AgendaError;
#[cfg(feature = "ssr")]
pub use forms::routes;
#[cfg(feature = "ssr")]
pub use map::{marks, numbers};
#[cfg(feature = "ssr")]
pub use service::{erase, of_traject, relink};
