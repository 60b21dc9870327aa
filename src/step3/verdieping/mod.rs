//! Step 3: residents' heat layers beside what professionals know.
//!
//! The preview (`release`) shows what `/traject/{id}` will show: the same code, with the table that the closed
//! wijksessies would make, cut by theme or by side only. `hand_over` hands over in one transaction: pressed twice is
//! once, and a server that dies leaves all or nothing. It hands over only what holds at least *k* voices, with a line
//! in the audit trail. What a room above adds is `Adds`, in that transaction too: `teruglegging` counts who answered,
//! and keeps what may be told of it. What is withdrawn afterwards loses words, photos and place at once; no number
//! changes.
//!
//! The map opens on two layers, *sterk* over *beter*. `service` takes them, what each rests on (`heat::provenance`) and
//! what every other choice would hold (`heat::voices_of`: no layer is drawn for that), so that no choice leads to a
//! blank map. `drawn` puts layers over the drawing, `page` draws the legend and the same as a table, and
//! `ui/pages/traject.mjs` puts the parts of another choice (`/traject/{id}/kaart.json`) in the place of what is there.
//!
//! What is told one by one stands at the square in which its maker counts, or nowhere (`spots`, `walks`); a walk
//! without track or title, and its moment is named only where that was released alone.

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod cards;
#[cfg(feature = "ssr")]
mod choices;
#[cfg(feature = "ssr")]
mod drawing;
#[cfg(feature = "ssr")]
mod hand_over;
#[cfg(feature = "ssr")]
mod links;
#[cfg(feature = "ssr")]
mod overlay;
#[cfg(feature = "ssr")]
mod overview;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod place;
#[cfg(feature = "ssr")]
mod public_layers;
#[cfg(feature = "ssr")]
mod query;
#[cfg(feature = "ssr")]
mod release;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod spots;
#[cfg(feature = "ssr")]
mod walks;

#[cfg(feature = "ssr")]
pub use api::routes;
#[cfg(feature = "ssr")]
pub use cards::{layer_map, most_said};
#[cfg(feature = "ssr")]
pub use drawing::{Sheet, legend, sheet, sheet_map};
#[cfg(feature = "ssr")]
pub use hand_over::{Added, Adds, Tells, hand_over};
#[cfg(feature = "ssr")]
pub use links::{Linked, linked};
#[cfg(feature = "ssr")]
pub use overlay::nobody;
#[cfg(feature = "ssr")]
pub use public_layers::{Laid, LaidMap, laid};
#[cfg(feature = "ssr")]
pub use service::of_one;
#[cfg(feature = "ssr")]
pub use spots::{StrongPlace, at_square, each_said, looked, said, spot, strong_places};
#[cfg(feature = "ssr")]
pub use walks::{ReleasedWalk, walks_at_squares};
