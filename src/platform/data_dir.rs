//! What stands in the data directory, and whether others on this machine may read it.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use super::deletions;
use super::private::{OWN_FILE, OWN_FOLDER};

/// What others may not do: read, write, enter.
const OTHERS: u32 = 0o077;

/// The names under which SQLite keeps a database: its own, and those of what it writes first.
fn beside(database: &Path) -> [PathBuf; 5] {
    ["", "-wal", "-shm", "-journal", ".lock"].map(|end| {
        let mut name = database.as_os_str().to_owned();
        name.push(end);
        PathBuf::from(name)
    })
}

/// The files and the folder that nobody else may read; `database` is that of SQLite.
fn own(data_dir: &Path, database: Option<&Path>) -> Vec<(PathBuf, u32)> {
    let named = ["secret.key", deletions::FILE].map(|name| data_dir.join(name));
    let files = named.into_iter().chain(database.map(beside).into_iter().flatten());
    let files = files.map(|file| (file, OWN_FILE));
    files.chain(["photos", "cijfers"].map(|folder| (data_dir.join(folder), OWN_FOLDER))).collect()
}

/// What of the data others on this machine may read or write, with its permissions.
pub fn open_to_others(data_dir: &Path, database: Option<&Path>) -> Vec<(PathBuf, u32)> {
    let mode = |(path, _)| Some((fs::metadata(&path).ok()?.permissions().mode() & 0o777, path));
    let found = own(data_dir, database).into_iter().filter_map(mode);
    found.filter(|(mode, _)| mode & OTHERS != 0).map(|(mode, path)| (path, mode)).collect()
}

/// Takes from others what an earlier version, or another mask, let them read. What belongs to somebody else stays as
/// it is: the log says so, and `doctor`.
pub fn close_to_others(data_dir: &Path, database: Option<&Path>) {
    for (path, _) in open_to_others(data_dir, database) {
        let mode = if path.is_dir() { OWN_FOLDER } else { OWN_FILE };
        if let Err(error) = fs::set_permissions(&path, Permissions::from_mode(mode)) {
            tracing::warn!(path = %path.display(), %error, "others on this machine may read this");
        }
    }
}
