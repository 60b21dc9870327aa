//! SQL about walks of a flood. Their photos that are no pins and that nobody looked at go with them (`hidden = 2`).

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
    let photos = "UPDATE photo SET hidden = $4, version = version + 1 WHERE session_code = $1 AND pin_id IS NULL AND approved = 0 \
         AND hidden = $3 AND walk_id IN (SELECT w.id FROM walk w JOIN aside a ON a.session_code = w.session_code \
         AND a.participant = w.participant WHERE w.session_code = $1 AND a.flood_id = $2)";
    tx.execute(photos, args![code, flood, from, to]).await?;
    Ok(())
}

pub(super) async fn set_photo_aside(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    let sql = "UPDATE photo SET hidden = 2 WHERE session_code = $1 AND id = $2 AND pin_id IS NULL AND approved + hidden = 0";
    tx.execute(sql, args![code, id]).await?;
    Ok(())
}

pub(super) async fn set_one_aside(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    let sql = "UPDATE walk SET removed = 2 WHERE session_code = $1 AND id = $2 AND removed = 0";
    tx.execute(sql, args![code, id]).await?;
    Ok(())
}
