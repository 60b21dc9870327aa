//! Backup and restore, dates of deletion, and what the organisation fills in.

pub mod model;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod archive;
#[cfg(feature = "ssr")]
mod erase;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod manifest;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod tables;
#[cfg(feature = "ssr")]
mod unpack;

pub use model::Organisation;

#[cfg(feature = "ssr")]
pub use api::routes;
#[cfg(feature = "ssr")]
pub use archive::{Told, backup};
#[cfg(feature = "ssr")]
pub use erase::{erase_again, erase_due, erase_restored, forget_pictures};
#[cfg(feature = "ssr")]
pub use error::UpkeepError;
#[cfg(feature = "ssr")]
pub use unpack::{Unpacked, fill, unpack};
