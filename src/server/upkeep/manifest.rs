//! What a backup may hold, and the list by which it is known to be whole: of each file its name and the hash of its content.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::tables::TABLES;

/// The file that says what the others are. It is written last: a backup that was cut off has none.
pub(super) const CONTENTS: &str = "contents.json";
/// The server's key.
pub(super) const KEY: &str = "secret.key";
const WHAT: &str = "buurtblik backup";

/// What a backup says about itself.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Contents {
    /// Always `buurtblik backup`.
    what: String,
    /// How many steps of `migrations/` its tables have had.
    pub steps: usize,
    /// When, in UTC.
    made_at: String,
    /// How many rows each table has.
    pub rows: Vec<(String, usize)>,
    /// How many files it holds, this one not counted.
    files: usize,
    /// The hash of their names and hashes.
    sha256: String,
}

impl Contents {
    pub(super) fn of(manifest: &Manifest, steps: usize, made_at: String, rows: Vec<(String, usize)>) -> Self {
        let (files, sha256) = (manifest.0.len(), manifest.hash());
        Self { what: WHAT.to_owned(), steps, made_at, rows, files, sha256 }
    }

    pub(super) fn is_ours(&self) -> bool {
        self.what == WHAT
    }

    /// Whether these are the files that it was made with, to the last byte.
    pub(super) fn fits(&self, manifest: &Manifest) -> bool {
        (self.files, &self.sha256) == (manifest.0.len(), &manifest.hash())
    }
}

/// The files of a backup, each with the hash of its content; in whatever order they stand.
#[derive(Debug, Default)]
pub(super) struct Manifest(BTreeMap<String, String>);

impl Manifest {
    /// Notes a file; false where it was there already.
    pub(super) fn add(&mut self, name: &str, content: &[u8]) -> bool {
        self.add_hash(name, hex::encode(Sha256::digest(content)))
    }

    /// As [`Manifest::add`], with the hash as it is known.
    pub(super) fn add_hash(&mut self, name: &str, hash: String) -> bool {
        self.0.insert(name.to_owned(), hash).is_none()
    }

    /// Whether a file of this name is among them.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// How many photo files there are.
    pub(super) fn photos(&self) -> usize {
        self.0.keys().filter(|name| name.starts_with("photos/")).count()
    }

    fn hash(&self) -> String {
        let mut hash = Sha256::new();
        for (name, content) in &self.0 {
            hash.update(format!("{content}  {name}\n"));
        }
        hex::encode(hash.finalize())
    }
}

/// Whether a file of this name belongs in a backup.
pub(super) fn is_known(name: &str) -> bool {
    match name.split('/').collect::<Vec<_>>()[..] {
        [CONTENTS | KEY] => true,
        ["tables", file] => TABLES.iter().any(|table| file.strip_suffix(".jsonl") == Some(table.name)),
        ["photos", folder, file] => crate::input::photos::is_file_name(folder, file),
        _ => false,
    }
}

/// Whether a folder of this name may stand in a backup that was packed again.
pub(super) fn is_known_folder(name: &str) -> bool {
    match name.trim_end_matches('/').split('/').collect::<Vec<_>>()[..] {
        ["" | "." | "tables" | "photos"] => true,
        ["photos", folder] => folder.len() == 2 && folder.bytes().all(|byte| byte.is_ascii_hexdigit()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_a_backup_writes_are_known() {
        let hash = "ab".repeat(32);
        for name in
            ["contents.json", "secret.key", "tables/pin.jsonl", &format!("photos/ab/{hash}-large.jpg")]
        {
            assert!(is_known(name), "{name}");
        }
        for name in [
            "",
            "/etc/passwd",
            "../secret.key",
            "tables/../secret.key",
            "tables/staff_token.jsonl",
            "tables/pin.jsonl/x",
            "photos",
            &format!("photos/cd/{hash}-large.jpg"),
            &format!("photos/ab/{hash}-large.jpg#1"),
            &format!("photos/ab/{hash}.jpg"),
            "gone.log",
        ] {
            assert!(!is_known(name), "{name}");
        }
        assert!(is_known_folder("photos/ab/") && is_known_folder("./") && !is_known_folder("photos/../"));
    }

    #[test]
    fn files_are_the_same_in_any_order_and_another_byte_is_another_backup() {
        let of = |files: &[(&str, &str)]| {
            let mut manifest = Manifest::default();
            assert!(files.iter().all(|(name, content)| manifest.add(name, content.as_bytes())));
            manifest
        };
        let contents = Contents::of(&of(&[("a", "1"), ("b", "2")]), 1, String::new(), Vec::new());
        assert!(contents.fits(&of(&[("b", "2"), ("a", "1")])));
        for other in [&[("a", "1")][..], &[("a", "1"), ("b", "3")], &[("a", "1"), ("c", "2")]] {
            assert!(!contents.fits(&of(other)));
        }
        assert!(!of(&[("a", "1")]).add("a", b"1"), "a file is there once");
    }
}
