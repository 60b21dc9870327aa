//! What there is on a plattegrond, the drawn map of a neighbourhood, and where. Both targets.

use serde::{Deserialize, Serialize};

pub use super::geometry::{Bbox, Place, Position};

/// How far outside a boundary an observation may still lie, and how far the plattegrond reaches, in metres.
pub const MARGIN: f64 = 150.0;

/// Code and name of a neighbourhood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuurtRef {
    /// For instance `BU0363MM05`.
    pub code: String,
    /// For instance `Frankendael`.
    pub name: String,
}

/// What a feature is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Properties {
    /// How it is drawn.
    pub class: Class,
    /// Its name, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What sort; always known with [`Class::Place`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
}

/// What sort of thing: of places a fixed list, of other features whatever the maker of the file found useful.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Kind {
    /// One of the list.
    Place(PlaceKind),
    /// Something else, such as `park` or `canal`.
    Other(String),
}

impl Properties {
    /// What sort of place this is; `None` for what is not a place.
    pub fn place_kind(&self) -> Option<PlaceKind> {
        match (&self.class, &self.kind) {
            (Class::Place, Some(Kind::Place(kind))) => Some(*kind),
            _ => None,
        }
    }
}

/// How a feature is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Canal, pond, river as an area.
    Water,
    /// Park, grass, garden, verge.
    Green,
    /// Trees.
    Wood,
    /// Pitch, playground ground.
    Sport,
    /// Pedestrian area, market square, courtyard.
    Square,
    /// Building.
    Building,
    /// Primary, secondary, tertiary road.
    StreetMain,
    /// Residential and other streets.
    Street,
    /// Service roads, tracks.
    Service,
    /// Footway, cycleway, path, steps.
    Path,
    /// Train, metro, tram.
    Rail,
    /// Centre line of a canal, ditch or stream.
    Waterway,
    /// A place with a [`PlaceKind`].
    Place,
    /// The neighbourhood's own boundary.
    Boundary,
}

/// Which geometry a class is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Polygon or multipolygon.
    Area,
    /// Line or several lines.
    Line,
    /// Point.
    Point,
}

impl Class {
    /// The geometry this class is drawn with.
    pub fn shape(self) -> Shape {
        match self {
            Self::Water
            | Self::Green
            | Self::Wood
            | Self::Sport
            | Self::Square
            | Self::Building
            | Self::Boundary => Shape::Area,
            Self::StreetMain | Self::Street | Self::Service | Self::Path | Self::Rail | Self::Waterway => {
                Shape::Line
            }
            Self::Place => Shape::Point,
        }
    }

    /// Whether its name is a street name.
    pub fn is_street(self) -> bool {
        matches!(self, Self::StreetMain | Self::Street | Self::Service | Self::Path)
    }
}

/// What sort of place a resident would look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceKind {
    /// School, nursery, college.
    School,
    /// Library.
    Library,
    /// Community centre.
    Community,
    /// Doctor, pharmacy, hospital, home for the elderly.
    Care,
    /// Mosque.
    Mosque,
    /// Church.
    Church,
    /// Another house of worship.
    Worship,
    /// Playground.
    Playground,
    /// Market.
    Market,
    /// Sports hall or ground.
    Sport,
    /// Shop.
    Shop,
    /// Café, restaurant, snack bar.
    Cafe,
    /// Stop of bus, tram, metro or train.
    Stop,
}
