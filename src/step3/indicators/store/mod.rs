//! All SQL of figures.

mod import;

use std::collections::HashMap;
use std::sync::Arc;

use super::{Better, Counts, Indicator, Level, Shape};
use crate::args;
use crate::platform::{Db, DbError, Row, Tx};

pub use import::Import;
pub(super) use import::{
    Batch, NewImport, abandoned, all, begin, change, change_about, find as find_import, imports, keep, purge,
    ready, withdraw, withdraw_all,
};

/// What [`indicator`] reads, in its order.
macro_rules! indicators {
    ($rest:literal) => {
        concat!(
            "SELECT d.id, d.import_id, i.traject_id, i.shape, d.column_name, d.name, d.unit, d.domain, d.better, \
             d.counts, i.source, i.year, i.licence, i.caveat, i.public, d.withdrawn_at, d.version, d.place \
             FROM indicator d JOIN figure_import i ON i.id = d.import_id WHERE i.state = 'ready' AND ",
            $rest
        )
    };
}

/// An indicator, and where its figures stand in a row.
pub(super) type Placed = (usize, Arc<Indicator>);

fn word<T: std::str::FromStr>(row: &Row, at: usize) -> Result<T, DbError>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    row.get::<String>(at)?.parse().map_err(|error: T::Err| sqlx::Error::Decode(Box::new(error)).into())
}

pub(super) fn whole<T: TryFrom<i64>>(row: &Row, at: usize) -> Result<T, DbError> {
    T::try_from(row.get::<i64>(at)?)
        .map_err(|_| sqlx::Error::Decode(format!("column {at} is out of range").into()).into())
}

fn indicator(row: &Row) -> Result<Placed, DbError> {
    let indicator = Indicator {
        id: row.get(0)?,
        import: row.get(1)?,
        traject: row.get(2)?,
        shape: word::<Shape>(row, 3)?,
        column: row.get(4)?,
        name: row.get(5)?,
        unit: row.get(6)?,
        domain: row.get(7)?,
        better: word::<Better>(row, 8)?,
        counts: word::<Counts>(row, 9)?,
        source: row.get(10)?,
        year: whole(row, 11)?,
        licence: row.get(12)?,
        caveat: row.get(13)?,
        public: row.flag(14)?,
        withdrawn: row.get::<Option<String>>(15)?.is_some(),
        version: row.get(16)?,
    };
    Ok((whole(row, 17)?, Arc::new(indicator)))
}

/// The indicators that a traject may use, its own and those of every traject, in the order of their files.
pub(super) async fn of_traject(db: &Db, traject: &str) -> Result<Vec<Placed>, DbError> {
    let sql = indicators!(
        "d.withdrawn_at IS NULL AND (i.traject_id IS NULL OR i.traject_id = $1) ORDER BY i.made_at, i.id, d.place"
    );
    db.all(sql, args![traject]).await?.iter().map(indicator).collect()
}

/// An indicator that a traject may use, withdrawn or not.
pub(super) async fn find(db: &Db, traject: &str, id: &str) -> Result<Option<Placed>, DbError> {
    let sql = indicators!("d.id = $1 AND (i.traject_id IS NULL OR i.traject_id = $2)");
    db.optional(sql, args![id, traject]).await?.as_ref().map(indicator).transpose()
}

/// The row of an area.
pub(super) struct AreaRow {
    pub import: String,
    pub level: Level,
    pub code: String,
    pub name: String,
    pub figures: String,
}

/// The rows about the buurten of a traject, and the wijken and municipalities round them as their codes say it.
pub(super) async fn areas(db: &Db, traject: &str) -> Result<Vec<AreaRow>, DbError> {
    let sql = "SELECT a.import_id, a.level, a.code, a.name, a.figures FROM figure_import i \
         JOIN figure_area a ON a.import_id = i.id \
         WHERE i.state = 'ready' AND (i.traject_id IS NULL OR i.traject_id = $1) AND a.code IN \
         (SELECT t.buurt_code FROM traject_buurt t WHERE t.traject_id = $1 \
          UNION SELECT 'WK' || upper(substr(t.buurt_code, 3, 6)) FROM traject_buurt t WHERE t.traject_id = $1 AND length(t.buurt_code) = 10 \
          UNION SELECT 'GM' || upper(substr(t.buurt_code, 3, 4)) FROM traject_buurt t WHERE t.traject_id = $1 AND length(t.buurt_code) = 10) \
         ORDER BY a.import_id, a.code";
    let rows = db.all(sql, args![traject]).await?;
    rows.iter()
        .map(|row| {
            Ok(AreaRow {
                import: row.get(0)?,
                level: word(row, 1)?,
                code: row.get(2)?,
                name: row.get(3)?,
                figures: row.get(4)?,
            })
        })
        .collect()
}

/// Whether a file has buurten of a wijk that are not in a traject.
pub(super) async fn has_more(db: &Db, import: &str, traject: &str, wijk: &str) -> Result<bool, DbError> {
    let sql = "SELECT COUNT(*) FROM figure_area a WHERE a.import_id = $1 AND a.level = 'buurt' AND upper(substr(a.code, 3, 6)) = $3 \
         AND a.code NOT IN (SELECT t.buurt_code FROM traject_buurt t WHERE t.traject_id = $2)";
    let counted = db.optional(sql, args![import, traject, wijk.get(2..).unwrap_or_default()]).await?;
    Ok(counted.map_or(Ok(0), |row| row.get::<i64>(0))? > 0)
}

/// A rectangle in whole RD metres.
#[derive(Debug, Clone, Copy)]
pub(super) struct Box2 {
    pub west: i64,
    pub south: i64,
    pub east: i64,
    pub north: i64,
}

/// The row of a square.
pub(super) struct SquareRow {
    pub import: String,
    pub side: i64,
    pub x: i64,
    pub y: i64,
    pub figures: String,
}

/// The squares of a traject's files with their corner in a rectangle.
pub(super) async fn squares(db: &Db, traject: &str, within: Box2) -> Result<Vec<SquareRow>, DbError> {
    let sql = "SELECT s.import_id, i.square_m, s.x, s.y, s.figures FROM figure_import i \
         JOIN figure_square s ON s.import_id = i.id \
         WHERE i.state = 'ready' AND i.shape = 'square' AND (i.traject_id IS NULL OR i.traject_id = $1) \
         AND s.x BETWEEN $2 AND $3 AND s.y BETWEEN $4 AND $5 ORDER BY s.import_id, s.y, s.x";
    let rows = db.all(sql, args![traject, within.west, within.east, within.south, within.north]).await?;
    rows.iter()
        .map(|row| {
            let (import, figures) = (row.get(0)?, row.get(4)?);
            Ok(SquareRow { import, side: row.get(1)?, x: row.get(2)?, y: row.get(3)?, figures })
        })
        .collect()
}

/// A point of a file.
pub(super) struct PointRow {
    pub import: String,
    pub x: i64,
    pub y: i64,
    pub category: String,
}

/// The points of a traject's files in a rectangle.
pub(super) async fn points(db: &Db, traject: &str, within: Box2) -> Result<Vec<PointRow>, DbError> {
    let sql = "SELECT p.import_id, p.x, p.y, p.category FROM figure_import i \
         JOIN figure_point p ON p.import_id = i.id \
         WHERE i.state = 'ready' AND i.shape = 'point' AND (i.traject_id IS NULL OR i.traject_id = $1) \
         AND p.x BETWEEN $2 AND $3 AND p.y BETWEEN $4 AND $5 ORDER BY p.import_id, p.seq";
    let rows = db.all(sql, args![traject, within.west, within.east, within.south, within.north]).await?;
    rows.iter()
        .map(|row| {
            Ok(PointRow { import: row.get(0)?, x: row.get(1)?, y: row.get(2)?, category: row.get(3)? })
        })
        .collect()
}

/// Indicators by the file they came with.
pub(super) fn by_import(all: Vec<Placed>) -> HashMap<String, Vec<Placed>> {
    let mut by: HashMap<String, Vec<Placed>> = HashMap::new();
    for placed in all {
        by.entry(placed.1.import.clone()).or_default().push(placed);
    }
    by
}

/// Forgets every figure of a traject's own files.
pub(super) async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    for sql in [
        "DELETE FROM figure_area WHERE import_id IN (SELECT id FROM figure_import WHERE traject_id = $1)",
        "DELETE FROM figure_square WHERE import_id IN (SELECT id FROM figure_import WHERE traject_id = $1)",
        "DELETE FROM figure_point WHERE import_id IN (SELECT id FROM figure_import WHERE traject_id = $1)",
        "DELETE FROM indicator WHERE import_id IN (SELECT id FROM figure_import WHERE traject_id = $1)",
        "DELETE FROM figure_import WHERE traject_id = $1",
    ] {
        tx.execute(sql, args![traject]).await?;
    }
    Ok(())
}
