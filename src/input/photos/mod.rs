//! A picture with a caption, made safe to keep.
//!
//! What comes in is a stranger's file; what stays is a new JPEG that this room made itself, in two sizes,
//! without a byte of the original (see [`pipeline`]). Where anything fails, the photo is refused.
//!
//! On the way in:
//!
//! - A body comes through `platform::form::Parts`, the one door for every form with a file: each part is limited before
//!   it is read, and a body slower than 2 kB a second is given up (408). What has come of it takes a seat in the pool
//!   (`Pool::seat`), no more than has come; large bodies of one wijksessie are few at once, so it never takes the room
//!   of others.
//! - A photo that was sent before is recognised by its content hash before any work (`known`).
//! - Files first, under their content hash (`platform::files`, with `fsync`), then the row, in a transaction that looks
//!   again. While it is written a file is called `NAME#1`, is in no backup, and is swept when the server starts, each
//!   hour and on a day of deletion.
//! - Its address is random, of 128 bits: `no-store` until somebody approved it, then `private, max-age=3600`. An
//!   address that was is 410.
//!
//! Before others see it, `ui/retouch.mjs` opens each photo of the queue with boxes that `faces` suggests (worked out in
//! the pool, nothing of it kept). `review::change` turns, covers and crops pixels of the large version (`retouch`),
//! and the outcome goes the way of an incoming photo: new content, new files, new address. A box becomes at most 4 × 4
//! cells of one rounded mean colour. One transaction puts the new picture in every photo of the wijksessie that showed
//! the old one, and writes `picture ID CONTENT` in `gone.log` first; then the old files go. A restore from before
//! deletes such a photo, for it cannot be covered again; a server that died in between deletes the files when it starts
//! (`upkeep::forget_pictures`). Every change and decision raises the photo's `version`: who decides about a picture
//! that they did not see is told (409).

mod model;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod aside;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod faces;
#[cfg(feature = "ssr")]
mod files;
#[cfg(feature = "ssr")]
pub mod pipeline;
#[cfg(feature = "ssr")]
mod retouch;
#[cfg(feature = "ssr")]
mod review;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;

pub use model::{
    About, Caption, Foreign, MAX_CAPTION_CHARS, MAX_DECODE_BYTES, MAX_PHOTO_BYTES, MAX_PHOTO_PIXELS, OnWalk,
    Photo, PhotoError, PhotoSize,
};

#[cfg(feature = "ssr")]
pub use api::{Form, read_form, routes, upload_limit};
#[cfg(feature = "ssr")]
pub use aside::{put_back, set_aside, set_one_aside};
#[cfg(feature = "ssr")]
pub use error::StoreError;
#[cfg(feature = "ssr")]
pub use files::{file_names, forget_files, is_file_name, is_used, is_whole, missing, sweep};
#[cfg(feature = "ssr")]
pub use pipeline::{Camera, Pool, Seat, camera, measure};
#[cfg(feature = "ssr")]
pub use retouch::{Edit, MOST_BOXES, Share};
#[cfg(feature = "ssr")]
pub use review::{change, decide, suggest, take};
#[cfg(feature = "ssr")]
pub use service::{
    Draft, New, PutPhoto, Served, approved_at_pins, count_at_pin, count_on_walk, erase, keep, known,
    move_of_walk, of_pins, pool, remove_of_pin, remove_one, remove_showing, serve,
};
#[cfg(feature = "ssr")]
pub use store::Ruling;
