//! All SQL about answers.

use super::{About, Answer, Says, Voice};
use crate::args;
use crate::pins::Place;
use crate::platform::{Db, DbError, Row, Tx};

fn broken(error: crate::session::UnknownWord) -> DbError {
    sqlx::Error::Decode(Box::new(error)).into()
}

/// An answer as it is kept.
pub(super) struct Kept {
    pub id: String,
    /// Whose it is, as a key within its wijksessie.
    pub participant: String,
    pub put_hash: String,
    pub answer: Answer,
}

/// What stands under an id.
pub(super) enum Under {
    Answer(Box<Kept>),
    Removed,
}

/// What [`under`] reads, in its order.
macro_rules! answer_where {
    ($rest:literal) => {
        concat!(
            "SELECT id, removed, participant, put_hash, about, point_id, lon, lat, says, words FROM answer WHERE session_code = $1 AND ",
            $rest
        )
    };
}

fn under(row: &Row) -> Result<Under, DbError> {
    // One that is set aside (2) is there for whoever made it.
    if row.get::<i64>(1)? == 1 {
        return Ok(Under::Removed);
    }
    let place = row.get::<Option<f64>>(6)?.zip(row.get::<Option<f64>>(7)?);
    let answer = Answer {
        about: row.get::<String>(4)?.parse::<About>().map_err(broken)?,
        point: row.get(5)?,
        place: place.map(|(lon, lat)| Place { lon, lat }),
        says: row.get::<String>(8)?.parse::<Says>().map_err(broken)?,
        words: row.get(9)?,
    };
    Ok(Under::Answer(Box::new(Kept {
        id: row.get(0)?,
        participant: row.get(2)?,
        put_hash: row.get(3)?,
        answer,
    })))
}

/// The answer under an id; nobody else changes it until `tx` ends.
pub(super) async fn find(tx: &mut Tx, code: &str, id: &str) -> Result<Option<Under>, DbError> {
    tx.optional_locked(answer_where!("id = $2"), args![code, id]).await?.as_ref().map(under).transpose()
}

/// Puts an answer in; false where the id is taken. Without words there is nothing to wait for.
pub(super) async fn insert(tx: &mut Tx, code: &str, new: &Kept) -> Result<bool, DbError> {
    let sql = "INSERT INTO answer (session_code, id, removed, participant, put_hash, about, point_id, lon, lat, says, words, \
         approved, hidden, version) VALUES ($1, $2, 0, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0) \
         ON CONFLICT (session_code, id) DO NOTHING";
    let answer = &new.answer;
    let args = args![
        code,
        &new.id,
        &new.participant,
        &new.put_hash,
        answer.about.word(),
        answer.point.clone(),
        answer.place.map(|place| place.lon),
        answer.place.map(|place| place.lat),
        answer.says.word(),
        &answer.words,
        answer.words.is_empty()
    ];
    Ok(tx.execute(sql, args).await? == 1)
}

/// Forgets everything of an answer but its id.
pub(super) async fn remove(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    let sql = "UPDATE answer SET removed = 1, participant = NULL, put_hash = NULL, about = NULL, point_id = NULL, lon = NULL, \
         lat = NULL, says = NULL, words = NULL, reason = NULL WHERE session_code = $1 AND id = $2";
    tx.execute(sql, args![code, id]).await?;
    Ok(())
}

/// Every answer of one participant (a keyed hash) that was not taken back, in the order of random ids.
pub(super) async fn of_holder(db: &Db, code: &str, who: &str) -> Result<Vec<Kept>, DbError> {
    let sql = answer_where!("participant = $2 AND removed <> 1 ORDER BY id");
    let rows = db.all(sql, args![code, who]).await?;
    let all = rows.iter().map(under).collect::<Result<Vec<_>, _>>()?.into_iter();
    Ok(all
        .filter_map(|under| match under {
            Under::Answer(kept) => Some(*kept),
            Under::Removed => None,
        })
        .collect())
}

/// Every answer of a wijksessie for counting: what it is about, and the voice; words only where they were approved.
pub(super) async fn voices(
    db: &Db,
    code: &str,
) -> Result<Vec<(About, Option<String>, Option<Place>, Voice)>, DbError> {
    let sql = "SELECT about, point_id, lon, lat, participant, says, CASE WHEN approved = 1 AND hidden = 0 THEN words ELSE '' END \
         FROM answer WHERE session_code = $1 AND removed = 0 ORDER BY id";
    let rows = db.all(sql, args![code]).await?;
    let voice = |row: &Row| {
        let place = row.get::<Option<f64>>(2)?.zip(row.get::<Option<f64>>(3)?);
        let voice = Voice {
            who: (code.to_owned(), row.get(4)?),
            says: row.get::<String>(5)?.parse::<Says>().map_err(broken)?,
            words: row.get(6)?,
        };
        let about = row.get::<String>(0)?.parse::<About>().map_err(broken)?;
        Ok((about, row.get(1)?, place.map(|(lon, lat)| Place { lon, lat }), voice))
    };
    rows.iter().map(voice).collect()
}

/// How many people answered who are counted nowhere else in this wijksessie: somebody who put a pin as well is one person.
const PEOPLE: &str = "SELECT COUNT(DISTINCT a.participant) FROM answer a WHERE a.session_code = $1 AND a.removed = 0 \
     AND NOT EXISTS (SELECT 1 FROM pin p WHERE p.session_code = a.session_code AND p.participant = a.participant) \
     AND NOT EXISTS (SELECT 1 FROM me_too m WHERE m.session_code = a.session_code AND m.participant = a.participant)";

pub(super) async fn people(tx: &mut Tx, code: &str) -> Result<u32, DbError> {
    let row = tx.optional(PEOPLE, args![code]).await?;
    row.map_or(Ok(0), |row| Ok(u32::try_from(row.get::<i64>(0)?).unwrap_or(u32::MAX)))
}

/// As [`people`], for looking only.
pub(super) async fn people_now(db: &Db, code: &str) -> Result<u32, DbError> {
    let row = db.optional(PEOPLE, args![code]).await?;
    row.map_or(Ok(0), |row| Ok(u32::try_from(row.get::<i64>(0)?).unwrap_or(u32::MAX)))
}

/// Forgets every answer of a wijksessie.
pub(super) async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM answer WHERE session_code = $1", args![code]).await?;
    Ok(())
}
