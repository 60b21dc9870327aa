//! GeoJSON, feature by feature: a file may be larger than memory, a feature may not.

use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;

use geo::{Coord, LineString, MultiPolygon, Polygon};
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::{Cell, Crs, Each, Geometry, Kind, LARGEST, MOST_COLUMNS, Opened, Record, Told};
use crate::indicators::FileError;

pub fn open(path: &Path) -> Result<Opened, FileError> {
    let mut columns: Vec<String> = Vec::new();
    let mut known = std::collections::HashSet::new();
    let mut any = false;
    let (crs, is_collection) = walk(path, &mut |feature| {
        any = true;
        for key in feature["properties"].as_object().into_iter().flat_map(serde_json::Map::keys) {
            if known.len() <= MOST_COLUMNS && known.insert(key.clone()) {
                columns.push(key.clone());
            }
        }
        Ok(())
    })?;
    if !is_collection {
        return Err(FileError::NotGeoJson("het is geen FeatureCollection".to_owned()));
    }
    if !any {
        return Err(FileError::Empty);
    }
    let crs = crs.map(|name| named(&name)).transpose()?;
    let told = Told { format: "GeoJSON".to_owned(), encoding: "UTF-8".to_owned(), crs, ..Told::default() };
    let units = vec![String::new(); columns.len()];
    Ok(Opened { path: path.to_owned(), told, columns, units, kind: Kind::GeoJson })
}

/// The system that a file names. Without a name it is WGS84 by the standard, but not every program knows that.
fn named(name: &str) -> Result<Crs, FileError> {
    let ends = |list: &[&str]| list.iter().any(|end| name.ends_with(end));
    if ends(&["CRS84", ":4326", ":4258"]) {
        Ok(Crs::Wgs)
    } else if ends(&[":28992", ":7415"]) {
        Ok(Crs::Rd)
    } else {
        Err(FileError::NamedCrs(name.to_owned()))
    }
}

pub fn rows(path: &Path, columns: &[String], each: Each<'_>) -> Result<(), FileError> {
    let mut row = 0;
    walk(path, &mut |feature| {
        row += 1;
        let properties = &feature["properties"];
        let cells: Vec<Cell<'_>> = columns.iter().map(|column| cell(&properties[column])).collect();
        let geometry = geometry(&feature["geometry"]);
        each(&Record { row, cells: &cells, geometry: geometry.as_ref() })
    })?;
    Ok(())
}

fn cell(value: &Value) -> Cell<'_> {
    match value {
        Value::String(text) => Cell::Text(text),
        Value::Number(number) => number.as_f64().map_or(Cell::Text(""), Cell::Number),
        Value::Bool(true) => Cell::Number(1.0),
        Value::Bool(false) => Cell::Number(0.0),
        _ => Cell::Text(""),
    }
}

fn geometry(value: &Value) -> Option<Geometry> {
    let coordinates = &value["coordinates"];
    match value["type"].as_str()? {
        "Point" => coord(coordinates).map(Geometry::Point),
        "Polygon" => Some(Geometry::Area(MultiPolygon(vec![polygon(coordinates)?]))),
        "MultiPolygon" => {
            let polygons: Option<Vec<Polygon>> = coordinates.as_array()?.iter().map(polygon).collect();
            Some(Geometry::Area(MultiPolygon(polygons?)))
        }
        _ => Some(Geometry::Other),
    }
}

fn coord(value: &Value) -> Option<Coord> {
    let numbers = value.as_array()?;
    Some(Coord { x: numbers.first()?.as_f64()?, y: numbers.get(1)?.as_f64()? })
}

fn polygon(value: &Value) -> Option<Polygon> {
    let ring =
        |value: &Value| value.as_array()?.iter().map(coord).collect::<Option<Vec<Coord>>>().map(LineString);
    let rings: Option<Vec<LineString>> = value.as_array()?.iter().map(ring).collect();
    let mut rings = rings?.into_iter();
    Some(Polygon::new(rings.next()?, rings.collect()))
}

type OnFeature<'f> = &'f mut dyn FnMut(&Value) -> Result<(), FileError>;

/// Every feature of a file; the reference system that it names, and whether it is a collection.
fn walk(path: &Path, each: OnFeature<'_>) -> Result<(Option<String>, bool), FileError> {
    let file = File::open(path).map_err(|error| FileError::Read(error.to_string()))?;
    let mut stopped = None;
    let mut reader = BufReader::with_capacity(128 * 1024, file.take(LARGEST));
    skip_mark(&mut reader)?;
    let mut json = serde_json::Deserializer::from_reader(reader);
    let found = Collection { each, stopped: &mut stopped }.deserialize(&mut json);
    match (stopped, found) {
        (Some(error), _) => Err(error),
        (None, Ok(found)) => Ok(found),
        (None, Err(error)) => {
            Err(FileError::NotGeoJson(format!("regel {}, teken {}", error.line(), error.column())))
        }
    }
}

/// A byte order mark, which JSON does not allow and some programs write.
fn skip_mark(reader: &mut impl std::io::BufRead) -> Result<(), FileError> {
    let start = reader.fill_buf().map_err(|error| FileError::Read(error.to_string()))?;
    if start.starts_with(b"\xef\xbb\xbf") {
        reader.consume(3);
    }
    Ok(())
}

struct Collection<'c, 'f> {
    each: OnFeature<'f>,
    stopped: &'c mut Option<FileError>,
}

impl<'de> DeserializeSeed<'de> for Collection<'_, '_> {
    type Value = (Option<String>, bool);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Collection<'_, '_> {
    type Value = (Option<String>, bool);

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a GeoJSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut crs, mut is_collection) = (None, false);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "crs" => {
                    let value: Value = map.next_value()?;
                    crs = value["properties"]["name"].as_str().map(str::to_owned);
                }
                "features" => {
                    is_collection = true;
                    map.next_value_seed(Features { each: &mut *self.each, stopped: &mut *self.stopped })?;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok((crs, is_collection))
    }
}

struct Features<'c, 'f> {
    each: &'c mut (dyn FnMut(&Value) -> Result<(), FileError> + 'f),
    stopped: &'c mut Option<FileError>,
}

impl<'de> DeserializeSeed<'de> for Features<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Features<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of features")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(feature) = list.next_element::<Value>()? {
            if let Err(error) = (self.each)(&feature) {
                *self.stopped = Some(error);
                return Err(A::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}
