//! What every request can reach.

use std::path::Path;
use std::sync::Arc;

use thiserror::Error;

use super::assets::{Assets, AssetsError};
use super::clock::Chance;
use super::config::Storage;
use super::db::{Db, DbError};
use super::deletions::Deletions;
use super::files::{Files, FilesError};
use super::given::Given;
use super::guessing::Guesses;
use super::keys::{KeyError, Keys};
use super::limits::Limits;
use super::parts::Parts;
use super::source::Proxies;
use super::timekeeping::Timekeeper;
use super::{data_dir, private};

/// The program, opened: database, files, keys, clock. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// Photos.
    pub files: Files,
    /// What was deleted, for after a restore.
    pub gone: Deletions,
    /// The data directory.
    pub data_dir: Arc<Path>,
    /// The server's secret.
    pub keys: Keys,
    /// Time and randomness.
    pub chance: Chance,
    /// Whether the time can be trusted when something is to be deleted.
    pub time: Timekeeper,
    /// The address people use, without a slash at the end.
    pub public_url: Arc<str>,
    /// The site's files and their hashed names.
    pub assets: Arc<Assets>,
    /// How much one device and one session may ask.
    pub limits: Arc<Limits>,
    /// Who guesses join codes, five words and passwords.
    pub guesses: Guesses,
    /// Whose word counts for where a request comes from.
    pub proxies: Arc<Proxies>,
    /// What rooms keep while the program runs, such as areas that were read.
    pub parts: Parts,
    /// What rooms above do for rooms below.
    pub given: Given,
    /// Held for reading while a photo is kept, for writing while files are deleted.
    pub photo_files: Arc<tokio::sync::RwLock<()>>,
}

/// The program cannot be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The data directory.
    #[error(
        "De gegevensmap {0} kan niet worden gemaakt: {1}. Kies een map waar u mag schrijven, met --data-dir."
    )]
    DataDir(String, std::io::Error),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The files.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// The key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The site.
    #[error(transparent)]
    Assets(#[from] AssetsError),
}

impl App {
    /// Opens everything that commands and the server need. The site is read only where it is given.
    ///
    /// # Errors
    /// [`OpenError`] with a sentence for an administrator.
    pub async fn open(
        storage: &Storage,
        site: Option<&Path>,
        limits: Limits,
        given: Given,
    ) -> Result<Self, OpenError> {
        let chance = Chance::system();
        let folder = &storage.data_dir;
        private::make_folder(folder)
            .map_err(|error| OpenError::DataDir(folder.display().to_string(), error))?;
        let is_new = !folder.join(super::keys::FILE).exists();
        let keys = Keys::open(folder, &*chance.ids)?;
        let files = Files::open(&folder.join("photos"))?;
        let assets = site.map(Assets::read).transpose()?.unwrap_or_default();
        let db = Db::open_with(&storage.database(), storage.pool()).await?;
        data_dir::close_to_others(folder, storage.database_file().as_deref());
        Ok(Self {
            db,
            files,
            gone: Deletions::in_folder(folder),
            data_dir: folder.as_path().into(),
            keys,
            chance,
            time: Timekeeper::open(folder, is_new),
            public_url: storage.public().into(),
            assets: Arc::new(assets),
            guesses: Guesses::new(limits.are_on()),
            proxies: Arc::default(),
            limits: Arc::new(limits),
            parts: Parts::default(),
            given,
            photo_files: Arc::default(),
        })
    }

    /// The public address as people type it: without how it is fetched.
    pub fn site(&self) -> &str {
        self.public_url.split("//").last().unwrap_or_default()
    }
}
