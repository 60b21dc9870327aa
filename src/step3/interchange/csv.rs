//! For a spreadsheet: every table below the other in one sheet, with the columns that any of them has.
//!
//! Polygons are no use there (and longer than a cell may be): an area is its number of hectares, a place its degrees.

use geo::{GeodesicArea as _, Geometry, MultiPolygon};

use super::error::ExportError;
use super::model::{Cell, Column, Export, Row, Table};
use crate::platform::spreadsheet::{dutch, harmless, number};
use crate::platform::texts::t;

/// Decimals of a degree: 0.1 m.
const DEGREE_DECIMALS: usize = 6;
/// Decimals of any other number.
const DECIMALS: usize = 4;
const HECTARE_M2: f64 = 10_000.0;

/// The file.
///
/// # Errors
/// [`ExportError::Write`].
pub(super) fn write(export: &Export) -> Result<Vec<u8>, ExportError> {
    let wrong = |error: csv::Error| ExportError::Write(error.to_string());
    let mut columns: Vec<Column> = Vec::new();
    for column in export.tables.iter().flat_map(|table| &table.columns) {
        if !columns.iter().any(|(known, _)| *known == column.0) {
            columns.push(*column);
        }
    }
    let mut sheet = dutch();
    let label = |name: &str| t(&format!("interchange-column-{name}"));
    let head = std::iter::once("layer").chain(columns.iter().map(|(name, _)| *name));
    let head = head.chain(["lon", "lat", "hectares"]).map(label);
    sheet.write_record(head.map(|cell| harmless(&cell))).map_err(wrong)?;
    for table in &export.tables {
        for row in &table.rows {
            sheet.write_record(cells(table, row, &columns)).map_err(wrong)?;
        }
    }
    sheet.into_inner().map_err(|error| ExportError::Write(error.to_string()))
}

fn cells(table: &Table, row: &Row, columns: &[Column]) -> Vec<String> {
    let mut cells = vec![harmless(&table.title)];
    for (name, _) in columns {
        let at = table.columns.iter().position(|(known, _)| known == name);
        cells.push(at.and_then(|at| row.cells.get(at)).map_or_else(String::new, cell));
    }
    cells.extend(place(row.at.as_ref()));
    cells
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Whole(number) => number.to_string(),
        Cell::Number(value) => number(*value, DECIMALS),
        Cell::Flag(true) => t("interchange-yes"),
        Cell::Flag(false) => t("interchange-no"),
    }
}

/// Degrees east and north of a place, hectares of an area.
fn place(at: Option<&Geometry<f64>>) -> [String; 3] {
    let none = String::new;
    match at {
        Some(Geometry::Point(point)) => {
            [number(point.x(), DEGREE_DECIMALS), number(point.y(), DEGREE_DECIMALS), none()]
        }
        Some(Geometry::MultiPolygon(area)) => [none(), none(), number(hectares(area), 2)],
        _ => [none(), none(), none()],
    }
}

fn hectares(area: &MultiPolygon<f64>) -> f64 {
    area.geodesic_area_unsigned() / HECTARE_M2
}
