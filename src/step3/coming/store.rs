//! All SQL of what is coming.

use super::{Coming, Day};
use crate::args;
use crate::people::accounts::name_of;
use crate::place::buurt::Place;
use crate::platform::{Db, DbError, Row, Tx};

macro_rules! coming {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.kind, c.title, c.words, c.source, c.lon, c.lat, c.place_name, c.starts_on, c.ends_on, c.version, \
             c.changed_at, COALESCE(",
            name_of!("c.changed_by"),
            ", '') FROM coming c WHERE c.removed = 0 AND ",
            $rest
        )
    };
}

fn broken(what: &str) -> DbError {
    sqlx::Error::Decode(what.to_owned().into()).into()
}

fn coming(row: &Row) -> Result<Coming, DbError> {
    let day = |at: usize| {
        let text: String = row.get(at)?;
        if text.is_empty() { Ok(None) } else { text.parse::<Day>().map(Some).map_err(|()| broken("a day")) }
    };
    Ok(Coming {
        id: row.get(0)?,
        kind: row.get::<String>(1)?.parse().map_err(|_| broken("a kind"))?,
        title: row.get(2)?,
        words: row.get(3)?,
        source: row.get(4)?,
        place: Place { lon: row.get(5)?, lat: row.get(6)? },
        place_name: row.get(7)?,
        starts_on: day(8)?.ok_or_else(|| broken("a day"))?,
        ends_on: day(9)?,
        version: row.get(10)?,
        changed_at: row.get(11)?,
        changed_by: row.get(12)?,
    })
}

/// What is coming in a traject, soonest first.
pub(super) async fn all(db: &Db, traject: &str) -> Result<Vec<Coming>, DbError> {
    let sql = coming!("c.traject_id = $1 ORDER BY c.starts_on, c.title, c.id");
    db.all(sql, args![traject]).await?.iter().map(coming).collect()
}

pub(super) async fn find(db: &Db, traject: &str, id: &str) -> Result<Option<Coming>, DbError> {
    let sql = coming!("c.traject_id = $1 AND c.id = $2");
    db.optional(sql, args![traject, id]).await?.as_ref().map(coming).transpose()
}

/// `one.changed_by`: the id of who did.
pub(super) async fn insert(tx: &mut Tx, traject: &str, one: &Coming) -> Result<(), DbError> {
    let sql = "INSERT INTO coming (id, traject_id, kind, title, words, source, lon, lat, place_name, starts_on, ends_on, \
         version, removed, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0, $12, $13)";
    let args = args![
        &one.id,
        traject,
        one.kind.word(),
        &one.title,
        &one.words,
        &one.source,
        one.place.lon,
        one.place.lat,
        &one.place_name,
        one.starts_on.text(),
        one.ends_on.as_ref().map_or("", Day::text),
        &one.changed_at,
        &one.changed_by,
    ];
    tx.execute(sql, args).await?;
    Ok(())
}

/// Changes what is still as somebody saw it; false where it is not.
pub(super) async fn update(tx: &mut Tx, traject: &str, one: &Coming) -> Result<bool, DbError> {
    let sql = "UPDATE coming SET kind = $3, title = $4, words = $5, source = $6, lon = $7, lat = $8, place_name = $9, \
         starts_on = $10, ends_on = $11, changed_at = $12, changed_by = $13, version = version + 1 \
         WHERE traject_id = $1 AND id = $2 AND version = $14 AND removed = 0";
    let args = args![
        traject,
        &one.id,
        one.kind.word(),
        &one.title,
        &one.words,
        &one.source,
        one.place.lon,
        one.place.lat,
        &one.place_name,
        one.starts_on.text(),
        one.ends_on.as_ref().map_or("", Day::text),
        &one.changed_at,
        &one.changed_by,
        one.version,
    ];
    Ok(tx.execute(sql, args).await? == 1)
}

/// Takes it off the map; what rests on it can still be read in the label that it has there.
pub(super) async fn remove(tx: &mut Tx, traject: &str, id: &str, version: i64) -> Result<bool, DbError> {
    let sql = "UPDATE coming SET removed = 1, version = version + 1 WHERE traject_id = $1 AND id = $2 AND version = $3 \
         AND removed = 0";
    Ok(tx.execute(sql, args![traject, id, version]).await? == 1)
}

pub(super) async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM coming WHERE traject_id = $1", args![traject]).await?;
    Ok(())
}
