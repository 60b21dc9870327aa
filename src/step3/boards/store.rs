//! All SQL about the history of boards.

use super::{Action, Board, Fields, Version};
use crate::args;
use crate::people::accounts::name_of;
use crate::platform::{Db, DbError, Row, Tx};

fn broken(error: impl std::error::Error + Send + Sync + 'static) -> DbError {
    sqlx::Error::Decode(Box::new(error)).into()
}

/// What [`version`] reads, in its order.
macro_rules! history_where {
    ($rest:literal) => {
        concat!(
            "SELECT h.version, h.action, ",
            name_of!("h.staff_id"),
            ", h.at, h.fields FROM board_history h WHERE h.board = $1 AND h.row_id = $2 ",
            $rest
        )
    };
}

fn version(row: &Row) -> Result<Version, DbError> {
    Ok(Version {
        version: row.get(0)?,
        action: row.get::<String>(1)?.parse::<Action>().map_err(broken)?,
        who: row.get(2)?,
        at: row.get(3)?,
        fields: serde_json::from_str(&row.get::<String>(4)?).map_err(broken)?,
    })
}

/// Every version of a row, the newest first.
pub(super) async fn history(db: &Db, board: Board, row: &str) -> Result<Vec<Version>, DbError> {
    let sql = history_where!("ORDER BY h.version DESC, h.at DESC, h.id");
    db.all(sql, args![board.word(), row]).await?.iter().map(version).collect()
}

/// The row as it was in this version.
pub(super) async fn at(
    tx: &mut Tx,
    board: Board,
    row: &str,
    number: i64,
) -> Result<Option<Version>, DbError> {
    let sql = history_where!("AND h.version = $3 AND h.action <> 'aside' ORDER BY h.at DESC, h.id");
    tx.optional(sql, args![board.word(), row, number]).await?.as_ref().map(version).transpose()
}

/// One line of history.
pub(super) struct Line<'a> {
    pub id: String,
    pub traject: &'a str,
    pub board: Board,
    pub row: &'a str,
    pub version: i64,
    pub action: Action,
    pub staff: Option<&'a str>,
    pub at: &'a str,
    pub fields: &'a Fields,
}

pub(super) async fn insert(tx: &mut Tx, line: &Line<'_>) -> Result<(), DbError> {
    let sql = "INSERT INTO board_history (id, traject_id, board, row_id, version, action, staff_id, at, fields) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let args = args![
        &line.id,
        line.traject,
        line.board.word(),
        line.row,
        line.version,
        line.action.word(),
        line.staff.map(str::to_owned),
        line.at,
        serde_json::json!(line.fields).to_string()
    ];
    tx.execute(sql, args).await?;
    Ok(())
}

/// Whether this was laid aside before by the same person: sent twice, it is kept once.
pub(super) async fn is_aside(tx: &mut Tx, line: &Line<'_>) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM board_history WHERE board = $1 AND row_id = $2 AND action = 'aside' AND fields = $3 \
         AND COALESCE(staff_id, '') = $4";
    let fields = serde_json::json!(line.fields).to_string();
    let args = args![line.board.word(), line.row, fields, line.staff.unwrap_or_default()];
    Ok(tx.optional(sql, args).await?.is_some())
}

/// Forgets the history of a traject's boards.
pub(super) async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM board_history WHERE traject_id = $1", args![traject]).await?;
    Ok(())
}
