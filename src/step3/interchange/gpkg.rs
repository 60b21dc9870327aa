//! A `GeoPackage` (OGC 12-128r18, version 1.3): what QGIS opens with every layer under its own name.
//!
//! In RD New (EPSG:28992) where that holds: what a municipality, the figures of CBS (squares by their RD corner) and the
//! `GeoTIFF` of a layer are in, so that distances and areas are metres without a word of set-up. Its coordinates are those in
//! which the layers were reckoned, not turned to degrees and back. Elsewhere, where RD New means nothing, WGS84.

use std::collections::BTreeSet;

use geo::{BoundingRect as _, CoordsIter as _, Geometry, MapCoords as _, Rect};
use geozero::{CoordDimensions, ToWkb as _};
use tempfile::TempDir;

use super::error::ExportError;
use super::model::{Export, Row, Table};
use super::store::{self, Layer, RD, WGS84};
use crate::place::buurt::{Place, TrajectArea};

/// The file.
///
/// # Errors
/// A file that cannot be written.
pub(super) async fn write(export: &Export, area: &TrajectArea) -> Result<Vec<u8>, ExportError> {
    let srs = if area.is_rd() { RD } else { WGS84 };
    let mut layers =
        export.tables.iter().map(|table| layer(table, area, srs)).collect::<Result<Vec<_>, _>>()?;
    // Each has a title of its own, also where a traject called a theme as another is called on the page.
    let mut known = BTreeSet::new();
    for layer in &mut layers {
        if !known.insert(layer.title.clone()) {
            layer.title = format!("{} ({})", layer.title, layer.table.id);
        }
    }
    let folder = TempDir::new()?;
    let file = folder.path().join("export.gpkg");
    store::write(&file, &layers, srs, &milliseconds(&export.at)).await?;
    Ok(tokio::fs::read(&file).await?)
}

/// The standard asks for milliseconds.
fn milliseconds(at: &str) -> String {
    at.strip_suffix('Z').map_or_else(|| at.to_owned(), |seconds| format!("{seconds}.000Z"))
}

fn layer<'a>(table: &'a Table, area: &TrajectArea, srs: i32) -> Result<Layer<'a>, ExportError> {
    let placed = table.rows.iter().map(|row| row.at.as_ref().map(|at| placed(at, area, srs)));
    let placed: Vec<Option<Geometry<f64>>> = placed.collect();
    let boxes = placed.iter().flatten().filter_map(geo::BoundingRect::bounding_rect);
    let bbox = boxes.reduce(|a, b| {
        Rect::new(
            (a.min().x.min(b.min().x), a.min().y.min(b.min().y)),
            (a.max().x.max(b.max().x), a.max().y.max(b.max().y)),
        )
    });
    let rows = table.rows.iter().zip(&placed).map(|(row, at)| encoded(row, at.as_ref(), srs));
    Ok(Layer { table, title: table.title.clone(), bbox, rows: rows.collect::<Result<_, _>>()? })
}

fn placed(at: &Geometry<f64>, area: &TrajectArea, srs: i32) -> Geometry<f64> {
    if srs == WGS84 {
        return at.clone();
    }
    at.map_coords(|c| {
        let metres = area.metres(Place { lon: c.x, lat: c.y });
        // What was shown on the map can be measured; to the centimetre is more than is known.
        metres.map_or(c, |rd| geo::Coord {
            x: (rd.x * 100.0).round() / 100.0,
            y: (rd.y * 100.0).round() / 100.0,
        })
    })
}

type Encoded<'a> = (Option<Vec<u8>>, &'a Row);

fn encoded<'a>(row: &'a Row, at: Option<&Geometry<f64>>, srs: i32) -> Result<Encoded<'a>, ExportError> {
    let Some(at) = at.filter(|at| at.coords_count() > 0) else { return Ok((None, row)) };
    let envelope = match at {
        // A point is its own envelope: it has none.
        Geometry::Point(_) => Vec::new(),
        other => other
            .bounding_rect()
            .map_or_else(Vec::new, |rect| vec![rect.min().x, rect.max().x, rect.min().y, rect.max().y]),
    };
    let blob = at.to_gpkg_wkb(CoordDimensions::xy(), Some(srs), envelope);
    Ok((Some(blob.map_err(|error| ExportError::Write(error.to_string()))?), row))
}
