//! Whose table it is: SQL of a table stands in the room that owns it.
//!
//! A room writes no table of another, and reads one only where one query of both is the reason ([`READS`]). Each literal is looked at
//! by itself, so a query that is put together from pieces is seen piece by piece. A backup, which takes whatever there is, has no
//! name of a table in its text.

use std::{collections::BTreeSet, fs};

use super::{FLOORS, Source, names_in, root, sources};

/// The tables of each room.
const OWNERS: [(&str, &[&str]); 21] = [
    ("platform", &["readiness"]),
    ("accounts", &["staff", "staff_traject", "staff_token", "audit"]),
    ("buurt", &["buurt", "plattegrond"]),
    ("arrivals", &["arrival", "flood", "aside"]),
    ("session", &["traject", "traject_buurt", "wijksessie", "plan", "release", "told_attendance"]),
    ("photos", &["photo", "photo_gone"]),
    ("pins", &["pin", "me_too", "room_picture", "room_pin"]),
    ("walks", &["walk"]),
    ("latecomers", &["late_pin", "device_hold"]),
    ("heat", &["told_table", "kept_layer"]),
    ("coming", &["coming"]),
    ("boards", &["board_history"]),
    ("indicators", &["figure_import", "indicator", "figure_area", "figure_square", "figure_point"]),
    ("compare", &["reading"]),
    ("evidence", &["evidence"]),
    ("assumptions", &["assumption"]),
    ("agenda", &["agenda_point"]),
    ("feedback", &["feedback", "feedback_choice"]),
    ("teruglegging", &["answer", "told_answers"]),
    ("receipts", &["receipt"]),
    ("upkeep", &["setting"]),
];

/// Which table of another a room may read, and why the question cannot be put to its owner.
const READS: [(&str, &str, &str); 16] = [
    (
        "buurt",
        "traject_buurt",
        "a buurt stands below the trajecten that it is in: how many, on one page of a beheerder",
    ),
    (
        "pins",
        "arrival",
        "the pins of a flood are found by when their makers came, of whom there may be thousands",
    ),
    ("pins", "aside", "a flood is set aside and put back in one statement, however many came in it"),
    ("pins", "photo", "whether a room sees anything new is one print of pins and photos of one moment"),
    (
        "pins",
        "wijksessie",
        "pins of all wijksessies in one state are locked in one order, or forgotten, by one statement",
    ),
    (
        "moderation",
        "pin",
        "the queue and what was approved are read in one order, part by part, together with photos",
    ),
    ("moderation", "photo", "the same: a photo says what its pin is about, and goes with it"),
    ("walks", "aside", "a flood is set aside and put back in one statement, however many came in it"),
    ("walks", "photo", "the photos along a walk are read together with it and with the pins that they are"),
    ("walks", "pin", "the same: where a photo is a pin, the pin says where and what"),
    (
        "latecomers",
        "aside",
        "whoever was set aside is left out where late pins are counted and shown, a part at a time",
    ),
    (
        "latecomers",
        "wijksessie",
        "late pins wait while their wijksessie is closed; those of a traject are locked in one order",
    ),
    (
        "indicators",
        "traject_buurt",
        "figures of a traject's buurten are found by index in files of the whole country",
    ),
    ("teruglegging", "aside", "a flood is set aside and put back in one statement, however many came in it"),
    (
        "teruglegging",
        "pin",
        "who answered and put a pin as well is counted once, in one question about all of a wijksessie",
    ),
    ("teruglegging", "me_too", "the same for who sees a pin of somebody else too"),
];

/// What a query does with a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Touch {
    Write,
    Read,
}

/// A table that a query names, and what it does with it.
type Named = (Touch, String);

/// The names and keywords of SQL in small letters, and every other sign by itself.
fn parts(sql: &str) -> Vec<String> {
    let text = sql.replace("\\n", " ").replace('\\', " ").to_lowercase();
    let is_name = |sign: char| sign.is_alphanumeric() || sign == '_';
    let mut parts: Vec<String> = Vec::new();
    let mut inside = false;
    for sign in text.chars() {
        match parts.last_mut().filter(|_| inside && is_name(sign)) {
            Some(name) => name.push(sign),
            None if sign.is_whitespace() => {}
            None => parts.push(sign.to_string()),
        }
        inside = is_name(sign);
    }
    parts
}

/// What the keyword at a place does with the tables that are named behind it.
fn touch(parts: &[String], at: usize) -> Option<Touch> {
    match parts[at].as_str() {
        "into" | "update" => Some(Touch::Write),
        "from" if at > 0 && parts[at - 1] == "delete" => Some(Touch::Write),
        "from" | "join" => Some(Touch::Read),
        _ => None,
    }
}

/// The names of a list behind a keyword, each with or without another name: `photo f, pin AS p`.
fn list(parts: &[String]) -> Vec<String> {
    let is = |at: usize, text: &str| parts.get(at).is_some_and(|part| part == text);
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(name) = parts.get(at) {
        names.push(name.clone());
        at += if is(at + 1, "as") { 2 } else { 1 };
        at += usize::from(is(at + 1, ",") && !is(at, ","));
        if !is(at, ",") {
            break;
        }
        at += 1;
    }
    names
}

/// Every name behind a keyword of a piece of SQL.
fn named(parts: &[String]) -> Vec<Named> {
    let behind = |at: usize| touch(parts, at).map(|touch| (touch, list(&parts[at + 1..])));
    let all = (0..parts.len()).filter_map(behind);
    all.flat_map(|(touch, names)| names.into_iter().map(move |name| (touch, name))).collect()
}

/// The literals of a file, each with its line, as [`parts`].
fn literals(source: &Source) -> Vec<(usize, Vec<String>)> {
    let inside = |text: &str| {
        let text = text.trim_start_matches(['r', '#']).strip_prefix('"')?;
        Some(parts(text.trim_end_matches('#').trim_end_matches('"')))
    };
    source.words.iter().filter_map(|word| Some((word.line, inside(&word.text)?))).collect()
}

fn owner(table: &str) -> Option<&'static str> {
    OWNERS.iter().find(|(_, tables)| tables.contains(&table)).map(|(room, _)| *room)
}

/// The tables of other rooms that a file names, with the line. Where a piece ends before a table, that is the beginning of another one.
fn of_others(source: &Source) -> Vec<(usize, Named)> {
    let literals = literals(source);
    let end = |parts: &[String]| touch(parts, parts.len().checked_sub(1)?);
    let ends: Vec<Touch> = literals.iter().filter_map(|(_, parts)| end(parts)).collect();
    let mut found = Vec::new();
    for (line, parts) in &literals {
        let starts = ends.iter().zip(parts.first().into_iter().cycle());
        let starts = starts.map(|(touch, name)| (*touch, name.clone()));
        found.extend(named(parts).into_iter().chain(starts).map(|named| (*line, named)));
    }
    found.retain(|(_, (_, table))| owner(table).is_some_and(|room| room != source.room()));
    found
}

fn tables_of_others(source: &Source) -> Vec<String> {
    let is_listed =
        |table: &str| READS.iter().any(|(room, read, _)| *room == source.room() && *read == table);
    let fault = |(line, (touch, table)): (usize, Named)| {
        let room = owner(&table).unwrap_or_default();
        match touch {
            Touch::Write => Some(source.at(line, &format!("writes {table}: that is for {room} to do"))),
            Touch::Read if is_listed(&table) => None,
            Touch::Read => Some(source.at(line, &format!("reads {table}: ask {room}"))),
        }
    };
    of_others(source).into_iter().filter_map(fault).collect()
}

/// The tables that there are after a migration.
fn migrate(tables: &mut BTreeSet<String>, sql: &str) {
    let lines: Vec<&str> = sql.lines().filter(|line| !line.trim_start().starts_with("--")).collect();
    for statement in lines.join("\n").split(';') {
        let parts = parts(statement);
        let parts: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|part| !matches!(*part, "if" | "not" | "exists"))
            .collect();
        match parts.as_slice() {
            ["create", "table", name, ..] => {
                tables.insert((*name).to_owned());
            }
            ["drop", "table", name, ..] => {
                tables.remove(*name);
            }
            ["alter", "table", before, "rename", "to", name, ..] => {
                tables.remove(*before);
                tables.insert((*name).to_owned());
            }
            _ => {}
        }
    }
}

fn tables(database: &str) -> BTreeSet<String> {
    let folder = root().join("migrations").join(database);
    let mut tables = BTreeSet::new();
    for name in names_in(&folder).unwrap() {
        migrate(&mut tables, &fs::read_to_string(folder.join(name)).unwrap());
    }
    tables
}

#[test]
fn every_table_has_one_owner() {
    let owned: Vec<&str> = OWNERS.iter().flat_map(|(_, tables)| *tables).copied().collect();
    let once: BTreeSet<String> = owned.iter().map(|table| (*table).to_owned()).collect();
    assert_eq!(once.len(), owned.len(), "a table of two rooms");
    for database in ["sqlite", "postgres"] {
        assert_eq!(tables(database), once, "tables of {database} and their owners");
    }
    let is_room = |name: &str| {
        FLOORS.iter().any(|(wing, rooms)| rooms.contains(&name) || *wing == name && rooms.is_empty())
    };
    assert!(OWNERS.iter().all(|(room, _)| is_room(room)), "an owner that is no room");
}

#[test]
fn a_table_without_owner_is_caught() {
    let mut tables = BTreeSet::new();
    migrate(
        &mut tables,
        "-- CREATE TABLE no (id TEXT);\nCREATE TABLE pin (\n  id TEXT\n);CREATE TABLE IF NOT EXISTS dot (id TEXT);",
    );
    migrate(
        &mut tables,
        "CREATE TABLE pin_2 (id TEXT);\nDROP TABLE pin; ALTER TABLE pin_2 RENAME TO pin;\nDROP TABLE dot;",
    );
    migrate(
        &mut tables,
        "CREATE INDEX pin_read ON pin (id); ALTER TABLE pin ADD COLUMN word TEXT; create table new (id TEXT)",
    );
    assert_eq!(tables.into_iter().collect::<Vec<_>>(), ["new", "pin"]);
    assert_eq!(owner("new"), None);
}

#[test]
fn sql_of_a_table_stands_in_the_room_that_owns_it() {
    super::holds(tables_of_others);
}

#[test]
fn a_read_that_is_listed_is_there() {
    let sources = sources();
    for (room, table, _) in READS {
        let mut files = sources.iter().filter(|source| source.room() == room);
        let is_read = files.any(|source| of_others(source).iter().any(|(_, (_, read))| read == table));
        assert!(is_read, "{room} reads {table} no more");
    }
}

#[test]
fn sql_of_a_table_of_another_room_is_caught() {
    let caught = |path, text: &str| tables_of_others(&Source::new(path, text)).len();
    let query = |sql: &str| format!("fn f() {{ q(\"{sql}\") }}");
    let walks = |sql: &str| caught("input/walks/store.rs", &query(sql));
    for sql in [
        "UPDATE photo SET hidden = 1 WHERE id = $1",
        "INSERT INTO photo_gone (address) VALUES ($1)",
        "DELETE FROM pin WHERE id = $1",
        "update  photo set hidden = 1",
        "INSERT INTO walk (id) SELECT participant FROM answer",
        "SELECT 1 FROM walk w LEFT JOIN staff s ON s.id = w.id",
        "SELECT 1 FROM walk, answer",
        "SELECT 1 FROM walk AS w, answer AS a WHERE a.id = w.id",
        "SELECT (SELECT MAX(id) FROM traject) FROM walk",
        "SELECT 1 \\\n     FROM\n answer",
    ] {
        assert_eq!(walks(sql), 1, "{sql}");
    }
    assert_eq!(walks("DELETE FROM photo WHERE id IN (SELECT id FROM staff)"), 2);
    for sql in [
        "SELECT photo, answer, staff FROM walk, (SELECT 1)",
        "SELECT f.id FROM photo f LEFT JOIN pin p ON p.id = f.pin_id",
        "INSERT INTO walk (pin) VALUES ($1) ON CONFLICT (id) DO UPDATE SET photo = $1",
    ] {
        assert_eq!(walks(sql), 0, "{sql}");
    }
    let pieces = "macro_rules! m { ($r:literal) => { concat!(\"SELECT 1 FROM walk w \", $r, \" FROM \") } }";
    assert_eq!(
        caught(
            "input/walks/store.rs",
            &format!("{pieces} fn f() {{ m!(\"JOIN answer a ON a.id = w.id\") }}")
        ),
        1
    );
    assert_eq!(caught("input/walks/store.rs", &format!("{pieces} fn f() {{ m!(\"answer a\") }}")), 1);
    assert_eq!(caught("input/walks/store.rs", "fn f() { m!(\"answer a\") }"), 0);
    assert_eq!(caught("input/walks/store.rs", "fn f() { q(r#\"DELETE FROM pin\"#) } // FROM answer"), 1);
    assert_eq!(
        caught("input/walks/store.rs", "#[cfg(test)] mod tests { fn f() { q(\"DELETE FROM pin\") } }"),
        0
    );
    assert_eq!(caught("input/pins/store/parts.rs", &query("DELETE FROM pin")), 0);
    assert_eq!(caught("platform/db/mod.rs", &query("SELECT 1 FROM staff")), 1);
}
