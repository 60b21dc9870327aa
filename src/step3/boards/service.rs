//! Keeping every version of a row, and telling who comes second what changed.

use super::store::{self, Line};
use super::{Action, Board, Fields, Late, Version};
use crate::platform::clock::Chance;
use crate::platform::{App, DbError, Fault, Tx};

/// The history cannot be read or kept.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(HistoryError);

/// A row of a board, and who works on it.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    /// UUID of its traject.
    pub traject: &'a str,
    /// The board.
    pub board: Board,
    /// UUID of the row.
    pub row: &'a str,
    /// UUID of who works on it.
    pub staff: &'a str,
}

/// What a change of a row came to.
pub enum Saved {
    /// It is kept.
    Kept,
    /// Somebody else changed the same since: they choose.
    Late(Box<Late>),
}

/// Keeps a version of a row, in the transaction that makes it.
///
/// # Errors
/// The database's.
pub async fn keep(
    chance: &Chance,
    tx: &mut Tx,
    at: At<'_>,
    version: i64,
    action: Action,
    fields: &Fields,
) -> Result<(), HistoryError> {
    let (id, now) = (chance.ids.uuid()?.to_string(), chance.now_text());
    let line = Line {
        id,
        traject: at.traject,
        board: at.board,
        row: at.row,
        version,
        action,
        staff: Some(at.staff),
        at: &now,
        fields,
    };
    if action == Action::Aside && store::is_aside(tx, &line).await? {
        return Ok(());
    }
    Ok(store::insert(tx, &line).await?)
}

/// Somebody sent `mine` over a row that changed since they saw version `seen`. Where the two changes touch the same fields, what they
/// typed is kept aside, in this transaction, and they are told what changed; nothing where they do not: it can be saved as it is.
///
/// # Errors
/// The database's.
pub async fn late(
    chance: &Chance,
    tx: &mut Tx,
    at: At<'_>,
    seen: i64,
    now: (i64, bool, Fields),
    mine: Fields,
) -> Result<Option<Late>, HistoryError> {
    let (version, removed, now) = now;
    let before = store::at(tx, at.board, at.row, seen).await?.map(|before| before.fields);
    let by = store::at(tx, at.board, at.row, version).await?;
    let late = Late { by, version, removed, before: before.unwrap_or_default(), now, mine };
    if late.is_clear() {
        return Ok(None);
    }
    keep(chance, tx, at, version, Action::Aside, &late.mine).await?;
    Ok(Some(late))
}

/// Every version of a row, the newest first.
///
/// # Errors
/// The database's.
pub async fn history(app: &App, board: Board, row: &str) -> Result<Vec<Version>, HistoryError> {
    Ok(store::history(&app.db, board, row).await?)
}

/// Forgets the history of a traject's boards, on its day of deletion.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    store::erase(tx, traject).await
}
