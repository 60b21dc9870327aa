//! SQL about photos of walks of a flood.

use crate::args;
use crate::platform::db::{AT_ONCE, at_once};
use crate::platform::{DbError, Tx};

const MOVE: &str = "UPDATE photo SET hidden = $3, version = version + 1 WHERE session_code = $1 AND pin_id IS NULL AND approved = 0 \
     AND hidden = $2 AND walk_id IN ($4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, \
     $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43)";

pub(super) async fn move_between(
    tx: &mut Tx,
    code: &str,
    walks: &[String],
    from: i64,
    to: i64,
) -> Result<(), DbError> {
    for some in walks.chunks(AT_ONCE) {
        let args = args![code, from, to].into_iter().chain(at_once(some)).collect();
        tx.execute(MOVE, args).await?;
    }
    Ok(())
}

pub(super) async fn set_one_aside(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    let sql = "UPDATE photo SET hidden = 2 WHERE session_code = $1 AND id = $2 AND pin_id IS NULL AND approved + hidden = 0";
    tx.execute(sql, args![code, id]).await?;
    Ok(())
}
