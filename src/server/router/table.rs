//! `/s/{code}`: one address for whatever stands at the table of a wijksessie.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use axum_extra::extract::CookieJar;

use crate::answer::teruglegging;
use crate::input::pins;
use crate::input::session::{self, Method};
use crate::platform::{App, Problem};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/s/{code}", get(table))
}

async fn table(
    State(app): State<App>,
    Path(code): Path<String>,
    jar: CookieJar,
    Query(laid): Query<teruglegging::TableQuery>,
) -> Result<Response, Problem> {
    let found = session::find(&app, &code).await?;
    if found.code != code {
        // One address for one wijksessie: the cookie of a turn belongs to it.
        return Ok(Redirect::permanent(&format!("/s/{}", found.code)).into_response());
    }
    match found.method {
        Method::Teruglegging => teruglegging::show(&app, &found, &jar, laid).await,
        _ => pins::board(&app, &found).await,
    }
}
