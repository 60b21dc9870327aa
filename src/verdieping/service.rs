//! What professionals see of a traject, and handing it over.

use std::sync::Arc;

use geo::{BooleanOps as _, MultiPolygon};
use serde::Serialize;

use super::asked::Asked;
use super::drawn::Drawn;
use crate::accounts::{self, Staff};
use crate::buurt::TrajectArea;
use crate::coming::{self, Coming};
use crate::heat::{
    self, Bandwidth, HeatGrid, LayerCounts, LayerError, LayerInfo, Provenance, Slice, Source, Which,
};
use crate::moderation::{self, ModerationError, Quote};
use crate::pins::{self, Place};
use crate::platform::{App, Problem};
use crate::session::{self, Moment, Plan, SessionError, Status};
use crate::teruglegging;

/// What residents said, as far as it was approved and released. That somebody looked is written in the audit trail.
///
/// # Errors
/// The database's.
pub(super) async fn said(app: &App, staff: &Staff, traject: &str) -> Result<Vec<Quote>, ModerationError> {
    said_about(app, staff, traject, None).await
}

/// What residents said of one theme, or of all, as far as it was approved and released. That somebody looked is written in
/// the audit trail.
///
/// # Errors
/// The database's.
pub async fn said_about(
    app: &App,
    staff: &Staff,
    traject: &str,
    theme: Option<&str>,
) -> Result<Vec<Quote>, ModerationError> {
    let quotes = moderation::approved_about(app, &released(app, traject).await?, theme).await?;
    if !quotes.is_empty() {
        accounts::looked::<ModerationError>(app, &staff.id, traject).await?;
    }
    Ok(quotes)
}

async fn released(app: &App, traject: &str) -> Result<Vec<String>, ModerationError> {
    let released = session::released(app, traject).await.map_err(ModerationError::from)?;
    Ok(released.into_iter().map(|(code, _)| code).collect())
}

/// A public place that somebody called a strength and that the begeleider lets be shown by name: never how many did, when,
/// or where their pins are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StrongPlace {
    /// As on the plattegrond.
    pub name: String,
    /// Degrees east of the place on the plattegrond.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

/// The strong places of a traject's released wijksessies, in alphabetical order.
///
/// # Errors
/// The database's.
pub async fn strong_places(
    app: &App,
    traject: &str,
    area: &TrajectArea,
) -> Result<Vec<StrongPlace>, ModerationError> {
    strong_of(app, &released(app, traject).await?, area).await
}

async fn strong_of(
    app: &App,
    codes: &[String],
    area: &TrajectArea,
) -> Result<Vec<StrongPlace>, ModerationError> {
    let named = moderation::named_places(app, codes).await?;
    let places = named.into_iter().filter_map(|(name, pin)| {
        let near = area.places.near(area.metres(pin)?);
        // A map that was drawn anew may not have the place any more.
        let place = near.into_iter().find(|place| place.name == name)?;
        Some(StrongPlace { name, lon: place.lon, lat: place.lat })
    });
    let mut places: Vec<_> = places.collect();
    places.sort_by(|a, b| a.name.cmp(&b.name));
    places.dedup_by(|a, b| a.name == b.name);
    Ok(places)
}

/// What a choice would show, told before it is made.
#[derive(Debug, Clone)]
pub(super) struct Holding {
    /// Of each layer: its kind, and what may be told of it.
    pub counts: Vec<(String, Option<LayerCounts>)>,
    /// Whether there is a cell to see.
    pub shows: bool,
}

/// A choice, and what it holds.
pub(super) type Choices<T> = Vec<(T, Holding)>;

/// Every choice from what is shown now.
pub(super) struct Options {
    pub themes: Choices<String>,
    pub kinds: Choices<Option<&'static str>>,
    pub moments: Choices<Option<Moment>>,
    pub grains: Choices<Bandwidth>,
}

/// What is shown.
pub(super) struct Shown {
    pub source: Source,
    pub asked: Asked,
    pub drawn: Vec<Drawn>,
    /// What each layer rests on, strengths first.
    pub rests: Vec<Provenance>,
    pub options: Options,
    pub strong: Vec<StrongPlace>,
    /// What is coming, soonest first.
    pub coming: Vec<Coming>,
    /// Whether anything was released.
    pub released: bool,
}

impl Shown {
    /// Whether there is a cell to see.
    pub(super) fn shows(&self) -> bool {
        self.drawn.iter().flat_map(|drawn| &drawn.layers).any(|layer| layer.grid.peak().is_some())
    }
}

/// The layers that are asked for, with every choice from there.
///
/// # Errors
/// No such layer.
pub(super) async fn shown(app: &App, traject: &str, asked: Asked) -> Result<Shown, Problem> {
    let source = heat::source(app, traject).await?;
    let (mut grids, mut rests) = (Vec::new(), Vec::new());
    for slice in asked.slices() {
        let grid = heat::layer_of(app, &source, &slice, asked.grain).await?;
        rests.push(heat::provenance(app, &source, &slice, &grid).await?);
        grids.push((slice, grid));
    }
    let nobody = nobody(app, &source).await?;
    let maps: Vec<_> = if asked.beside { grids.chunks(1).collect() } else { vec![grids.as_slice()] };
    let drawn = maps.into_iter().enumerate();
    let drawn = drawn.map(|(at, layers)| Drawn::new(&source, at, layers, &nobody)).collect();
    let options = options(app, &source, &asked).await?;
    let strong = strong_places(app, traject, &source.area).await?;
    // Its layers may stay after the day on which its wijksessies went.
    let released = source.traject.erased || !released(app, traject).await?.is_empty();
    let coming = coming::of_traject(app, traject).await.map_err(LayerError::from)?;
    Ok(Shown { source, asked, drawn, rests, options, strong, coming, released })
}

/// Where nobody was asked anything, in degrees: as [`heat::coverage`] reckons it, with the smooth edges of the layers
/// themselves. One or two people who said something there look the same.
///
/// # Errors
/// As for a layer.
pub async fn nobody(app: &App, source: &Source) -> Result<MultiPolygon, LayerError> {
    let mut nobody: Option<MultiPolygon> = None;
    for kind in ["sterk", "beter", "all"] {
        let slice = Slice { theme: "all".to_owned(), kind: kind.to_owned(), moment: None };
        let grid = heat::layer_of(app, source, &slice, Bandwidth::default()).await?;
        let hidden = heat::isobands(&grid, |x, y| heat::lonlat(source, x, y)).suppressed;
        nobody = Some(nobody.map_or_else(|| hidden.clone(), |known| known.intersection(&hidden)));
    }
    Ok(nobody.unwrap_or_else(|| MultiPolygon::new(Vec::new())))
}

/// At least how many people are behind a place, of each layer that is shown, by its kind; nothing where nothing is
/// shown.
///
/// # Errors
/// As for a layer.
pub(super) async fn people_at(
    app: &App,
    shown: &Shown,
    place: Place,
) -> Result<Vec<(String, Option<u32>)>, LayerError> {
    let mut people = Vec::new();
    for slice in shown.asked.slices() {
        let least = heat::at(app, &shown.source, &slice, shown.asked.grain, place).await?;
        people.push((slice.kind, least));
    }
    Ok(people)
}

async fn holding(app: &App, source: &Source, asked: &Asked) -> Result<Holding, LayerError> {
    let mut holding = Holding { counts: Vec::new(), shows: false };
    for slice in asked.slices() {
        let grid = heat::layer_of(app, source, &slice, asked.grain).await?;
        holding.shows |= grid.peak().is_some();
        holding.counts.push((slice.kind, grid.counts()));
    }
    Ok(holding)
}

async fn options(app: &App, source: &Source, asked: &Asked) -> Result<Options, LayerError> {
    let (mut themes, mut kinds, mut moments, mut grains) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for theme in std::iter::once("all").chain(source.traject.themes.iter().map(String::as_str)) {
        themes.push((theme.to_owned(), holding(app, source, &asked.with_theme(theme)).await?));
    }
    for kind in std::iter::once(None).chain(Slice::KINDS.into_iter().map(Some)) {
        kinds.push((kind, holding(app, source, &asked.with_kind(kind)).await?));
    }
    for moment in std::iter::once(None).chain(Moment::ALL.iter().copied().map(Some)) {
        moments.push((moment, holding(app, source, &asked.with_moment(moment)).await?));
    }
    for grain in Bandwidth::ALL {
        grains.push((grain, holding(app, source, &asked.with_grain(grain)).await?));
    }
    Ok(Options { themes, kinds, moments, grains })
}

/// Every layer there is for the whole day, and whether there is anything of it to see with this grain.
///
/// # Errors
/// As for a layer.
pub(super) async fn overview(
    app: &App,
    source: &Source,
    grain: Bandwidth,
) -> Result<Vec<(LayerInfo, bool)>, LayerError> {
    let mut all = Vec::new();
    for info in heat::list(app, source).await? {
        let slice = Slice { theme: info.theme.clone(), kind: info.kind.clone(), moment: None };
        let shows = heat::layer_of(app, source, &slice, grain).await?.peak().is_some();
        all.push((info, shows));
    }
    Ok(all)
}

/// A closed wijksessie that may be released, and whether it is chosen.
pub(super) struct Choice {
    pub plan: Plan,
    pub chosen: bool,
    pub people: u32,
}

/// Exactly what the professionals will see once the chosen wijksessies are released.
pub(super) struct Preview {
    pub source: Source,
    pub choices: Vec<Choice>,
    pub people: u32,
    pub drawn: Vec<Drawn>,
    pub rests: Vec<Provenance>,
    pub layers: Vec<(LayerInfo, bool)>,
    pub totals: Option<(LayerCounts, u32)>,
    pub quotes: Vec<Quote>,
    pub strong: Vec<StrongPlace>,
    pub waiting: i64,
}

/// What a release of these closed wijksessies (of all of them, where none is named) would show.
///
/// # Errors
/// No such traject.
pub(super) async fn preview(app: &App, traject: &str, named: &[String]) -> Result<Preview, Problem> {
    let mut choices = Vec::new();
    for plan in session::plans(app, traject).await? {
        if plan.status == Some(Status::Closed) {
            let people = pins::people_now(app, &plan.code).await.map_err(SessionError::from)?
                + teruglegging::people_now(app, &plan.code).await.map_err(SessionError::from)?;
            choices.push(Choice { chosen: named.is_empty() || named.contains(&plan.code), plan, people });
        }
    }
    let chosen = choices.iter().filter(|choice| choice.chosen);
    let codes: Vec<String> = chosen.clone().map(|choice| choice.plan.code.clone()).collect();
    let people = chosen.map(|choice| choice.people).sum();
    let mut waiting = 0;
    for code in &codes {
        let counts = moderation::counts(app, code).await?;
        waiting += counts.texts + counts.photos;
    }
    let source = heat::source_of(app, traject, Which::With(codes.clone())).await?;
    let (mut grids, mut rests) = (Vec::new(), Vec::new());
    for slice in Asked::start().slices() {
        let grid = heat::layer_of(app, &source, &slice, Bandwidth::default()).await?;
        rests.push(heat::provenance(app, &source, &slice, &grid).await?);
        grids.push((slice, grid));
    }
    let nobody = nobody(app, &source).await?;
    let drawn = vec![Drawn::new(&source, 0, &grids, &nobody)];
    let before = released(app, traject).await?;
    let all: Vec<String> = before.into_iter().chain(codes).collect();
    let quotes = moderation::approved(app, &all).await?;
    let strong = strong_of(app, &all, &source.area).await?;
    let layers = overview(app, &source, Bandwidth::default()).await?;
    let totals = heat::totals(app, &source).await?;
    Ok(Preview { source, choices, people, drawn, rests, layers, totals, quotes, strong, waiting })
}

/// The layers of one wijksessie by itself, strengths first.
///
/// # Errors
/// As [`heat::source`].
pub async fn of_one(
    app: &App,
    traject: &str,
    code: &str,
) -> Result<(Source, Vec<(Slice, Arc<HeatGrid>)>), LayerError> {
    let source = heat::source_of(app, traject, Which::Only(code.to_owned())).await?;
    let mut grids = Vec::new();
    for slice in Asked::start().slices() {
        let grid = heat::layer_of(app, &source, &slice, Bandwidth::default()).await?;
        grids.push((slice, grid));
    }
    Ok((source, grids))
}
