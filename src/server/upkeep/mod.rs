//! Backup and restore, dates of deletion, and what the organisation fills in.
//!
//! A deletion is written to `gone.log` (join code and id, nothing else) *before* it is committed: a restore takes the
//! last one and deletes again. SQLite overwrites (`secure_delete`), and each minute the write-ahead log is emptied.
//! `erase` deletes a traject on its day in one transaction; where its layers stay, that is its tables. Photo files that
//! no row names are swept after it.
//!
//! A clock that jumps forward would bring every such day at once. `platform::timekeeping` reads it each minute beside
//! one that only runs forward (how long the machine is up) and keeps the reading in `clock.json`. Where the clock ran
//! more than a day ahead of that, also while the server was off, or PostgreSQL has another day, nothing is deleted for
//! good (trajecten, tokens, drafts) before it kept its time for a day. The log and the beheerder's page say so.
//!
//! A backup (`archive`) is one tar file of rows as JSON and of photos, of one moment, and goes into either database. It
//! holds the key: keep it as carefully as the server.

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
pub use archive::{Amounts, backup};
#[cfg(feature = "ssr")]
pub use erase::{erase_again, erase_due, erase_restored, forget_pictures};
#[cfg(feature = "ssr")]
pub use error::UpkeepError;
#[cfg(feature = "ssr")]
pub use unpack::{Unpacked, empty, fill, unpack};
