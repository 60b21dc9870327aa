//! Adding staff, letting them in, and writing down what they did.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};

use super::store;
use super::{AccountError, Line, Right, Role, Staff};
use crate::platform::clock::{self, NoRandomness};
use crate::platform::keys::token_hash;
use crate::platform::{App, DbError, Tx, names};

const LINK_HOLDS: SignedDuration = SignedDuration::from_hours(24);
const TOKEN_HOLDS: SignedDuration = SignedDuration::from_hours(90 * 24);
const COOKIE_HOLDS: SignedDuration = SignedDuration::from_hours(12);
const LONGEST_NAME: usize = 200;

/// Somebody to add.
pub struct NewStaff {
    /// What they are called.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The id of their traject: of one that is there.
    pub traject: Option<String>,
}

/// What somebody new is given, once: only hashes are kept.
pub struct Added {
    /// UUID.
    pub id: String,
    /// The secret part of the one-time login link.
    pub link: String,
    /// Bearer token for machine clients.
    pub token: String,
}

/// Gives somebody a traject.
///
/// # Errors
/// The database's.
pub async fn grant(tx: &mut Tx, staff: &str, traject: &str) -> Result<(), DbError> {
    store::grant(tx, staff, traject).await
}

/// One line of the audit trail, to be written in the transaction of what it tells of.
#[derive(Clone)]
pub struct Entry {
    id: String,
    at: String,
    staff: Option<String>,
    action: &'static str,
    subject: String,
}

impl Entry {
    /// Who did what to what; `None` for somebody at the command line.
    ///
    /// # Errors
    /// When the system has no randomness.
    pub fn new(
        app: &App,
        staff: Option<&str>,
        action: &'static str,
        subject: &str,
    ) -> Result<Self, NoRandomness> {
        Ok(Self {
            id: app.chance.ids.uuid()?.to_string(),
            at: app.chance.now_text(),
            staff: staff.map(str::to_owned),
            action,
            subject: subject.to_owned(),
        })
    }

    /// The same, about what is known only within the transaction.
    #[must_use]
    pub fn about(self, subject: String) -> Self {
        Self { subject, ..self }
    }
}

/// Writes a line of the audit trail.
///
/// # Errors
/// The database's.
pub async fn record(tx: &mut Tx, entry: &Entry) -> Result<(), DbError> {
    store::record(tx, &entry.id, &entry.at, entry.staff.clone(), entry.action, &entry.subject).await
}

/// Writes down that somebody looked at what residents said or sent.
///
/// # Errors
/// The database's, or a system without randomness, as the errors of the room that asks.
pub async fn looked<E>(app: &App, staff: &str, subject: &str) -> Result<(), E>
where
    E: From<DbError> + From<NoRandomness> + Send + 'static,
{
    let entry = Entry::new(app, Some(staff), "look", subject)?;
    app.db.write(move |tx| Box::pin(async move { Ok(record(tx, &entry).await?) })).await
}

fn until(now: Timestamp, holds: SignedDuration) -> String {
    clock::text(now.saturating_add(holds).unwrap_or(Timestamp::MAX))
}

pub(super) fn new_token(app: &App) -> Result<String, NoRandomness> {
    Ok(URL_SAFE_NO_PAD.encode(app.chance.ids.secret()?))
}

/// When a cookie that is given now ends.
pub(super) fn cookie_until(app: &App) -> String {
    until(app.chance.clock.now(), COOKIE_HOLDS)
}

/// Adds somebody and makes their login link (24 hours, once) and bearer token (90 days).
///
/// # Errors
/// A name that cannot be used, or no traject for somebody who is no beheerder.
pub async fn add(app: &App, by: Option<&str>, new: NewStaff) -> Result<Added, AccountError> {
    let name = names::tidy(&new.name, LONGEST_NAME).ok_or(AccountError::Name)?;
    if new.traject.is_none() && new.role != Role::Beheerder {
        return Err(AccountError::NeedsTraject);
    }
    let id = app.chance.ids.uuid()?.to_string();
    let added = Added { id: id.clone(), link: new_token(app)?, token: new_token(app)? };
    let (link, token) = (token_hash(&added.link), token_hash(&added.token));
    let staff =
        Staff { id, name, role: new.role, revoked: false, trajects: new.traject.into_iter().collect() };
    let now = app.chance.clock.now();
    let entry = Entry::new(app, by, "staff-add", &staff.id)?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::insert(tx, &staff, &clock::text(now)).await?;
                store::insert_token(tx, &link, &staff.id, "link", &until(now, LINK_HOLDS)).await?;
                store::insert_token(tx, &token, &staff.id, "bearer", &until(now, TOKEN_HOLDS)).await?;
                record(tx, &entry).await?;
                Ok::<_, AccountError>(())
            })
        })
        .await?;
    Ok(added)
}

/// What somebody is called; nothing where nobody has this id.
///
/// # Errors
/// The database's.
pub async fn name(app: &App, id: &str) -> Result<Option<String>, DbError> {
    store::name(&app.db, id).await
}

/// Whether there is any staff.
///
/// # Errors
/// The database's.
pub async fn is_any(app: &App) -> Result<bool, DbError> {
    store::is_any(&app.db).await
}

/// Everybody, oldest first.
///
/// # Errors
/// The database's.
pub async fn list(app: &App) -> Result<Vec<Staff>, AccountError> {
    Ok(store::all(&app.db).await?)
}

/// Gives somebody a new login link (24 hours, once); the ones before no longer hold. The secret part of it.
///
/// # Errors
/// No such person.
pub async fn new_link(app: &App, by: Option<&str>, id: &str) -> Result<String, AccountError> {
    let link = new_token(app)?;
    let (id, hash) = (id.to_owned(), token_hash(&link));
    let holds = until(app.chance.clock.now(), LINK_HOLDS);
    let entry = Entry::new(app, by, "staff-link", &id)?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                if !store::drop_links(tx, &id).await? {
                    return Err(AccountError::NoStaff);
                }
                store::insert_token(tx, &hash, &id, "link", &holds).await?;
                record(tx, &entry).await?;
                Ok(())
            })
        })
        .await?;
    Ok(link)
}

/// Gives somebody a traject, by the id of one that is there, at a beheerder's wish.
///
/// # Errors
/// No such person.
pub async fn give_traject(app: &App, by: &Staff, id: &str, traject: String) -> Result<(), AccountError> {
    if !list(app).await?.iter().any(|staff| staff.id == id && !staff.revoked) {
        return Err(AccountError::NoStaff);
    }
    let entry = Entry::new(app, Some(&by.id), "staff-traject", &format!("{id} {traject}"))?;
    let id = id.to_owned();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::grant(tx, &id, &traject).await?;
                record(tx, &entry).await?;
                Ok::<_, AccountError>(())
            })
        })
        .await
}

/// Writes down that somebody took something out of the program as a file.
///
/// # Errors
/// The database's.
pub async fn exported(app: &App, by: &Staff, what: &str) -> Result<(), AccountError> {
    let entry = Entry::new(app, Some(&by.id), "export", what)?;
    app.db.write(move |tx| Box::pin(async move { Ok(record(tx, &entry).await?) })).await
}

/// Forgets tokens that no longer hold.
///
/// # Errors
/// The database's.
pub async fn tidy(app: &App) -> Result<(), AccountError> {
    let now = app.chance.now_text();
    app.db.write(move |tx| Box::pin(async move { Ok(store::drop_old_tokens(tx, &now).await?) })).await
}

/// The name somebody signs in with, if they have one.
///
/// # Errors
/// The database's.
pub(super) async fn login_of(app: &App, staff: &Staff) -> Result<Option<String>, AccountError> {
    Ok(store::login_of(&app.db, &staff.id).await?)
}

/// Lines of the audit trail, the newest first.
///
/// # Errors
/// The database's.
pub async fn trail(app: &App, action: &str, limit: u32, from: u32) -> Result<Vec<Line>, AccountError> {
    Ok(store::trail(&app.db, action, limit.into(), from.into()).await?)
}

/// Takes away somebody's access at once.
///
/// # Errors
/// No such person.
pub async fn revoke(app: &App, by: Option<&str>, id: &str) -> Result<(), AccountError> {
    let (id, now) = (id.to_owned(), app.chance.now_text());
    let entry = Entry::new(app, by, "staff-revoke", &id)?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                if !store::revoke(tx, &id, &now).await? {
                    return Err(AccountError::NoStaff);
                }
                record(tx, &entry).await?;
                Ok(())
            })
        })
        .await
}

/// Whether a login link still holds; looking does not use it up (link previews look).
///
/// # Errors
/// The database's.
pub async fn link_holds(app: &App, link: &str) -> Result<bool, AccountError> {
    Ok(store::link_holds(&app.db, &token_hash(link), &app.chance.now_text()).await?)
}

/// Uses up a login link and gives the cookie's token.
///
/// # Errors
/// [`AccountError::Link`] where it is used, too old or none.
pub async fn sign_in(app: &App, link: &str) -> Result<String, AccountError> {
    let cookie = new_token(app)?;
    let (link, hash) = (token_hash(link), token_hash(&cookie));
    let now = app.chance.clock.now();
    let mut entry = Entry::new(app, None, "sign-in", "link")?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let staff = store::use_link(tx, &link, &clock::text(now)).await?;
                let staff = staff.ok_or(AccountError::Link)?;
                store::insert_token(tx, &hash, &staff, "cookie", &until(now, COOKIE_HOLDS)).await?;
                store::mark_by_link(tx, &hash).await?;
                entry.staff = Some(staff);
                record(tx, &entry).await?;
                Ok::<_, AccountError>(())
            })
        })
        .await?;
    Ok(cookie)
}

/// Ends the login that this cookie holds.
///
/// # Errors
/// The database's.
pub async fn sign_out(app: &App, cookie: &str) -> Result<(), AccountError> {
    let hash = token_hash(cookie);
    app.db.write(move |tx| Box::pin(async move { Ok(store::drop_token(tx, &hash).await?) })).await
}

/// Whose cookie or bearer token this is.
///
/// # Errors
/// [`AccountError::NotSignedIn`] where it does not hold.
pub async fn who(app: &App, token: &str, purpose: &str) -> Result<Staff, AccountError> {
    let now = app.chance.now_text();
    store::by_token(&app.db, &token_hash(token), purpose, &now).await?.ok_or(AccountError::NotSignedIn)
}

/// Whether this cookie is of a login that began with a link.
///
/// # Errors
/// The database's.
pub(super) async fn is_by_link(app: &App, cookie: &str) -> Result<bool, AccountError> {
    Ok(store::is_by_link(&app.db, &token_hash(cookie)).await?)
}

/// Checks the role, and that the traject is one's own (a beheerder's right does not depend on it).
///
/// # Errors
/// [`AccountError::Forbidden`].
pub fn allow(staff: &Staff, right: Right, traject: Option<&str>) -> Result<(), AccountError> {
    let role = right.roles().contains(&staff.role);
    let own = traject.is_none_or(|id| staff.trajects.iter().any(|own| own == id));
    if role && (own || staff.role == Role::Beheerder) { Ok(()) } else { Err(AccountError::Forbidden) }
}

/// Writes down that somebody was refused.
///
/// # Errors
/// The database's.
pub async fn refused(
    app: &App,
    staff: &Staff,
    right: Right,
    traject: Option<&str>,
) -> Result<(), AccountError> {
    let subject = format!("{right:?} {}", traject.unwrap_or_default());
    let entry = Entry::new(app, Some(&staff.id), "refused", subject.trim())?;
    app.db.write(move |tx| Box::pin(async move { record(tx, &entry).await })).await?;
    Ok(())
}
