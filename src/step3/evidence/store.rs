//! All SQL about evidence.

use super::{Evidence, Hanging, Of};
use crate::args;
use crate::platform::{Db, DbError, Row, Tx};
use crate::step3::boards::Board;

fn broken(error: impl std::error::Error + Send + Sync + 'static) -> DbError {
    sqlx::Error::Decode(Box::new(error)).into()
}

/// What [`evidence`] reads, in its order.
macro_rules! evidence_where {
    ($rest:literal) => {
        concat!("SELECT id, what, reference, label, row_id, board FROM evidence WHERE ", $rest)
    };
}

fn evidence(row: &Row) -> Result<Evidence, DbError> {
    Ok(Evidence {
        id: row.get(0)?,
        of: row.get::<String>(1)?.parse::<Of>().map_err(broken)?,
        reference: row.get(2)?,
        label: row.get(3)?,
    })
}

fn hanging(row: &Row) -> Result<Hanging, DbError> {
    Ok(Hanging {
        board: row.get::<String>(5)?.parse::<Board>().map_err(broken)?,
        row: row.get(4)?,
        evidence: evidence(row)?,
    })
}

/// What one row rests on, in the order in which it was linked.
pub(super) async fn of_row(tx: &mut Tx, board: Board, row: &str) -> Result<Vec<Evidence>, DbError> {
    let sql = evidence_where!("board = $1 AND row_id = $2 ORDER BY linked_at, id");
    tx.all(sql, args![board.word(), row]).await?.iter().map(evidence).collect()
}

/// What every row of a board of a traject rests on.
pub(super) async fn of_board(db: &Db, traject: &str, board: Board) -> Result<Vec<Hanging>, DbError> {
    let sql = evidence_where!("traject_id = $1 AND board = $2 ORDER BY linked_at, id");
    db.all(sql, args![traject, board.word()]).await?.iter().map(hanging).collect()
}

/// What rests on one thing.
pub(super) async fn on(db: &Db, traject: &str, of: Of, reference: &str) -> Result<Vec<Hanging>, DbError> {
    let sql = evidence_where!("traject_id = $1 AND what = $2 AND reference = $3 ORDER BY linked_at, id");
    db.all(sql, args![traject, of.word(), reference]).await?.iter().map(hanging).collect()
}

/// Where and when something is linked.
pub(super) struct Link<'a> {
    pub traject: &'a str,
    pub board: Board,
    pub row: &'a str,
    pub staff: &'a str,
    pub now: &'a str,
}

/// Links something; false where it was linked before.
pub(super) async fn insert(tx: &mut Tx, link: &Link<'_>, new: &Evidence) -> Result<bool, DbError> {
    let sql = "INSERT INTO evidence (id, traject_id, board, row_id, what, reference, label, linked_by, linked_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (board, row_id, what, reference) DO NOTHING";
    let args = args![
        &new.id,
        link.traject,
        link.board.word(),
        link.row,
        new.of.word(),
        &new.reference,
        &new.label,
        link.staff,
        link.now
    ];
    Ok(tx.execute(sql, args).await? == 1)
}

pub(super) async fn count(tx: &mut Tx, board: Board, row: &str) -> Result<i64, DbError> {
    let sql = "SELECT COUNT(*) FROM evidence WHERE board = $1 AND row_id = $2";
    let counted = tx.optional(sql, args![board.word(), row]).await?;
    counted.map_or(Ok(0), |row| row.get(0))
}

/// Takes one link away; false where there is none.
pub(super) async fn remove(tx: &mut Tx, board: Board, row: &str, id: &str) -> Result<bool, DbError> {
    let sql = "DELETE FROM evidence WHERE board = $1 AND row_id = $2 AND id = $3";
    Ok(tx.execute(sql, args![board.word(), row, id]).await? == 1)
}

/// Forgets everything of a traject.
pub(super) async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM evidence WHERE traject_id = $1", args![traject]).await?;
    Ok(())
}
