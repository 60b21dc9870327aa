//! A photo walk: a line with photos along it. A photo that has a kind and a place is a pin too.

mod model;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod aside;
#[cfg(feature = "ssr")]
mod course;
#[cfg(feature = "ssr")]
mod drawing;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
pub mod gpx;
#[cfg(feature = "ssr")]
mod leaving;
#[cfg(feature = "ssr")]
mod listing;
#[cfg(feature = "ssr")]
mod outing;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod track;

#[cfg(all(test, feature = "ssr"))]
mod beside_the_page;

pub use model::*;

#[cfg(feature = "ssr")]
pub use aside::{put_back, set_aside};
#[cfg(feature = "ssr")]
pub use course::Course;
#[cfg(feature = "ssr")]
pub use error::WalkError;
#[cfg(feature = "ssr")]
pub use forms::chosen;
#[cfg(feature = "ssr")]
pub use gpx::{GpxError, Recording, Remarks, read as read_gpx};
#[cfg(feature = "ssr")]
pub use leaving::{erase, is_of_holder, is_there, leave, photo_of_holder_leaves};
#[cfg(feature = "ssr")]
pub use listing::{approved_stops, of_holder, of_session};
#[cfg(feature = "ssr")]
pub use page::{Story, place_label, story};
#[cfg(feature = "ssr")]
pub use service::{Put, Sent, Target, put, put_in, put_photo, put_track};

/// The routes of this room: the interface for machines, and the pages.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    api::routes().merge(forms::routes())
}
