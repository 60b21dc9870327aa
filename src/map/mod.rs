//! The only door to MapLibre: a map in a page, on the server's drawing first.

#[cfg(feature = "hydrate")]
mod live;
#[cfg(not(feature = "hydrate"))]
mod unseen;

#[cfg(feature = "hydrate")]
pub use live::MapHandle;
#[cfg(not(feature = "hydrate"))]
pub use unseen::MapHandle;

use serde::{Deserialize, Serialize};

/// What a map needs to open.
#[derive(Debug, Clone, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Serialize)]
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

/// A heat layer to show: its isobands and its colours.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq)]
pub struct ShownHeat {
    /// Name on the map.
    pub id: String,
    /// Address of its isobands.
    pub url: String,
    /// `sterk` or `beter`.
    pub ramp: String,
}
