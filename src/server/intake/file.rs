//! What stands in the file that a device saves when it may not, or cannot, send any more: GeoJSON, a feature for each thing.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use uuid::Uuid;

/// The start of an address that holds a picture itself.
const PICTURE: &str = "data:image/";

/// One thing that a device held.
pub(super) struct Held {
    /// What is to be done with it.
    pub does: Does,
    /// Its own id.
    pub id: Uuid,
    /// What it is about: a pin, or a walk.
    pub about: Uuid,
    /// Whose turn it was.
    pub participant: Uuid,
    /// The wijksessie it was said in, where the file says so.
    pub code: Option<String>,
}

/// What is to be done with it.
pub(super) enum Does {
    /// A pin, as it would have been put.
    Pin(Value),
    /// A merge patch on a pin.
    Change(Value),
    /// A pin is taken back.
    Remove,
    /// A photo at a pin.
    Photo(Picture),
    /// An answer of a teruglegging.
    Answer(Value),
    /// A walk.
    Walk(Value),
    /// The line of a walk, as GPX.
    Line(String),
    /// A photo of a walk.
    Stop(Picture),
}

/// A picture with its fields, as a form would send them.
pub(super) struct Picture {
    pub bytes: Vec<u8>,
    pub fields: HashMap<String, String>,
}

/// Reads one feature of such a file; nothing where it is none.
pub(super) fn held(feature: &Value) -> Option<Held> {
    let properties = feature["properties"].as_object()?;
    let uuid =
        |value: Option<&Value>| value.and_then(Value::as_str).and_then(|text| Uuid::try_parse(text).ok());
    let participant = uuid(properties.get("participant"))?;
    let id = uuid(feature.get("id"))?;
    let does = match properties.get("does").and_then(Value::as_str) {
        None => Does::Pin(feature.clone()),
        Some("change") => Does::Change(patch(feature, properties)),
        Some("remove") => Does::Remove,
        Some("photo") => Does::Photo(picture(properties)?),
        Some("answer") => Does::Answer(properties.get("patch")?.clone()),
        Some("walk") => Does::Walk(Value::Object(properties.clone())),
        Some("line") => Does::Line(properties.get("gpx")?.as_str()?.to_owned()),
        Some("stop") => Does::Stop(picture(properties)?),
        Some(_) => return None,
    };
    let about = uuid(properties.get("about")).unwrap_or(id);
    let code = properties.get("code").and_then(Value::as_str).map(str::to_owned);
    Some(Held { does, id, about, participant, code })
}

/// The patch as it was said; in files of before it is put together again: there no place meant that it stays.
fn patch(feature: &Value, properties: &Map<String, Value>) -> Value {
    if let Some(patch) = properties.get("patch") {
        return patch.clone();
    }
    let said =
        properties.iter().filter(|(name, _)| !matches!(name.as_str(), "participant" | "about" | "does"));
    let said: Map<String, Value> = said.map(|(name, value)| (name.clone(), value.clone())).collect();
    let mut patch = Map::from_iter([("properties".to_owned(), Value::Object(said))]);
    if !feature["geometry"].is_null() {
        patch.insert("geometry".to_owned(), feature["geometry"].clone());
    }
    Value::Object(patch)
}

fn picture(properties: &Map<String, Value>) -> Option<Picture> {
    let address = properties.get("photo")?.as_str()?;
    let (_, bytes) = address.strip_prefix(PICTURE)?.split_once(";base64,")?;
    let bytes = STANDARD.decode(bytes).ok()?;
    let fields = properties.iter().filter(|(name, _)| *name != "photo").filter_map(|(name, value)| {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        Some((name.clone(), text))
    });
    Some(Picture { bytes, fields: fields.collect() })
}

#[cfg(test)]
mod tests {
    use super::{Does, held};
    use serde_json::json;

    const ONE: &str = "7e57d004-2b97-4e7a-b45f-5387367791cd";

    #[test]
    fn a_change_of_before_moves_nothing_and_one_of_now_is_taken_as_it_was_said() {
        let read = |properties: serde_json::Value| {
            let feature = json!({"type": "Feature", "id": ONE, "geometry": null, "properties": properties});
            match held(&feature).unwrap().does {
                Does::Change(patch) => patch,
                _ => panic!("no change"),
            }
        };
        let before = json!({"participant": ONE, "about": ONE, "does": "change", "moment": "avond"});
        assert_eq!(read(before), json!({"properties": {"moment": "avond"}}));
        let now = json!({"participant": ONE, "does": "change", "patch": {"geometry": null}});
        assert_eq!(read(now), json!({"geometry": null}));
    }

    #[test]
    fn what_is_no_thing_of_a_device_is_passed_over() {
        for feature in [
            json!({"type": "Feature", "geometry": null, "properties": null}),
            json!({"type": "Feature", "id": 5, "properties": {"participant": ONE}}),
            json!({"type": "Feature", "id": ONE, "properties": {"participant": "niemand"}}),
            json!({"type": "Feature", "id": ONE, "properties": {"participant": ONE, "does": "me-too"}}),
            json!({"type": "Feature", "id": ONE, "properties": {"participant": ONE, "does": "photo", "photo": "http://x"}}),
        ] {
            assert!(held(&feature).is_none(), "{feature}");
        }
    }
}
