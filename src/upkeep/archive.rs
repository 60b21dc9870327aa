//! A backup is one tar file: a table of contents, the rows of every table as lines of JSON, the server's key, and the
//! photos. It is of one moment, made while people work, and goes back into either kind of database.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::tables::{TABLES, Table};
use super::{UpkeepError, store};
use crate::accounts;
use crate::platform::db::Arg;
use crate::platform::{App, Db, Row};

/// What a backup says about itself.
#[derive(Debug, Serialize, Deserialize)]
struct Contents {
    /// Always `buurtblik backup`.
    what: String,
    /// How many steps of `migrations/` its tables have had.
    steps: usize,
    /// When, in UTC.
    made_at: String,
    /// How many rows each table has.
    rows: Vec<(String, usize)>,
}

const WHAT: &str = "buurtblik backup";
const CONTENTS: &str = "contents.json";
const KEY: &str = "secret.key";

/// How much went in, or came out.
pub struct Told {
    /// Rows of all tables.
    pub rows: usize,
    /// Photo files.
    pub files: usize,
}

/// Writes a backup to `file`, readable by its owner only.
///
/// # Errors
/// A file that is there already, or cannot be written.
pub async fn backup(app: &App, file: &Path) -> Result<Told, UpkeepError> {
    if file.exists() {
        return Err(UpkeepError::Exists(file.to_owned()));
    }
    let entry = accounts::Entry::new(app, None, "backup", "alles")?;
    // A row with its photo file: rows are read first, so every photo of theirs is there, or was deleted since.
    let tables = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                tx.of_one_moment().await?;
                let mut tables = Vec::new();
                for table in TABLES.iter() {
                    let rows = tx.all(table.select, Vec::new()).await?;
                    let lines: Result<Vec<String>, UpkeepError> =
                        rows.iter().map(|row| line(table, row)).collect();
                    // In an order that is the same each time, whatever the database.
                    let mut lines = lines?;
                    lines.sort();
                    tables.push((table.name, lines));
                }
                accounts::record(tx, &entry).await?;
                Ok::<_, UpkeepError>(tables)
            })
        })
        .await?;
    let (folder, file, made_at) = (app.data_dir.to_path_buf(), file.to_owned(), app.chance.now_text());
    let writing = tokio::task::spawn_blocking(move || write(&folder, &file, &tables, made_at));
    writing.await.map_err(|error| UpkeepError::Tool(error.to_string()))?
}

fn line(table: &Table, row: &Row) -> Result<String, UpkeepError> {
    let mut values = Vec::new();
    for (at, (_, kind)) in table.columns.iter().enumerate() {
        values.push(match kind {
            'i' => Value::from(row.get::<Option<i64>>(at)?),
            'r' => Value::from(row.get::<Option<f64>>(at)?),
            'b' => Value::from(row.get::<Option<Vec<u8>>>(at)?.map(|bytes| STANDARD.encode(bytes))),
            _ => Value::from(row.get::<Option<String>>(at)?),
        });
    }
    Ok(Value::from(values).to_string())
}

type Lines = [(&'static str, Vec<String>)];

fn write(folder: &Path, file: &Path, tables: &Lines, made_at: String) -> Result<Told, UpkeepError> {
    let wrong = |error| UpkeepError::Io(file.to_owned(), error);
    let out = File::options().write(true).create_new(true).mode(0o600).open(file).map_err(wrong)?;
    let mut tar = tar::Builder::new(out);
    let rows: Vec<_> = tables.iter().map(|(name, lines)| ((*name).to_owned(), lines.len())).collect();
    let total = rows.iter().map(|(_, count)| count).sum();
    let contents = Contents { what: WHAT.to_owned(), steps: Db::STEPS, made_at, rows };
    let contents = serde_json::to_vec(&contents).map_err(|error| UpkeepError::Tool(error.to_string()))?;
    add(&mut tar, CONTENTS, &contents).map_err(wrong)?;
    let key = fs::read(folder.join(KEY)).map_err(|error| UpkeepError::Io(folder.join(KEY), error))?;
    add(&mut tar, KEY, &key).map_err(wrong)?;
    for (name, lines) in tables {
        let text: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
        add(&mut tar, &format!("tables/{name}.jsonl"), text.as_bytes()).map_err(wrong)?;
    }
    let files = add_photos(&mut tar, &folder.join("photos")).map_err(wrong)?;
    let out = tar.into_inner().map_err(wrong)?;
    out.sync_all().map_err(wrong)?;
    Ok(Told { rows: total, files })
}

fn add(tar: &mut tar::Builder<File>, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o600);
    header.set_cksum();
    tar.append_data(&mut header, name, bytes)
}

/// Photos lie two folders deep; one that is deleted meanwhile is not needed any more.
fn add_photos(tar: &mut tar::Builder<File>, photos: &Path) -> std::io::Result<usize> {
    let mut count = 0;
    for folder in fs::read_dir(photos)?.collect::<Result<Vec<_>, _>>()? {
        if !folder.file_type()?.is_dir() {
            continue;
        }
        for file in fs::read_dir(folder.path())?.collect::<Result<Vec<_>, _>>()? {
            let bytes = match fs::read(file.path()) {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
            let (folder, file) = (folder.file_name(), file.file_name());
            add(tar, &format!("photos/{}/{}", folder.to_string_lossy(), file.to_string_lossy()), &bytes)?;
            count += 1;
        }
    }
    Ok(count)
}

/// What a backup holds, unpacked: everything but its rows is in the data directory.
pub struct Unpacked {
    folder: tempfile::TempDir,
    files: usize,
}

/// Unpacks a backup into an empty data directory: the key and the photos. Its rows wait for [`fill`].
///
/// # Errors
/// A file that is no whole backup, or a data directory that holds something: nothing is left behind there.
pub fn unpack(file: &Path, data_dir: &Path) -> Result<Unpacked, UpkeepError> {
    let wrong = |error| UpkeepError::Io(data_dir.to_owned(), error);
    fs::create_dir_all(data_dir).map_err(wrong)?;
    if fs::read_dir(data_dir).map_err(wrong)?.next().is_some() {
        return Err(UpkeepError::NotEmpty(data_dir.to_owned()));
    }
    let beside = tempfile::tempdir_in(data_dir).map_err(wrong)?;
    let archive = File::open(file).map_err(|error| UpkeepError::Io(file.to_owned(), error))?;
    let broken = |error: std::io::Error| UpkeepError::Broken(error.to_string());
    // Never outside its folder, whatever names are in the file.
    tar::Archive::new(archive).unpack(beside.path()).map_err(broken)?;
    check(beside.path())?;
    let files = count_photos(beside.path());
    fs::rename(beside.path().join(KEY), data_dir.join(KEY)).map_err(wrong)?;
    let photos = beside.path().join("photos");
    if photos.exists() {
        fs::rename(photos, data_dir.join("photos")).map_err(wrong)?;
    }
    Ok(Unpacked { folder: beside, files })
}

fn count_photos(folder: &Path) -> usize {
    let folders = fs::read_dir(folder.join("photos")).into_iter().flatten().flatten();
    folders.filter_map(|folder| fs::read_dir(folder.path()).ok()).map(Iterator::count).sum()
}

fn check(folder: &Path) -> Result<(), UpkeepError> {
    let broken = |what: &str| UpkeepError::Broken(what.to_owned());
    let contents = fs::read(folder.join(CONTENTS)).map_err(|_| broken(CONTENTS))?;
    let contents: Contents = serde_json::from_slice(&contents).map_err(|_| broken(CONTENTS))?;
    if contents.what != WHAT {
        return Err(broken(CONTENTS));
    }
    if contents.steps != Db::STEPS {
        return Err(UpkeepError::OtherVersion);
    }
    for (name, count) in contents.rows {
        let lines = File::open(table_file(folder, &name)).map_err(|_| broken(&name))?;
        if BufReader::new(lines).lines().count() != count {
            return Err(broken(&name));
        }
    }
    if fs::read(folder.join(KEY)).map_or(0, |key| key.len()) != 32 {
        return Err(broken(KEY));
    }
    Ok(())
}

fn table_file(folder: &Path, name: &str) -> PathBuf {
    folder.join("tables").join(format!("{name}.jsonl"))
}

/// Fills an empty database with the rows of a backup, in one transaction.
///
/// # Errors
/// A database that holds something, or rows that do not fit: nothing is kept.
pub async fn fill(app: &App, unpacked: &Unpacked) -> Result<Told, UpkeepError> {
    if !store::is_empty(&app.db).await? {
        return Err(UpkeepError::NotEmpty(app.data_dir.to_path_buf()));
    }
    let mut tables = Vec::new();
    for table in TABLES.iter() {
        let mut text = String::new();
        let file = table_file(unpacked.folder.path(), table.name);
        let read = File::open(&file).and_then(|mut lines| lines.read_to_string(&mut text));
        read.map_err(|_| UpkeepError::Broken(table.name.to_owned()))?;
        let rows: Result<Vec<Vec<Arg>>, _> = text.lines().map(|line| args(table, line)).collect();
        tables.push((table, rows?));
    }
    let rows = tables.iter().map(|(_, rows)| rows.len()).sum();
    let entry = accounts::Entry::new(app, None, "restore", "alles")?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                for (table, rows) in tables {
                    for row in rows {
                        tx.execute(table.insert, row).await?;
                    }
                }
                Ok::<_, UpkeepError>(accounts::record(tx, &entry).await?)
            })
        })
        .await?;
    Ok(Told { rows, files: unpacked.files })
}

fn args(table: &Table, line: &str) -> Result<Vec<Arg>, UpkeepError> {
    let broken = || UpkeepError::Broken(table.name.to_owned());
    let values: Vec<Value> = serde_json::from_str(line).map_err(|_| broken())?;
    if values.len() != table.columns.len() {
        return Err(broken());
    }
    let arg = |(value, (_, kind)): (&Value, &(&str, char))| {
        Ok(match kind {
            'i' => Arg::Int(value.as_i64()),
            'r' => Arg::Real(value.as_f64()),
            'b' => {
                Arg::Blob(value.as_str().map(|text| STANDARD.decode(text)).transpose().map_err(|_| broken())?)
            }
            _ => Arg::Text(value.as_str().map(str::to_owned)),
        })
    };
    values.iter().zip(&table.columns).map(arg).collect()
}

/// Writes down in the new data directory what was deleted since, so that the next restore knows too.
pub(super) fn copy_gone(lines: &str, data_dir: &Path) -> Result<(), UpkeepError> {
    let file = data_dir.join(crate::platform::gone::FILE);
    let wrong = |error| UpkeepError::Io(file.clone(), error);
    let mut out = File::options().create(true).append(true).open(&file).map_err(wrong)?;
    out.write_all(lines.as_bytes()).and_then(|()| out.sync_all()).map_err(wrong)
}
