//! All SQL about answers.

use std::collections::{HashMap, HashSet};

use super::labels::label_of;
use super::{About, Answer, LONGEST_WORDS, Says, Voice};
use crate::args;
use crate::input::moderation::{Behind, Decision, Item, Of, Which, item_of_row, part_behind};
use crate::place::buurt::Place;
use crate::platform::{Db, DbError, Row, Tx};

fn broken(error: crate::input::session::UnknownWord) -> DbError {
    sqlx::Error::Decode(Box::new(error)).into()
}

/// An answer as it is kept.
pub(super) struct AnswerRow {
    pub id: String,
    /// Whose it is, as a key within its wijksessie.
    pub participant: String,
    pub put_hash: String,
    pub answer: Answer,
}

/// What stands under an id.
pub(super) enum Under {
    Answer(Box<AnswerRow>),
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
    Ok(Under::Answer(Box::new(AnswerRow {
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
pub(super) async fn insert(tx: &mut Tx, code: &str, new: &AnswerRow) -> Result<bool, DbError> {
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
pub(super) async fn of_holder(db: &Db, code: &str, who: &str) -> Result<Vec<AnswerRow>, DbError> {
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

pub(super) async fn has_any(tx: &mut Tx, code: &str, who: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM answer WHERE session_code = $1 AND participant = $2 AND removed <> 1 LIMIT 1";
    Ok(tx.optional(sql, args![code, who]).await?.is_some())
}

/// What an answer is about: a point, or a place.
pub(super) type Thing = (About, Option<String>, Option<Place>);

fn thing(row: &Row) -> Result<Thing, DbError> {
    let place = row.get::<Option<f64>>(2)?.zip(row.get::<Option<f64>>(3)?);
    let about = row.get::<String>(0)?.parse::<About>().map_err(broken)?;
    Ok((about, row.get(1)?, place.map(|(lon, lat)| Place { lon, lat })))
}

/// What [`item`] reads, in its order. Without words there is nothing to decide about.
macro_rules! queue_where {
    ($($rest:tt)*) => {
        concat!(
            "SELECT a.id, a.words, NULL, NULL, a.lon, a.lat, a.version, a.approved, a.hidden, a.about, a.says FROM answer a \
             WHERE a.session_code = $1 AND a.removed = 0 AND a.words <> '' AND ",
            $($rest)*
        )
    };
}

fn item(row: &Row) -> Result<Item, DbError> {
    let (about, says) = (row.get::<String>(9)?, row.get::<String>(10)?);
    let about = Some(label_of(&about, &says));
    Ok(Item { about, longest: LONGEST_WORDS, ..item_of_row(row, Of::Answer)? })
}

/// A part of the answers with words, in the order of random ids.
pub(super) async fn queue(
    db: &Db,
    code: &str,
    which: Which,
    behind: Behind<'_>,
) -> Result<Vec<Item>, DbError> {
    let sql = match which {
        Which::Waiting => queue_where!("a.approved = 0 AND a.hidden = 0", part_behind!("3", "a.id")),
        Which::Decided => queue_where!("a.approved + a.hidden > 0", part_behind!("3", "a.id")),
    };
    db.all(sql, behind.args(code)).await?.iter().map(item).collect()
}

/// How many answers with words there are.
pub(super) async fn count_queue(db: &Db, code: &str, which: Which) -> Result<i64, DbError> {
    let sql = match which {
        Which::Waiting => {
            "SELECT COUNT(*) FROM answer WHERE session_code = $1 AND removed = 0 AND words <> '' \
             AND approved = 0 AND hidden = 0"
        }
        Which::Decided => {
            "SELECT COUNT(*) FROM answer WHERE session_code = $1 AND removed = 0 AND words <> '' \
             AND approved + hidden > 0"
        }
    };
    db.optional(sql, args![code]).await?.map_or(Ok(0), |row| row.get(0))
}

/// Whether there was ever an answer of this id.
pub(super) async fn is_known(tx: &mut Tx, code: &str, id: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM answer WHERE session_code = $1 AND id = $2";
    Ok(tx.optional(sql, args![code, id]).await?.is_some())
}

/// One answer with words, waiting or not.
pub(super) async fn in_queue(tx: &mut Tx, code: &str, id: &str) -> Result<Option<Item>, DbError> {
    tx.optional(queue_where!("a.id = $2"), args![code, id]).await?.as_ref().map(item).transpose()
}

/// Writes a decision on an answer; false where somebody else decided first or the words changed since they were seen.
pub(super) async fn decide(
    tx: &mut Tx,
    code: &str,
    item: &Item,
    decision: Decision,
    reason: Option<&str>,
    again: bool,
) -> Result<bool, DbError> {
    let sql = "UPDATE answer SET approved = $3, hidden = $4, words = $5, reason = $6, version = version + 1 \
         WHERE session_code = $1 AND id = $2 AND removed = 0 AND version = $7 AND (approved + hidden = 0 OR $8 = 1)";
    let args = args![
        code,
        &item.id,
        decision == Decision::Approve,
        decision == Decision::Hide,
        &item.text,
        reason.map(str::to_owned),
        item.version,
        again
    ];
    Ok(tx.execute(sql, args).await? == 1)
}

/// Every answer of a wijksessie for counting, as it is in this transaction.
pub(super) async fn voices(tx: &mut Tx, code: &str) -> Result<Vec<(Thing, Voice)>, DbError> {
    let sql = "SELECT about, point_id, lon, lat, says, participant FROM answer WHERE session_code = $1 AND removed = 0 ORDER BY id";
    let rows = tx.all(sql, args![code]).await?;
    let voice = |row: &Row| {
        let says = row.get::<String>(4)?.parse::<Says>().map_err(broken)?;
        Ok((thing(row)?, Voice { who: (code.to_owned(), row.get(5)?), says }))
    };
    rows.iter().map(voice).collect()
}

/// The approved words of a wijksessie: what each is about, and what was said.
pub(super) async fn approved(db: &Db, code: &str) -> Result<Vec<(Thing, Says, String)>, DbError> {
    let sql = "SELECT about, point_id, lon, lat, says, words FROM answer WHERE session_code = $1 AND removed = 0 \
         AND approved = 1 AND hidden = 0 AND words <> '' ORDER BY id";
    let rows = db.all(sql, args![code]).await?;
    let said =
        |row: &Row| Ok((thing(row)?, row.get::<String>(4)?.parse::<Says>().map_err(broken)?, row.get(5)?));
    rows.iter().map(said).collect()
}

/// Keeps what a release tells, once: what is there stays.
pub(super) async fn keep_told(
    tx: &mut Tx,
    release: &str,
    traject: &str,
    content: &str,
) -> Result<(), DbError> {
    let sql = "INSERT INTO told_answers (release_id, traject_id, content) VALUES ($1, $2, $3) \
         ON CONFLICT (release_id) DO NOTHING";
    tx.execute(sql, args![release, traject, content]).await?;
    Ok(())
}

/// What the releases of a traject tell, each by its id.
pub(super) async fn told(db: &Db, traject: &str) -> Result<HashMap<String, String>, DbError> {
    let sql = "SELECT release_id, content FROM told_answers WHERE traject_id = $1";
    db.all(sql, args![traject]).await?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Every release of which something is kept.
pub(super) async fn all_told(db: &Db) -> Result<HashSet<String>, DbError> {
    db.all("SELECT release_id FROM told_answers", args![]).await?.iter().map(|row| row.get(0)).collect()
}

/// Forgets what the releases of a traject tell.
pub(super) async fn forget_told(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM told_answers WHERE traject_id = $1", args![traject]).await?;
    Ok(())
}

/// How many people answered who are counted nowhere else in this wijksessie: somebody who put a pin as well is one person.
const PEOPLE: &str = "SELECT COUNT(DISTINCT a.participant) FROM answer a WHERE a.session_code = $1 AND a.removed = 0 \
     AND NOT EXISTS (SELECT 1 FROM pin p WHERE p.session_code = a.session_code AND p.participant = a.participant) \
     AND NOT EXISTS (SELECT 1 FROM me_too m WHERE m.session_code = a.session_code AND m.participant = a.participant)";

pub(super) async fn people(tx: &mut Tx, code: &str) -> Result<u32, DbError> {
    let row = tx.optional(PEOPLE, args![code]).await?;
    row.map_or(Ok(0), |row| row.count(0))
}

/// As [`people`], for looking only.
pub(super) async fn people_now(db: &Db, code: &str) -> Result<u32, DbError> {
    let row = db.optional(PEOPLE, args![code]).await?;
    row.map_or(Ok(0), |row| row.count(0))
}

/// Forgets every answer of a wijksessie.
pub(super) async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM answer WHERE session_code = $1", args![code]).await?;
    Ok(())
}
