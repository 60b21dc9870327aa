//! Releasing: closed wijksessies go to the traject's professionals together, once.

mod store;

use super::attendance;
use super::service::find;
use super::{SessionError, Status, Wijksessie};
use crate::people::accounts;
use crate::platform::{App, DbError, Tx};

/// What rooms above have to do in the transaction of a release, so that it is done with it or not at all.
pub trait AtRelease: Send + Sync + 'static {
    /// What can go wrong.
    type Error: From<SessionError> + From<DbError> + Send + 'static;

    /// How many different voices speak in a wijksessie.
    fn voices(&self, tx: &mut Tx, code: &str) -> impl Future<Output = Result<u32, Self::Error>> + Send;

    /// Makes what is told of the release `id`, which holds these wijksessies.
    fn tell(
        &self,
        tx: &mut Tx,
        id: &str,
        codes: &[String],
    ) -> impl Future<Output = Result<(), Self::Error>> + Send;
}

/// The closed wijksessies of these codes, each once, and of one traject.
///
/// # Errors
/// Still open, released before, of two trajecten, or none.
pub async fn to_release(app: &App, codes: &[String]) -> Result<Vec<Wijksessie>, SessionError> {
    let mut sessions: Vec<Wijksessie> = Vec::new();
    for code in codes {
        let session = find(app, code).await?;
        match session.status {
            Status::Open => return Err(SessionError::StillOpen(session.code)),
            Status::Released => return Err(SessionError::AlreadyReleased(session.code)),
            Status::Closed if sessions.iter().any(|other| other.code == session.code) => {}
            Status::Closed => sessions.push(session),
        }
    }
    let Some(first) = sessions.first() else { return Err(SessionError::NoSession) };
    if sessions.iter().any(|session| session.traject != first.traject) {
        return Err(SessionError::TwoTrajects);
    }
    Ok(sessions)
}

/// Hands one or several closed wijksessies (of [`to_release`]) as one batch to the traject's professionals: once, and only with
/// at least *k* voices in the batch. All or nothing.
///
/// # Errors
/// Released meanwhile, or too few voices: nothing is changed.
pub async fn release<W: AtRelease>(
    app: &App,
    staff: Option<&str>,
    sessions: &[Wijksessie],
    work: W,
) -> Result<(), W::Error> {
    let Some(first) = sessions.first() else { return Err(SessionError::NoSession.into()) };
    let (traject, k) = (first.traject.clone(), first.k);
    let id = app.chance.ids.uuid().map_err(SessionError::from)?.to_string();
    let now = app.chance.now_text();
    let list: Vec<_> = sessions.iter().map(|session| session.code.clone()).collect();
    let entry = accounts::Entry::new(app, staff, "release", &list.join(" ")).map_err(SessionError::from)?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::insert_release(tx, &id, &traject, &now).await?;
                let mut voices = 0;
                for code in &list {
                    if !store::mark_released(tx, code, &id).await? {
                        return Err(SessionError::AlreadyReleased(code.clone()).into());
                    }
                    voices += work.voices(tx, code).await?;
                }
                if voices < k {
                    return Err(SessionError::TooFew { found: voices, k }.into());
                }
                attendance::keep(tx, &id, &traject, k, &list).await?;
                work.tell(tx, &id, &list).await?;
                accounts::record(tx, &entry).await?;
                Ok(())
            })
        })
        .await
}

/// Codes and methods of the released wijksessies of a traject.
///
/// # Errors
/// The database's.
pub async fn released(app: &App, traject: &str) -> Result<Vec<(String, String)>, SessionError> {
    Ok(store::released(&app.db, traject).await?)
}

/// The release in which a wijksessie was handed over; nothing where it was not.
///
/// # Errors
/// The database's.
pub async fn release_of(app: &App, code: &str) -> Result<Option<String>, DbError> {
    store::release_of(&app.db, code).await
}

/// The codes of the wijksessies of a release.
///
/// # Errors
/// The database's.
pub async fn codes_of_release(app: &App, release: &str) -> Result<Vec<String>, DbError> {
    store::codes_of_release(&app.db, release).await
}

/// The releases of a traject, in their order.
///
/// # Errors
/// The database's.
pub async fn releases(app: &App, traject: &str) -> Result<Vec<String>, DbError> {
    store::of_traject(&app.db, traject).await
}

/// Every release of which the wijksessies are still there, traject by traject in their order: release and traject.
///
/// # Errors
/// The database's.
pub async fn with_input(app: &App) -> Result<Vec<(String, String)>, DbError> {
    store::with_input(&app.db).await
}
