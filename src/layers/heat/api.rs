//! `/api/v1/trajects/{id}/layers…`: the list of layers, and one layer in several forms. Staff only.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;

use super::error::LayerError;
use super::files::{self, File, Files, Form};
use super::service;
use super::slice::Slice;
use super::source::Source;
use super::{HeatError, report};
use crate::people::accounts::{Right, Signed};
use crate::platform::web::is_known;
use crate::platform::{App, Problem};

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/trajects/{id}/layers", get(list))
        .route("/api/v1/trajects/{id}/layers/{theme}/{file}", get(layer))
        .merge(report::routes())
}

async fn list(signed: Signed, State(app): State<App>, Path(id): Path<String>) -> Result<Response, Problem> {
    signed.allow(Right::SeeLayers, Some(&id))?;
    let source = service::source(&app, &id).await?;
    let layers = service::list(&source)?.into_iter().map(|layer| {
        json!({
            "theme": layer.theme, "kind": layer.kind,
            "pins": null, "participants": layer.voices, "people": layer.voices,
        })
    });
    let layers: Vec<_> = layers.collect();
    let body = json!({"traject": source.traject.id, "k": source.traject.k, "layers": layers});
    Ok(([(header::CACHE_CONTROL, "private, no-cache")], Json(body)).into_response())
}

#[derive(Deserialize)]
struct Params {
    moment: Option<String>,
    bandwidth: Option<String>,
    suppressed: Option<String>,
}

async fn layer(
    signed: Signed,
    State(app): State<App>,
    Path((id, theme, file)): Path<(String, String, String)>,
    Query(asked): Query<Params>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    signed.allow(Right::SeeLayers, Some(&id))?;
    let (kind, form) = file.split_once('.').ok_or(LayerError::None)?;
    let moment = asked.moment.as_deref().map(str::parse).transpose().map_err(|_| LayerError::Moment)?;
    let bandwidth = asked.bandwidth.as_deref().map(str::parse).transpose().map_err(LayerError::from)?;
    let form = Form::of(form, asked.suppressed.is_some()).ok_or(LayerError::None)?;
    let source = service::source(&app, &id).await?;
    let slice = Slice { theme, kind: kind.to_owned(), moment };
    let grid = service::grid(&app, &source, &slice, bandwidth.unwrap_or_default()).await?;
    let about = super::provenance(&source, &slice, &grid);
    let files = app.parts.of::<Files>();
    let file = files.of(&source, grid, about, form).await?;
    Ok(answer(&file, form, &headers))
}

/// A place in the metres of the area as degrees; what cannot be turned back lies nowhere.
pub fn lonlat(source: &Source, x: f64, y: f64) -> (f64, f64) {
    files::lonlat(&source.area, x, y)
}

fn answer(file: &File, form: Form, headers: &HeaderMap) -> Response {
    let cached = [(header::CACHE_CONTROL, "private, no-cache"), (header::ETAG, file.etag.as_str())];
    if is_known(headers, &file.etag) {
        return (StatusCode::NOT_MODIFIED, cached).into_response();
    }
    let name = format!("inline; filename=\"{}\"", file.name);
    let kind = [(header::CONTENT_TYPE, form.content_type()), (header::CONTENT_DISPOSITION, name.as_str())];
    let mut response = (cached, kind, file.bytes.clone()).into_response();
    if let Some(bbox) = file.bbox.as_deref().and_then(|bbox| bbox.parse().ok()) {
        response.headers_mut().insert("x-bbox", bbox);
    }
    response
}

impl From<HeatError> for Problem {
    fn from(error: HeatError) -> Self {
        LayerError::from(error).into()
    }
}
