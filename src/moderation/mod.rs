//! The queue of texts and photos, and what is decided about each.

/// The routes of this room.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    axum::Router::new()
}
