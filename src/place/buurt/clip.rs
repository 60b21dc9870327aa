//! Cutting in metres: the boundary and 150 m round it; small bends go, slivers go.

use geo::{
    Area as _, BooleanOps, BoundingRect, Centroid, Coord, Euclidean, Geometry, InteriorPoint, Length,
    LineString, MapCoords, MultiLineString, MultiPolygon, Polygon, Rect,
};

use super::simpler::{simplified, simplified_area};
use super::{
    area::{self, Outline},
    assemble::RawShape,
    error::{BuurtError, CoordinateError},
    margin,
    model::{Bbox, MARGIN, Place},
    rd::Metric,
    rows::Rows as _,
};

/// Bends smaller than this are drawn straight, in metres.
const DETAIL: f64 = 0.3;
/// Smaller surfaces are left out, in square metres.
const LEAST_AREA: f64 = 4.0;
/// Shorter pieces of line are left out, in metres.
const LEAST_LENGTH: f64 = 2.0;

/// Cuts shapes at a boundary plus 150 m.
pub(super) struct Cutter {
    metric: Metric,
    region: MultiPolygon,
    outline: Outline,
    bounds: Rect,
    /// In degrees: outside it nothing is kept.
    bbox: Rect,
}

/// How a shape lies with respect to the region.
enum Lies {
    Inside,
    Across,
    Outside,
}

impl Cutter {
    /// Prepares the region.
    ///
    /// # Errors
    /// A boundary that is not a surface or too large.
    pub(super) fn new(boundary: &Geometry) -> Result<Self, BuurtError> {
        let bbox = Bbox::of(boundary.positions()).ok_or(BuurtError::NoBoundary)?;
        let metric = area::metric_for(bbox)?;
        let region =
            margin::around(&area::metres(&metric, boundary)?, MARGIN).map_err(BuurtError::Boundary)?;
        let bounds = region.bounding_rect().ok_or(BuurtError::NoBoundary)?;
        let wide = bbox.widened(MARGIN + 10.0);
        let bbox = Rect::new(Coord { x: wide.west, y: wide.south }, Coord { x: wide.east, y: wide.north });
        Ok(Self { outline: Outline::new(&region), bbox, metric, region, bounds })
    }

    /// What remains of a shape, as lines or polygons; `None` when nothing does.
    pub(super) fn cut(&self, shape: &RawShape) -> Option<Geometry> {
        if !self.may_keep(shape) {
            return None;
        }
        match shape {
            RawShape::Point(point) => self.keep_point(*point),
            RawShape::Line(line) => self.cut_line(&self.metres_of(line)?),
            RawShape::Area(polygons) => self.cut_area(&self.area_of(polygons)?),
        }
    }

    /// One point that stands for a shape, if it lies in the region: the middle, where that is inside.
    pub(super) fn point(&self, shape: &RawShape) -> Option<Geometry> {
        match shape {
            RawShape::Point(point) => self.keep_point(*point),
            RawShape::Line(line) => self.keep_point(line.centroid()?.0),
            RawShape::Area(polygons) => {
                let area = MultiPolygon(polygons.clone());
                let middle = area.centroid()?;
                let inside = geo::Intersects::intersects(&area, &middle);
                self.keep_point(if inside { middle.0 } else { area.interior_point()?.0 })
            }
        }
    }

    /// Before anything is projected: whether the rectangles meet.
    fn may_keep(&self, shape: &RawShape) -> bool {
        let bounds = match shape {
            RawShape::Point(point) => Some(point.bounding_rect()),
            RawShape::Line(line) => line.bounding_rect(),
            RawShape::Area(polygons) => polygons.first().and_then(BoundingRect::bounding_rect).map(|first| {
                polygons.iter().filter_map(BoundingRect::bounding_rect).fold(first, |a, b| {
                    Rect::new(
                        Coord { x: a.min().x.min(b.min().x), y: a.min().y.min(b.min().y) },
                        Coord { x: a.max().x.max(b.max().x), y: a.max().y.max(b.max().y) },
                    )
                })
            }),
        };
        bounds.is_some_and(|bounds| geo::Intersects::intersects(&self.bbox, &bounds))
    }

    fn keep_point(&self, degrees: Coord) -> Option<Geometry> {
        let metres = self.project(degrees).ok()?;
        (self.outline.signed_distance(metres) <= 0.0).then_some(Geometry::Point(degrees.into()))
    }

    fn cut_line(&self, line: &LineString) -> Option<Geometry> {
        let pieces = match self.lies(line.bounding_rect()?) {
            Lies::Outside => return None,
            Lies::Inside => MultiLineString(vec![line.clone()]),
            Lies::Across => self.region.clip(&MultiLineString(vec![line.clone()]), false),
        };
        let mut lines = Vec::new();
        for piece in &pieces.0 {
            let piece = simplified(piece, DETAIL);
            if Euclidean.length(&piece) >= LEAST_LENGTH {
                lines.extend(self.degrees_of(&piece).filter(|line| line.0.len() >= 2));
            }
        }
        match lines.len() {
            0 => None,
            1 => lines.pop().map(Geometry::LineString),
            _ => Some(Geometry::MultiLineString(MultiLineString(lines))),
        }
    }

    fn cut_area(&self, area: &MultiPolygon) -> Option<Geometry> {
        let cut = match self.lies(area.bounding_rect()?) {
            Lies::Outside => return None,
            Lies::Inside => area.clone(),
            Lies::Across => self.region.intersection(area),
        };
        let mut polygons: Vec<Polygon> = cut.iter().filter_map(|polygon| self.tidy(polygon)).collect();
        match polygons.len() {
            0 => None,
            1 => polygons.pop().map(Geometry::Polygon),
            _ => Some(Geometry::MultiPolygon(MultiPolygon(polygons))),
        }
    }

    /// Simplified rings in degrees, without slivers.
    fn tidy(&self, polygon: &Polygon) -> Option<Polygon> {
        let simple = simplified_area(polygon, DETAIL);
        if simple.unsigned_area() < LEAST_AREA {
            return None;
        }
        let large = |ring: &&LineString| Polygon::new((*ring).clone(), vec![]).unsigned_area() >= LEAST_AREA;
        let rings = std::iter::once(simple.exterior()).chain(simple.interiors().iter().filter(large));
        let rings: Option<Vec<LineString>> = rings.map(|ring| self.degrees_of(ring)).collect();
        let mut rings = rings.filter(|rings| rings.iter().all(|ring| ring.0.len() >= 4))?.into_iter();
        Some(Polygon::new(rings.next()?, rings.collect()))
    }

    /// Quick answer from a rectangle: only what may cross the edge needs cutting.
    fn lies(&self, bounds: Rect) -> Lies {
        if !geo::Intersects::intersects(&self.bounds, &bounds) {
            return Lies::Outside;
        }
        let radius = bounds.width().hypot(bounds.height()) / 2.0;
        match self.outline.signed_distance(bounds.center()) {
            distance if distance < -radius => Lies::Inside,
            distance if distance > radius => Lies::Outside,
            _ => Lies::Across,
        }
    }

    fn project(&self, degrees: Coord) -> Result<Coord, CoordinateError> {
        self.metric.metres(Place { lon: degrees.x, lat: degrees.y })
    }

    fn metres_of(&self, line: &LineString) -> Option<LineString> {
        line.try_map_coords(|coord| self.project(coord)).ok()
    }

    fn area_of(&self, polygons: &[Polygon]) -> Option<MultiPolygon> {
        let polygons = polygons.iter().map(|polygon| polygon.try_map_coords(|coord| self.project(coord)));
        polygons.collect::<Result<Vec<_>, _>>().ok().map(MultiPolygon)
    }

    /// Positions rounded to six decimals, without repetitions.
    fn degrees_of(&self, line: &LineString) -> Option<LineString> {
        let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
        let degrees = line.try_map_coords(|at| area::degrees(&self.metric, at)).ok()?;
        let mut line = degrees.map_coords(|at| Coord { x: round(at.x), y: round(at.y) });
        line.0.dedup();
        Some(line)
    }
}
