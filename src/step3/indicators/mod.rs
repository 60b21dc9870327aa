//! Figures from elsewhere, by area, by square or by point: bringing them in, looking at them, taking them out.
//!
//! Data walks one way: `read` turns a file into rows, `survey` looks at all of them once and says what is in it, which
//! areas match and what must be asked; only then `import` reads it again and keeps it. Nothing is guessed on the way.

mod model;

#[cfg(feature = "ssr")]
mod code;
#[cfg(feature = "ssr")]
mod columns;
#[cfg(feature = "ssr")]
mod describe;
#[cfg(feature = "ssr")]
mod draft;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod fields;
#[cfg(feature = "ssr")]
mod fill;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod import;
#[cfg(feature = "ssr")]
mod known;
#[cfg(feature = "ssr")]
mod manage;
#[cfg(feature = "ssr")]
mod number;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod people;
#[cfg(feature = "ssr")]
mod place;
#[cfg(feature = "ssr")]
mod preview_page;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod resting;
#[cfg(feature = "ssr")]
mod secret;
#[cfg(feature = "ssr")]
mod sent;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod subtract;
#[cfg(feature = "ssr")]
mod survey;
#[cfg(feature = "ssr")]
mod told;
#[cfg(feature = "ssr")]
mod value;

pub use model::*;

#[cfg(feature = "ssr")]
pub use columns::Column;
#[cfg(feature = "ssr")]
pub use describe::{Description, named as described, recognised};
#[cfg(feature = "ssr")]
pub use draft::tidy as tidy_drafts;
#[cfg(feature = "ssr")]
pub use error::{FileError, IndicatorError};
#[cfg(feature = "ssr")]
pub use import::{Brought, Report, Request, Seen, bring, heads, look, meanings, tidy};
#[cfg(feature = "ssr")]
pub use manage::{imports, of, remove_import};
#[cfg(feature = "ssr")]
pub use number::Decimal;
#[cfg(feature = "ssr")]
pub use read::{Crs, Opened, Options};
#[cfg(feature = "ssr")]
pub use resting::{Resting, Rests, WhichRest};
#[cfg(feature = "ssr")]
pub use service::{erase, find, for_residents, of_theme, of_traject, points, points_round, together};
#[cfg(feature = "ssr")]
pub use store::Import;
#[cfg(feature = "ssr")]
pub use survey::Survey;
#[cfg(feature = "ssr")]
pub use told::{in_words, secret_rule};
#[cfg(feature = "ssr")]
pub use value::{number as number_text, shown as figure_text, with_unit};

/// The routes of this room.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    forms::routes()
}
