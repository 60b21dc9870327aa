//! The files of photos: under the hash of their content, two for each; what they are called, and which of them nobody needs.

use bytes::Bytes;

use super::{PhotoSize, StoreError, store};
use crate::platform::App;

pub(super) fn name(content: &str, size: PhotoSize) -> String {
    let ending = match size {
        PhotoSize::Thumb => "thumb",
        PhotoSize::Large => "large",
    };
    format!("{}/{content}-{ending}.jpg", content.get(..2).unwrap_or_default())
}

/// The files of a photo that shows this content, below the folder of photos.
pub fn file_names(content: &str) -> [String; 2] {
    [PhotoSize::Large, PhotoSize::Thumb].map(|size| name(content, size))
}

/// Whether a file of this name in this folder is a whole photo: no half of one that was being written.
pub fn is_file_name(folder: &str, file: &str) -> bool {
    let content = file.strip_suffix("-large.jpg").or_else(|| file.strip_suffix("-thumb.jpg"));
    content.is_some_and(|content| {
        let is_hash =
            content.len() == 64 && content.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        is_hash && content.starts_with(folder) && folder.len() == 2
    })
}

/// How a JPEG begins, and how it ends.
const MARKS: [&[u8]; 2] = [b"\xFF\xD8", b"\xFF\xD9"];

/// Whether these are the bytes of a whole photo: not empty, and not half of one.
pub fn is_whole(bytes: &[u8]) -> bool {
    bytes.len() >= 4 && bytes.starts_with(MARKS[0]) && bytes.ends_with(MARKS[1])
}

/// Whether a file is there, and whole.
async fn has_whole(app: &App, name: &str) -> Result<bool, StoreError> {
    let ends = app.files.ends(name).await?;
    Ok(ends.is_some_and(|ends| ends.iter().zip(MARKS).all(|(found, mark)| found == mark)))
}

/// Whether a photo shows this content.
///
/// # Errors
/// The database's.
pub async fn is_used(app: &App, content: &str) -> Result<bool, StoreError> {
    Ok(store::is_used(&app.db, content).await?)
}

/// The contents of photos of which a file is not there or not whole, in order.
///
/// # Errors
/// The database's, or the file store's.
pub async fn missing(app: &App) -> Result<Vec<String>, StoreError> {
    let used = store::contents(&app.db).await?;
    let mut missing = Vec::new();
    for content in used {
        let mut whole = true;
        for name in file_names(&content) {
            whole = whole && has_whole(app, &name).await?;
        }
        // What was deleted since it was read is missing to nobody.
        if !whole && is_used(app, &content).await? {
            missing.push(content);
        }
    }
    missing.sort_unstable();
    Ok(missing)
}

/// Keeps the files that are not there yet, or not whole: the same picture mends what a disk lost.
pub(super) async fn put_files(app: &App, files: &[(String, Bytes)]) -> Result<(), StoreError> {
    for (name, bytes) in files {
        if !has_whole(app, name).await? {
            app.files.put(name, bytes.clone()).await?;
        }
    }
    Ok(())
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

/// A file so young, in seconds, may be of a photo whose row a command beside the server is about to write.
const YOUNG_S: i64 = 3600;

/// Deletes what a crash left: every half-written file, and every file that no photo uses, but those of the last hour. How many.
///
/// # Errors
/// What the file store says.
pub async fn sweep(app: &App) -> Result<usize, StoreError> {
    // Nobody in this program writes meanwhile; a command beside it tries again.
    let _alone = app.photo_files.write().await;
    let mut swept = app.files.sweep_unfinished().await?;
    let used = store::contents(&app.db).await?;
    let before = app.chance.clock.now().as_second() - YOUNG_S;
    for file in app.files.names_before(before).await? {
        let content = file.rsplit('/').next().and_then(|file| file.split('-').next()).unwrap_or_default();
        if !used.contains(content) {
            app.files.delete(&file).await?;
            swept += 1;
        }
    }
    Ok(swept)
}
