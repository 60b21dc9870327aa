//! Reading a GeoPackage, which is a SQLite file from a stranger: read-only, no views, no triggers, nothing of it is run.

use std::path::Path;

use futures::TryStreamExt as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{AssertSqlSafe, Connection as _, Row as _, SqliteConnection, TypeInfo as _, ValueRef as _};

use crate::indicators::FileError;

/// The largest value of one cell, in bytes: a shape of 200,000 corners.
const LARGEST_CELL: i64 = 4_000_000;

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

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Loose {
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// Nothing, or bytes.
    Nothing,
}

fn broken(error: sqlx::Error) -> FileError {
    FileError::NotGeoPackage(match error {
        sqlx::Error::Database(error) => error.message().to_owned(),
        other => other.to_string(),
    })
}

async fn open(path: &Path) -> Result<SqliteConnection, FileError> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        // Nobody else writes it: no locks, no journal beside it.
        .immutable(true)
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON");
    SqliteConnection::connect_with(&options).await.map_err(broken)
}

/// A name between quotes.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The tables that a GeoPackage says it holds: those with shapes and those without.
pub async fn layers(path: &Path) -> Result<Vec<Layer>, FileError> {
    let mut connection = open(path).await?;
    let sql = "SELECT c.table_name, c.data_type FROM gpkg_contents c JOIN sqlite_master m ON m.name = c.table_name \
         WHERE m.type = 'table' AND c.data_type IN ('features', 'attributes') ORDER BY c.table_name LIMIT 100";
    let tables = sqlx::query(sql).fetch_all(&mut connection).await.map_err(broken)?;
    let mut layers = Vec::new();
    for row in tables {
        let table: String = row.try_get(0).map_err(broken)?;
        let kind: String = row.try_get(1).map_err(broken)?;
        let (mut shape, mut srs) = (None, String::new());
        if kind == "features" {
            let sql = "SELECT g.column_name, s.organization, s.organization_coordsys_id FROM gpkg_geometry_columns g \
                 LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id WHERE g.table_name = $1";
            if let Some(row) =
                sqlx::query(sql).bind(&table).fetch_optional(&mut connection).await.map_err(broken)?
            {
                shape = Some(row.try_get(0).map_err(broken)?);
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
        let sql = "SELECT name FROM pragma_table_info($1) ORDER BY cid";
        let columns = sqlx::query(sql).bind(&table).fetch_all(&mut connection).await.map_err(broken)?;
        let mut names: Vec<String> = Vec::new();
        for column in columns {
            names.push(column.try_get(0).map_err(broken)?);
        }
        names.retain(|name| Some(name) != shape.as_ref());
        layers.push(Layer { table, columns: names, shape, srs });
    }
    connection.close().await.map_err(broken)?;
    Ok(layers)
}

/// What is done with each row: its values, and its shape.
type OnRow<'r> = &'r mut dyn FnMut(&[Loose], Option<&[u8]>) -> Result<(), FileError>;

/// Every row of a layer.
pub async fn rows(path: &Path, layer: &Layer, each: OnRow<'_>) -> Result<(), FileError> {
    let mut connection = open(path).await?;
    let bounded = |name: &String| {
        let name = quoted(name);
        format!("CASE WHEN length({name}) <= {LARGEST_CELL} THEN {name} END")
    };
    let mut parts: Vec<String> = layer.columns.iter().map(bounded).collect();
    parts.extend(layer.shape.iter().map(bounded));
    let sql = format!("SELECT {} FROM {}", parts.join(", "), quoted(&layer.table));
    let mut found = sqlx::query(AssertSqlSafe(sql)).fetch(&mut connection);
    while let Some(row) = found.try_next().await.map_err(broken)? {
        let values: Vec<Loose> = (0..layer.columns.len()).map(|at| loose(&row, at)).collect();
        let shape = layer.shape.as_ref().and_then(|_| row.try_get::<&[u8], _>(layer.columns.len()).ok());
        each(&values, shape)?;
    }
    Ok(())
}

fn loose(row: &SqliteRow, at: usize) -> Loose {
    let Ok(value) = row.try_get_raw(at) else { return Loose::Nothing };
    if value.is_null() {
        return Loose::Nothing;
    }
    let kind = value.type_info();
    match kind.name() {
        "INTEGER" | "BOOLEAN" | "REAL" => {
            let real = row.try_get_unchecked::<f64, _>(at);
            real.map_or(Loose::Nothing, Loose::Number)
        }
        "BLOB" => Loose::Nothing,
        _ => row.try_get_unchecked::<String, _>(at).map_or(Loose::Nothing, Loose::Text),
    }
}
