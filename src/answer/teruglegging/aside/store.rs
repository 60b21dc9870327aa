//! SQL about answers of a flood.

use crate::args;
use crate::platform::{DbError, Tx};

pub(super) async fn move_between(
    tx: &mut Tx,
    code: &str,
    flood: &str,
    from: i64,
    to: i64,
) -> Result<(), DbError> {
    let sql = "UPDATE answer SET removed = $4, version = version + 1 WHERE session_code = $1 AND removed = $3 \
         AND participant IN (SELECT participant FROM aside WHERE session_code = $1 AND flood_id = $2)";
    tx.execute(sql, args![code, flood, from, to]).await?;
    Ok(())
}

pub(super) async fn set_one_aside(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    let sql = "UPDATE answer SET removed = 2 WHERE session_code = $1 AND id = $2 AND removed = 0";
    tx.execute(sql, args![code, id]).await?;
    Ok(())
}
