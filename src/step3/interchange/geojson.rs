//! RFC 7946: one `FeatureCollection`; each feature says in `layer` which layer it is of.
//!
//! WGS84, longitude first, outer rings anticlockwise; what lies nowhere has `geometry: null`. What holds for a whole layer
//! stands beside the features in `layers`, a foreign member as §6.1 allows.

use geo::{Area as _, Coord, Geometry, LineString, MapCoords as _, MultiPolygon, Polygon};
use geojson::{Feature, GeometryValue};
use serde_json::{Map, Value, json};

use super::error::ExportError;
use super::model::{Cell, Export, Row, Table};
use crate::platform::geojson as files;

/// The file.
///
/// # Errors
/// [`ExportError::Write`].
pub(super) fn write(export: &Export) -> Result<Vec<u8>, ExportError> {
    let layer = |table: &Table| json!({"layer": table.id, "title": table.title, "about": table.about, "features": table.rows.len()});
    let features = export.tables.iter().flat_map(|table| table.rows.iter().map(|row| feature(table, row)));
    let beside = json!({
        "title": export.title,
        "exported_at": export.at,
        "layers": export.tables.iter().map(layer).collect::<Value>(),
    });
    serde_json::to_vec(&files::collection(features.collect(), beside))
        .map_err(|error| ExportError::Write(error.to_string()))
}

fn feature(table: &Table, row: &Row) -> Feature {
    let mut properties = Map::new();
    properties.insert("layer".to_owned(), table.id.clone().into());
    for ((name, _), cell) in table.columns.iter().zip(&row.cells) {
        properties.insert((*name).to_owned(), value(cell));
    }
    files::feature(row.at.as_ref().and_then(geometry), Value::Object(properties))
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => text.clone().into(),
        Cell::Whole(number) => (*number).into(),
        Cell::Number(number) => (*number).into(),
        Cell::Flag(flag) => (*flag).into(),
    }
}

/// Six decimals: 0.1 m.
fn rounded(at: Coord<f64>) -> Coord<f64> {
    let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
    Coord { x: round(at.x), y: round(at.y) }
}

/// An area in six decimals, its outer rings turning left: what rounding left no area of is gone.
fn area(area: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    // By its area: of a ring that touches itself when it is rounded, one corner does not tell which way it turns.
    let ring = |ring: &LineString<f64>, left: bool| {
        let mut ring = ring.map_coords(rounded);
        ring.0.dedup();
        let alone = Polygon::new(ring, Vec::new());
        let turn = alone.signed_area();
        let (mut ring, _) = alone.into_inner();
        if (turn > 0.0) != left {
            ring.0.reverse();
        }
        (ring.0.len() >= 4 && turn != 0.0).then_some(ring)
    };
    let polygon = |polygon: &Polygon<f64>| {
        let holes = polygon.interiors().iter().filter_map(|hole| ring(hole, false)).collect();
        Some(Polygon::new(ring(polygon.exterior(), true)?, holes))
    };
    area.iter().filter_map(polygon).collect()
}

fn geometry(at: &Geometry<f64>) -> Option<GeometryValue> {
    match at {
        Geometry::Point(_) | Geometry::MultiLineString(_) => Some((&at.map_coords(rounded)).into()),
        Geometry::MultiPolygon(polygons) => Some((&area(polygons)).into()),
        // No table has another shape.
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::point;

    #[test]
    fn outer_rings_turn_left_and_holes_turn_right_whatever_came_in() {
        let ring = |side: f64, back: bool| {
            let mut ring = vec![(0.0, 0.0), (side, 0.0), (side, side), (0.0, side), (0.0, 0.0)];
            if back {
                ring.reverse();
            }
            LineString::from(ring)
        };
        let area = MultiPolygon::new(vec![Polygon::new(ring(4.0, true), vec![ring(1.0, false)])]);
        let json = files::json(&geometry(&area.into()));
        assert_eq!(json["coordinates"][0][0][1], json!([4.0, 0.0]), "{json}");
        assert_eq!(json["coordinates"][0][1][1], json!([0.0, 1.0]), "{json}");
        assert_eq!(
            files::json(&geometry(&point! { x: 4.123_456_78, y: 52.0 }.into()))["coordinates"],
            json!([4.123_457, 52.0])
        );
    }
}
