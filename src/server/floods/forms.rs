//! `/sessie/{code}/toeloop`: the floods of a wijksessie, for its begeleider.

use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;

use super::{FloodError, page, service};
use crate::input::session;
use crate::people::accounts::{Right, Signed};
use crate::place::buurt;
use crate::platform::{App, Problem};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/sessie/{code}/toeloop", get(floods))
        .route("/sessie/{code}/toeloop/eruit", post(take_out))
        .route("/sessie/{code}/toeloop/terug", post(put_back))
}

#[derive(Deserialize)]
struct Params {
    van: Option<i64>,
    laat: Option<String>,
}

async fn floods(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
    Query(asked): Query<Params>,
) -> Result<Response, Problem> {
    let session = session::for_staff(&app, &signed, Right::Moderate, &code).await?;
    let page = async {
        let area = buurt::area(&app, &session.buurten).await?;
        let found = service::shown(&app, &signed.0, &session, asked.van).await?;
        Ok::<_, FloodError>(page::floods(&app, &session, &area, found, asked.laat.is_some()).await)
    };
    page.await.map_err(Problem::from)
}

#[derive(Deserialize)]
struct Minutes {
    van: i64,
    tot: i64,
}

async fn take_out(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
    Form(sent): Form<Minutes>,
) -> Result<Response, Problem> {
    let session = session::for_staff(&app, &signed, Right::Moderate, &code).await?;
    let code = session.code.clone();
    done(&code, service::take_out(&app, &signed.0, session, sent.van, sent.tot).await)
}

#[derive(Deserialize)]
struct Which {
    id: String,
}

async fn put_back(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
    Form(sent): Form<Which>,
) -> Result<Response, Problem> {
    let session = session::for_staff(&app, &signed, Right::Moderate, &code).await?;
    let code = session.code.clone();
    done(&code, service::put_back(&app, &signed.0, session, sent.id).await)
}

/// Back to the page; what was pressed twice, or somebody else did first, is told there.
fn done(code: &str, outcome: Result<(), FloodError>) -> Result<Response, Problem> {
    let late = match outcome {
        Ok(()) => "",
        Err(FloodError::None) => "?laat=1",
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&format!("/sessie/{code}/toeloop{late}")).into_response())
}
