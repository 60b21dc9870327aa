//! All SQL about staff, tokens and the audit trail.

use super::{Line, Staff};
use crate::args;
use crate::platform::{Db, DbError, Row, Tx};

pub(super) async fn insert(tx: &mut Tx, staff: &Staff, now: &str) -> Result<(), DbError> {
    let sql = "INSERT INTO staff (id, name, role, created_at) VALUES ($1, $2, $3, $4)";
    tx.execute(sql, args![&staff.id, &staff.name, staff.role.to_string(), now]).await?;
    for traject in &staff.trajects {
        let sql = "INSERT INTO staff_traject (staff_id, traject_id) VALUES ($1, $2)";
        tx.execute(sql, args![&staff.id, traject]).await?;
    }
    Ok(())
}

pub(super) async fn insert_token(
    tx: &mut Tx,
    hash: &str,
    staff: &str,
    purpose: &str,
    expires_at: &str,
) -> Result<(), DbError> {
    let sql = "INSERT INTO staff_token (hash, staff_id, purpose, expires_at) VALUES ($1, $2, $3, $4)";
    tx.execute(sql, args![hash, staff, purpose, expires_at]).await?;
    Ok(())
}

/// Uses up a login link; whose it was, if it still held.
pub(super) async fn use_link(tx: &mut Tx, hash: &str, now: &str) -> Result<Option<String>, DbError> {
    let sql = "UPDATE staff_token SET used_at = $2 WHERE hash = $1 AND purpose = 'link' AND used_at IS NULL \
         AND expires_at > $2 AND staff_id IN (SELECT id FROM staff WHERE revoked_at IS NULL) \
         RETURNING staff_id";
    tx.returning(sql, args![hash, now]).await?.map(|row| row.get(0)).transpose()
}

/// Whether a login link still holds.
pub(super) async fn link_holds(db: &Db, hash: &str, now: &str) -> Result<bool, DbError> {
    let sql = "SELECT 1 FROM staff_token t JOIN staff s ON s.id = t.staff_id WHERE t.hash = $1 \
         AND t.purpose = 'link' AND t.used_at IS NULL AND t.expires_at > $2 AND s.revoked_at IS NULL";
    Ok(db.optional(sql, args![hash, now]).await?.is_some())
}

/// What [`staff`] reads, in its order.
macro_rules! staff_from {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.name, s.role, s.revoked_at, \
             (SELECT string_agg(j.traject_id, ',') FROM staff_traject j WHERE j.staff_id = s.id) FROM ",
            $rest
        )
    };
}

/// The name of whoever has the id that stands in a column, as a value in a query of another room; nothing where nobody has it.
macro_rules! name_of {
    ($column:literal) => {
        concat!("(SELECT n.name FROM staff n WHERE n.id = ", $column, ")")
    };
}

pub(crate) use name_of;

/// Whether there is any staff.
pub(super) async fn is_any(db: &Db) -> Result<bool, DbError> {
    Ok(db.optional("SELECT 1 FROM staff LIMIT 1", args![]).await?.is_some())
}

/// What somebody is called.
pub(super) async fn name(db: &Db, id: &str) -> Result<Option<String>, DbError> {
    db.optional("SELECT name FROM staff WHERE id = $1", args![id]).await?.map(|row| row.get(0)).transpose()
}

/// Whose token this is (a cookie or a bearer token), if it holds.
pub(super) async fn by_token(
    db: &Db,
    hash: &str,
    purpose: &str,
    now: &str,
) -> Result<Option<Staff>, DbError> {
    let sql = staff_from!(
        "staff_token t JOIN staff s ON s.id = t.staff_id \
         WHERE t.hash = $1 AND t.purpose = $2 AND t.expires_at > $3 AND s.revoked_at IS NULL"
    );
    db.optional(sql, args![hash, purpose, now]).await?.as_ref().map(staff).transpose()
}

pub(super) async fn drop_token(tx: &mut Tx, hash: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM staff_token WHERE hash = $1", args![hash]).await?;
    Ok(())
}

pub(super) async fn all(db: &Db) -> Result<Vec<Staff>, DbError> {
    let sql = staff_from!("staff s ORDER BY s.created_at, s.id");
    db.all(sql, args![]).await?.iter().map(staff).collect()
}

fn staff(row: &Row) -> Result<Staff, DbError> {
    let role: String = row.get(2)?;
    let trajects: Option<String> = row.get(4)?;
    Ok(Staff {
        id: row.get(0)?,
        name: row.get(1)?,
        role: role
            .parse()
            .map_err(|error: super::UnknownRole| DbError::from(sqlx::Error::Decode(Box::new(error))))?,
        revoked: row.get::<Option<String>>(3)?.is_some(),
        trajects: trajects.map(|ids| ids.split(',').map(str::to_owned).collect()).unwrap_or_default(),
    })
}

/// Takes away somebody's access and every token they have; false where there is no such person.
pub(super) async fn revoke(tx: &mut Tx, id: &str, now: &str) -> Result<bool, DbError> {
    let sql = "UPDATE staff SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";
    let rows = tx.execute(sql, args![id, now]).await?;
    tx.execute("DELETE FROM staff_token WHERE staff_id = $1", args![id]).await?;
    Ok(rows == 1)
}

pub(super) async fn record(
    tx: &mut Tx,
    id: &str,
    at: &str,
    staff: Option<String>,
    action: &str,
    subject: &str,
) -> Result<(), DbError> {
    let sql = "INSERT INTO audit (id, at, staff_id, action, subject) VALUES ($1, $2, $3, $4, $5)";
    tx.execute(sql, args![id, at, staff, action, subject]).await?;
    Ok(())
}

pub(super) async fn grant(tx: &mut Tx, staff: &str, traject: &str) -> Result<(), DbError> {
    let sql = "INSERT INTO staff_traject (staff_id, traject_id) VALUES ($1, $2) \
         ON CONFLICT (staff_id, traject_id) DO NOTHING";
    tx.execute(sql, args![staff, traject]).await?;
    Ok(())
}

/// What is needed to check a password.
pub(super) struct Login {
    pub staff: String,
    pub password: String,
}

pub(super) async fn by_login(db: &Db, login: &str) -> Result<Option<Login>, DbError> {
    let sql =
        "SELECT id, password FROM staff WHERE login = $1 AND password IS NOT NULL AND revoked_at IS NULL";
    let row = db.optional(sql, args![login]).await?;
    row.map(|row| Ok(Login { staff: row.get(0)?, password: row.get(1)? })).transpose()
}

/// A name to sign in with, and its password as a hash.
pub(super) struct Password {
    pub login: String,
    pub password: String,
}

/// With what somebody signs in until now, if they have a password.
pub(super) async fn password_of(db: &Db, staff: &str) -> Result<Option<Password>, DbError> {
    let sql =
        "SELECT login, password FROM staff WHERE id = $1 AND login IS NOT NULL AND password IS NOT NULL";
    let row = db.optional(sql, args![staff]).await?;
    row.map(|row| Ok(Password { login: row.get(0)?, password: row.get(1)? })).transpose()
}

/// The name somebody signs in with, if they have a password.
pub(super) async fn login_of(db: &Db, staff: &str) -> Result<Option<String>, DbError> {
    let row = db.optional("SELECT login FROM staff WHERE id = $1", args![staff]).await?;
    row.map_or(Ok(None), |row| row.get(0))
}

/// Sets a password and ends every login, link and token; false where somebody else has this name.
pub(super) async fn set_password(tx: &mut Tx, staff: &str, login: &str, hash: &str) -> Result<bool, DbError> {
    let sql = "UPDATE staff SET login = $2, password = $3, failures = 0, slow_until = NULL WHERE id = $1 \
         AND NOT EXISTS (SELECT 1 FROM staff other WHERE other.login = $2 AND other.id <> $1)";
    if tx.execute(sql, args![staff, login, hash]).await? == 0 {
        return Ok(false);
    }
    tx.execute("DELETE FROM staff_token WHERE staff_id = $1", args![staff]).await?;
    Ok(true)
}

/// Whether this login began with a link, so that nothing else is known of whoever has it.
pub(super) async fn is_by_link(db: &Db, hash: &str) -> Result<bool, DbError> {
    let sql = "SELECT by_link FROM staff_token WHERE hash = $1";
    db.optional(sql, args![hash]).await?.map_or(Ok(false), |row| row.flag(0))
}

/// Keeps that a login began with a link.
pub(super) async fn mark_by_link(tx: &mut Tx, hash: &str) -> Result<(), DbError> {
    tx.execute("UPDATE staff_token SET by_link = 1 WHERE hash = $1", args![hash]).await?;
    Ok(())
}

/// Ends the login links of somebody who still has access; false where there is no such person.
pub(super) async fn drop_links(tx: &mut Tx, staff: &str) -> Result<bool, DbError> {
    let known = "SELECT 1 FROM staff WHERE id = $1 AND revoked_at IS NULL";
    if tx.optional(known, args![staff]).await?.is_none() {
        return Ok(false);
    }
    tx.execute("DELETE FROM staff_token WHERE staff_id = $1 AND purpose = 'link'", args![staff]).await?;
    Ok(true)
}

/// Forgets tokens that no longer hold.
pub(super) async fn drop_old_tokens(tx: &mut Tx, now: &str) -> Result<(), DbError> {
    tx.execute("DELETE FROM staff_token WHERE expires_at <= $1", args![now]).await?;
    Ok(())
}

/// Lines of the audit trail, the newest first; of one action, or of all where it is empty.
pub(super) async fn trail(db: &Db, action: &str, limit: i64, from: i64) -> Result<Vec<Line>, DbError> {
    let sql = "SELECT a.at, s.name, a.action, a.subject FROM audit a LEFT JOIN staff s ON s.id = a.staff_id \
         WHERE ($1 = '' OR a.action = $1) ORDER BY a.at DESC, a.id LIMIT $2 OFFSET $3";
    let rows = db.all(sql, args![action, limit, from]).await?;
    rows.iter()
        .map(|row| Ok(Line { at: row.get(0)?, who: row.get(1)?, action: row.get(2)?, subject: row.get(3)? }))
        .collect()
}
