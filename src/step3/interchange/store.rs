//! A `GeoPackage` is an `SQLite` file: all SQL of it. It has nothing to do with the program's own database.

use std::fmt::Write as _;
use std::path::Path;

use geo::Rect;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, SqliteConnection};

use super::error::ExportError;
use super::model::{Cell, Holds, Row, Shape, Table, name};
use crate::platform::texts::t;

/// Amersfoort / RD New.
pub(super) const RD: i32 = 28_992;
/// WGS84, longitude first as a `GeoPackage` wants it.
pub(super) const WGS84: i32 = 4326;

/// One table as it is written: its rows with their geometry as a `GeoPackage` blob.
pub(super) struct Layer<'a> {
    pub table: &'a Table,
    /// No other layer has it.
    pub title: String,
    pub bbox: Option<Rect<f64>>,
    pub rows: Vec<(Option<Vec<u8>>, &'a Row)>,
}

/// "GPKG", and version 1.3.
const MARK: &str = "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;";

/// The tables that every `GeoPackage` has, as in its standard (annex C).
const TABLES: &str = "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, \
     organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT); \
     CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, \
     description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), \
     min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, \
     CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)); \
     CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, \
     srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, \
     CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), \
     CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), \
     CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));";

const SRS: &str = "INSERT INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition) \
     VALUES ($1, $2, $3, $4, $5)";
const CONTENTS: &str = "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, min_x, min_y, \
     max_x, max_y, srs_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const GEOMETRY: &str = "INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES ($1, 'geom', $2, $3, 0, 0)";

const WGS84_WKT: &str = r#"GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]"#;
const RD_WKT: &str = r#"PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort",DATUM["Amersfoort",SPHEROID["Bessel 1841",6377397.155,299.1528128,AUTHORITY["EPSG","7004"]],AUTHORITY["EPSG","6289"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4289"]],PROJECTION["Oblique_Stereographic"],PARAMETER["latitude_of_origin",52.1561605555556],PARAMETER["central_meridian",5.38763888888889],PARAMETER["scale_factor",0.9999079],PARAMETER["false_easting",155000],PARAMETER["false_northing",463000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","28992"]]"#;

/// Writes a new file; `at` is when, as the standard wants it.
///
/// # Errors
/// [`ExportError::Write`].
pub(super) async fn write(file: &Path, layers: &[Layer<'_>], srs: i32, at: &str) -> Result<(), ExportError> {
    // One file, also while it is written; it is thrown away where something goes wrong.
    let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
    let options = options.journal_mode(SqliteJournalMode::Memory);
    let written = async {
        let mut file = options.connect().await?;
        sqlx::raw_sql(MARK).execute(&mut file).await?;
        let mut tx = file.begin().await?;
        begin(&mut tx).await?;
        for layer in layers {
            put(&mut tx, layer, srs, at).await?;
        }
        tx.commit().await?;
        file.close().await
    };
    written.await.map_err(|error: sqlx::Error| ExportError::Write(error.to_string()))
}

async fn begin(file: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(TABLES).execute(&mut *file).await?;
    let known = [
        ("Undefined cartesian SRS", -1, "NONE", -1, "undefined"),
        ("Undefined geographic SRS", 0, "NONE", 0, "undefined"),
        ("WGS 84 geodetic", WGS84, "EPSG", WGS84, WGS84_WKT),
        ("Amersfoort / RD New", RD, "EPSG", RD, RD_WKT),
    ];
    for (name, id, organization, number, definition) in known {
        let one = sqlx::query(SRS).bind(name).bind(id).bind(organization).bind(number).bind(definition);
        one.execute(&mut *file).await?;
    }
    Ok(())
}

async fn put(file: &mut SqliteConnection, layer: &Layer<'_>, srs: i32, at: &str) -> Result<(), sqlx::Error> {
    let table = layer.table;
    let kind = geometry_type(table.shape);
    sqlx::raw_sql(AssertSqlSafe(create(table))).execute(&mut *file).await?;
    let corner = |pick: fn(Rect<f64>) -> f64| layer.bbox.map(pick);
    sqlx::query(CONTENTS)
        .bind(&table.id)
        .bind(if kind.is_some() { "features" } else { "attributes" })
        .bind(&layer.title)
        .bind(&table.about)
        .bind(at)
        .bind(corner(|bbox| bbox.min().x))
        .bind(corner(|bbox| bbox.min().y))
        .bind(corner(|bbox| bbox.max().x))
        .bind(corner(|bbox| bbox.max().y))
        .bind(kind.map(|_| srs))
        .execute(&mut *file)
        .await?;
    if let Some(kind) = kind {
        sqlx::query(GEOMETRY).bind(&table.id).bind(kind).bind(srs).execute(&mut *file).await?;
    }
    let insert = insert(table);
    for (blob, row) in &layer.rows {
        let mut query = sqlx::query(AssertSqlSafe(insert.clone()));
        if kind.is_some() {
            query = query.bind(blob.clone());
        }
        for cell in &row.cells {
            query = match cell {
                Cell::Empty => query.bind(None::<String>),
                Cell::Text(text) => query.bind(text.clone()),
                Cell::Whole(number) => query.bind(*number),
                Cell::Number(number) => query.bind(*number),
                Cell::Flag(flag) => query.bind(*flag),
            };
        }
        query.execute(&mut *file).await?;
    }
    Ok(())
}

const fn geometry_type(shape: Shape) -> Option<&'static str> {
    match shape {
        Shape::Nowhere => None,
        Shape::Point => Some("POINT"),
        Shape::Line => Some("MULTILINESTRING"),
        Shape::Area => Some("MULTIPOLYGON"),
    }
}

/// What people call a column, as far as every program can read it.
fn column(key: &str) -> String {
    name(&t(&format!("interchange-column-{key}")))
}

fn create(table: &Table) -> String {
    let mut sql =
        format!("CREATE TABLE \"{}\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", name(&table.id));
    if let Some(kind) = geometry_type(table.shape) {
        sql.extend([", geom ", kind]);
    }
    for (key, holds) in &table.columns {
        let kind = match holds {
            Holds::Text => "TEXT",
            Holds::Whole => "INTEGER",
            Holds::Number => "DOUBLE",
            Holds::Flag => "BOOLEAN",
        };
        // Writing into a string cannot fail.
        let _ = write!(sql, ", \"{}\" {kind}", column(key));
    }
    sql + ")"
}

fn insert(table: &Table) -> String {
    let geometry = geometry_type(table.shape).map(|_| "geom".to_owned());
    let columns = table.columns.iter().map(|(key, _)| format!("\"{}\"", column(key)));
    let columns: Vec<String> = geometry.into_iter().chain(columns).collect();
    let places: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    format!("INSERT INTO \"{}\" ({}) VALUES ({})", name(&table.id), columns.join(", "), places.join(", "))
}
