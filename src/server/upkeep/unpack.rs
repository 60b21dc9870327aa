//! A backup goes back: looked through first, to its last byte, and only then written.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use tar::EntryType;

use super::UpkeepError;
use super::archive::Amounts;
use super::manifest::{CONTENTS, Contents, KEY, Manifest, is_known, is_known_folder};
use super::tables::{TABLES, Table};
use crate::platform::db::Arg;
use crate::platform::{App, Db, private};
use crate::{
    input::{photos, session},
    people::accounts,
    place::buurt,
};

/// The largest table of contents, in bytes.
const LARGEST_CONTENTS: u64 = 1_000_000;
/// The most letters that are told of what is wrong in a file.
const LONGEST_WHAT: usize = 120;

/// What a backup holds, unpacked: everything but its rows is in the data directory.
pub struct Unpacked {
    folder: tempfile::TempDir,
    files: usize,
}

/// `what` may come out of a strange file: it stays one short line.
fn broken(what: impl AsRef<str>) -> UpkeepError {
    let seen =
        what.as_ref().chars().filter(|sign| !sign.is_control() && *sign != char::REPLACEMENT_CHARACTER);
    UpkeepError::Broken(seen.take(LONGEST_WHAT).collect())
}

/// Unpacks a backup into an empty data directory: the key and the photos. Its rows wait for [`fill`].
///
/// # Errors
/// A file that is no whole backup, or a data directory that holds something: nothing is left behind there.
pub fn unpack(file: &Path, data_dir: &Path) -> Result<Unpacked, UpkeepError> {
    let wrong = |error| UpkeepError::Io(data_dir.to_owned(), error);
    private::make_folder(data_dir).map_err(wrong)?;
    if fs::read_dir(data_dir).map_err(wrong)?.next().is_some() {
        return Err(UpkeepError::NotEmpty(data_dir.to_owned()));
    }
    unpack_into_empty(file, data_dir).inspect_err(|_| empty(data_dir))
}

/// Takes everything out of a data directory that was empty before a restore, so that the next one can be tried there.
pub fn empty(data_dir: &Path) {
    for entry in fs::read_dir(data_dir).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let gone = if is_folder { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        if let Err(error) = gone {
            tracing::warn!(%error, file = %path.display(), "left behind by a restore that did not succeed");
        }
    }
}

fn unpack_into_empty(file: &Path, data_dir: &Path) -> Result<Unpacked, UpkeepError> {
    let wrong = |error| UpkeepError::Io(data_dir.to_owned(), error);
    if is_gzip(file)? {
        return Err(broken("het is ingepakt met gzip. Pak het eerst uit met gunzip"));
    }
    let contents = check(file)?;
    let beside = tempfile::tempdir_in(data_dir).map_err(wrong)?;
    let files = write(file, beside.path(), &contents)?;
    check_rows(beside.path(), &contents)?;
    fs::rename(beside.path().join(KEY), data_dir.join(KEY)).map_err(wrong)?;
    let photos = beside.path().join("photos");
    if photos.exists() {
        fs::rename(photos, data_dir.join("photos")).map_err(wrong)?;
    }
    Ok(Unpacked { folder: beside, files })
}

fn is_gzip(file: &Path) -> Result<bool, UpkeepError> {
    let mut first = Vec::new();
    let read = File::open(file).and_then(|file| file.take(2).read_to_end(&mut first));
    read.map_err(|error| UpkeepError::Io(file.to_owned(), error))?;
    Ok(first == [0x1f, 0x8b])
}

/// Calls `each` with every file of a backup. Anything that is no plain file or folder of a name that we write ends it: a link
/// would lead elsewhere what is written after it.
fn each_file(
    file: &Path,
    mut each: impl FnMut(&str, &mut dyn Read) -> Result<(), UpkeepError>,
) -> Result<(), UpkeepError> {
    let archive = File::open(file).map_err(|error| UpkeepError::Io(file.to_owned(), error))?;
    let mut archive = tar::Archive::new(archive);
    let cut = |error: std::io::Error| broken(error.to_string());
    for entry in archive.entries().map_err(cut)? {
        let mut entry = entry.map_err(cut)?;
        let name = String::from_utf8(entry.path_bytes().into_owned()).map_err(|_| broken("een naam"))?;
        let name = name.strip_prefix("./").unwrap_or(&name).to_owned();
        match entry.header().entry_type() {
            EntryType::Regular if is_known(&name) => each(&name, &mut entry)?,
            EntryType::Directory if is_known_folder(&name) => {}
            _ => return Err(broken(name)),
        }
    }
    Ok(())
}

/// Looks through the whole of a backup; what it says about itself.
fn check(file: &Path) -> Result<Contents, UpkeepError> {
    let (mut contents, mut manifest) = (None, Manifest::default());
    each_file(file, |name, content| {
        if name == CONTENTS {
            let mut text = Vec::new();
            content.take(LARGEST_CONTENTS).read_to_end(&mut text).map_err(|_| broken(CONTENTS))?;
            let read = serde_json::from_slice::<Contents>(&text).map_err(|_| broken(CONTENTS))?;
            return if contents.replace(read).is_none() { Ok(()) } else { Err(broken(CONTENTS)) };
        }
        let mut hash = Sha256::new();
        std::io::copy(content, &mut hash).map_err(|error| broken(error.to_string()))?;
        if manifest.add_hash(name, hex::encode(hash.finalize())) { Ok(()) } else { Err(broken(name)) }
    })?;
    let contents = contents.filter(Contents::is_ours).ok_or_else(|| broken(CONTENTS))?;
    if contents.steps != Db::STEPS {
        return Err(UpkeepError::OtherVersion);
    }
    let whole = [KEY.to_owned()].into_iter().chain(TABLES.iter().map(|table| table_name(table.name)));
    for name in whole {
        if !manifest.has(&name) {
            return Err(broken(name));
        }
    }
    if contents.fits(&manifest) {
        Ok(contents)
    } else {
        Err(broken("er ontbreekt iets, of iets is veranderd"))
    }
}

/// Writes the files of a backup that was found whole; how many photo files.
fn write(file: &Path, into: &Path, contents: &Contents) -> Result<usize, UpkeepError> {
    let mut manifest = Manifest::default();
    each_file(file, |name, content| {
        if name == CONTENTS {
            return Ok(());
        }
        let path = into.join(name);
        let wrong = |error| UpkeepError::Io(path.clone(), error);
        if let Some(folder) = path.parent() {
            private::make_folder(folder).map_err(wrong)?;
        }
        let mut bytes = Vec::new();
        content.read_to_end(&mut bytes).map_err(wrong)?;
        manifest.add(name, &bytes);
        // The key among them is nobody else's to read.
        let mut out = File::options().write(true).create_new(true).mode(0o600).open(&path).map_err(wrong)?;
        out.write_all(&bytes).and_then(|()| out.sync_all()).map_err(wrong)
    })?;
    // It may have been changed since it was looked through.
    if contents.fits(&manifest) { Ok(manifest.photos()) } else { Err(broken("het is intussen veranderd")) }
}

fn check_rows(folder: &Path, contents: &Contents) -> Result<(), UpkeepError> {
    for (name, count) in &contents.rows {
        let lines = File::open(table_file(folder, name)).map_err(|_| broken(name))?;
        if BufReader::new(lines).lines().count() != *count {
            return Err(broken(name));
        }
    }
    if fs::read(folder.join(KEY)).map_or(0, |key| key.len()) != 32 {
        return Err(broken(KEY));
    }
    Ok(())
}

fn table_name(name: &str) -> String {
    format!("tables/{name}.jsonl")
}

fn table_file(folder: &Path, name: &str) -> PathBuf {
    folder.join(table_name(name))
}

/// Fills an empty database with the rows of a backup, in one transaction.
///
/// # Errors
/// A database that holds something, or rows that do not fit: nothing is kept.
pub async fn fill(app: &App, unpacked: &Unpacked) -> Result<Amounts, UpkeepError> {
    // Somebody has worked with this database before.
    if session::is_any(app).await? || accounts::is_any(app).await? || buurt::is_any(app).await? {
        return Err(UpkeepError::DatabaseInUse);
    }
    let mut tables = Vec::new();
    for table in TABLES.iter() {
        let mut text = String::new();
        let file = table_file(unpacked.folder.path(), table.name);
        let read = File::open(&file).and_then(|mut lines| lines.read_to_string(&mut text));
        read.map_err(|_| broken(table.name))?;
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
                        tx.execute(table.insert, row).await.map_err(|error| {
                            if error.does_not_fit() { broken(table.name) } else { error.into() }
                        })?;
                    }
                }
                Ok::<_, UpkeepError>(accounts::record(tx, &entry).await?)
            })
        })
        .await?;
    Ok(Amounts { rows, files: unpacked.files, missing: photos::missing(app).await?.len() })
}

fn args(table: &Table, line: &str) -> Result<Vec<Arg>, UpkeepError> {
    let broken = || broken(table.name);
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
    let file = data_dir.join(crate::platform::deletions::FILE);
    let wrong = |error| UpkeepError::Io(file.clone(), error);
    let mut out = private::make_file(&file).map_err(wrong)?;
    out.write_all(lines.as_bytes()).and_then(|()| out.sync_all()).map_err(wrong)
}
