//! Keeping a photo: made safe first, then its files, then its row, so that a crash leaves no row
//! without its files.

use std::collections::HashMap;
use std::sync::Arc;

use bytes::Bytes;
use futures::future::BoxFuture;
use uuid::Uuid;

use super::files::{name, put_files};
use super::pipeline::{Pool, Seat};
use super::store::{self, PhotoRow};
use super::{Caption, OnWalk, Photo, PhotoError, PhotoSize, StoreError};
use crate::place::buurt::Place;
use crate::platform::db::AT_ONCE;
use crate::platform::{App, DbError, Tx};

/// What a PUT came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PutPhoto {
    /// A new photo.
    New,
    /// The same again: its work was done before.
    Again,
}

/// A photo on its way in: everything but its picture.
pub struct Draft {
    /// The photo's own id.
    pub id: Uuid,
    /// The pin it belongs to.
    pub pin: Option<Uuid>,
    /// The walk it belongs to.
    pub on_walk: Option<OnWalk>,
    /// Recognises the same again.
    pub put_hash: String,
    /// The words beside it.
    pub caption: Caption,
    /// It may be on the poster.
    pub poster: bool,
}

/// A photo whose files are there and whose row is to follow.
pub struct New(PhotoRow);

impl New {
    /// What only its walk knows of it; to be settled within the transaction.
    pub fn on_walk(&mut self) -> Option<&mut OnWalk> {
        self.0.on_walk.as_mut()
    }

    /// The words beside it.
    pub fn caption(&self) -> &str {
        &self.0.caption
    }

    /// Its id.
    pub fn id(&self) -> String {
        self.0.id.clone()
    }

    /// What became of this photo before, if anything.
    ///
    /// # Errors
    /// Another photo has this id, or it was deleted before.
    pub async fn known(&self, tx: &mut Tx) -> Result<Option<PutPhoto>, StoreError> {
        if store::was_deleted(tx, &self.0.id).await? {
            return Err(StoreError::Gone);
        }
        match store::find(tx, &self.0.id).await? {
            None => Ok(None),
            Some(old) if old.put_hash == self.0.put_hash => Ok(Some(PutPhoto::Again)),
            Some(_) => Err(StoreError::Conflict),
        }
    }

    /// Writes the row.
    ///
    /// # Errors
    /// Another photo has this id, or it was deleted before.
    pub async fn insert(self, tx: &mut Tx, code: &str) -> Result<PutPhoto, StoreError> {
        if let Some(put) = self.known(tx).await? {
            return Ok(put);
        }
        if store::insert(tx, code, &self.0).await? {
            return Ok(PutPhoto::New);
        }
        self.known(tx).await?.ok_or(StoreError::Conflict)
    }
}

/// Where the photos of this program are made safe.
pub fn pool(app: &App) -> Arc<Pool> {
    app.parts.of::<Pool>()
}

/// Makes a photo safe, keeps its files, and then lets `insert` write its row in a transaction.
///
/// # Errors
/// The photo is refused, or what `insert` says: no row is kept.
pub async fn keep<E, F>(app: &App, seat: Seat, photo: Vec<u8>, draft: Draft, insert: F) -> Result<PutPhoto, E>
where
    E: From<StoreError> + From<DbError> + Send + 'static,
    F: for<'t> FnOnce(&'t mut Tx, New) -> BoxFuture<'t, Result<PutPhoto, E>> + Send + 'static,
{
    let safe = pool(app).process(seat, photo).await.map_err(StoreError::from)?;
    let address = app.chance.ids.secret().map_err(StoreError::from)?;
    let app = app.clone();
    // In a task of its own: whoever hangs up meanwhile must not let go of the files before the row is in.
    let keeping = tokio::spawn(async move {
        let _held = app.photo_files.read().await;
        let files =
            [(PhotoSize::Large, Bytes::from(safe.large)), (PhotoSize::Thumb, Bytes::from(safe.thumb))];
        let files = files.map(|(size, bytes)| (name(&safe.hash, size), bytes));
        // Files first: should the row not follow, a file that nobody names is left, never the other way round.
        put_files(&app, &files).await?;
        let new = New(PhotoRow {
            id: draft.id.to_string(),
            pin: draft.pin.map(|pin| pin.to_string()),
            put_hash: draft.put_hash,
            content: safe.hash,
            address: hex::encode(&address[..16]),
            caption: draft.caption.into(),
            width: safe.width,
            height: safe.height,
            thumbhash: safe.thumbhash,
            approved: false,
            poster: draft.poster,
            version: 0,
            on_walk: draft.on_walk,
        });
        let put = app.db.write(move |tx| insert(tx, new)).await?;
        // A command beside the server holds a lock of its own: it may have deleted the same picture just before.
        put_files(&app, &files).await?;
        Ok(put)
    });
    keeping.await.map_err(|error| StoreError::from(PhotoError::Failed(error.to_string())))?
}

/// Whether this very photo was kept before.
///
/// # Errors
/// [`StoreError::Conflict`] where another has its id.
pub async fn known(app: &App, id: &str, put_hash: &str) -> Result<bool, StoreError> {
    match store::find_now(&app.db, id).await? {
        Some(old) if old.put_hash == put_hash => Ok(true),
        Some(_) => Err(StoreError::Conflict),
        None => Ok(false),
    }
}

/// How many photos there are at a pin.
///
/// # Errors
/// The database's.
pub async fn count_at_pin(tx: &mut Tx, code: &str, pin: &str) -> Result<i64, DbError> {
    store::count(tx, code, pin).await
}

/// How many photos a walk has, and how many of them matter.
///
/// # Errors
/// The database's.
pub async fn count_on_walk(tx: &mut Tx, code: &str, walk: &str) -> Result<(i64, i64), DbError> {
    store::count_on_walk(tx, code, walk).await
}

/// Moves a photo of a walk that is no pin; without a place it is nowhere.
///
/// # Errors
/// The database's.
pub async fn move_of_walk(tx: &mut Tx, id: &str, place: Option<Place>) -> Result<(), DbError> {
    store::place(tx, id, place).await
}

/// A photo as it is served.
pub struct Served {
    /// JPEG.
    pub bytes: Bytes,
    /// Somebody approved it: it may be cached.
    pub approved: bool,
}

/// The photo under an address.
///
/// # Errors
/// [`StoreError::None`], or [`StoreError::Gone`] where it once was.
pub async fn serve(app: &App, address: &str, size: PhotoSize) -> Result<Served, StoreError> {
    let Some(photo) = store::by_address(&app.db, address).await? else {
        let gone = store::is_gone(&app.db, address).await?;
        return Err(if gone { StoreError::Gone } else { StoreError::None });
    };
    let bytes = app.files.get(&name(&photo.content, size)).await?.ok_or(StoreError::None)?;
    Ok(Served { bytes, approved: photo.approved })
}

/// The photos of these pins of a wijksessie, by pin.
///
/// # Errors
/// The database's.
pub async fn of_pins(
    app: &App,
    code: &str,
    pins: &[&str],
) -> Result<HashMap<String, Vec<Photo>>, StoreError> {
    let mut all = Vec::new();
    for some in pins.chunks(AT_ONCE) {
        all.extend(store::of_pins(&app.db, code, some).await?);
    }
    Ok(by_pin(all))
}

fn by_pin(all: Vec<store::PhotoRow>) -> HashMap<String, Vec<Photo>> {
    let mut by_pin: HashMap<String, Vec<Photo>> = HashMap::new();
    for kept in all {
        let Some(pin) = kept.pin else { continue };
        let photo = Photo {
            id: kept.id,
            caption: kept.caption,
            address: kept.address,
            width: kept.width,
            height: kept.height,
            thumbhash: kept.thumbhash,
            approved: kept.approved,
            poster: kept.poster,
        };
        by_pin.entry(pin).or_default().push(photo);
    }
    by_pin
}

/// The approved photos of pins of a wijksessie: pin and photo.
///
/// # Errors
/// The database's.
pub async fn approved_at_pins(app: &App, code: &str) -> Result<Vec<(String, String)>, DbError> {
    store::approved_at_pins(&app.db, code).await
}

/// Forgets the photos of a pin that is taken back; the contents for [`forget_files`](super::forget_files), once that is committed.
///
/// # Errors
/// The database's.
pub async fn remove_of_pin(tx: &mut Tx, code: &str, pin: &str) -> Result<Vec<String>, DbError> {
    store::remove_of_pin(tx, code, pin).await
}

/// Forgets one photo; the contents for [`forget_files`](super::forget_files), once that is committed.
///
/// # Errors
/// The database's.
pub async fn remove_one(tx: &mut Tx, id: &str) -> Result<Vec<String>, DbError> {
    store::remove_one(tx, id).await
}

/// Forgets a photo that shows this content; the files that are to go once that is committed, or nothing where it shows
/// another by now.
///
/// # Errors
/// The database's.
pub async fn remove_showing(tx: &mut Tx, id: &str, content: &str) -> Result<Option<Vec<String>>, DbError> {
    match store::find(tx, id).await? {
        Some(photo) if photo.content == content => Ok(Some(store::remove_one(tx, id).await?)),
        _ => Ok(None),
    }
}

/// Forgets every photo of a wijksessie, on its traject's day of deletion; the contents whose files are to go.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, code: &str) -> Result<Vec<String>, DbError> {
    store::erase(tx, code).await
}
