//! Where things are, in WGS84 degrees: a place, and rectangles. Both targets; lines and surfaces are of `geo`, on the server.

use serde::{Deserialize, Serialize};

/// One position: degrees east, degrees north.
pub type Position = [f64; 2];

/// A place on earth in WGS84 degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

/// A rectangle in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Bbox {
    /// Degrees east, least.
    pub west: f64,
    /// Degrees north, least.
    pub south: f64,
    /// Degrees east, most.
    pub east: f64,
    /// Degrees north, most.
    pub north: f64,
}

impl Bbox {
    /// The smallest rectangle round all positions; `None` when there are none.
    pub fn of(positions: impl IntoIterator<Item = Position>) -> Option<Self> {
        positions.into_iter().fold(None, |bbox: Option<Self>, [lon, lat]| {
            let old = bbox.unwrap_or(Self { west: lon, south: lat, east: lon, north: lat });
            Some(Self {
                west: old.west.min(lon),
                south: old.south.min(lat),
                east: old.east.max(lon),
                north: old.north.max(lat),
            })
        })
    }

    /// Whether a position lies inside or on the edge.
    pub fn contains(&self, [lon, lat]: Position) -> bool {
        (self.west..=self.east).contains(&lon) && (self.south..=self.north).contains(&lat)
    }

    /// The middle.
    pub fn centre(&self) -> Position {
        [f64::midpoint(self.west, self.east), f64::midpoint(self.south, self.north)]
    }

    /// Larger on each side by about `metres` (one degree of latitude is 111,320 m).
    #[must_use]
    pub fn widened(&self, metres: f64) -> Self {
        let lat = metres / 111_320.0;
        let lon = lat / self.centre()[1].to_radians().cos().max(0.01);
        Self {
            west: self.west - lon,
            south: self.south - lat,
            east: self.east + lon,
            north: self.north + lat,
        }
    }
}
