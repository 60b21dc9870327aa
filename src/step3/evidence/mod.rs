//! What statements of professionals rest on: layers, places, residents' approved words and photos, walks, figures, what is coming.
//!
//! A new kind of thing to link is one shelf in `shelves`.
//!
//! A link keeps the label that a thing had when it was linked, never the words of a resident: those are read where they
//! are kept, so what is withdrawn or hidden is gone here too. A quote is pointed at by a keyed id.

mod model;

#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod part;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod shelves;
#[cfg(feature = "ssr")]
mod store;

pub use model::*;

#[cfg(feature = "ssr")]
pub use error::EvidenceError;
#[cfg(feature = "ssr")]
pub use part::{labels, list, picker};
#[cfg(feature = "ssr")]
pub use service::{Relink, erase, hangs_on, look, of_board, of_row};
#[cfg(feature = "ssr")]
pub use shelves::{Shelf, Shelves, photo_reference, pin_reference, shelves};
