//! Reading a file of neighbourhood boundaries, GeoJSON or GeoPackage: strict, bounded, never a panic. Whether a boundary is sound
//! is looked at when it is asked for: of a file with many only those that are imported.

mod fields;
mod geopackage;

use std::{
    fs::File,
    io::{BufReader, Read, Seek as _},
    path::Path,
};

use geo::{Coord, Geometry, MapCoords as _, MultiPolygon};
use geojson::{GeometryValue, Position as Corner};
use serde_json::Value;

use super::{
    area::{check_extent, polygons},
    codes::one_form,
    crs::{Crs, is_north_first},
    error::{BuurtError, RingFault},
    model::{Bbox, Place},
    rd::Rd,
    rows::Rows as _,
    tangle::MOST_CORNERS,
    validity::sound,
};
use crate::platform::geojson::{self as files, FileFault, Item, Page, Shape, Stop};
use crate::platform::geopackage::START;
use crate::platform::text::line;

pub use fields::Fields;
use fields::Found;

/// Larger files are refused, in megabytes.
const MAX_FILE_MB: u64 = 200;
/// The same for a GeoPackage of which one boundary is asked for: it is read row by row.
const MAX_GEOPACKAGE_MB: u64 = 2000;
/// More than there are buurten in the country, and wijken, and municipalities.
const MAX_FEATURES: usize = 50_000;
/// What a boundary can be made of.
const SURFACES: [&str; 2] = ["Polygon", "MultiPolygon"];
/// What a code or a name may hold.
const LONGEST_TEXT: usize = 200;

/// What is wanted of a file with boundaries.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// Where code and name stand.
    pub fields: Fields<'a>,
    /// Which layer of a GeoPackage; the only one, or the one with buurten, where nobody says it.
    pub layer: Option<&'a str>,
    /// The only boundary that is asked for.
    pub code: Option<&'a str>,
}

impl<'a> From<Fields<'a>> for Wanted<'a> {
    fn from(fields: Fields<'a>) -> Self {
        Self { fields, ..Self::default() }
    }
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
    /// The system in which shapes are, and that of the `place` of JSON-FG.
    systems: [System; 2],
    /// Which page of more the file is.
    page: Option<Page>,
}

/// A feature as it is written.
#[derive(Debug)]
struct Entry {
    code: Option<String>,
    outcome: Result<Raw, BuurtError>,
}

#[derive(Debug)]
struct Raw {
    name: String,
    shape: Result<Geometry, RingFault>,
    within: Source,
}

/// In which system a feature says that its shape is.
#[derive(Debug, Clone, Copy)]
enum Source {
    /// That of the file.
    OfFile,
    /// That of the file for the `place` of JSON-FG.
    OfPlaces,
    /// One of its own, for its `place`.
    Own(System),
}

/// How two numbers are a place.
#[derive(Debug, Clone, Copy)]
struct System {
    crs: Crs,
    north_first: bool,
}

impl System {
    const DEGREES: Self = Self { crs: Crs::Wgs, north_first: false };

    /// The system of this name.
    fn named(name: &str, is_place: bool) -> Result<Self, BuurtError> {
        let crs = Crs::named(name).ok_or_else(|| BuurtError::OtherCrs(name.to_owned()))?;
        Ok(Self { crs, north_first: is_place && is_north_first(name) })
    }

    fn degrees(self, Coord { x: first, y: second }: Coord) -> Result<Coord, RingFault> {
        let [x, y] = if self.north_first { [second, first] } else { [first, second] };
        let wgs = match self.crs {
            Crs::Wgs => Place::new(x, y)?,
            Crs::Rd => Rd { x, y }.to_wgs()?,
        };
        Ok(Coord { x: wgs.lon, y: wgs.lat })
    }
}

impl Boundaries {
    /// Reads a file. What it is, is read from its bytes. Blocks: not for a thread that others wait for.
    ///
    /// # Errors
    /// Cannot be read, too large, not JSON, not a feature collection, in another coordinate system, or with fields or layers that
    /// leave it unclear what is meant.
    pub fn read<'a>(path: &Path, wanted: impl Into<Wanted<'a>>) -> Result<Self, BuurtError> {
        let wanted = wanted.into();
        let cannot = |source| BuurtError::Read { path: path.to_owned(), source };
        let mut file = File::open(path).map_err(cannot)?;
        let size_mb = file.metadata().map_err(cannot)?.len().div_ceil(1_000_000);
        let mut start = Vec::new();
        file.by_ref().take(16).read_to_end(&mut start).map_err(cannot)?;
        let is_geopackage = start == START;
        let max_mb = if is_geopackage && wanted.code.is_some() { MAX_GEOPACKAGE_MB } else { MAX_FILE_MB };
        if size_mb > max_mb {
            return Err(BuurtError::FileTooLarge { path: path.to_owned(), size_mb, max_mb });
        }
        if is_geopackage {
            return geopackage::read(path, wanted);
        }
        file.rewind().map_err(cannot)?;
        Self::from_reader(BufReader::new(file.take(MAX_FILE_MB * 1_000_000)), wanted.fields)
    }

    /// Reads GeoJSON, one feature at a time, so that memory holds only what is kept.
    ///
    /// # Errors
    /// As [`Boundaries::read`].
    pub fn from_reader(reader: impl Read, fields: Fields<'_>) -> Result<Self, BuurtError> {
        let (mut found, mut known) = (Vec::new(), None);
        let heading = files::walk(reader, &mut |index, feature| {
            if index == MAX_FEATURES {
                return Err(BuurtError::TooManyFeatures(MAX_FEATURES));
            }
            if known.is_none()
                && let Some(properties) = feature.properties()
            {
                let names: Vec<_> = properties.keys().map(String::as_str).collect();
                known = Some(fields.find(&names)?);
            }
            found.push(Entry::of(index, feature, known.as_ref())?);
            Ok(())
        });
        let heading = heading.map_err(|stop| match stop {
            Stop::Asked(error) => error,
            Stop::File(FileFault::Read(error)) => BuurtError::Decode(error.to_string()),
            Stop::File(FileFault::NotJson { line, column }) => BuurtError::NotJson { line, column },
            Stop::File(FileFault::NotUtf8 { line }) => BuurtError::NotUtf8 { line },
            Stop::File(FileFault::NotCollection(why)) => BuurtError::NotFeatureCollection(why),
            Stop::File(FileFault::After) => BuurtError::After,
            Stop::File(FileFault::Large(index)) => BuurtError::FeatureTooLarge { index },
        })?;
        let system = |name: Option<String>, is_place| {
            name.map_or(Ok(System::DEGREES), |name| System::named(&name, is_place))
        };
        let page = heading.pages.page(heading.features);
        let systems = [system(heading.crs, false)?, system(heading.place_crs, true)?];
        Ok(Self { features: found, systems, page })
    }

    /// How many features the file has.
    pub fn len(&self) -> usize {
        self.features.len()
    }

    /// Whether the file is one page of more, and how many it does not have, where it says so.
    pub fn page(&self) -> Option<Page> {
        self.page
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
        let code = &*one_form(code);
        let count = self.features.len();
        let (mut picked, mut nameless) = (None, None);
        for (index, entry) in self.features.into_iter().enumerate() {
            match (&entry.code, &picked) {
                (Some(found), None) if found == code => picked = Some((index, entry)),
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
        picked.map_or_else(
            || Err(nameless.unwrap_or_else(not_found)),
            |(index, entry)| entry.boundary(index, self.systems),
        )
    }

    /// Every neighbourhood, in the order of the file.
    ///
    /// # Errors
    /// The first feature that cannot be a boundary; a code that is there twice; no features at all.
    pub fn all(self) -> Result<Vec<Boundary>, BuurtError> {
        let mut seen = std::collections::HashMap::new();
        let mut all = Vec::with_capacity(self.features.len());
        for (second, entry) in self.features.into_iter().enumerate() {
            let boundary = entry.boundary(second, self.systems)?;
            if let Some(first) = seen.insert(boundary.code.clone(), second) {
                return Err(BuurtError::DuplicateCode { code: boundary.code, first, second });
            }
            all.push(boundary);
        }
        if all.is_empty() { Err(BuurtError::NoBoundary) } else { Ok(all) }
    }
}

impl Entry {
    fn of(index: usize, feature: Item, fields: Option<&Found>) -> Result<Self, BuurtError> {
        let Some((fields, properties)) = fields.zip(feature.properties()) else {
            return Ok(Self { code: None, outcome: Err(BuurtError::NotAFeature { index }) });
        };
        let text = |field: &str| properties.get(field).and_then(text_of);
        let (code, name) = (text(&fields.code).map(|code| one_form(&code).into_owned()), text(&fields.name));
        let missing = |field: &str| BuurtError::NoField { index, field: field.to_owned() };
        let outcome = if !files::is_feature(feature.value()) {
            Err(BuurtError::NotAFeature { index })
        } else if code.is_none() {
            Err(missing(&fields.code))
        } else {
            let within = match feature.place_crs() {
                _ if !feature.is_at_place() => Source::OfFile,
                Some(name) => Source::Own(System::named(&name, true)?),
                None => Source::OfPlaces,
            };
            let raw = |name| Raw { name, shape: geometry(feature.into_parts().1), within };
            name.map(raw).ok_or_else(|| missing(&fields.name))
        };
        Ok(Self { code, outcome })
    }

    /// The boundary, in degrees and sound.
    fn boundary(self, index: usize, systems: [System; 2]) -> Result<Boundary, BuurtError> {
        let Raw { name, shape, within } = self.outcome?;
        let code = self.code.unwrap_or_default();
        let system = match within {
            Source::OfFile => systems[0],
            Source::OfPlaces => systems[1],
            Source::Own(system) => system,
        };
        let geometry =
            shape.and_then(|shape| shape.try_map_coords(|at| system.degrees(at))).and_then(|degrees| {
                let bbox = Bbox::of(degrees.positions()).ok_or(RingFault::NoGeometry)?;
                check_extent(bbox)?;
                sound(degrees)
            });
        match geometry {
            Ok(geometry) => Ok(Boundary { code, name, geometry }),
            Err(fault) => Err(BuurtError::Feature { index, code: Some(code), fault }),
        }
    }
}

/// A code may be written as a number; an empty text is no text.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => {
            let text = line(text);
            Some(text.trim().chars().take(LONGEST_TEXT).collect()).filter(|text: &String| !text.is_empty())
        }
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A shape as it is written, before it is known in which system.
fn geometry(shape: Shape) -> Result<Geometry, RingFault> {
    let geometry = match shape {
        Shape::None => return Err(RingFault::NoGeometry),
        // Lines and points beside a surface are no boundary; what remains is.
        Shape::Several(members) => {
            let mut all = Vec::new();
            for member in members {
                match member {
                    Shape::Known(value) => {
                        all.extend(surface(&value)?.into_iter().flat_map(|one| polygons(&one)));
                    }
                    Shape::Broken(kind) if SURFACES.contains(&kind) => return Err(RingFault::Shape(kind)),
                    _ => {}
                }
            }
            match all.len() {
                0 => return Err(RingFault::NotAPolygon("GeometryCollection".to_owned())),
                1 => Geometry::Polygon(all.remove(0)),
                _ => Geometry::MultiPolygon(MultiPolygon(all)),
            }
        }
        Shape::Known(value) => {
            surface(&value)?.ok_or_else(|| RingFault::NotAPolygon(value.type_name().to_owned()))?
        }
        Shape::Broken(kind) if kind == "GeometryCollection" || SURFACES.contains(&kind) => {
            return Err(RingFault::Shape(kind));
        }
        Shape::Broken(kind) => return Err(RingFault::NotAPolygon(kind.to_owned())),
        Shape::Other(kind) => return Err(RingFault::NotAPolygon(kind.chars().take(40).collect())),
    };
    few_enough(geometry)
}

/// A neighbourhood with more corners is a mistake.
fn few_enough(geometry: Geometry) -> Result<Geometry, RingFault> {
    if geometry.positions().nth(MOST_CORNERS).is_some() {
        return Err(RingFault::TooManyVertices(MOST_CORNERS));
    }
    Ok(geometry)
}

/// A polygon or several, closed: `geo` would close an open one without a word. Nothing for another geometry.
fn surface(value: &GeometryValue) -> Result<Option<Geometry>, RingFault> {
    match value {
        GeometryValue::Polygon { coordinates } => check_rings(coordinates, "Polygon")?,
        GeometryValue::MultiPolygon { coordinates } => {
            coordinates.iter().try_for_each(|rings| check_rings(rings, "MultiPolygon"))?;
        }
        _ => return Ok(None),
    }
    Ok(value.try_into().ok())
}

fn check_rings(rings: &[Vec<Corner>], kind: &'static str) -> Result<(), RingFault> {
    if rings.is_empty() {
        return Err(RingFault::Shape(kind));
    }
    for ring in rings {
        if ring.len() < 4 {
            return Err(RingFault::TooShort(ring.len()));
        }
        if ring.first() != ring.last() {
            return Err(RingFault::NotClosed);
        }
    }
    Ok(())
}
