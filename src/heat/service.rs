//! The heat layers of a traject: from its released pins, for one slice at a time, kept while they hold.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::StatusCode;
use thiserror::Error;

use super::{Bandwidth, HeatError, HeatGrid, HeatPin, LayerCounts, LayerInfo, RdBbox, kept, layer};
use crate::buurt::{self, AreaError, Rd, TrajectArea};
use crate::pins::{self, PinError};
use crate::platform::{App, DbError, Problem};
use crate::session::{self, Moment, SessionError, Traject};

/// Layers kept in memory; a traject has some hundred that hold something.
const MOST_KEPT: usize = 256;

/// A layer cannot be given.
#[derive(Debug, Error)]
pub enum LayerError {
    /// The traject has no such theme, or there is no such kind or form.
    #[error("no such layer")]
    None,
    /// The time of day is not one of the three.
    #[error("no such moment")]
    Moment,
    /// A GeoTIFF of an area where RD New does not hold.
    #[error("outside the Netherlands")]
    OutsideRd,
    /// A kept layer that cannot be read.
    #[error("a kept layer cannot be read: {0}")]
    Kept(String),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The mathematics.
    #[error(transparent)]
    Heat(#[from] HeatError),
    /// The traject.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The pins.
    #[error(transparent)]
    Pins(#[from] PinError),
    /// The area.
    #[error(transparent)]
    Area(#[from] AreaError),
}

impl From<LayerError> for Problem {
    fn from(error: LayerError) -> Self {
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        match error {
            LayerError::None => Self::new(StatusCode::NOT_FOUND, "no-layer"),
            LayerError::Moment => Self::new(wrong, "layer-moment"),
            LayerError::OutsideRd => Self::new(wrong, "layer-outside-rd"),
            LayerError::Heat(HeatError::Bandwidth(_)) => Self::new(wrong, "layer-bandwidth"),
            LayerError::Heat(HeatError::GridTooLarge { largest, .. }) => {
                Self::new(wrong, "layer-too-large").with("largest", largest)
            }
            LayerError::Session(error) => error.into(),
            LayerError::Pins(error) => error.into(),
            other => Self::internal(&other),
        }
    }
}

/// Which pins a layer is of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Slice {
    /// A theme of the traject, or `all`.
    pub theme: String,
    /// A kind, `sterk`, `beter` or `all`.
    pub kind: String,
    /// A time of day, or any.
    pub moment: Option<Moment>,
}

impl Slice {
    /// Kinds that can be asked for: the two that can carry something first.
    pub const KINDS: [&'static str; 7] = ["sterk", "beter", "gaat-goed", "kracht", "zorg", "idee", "all"];

    fn check(&self, traject: &Traject) -> Result<(), LayerError> {
        let theme = self.theme == "all" || traject.themes.contains(&self.theme);
        let kind = Self::KINDS.contains(&self.kind.as_str());
        if theme && kind { Ok(()) } else { Err(LayerError::None) }
    }

    fn takes(&self, pin: &pins::Pin) -> bool {
        let theme = self.theme == "all" || pin.theme.as_ref() == Some(&self.theme);
        let kind = match self.kind.as_str() {
            "all" => true,
            "sterk" => pin.kind.is_strength(),
            "beter" => !pin.kind.is_strength(),
            word => pin.kind.word() == word,
        };
        theme && kind && self.moment.is_none_or(|moment| pin.moment == Some(moment))
    }
}

/// Which wijksessies of a traject layers are of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// Those that were released: what professionals see.
    Released,
    /// As if these closed ones were released too: what professionals will see.
    With(Vec<String>),
    /// This one by itself, released or closed: for its own people to take home.
    Only(String),
}

impl Which {
    /// The codes of wijksessies that need not be released.
    fn more(&self) -> &[String] {
        match self {
            Self::Released => &[],
            Self::With(codes) => codes,
            Self::Only(code) => std::slice::from_ref(code),
        }
    }
}

/// What a layer is drawn from: pins of a traject with a place, and its area.
pub struct Source {
    /// The traject.
    pub traject: Traject,
    /// Its area.
    pub area: Arc<TrajectArea>,
    which: Which,
    key: String,
}

/// Layers and released pins that were asked for.
#[derive(Default)]
pub struct Layers(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    pins: HashMap<String, Arc<Vec<Counted>>>,
    grids: HashMap<(String, Slice, Bandwidth), Arc<HeatGrid>>,
}

impl Layers {
    /// Forgets everything: pins behind it were deleted.
    pub fn forget(&self) {
        self.with(|kept| *kept = Kept::default());
    }

    fn with<T>(&self, work: impl FnOnce(&mut Kept) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Finds the traject and which release of it is the latest.
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
    let released = session::released(app, &traject.id).await?;
    // Released sessions take nothing any more: which they are, and how many pins have not left, says what
    // the layers hold.
    let codes: Vec<_> = released.iter().map(|(code, _)| code.as_str()).collect();
    let mark = pins::released_mark(app, &traject.id).await.map_err(PinError::from)?;
    let mut key = format!("{} {} {} {} {mark}", traject.id, traject.k, area.svg_url(), codes.join(" "));
    if which != Which::Released {
        // What is not released still changes: such layers are made anew each time.
        key = format!("{key} {}", app.chance.ids.uuid().map_err(SessionError::from)?);
    }
    Ok(Source { traject, area, which, key })
}

/// A released pin, ready to be counted in any slice.
struct Counted {
    pin: pins::Pin,
    /// The same number for everything one person or table said in one wijksessie.
    participant: u32,
    /// The code of that wijksessie.
    session: String,
    /// Where, in metres; nothing for "over de hele buurt".
    at: Option<Rd>,
    /// Somebody who sees a pin of somebody else too: a person more, no pin more.
    seen_too: bool,
}

impl Counted {
    fn heat_pin(&self, at: Rd) -> HeatPin {
        HeatPin { x: at.x, y: at.y, participant: self.participant, people: self.pin.people }
    }
}

async fn released(app: &App, source: &Source) -> Result<Arc<Vec<Counted>>, LayerError> {
    if let Some(pins) = app.layers.with(|kept| kept.pins.get(&source.key).cloned()) {
        return Ok(pins);
    }
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let rows = pins::released(app, &source.traject.id, source.which.more()).await?.into_iter();
    let rows = rows.filter(|row| match &source.which {
        Which::Only(code) => row.participant.split('/').next() == Some(code),
        _ => true,
    });
    let counted = rows.map(|released| {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        let session = released.participant.split('/').next().unwrap_or_default().to_owned();
        let participant = *numbers.entry(released.participant).or_insert(next);
        let at = released.pin.place.and_then(|place| source.area.metres(place));
        Counted { pin: released.pin, participant, session, at, seen_too: released.seen_too }
    });
    let pins: Arc<Vec<Counted>> = Arc::new(counted.collect());
    app.layers.with(|kept| {
        // What an earlier release held is not asked for again.
        kept.pins.retain(|key, _| !key.starts_with(&source.traject.id));
        kept.pins.insert(source.key.clone(), pins.clone());
    });
    Ok(pins)
}

/// The pins of a slice that have a place.
fn heat_pins(slice: &Slice, pins: &[Counted]) -> Vec<HeatPin> {
    let taken = pins.iter().filter(|counted| slice.takes(&counted.pin));
    taken.filter_map(|counted| Some(counted.heat_pin(counted.at?))).collect()
}

/// People behind the pins of a slice, by the code of the wijksessie; also those where there is nobody. Raw counts:
/// what may be told of them is up to the provenance.
pub(super) async fn people_by_session(
    app: &App,
    source: &Source,
    slice: &Slice,
) -> Result<HashMap<String, u32>, LayerError> {
    if source.traject.erased {
        return Ok(HashMap::new());
    }
    let released = released(app, source).await?;
    let mut by_session: HashMap<String, Vec<HeatPin>> = HashMap::new();
    for counted in released.iter() {
        let pins = by_session.entry(counted.session.clone()).or_default();
        if slice.takes(&counted.pin) {
            pins.extend(counted.at.map(|at| counted.heat_pin(at)));
        }
    }
    let people = by_session.into_iter().map(|(code, pins)| (code, LayerCounts::of(&pins).people));
    Ok(people.collect())
}

/// How many of the pins of a slice are only "dat zie ik ook".
fn seen_too(slice: &Slice, pins: &[Counted]) -> usize {
    pins.iter()
        .filter(|counted| counted.seen_too && counted.at.is_some() && slice.takes(&counted.pin))
        .count()
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
    if source.traject.erased {
        return kept::grid(app, source, slice, bandwidth).await;
    }
    let key = (source.key.clone(), slice.clone(), bandwidth);
    if let Some(grid) = app.layers.with(|kept| kept.grids.get(&key).cloned()) {
        return Ok(grid);
    }
    let released = released(app, source).await?;
    let (pins, too) = (heat_pins(slice, &released), seen_too(slice, &released));
    let (area, k) = (extent(&source.area)?, source.traject.k);
    let made = tokio::task::spawn_blocking(move || layer(area, &pins, bandwidth, k)).await;
    let grid = made.map_err(|error| HeatError::Encode(error.to_string()))??;
    let grid = Arc::new(grid.with_fewer_pins(too));
    app.layers.with(|kept| {
        if kept.grids.len() >= MOST_KEPT {
            kept.grids.clear();
        }
        kept.grids.insert(key, grid.clone());
    });
    Ok(grid)
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
        let at = area.metres(pins::Place { lon, lat }).ok_or(HeatError::Coordinate)?;
        extent.min_x = extent.min_x.min(at.x);
        extent.min_y = extent.min_y.min(at.y);
        extent.max_x = extent.max_x.max(at.x);
        extent.max_y = extent.max_y.max(at.y);
    }
    Ok(extent)
}

/// Every layer there is, with what may be told of it.
///
/// # Errors
/// As [`source`].
pub async fn list(app: &App, source: &Source) -> Result<Vec<LayerInfo>, LayerError> {
    if source.traject.erased {
        return kept::list(app, source).await;
    }
    let pins = released(app, source).await?;
    let themes = std::iter::once("all").chain(source.traject.themes.iter().map(String::as_str));
    let mut layers = Vec::new();
    for theme in themes {
        for kind in Slice::KINDS {
            let slice = Slice { theme: theme.to_owned(), kind: kind.to_owned(), moment: None };
            let counts = LayerCounts::of(&heat_pins(&slice, &pins)).with_fewer_pins(seen_too(&slice, &pins));
            let counts = counts.published(source.traject.k);
            layers.push(LayerInfo { theme: slice.theme, kind: slice.kind, counts });
        }
    }
    Ok(layers)
}

/// Pins and people of the whole release, those "over de hele buurt" among them; nothing below *k* people.
///
/// # Errors
/// As [`source`].
pub async fn totals(app: &App, source: &Source) -> Result<Option<(LayerCounts, u32)>, LayerError> {
    if source.traject.erased {
        return kept::totals(app, source).await;
    }
    let pins = released(app, source).await?;
    let whole =
        u32::try_from(pins.iter().filter(|counted| counted.at.is_none() && !counted.seen_too).count())
            .unwrap_or(u32::MAX);
    // Counting does not look at places: those without one stand anywhere.
    let nowhere = Rd { x: 0.0, y: 0.0 };
    let all: Vec<_> = pins.iter().map(|counted| counted.heat_pin(counted.at.unwrap_or(nowhere))).collect();
    let too = pins.iter().filter(|counted| counted.seen_too).count();
    let counts = LayerCounts::of(&all).with_fewer_pins(too);
    Ok(counts.published(source.traject.k).map(|counts| (counts, whole)))
}
