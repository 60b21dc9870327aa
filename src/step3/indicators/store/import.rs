//! Keeping a file of figures, piece by piece, and taking it out.

use crate::args;
use crate::people::accounts::name_of;
use crate::platform::{Db, DbError, Row, Tx};
use crate::step3::indicators::{About, Meaning, Shape};

/// A file as it is begun.
#[derive(Clone)]
pub struct NewImport {
    pub id: String,
    pub traject: Option<String>,
    pub shape: Shape,
    pub square_m: i64,
    pub file_name: String,
    pub about: About,
    pub made_at: String,
    pub made_by: Option<String>,
    /// Id, and what it means, in the order of the figures in a row.
    pub indicators: Vec<(String, Meaning)>,
}

/// Rows that are kept together.
pub enum Batch {
    /// Code, level, name, figures.
    Areas(Vec<(String, &'static str, String, String)>),
    /// Corner, figures.
    Squares(Vec<(i64, i64, String)>),
    /// Number, place, category.
    Points(Vec<(i64, i64, i64, String)>),
}

/// Begins a file: nobody sees it before it is ready.
pub async fn begin(tx: &mut Tx, new: &NewImport) -> Result<(), DbError> {
    let sql = "INSERT INTO figure_import (id, traject_id, state, shape, square_m, file_name, source, year, licence, caveat, \
         public, report, made_at, made_by) VALUES ($1, $2, 'busy', $3, $4, $5, $6, $7, $8, $9, $10, '{}', $11, $12)";
    let about = &new.about;
    let args = args![
        &new.id,
        new.traject.clone(),
        new.shape.word(),
        new.square_m,
        &new.file_name,
        &about.source,
        i64::from(about.year),
        &about.licence,
        &about.caveat,
        about.public,
        &new.made_at,
        new.made_by.clone(),
    ];
    tx.execute(sql, args).await?;
    let sql = "INSERT INTO indicator (id, import_id, place, column_name, name, unit, domain, better, counts, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)";
    for (place, (id, one)) in (0_u32..).zip(&new.indicators) {
        let args = args![
            id,
            &new.id,
            place,
            &one.column,
            &one.name,
            &one.unit,
            &one.domain,
            one.better.word(),
            one.counts.word(),
        ];
        tx.execute(sql, args).await?;
    }
    Ok(())
}

/// Keeps some rows of a file.
pub async fn keep(tx: &mut Tx, import: &str, batch: Batch) -> Result<(), DbError> {
    match batch {
        Batch::Areas(rows) => {
            let sql = "INSERT INTO figure_area (import_id, code, level, name, figures) VALUES ($1, $2, $3, $4, $5) \
                 ON CONFLICT (import_id, code) DO NOTHING";
            for (code, level, name, figures) in rows {
                tx.execute(sql, args![import, code, level, name, figures]).await?;
            }
        }
        Batch::Squares(rows) => {
            let sql = "INSERT INTO figure_square (import_id, x, y, figures) VALUES ($1, $2, $3, $4) \
                 ON CONFLICT (import_id, x, y) DO NOTHING";
            for (x, y, figures) in rows {
                tx.execute(sql, args![import, x, y, figures]).await?;
            }
        }
        Batch::Points(rows) => {
            let sql = "INSERT INTO figure_point (import_id, seq, x, y, category) VALUES ($1, $2, $3, $4, $5)";
            for (seq, x, y, category) in rows {
                tx.execute(sql, args![import, seq, x, y, category]).await?;
            }
        }
    }
    Ok(())
}

/// From now on everybody sees it.
pub async fn ready(tx: &mut Tx, import: &str, report: &str) -> Result<(), DbError> {
    let sql = "UPDATE figure_import SET state = 'ready', report = $2 WHERE id = $1";
    tx.execute(sql, args![import, report]).await?;
    Ok(())
}

/// Takes a file out with everything of it.
pub async fn purge(tx: &mut Tx, import: &str) -> Result<(), DbError> {
    for sql in [
        "DELETE FROM figure_area WHERE import_id = $1",
        "DELETE FROM figure_square WHERE import_id = $1",
        "DELETE FROM figure_point WHERE import_id = $1",
        "DELETE FROM indicator WHERE import_id = $1",
        "DELETE FROM figure_import WHERE id = $1",
    ] {
        tx.execute(sql, args![import]).await?;
    }
    Ok(())
}

/// Files that were begun before this time and never became ready: whoever brought them in has gone.
pub async fn abandoned(db: &Db, before: &str) -> Result<Vec<String>, DbError> {
    let sql = "SELECT id FROM figure_import WHERE state = 'busy' AND made_at < $1";
    db.all(sql, args![before]).await?.iter().map(|row| row.get(0)).collect()
}

/// A file of figures, as lists show it.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// UUID.
    pub id: String,
    /// Of this traject only.
    pub traject: Option<String>,
    /// What its rows are about.
    pub shape: Shape,
    /// What it was called.
    pub file_name: String,
    /// What holds for all of it.
    pub about: About,
    /// JSON: what matched.
    pub report: String,
    /// When, in UTC.
    pub made_at: String,
    /// By whom.
    pub made_by: Option<String>,
}

macro_rules! imports {
    ($rest:literal) => {
        concat!(
            "SELECT i.id, i.traject_id, i.shape, i.file_name, i.source, i.year, i.licence, i.caveat, i.public, i.report, \
             i.made_at, ",
            name_of!("i.made_by"),
            " FROM figure_import i WHERE i.state = 'ready' AND ",
            $rest
        )
    };
}

fn import(row: &Row) -> Result<Import, DbError> {
    Ok(Import {
        id: row.get(0)?,
        traject: row.get(1)?,
        shape: super::word(row, 2)?,
        file_name: row.get(3)?,
        about: About {
            source: row.get(4)?,
            year: super::whole(row, 5)?,
            licence: row.get(6)?,
            caveat: row.get(7)?,
            public: row.flag(8)?,
        },
        report: row.get(9)?,
        made_at: row.get(10)?,
        made_by: row.get(11)?,
    })
}

/// The files that a traject may use, newest first.
pub async fn imports(db: &Db, traject: &str) -> Result<Vec<Import>, DbError> {
    let sql = imports!("(i.traject_id IS NULL OR i.traject_id = $1) ORDER BY i.made_at DESC, i.id");
    db.all(sql, args![traject]).await?.iter().map(import).collect()
}

/// Every file, newest first.
pub async fn all(db: &Db) -> Result<Vec<Import>, DbError> {
    let sql = imports!("1 = 1 ORDER BY i.made_at DESC, i.id");
    db.all(sql, args![]).await?.iter().map(import).collect()
}

/// A file by its id.
pub async fn find(db: &Db, id: &str) -> Result<Option<Import>, DbError> {
    let sql = imports!("i.id = $1");
    db.optional(sql, args![id]).await?.as_ref().map(import).transpose()
}

/// Changes an indicator that is still as somebody saw it; false where it is not.
pub async fn change(tx: &mut Tx, id: &str, version: i64, to: &Meaning) -> Result<bool, DbError> {
    let sql = "UPDATE indicator SET name = $3, unit = $4, domain = $5, better = $6, counts = $7, version = version + 1 \
         WHERE id = $1 AND version = $2 AND withdrawn_at IS NULL";
    let (better, counts) = (to.better.word(), to.counts.word());
    Ok(tx.execute(sql, args![id, version, &to.name, &to.unit, &to.domain, better, counts]).await? == 1)
}

/// Changes what holds for a whole file.
pub async fn change_about(tx: &mut Tx, id: &str, to: &About) -> Result<(), DbError> {
    let sql = "UPDATE figure_import SET source = $2, year = $3, licence = $4, caveat = $5, public = $6 WHERE id = $1";
    let args = args![id, &to.source, i64::from(to.year), &to.licence, &to.caveat, to.public];
    tx.execute(sql, args).await?;
    Ok(())
}

/// Takes an indicator out of lists and new choices.
pub async fn withdraw(tx: &mut Tx, id: &str, now: &str) -> Result<(), DbError> {
    let sql = "UPDATE indicator SET withdrawn_at = $2, version = version + 1 WHERE id = $1 AND withdrawn_at IS NULL";
    tx.execute(sql, args![id, now]).await?;
    Ok(())
}

/// Takes every indicator of a file out of lists and new choices.
pub async fn withdraw_all(tx: &mut Tx, import: &str, now: &str) -> Result<(), DbError> {
    let sql = "UPDATE indicator SET withdrawn_at = $2, version = version + 1 WHERE import_id = $1 AND withdrawn_at IS NULL";
    tx.execute(sql, args![import, now]).await?;
    Ok(())
}
