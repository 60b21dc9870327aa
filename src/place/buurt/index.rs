//! The names on a plattegrond, each with a point that stands for it.

use std::collections::BTreeMap;

use geo::Geometry;

use super::feature::{Feature, Plattegrond};
use super::model::{Class, Position};
use super::rows::Rows as _;
use super::search::{Named, NamedKind, ranked, words};

/// What has one name and lies within so many degrees of latitude (150 m) of each other is one place to people: a square and its stop.
const SAME_PLACE: f64 = 150.0 / 111_320.0;

/// All names of one plattegrond, sorted, each once.
#[derive(Debug, Clone, PartialEq)]
pub struct Index {
    entries: Vec<Named>,
}

impl Index {
    /// Collects the names. All pieces of one street are one entry, on the middle of its longest piece; places of one
    /// kind and name (the two sides of a stop) are one entry too; of what else has one name and lies close by, the street comes
    /// before the square, and both before a place.
    pub fn new(plattegrond: &Plattegrond) -> Self {
        let mut best: BTreeMap<(String, NamedKind), (f64, Position, String)> = BTreeMap::new();
        for feature in &plattegrond.features {
            let Some((name, kind)) = named(feature) else { continue };
            let (length, position) = standing_point(&feature.geometry);
            let entry =
                best.entry((words(name).join(" "), kind)).or_insert((-1.0, position, name.to_owned()));
            if length > entry.0 {
                *entry = (length, position, name.to_owned());
            }
        }
        let mut entries: Vec<Named> = Vec::new();
        let mut alike = (String::new(), 0);
        for ((words, kind), (_, [lon, lat], name)) in best {
            if alike.0 != words {
                alike = (words, entries.len());
            }
            let is_here = |other: &Named| step([lon, lat], [other.lon, other.lat]) <= SAME_PLACE;
            if !entries[alike.1..].iter().any(is_here) {
                entries.push(Named { name, kind, lon, lat });
            }
        }
        Self { entries }
    }

    /// Everything, in alphabetical order.
    pub fn all(&self) -> impl Iterator<Item = &Named> {
        self.entries.iter()
    }

    /// As [`ranked`].
    pub fn search(&self, query: &str) -> Vec<&Named> {
        let found = ranked(self.entries.iter().map(|named| named.name.as_str()), query);
        found.into_iter().map(|at| &self.entries[at]).collect()
    }
}

fn named(feature: &Feature) -> Option<(&str, NamedKind)> {
    let name = feature.properties.name.as_deref().map(str::trim).filter(|name| !name.is_empty())?;
    let kind = match feature.properties.class {
        class if class.is_street() => NamedKind::Street,
        Class::Place => NamedKind::Place(feature.properties.place_kind()?),
        Class::Water | Class::Waterway => NamedKind::Water,
        Class::Green | Class::Wood | Class::Sport | Class::Square => NamedKind::Area,
        _ => return None,
    };
    Some((name, kind))
}

/// How large a piece is (only to compare with other pieces), and a point on it.
fn standing_point(geometry: &Geometry) -> (f64, Position) {
    if let Geometry::Point(point) = geometry {
        return (0.0, [point.x(), point.y()]);
    }
    let rows = geometry.lines().into_iter().map(|line| line.0.iter().map(|at| [at.x, at.y]).collect());
    let longest = rows.map(|row: Vec<Position>| (length(&row), row)).max_by(|a, b| a.0.total_cmp(&b.0));
    let Some((length, row)) = longest else { return (0.0, [0.0, 0.0]) };
    let area = matches!(geometry, Geometry::Polygon(_) | Geometry::MultiPolygon(_));
    (length, if area { middle_of_ring(&row) } else { halfway(&row, length) })
}

/// In degrees with the shrinking of longitudes taken into account: good enough to compare.
fn length(line: &[Position]) -> f64 {
    line.windows(2).map(|pair| step(pair[0], pair[1])).sum()
}

fn step(a: Position, b: Position) -> f64 {
    ((b[0] - a[0]) * a[1].to_radians().cos()).hypot(b[1] - a[1])
}

fn halfway(line: &[Position], length: f64) -> Position {
    let mut left = length / 2.0;
    for pair in line.windows(2) {
        let piece = step(pair[0], pair[1]);
        if piece > 0.0 && left <= piece {
            let part = left / piece;
            return [0, 1].map(|axis| round6(pair[0][axis] + (pair[1][axis] - pair[0][axis]) * part));
        }
        left -= piece;
    }
    line.last().copied().unwrap_or([0.0, 0.0])
}

/// A point inside the ring: the middle of the longest stretch of a level line through the ring's middle height.
fn middle_of_ring(ring: &[Position]) -> Position {
    let lats = ring.iter().map(|position| position[1]);
    let (south, north) = lats.fold((f64::MAX, f64::MIN), |(low, high), lat| (low.min(lat), high.max(lat)));
    let level = f64::midpoint(south, north);
    let mut crossings: Vec<f64> = ring
        .windows(2)
        .filter(|pair| (pair[0][1] > level) != (pair[1][1] > level))
        .map(|pair| pair[0][0] + (level - pair[0][1]) / (pair[1][1] - pair[0][1]) * (pair[1][0] - pair[0][0]))
        .collect();
    crossings.sort_by(f64::total_cmp);
    let widest = crossings.chunks_exact(2).max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])));
    widest.map_or_else(
        || ring.first().copied().unwrap_or([0.0, 0.0]),
        |pair| [round6(f64::midpoint(pair[0], pair[1])), round6(level)],
    )
}

fn round6(degrees: f64) -> f64 {
    (degrees * 1e6).round() / 1e6
}

impl Plattegrond {
    /// The names on this plattegrond.
    pub fn index(&self) -> Index {
        Index::new(self)
    }
}
