//! Files under the hash of their content, in a folder (or whatever `object_store` reaches).

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
pub struct Files(Arc<dyn ObjectStore>);

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
        Ok(Self(Arc::new(store.with_fsync(true))))
    }

    /// Keeps `bytes` under `name`; keeping the same twice is once.
    ///
    /// # Errors
    /// What the store says (a full disk, no permission).
    pub async fn put(&self, name: &str, bytes: impl Into<Bytes>) -> Result<(), FilesError> {
        self.0.put(&Path::from(name), PutPayload::from(bytes.into())).await?;
        Ok(())
    }

    /// Whether something is kept under `name`.
    ///
    /// # Errors
    /// What the store says.
    pub async fn has(&self, name: &str) -> Result<bool, FilesError> {
        match self.0.head(&Path::from(name)).await {
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
        match self.0.get(&Path::from(name)).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The names of everything that was kept before this moment (seconds since 1970, UTC).
    ///
    /// # Errors
    /// What the store says.
    pub async fn names_before(&self, moment: i64) -> Result<Vec<String>, FilesError> {
        let all: Vec<_> = self.0.list(None).try_collect().await?;
        let old = all.into_iter().filter(|one| one.last_modified.timestamp() < moment);
        Ok(old.map(|one| one.location.to_string()).collect())
    }

    /// Forgets what is kept under `name`; nothing there is fine.
    ///
    /// # Errors
    /// What the store says.
    pub async fn delete(&self, name: &str) -> Result<(), FilesError> {
        match self.0.delete(&Path::from(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}
