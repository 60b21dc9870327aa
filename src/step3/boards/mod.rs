//! What the boards of step 3 (assumptions, agenda, what goes back to residents) have in common: every version of a row is kept, two
//! people work on one row without losing a word, and evidence is laid under it.
//!
//! A form carries the version of the row that was seen, and the id of a new row; `ui/pages/boards.mjs` keeps what is
//! typed on the device until it is saved. In one transaction the row is held; where its version is another, `late`
//! compares what it was, what it is and what was typed, field by field. Changes of other fields go together. Where both
//! changed the same, what was typed is laid aside in the history (`board_history`), and the page (409) shows both to
//! choose from.

mod model;

#[cfg(feature = "ssr")]
mod door;
#[cfg(feature = "ssr")]
pub mod fields;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;

pub use model::*;

#[cfg(feature = "ssr")]
pub use door::{ListQuery, new_row, own};
#[cfg(feature = "ssr")]
pub use fields as parts;
#[cfg(feature = "ssr")]
pub use page::{Desk, Notice, alerts, history as history_part, late as late_page, stamp};
#[cfg(feature = "ssr")]
pub use service::{At, HistoryError, Saved, erase, history, keep, late};
