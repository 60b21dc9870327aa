//! `/api/v1/trajects/{id}/coverage.geojson`: where people were asked, and at least how many are behind a place.

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;

use super::error::LayerError;
use super::slice::Slice;
use super::{Bandwidth, coverage, service};
use crate::people::accounts::{Right, Signed};
use crate::place::buurt::Place;
use crate::platform::geojson::json;
use crate::platform::{App, Problem};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/trajects/{id}/coverage.geojson", get(asked))
        .route("/api/v1/trajects/{id}/at/{theme}/{kind}", get(at))
}

async fn asked(signed: Signed, State(app): State<App>, Path(id): Path<String>) -> Result<Response, Problem> {
    signed.allow(Right::SeeLayers, Some(&id))?;
    let source = service::source(&app, &id).await?;
    let coverage = coverage::coverage(&app, &source).await?;
    let body = json(&coverage.to_geojson(|x, y| super::lonlat(&source, x, y))).to_string();
    let kind = (header::CONTENT_TYPE, "application/geo+json");
    Ok(([kind, (header::CACHE_CONTROL, "private, no-cache")], body).into_response())
}

#[derive(Deserialize)]
struct Params {
    lon: f64,
    lat: f64,
    moment: Option<String>,
    bandwidth: Option<String>,
}

async fn at(
    signed: Signed,
    State(app): State<App>,
    Path((id, theme, kind)): Path<(String, String, String)>,
    Query(asked): Query<Params>,
) -> Result<Response, Problem> {
    signed.allow(Right::SeeLayers, Some(&id))?;
    let moment = asked.moment.as_deref().map(str::parse).transpose().map_err(|_| LayerError::Moment)?;
    // The squares are the same whatever the grain; what is no grain is refused here as everywhere.
    asked.bandwidth.as_deref().map(str::parse::<Bandwidth>).transpose().map_err(LayerError::from)?;
    let source = service::source(&app, &id).await?;
    let place = Place { lon: asked.lon, lat: asked.lat };
    let slice = Slice { theme, kind, moment };
    slice.check(&source.traject)?;
    let people = service::at(&source, &slice, place);
    Ok(([(header::CACHE_CONTROL, "private, no-cache")], Json(json!({"people_at_least": people})))
        .into_response())
}
