//! GeoPackage: one layer of a SQLite file, with shapes or without.

use std::path::Path;

use super::{Cell, Crs, Each, FileFacts, Kind, Opened, Options, Record};
use crate::platform::geopackage::{self as files, Layer, Loose, wait};
use crate::step3::indicators::FileError;

/// What stands for a cell that is there and cannot be read: no number, and the code of no place.
const UNREADABLE: &str = "\u{fffd}";

pub fn open(path: &Path, options: &Options) -> Result<Opened, FileError> {
    let layers = wait(files::layers(path))?;
    let layer = match (&options.layer, layers.as_slice()) {
        (_, []) => return Err(FileError::Empty),
        (Some(wanted), all) => {
            Layer::named(all, wanted).ok_or_else(|| FileError::NoLayer(wanted.clone(), Layer::names(all)))?
        }
        (None, [one]) => one,
        (None, all) => return Err(FileError::AskLayer(Layer::names(all))),
    };
    let named = Some(&layer.srs).filter(|name| !name.is_empty());
    let crs =
        named.map(|name| Crs::named(name).ok_or_else(|| FileError::NamedCrs(name.clone()))).transpose()?;
    let told = FileFacts {
        format: "GeoPackage".to_owned(),
        layer: layer.table.clone(),
        crs,
        unfinished: files::is_unfinished(path)?,
        ..FileFacts::default()
    };
    Ok(Opened {
        path: path.to_owned(),
        told,
        columns: layer.columns.clone(),
        units: vec![String::new(); layer.columns.len()],
        kind: Kind::GeoPackage(layer.clone()),
    })
}

pub fn rows(path: &Path, layer: &Layer, each: Each<'_>) -> Result<(), FileError> {
    let mut row = 0;
    wait(files::rows::<FileError>(path, layer, &mut |values, shape| {
        row += 1;
        let cells: Vec<Cell<'_>> = values
            .iter()
            .map(|value| match value {
                Loose::Text(text) => Cell::Text(text),
                Loose::Number(number) => Cell::Number(*number),
                Loose::Bytes => Cell::Text(UNREADABLE),
                Loose::Nothing => Cell::Text(""),
            })
            .collect();
        let geometry = shape.and_then(files::geometry);
        each(&Record { row, cells: &cells, geometry: geometry.as_ref() })
    }))
}
