//! Making, closing and releasing a wijksessie, each in one transaction.

use super::{
    Audience, LONGEST_TITLE, Method, PAUSE_S, SessionError, Status, Traject, Wijksessie, attendance, store,
};
use crate::platform::guessing::Secret;
use crate::platform::names::tidy_code;
use crate::platform::{App, DbError, Problem, Tx, names};
use crate::{input::arrivals, people::accounts};

/// A wijksessie to open.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// Its traject.
    pub traject: String,
    /// What it is called.
    pub title: String,
    /// How residents are asked.
    pub method: Method,
    /// Who is asked.
    pub audience: Audience,
    /// Made for group tables.
    pub tables: bool,
}

/// Opens a wijksessie under a new join code.
///
/// # Errors
/// No such traject, or a title that cannot be used.
pub async fn create_session(app: &App, new: NewSession) -> Result<Wijksessie, SessionError> {
    check_title(&new.title)?;
    let traject = find_traject(app, &new.traject).await?;
    loop {
        let session = Wijksessie {
            code: app.chance.ids.join_code()?,
            traject: traject.id.clone(),
            title: new.title.trim().to_owned(),
            method: new.method,
            audience: new.audience,
            tables: new.tables,
            status: Status::Open,
            promise: traject.promise.clone(),
            themes: traject.themes.clone(),
            k: traject.k,
            buurten: traject.buurten.clone(),
            pause: PAUSE_S,
            sensitive: traject.sensitive.clone(),
            erase_on: traject.erase_on.clone(),
            handed: false,
        };
        let (made, now) = (session.clone(), app.chance.now_text());
        let inserted: Result<bool, SessionError> = app
            .db
            .write(move |tx| Box::pin(async move { Ok(store::insert_session(tx, &made, &now).await?) }))
            .await;
        // A code that is taken already (one in 23⁶) is drawn again.
        if inserted? {
            return Ok(session);
        }
    }
}

fn check_title(title: &str) -> Result<(), SessionError> {
    names::tidy(title, LONGEST_TITLE).map(drop).ok_or(SessionError::Title)
}

/// The traject with this id.
///
/// # Errors
/// [`SessionError::NoTraject`] where there is none.
pub async fn find_traject(app: &App, id: &str) -> Result<Traject, SessionError> {
    store::find_traject(&app.db, id).await?.ok_or(SessionError::NoTraject)
}

/// Every traject, oldest first.
///
/// # Errors
/// The database's.
pub async fn trajects(app: &App) -> Result<Vec<Traject>, SessionError> {
    Ok(store::trajects(&app.db).await?)
}

/// Whether there is any traject.
///
/// # Errors
/// The database's.
pub async fn is_any(app: &App) -> Result<bool, DbError> {
    store::is_any(&app.db).await
}

/// The wijksessie with this code, as people type it. Whoever asks counts as guessing before it is looked up.
///
/// # Errors
/// [`SessionError::NoSession`] where there is none.
pub async fn find(app: &App, code: &str) -> Result<Wijksessie, SessionError> {
    let code = tidy_code(code);
    guessed(app, &code, stored(app, &code)).await
}

/// The wijksessie with this code, for somebody with this right in its traject; who has none stands in the audit trail.
///
/// # Errors
/// As [`find`]; 403 where the role or the traject does not fit.
pub async fn for_staff(
    app: &App,
    signed: &accounts::Signed,
    right: accounts::Right,
    code: &str,
) -> Result<Wijksessie, Problem> {
    let session = find(app, code).await?;
    signed.may(app, right, Some(&session.traject)).await?;
    Ok(session)
}

/// Looks something up by a join code, where whoever asks may (still) guess.
pub(super) async fn guessed<T>(
    app: &App,
    code: &str,
    look_up: impl Future<Output = Result<T, SessionError>>,
) -> Result<T, SessionError> {
    let guess = app.guesses.look_up(Secret::Code, code).await?;
    let found = look_up.await;
    match &found {
        Ok(_) | Err(SessionError::NotYet | SessionError::Erased) => guess.right(),
        Err(SessionError::NoSession) => guess.wrong(),
        Err(_) => guess.unknown(),
    }
    found
}

async fn stored(app: &App, code: &str) -> Result<Wijksessie, SessionError> {
    if let Some(session) = store::find(&app.db, code).await? {
        return Ok(session);
    }
    match store::is_planned_or_erased(&app.db, code).await? {
        Some(true) => Err(SessionError::Erased),
        Some(false) => Err(SessionError::NotYet),
        None => Err(SessionError::NoSession),
    }
}

/// Where the wijksessie with this code is in its life; it stays there until `tx` ends.
///
/// # Errors
/// [`SessionError::NoSession`] where there is none.
pub async fn status_held(tx: &mut Tx, code: &str) -> Result<Status, SessionError> {
    store::status_held(tx, code).await?.ok_or(SessionError::NoSession)
}

/// A wijksessie as it is now: where it is in its life, and which themes of its traject are sensitive, stay so until `tx`
/// ends. To be called before anything of it is held: its traject comes first.
///
/// # Errors
/// [`SessionError::NoSession`] where it is gone.
pub async fn held(tx: &mut Tx, session: Wijksessie) -> Result<Wijksessie, SessionError> {
    let sensitive = store::sensitive_held(tx, &session.traject).await?.ok_or(SessionError::NoSession)?;
    let status = status_held(tx, &session.code).await?;
    Ok(Wijksessie { status, sensitive, ..session })
}

/// As [`held`], where it takes input.
///
/// # Errors
/// No such wijksessie, or not open.
pub async fn held_open(tx: &mut Tx, session: Wijksessie) -> Result<Wijksessie, SessionError> {
    let session = held(tx, session).await?;
    if session.takes() { Ok(session) } else { Err(SessionError::NotOpen) }
}

/// As [`status_held`], and since when it is closed (RFC 3339).
///
/// # Errors
/// [`SessionError::NoSession`] where there is none.
pub async fn closing_held(tx: &mut Tx, code: &str) -> Result<(Status, Option<String>), SessionError> {
    store::closing_held(tx, code).await?.ok_or(SessionError::NoSession)
}

/// As [`status_held`], and nobody else puts anything in it, or closes it, until `tx` ends.
///
/// # Errors
/// [`SessionError::NoSession`] where there is none.
pub async fn lock(tx: &mut Tx, code: &str) -> Result<Status, SessionError> {
    store::lock(tx, code).await?;
    status_held(tx, code).await
}

/// Checks that a wijksessie takes input, and keeps it so until `tx` ends.
///
/// # Errors
/// No such wijksessie, or not open.
pub async fn check_open(tx: &mut Tx, code: &str) -> Result<(), SessionError> {
    if status_held(tx, code).await? == Status::Open { Ok(()) } else { Err(SessionError::NotOpen) }
}

/// Closes a wijksessie to input.
///
/// # Errors
/// No such wijksessie, or not open.
pub async fn close(app: &App, staff: Option<&str>, code: &str) -> Result<(), SessionError> {
    let code = find(app, code).await?.code;
    let now = app.chance.now_text();
    let entry = accounts::Entry::new(app, staff, "session-close", &code)?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                if !store::close(tx, &code, &now).await? {
                    return Err(SessionError::NotOpen);
                }
                arrivals::forget(tx, &code).await?;
                accounts::record(tx, &entry).await?;
                Ok(())
            })
        })
        .await
}

/// The trajecten with sensitive themes of which an earlier version of the program may not have put all pins behind the front
/// door.
///
/// # Errors
/// The database's.
pub async fn not_behind_the_door(app: &App) -> Result<Vec<Traject>, SessionError> {
    Ok(store::not_behind_the_door(&app.db).await?)
}

/// Says that the pins of all sensitive themes of a traject are behind the front door, in the transaction that puts them there:
/// those themes.
///
/// # Errors
/// The database's.
pub async fn put_behind_the_door(tx: &mut Tx, traject: &str) -> Result<Vec<String>, SessionError> {
    Ok(store::put_behind_the_door(tx, traject).await?)
}

/// Holds a traject until `tx` ends: nothing of it is released meanwhile.
///
/// # Errors
/// The database's.
pub async fn hold(tx: &mut Tx, traject: &str) -> Result<(), SessionError> {
    Ok(store::hold(tx, traject).await?)
}

/// The join code of a wijksessie of this traject that is open, if there is one.
///
/// # Errors
/// The database's.
pub async fn first_open(app: &App, traject: &str) -> Result<Option<String>, SessionError> {
    let sessions = store::sessions_of_traject(&app.db, traject).await?;
    Ok(sessions.into_iter().find(|(_, _, status)| status == Status::Open.word()).map(|(code, _, _)| code))
}

/// Opens the residents' layers for the professionals of a traject, for good: what was seen cannot be unseen. False where that was
/// done before, or was never needed.
///
/// # Errors
/// The database's.
pub async fn open_layers(tx: &mut Tx, traject: &str, staff: &str, now: &str) -> Result<bool, SessionError> {
    Ok(store::open_layers(tx, traject, staff, now).await?)
}

/// Keeps what became of the residents' input, in short, as it is online.
///
/// # Errors
/// The database's.
pub async fn set_feedback(tx: &mut Tx, traject: &str, words: &str) -> Result<(), SessionError> {
    Ok(store::set_feedback(tx, traject, words).await?)
}

/// Trajecten whose day of deletion has come and that were not deleted yet.
///
/// # Errors
/// The database's.
pub async fn due(app: &App) -> Result<Vec<String>, SessionError> {
    let today: String = app.chance.now_text().chars().take(10).collect();
    Ok(store::due(&app.db, &today).await?)
}

/// The codes of every wijksessie of a traject; nothing comes into them until `tx` ends. To be called after [`hold`].
///
/// # Errors
/// The database's.
pub async fn codes_of(tx: &mut Tx, traject: &str) -> Result<Vec<String>, SessionError> {
    Ok(store::codes_of(tx, traject).await?)
}

/// Forgets the wijksessies of a traject, whose pins are gone already, and what is told of who was there; false where that was done before.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, traject: &str, now: &str) -> Result<bool, SessionError> {
    attendance::forget(tx, traject).await?;
    Ok(store::erase(tx, traject, now).await?)
}
