//! All SQL of heat layers: the tables that they are drawn from.

use std::collections::HashSet;

use crate::args;
use crate::platform::{Db, DbError, Tx};

/// Keeps the table of a release, once: what is there stays. False where there was one.
pub(super) async fn keep(tx: &mut Tx, release: &str, traject: &str, content: &str) -> Result<bool, DbError> {
    let sql = "INSERT INTO told_table (release_id, traject_id, content) VALUES ($1, $2, $3) \
         ON CONFLICT (release_id) DO NOTHING";
    Ok(tx.execute(sql, args![release, traject, content]).await? == 1)
}

/// The releases of a traject that have a table.
pub(super) async fn told(db: &Db, traject: &str) -> Result<HashSet<String>, DbError> {
    let sql = "SELECT release_id FROM told_table WHERE traject_id = $1";
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

/// Every release that has a table.
pub(super) async fn all_told(db: &Db) -> Result<HashSet<String>, DbError> {
    db.all("SELECT release_id FROM told_table", args![]).await?.iter().map(|row| row.get(0)).collect()
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
