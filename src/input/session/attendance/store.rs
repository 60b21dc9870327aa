//! All SQL about what releases tell of who was there.

use crate::args;
use crate::input::session::{Attended, SessionError, store};
use crate::platform::{Db, DbError, Tx};

/// Who were there at a moment, as it is in this transaction.
///
/// # Errors
/// The database's, or it cannot be read.
pub(super) async fn counted(tx: &mut Tx, code: &str) -> Result<Attended, SessionError> {
    let row = tx.optional("SELECT attended FROM plan WHERE code = $1", args![code]).await?;
    row.map_or(Ok(Attended::default()), |row| store::attended(&row, 0, code))
}

/// Keeps what a release tells, once: what is there stays.
pub(super) async fn keep(tx: &mut Tx, release: &str, traject: &str, content: &str) -> Result<(), DbError> {
    let sql = "INSERT INTO told_attendance (release_id, traject_id, content) VALUES ($1, $2, $3) \
         ON CONFLICT (release_id) DO NOTHING";
    tx.execute(sql, args![release, traject, content]).await?;
    Ok(())
}

/// What the releases of a traject tell, in their order.
pub(super) async fn told(db: &Db, traject: &str) -> Result<Vec<String>, DbError> {
    let sql = "SELECT t.content FROM told_attendance t JOIN release r ON r.id = t.release_id \
         WHERE t.traject_id = $1 ORDER BY r.number, r.id";
    db.all(sql, args![traject]).await?.iter().map(|row| row.get(0)).collect()
}

/// Releases that tell nothing yet of who was there: release, traject, and the fewest people that are told.
pub(super) async fn untold(db: &Db) -> Result<Vec<(String, String, u32)>, DbError> {
    let sql = "SELECT r.id, r.traject_id, t.k FROM release r JOIN traject t ON t.id = r.traject_id \
         WHERE t.erased_at IS NULL AND NOT EXISTS (SELECT 1 FROM told_attendance a WHERE a.release_id = r.id) \
         ORDER BY r.traject_id, r.number, r.id";
    let rows = db.all(sql, args![]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.count(2)?))).collect()
}

/// Forgets what the releases of a traject tell.
pub(super) async fn forget(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM told_attendance WHERE traject_id = $1", args![traject]).await?;
    Ok(())
}
