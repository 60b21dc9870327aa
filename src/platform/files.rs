//! Files under the hash of their content, in a folder (or whatever `object_store` reaches).

use std::io::ErrorKind;
use std::path::Path as FilePath;
use std::sync::Arc;

use bytes::Bytes;
use futures::TryStreamExt as _;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt as _, PutPayload};
use thiserror::Error;

use super::private;

/// Where photos are kept.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    folder: Arc<FilePath>,
}

/// A file cannot be kept or fetched.
#[derive(Debug, Error)]
pub enum FilesError {
    /// The folder cannot be made or used.
    #[error("De map {place} kan niet worden gebruikt: {cause}. Controleer of u er mag schrijven.")]
    Folder {
        /// Which folder.
        place: String,
        /// What the system says.
        cause: String,
    },
    /// There is no room for a file.
    #[error(
        "De schijf met de map {0} is vol: er kan geen bestand meer worden bewaard. Maak daar ruimte vrij."
    )]
    Full(String),
    /// Anything the store says.
    #[error("een bestand kan niet worden bewaard of gelezen: {0}")]
    Store(#[from] object_store::Error),
}

impl Files {
    /// Opens (and makes) `folder`.
    ///
    /// # Errors
    /// When it cannot be made or used.
    pub fn open(folder: &FilePath) -> Result<Self, FilesError> {
        let failed = |cause: String| FilesError::Folder { place: folder.display().to_string(), cause };
        private::make_folder(folder).map_err(|error| failed(error.to_string()))?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| failed(error.to_string()))?;
        // A photo that was answered 201 survives a power cut.
        Ok(Self { store: Arc::new(store.with_fsync(true)), folder: folder.into() })
    }

    /// Keeps `bytes` under `name`; keeping the same twice is once.
    ///
    /// # Errors
    /// What the store says (a full disk, no permission).
    pub async fn put(&self, name: &str, bytes: impl Into<Bytes>) -> Result<(), FilesError> {
        let bytes: Bytes = bytes.into();
        let name = Path::from(name);
        let put = match self.store.put(&name, PutPayload::from(bytes.clone())).await {
            // A server that starts beside a command sweeps half-written files: this one may have been among them.
            Err(error) if is_not_found(&error) => self.store.put(&name, PutPayload::from(bytes)).await,
            put => put,
        };
        match put {
            Err(error) if has_cause(&error, ErrorKind::StorageFull) => {
                Err(FilesError::Full(self.folder.display().to_string()))
            }
            put => Ok(put.map(drop)?),
        }
    }

    /// Whether something is kept under `name`.
    ///
    /// # Errors
    /// What the store says.
    pub async fn has(&self, name: &str) -> Result<bool, FilesError> {
        match self.store.head(&Path::from(name)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// What is kept under `name`, if anything.
    ///
    /// # Errors
    /// What the store says.
    pub async fn get(&self, name: &str) -> Result<Option<Bytes>, FilesError> {
        match self.store.get(&Path::from(name)).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The first two bytes of what is kept under `name` and the last two, if it has as many: cheap to read of a large file.
    ///
    /// # Errors
    /// What the store says.
    pub async fn ends(&self, name: &str) -> Result<Option<[Bytes; 2]>, FilesError> {
        let name = Path::from(name);
        let size = match self.store.head(&name).await {
            Ok(found) => found.size,
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        if size < 4 {
            return Ok(None);
        }
        match self.store.get_ranges(&name, &[0..2, size - 2..size]).await {
            Ok(ends) => Ok(ends.try_into().ok()),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The names of everything that is kept.
    ///
    /// # Errors
    /// What the store says.
    pub async fn names(&self) -> Result<Vec<String>, FilesError> {
        self.names_before(i64::MAX).await
    }

    /// Deletes every file that was being written when a program died: `NAME#1` and the like, which is how `object_store` calls
    /// them and which it never lists. How many.
    ///
    /// # Errors
    /// What the system says.
    pub async fn sweep_unfinished(&self) -> Result<usize, FilesError> {
        let folder = self.folder.clone();
        let failed = |error: &dyn std::fmt::Display| FilesError::Folder {
            place: self.folder.display().to_string(),
            cause: error.to_string(),
        };
        let swept =
            tokio::task::spawn_blocking(move || sweep(&folder)).await.map_err(|error| failed(&error))?;
        swept.map_err(|error| failed(&error))
    }

    /// The names of everything that was kept before this moment (seconds since 1970, UTC).
    ///
    /// # Errors
    /// What the store says.
    pub async fn names_before(&self, moment: i64) -> Result<Vec<String>, FilesError> {
        let all: Vec<_> = self.store.list(None).try_collect().await?;
        let old = all.into_iter().filter(|one| one.last_modified.timestamp() < moment);
        Ok(old.map(|one| one.location.to_string()).collect())
    }

    /// Forgets what is kept under `name`; nothing there is fine.
    ///
    /// # Errors
    /// What the store says.
    pub async fn delete(&self, name: &str) -> Result<(), FilesError> {
        match self.store.delete(&Path::from(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

fn is_not_found(error: &object_store::Error) -> bool {
    matches!(error, object_store::Error::NotFound { .. }) || has_cause(error, ErrorKind::NotFound)
}

/// Whether it comes down to what the system calls this.
fn has_cause(error: &object_store::Error, kind: ErrorKind) -> bool {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(one) = cause {
        if one.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == kind) {
            return true;
        }
        cause = one.source();
    }
    false
}

/// Whether this is what a file is called while it is written.
fn is_unfinished(name: &str) -> bool {
    let number = name.rsplit_once('#').map(|(_, number)| number);
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn sweep(folder: &FilePath) -> std::io::Result<usize> {
    let mut swept = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        // A link is never followed.
        if entry.file_type()?.is_dir() {
            swept += sweep(&entry.path())?;
        } else if is_unfinished(&entry.file_name().to_string_lossy()) {
            match std::fs::remove_file(entry.path()) {
                Ok(()) => swept += 1,
                // It was finished meanwhile, and has its own name.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(swept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn half_written_files_are_known_by_name_and_swept_and_whole_ones_stay() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::open(folder.path()).unwrap();
        files.put("ab/abcd-large.jpg", b"heel".to_vec()).await.unwrap();
        for half in ["ab/abcd-large.jpg#1", "ab/abcd-thumb.jpg#23", "los#7"] {
            std::fs::write(folder.path().join(half), b"half").unwrap();
        }
        for whole in ["ab/a#b", "ab/7"] {
            std::fs::write(folder.path().join(whole), b"heel").unwrap();
        }
        assert_eq!(files.sweep_unfinished().await.unwrap(), 3);
        assert_eq!(files.sweep_unfinished().await.unwrap(), 0);
        let mut names = files.names().await.unwrap();
        names.sort();
        assert_eq!(names, ["ab/7", "ab/a#b", "ab/abcd-large.jpg"]);
    }
}
