//! `/sessie/{code}/scherm`, its figures for the page's script, and `/sessie/{code}/thuis`.

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;

use super::json::as_json;
use super::{page, service};
use crate::input::moderation::{self, Sought, TOGETHER};
use crate::input::session::{self, SessionError, Status};
use crate::people::accounts::{Right, Signed};
use crate::platform::{App, Problem};
use crate::step3::verdieping;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/sessie/{code}/scherm", get(screen))
        .route("/sessie/{code}/scherm.json", get(figures))
        .route("/sessie/{code}/thuis", get(home))
}

async fn screen(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let session = session::for_staff(&app, &signed, Right::Guide, &code).await?;
    let room = service::room(&app, &session).await?;
    page::screen(&app, &session, &room).await.map_err(Problem::from)
}

async fn figures(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let session = session::for_staff(&app, &signed, Right::Guide, &code).await?;
    let room = service::room(&app, &session).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(as_json(&session, &room))).into_response())
}

/// Behind which quote the page goes on.
#[derive(Deserialize)]
struct Behind {
    na: Option<String>,
}

async fn home(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
    Query(behind): Query<Behind>,
) -> Result<Response, Problem> {
    let session = session::for_staff(&app, &signed, Right::Guide, &code).await?;
    let shown = async {
        if session.status == Status::Open {
            return Err(Problem::from(SessionError::Form("live-home-open")));
        }
        let traject = session::find_traject(&app, &session.traject).await?;
        let (source, grids) = verdieping::of_one(&app, &session.traject, &session.code).await?;
        let (mine, all) = (std::slice::from_ref(&session.code), Sought::default());
        let quotes = moderation::part(&app, mine, &all, behind.na.as_deref(), TOGETHER).await?;
        let quotes = quotes.map(|quote| verdieping::at_square(&source, quote));
        Ok(page::home(&app, &session, &traject, &source, &grids, quotes).await)
    };
    shown.await
}
