//! How far a place is from a neighbourhood, prepared so that asking costs microseconds.

use geo::{Coord, Geometry, MapCoords as _, MultiPolygon};

use super::{
    error::{BuurtError, CoordinateError, RingFault},
    model::{Bbox, Place},
    rd::Metric,
    rows::Rows as _,
};

/// Larger than any neighbourhood, in degrees of latitude (about 60 km): such a boundary is a mistake.
const LARGEST_DEGREES: f64 = 0.54;
const LARGEST_KM: u32 = 60;

/// Segments that are skipped together when they are too far away.
const CHUNK: usize = 16;

/// The area of one or several neighbourhoods, in metres.
#[derive(Clone)]
pub struct Area {
    metric: Metric,
    bbox: Bbox,
    parts: Vec<Outline>,
}

impl Area {
    /// Prepares one or several boundaries (`Polygon` or `MultiPolygon`).
    ///
    /// # Errors
    /// None given, another geometry, or an extent of more than 60 km.
    pub fn new<'a>(boundaries: impl IntoIterator<Item = &'a Geometry>) -> Result<Self, BuurtError> {
        let boundaries: Vec<_> = boundaries.into_iter().collect();
        let positions = boundaries.iter().flat_map(|boundary| boundary.positions());
        let bbox = Bbox::of(positions).ok_or(BuurtError::NoBoundary)?;
        let metric = metric_for(bbox)?;
        let outlines = boundaries.iter().map(|boundary| Ok(Outline::new(&metres(&metric, boundary)?)));
        let parts = outlines.collect::<Result<_, BuurtError>>()?;
        Ok(Self { metric, bbox, parts })
    }

    /// Metres from a place to the area; 0 inside and on the edge.
    ///
    /// # Errors
    /// Not finite, not on the globe, or plainly swapped: also when only the swapped point lies near this area.
    pub fn distance(&self, lon: f64, lat: f64) -> Result<f64, CoordinateError> {
        let near = self.bbox.widened(5_000.0);
        if !near.contains([lon, lat]) && near.contains([lat, lon]) {
            return Err(CoordinateError::Swapped { lon, lat });
        }
        let point = self.metric.metres(Place::new(lon, lat)?)?;
        let signed = self.parts.iter().map(|part| part.signed_distance(point));
        Ok(signed.fold(f64::INFINITY, f64::min).max(0.0))
    }

    /// The rectangle round the area, in degrees.
    pub fn bbox(&self) -> Bbox {
        self.bbox
    }

    /// The metres in which this area is measured.
    pub fn metric(&self) -> &Metric {
        &self.metric
    }
}

/// Whether a rectangle may be a neighbourhood's.
///
/// # Errors
/// More than 60 km across.
pub(super) fn check_extent(bbox: Bbox) -> Result<(), RingFault> {
    let width = (bbox.east - bbox.west) * bbox.centre()[1].to_radians().cos();
    let large = width > LARGEST_DEGREES || bbox.north - bbox.south > LARGEST_DEGREES;
    if large { Err(RingFault::TooLarge(LARGEST_KM)) } else { Ok(()) }
}

/// A geometry as polygons, in degrees; nothing where it is no surface.
pub fn polygons(geometry: &Geometry) -> MultiPolygon {
    match geometry {
        Geometry::Polygon(polygon) => MultiPolygon(vec![polygon.clone()]),
        Geometry::MultiPolygon(all) => all.clone(),
        _ => MultiPolygon(Vec::new()),
    }
}

/// The metres that suit a rectangle.
///
/// # Errors
/// More than 60 km across.
pub(super) fn metric_for(bbox: Bbox) -> Result<Metric, BuurtError> {
    check_extent(bbox).map_err(BuurtError::Boundary)?;
    let [lon, lat] = bbox.centre();
    Ok(Metric::around(Place::new(lon, lat)?)?)
}

/// A boundary in metres.
///
/// # Errors
/// Another geometry than `Polygon` and `MultiPolygon`, or a point that cannot be projected.
pub(super) fn metres(metric: &Metric, boundary: &Geometry) -> Result<MultiPolygon, BuurtError> {
    if !matches!(boundary, Geometry::Polygon(_) | Geometry::MultiPolygon(_)) {
        return Err(BuurtError::NoBoundary);
    }
    Ok(polygons(boundary).try_map_coords(|at| metric.metres(Place { lon: at.x, lat: at.y }))?)
}

/// The rings of one boundary as segments in small groups, each with its rectangle.
#[derive(Clone)]
pub(super) struct Outline {
    chunks: Vec<Chunk>,
}

#[derive(Clone)]
struct Chunk {
    low: Coord,
    high: Coord,
    segments: Vec<[Coord; 2]>,
}

impl Outline {
    pub(super) fn new(polygons: &MultiPolygon) -> Self {
        let rings = polygons
            .iter()
            .flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
        let segments: Vec<[Coord; 2]> =
            rings.flat_map(|ring| ring.0.windows(2).map(|pair| [pair[0], pair[1]])).collect();
        Self { chunks: segments.chunks(CHUNK).map(Chunk::new).collect() }
    }

    /// Metres to the edge, less than 0 inside (even-odd rule, so holes are outside).
    pub(super) fn signed_distance(&self, point: Coord) -> f64 {
        let mut nearest = f64::INFINITY;
        let mut inside = false;
        for chunk in &self.chunks {
            if chunk.squared_distance(point) < nearest {
                for segment in &chunk.segments {
                    nearest = nearest.min(squared_distance(*segment, point));
                }
            }
            if chunk.may_cross(point) {
                inside ^= chunk.segments.iter().filter(|segment| crosses(segment, point)).count() % 2 == 1;
            }
        }
        if inside { -nearest.sqrt() } else { nearest.sqrt() }
    }
}

impl Chunk {
    fn new(segments: &[[Coord; 2]]) -> Self {
        let start = (Coord { x: f64::MAX, y: f64::MAX }, Coord { x: f64::MIN, y: f64::MIN });
        let (low, high) = segments.iter().flatten().fold(start, |(low, high), c| {
            (Coord { x: low.x.min(c.x), y: low.y.min(c.y) }, Coord { x: high.x.max(c.x), y: high.y.max(c.y) })
        });
        Self { low, high, segments: segments.to_vec() }
    }

    fn squared_distance(&self, point: Coord) -> f64 {
        let x = (self.low.x - point.x).max(point.x - self.high.x).max(0.0);
        let y = (self.low.y - point.y).max(point.y - self.high.y).max(0.0);
        x * x + y * y
    }

    /// Whether a ray to the east from the point can meet a segment.
    fn may_cross(&self, point: Coord) -> bool {
        (self.low.y..=self.high.y).contains(&point.y) && point.x <= self.high.x
    }
}

fn crosses([a, b]: &[Coord; 2], point: Coord) -> bool {
    (a.y > point.y) != (b.y > point.y) && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
}

fn squared_distance([a, b]: [Coord; 2], point: Coord) -> f64 {
    let (along, from) = (b - a, point - a);
    let length = along.x * along.x + along.y * along.y;
    let part =
        if length > 0.0 { ((from.x * along.x + from.y * along.y) / length).clamp(0.0, 1.0) } else { 0.0 };
    let (x, y) = (from.x - part * along.x, from.y - part * along.y);
    x * x + y * y
}

/// A place in metres as one in degrees, to be rounded later.
///
/// # Errors
/// A point that cannot be projected back.
pub(super) fn degrees(metric: &Metric, metres: Coord) -> Result<Coord, CoordinateError> {
    metric.degrees(metres).map(|wgs| Coord { x: wgs.lon, y: wgs.lat })
}
