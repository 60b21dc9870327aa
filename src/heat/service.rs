//! The heat layers of a traject: what can be asked for, and what is answered.

use std::collections::HashMap;
use std::sync::Arc;

use axum::http::StatusCode;
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use super::grid::Lattice;
use super::publication::{Cut, Voice};
use super::shown::{self, Stated};
use super::stop::{Stop, aside};
use super::{Bandwidth, HeatError, HeatGrid, LayerCounts, LayerInfo, RdBbox, kept};
use crate::buurt::{self, AreaError, TrajectArea};
use crate::pins::{self, PinError};
use crate::platform::{App, DbError, Problem};
use crate::session::{self, Moment, SessionError, Traject};

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

    /// Which classes of pins it takes, as the rules of publication number them.
    pub(super) fn cut(&self, themes: &Themes) -> Option<Cut> {
        let kind = Self::KINDS.iter().position(|kind| *kind == self.kind)?;
        let theme = if self.theme == "all" { None } else { Some(themes.number(&self.theme)?) };
        Some(Cut { theme, kind, moment: self.moment })
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
    pub(super) fn more(&self) -> &[String] {
        match self {
            Self::Released => &[],
            Self::With(codes) => codes,
            Self::Only(code) => std::slice::from_ref(code),
        }
    }
}

/// What a layer is drawn from: pins of a traject with a place, and its area.
#[derive(Clone)]
pub struct Source {
    /// The traject.
    pub traject: Traject,
    /// Its area.
    pub area: Arc<TrajectArea>,
    pub(super) which: Which,
    /// Everything that a decision hangs on: the same key, the same layers.
    pub(super) key: String,
    /// What was said, where that was read for the key.
    pub(super) said: Option<Arc<Vec<Voice>>>,
}

/// The themes that something was decided for, by name. The rules of publication number them in the order of their names, so
/// that their order on the page does not change which slices are tried first. A number holds for one decision only: with
/// another theme it means another, so whatever is kept carries these names with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Themes(Vec<String>);

impl Themes {
    pub fn of(traject: &Traject) -> Self {
        let mut names = traject.themes.clone();
        names.sort_unstable();
        Self(names)
    }

    pub fn number(&self, theme: &str) -> Option<u16> {
        let at = self.0.iter().position(|known| known == theme)?;
        u16::try_from(at).ok()
    }

    pub fn count(&self) -> u16 {
        u16::try_from(self.0.len()).unwrap_or(u16::MAX)
    }

    /// As part of a key: no theme has a slash in it.
    fn key(&self) -> String {
        self.0.join("/")
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
    let released = session::batches(app, &traject.id).await?;
    // Released sessions take nothing any more: which they are, and how many pins have not left, says what
    // the layers hold. They are numbered by release: layers of two releases are not those of one.
    let codes: Vec<_> = released.iter().map(|(code, number)| format!("{code}:{number}")).collect();
    let mark = pins::released_mark(app, &traject.id).await.map_err(PinError::from)?;
    let ahead = if which == Which::Released { "released" } else { "ahead" };
    let key = format!(
        "{ahead} {} {} {} {} {} {mark}",
        traject.id,
        traject.k,
        Themes::of(&traject).key(),
        area.svg_url(),
        codes.join(" ")
    );
    let source = Source { traject, area, which, key, said: None };
    if source.which == Which::Released {
        return Ok(source);
    }
    // What is not released still changes: the key is made of what it holds now, so that all who look ahead at the same moment
    // have it decided once.
    let (voices, _) = shown::voices(app, &source).await?;
    let said = Arc::new(voices);
    let (content, of) = (said.clone(), source.which.clone());
    let hash = aside(move |_| content_hash(&content, &of)).await?;
    Ok(Source { key: format!("{} {hash}", source.key), said: Some(said), ..source })
}

/// What was said, as a short text: the same only where every part of it is.
fn content_hash(voices: &[Voice], which: &Which) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("{which:?}"));
    for voice in voices {
        hash.update(format!("{voice:?}"));
    }
    hex::encode(&hash.finalize()[..16])
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
    let stated = shown::stated(app, source).await?;
    let place = stated.place(slice).ok_or(LayerError::None)?;
    let published = shown::published(app, source, &stated, bandwidth).await?;
    let counts = stated.told.slices.get(place).copied().flatten();
    Ok(published.grid(place, counts))
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
    let stated = shown::stated(app, source).await?;
    let published = match shown::published(app, source, &stated, Bandwidth::default()).await {
        Ok(published) => Some(published),
        // An area that is too large has counts and no map.
        Err(LayerError::Heat(HeatError::GridTooLarge { .. })) => None,
        Err(error) => return Err(error),
    };
    let themes = std::iter::once("all").chain(source.traject.themes.iter().map(String::as_str));
    let mut layers = Vec::new();
    for theme in themes {
        for kind in Slice::KINDS {
            let slice = Slice { theme: theme.to_owned(), kind: kind.to_owned(), moment: None };
            let place = stated.place(&slice);
            let counts = place.and_then(|place| stated.told.slices.get(place).copied().flatten());
            let cells = place.zip(published.as_ref()).map(|(place, published)| published.cells(place));
            let shown = cells.is_some_and(|cells| !cells.is_empty());
            layers.push(LayerInfo { theme: slice.theme, kind: slice.kind, counts, shown });
        }
    }
    Ok(layers)
}

/// Pins and people of the whole release, those "over de hele buurt" among them, and how many these are. Where that would
/// give fewer than *k* away, of what has a place only; nothing where also that may not be told.
///
/// # Errors
/// As [`source`].
pub async fn totals(app: &App, source: &Source) -> Result<Option<(LayerCounts, u32)>, LayerError> {
    if source.traject.erased {
        return kept::totals(app, source).await;
    }
    let stated = shown::stated(app, source).await?;
    let all = Slice { theme: "all".to_owned(), kind: "all".to_owned(), moment: None };
    let placed = stated.place(&all).and_then(|place| stated.told.slices.get(place).copied().flatten());
    let whole = stated.told.whole.map(|whole| (whole, stated.told.nowhere.unwrap_or(0)));
    Ok(whole.or(placed.map(|placed| (placed, 0))))
}

/// People of one wijksessie behind the pins of a slice. Raw counts, which stay inside.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Behind {
    /// All of them.
    pub people: u32,
    /// Those whose photos of a walk are among the pins.
    pub walked: u32,
    /// Those with pins that are no photos of a walk; who did both is in both.
    pub otherwise: u32,
}

/// People behind the pins of a slice, by the code of the wijksessie; also those where there is nobody. What may be told of
/// them is up to the provenance.
///
/// # Errors
/// As [`source`], or no such slice.
pub(super) async fn people_by_session(
    app: &App,
    source: &Source,
    slice: &Slice,
) -> Result<HashMap<String, Behind>, LayerError> {
    if source.traject.erased {
        return Ok(HashMap::new());
    }
    let stated = shown::stated(app, source).await?;
    let Stated { said, themes, .. } = &*stated;
    let cut = slice.cut(themes).ok_or(LayerError::None)?;
    let place = said.place(cut).ok_or(LayerError::None)?;
    let mut all: HashMap<String, Behind> = HashMap::new();
    for (at, voice) in said.voices.iter().enumerate() {
        let behind = all.entry(voice.session.clone()).or_default();
        behind.people += said.shared(at, place).people;
        behind.walked += voice.people(cut, |pin| pin.walked);
        behind.otherwise += voice.people(cut, |pin| !pin.walked);
    }
    Ok(all)
}

/// Of the withdrawn pins of a traject those that may leave the released layers together, as code and id.
///
/// # Errors
/// As [`source`].
pub async fn may_leave(app: &App, traject: &str) -> Result<Vec<(String, String)>, LayerError> {
    let source = source(app, traject).await?;
    let _turn = app.layers.turn(traject).await;
    let (voices, names) = shown::voices(app, &source).await?;
    let themes = Themes::of(&source.traject).count();
    let lattice = match lattice(&source.area) {
        Ok(lattice) => Some(lattice),
        Err(HeatError::GridTooLarge { .. }) => None,
        Err(error) => return Err(error.into()),
    };
    let k = source.traject.k;
    let work = move |stop: &Stop| super::publication::may_leave_unless(voices, themes, k, lattice, stop);
    let leaving = aside(work).await??;
    Ok(leaving.into_iter().filter_map(|id| names.get(id).cloned()).collect())
}
