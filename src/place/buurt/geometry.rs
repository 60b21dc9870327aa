//! Where things are, in WGS84 degrees: a place, the geometries of RFC 7946 that a plattegrond uses, and rectangles.

use serde::{Deserialize, Serialize};

/// One position: degrees east, degrees north.
pub type Position = [f64; 2];

/// A closed or open row of positions.
pub type Line = Vec<Position>;

/// Where a feature is, as in RFC 7946.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "coordinates")]
pub enum Geometry {
    /// One position.
    Point(Position),
    /// A line of at least two positions.
    LineString(Line),
    /// Several lines.
    MultiLineString(Vec<Line>),
    /// Outer ring, then holes; each closed.
    Polygon(Vec<Line>),
    /// Several polygons.
    MultiPolygon(Vec<Vec<Line>>),
}

/// A place on earth in WGS84 degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

/// A rectangle in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Bbox {
    /// Degrees east, least.
    pub west: f64,
    /// Degrees north, least.
    pub south: f64,
    /// Degrees east, most.
    pub east: f64,
    /// Degrees north, most.
    pub north: f64,
}

impl Geometry {
    /// All positions, in order.
    pub fn positions(&self) -> Box<dyn Iterator<Item = Position> + '_> {
        match self {
            Self::Point(position) => Box::new(std::iter::once(*position)),
            Self::LineString(line) => Box::new(line.iter().copied()),
            Self::MultiLineString(lines) | Self::Polygon(lines) => Box::new(lines.iter().flatten().copied()),
            Self::MultiPolygon(polygons) => Box::new(polygons.iter().flatten().flatten().copied()),
        }
    }

    /// All rows of positions: lines, or rings.
    pub fn lines(&self) -> Box<dyn Iterator<Item = &Line> + '_> {
        match self {
            Self::Point(_) => Box::new(std::iter::empty()),
            Self::LineString(line) => Box::new(std::iter::once(line)),
            Self::MultiLineString(lines) | Self::Polygon(lines) => Box::new(lines.iter()),
            Self::MultiPolygon(polygons) => Box::new(polygons.iter().flatten()),
        }
    }

    fn lines_mut(&mut self) -> Box<dyn Iterator<Item = &mut Line> + '_> {
        match self {
            Self::Point(_) => Box::new(std::iter::empty()),
            Self::LineString(line) => Box::new(std::iter::once(line)),
            Self::MultiLineString(lines) | Self::Polygon(lines) => Box::new(lines.iter_mut()),
            Self::MultiPolygon(polygons) => Box::new(polygons.iter_mut().flatten()),
        }
    }

    /// Drops positions that repeat the one before.
    #[cfg(feature = "ssr")]
    pub(super) fn drop_repeated(&mut self) {
        self.lines_mut().for_each(Line::dedup);
    }

    /// Rounds to six decimals (0.1 m) and drops repeated positions.
    pub(super) fn round(&mut self) {
        let round = |position: &mut Position| {
            for degrees in position.iter_mut() {
                *degrees = (*degrees * 1e6).round() / 1e6;
            }
        };
        if let Self::Point(position) = self {
            round(position);
        }
        for line in self.lines_mut() {
            line.iter_mut().for_each(round);
            line.dedup();
        }
    }

    /// Long enough, rings closed, everything on the globe.
    pub(super) fn is_sound(&self) -> bool {
        let on_globe = |[lon, lat]: Position| lon.abs() <= 180.0 && lat.abs() <= 90.0;
        let least = match self {
            Self::Polygon(_) | Self::MultiPolygon(_) => 4,
            _ => 2,
        };
        let rings_closed = least == 2 || self.lines().all(|ring| ring.first() == ring.last());
        let not_empty = self.positions().next().is_some();
        not_empty
            && rings_closed
            && self.lines().all(|line| line.len() >= least)
            && self.positions().all(on_globe)
    }
}

impl Bbox {
    /// The smallest rectangle round all positions; `None` when there are none.
    pub fn of(positions: impl IntoIterator<Item = Position>) -> Option<Self> {
        positions.into_iter().fold(None, |bbox: Option<Self>, [lon, lat]| {
            let old = bbox.unwrap_or(Self { west: lon, south: lat, east: lon, north: lat });
            Some(Self {
                west: old.west.min(lon),
                south: old.south.min(lat),
                east: old.east.max(lon),
                north: old.north.max(lat),
            })
        })
    }

    /// Whether a position lies inside or on the edge.
    pub fn contains(&self, [lon, lat]: Position) -> bool {
        (self.west..=self.east).contains(&lon) && (self.south..=self.north).contains(&lat)
    }

    /// The middle.
    pub fn centre(&self) -> Position {
        [f64::midpoint(self.west, self.east), f64::midpoint(self.south, self.north)]
    }

    /// Larger on each side by about `metres` (one degree of latitude is 111,320 m).
    #[must_use]
    pub fn widened(&self, metres: f64) -> Self {
        let lat = metres / 111_320.0;
        let lon = lat / self.centre()[1].to_radians().cos().max(0.01);
        Self {
            west: self.west - lon,
            south: self.south - lat,
            east: self.east + lon,
            north: self.north + lat,
        }
    }
}
