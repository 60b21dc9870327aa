//! The shell, the design system, components, the map, and what of the browser is used.
//!
//! The browser's part in modules: `outbox.mjs` keeps a request on the device (`turn-store.mjs`: a database of this
//! turn) before it sends anything, sends in order, one tab at a time, and forgets only what the server itself answered.
//! An answer is the server's where it names the thing: JSON with its id, or the header `Buurtblik-Id` on a 204 and on
//! every refusal (`answer.mjs`, `platform::thing`). A portal's page, no network, 429 or 5xx: it waits and tries again.
//! A refusal (4xx) goes back to the page with the server's words. `map/open.mjs` remembers what is shown until
//! `map/plattegrond.mjs` has come, which takes the page's own drawing (`map/stage.mjs`).

#[cfg(feature = "ssr")]
pub mod bars;
#[cfg(feature = "ssr")]
mod components;
#[cfg(feature = "ssr")]
mod home;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
mod turn_end;

pub mod browser;
#[cfg(feature = "hydrate")]
mod hydrate;
pub mod map;

#[cfg(feature = "ssr")]
pub use components::{problem_page, refused};
#[cfg(feature = "ssr")]
pub use home::routes;
#[cfg(feature = "ssr")]
pub use shell::{Page, escape, footer, fragment, header, is_invented, render, staff_header};
#[cfg(feature = "ssr")]
pub use turn_end::TurnEnd;
