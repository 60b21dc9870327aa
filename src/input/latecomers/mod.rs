//! What comes after a wijksessie was closed: pins that were said in time, and how much is still on devices.
//!
//! While a wijksessie is open its page gets a stamp (`Keys::stamp`, the same for every device), to show later that it
//! was there in time. A pin that was said before closing and comes after it is refused at `PUT …/pins` (410); the
//! outbox then lays it, with everything that was said about it since, at `PUT …/late/{id}` with `properties.stamp`
//! (`ui/late.mjs`). It is taken for 24 hours and until the release, under the rules of any other pin, and kept in a
//! table of its own: it counts nowhere. In the queue it is `of: "late"`; approved or hidden, it becomes a pin in the
//! transaction of the decision; deleted, only its id stays. Until then whoever said it may change it or take it back
//! (`PATCH`/`DELETE …/late/{id}` with `Participant`, by five words, or in the file of their device): a decision about
//! what it said before is refused (409).
//!
//! `PUT …/devices/{id}` with `{"holds": n}`: a device says how much it still holds, where that changed
//! (`ui/device.mjs`). Its id is made for this wijksessie and kept as a keyed hash; the begeleider reads how many
//! devices hold how much, and nothing else.

mod model;

mod api;
mod error;
mod own;
mod queue;
mod service;
mod store;

pub use model::*;

pub use api::routes;
pub use error::LateError;
pub use own::change;
pub use queue::LatePins;
pub use service::{
    behind_the_door, erase, forget, has_any, is_under, left, of_holder, told, waiting, waits, withdraw,
};
