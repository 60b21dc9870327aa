//! Layers and rows of a GeoPackage. The file is opened for reading only, and nothing that the stranger wrote is run: views,
//! virtual tables and columns that are worked out are refused before they are read, no trigger can go off, and a statement that
//! works on and on without coming to a row is stopped.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use futures::TryStreamExt as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{AssertSqlSafe, Connection as _, Row as _, SqliteConnection, TypeInfo as _, ValueRef as _};
use thiserror::Error;

/// The largest shape, in bytes: 200,000 corners.
const LARGEST_SHAPE: i64 = 4_000_000;
/// The longest text of one cell, in bytes.
const LONGEST_CELL: i64 = 64_000;
/// The longest name of a table or a column, in bytes.
const LONGEST_NAME: i64 = 1000;
/// The most tables that are looked at, and the most layers.
const MOST_TABLES: usize = 10_000;
const MOST_LAYERS: usize = 200;
/// Steps of SQLite's machine between two questions whether it goes on.
const STEPS: i32 = 10_000;
/// So often it may be asked before it must have come to a row: a second of work, a thousand times what a row takes.
const MOST_ASKED: u32 = 5000;
/// The tables by which a GeoPackage says what it holds.
const CATALOGUE: [&str; 3] = ["gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"];

/// A GeoPackage that cannot be read: a sentence for a page and for the command line alike.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum GeoPackageError {
    /// It cannot be read.
    #[error("Het bestand kan niet worden gelezen: {0}.")]
    Read(String),
    /// Not a GeoPackage.
    #[error("Dit is geen GeoPackage dat gelezen kan worden: {0}.")]
    Broken(String),
    /// It is still open in another program, or was not closed well.
    #[error("Het bestand is nog open in een ander programma, of niet goed gesloten. Sluit het daar eerst.")]
    StillOpen,
    /// A question instead of a table, or columns that are worked out: reading it would run what a stranger wrote.
    #[error(
        "{0} is een vraag (view) of heeft kolommen die worden uitgerekend. Sla de laag in QGIS op als nieuwe GeoPackage, en kies dat bestand."
    )]
    WorkedOut(String),
    /// It takes more work than any file of its kind does.
    #[error(
        "Dit GeoPackage kost te veel werk om te lezen. Sla de laag in QGIS op als nieuwe GeoPackage, en kies dat bestand."
    )]
    TooMuchWork,
}

/// With this a SQLite file begins, and so does a GeoPackage.
pub const START: &[u8; 16] = b"SQLite format 3\0";

/// A table of a GeoPackage that its contents name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// The table.
    pub table: String,
    /// Its columns but the one with shapes.
    pub columns: Vec<String>,
    /// The column with shapes.
    shape: Option<String>,
    /// Its reference system as `EPSG:28992`; empty where the file does not say.
    pub srs: String,
}

impl Layer {
    /// The layer of this name, as it is written or with other capitals: to SQLite these are the same.
    pub fn named<'a>(all: &'a [Self], wanted: &str) -> Option<&'a Self> {
        let wanted = wanted.trim();
        let exact = all.iter().find(|one| one.table == wanted);
        exact.or_else(|| all.iter().find(|one| one.table.eq_ignore_ascii_case(wanted)))
    }

    /// What these layers are called, for who is asked which.
    pub fn names(all: &[Self]) -> String {
        all.iter().map(|one| one.table.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Whether its rows have shapes.
    pub fn has_shapes(&self) -> bool {
        self.shape.is_some()
    }
}

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Loose {
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// What is neither: bytes, words in an encoding of their own, more than a cell may hold.
    Bytes,
    /// Nothing.
    Nothing,
}

fn broken(error: sqlx::Error) -> GeoPackageError {
    match error {
        // SQLITE_INTERRUPT
        sqlx::Error::Database(error) if error.code().as_deref() == Some("9") => GeoPackageError::TooMuchWork,
        sqlx::Error::Database(error) => GeoPackageError::Broken(error.message().to_owned()),
        other => GeoPackageError::Broken(other.to_string()),
    }
}

/// What lies beside a file, such as `cijfers.gpkg-wal`.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// Whether the newest of a file may lie in another beside it that did not come along: it says so in its head, and there is
/// none.
///
/// # Errors
/// A file that cannot be read.
pub fn is_unfinished(path: &Path) -> Result<bool, GeoPackageError> {
    let mut head = [0; 20];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    match read {
        Ok(()) => Ok(head[18..20] == [2, 2]),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(GeoPackageError::Read(error.to_string())),
    }
}

/// A connection that is stopped where it works on and on, and how often it was asked since the last row.
struct Reader {
    connection: SqliteConnection,
    asked: Arc<AtomicU32>,
}

async fn open(path: &Path) -> Result<Reader, GeoPackageError> {
    // What is not written yet lies beside the file itself, and not beside a link to it.
    let path = &std::fs::canonicalize(path).map_err(|error| GeoPackageError::Read(error.to_string()))?;
    for end in ["-wal", "-journal"] {
        if std::fs::metadata(beside(path, end)).is_ok_and(|found| found.len() > 0) {
            return Err(GeoPackageError::StillOpen);
        }
    }
    let options = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        // Nobody else writes it: no locks, no journal beside it.
        .immutable(true)
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON");
    let mut connection = SqliteConnection::connect_with(&options).await.map_err(broken)?;
    let asked = Arc::new(AtomicU32::new(0));
    let own = asked.clone();
    let goes_on = move || own.fetch_add(1, Ordering::Relaxed) < MOST_ASKED;
    connection.lock_handle().await.map_err(broken)?.set_progress_handler(STEPS, goes_on);
    Ok(Reader { connection, asked })
}

/// A name between quotes.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The tables that a GeoPackage says it holds: those with shapes and those without.
///
/// # Errors
/// A file that cannot be read, or that would have to be worked out.
pub async fn layers(path: &Path) -> Result<Vec<Layer>, GeoPackageError> {
    let mut bounded = open(path).await?;
    let connection = &mut bounded.connection;
    let tables = tables(connection).await?;
    let kind_of = |name: &str| tables.iter().find(|table| table.0.eq_ignore_ascii_case(name));
    for name in CATALOGUE {
        if kind_of(name).is_some_and(|table| table.1 != "table") {
            return Err(GeoPackageError::WorkedOut(name.to_owned()));
        }
        columns(connection, name).await?;
    }
    let sql = format!(
        "SELECT table_name, lower(data_type) FROM gpkg_contents WHERE lower(data_type) IN ('features', 'attributes', 'aspatial') \
         AND octet_length(table_name) <= {LONGEST_NAME} LIMIT {MOST_LAYERS}"
    );
    let listed = sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut *connection).await.map_err(broken)?;
    let (mut layers, mut worked) = (Vec::new(), None);
    for row in listed {
        let name: String = row.try_get(0).map_err(broken)?;
        let kind: String = row.try_get(1).map_err(broken)?;
        let Some((table, shape)) = kind_of(&name) else { continue };
        match (shape == "table", columns(connection, table).await) {
            (true, Ok(names)) => layers.push(layer(connection, table.clone(), &kind, names).await?),
            (false, _) | (true, Err(GeoPackageError::WorkedOut(_))) => worked = Some(table.clone()),
            (true, Err(error)) => return Err(error),
        }
    }
    bounded.connection.close().await.map_err(broken)?;
    layers.sort_by(|one, other| one.table.cmp(&other.table));
    match worked {
        Some(table) if layers.is_empty() => Err(GeoPackageError::WorkedOut(table)),
        _ => Ok(layers),
    }
}

/// What there is, and whether it is a table: as SQLite itself understood it, which is not what the file says of it.
async fn tables(connection: &mut SqliteConnection) -> Result<Vec<(String, String)>, GeoPackageError> {
    let sql = format!(
        "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND octet_length(name) <= {LONGEST_NAME} LIMIT {MOST_TABLES}"
    );
    let found = sqlx::query(AssertSqlSafe(sql)).fetch_all(connection).await.map_err(broken)?;
    found.iter().map(|row| Ok((row.try_get(0).map_err(broken)?, row.try_get(1).map_err(broken)?))).collect()
}

/// The columns of a table, if none of them is worked out.
async fn columns(connection: &mut SqliteConnection, table: &str) -> Result<Vec<String>, GeoPackageError> {
    let sql = "SELECT name, hidden FROM pragma_table_xinfo($1) ORDER BY cid LIMIT 2000";
    let found = sqlx::query(sql).bind(table).fetch_all(connection).await.map_err(broken)?;
    let mut names = Vec::new();
    for column in found {
        let hidden: i64 = column.try_get(1).map_err(broken)?;
        if hidden != 0 {
            return Err(GeoPackageError::WorkedOut(table.to_owned()));
        }
        names.push(column.try_get(0).map_err(broken)?);
    }
    Ok(names)
}

async fn layer(
    connection: &mut SqliteConnection,
    table: String,
    kind: &str,
    mut columns: Vec<String>,
) -> Result<Layer, GeoPackageError> {
    let (mut shape, mut srs) = (None, String::new());
    if kind == "features" {
        let sql = "SELECT g.column_name, s.organization, s.organization_coordsys_id FROM gpkg_geometry_columns g \
             LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id WHERE lower(g.table_name) = lower($1)";
        if let Some(row) = sqlx::query(sql).bind(&table).fetch_optional(connection).await.map_err(broken)? {
            let column: String = row.try_get(0).map_err(broken)?;
            shape = columns.iter().find(|name| name.eq_ignore_ascii_case(&column)).cloned();
            let by: Option<String> = row.try_get(1).map_err(broken)?;
            let number: Option<i64> = row.try_get(2).map_err(broken)?;
            // 0 and -1 are "not known".
            let known = number.filter(|number| *number > 0);
            srs = by
                .zip(known)
                .map(|(by, number)| format!("{}:{number}", by.to_uppercase()))
                .unwrap_or_default();
        }
    }
    columns.retain(|name| Some(name) != shape.as_ref());
    Ok(Layer { table, columns, shape, srs })
}

/// What is done with each row: its values, and its shape.
pub type OnRow<'r, E> = &'r mut dyn FnMut(&[Loose], Option<&[u8]>) -> Result<(), E>;

/// Every row of a layer.
///
/// # Errors
/// What `each` says, or a file that breaks off.
pub async fn rows<E: From<GeoPackageError>>(path: &Path, layer: &Layer, each: OnRow<'_, E>) -> Result<(), E> {
    let mut opened = open(path).await?;
    // Its length is known without reading it. What is too long is there all the same: as bytes, of no use to anybody.
    let bounded = |name: &String, most: i64, long: &str| {
        let name = quoted(name);
        format!("CASE WHEN octet_length({name}) > {most} THEN {long} ELSE {name} END")
    };
    let mut parts: Vec<String> =
        layer.columns.iter().map(|name| bounded(name, LONGEST_CELL, "x'00'")).collect();
    parts.extend(layer.shape.iter().map(|name| bounded(name, LARGEST_SHAPE, "NULL")));
    let sql = format!("SELECT {} FROM {}", parts.join(", "), quoted(&layer.table));
    let mut found = sqlx::query(AssertSqlSafe(sql)).fetch(&mut opened.connection);
    while let Some(row) = found.try_next().await.map_err(broken)? {
        opened.asked.store(0, Ordering::Relaxed);
        let values: Vec<Loose> = (0..layer.columns.len()).map(|at| loose(&row, at)).collect();
        let shape = layer.shape.as_ref().and_then(|_| row.try_get::<&[u8], _>(layer.columns.len()).ok());
        each(&values, shape)?;
    }
    Ok(())
}

/// Waits for the reading of a file, in a thread that may wait.
///
/// # Errors
/// What the reading says; a thread without a runtime.
pub fn wait<T, E: From<GeoPackageError>>(work: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    let handle =
        tokio::runtime::Handle::try_current().map_err(|error| GeoPackageError::Read(error.to_string()))?;
    handle.block_on(work)
}

fn loose(row: &SqliteRow, at: usize) -> Loose {
    let Ok(value) = row.try_get_raw(at) else { return Loose::Bytes };
    if value.is_null() {
        return Loose::Nothing;
    }
    let kind = value.type_info();
    match kind.name() {
        "INTEGER" | "BOOLEAN" | "REAL" => {
            let real = row.try_get_unchecked::<f64, _>(at);
            real.map_or(Loose::Bytes, Loose::Number)
        }
        "BLOB" => Loose::Bytes,
        _ => row.try_get_unchecked::<String, _>(at).map_or(Loose::Bytes, Loose::Text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[tokio::test]
    async fn what_is_not_written_yet_is_seen_behind_a_link_too() {
        let folder = tempfile::tempdir().unwrap();
        let (file, elsewhere) = (folder.path().join("f.gpkg"), folder.path().join("map"));
        std::fs::write(&file, START).unwrap();
        std::fs::create_dir(&elsewhere).unwrap();
        let link = elsewhere.join("link.gpkg");
        std::os::unix::fs::symlink(&file, &link).unwrap();
        for end in ["-wal", "-journal"] {
            std::fs::write(beside(&file, end), [0; 64]).unwrap();
            for path in [&file, &link] {
                assert!(matches!(open(path).await, Err(GeoPackageError::StillOpen)), "{end}");
            }
            std::fs::remove_file(beside(&file, end)).unwrap();
        }
        // Beside the link lies nothing of the file.
        std::fs::write(beside(&link, "-wal"), [0; 64]).unwrap();
        assert!(!matches!(open(&link).await, Err(GeoPackageError::StillOpen)));
    }

    #[tokio::test]
    async fn a_statement_that_works_on_and_on_is_stopped_and_the_next_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("f.gpkg");
        let options = SqliteConnectOptions::new().filename(&path).create_if_missing(true);
        let mut file = SqliteConnection::connect_with(&options).await.unwrap();
        sqlx::raw_sql("CREATE TABLE a (b); INSERT INTO a VALUES (7);").execute(&mut file).await.unwrap();
        file.close().await.unwrap();
        let mut bounded = open(&path).await.unwrap();
        let endless =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0";
        let found = sqlx::query(endless).fetch_optional(&mut bounded.connection).await.map_err(broken);
        assert!(matches!(found, Err(GeoPackageError::TooMuchWork)));
        bounded.asked.store(0, Ordering::Relaxed);
        let seven: i64 =
            sqlx::query_scalar("SELECT b FROM a").fetch_one(&mut bounded.connection).await.unwrap();
        assert_eq!(seven, 7);
    }
}
