//! The only door to Leaflet: the server's drawing of a page, as a map that can be moved.

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
    /// The area: west, south, east, north in degrees.
    pub bbox: [f64; 4],
    /// What is drawn, 150 m more on each side: west, south, east, north in degrees.
    pub drawing: [f64; 4],
    /// Width and height of the drawing, in its units (half a metre).
    pub size: [f64; 2],
    /// Sets of names and signs from afar to near: the address, and how high the letters are in units.
    pub letters: Vec<(String, f64)>,
    /// Letters are at least so high on the screen, in pixels.
    pub least_px: f64,
    /// As near as one can look, as a level of zoom of Web Mercator with tiles of 256 pixels.
    pub max_zoom: f64,
    /// Words on the map's own buttons.
    pub labels: MapLabels,
    /// The button for what is of the whole area, where one may say that: its word, and the address of its picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whole: Option<(String, String)>,
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
    /// The word of the kind of observation.
    pub kind: &'static str,
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
            "id": self.id, "lon": self.lon, "lat": self.lat, "kind": self.kind, "own": self.own,
            "waiting": self.waiting, "label": self.label,
        })
    }
}
