//! When people come in: the minute in which a participant first put something, until their wijksessie closes. By that a flood is
//! seen, as people who came, not as devices; and it limits how fast new ones may come.

mod model;

#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;

pub use model::*;

#[cfg(feature = "ssr")]
pub use error::ArrivalError;
#[cfg(feature = "ssr")]
pub use service::{
    Arrival, admit, aside_of, erase, floods_of, forget, is_aside, put_back, set_aside, settle,
};
