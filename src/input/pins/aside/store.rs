//! SQL about pins of a flood.

use super::Flooded;
use crate::args;
use crate::input::arrivals::Flood;
use crate::place::buurt::Place;
use crate::platform::{Db, DbError, Row, Tx};

/// Values of `removed`, and with them of `me_too.aside`.
pub(super) const THERE: i64 = 0;
pub(super) const ASIDE: i64 = 2;

pub(super) async fn some(db: &Db, code: &str, flood: Flood, most: u32) -> Result<Vec<Flooded>, DbError> {
    let sql = "SELECT p.text, p.kind, p.lon, p.lat FROM pin p JOIN arrival a ON a.session_code = p.session_code \
         AND a.participant = p.participant WHERE p.session_code = $1 AND p.removed = 0 AND p.withdrawn = 0 \
         AND a.minute >= $2 AND a.minute <= $3 ORDER BY p.id LIMIT $4";
    let rows = db.all(sql, args![code, flood.from, flood.until, most]).await?;
    rows.iter().map(flooded).collect()
}

fn flooded(row: &Row) -> Result<Flooded, DbError> {
    let broken =
        |error: crate::input::session::UnknownWord| DbError::from(sqlx::Error::Decode(Box::new(error)));
    let place = row.get::<Option<f64>>(2)?.zip(row.get::<Option<f64>>(3)?);
    Ok(Flooded {
        text: row.get(0)?,
        kind: row.get::<String>(1)?.parse().map_err(broken)?,
        place: place.map(|(lon, lat)| Place { lon, lat }),
    })
}

fn number(row: Option<Row>) -> Result<u32, DbError> {
    row.map_or(Ok(0), |row| row.count(0))
}

pub(super) async fn count(db: &Db, code: &str, flood: Flood) -> Result<u32, DbError> {
    let sql = "SELECT COUNT(*) FROM pin p JOIN arrival a ON a.session_code = p.session_code \
         AND a.participant = p.participant WHERE p.session_code = $1 AND p.removed = 0 AND p.withdrawn = 0 \
         AND a.minute >= $2 AND a.minute <= $3";
    number(db.optional(sql, args![code, flood.from, flood.until]).await?)
}

pub(super) async fn count_aside(db: &Db, code: &str, flood: &str) -> Result<u32, DbError> {
    let sql = "SELECT COUNT(*) FROM pin p JOIN aside a ON a.session_code = p.session_code \
         AND a.participant = p.participant WHERE p.session_code = $1 AND p.removed = 2 AND a.flood_id = $2";
    number(db.optional(sql, args![code, flood]).await?)
}

pub(super) async fn move_between(
    tx: &mut Tx,
    code: &str,
    flood: &str,
    from: i64,
    to: i64,
) -> Result<(), DbError> {
    let pins = "UPDATE pin SET removed = $4, version = version + 1 WHERE session_code = $1 AND removed = $3 \
         AND participant IN (SELECT participant FROM aside WHERE session_code = $1 AND flood_id = $2)";
    tx.execute(pins, args![code, flood, from, to]).await?;
    let seen = "UPDATE me_too SET aside = $3 WHERE session_code = $1 \
         AND participant IN (SELECT participant FROM aside WHERE session_code = $1 AND flood_id = $2)";
    tx.execute(seen, args![code, flood, to]).await?;
    Ok(())
}

pub(super) async fn is_aside(tx: &mut Tx, code: &str, id: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM pin WHERE session_code = $1 AND id = $2 AND removed = 2";
    Ok(tx.optional(sql, args![code, id]).await?.is_some())
}

pub(super) async fn set_one_aside(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    let sql = "UPDATE pin SET removed = 2 WHERE session_code = $1 AND id = $2 AND removed = 0";
    tx.execute(sql, args![code, id]).await?;
    Ok(())
}

pub(super) async fn set_seen_aside(tx: &mut Tx, code: &str, id: &str, who: &str) -> Result<(), DbError> {
    let sql = "UPDATE me_too SET aside = 2 WHERE session_code = $1 AND pin_id = $2 AND participant = $3";
    tx.execute(sql, args![code, id, who]).await?;
    Ok(())
}
