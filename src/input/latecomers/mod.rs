//! What comes after a wijksessie was closed: pins that were said in time, and how much is still on devices.

mod model;

mod api;
mod error;
mod queue;
mod service;
mod store;

pub use model::*;

pub use api::routes;
pub use error::LateError;
pub use queue::LatePins;
pub use service::{behind_the_door, erase, find, forget, is_under, leave, left, of_holder, told, waiting};
