//! What professionals see of a traject, and handing it over.

use futures::future::{try_join, try_join_all};

use super::hand_over::added_now;
use super::overlay::{Drawn, nobody};
use super::query::LayerQuery;
use super::spots::{self, StrongPlace, strong_places};
use crate::input::moderation::{self, Quoted, Sought, TOGETHER};
use crate::input::pins;
use crate::input::session::{self, Moment, Plan, SessionError, Status};
use crate::layers::heat::{
    self, Bandwidth, Contours, CutBy, LayerError, LayerInfo, Provenance, Slice, Source, Which,
};
use crate::place::buurt::Place;
use crate::platform::{App, Problem};
use crate::step3::coming::{self, Coming};

/// What a choice would show, told before it is made.
#[derive(Debug, Clone)]
pub(super) struct Holding {
    /// Of each layer: its kind, and its voices, at least.
    pub voices: Vec<(String, Option<u32>)>,
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
    pub asked: LayerQuery,
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
pub(super) async fn shown(app: &App, traject: &str, asked: LayerQuery) -> Result<Shown, Problem> {
    let source = heat::source(app, traject).await?;
    let (layers, rests) = layers(app, &source, &asked).await?;
    let maps: Vec<_> = if asked.beside { layers.chunks(1).collect() } else { vec![layers.as_slice()] };
    let mut drawn = Vec::new();
    for (at, layers) in maps.into_iter().enumerate() {
        drawn.push(Drawn::of(app, &source, at, layers).await?);
    }
    let options = options(&source, &asked);
    let strong = strong_places(app, &source).await?;
    // Its layers may stay after the day on which its wijksessies went.
    let released = source.traject.erased || !source.plans.is_empty();
    let coming = coming::of_traject(app, traject).await.map_err(LayerError::from)?;
    Ok(Shown { source, asked, drawn, rests, options, strong, coming, released })
}

/// The layers that are asked for and what each rests on. All are drawn at once, with the one of where nobody was asked, which every
/// map has: somebody waits for the last of them.
async fn layers(
    app: &App,
    source: &Source,
    asked: &LayerQuery,
) -> Result<(Vec<Contours>, Vec<Provenance>), LayerError> {
    let slices = asked.slices();
    let drawn = try_join_all(slices.iter().map(|slice| heat::contours(app, source, slice, asked.grain)));
    let (layers, _) = try_join(drawn, nobody(app, source)).await?;
    let rests = slices.iter().zip(&layers).map(|(slice, layer)| heat::provenance(source, slice, &layer.grid));
    let rests = rests.collect();
    Ok((layers, rests))
}

/// At least how many voices are told of round a place, of each layer that is shown, by its kind; nothing where nothing is.
pub(super) fn people_at(shown: &Shown, place: Place) -> Vec<(String, Option<u32>)> {
    let slices = shown.asked.slices().into_iter();
    slices.map(|slice| (slice.kind.clone(), heat::at(&shown.source, &slice, place))).collect()
}

fn holding(source: &Source, asked: &LayerQuery) -> Holding {
    let voices =
        asked.slices().into_iter().map(|slice| (slice.kind.clone(), heat::voices_of(source, &slice)));
    let voices: Vec<_> = voices.collect();
    Holding { shows: voices.iter().any(|(_, voices)| voices.is_some()), voices }
}

fn options(source: &Source, asked: &LayerQuery) -> Options {
    let themes = std::iter::once("all").chain(source.traject.themes.iter().map(String::as_str));
    let kinds = std::iter::once(None).chain(Slice::KINDS.into_iter().map(Some));
    let moments = std::iter::once(None).chain(Moment::ALL.iter().copied().map(Some));
    Options {
        themes: themes.map(|theme| (theme.to_owned(), holding(source, &asked.with_theme(theme)))).collect(),
        kinds: kinds.map(|kind| (kind, holding(source, &asked.with_kind(kind)))).collect(),
        moments: moments.map(|moment| (moment, holding(source, &asked.with_moment(moment)))).collect(),
        grains: Bandwidth::ALL.map(|grain| (grain, holding(source, &asked.with_grain(grain)))).into(),
    }
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
    pub layers: Vec<LayerInfo>,
    pub totals: Option<(u32, u32)>,
    pub by: CutBy,
    pub quotes: Quoted,
    pub strong: Vec<StrongPlace>,
    pub waiting: i64,
}

/// What a release of these closed wijksessies (of all of them, where none is named) would show; of what was said the part behind a mark.
///
/// # Errors
/// No such traject.
pub(super) async fn preview(
    app: &App,
    traject: &str,
    named: &[String],
    by: CutBy,
    mark: Option<&str>,
) -> Result<Preview, Problem> {
    let mut choices = Vec::new();
    for plan in session::plans(app, traject).await? {
        if plan.status == Some(Status::Closed) {
            let people = pins::voices_now(app, &plan.code).await.map_err(SessionError::from)?
                + added_now(app, &plan.code).await?;
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
    let source = heat::source_of(app, traject, Which::With(codes, by)).await?;
    let (shown, rests) = layers(app, &source, &LayerQuery::start()).await?;
    let drawn = vec![Drawn::of(app, &source, 0, &shown).await?];
    let quotes = spots::said(app, &source, &Sought::default(), mark, TOGETHER).await?;
    let strong = strong_places(app, &source).await?;
    let (layers, totals) = (heat::list(&source)?, heat::totals(&source));
    Ok(Preview { source, choices, people, drawn, rests, layers, totals, by, quotes, strong, waiting })
}

/// The layers of what was released together with a wijksessie, strengths first; empty where it was not released.
///
/// # Errors
/// As [`heat::source`].
pub async fn of_one(app: &App, traject: &str, code: &str) -> Result<(Source, Vec<Contours>), LayerError> {
    let source = heat::source_of(app, traject, Which::Together(code.to_owned())).await?;
    let (layers, _) = layers(app, &source, &LayerQuery::start()).await?;
    Ok((source, layers))
}
