//! The rules of the house (see `ARCHITECTURE.md`), held by reading the sources.
//!
//! Most rules look at the words of a file rather than at its syntax tree, so that they also see what is written
//! inside a macro (`view!`, `format!`). What stands under `#[cfg(test)]` and in documentation is left out.

#![expect(clippy::unwrap_used, clippy::panic, reason = "sources that cannot be read are a failed test")]

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use syn::{
    buffer::Cursor,
    parse::{Parse, ParseStream},
    spanned::Spanned,
    visit::{self, Visit},
};
use walkdir::WalkDir;

#[path = "architecture/circles.rs"]
mod circles;
#[path = "architecture/floors.rs"]
mod floors;
#[path = "architecture/tables.rs"]
mod tables;

/// The wings in the order in which the data walks, and inside each its rooms: a room uses what stands before it. A wing without
/// rooms is one itself.
const FLOORS: [(&str, &[&str]); 10] = [
    ("platform", &[]),
    ("ui", &[]),
    ("people", &["accounts"]),
    ("place", &["buurt"]),
    ("input", &["arrivals", "session", "photos", "pins", "moderation", "walks", "latecomers"]),
    ("layers", &["heat"]),
    (
        "step3",
        &[
            "frame",
            "coming",
            "verdieping",
            "boards",
            "indicators",
            "compare",
            "themes",
            "unheard",
            "evidence",
            "assumptions",
            "agenda",
            "picker",
            "dossier",
            "interchange",
        ],
    ),
    ("answer", &["feedback", "teruglegging", "receipts", "live"]),
    ("server", &["floods", "intake", "staff", "upkeep", "router", "start"]),
    ("cli", &[]),
];

const FILE_LINES: usize = 400;
const FUNCTION_LINES: usize = 60;
const VIEW_LINES: usize = 80;

/// What every room stands on: their parts may be named by anyone.
const FOUNDATIONS: [&str; 2] = ["platform", "ui"];
/// The room behind which JavaScript is.
const BROWSER_DOORS: [&str; 1] = ["ui"];
const JAVASCRIPT: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo_net"];
/// What would tie the rules of a room to one target, one framework or the outside world.
const FRAMEWORKS: [&str; 13] = [
    "leptos",
    "axum",
    "axum_extra",
    "tower",
    "tower_http",
    "sqlx",
    "tokio",
    "object_store",
    "clap",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
];

/// One word of a source file, with where it begins.
struct Word {
    text: String,
    line: usize,
    column: usize,
}

/// The words of a file without its tests and documentation; groups are opened.
struct Words(Vec<Word>);

impl Parse for Words {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        input.step(|cursor| {
            let mut words = Vec::new();
            collect(*cursor, &mut words);
            let mut rest = *cursor;
            while let Some((_, next)) = rest.token_tree() {
                rest = next;
            }
            Ok((Self(words), rest))
        })
    }
}

fn collect(mut at: Cursor, words: &mut Vec<Word>) {
    while !at.eof() {
        if let Some((attribute, next)) = attribute(at) {
            if is_test_only(&attribute) {
                at = after_item(next);
                continue;
            }
            if attribute.first().is_some_and(|word| word == "doc") {
                at = next;
                continue;
            }
        }
        if let Some((inside, _, span, next)) = at.any_group() {
            let (open, close) = (span.open().start(), span.close().start());
            words.push(Word { text: "{".into(), line: open.line, column: open.column });
            collect(inside, words);
            words.push(Word { text: "}".into(), line: close.line, column: close.column });
            at = next;
        } else if let Some((token, next)) = at.token_tree() {
            let start = token.span().start();
            words.push(Word { text: token.to_string(), line: start.line, column: start.column });
            at = next;
        }
    }
}

/// The words between the brackets of the attribute that begins here, and what comes after it.
fn attribute(at: Cursor) -> Option<(Vec<String>, Cursor)> {
    let (hash, mut next) = at.punct()?;
    if hash.as_char() != '#' {
        return None;
    }
    if let Some((_, inner)) = next.punct().filter(|(mark, _)| mark.as_char() == '!') {
        next = inner;
    }
    let (inside, _, _, next) = next.any_group()?;
    let mut words = Vec::new();
    collect(inside, &mut words);
    Some((words.into_iter().map(|word| word.text).collect(), next))
}

fn is_test_only(attribute: &[String]) -> bool {
    let has = |name: &str| attribute.iter().any(|word| word == name);
    attribute.first().is_some_and(|word| word == "cfg") && has("test") && !has("not")
}

/// Steps over the item that follows an attribute: to its closing brace or semicolon.
fn after_item(mut at: Cursor) -> Cursor {
    while let Some((token, next)) = at.token_tree() {
        let last = token.to_string();
        at = next;
        if last == ";" || last.starts_with('{') {
            break;
        }
    }
    at
}

/// One file under `src`.
struct Source {
    /// Relative to `src`, as in `pins/store.rs`.
    path: String,
    lines: usize,
    words: Vec<Word>,
    file: syn::File,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        let words = syn::parse_str::<Words>(text).unwrap_or_else(|error| panic!("{path}: {error}")).0;
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        Self { path: path.to_owned(), lines: text.lines().count(), words, file }
    }

    /// Its room, and where it is in it: `pins`, `store.rs`. A file of no room (`lib.rs`, the `mod.rs` of a wing) has none.
    fn in_room(&self) -> Option<(&str, &str)> {
        let (wing, rest) = self.path.split_once('/')?;
        if is_wing_of_rooms(wing) { rest.split_once('/') } else { Some((wing, rest)) }
    }

    fn room(&self) -> &str {
        self.in_room().map_or("", |(room, _)| room)
    }

    /// Whether this is the room's `name.rs`, or a part of it in a folder `name/`.
    fn is(&self, name: &str) -> bool {
        self.in_room().is_some_and(|(_, rest)| {
            rest.split('/').any(|part| part.strip_suffix(".rs").unwrap_or(part) == name)
        })
    }

    fn at(&self, line: usize, what: &str) -> String {
        format!("src/{}:{line}: {what}", self.path)
    }

    /// The words of a part of it.
    fn words_of(&self, part: &impl Spanned) -> Vec<&Word> {
        let span = part.span();
        let ends = [span.start(), span.end()].map(|at| (at.line, at.column));
        let inside = |word: &&Word| (ends[0]..ends[1]).contains(&(word.line, word.column));
        self.words.iter().filter(inside).collect()
    }

    /// The places where one of the names is the first part of a path or is imported.
    fn naming(&self, names: &[&str]) -> Vec<String> {
        let text = |at: usize| self.words.get(at).map_or("", |word| word.text.as_str());
        let found = |at: &usize| {
            names.contains(&text(*at)) && matches!((text(at + 1), text(at + 2)), (":", ":") | (";" | "}", _))
        };
        let indices = (0..self.words.len()).filter(found);
        indices
            .map(|at| self.at(self.words[at].line, &format!("{} does not belong here", text(at))))
            .collect()
    }
}

/// Whether a folder under `src` holds rooms, rather than being one.
fn is_wing_of_rooms(name: &str) -> bool {
    FLOORS.iter().any(|(wing, rooms)| *wing == name && !rooms.is_empty())
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The modules that this file declares for tests only, as the beginnings of their paths.
fn test_modules(source: &Source) -> Vec<String> {
    let folder = source.path.trim_end_matches(".rs").trim_end_matches("mod").trim_end_matches("lib");
    let folder = if folder.is_empty() { String::new() } else { format!("{}/", folder.trim_end_matches('/')) };
    let test_module = |item: &syn::Item| match item {
        syn::Item::Mod(module) if module.content.is_none() && module.attrs.iter().any(names_test) => {
            Some(format!("{folder}{}", module.ident))
        }
        _ => None,
    };
    source.file.items.iter().filter_map(test_module).collect()
}

fn is_part_of(path: &str, module: &str) -> bool {
    path.strip_prefix(module).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

/// Every production file under `src`.
fn sources() -> Vec<Source> {
    let src = root().join("src");
    let mut paths: Vec<PathBuf> = WalkDir::new(&src)
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "no sources in {}", src.display());
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        Source::new(&name, &fs::read_to_string(&path).unwrap())
    };
    let all: Vec<Source> = paths.into_iter().map(read).collect();
    let tests: Vec<String> = all.iter().flat_map(test_modules).collect();
    all.into_iter().filter(|source| !tests.iter().any(|module| is_part_of(&source.path, module))).collect()
}

fn holds(rule: impl Fn(&Source) -> Vec<String>) {
    let faults: Vec<String> = sources().iter().flat_map(rule).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn a_module_for_tests_only_is_left_out() {
    let modules = |path| {
        test_modules(&Source::new(
            path,
            "mod store; #[cfg(all(test, unix))] mod tests; #[cfg(feature = \"ssr\")] mod api;",
        ))
    };
    assert_eq!(modules("lib.rs"), ["tests"]);
    assert_eq!(modules("input/pins/mod.rs"), ["input/pins/tests"]);
    assert_eq!(modules("input/pins/store.rs"), ["input/pins/store/tests"]);
    assert!(
        is_part_of("input/pins/tests.rs", "input/pins/tests")
            && is_part_of("input/pins/tests/put.rs", "input/pins/tests")
    );
    assert!(!is_part_of("input/pins/tests_of.rs", "input/pins/tests"));
}

// ---- SQL ----

fn sql_outside_a_store(source: &Source) -> Vec<String> {
    if source.is("store") || source.path.starts_with("platform/db") {
        return Vec::new();
    }
    let sql = source.words.iter().filter(|word| is_sql(&word.text));
    sql.map(|word| source.at(word.line, "SQL belongs in the room's store.rs")).collect()
}

fn is_sql(literal: &str) -> bool {
    let Some((_, text)) =
        literal.split_once('"').filter(|(before, _)| matches!(*before, "" | "r" | "r#" | "r##"))
    else {
        return false;
    };
    let text = text.replace("\\n", " ").replace('\\', " ");
    let mut parts = text.split_whitespace();
    let (first, second) = (parts.next().unwrap_or(""), parts.next().unwrap_or("").to_uppercase());
    match first.to_uppercase().as_str() {
        "SELECT" | "WITH" => {
            first == "SELECT"
                || text.to_uppercase().contains("SELECT") && text.to_uppercase().contains(" FROM ")
        }
        "INSERT" => matches!(second.as_str(), "INTO" | "OR"),
        "DELETE" => second == "FROM",
        "UPDATE" => first == "UPDATE" || text.to_uppercase().contains(" SET "),
        "CREATE" | "DROP" | "ALTER" => matches!(second.as_str(), "TABLE" | "INDEX" | "UNIQUE" | "DATABASE"),
        "PRAGMA" => true,
        _ => false,
    }
}

#[test]
fn sql_is_only_in_a_store() {
    holds(sql_outside_a_store);
}

#[test]
fn sql_outside_a_store_is_caught() {
    let caught = |path, text| sql_outside_a_store(&Source::new(path, text)).len();
    assert_eq!(caught("input/pins/service.rs", r#"fn f() { q("SELECT 1"); }"#), 1);
    assert_eq!(caught("input/pins/api.rs", r##"fn f() { q(r#"  insert into pins values ($1)"#); }"##), 1);
    assert_eq!(caught("input/pins/api.rs", r#"fn f() { format!("DELETE FROM {table}"); }"#), 1);
    assert_eq!(
        caught("input/pins/api.rs", "fn f() { q(\"WITH a AS (\n SELECT b\n FROM c) SELECT * FROM a\"); }"),
        1
    );
    assert_eq!(caught("input/pins/store.rs", r#"fn f() { q("SELECT 1"); }"#), 0);
    assert_eq!(caught("platform/db/sqlite.rs", r#"fn f() { q("PRAGMA foreign_keys = ON"); }"#), 0);
    assert_eq!(
        caught("input/pins/page.rs", r#"fn f() { t("Select one", "Update the page", "With care"); }"#),
        0
    );
    assert_eq!(caught("input/pins/api.rs", "/// SELECT 1\nfn f() {}"), 0);
}

// ---- JavaScript ----

fn javascript_outside_its_doors(source: &Source) -> Vec<String> {
    if BROWSER_DOORS.contains(&source.room()) { Vec::new() } else { source.naming(&JAVASCRIPT) }
}

#[test]
fn javascript_is_only_behind_ui() {
    holds(javascript_outside_its_doors);
}

#[test]
fn javascript_outside_its_doors_is_caught() {
    let caught = |path, text| javascript_outside_its_doors(&Source::new(path, text)).len();
    assert_eq!(caught("input/pins/island.rs", "fn f() { let w = web_sys::window(); }"), 1);
    assert_eq!(caught("input/pins/island.rs", "use leptos::{prelude::*, web_sys};"), 1);
    assert_eq!(caught("input/pins/island.rs", "use js_sys;"), 1);
    assert_eq!(caught("ui/map/layer.rs", "use web_sys::Element;"), 0);
}

// ---- GeoJSON ----

/// Where the words of GeoJSON are written: the server's door to the crate, and the one pin that a device sends.
const GEOJSON_DOORS: [&str; 2] = ["platform/geojson/", "input/pins/island/feature.rs"];

fn features_by_hand(source: &Source) -> Vec<String> {
    if GEOJSON_DOORS.iter().any(|door| source.path.starts_with(door)) {
        return Vec::new();
    }
    let quoted = |literal: &str, word: &str| {
        literal == format!("\"{word}\"")
            || literal.contains(&format!("\\\"{word}\\\""))
            || literal.starts_with('r') && literal.contains(&format!("\"{word}\""))
    };
    let is_by_hand =
        |literal: &str| ["Feature", "FeatureCollection"].iter().any(|word| quoted(literal, word));
    let found = source.words.iter().filter(|word| is_by_hand(&word.text));
    found.map(|word| source.at(word.line, "GeoJSON is read and written by platform/geojson")).collect()
}

#[test]
fn geojson_is_written_behind_its_door() {
    holds(features_by_hand);
}

#[test]
fn a_feature_that_is_written_by_hand_is_caught() {
    let caught = |path, text| features_by_hand(&Source::new(path, text)).len();
    let by_hand =
        r#"fn f() -> Value { json!({"type": "FeatureCollection", "features": [{"type": "Feature"}]}) }"#;
    assert_eq!(caught("layers/heat/files.rs", by_hand), 2);
    assert_eq!(caught("input/walks/api.rs", r##"fn f() { g(r#"{"type":"Feature"}"#) }"##), 1);
    assert_eq!(caught("input/walks/api.rs", r#"fn f() { g("{\"type\":\"Feature\"}") }"#), 1);
    assert_eq!(caught("place/buurt/error.rs", r#"fn f() { t("dit is geen Feature met properties") }"#), 0);
    assert_eq!(
        caught("place/buurt/boundary.rs", "#[cfg(test)] mod tests { const A: &str = \"Feature\"; }"),
        0
    );
    for door in ["platform/geojson/walk.rs", "input/pins/island/feature.rs"] {
        assert_eq!(caught(door, by_hand), 0);
    }
}

// ---- Models ----

fn framework_in_a_model(source: &Source) -> Vec<String> {
    if source.is("model") { source.naming(&FRAMEWORKS) } else { Vec::new() }
}

#[test]
fn a_model_imports_no_framework() {
    holds(framework_in_a_model);
}

#[test]
fn a_framework_in_a_model_is_caught() {
    let caught = |path, text| framework_in_a_model(&Source::new(path, text)).len();
    assert_eq!(caught("input/pins/model.rs", "use leptos::prelude::*;"), 1);
    assert_eq!(caught("input/pins/model.rs", "#[derive(sqlx::FromRow)] struct Pin;"), 1);
    assert_eq!(caught("input/pins/model/text.rs", "fn f() -> axum::Json<u8> { g() }"), 1);
    assert_eq!(caught("input/pins/model.rs", "use serde::Serialize; struct Axum { tokio: u8 }"), 0);
    assert_eq!(caught("input/pins/page.rs", "use leptos::prelude::*;"), 0);
}

// ---- Rooms ----

/// The modules of each room that is not a foundation, as `("pins", "store")`.
fn parts_of_rooms(sources: &[Source]) -> BTreeSet<(String, String)> {
    let door = |room: &str| sources.iter().find(|source| source.in_room() == Some((room, "mod.rs")));
    let part = |source: &Source| {
        let (room, rest) = source.in_room()?;
        let part = rest.split('/').next()?.trim_end_matches(".rs");
        let named_so = door(room).is_some_and(|door| hands_out(&door.words, part));
        let open = FOUNDATIONS.contains(&room) || part == "mod" || part == "model" || named_so;
        (!open).then(|| (room.to_owned(), part.to_owned()))
    };
    sources.iter().filter_map(part).collect()
}

/// Whether a `mod.rs` hands out something of the same name as the part it is from, as in `pub use tabs::tabs`. Then a path
/// with that name goes through the door: the part itself is private.
fn hands_out(door: &[Word], part: &str) -> bool {
    let text = |at: usize| door.get(at).map_or("", |word| word.text.as_str());
    (0..door.len()).any(|at| {
        let begins = text(at) == "use" && text(at + 1) == part && text(at + 2) == ":";
        begins && (at + 4..door.len()).take_while(|at| text(*at) != ";").any(|at| text(at) == part)
    })
}

/// Every path that begins with `crate::`, with the branches of `{…}` written out, from its room on: `input::pins::Pin` is
/// `pins::Pin`.
fn crate_paths(words: &[Word]) -> Vec<(usize, Vec<String>)> {
    let mut paths = Vec::new();
    for (index, word) in words.iter().enumerate() {
        if word.text == "crate" && words.get(index + 1).is_some_and(|next| next.text == ":") {
            let mut found = Vec::new();
            branches(words, index + 3, &[], &mut found);
            paths.extend(found.into_iter().map(|path| (word.line, from_its_room(path))));
        }
    }
    paths
}

fn from_its_room(mut path: Vec<String>) -> Vec<String> {
    if path.len() > 1 && is_wing_of_rooms(&path[0]) {
        path.remove(0);
    }
    path
}

/// Reads one branch of a path or import and returns where it ends.
fn branches(words: &[Word], mut at: usize, before: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut path = before.to_vec();
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    if text(at) == "{" {
        at += 1;
        while !matches!(text(at), "}" | "") {
            at = branches(words, at, &path, found);
            // An alias, a generic argument: up to the next branch.
            while !matches!(text(at), "," | "}" | "") {
                at += 1;
            }
            at += usize::from(text(at) == ",");
        }
        return at + 1;
    }
    path.push(text(at).to_owned());
    if text(at + 1) == ":" && text(at + 2) == ":" {
        return branches(words, at + 3, &path, found);
    }
    found.push(path);
    at + 1
}

fn way_round_a_door(source: &Source, parts: &BTreeSet<(String, String)>) -> Vec<String> {
    let round = |(line, path): (usize, Vec<String>)| match path.as_slice() {
        [room, part, ..] if room != source.room() && parts.contains(&(room.clone(), part.clone())) => {
            Some(source.at(line, &format!("crate::{room}::{part} goes round {room}/mod.rs")))
        }
        _ => None,
    };
    crate_paths(&source.words).into_iter().filter_map(round).collect()
}

#[test]
fn a_room_reaches_another_only_through_its_mod() {
    let parts = parts_of_rooms(&sources());
    holds(|source| way_round_a_door(source, &parts));
}

#[test]
fn a_way_round_a_door_is_caught() {
    let parts = parts_of_rooms(&[
        Source::new("input/pins/store.rs", ""),
        Source::new("input/pins/model.rs", ""),
        Source::new("platform/db.rs", ""),
    ]);
    let caught = |path, text| way_round_a_door(&Source::new(path, text), &parts).len();
    assert_eq!(caught("layers/heat/service.rs", "use crate::input::pins::store::Pins;"), 1);
    assert_eq!(
        caught(
            "layers/heat/service.rs",
            "use crate::{layers::heat::Grid, input::pins::{self, model::Kind, store::Pins}};"
        ),
        1
    );
    assert_eq!(caught("layers/heat/service.rs", "fn f() { log!(crate::input::pins::store::all()); }"), 1);
    assert_eq!(
        caught(
            "layers/heat/service.rs",
            "use crate::{input::pins::{Pins, model::{Kind, Pin}}, platform::db::Db};"
        ),
        0
    );
    assert_eq!(caught("layers/heat/service.rs", "use crate::input::pins::Pins;"), 0);
    assert_eq!(caught("input/pins/service.rs", "use crate::input::pins::store::Pins;"), 0);
}

// ---- Migrations ----

fn names_in(folder: &Path) -> io::Result<BTreeSet<String>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

#[test]
fn both_databases_have_the_same_migrations() {
    let folder = |database: &str| names_in(&root().join("migrations").join(database)).unwrap();
    assert_eq!(folder("sqlite"), folder("postgres"));
}

#[test]
fn a_migration_for_one_database_only_is_caught() {
    let folder = |names: &[&str]| {
        let folder = tempfile_folder();
        for name in names {
            fs::write(folder.join(name), "").unwrap();
        }
        let found = names_in(&folder).unwrap();
        fs::remove_dir_all(folder).unwrap();
        found
    };
    assert_ne!(folder(&["0001_pins.sql", "0002_photos.sql"]), folder(&["0001_pins.sql"]));
}

fn tempfile_folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("migrations-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

// ---- Sizes ----

fn long_file(source: &Source) -> Vec<String> {
    let long = source.lines > FILE_LINES;
    long.then(|| source.at(source.lines, &format!("over {FILE_LINES} lines: split it"))).into_iter().collect()
}

#[test]
fn a_file_is_not_longer_than_can_be_overseen() {
    holds(long_file);
}

#[test]
fn a_long_file_is_caught() {
    let lines =
        |count: usize| long_file(&Source::new("input/pins/api.rs", &"// a line\n".repeat(count))).len();
    assert_eq!((lines(FILE_LINES), lines(FILE_LINES + 1)), (0, 1));
}

/// Measures each function from its `fn` to its last brace.
struct Functions<'a> {
    source: &'a Source,
    faults: Vec<String>,
}

impl Functions<'_> {
    fn measure(&mut self, attributes: &[syn::Attribute], signature: &syn::Signature, block: &syn::Block) {
        let view = attributes.iter().any(|attribute| {
            let name = attribute.path().segments.last().map(|segment| segment.ident.to_string());
            matches!(name.as_deref(), Some("component" | "island"))
        });
        let most = if view { VIEW_LINES } else { FUNCTION_LINES };
        let first = signature.fn_token.span.start().line;
        let lines = block.brace_token.span.close().end().line + 1 - first;
        if lines > most {
            self.faults
                .push(self.source.at(first, &format!("{} has {lines} lines, over {most}", signature.ident)));
        }
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !module.attrs.iter().any(names_test) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.measure(&function.attrs, &function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.measure(&function.attrs, &function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }
}

fn names_test(attribute: &syn::Attribute) -> bool {
    let words = |list: &syn::MetaList| {
        let words = syn::parse2::<Words>(list.tokens.clone()).unwrap().0;
        let words = words.into_iter().map(|word| word.text);
        ["cfg".to_owned()].into_iter().chain(words).collect::<Vec<_>>()
    };
    attribute.path().is_ident("cfg")
        && attribute.meta.require_list().is_ok_and(|list| is_test_only(&words(list)))
}

fn long_functions(source: &Source) -> Vec<String> {
    let mut functions = Functions { source, faults: Vec::new() };
    functions.visit_file(&source.file);
    functions.faults
}

#[test]
fn a_function_is_not_longer_than_can_be_overseen() {
    holds(long_functions);
}

#[test]
fn a_long_function_is_caught() {
    let caught = |before: &str, lines: usize| {
        let text = format!("{before}fn f() {{\n{}}}", "g();\n".repeat(lines - 2));
        long_functions(&Source::new("input/pins/page.rs", &text)).len()
    };
    assert_eq!((caught("", FUNCTION_LINES), caught("", FUNCTION_LINES + 1)), (0, 1));
    assert_eq!((caught("#[component] ", VIEW_LINES), caught("#[island] ", VIEW_LINES + 1)), (0, 1));
    let method = format!("impl A {{ fn f() {{\n{}}} }}", "g();\n".repeat(FUNCTION_LINES));
    assert_eq!(long_functions(&Source::new("input/pins/page.rs", &method)).len(), 1);
    let test = format!("#[cfg(test)] mod tests {{ fn f() {{\n{}}} }}", "g();\n".repeat(FUNCTION_LINES));
    assert_eq!(long_functions(&Source::new("input/pins/page.rs", &test)).len(), 0);
}

// ---- Jobs ----

/// What leads to the database door: whoever has it inside a job waits for the job.
const DOORS: [&str; 2] = ["App", "Db"];

/// Functions and closures that get a transaction, and what of a door is in their reach.
struct Jobs<'a> {
    source: &'a Source,
    /// The names of doors in the functions round the place that is looked at.
    doors: Vec<Vec<String>>,
    faults: Vec<String>,
}

fn names_door(words: &[&Word], doors: &[&str]) -> bool {
    words.iter().any(|word| doors.contains(&word.text.as_str()))
}

/// The names that a pattern gives to what an expression is, where both are taken apart alike.
fn bound<'ast>(pattern: &'ast syn::Pat, value: &'ast syn::Expr, found: &mut Vec<(String, &'ast syn::Expr)>) {
    match (pattern, value) {
        (syn::Pat::Tuple(names), syn::Expr::Tuple(values)) => {
            names.elems.iter().zip(&values.elems).for_each(|(name, value)| bound(name, value, found));
        }
        (syn::Pat::Ident(name), value) => found.push((name.ident.to_string(), value)),
        _ => {}
    }
}

impl Jobs<'_> {
    fn function(&mut self, signature: &syn::Signature, then: impl FnOnce(&mut Self)) {
        let mut doors = Vec::new();
        let mut in_transaction = false;
        for input in &signature.inputs {
            let syn::FnArg::Typed(input) = input else { continue };
            let kinds = self.source.words_of(&input.ty);
            in_transaction |= names_door(&kinds, &["Tx"]) && !names_door(&kinds, &["FnOnce"]);
            if names_door(&kinds, &DOORS) {
                let names = self.source.words_of(&input.pat).into_iter().map(|word| word.text.clone());
                doors.extend(names.filter(|name| name.starts_with(char::is_lowercase)));
            }
        }
        if in_transaction && !doors.is_empty() {
            let line = signature.fn_token.span.start().line;
            let what = format!("{} gets a Tx and a way back to the database door", signature.ident);
            self.faults.push(self.source.at(line, &what));
        }
        self.doors.push(doors);
        then(self);
        self.doors.pop();
    }
}

impl<'ast> Visit<'ast> for Jobs<'_> {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.function(&function.sig, |jobs| visit::visit_item_fn(jobs, function));
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.function(&function.sig, |jobs| visit::visit_impl_item_fn(jobs, function));
    }

    /// A door under another name is still one: `let inside = app.clone();`, `let db = &app.db;`.
    fn visit_local(&mut self, local: &'ast syn::Local) {
        let mut names = Vec::new();
        if let Some(init) = &local.init {
            bound(&local.pat, &init.expr, &mut names);
        }
        for (name, value) in names {
            let words = self.source.words_of(value).into_iter().map(|word| word.text.as_str());
            let words: Vec<&str> = words.filter(|word| !matches!(*word, "&" | "{" | "}")).collect();
            let known = |word: &str| self.doors.iter().flatten().any(|door| door == word);
            let again = words.split_first().is_some_and(|(one, rest)| {
                known(one) && matches!(rest.concat().as_str(), "" | ".clone" | ".db" | ".db.clone")
            });
            if again && let Some(doors) = self.doors.last_mut() {
                doors.push(name);
            }
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        let first = closure.inputs.first().map(|input| self.source.words_of(input)).unwrap_or_default();
        if first.first().is_some_and(|word| word.text == "tx") {
            let words = self.source.words_of(&closure.body);
            for (at, word) in words.iter().enumerate() {
                let part = at > 0 && words[at - 1].text == ".";
                let door = self.doors.iter().flatten().any(|door| *door == word.text) && !part;
                if door || (part && word.text == "db") {
                    let what = format!("{} leads a job back to the database door", word.text);
                    self.faults.push(self.source.at(word.line, &what));
                }
            }
        }
        visit::visit_expr_closure(self, closure);
    }
}

fn ways_back_to_the_door(source: &Source) -> Vec<String> {
    if source.path.starts_with("platform/db") {
        return Vec::new();
    }
    let mut jobs = Jobs { source, doors: Vec::new(), faults: Vec::new() };
    jobs.visit_file(&source.file);
    jobs.faults
}

#[test]
fn a_job_cannot_reach_the_database_door_again() {
    holds(ways_back_to_the_door);
}

#[test]
fn a_job_that_reaches_the_door_is_caught() {
    let caught = |text: &str| ways_back_to_the_door(&Source::new("input/pins/service.rs", text)).len();
    let job = |before: &str, inside: &str| {
        format!(
            "async fn f(app: &App) {{ {before} app.db.write(move |tx| Box::pin(async move {{ {inside} }})).await }}"
        )
    };
    assert_eq!(caught(&job("", "area(app).await")), 1);
    assert_eq!(caught(&job("let inside = app.clone();", "area(&inside).await")), 1);
    assert_eq!(caught(&job("let (inside, id) = (app.clone(), id.to_string());", "area(&inside).await")), 1);
    assert_eq!(caught(&job("let db = app.db.clone();", "db.ping().await")), 1);
    assert_eq!(caught(&job("let db = &app.db;", "db.ping().await")), 1);
    assert_eq!(caught(&job("", "this.db.ping().await")), 1);
    assert_eq!(caught("fn f(app: &App) { keep(app, move |tx, new| g(app)) }"), 1);
    assert_eq!(caught("async fn text(app: &App, tx: &mut Tx) {}"), 1);
    assert_eq!(caught("impl A { async fn text(&self, tx: &mut Tx, db: Db) {} }"), 1);
    assert_eq!(caught(&job("let gone = app.gone.clone();", "gone.write(tx).await")), 0);
    assert_eq!(caught(&job("let area = area(app).await?;", "area.metres(tx).await")), 0);
    assert_eq!(caught("async fn text(gone: &Gone, tx: &mut Tx) {}"), 0);
}

// ---- Layers ----

/// The rooms that draw layers, or tell of them.
const LAYER_ROOMS: [&str; 8] =
    ["heat", "verdieping", "themes", "compare", "unheard", "dossier", "interchange", "evidence"];
/// What they may know of pins: what a place is, what themes are called, how a map is drawn, what went wrong.
const NO_PINS: [&str; 4] = ["map_options", "drawing", "near", "PinError"];
/// Who may read pins all the same: the one that makes the table, and looking ahead at it; whether there are enough people to
/// hand over.
const READERS: [(&str, &[&str]); 4] = [
    ("layers/heat/table.rs", &["Released", "released_in"]),
    ("layers/heat/service.rs", &["released"]),
    ("step3/verdieping/hand_over.rs", &["voices_in"]),
    ("step3/verdieping/service.rs", &["voices_now"]),
];

/// What a file names of the room of pins, with the line.
fn named_of_pins(source: &Source) -> Vec<(usize, String)> {
    let imported = crate_paths(&source.words).into_iter().filter_map(|(line, path)| match path.as_slice() {
        [room, name, ..] if room == "pins" && name != "self" => Some((line, name.clone())),
        _ => None,
    });
    let text = |at: usize| source.words.get(at).map_or("", |word| word.text.as_str());
    let through = (0..source.words.len())
        .filter(|at| (text(*at), text(at + 1), text(at + 2)) == ("pins", ":", ":") && text(at + 3) != "{")
        .map(|at| (source.words[at].line, text(at + 3).to_owned()));
    let renamed = (0..source.words.len())
        .filter(|at| text(*at) == "pins" && text(at + 1) == "as")
        .map(|at| (source.words[at].line, "another name".to_owned()));
    let named: BTreeSet<(usize, String)> = imported.chain(through).chain(renamed).collect();
    named.into_iter().collect()
}

fn layers_from_pins(source: &Source) -> Vec<String> {
    if !LAYER_ROOMS.contains(&source.room()) {
        return Vec::new();
    }
    let reader = READERS.iter().find(|(path, _)| *path == source.path);
    let allowed: Vec<&str> =
        reader.into_iter().flat_map(|(_, names)| *names).chain(&NO_PINS).copied().collect();
    let named = named_of_pins(source).into_iter().filter(|(_, name)| !allowed.contains(&name.as_str()));
    let named =
        named.map(|(line, name)| source.at(line, &format!("pins::{name}: layers are drawn from tables")));
    let asked = source.words.iter().filter(|word| is_sql(&word.text) && reads_pins(&word.text));
    named.chain(asked.map(|word| source.at(word.line, "reads pins: layers are drawn from tables"))).collect()
}

/// Whether a query is of the pins of wijksessies.
fn reads_pins(sql: &str) -> bool {
    let text = sql.to_lowercase();
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|two| matches!(two, ["from" | "join", "pin" | "me_too"]))
}

#[test]
fn layers_are_drawn_from_tables_and_only_the_table_is_made_from_pins() {
    holds(layers_from_pins);
    let known = sources();
    for (path, names) in READERS {
        let source = known.iter().find(|source| source.path == path).unwrap();
        let named: Vec<String> = named_of_pins(source).into_iter().map(|(_, name)| name).collect();
        assert!(
            names.iter().all(|name| named.iter().any(|known| known == name)),
            "{path} reads less: {named:?}"
        );
    }
}

#[test]
fn a_layer_from_pins_is_caught() {
    let caught = |path, text| layers_from_pins(&Source::new(path, text)).len();
    assert_eq!(caught("layers/heat/draw.rs", "use crate::input::pins::released;"), 1);
    assert_eq!(
        caught("layers/heat/draw.rs", "use crate::input::pins::{self, near}; fn f() { pins::released(app) }"),
        1
    );
    assert_eq!(
        caught("layers/heat/draw.rs", "use crate::{input::pins::{near, Released}, platform::App};"),
        1
    );
    assert_eq!(
        caught("layers/heat/draw.rs", "use crate::input::pins as others; fn f() { others::released(app) }"),
        1
    );
    assert_eq!(caught("step3/compare/service.rs", "fn f() { crate::input::pins::people_now(app) }"), 1);
    assert_eq!(caught("layers/heat/service.rs", "use crate::input::pins; fn f() { pins::released(app) }"), 0);
    assert_eq!(
        caught("layers/heat/service.rs", "use crate::input::pins; fn f() { pins::released_in(tx) }"),
        1
    );
    assert_eq!(caught("layers/heat/store.rs", "fn f() { q(\"SELECT lon FROM pin WHERE removed = 0\") }"), 1);
    assert_eq!(
        caught("layers/heat/store.rs", "fn f() { q(\"SELECT r.id FROM release r JOIN me_too m ON 1 = 1\") }"),
        1
    );
    assert_eq!(
        caught("layers/heat/store.rs", "fn f() { q(\"SELECT content FROM told_table WHERE id = $1\") }"),
        0
    );
    assert_eq!(caught("answer/live/service.rs", "use crate::input::pins::in_room;"), 0);
}

// ---- No way to crash on purpose ----

fn ways_to_crash(source: &Source) -> Vec<String> {
    let crash = |three: &&[Word]| {
        matches!(
            [&three[0].text, &three[1].text, &three[2].text].map(String::as_str),
            [".", "unwrap" | "expect" | "unwrap_err" | "expect_err", "{"]
                | ["panic" | "todo" | "unimplemented" | "dbg", "!", "{"]
        )
    };
    source
        .words
        .windows(3)
        .filter(crash)
        .map(|three| source.at(three[1].line, "answer with an error instead"))
        .collect()
}

#[test]
fn production_code_does_not_crash_on_purpose() {
    holds(ways_to_crash);
}

#[test]
fn a_way_to_crash_is_caught() {
    let caught = |text| ways_to_crash(&Source::new("input/pins/service.rs", text)).len();
    assert_eq!(caught("fn f() { g().unwrap(); h().expect(\"good\"); panic!(\"bad\"); todo!() }"), 4);
    assert_eq!(caught("fn f() { view! { <p>{g().unwrap()}</p> } }"), 1);
    assert_eq!(caught("fn f() { g().unwrap_or_default() }"), 0);
    assert_eq!(caught("#[expect(dead_code)] fn f() {}"), 0);
    assert_eq!(
        caught("#[cfg(test)]\n#[allow(x)]\nmod tests { fn f() { g().unwrap(); } }\nfn h() { i().unwrap() }"),
        1
    );
    assert_eq!(caught("#[cfg(not(test))] fn f() { g().unwrap() }"), 1);
}
