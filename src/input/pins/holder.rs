//! What who holds a receipt may see of the pins behind it.

use super::{Found, FoundState, PinError, store};
use crate::platform::{App, DbError, Tx};

/// The pins of one participant (a keyed hash), in whatever state.
///
/// # Errors
/// The database's.
pub async fn of_holder(app: &App, code: &str, who: &str) -> Result<Vec<Found>, PinError> {
    let rows = store::of_holder(&app.db, code, who).await?;
    let found = rows.into_iter().map(|(kept, hidden, withdrawn, reason)| {
        let state = match (withdrawn, kept.approved, hidden) {
            (true, ..) => FoundState::Withdrawn,
            (_, true, _) => FoundState::Approved,
            (_, _, true) => FoundState::Hidden,
            _ => FoundState::Waits,
        };
        Found { id: kept.id, pin: kept.pin, state, reason }
    });
    Ok(found.collect())
}

/// Whether this is a pin of this participant (a keyed hash) that was not withdrawn before.
///
/// # Errors
/// The database's.
pub async fn is_of_holder(tx: &mut Tx, code: &str, id: &str, who: &str) -> Result<bool, DbError> {
    store::is_of_holder(tx, code, id, who).await
}

/// Whether this participant (a keyed hash) has a pin that was not taken back.
///
/// # Errors
/// The database's.
pub async fn has_any(tx: &mut Tx, code: &str, who: &str) -> Result<bool, DbError> {
    store::has_any(tx, code, who).await
}
