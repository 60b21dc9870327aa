//! The site's files: what the browser gets as it is, under names that hold a hash of their content.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Logical names of the site's files and the hashed names under which they are served.
#[derive(Debug, Default)]
pub struct Assets {
    folder: PathBuf,
    names: HashMap<String, String>,
}

/// The site cannot be read.
#[derive(Debug, Error)]
#[error("De site in {place} is niet te lezen: {cause}. Bouw haar met: make build")]
pub struct AssetsError {
    place: String,
    cause: String,
}

impl Assets {
    /// Reads `assets.json` in the site's folder.
    ///
    /// # Errors
    /// When it is not there or not a list of names.
    pub fn read(folder: &Path) -> Result<Self, AssetsError> {
        let list = folder.join("assets.json");
        let failed = |cause: String| AssetsError { place: list.display().to_string(), cause };
        let text = std::fs::read_to_string(&list).map_err(|error| failed(error.to_string()))?;
        let names = serde_json::from_str(&text).map_err(|error| failed(error.to_string()))?;
        Ok(Self { folder: folder.to_owned(), names })
    }

    /// Where the files are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The address of the file with this logical name, such as `app.css`; an absent one is an error in
    /// the build and answers 404 to the browser.
    pub fn url(&self, name: &str) -> String {
        let hashed = self.names.get(name).map_or_else(
            || {
                tracing::error!(name, "the site does not have this file");
                name
            },
            String::as_str,
        );
        format!("/assets/{hashed}")
    }
}

/// The site beside the program: `target/release/buurtblik` → `target/site`.
pub fn beside_the_program() -> PathBuf {
    std::env::current_exe()
        .ok()
        .and_then(|program| Some(program.parent()?.parent()?.join("site")))
        .unwrap_or_else(|| PathBuf::from("site"))
}
