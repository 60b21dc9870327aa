//! `/traject/{id}/plannen`: what is coming, on the map and in a list.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;

use super::page::{self, Editing};
use super::{ComingError, Draft, service};
use crate::input::{pins, session};
use crate::people::accounts::{Right, Signed};
use crate::place::buurt::{self, Place};
use crate::platform::{App, Problem, text};
use crate::ui::refused;

const LARGEST_FORM: usize = 32 * 1024;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/traject/{id}/plannen", get(list))
        .route("/traject/{id}/plannen/nieuw", get(new).post(add))
        .route("/traject/{id}/plannen/{plan}", get(edit).post(change))
        .route("/traject/{id}/plannen/{plan}/weg", post(remove))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

/// What an address says of a place: one that was tapped or found, or a name to search.
#[derive(Deserialize, Default)]
struct Where {
    zoek: Option<String>,
    plek: Option<String>,
    naam: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct PlanForm {
    kind: String,
    title: String,
    words: String,
    source: String,
    plek: String,
    naam: String,
    starts_on: String,
    ends_on: String,
    version: i64,
}

fn place_of(text: &str) -> Option<Place> {
    let (lon, lat) = text.split_once(',')?;
    let (lon, lat): (f64, f64) = (lon.trim().parse().ok()?, lat.trim().parse().ok()?);
    (lon.abs() <= 180.0 && lat.abs() <= 90.0).then_some(Place { lon, lat })
}

impl PlanForm {
    fn draft(&self) -> Draft {
        Draft {
            kind: self.kind.clone(),
            title: text::line(&self.title).into_owned(),
            words: self.words.clone(),
            source: text::line(&self.source).into_owned(),
            place: place_of(&self.plek),
            place_name: text::line(&self.naam).into_owned(),
            starts_on: self.starts_on.clone(),
            ends_on: self.ends_on.clone(),
        }
    }
}

async fn view(app: &App, id: &str, editing: Editing<'_>) -> Result<Response, Problem> {
    let traject = session::find_traject(app, id).await?;
    let area = buurt::area(app, &traject.buurten).await.map_err(ComingError::from)?;
    Ok(page::edit(app, &traject, &area, &editing).await)
}

async fn list(State(app): State<App>, signed: Signed, Path(id): Path<String>) -> Result<Response, Problem> {
    signed.may(&app, Right::BringIn, Some(&id)).await?;
    let traject = session::find_traject(&app, &id).await?;
    let area = buurt::area(&app, &traject.buurten).await.map_err(ComingError::from)?;
    let all = service::of_traject(&app, &id).await.map_err(ComingError::from)?;
    Ok(page::list(&app, &traject, &area, &all).await)
}

/// The draft with the place that an address says, by name where it has none.
async fn placed(app: &App, id: &str, mut draft: Draft, asked: &Where) -> Result<Draft, Problem> {
    if let Some(place) = asked.plek.as_deref().and_then(place_of) {
        let traject = session::find_traject(app, id).await?;
        let area = buurt::area(app, &traject.buurten).await.map_err(ComingError::from)?;
        draft.place = Some(place);
        draft.place_name = asked.naam.clone().unwrap_or_else(|| pins::near(&area, place));
    }
    Ok(draft)
}

async fn new(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Query(asked): Query<Where>,
) -> Result<Response, Problem> {
    signed.may(&app, Right::BringIn, Some(&id)).await?;
    let page = async {
        let draft = placed(&app, &id, Draft::default(), &asked).await?;
        let editing = Editing { draft: &draft, search: asked.zoek.as_deref(), ..Editing::default() };
        view(&app, &id, editing).await
    };
    page.await
}

/// What is wrong as a page with everything that was typed.
async fn again(app: &App, id: &str, error: ComingError, editing: Editing<'_>) -> Result<Response, Problem> {
    if !matches!(error, ComingError::Wrong(_)) {
        return Err(error.into());
    }
    Ok(refused(view(app, id, Editing { again: true, ..editing }).await?, &error.into()))
}

fn to_list(id: &str) -> Response {
    Redirect::to(&format!("/traject/{id}/plannen")).into_response()
}

async fn add(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Form(sent): Form<PlanForm>,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::BringIn, Some(&id)).await?;
    let draft = sent.draft();
    let page = async {
        match service::add(&app, staff, &id, &draft).await {
            Ok(()) => Ok(to_list(&id)),
            Err(error) => again(&app, &id, error, Editing { draft: &draft, ..Editing::default() }).await,
        }
    };
    page.await
}

async fn edit(
    State(app): State<App>,
    signed: Signed,
    Path((id, plan)): Path<(String, String)>,
    Query(asked): Query<Where>,
) -> Result<Response, Problem> {
    signed.may(&app, Right::BringIn, Some(&id)).await?;
    let page = async {
        let one = service::find(&app, &id, &plan).await?;
        let draft = placed(&app, &id, Draft::of(&one), &asked).await?;
        let known = Some((plan.as_str(), one.version));
        view(&app, &id, Editing { draft: &draft, search: asked.zoek.as_deref(), known, ..Editing::default() })
            .await
    };
    page.await
}

/// Who comes second sees what stands there now, beside their own words, and chooses.
async fn change(
    State(app): State<App>,
    signed: Signed,
    Path((id, plan)): Path<(String, String)>,
    Form(sent): Form<PlanForm>,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::BringIn, Some(&id)).await?;
    let draft = sent.draft();
    let page = async {
        match service::change(&app, staff, &id, (&plan, sent.version), &draft).await {
            Ok(()) => Ok(to_list(&id)),
            Err(ComingError::Changed) => {
                let now = service::find(&app, &id, &plan).await?;
                let known = Some((plan.as_str(), now.version));
                let editing = Editing { draft: &draft, known, now: Some(&now), ..Editing::default() };
                let mut page = view(&app, &id, editing).await?;
                *page.status_mut() = StatusCode::CONFLICT;
                Ok(page)
            }
            Err(error) => {
                let known = Some((plan.as_str(), sent.version));
                again(&app, &id, error, Editing { draft: &draft, known, ..Editing::default() }).await
            }
        }
    };
    page.await
}

#[derive(Deserialize)]
struct Seen {
    version: i64,
}

async fn remove(
    State(app): State<App>,
    signed: Signed,
    Path((id, plan)): Path<(String, String)>,
    Form(seen): Form<Seen>,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::BringIn, Some(&id)).await?;
    let removed = service::remove(&app, staff, &id, (&plan, seen.version)).await;
    removed.map(|()| to_list(&id)).map_err(Problem::from)
}
