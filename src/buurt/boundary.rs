//! Reading a GeoJSON file of neighbourhood boundaries: strict, bounded, never a panic.

use std::{
    fs::File,
    io::{BufReader, Read},
    path::Path,
};

use geo::{LineString, MultiPolygon, Polygon, Validation};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::{
    area::check_extent,
    error::{BuurtError, RingFault},
    model::{Bbox, Geometry, Line, Position},
    rd::Wgs,
};

/// Larger files are refused, in megabytes.
const MAX_FILE_MB: u64 = 200;
/// A neighbourhood with more vertices than this is a mistake.
const MAX_VERTICES: usize = 200_000;

/// In which properties code and name are found.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'a> {
    /// For instance `cbsCode`.
    pub code: &'a str,
    /// For instance `naam`.
    pub name: &'a str,
}

/// The boundary of one neighbourhood.
#[derive(Debug, Clone, PartialEq)]
pub struct Boundary {
    /// For instance `BU0363MM05`.
    pub code: String,
    /// For instance `Frankendael`.
    pub name: String,
    /// `Polygon` or `MultiPolygon`, closed rings, WGS84 degrees.
    pub geometry: Geometry,
}

/// All features of a boundary file; a faulty one does not stand in the way of picking another.
#[derive(Debug)]
pub struct Boundaries {
    features: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    code: Option<String>,
    outcome: Result<Boundary, BuurtError>,
}

impl Boundaries {
    /// Reads a file.
    ///
    /// # Errors
    /// Cannot be read, over 200 MB, not JSON, not a feature collection, or in another coordinate system.
    pub fn read(path: &Path, fields: Fields<'_>) -> Result<Self, BuurtError> {
        let cannot = |source| BuurtError::Read { path: path.to_owned(), source };
        let file = File::open(path).map_err(cannot)?;
        let size_mb = file.metadata().map_err(cannot)?.len().div_ceil(1_000_000);
        if size_mb > MAX_FILE_MB {
            return Err(BuurtError::FileTooLarge { path: path.to_owned(), size_mb, max_mb: MAX_FILE_MB });
        }
        Self::from_reader(BufReader::new(file.take(MAX_FILE_MB * 1_000_000)), fields)
    }

    /// Reads GeoJSON, one feature at a time, so that memory holds only what is kept.
    ///
    /// # Errors
    /// As [`Boundaries::read`].
    pub fn from_reader(reader: impl Read, fields: Fields<'_>) -> Result<Self, BuurtError> {
        let mut json = serde_json::Deserializer::from_reader(reader);
        let found = Collection(fields).deserialize(&mut json).and_then(|found| json.end().map(|()| found));
        let found = found.map_err(|error| match error.classify() {
            serde_json::error::Category::Data => BuurtError::NotFeatureCollection("de opbouw klopt niet"),
            _ => BuurtError::NotJson { line: error.line(), column: error.column() },
        })?;
        found.into_boundaries(fields)
    }

    /// How many features the file has.
    pub fn len(&self) -> usize {
        self.features.len()
    }

    /// Whether the file has no features.
    pub fn is_empty(&self) -> bool {
        self.features.is_empty()
    }

    /// The neighbourhood with this code.
    ///
    /// # Errors
    /// Not there, there twice, or there with a geometry that cannot be a boundary.
    pub fn pick(self, code: &str) -> Result<Boundary, BuurtError> {
        let count = self.features.len();
        let (mut picked, mut nameless) = (None, None);
        for (index, entry) in self.features.into_iter().enumerate() {
            match (&entry.code, &picked) {
                (Some(found), None) if found == code => picked = Some((index, entry.outcome)),
                (Some(found), Some((first, _))) if found == code => {
                    return Err(BuurtError::DuplicateCode {
                        code: code.to_owned(),
                        first: *first,
                        second: index,
                    });
                }
                (None, _) if nameless.is_none() => nameless = entry.outcome.err(),
                _ => {}
            }
        }
        let not_found = || BuurtError::NotFound { code: code.to_owned(), count };
        picked.map_or_else(|| Err(nameless.unwrap_or_else(not_found)), |(_, outcome)| outcome)
    }

    /// Every neighbourhood, in the order of the file.
    ///
    /// # Errors
    /// The first feature that cannot be a boundary; a code that is there twice; no features at all.
    pub fn all(self) -> Result<Vec<Boundary>, BuurtError> {
        let mut seen = std::collections::HashMap::new();
        let mut all = Vec::with_capacity(self.features.len());
        for (second, entry) in self.features.into_iter().enumerate() {
            let boundary = entry.outcome?;
            if let Some(first) = seen.insert(boundary.code.clone(), second) {
                return Err(BuurtError::DuplicateCode { code: boundary.code, first, second });
            }
            all.push(boundary);
        }
        if all.is_empty() { Err(BuurtError::NoBoundary) } else { Ok(all) }
    }
}

/// Reads the top of the file; features one by one.
struct Collection<'a>(Fields<'a>);

#[derive(Default)]
struct Found {
    kind: Option<Value>,
    crs: Option<Value>,
    features: Option<Vec<Entry>>,
    single: Map<String, Value>,
}

impl<'de> DeserializeSeed<'de> for Collection<'_> {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Collection<'_> {
    type Value = Found;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a GeoJSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Found, A::Error> {
        let mut found = Found::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "type" if found.kind.is_some() => return Err(serde::de::Error::duplicate_field("type")),
                "type" => found.kind = Some(map.next_value()?),
                "crs" => found.crs = Some(map.next_value()?),
                "features" => found.features = Some(map.next_value_seed(Features(self.0))?),
                "properties" | "geometry" => {
                    found.single.insert(key, map.next_value()?);
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(found)
    }
}

struct Features<'a>(Fields<'a>);

impl<'de> DeserializeSeed<'de> for Features<'_> {
    type Value = Vec<Entry>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Entry>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Features<'_> {
    type Value = Vec<Entry>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of features")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Entry>, A::Error> {
        let mut entries = Vec::new();
        while let Some(feature) = list.next_element::<Value>()? {
            entries.push(Entry::of(entries.len(), &feature, self.0));
        }
        Ok(entries)
    }
}

impl Found {
    fn into_boundaries(mut self, fields: Fields<'_>) -> Result<Boundaries, BuurtError> {
        if let Some(name) = self.crs.as_ref().and_then(|crs| crs["properties"]["name"].as_str()) {
            let fits = ["CRS84", "EPSG::4326", "EPSG:4326"].iter().any(|end| name.ends_with(end));
            if !fits {
                return Err(BuurtError::OtherCrs(name.to_owned()));
            }
        }
        match (self.kind.as_ref().and_then(Value::as_str), self.features) {
            (Some("FeatureCollection"), Some(features)) => Ok(Boundaries { features }),
            (Some("FeatureCollection"), None) => {
                Err(BuurtError::NotFeatureCollection("er is geen lijst features"))
            }
            (Some("Feature"), None) => {
                self.single.insert("type".to_owned(), Value::from("Feature"));
                Ok(Boundaries { features: vec![Entry::of(0, &Value::Object(self.single), fields)] })
            }
            _ => Err(BuurtError::NotFeatureCollection("het type is anders")),
        }
    }
}

impl Entry {
    fn of(index: usize, feature: &Value, fields: Fields<'_>) -> Self {
        let text = |field: &str| text_of(&feature["properties"][field]);
        let code = text(fields.code);
        let missing = |field: &str| BuurtError::NoField { index, field: field.to_owned() };
        let outcome = || {
            if feature["type"] != "Feature" || !feature["properties"].is_object() {
                return Err(BuurtError::NotAFeature { index });
            }
            let code = code.clone().ok_or_else(|| missing(fields.code))?;
            let name = text(fields.name).ok_or_else(|| missing(fields.name))?;
            let geometry = geometry(&feature["geometry"]).map_err(|fault| BuurtError::Feature {
                index,
                code: Some(code.clone()),
                fault,
            })?;
            Ok(Boundary { code, name, geometry })
        };
        let outcome = outcome();
        Self { code, outcome }
    }
}

/// A code may be written as a number; an empty text is no text.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn geometry(value: &Value) -> Result<Geometry, RingFault> {
    let Some(kind) = value["type"].as_str() else { return Err(RingFault::NoGeometry) };
    let coordinates = &value["coordinates"];
    let geometry = match kind {
        "Polygon" => Geometry::Polygon(polygon(coordinates, "Polygon")?),
        "MultiPolygon" => {
            let polygons = coordinates.as_array().ok_or(RingFault::Shape("MultiPolygon"))?;
            Geometry::MultiPolygon(
                polygons.iter().map(|rings| polygon(rings, "MultiPolygon")).collect::<Result<_, _>>()?,
            )
        }
        other => return Err(RingFault::NotAPolygon(other.to_owned())),
    };
    let vertices = geometry.positions().count();
    let bbox = Bbox::of(geometry.positions()).ok_or(RingFault::NoGeometry)?;
    check_extent(bbox)?;
    if vertices > MAX_VERTICES {
        return Err(RingFault::TooManyVertices(MAX_VERTICES));
    }
    if !planar(&geometry).is_valid() {
        return Err(RingFault::Invalid);
    }
    Ok(geometry)
}

fn polygon(value: &Value, kind: &'static str) -> Result<Vec<Line>, RingFault> {
    let rings = value.as_array().filter(|rings| !rings.is_empty()).ok_or(RingFault::Shape(kind))?;
    rings.iter().map(|value| ring(value, kind)).collect()
}

fn ring(value: &Value, kind: &'static str) -> Result<Line, RingFault> {
    let positions = value.as_array().ok_or(RingFault::Shape(kind))?;
    let line: Line = positions.iter().map(|value| position(value, kind)).collect::<Result<_, _>>()?;
    if line.len() < 4 {
        return Err(RingFault::TooShort(line.len()));
    }
    if line.first() != line.last() {
        return Err(RingFault::NotClosed);
    }
    Ok(line)
}

fn position(value: &Value, kind: &'static str) -> Result<Position, RingFault> {
    let numbers = value.as_array().filter(|numbers| (2..=3).contains(&numbers.len()));
    let numbers = numbers.ok_or(RingFault::Shape(kind))?;
    let degrees = |index: usize| numbers[index].as_f64().ok_or(RingFault::Shape(kind));
    if numbers.iter().any(|number| !number.is_number()) {
        return Err(RingFault::Shape(kind));
    }
    let wgs = Wgs::new(degrees(0)?, degrees(1)?).map_err(RingFault::from)?;
    Ok([wgs.lon, wgs.lat])
}

fn planar(geometry: &Geometry) -> MultiPolygon {
    let line = |line: &Line| line.iter().copied().collect::<LineString>();
    let polygon = |rings: &Vec<Line>| {
        let mut rings = rings.iter().map(line);
        Polygon::new(rings.next().unwrap_or(LineString(vec![])), rings.collect())
    };
    match geometry {
        Geometry::Polygon(rings) => MultiPolygon(vec![polygon(rings)]),
        Geometry::MultiPolygon(polygons) => polygons.iter().map(polygon).collect(),
        _ => MultiPolygon(vec![]),
    }
}
