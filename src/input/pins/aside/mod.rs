//! The pins of a flood: looked at together, set aside, put back. A pin that is set aside (`removed = 2`) is in no list, no layer
//! and no count; it keeps its words, and whoever made it still finds and withdraws it.

mod store;

use crate::input::arrivals::Flood;
use crate::input::session::Kind;
use crate::platform::{App, DbError, Tx};

use crate::place::buurt::Place;

/// A pin of a flood, as a begeleider looks at it: nothing tells whose it is, or when it came.
#[derive(Debug, Clone, PartialEq)]
pub struct Flooded {
    /// What it says.
    pub text: String,
    /// What kind of observation.
    pub kind: Kind,
    /// Where, if anywhere.
    pub place: Option<Place>,
}

/// At most `most` pins of who came in a flood, in an order that tells nothing, and how many there are.
///
/// # Errors
/// The database's.
pub async fn of_flood(
    app: &App,
    code: &str,
    flood: Flood,
    most: u32,
) -> Result<(Vec<Flooded>, u32), DbError> {
    Ok((store::some(&app.db, code, flood, most).await?, store::count(&app.db, code, flood).await?))
}

/// How many pins are set aside with the flood of this id.
///
/// # Errors
/// The database's.
pub async fn count_aside(app: &App, code: &str, flood: &str) -> Result<u32, DbError> {
    store::count_aside(&app.db, code, flood).await
}

/// Sets aside what those put who were set aside as `flood`.
///
/// # Errors
/// The database's.
pub async fn set_aside(tx: &mut Tx, code: &str, flood: &str) -> Result<(), DbError> {
    store::move_between(tx, code, flood, store::THERE, store::ASIDE).await
}

/// Puts it back.
///
/// # Errors
/// The database's.
pub async fn put_back(tx: &mut Tx, code: &str, flood: &str) -> Result<(), DbError> {
    store::move_between(tx, code, flood, store::ASIDE, store::THERE).await
}

/// Whether this pin is set aside.
pub(super) async fn is_aside(tx: &mut Tx, code: &str, id: &str) -> Result<bool, DbError> {
    store::is_aside(tx, code, id).await
}

/// Sets one new pin aside: its maker is.
pub(super) async fn set_one_aside(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    store::set_one_aside(tx, code, id).await
}

/// Sets aside that somebody sees a pin too: they are.
pub(super) async fn set_seen_aside(tx: &mut Tx, code: &str, id: &str, who: &str) -> Result<(), DbError> {
    store::set_seen_aside(tx, code, id, who).await
}
