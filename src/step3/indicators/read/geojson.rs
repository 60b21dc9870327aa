//! Figures in GeoJSON, feature by feature: a file may be larger than memory, a feature may not. See [`crate::platform::geojson`].

use std::collections::{BTreeSet, HashSet};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use geo::{Coord, MapCoords as _, MultiPolygon};
use geojson::{GeometryValue, PolygonType, Position};
use serde_json::Value;

use super::{Cell, Crs, Each, FileFacts, Geometry, Kind, LARGEST, MOST_COLUMNS, Opened, Record};
use crate::place::buurt::is_north_first;
use crate::platform::geojson::{self as files, FileFault, Heading, Item, Shape, Stop};
use crate::platform::text::line;
use crate::step3::indicators::FileError;

/// How a file is read.
pub struct Plan {
    /// The names of its properties, as they are written.
    keys: Vec<String>,
    /// The places of JSON-FG are in a system that puts north first.
    north_first: bool,
}

pub fn open(path: &Path) -> Result<Opened, FileError> {
    let (mut keys, mut known) = (Vec::new(), HashSet::new());
    let (mut any, mut shapes, mut places) = (false, false, false);
    let (mut systems, mut nested) = (BTreeSet::new(), BTreeSet::new());
    let heading = walk(path, &mut |feature| {
        any = true;
        for (key, value) in feature.properties().into_iter().flatten() {
            if (value.is_object() || value.is_array())
                && nested.len() <= MOST_COLUMNS
                && !nested.contains(key)
            {
                nested.insert(key.clone());
            }
            if known.len() <= MOST_COLUMNS && known.insert(key.clone()) {
                keys.push(key.clone());
            }
        }
        let is_place = feature.is_at_place();
        shapes |= !is_place && feature.has_shape();
        places |= is_place;
        if is_place && systems.len() < 2 {
            systems.extend(feature.place_crs());
        }
        Ok(())
    })?;
    if !any {
        return Err(FileError::Empty);
    }
    let own = systems.pop_first().or(heading.place_crs).filter(|_| places);
    let crs = own.as_ref().or(heading.crs.as_ref().filter(|_| !places));
    let read = crs.map(|name| Crs::named(name).ok_or_else(|| FileError::NamedCrs(name.clone())));
    let read = read.transpose()?;
    if !systems.is_empty() || shapes && places && read == Some(Crs::Rd) {
        return Err(FileError::NotGeoJson("de plekken staan in meer dan één stelsel".to_owned()));
    }
    let told = FileFacts {
        format: "GeoJSON".to_owned(),
        encoding: "UTF-8".to_owned(),
        crs: read,
        nested: nested.iter().map(|name| line(name).into_owned()).collect(),
        page: heading.pages.page(heading.features),
        ..FileFacts::default()
    };
    let plan = Plan { north_first: own.is_some_and(|name| is_north_first(&name)), keys };
    Ok(Opened {
        path: path.to_owned(),
        told,
        columns: plan.keys.clone(),
        units: vec![String::new(); plan.keys.len()],
        kind: Kind::GeoJson(plan),
    })
}

pub fn rows(path: &Path, plan: &Plan, each: Each<'_>) -> Result<(), FileError> {
    let mut row = 0;
    walk(path, &mut |feature| {
        row += 1;
        let north_first = feature.is_at_place() && plan.north_first;
        let (properties, shape) = feature.into_parts();
        let cells: Vec<Cell<'_>> = plan.keys.iter().map(|key| cell(properties.get(key))).collect();
        let geometry = geometry(&shape).map(|found| if north_first { turned(&found) } else { found });
        each(&Record { row, cells: &cells, geometry: geometry.as_ref() })
    })?;
    Ok(())
}

fn cell(value: Option<&Value>) -> Cell<'_> {
    match value {
        Some(Value::String(text)) => Cell::Text(text),
        Some(Value::Number(number)) => number.as_f64().map_or(Cell::Text(""), Cell::Number),
        Some(Value::Bool(true)) => Cell::Number(1.0),
        Some(Value::Bool(false)) => Cell::Number(0.0),
        _ => Cell::Text(""),
    }
}

fn geometry(shape: &Shape) -> Option<Geometry> {
    match shape {
        Shape::Known(value) => of_value(value),
        Shape::Several(members) => match members.as_slice() {
            [] => None,
            [one] if !matches!(one, Shape::Several(_) | Shape::Broken("GeometryCollection")) => geometry(one),
            _ => Some(Geometry::Other("Geometry")),
        },
        Shape::None
        | Shape::Broken("Point" | "MultiPoint" | "Polygon" | "MultiPolygon" | "GeometryCollection") => None,
        Shape::Broken(_) | Shape::Other(_) => Some(Geometry::Other("Geometry")),
    }
}

fn of_value(value: &GeometryValue) -> Option<Geometry> {
    let has_ring = |rings: &PolygonType| !rings.is_empty();
    match value {
        GeometryValue::Point { coordinates } => Some(Geometry::Point(coord(coordinates))),
        // Many programs write a point as several of which there is one.
        GeometryValue::MultiPoint { coordinates } => match coordinates.as_slice() {
            [] => None,
            [one] => Some(Geometry::Point(coord(one))),
            _ => Some(Geometry::Several),
        },
        GeometryValue::Polygon { coordinates } if has_ring(coordinates) => {
            Some(Geometry::Area(MultiPolygon(vec![value.try_into().ok()?])))
        }
        GeometryValue::MultiPolygon { coordinates } if coordinates.iter().all(has_ring) => {
            Some(Geometry::Area(value.try_into().ok()?))
        }
        GeometryValue::Polygon { .. } | GeometryValue::MultiPolygon { .. } => None,
        _ => Some(Geometry::Other("Geometry")),
    }
}

fn coord(position: &Position) -> Coord {
    Coord { x: position[0], y: position[1] }
}

/// East first, of what has north first.
fn turned(geometry: &Geometry) -> Geometry {
    let turned = |at: Coord| Coord { x: at.y, y: at.x };
    match geometry {
        Geometry::Point(at) => Geometry::Point(turned(*at)),
        Geometry::Area(area) => Geometry::Area(area.map_coords(turned)),
        other => other.clone(),
    }
}

type OnFeature<'f> = &'f mut dyn FnMut(Item) -> Result<(), FileError>;

/// Every feature of a file, and what the file says of itself.
fn walk(path: &Path, each: OnFeature<'_>) -> Result<Heading, FileError> {
    let file = File::open(path).map_err(|error| FileError::Read(error.to_string()))?;
    let walked = files::walk(file.take(LARGEST), &mut |_, feature| each(feature));
    walked.map_err(|stop| match stop {
        Stop::Asked(error) => error,
        Stop::File(FileFault::Read(error)) => FileError::Read(error.to_string()),
        Stop::File(FileFault::NotJson { line, column }) => {
            FileError::NotGeoJson(format!("regel {line}, teken {column}"))
        }
        Stop::File(FileFault::NotUtf8 { line }) => FileError::NotUtf8(line),
        Stop::File(FileFault::NotCollection(why)) => FileError::NotGeoJson(why.to_owned()),
        Stop::File(FileFault::After) => FileError::After,
        Stop::File(FileFault::Large(index)) => {
            FileError::NotGeoJson(format!("onderdeel {} is te groot", index + 1))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::geojson::Page;
    use crate::step3::indicators::read::Options;

    fn points(content: impl AsRef<[u8]>) -> Result<(Option<Crs>, Vec<Option<Geometry>>), FileError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("f.geojson");
        std::fs::write(&path, content).unwrap();
        let opened = Opened::open(&path, &Options::default(), 1_000_000)?;
        let mut all = Vec::new();
        opened.rows(&mut |record| {
            all.push(record.geometry.cloned());
            Ok(())
        })?;
        Ok((opened.told.crs, all))
    }

    fn feature(shape: &str) -> String {
        format!(r#"{{"type":"Feature","properties":{{"soort":"afval"}},{shape}}}"#)
    }

    #[allow(clippy::unnecessary_wraps, reason = "as a feature has it: with a place or without")]
    fn at(x: f64, y: f64) -> Option<Geometry> {
        Some(Geometry::Point(Coord { x, y }))
    }

    const POINT: &str = r#""geometry":{"type":"Point","coordinates":[4.9,52.3]}"#;

    #[test]
    fn a_feature_on_each_line_is_read_whole_and_what_stands_behind_a_collection_is_an_error() {
        let one = feature(POINT);
        let three = vec![at(4.9, 52.3); 3];
        assert_eq!(points(format!("{one}\n{one}\r\n{one}\n")).unwrap().1, three);
        assert_eq!(points(format!("\u{1e}{one}\n\u{1e}{one}\n\u{1e}{one}\n")).unwrap().1, three);
        assert_eq!(points(&one).unwrap().1.len(), 1);
        let two = format!(r#"{{"type":"FeatureCollection","features":[{one},{one}]}}"#);
        assert_eq!(points(&two).unwrap().1.len(), 2);
        for behind in [two.as_str(), &one, "<!-- einde -->", "null", "]"] {
            assert_eq!(points(format!("{two}\n{behind}")).unwrap_err(), FileError::After, "{behind}");
        }
        assert_eq!(points(format!("{one}\n{two}")).unwrap_err(), FileError::After);
        assert!(matches!(points(format!("{one}\n{{\"type\":")), Err(FileError::NotGeoJson(_))));
    }

    #[test]
    fn fields_of_several_values_and_other_pages_are_told() {
        let told = |head: &str, properties: &str| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("f.geojson");
            let one = format!(r#"{{"type":"Feature","geometry":null,"properties":{properties}}}"#);
            std::fs::write(&path, format!(r#"{{"type":"FeatureCollection",{head}"features":[{one}]}}"#))
                .unwrap();
            Opened::open(&path, &Options::default(), 1_000_000).unwrap().told
        };
        let whole = r#"{"code":"BU0363MM05","inwoners":10,"leeg":null}"#;
        let nested = r#"{"code":"BU0363MM05","stats":{"inwoners":10},"arr":[1,2]}"#;
        assert_eq!(told("", nested).nested, ["arr", "stats"]);
        assert_eq!((told("", whole).nested.len(), told("", whole).page), (0, None));
        let links = r#""numberMatched":1000,"numberReturned":1,"links":[{"rel":"next","href":"x"}],"#;
        assert_eq!(told(links, whole).page, Some(Page { missing: Some(999) }));
        for head in [r#""exceededTransferLimit":true,"#, r#""properties":{"exceededTransferLimit":true},"#] {
            assert_eq!(told(head, whole).page, Some(Page { missing: None }), "{head}");
        }
    }

    #[test]
    fn letters_in_another_encoding_are_told_with_what_to_do() {
        let text = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, feature(POINT));
        let text = text.replace("afval", "Café");
        let latin: Vec<u8> = text.chars().map(|letter| letter as u8).collect();
        let told = points(latin).unwrap_err();
        assert_eq!(told, FileError::NotUtf8(1));
        assert!(told.to_string().contains("Sla het op als UTF-8"), "{told}");
    }

    #[test]
    fn marks_in_front_and_utf_16_make_no_difference() {
        let text = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, feature(POINT));
        let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        for content in [
            [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat(),
            [b"\xff\xfe".as_slice(), &wide(u16::to_le_bytes)].concat(),
            [b"\xfe\xff".as_slice(), &wide(u16::to_be_bytes)].concat(),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
        ] {
            assert_eq!(points(&content).unwrap().1, [at(4.9, 52.3)], "{content:?}");
        }
    }

    #[test]
    fn a_point_that_is_written_as_several_is_a_point() {
        let shapes = [
            r#"{"type":"MultiPoint","coordinates":[[4.9,52.3]]}"#,
            r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[4.9,52.3]}]}"#,
            r#"{"type":"MultiPoint","coordinates":[[4.9,52.3],[4.8,52.3]]}"#,
            r#"{"type":"MultiPoint","coordinates":[]}"#,
        ];
        let lines = shapes.map(|shape| feature(&format!(r#""geometry":{shape}"#))).join("\n");
        let found = points(lines).unwrap().1;
        assert_eq!(found, [at(4.9, 52.3), at(4.9, 52.3), Some(Geometry::Several), None]);
    }

    #[test]
    fn json_fg_says_its_places_in_its_own_system_and_order() {
        let place = |crs: &str, x: f64, y: f64| {
            let place = format!(r#""place":{{"type":"Point","coordinates":[{x},{y}]}}"#);
            let one = feature(&format!(r#""geometry":null,{place}"#));
            points(format!(r#"{{"type":"FeatureCollection","coordRefSys":{crs},"features":[{one}]}}"#))
        };
        let rd = "\"http://www.opengis.net/def/crs/EPSG/0/28992\"";
        assert_eq!(place(rd, 121_000.0, 487_000.0), Ok((Some(Crs::Rd), vec![at(121_000.0, 487_000.0)])));
        let rd = r#"{"type":"Reference","href":"http://www.opengis.net/def/crs/EPSG/0/7415"}"#;
        assert_eq!(place(rd, 121_000.0, 487_000.0).unwrap().0, Some(Crs::Rd));
        let degrees = "\"http://www.opengis.net/def/crs/EPSG/0/4258\"";
        assert_eq!(place(degrees, 52.3, 4.9), Ok((Some(Crs::Wgs), vec![at(4.9, 52.3)])));
        assert!(matches!(place("\"EPSG:3035\"", 1.0, 2.0), Err(FileError::NamedCrs(_))));
        // Where both are there, `geometry` is in degrees by the standard, and nothing else has to be known.
        let both = feature(&format!(
            r#""coordRefSys":"EPSG:3035",{POINT},"place":{{"type":"Point","coordinates":[1,2]}}"#
        ));
        assert_eq!(points(both), Ok((None, vec![at(4.9, 52.3)])));
    }
}
