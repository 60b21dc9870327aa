//! All SQL about assumptions.

use super::{Assumption, Verdict};
use crate::args;
use crate::people::accounts::name_of;
use crate::platform::{Db, DbError, Row, Tx};

/// What [`assumption`] reads, in its order.
macro_rules! assumption_where {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.words, a.theme, a.verdict, a.because, a.before_open, ",
            name_of!("a.made_by"),
            ", a.made_at, ",
            name_of!("a.judged_by"),
            ", a.judged_at, a.version, a.removed FROM assumption a WHERE a.traject_id = $1 AND ",
            $rest
        )
    };
}

fn assumption(row: &Row) -> Result<Assumption, DbError> {
    let broken =
        |error: crate::input::session::UnknownWord| DbError::from(sqlx::Error::Decode(Box::new(error)));
    let verdict = row.get::<Option<String>>(3)?;
    let judged_at = row.get::<Option<String>>(9)?;
    let judged_by = row.get::<Option<String>>(8)?;
    Ok(Assumption {
        id: row.get(0)?,
        words: row.get(1)?,
        theme: row.get(2)?,
        verdict: verdict.map(|word| word.parse::<Verdict>().map_err(broken)).transpose()?,
        because: row.get(4)?,
        before_open: row.flag(5)?,
        made: (row.get(6)?, row.get(7)?),
        judged: judged_at.map(|at| (judged_by, at)),
        evidence: Vec::new(),
        version: row.get(10)?,
        removed: row.flag(11)?,
    })
}

/// Every assumption of a traject that was not taken away, in the order in which they were written.
pub(super) async fn all(db: &Db, traject: &str) -> Result<Vec<Assumption>, DbError> {
    let sql = assumption_where!("a.removed = 0 ORDER BY a.made_at, a.id");
    db.all(sql, args![traject]).await?.iter().map(assumption).collect()
}

const ONE: &str = assumption_where!("a.id = $2");

/// One assumption, also one that was taken away.
pub(super) async fn find(db: &Db, traject: &str, id: &str) -> Result<Option<Assumption>, DbError> {
    db.optional(ONE, args![traject, id]).await?.as_ref().map(assumption).transpose()
}

/// As [`find`], within a transaction; nobody changes it until `tx` ends.
pub(super) async fn held(tx: &mut Tx, traject: &str, id: &str) -> Result<Option<Assumption>, DbError> {
    tx.execute(
        "UPDATE assumption SET version = version WHERE traject_id = $1 AND id = $2",
        args![traject, id],
    )
    .await?;
    tx.optional(ONE, args![traject, id]).await?.as_ref().map(assumption).transpose()
}

/// Writes a new one; false where its id is taken.
pub(super) async fn insert(
    tx: &mut Tx,
    traject: &str,
    new: &Assumption,
    staff: &str,
) -> Result<bool, DbError> {
    let sql = "INSERT INTO assumption (id, traject_id, words, theme, because, before_open, made_by, made_at, version, removed) \
         VALUES ($1, $2, $3, $4, '', $5, $6, $7, 1, 0) ON CONFLICT (id) DO NOTHING";
    let args = args![&new.id, traject, &new.words, new.theme.clone(), new.before_open, staff, &new.made.1];
    Ok(tx.execute(sql, args).await? == 1)
}

/// Writes a row that is held.
pub(super) async fn update(tx: &mut Tx, row: &Assumption) -> Result<(), DbError> {
    let sql = "UPDATE assumption SET words = $2, theme = $3, verdict = $4, because = $5, version = $6, removed = $7 WHERE id = $1";
    let verdict = row.verdict.map(Verdict::word).map(str::to_owned);
    let args = args![&row.id, &row.words, row.theme.clone(), verdict, &row.because, row.version, row.removed];
    tx.execute(sql, args).await?;
    Ok(())
}

/// Who judged a row that is held, and when.
pub(super) async fn judged(tx: &mut Tx, id: &str, staff: &str, now: &str) -> Result<(), DbError> {
    let sql = "UPDATE assumption SET judged_by = $2, judged_at = $3 WHERE id = $1";
    tx.execute(sql, args![id, staff, now]).await?;
    Ok(())
}

/// How many assumptions were written and not taken away.
pub(super) async fn count(tx: &mut Tx, traject: &str) -> Result<i64, DbError> {
    let sql = "SELECT COUNT(*) FROM assumption WHERE traject_id = $1 AND removed = 0";
    tx.optional(sql, args![traject]).await?.map_or(Ok(0), |row| row.get(0))
}

/// Forgets every assumption of a traject.
pub(super) async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM assumption WHERE traject_id = $1", args![traject]).await?;
    Ok(())
}
