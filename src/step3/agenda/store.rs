//! All SQL about the agenda.

use super::{Point, Status};
use crate::args;
use crate::place::buurt::Place;
use crate::platform::{Db, DbError, Row, Tx};

/// What [`point`] reads, in its order.
macro_rules! point_where {
    ($rest:literal) => {
        concat!(
            "SELECT id, what, theme, where_words, lon, lat, when_words, who, quick_win, status, public, public_words, \
             public_when, public_why, version, removed FROM agenda_point WHERE traject_id = $1 AND ",
            $rest
        )
    };
}

fn point(row: &Row) -> Result<Point, DbError> {
    let broken =
        |error: crate::input::session::UnknownWord| DbError::from(sqlx::Error::Decode(Box::new(error)));
    let place = row.get::<Option<f64>>(4)?.zip(row.get::<Option<f64>>(5)?);
    Ok(Point {
        id: row.get(0)?,
        what: row.get(1)?,
        theme: row.get(2)?,
        where_words: row.get(3)?,
        place: place.map(|(lon, lat)| Place { lon, lat }),
        when: row.get(6)?,
        who: row.get(7)?,
        quick_win: row.flag(8)?,
        status: row.get::<String>(9)?.parse::<Status>().map_err(broken)?,
        shown_to_residents: row.flag(10)?,
        public_words: row.get(11)?,
        public_when: row.get(12)?,
        public_why: row.get(13)?,
        evidence: Vec::new(),
        version: row.get(14)?,
        removed: row.flag(15)?,
    })
}

/// Every point of a traject that was not taken away, in the order in which they were written.
pub(super) async fn all(db: &Db, traject: &str) -> Result<Vec<Point>, DbError> {
    let sql = point_where!("removed = 0 ORDER BY made_at, id");
    db.all(sql, args![traject]).await?.iter().map(point).collect()
}

const ONE: &str = point_where!("id = $2");

/// One point, also one that was taken away.
pub(super) async fn find(db: &Db, traject: &str, id: &str) -> Result<Option<Point>, DbError> {
    db.optional(ONE, args![traject, id]).await?.as_ref().map(point).transpose()
}

/// As [`find`], within a transaction; nobody changes it until `tx` ends.
pub(super) async fn held(tx: &mut Tx, traject: &str, id: &str) -> Result<Option<Point>, DbError> {
    let take = "UPDATE agenda_point SET version = version WHERE traject_id = $1 AND id = $2";
    tx.execute(take, args![traject, id]).await?;
    tx.optional(ONE, args![traject, id]).await?.as_ref().map(point).transpose()
}

/// Writes a new one; false where its id is taken.
pub(super) async fn insert(tx: &mut Tx, traject: &str, new: &Point, now: &str) -> Result<bool, DbError> {
    let sql = "INSERT INTO agenda_point (id, traject_id, what, where_words, when_words, who, quick_win, status, public, \
         public_words, public_when, public_why, made_at, version, removed) \
         VALUES ($1, $2, '', '', '', '', 0, 'voorstel', 0, '', '', '', $3, 1, 0) ON CONFLICT (id) DO NOTHING";
    if tx.execute(sql, args![&new.id, traject, now]).await? == 0 {
        return Ok(false);
    }
    update(tx, new).await?;
    Ok(true)
}

/// Writes a row that is held.
pub(super) async fn update(tx: &mut Tx, row: &Point) -> Result<(), DbError> {
    let sql = "UPDATE agenda_point SET what = $2, theme = $3, where_words = $4, lon = $5, lat = $6, when_words = $7, who = $8, \
         quick_win = $9, status = $10, public = $11, public_words = $12, public_when = $13, public_why = $14, version = $15, \
         removed = $16 WHERE id = $1";
    let args = args![
        &row.id,
        &row.what,
        row.theme.clone(),
        &row.where_words,
        row.place.map(|place| place.lon),
        row.place.map(|place| place.lat),
        &row.when,
        &row.who,
        row.quick_win,
        row.status.word(),
        row.shown_to_residents,
        &row.public_words,
        &row.public_when,
        &row.public_why,
        row.version,
        row.removed
    ];
    tx.execute(sql, args).await?;
    Ok(())
}

/// Forgets the agenda of a traject.
pub(super) async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM agenda_point WHERE traject_id = $1", args![traject]).await?;
    Ok(())
}
