//! All SQL about what comes after closing.

use super::Left;
use crate::args;
use crate::input::moderation::{Behind, Item, Of, item_of_row, part_behind};
use crate::input::pins::{self, LatePin, Pin};
use crate::place::buurt::Place;
use crate::platform::{Db, DbError, Row, Tx};

/// What stands under the id of a late pin.
pub(super) enum Under {
    /// It waits: the hash of what was sent.
    Waits(String),
    /// Somebody decided about it.
    Decided,
}

/// Puts a late pin in; false where the id is taken.
pub(super) async fn insert(tx: &mut Tx, code: &str, late: &LatePin) -> Result<bool, DbError> {
    let pin = &late.pin;
    let sql = "INSERT INTO late_pin (session_code, id, decided, participant, put_hash, lon, lat, kind, theme, moment, people, \
         text, created_at) VALUES ($1, $2, 0, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
         ON CONFLICT (session_code, id) DO NOTHING";
    let mut args = args![code, &late.id, &late.participant, &late.put_hash];
    args.extend(pins::said(pin));
    args.push(pin.created_at.clone().into());
    Ok(tx.execute(sql, args).await? == 1)
}

pub(super) async fn under(tx: &mut Tx, code: &str, id: &str) -> Result<Option<Under>, DbError> {
    let sql = "SELECT decided, put_hash FROM late_pin WHERE session_code = $1 AND id = $2";
    let row = tx.optional(sql, args![code, id]).await?;
    let read = |row: Row| if row.flag(0)? { Ok(Under::Decided) } else { row.get(1).map(Under::Waits) };
    row.map(read).transpose()
}

pub(super) async fn waits(db: &Db, code: &str, id: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM late_pin WHERE session_code = $1 AND id = $2 AND decided = 0";
    Ok(db.optional(sql, args![code, id]).await?.is_some())
}

/// Whether this pin, or somebody of whom this is the key, came late before.
pub(super) async fn is_known(db: &Db, code: &str, id: &str, who: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM late_pin WHERE session_code = $1 AND (id = $2 OR participant = $3) LIMIT 1";
    Ok(db.optional(sql, args![code, id, who]).await?.is_some())
}

pub(super) async fn has_any(tx: &mut Tx, code: &str, who: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM late_pin WHERE session_code = $1 AND participant = $2 AND decided = 0 LIMIT 1";
    Ok(tx.optional(sql, args![code, who]).await?.is_some())
}

/// How many wait beside what this one sent: of all who were not set aside, or of all who were.
pub(super) async fn count_beside(tx: &mut Tx, code: &str, who: &str) -> Result<i64, DbError> {
    let sql = "SELECT COUNT(*) FROM late_pin l WHERE l.session_code = $1 AND l.decided = 0 AND \
         EXISTS (SELECT 1 FROM aside o WHERE o.session_code = $1 AND o.participant = l.participant) = \
         EXISTS (SELECT 1 FROM aside o WHERE o.session_code = $1 AND o.participant = $2)";
    tx.optional(sql, args![code, who]).await?.map_or(Ok(0), |row| row.get(0))
}

/// What [`late`] reads, in its order.
macro_rules! late_where {
    ($rest:literal) => {
        concat!(
            "SELECT id, participant, put_hash, lon, lat, kind, theme, moment, people, text, created_at, version FROM late_pin \
             WHERE session_code = $1 AND decided = 0 ",
            $rest
        )
    };
}

fn late(row: &Row) -> Result<LatePin, DbError> {
    let broken =
        |error: crate::input::session::UnknownWord| DbError::from(sqlx::Error::Decode(Box::new(error)));
    let place = row.get::<Option<f64>>(3)?.zip(row.get::<Option<f64>>(4)?);
    let moment = row.get::<Option<String>>(7)?;
    Ok(LatePin {
        id: row.get(0)?,
        participant: row.get(1)?,
        put_hash: row.get(2)?,
        pin: Pin {
            place: place.map(|(lon, lat)| Place { lon, lat }),
            kind: row.get::<String>(5)?.parse().map_err(broken)?,
            theme: row.get(6)?,
            moment: moment.map(|word| word.parse().map_err(broken)).transpose()?,
            people: row.count(8)?,
            text: row.get(9)?,
            created_at: row.get(10)?,
        },
    })
}

/// Those about which nobody decided, in the order of random ids.
pub(super) async fn waiting(db: &Db, code: &str) -> Result<Vec<LatePin>, DbError> {
    db.all(late_where!("ORDER BY id"), args![code]).await?.iter().map(late).collect()
}

/// One about which nobody decided, with its version; nobody else decides about it or changes it until `tx` ends.
pub(super) async fn find_locked(
    tx: &mut Tx,
    code: &str,
    id: &str,
) -> Result<Option<(LatePin, i64)>, DbError> {
    let row = tx.optional_locked(late_where!("AND id = $2"), args![code, id]).await?;
    row.map(|row| Ok((late(&row)?, row.get(11)?))).transpose()
}

/// Keeps what one that waits says from now on; whoever decides about what it said before is told.
pub(super) async fn change(tx: &mut Tx, code: &str, id: &str, pin: &Pin) -> Result<(), DbError> {
    let sql = "UPDATE late_pin SET lon = $3, lat = $4, kind = $5, theme = $6, moment = $7, people = $8, text = $9, \
         version = version + 1 WHERE session_code = $1 AND id = $2 AND decided = 0";
    let mut args = args![code, id];
    args.extend(pins::said(pin));
    tx.execute(sql, args).await?;
    Ok(())
}

/// What [`item_of_row`] reads: of a wijksessie that is closed and not released, and not of somebody who was set aside.
macro_rules! queue_where {
    ($($rest:tt)*) => {
        concat!(
            "SELECT l.id, l.text, l.kind, l.theme, l.lon, l.lat, l.version, CAST(0 AS BIGINT), CAST(0 AS BIGINT) \
             FROM late_pin l JOIN wijksessie s ON s.code = l.session_code \
             WHERE l.session_code = $1 AND l.decided = 0 AND s.status = 'closed' AND NOT EXISTS (SELECT 1 FROM aside o \
             WHERE o.session_code = l.session_code AND o.participant = l.participant) ",
            $($rest)*
        )
    };
}

/// A part of what waits for a begeleider: strengths first, then in the order of random ids.
pub(super) async fn queue(db: &Db, code: &str, behind: Behind<'_>) -> Result<Vec<Item>, DbError> {
    let sql =
        queue_where!(part_behind!("CASE WHEN l.kind IN ('gaat-goed', 'kracht') THEN 2 ELSE 3 END", "l.id"));
    db.all(sql, behind.args(code)).await?.iter().map(|row| item_of_row(row, Of::Late)).collect()
}

/// How many wait for a begeleider.
pub(super) async fn count_queue(db: &Db, code: &str) -> Result<i64, DbError> {
    let sql = "SELECT COUNT(*) FROM late_pin l JOIN wijksessie s ON s.code = l.session_code \
         WHERE l.session_code = $1 AND l.decided = 0 AND s.status = 'closed' AND NOT EXISTS (SELECT 1 FROM aside o \
         WHERE o.session_code = l.session_code AND o.participant = l.participant)";
    db.optional(sql, args![code]).await?.map_or(Ok(0), |row| row.get(0))
}

/// One that waits for a begeleider.
pub(super) async fn in_queue(tx: &mut Tx, code: &str, id: &str) -> Result<Option<Item>, DbError> {
    let row = tx.optional(queue_where!("AND l.id = $2"), args![code, id]).await?;
    row.map(|row| item_of_row(&row, Of::Late)).transpose()
}

/// Those of a traject with a theme and a place: wijksessie, id, theme, place. Nobody else changes them until `tx` ends.
pub(super) async fn placed(
    tx: &mut Tx,
    traject: &str,
) -> Result<Vec<(String, String, String, Place)>, DbError> {
    let sql = "SELECT session_code, id, theme, lon, lat FROM late_pin WHERE session_code IN \
         (SELECT code FROM wijksessie WHERE traject_id = $1) \
         AND decided = 0 AND theme IS NOT NULL AND lon IS NOT NULL ORDER BY session_code, id";
    let rows = tx.all_locked(sql, args![traject]).await?;
    rows.iter()
        .map(|row| {
            let place = Place { lon: row.get(3)?, lat: row.get(4)? };
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, place))
        })
        .collect()
}

pub(super) async fn place(tx: &mut Tx, code: &str, id: &str, place: Place) -> Result<(), DbError> {
    let sql = "UPDATE late_pin SET lon = $3, lat = $4 WHERE session_code = $1 AND id = $2 AND decided = 0";
    tx.execute(sql, args![code, id, place.lon, place.lat]).await?;
    Ok(())
}

/// Forgets everything of a late pin but its id; false where somebody else did.
pub(super) async fn decide(tx: &mut Tx, code: &str, id: &str) -> Result<bool, DbError> {
    let sql = "UPDATE late_pin SET decided = 1, participant = NULL, put_hash = NULL, lon = NULL, lat = NULL, kind = NULL, \
         theme = NULL, moment = NULL, people = 0, text = NULL, created_at = NULL \
         WHERE session_code = $1 AND id = $2 AND decided = 0";
    Ok(tx.execute(sql, args![code, id]).await? == 1)
}

/// Keeps how much a device holds; of one that holds nothing, nothing.
pub(super) async fn hold(
    tx: &mut Tx,
    code: &str,
    device: &str,
    items: i64,
    most: i64,
) -> Result<(), DbError> {
    if items == 0 {
        let sql = "DELETE FROM device_hold WHERE session_code = $1 AND device = $2";
        tx.execute(sql, args![code, device]).await?;
        return Ok(());
    }
    let sql = "INSERT INTO device_hold (session_code, device, items) SELECT $1, $2, CAST($3 AS BIGINT) \
         WHERE (SELECT COUNT(*) FROM device_hold WHERE session_code = $1) < $4 \
         OR EXISTS (SELECT 1 FROM device_hold WHERE session_code = $1 AND device = $2) \
         ON CONFLICT (session_code, device) DO UPDATE SET items = excluded.items";
    tx.execute(sql, args![code, device, items, most]).await?;
    Ok(())
}

/// What is left outside; those of whom somebody was set aside wait for nobody.
pub(super) async fn left(db: &Db, code: &str) -> Result<Left, DbError> {
    let sql = "SELECT COUNT(*), COALESCE(CAST(SUM(items) AS BIGINT), 0), \
         (SELECT COUNT(*) FROM late_pin l WHERE l.session_code = $1 AND l.decided = 0 AND NOT EXISTS \
         (SELECT 1 FROM aside o WHERE o.session_code = l.session_code AND o.participant = l.participant)) \
         FROM device_hold WHERE session_code = $1";
    let row = db.optional(sql, args![code]).await?;
    row.map_or(Ok(Left::default()), |row| {
        Ok(Left { devices: row.get(0)?, items: row.get(1)?, waiting: row.get(2)? })
    })
}

/// Forgets everything of a wijksessie.
pub(super) async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM late_pin WHERE session_code = $1", args![code]).await?;
    tx.execute("DELETE FROM device_hold WHERE session_code = $1", args![code]).await?;
    Ok(())
}
