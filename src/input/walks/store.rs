//! All SQL of walks, and how a walk's photos are read together with their pins.

use super::track::Reach;
use super::{Stop, StopState};
use crate::args;
use crate::input::photos::Photo;
use crate::place::buurt::Place;
use crate::platform::{Db, DbError, Row, Tx};

/// A walk as it is kept.
pub(super) struct WalkRow {
    pub id: String,
    pub participant: String,
    pub put_hash: String,
    pub title: String,
    pub track_hash: Option<String>,
    /// See `walk.track`.
    pub track: Option<String>,
    /// In `walk.unclear_start` and `walk.unclear_end`; see [`Reach::flags`].
    pub reach: Reach,
}

/// What stands under an id.
pub(super) enum Under {
    Walk(Box<WalkRow>),
    Removed,
}

/// What [`kept`] reads, in its order.
macro_rules! walk_where {
    ($rest:literal) => {
        concat!(
            "SELECT id, participant, put_hash, title, track_hash, track, unclear_start, unclear_end, removed FROM walk WHERE ",
            $rest
        )
    };
}

fn kept(row: &Row) -> Result<WalkRow, DbError> {
    Ok(WalkRow {
        id: row.get(0)?,
        participant: row.get(1)?,
        put_hash: row.get(2)?,
        title: row.get(3)?,
        track_hash: row.get(4)?,
        track: row.get(5)?,
        reach: Reach::of_flags([row.flag(6)?, row.flag(7)?]),
    })
}

fn under(row: &Row) -> Result<Under, DbError> {
    // One that is set aside (2) is there for whoever made it.
    if row.get::<i64>(8)? == 1 { Ok(Under::Removed) } else { Ok(Under::Walk(Box::new(kept(row)?))) }
}

const BY_ID: &str = walk_where!("session_code = $1 AND id = $2");

/// The walk under an id. Nobody else changes it, or counts its photos, until `tx` ends: a track that is set meanwhile waits.
pub(super) async fn find(tx: &mut Tx, code: &str, id: &str) -> Result<Option<Under>, DbError> {
    tx.optional_locked(BY_ID, args![code, id]).await?.as_ref().map(under).transpose()
}

/// As [`find`], outside a transaction.
pub(super) async fn find_now(db: &Db, code: &str, id: &str) -> Result<Option<Under>, DbError> {
    db.optional(BY_ID, args![code, id]).await?.as_ref().map(under).transpose()
}

/// Puts a walk in; false where the id is taken.
pub(super) async fn insert(tx: &mut Tx, code: &str, new: &WalkRow) -> Result<bool, DbError> {
    let sql = "INSERT INTO walk (session_code, id, removed, participant, put_hash, title) \
         VALUES ($1, $2, 0, $3, $4, $5) ON CONFLICT (session_code, id) DO NOTHING";
    Ok(tx.execute(sql, args![code, &new.id, &new.participant, &new.put_hash, &new.title]).await? == 1)
}

/// What is kept of a track.
pub(super) struct Line {
    pub hash: String,
    /// See `walk.track`.
    pub track: String,
    pub reach: Reach,
}

/// Sets the track of a walk that has none; false where it has one.
pub(super) async fn set_track(tx: &mut Tx, code: &str, id: &str, line: &Line) -> Result<bool, DbError> {
    let sql = "UPDATE walk SET track_hash = $3, track = $4, unclear_start = $5, unclear_end = $6 \
         WHERE session_code = $1 AND id = $2 AND removed <> 1 AND track_hash IS NULL";
    let [start, end] = line.reach.flags();
    Ok(tx.execute(sql, args![code, id, &line.hash, &line.track, start, end]).await? == 1)
}

/// Forgets everything of a walk but its id.
pub(super) async fn remove(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    let sql = "UPDATE walk SET removed = 1, participant = NULL, put_hash = NULL, title = NULL, track_hash = NULL, \
         track = NULL, unclear_start = 1, unclear_end = 1 WHERE session_code = $1 AND id = $2";
    tx.execute(sql, args![code, id]).await?;
    Ok(())
}

/// Forgets every walk of a wijksessie.
pub(super) async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM walk WHERE session_code = $1", args![code]).await?;
    Ok(())
}

/// Every walk of a wijksessie that was not taken back, in the order of random ids.
pub(super) async fn all(db: &Db, code: &str) -> Result<Vec<WalkRow>, DbError> {
    let sql = walk_where!("session_code = $1 AND removed = 0 ORDER BY id");
    db.all(sql, args![code]).await?.iter().map(kept).collect()
}

/// Every walk of one participant (a keyed hash) that was not taken back.
pub(super) async fn of_holder(db: &Db, code: &str, who: &str) -> Result<Vec<WalkRow>, DbError> {
    let sql = walk_where!("session_code = $1 AND participant = $2 AND removed <> 1 ORDER BY id");
    db.all(sql, args![code, who]).await?.iter().map(kept).collect()
}

pub(super) async fn has_any(tx: &mut Tx, code: &str, who: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM walk WHERE session_code = $1 AND participant = $2 AND removed <> 1 LIMIT 1";
    Ok(tx.optional(sql, args![code, who]).await?.is_some())
}

/// What [`stop`] reads, in its order: photos of walks of a wijksessie, each with its walk. Where a photo is a pin, the pin says where
/// and what.
macro_rules! stops_where {
    ($which:literal) => {
        concat!(
            "SELECT f.walk_id, f.id, f.caption, f.address, f.width, f.height, f.thumbhash, f.approved, f.hidden, \
             COALESCE(p.lon, f.lon), COALESCE(p.lat, f.lat), COALESCE(p.kind, f.kind), COALESCE(p.theme, f.theme), \
    COALESCE(p.moment, f.moment), f.seq, f.matters, f.pin_id, f.poster \
             FROM photo f LEFT JOIN pin p ON p.session_code = f.session_code AND p.id = f.pin_id \
             WHERE f.session_code = $1 AND f.walk_id IS NOT NULL AND (f.pin_id IS NULL OR (p.removed = 0 AND p.withdrawn = 0)) ",
            $which,
            " ORDER BY f.walk_id, f.seq, f.id"
        )
    };
}

/// The photos of every walk of a wijksessie, in their order.
pub(super) async fn stops(db: &Db, code: &str) -> Result<Vec<(String, Stop)>, DbError> {
    db.all(stops_where!(""), args![code]).await?.iter().map(stop).collect()
}

/// The same of the walks of one participant (a keyed hash).
pub(super) async fn stops_of_holder(db: &Db, code: &str, who: &str) -> Result<Vec<(String, Stop)>, DbError> {
    let sql = stops_where!(
        "AND f.walk_id IN (SELECT w.id FROM walk w WHERE w.session_code = $1 AND w.participant = $2)"
    );
    db.all(sql, args![code, who]).await?.iter().map(stop).collect()
}

/// The same as far as they were approved.
pub(super) async fn approved_stops(db: &Db, code: &str) -> Result<Vec<(String, Stop)>, DbError> {
    let sql = stops_where!(
        "AND f.approved = 1 AND f.walk_id IN \
         (SELECT w.id FROM walk w WHERE w.session_code = $1 AND w.removed = 0)"
    );
    db.all(sql, args![code]).await?.iter().map(stop).collect()
}

fn stop(row: &Row) -> Result<(String, Stop), DbError> {
    let broken =
        |error: crate::input::session::UnknownWord| DbError::from(sqlx::Error::Decode(Box::new(error)));
    let approved = row.flag(7)?;
    let state = match (approved, row.flag(8)?) {
        (true, _) => StopState::Approved,
        (false, true) => StopState::Hidden,
        (false, false) => StopState::Waits,
    };
    let photo = Photo {
        id: row.get(1)?,
        caption: row.get(2)?,
        address: row.get(3)?,
        width: row.count(4)?,
        height: row.count(5)?,
        thumbhash: row.get(6)?,
        approved,
        poster: row.flag(17)?,
    };
    let place = row.get::<Option<f64>>(9)?.zip(row.get::<Option<f64>>(10)?);
    let stop = Stop {
        photo,
        place: place.map(|(lon, lat)| Place { lon, lat }),
        side: None,
        kind: row.get::<Option<String>>(11)?.map(|word| word.parse().map_err(broken)).transpose()?,
        theme: row.get(12)?,
        moment: row.get::<Option<String>>(13)?.map(|word| word.parse().map_err(broken)).transpose()?,
        at: row.count(14)?,
        matters: row.flag(15)?,
        pin: row.get::<Option<String>>(16)?.is_some(),
        state,
    };
    Ok((row.get(0)?, stop))
}

/// A photo of a walk of this participant (a keyed hash).
pub(super) async fn photo_of_holder(
    tx: &mut Tx,
    code: &str,
    id: &str,
    who: &str,
) -> Result<Option<Placed>, DbError> {
    let sql = "SELECT f.id, f.pin_id FROM photo f JOIN walk w ON w.session_code = f.session_code AND w.id = f.walk_id \
         WHERE f.session_code = $1 AND f.id = $2 AND w.participant = $3 AND w.removed <> 1";
    let Some(row) = tx.optional(sql, args![code, id, who]).await? else { return Ok(None) };
    let is_pin = row.get::<Option<String>>(1)?.is_some();
    Ok(Some(Placed { id: row.get(0)?, is_pin, theme: None, place: None }))
}

/// A photo of a walk in the database.
pub(super) struct Placed {
    pub id: String,
    pub is_pin: bool,
    /// Of the pin where it is one.
    pub theme: Option<String>,
    pub place: Option<Place>,
}

/// The photos of one walk: which of them are pins, and where they are.
pub(super) async fn placed(tx: &mut Tx, code: &str, walk: &str) -> Result<Vec<Placed>, DbError> {
    let sql = "SELECT f.id, f.pin_id, p.theme, COALESCE(p.lon, f.lon), \
         COALESCE(p.lat, f.lat) FROM photo f LEFT JOIN pin p ON p.session_code = f.session_code AND p.id = f.pin_id \
         WHERE f.session_code = $1 AND f.walk_id = $2 ORDER BY f.id";
    let rows = tx.all(sql, args![code, walk]).await?;
    rows.iter()
        .map(|row| {
            let place = row.get::<Option<f64>>(3)?.zip(row.get::<Option<f64>>(4)?);
            let place = place.map(|(lon, lat)| Place { lon, lat });
            Ok(Placed {
                id: row.get(0)?,
                is_pin: row.get::<Option<String>>(1)?.is_some(),
                theme: row.get(2)?,
                place,
            })
        })
        .collect()
}
