//! SQL about what was released: the pins behind the layers, and what says that they changed.

use super::{Kept, kept};
use crate::args;
use crate::platform::{Db, DbError, Row, Tx};

/// A pin of a released wijksessie.
pub(in crate::pins) struct ReleasedRow {
    pub code: String,
    pub kept: Kept,
    pub withdrawn: bool,
    /// The most people that one table of its wijksessie is counted for (0: no limit), where that is fixed.
    pub cap: Option<u32>,
    /// It is a photo of a walk too.
    pub walked: bool,
}

/// Every pin of the released wijksessies of a traject (and of the closed ones in `more`, which is a
/// comma-separated list between commas).
pub(in crate::pins) async fn released(
    db: &Db,
    traject: &str,
    more: &str,
) -> Result<Vec<ReleasedRow>, DbError> {
    let sql = concat!(
        "SELECT ",
        kept_columns!(),
        ", s.code, p.withdrawn, s.cap, p.walked FROM pin p JOIN wijksessie s ON s.code = p.session_code WHERE s.traject_id = $1 \
         AND (s.status = 'released' OR (s.status = 'closed' AND $2 LIKE '%,' || s.code || ',%')) \
         AND p.removed = 0 ORDER BY s.code, p.id"
    );
    let rows = db.all(sql, args![traject, more]).await?;
    let read = |row: &Row| {
        let cap = row.get::<Option<i64>>(15)?.and_then(|cap| u32::try_from(cap).ok());
        let (withdrawn, walked) = (row.flag(14)?, row.flag(16)?);
        Ok(ReleasedRow { code: row.get(13)?, kept: kept(row)?, withdrawn, cap, walked })
    };
    rows.iter().map(read).collect()
}

/// Who sees which of those pins too: code, pin, participant, and for how many people, where that is fixed.
pub(in crate::pins) async fn seen_too(
    db: &Db,
    traject: &str,
) -> Result<Vec<(String, String, String, Option<u32>)>, DbError> {
    let sql = "SELECT m.session_code, m.pin_id, m.participant, m.people FROM me_too m \
         JOIN wijksessie s ON s.code = m.session_code WHERE s.traject_id = $1 \
         ORDER BY m.session_code, m.pin_id, m.participant";
    let rows = db.all(sql, args![traject]).await?;
    let people = |row: &Row| Ok::<_, DbError>(row.get::<Option<i64>>(3)?.and_then(|n| u32::try_from(n).ok()));
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, people(row)?))).collect()
}

/// How many released pins have not left, and how many are there at all. Nothing else changes released layers.
const MARK: &str = "SELECT COUNT(*), COALESCE(CAST(SUM(p.removed) AS BIGINT), 0) FROM pin p \
     JOIN wijksessie s ON s.code = p.session_code WHERE s.traject_id = $1 AND s.status = 'released'";

pub(in crate::pins) async fn released_mark(db: &Db, traject: &str) -> Result<String, DbError> {
    mark(db.optional(MARK, args![traject]).await?.as_ref())
}

/// As [`released_mark`], in a transaction.
pub(in crate::pins) async fn released_mark_held(tx: &mut Tx, traject: &str) -> Result<String, DbError> {
    mark(tx.optional(MARK, args![traject]).await?.as_ref())
}

fn mark(row: Option<&Row>) -> Result<String, DbError> {
    let Some(row) = row else { return Ok(String::new()) };
    Ok(format!("{}/{}", row.get::<i64>(0)?, row.get::<i64>(1)?))
}
