//! Buurtblik: the plattegrond on the table, as software.
//!
//! One crate, two targets: the server (feature `ssr`) and the browser (feature `hydrate`).
//! A room is a feature of the product. Rooms stand in wings, and wings in the order in which the data walks;
//! `ARCHITECTURE.md` goes through them.

// The types of views nest as deep as the page does.
#![recursion_limit = "256"]

pub mod answer;
pub mod input;
pub mod layers;
pub mod people;
pub mod place;
pub mod server;
pub mod step3;
pub mod ui;

#[cfg(feature = "ssr")]
pub mod cli;
#[cfg(feature = "ssr")]
pub mod platform;
