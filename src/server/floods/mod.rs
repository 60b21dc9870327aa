//! A flood of new people in a wijksessie: a begeleider sees it, looks at it, takes it out in one go, and may put it back.

mod error;
mod forms;
mod page;
mod service;

pub use error::FloodError;

/// The pages of this room.
pub fn routes() -> axum::Router<crate::platform::App> {
    forms::routes()
}
