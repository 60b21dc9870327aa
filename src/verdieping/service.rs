//! What professionals see of a traject, and handing it over.

use std::sync::Arc;

use crate::accounts::{self, Staff};
use crate::heat::{self, Bandwidth, HeatGrid, LayerCounts, LayerError, LayerInfo, Slice, Source, Which};
use crate::moderation::{self, ModerationError, Quote};
use crate::pins;
use crate::platform::{App, Problem};
use crate::session::{self, Plan, SessionError, Status};

/// What residents said, as far as it was approved and released. That somebody looked is written in the audit trail.
///
/// # Errors
/// The database's.
pub(super) async fn said(app: &App, staff: &Staff, traject: &str) -> Result<Vec<Quote>, ModerationError> {
    let released = session::released(app, traject).await.map_err(ModerationError::from)?;
    let codes: Vec<String> = released.into_iter().map(|(code, _)| code).collect();
    let quotes = moderation::approved(app, &codes).await?;
    if !quotes.is_empty() {
        let entry = accounts::Entry::new(app, Some(&staff.id), "look", traject)?;
        let written = app.db.write(move |tx| Box::pin(async move { accounts::record(tx, &entry).await }));
        written.await?;
    }
    Ok(quotes)
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
    pub grids: Vec<(Slice, Arc<HeatGrid>)>,
    pub layers: Vec<LayerInfo>,
    pub totals: Option<(LayerCounts, u32)>,
    pub quotes: Vec<Quote>,
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
            let people = pins::people_now(app, &plan.code).await.map_err(SessionError::from)?;
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
    let mut grids = Vec::new();
    for kind in ["sterk", "beter"] {
        let slice = Slice { theme: "all".to_owned(), kind: kind.to_owned(), moment: None };
        let grid = heat::layer_of(app, &source, &slice, Bandwidth::default()).await?;
        grids.push((slice, grid));
    }
    let before = session::released(app, traject).await?.into_iter().map(|(code, _)| code);
    let quotes = moderation::approved(app, &before.chain(codes).collect::<Vec<_>>()).await?;
    let layers = heat::list(app, &source).await?;
    let totals = heat::totals(app, &source).await?;
    Ok(Preview { source, choices, people, grids, layers, totals, quotes, waiting })
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
    for kind in ["sterk", "beter"] {
        let slice = Slice { theme: "all".to_owned(), kind: kind.to_owned(), moment: None };
        let grid = heat::layer_of(app, &source, &slice, Bandwidth::default()).await?;
        grids.push((slice, grid));
    }
    Ok((source, grids))
}
