//! Figures from elsewhere, by area, by square or by point: bringing them in, looking at them, taking them out.
//!
//! Data walks one way: `read` turns a file into rows, `survey` looks at all of them once and says what is in it, which
//! areas match and what must be asked; only then `import` reads it again and keeps it. Nothing is guessed on the way.

mod model;

#[cfg(feature = "ssr")]
mod code;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod number;
#[cfg(feature = "ssr")]
mod secret;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;

pub use model::*;

#[cfg(feature = "ssr")]
pub use error::{FileError, IndicatorError};
#[cfg(feature = "ssr")]
pub use service::{erase, find, of_theme, of_traject, points};
