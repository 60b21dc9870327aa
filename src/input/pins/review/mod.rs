//! What is decided about the words of a pin, before others may read them.

mod store;

use crate::place::buurt::Place;
use crate::platform::{DbError, Tx};

/// What somebody decides about a pin, and what of it is written with that.
pub struct Ruling<'a> {
    /// Others may read it.
    pub approved: bool,
    /// Nobody else reads it.
    pub hidden: bool,
    /// Why not, as a word.
    pub reason: Option<&'a str>,
    /// Its words from now on.
    pub text: &'a str,
    /// Its theme (slug) from now on.
    pub theme: Option<&'a str>,
    /// Where it is from now on.
    pub place: Option<Place>,
    /// The public place as which it may be shown, by name.
    pub place_name: Option<&'a str>,
    /// The version that was seen.
    pub version: i64,
    /// Also where somebody decided before.
    pub again: bool,
}

/// Writes what was decided about a pin; false where somebody else decided first, or it changed since it was seen. Of two that come
/// together one is told.
///
/// # Errors
/// The database's.
pub async fn decide(tx: &mut Tx, code: &str, id: &str, ruling: &Ruling<'_>) -> Result<bool, DbError> {
    store::decide(tx, code, id, ruling).await
}
