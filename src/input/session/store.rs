//! All SQL about trajecten and wijksessies.

use super::{Attended, Plan, SessionError, Status, Traject, Wijksessie};
use crate::args;
use crate::platform::{Db, DbError, Row, Tx};

const WIJKSESSIE: &str = "SELECT s.code, s.traject_id, s.title, s.method, s.audience, s.tables, s.status, \
     t.promise, t.themes, t.k, \
     (SELECT string_agg(b.buurt_code, ',' ORDER BY b.position) FROM traject_buurt b WHERE b.traject_id = t.id), \
     p.pause, t.sensitive, t.erase_on \
     FROM wijksessie s JOIN traject t ON t.id = s.traject_id JOIN plan p ON p.code = s.code WHERE s.code = $1";

/// What [`traject`] reads, in its order.
macro_rules! traject_rows {
    ($rest:literal) => {
        concat!(
            "SELECT t.id, t.title, t.k, t.promise, t.themes, \
             (SELECT string_agg(b.buurt_code, ',' ORDER BY b.position) FROM traject_buurt b \
              WHERE b.traject_id = t.id), t.question, t.checklist, t.sensitive, t.erase_on, t.keep_layers, \
             t.erased_at, t.feedback, t.assume_first, t.opened_at, t.opened_by FROM traject t ",
            $rest
        )
    };
}

pub(super) async fn find(db: &Db, code: &str) -> Result<Option<Wijksessie>, DbError> {
    db.optional(WIJKSESSIE, args![code]).await?.as_ref().map(wijksessie).transpose()
}

/// Where a wijksessie is in its life; it stays there until `tx` ends.
pub(super) async fn status_held(tx: &mut Tx, code: &str) -> Result<Option<Status>, DbError> {
    let sql = "SELECT status FROM wijksessie WHERE code = $1";
    tx.optional_held(sql, args![code]).await?.map(|row| word(&row, 0)).transpose()
}

/// The sensitive themes of a traject; they stay so until `tx` ends.
pub(super) async fn sensitive_held(tx: &mut Tx, traject: &str) -> Result<Option<Vec<String>>, DbError> {
    let sql = "SELECT sensitive FROM traject WHERE id = $1";
    tx.optional_held(sql, args![traject]).await?.map(|row| slugs(&row, 0)).transpose()
}

/// The trajecten with sensitive themes of which not all pins were put behind the front door.
pub(super) async fn not_behind_the_door(db: &Db) -> Result<Vec<Traject>, DbError> {
    let sql = traject_rows!("WHERE t.sensitive <> t.behind_door AND t.erased_at IS NULL ORDER BY t.id");
    db.all(sql, args![]).await?.iter().map(traject).collect()
}

/// Says that the pins of all sensitive themes of a traject are behind the front door: those themes, as they are until `tx` ends.
pub(super) async fn put_behind_the_door(tx: &mut Tx, traject: &str) -> Result<Vec<String>, DbError> {
    let sql = "UPDATE traject SET behind_door = sensitive WHERE id = $1 RETURNING sensitive";
    let row = tx.returning(sql, args![traject]).await?;
    row.map_or(Ok(Vec::new()), |row| slugs(&row, 0))
}

/// As [`status_held`], and since when it is closed.
pub(super) async fn closing_held(
    tx: &mut Tx,
    code: &str,
) -> Result<Option<(Status, Option<String>)>, DbError> {
    let sql = "SELECT status, closed_at FROM wijksessie WHERE code = $1";
    tx.optional_held(sql, args![code]).await?.map(|row| Ok((word(&row, 0)?, row.get(1)?))).transpose()
}

/// Holds a wijksessie until `tx` ends: whoever reads its status to put something waits.
pub(super) async fn lock(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    tx.execute("UPDATE wijksessie SET title = title WHERE code = $1", args![code]).await?;
    Ok(())
}

fn wijksessie(row: &Row) -> Result<Wijksessie, DbError> {
    Ok(Wijksessie {
        code: row.get(0)?,
        traject: row.get(1)?,
        title: row.get(2)?,
        method: word(row, 3)?,
        audience: word(row, 4)?,
        tables: row.flag(5)?,
        status: word(row, 6)?,
        promise: row.get(7)?,
        themes: slugs(row, 8)?,
        k: row.count(9)?,
        buurten: codes(row, 10)?,
        pause: row.count(11)?,
        sensitive: slugs(row, 12)?,
        erase_on: row.get(13)?,
        handed: false,
    })
}

fn word<T: std::str::FromStr>(row: &Row, at: usize) -> Result<T, DbError>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    row.get::<String>(at)?.parse().map_err(|error: T::Err| sqlx::Error::Decode(Box::new(error)).into())
}

fn slugs(row: &Row, at: usize) -> Result<Vec<String>, DbError> {
    let text = row.get::<String>(at)?;
    serde_json::from_str(&text).map_err(|error| sqlx::Error::Decode(Box::new(error)).into())
}

fn codes(row: &Row, at: usize) -> Result<Vec<String>, DbError> {
    Ok(row.get::<String>(at)?.split(',').map(str::to_owned).collect())
}

pub(super) async fn find_traject(db: &Db, id: &str) -> Result<Option<Traject>, DbError> {
    let sql = traject_rows!("WHERE t.id = $1");
    db.optional(sql, args![id]).await?.as_ref().map(traject).transpose()
}

/// Whether there is any traject.
pub(super) async fn is_any(db: &Db) -> Result<bool, DbError> {
    Ok(db.optional("SELECT 1 FROM traject LIMIT 1", args![]).await?.is_some())
}

pub(super) async fn trajects(db: &Db) -> Result<Vec<Traject>, DbError> {
    let sql = traject_rows!("ORDER BY t.created_at, t.id");
    db.all(sql, args![]).await?.iter().map(traject).collect()
}

fn traject(row: &Row) -> Result<Traject, DbError> {
    Ok(Traject {
        id: row.get(0)?,
        title: row.get(1)?,
        k: row.count(2)?,
        promise: row.get(3)?,
        themes: slugs(row, 4)?,
        buurten: codes(row, 5)?,
        question: row.get(6)?,
        checklist: slugs(row, 7)?,
        sensitive: slugs(row, 8)?,
        erase_on: row.get(9)?,
        keep_layers: row.flag(10)?,
        erased: row.get::<Option<String>>(11)?.is_some(),
        feedback: row.get(12)?,
        assume_first: row.flag(13)?,
        opened: row.get::<Option<String>>(14)?.zip(row.get::<Option<String>>(15)?),
    })
}

pub(super) async fn insert_traject(tx: &mut Tx, traject: &Traject, now: &str) -> Result<(), SessionError> {
    let themes = serde_json::Value::from(traject.themes.clone()).to_string();
    tx.execute(
        "INSERT INTO traject (id, title, k, promise, themes, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        args![&traject.id, &traject.title, traject.k, &traject.promise, themes, now],
    )
    .await?;
    for (position, code) in (0_u32..).zip(&traject.buurten) {
        tx.execute(
            "INSERT INTO traject_buurt (traject_id, position, buurt_code) VALUES ($1, $2, $3)",
            args![&traject.id, position, code],
        )
        .await?;
    }
    Ok(())
}

pub(super) async fn insert_session(tx: &mut Tx, session: &Wijksessie, now: &str) -> Result<bool, DbError> {
    let rows = tx
        .execute(
            "INSERT INTO wijksessie (code, traject_id, title, method, audience, tables, status, opened_at) \
             VALUES ($1, $2, $3, $4, $5, $6, 'open', $7) ON CONFLICT (code) DO NOTHING",
            args![
                &session.code,
                &session.traject,
                &session.title,
                session.method.word(),
                session.audience.word(),
                session.tables,
                now
            ],
        )
        .await?;
    if rows == 0 {
        return Ok(false);
    }
    tx.execute(
        "INSERT INTO plan (code, traject_id, title, method, audience, tables, group_name, vindplaats, pause, \
         created_at) VALUES ($1, $2, $3, $4, $5, $6, '', '', $7, $8) ON CONFLICT (code) DO NOTHING",
        args![
            &session.code,
            &session.traject,
            &session.title,
            session.method.word(),
            session.audience.word(),
            session.tables,
            session.pause,
            now
        ],
    )
    .await?;
    Ok(true)
}

pub(super) async fn close(tx: &mut Tx, code: &str, now: &str) -> Result<bool, DbError> {
    let sql = "UPDATE wijksessie SET status = 'closed', closed_at = $2 WHERE code = $1 AND status = 'open'";
    Ok(tx.execute(sql, args![code, now]).await? == 1)
}

/// Holds a traject until `tx` ends: nothing is released meanwhile.
pub(super) async fn hold(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    tx.execute("UPDATE traject SET title = title WHERE id = $1", args![traject]).await?;
    Ok(())
}

/// Code, title and status of each wijksessie of a traject, in the order in which they were opened.
pub(super) async fn sessions_of_traject(
    db: &Db,
    traject: &str,
) -> Result<Vec<(String, String, String)>, DbError> {
    let sql = "SELECT code, title, status FROM wijksessie WHERE traject_id = $1 ORDER BY opened_at, code";
    let rows = db.all(sql, args![traject]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}

/// Writes what may change of a traject.
pub(super) async fn update_traject(tx: &mut Tx, traject: &Traject) -> Result<(), DbError> {
    let list = |slugs: &[String]| serde_json::Value::from(slugs.to_vec()).to_string();
    let sql = "UPDATE traject SET title = $2, k = $3, promise = $4, themes = $5, question = $6, checklist = $7, \
         sensitive = $8, behind_door = $8, erase_on = $9, keep_layers = $10, assume_first = $11 WHERE id = $1";
    let args = args![
        &traject.id,
        &traject.title,
        traject.k,
        &traject.promise,
        list(&traject.themes),
        &traject.question,
        list(&traject.checklist),
        list(&traject.sensitive),
        traject.erase_on.clone(),
        traject.keep_layers,
        traject.assume_first
    ];
    tx.execute(sql, args).await?;
    Ok(())
}

/// Opens the layers for professionals; false where they were open.
pub(super) async fn open_layers(tx: &mut Tx, traject: &str, staff: &str, now: &str) -> Result<bool, DbError> {
    let sql = "UPDATE traject SET opened_at = $3, opened_by = $2 WHERE id = $1 AND assume_first = 1 AND opened_at IS NULL";
    Ok(tx.execute(sql, args![traject, staff, now]).await? == 1)
}

pub(super) async fn set_feedback(tx: &mut Tx, traject: &str, words: &str) -> Result<(), DbError> {
    tx.execute("UPDATE traject SET feedback = $2 WHERE id = $1", args![traject, words]).await?;
    Ok(())
}

/// What [`plan`] reads, in its order.
macro_rules! plans_where {
    ($rest:literal) => {
        concat!(
            "SELECT p.code, p.traject_id, p.title, p.method, p.audience, p.tables, p.group_name, p.vindplaats, \
             p.day, p.expected, p.pause, p.attended, s.status FROM plan p \
             LEFT JOIN wijksessie s ON s.code = p.code WHERE ",
            $rest
        )
    };
}

pub(super) async fn find_plan(db: &Db, code: &str) -> Result<Option<Plan>, SessionError> {
    db.optional(plans_where!("p.code = $1"), args![code]).await?.as_ref().map(plan).transpose()
}

/// Which traject a moment is of, whatever else is kept of it.
pub(super) async fn traject_of(db: &Db, code: &str) -> Result<Option<String>, DbError> {
    let row = db.optional("SELECT traject_id FROM plan WHERE code = $1", args![code]).await?;
    row.as_ref().map(|row| row.get(0)).transpose()
}

pub(super) async fn plans(db: &Db, traject: &str) -> Result<Vec<Plan>, SessionError> {
    let sql = plans_where!("p.traject_id = $1 ORDER BY p.created_at, p.code");
    db.all(sql, args![traject]).await?.iter().map(plan).collect()
}

/// Who were there, as the begeleider counted them; nobody where that was not done yet.
///
/// # Errors
/// What is kept cannot be read: that is not the same as nobody.
pub(super) fn attended(row: &Row, at: usize, code: &str) -> Result<Attended, SessionError> {
    let Some(text) = row.get::<Option<String>>(at)? else { return Ok(Attended::default()) };
    serde_json::from_str(&text).map_err(|cause| SessionError::Attended { code: code.to_owned(), cause })
}

fn plan(row: &Row) -> Result<Plan, SessionError> {
    let code: String = row.get(0)?;
    Ok(Plan {
        attended: attended(row, 11, &code)?,
        code,
        traject: row.get(1)?,
        title: row.get(2)?,
        method: word(row, 3)?,
        audience: word(row, 4)?,
        tables: row.flag(5)?,
        group: row.get(6)?,
        vindplaats: row.get(7)?,
        day: row.get(8)?,
        expected: row.count_if_any(9)?,
        pause: row.count(10)?,
        status: row.get::<Option<String>>(12)?.is_some().then(|| word(row, 12)).transpose()?,
    })
}

pub(super) async fn insert_plan(tx: &mut Tx, plan: &Plan, now: &str) -> Result<bool, DbError> {
    let sql = "INSERT INTO plan (code, traject_id, title, method, audience, tables, group_name, vindplaats, day, \
         expected, pause, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
         ON CONFLICT (code) DO NOTHING";
    let args = args![
        &plan.code,
        &plan.traject,
        &plan.title,
        plan.method.word(),
        plan.audience.word(),
        plan.tables,
        &plan.group,
        &plan.vindplaats,
        plan.day.clone(),
        plan.expected,
        plan.pause,
        now
    ];
    Ok(tx.execute(sql, args).await? == 1)
}

pub(super) async fn settle_plan(tx: &mut Tx, code: &str, pause: u32, attended: &str) -> Result<(), DbError> {
    let sql = "UPDATE plan SET pause = $2, attended = $3 WHERE code = $1";
    tx.execute(sql, args![code, pause, attended]).await?;
    Ok(())
}

/// Whether everything of this wijksessie's traject was deleted.
pub(super) async fn is_planned_or_erased(db: &Db, code: &str) -> Result<Option<bool>, DbError> {
    let sql = "SELECT t.erased_at FROM plan p JOIN traject t ON t.id = p.traject_id WHERE p.code = $1";
    let row = db.optional(sql, args![code]).await?;
    row.map(|row| Ok(row.get::<Option<String>>(0)?.is_some())).transpose()
}

/// Trajecten whose day of deletion has come.
pub(super) async fn due(db: &Db, today: &str) -> Result<Vec<String>, DbError> {
    let sql = "SELECT id FROM traject WHERE erase_on IS NOT NULL AND erase_on <= $1 AND erased_at IS NULL ORDER BY id";
    db.all(sql, args![today]).await?.iter().map(|row| row.get(0)).collect()
}

/// The codes of every wijksessie of a traject; nothing comes into them until `tx` ends.
pub(super) async fn codes_of(tx: &mut Tx, traject: &str) -> Result<Vec<String>, DbError> {
    let sql = "SELECT code FROM wijksessie WHERE traject_id = $1 ORDER BY code";
    let rows = tx.all_locked(sql, args![traject]).await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Forgets the wijksessies of a traject; their codes stay taken. False where that was done before.
pub(super) async fn erase(tx: &mut Tx, traject: &str, now: &str) -> Result<bool, DbError> {
    let sql = "UPDATE traject SET erased_at = $2 WHERE id = $1 AND erased_at IS NULL";
    if tx.execute(sql, args![traject, now]).await? == 0 {
        return Ok(false);
    }
    tx.execute("DELETE FROM wijksessie WHERE traject_id = $1", args![traject]).await?;
    let plan = "UPDATE plan SET group_name = '', vindplaats = '', expected = NULL, attended = NULL WHERE traject_id = $1";
    tx.execute(plan, args![traject]).await?;
    Ok(true)
}
