//! All SQL about buurten and their plattegronden.

use crate::args;
use crate::platform::{Db, DbError, Tx};

/// A buurt as it is kept.
pub(super) struct BuurtRow {
    pub code: String,
    pub name: String,
    pub boundary: String,
    pub invented: bool,
    pub plattegrond: String,
}

/// A drawn map as it is kept: brotli-compressed files and the names that can be looked up.
pub(super) struct PlattegrondRow {
    pub hash: String,
    pub geojson: Vec<u8>,
    pub svg: Vec<u8>,
    pub names: Vec<u8>,
    pub attribution: String,
}

pub(super) async fn find(db: &Db, code: &str) -> Result<Option<BuurtRow>, DbError> {
    let sql = "SELECT code, name, boundary, invented, plattegrond FROM buurt WHERE code = $1";
    let row = db.optional(sql, args![code]).await?;
    row.map(|row| {
        Ok(BuurtRow {
            code: row.get(0)?,
            name: row.get(1)?,
            boundary: row.get(2)?,
            invented: row.flag(3)?,
            plattegrond: row.get(4)?,
        })
    })
    .transpose()
}

/// Keeps a buurt; importing it again replaces its boundary and plattegrond.
pub(super) async fn upsert(tx: &mut Tx, buurt: &BuurtRow) -> Result<(), DbError> {
    let sql = "INSERT INTO buurt (code, name, boundary, invented, plattegrond) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (code) DO UPDATE SET name = excluded.name, boundary = excluded.boundary, \
         invented = excluded.invented, plattegrond = excluded.plattegrond";
    let args = args![&buurt.code, &buurt.name, &buurt.boundary, buurt.invented, &buurt.plattegrond];
    tx.execute(sql, args).await?;
    Ok(())
}

/// Keeps a drawn map under its hash; the same again is the same.
pub(super) async fn insert_drawn(tx: &mut Tx, drawn: PlattegrondRow) -> Result<(), DbError> {
    let sql = "INSERT INTO plattegrond (hash, geojson, svg, names, attribution) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (hash) DO NOTHING";
    let args = args![drawn.hash, drawn.geojson, drawn.svg, drawn.names, drawn.attribution];
    tx.execute(sql, args).await?;
    Ok(())
}

pub(super) async fn is_known(db: &Db, hash: &str) -> Result<bool, DbError> {
    Ok(db.optional("SELECT 1 FROM plattegrond WHERE hash = $1", args![hash]).await?.is_some())
}

pub(super) async fn drawn(db: &Db, hash: &str) -> Result<Option<PlattegrondRow>, DbError> {
    let sql = "SELECT hash, geojson, svg, names, attribution FROM plattegrond WHERE hash = $1";
    let row = db.optional(sql, args![hash]).await?;
    row.map(|row| {
        Ok(PlattegrondRow {
            hash: row.get(0)?,
            geojson: row.get(1)?,
            svg: row.get(2)?,
            names: row.get(3)?,
            attribution: row.get(4)?,
        })
    })
    .transpose()
}

/// The map that a buurt has, packed; nothing where there is no such buurt.
pub(super) async fn map(db: &Db, code: &str) -> Result<Option<Vec<u8>>, DbError> {
    let sql = "SELECT p.geojson FROM buurt b JOIN plattegrond p ON p.hash = b.plattegrond WHERE b.code = $1";
    let row = db.optional(sql, args![code]).await?;
    row.map(|row| row.get(0)).transpose()
}

/// Whether there is any buurt.
pub(super) async fn is_any(db: &Db) -> Result<bool, DbError> {
    Ok(db.optional("SELECT 1 FROM buurt LIMIT 1", args![]).await?.is_some())
}

pub(super) async fn list(db: &Db) -> Result<Vec<super::BuurtRef>, DbError> {
    let rows = db.all("SELECT code, name FROM buurt ORDER BY name, code", args![]).await?;
    rows.iter().map(|row| Ok(super::BuurtRef { code: row.get(0)?, name: row.get(1)? })).collect()
}

/// A buurt as a beheerder sees it.
pub(super) struct Listed {
    pub code: String,
    pub name: String,
    /// Whom to thank for its map; empty where there is only the boundary.
    pub attribution: String,
    pub trajects: i64,
}

pub(super) async fn kept(db: &Db) -> Result<Vec<Listed>, DbError> {
    let sql = "SELECT b.code, b.name, p.attribution, \
         (SELECT COUNT(*) FROM traject_buurt t WHERE t.buurt_code = b.code) \
         FROM buurt b JOIN plattegrond p ON p.hash = b.plattegrond ORDER BY b.name, b.code";
    let rows = db.all(sql, args![]).await?;
    let listed = |row: &crate::platform::Row| {
        Ok(Listed { code: row.get(0)?, name: row.get(1)?, attribution: row.get(2)?, trajects: row.get(3)? })
    };
    rows.iter().map(listed).collect()
}
