//! Traject and wijksessie: join code, promise, open → closed → released.

mod model;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod attendance;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod hooks;
#[cfg(feature = "ssr")]
mod labels;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod paper;
#[cfg(feature = "ssr")]
mod plan;
#[cfg(feature = "ssr")]
mod release;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;

pub use model::*;

#[cfg(feature = "ssr")]
pub use attendance::{Attendance, attendance_of, bring_up_to_date, there};
#[cfg(feature = "ssr")]
pub use error::SessionError;
#[cfg(feature = "ssr")]
pub use hooks::{AtSensitive, Hooks, Outside};
#[cfg(feature = "ssr")]
pub use labels::theme_label;
#[cfg(feature = "ssr")]
pub use paper::{COLUMNS as PAPER_COLUMNS, ROWS as PAPER_ROWS, qr};
#[cfg(feature = "ssr")]
pub use plan::{CHECKLIST, Draft, find_plan, make as create_traject, plans, traject_of};
#[cfg(feature = "ssr")]
pub use release::{
    AtRelease, codes_of_release, release, release_of, released, releases, to_release, with_input,
};
#[cfg(feature = "ssr")]
pub use service::{
    NewSession, check_open, close, closing_held, codes_of, create_session, due, erase, find, find_traject,
    first_open, for_staff, held, held_open, hold, is_any, lock, not_behind_the_door, open_layers,
    put_behind_the_door, set_feedback, status_held, trajects,
};

/// The routes of this room: the interface for machines, and the pages of the begeleider.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    api::routes().merge(forms::routes())
}
