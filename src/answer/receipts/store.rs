//! All SQL about receipts.

use crate::args;
use crate::platform::{Db, DbError, Tx};

/// Keeps a receipt; false where these words lead to somebody already.
pub(super) async fn insert(tx: &mut Tx, hash: &str, code: &str, participant: &str) -> Result<bool, DbError> {
    let sql =
        "INSERT INTO receipt (hash, session_code, participant) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    Ok(tx.execute(sql, args![hash, code, participant]).await? == 1)
}

const HOLDER: &str = "SELECT participant FROM receipt WHERE hash = $1 AND session_code = $2";

/// To whom these words lead already.
pub(super) async fn holder(tx: &mut Tx, hash: &str, code: &str) -> Result<Option<String>, DbError> {
    tx.optional(HOLDER, args![hash, code]).await?.map(|row| row.get(0)).transpose()
}

/// Whose receipt this is.
pub(super) async fn participant(db: &Db, hash: &str, code: &str) -> Result<Option<String>, DbError> {
    db.optional(HOLDER, args![hash, code]).await?.map(|row| row.get(0)).transpose()
}

/// Forgets every receipt of a wijksessie.
pub(super) async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM receipt WHERE session_code = $1", args![code]).await?;
    Ok(())
}
