//! All SQL about pins.

use super::{Pin, Place};
use crate::args;
use crate::platform::{Db, DbError, Row, Tx};

/// A pin as it is kept.
pub(super) struct Kept {
    pub id: String,
    pub participant: String,
    pub put_hash: String,
    pub pin: Pin,
    pub approved: bool,
}

/// What stands under an id.
pub(super) enum Under {
    Pin(Box<Kept>),
    Removed,
}

/// What [`kept`] reads, in its order.
macro_rules! kept_columns {
    () => {
        "p.id, p.participant, p.put_hash, p.lon, p.lat, p.kind, p.theme, p.moment, p.people, p.text, \
         p.created_at, p.removed, p.approved"
    };
}

fn under(row: &Row) -> Result<Under, DbError> {
    if row.flag(11)? {
        return Ok(Under::Removed);
    }
    Ok(Under::Pin(Box::new(kept(row)?)))
}

fn kept(row: &Row) -> Result<Kept, DbError> {
    let place = match (row.get::<Option<f64>>(3)?, row.get::<Option<f64>>(4)?) {
        (Some(lon), Some(lat)) => Some(Place { lon, lat }),
        _ => None,
    };
    let broken = |error: crate::session::UnknownWord| DbError::from(sqlx::Error::Decode(Box::new(error)));
    let moment = row.get::<Option<String>>(7)?;
    Ok(Kept {
        id: row.get(0)?,
        participant: row.get(1)?,
        put_hash: row.get(2)?,
        pin: Pin {
            place,
            kind: row.get::<String>(5)?.parse().map_err(broken)?,
            theme: row.get(6)?,
            moment: moment.map(|word| word.parse().map_err(broken)).transpose()?,
            people: u32::try_from(row.get::<i64>(8)?).unwrap_or(1),
            text: row.get(9)?,
            created_at: row.get(10)?,
        },
        approved: row.flag(12)?,
    })
}

/// Puts a pin in; false where the id is taken.
pub(super) async fn insert(tx: &mut Tx, code: &str, new: &Kept) -> Result<bool, DbError> {
    let (pin, place) = (&new.pin, new.pin.place);
    let sql = "INSERT INTO pin (session_code, id, removed, participant, put_hash, lon, lat, kind, theme, moment, \
         people, text, created_at, approved) VALUES ($1, $2, 0, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0) \
         ON CONFLICT (session_code, id) DO NOTHING";
    let args = args![
        code,
        &new.id,
        &new.participant,
        &new.put_hash,
        place.map(|place| place.lon),
        place.map(|place| place.lat),
        pin.kind.word(),
        pin.theme.clone(),
        pin.moment.map(crate::session::Moment::word),
        pin.people,
        &pin.text,
        pin.created_at.clone()
    ];
    Ok(tx.execute(sql, args).await? == 1)
}

pub(super) async fn find(tx: &mut Tx, code: &str, id: &str) -> Result<Option<Under>, DbError> {
    let sql = concat!("SELECT ", kept_columns!(), " FROM pin p WHERE p.session_code = $1 AND p.id = $2");
    tx.optional(sql, args![code, id]).await?.as_ref().map(under).transpose()
}

/// Whose pin it is, where it is there and not taken back.
pub(super) async fn owner(db: &Db, code: &str, id: &str) -> Result<Option<String>, DbError> {
    let sql = "SELECT participant FROM pin WHERE session_code = $1 AND id = $2 AND removed = 0";
    db.optional(sql, args![code, id]).await?.map(|row| row.get(0)).transpose()
}

/// Writes the changed pin; what changed must be approved again.
pub(super) async fn update(tx: &mut Tx, code: &str, id: &str, pin: &Pin) -> Result<(), DbError> {
    let sql = "UPDATE pin SET lon = $3, lat = $4, kind = $5, theme = $6, moment = $7, people = $8, text = $9, \
         approved = 0 WHERE session_code = $1 AND id = $2";
    let args = args![
        code,
        id,
        pin.place.map(|place| place.lon),
        pin.place.map(|place| place.lat),
        pin.kind.word(),
        pin.theme.clone(),
        pin.moment.map(crate::session::Moment::word),
        pin.people,
        &pin.text
    ];
    tx.execute(sql, args).await?;
    Ok(())
}

/// Forgets everything of a pin but its id.
pub(super) async fn remove(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    let sql = "UPDATE pin SET removed = 1, participant = NULL, put_hash = NULL, lon = NULL, lat = NULL, \
         kind = NULL, theme = NULL, moment = NULL, people = 0, text = NULL, created_at = NULL, approved = 0 \
         WHERE session_code = $1 AND id = $2";
    tx.execute(sql, args![code, id]).await?;
    Ok(())
}

/// Every pin of a wijksessie that was not taken back.
pub(super) async fn all(db: &Db, code: &str) -> Result<Vec<Kept>, DbError> {
    let sql = concat!(
        "SELECT ",
        kept_columns!(),
        " FROM pin p WHERE p.session_code = $1 AND p.removed = 0 ORDER BY p.id"
    );
    db.all(sql, args![code]).await?.iter().map(kept).collect()
}

/// How many people one wijksessie's pins speak for: for each participant the most they gave.
pub(super) async fn people_in(tx: &mut Tx, code: &str) -> Result<u32, DbError> {
    let sql = "SELECT CAST(COALESCE(SUM(most), 0) AS BIGINT) FROM (SELECT MAX(people) AS most FROM pin \
         WHERE session_code = $1 AND removed = 0 GROUP BY participant) each_one";
    let row = tx.optional(sql, args![code]).await?;
    let people = row.map(|row| row.get::<i64>(0)).transpose()?.unwrap_or(0);
    Ok(u32::try_from(people).unwrap_or(u32::MAX))
}

/// Every pin of the released wijksessies of a traject, with its wijksessie's code.
pub(super) async fn released(db: &Db, traject: &str) -> Result<Vec<(String, Kept)>, DbError> {
    let sql = concat!(
        "SELECT ",
        kept_columns!(),
        ", s.code FROM pin p JOIN wijksessie s ON s.code = p.session_code \
         WHERE s.traject_id = $1 AND s.status = 'released' AND p.removed = 0 ORDER BY s.code, p.id"
    );
    let rows = db.all(sql, args![traject]).await?;
    rows.iter().map(|row| Ok((row.get(13)?, kept(row)?))).collect()
}
