//! A layer as a file that somebody takes along: each form, with what the layer rests on in it, under a name that says
//! what it is.
//!
//! Files are kept while the layer that they are of is: made once, then served from memory.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use bytes::Bytes;
use geo::{LineString, Polygon};
use geojson::FeatureCollection;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use vakken::Vak;

use super::ascii::ascii;
use super::draw::merged;
use super::error::LayerError;
use super::source::{self, Source};
use super::{HeatError, HeatGrid, Provenance, Ramp, image, isobands, json, tiff};
use crate::place::buurt::{Place, TrajectArea};
use crate::platform::geojson::{self as features, collection, feature};

/// What a file can be, as in its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// Isobands.
    GeoJson {
        /// With a feature for where there are no, or too few, answers.
        suppressed: bool,
    },
    /// The grid.
    Json,
    /// The picture to lay over a map.
    Png,
    /// `GeoTIFF` in RD New.
    Tiff,
    /// The squares that it is drawn from.
    Vakken,
}

impl Form {
    /// The form of a name's last part.
    pub(super) fn of(extension: &str, suppressed: bool) -> Option<Self> {
        match extension {
            "geojson" => Some(Self::GeoJson { suppressed }),
            "json" => Some(Self::Json),
            "png" => Some(Self::Png),
            "tif" => Some(Self::Tiff),
            "vakken.geojson" => Some(Self::Vakken),
            _ => None,
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::GeoJson { .. } => "geojson",
            Self::Vakken => "vakken.geojson",
            Self::Json => "json",
            Self::Png => "png",
            Self::Tiff => "tif",
        }
    }

    pub(super) const fn content_type(self) -> &'static str {
        match self {
            Self::GeoJson { .. } | Self::Vakken => "application/geo+json",
            Self::Json => "application/json",
            Self::Png => "image/png",
            Self::Tiff => "image/tiff",
        }
    }
}

/// A layer in one form.
#[derive(Debug)]
pub(super) struct File {
    pub(super) bytes: Bytes,
    pub(super) etag: String,
    /// For a picture, where it lies.
    pub(super) bbox: Option<String>,
    /// What it is called on somebody's disk, in ASCII.
    pub(super) name: String,
}

/// Files that were made, by the layer that they are of.
#[derive(Default)]
pub(super) struct Files(Mutex<HashMap<(usize, Form), Kept>>);

struct Kept {
    /// While this is held, no other layer gets its address. A layer that is forgotten takes its files along.
    grid: Weak<HeatGrid>,
    provenance: Provenance,
    file: Arc<File>,
}

impl Files {
    fn with<T>(&self, work: impl FnOnce(&mut HashMap<(usize, Form), Kept>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The file of a layer, made where there is none.
    ///
    /// # Errors
    /// [`LayerError::OutsideRd`] for a `GeoTIFF` of an area abroad; a file that cannot be written.
    pub(super) async fn of(
        &self,
        source: &Source,
        grid: Arc<HeatGrid>,
        provenance: Provenance,
        form: Form,
    ) -> Result<Arc<File>, LayerError> {
        if form == Form::Tiff && !source.area.is_rd() {
            return Err(LayerError::OutsideRd);
        }
        let key = (Arc::as_ptr(&grid).addr(), form);
        let known = self.with(|kept| {
            let kept = kept.get(&key)?;
            (kept.grid.strong_count() > 0 && kept.provenance == provenance).then(|| kept.file.clone())
        });
        if let Some(known) = known {
            return Ok(known);
        }
        let squares = merged(&source::squares(source, &provenance.slice()));
        let (area, layer, about) = (source.area.clone(), grid.clone(), provenance.clone());
        let made = tokio::task::spawn_blocking(move || make(&area, &layer, &squares, &about, form)).await;
        let file = Arc::new(made.map_err(|error| HeatError::Encode(error.to_string()))??);
        let kept = Kept { grid: Arc::downgrade(&grid), provenance, file: file.clone() };
        self.with(|all| {
            all.retain(|_, kept| kept.grid.strong_count() > 0);
            all.insert(key, kept);
        });
        Ok(file)
    }
}

fn make(
    area: &TrajectArea,
    grid: &HeatGrid,
    squares: &[Vak],
    about: &Provenance,
    form: Form,
) -> Result<File, HeatError> {
    let to_lonlat = |x, y| lonlat(area, x, y);
    let mut bbox = None;
    let bytes = match form {
        Form::GeoJson { suppressed } => {
            with_provenance(features::json(&isobands(grid, to_lonlat).to_geojson(suppressed)), about)
        }
        Form::Json => {
            let mut body = json::to_json(grid);
            if !area.is_rd() {
                body["crs"] = Value::Null;
            }
            with_provenance(body, about)
        }
        Form::Png => {
            let to_rd =
                |lon, lat| area.metres(Place { lon, lat }).map_or((f64::NAN, f64::NAN), |at| (at.x, at.y));
            let picture = image::picture(grid, Ramp::of_kind(&about.kind), &about.text(), to_lonlat, to_rd)?;
            bbox = Some(picture.bbox_header());
            picture.png
        }
        Form::Tiff => tiff::geotiff(grid, about)?,
        Form::Vakken => with_provenance(features::json(&as_features(squares, to_lonlat)), about),
    };
    let etag = format!("\"{}\"", hex::encode(&Sha256::digest(&bytes)[..12]));
    Ok(File { bytes: bytes.into(), etag, bbox, name: name(about, form) })
}

/// The squares as polygons, each with its south-west corner and side in metres and its people, at least.
fn as_features(squares: &[Vak], to_lonlat: impl Fn(f64, f64) -> (f64, f64)) -> FeatureCollection {
    let square = |vak: &Vak| {
        let (west, south, side) = (f64::from(vak.x), f64::from(vak.y), f64::from(vak.side));
        let ring: LineString = [(0., 0.), (side, 0.), (side, side), (0., side), (0., 0.)]
            .into_iter()
            .map(|(east, north)| to_lonlat(west + east, south + north))
            .collect();
        let properties = json!({"x": vak.x, "y": vak.y, "side": vak.side, "people": vak.people});
        feature(Some((&Polygon::new(ring, Vec::new())).into()), properties)
    };
    collection(squares.iter().map(square).collect(), Value::Null)
}

/// A place in the metres of the area as degrees; what cannot be turned back lies nowhere.
pub(super) fn lonlat(area: &TrajectArea, x: f64, y: f64) -> (f64, f64) {
    area.degrees(x, y).map_or((f64::NAN, f64::NAN), |place| (place.lon, place.lat))
}

/// A foreign member, as RFC 7946 (§6.1) allows and JSON does anyway.
fn with_provenance(mut body: Value, about: &Provenance) -> Vec<u8> {
    body["provenance"] = about.to_json();
    body.to_string().into_bytes()
}

/// `buurtbalans-2027-all-sterk-avond-75m.tif`.
fn name(about: &Provenance, form: Form) -> String {
    let moment = about.moment.map(|moment| format!("-{moment}")).unwrap_or_default();
    let (theme, kind, grain) = (&about.theme, &about.kind, about.bandwidth);
    format!("{}-{theme}-{kind}{moment}-{grain}m.{}", title(about), form.extension())
}

/// The title of a traject as a part of a file's name.
pub(super) fn title(about: &Provenance) -> String {
    let words = ascii(&about.traject).to_lowercase();
    let words = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let title: String = words.collect::<Vec<_>>().join("-").chars().take(60).collect();
    if title.is_empty() { "traject".to_owned() } else { title }
}
