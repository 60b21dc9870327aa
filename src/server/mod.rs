//! What stands above all rooms: every route, what is done to all rooms at once, and the pages of those who run the server.
//! Uses every room; only the command line uses it.

pub mod upkeep;

#[cfg(feature = "ssr")]
pub mod floods;
#[cfg(feature = "ssr")]
pub mod intake;
#[cfg(feature = "ssr")]
pub mod router;
#[cfg(feature = "ssr")]
pub mod staff;
#[cfg(feature = "ssr")]
pub mod start;
