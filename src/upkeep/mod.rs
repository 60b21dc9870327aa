//! Backup and restore, dates of deletion, and what the organisation fills in.

/// The routes of this room.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    axum::Router::new()
}
