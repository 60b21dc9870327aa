//! `/s/{code}`: one address for whatever stands at the table of a wijksessie.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use axum_extra::extract::CookieJar;
use sha2::{Digest as _, Sha256};

use crate::answer::teruglegging;
use crate::input::pins;
use crate::input::session::{self, Method};
use crate::platform::web::is_known;
use crate::platform::{App, Problem};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/s/{code}", get(table))
}

async fn table(
    State(app): State<App>,
    Path(code): Path<String>,
    headers: HeaderMap,
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
        _ => named(&headers, pins::board(&app, &found).await?).await,
    }
}

/// A page that is the same for everybody, with a name for what stands on it. Who kept it (a tablet without much of a network) and
/// tells that name is told that nothing changed.
async fn named(headers: &HeaderMap, page: Response) -> Result<Response, Problem> {
    let (mut parts, body) = page.into_parts();
    let html = to_bytes(body, usize::MAX).await.map_err(|error| Problem::internal(&error))?;
    // The page goes out compressed or not.
    let etag = format!("W/\"{}\"", hex::encode(&Sha256::digest(&html)[..12]));
    let known = is_known(headers, &etag);
    parts.headers.insert(header::ETAG, etag.parse().map_err(|error| Problem::internal(&error))?);
    if known {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_TYPE);
        return Ok(Response::from_parts(parts, Body::empty()));
    }
    Ok(Response::from_parts(parts, Body::from(html)))
}
