//! The walks of a flood, set aside and put back, with their photos that are no pins.

mod store;

use crate::platform::{DbError, Tx};

/// Sets aside the walks of those who were set aside as `flood`.
///
/// # Errors
/// The database's.
pub async fn set_aside(tx: &mut Tx, code: &str, flood: &str) -> Result<(), DbError> {
    store::move_between(tx, code, flood, 0, 2).await
}

/// Puts them back.
///
/// # Errors
/// The database's.
pub async fn put_back(tx: &mut Tx, code: &str, flood: &str) -> Result<(), DbError> {
    store::move_between(tx, code, flood, 2, 0).await
}

/// Sets one new walk aside: its maker is.
pub(super) async fn set_one_aside(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    store::set_one_aside(tx, code, id).await
}

/// Sets one new photo that is no pin aside: its maker is.
pub(super) async fn set_photo_aside(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    store::set_photo_aside(tx, code, id).await
}
