//! Residents beside figures: where they say the same, where they contradict each other, where one of them is silent. The
//! program proposes by a rule that stands on the page; the team decides, and says why.

mod model;

#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod parts;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;

pub use model::*;

#[cfg(feature = "ssr")]
pub use error::CompareError;
#[cfg(feature = "ssr")]
pub use forms::routes;
#[cfg(feature = "ssr")]
pub use page::{figures_words, residents_words};
#[cfg(feature = "ssr")]
pub use service::{Row, erase, of_traject};
