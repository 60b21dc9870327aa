//! Behind the front door: where a pin about something sensitive is kept, so that it points at no home.

use geo::{BoundingRect as _, Contains as _, InterpolatableLine as _, Length as _, LineLocatePoint as _};
use geo::{
    Closest, ClosestPoint as _, Coord, Distance as _, Euclidean, LineString, MapCoords as _, Point, Polygon,
};

use super::{Class, CoordinateError, Feature, Metric, Place, Rows as _, polygons};

/// So near a building a pin is about that building: a finger is not more exact.
const AT_HOME_M: f64 = 10.0;
/// Along a street a pin stands at every so many metres: the nearest point would still point at one door.
const STEP_M: f64 = 50.0;

/// Buildings and streets of an area, in its metres.
pub(super) struct Streets {
    homes: Vec<Polygon>,
    through: Vec<LineString>,
    paths: Vec<LineString>,
}

impl Streets {
    /// Takes the buildings and streets out of a plattegrond.
    ///
    /// # Errors
    /// A place that cannot be measured.
    pub(super) fn new(metric: &Metric, features: &[Feature]) -> Result<Self, CoordinateError> {
        let mut found = Self { homes: Vec::new(), through: Vec::new(), paths: Vec::new() };
        let line =
            |line: &LineString| line.try_map_coords(|at| metric.metres(Place { lon: at.x, lat: at.y }));
        for feature in features {
            match feature.properties.class {
                Class::Building => {
                    for home in &polygons(&feature.geometry) {
                        // A courtyard is of the homes round it.
                        found.homes.push(Polygon::new(line(home.exterior())?, Vec::new()));
                    }
                }
                Class::Street | Class::StreetMain => {
                    for row in feature.geometry.lines() {
                        found.through.push(line(row)?);
                    }
                }
                Class::Service | Class::Path => {
                    for row in feature.geometry.lines() {
                        found.paths.push(line(row)?);
                    }
                }
                _ => {}
            }
        }
        Ok(found)
    }

    /// Whether this place is in or at a building.
    pub(super) fn is_at_home(&self, at: Coord) -> bool {
        let point = Point::from(at);
        self.homes.iter().any(|home| {
            let near = home.bounding_rect().is_some_and(|rect| {
                let (low, high) = (rect.min(), rect.max());
                at.x >= low.x - AT_HOME_M
                    && at.x <= high.x + AT_HOME_M
                    && at.y >= low.y - AT_HOME_M
                    && at.y <= high.y + AT_HOME_M
            });
            near && (home.contains(&point) || Euclidean.distance(&point, home) <= AT_HOME_M)
        })
    }

    /// The place on the nearest street, at a step of [`STEP_M`] along it; on a path where there is no street.
    pub(super) fn nearest(&self, at: Coord) -> Option<Coord> {
        nearest(&self.through, at).or_else(|| nearest(&self.paths, at))
    }
}

fn nearest(lines: &[LineString], at: Coord) -> Option<Coord> {
    let point = Point::from(at);
    let far = |line: &&LineString| match line.closest_point(&point) {
        Closest::Intersection(near) | Closest::SinglePoint(near) => Euclidean.distance(point, near),
        Closest::Indeterminate => f64::INFINITY,
    };
    let line = lines.iter().min_by(|a, b| far(a).total_cmp(&far(b)))?;
    let length = Euclidean.length(line);
    let along = line.line_locate_point(&point)? * length;
    let step = ((along / STEP_M).round() * STEP_M).min(length);
    let place = line.point_at_ratio_from_start(&Euclidean, if length > 0.0 { step / length } else { 0.0 })?;
    Some(place.into())
}

#[cfg(test)]
mod tests {
    use super::{STEP_M, Streets};
    use geo::{Coord, LineString, Polygon};
    use proptest::prelude::{prop_assert, proptest};

    /// A street of 200 m along the x axis, with a row of houses of 6 m wide at 8 to 20 m of it.
    fn row() -> Streets {
        let house = |n: i32| {
            let x = f64::from(n) * 6.0;
            Polygon::new(
                LineString::from(vec![(x, 8.0), (x + 6.0, 8.0), (x + 6.0, 20.0), (x, 20.0), (x, 8.0)]),
                Vec::new(),
            )
        };
        Streets {
            homes: (0..33).map(house).collect(),
            through: vec![LineString::from(vec![(0.0, 0.0), (200.0, 0.0)])],
            paths: Vec::new(),
        }
    }

    #[test]
    fn a_pin_in_a_house_or_its_garden_is_at_home_and_one_across_the_street_is_not() {
        let row = row();
        assert!(row.is_at_home(Coord { x: 50.0, y: 14.0 }));
        assert!(row.is_at_home(Coord { x: 50.0, y: 29.0 }));
        assert!(!row.is_at_home(Coord { x: 50.0, y: 31.0 }));
        assert!(!row.is_at_home(Coord { x: 50.0, y: -3.0 }));
    }

    proptest! {
        #[test]
        fn wherever_in_the_row_somebody_lives_their_pin_stands_where_that_of_eight_houses_stands(x in 0.0..198.0_f64) {
            let row = row();
            let place = row.nearest(Coord { x, y: 14.0 }).unwrap();
            prop_assert!(place.y.abs() < 1e-9 && (place.x / STEP_M).fract().abs() < 1e-9, "{place:?}");
            let same = (0..33).filter(|n| {
                let middle = Coord { x: f64::from(*n) * 6.0 + 3.0, y: 14.0 };
                row.nearest(middle).is_some_and(|other| (other.x - place.x).abs() < 1e-6)
            });
            // At the ends of a street half as many.
            prop_assert!(same.count() >= 4);
        }
    }
}
