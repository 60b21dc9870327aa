//! All SQL about releases.

use crate::args;
use crate::input::session::store;
use crate::platform::{Db, DbError, Tx};

pub(super) async fn insert_release(tx: &mut Tx, id: &str, traject: &str, now: &str) -> Result<(), DbError> {
    // One release of a traject after the other: their order is kept.
    store::hold(tx, traject).await?;
    let sql = "INSERT INTO release (id, traject_id, released_at, number) VALUES ($1, $2, $3, \
         (SELECT COALESCE(MAX(number), 0) + 1 FROM release WHERE traject_id = $2))";
    tx.execute(sql, args![id, traject, now]).await?;
    Ok(())
}

/// Marks one closed wijksessie as released; false where it was not closed any more.
pub(super) async fn mark_released(tx: &mut Tx, code: &str, release: &str) -> Result<bool, DbError> {
    let sql =
        "UPDATE wijksessie SET status = 'released', release_id = $2 WHERE code = $1 AND status = 'closed'";
    Ok(tx.execute(sql, args![code, release]).await? == 1)
}

/// Code and method of every released wijksessie of a traject.
pub(super) async fn released(db: &Db, traject: &str) -> Result<Vec<(String, String)>, DbError> {
    let sql =
        "SELECT code, method FROM wijksessie WHERE traject_id = $1 AND status = 'released' ORDER BY code";
    let rows = db.all(sql, args![traject]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// The release of a wijksessie.
pub(super) async fn release_of(db: &Db, code: &str) -> Result<Option<String>, DbError> {
    let sql = "SELECT release_id FROM wijksessie WHERE code = $1 AND status = 'released'";
    Ok(db.optional(sql, args![code]).await?.map(|row| row.get(0)).transpose()?.flatten())
}

/// The codes of the wijksessies of a release.
pub(super) async fn codes_of_release(db: &Db, release: &str) -> Result<Vec<String>, DbError> {
    let sql = "SELECT code FROM wijksessie WHERE release_id = $1 ORDER BY code";
    db.all(sql, args![release]).await?.iter().map(|row| row.get(0)).collect()
}

/// The releases of a traject, in their order.
pub(super) async fn of_traject(db: &Db, traject: &str) -> Result<Vec<String>, DbError> {
    let sql = "SELECT id FROM release WHERE traject_id = $1 ORDER BY number, id";
    db.all(sql, args![traject]).await?.iter().map(|row| row.get(0)).collect()
}

/// Every release of which the wijksessies are still there, traject by traject in their order: release and traject.
pub(super) async fn with_input(db: &Db) -> Result<Vec<(String, String)>, DbError> {
    let sql = "SELECT r.id, r.traject_id FROM release r JOIN traject t ON t.id = r.traject_id \
         WHERE t.erased_at IS NULL ORDER BY r.traject_id, r.number, r.id";
    db.all(sql, args![]).await?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
