//! All SQL about receipts.

use crate::args;
use crate::platform::{Db, DbError, Tx};

/// Keeps a receipt, where its participant has a pin (also one that came late), a walk or an answer; false where there is none.
pub(super) async fn insert(tx: &mut Tx, hash: &str, code: &str, participant: &str) -> Result<bool, DbError> {
    let sql = "INSERT INTO receipt (hash, session_code, participant) SELECT $1, $2, $3 \
         WHERE EXISTS (SELECT 1 FROM pin WHERE session_code = $2 AND participant = $3 AND removed <> 1) \
         OR EXISTS (SELECT 1 FROM answer WHERE session_code = $2 AND participant = $3 AND removed <> 1) \
         OR EXISTS (SELECT 1 FROM late_pin WHERE session_code = $2 AND participant = $3 AND decided = 0) \
         OR EXISTS (SELECT 1 FROM walk WHERE session_code = $2 AND participant = $3 AND removed <> 1) \
         ON CONFLICT DO NOTHING";
    Ok(tx.execute(sql, args![hash, code, participant]).await? == 1)
}

/// To whom these words lead already.
pub(super) async fn holder(tx: &mut Tx, hash: &str, code: &str) -> Result<Option<String>, DbError> {
    let sql = "SELECT participant FROM receipt WHERE hash = $1 AND session_code = $2";
    tx.optional(sql, args![hash, code]).await?.map(|row| row.get(0)).transpose()
}

/// Whose receipt this is.
pub(super) async fn participant(db: &Db, hash: &str, code: &str) -> Result<Option<String>, DbError> {
    let sql = "SELECT participant FROM receipt WHERE hash = $1 AND session_code = $2";
    db.optional(sql, args![hash, code]).await?.map(|row| row.get(0)).transpose()
}

/// Forgets every receipt of a wijksessie.
pub(super) async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM receipt WHERE session_code = $1", args![code]).await?;
    Ok(())
}
