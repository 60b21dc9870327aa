//! `/traject/{id}/vergelijken`: residents beside figures, and what the team says of it.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use serde::Deserialize;

use super::page::{self, Mine};
use super::service::{self, Judgement};
use super::{CompareError, Verdict};
use crate::input::session;
use crate::people::accounts::{Right, Signed};
use crate::platform::{App, Problem};
use crate::ui::refused;

const LARGEST_FORM: usize = 16 * 1024;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/traject/{id}/vergelijken", get(list))
        .route("/traject/{id}/vergelijken/oordeel", get(look).post(judge))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

async fn list(State(app): State<App>, signed: Signed, Path(id): Path<String>) -> Result<Response, Problem> {
    signed.may(&app, Right::Deepen, Some(&id)).await?;
    let traject = session::find_traject(&app, &id).await?;
    let rows = service::of_traject(&app, &id).await?;
    Ok(page::list(&app, &traject, &rows).await)
}

#[derive(Deserialize)]
struct Which {
    thema: String,
    deel: String,
}

async fn look(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    signed.may(&app, Right::Deepen, Some(&id)).await?;
    let traject = session::find_traject(&app, &id).await?;
    let row = service::find(&app, &id, &which.thema, &which.deel).await?;
    Ok(page::one(&app, &traject, &row, None).await)
}

#[derive(Deserialize)]
struct JudgementForm {
    thema: String,
    deel: String,
    version: i64,
    judged: String,
    why: String,
}

/// Who comes second sees what stands there now, beside their own words, and chooses.
async fn judge(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Form(sent): Form<JudgementForm>,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::Deepen, Some(&id)).await?;
    let judged = sent.judged.parse::<Verdict>().map_err(|_| CompareError::Wrong("compare-wrong-verdict"))?;
    let said = Judgement { theme: &sent.thema, part: &sent.deel, seen: sent.version, judged, why: &sent.why };
    let (problem, second) = match service::judge(&app, staff, &id, &said).await {
        Ok(()) => {
            let there = format!("/traject/{id}/vergelijken#{}", page::anchor(&sent.thema));
            return Ok(Redirect::to(&there).into_response());
        }
        Err(CompareError::Changed) => (None, true),
        Err(error @ CompareError::Wrong(_)) => (Some(Problem::from(error)), false),
        Err(error) => return Err(error.into()),
    };
    let traject = session::find_traject(&app, &id).await?;
    let row = service::find(&app, &id, &sent.thema, &sent.deel).await?;
    let mine = Mine { judged, why: sent.why.clone(), second };
    let mut page = page::one(&app, &traject, &row, Some(&mine)).await;
    if let Some(problem) = problem {
        return Ok(refused(page, &problem));
    }
    *page.status_mut() = StatusCode::CONFLICT;
    Ok(page)
}
