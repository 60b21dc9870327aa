//! All SQL of heat layers: the tables that they are drawn from.

use crate::args;
use crate::platform::{Db, DbError, Tx};

/// Keeps the table of a release, once: what is there stays. False where there was one.
pub(super) async fn keep(tx: &mut Tx, release: &str, traject: &str, content: &str) -> Result<bool, DbError> {
    let sql = "INSERT INTO told_table (release_id, traject_id, content) VALUES ($1, $2, $3) \
         ON CONFLICT (release_id) DO NOTHING";
    Ok(tx.execute(sql, args![release, traject, content]).await? == 1)
}

/// The releases of a traject that have a table, in their order.
pub(super) async fn told(db: &Db, traject: &str) -> Result<Vec<String>, DbError> {
    let sql = "SELECT t.release_id FROM told_table t JOIN release r ON r.id = t.release_id \
         WHERE t.traject_id = $1 ORDER BY r.number, r.id";
    db.all(sql, args![traject]).await?.iter().map(|row| row.get(0)).collect()
}

/// The table of a release.
pub(super) async fn content(db: &Db, release: &str) -> Result<Option<String>, DbError> {
    let sql = "SELECT content FROM told_table WHERE release_id = $1";
    db.optional(sql, args![release]).await?.map(|row| row.get(0)).transpose()
}

/// Forgets the tables of a traject.
pub(super) async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM told_table WHERE traject_id = $1", args![traject]).await?;
    Ok(())
}

/// Releases whose pins are still there and that have no table: release and traject.
pub(super) async fn missing(db: &Db) -> Result<Vec<(String, String)>, DbError> {
    let sql = "SELECT r.id, r.traject_id FROM release r JOIN traject t ON t.id = r.traject_id \
         WHERE t.erased_at IS NULL AND NOT EXISTS (SELECT 1 FROM told_table k WHERE k.release_id = r.id) \
         ORDER BY r.traject_id, r.number, r.id";
    db.all(sql, args![]).await?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// The trajecten of which an earlier version kept exact layers.
pub(super) async fn kept_exactly(db: &Db) -> Result<Vec<String>, DbError> {
    let sql = "SELECT DISTINCT traject_id FROM kept_layer ORDER BY traject_id";
    db.all(sql, args![]).await?.iter().map(|row| row.get(0)).collect()
}

/// Forgets them.
pub(super) async fn forget_exact(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM kept_layer WHERE traject_id = $1", args![traject]).await?;
    Ok(())
}
