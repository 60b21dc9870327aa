//! The only door to MapLibre: a map in a page, on the server's drawing first.

#[cfg(feature = "hydrate")]
mod live;
#[cfg(not(feature = "hydrate"))]
mod unseen;

#[cfg(feature = "hydrate")]
pub use live::MapHandle;
#[cfg(not(feature = "hydrate"))]
pub use unseen::MapHandle;

#[cfg(feature = "ssr")]
use serde::Serialize;
use serde_json::{Value, json};

/// What a map needs to open. The server makes it; the browser hands it on as JSON.
#[cfg(feature = "ssr")]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MapOptions {
    /// Address of the plattegrond's GeoJSON.
    pub plattegrond_url: String,
    /// West, south, east, north in degrees.
    pub bbox: [f64; 4],
    /// Words on the map's own buttons.
    pub labels: MapLabels,
}

/// Words on the map's own buttons.
#[cfg(feature = "ssr")]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MapLabels {
    /// What the map is, for a screen reader.
    pub map: String,
    /// Closer.
    pub zoom_in: String,
    /// Further away.
    pub zoom_out: String,
}

/// A pin to show on the map.
#[derive(Debug, Clone)]
pub struct ShownPin {
    /// UUID.
    pub id: String,
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
    /// Kind of observation.
    pub kind: crate::session::Kind,
    /// One's own: larger, and a button.
    pub own: bool,
    /// Not sent yet.
    pub waiting: bool,
    /// What it is, for a screen reader.
    pub label: String,
}

impl ShownPin {
    /// As the bindings read it.
    pub fn json(&self) -> Value {
        json!({
            "id": self.id, "lon": self.lon, "lat": self.lat, "kind": self.kind.word(), "own": self.own,
            "waiting": self.waiting, "label": self.label,
        })
    }
}
