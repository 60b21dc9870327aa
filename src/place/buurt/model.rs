//! The plattegrond: the drawn map of a neighbourhood as typed features, and its GeoJSON form.
//!
//! All coordinates are WGS84 degrees, `[longitude, latitude]`, rounded to six decimals (0.1 m).

use serde::{Deserialize, Serialize};

pub use super::geometry::{Bbox, Geometry, Line, Place, Position};

/// How far outside a boundary an observation may still lie, and how far the plattegrond reaches, in metres.
pub const MARGIN: f64 = 150.0;

/// The drawn map of one neighbourhood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plattegrond {
    #[serde(rename = "type")]
    tag: CollectionTag,
    /// Which neighbourhood.
    pub buurt: BuurtRef,
    /// Whom to thank on every map, such as "© OpenStreetMap-bijdragers".
    pub attribution: String,
    /// Made up by this project; every page that shows it says so.
    pub invented: bool,
    /// Everything drawn, and exactly one boundary.
    pub features: Vec<Feature>,
}

/// Code and name of a neighbourhood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuurtRef {
    /// For instance `BU0363MM05`.
    pub code: String,
    /// For instance `Frankendael`.
    pub name: String,
}

/// One thing on the plattegrond.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Feature {
    #[serde(rename = "type")]
    tag: FeatureTag,
    /// Stable name of the source object: `w123`, `r45`, `n6`.
    pub id: String,
    /// What it is.
    pub properties: Properties,
    /// Where it is.
    pub geometry: Geometry,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum CollectionTag {
    FeatureCollection,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum FeatureTag {
    Feature,
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

/// Why a text is not a plattegrond.
#[derive(Debug, thiserror::Error)]
pub enum PlattegrondError {
    /// Not JSON, or not in the format.
    #[error("geen geldige plattegrond: {0}")]
    Json(#[from] serde_json::Error),
    /// Not exactly one boundary.
    #[error("een plattegrond heeft precies één grens, deze heeft er {0}")]
    Boundaries(usize),
    /// A place of no known kind, or a geometry that does not belong to the class, is too short, open or off the globe.
    #[error("onderdeel {0} van de plattegrond heeft een soort of geometrie die niet klopt")]
    Geometry(String),
}

impl Plattegrond {
    /// A plattegrond from its parts.
    ///
    /// # Errors
    /// As [`Plattegrond::from_geojson`].
    pub fn new(
        buurt: BuurtRef,
        attribution: String,
        invented: bool,
        features: Vec<Feature>,
    ) -> Result<Self, PlattegrondError> {
        Self { tag: CollectionTag::FeatureCollection, buurt, attribution, invented, features }.checked()
    }

    /// Reads the GeoJSON form.
    ///
    /// # Errors
    /// Not JSON, not the format, not exactly one boundary, or a geometry that does not fit its class.
    pub fn from_geojson(text: &str) -> Result<Self, PlattegrondError> {
        serde_json::from_str::<Self>(text)?.checked()
    }

    /// Writes the GeoJSON form.
    ///
    /// # Errors
    /// Never for a plattegrond that was made or read by this type.
    pub fn to_geojson(&self) -> Result<String, PlattegrondError> {
        Ok(serde_json::to_string(self)?)
    }

    /// The neighbourhood's boundary.
    pub fn boundary(&self) -> Option<&Geometry> {
        self.of(Class::Boundary).next().map(|feature| &feature.geometry)
    }

    /// The features of one class, in order.
    pub fn of(&self, class: Class) -> impl Iterator<Item = &Feature> {
        self.features.iter().filter(move |feature| feature.properties.class == class)
    }

    /// The rectangle round the boundary.
    pub fn bbox(&self) -> Option<Bbox> {
        Bbox::of(self.boundary()?.positions())
    }

    fn checked(self) -> Result<Self, PlattegrondError> {
        let boundaries = self.of(Class::Boundary).count();
        if boundaries != 1 {
            return Err(PlattegrondError::Boundaries(boundaries));
        }
        match self.features.iter().find(|feature| !feature.is_sound()) {
            Some(feature) => Err(PlattegrondError::Geometry(feature.id.clone())),
            None => Ok(self),
        }
    }
}

impl Feature {
    /// A feature; positions are rounded to six decimals.
    pub fn new(id: String, properties: Properties, mut geometry: Geometry) -> Self {
        geometry.round();
        Self { tag: FeatureTag::Feature, id, properties, geometry }
    }

    fn is_sound(&self) -> bool {
        let fits = matches!(
            (self.properties.class.shape(), &self.geometry),
            (Shape::Area, Geometry::Polygon(_) | Geometry::MultiPolygon(_))
                | (Shape::Line, Geometry::LineString(_) | Geometry::MultiLineString(_))
                | (Shape::Point, Geometry::Point(_))
        );
        let known = self.properties.class != Class::Place || self.properties.place_kind().is_some();
        fits && known && self.geometry.is_sound()
    }
}
