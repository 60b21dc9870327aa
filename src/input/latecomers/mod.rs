//! What comes after a wijksessie was closed: pins that were said in time, and how much is still on devices.

mod model;

mod api;
mod error;
mod file;
mod forms;
mod intake;
mod page;
mod service;
mod store;

pub use model::*;

pub use error::LateError;
pub use service::{behind_the_door, erase, find, forget, leave, left, of_holder, take, told, waiting};

/// The routes of this room: the interface for machines, and the page.
pub fn routes() -> axum::Router<crate::platform::App> {
    api::routes().merge(forms::routes())
}
