//! Residents beside figures: where they say the same, where they contradict each other, where one of them is silent. The
//! program proposes by a rule that stands on the page; the team decides, and says why.
//!
//! `of_traject` takes the published values of *sterk* and *beter* of each theme, cell by cell (`parts`: a buurt of the
//! traject; of a single buurt the whole and its four quarters), and the figures of that theme in the same part. `model`
//! is the rule, and it stands in words on the page (`compare-rule-…` in `nl.ftl`): change both together. What the team
//! says is a new row under the next version, so nothing is overwritten: of two people the second is told, and the
//! history can be read. What the proposal rested on is kept beside it; when layers or figures change, the page asks
//! whether it still holds.

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
