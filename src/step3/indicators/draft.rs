//! A file that somebody looks at before bringing it in: it lies in the data directory for a day and in no backup.

use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::IndicatorError;
use crate::platform::text::line;
use crate::platform::{App, private};

/// So long a file may be looked at.
const HOLDS: SignedDuration = SignedDuration::from_hours(24);
/// The most files of one traject that lie there at once: of the oldest somebody lost interest.
const MOST_OF_TRAJECT: usize = 10;
/// The most files of all trajecten together, those that are just coming in counted too.
const MOST: usize = 100;

/// A file that is being looked at.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Draft {
    /// UUID.
    pub id: String,
    /// For which traject.
    pub traject: String,
    /// What it is called.
    pub name: String,
    /// When it came.
    pub at: String,
}

fn failed(error: impl std::fmt::Display) -> IndicatorError {
    IndicatorError::Failed(error.to_string())
}

fn folder(app: &App) -> PathBuf {
    app.data_dir.join("cijfers")
}

impl Draft {
    /// Makes room for a file. Old ones go, and the oldest of this traject where it has very many: one traject never stands in
    /// the way of another.
    ///
    /// # Errors
    /// A folder that cannot be written, or too many files that are being looked at.
    pub async fn new(app: &App, traject: &str, name: &str) -> Result<Self, IndicatorError> {
        let folder = folder(app);
        private::make_folder(&folder).map_err(failed)?;
        let left = sweep(&folder, app.chance.clock.now()).await?;
        let (mut own, files) = of_traject(left, traject).await?;
        own.sort_by_key(|(since, _)| *since);
        for (_, oldest) in own.iter().take((own.len() + 1).saturating_sub(MOST_OF_TRAJECT)) {
            oldest.drop(app).await?;
        }
        if files >= MOST {
            return Err(IndicatorError::Busy);
        }
        Ok(Self {
            id: app.chance.ids.uuid()?.to_string(),
            traject: traject.to_owned(),
            name: line(name.rsplit(['/', '\\']).next().unwrap_or_default()).chars().take(100).collect(),
            at: app.chance.now_text(),
        })
    }

    /// Where the file itself is.
    pub fn path(&self, app: &App) -> PathBuf {
        folder(app).join(format!("{}.bestand", self.id))
    }

    /// Writes down what the file is, once all of it has come.
    ///
    /// # Errors
    /// A folder that cannot be written.
    pub async fn keep(&self, app: &App) -> Result<(), IndicatorError> {
        let text = serde_json::to_vec(self).map_err(failed)?;
        tokio::fs::write(folder(app).join(format!("{}.json", self.id)), text).await.map_err(failed)
    }

    /// A file that somebody of this traject is looking at.
    ///
    /// # Errors
    /// There is none, or not any more.
    pub async fn find(app: &App, traject: &str, id: &str) -> Result<Self, IndicatorError> {
        let id = Uuid::try_parse(id).map_err(|_| IndicatorError::None)?;
        let path = folder(app).join(format!("{}.json", id.hyphenated()));
        let text = tokio::fs::read(path).await.map_err(|_| IndicatorError::None)?;
        let draft: Self = serde_json::from_slice(&text).map_err(failed)?;
        if draft.traject == traject { Ok(draft) } else { Err(IndicatorError::None) }
    }

    /// Throws the file away.
    ///
    /// # Errors
    /// A folder that cannot be written.
    pub async fn drop(&self, app: &App) -> Result<(), IndicatorError> {
        for path in [folder(app).join(format!("{}.json", self.id)), self.path(app)] {
            remove(&path).await?;
        }
        Ok(())
    }
}

/// Throws away what has lain there too long.
///
/// # Errors
/// A folder that cannot be read or written.
pub async fn tidy(app: &App) -> Result<(), IndicatorError> {
    let folder = folder(app);
    if tokio::fs::try_exists(&folder).await.map_err(failed)? {
        sweep(&folder, app.chance.clock.now()).await?;
    }
    Ok(())
}

async fn remove(path: &Path) -> Result<(), IndicatorError> {
    match tokio::fs::remove_file(path).await {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(failed(error)),
        _ => Ok(()),
    }
}

/// Of the files that lie there: those of a traject that came whole, and how many there are of all.
async fn of_traject(
    left: Vec<(Timestamp, PathBuf)>,
    traject: &str,
) -> Result<(Vec<(Timestamp, Draft)>, usize), IndicatorError> {
    let (mut own, mut files) = (Vec::new(), 0);
    for (since, path) in left {
        let is_told = path.extension().is_some_and(|end| end == "json");
        // The file itself counts, and one of which nothing was written down yet.
        files += usize::from(!is_told);
        if !is_told {
            continue;
        }
        // Somebody may throw it away, or write it down, at this moment.
        let Ok(text) = tokio::fs::read(&path).await else { continue };
        let Ok(draft) = serde_json::from_slice::<Draft>(&text) else { continue };
        own.extend((draft.traject == traject).then_some((since, draft)));
    }
    Ok((own, files))
}

/// Throws away what has lain there too long; what is left.
async fn sweep(folder: &Path, now: Timestamp) -> Result<Vec<(Timestamp, PathBuf)>, IndicatorError> {
    let mut entries = tokio::fs::read_dir(folder).await.map_err(failed)?;
    let mut left = Vec::new();
    while let Some(entry) = entries.next_entry().await.map_err(failed)? {
        let changed = match entry.metadata().await.and_then(|data| data.modified()) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            found => found.map_err(failed)?,
        };
        let changed = Timestamp::try_from(changed).map_err(failed)?;
        if now.duration_since(changed) > HOLDS {
            remove(&entry.path()).await?;
        } else {
            left.push((changed, entry.path()));
        }
    }
    Ok(left)
}
