//! One observation on the map.
//!
//! A pin is about a place in WGS84 degrees (`buurt::Place`; people point at it, and no page uses a word for it) or
//! about the whole buurt. What is checked when, from the page to the disk, is walked through in `ARCHITECTURE.md`.
//! Beyond that:
//!
//! - The page is whole before anything of it moves. Over the drawing lies a net of squares (`page`), each a link to
//!   `/s/{code}/formulier?plek=LON,LAT`: a tap in the first second opens the form with the place filled in. Where the
//!   program for the browser never comes, the drawing and these links stay. The form ends in the same `put` as the
//!   panel.
//! - A body is at most 64 kB and counts against the limits of the device and of the wijksessie. A place lies at most
//!   150 m outside the area; coordinates that were swapped are recognised.
//! - A place is kept behind the door in the transaction itself (`front_door`). A theme may be chosen after the pin was
//!   put: until then its exact place is stored, and then overwritten. Pins that were released stay where they are, for
//!   layers rest on them.
//! - Of a released pin that is withdrawn (`leave`) words, photos and place are gone; the numbers that were told stay.
//! - A photo at a pin is sent by `photo`: at most six, counted and checked again in the transaction, for the pin may
//!   have been taken back while the photo was made safe. Without script the form `/s/{code}/stip/{id}/foto` sends one.
//! - Notes of a paper table (`from_paper`) belong to a voice that is no participant: whoever knows the join code cannot
//!   be it.

pub mod island;
mod model;

#[cfg(feature = "ssr")]
mod after_closing;
#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod aside;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod feature;
#[cfg(feature = "ssr")]
mod form_fields;
#[cfg(feature = "ssr")]
mod form_page;
#[cfg(feature = "ssr")]
mod form_view;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod from_paper;
#[cfg(feature = "ssr")]
mod front_door;
#[cfg(feature = "ssr")]
mod holder;
#[cfg(feature = "ssr")]
mod leaving;
#[cfg(feature = "ssr")]
mod list_page;
#[cfg(feature = "ssr")]
mod listing;
#[cfg(feature = "ssr")]
mod me_too;
#[cfg(feature = "ssr")]
mod of_walk;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod paper_notes;
#[cfg(feature = "ssr")]
mod photo;
#[cfg(feature = "ssr")]
mod picture;
#[cfg(feature = "ssr")]
mod place_part;
#[cfg(feature = "ssr")]
mod review;
#[cfg(feature = "ssr")]
mod room;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod turn;

pub use model::*;

#[cfg(feature = "ssr")]
pub use after_closing::{LatePin, is_same, late_pin, take_in};
#[cfg(feature = "ssr")]
pub use api::{participant, pin_id, required_participant};
#[cfg(feature = "ssr")]
pub use aside::{Flooded, count_aside, of_flood, put_back, set_aside};
#[cfg(feature = "ssr")]
pub use error::PinError;
#[cfg(feature = "ssr")]
pub use feature::{feature, point, read_feature};
#[cfg(feature = "ssr")]
pub use forms::board;
#[cfg(feature = "ssr")]
pub use from_paper::shut_paper_tables;
#[cfg(feature = "ssr")]
pub use front_door::{Placed, behind_the_door, kept_place, repair, to_the_door};
#[cfg(feature = "ssr")]
pub use holder::{has_any, is_of_holder, of_holder};
#[cfg(feature = "ssr")]
pub use leaving::{leave, released, released_in, voices_in, voices_now};
#[cfg(feature = "ssr")]
pub use me_too::seen_by_others;
#[cfg(feature = "ssr")]
pub use of_walk::{check_place, move_of_walk, place_kept, put_of_walk};
#[cfg(feature = "ssr")]
pub use page::{credit, drawing, drawing_to, leftovers, map_options, of_receipts};
#[cfg(feature = "ssr")]
pub use photo::{PhotoTarget, SentPhoto, check_photo, put_photo};
#[cfg(feature = "ssr")]
pub use picture::{InRoom, Shown, Words, forget_pictures, shown, tidy_pictures};
#[cfg(feature = "ssr")]
pub use place_part::near;
#[cfg(feature = "ssr")]
pub use review::{Ruling, decide};
#[cfg(feature = "ssr")]
pub use room::{erase, is_known, is_there, people_now};
#[cfg(feature = "ssr")]
pub use service::{
    Put, Released, Stored, change, change_by_holder, changed, check_words, put, put_in, take_back,
};
#[cfg(feature = "ssr")]
pub use store::said;
#[cfg(feature = "ssr")]
pub use turn::{turn, with_turn};

/// The routes of this room: the interface for machines, and the pages.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    api::routes().merge(forms::routes()).merge(paper_notes::routes())
}
