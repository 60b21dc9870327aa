//! SQL about what a room was shown.

use std::sync::LazyLock;

use super::model::{Dot, One, Pins, Said};
use crate::args;
use crate::place::buurt::Place;
use crate::platform::db::Arg;
use crate::platform::{Db, DbError, Row, Tx};

/// Says whether anything changed that a picture hangs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Print {
    /// How often the picture was written.
    pub writes: i64,
    /// Numbers about pins and photos of which one is another after any change.
    numbers: [i64; 8],
}

/// A change of a pin or a photo makes its version grow, or takes it away, or sets a flag; there are only more of them.
const PRINT: &str = "SELECT COALESCE((SELECT writes FROM room_picture WHERE session_code = $1), 0), \
     COUNT(*), CAST(COALESCE(SUM(version), 0) AS BIGINT), CAST(COALESCE(SUM(removed), 0) AS BIGINT), \
     CAST(COALESCE(SUM(withdrawn), 0) AS BIGINT), CAST(COALESCE(SUM(approved), 0) AS BIGINT), \
     (SELECT COUNT(*) FROM photo WHERE session_code = $1), \
     (SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM photo WHERE session_code = $1), \
     (SELECT CAST(COALESCE(SUM(approved), 0) AS BIGINT) FROM photo WHERE session_code = $1) \
     FROM pin WHERE session_code = $1";

pub(super) async fn print(db: &Db, code: &str) -> Result<Print, DbError> {
    let row = db.optional(PRINT, args![code]).await?;
    let mut numbers = [0; 8];
    let Some(row) = row else { return Ok(Print { writes: 0, numbers }) };
    for (at, number) in numbers.iter_mut().enumerate() {
        *number = row.get(at + 1)?;
    }
    Ok(Print { writes: row.get(0)?, numbers })
}

/// A pin as it is now: what of it the room may see, and its approved words.
pub(super) struct There {
    pub id: String,
    pub dot: Dot,
    /// Its words, where somebody approved it; they may be empty.
    pub approved: Option<String>,
}

/// Every pin of a wijksessie that was not taken back; its place is where it was put.
pub(super) async fn there(db: &Db, code: &str) -> Result<Vec<There>, DbError> {
    let sql = "SELECT p.id, p.participant, p.lon, p.lat, p.kind, p.theme, \
         CASE WHEN p.approved = 1 AND p.hidden = 0 THEN p.text END FROM pin p \
         WHERE p.session_code = $1 AND p.removed = 0 AND p.withdrawn = 0 ORDER BY p.id";
    let rows = db.all(sql, args![code]).await?;
    rows.iter().map(|row| Ok(There { id: row.get(0)?, dot: dot(row)?, approved: row.get(6)? })).collect()
}

/// What is remembered as shown: its version, how often it was written, the pins.
pub(super) async fn shown(db: &Db, code: &str) -> Result<(i64, i64, Pins), DbError> {
    let sql = "SELECT version, writes FROM room_picture WHERE session_code = $1";
    let Some(row) = db.optional(sql, args![code]).await? else { return Ok((0, 0, Pins::new())) };
    let sql = "SELECT pin_id, participant, lon, lat, kind, theme, words, photos FROM room_pin WHERE session_code = $1";
    let pins = db.all(sql, args![code]).await?;
    let one = |row: &Row| {
        let photos: String = row.get(7)?;
        let photos = photos.split(' ').filter(|id| !id.is_empty()).map(str::to_owned).collect();
        Ok::<_, DbError>((row.get(0)?, One { dot: dot(row)?, said: Said { words: row.get(6)?, photos } }))
    };
    Ok((row.get(0)?, row.get(1)?, pins.iter().map(one).collect::<Result<_, _>>()?))
}

fn dot(row: &Row) -> Result<Dot, DbError> {
    let broken =
        |error: crate::input::session::UnknownWord| DbError::from(sqlx::Error::Decode(Box::new(error)));
    let place = row.get::<Option<f64>>(2)?.zip(row.get::<Option<f64>>(3)?);
    Ok(Dot {
        participant: row.get(1)?,
        place: place.map(|(lon, lat)| Place { lon, lat }),
        kind: row.get::<String>(4)?.parse().map_err(broken)?,
        theme: row.get(5)?,
    })
}

/// Takes the right to write; false where somebody else wrote since it had been written `writes` times.
pub(super) async fn begin(tx: &mut Tx, code: &str, writes: i64) -> Result<bool, DbError> {
    let sql = "INSERT INTO room_picture (session_code, version, writes) VALUES ($1, 0, 0) ON CONFLICT (session_code) DO NOTHING";
    tx.execute(sql, args![code]).await?;
    let sql = "SELECT writes FROM room_picture WHERE session_code = $1";
    let row = tx.optional_locked(sql, args![code]).await?;
    Ok(row.map(|row| row.get::<i64>(0)).transpose()? == Some(writes))
}

/// It was written; with a new version where others see something new.
pub(super) async fn written(tx: &mut Tx, code: &str, turned: bool) -> Result<(), DbError> {
    let sql = "UPDATE room_picture SET writes = writes + 1, version = version + $2 WHERE session_code = $1";
    tx.execute(sql, args![code, turned]).await?;
    Ok(())
}

/// Pins that go in with one statement.
const AT_ONCE: usize = 40;

fn insert_of(pins: usize) -> String {
    let row = |at: usize| {
        let places: Vec<String> = (2..=9).map(|n| format!("${}", n + 8 * at)).collect();
        format!("($1, {})", places.join(", "))
    };
    let rows: Vec<String> = (0..pins).map(row).collect();
    let columns = "session_code, pin_id, participant, lon, lat, kind, theme, words, photos";
    format!("INSERT INTO room_pin ({columns}) VALUES {}", rows.join(", "))
}

static INSERT_MANY: LazyLock<String> = LazyLock::new(|| insert_of(AT_ONCE));
static INSERT_ONE: LazyLock<String> = LazyLock::new(|| insert_of(1));

fn values((id, one): &(String, One)) -> Vec<Arg> {
    let (dot, photos) = (&one.dot, one.said.photos.iter().map(String::as_str).collect::<Vec<_>>().join(" "));
    args![
        id,
        &dot.participant,
        dot.place.map(|place| place.lon),
        dot.place.map(|place| place.lat),
        dot.kind.word(),
        dot.theme.clone(),
        one.said.words.clone(),
        photos
    ]
}

/// Remembers pins that were not shown before.
pub(super) async fn insert(tx: &mut Tx, code: &str, pins: &[(String, One)]) -> Result<(), DbError> {
    let many = pins.chunks_exact(AT_ONCE);
    let rest = many.remainder();
    for (sql, some) in many
        .map(|some| (INSERT_MANY.as_str(), some))
        .chain(rest.chunks(1).map(|one| (INSERT_ONE.as_str(), one)))
    {
        let mut all = args![code];
        all.extend(some.iter().flat_map(values));
        tx.execute(sql, all).await?;
    }
    Ok(())
}

/// Remembers a pin as it is shown now.
pub(super) async fn update(tx: &mut Tx, code: &str, pin: &(String, One)) -> Result<(), DbError> {
    let sql = "UPDATE room_pin SET participant = $3, lon = $4, lat = $5, kind = $6, theme = $7, words = $8, photos = $9 \
         WHERE session_code = $1 AND pin_id = $2";
    let mut all = args![code];
    all.extend(values(pin));
    tx.execute(sql, all).await?;
    Ok(())
}

/// Forgets that a pin was shown.
pub(super) async fn remove(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM room_pin WHERE session_code = $1 AND pin_id = $2", args![code, id]).await?;
    Ok(())
}

/// Forgets what is not there any more of moments that are over, and all of those that were released. How many pins.
pub(super) async fn tidy(tx: &mut Tx) -> Result<u64, DbError> {
    let sql = "DELETE FROM room_pin WHERE session_code IN (SELECT code FROM wijksessie WHERE status = 'released') \
         OR (session_code IN (SELECT code FROM wijksessie WHERE status = 'closed') AND NOT EXISTS (SELECT 1 FROM pin p \
         WHERE p.session_code = room_pin.session_code AND p.id = room_pin.pin_id AND p.removed = 0 AND p.withdrawn = 0))";
    tx.execute(sql, args![]).await
}

/// Forgets what a room was shown.
pub(super) async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM room_pin WHERE session_code = $1", args![code]).await?;
    tx.execute("DELETE FROM room_picture WHERE session_code = $1", args![code]).await?;
    Ok(())
}
