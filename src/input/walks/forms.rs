//! The pages of walks: making one, and following one on the map.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use axum_extra::extract::CookieJar;
use serde::Deserialize;
use uuid::Uuid;

use super::page::{self, Story};
use super::{Walk, WalkError, listing};
use crate::input::session;
use crate::people::accounts::{self, Right, Signed};
use crate::place::buurt;
use crate::platform::{App, Problem};
use crate::ui::TurnEnd;

/// The pages of this room.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/s/{code}/wandeling", get(make))
        .route("/s/{code}/wandeling/{id}", get(follow))
        .route("/sessie/{code}/wandelingen", get(of_moment))
}

async fn make(State(app): State<App>, Path(code): Path<String>) -> Result<Response, Problem> {
    let session = session::find(&app, &code).await?;
    let area = buurt::area(&app, &session.buurten).await.map_err(WalkError::from)?;
    Ok(page::make(&app, &session, &area).await)
}

async fn follow(
    State(app): State<App>,
    Path((code, id)): Path<(String, String)>,
    jar: CookieJar,
) -> Result<Response, Problem> {
    let session = session::find(&app, &code).await?;
    let area = buurt::area(&app, &session.buurten).await.map_err(WalkError::from)?;
    let turn = jar.get("beurt").and_then(|cookie| Uuid::try_parse(cookie.value()).ok());
    let walks = listing::list(&app, &session.code, turn).await?;
    let walk = walks.into_iter().find(|walk| walk.id == id).ok_or(WalkError::None)?;
    let back = format!("/s/{}", session.code);
    let end = Some(TurnEnd::reading(&session.code, session.turn_pause()));
    let story = Story { walks: vec![(walk, None)], at_squares: false, staff: None, bar: None, back, end };
    Ok(page::story(&app, &area, story).await)
}

#[derive(Deserialize)]
struct Chosen {
    w: Option<String>,
}

/// The walk that was chosen; every walk, to choose from, where none was.
///
/// # Errors
/// No such walk.
pub fn chosen(
    walks: Vec<(Walk, Option<String>)>,
    asked: Option<String>,
) -> Result<Vec<(Walk, Option<String>)>, WalkError> {
    let Some(id) = asked else { return Ok(walks) };
    walks.into_iter().find(|(walk, _)| walk.id == id).map(|found| vec![found]).ok_or(WalkError::None)
}

/// For the begeleider: every walk of a moment as it is.
async fn of_moment(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
    Query(asked): Query<Chosen>,
) -> Result<Response, Problem> {
    let session = session::for_staff(&app, &signed, Right::Moderate, &code).await?;
    let area = buurt::area(&app, &session.buurten).await.map_err(WalkError::from)?;
    let walks = listing::of_session(&app, &session.code).await?;
    accounts::looked::<WalkError>(&app, &signed.0.id, &session.code).await?;
    let walks = walks.into_iter().map(|walk| (walk, Some(session.title.clone()))).collect();
    let back = format!("/sessie/{}", session.code);
    let here = format!("{back}/wandelingen");
    Ok(page::story(
        &app,
        &area,
        Story {
            walks: chosen(walks, asked.w)?,
            at_squares: false,
            staff: Some(here),
            bar: None,
            back,
            end: None,
        },
    )
    .await)
}
