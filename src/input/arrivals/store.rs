//! All SQL about who came when, and who was set aside.

use super::{Aside, Flood};
use crate::args;
use crate::platform::{Db, DbError, Tx};

/// Whether somebody put something before, or was set aside.
pub(super) async fn is_known(db: &Db, code: &str, who: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM arrival WHERE session_code = $1 AND participant = $2";
    Ok(db.optional(sql, args![code, who]).await?.is_some())
}

/// Keeps when somebody came, once.
pub(super) async fn insert(tx: &mut Tx, code: &str, who: &str, minute: i64) -> Result<(), DbError> {
    let sql = "INSERT INTO arrival (session_code, participant, minute) VALUES ($1, $2, $3) \
         ON CONFLICT (session_code, participant) DO NOTHING";
    tx.execute(sql, args![code, who, minute]).await?;
    Ok(())
}

pub(super) async fn is_aside(tx: &mut Tx, code: &str, who: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM aside WHERE session_code = $1 AND participant = $2";
    Ok(tx.optional(sql, args![code, who]).await?.is_some())
}

/// How many new people came in each minute and were not set aside, in the order of time.
pub(super) async fn minutes(db: &Db, code: &str) -> Result<Vec<(i64, u32)>, DbError> {
    let sql = "SELECT a.minute, COUNT(*) FROM arrival a WHERE a.session_code = $1 AND NOT EXISTS \
         (SELECT 1 FROM aside o WHERE o.session_code = a.session_code AND o.participant = a.participant) \
         GROUP BY a.minute ORDER BY a.minute";
    let rows = db.all(sql, args![code]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.count(1)?))).collect()
}

pub(super) async fn forget(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM arrival WHERE session_code = $1", args![code]).await?;
    Ok(())
}

pub(super) async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    forget(tx, code).await?;
    tx.execute("DELETE FROM aside WHERE session_code = $1", args![code]).await?;
    tx.execute("DELETE FROM flood WHERE session_code = $1", args![code]).await?;
    Ok(())
}

pub(super) async fn aside_of(db: &Db, code: &str) -> Result<Vec<Aside>, DbError> {
    let sql = "SELECT f.id, f.taken_at, COUNT(a.participant) FROM flood f LEFT JOIN aside a ON a.flood_id = f.id \
         WHERE f.session_code = $1 GROUP BY f.id, f.taken_at ORDER BY f.taken_at DESC, f.id";
    let rows = db.all(sql, args![code]).await?;
    rows.iter()
        .map(|row| Ok(Aside { id: row.get(0)?, taken_at: row.get(1)?, people: row.count(2)? }))
        .collect()
}

pub(super) async fn set_aside(
    tx: &mut Tx,
    code: &str,
    flood: Flood,
    id: &str,
    now: &str,
) -> Result<u64, DbError> {
    let one = "INSERT INTO flood (id, session_code, taken_at) VALUES ($1, $2, $3)";
    tx.execute(one, args![id, code, now]).await?;
    let sql = "INSERT INTO aside (session_code, participant, flood_id) SELECT session_code, participant, $2 FROM arrival \
         WHERE session_code = $1 AND minute >= $3 AND minute <= $4 \
         ON CONFLICT (session_code, participant) DO NOTHING";
    tx.execute(sql, args![code, id, flood.from, flood.until]).await
}

pub(super) async fn put_back(tx: &mut Tx, code: &str, id: &str) -> Result<bool, DbError> {
    tx.execute("DELETE FROM aside WHERE session_code = $1 AND flood_id = $2", args![code, id]).await?;
    let sql = "DELETE FROM flood WHERE session_code = $1 AND id = $2";
    Ok(tx.execute(sql, args![code, id]).await? == 1)
}
