//! Five words with which somebody finds their own pins back, changes and withdraws them.

/// The routes of this room.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    axum::Router::new()
}
