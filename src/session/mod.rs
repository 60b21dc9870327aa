//! Traject and wijksessie: join code, promise, open → closed → released.

mod model;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;

pub use model::*;

#[cfg(feature = "ssr")]
pub use api::routes;
#[cfg(feature = "ssr")]
pub use error::SessionError;
#[cfg(feature = "ssr")]
pub use service::{
    NewSession, NewTraject, Traject, check_open, close, create_session, create_traject, find, find_traject,
    first_open, release, released, status_held, trajects,
};
