//! Keeping a buurt with its plattegrond, and the area of a traject, ready to measure against.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::codes::one_form;
use super::packed::{pack, pack_kept, read_packed, unpack};
use super::pictures::{self, Part};
use super::renewal::renewed;
use super::store::{self, BuurtRow, Listed, PlattegrondRow};
use super::street::Streets;
use super::{
    Area, AreaError, Boundaries, Boundary, BuurtError, BuurtRef, Class, Fields, Import, MARGIN, Place,
    Places, Plattegrond, Projection, Rd, TrajectArea, Wanted, polygons, svg,
};
use crate::people::accounts;
use crate::platform::geojson::{self as files, Page};
use crate::platform::{App, DbError};
use geo::{Geometry, MultiPolygon};
use geojson::GeometryValue;
use sha2::{Digest as _, Sha256};

/// So many codes of an import of many stand in the audit trail.
const MOST_NAMED: usize = 20;

/// What `buurt import` is asked to do.
pub struct ImportRequest {
    /// The file with boundaries.
    pub boundary: PathBuf,
    /// Which layer, of a GeoPackage with several.
    pub layer: Option<String>,
    /// The property that holds the code; found by its name where nobody says it.
    pub code_field: Option<String>,
    /// The property that holds the name; as with the code.
    pub name_field: Option<String>,
    /// The one buurt to import; every one where there is none.
    pub code: Option<String>,
    /// OpenStreetMap files.
    pub osm: Vec<PathBuf>,
    /// Take the map away that a buurt has, also where there is none or hardly any to put in its place.
    pub replace_map: bool,
}

/// What importing came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// The buurten, by code and name.
    pub buurten: Vec<BuurtRef>,
    /// Things drawn, all buurten together, boundaries not counted.
    pub features: usize,
    /// OpenStreetMap shapes that were left out because they are broken.
    pub broken: usize,
    /// Buurten that kept the map that they had.
    pub kept: Vec<BuurtRef>,
    /// Those of them whose boundary changed: their map may not reach to all of it.
    pub moved: Vec<BuurtRef>,
    /// All of the file was asked for, and it is one page of more: how many are missing, where it says so.
    pub page: Option<Page>,
}

/// Imports one buurt, or all of a boundary file, for a beheerder (nobody: the command line). All or nothing.
///
/// # Errors
/// A file that cannot be used, with the feature and the reason: nothing is changed.
pub async fn import(app: &App, by: Option<&str>, request: ImportRequest) -> Result<Imported, AreaError> {
    let failed = |error: tokio::task::JoinError| AreaError::Pack(error.to_string());
    let choosing = tokio::task::spawn_blocking(move || choose(&request).map(|chosen| (request, chosen)));
    let (request, (chosen, page)) = choosing.await.map_err(failed)??;
    let mut maps = HashMap::new();
    for boundary in &chosen {
        if let Some(map) = store::map(&app.db, &boundary.code).await? {
            maps.insert(boundary.code.clone(), map);
        }
    }
    let making = tokio::task::spawn_blocking(move || make(&request, &chosen, &maps));
    let (imported, rows) = making.await.map_err(failed)??;
    let imported = Imported { page, ..imported };
    let codes: Vec<_> = imported.buurten.iter().take(MOST_NAMED).map(|one| one.code.as_str()).collect();
    let entry = accounts::Entry::new(app, by, "buurt-import", &codes.join(" "))?;
    keep(app, rows, Some(entry)).await?;
    Ok(imported)
}

/// The buurten there are, as a beheerder sees them.
///
/// # Errors
/// The database's.
pub(super) async fn kept(app: &App) -> Result<Vec<Listed>, DbError> {
    store::kept(&app.db).await
}

type Rows = Vec<(BuurtRow, PlattegrondRow)>;

/// The boundaries to import, and whether others of them are on another page.
fn choose(request: &ImportRequest) -> Result<(Vec<Boundary>, Option<Page>), AreaError> {
    let fields = Fields { code: request.code_field.as_deref(), name: request.name_field.as_deref() };
    let wanted = Wanted { fields, layer: request.layer.as_deref(), code: request.code.as_deref() };
    let boundaries = Boundaries::read(&request.boundary, wanted)?;
    let page = boundaries.page();
    Ok(match &request.code {
        Some(code) => (vec![boundaries.pick(code)?], None),
        None => (boundaries.all()?, page),
    })
}

/// Draws them; `maps` has what buurten that are there already are drawn with, packed.
fn make(
    request: &ImportRequest,
    chosen: &[Boundary],
    maps: &HashMap<String, Vec<u8>>,
) -> Result<(Imported, Rows), AreaError> {
    let import = Import::read(chosen, &request.osm)?;
    let mut imported = Imported { broken: import.report().broken, ..Imported::default() };
    let mut rows = Vec::new();
    for boundary in chosen {
        let old = maps.get(&boundary.code).map(|packed| read_packed(packed)).transpose()?;
        let renewed = renewed(import.plattegrond(boundary)?, old, request.replace_map)?;
        let buurt = renewed.plattegrond.buurt.clone();
        imported.features += renewed.plattegrond.features.len() - 1;
        imported.kept.extend(renewed.kept.then(|| buurt.clone()));
        imported.moved.extend(renewed.moved.then(|| buurt.clone()));
        imported.buurten.push(buurt);
        rows.push(row(&renewed.plattegrond)?);
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
    keep(app, vec![row(&plattegrond)?], None).await?;
    Ok(buurt)
}

async fn keep(app: &App, rows: Rows, entry: Option<accounts::Entry>) -> Result<(), AreaError> {
    app.db
        .write(move |tx| {
            Box::pin(async move {
                for (buurt, drawn) in rows {
                    store::insert_drawn(tx, drawn).await?;
                    store::upsert(tx, &buurt).await?;
                }
                if let Some(entry) = entry {
                    accounts::record(tx, &entry).await?;
                }
                Ok(())
            })
        })
        .await
}

fn row(plattegrond: &Plattegrond) -> Result<(BuurtRow, PlattegrondRow), AreaError> {
    let drawn = draw(plattegrond)?;
    let boundary = plattegrond.boundary().ok_or(BuurtError::NoBoundary)?;
    // Says now, not on the evening itself, that it cannot be measured.
    Area::new([boundary])?;
    let boundary = GeometryValue::from(boundary).to_string();
    let BuurtRef { code, name } = plattegrond.buurt.clone();
    let kept =
        BuurtRow { code, name, boundary, invented: plattegrond.invented, plattegrond: drawn.hash.clone() };
    Ok((kept, drawn))
}

fn draw(plattegrond: &Plattegrond) -> Result<PlattegrondRow, AreaError> {
    let geojson = plattegrond.to_geojson()?;
    let picture = svg::draw(plattegrond).ok_or(BuurtError::NoBoundary)?;
    let index = plattegrond.index();
    let names: Vec<_> = index.all().map(|named| (&named.name, named.lon, named.lat)).collect();
    // The picture is part of the name: a better drawing of the same map has a new address.
    let mut hash = Sha256::new();
    hash.update(&geojson);
    hash.update(&picture);
    Ok(PlattegrondRow {
        hash: hex::encode(&hash.finalize()[..12]),
        geojson: pack_kept(geojson.as_bytes())?,
        svg: pack(picture.as_bytes())?,
        names: pack(&serde_json::to_vec(&names).map_err(|error| AreaError::Pack(error.to_string()))?)?,
        attribution: plattegrond.attribution.clone(),
    })
}

/// A command beside the server may import a buurt anew: an area is looked up again after so long.
const FRESH: Duration = Duration::from_secs(5);

/// Areas that were asked for, with when they were last looked up.
#[derive(Default)]
struct Areas(Mutex<HashMap<String, (Instant, Arc<TrajectArea>)>>);

impl Areas {
    fn get(&self, key: &str) -> Option<(Instant, Arc<TrajectArea>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn put(&self, key: String, area: Arc<TrajectArea>) {
        let known = (Instant::now(), area);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key, known);
    }
}

/// A code as a buurt is kept under it: as it is written, where there is such a one, else in the one form of its kind.
///
/// # Errors
/// The database's.
pub async fn as_kept(app: &App, code: &str) -> Result<String, DbError> {
    let kept = store::find(&app.db, code).await?;
    Ok(kept.map_or_else(|| one_form(code).into_owned(), |kept| kept.code))
}

/// The area of these buurten together.
///
/// # Errors
/// A buurt that is not there.
pub async fn area(app: &App, codes: &[String]) -> Result<Arc<TrajectArea>, AreaError> {
    let key = codes.join("+");
    let areas = app.parts.of::<Areas>();
    let known = areas.get(&key);
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
    areas.put(key, area.clone());
    Ok(area)
}

async fn read(app: &App, kept: &[BuurtRow], hashes: String) -> Result<TrajectArea, AreaError> {
    let (hash, plattegrond) = match kept {
        [one] => (one.plattegrond.clone(), parsed(app, &one.plattegrond).await?),
        several => together(app, several, &hashes).await?,
    };
    let plattegrond = plattegrond.ok_or(BuurtError::NoBoundary)?;
    let boundary = plattegrond.boundary().ok_or(BuurtError::NoBoundary)?;
    let area = Area::new([boundary])?;
    let (bbox, names) = (area.bbox(), plattegrond.index());
    let named_at = names.all().map(|named| {
        let at = area.metric().metres(Place { lon: named.lon, lat: named.lat }).ok()?;
        Some(Rd { x: at.x, y: at.y })
    });
    let named_at = named_at.collect();
    let buurten = kept.iter().map(|one| BuurtRef { code: one.code.clone(), name: one.name.clone() });
    Ok(TrajectArea {
        name: plattegrond.buurt.name.clone(),
        buurten: buurten.collect(),
        bbox,
        invented: plattegrond.invented,
        attribution: plattegrond.attribution.clone(),
        places: Places::new(area.metric(), &plattegrond.features, names.all())?,
        names,
        named_at,
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
    read_packed(&drawn.geojson).map(Some)
}

/// Several buurten as one plattegrond, drawn the first time they are asked for together.
async fn together(
    app: &App,
    kept: &[BuurtRow],
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
        let drawn = PlattegrondRow { hash: name, ..draw(&plattegrond)? };
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
    let mut parts = Vec::new();
    let mut features = Vec::new();
    let mut boundary = None;
    for feature in all.into_iter().flat_map(|one| one.features) {
        if feature.properties.class == Class::Boundary {
            parts.extend(polygons(&feature.geometry));
            boundary.get_or_insert(feature);
        } else if !features.contains(&feature) {
            features.push(feature);
        }
    }
    let mut boundary = boundary.ok_or(BuurtError::NoBoundary)?;
    boundary.geometry = Geometry::MultiPolygon(MultiPolygon(parts));
    boundary.id.clone_from(&buurt.code);
    boundary.properties.name = Some(buurt.name.clone());
    features.sort_by_key(|feature| feature.properties.class);
    features.push(boundary);
    Ok(Plattegrond::new(buurt, attribution.unwrap_or_default(), invented, features)?)
}

/// The plattegrond of an area as SVG, for a picture with something over it.
///
/// # Errors
/// The database's.
pub async fn drawing(app: &App, area: &TrajectArea) -> Result<String, AreaError> {
    let packed = pictures::file(app, &area.hash, Part::Svg).await?.ok_or(BuurtError::NoBoundary)?;
    let plain = unpack(&packed)?;
    Ok(String::from_utf8_lossy(&plain).into_owned())
}

/// Whether there is any buurt.
///
/// # Errors
/// The database's.
pub async fn is_any(app: &App) -> Result<bool, DbError> {
    store::is_any(&app.db).await
}

/// Code and name of every buurt that was imported, by name.
///
/// # Errors
/// The database's.
pub async fn list(app: &App) -> Result<Vec<BuurtRef>, AreaError> {
    Ok(store::list(&app.db).await?)
}

/// The boundaries of these buurten, in their order; what is not there is left out.
///
/// # Errors
/// The database's, or a boundary that cannot be read.
pub async fn boundaries(app: &App, codes: &[String]) -> Result<Vec<Boundary>, AreaError> {
    let mut boundaries = Vec::new();
    for code in codes {
        let Some(kept) = store::find(&app.db, code).await? else { continue };
        let geometry: geojson::Geometry =
            serde_json::from_str(&kept.boundary).map_err(|error| AreaError::Pack(error.to_string()))?;
        let geometry = files::geometry(&geometry.value).ok_or(BuurtError::NoBoundary)?;
        boundaries.push(Boundary { code: kept.code, name: kept.name, geometry });
    }
    Ok(boundaries)
}
