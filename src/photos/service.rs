//! Keeping a photo: made safe first, then its files, then its row, so that a crash leaves no row
//! without its files.

use std::collections::HashMap;

use bytes::Bytes;
use uuid::{Uuid, Version};

use super::pipeline::{SafePhoto, Seat};
use super::store::{self, Kept};
use super::{Caption, Photo, PhotoSize, StoreError};
use crate::pins;
use crate::platform::{App, DbError, Tx};
use crate::session::{self, SessionError, Status, Wijksessie, tidy_code};

/// Most photos at one pin.
pub const MOST_AT_A_PIN: i64 = 6;

/// What a PUT came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PutPhoto {
    /// A new photo.
    New,
    /// The same again: its work was done before.
    Again,
}

/// Where a photo belongs and whose turn it is.
#[derive(Debug, Clone)]
pub struct Target {
    /// Join code.
    pub code: String,
    /// The pin.
    pub pin: Uuid,
    /// The photo.
    pub id: Uuid,
    /// Whose turn it is.
    pub participant: Uuid,
}

/// What somebody sends.
pub(super) struct SentPhoto {
    /// The file.
    pub photo: Vec<u8>,
    /// Their words beside it.
    pub caption: Caption,
    /// It may be on the poster.
    pub poster: bool,
}

/// Whether this participant may add a photo here, before the body is read: the wijksessie it is for.
///
/// # Errors
/// No such wijksessie or pin, closed, or somebody else's pin.
pub(super) async fn check(app: &App, target: &Target) -> Result<Wijksessie, StoreError> {
    if target.id.get_version() != Some(Version::Random) {
        return Err(StoreError::Id);
    }
    let session = session::find(app, &target.code).await?;
    pins::is_own_pin(app, &session, target.pin, target.participant).await?;
    Ok(session)
}

/// Keeps a photo at one's own pin. Sent twice, it does its work once.
///
/// # Errors
/// See [`StoreError`]: nothing is kept.
pub(super) async fn put(
    app: &App,
    target: Target,
    session: Wijksessie,
    seat: Seat,
    sent: SentPhoto,
) -> Result<PutPhoto, StoreError> {
    let SentPhoto { photo, caption, poster } = sent;
    let (pin, participant) = (target.pin.as_bytes(), target.participant.as_bytes());
    let mut parts: Vec<&[u8]> = vec![&photo, caption.as_str().as_bytes(), pin, participant];
    if poster {
        parts.push(b"poster");
    }
    let put_hash = app.keys.content(&parts);
    if known(app, &target.id.to_string(), &put_hash).await? {
        return Ok(PutPhoto::Again);
    }
    if session.status != Status::Open {
        return Err(SessionError::NotOpen.into());
    }
    let safe = app.photo_pool.process(seat, photo).await?;
    // Until the row is in, the files may not be taken for unused.
    let _held = app.photo_files.read().await;
    let (content, width, height) = (safe.hash.clone(), safe.width, safe.height);
    let thumbhash = safe.thumbhash.clone();
    keep_files(app, safe).await?;
    let new = Kept {
        id: target.id.to_string(),
        pin: target.pin.to_string(),
        put_hash,
        content,
        address: hex::encode(&app.chance.ids.secret()?[..16]),
        caption: caption.into(),
        width,
        height,
        thumbhash,
        approved: false,
        poster,
        version: 0,
    };
    let code = session.code;
    let owner = app.keys.participant(&code, target.participant);
    app.db.write(move |tx| Box::pin(async move { insert(tx, &code, &owner, &new).await })).await
}

/// Keeps the files of a photo, before its row: should that not follow, a file that nobody names is left, never the other
/// way round. Hold `photo_files` meanwhile.
pub(super) async fn keep_files(app: &App, safe: SafePhoto) -> Result<(), StoreError> {
    app.files.put(&name(&safe.hash, PhotoSize::Large), safe.large).await?;
    app.files.put(&name(&safe.hash, PhotoSize::Thumb), safe.thumb).await?;
    Ok(())
}

async fn insert(tx: &mut Tx, code: &str, owner: &str, new: &Kept) -> Result<PutPhoto, StoreError> {
    session::check_open(tx, code).await?;
    // The pin may have been taken back while the photo was made safe.
    pins::check_own(tx, code, &new.pin, owner).await?;
    if store::count(tx, code, &new.pin).await? >= MOST_AT_A_PIN {
        return Err(StoreError::TooMany);
    }
    if store::insert(tx, code, new).await? {
        return Ok(PutPhoto::New);
    }
    match store::find(tx, &new.id).await? {
        Some(old) if old.put_hash == new.put_hash => Ok(PutPhoto::Again),
        _ => Err(StoreError::Conflict),
    }
}

/// Whether this very photo was kept before.
async fn known(app: &App, id: &str, put_hash: &str) -> Result<bool, StoreError> {
    match store::find_now(&app.db, id).await? {
        Some(old) if old.put_hash == put_hash => Ok(true),
        Some(_) => Err(StoreError::Conflict),
        None => Ok(false),
    }
}

pub(super) fn name(content: &str, size: PhotoSize) -> String {
    let ending = match size {
        PhotoSize::Thumb => "thumb",
        PhotoSize::Large => "large",
    };
    format!("{}/{content}-{ending}.jpg", &content[..2])
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

/// The photos of a wijksessie, by pin.
///
/// # Errors
/// The database's.
pub async fn of_session(app: &App, code: &str) -> Result<HashMap<String, Vec<Photo>>, StoreError> {
    let mut by_pin: HashMap<String, Vec<Photo>> = HashMap::new();
    for kept in store::of_session(&app.db, &tidy_code(code)).await? {
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
        by_pin.entry(kept.pin).or_default().push(photo);
    }
    Ok(by_pin)
}

/// Forgets the photos of a pin that is taken back; the files that are to go once that is committed.
///
/// # Errors
/// The database's.
pub async fn remove_of_pin(tx: &mut Tx, code: &str, pin: &str) -> Result<Vec<String>, DbError> {
    store::remove_of_pin(tx, code, pin).await
}

/// Forgets one photo; the files that are to go once that is committed.
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

/// Deletes the files of these contents, where no photo uses them.
///
/// # Errors
/// What the file store says.
pub async fn forget_files(app: &App, contents: Vec<String>) -> Result<(), StoreError> {
    // Nobody keeps a photo meanwhile: the same picture may just come in at another pin.
    let _alone = app.photo_files.write().await;
    for content in contents {
        if store::is_used(&app.db, &content).await? {
            continue;
        }
        app.files.delete(&name(&content, PhotoSize::Large)).await?;
        app.files.delete(&name(&content, PhotoSize::Thumb)).await?;
    }
    Ok(())
}

/// Forgets every photo of a wijksessie, on its traject's day of deletion; the contents whose files are to go.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, code: &str) -> Result<Vec<String>, DbError> {
    store::erase(tx, code).await
}

/// Deletes every file that no photo uses: what a crash between a deletion and its files left. How many.
///
/// # Errors
/// What the file store says.
pub async fn sweep(app: &App) -> Result<usize, StoreError> {
    let _alone = app.photo_files.write().await;
    let used = store::contents(&app.db).await?;
    let mut swept = 0;
    for file in app.files.names().await? {
        let content = file.rsplit('/').next().and_then(|file| file.split('-').next()).unwrap_or_default();
        if !used.contains(content) {
            app.files.delete(&file).await?;
            swept += 1;
        }
    }
    Ok(swept)
}
