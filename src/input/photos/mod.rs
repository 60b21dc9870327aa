//! A picture with a caption, made safe to keep.
//!
//! What comes in is a stranger's file; what stays is a new JPEG that this room made itself, in two sizes,
//! without a byte of the original (see [`pipeline`]). Where anything fails, the photo is refused.

mod model;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod checked;
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
pub use checked::{change, suggest};
#[cfg(feature = "ssr")]
pub use error::StoreError;
#[cfg(feature = "ssr")]
pub use files::{file_names, forget_files, is_file_name, is_used, is_whole, missing, sweep};
#[cfg(feature = "ssr")]
pub use pipeline::{Camera, Pool, Seat, camera, measure};
#[cfg(feature = "ssr")]
pub use retouch::{Edit, MOST_BOXES, Share};
#[cfg(feature = "ssr")]
pub use service::{
    Draft, New, PutPhoto, Served, count_at_pin, erase, keep, known, of_pins, pool, remove_of_pin, remove_one,
    remove_showing, serve,
};
