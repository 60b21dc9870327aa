//! All SQL of comparing.

use super::{Reading, Verdict};
use crate::args;
use crate::people::accounts::name_of;
use crate::platform::{Db, DbError, Row, Tx};

/// A judgement with what it is about: theme, part.
pub(super) type Judged = (String, String, Reading);

fn judged(row: &Row) -> Result<Judged, DbError> {
    let verdict = |at: usize| {
        let word: String = row.get(at)?;
        word.parse::<Verdict>().map_err(|_| DbError::from(sqlx::Error::Decode(word.into())))
    };
    let reading = Reading {
        version: row.get(2)?,
        suggested: verdict(3)?,
        judged: verdict(4)?,
        why: row.get(5)?,
        basis: row.get(6)?,
        judged_at: row.get(7)?,
        judged_by: row.get(8)?,
    };
    Ok((row.get(0)?, row.get(1)?, reading))
}

/// Every judgement of a traject, the last first.
pub(super) async fn all(db: &Db, traject: &str) -> Result<Vec<Judged>, DbError> {
    let sql = concat!(
        "SELECT r.theme, r.part, r.version, r.suggested, r.judged, r.why, r.basis, r.judged_at, COALESCE(",
        name_of!("r.judged_by"),
        ", '') FROM reading r WHERE r.traject_id = $1 ORDER BY r.theme, r.part, r.version DESC"
    );
    db.all(sql, args![traject]).await?.iter().map(judged).collect()
}

/// Adds a judgement after the one that somebody saw; false where another came in between. `one.judged_by`: the id of who.
pub(super) async fn add(
    tx: &mut Tx,
    traject: &str,
    (theme, part): (&str, &str),
    one: &Reading,
) -> Result<bool, DbError> {
    let sql = "INSERT INTO reading (traject_id, theme, part, version, suggested, judged, why, basis, judged_at, judged_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (traject_id, theme, part, version) DO NOTHING";
    let (suggested, judged) = (one.suggested.word(), one.judged.word());
    let args = args![
        traject,
        theme,
        part,
        one.version,
        suggested,
        judged,
        &one.why,
        &one.basis,
        &one.judged_at,
        &one.judged_by
    ];
    Ok(tx.execute(sql, args).await? == 1)
}

/// The version that holds; 0 where nobody judged.
pub(super) async fn version(tx: &mut Tx, traject: &str, theme: &str, part: &str) -> Result<i64, DbError> {
    let sql =
        "SELECT COALESCE(MAX(version), 0) FROM reading WHERE traject_id = $1 AND theme = $2 AND part = $3";
    tx.optional(sql, args![traject, theme, part]).await?.map_or(Ok(0), |row| row.get(0))
}

pub(super) async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM reading WHERE traject_id = $1", args![traject]).await?;
    Ok(())
}
