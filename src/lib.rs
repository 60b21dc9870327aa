//! Buurtblik: the plattegrond on the table, as software.
//!
//! One crate, two targets: the server (feature `ssr`) and the browser (feature `hydrate`).
//! A room is a feature of the product; `ARCHITECTURE.md` walks through them.

// The types of views nest as deep as the page does.
#![recursion_limit = "256"]

pub mod accounts;
pub mod agenda;
pub mod arrivals;
pub mod assumptions;
pub mod boards;
pub mod buurt;
pub mod coming;
pub mod compare;
pub mod evidence;
pub mod feedback;
pub mod heat;
pub mod indicators;
pub mod live;
pub mod map;
pub mod moderation;
pub mod photos;
pub mod pins;
pub mod receipts;
pub mod session;
pub mod teruglegging;
pub mod ui;
pub mod upkeep;
pub mod verdieping;
pub mod walks;

#[cfg(feature = "ssr")]
pub mod cli;
#[cfg(feature = "ssr")]
pub mod dossier;
#[cfg(feature = "ssr")]
pub mod floods;
#[cfg(feature = "ssr")]
pub mod interchange;
#[cfg(feature = "ssr")]
pub mod latecomers;
#[cfg(feature = "ssr")]
pub mod platform;
#[cfg(feature = "ssr")]
pub mod themes;
#[cfg(feature = "ssr")]
pub mod unheard;
