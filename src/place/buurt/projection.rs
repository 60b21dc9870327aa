//! Between degrees and the units of the drawn plattegrond. Both targets: a tap on the picture becomes a place.

use serde::{Deserialize, Serialize};

use super::model::{Bbox, Position};
#[cfg(feature = "ssr")]
use super::{feature::Plattegrond, model::MARGIN};

/// Radius of the sphere of Web Mercator (EPSG:3857), in metres.
const RADIUS: f64 = 6_378_137.0;
/// Size of one unit on the ground at the middle of the picture, in metres.
pub const UNIT: f64 = 0.5;

/// Web Mercator (EPSG:3857), moved and scaled to a picture: x to the east, y to the south, one unit half a metre on
/// the ground at the middle. The picture therefore lies exactly under a Web Mercator map.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Projection {
    bbox: Bbox,
    scale: f64,
    left: f64,
    top: f64,
}

impl Projection {
    /// The picture of a rectangle.
    pub fn new(bbox: Bbox) -> Self {
        let latitude = bbox.centre()[1].clamp(-85.0, 85.0).to_radians();
        let scale = RADIUS * latitude.cos() / UNIT;
        Self { bbox, scale, left: bbox.west.to_radians(), top: mercator(bbox.north) }
    }

    /// The picture of a plattegrond: its boundary and 150 m round it.
    #[cfg(feature = "ssr")]
    pub fn of(plattegrond: &Plattegrond) -> Option<Self> {
        plattegrond.bbox().map(|bbox| Self::new(bbox.widened(MARGIN)))
    }

    /// The rectangle that is drawn, in degrees.
    pub fn bbox(&self) -> Bbox {
        self.bbox
    }

    /// Longitude of the left edge (radians) and Mercator ordinate of the top edge (on a sphere of radius 1).
    pub fn origin(&self) -> [f64; 2] {
        [self.left, self.top]
    }

    /// Units for each radian.
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// The level of zoom of Web Mercator (tiles of 256 pixels) at which a unit is so many pixels.
    pub fn zoom(&self, pixels: f64) -> f64 {
        (pixels * std::f64::consts::TAU * self.scale / 256.0).log2()
    }

    /// Width and height of the picture, in units.
    pub fn size(&self) -> [f64; 2] {
        self.to_svg(self.bbox.east, self.bbox.south).map(f64::round)
    }

    /// Degrees to units.
    pub fn to_svg(&self, lon: f64, lat: f64) -> [f64; 2] {
        [(lon.to_radians() - self.left) * self.scale, (self.top - mercator(lat)) * self.scale]
    }

    /// Units to degrees.
    pub fn to_wgs(&self, x: f64, y: f64) -> Position {
        let lat = 2.0 * (self.top - y / self.scale).exp().atan() - std::f64::consts::FRAC_PI_2;
        [(x / self.scale + self.left).to_degrees(), lat.to_degrees()]
    }
}

fn mercator(lat: f64) -> f64 {
    (std::f64::consts::FRAC_PI_4 + lat.clamp(-85.0, 85.0).to_radians() / 2.0).tan().ln()
}
