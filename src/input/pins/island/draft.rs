//! What is being made or changed and was not sent yet. It is kept on the device until the turn ends, so that a reload, the
//! form without map or the way back to the map find it again; `ui/pages/turn-page.mjs` reads and writes the same.

use serde_json::{Value, json};

use super::own::Own;
use crate::input::pins::Pin;
use crate::input::session::{Kind, Moment};
use crate::place::buurt::Place;

/// What is being made.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Draft {
    pub place: Option<Place>,
    pub kind: Option<Kind>,
    pub chosen: Vec<String>,
    pub text: String,
    /// Chosen in the form without map; the panel asks afterwards.
    pub theme: Option<String>,
    /// See `theme`.
    pub moment: Option<Moment>,
}

/// A pin of one's own that is being changed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Edit {
    pub id: String,
    pub text: String,
    pub kind: Kind,
}

impl Edit {
    pub fn of(own: &Own) -> Self {
        Self { id: own.id.clone(), text: own.pin.text.clone(), kind: own.pin.kind }
    }

    pub fn differs(&self, pin: &Pin) -> bool {
        self.text != pin.text || self.kind != pin.kind
    }

    pub fn json(&self) -> Value {
        json!({ "id": self.id, "text": self.text, "kind": self.kind })
    }

    pub fn read(kept: &Value) -> Option<Self> {
        let text = |name: &str| kept[name].as_str();
        Some(Self {
            id: text("id")?.to_owned(),
            text: text("text")?.to_owned(),
            kind: text("kind")?.parse().ok()?,
        })
    }
}

impl Draft {
    /// As the device keeps it; a place is a pair of degrees, or null for "over de hele buurt".
    pub fn json(&self) -> Value {
        json!({
            "place": self.place.map(|place| [place.lon, place.lat]), "kind": self.kind, "chosen": self.chosen,
            "text": self.text, "theme": self.theme, "moment": self.moment,
        })
    }

    pub fn read(kept: &Value) -> Self {
        let text = |name: &str| kept[name].as_str().map(str::to_owned);
        let (lon, lat) = (kept["place"][0].as_f64(), kept["place"][1].as_f64());
        let chosen = kept["chosen"].as_array().into_iter().flatten();
        Self {
            place: lon.zip(lat).map(|(lon, lat)| Place { lon, lat }),
            kind: text("kind").and_then(|kind| kind.parse().ok()),
            chosen: chosen.filter_map(|word| word.as_str().map(str::to_owned)).collect(),
            text: text("text").unwrap_or_default(),
            theme: text("theme").filter(|theme| !theme.is_empty()),
            moment: text("moment").and_then(|moment| moment.parse().ok()),
        }
    }
}
