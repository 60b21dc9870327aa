//! All SQL about pins.

use super::Pin;
use crate::args;
use crate::place::buurt::Place;
use crate::platform::db::Arg;
use crate::platform::{Db, DbError, Row, Tx};

/// A pin as it is kept.
pub(super) struct PinRow {
    pub id: String,
    pub participant: String,
    pub put_hash: String,
    pub pin: Pin,
    pub approved: bool,
}

/// What stands under an id.
pub(super) enum Under {
    Pin(Box<PinRow>),
    Removed,
}

/// What [`kept`] reads, in its order.
macro_rules! kept_columns {
    () => {
        "p.id, p.participant, p.put_hash, p.lon, p.lat, p.kind, p.theme, p.moment, p.people, p.text, \
         p.created_at, p.removed, p.approved"
    };
}

mod parts;
mod releases;

pub(super) use parts::{own, own_one};
pub(super) use releases::{ReleasedRow, released, released_in};

fn under(row: &Row) -> Result<Under, DbError> {
    // One that is set aside (2) is there for whoever made it.
    if row.get::<i64>(11)? == 1 {
        return Ok(Under::Removed);
    }
    Ok(Under::Pin(Box::new(kept(row)?)))
}

fn kept(row: &Row) -> Result<PinRow, DbError> {
    let place = match (row.get::<Option<f64>>(3)?, row.get::<Option<f64>>(4)?) {
        (Some(lon), Some(lat)) => Some(Place { lon, lat }),
        _ => None,
    };
    let broken =
        |error: crate::input::session::UnknownWord| DbError::from(sqlx::Error::Decode(Box::new(error)));
    let moment = row.get::<Option<String>>(7)?;
    Ok(PinRow {
        id: row.get(0)?,
        participant: row.get(1)?,
        put_hash: row.get(2)?,
        pin: Pin {
            place,
            kind: row.get::<String>(5)?.parse().map_err(broken)?,
            theme: row.get(6)?,
            moment: moment.map(|word| word.parse().map_err(broken)).transpose()?,
            people: row.count(8)?,
            text: row.get(9)?,
            created_at: row.get(10)?,
        },
        approved: row.flag(12)?,
    })
}

/// What a pin says, as arguments: `lon, lat, kind, theme, moment, people, text`.
pub fn said(pin: &Pin) -> [Arg; 7] {
    [
        pin.place.map(|place| place.lon).into(),
        pin.place.map(|place| place.lat).into(),
        pin.kind.word().into(),
        pin.theme.clone().into(),
        pin.moment.map(crate::input::session::Moment::word).into(),
        pin.people.into(),
        pin.text.as_str().into(),
    ]
}

/// Puts a pin in; false where the id is taken.
pub(super) async fn insert(tx: &mut Tx, code: &str, new: &PinRow) -> Result<bool, DbError> {
    let pin = &new.pin;
    let sql = "INSERT INTO pin (session_code, id, removed, participant, put_hash, lon, lat, kind, theme, moment, \
         people, text, created_at, approved) VALUES ($1, $2, 0, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0) \
         ON CONFLICT (session_code, id) DO NOTHING";
    let mut args = args![code, &new.id, &new.participant, &new.put_hash];
    args.extend(said(pin));
    args.push(pin.created_at.clone().into());
    Ok(tx.execute(sql, args).await? == 1)
}

const BY_ID: &str =
    concat!("SELECT ", kept_columns!(), " FROM pin p WHERE p.session_code = $1 AND p.id = $2");

pub(super) async fn find(tx: &mut Tx, code: &str, id: &str) -> Result<Option<Under>, DbError> {
    tx.optional(BY_ID, args![code, id]).await?.as_ref().map(under).transpose()
}

/// As [`find`], and nobody else changes it, or counts what hangs on it, until `tx` ends.
pub(super) async fn find_locked(tx: &mut Tx, code: &str, id: &str) -> Result<Option<Under>, DbError> {
    tx.optional_locked(BY_ID, args![code, id]).await?.as_ref().map(under).transpose()
}

/// As [`find`], and it stays as it is until `tx` ends.
pub(super) async fn find_held(tx: &mut Tx, code: &str, id: &str) -> Result<Option<Under>, DbError> {
    tx.optional_held(BY_ID, args![code, id]).await?.as_ref().map(under).transpose()
}

/// Whose pin it is, where it is there and not taken back.
pub(super) async fn owner(db: &Db, code: &str, id: &str) -> Result<Option<String>, DbError> {
    let sql = "SELECT participant FROM pin WHERE session_code = $1 AND id = $2 AND removed <> 1";
    db.optional(sql, args![code, id]).await?.map(|row| row.get(0)).transpose()
}

/// Whether somebody has put anything here.
pub(super) async fn is_known(db: &Db, code: &str, who: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM pin WHERE session_code = $1 AND participant = $2 LIMIT 1";
    Ok(db.optional(sql, args![code, who]).await?.is_some())
}

/// Writes the changed pin; what changed must be approved again. False where it is gone.
pub(super) async fn update(tx: &mut Tx, code: &str, id: &str, pin: &Pin) -> Result<bool, DbError> {
    let sql = "UPDATE pin SET lon = $3, lat = $4, kind = $5, theme = $6, moment = $7, people = $8, text = $9, \
         approved = 0, hidden = 0, reason = NULL, place_name = NULL, version = version + 1 \
         WHERE session_code = $1 AND id = $2 AND removed <> 1 AND withdrawn = 0";
    let mut args = args![code, id];
    args.extend(said(pin));
    Ok(tx.execute(sql, args).await? == 1)
}

/// Forgets everything of a pin but its id.
pub(super) async fn remove(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    let sql = "UPDATE pin SET removed = 1, participant = NULL, put_hash = NULL, lon = NULL, lat = NULL, \
         kind = NULL, theme = NULL, moment = NULL, people = 0, text = NULL, created_at = NULL, approved = 0, \
         place_name = NULL, walked = 0 WHERE session_code = $1 AND id = $2";
    tx.execute(sql, args![code, id]).await?;
    let sql = "DELETE FROM me_too WHERE session_code = $1 AND pin_id = $2";
    tx.execute(sql, args![code, id]).await?;
    Ok(())
}

/// Forgets the words and the place of a released pin, and who sees it too. What is left says to its owner that it went, and why.
pub(super) async fn withdraw(tx: &mut Tx, code: &str, id: &str, reason: Option<&str>) -> Result<(), DbError> {
    let sql = "UPDATE pin SET withdrawn = 1, text = '', put_hash = '', approved = 0, hidden = 0, reason = $3, \
         lon = NULL, lat = NULL, moment = NULL, people = 1, walked = 0, place_name = NULL, version = version + 1 \
         WHERE session_code = $1 AND id = $2 AND removed = 0";
    tx.execute(sql, args![code, id, reason.map(str::to_owned)]).await?;
    let sql = "DELETE FROM me_too WHERE session_code = $1 AND pin_id = $2";
    tx.execute(sql, args![code, id]).await?;
    Ok(())
}

/// Somebody sees it too. Twice is once.
pub(super) async fn see_too(tx: &mut Tx, code: &str, id: &str, participant: &str) -> Result<(), DbError> {
    let sql = "INSERT INTO me_too (session_code, pin_id, participant) VALUES ($1, $2, $3) \
         ON CONFLICT (session_code, pin_id, participant) DO NOTHING";
    tx.execute(sql, args![code, id, participant]).await?;
    Ok(())
}

pub(super) async fn see_no_more(tx: &mut Tx, code: &str, id: &str, participant: &str) -> Result<(), DbError> {
    let sql = "DELETE FROM me_too WHERE session_code = $1 AND pin_id = $2 AND participant = $3";
    tx.execute(sql, args![code, id, participant]).await?;
    Ok(())
}

/// The pins of others that this participant sees too.
pub(super) async fn seen_by(db: &Db, code: &str, participant: &str) -> Result<Vec<String>, DbError> {
    let sql = "SELECT pin_id FROM me_too WHERE session_code = $1 AND participant = $2";
    db.all(sql, args![code, participant]).await?.iter().map(|row| row.get(0)).collect()
}

/// For each participant of a wijksessie the most people they gave; who only sees a pin of somebody else too is one.
const SPOKEN_FOR: &str = "SELECT who, MAX(people) FROM (\
     SELECT participant AS who, people FROM pin WHERE session_code = $1 AND removed = 0 UNION ALL \
     SELECT participant AS who, 1 AS people FROM me_too WHERE session_code = $1 AND aside = 0) each_one GROUP BY who ORDER BY who";

pub(super) async fn spoken_for(tx: &mut Tx, code: &str) -> Result<Vec<(String, u32)>, DbError> {
    voices(&tx.all(SPOKEN_FOR, args![code]).await?)
}

/// As [`spoken_for`], outside a transaction.
pub(super) async fn spoken_for_now(db: &Db, code: &str) -> Result<Vec<(String, u32)>, DbError> {
    voices(&db.all(SPOKEN_FOR, args![code]).await?)
}

fn voices(rows: &[Row]) -> Result<Vec<(String, u32)>, DbError> {
    rows.iter().map(|row| Ok((row.get(0)?, row.count(1)?))).collect()
}

/// The pins of one participant, each with whether it is hidden, withdrawn, and why.
pub(super) async fn of_holder(
    db: &Db,
    code: &str,
    who: &str,
) -> Result<Vec<(PinRow, bool, bool, Option<String>)>, DbError> {
    let sql = concat!(
        "SELECT ",
        kept_columns!(),
        ", p.hidden, p.withdrawn, p.reason FROM pin p \
         WHERE p.session_code = $1 AND p.participant = $2 AND p.removed <> 1 ORDER BY p.created_at, p.id"
    );
    let rows = db.all(sql, args![code, who]).await?;
    rows.iter().map(|row| Ok((kept(row)?, row.flag(13)?, row.flag(14)?, row.get(15)?))).collect()
}

pub(super) async fn has_any(tx: &mut Tx, code: &str, who: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM pin WHERE session_code = $1 AND participant = $2 AND removed <> 1 LIMIT 1";
    Ok(tx.optional(sql, args![code, who]).await?.is_some())
}

pub(super) async fn is_of_holder(tx: &mut Tx, code: &str, id: &str, who: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM pin WHERE session_code = $1 AND id = $2 AND participant = $3 AND removed <> 1 \
         AND withdrawn = 0";
    Ok(tx.optional_locked(sql, args![code, id, who]).await?.is_some())
}

/// Every pin of a traject with a theme and a place, but those that were released, which no longer change: wijksessie,
/// id, theme, place.
pub(super) async fn placed(
    tx: &mut Tx,
    traject: &str,
) -> Result<Vec<(String, String, String, Place)>, DbError> {
    let sql = "SELECT p.session_code, p.id, p.theme, p.lon, p.lat FROM pin p WHERE p.session_code IN \
         (SELECT code FROM wijksessie WHERE traject_id = $1 AND status <> 'released') \
         AND p.removed <> 1 AND p.theme IS NOT NULL AND p.lon IS NOT NULL ORDER BY p.session_code, p.id";
    let rows = tx.all_locked(sql, args![traject]).await?;
    rows.iter()
        .map(|row| {
            let place = Place { lon: row.get(3)?, lat: row.get(4)? };
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, place))
        })
        .collect()
}

pub(super) async fn place(tx: &mut Tx, code: &str, id: &str, place: Place) -> Result<(), DbError> {
    let sql = "UPDATE pin SET lon = $3, lat = $4, version = version + 1 \
         WHERE session_code = $1 AND id = $2 AND removed <> 1";
    tx.execute(sql, args![code, id, place.lon, place.lat]).await?;
    Ok(())
}

/// A pin that is about the whole buurt from now on.
pub(super) async fn unplace(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    let sql = "UPDATE pin SET lon = NULL, lat = NULL, version = version + 1 \
         WHERE session_code = $1 AND id = $2 AND removed <> 1";
    tx.execute(sql, args![code, id]).await?;
    Ok(())
}

/// A pin without words: there is nothing that somebody would have to read first.
pub(super) async fn approve_wordless(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    let sql = "UPDATE pin SET approved = 1 WHERE session_code = $1 AND id = $2 AND removed = 0 AND text = ''";
    tx.execute(sql, args![code, id]).await?;
    Ok(())
}

/// A pin that is a photo of a walk too.
pub(super) async fn walked(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    let sql = "UPDATE pin SET walked = 1 WHERE session_code = $1 AND id = $2 AND removed = 0";
    tx.execute(sql, args![code, id]).await?;
    Ok(())
}

/// Forgets every pin of a wijksessie, and who saw it too.
pub(super) async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM me_too WHERE session_code = $1", args![code]).await?;
    tx.execute("DELETE FROM pin WHERE session_code = $1", args![code]).await?;
    Ok(())
}

/// A pin that was typed in from paper.
pub(super) async fn insert_from_paper(tx: &mut Tx, code: &str, new: &PinRow) -> Result<(), DbError> {
    insert(tx, code, new).await?;
    let sql = "UPDATE pin SET paper = 1 WHERE session_code = $1 AND id = $2 AND removed = 0";
    tx.execute(sql, args![code, &new.id]).await?;
    Ok(())
}

/// Each join code and voice under which there are notes from paper.
pub(super) async fn paper_voices(tx: &mut Tx) -> Result<Vec<(String, String)>, DbError> {
    let sql =
        "SELECT DISTINCT session_code, participant FROM pin WHERE paper = 1 AND participant IS NOT NULL";
    tx.all(sql, args![]).await?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Notes from paper under another voice.
pub(super) async fn move_paper(tx: &mut Tx, code: &str, from: &str, to: &str) -> Result<(), DbError> {
    let sql = "UPDATE pin SET participant = $3 WHERE session_code = $1 AND participant = $2 AND paper = 1 AND removed <> 1";
    tx.execute(sql, args![code, from, to]).await?;
    Ok(())
}
