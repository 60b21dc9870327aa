//! A backup is one tar file: the server's key, the photos, the rows of every table as lines of JSON, and a table of contents. It
//! is of one moment, made while people work, and goes back into either kind of database.

use std::collections::HashSet;
use std::fs::{self, File};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::UpkeepError;
use super::manifest::{CONTENTS, Contents, KEY, Manifest, is_known};
use super::tables::{TABLES, Table};
use crate::platform::{App, Db, Row};
use crate::{input::photos, people::accounts};

/// How much went in, or came out.
pub struct Amounts {
    /// Rows of all tables.
    pub rows: usize,
    /// Photo files.
    pub files: usize,
    /// Photos of which a file is not there.
    pub missing: usize,
}

type Lines = Vec<(&'static Table, Vec<Line>)>;

/// A row as a line of JSON; of a photo, the content that it shows.
struct Line {
    json: String,
    photo: Option<String>,
}

/// Writes a backup to `file`, readable by its owner only. Where it does not come to its end, no file is left.
///
/// # Errors
/// A file that is there already, or cannot be written.
pub async fn backup(app: &App, file: &Path) -> Result<Amounts, UpkeepError> {
    if file.exists() {
        return Err(UpkeepError::Exists(file.to_owned()));
    }
    let tables = rows(app).await?;
    let wrong = |error| UpkeepError::Io(file.to_owned(), error);
    let out = File::options().write(true).create_new(true).mode(0o600).open(file).map_err(wrong)?;
    let done = write(app, file.to_owned(), out, tables).await;
    if done.is_err() {
        fs::remove_file(file).map_err(wrong)?;
    }
    done
}

/// The rows of every table, of one moment. A row with its photo file: rows are read first, so every photo of theirs is there, or
/// was deleted since.
async fn rows(app: &App) -> Result<Lines, UpkeepError> {
    let entry = accounts::Entry::new(app, None, "backup", "alles")?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                tx.of_one_moment().await?;
                let mut tables = Vec::new();
                for table in TABLES.iter() {
                    let rows = tx.all(table.select, Vec::new()).await?;
                    let lines: Result<Vec<Line>, UpkeepError> =
                        rows.iter().map(|row| line(table, row)).collect();
                    // In an order that is the same each time, whatever the database.
                    let mut lines = lines?;
                    lines.sort_by(|a, b| a.json.cmp(&b.json));
                    tables.push((table, lines));
                }
                accounts::record(tx, &entry).await?;
                Ok::<_, UpkeepError>(tables)
            })
        })
        .await
}

fn line(table: &Table, row: &Row) -> Result<Line, UpkeepError> {
    let (mut values, mut photo) = (Vec::new(), None);
    for (at, (name, kind)) in table.columns.iter().enumerate() {
        values.push(match kind {
            'i' => Value::from(row.get::<Option<i64>>(at)?),
            'r' => Value::from(row.get::<Option<f64>>(at)?),
            'b' => Value::from(row.get::<Option<Vec<u8>>>(at)?.map(|bytes| STANDARD.encode(bytes))),
            _ => Value::from(row.get::<Option<String>>(at)?),
        });
        if (table.name, *name) == ("photo", "content") {
            photo = row.get(at)?;
        }
    }
    Ok(Line { json: Value::from(values).to_string(), photo })
}

/// A tar file that is being written, and what is in it.
struct Archive {
    file: PathBuf,
    tar: tar::Builder<File>,
    manifest: Manifest,
    /// Files of photos that are empty, or half.
    broken: HashSet<String>,
}

impl Archive {
    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), UpkeepError> {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        header.set_cksum();
        let wrong = |error| UpkeepError::Io(self.file.clone(), error);
        self.tar.append_data(&mut header, name, bytes).map_err(wrong)?;
        self.manifest.add(name, bytes);
        Ok(())
    }

    /// Photos lie two folders deep; one that is deleted meanwhile is not needed any more, and what is no whole photo never.
    fn add_photos(&mut self, photos: &Path) -> Result<(), UpkeepError> {
        let wrong = |error| UpkeepError::Io(photos.to_owned(), error);
        for folder in fs::read_dir(photos).map_err(wrong)?.collect::<Result<Vec<_>, _>>().map_err(wrong)? {
            if !folder.file_type().map_err(wrong)?.is_dir() {
                continue;
            }
            for file in
                fs::read_dir(folder.path()).map_err(wrong)?.collect::<Result<Vec<_>, _>>().map_err(wrong)?
            {
                let (of, name) = (folder.file_name(), file.file_name());
                let name = format!("photos/{}/{}", of.to_string_lossy(), name.to_string_lossy());
                if !is_known(&name) || !file.file_type().map_err(wrong)?.is_file() {
                    continue;
                }
                match fs::read(file.path()) {
                    Ok(bytes) => {
                        self.add(&name, &bytes)?;
                        if !photos::is_whole(&bytes) {
                            self.broken.insert(name);
                        }
                    }
                    Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                    Err(error) => return Err(wrong(error)),
                }
            }
        }
        Ok(())
    }

    fn has_photo(&self, content: &str) -> bool {
        let names = photos::file_names(content).map(|name| format!("photos/{name}"));
        names.iter().all(|name| self.manifest.has(name) && !self.broken.contains(name))
    }
}

async fn write(app: &App, file: PathBuf, out: File, mut tables: Lines) -> Result<Amounts, UpkeepError> {
    let (tar, manifest) = (tar::Builder::new(out), Manifest::default());
    let mut archive = Archive { file, tar, manifest, broken: HashSet::new() };
    let folder = app.data_dir.to_path_buf();
    let mut archive = beside(move || {
        let key = fs::read(folder.join(KEY)).map_err(|error| UpkeepError::Io(folder.join(KEY), error))?;
        archive.add(KEY, &key)?;
        archive.add_photos(&folder.join("photos"))?;
        Ok(archive)
    })
    .await?;
    let missing = drop_deleted(app, &archive, &mut tables).await?;
    let made_at = app.chance.now_text();
    beside(move || {
        let mut rows = Vec::new();
        for (table, lines) in &tables {
            let text: String = lines.iter().flat_map(|line| [line.json.as_str(), "\n"]).collect();
            archive.add(&format!("tables/{}.jsonl", table.name), text.as_bytes())?;
            rows.push((table.name.to_owned(), lines.len()));
        }
        let (total, files) = (rows.iter().map(|(_, count)| count).sum(), archive.manifest.photos());
        let contents = Contents::of(&archive.manifest, Db::STEPS, made_at, rows);
        let contents = serde_json::to_vec(&contents).map_err(|error| UpkeepError::Tool(error.to_string()))?;
        archive.add(CONTENTS, &contents)?;
        let wrong = |error| UpkeepError::Io(archive.file.clone(), error);
        archive.tar.into_inner().and_then(|out| out.sync_all()).map_err(wrong)?;
        Ok(Amounts { rows: total, files, missing })
    })
    .await
}

/// Work with files on a thread for such work.
async fn beside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, UpkeepError> + Send + 'static,
) -> Result<T, UpkeepError> {
    tokio::task::spawn_blocking(work).await.map_err(|error| UpkeepError::Tool(error.to_string()))?
}

/// Leaves out the rows of photos that were deleted since rows were read; how many photos have lost a file otherwise.
async fn drop_deleted(app: &App, archive: &Archive, tables: &mut Lines) -> Result<usize, UpkeepError> {
    let mut lost = HashSet::new();
    for (_, lines) in &mut *tables {
        let mut deleted = HashSet::new();
        for content in lines.iter().filter_map(|line| line.photo.as_deref()) {
            if archive.has_photo(content) || lost.contains(content) || deleted.contains(content) {
                continue;
            }
            let all = if photos::is_used(app, content).await? { &mut lost } else { &mut deleted };
            all.insert(content.to_owned());
        }
        lines.retain(|line| line.photo.as_ref().is_none_or(|content| !deleted.contains(content)));
    }
    Ok(lost.len())
}
