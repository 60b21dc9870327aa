//! The shell, the design system, components, and the texts in each language.

#[cfg(feature = "ssr")]
pub mod bars;
#[cfg(feature = "ssr")]
mod components;
#[cfg(feature = "ssr")]
mod home;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
pub mod texts;
#[cfg(feature = "ssr")]
mod turn_end;

pub mod browser;
#[cfg(feature = "hydrate")]
mod hydrate;

#[cfg(feature = "ssr")]
pub use components::{Shown, refused, show, shown};
#[cfg(feature = "ssr")]
pub use home::routes;
#[cfg(feature = "ssr")]
pub use shell::{Page, escape, footer, fragment, header, is_invented, render, staff_header};
#[cfg(feature = "ssr")]
pub use turn_end::TurnEnd;
