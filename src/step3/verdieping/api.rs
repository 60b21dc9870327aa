//! `/traject/{id}`: the layers of a traject for its professionals.

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;
use axum::{Json, Router};
use leptos::prelude::IntoAny as _;
use serde::Deserialize;

use super::page::{self, View};
use super::place::Here;
use super::query::{self, LayerQuery};
use super::service::Shown;
use super::walks::walks_at_squares;
use super::{place, release, service, spots};
use crate::input::moderation::{Sought, TOGETHER};
use crate::input::walks::{self, Story, WalkError};
use crate::layers::heat;
use crate::people::accounts::{self, Right, Signed};
use crate::place::buurt::Place;
use crate::platform::{App, Problem};
use crate::step3::frame::tabs;

/// The page of walks: what follows the traject's address.
const WALKS: &str = "/wandelingen";

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/traject/{id}", get(show))
        .route("/traject/{id}/kaart.json", get(part))
        .route("/traject/{id}/plek", get(here))
        .route("/traject/{id}/wandelingen", get(walks_of))
        .merge(release::routes())
}

/// Behind which quote each of the two lists goes on: what was said everywhere, and at the place.
#[derive(Deserialize)]
struct Marks {
    na: Option<String>,
    plek_na: Option<String>,
}

async fn show(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Query(query): Query<query::Query>,
    Query(marks): Query<Marks>,
) -> Result<Response, Problem> {
    signed.may(&app, Right::SeeLayers, Some(&id)).await?;
    let shown = service::shown(&app, &id, LayerQuery::read(query)?).await?;
    let here = match shown.asked.place {
        Some(at) => known_of(&app, &shown, at, marks.plek_na.as_deref()).await?,
        None => Here::default(),
    };
    let all = Sought::default();
    let quotes = spots::said(&app, &shown.source, &all, marks.na.as_deref(), TOGETHER).await?;
    spots::looked(&app, &signed.0, &shown.source, !quotes.is_empty()).await?;
    let layers = heat::list(&shown.source)?;
    let totals = heat::totals(&shown.source);
    Ok(page::layers(&app, View { shown, layers, totals, quotes, here }).await)
}

/// What another choice puts in the place of what is there: no words of residents, so nobody looked at those.
async fn part(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Query(query): Query<query::Query>,
) -> Result<Response, Problem> {
    signed.allow(Right::SeeLayers, Some(&id))?;
    let shown = service::shown(&app, &id, LayerQuery::read(query)?).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(page::part_json(&shown).await)).into_response())
}

/// What is behind a place.
async fn here(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Query(query): Query<query::Query>,
) -> Result<Response, Problem> {
    signed.allow(Right::SeeLayers, Some(&id))?;
    let asked = LayerQuery::read(query)?;
    let at = asked.place.ok_or(heat::LayerError::None)?;
    let shown = service::shown(&app, &id, asked).await?;
    let here = known_of(&app, &shown, at, None).await?;
    spots::looked(&app, &signed.0, &shown.source, !here.said.is_empty()).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Html(page::place_part(&shown, at, here).await))
        .into_response())
}

async fn known_of(app: &App, shown: &Shown, at: Place, mark: Option<&str>) -> Result<Here, Problem> {
    let people = service::people_at(shown, at);
    let said = place::said_near(app, &shown.source, &shown.asked, at, mark).await?;
    Ok(Here { people, said })
}

#[derive(Deserialize)]
struct Chosen {
    w: Option<String>,
}

/// What was approved of the walks of released moments.
async fn walks_of(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Query(asked): Query<Chosen>,
) -> Result<Response, Problem> {
    signed.may(&app, Right::SeeLayers, Some(&id)).await?;
    let source = heat::source(&app, &id).await?;
    let found = walks_at_squares(&app, &source).await?;
    let found = found.into_iter().map(|one| (one.walk, one.moment)).collect();
    accounts::looked::<WalkError>(&app, &signed.0.id, &id).await?;
    let back = format!("/traject/{id}");
    let story = Story {
        walks: walks::chosen(found, asked.w)?,
        at_squares: true,
        staff: Some(format!("{back}{WALKS}")),
        bar: Some(tabs(&id, WALKS).into_any()),
        back,
        end: None,
    };
    Ok(walks::story(&app, &source.area, story).await)
}
