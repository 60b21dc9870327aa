//! The shell, the design system, components, the map, and what of the browser is used.

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
pub use components::{Shown, refused, show, shown};
#[cfg(feature = "ssr")]
pub use home::routes;
#[cfg(feature = "ssr")]
pub use shell::{Page, escape, footer, fragment, header, is_invented, render, staff_header};
#[cfg(feature = "ssr")]
pub use turn_end::TurnEnd;
