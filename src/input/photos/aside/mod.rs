//! Photos of walks of a flood that are no pins, set aside (`hidden = 2`) and put back; those at pins go where their pin goes.

mod store;

use crate::platform::{DbError, Tx};

/// Sets aside the photos of these walks that are no pins, as far as nobody looked at them.
///
/// # Errors
/// The database's.
pub async fn set_aside(tx: &mut Tx, code: &str, walks: &[String]) -> Result<(), DbError> {
    store::move_between(tx, code, walks, 0, 2).await
}

/// Puts them back.
///
/// # Errors
/// The database's.
pub async fn put_back(tx: &mut Tx, code: &str, walks: &[String]) -> Result<(), DbError> {
    store::move_between(tx, code, walks, 2, 0).await
}

/// Sets one new photo that is no pin aside: its maker is.
///
/// # Errors
/// The database's.
pub async fn set_one_aside(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    store::set_one_aside(tx, code, id).await
}
