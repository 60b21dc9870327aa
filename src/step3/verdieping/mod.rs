//! Step 3: residents' heat layers beside what professionals know.

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod asked;
#[cfg(feature = "ssr")]
mod cards;
#[cfg(feature = "ssr")]
mod choices;
#[cfg(feature = "ssr")]
mod drawing;
#[cfg(feature = "ssr")]
mod drawn;
#[cfg(feature = "ssr")]
mod hand_over;
#[cfg(feature = "ssr")]
mod laid;
#[cfg(feature = "ssr")]
mod linked;
#[cfg(feature = "ssr")]
mod overview;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod place;
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
pub use laid::{Laid, LaidMap, laid};
#[cfg(feature = "ssr")]
pub use linked::{Linked, linked};
#[cfg(feature = "ssr")]
pub use service::{nobody, of_one};
#[cfg(feature = "ssr")]
pub use spots::{StrongPlace, at_square, each_said, looked, said, spot, strong_places};
#[cfg(feature = "ssr")]
pub use walks::{ReleasedWalk, walks_at_squares};
