//! One observation on the map.

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
pub use api::{participant, pin_id, routes};
#[cfg(feature = "ssr")]
pub use error::PinError;
#[cfg(feature = "ssr")]
pub use service::{
    Listed, Put, Released, Stored, change, check_own, is_own_pin, list, of_participant, people_in, put, released, take_back,
};
