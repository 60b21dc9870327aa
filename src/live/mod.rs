//! The room while it works and the same evening: the view for the projector, the page to take home.

/// The routes of this room.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    axum::Router::new()
}
