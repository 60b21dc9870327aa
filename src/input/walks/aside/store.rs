//! SQL about walks of a flood.

use crate::args;
use crate::platform::{DbError, Tx};

pub(super) async fn move_between(
    tx: &mut Tx,
    code: &str,
    flood: &str,
    from: i64,
    to: i64,
) -> Result<(), DbError> {
    let walks = "UPDATE walk SET removed = $4 WHERE session_code = $1 AND removed = $3 \
         AND participant IN (SELECT participant FROM aside WHERE session_code = $1 AND flood_id = $2)";
    tx.execute(walks, args![code, flood, from, to]).await?;
    Ok(())
}

/// The walks of those who were set aside as a flood.
pub(super) async fn of_flood(tx: &mut Tx, code: &str, flood: &str) -> Result<Vec<String>, DbError> {
    let sql = "SELECT id FROM walk WHERE session_code = $1 \
         AND participant IN (SELECT participant FROM aside WHERE session_code = $1 AND flood_id = $2) ORDER BY id";
    tx.all(sql, args![code, flood]).await?.iter().map(|row| row.get(0)).collect()
}

pub(super) async fn set_one_aside(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    let sql = "UPDATE walk SET removed = 2 WHERE session_code = $1 AND id = $2 AND removed = 0";
    tx.execute(sql, args![code, id]).await?;
    Ok(())
}
