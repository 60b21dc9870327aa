//! A pin as a feature of GeoJSON, sent and answered.

use geojson::{Feature, Geometry, GeometryValue};
use serde::Deserialize as _;
use serde_json::Value;
use uuid::Uuid;

use super::model::{Pin, Wrong, keep, properties, read_properties};
use crate::place::buurt::Place;
use crate::platform::geojson as files;

/// Reads a feature: the pin and whose it is. Says everything that is wrong at once.
///
/// # Errors
/// Each field that breaks a rule.
pub fn read_feature(body: &Value) -> Result<(Pin, Uuid), Vec<Wrong>> {
    let mut wrong = Vec::new();
    if !files::is_feature(body) {
        wrong.push(Wrong::at("/type", "pins-wrong-feature"));
    }
    let place = keep(read_geometry(body.get("geometry")), &mut wrong).flatten();
    read_properties(place, body.get("properties"), wrong)
}

fn read_geometry(value: Option<&Value>) -> Result<Option<Place>, Wrong> {
    let value = value.ok_or(Wrong::at("/geometry", "pins-wrong-geometry"))?;
    if value.is_null() {
        return Ok(None);
    }
    if value["type"] != "Point" {
        return Err(Wrong::at("/geometry", "pins-wrong-geometry"));
    }
    match Geometry::deserialize(value).map(|geometry| geometry.value) {
        // A height may stand behind, as RFC 7946 allows; it is not kept.
        Ok(GeometryValue::Point { coordinates: at }) if (2..=3).contains(&at.len()) => {
            if at[0].abs() > 180.0 || at[1].abs() > 90.0 {
                return Err(Wrong::at("/geometry/coordinates", "pins-wrong-range"));
            }
            Ok(Some(Place { lon: at[0], lat: at[1] }))
        }
        _ => Err(Wrong::at("/geometry/coordinates", "pins-wrong-coordinates")),
    }
}

/// A pin as a feature, without whose it is.
pub fn feature(pin: &Pin) -> Feature {
    files::feature(pin.place.map(point), properties(pin))
}

/// A place as a geometry.
pub fn point(place: Place) -> GeometryValue {
    GeometryValue::new_point([place.lon, place.lat])
}

#[cfg(test)]
mod tests {
    use super::{feature, read_feature};
    use crate::input::pins::merge;
    use crate::platform::geojson::json as written;
    use serde_json::{Value, json};

    fn sent() -> Value {
        json!({"type": "Feature", "geometry": {"type": "Point", "coordinates": [4.93, 52.35]},
               "properties": {"kind": "kracht", "text": "De bibliotheek", "participant": "6a1c1d70-9a4b-4b0e-8f6e-0d6d0a7f8b11"}})
    }

    fn rules(body: &Value) -> Vec<&'static str> {
        read_feature(body).unwrap_err().iter().map(|wrong| wrong.rule).collect()
    }

    #[test]
    fn a_feature_is_read_with_one_person_behind_it() {
        let (pin, _) = read_feature(&sent()).unwrap();
        assert_eq!((pin.people, pin.text.as_str(), pin.theme), (1, "De bibliotheek", None));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let mut body = sent();
        body["properties"] = json!({"kind": "klacht", "text": "  \u{2003}", "people": 21, "moment": 5});
        assert_eq!(
            rules(&body),
            [
                "pins-wrong-participant",
                "pins-wrong-kind",
                "pins-wrong-text-empty",
                "pins-wrong-moment",
                "pins-wrong-people"
            ]
        );
    }

    #[test]
    fn a_body_that_is_no_feature_is_refused_not_guessed() {
        for body in [json!(null), json!([]), json!("x"), json!({"type": "Point"}), json!({"type": "Feature"})]
        {
            assert!(read_feature(&body).is_err(), "{body}");
        }
    }

    #[test]
    fn a_patch_can_take_a_pin_off_the_map() {
        let mut body = sent();
        merge(&mut body, &json!({"geometry": null, "properties": {"theme": "wonen", "text": "Anders"}}));
        let (pin, _) = read_feature(&body).unwrap();
        assert_eq!((pin.place, pin.text.as_str(), pin.theme.as_deref()), (None, "Anders", Some("wonen")));
    }

    #[test]
    fn a_place_has_two_or_three_numbers_and_is_on_the_globe() {
        let with = |geometry: Value| {
            let mut body = sent();
            body["geometry"] = geometry;
            body
        };
        let point = |coordinates: Value| with(json!({"type": "Point", "coordinates": coordinates}));
        let place =
            |coordinates| read_feature(&point(coordinates)).unwrap().0.place.map(|at| [at.lon, at.lat]);
        assert_eq!(place(json!([4.93, 52.35])), Some([4.93, 52.35]));
        assert_eq!(place(json!([4, 52, 1.5])), Some([4.0, 52.0]));
        for coordinates in [
            json!([]),
            json!([4.93]),
            json!([[4.93, 52.35]]),
            json!([4.93, "52"]),
            json!([4, 52, 1, 2]),
            json!(null),
        ] {
            assert_eq!(rules(&point(coordinates.clone())), ["pins-wrong-coordinates"], "{coordinates}");
        }
        assert_eq!(rules(&point(json!([181, 52]))), ["pins-wrong-range"]);
        for geometry in
            [json!({"type": "LineString", "coordinates": [[4, 52], [5, 52]]}), json!({}), json!(7)]
        {
            assert_eq!(rules(&with(geometry)), ["pins-wrong-geometry"]);
        }
        let mut nowhere = sent();
        nowhere.as_object_mut().unwrap().remove("geometry");
        assert_eq!(rules(&nowhere), ["pins-wrong-geometry"]);
    }

    #[test]
    fn a_pin_is_written_as_it_always_was_so_that_the_same_again_is_known() {
        let (pin, _) = read_feature(&sent()).unwrap();
        let text = r#"{"geometry":{"coordinates":[4.93,52.35],"type":"Point"},"properties":{"created_at":null,"kind":"kracht","moment":null,"people":1,"text":"De bibliotheek","theme":null},"type":"Feature"}"#;
        assert_eq!(written(&feature(&pin)).to_string(), text);
    }
}
