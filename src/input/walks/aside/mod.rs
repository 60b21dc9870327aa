//! The walks of a flood, set aside and put back, with their photos that are no pins.

mod store;

use crate::input::photos;
use crate::platform::{DbError, Tx};

/// Sets aside the walks of those who were set aside as `flood`.
///
/// # Errors
/// The database's.
pub async fn set_aside(tx: &mut Tx, code: &str, flood: &str) -> Result<(), DbError> {
    store::move_between(tx, code, flood, 0, 2).await?;
    let walks = store::of_flood(tx, code, flood).await?;
    photos::set_aside(tx, code, &walks).await
}

/// Puts them back.
///
/// # Errors
/// The database's.
pub async fn put_back(tx: &mut Tx, code: &str, flood: &str) -> Result<(), DbError> {
    store::move_between(tx, code, flood, 2, 0).await?;
    let walks = store::of_flood(tx, code, flood).await?;
    photos::put_back(tx, code, &walks).await
}

/// Sets one new walk aside: its maker is.
pub(super) async fn set_one_aside(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    store::set_one_aside(tx, code, id).await
}
