//! Writing features and collections.

use geojson::{Feature, FeatureCollection, GeometryValue};
use serde::Serialize;
use serde_json::{Map, Value};

/// A feature: what has no place has `null` for a geometry. `properties` are an object.
///
/// ```
/// use buurtblik::platform::geojson::{feature, json};
///
/// let bench = feature(Some((&geo::point! { x: 4.93, y: 52.35 }).into()), serde_json::json!({"kind": "kracht"}));
/// assert_eq!(json(&bench)["geometry"]["coordinates"][1], 52.35);
/// ```
pub fn feature(geometry: Option<GeometryValue>, properties: Value) -> Feature {
    Feature { geometry: geometry.map(Into::into), properties: members(properties), ..Feature::default() }
}

/// A collection; beside its features stand the members of an object of its maker, as §6.1 allows.
pub fn collection(features: Vec<Feature>, beside: Value) -> FeatureCollection {
    FeatureCollection { features, foreign_members: members(beside), bbox: None }
}

fn members(object: Value) -> Option<Map<String, Value>> {
    match object {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

/// A part of GeoJSON as JSON, its members in the order of the alphabet; a number that is none is `null`.
pub fn json(part: &impl Serialize) -> Value {
    // The crate's types hold nothing that is no JSON.
    serde_json::to_value(part).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_lies_nowhere_has_null_for_a_geometry_and_a_number_that_is_none_is_null() {
        assert_eq!(
            json(&collection(vec![feature(None, json!({"b": 1, "a": null}))], json!({"title": "T"})))
                .to_string(),
            r#"{"features":[{"geometry":null,"properties":{"a":null,"b":1},"type":"Feature"}],"title":"T","type":"FeatureCollection"}"#
        );
        let nowhere = GeometryValue::new_point([f64::NAN, 52.0]);
        assert_eq!(
            json(&feature(Some(nowhere), json!({})))["geometry"],
            json!({"type": "Point", "coordinates": [null, 52.0]})
        );
    }
}
