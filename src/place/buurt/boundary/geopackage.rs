//! Boundaries from a GeoPackage, as CBS and PDOK publish them: several layers in one file.

use std::path::Path;

use geo::{Geometry as Shape, MultiPolygon};
use serde_json::Value;

use super::{Boundaries, Entry, MAX_FEATURES, Raw, Source, System, Wanted, few_enough, text_of};
use crate::place::buurt::codes::one_form;
use crate::place::buurt::error::{BuurtError, RingFault};
use crate::platform::geopackage::{self as files, Geometry, Layer, Loose, wait};

/// Reads the layer with boundaries; with a code in mind only that one's shape is kept.
///
/// # Errors
/// A file that cannot be read, about which something must be asked, or in another coordinate system.
pub(super) fn read(path: &Path, wanted: Wanted<'_>) -> Result<Boundaries, BuurtError> {
    let layers: Vec<Layer> = wait(files::layers(path))?;
    let layers: Vec<Layer> = layers.into_iter().filter(Layer::has_shapes).collect();
    let layer = chosen(&layers, wanted)?;
    let known: Vec<&str> = layer.columns.iter().map(String::as_str).collect();
    let fields = wanted.fields.find(&known)?;
    let column = |field: &String| {
        let missing = || BuurtError::NoField { index: 0, field: field.clone() };
        layer.columns.iter().position(|known| known == field).ok_or_else(missing)
    };
    let (code_at, name_at) = (column(&fields.code)?, column(&fields.name)?);
    let system = match layer.srs.as_str() {
        "" => System::DEGREES,
        srs => System::named(srs, false)?,
    };
    let asked = wanted.code.map(one_form);
    let mut features = Vec::new();
    let mut take = |values: &[Loose], blob: Option<&[u8]>| {
        let index = features.len();
        if index == MAX_FEATURES {
            return Err(BuurtError::TooManyFeatures(MAX_FEATURES));
        }
        let (code, name) = (text(&values[code_at]), text(&values[name_at]));
        let code = code.map(|code| one_form(&code).into_owned());
        let asked_for = asked.as_deref().is_none_or(|asked| code.as_deref() == Some(asked));
        let shape = if asked_for { shape(blob) } else { Err(RingFault::NoGeometry) };
        let missing = |field: &String| BuurtError::NoField { index, field: field.clone() };
        let outcome = match (&code, name) {
            (None, _) => Err(missing(&fields.code)),
            (_, None) => Err(missing(&fields.name)),
            (_, Some(name)) => Ok(Raw { name, shape, within: Source::OfFile }),
        };
        features.push(Entry { code, outcome });
        Ok::<_, BuurtError>(())
    };
    wait(files::rows(path, layer, &mut take))?;
    Ok(Boundaries { features, systems: [system; 2], page: None })
}

/// The layer that somebody names; else the only one, or the one that is called after what the code is of.
fn chosen<'l>(layers: &'l [Layer], wanted: Wanted<'_>) -> Result<&'l Layer, BuurtError> {
    let names = || Layer::names(layers);
    if let Some(name) = wanted.layer {
        return Layer::named(layers, name).ok_or_else(|| BuurtError::NoLayer(name.to_owned(), names()));
    }
    let asked = wanted.code.map(one_form);
    let about = match asked.as_deref().and_then(|code| code.get(..2)) {
        Some("WK") => "wijk",
        Some("GM") => "gemeente",
        _ => "buurt",
    };
    let mut called = layers.iter().filter(|one| one.table.to_lowercase().contains(about));
    match (layers, called.next(), called.next()) {
        ([], _, _) => Err(BuurtError::NoBoundary),
        ([one], _, _) | (_, Some(one), None) => Ok(one),
        _ => Err(BuurtError::AskLayer(names())),
    }
}

fn text(value: &Loose) -> Option<String> {
    match value {
        Loose::Text(text) => text_of(&Value::String(text.clone())),
        Loose::Number(number) => Some(number.to_string()),
        Loose::Bytes | Loose::Nothing => None,
    }
}

fn shape(blob: Option<&[u8]>) -> Result<Shape, RingFault> {
    let blob = blob.ok_or(RingFault::NoGeometry)?;
    let shape = match files::geometry(blob).ok_or(RingFault::Shape("Polygon"))? {
        Geometry::Area(MultiPolygon(mut all)) if all.len() == 1 => Shape::Polygon(all.remove(0)),
        Geometry::Area(area) if area.0.is_empty() => return Err(RingFault::NoGeometry),
        Geometry::Area(area) => Shape::MultiPolygon(area),
        Geometry::Point(_) | Geometry::Several => return Err(RingFault::NotAPolygon("Point".to_owned())),
        Geometry::Other(kind) => return Err(RingFault::NotAPolygon(kind.to_owned())),
    };
    few_enough(shape)
}
