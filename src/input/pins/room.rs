//! What the pins of one wijksessie amount to: for the view in the room and the page to take home.

use super::leaving::capped;
use super::store::Under;
use super::{picture, store};
use crate::input::session::{self, SessionError};
use crate::platform::{App, DbError, Tx};

/// How many people the pins of a wijksessie speak for, tables with as many as they said: for the room itself.
///
/// # Errors
/// The database's, or who were there cannot be read.
pub async fn people_now(app: &App, code: &str) -> Result<u32, SessionError> {
    let (voices, most) = (store::spoken_for_now(&app.db, code).await?, session::there(app, code).await?);
    let people: Vec<u32> = voices.iter().map(|(_, people)| *people).collect();
    Ok(capped(&people, most).iter().sum())
}

/// Forgets every pin of a wijksessie, and what its room was shown, on its traject's day of deletion.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    picture::erase(tx, code).await?;
    store::erase(tx, code).await
}

/// Whether there is still something of this pin.
///
/// # Errors
/// The database's.
pub async fn is_there(tx: &mut Tx, code: &str, id: &str) -> Result<bool, DbError> {
    Ok(matches!(store::find(tx, code, id).await?, Some(Under::Pin(_))))
}

/// Whether somebody (a keyed hash) has put a pin in a wijksessie.
///
/// # Errors
/// The database's.
pub async fn is_known(app: &App, code: &str, who: &str) -> Result<bool, DbError> {
    store::is_known(&app.db, code, who).await
}
