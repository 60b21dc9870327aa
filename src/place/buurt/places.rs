//! Places that are everybody's: a school, a mosque, a square. Shops, cafés and stops are not among them: behind a
//! counter stands one person, and a stop is no strength by itself.

use geo::{
    Contains as _, Coord, Distance as _, Euclidean, Geometry, MapCoords as _, MultiPolygon, Point, Polygon,
};

use super::{Class, CoordinateError, Feature, Metric, Named, NamedKind, Place, PlaceKind, Rd, polygons};

/// A pin this near a place that is drawn as a point may be about it, metres: its building and the pavement before it.
const AT_PLACE_M: f64 = 60.0;
/// And this near the edge of a square, park or field.
const AT_EDGE_M: f64 = 25.0;
/// Most places to choose from.
const MOST: usize = 4;

const PUBLIC: [PlaceKind; 10] = [
    PlaceKind::School,
    PlaceKind::Library,
    PlaceKind::Community,
    PlaceKind::Care,
    PlaceKind::Mosque,
    PlaceKind::Church,
    PlaceKind::Worship,
    PlaceKind::Playground,
    PlaceKind::Market,
    PlaceKind::Sport,
];

struct Public {
    named: Named,
    at: Coord,
    /// Its outline, of a square, park or field.
    ground: Vec<Polygon>,
}

/// The public places of an area that have a name, in its metres.
#[derive(Default)]
pub struct Places(Vec<Public>);

impl Places {
    /// Takes the public places out of a plattegrond.
    ///
    /// # Errors
    /// A place that cannot be measured.
    pub(super) fn new<'a>(
        metric: &Metric,
        features: &'a [Feature],
        names: impl Iterator<Item = &'a Named>,
    ) -> Result<Self, CoordinateError> {
        let mut all = Vec::new();
        for named in names {
            let place = matches!(named.kind, NamedKind::Place(kind) if PUBLIC.contains(&kind));
            if !place && named.kind != NamedKind::Area {
                continue;
            }
            let at = metric.metres(Place { lon: named.lon, lat: named.lat })?;
            let mut ground = Vec::new();
            if !place {
                for feature in features.iter().filter(|feature| is_ground(feature, &named.name)) {
                    ground.extend(in_metres(metric, &feature.geometry)?);
                }
            }
            all.push(Public { named: named.clone(), at, ground });
        }
        Ok(Self(all))
    }

    /// The places that a pin here may be about, each name once: buildings and the like, the nearest first, then the
    /// square or park it lies in or at.
    pub fn near(&self, at: Rd) -> Vec<&Named> {
        let at = Coord { x: at.x, y: at.y };
        let mut near: Vec<(bool, f64, &Named)> = self.0.iter().filter_map(|place| place.reach(at)).collect();
        near.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut names: Vec<&Named> = Vec::new();
        for (_, _, named) in near {
            if !names.iter().any(|known| known.name == named.name) {
                names.push(named);
            }
        }
        names.truncate(MOST);
        names
    }
}

impl Public {
    /// Whether it is an area, how far it is, and what it is called; nothing where it is too far away.
    fn reach(&self, at: Coord) -> Option<(bool, f64, &Named)> {
        let point = Point::from(at);
        if self.ground.is_empty() {
            let away = Euclidean.distance(point, Point::from(self.at));
            return (away <= AT_PLACE_M).then_some((false, away, &self.named));
        }
        let away = self
            .ground
            .iter()
            .map(|ground| if ground.contains(&point) { 0.0 } else { Euclidean.distance(&point, ground) });
        let away = away.fold(f64::INFINITY, f64::min);
        (away <= AT_EDGE_M).then_some((true, away, &self.named))
    }
}

fn is_ground(feature: &Feature, name: &str) -> bool {
    let class = feature.properties.class;
    matches!(class, Class::Square | Class::Green | Class::Wood | Class::Sport)
        && feature.properties.name.as_deref().map(str::trim) == Some(name)
}

fn in_metres(metric: &Metric, geometry: &Geometry) -> Result<MultiPolygon, CoordinateError> {
    polygons(geometry).try_map_coords(|at| metric.metres(Place { lon: at.x, lat: at.y }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::buurt::{Area, Plattegrond};

    fn near(lon: f64, lat: f64) -> Vec<String> {
        let drawn = Plattegrond::from_geojson(include_str!("../../../maps/voorbeeldbuurt.geojson")).unwrap();
        let area = Area::new([drawn.boundary().unwrap()]).unwrap();
        let index = drawn.index();
        let places = Places::new(area.metric(), &drawn.features, index.all()).unwrap();
        let at = area.metric().metres(Place { lon, lat }).unwrap();
        places.near(Rd { x: at.x, y: at.y }).into_iter().map(|named| named.name.clone()).collect()
    }

    #[test]
    fn a_pin_at_a_church_may_be_about_the_church_and_one_on_a_square_about_the_square() {
        assert_eq!(near(4.820_304, 52.345_234).first().map(String::as_str), Some("Vredekerk"));
        let square = near(4.820_504, 52.342_656);
        assert!(square.iter().any(|name| name == "Hoedenmakersplein"), "{square:?}");
    }

    #[test]
    fn a_pavement_before_homes_a_shop_and_a_stop_are_no_public_place() {
        assert_eq!(near(4.821_863, 52.346_858), Vec::<String>::new());
        let drawn = Plattegrond::from_geojson(include_str!("../../../maps/voorbeeldbuurt.geojson")).unwrap();
        let index = drawn.index();
        for named in index.all() {
            let NamedKind::Place(kind) = named.kind else { continue };
            let told = near(named.lon, named.lat).contains(&named.name);
            // A stop may be called as the square it is at.
            let same = index.all().filter(|other| other.name == named.name).count() > 1;
            assert!(told == PUBLIC.contains(&kind) || same, "{named:?}");
        }
    }
}
