//! What the room asks of a geometry of `geo` beyond what it can tell.

use geo::{Coord, CoordsIter as _, Geometry, LineString, MapCoordsInPlace as _, Polygon};

use super::model::Position;

/// The positions of a geometry in WGS84 degrees, one by one and in rows.
pub trait Rows {
    /// All positions, in order; the first of a ring is its last too.
    fn positions(&self) -> impl Iterator<Item = Position>;

    /// All rows of positions: lines, or rings, the outer one first. A point has none.
    fn lines(&self) -> Vec<&LineString>;

    /// Drops positions that repeat the one before.
    fn drop_repeated(&mut self);

    /// Rounds to six decimals (0.1 m) and drops repeated positions.
    fn round(&mut self);

    /// Long enough, and everything on the globe.
    fn is_sound(&self) -> bool;
}

impl Rows for Geometry {
    fn positions(&self) -> impl Iterator<Item = Position> {
        self.coords_iter().map(|at| [at.x, at.y])
    }

    fn lines(&self) -> Vec<&LineString> {
        match self {
            Self::LineString(line) => vec![line],
            Self::MultiLineString(lines) => lines.iter().collect(),
            Self::Polygon(polygon) => rings(polygon).collect(),
            Self::MultiPolygon(polygons) => polygons.iter().flat_map(rings).collect(),
            _ => Vec::new(),
        }
    }

    fn drop_repeated(&mut self) {
        let of_polygon = |polygon: &mut Polygon| {
            polygon.exterior_mut(|ring| ring.0.dedup());
            polygon.interiors_mut(|rings| rings.iter_mut().for_each(|ring| ring.0.dedup()));
        };
        match self {
            Self::LineString(line) => line.0.dedup(),
            Self::MultiLineString(lines) => lines.iter_mut().for_each(|line| line.0.dedup()),
            Self::Polygon(polygon) => of_polygon(polygon),
            Self::MultiPolygon(polygons) => polygons.iter_mut().for_each(of_polygon),
            _ => {}
        }
    }

    fn round(&mut self) {
        let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
        self.map_coords_in_place(|at| Coord { x: round(at.x), y: round(at.y) });
        self.drop_repeated();
    }

    fn is_sound(&self) -> bool {
        let on_globe = |[lon, lat]: Position| lon.abs() <= 180.0 && lat.abs() <= 90.0;
        let least = if matches!(self, Self::Polygon(_) | Self::MultiPolygon(_)) { 4 } else { 2 };
        self.positions().next().is_some()
            && self.lines().iter().all(|line| line.0.len() >= least)
            && self.positions().all(on_globe)
    }
}

fn rings(polygon: &Polygon) -> impl Iterator<Item = &LineString> {
    std::iter::once(polygon.exterior()).chain(polygon.interiors())
}
