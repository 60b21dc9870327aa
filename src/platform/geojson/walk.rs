//! GeoJSON from a stranger, feature by feature: a file may be larger than memory, a feature may not.
//!
//! Boundaries, figures and what a device held are read by this one reader, so that what is taken for the one is taken for the
//! other: with a byte order mark or in UTF-16; one collection, or a feature on each line (GeoJSON text sequences, with or
//! without the sign RS in front); places in `geometry`, or in the `place` of JSON-FG. What stands behind a collection is an
//! error: of two collections glued together the second would be lost without a word.

use std::io::{self, Read};

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::budget::Budget;
use super::page::Pages;
use super::shape::Shape;
use super::text;

/// What one feature may consist of: a boundary of 200,000 corners with heights, and its properties.
const LARGEST_FEATURE: usize = 1_500_000;

/// What is wrong with the file as a whole.
#[derive(Debug)]
pub enum FileFault {
    /// It cannot be read.
    Read(io::Error),
    /// Not JSON.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// Its letters are not in UTF-8.
    NotUtf8 {
        /// Line, from 1.
        line: usize,
    },
    /// JSON, but no collection of features.
    NotCollection(&'static str),
    /// Something stands behind the collection.
    After,
    /// A feature is larger than any can be: its place in the file, from 0.
    Large(usize),
}

/// Why reading ended too early.
#[derive(Debug)]
pub enum Stop<E> {
    /// The file.
    File(FileFault),
    /// Whoever looks at the features said so.
    Asked(E),
}

/// What the file says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    /// The system in which `geometry` is.
    pub crs: Option<String>,
    /// The system in which `place` is (JSON-FG), where no feature says another.
    pub place_crs: Option<String>,
    /// What it says of other pages.
    pub pages: Pages,
    /// How many features it has.
    pub features: u64,
}

/// One feature of a file, as it is written there.
#[derive(Debug, Clone, PartialEq)]
pub struct Item(Value);

impl Item {
    /// All of it.
    pub fn value(&self) -> &Value {
        &self.0
    }

    /// Its properties, where it has an object of them.
    pub fn properties(&self) -> Option<&Map<String, Value>> {
        self.0["properties"].as_object()
    }

    /// Whether its shape is the `place` of JSON-FG, which is in the system that [`Item::place_crs`] names.
    pub fn is_at_place(&self) -> bool {
        self.0["geometry"].is_null() && self.0["place"].is_object()
    }

    /// Whether it says where it is, however well.
    pub fn has_shape(&self) -> bool {
        self.is_at_place() || !self.0["geometry"].is_null()
    }

    /// The system of its `place`, where it says one itself.
    pub fn place_crs(&self) -> Option<String> {
        crs_name(&self.0["coordRefSys"]).or_else(|| crs_name(&self.0["place"]["coordRefSys"]))
    }

    /// Its properties and its shape.
    pub fn into_parts(mut self) -> (Map<String, Value>, Shape) {
        let name = if self.is_at_place() { "place" } else { "geometry" };
        let shape = self.0.get_mut(name).map_or(Shape::None, |geometry| Shape::of(geometry.take()));
        let properties = match self.0.get_mut("properties").map(Value::take) {
            Some(Value::Object(properties)) => properties,
            _ => Map::new(),
        };
        (properties, shape)
    }
}

/// Whether this is a feature at all.
pub fn is_feature(value: &Value) -> bool {
    value["type"] == "Feature"
}

/// What is done with each feature: its place in the file, from 0, and itself.
pub type OnItem<'f, E> = &'f mut dyn FnMut(usize, Item) -> Result<(), E>;

/// Every feature of a file, in its order.
///
/// # Errors
/// A file that is no GeoJSON, or what `each` says.
pub fn walk<E>(reader: impl Read, each: OnItem<'_, E>) -> Result<Heading, Stop<E>> {
    let mut text = text::open(reader).map_err(|error| Stop::File(FileFault::Read(error)))?;
    let mut heading = Heading::default();
    let (mut index, mut values, mut is_collection) = (0, 0, false);
    while let Some(first) = text.next_sign().map_err(|error| Stop::File(FileFault::Read(error)))? {
        if values > 0 && (is_collection || first != b'{') {
            return Err(Stop::File(FileFault::After));
        }
        let above = text.lines();
        let (mut stopped, mut large) = (None, false);
        let top = Top { each: &mut *each, index: &mut index, stopped: &mut stopped, large: &mut large };
        let mut json = serde_json::Deserializer::from_reader(&mut text);
        let found = top.deserialize(&mut json);
        let found = match (stopped, found) {
            (Some(error), _) => return Err(Stop::Asked(error)),
            (None, Ok(found)) => found,
            (None, Err(_)) if large => return Err(Stop::File(FileFault::Large(index))),
            (None, Err(error)) => return Err(Stop::File(fault(&error, above))),
        };
        values += 1;
        match found.into_feature().map_err(Stop::File)? {
            Part::Feature(_) if is_collection => return Err(Stop::File(FileFault::After)),
            Part::Collection(_) if values > 1 => return Err(Stop::File(FileFault::After)),
            Part::Feature(feature) => {
                if let Some(crs) = crs_name(&feature["crs"]) {
                    heading.crs.get_or_insert(crs);
                }
                each(index, Item(feature)).map_err(Stop::Asked)?;
                index += 1;
            }
            Part::Collection(own) => (is_collection, heading) = (true, own),
        }
    }
    heading.features = index as u64;
    if values == 0 {
        return Err(Stop::File(FileFault::NotJson { line: 1, column: 0 }));
    }
    Ok(heading)
}

fn fault(error: &serde_json::Error, above: usize) -> FileFault {
    match error.classify() {
        // So it says where the bytes of a text are no letters.
        _ if error.to_string().starts_with("invalid unicode code point") => {
            FileFault::NotUtf8 { line: above + error.line() }
        }
        serde_json::error::Category::Data => FileFault::NotCollection("de opbouw klopt niet"),
        _ => FileFault::NotJson { line: above + error.line(), column: error.column() },
    }
}

/// A reference system as it is named: `crs` of the GeoJSON of 2008 in its several forms, or `coordRefSys` of JSON-FG.
fn crs_name(value: &Value) -> Option<String> {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    match value {
        Value::Array(all) => all.first().and_then(crs_name),
        Value::Object(_) => {
            let own = &value["properties"];
            let places = [&own["name"], &own["code"], &own["href"], &value["href"], &value["wkid"]];
            places.into_iter().find_map(text)
        }
        other => text(other),
    }
}

/// One value of the file: a collection, whose features are looked at one by one, or a feature.
struct Top<'t, 'f, E> {
    each: &'t mut (dyn FnMut(usize, Item) -> Result<(), E> + 'f),
    index: &'t mut usize,
    stopped: &'t mut Option<E>,
    large: &'t mut bool,
}

#[derive(Default)]
struct Found {
    kind: Option<Value>,
    heading: Heading,
    has_features: bool,
    own: Map<String, Value>,
}

enum Part {
    Collection(Heading),
    Feature(Value),
}

impl Found {
    fn into_feature(self) -> Result<Part, FileFault> {
        match (self.kind.as_ref().and_then(Value::as_str), self.has_features) {
            (Some("FeatureCollection"), true) => Ok(Part::Collection(self.heading)),
            (Some("FeatureCollection"), false) => Err(FileFault::NotCollection("er is geen lijst features")),
            (Some("Feature"), false) => Ok(Part::Feature(Value::Object(self.own))),
            (None, true) => Err(FileFault::NotCollection(
                "er staat niet bij wat het is; komt het uit ArcGIS, kies daar dan GeoJSON",
            )),
            _ => Err(FileFault::NotCollection("het type is anders")),
        }
    }
}

impl<'de, E> DeserializeSeed<'de> for Top<'_, '_, E> {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, E> Visitor<'de> for Top<'_, '_, E> {
    type Value = Found;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a GeoJSON object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Found, A::Error> {
        let mut found = Found::default();
        let mut left = LARGEST_FEATURE;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "type" if found.kind.is_some() => return Err(A::Error::duplicate_field("type")),
                "features" if found.has_features => return Err(A::Error::duplicate_field("features")),
                "features" => {
                    found.has_features = true;
                    map.next_value_seed(Features(&mut self))?;
                }
                "type" | "crs" | "coordRefSys" | "properties" | "geometry" | "place" | "id" => {
                    let value = map.next_value_seed(Budget { left: &mut left, large: &mut *self.large })?;
                    match key.as_str() {
                        "type" => found.kind = Some(value.clone()),
                        "crs" => found.heading.crs = crs_name(&value),
                        "coordRefSys" => found.heading.place_crs = crs_name(&value),
                        // A feature has them too, and says nothing of pages there.
                        "properties" => found.heading.pages.add(&key, &value),
                        _ => {}
                    }
                    found.own.insert(key, value);
                }
                key if Pages::is_told_by(key) => {
                    let value = map.next_value_seed(Budget { left: &mut left, large: &mut *self.large })?;
                    found.heading.pages.add(key, &value);
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(found)
    }
}

struct Features<'s, 't, 'f, E>(&'s mut Top<'t, 'f, E>);

impl<'de, E> DeserializeSeed<'de> for Features<'_, '_, '_, E> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, E> Visitor<'de> for Features<'_, '_, '_, E> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of features")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        loop {
            let mut left = LARGEST_FEATURE;
            let bounded = Budget { left: &mut left, large: &mut *self.0.large };
            let Some(feature) = list.next_element_seed(bounded)? else { return Ok(()) };
            if let Err(error) = (self.0.each)(*self.0.index, Item(feature)) {
                *self.0.stopped = Some(error);
                return Err(A::Error::custom("stopped"));
            }
            *self.0.index += 1;
        }
    }
}
