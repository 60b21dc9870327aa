//! All SQL about photos.

use std::collections::HashSet;

use super::OnWalk;
use crate::args;
use crate::input::session::{Kind, Moment};
use crate::place::buurt::Place;
use crate::platform::db::at_once;
use crate::platform::{Db, DbError, Row, Tx};

/// A photo as it is kept: its files stand under `content`. It belongs to a pin, to a walk, or to both.
pub(super) struct PhotoRow {
    pub id: String,
    pub pin: Option<String>,
    pub put_hash: String,
    pub content: String,
    pub address: String,
    pub caption: String,
    pub width: u32,
    pub height: u32,
    pub thumbhash: Vec<u8>,
    pub approved: bool,
    /// Whoever sent it says that it may be on the poster.
    pub poster: bool,
    /// Grows with each change and each decision.
    pub version: i64,
    /// Written, never read here: the walk's own list does.
    pub on_walk: Option<OnWalk>,
}

/// Another picture in the place of the one before.
pub(super) struct Change {
    pub id: String,
    /// The version that was seen.
    pub version: i64,
    /// Also where somebody decided about it.
    pub again: bool,
    pub before: String,
    pub content: String,
    pub width: u32,
    pub height: u32,
    pub thumbhash: Vec<u8>,
}

/// What somebody decides about a photo, and what of it is written with that.
pub struct Ruling<'a> {
    /// Others may see it.
    pub approved: bool,
    /// Nobody else sees it.
    pub hidden: bool,
    /// Why not, as a word.
    pub reason: Option<&'a str>,
    /// The words beside it from now on.
    pub caption: &'a str,
    /// Its address from now on.
    pub address: &'a str,
    /// The version that was seen.
    pub version: i64,
    /// Also where somebody decided before.
    pub again: bool,
}

/// What [`kept`] reads, in its order.
macro_rules! kept_from_photo {
    ($rest:literal) => {
        concat!(
            "SELECT id, pin_id, put_hash, content, address, caption, width, height, thumbhash, approved, \
             poster, version FROM photo ",
            $rest
        )
    };
}

fn kept(row: &Row) -> Result<PhotoRow, DbError> {
    Ok(PhotoRow {
        id: row.get(0)?,
        pin: row.get(1)?,
        put_hash: row.get(2)?,
        content: row.get(3)?,
        address: row.get(4)?,
        caption: row.get(5)?,
        width: row.count(6)?,
        height: row.count(7)?,
        thumbhash: row.get(8)?,
        approved: row.flag(9)?,
        poster: row.flag(10)?,
        version: row.get(11)?,
        on_walk: None,
    })
}

const BY_ID: &str = kept_from_photo!("WHERE id = $1");

pub(super) async fn find(tx: &mut Tx, id: &str) -> Result<Option<PhotoRow>, DbError> {
    tx.optional(BY_ID, args![id]).await?.as_ref().map(kept).transpose()
}

/// Whether there was a photo with this id that was deleted.
pub(super) async fn was_deleted(tx: &mut Tx, id: &str) -> Result<bool, DbError> {
    Ok(tx.optional("SELECT 1 FROM photo_gone WHERE photo_id = $1", args![id]).await?.is_some())
}

/// As [`find`], outside a transaction.
pub(super) async fn find_now(db: &Db, id: &str) -> Result<Option<PhotoRow>, DbError> {
    db.optional(BY_ID, args![id]).await?.as_ref().map(kept).transpose()
}

pub(super) async fn by_address(db: &Db, address: &str) -> Result<Option<PhotoRow>, DbError> {
    let sql = kept_from_photo!("WHERE address = $1");
    db.optional(sql, args![address]).await?.as_ref().map(kept).transpose()
}

pub(super) async fn is_gone(db: &Db, address: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM photo_gone WHERE address = $1";
    Ok(db.optional(sql, args![address]).await?.is_some())
}

/// Puts a photo in; false where the id is taken.
pub(super) async fn insert(tx: &mut Tx, code: &str, photo: &PhotoRow) -> Result<bool, DbError> {
    let sql = "INSERT INTO photo (id, session_code, pin_id, put_hash, content, address, caption, width, height, \
         thumbhash, walk_id, lon, lat, kind, theme, moment, seq, matters, poster, approved) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 0) \
         ON CONFLICT (id) DO NOTHING";
    let OnWalk { walk, about } = photo.on_walk.clone().unwrap_or_default();
    let args = args![
        &photo.id,
        code,
        photo.pin.clone(),
        &photo.put_hash,
        &photo.content,
        &photo.address,
        &photo.caption,
        photo.width,
        photo.height,
        photo.thumbhash.clone(),
        Some(walk).filter(|walk| !walk.is_empty()),
        about.place.map(|place| place.lon),
        about.place.map(|place| place.lat),
        about.kind.map(Kind::word),
        about.theme,
        about.moment.map(Moment::word),
        about.at,
        about.matters,
        photo.poster
    ];
    Ok(tx.execute(sql, args).await? == 1)
}

/// Puts another picture in the place of the one before, in every photo of the wijksessie that shows it: their ids.
/// Nothing where somebody else decided first, or changed it.
pub(super) async fn change(tx: &mut Tx, change: &Change) -> Result<Option<Vec<String>>, DbError> {
    // All of them first, in their order: two changes of the same picture at two pins go one after the other.
    let same = "SELECT id FROM photo WHERE content = $2 \
         AND session_code = (SELECT session_code FROM photo WHERE id = $1) ORDER BY id";
    let rows = tx.all_locked(same, args![&change.id, &change.before]).await?;
    let ids: Vec<String> = rows.iter().map(|row| row.get(0)).collect::<Result<_, _>>()?;
    // The condition stands in the change itself, so of two that come together one is told.
    let mine = "UPDATE photo SET version = version + 1 WHERE id = $1 AND version = $2 AND content = $3 \
         AND (approved + hidden = 0 OR $4 = 1)";
    if tx.execute(mine, args![&change.id, change.version, &change.before, change.again]).await? == 0 {
        return Ok(None);
    }
    let sql = "UPDATE photo SET content = $2, width = $3, height = $4, thumbhash = $5, version = version + $6 WHERE id = $1";
    for id in &ids {
        let more = i64::from(*id != change.id);
        let args = args![id, &change.content, change.width, change.height, change.thumbhash.clone(), more];
        tx.execute(sql, args).await?;
    }
    Ok(Some(ids))
}

/// Gives a photo another address; the one it had does not hold any more.
pub(super) async fn move_to(tx: &mut Tx, id: &str, address: &str) -> Result<(), DbError> {
    let gone = "INSERT INTO photo_gone (address) SELECT address FROM photo WHERE id = $1 \
         ON CONFLICT (address) DO NOTHING";
    tx.execute(gone, args![id]).await?;
    tx.execute("UPDATE photo SET address = $2 WHERE id = $1", args![id, address]).await?;
    Ok(())
}

/// Writes what was decided about a photo, under a new address; false where somebody else decided first, or it changed.
pub(super) async fn decide(tx: &mut Tx, id: &str, ruling: &Ruling<'_>) -> Result<bool, DbError> {
    let old = "SELECT address FROM photo WHERE id = $1";
    let Some(old) = tx.optional(old, args![id]).await? else { return Ok(false) };
    let sql = "UPDATE photo SET approved = $2, hidden = $3, caption = $4, reason = $5, address = $6, \
         version = version + 1 WHERE id = $1 AND (approved + hidden = 0 OR $7 = 1) AND version = $8";
    let args = args![
        id,
        ruling.approved,
        ruling.hidden,
        ruling.caption,
        ruling.reason.map(str::to_owned),
        ruling.address,
        ruling.again,
        ruling.version
    ];
    if tx.execute(sql, args).await? == 0 {
        return Ok(false);
    }
    let gone = "INSERT INTO photo_gone (address) VALUES ($1) ON CONFLICT (address) DO NOTHING";
    tx.execute(gone, args![old.get::<String>(0)?]).await?;
    Ok(true)
}

/// Hides a photo as far as it may still be decided about; false where it may not.
pub(super) async fn hide(tx: &mut Tx, id: &str, again: bool) -> Result<bool, DbError> {
    let sql = "UPDATE photo SET hidden = 1 WHERE id = $1 AND (approved + hidden = 0 OR $2 = 1)";
    Ok(tx.execute(sql, args![id, again]).await? == 1)
}

pub(super) async fn count(tx: &mut Tx, code: &str, pin: &str) -> Result<i64, DbError> {
    let sql = "SELECT COUNT(*) FROM photo WHERE session_code = $1 AND pin_id = $2";
    let row = tx.optional(sql, args![code, pin]).await?;
    row.map_or(Ok(0), |row| row.get(0))
}

/// How many photos a walk has, and how many of them matter.
pub(super) async fn count_on_walk(tx: &mut Tx, code: &str, walk: &str) -> Result<(i64, i64), DbError> {
    let sql = "SELECT COUNT(*), COALESCE(CAST(SUM(matters) AS BIGINT), 0) FROM photo \
         WHERE session_code = $1 AND walk_id = $2";
    let row = tx.optional(sql, args![code, walk]).await?;
    row.map_or(Ok((0, 0)), |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Moves a photo that is no pin; nowhere, where it has no place any more.
pub(super) async fn place(tx: &mut Tx, id: &str, place: Option<Place>) -> Result<(), DbError> {
    let sql = "UPDATE photo SET lon = $2, lat = $3 WHERE id = $1";
    tx.execute(sql, args![id, place.map(|place| place.lon), place.map(|place| place.lat)]).await?;
    Ok(())
}

/// The photos of some pins, at most [`AT_ONCE`](crate::platform::db::AT_ONCE).
pub(super) async fn of_pins(db: &Db, code: &str, pins: &[&str]) -> Result<Vec<PhotoRow>, DbError> {
    let sql = kept_from_photo!(
        "WHERE session_code = $1 AND pin_id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, \
         $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, \
         $41) ORDER BY id"
    );
    let args = args![code].into_iter().chain(at_once(pins)).collect();
    db.all(sql, args).await?.iter().map(kept).collect()
}

/// The approved photos of pins of a wijksessie: pin and photo.
pub(super) async fn approved_at_pins(db: &Db, code: &str) -> Result<Vec<(String, String)>, DbError> {
    let sql = "SELECT pin_id, id FROM photo WHERE session_code = $1 AND approved = 1 AND hidden = 0 \
         AND pin_id IS NOT NULL ORDER BY id";
    db.all(sql, args![code]).await?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Forgets the photos of a pin that is held; their contents. Whether another photo shows one too is asked when this is
/// committed: that one may be going at the same moment.
pub(super) async fn remove_of_pin(tx: &mut Tx, code: &str, pin: &str) -> Result<Vec<String>, DbError> {
    let sql = "SELECT id, address, content FROM photo WHERE session_code = $1 AND pin_id = $2 ORDER BY id";
    let rows = tx.all_locked(sql, args![code, pin]).await?;
    forget(tx, &rows).await
}

/// Forgets photos that are locked (id, address, content) and remembers their addresses, so that they answer 410; their contents.
async fn forget(tx: &mut Tx, rows: &[Row]) -> Result<Vec<String>, DbError> {
    let gone = "INSERT INTO photo_gone (address, photo_id) VALUES ($1, $2) ON CONFLICT (address) DO NOTHING";
    let mut contents = Vec::new();
    for row in rows {
        let (id, address) = (row.get::<String>(0)?, row.get::<String>(1)?);
        tx.execute("DELETE FROM photo WHERE id = $1", args![&id]).await?;
        tx.execute(gone, args![address, id]).await?;
        contents.push(row.get(2)?);
    }
    Ok(contents)
}

/// Forgets one photo; its content.
pub(super) async fn remove_one(tx: &mut Tx, id: &str) -> Result<Vec<String>, DbError> {
    let rows = tx.all_locked("SELECT id, address, content FROM photo WHERE id = $1", args![id]).await?;
    forget(tx, &rows).await
}

/// Whether a photo uses this content.
pub(super) async fn is_used(db: &Db, content: &str) -> Result<bool, DbError> {
    Ok(db.optional("SELECT 1 FROM photo WHERE content = $1", args![content]).await?.is_some())
}

/// Forgets every photo of a wijksessie; their contents.
pub(super) async fn erase(tx: &mut Tx, code: &str) -> Result<Vec<String>, DbError> {
    let sql = "SELECT id, address, content FROM photo WHERE session_code = $1 ORDER BY id";
    let rows = tx.all_locked(sql, args![code]).await?;
    forget(tx, &rows).await
}

/// Every content that a photo uses.
pub(super) async fn contents(db: &Db) -> Result<HashSet<String>, DbError> {
    let rows = db.all("SELECT DISTINCT content FROM photo", args![]).await?;
    rows.iter().map(|row| row.get(0)).collect()
}
