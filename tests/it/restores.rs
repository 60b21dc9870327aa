//! Restores that do not succeed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::harness::{participant, server};
use crate::upkeep::{Entry, backup, files, packed, restore, with_photo};

/// The list of a backup, made anew for these files: whoever makes one up can do so too.
fn listed_anew(files: &mut BTreeMap<String, Vec<u8>>) {
    let mut contents: Value = serde_json::from_slice(&files["contents.json"]).unwrap();
    let mut list = Sha256::new();
    for (name, content) in files.iter().filter(|(name, _)| *name != "contents.json") {
        list.update(format!("{}  {name}\n", hex::encode(Sha256::digest(content))));
    }
    contents["sha256"] = json!(hex::encode(list.finalize()));
    for row in contents["rows"].as_array_mut().unwrap() {
        let lines = &files[&format!("tables/{}.jsonl", row[0].as_str().unwrap())];
        row[1] = json!(lines.split_inclusive(|byte| *byte == b'\n').count());
    }
    files.insert("contents.json".to_owned(), serde_json::to_vec(&contents).unwrap());
}

#[test]
fn a_restore_that_does_not_succeed_leaves_nothing_behind_and_says_in_one_line_why() {
    server().story(async |server| {
        with_photo(server, &participant(), "Met een foto").await;
        let file = backup(server, "goed.tar");
        let again = |table: &str, more: &dyn Fn(&[u8]) -> Vec<u8>| {
            let mut files = files(&file);
            let rows = files.get_mut(&format!("tables/{table}.jsonl")).unwrap();
            rows.extend(more(&rows.clone()));
            listed_anew(&mut files);
            files
        };
        let first = |rows: &[u8]| rows.split_inclusive(|byte| *byte == b'\n').next().unwrap().to_vec();
        let made_up = [
            ("een-rij", again("pin", &|_| b"[1]\n".to_vec())),
            ("geen-tekst", again("pin", &|_| b"\xff\xfe\n".to_vec())),
            ("dubbel", again("pin", &first)),
        ];
        let refused = |name: &str, file: &Path| {
            let ran = restore(server, file, name, &["--without-gone"]);
            assert_eq!(ran.err.trim().lines().count(), 1, "{ran:?}");
            assert!(!ran.err.contains("UNIQUE"), "{ran:?}");
            ran.failed("geen heel bestand");
            let left: Vec<_> = fs::read_dir(server.place.folder().join(name)).unwrap().collect();
            assert!(left.is_empty(), "{name}: {left:?}");
        };
        for (name, files) in made_up {
            let broken = server.place.folder().join(format!("{name}.tar"));
            packed(
                &broken,
                &files.into_iter().map(|(name, bytes)| (name, Entry::File(bytes))).collect::<Vec<_>>(),
            );
            refused(name, &broken);
            // The next one can be tried in the same place.
            restore(server, &file, name, &["--without-gone"]).worked();
        }
        let zipped = server.place.folder().join("goed.tar.gz");
        fs::write(&zipped, [&[0x1f, 0x8b, 8, 0][..], b"\n\n\x00\xff"].concat()).unwrap();
        refused("ingepakt", &zipped);

        // An empty folder, and a database that somebody works with.
        let folder = server.place.folder().join("elders");
        let used = format!("sqlite:{}", server.place.folder().join("dubbel/buurtblik.sqlite").display());
        let ran = server.place.cli(&[
            "restore",
            file.to_str().unwrap(),
            "--without-gone",
            "--data-dir",
            folder.to_str().unwrap(),
            "--database-url",
            &used,
        ]);
        ran.failed("De database is al in gebruik");
        assert!(fs::read_dir(&folder).unwrap().next().is_none());
    });
}
