//! A pin as the device sends it and keeps it until it is sent. The crate with which the server reads and writes GeoJSON is no
//! load for a tablet: this is all of it that a device needs.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::input::pins::{Pin, properties, read_properties};
use crate::place::buurt::Place;

/// A pin as a feature, without whose it is.
pub(super) fn feature(pin: &Pin) -> Value {
    json!({"type": "Feature", "geometry": geometry(pin.place), "properties": properties(pin)})
}

/// A place as a geometry; `null` for "over de hele buurt".
pub(super) fn geometry(place: Option<Place>) -> Value {
    place.map_or(Value::Null, |place| json!({"type": "Point", "coordinates": [place.lon, place.lat]}))
}

/// A point, or none.
pub(super) fn read_place(geometry: &Value) -> Option<Place> {
    let at = &geometry["coordinates"];
    at[0].as_f64().zip(at[1].as_f64()).map(|(lon, lat)| Place { lon, lat })
}

/// A pin that this device kept.
pub(super) fn read_feature(kept: &Value) -> Option<(Pin, Uuid)> {
    read_properties(read_place(&kept["geometry"]), kept.get("properties"), Vec::new()).ok()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::platform::geojson::json as written;

    #[test]
    fn a_device_writes_and_reads_a_pin_as_the_server_does() {
        let person = Uuid::nil();
        for place in [Some(Place { lon: 4.93, lat: 52.35 }), None] {
            let said = json!({"kind": "zorg", "text": "Donker", "participant": person, "people": 3});
            let (pin, _) = read_properties(place, Some(&said), Vec::new()).unwrap();
            let mut sent = feature(&pin);
            assert_eq!(sent, written(&crate::input::pins::feature(&pin)));
            sent["properties"]["participant"] = person.to_string().into();
            assert_eq!(read_feature(&sent), Some((pin.clone(), person)));
            assert_eq!(crate::input::pins::read_feature(&sent), Ok((pin, person)));
        }
    }
}
