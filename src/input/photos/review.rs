//! What a begeleider sees of a photo, changes on it (where faces may be, and a picture on which they are covered) and decides.

use bytes::Bytes;

use super::faces::faces;
use super::files::{forget_files, name, put_files};
use super::pipeline::SafePhoto;
use super::retouch::{Edit, Share, retouch};
use super::service::pool;
use super::store::{self, Change, Ruling};
use super::{PhotoError, PhotoSize, StoreError};
use crate::people::accounts;
use crate::platform::{App, DbError, Erased, Tx};

/// The memory that looking at or changing a large picture may take, in bytes: its pixels three times, and a PNG.
const WORK_BYTES: u64 = 64 * 1024 * 1024;

/// The version of a photo, and boxes round what may be faces on it. Worked out anew each time: nothing of it is kept.
///
/// # Errors
/// No such photo, or the file store's.
pub async fn suggest(app: &App, id: &str) -> Result<(i64, Vec<Share>), StoreError> {
    let photo = store::find_now(&app.db, id).await?.ok_or(StoreError::None)?;
    let large = app.files.get(&name(&photo.content, PhotoSize::Large)).await?.ok_or(StoreError::None)?;
    let found = pool(app).work(WORK_BYTES, move || faces(&large)).await?;
    Ok((photo.version, found))
}

/// Makes another picture of a photo, burnt into the pixels of every size, under a new content and a new address. What it
/// showed before is gone from the disk when this returns, is not brought back by a backup, and its address answers 410.
/// The same picture at another pin of the wijksessie is changed with it.
///
/// # Errors
/// An edit that cannot be, no such photo, [`StoreError::Decided`] where somebody else was first: nothing is changed.
pub async fn change(app: &App, id: &str, edit: Edit, entry: accounts::Entry) -> Result<(), StoreError> {
    if let Some(pointer) = edit.wrong() {
        return Err(StoreError::Edit(pointer));
    }
    let photo = store::find_now(&app.db, id).await?.ok_or(StoreError::None)?;
    if edit.version.is_some_and(|seen| seen != photo.version) {
        return Err(StoreError::Decided);
    }
    let large = app.files.get(&name(&photo.content, PhotoSize::Large)).await?.ok_or(StoreError::None)?;
    let again = edit.again;
    let picture = pool(app).work(WORK_BYTES, move || retouch(&large, &edit)).await?;
    let mut seat = pool(app).seat(&format!("picture {id}"));
    seat.take(picture.len()).await?;
    let safe = pool(app).process(seat, picture).await?;
    let (app, id) = (app.clone(), id.to_owned());
    // In a task of its own: whoever hangs up meanwhile must not leave the old files behind.
    let changing = tokio::spawn(async move {
        let (before, version) = (photo.content, photo.version);
        if replace(&app, &id, version, again, &before, safe, entry).await? {
            forget_files(&app, vec![before]).await?;
        }
        Ok(())
    });
    changing.await.map_err(|error| PhotoError::Failed(error.to_string()))?
}

/// Puts the new picture in the place of the one before; whether that is another one at all.
async fn replace(
    app: &App,
    id: &str,
    version: i64,
    again: bool,
    before: &str,
    safe: SafePhoto,
    entry: accounts::Entry,
) -> Result<bool, StoreError> {
    // Until the rows are in, the files may not be taken for unused.
    let _held = app.photo_files.read().await;
    let change = Change {
        id: id.to_owned(),
        version,
        again,
        before: before.to_owned(),
        content: safe.hash.clone(),
        width: safe.width,
        height: safe.height,
        thumbhash: safe.thumbhash.clone(),
    };
    let files = [(PhotoSize::Large, Bytes::from(safe.large)), (PhotoSize::Thumb, Bytes::from(safe.thumb))];
    put_files(app, &files.map(|(size, bytes)| (name(&safe.hash, size), bytes))).await?;
    let other = change.content != change.before;
    let (random, gone) = (app.chance.clone(), app.gone.clone());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                for changed in store::change(tx, &change).await?.ok_or(StoreError::Decided)? {
                    let address = hex::encode(&random.ids.secret()?[..16]);
                    store::move_to(tx, &changed, &address).await?;
                    gone.write(&Erased::Picture(changed, change.before.clone())).await?;
                }
                accounts::record(tx, &entry).await?;
                Ok::<_, StoreError>(())
            })
        })
        .await?;
    Ok(other)
}

/// Writes what was decided about a photo, under a new address; the one it had does not hold any more. False where somebody else
/// decided first, or it changed since it was seen.
///
/// # Errors
/// The database's.
pub async fn decide(tx: &mut Tx, id: &str, ruling: &Ruling<'_>) -> Result<bool, DbError> {
    store::decide(tx, id, ruling).await
}

/// Takes a photo for the decision that it goes, until `tx` ends: a second one waits and then finds it gone. False where somebody
/// decided before, unless it is decided `again`.
///
/// # Errors
/// The database's.
pub async fn take(tx: &mut Tx, id: &str, again: bool) -> Result<bool, DbError> {
    store::hide(tx, id, again).await
}
