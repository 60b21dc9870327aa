//! Figures from elsewhere, by area, by square or by point: bringing them in, looking at them, taking them out.
//!
//! Data walks one way: `read` turns a file into rows, `survey` looks at all of them once and says what is in it, which
//! areas match and what must be asked; only then `import` reads it again and keeps it. Nothing is guessed on the way.
//!
//! An *indicator* is one unit and one meaning, from one source and year: a column of a file, or its points. A *figure*
//! is what it says of one area, square or point: not known, secret, or a number.
//!
//! 1. A page writes the file into the data directory (`draft`: a day, in no backup); the command line reads it where it
//!    is. `read` sees from its bytes what it is, and gives rows one by one: a file may be larger than memory, a row may
//!    not. A quote that is not closed is refused (`quotes`). A GeoPackage is a stranger's database: catalogue and layer
//!    must be plain tables without worked-out columns, asked of SQLite and not of the file; a progress handler stops
//!    what comes to no row within 50 million steps; no cell is read whose length is not known to be small
//!    (`octet_length`). SQLite's own limit on lengths can be set only by an unsafe call, which this crate does not make.
//! 2. `survey` says what each column holds (`columns`, `number`: `1.234` is asked unless another cell says which),
//!    which column has codes or places (`fields`: RD that is not said to be RD is asked), which areas match (`code`,
//!    `known`), which come twice with other figures, and which have another outline under the same code. Nothing is
//!    kept.
//! 3. `import` reads the file again. `secret` leaves out what stands for fewer than a handful of people: it is never
//!    stored. Rows go in by hundreds, so that pins of a room wait for none of it; nobody sees the file before its last
//!    row (`state`), and what a server that died left behind goes.
//! 4. A row of an area keeps all its figures as one list, so 14,000 areas of 100 columns are 14,000 rows. `of_traject`
//!    reads those of the buurten, the wijk and the municipality that their codes name; `of_theme` lays them out from
//!    near to far and fills nothing in.
//! 5. Taken out is out of lists and new choices (`withdrawn_at`); what rests on it can still read it (`find`). Before
//!    that the page names the assumptions and points that rest on it (`resting`, which asks `picker` by `Rests`).
//!
//! A wijk less its other buurten is guarded where a traject shows all of those (`subtract`).

mod model;

#[cfg(feature = "ssr")]
mod about;
#[cfg(feature = "ssr")]
mod code;
#[cfg(feature = "ssr")]
mod columns;
#[cfg(feature = "ssr")]
mod dependents;
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
mod form;
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
mod parts;
#[cfg(feature = "ssr")]
mod people;
#[cfg(feature = "ssr")]
mod place;
#[cfg(feature = "ssr")]
mod preview_page;
#[cfg(feature = "ssr")]
mod read;
#[cfg(feature = "ssr")]
mod report;
#[cfg(feature = "ssr")]
mod request;
#[cfg(feature = "ssr")]
mod secret;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod subtract;
#[cfg(feature = "ssr")]
mod survey;
#[cfg(feature = "ssr")]
mod value;
#[cfg(feature = "ssr")]
mod votes;

pub use model::*;

#[cfg(feature = "ssr")]
pub use columns::Column;
#[cfg(feature = "ssr")]
pub use dependents::{Resting, Rests, WhichRest};
#[cfg(feature = "ssr")]
pub use describe::{Description, named as described, recognised};
#[cfg(feature = "ssr")]
pub use draft::tidy as tidy_drafts;
#[cfg(feature = "ssr")]
pub use error::{FileError, IndicatorError};
#[cfg(feature = "ssr")]
pub use import::{Brought, Seen, bring, heads, look, meanings, tidy};
#[cfg(feature = "ssr")]
pub use manage::{imports, of, remove_import};
#[cfg(feature = "ssr")]
pub use number::Decimal;
#[cfg(feature = "ssr")]
pub use read::{Crs, Opened, Options};
#[cfg(feature = "ssr")]
pub use report::{Report, in_words, secret_rule};
#[cfg(feature = "ssr")]
pub use request::Request;
#[cfg(feature = "ssr")]
pub use service::{erase, find, for_residents, of_theme, of_traject, points, points_round, together};
#[cfg(feature = "ssr")]
pub use store::Import;
#[cfg(feature = "ssr")]
pub use survey::Survey;
#[cfg(feature = "ssr")]
pub use value::{number as number_text, shown as figure_text, with_unit};

/// The routes of this room.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    forms::routes()
}
