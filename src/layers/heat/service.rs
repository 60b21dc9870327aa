//! The heat layers of a traject: what can be asked for, and what is answered. Everything is read from tables of squares
//! ([`super::table`]); nothing here reads pins, but for looking ahead at what a release would tell.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use vakken::{CutBy, Vak};

use super::draw::{draw, voices};
use super::error::LayerError;
use super::grid::Lattice;
use super::layers::Layers;
use super::slice::Slice;
use super::source::{Source, squares, voices_of};
use super::table::{Made, Maker, side_of};
use super::{Bandwidth, HeatError, HeatGrid, Isobands, LayerInfo, RdBbox, files, isobands, store};
use crate::input::pins;
use crate::input::session::{self, Kind, Traject};
use crate::place::buurt::{self, Place, TrajectArea};
use crate::platform::App;

/// Which wijksessies of a traject layers are of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// Those that were released: what professionals see.
    Released,
    /// As if these closed ones were released too, cut in this way: what professionals will see.
    With(Vec<String>, CutBy),
    /// Those that were released together with this one: for its own people to take home.
    Together(String),
}

/// Finds the traject and what was told of it.
///
/// # Errors
/// No such traject.
pub async fn source(app: &App, traject: &str) -> Result<Source, LayerError> {
    source_of(app, traject, Which::Released).await
}

/// As [`source`], for a choice of wijksessies.
///
/// # Errors
/// No such traject.
pub async fn source_of(app: &App, traject: &str, which: Which) -> Result<Source, LayerError> {
    let traject = session::find_traject(app, traject).await?;
    let area = buurt::area(app, &traject.buurten).await?;
    let told = store::told(&app.db, &traject.id).await?;
    let mut releases = session::releases(app, &traject.id).await?;
    releases.retain(|release| told.contains(release));
    let mut plans = session::plans(app, &traject.id).await?;
    let mut ahead = None;
    match which {
        Which::Released => {}
        Which::Together(code) => {
            let release = session::release_of(app, &code).await?;
            releases.retain(|known| Some(known) == release.as_ref());
        }
        Which::With(codes, by) => ahead = Some(look_ahead(app, &traject, &area, codes, by).await?),
    }
    let mut key = format!("{} {} {}", traject.id, area.svg_url(), releases.join(" "));
    let mut tables = Vec::new();
    let kept = app.parts.of::<Layers>();
    for release in &releases {
        tables.extend(kept.table(app, release).await?);
    }
    if let Some(made) = ahead {
        let content = serde_json::to_vec(&made).map_err(|error| LayerError::Kept(error.to_string()))?;
        key += &hex::encode(&Sha256::digest(&content)[..16]);
        tables.push(Arc::new(made));
    }
    plans.retain(|plan| tables.iter().any(|made| made.codes.contains(&plan.code)));
    Ok(Source { traject, area, plans: Arc::new(plans), tables, key })
}

/// The table that a release of these closed wijksessies would make.
async fn look_ahead(
    app: &App,
    traject: &Traject,
    area: &Arc<TrajectArea>,
    codes: Vec<String>,
    by: CutBy,
) -> Result<Made, LayerError> {
    let maker = Maker::with(app, traject, area.clone());
    let released = pins::released(app, &codes).await?;
    let made = tokio::task::spawn_blocking(move || maker.make(codes, &released, by)).await;
    made.map_err(|error| HeatError::Encode(error.to_string()))?
}

/// One layer.
///
/// # Errors
/// No such layer, or an area too large for a grid.
pub async fn grid(
    app: &App,
    source: &Source,
    slice: &Slice,
    bandwidth: Bandwidth,
) -> Result<Arc<HeatGrid>, LayerError> {
    slice.check(&source.traject)?;
    let key = (source.key.clone(), slice.clone(), bandwidth);
    let kept = app.parts.of::<Layers>();
    if let Some((known, _)) = kept.find(&key) {
        return Ok(known);
    }
    let (lattice, squares) = (lattice(&source.area)?, squares(source, slice));
    let drawn = tokio::task::spawn_blocking(move || draw(lattice, &squares, bandwidth)).await;
    let drawn = drawn.map_err(|error| HeatError::Encode(error.to_string()))?;
    Ok(kept.keep(key, Arc::new(drawn)))
}

/// A layer with its bands on the map.
#[derive(Clone)]
pub struct Contours {
    /// Which layer.
    pub slice: Slice,
    /// Its cells.
    pub grid: Arc<HeatGrid>,
    /// Its bands, in degrees.
    pub bands: Arc<Isobands>,
}

/// One layer with its bands; a layer is traced once, however often it is looked at.
///
/// # Errors
/// As [`grid`].
pub async fn contours(
    app: &App,
    source: &Source,
    slice: &Slice,
    bandwidth: Bandwidth,
) -> Result<Contours, LayerError> {
    let grid = grid(app, source, slice, bandwidth).await?;
    let key = (source.key.clone(), slice.clone(), bandwidth);
    let kept = app.parts.of::<Layers>();
    let bands = if let Some((_, Some(known))) = kept.find(&key) {
        known
    } else {
        let (area, of) = (source.area.clone(), grid.clone());
        let traced = tokio::task::spawn_blocking(move || isobands(&of, |x, y| files::lonlat(&area, x, y)));
        let traced = Arc::new(traced.await.map_err(|error| HeatError::Encode(error.to_string()))?);
        kept.keep_bands(&key, &traced);
        traced
    };
    Ok(Contours { slice: slice.clone(), grid, bands })
}

/// The lattice of an area.
pub(super) fn lattice(area: &TrajectArea) -> Result<Lattice, HeatError> {
    Lattice::for_area(extent(area)?)
}

/// The rectangle round the area in metres.
pub(super) fn extent(area: &TrajectArea) -> Result<RdBbox, HeatError> {
    let bbox = area.bbox;
    let corners =
        [(bbox.west, bbox.south), (bbox.west, bbox.north), (bbox.east, bbox.south), (bbox.east, bbox.north)];
    let mut extent = RdBbox {
        min_x: f64::INFINITY,
        min_y: f64::INFINITY,
        max_x: f64::NEG_INFINITY,
        max_y: f64::NEG_INFINITY,
    };
    for (lon, lat) in corners {
        let at = area.metres(crate::place::buurt::Place { lon, lat }).ok_or(HeatError::Coordinate)?;
        extent.min_x = extent.min_x.min(at.x);
        extent.min_y = extent.min_y.min(at.y);
        extent.max_x = extent.max_x.max(at.x);
        extent.max_y = extent.max_y.max(at.y);
    }
    Ok(extent)
}

/// Every layer there is, with what is told of it.
///
/// # Errors
/// An area that cannot be measured.
pub fn list(source: &Source) -> Result<Vec<LayerInfo>, LayerError> {
    // An area that is too large has numbers and no map.
    let has_map = match lattice(&source.area) {
        Ok(_) => true,
        Err(HeatError::GridTooLarge { .. }) => false,
        Err(error) => return Err(error.into()),
    };
    let themes = std::iter::once("all").chain(source.traject.themes.iter().map(String::as_str));
    let mut layers = Vec::new();
    for theme in themes {
        for kind in Slice::KINDS {
            let slice = Slice { theme: theme.to_owned(), kind: kind.to_owned(), moment: None };
            let voices = voices_of(source, &slice);
            let shown = has_map && voices.is_some();
            layers.push(LayerInfo { theme: slice.theme, kind: slice.kind, voices, shown });
        }
    }
    Ok(layers)
}

/// Voices of everything that was released, and of these the ones "over de hele buurt"; nothing where nothing is told.
pub fn totals(source: &Source) -> Option<(u32, u32)> {
    let everything = vakken::Slice::default();
    let nowhere =
        source.tables.iter().fold(0_u32, |sum, made| sum.saturating_add(made.table.nowhere(everything)));
    let placed = voices_of(source, &Slice::of_kind("all")).unwrap_or(0);
    let whole = placed.saturating_add(nowhere);
    (whole > 0).then_some((whole, nowhere))
}

/// How many voices are told of in the squares that hold a place, at least.
pub fn at(source: &Source, slice: &Slice, place: Place) -> Option<u32> {
    let at = source.area.metres(place)?;
    let slice = slice.in_tables()?;
    let here: Vec<Vak> = source.tables.iter().flat_map(|made| made.table.at(slice, at.x, at.y)).collect();
    voices(&here)
}

/// The told square in which somebody of this wijksessie counts who said this there; nothing where they are not told of, or their
/// wijksessie was not released.
pub fn square_of(
    source: &Source,
    session: &str,
    kind: Kind,
    theme: Option<&str>,
    place: Place,
) -> Option<Vak> {
    let at = source.area.metres(place)?;
    let made = source.tables.iter().find(|made| made.codes.iter().any(|code| code == session))?;
    made.table.square_of(side_of(kind), theme, at.x, at.y)
}
