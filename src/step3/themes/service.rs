//! What there is about a theme, gathered from the rooms that hold it.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::http::StatusCode;

use super::theme_query::Whole;
use crate::input::moderation::{About, First, Quoted, Sought, TOGETHER};
use crate::input::session::SessionError;
use crate::input::walks;
use crate::layers::heat::{self, Bandwidth, HeatGrid, LayerInfo, Provenance, Slice, Source};
use crate::people::accounts::Staff;
use crate::platform::{App, Problem};
use crate::step3::coming::{self, Coming};
use crate::step3::indicators::{self, Figure, GENERAL, OfTheme};
use crate::step3::verdieping::{self, Sheet, looked, said, sheet};

/// So many words and photos of a side are shown at first.
const AT_FIRST: usize = 12;

/// One side of a theme: strengths, or what can be better.
pub struct Half {
    /// `sterk` or `beter`.
    pub slice: Slice,
    /// The layer.
    pub grid: Arc<HeatGrid>,
    /// What it rests on.
    pub about: Provenance,
    /// How it is drawn; nothing where there is nothing to see.
    pub sheet: Option<Sheet>,
    /// A part of the approved words and photos of that side, photos first.
    pub quotes: Quoted,
}

/// A walk that passes the theme.
pub struct Passes {
    /// Its id.
    pub id: String,
    /// The moment it was made at, where that may be told.
    pub moment: Option<String>,
    /// How many of its approved photos are about the theme.
    pub photos: usize,
}

/// Everything there is about a theme.
pub struct Theme {
    /// The traject, its area and its layers.
    pub source: Source,
    /// The theme: its slug.
    pub theme: String,
    /// Strengths, then what can be better.
    pub halves: Vec<Half>,
    /// Walks with photos about it.
    pub walks: Vec<Passes>,
    /// The figures of that domain.
    pub figures: Vec<OfTheme>,
    /// What is coming in the area, the soonest first.
    pub coming: Vec<Coming>,
}

/// What there is about a theme; `whole`: what is asked for beyond the first quotes. That somebody looked at words or photos is written in the audit trail.
///
/// # Errors
/// No such traject or theme, or the database's.
pub(super) async fn about(
    app: &App,
    staff: &Staff,
    traject: &str,
    theme: &str,
    whole: &Whole,
) -> Result<Theme, Problem> {
    let source = heat::source(app, traject).await?;
    if !source.traject.themes.iter().any(|known| known == theme) {
        return Err(Problem::new(StatusCode::NOT_FOUND, "no-theme"));
    }
    let (marks, most) = if whole.alles.is_some() {
        ([whole.sterk.as_deref(), whole.beter.as_deref()], TOGETHER)
    } else {
        ([None; 2], AT_FIRST)
    };
    let quotes = said_on_both_sides(app, &source, About::Theme(theme.to_owned()), marks, most).await?;
    looked(app, staff, &source, quotes.iter().any(|side| !side.is_empty())).await?;
    self::theme(app, source, theme, 0, quotes).await
}

/// A part of what residents said, of strengths and of what can be better: what there is to see before what there is to read. That
/// somebody looks is for the caller to write down.
///
/// # Errors
/// The database's.
pub async fn said_on_both_sides(
    app: &App,
    source: &Source,
    about: About,
    marks: [Option<&str>; 2],
    most: usize,
) -> Result<[Quoted; 2], Problem> {
    let strong = Sought { about, strengths: Some(true), first: First::Photos };
    let better = Sought { strengths: Some(false), ..strong.clone() };
    let strong = said(app, source, &strong, marks[0], most).await?;
    Ok([strong, said(app, source, &better, marks[1], most).await?])
}

/// As on its page; `first`: the number of the first of its two maps, where a page shows several themes. The last: what may be
/// told about each side; that somebody looks is for the caller to write down.
///
/// # Errors
/// The database's.
pub async fn theme(
    app: &App,
    source: Source,
    theme: &str,
    first: usize,
    [strong, better]: [Quoted; 2],
) -> Result<Theme, Problem> {
    let mut halves = Vec::new();
    for (at, (kind, quotes)) in (first..).zip([("sterk", strong), ("beter", better)]) {
        let slice = Slice { theme: theme.to_owned(), kind: kind.to_owned(), moment: None };
        let grid = heat::layer_of(app, &source, &slice, Bandwidth::default()).await?;
        let about = heat::provenance(&source, &slice, &grid);
        let sheet = match grid.peak() {
            Some(_) => Some(sheet(app, &source, at, &slice, grid.bandwidth()).await?),
            None => None,
        };
        halves.push(Half { slice, grid, about, sheet, quotes });
    }
    let walks = passing(app, &source, theme).await?;
    let figures = of_theme(app, &source.traject.id, theme).await?;
    let coming = coming::of_traject(app, &source.traject.id).await.map_err(SessionError::from)?;
    Ok(Theme { theme: theme.to_owned(), halves, walks, figures, coming, source })
}

async fn passing(app: &App, source: &Source, theme: &str) -> Result<Vec<Passes>, Problem> {
    let passes = |one: verdieping::ReleasedWalk| {
        let about = |stop: &&walks::Stop| stop.theme.as_deref() == Some(theme);
        let photos = one.walk.stops.iter().filter(about).count();
        (photos > 0).then_some(Passes { id: one.walk.id, moment: one.moment, photos })
    };
    Ok(verdieping::walks_at_squares(app, source).await?.into_iter().filter_map(passes).collect())
}

/// The figures of a theme's domain.
///
/// # Errors
/// The database's.
pub async fn of_theme(app: &App, traject: &str, theme: &str) -> Result<Vec<OfTheme>, Problem> {
    Ok(indicators::of_theme(app, traject, theme).await?)
}

/// The themes of a traject with what may be told of each.
pub(super) struct Overview {
    pub source: Source,
    /// Of each theme: its slug, its layers of strengths and of what can be better, and how many figures there are.
    pub themes: Vec<(String, Vec<LayerInfo>, usize)>,
    /// Figures of no theme in particular.
    pub general: Vec<OfTheme>,
}

/// Every theme of a traject, and what there is about it.
///
/// # Errors
/// No such traject, or the database's.
pub(super) async fn overview(app: &App, traject: &str) -> Result<Overview, Problem> {
    let source = heat::source(app, traject).await?;
    let layers = heat::list(&source)?;
    let mut domains: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for Figure { indicator, .. } in indicators::of_traject(app, traject).await? {
        let of = domains.entry(indicator.domain.clone()).or_default();
        if !of.contains(&indicator.id) {
            of.push(indicator.id.clone());
        }
    }
    let themes = source.traject.themes.iter().map(|theme| {
        let mine = layers
            .iter()
            .filter(|layer| layer.theme == *theme && (layer.kind == "sterk" || layer.kind == "beter"));
        (theme.clone(), mine.cloned().collect(), domains.get(theme).map_or(0, Vec::len))
    });
    let themes = themes.collect();
    let general = if source.traject.themes.iter().any(|theme| theme == GENERAL) {
        Vec::new()
    } else {
        of_theme(app, traject, GENERAL).await?
    };
    Ok(Overview { source, themes, general })
}
