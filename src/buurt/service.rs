//! Keeping a buurt with its plattegrond, and the area of a traject, ready to measure against.

use std::collections::HashMap;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::store::{self, Drawn, Kept};
use super::street::Streets;
use super::{
    Area, AreaError, Bbox, Boundaries, Boundary, BuurtError, BuurtRef, Class, Fields, Geometry, Import,
    Index, MARGIN, Places, Plattegrond, Projection, Rd, Wgs, svg,
};
use crate::pins::Place;
use crate::platform::App;
use sha2::{Digest as _, Sha256};

/// Others' pins are shown on a grid of this many metres.
const SHOWN_GRID_M: f64 = 25.0;
/// Brotli's best: a plattegrond is made once and sent often.
const QUALITY: i32 = 11;

/// What `buurt import` is asked to do.
pub struct ImportRequest {
    /// The file with boundaries.
    pub boundary: PathBuf,
    /// The property that holds the code.
    pub code_field: String,
    /// The property that holds the name.
    pub name_field: String,
    /// The one buurt to import; every one where there is none.
    pub code: Option<String>,
    /// OpenStreetMap files.
    pub osm: Vec<PathBuf>,
}

/// What importing came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The buurten, by code and name.
    pub buurten: Vec<BuurtRef>,
    /// Things drawn, all buurten together, boundaries not counted.
    pub features: usize,
    /// OpenStreetMap shapes that were left out because they are broken.
    pub broken: usize,
}

/// Imports one buurt, or all of a boundary file. All or nothing.
///
/// # Errors
/// A file that cannot be used, with the feature and the reason: nothing is changed.
pub async fn import(app: &App, request: ImportRequest) -> Result<Imported, AreaError> {
    let made = tokio::task::spawn_blocking(move || make(&request)).await;
    let (imported, rows) = made.map_err(|error| AreaError::Pack(error.to_string()))??;
    keep(app, rows).await?;
    Ok(imported)
}

type Rows = Vec<(Kept, Drawn)>;

fn make(request: &ImportRequest) -> Result<(Imported, Rows), AreaError> {
    let fields = Fields { code: &request.code_field, name: &request.name_field };
    let boundaries = Boundaries::read(&request.boundary, fields)?;
    let chosen: Vec<Boundary> = match &request.code {
        Some(code) => vec![boundaries.pick(code)?],
        None => boundaries.all()?,
    };
    let import = Import::read(&chosen, &request.osm)?;
    let mut imported = Imported { buurten: Vec::new(), features: 0, broken: import.report().broken };
    let mut rows = Vec::new();
    for boundary in &chosen {
        let plattegrond = import.plattegrond(boundary)?;
        imported.features += plattegrond.features.len() - 1;
        imported.buurten.push(plattegrond.buurt.clone());
        rows.push(row(&plattegrond)?);
    }
    Ok((imported, rows))
}

/// Keeps a plattegrond that ships with the program.
///
/// # Errors
/// A file that is no plattegrond.
pub async fn keep_shipped(app: &App, geojson: &str) -> Result<BuurtRef, AreaError> {
    let plattegrond = Plattegrond::from_geojson(geojson)?;
    let buurt = plattegrond.buurt.clone();
    keep(app, vec![row(&plattegrond)?]).await?;
    Ok(buurt)
}

async fn keep(app: &App, rows: Rows) -> Result<(), AreaError> {
    app.db
        .write(move |tx| {
            Box::pin(async move {
                for (buurt, drawn) in rows {
                    store::insert_drawn(tx, drawn).await?;
                    store::upsert(tx, &buurt).await?;
                }
                Ok(())
            })
        })
        .await
}

fn row(plattegrond: &Plattegrond) -> Result<(Kept, Drawn), AreaError> {
    let drawn = draw(plattegrond)?;
    let boundary = plattegrond.boundary().ok_or(BuurtError::NoBoundary)?;
    // Says now, not on the evening itself, that it cannot be measured.
    Area::new([boundary])?;
    let boundary = serde_json::to_string(boundary).map_err(|error| AreaError::Pack(error.to_string()))?;
    let BuurtRef { code, name } = plattegrond.buurt.clone();
    let kept = Kept { code, name, boundary, invented: plattegrond.invented, plattegrond: drawn.hash.clone() };
    Ok((kept, drawn))
}

fn draw(plattegrond: &Plattegrond) -> Result<Drawn, AreaError> {
    let geojson = plattegrond.to_geojson()?;
    let picture = svg::draw(plattegrond, svg::Lettering::Tablet).ok_or(BuurtError::NoBoundary)?;
    let index = plattegrond.index();
    let names: Vec<_> = index.all().map(|named| (&named.name, named.lon, named.lat)).collect();
    // The picture is part of the name: a better drawing of the same map has a new address.
    let mut hash = Sha256::new();
    hash.update(&geojson);
    hash.update(&picture);
    Ok(Drawn {
        hash: hex::encode(&hash.finalize()[..12]),
        geojson: pack(geojson.as_bytes())?,
        svg: pack(picture.as_bytes())?,
        names: pack(&serde_json::to_vec(&names).map_err(|error| AreaError::Pack(error.to_string()))?)?,
        attribution: plattegrond.attribution.clone(),
    })
}

fn pack(bytes: &[u8]) -> Result<Vec<u8>, AreaError> {
    let params = brotli::enc::BrotliEncoderParams { quality: QUALITY, ..Default::default() };
    let mut writer = brotli::CompressorWriter::with_params(Vec::new(), 64 * 1024, &params);
    writer.write_all(bytes).map_err(|error| AreaError::Pack(error.to_string()))?;
    Ok(writer.into_inner())
}

pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<u8>, AreaError> {
    let mut out = Vec::new();
    brotli::Decompressor::new(bytes, 64 * 1024)
        .read_to_end(&mut out)
        .map_err(|error| AreaError::Pack(error.to_string()))?;
    Ok(out)
}

/// The area of a traject: one or more buurten, ready to measure against and to show.
pub struct TrajectArea {
    /// What it is called: the names of its buurten.
    pub name: String,
    /// Its buurten.
    pub buurten: Vec<BuurtRef>,
    /// The rectangle round it, degrees.
    pub bbox: Bbox,
    /// Whether it was invented for a demonstration.
    pub invented: bool,
    /// Whom to thank for the map.
    pub attribution: String,
    /// Its streets and places by name.
    pub names: Index,
    /// Those that are everybody's.
    pub places: Places,
    /// Where the picture of the plattegrond puts places.
    pub projection: Projection,
    hash: String,
    /// Of the plattegronden of its buurten: when one changes, the area is read again.
    hashes: String,
    area: Area,
    streets: Streets,
}

impl TrajectArea {
    /// Metres outside the area; 0 inside. A place that cannot be measured is infinitely far away.
    pub fn metres_outside(&self, lon: f64, lat: f64) -> f64 {
        self.area.distance(lon, lat).unwrap_or(f64::INFINITY)
    }

    /// A place in the metres of this area (RD New in the Netherlands).
    pub fn metres(&self, place: Place) -> Option<Rd> {
        let metres = self.area.metric().metres(Wgs { lon: place.lon, lat: place.lat }).ok()?;
        Some(Rd { x: metres.x, y: metres.y })
    }

    /// The place at these metres.
    pub fn degrees(&self, x: f64, y: f64) -> Option<Place> {
        let wgs = self.area.metric().degrees(geo::Coord { x, y }).ok()?;
        Some(Place { lon: wgs.lon, lat: wgs.lat })
    }

    /// Whether its metres are RD New; elsewhere they are a local projection.
    pub fn is_rd(&self) -> bool {
        self.area.metric().is_rd()
    }

    /// The nearest point of a 25 m grid: as exactly as others may see where somebody put a pin.
    pub fn on_grid(&self, place: Place) -> Place {
        let snap = |metres: f64| (metres / SHOWN_GRID_M).round() * SHOWN_GRID_M;
        let snapped = self.metres(place).and_then(|at| self.degrees(snap(at.x), snap(at.y)));
        // A place that was accepted can be measured; the middle of the area tells nobody anything.
        let [lon, lat] = self.bbox.centre();
        snapped.map_or(Place { lon, lat }, |at| Place { lon: round6(at.lon), lat: round6(at.lat) })
    }

    /// Where a pin about something sensitive is kept: one in or at a building on the nearest street, every other
    /// on the grid. It points at no home.
    pub fn front_door(&self, place: Place) -> Place {
        let at = self.metres(place).map(|at| geo::Coord { x: at.x, y: at.y });
        let street = at.filter(|at| self.streets.is_at_home(*at)).and_then(|at| self.streets.nearest(at));
        let street = street.and_then(|at| self.degrees(at.x, at.y));
        let street = street.map(|at| Place { lon: round6(at.lon), lat: round6(at.lat) });
        street.unwrap_or_else(|| self.on_grid(place))
    }

    /// Where the plattegrond is, for MapLibre.
    pub fn geojson_url(&self) -> String {
        format!("/plattegrond/{}.geojson", self.hash)
    }

    /// Where the names of its streets and places are.
    pub fn names_url(&self) -> String {
        format!("/plattegrond/{}.json", self.hash)
    }

    /// Where the plattegrond is, drawn.
    pub fn svg_url(&self) -> String {
        format!("/plattegrond/{}.svg", self.hash)
    }
}

fn round6(degrees: f64) -> f64 {
    (degrees * 1e6).round() / 1e6
}

/// A command beside the server may import a buurt anew: an area is looked up again after so long.
const FRESH: Duration = Duration::from_secs(5);

/// Areas that were asked for, with when they were last looked up.
#[derive(Default)]
pub struct Areas(Mutex<HashMap<String, (Instant, Arc<TrajectArea>)>>);

impl Areas {
    fn get(&self, key: &str) -> Option<(Instant, Arc<TrajectArea>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn put(&self, key: String, area: Arc<TrajectArea>) {
        let known = (Instant::now(), area);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key, known);
    }
}

/// The area of these buurten together.
///
/// # Errors
/// A buurt that is not there.
pub async fn area(app: &App, codes: &[String]) -> Result<Arc<TrajectArea>, AreaError> {
    let key = codes.join("+");
    let known = app.areas.get(&key);
    if let Some((since, area)) = &known
        && since.elapsed() < FRESH
    {
        return Ok(area.clone());
    }
    let mut kept = Vec::new();
    for code in codes {
        let row = store::find(&app.db, code).await?;
        kept.push(row.ok_or_else(|| AreaError::NoBuurt(code.clone()))?);
    }
    let hashes = kept.iter().map(|buurt| buurt.plattegrond.as_str()).collect::<Vec<_>>().join("+");
    let area = match known {
        Some((_, area)) if area.hashes == hashes => area,
        _ => Arc::new(read(app, &kept, hashes).await?),
    };
    app.areas.put(key, area.clone());
    Ok(area)
}

async fn read(app: &App, kept: &[Kept], hashes: String) -> Result<TrajectArea, AreaError> {
    let (hash, plattegrond) = match kept {
        [one] => (one.plattegrond.clone(), parsed(app, &one.plattegrond).await?),
        several => together(app, several, &hashes).await?,
    };
    let plattegrond = plattegrond.ok_or(BuurtError::NoBoundary)?;
    let boundary = plattegrond.boundary().ok_or(BuurtError::NoBoundary)?;
    let area = Area::new([boundary])?;
    let (bbox, names) = (area.bbox(), plattegrond.index());
    let buurten = kept.iter().map(|one| BuurtRef { code: one.code.clone(), name: one.name.clone() });
    Ok(TrajectArea {
        name: plattegrond.buurt.name.clone(),
        buurten: buurten.collect(),
        bbox,
        invented: plattegrond.invented,
        attribution: plattegrond.attribution.clone(),
        places: Places::new(area.metric(), &plattegrond.features, names.all())?,
        names,
        projection: Projection::new(bbox.widened(MARGIN)),
        hash,
        hashes,
        streets: Streets::new(area.metric(), &plattegrond.features)?,
        area,
    })
}

/// The plattegrond under a hash, if it is there.
async fn parsed(app: &App, hash: &str) -> Result<Option<Plattegrond>, AreaError> {
    let Some(drawn) = store::drawn(&app.db, hash).await? else { return Ok(None) };
    let text = String::from_utf8(unpack(&drawn.geojson)?);
    let text = text.map_err(|error| AreaError::Pack(error.to_string()))?;
    Ok(Some(Plattegrond::from_geojson(&text)?))
}

/// Several buurten as one plattegrond, drawn the first time they are asked for together.
async fn together(
    app: &App,
    kept: &[Kept],
    hashes: &str,
) -> Result<(String, Option<Plattegrond>), AreaError> {
    let hash = hex::encode(&Sha256::digest(hashes)[..12]);
    if let Some(known) = parsed(app, &hash).await? {
        return Ok((hash, Some(known)));
    }
    let mut all = Vec::new();
    for buurt in kept {
        all.extend(parsed(app, &buurt.plattegrond).await?);
    }
    let name = hash.clone();
    let drawing = tokio::task::spawn_blocking(move || {
        let plattegrond = merge(all)?;
        let drawn = Drawn { hash: name, ..draw(&plattegrond)? };
        Ok::<_, AreaError>((plattegrond, drawn))
    });
    let (plattegrond, drawn) = drawing.await.map_err(|error| AreaError::Pack(error.to_string()))??;
    app.db.write(move |tx| Box::pin(async move { store::insert_drawn(tx, drawn).await })).await?;
    Ok((hash, Some(plattegrond)))
}

/// Several plattegronden as one: what lies in two of them is drawn once where it is the same.
fn merge(all: Vec<Plattegrond>) -> Result<Plattegrond, AreaError> {
    let join = |part: fn(&BuurtRef) -> &str, with: &str| {
        all.iter().map(|one| part(&one.buurt)).collect::<Vec<_>>().join(with)
    };
    let buurt = BuurtRef { code: join(|one| &one.code, "+"), name: join(|one| &one.name, ", ") };
    let invented = all.iter().any(|one| one.invented);
    let attribution = all.iter().map(|one| one.attribution.clone()).find(|text| !text.is_empty());
    let mut polygons = Vec::new();
    let mut features = Vec::new();
    let mut boundary = None;
    for feature in all.into_iter().flat_map(|one| one.features) {
        if feature.properties.class == Class::Boundary {
            match &feature.geometry {
                Geometry::Polygon(rings) => polygons.push(rings.clone()),
                Geometry::MultiPolygon(several) => polygons.extend(several.clone()),
                _ => {}
            }
            boundary.get_or_insert(feature);
        } else if !features.contains(&feature) {
            features.push(feature);
        }
    }
    let mut boundary = boundary.ok_or(BuurtError::NoBoundary)?;
    boundary.geometry = Geometry::MultiPolygon(polygons);
    boundary.id.clone_from(&buurt.code);
    boundary.properties.name = Some(buurt.name.clone());
    features.sort_by_key(|feature| feature.properties.class);
    features.push(boundary);
    Ok(Plattegrond::new(buurt, attribution.unwrap_or_default(), invented, features)?)
}

/// A file of a plattegrond, brotli-compressed, if it is there.
///
/// # Errors
/// The database's.
pub(super) async fn file(app: &App, hash: &str, part: Part) -> Result<Option<Vec<u8>>, AreaError> {
    let drawn = store::drawn(&app.db, hash).await?;
    Ok(drawn.map(|drawn| match part {
        Part::Geojson => drawn.geojson,
        Part::Svg => drawn.svg,
        Part::Names => drawn.names,
    }))
}

/// The plattegrond of an area as SVG, for a picture with something over it.
///
/// # Errors
/// The database's.
pub async fn drawing(app: &App, area: &TrajectArea) -> Result<String, AreaError> {
    let packed = file(app, &area.hash, Part::Svg).await?.ok_or(BuurtError::NoBoundary)?;
    let plain = unpack(&packed)?;
    Ok(String::from_utf8_lossy(&plain).into_owned())
}

/// A part of a plattegrond that is served.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Geojson,
    Svg,
    Names,
}

/// Code and name of every buurt that was imported, by name.
///
/// # Errors
/// The database's.
pub async fn list(app: &App) -> Result<Vec<BuurtRef>, AreaError> {
    Ok(store::list(&app.db).await?)
}
