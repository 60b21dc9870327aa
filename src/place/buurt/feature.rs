//! The plattegrond: the drawn map of a neighbourhood as typed features, and its GeoJSON form.
//!
//! All coordinates are WGS84 degrees, longitude first, rounded to six decimals (0.1 m).

use geo::Geometry;
use geojson::feature::Id;
use serde::de::Error as _;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::model::{Bbox, BuurtRef, Class, Properties, Shape};
use super::rows::Rows as _;
use crate::platform::geojson as files;

/// The drawn map of one neighbourhood.
#[derive(Debug, Clone, PartialEq)]
pub struct Plattegrond {
    /// Which neighbourhood.
    pub buurt: BuurtRef,
    /// Whom to thank on every map, such as "© OpenStreetMap-bijdragers".
    pub attribution: String,
    /// Made up by this project; every page that shows it says so.
    pub invented: bool,
    /// Everything drawn, and exactly one boundary.
    pub features: Vec<Feature>,
}

/// One thing on the plattegrond.
#[derive(Debug, Clone, PartialEq)]
pub struct Feature {
    /// Stable name of the source object: `w123`, `r45`, `n6`.
    pub id: String,
    /// What it is.
    pub properties: Properties,
    /// Where it is.
    pub geometry: Geometry,
}

/// What stands beside the features of its file.
#[derive(Serialize, Deserialize)]
struct Beside {
    buurt: BuurtRef,
    attribution: String,
    invented: bool,
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
        Self { buurt, attribution, invented, features }.checked()
    }

    /// Reads the GeoJSON form.
    ///
    /// # Errors
    /// Not JSON, not the format, not exactly one boundary, or a geometry that does not fit its class.
    pub fn from_geojson(text: &str) -> Result<Self, PlattegrondError> {
        let file: geojson::FeatureCollection = serde_json::from_str(text)?;
        let beside: Beside = serde_json::from_value(Value::Object(file.foreign_members.unwrap_or_default()))?;
        let features = file.features.into_iter().map(Feature::read).collect::<Result<_, _>>()?;
        Self::new(beside.buurt, beside.attribution, beside.invented, features)
    }

    /// Writes the GeoJSON form.
    ///
    /// # Errors
    /// Never for a plattegrond that was made or read by this type.
    pub fn to_geojson(&self) -> Result<String, PlattegrondError> {
        let beside = Beside {
            buurt: self.buurt.clone(),
            attribution: self.attribution.clone(),
            invented: self.invented,
        };
        let features = self.features.iter().map(Feature::written).collect();
        Ok(serde_json::to_string(&files::collection(features, files::json(&beside)))?)
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
        Self { id, properties, geometry }
    }

    fn read(feature: geojson::Feature) -> Result<Self, PlattegrondError> {
        let Some(Id::String(id)) = feature.id else {
            return Err(serde_json::Error::custom("a feature has no id").into());
        };
        let properties = serde_json::from_value(Value::Object(feature.properties.unwrap_or_default()))?;
        let geometry = feature.geometry.and_then(|geometry| files::geometry(&geometry.value));
        let geometry = geometry.ok_or_else(|| PlattegrondError::Geometry(id.clone()))?;
        Ok(Self { id, properties, geometry })
    }

    fn written(&self) -> geojson::Feature {
        let feature = files::feature(Some((&self.geometry).into()), files::json(&self.properties));
        geojson::Feature { id: Some(Id::String(self.id.clone())), ..feature }
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
