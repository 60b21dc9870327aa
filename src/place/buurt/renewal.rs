//! Importing a buurt again: which map it keeps. A map that is in use is never taken away by an import that has none, or hardly
//! any: without a file of OpenStreetMap, or with one that covers another part of town.
//!
//! Where the boundary changed, the new one counts from now on; the map that stays is cut anew at it. What the old map never
//! had, beyond the old boundary and its margin, is empty: that is told, so that somebody can import it with OpenStreetMap.

use geo::{Geometry, LineString, MultiLineString};

use super::{
    Class, Feature, Plattegrond, area, assemble::RawShape, clip::Cutter, error::BuurtError, model::BuurtRef,
    rows::Rows as _,
};

/// A map with fewer things than this part of the old one is from a file that does not cover the buurt.
const POORER: usize = 2;

/// What became of a buurt that is imported again.
pub(super) struct Renewal {
    pub plattegrond: Plattegrond,
    /// It is the map that was there.
    pub kept: bool,
    /// … and the boundary is another than the one for which it was made.
    pub moved: bool,
}

/// The map that a buurt has from now on: the new one, unless that would take away what is there and nobody said so.
///
/// # Errors
/// A boundary that cannot be measured.
pub(super) fn renewed(
    new: Plattegrond,
    old: Option<Plattegrond>,
    replace: bool,
) -> Result<Renewal, BuurtError> {
    let Some(old) = old.filter(|old| !replace && things(&new) * POORER < things(old)) else {
        return Ok(Renewal { plattegrond: new, kept: false, moved: false });
    };
    let moved = old.boundary() != new.boundary();
    let boundary: Vec<Feature> = new.of(Class::Boundary).cloned().collect();
    let (attribution, invented) = (old.attribution.clone(), old.invented);
    let mut features = if moved {
        recut(&old, new.boundary().ok_or(BuurtError::NoBoundary)?)?
    } else {
        old.features.into_iter().filter(|one| one.properties.class != Class::Boundary).collect()
    };
    features.extend(boundary);
    let BuurtRef { code, name } = new.buurt;
    let plattegrond = Plattegrond::new(BuurtRef { code, name }, attribution, invented, features)?;
    Ok(Renewal { plattegrond, kept: true, moved })
}

/// What is drawn, the boundary not counted.
fn things(plattegrond: &Plattegrond) -> usize {
    plattegrond.features.len().saturating_sub(plattegrond.of(Class::Boundary).count())
}

/// What remains of the things of a map within a boundary and its margin.
fn recut(old: &Plattegrond, boundary: &Geometry) -> Result<Vec<Feature>, BuurtError> {
    let cutter = Cutter::new(boundary)?;
    let things = old.features.iter().filter(|one| one.properties.class != Class::Boundary);
    let cut = things.filter_map(|one| {
        let geometry = match &one.geometry {
            Geometry::MultiLineString(lines) => {
                joined(lines.iter().filter_map(|line| cutter.cut(&RawShape::Line(line.clone()))))
            }
            Geometry::LineString(line) => cutter.cut(&RawShape::Line(line.clone())),
            Geometry::Point(point) => cutter.point(&RawShape::Point(point.0)),
            surface => cutter.cut(&RawShape::Area(area::polygons(surface).0)),
        };
        Some(Feature::new(one.id.clone(), one.properties.clone(), geometry?))
    });
    Ok(cut.collect())
}

/// Pieces of lines as one geometry.
fn joined(pieces: impl Iterator<Item = Geometry>) -> Option<Geometry> {
    let mut lines: Vec<LineString> = Vec::new();
    for piece in pieces {
        lines.extend(piece.lines().into_iter().cloned());
    }
    match lines.len() {
        0 => None,
        1 => lines.pop().map(Geometry::LineString),
        _ => Some(Geometry::MultiLineString(MultiLineString(lines))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::buurt::Properties;
    use geo::Polygon;

    /// A map 270 m wide from `west` on, with so many streets across it that begin and end far away.
    fn map(west: f64, streets: u32) -> Plattegrond {
        let (south, north, east) = (52.298, 52.302, west + 0.004);
        let ring = vec![[west, south], [east, south], [east, north], [west, north], [west, south]];
        let feature = |id: &str, class, geometry| {
            Feature::new(id.to_owned(), Properties { class, name: Some(id.to_owned()), kind: None }, geometry)
        };
        let street = |n: u32| {
            let lat = south + f64::from(n) * 0.0001;
            let line = vec![[4.89, lat], [4.91, lat]];
            feature(&format!("w{n}"), Class::Street, Geometry::LineString(line.into()))
        };
        let mut features: Vec<Feature> = (0..streets).map(street).collect();
        features.push(feature(
            "T1",
            Class::Boundary,
            Geometry::Polygon(Polygon::new(ring.into(), Vec::new())),
        ));
        let attribution = if streets > 0 { "© OpenStreetMap-bijdragers" } else { "" };
        let buurt = BuurtRef { code: "T1".into(), name: "Testbuurt".into() };
        Plattegrond::new(buurt, attribution.to_owned(), false, features).unwrap()
    }

    #[test]
    fn an_import_without_a_map_or_with_hardly_any_keeps_the_one_that_is_there() {
        for few in [0, 1, 4] {
            let renewed = renewed(map(4.898, few), Some(map(4.898, 10)), false).unwrap();
            assert!(renewed.kept && !renewed.moved);
            assert_eq!(renewed.plattegrond, map(4.898, 10));
        }
    }

    #[test]
    fn a_map_is_replaced_by_one_that_is_as_rich_or_where_somebody_said_so() {
        for (new, old, replace) in [(5, 10, false), (10, 5, false), (0, 0, false), (0, 10, true)] {
            let renewed = renewed(map(4.898, new), Some(map(4.898, old)), replace).unwrap();
            assert!(!renewed.kept && !renewed.moved);
            assert_eq!(renewed.plattegrond, map(4.898, new));
        }
        assert!(!renewed(map(4.898, 0), None, false).unwrap().kept);
    }

    #[test]
    fn where_the_boundary_moved_the_map_that_stays_is_cut_at_the_new_one() {
        let renewed = renewed(map(4.900, 0), Some(map(4.898, 10)), false).unwrap();
        assert!(renewed.kept && renewed.moved);
        let map = renewed.plattegrond;
        assert_eq!(
            (map.of(Class::Street).count(), map.attribution.as_str()),
            (10, "© OpenStreetMap-bijdragers")
        );
        assert!((map.bbox().unwrap().west - 4.9).abs() < 1e-9);
        let west = map.of(Class::Street).flat_map(|one| one.geometry.positions()).map(|at| at[0]);
        let west = west.fold(f64::MAX, f64::min);
        // 150 m at this latitude are 0.0022°.
        assert!((west - 4.8978).abs() < 0.0001, "{west}");
    }
}
