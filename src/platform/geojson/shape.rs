//! Where a feature of a stranger is, as far as it can be understood.

use geojson::{Geometry, GeometryValue, Position};
use serde::Deserialize as _;
use serde_json::Value;

/// The kinds of RFC 7946 that have coordinates, and how deep these lie.
const KINDS: [(&str, usize); 6] = [
    ("Point", 0),
    ("MultiPoint", 1),
    ("LineString", 1),
    ("MultiLineString", 2),
    ("Polygon", 2),
    ("MultiPolygon", 3),
];
const COLLECTION: &str = "GeometryCollection";

/// The shape of a feature. Positions have two numbers: a height, and what some programs write behind it, is not looked at
/// (§3.1.1).
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// There is none.
    None,
    /// One that has coordinates; whether rings are closed is not looked at.
    Known(GeometryValue),
    /// Several, each for itself: a line that is broken does not take the surface beside it along.
    Several(Vec<Shape>),
    /// Of this kind, but its coordinates are not those of that kind.
    Broken(&'static str),
    /// Of a kind that RFC 7946 does not know.
    Other(String),
}

impl Shape {
    /// What a geometry says.
    pub fn of(mut geometry: Value) -> Self {
        let Some(name) = geometry["type"].as_str().map(str::to_owned) else { return Self::None };
        if name == COLLECTION {
            return match geometry["geometries"].take() {
                Value::Array(all) => Self::Several(all.into_iter().map(Self::of).collect()),
                _ => Self::Broken(COLLECTION),
            };
        }
        let Some(&(kind, depth)) = KINDS.iter().find(|(kind, _)| *kind == name) else {
            return Self::Other(name);
        };
        // What else stands in a geometry is not looked at, and so cannot be wrong.
        let mut coordinates = geometry["coordinates"].take();
        if !flattened(&mut coordinates, depth) {
            return Self::Broken(kind);
        }
        let members = [("type".to_owned(), kind.into()), ("coordinates".to_owned(), coordinates)];
        let geometry = Geometry::deserialize(Value::Object(members.into_iter().collect()));
        geometry.map_or(Self::Broken(kind), |geometry| Self::Known(geometry.value))
    }
}

/// Leaves two numbers of each position; whether there were as many. The crate takes a position of one number, or none, for
/// one, and then stops the program when it is turned into a place.
fn flattened(coordinates: &mut Value, depth: usize) -> bool {
    let Value::Array(all) = coordinates else { return false };
    if depth == 0 {
        all.truncate(2);
        return all.len() == 2 && all.iter().all(Value::is_number);
    }
    all.iter_mut().all(|inner| flattened(inner, depth - 1))
}

/// A geometry as `geo` has it. Nothing where a position has fewer than two numbers, on which the crate stops the program, or a
/// ring is open, which `geo` closes without a word; nor for a collection.
pub fn geometry(value: &GeometryValue) -> Option<geo::Geometry> {
    let row = |row: &Vec<Position>| row.iter().all(|at| at.len() >= 2);
    let ring = |ring: &Vec<Position>| row(ring) && ring.first() == ring.last();
    let is_whole = match value {
        GeometryValue::Point { coordinates } => coordinates.len() >= 2,
        GeometryValue::MultiPoint { coordinates } | GeometryValue::LineString { coordinates } => {
            row(coordinates)
        }
        GeometryValue::MultiLineString { coordinates } => coordinates.iter().all(row),
        GeometryValue::Polygon { coordinates } => coordinates.iter().all(ring),
        GeometryValue::MultiPolygon { coordinates } => coordinates.iter().flatten().all(ring),
        GeometryValue::GeometryCollection { .. } => false,
    };
    if is_whole { value.try_into().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(kind: &str, coordinates: &Value) -> Shape {
        Shape::of(json!({"type": kind, "coordinates": coordinates}))
    }

    #[test]
    fn heights_go_and_what_is_no_number_behind_them_too() {
        let flat = of("LineString", &json!([[4.9, 52.3], [4.8, 52.3]]));
        assert!(matches!(flat, Shape::Known(GeometryValue::LineString { .. })));
        for line in [json!([[4.9, 52.3, 0], [4.8, 52.3, 1, 7]]), json!([[4.9, 52.3, null], [4.8, 52.3, "x"]])]
        {
            assert_eq!(of("LineString", &line), flat, "{line}");
        }
    }

    #[test]
    fn coordinates_that_are_not_those_of_their_kind_are_told_with_it_and_never_stop_the_program() {
        for (kind, coordinates) in [
            ("Point", json!([])),
            ("Point", json!([4.9])),
            ("Point", json!([[4.9, 52.3]])),
            ("LineString", json!([[4.9, 52.3], []])),
            ("Polygon", json!([[[4.9, 52.3], [4.9]]])),
            ("Polygon", json!([["4.9", "52.3"]])),
            ("MultiPolygon", json!([[[4.9, 52.3]]])),
            ("MultiPolygon", Value::Null),
        ] {
            assert_eq!(of(kind, &coordinates), Shape::Broken(kind), "{coordinates}");
        }
    }

    #[test]
    fn a_broken_member_of_a_collection_leaves_the_others_whole() {
        let point = json!({"type": "Point", "coordinates": [4.9, 52.3]});
        let several =
            json!({"type": COLLECTION, "geometries": [{"type": "Point"}, {"type": "Circle"}, 7, point]});
        let known = Shape::Known(GeometryValue::new_point([4.9, 52.3]));
        let members = vec![Shape::Broken("Point"), Shape::Other("Circle".to_owned()), Shape::None, known];
        assert_eq!(Shape::of(several), Shape::Several(members));
        assert_eq!(Shape::of(json!({"type": COLLECTION})), Shape::Broken(COLLECTION));
        assert_eq!((Shape::of(Value::Null), Shape::of(json!({}))), (Shape::None, Shape::None));
    }
}
