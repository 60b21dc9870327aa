//! A walk that goes: at its owner's wish, after a restore, on the day of deletion.

use uuid::Uuid;

use super::store::{self, Under};
use super::{WalkError, service};
use crate::input::photos;
use crate::input::pins;
use crate::input::session::{self, Wijksessie};
use crate::platform::{App, DbError, Deletions, Erased, Tx};

/// A walk goes with its line and its photos; those that are pins go as pins do. The photo contents whose files are to go.
///
/// # Errors
/// The database's, or that of the file which remembers deletions.
pub async fn leave(
    tx: &mut Tx,
    gone: &Deletions,
    session: &Wijksessie,
    id: &str,
) -> Result<Vec<String>, WalkError> {
    gone.write(&Erased::Walk(session.code.clone(), id.to_owned())).await?;
    let mut files = Vec::new();
    for photo in store::placed(tx, &session.code, id).await? {
        files.extend(photo_leaves(tx, gone, session, &photo).await?);
    }
    store::remove(tx, &session.code, id).await?;
    Ok(files)
}

async fn photo_leaves(
    tx: &mut Tx,
    gone: &Deletions,
    session: &Wijksessie,
    photo: &store::Placed,
) -> Result<Vec<String>, WalkError> {
    if photo.is_pin {
        return Ok(pins::leave(tx, gone, session, &photo.id, None).await?);
    }
    gone.write(&Erased::Photo(photo.id.clone())).await?;
    Ok(photos::remove_one(tx, &photo.id).await?)
}

/// Takes back one's own walk while the wijksessie is open. Taken back before: fine.
///
/// # Errors
/// See [`WalkError`].
pub(super) async fn take_back(app: &App, code: &str, id: Uuid, participant: Uuid) -> Result<(), WalkError> {
    let session = session::find(app, code).await?;
    let owner = app.keys.participant(&session.code, participant);
    let (id, gone) = (id.to_string(), app.gone.clone());
    let files = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                session::check_open(tx, &session.code).await?;
                match service::own(tx, &session.code, &id, &owner).await {
                    Ok(_) => leave(tx, &gone, &session, &id).await,
                    Err(WalkError::Gone) => Ok(Vec::new()),
                    Err(error) => Err(error),
                }
            })
        })
        .await?;
    Ok(photos::forget_files(app, files).await?)
}

/// Takes one photo out of one's own walk while the wijksessie is open. Taken out before: fine.
///
/// # Errors
/// See [`WalkError`].
pub(super) async fn take_photo_back(
    app: &App,
    code: &str,
    walk: Uuid,
    photo: Uuid,
    participant: Uuid,
) -> Result<(), WalkError> {
    let session = session::find(app, code).await?;
    let owner = app.keys.participant(&session.code, participant);
    let (walk, photo, gone) = (walk.to_string(), photo.to_string(), app.gone.clone());
    let files = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                session::check_open(tx, &session.code).await?;
                service::own(tx, &session.code, &walk, &owner).await?;
                let photos = store::placed(tx, &session.code, &walk).await?;
                match photos.iter().find(|one| one.id == photo) {
                    Some(found) => photo_leaves(tx, &gone, &session, found).await,
                    None => Ok(Vec::new()),
                }
            })
        })
        .await?;
    Ok(photos::forget_files(app, files).await?)
}

/// One photo of a walk of this participant (a keyed hash) goes, in whatever state its wijksessie is; the photo contents whose
/// files are to go, or nothing where it is none of theirs.
///
/// # Errors
/// The database's, or that of the file which remembers deletions.
pub async fn photo_of_holder_leaves(
    tx: &mut Tx,
    gone: &Deletions,
    session: &Wijksessie,
    id: &str,
    who: &str,
) -> Result<Option<Vec<String>>, WalkError> {
    match store::photo_of_holder(tx, &session.code, id, who).await? {
        Some(photo) => Ok(Some(photo_leaves(tx, gone, session, &photo).await?)),
        None => Ok(None),
    }
}

/// Whether this is a walk of this participant (a keyed hash).
///
/// # Errors
/// The database's.
pub async fn is_of_holder(tx: &mut Tx, code: &str, id: &str, who: &str) -> Result<bool, DbError> {
    Ok(matches!(store::find(tx, code, id).await?, Some(Under::Walk(kept)) if kept.participant == who))
}

/// Whether there is still something of this walk.
///
/// # Errors
/// The database's.
pub async fn is_there(tx: &mut Tx, code: &str, id: &str) -> Result<bool, DbError> {
    Ok(matches!(store::find(tx, code, id).await?, Some(Under::Walk(_))))
}

/// Forgets every walk of a wijksessie, on its traject's day of deletion; its photos and pins are forgotten before.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    store::erase(tx, code).await
}
