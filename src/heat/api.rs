//! `/api/v1/trajects/{id}/layers…`: the list of layers, and one layer in several forms. Staff only.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::service::{self, LayerError, Slice, Source};
use super::{HeatError, HeatGrid, Ramp, image, isobands, json as grid_json, tiff};
use crate::accounts::{Right, Signed};
use crate::pins::Place;
use crate::platform::{App, Problem};

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/trajects/{id}/layers", get(list))
        .route("/api/v1/trajects/{id}/layers/{theme}/{file}", get(layer))
}

async fn list(signed: Signed, State(app): State<App>, Path(id): Path<String>) -> Result<Response, Problem> {
    signed.allow(Right::SeeLayers, Some(&id))?;
    let source = service::source(&app, &id).await?;
    let layers: Vec<_> = service::list(&app, &source)
        .await?
        .into_iter()
        .map(|layer| {
            json!({
                "theme": layer.theme, "kind": layer.kind,
                "pins": layer.counts.map(|counts| counts.pins),
                "participants": layer.counts.map(|counts| counts.participants),
                "people": layer.counts.map(|counts| counts.people),
            })
        })
        .collect();
    let body = json!({"traject": source.traject.id, "k": source.traject.k, "layers": layers});
    Ok(([(header::CACHE_CONTROL, "private, no-cache")], Json(body)).into_response())
}

#[derive(Deserialize)]
struct Asked {
    moment: Option<String>,
    bandwidth: Option<String>,
    suppressed: Option<String>,
}

async fn layer(
    signed: Signed,
    State(app): State<App>,
    Path((id, theme, file)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    signed.allow(Right::SeeLayers, Some(&id))?;
    let (kind, form) = file.rsplit_once('.').ok_or(LayerError::None)?;
    let moment = asked.moment.as_deref().map(str::parse).transpose().map_err(|_| LayerError::Moment)?;
    let bandwidth = asked.bandwidth.as_deref().map(str::parse).transpose().map_err(LayerError::from)?;
    let source = service::source(&app, &id).await?;
    let slice = Slice { theme, kind: kind.to_owned(), moment };
    let grid = service::grid(&app, &source, &slice, bandwidth.unwrap_or_default()).await?;
    let ramp = Ramp::of_kind(kind);
    let encoded = encode(&source, &grid, ramp, form, asked.suppressed.is_some())?;
    Ok(answer(encoded, &headers))
}

/// A layer in one form: its type, its bytes, and for a picture where it lies.
struct Encoded {
    content_type: &'static str,
    bytes: Vec<u8>,
    bbox: Option<String>,
}

fn encode(
    source: &Source,
    grid: &HeatGrid,
    ramp: Ramp,
    form: &str,
    suppressed: bool,
) -> Result<Encoded, LayerError> {
    let to_lonlat = |x, y| lonlat(source, x, y);
    let plain = |content_type, bytes| Encoded { content_type, bytes, bbox: None };
    Ok(match form {
        "geojson" => {
            let body = isobands(grid, to_lonlat).to_geojson(suppressed);
            plain("application/geo+json", body.to_string().into_bytes())
        }
        "json" => {
            let mut body = grid_json::to_json(grid);
            if !source.area.is_rd() {
                body["crs"] = serde_json::Value::Null;
            }
            plain("application/json", body.to_string().into_bytes())
        }
        "png" => {
            let to_rd = |lon, lat| {
                source.area.metres(Place { lon, lat }).map_or((f64::NAN, f64::NAN), |at| (at.x, at.y))
            };
            let picture = image::picture(grid, ramp, to_lonlat, to_rd)?;
            let bbox = Some(picture.bbox_header());
            Encoded { content_type: "image/png", bytes: picture.png, bbox }
        }
        "tif" if source.area.is_rd() => {
            let provenance = format!("Buurtblik, {}, {} m", source.traject.title, grid.bandwidth());
            plain("image/tiff", tiff::geotiff(grid, &provenance)?)
        }
        "tif" => return Err(LayerError::OutsideRd),
        _ => return Err(LayerError::None),
    })
}

/// A place in the metres of the area as degrees; what cannot be turned back lies nowhere.
pub fn lonlat(source: &Source, x: f64, y: f64) -> (f64, f64) {
    source.area.degrees(x, y).map_or((f64::NAN, f64::NAN), |place| (place.lon, place.lat))
}

fn answer(encoded: Encoded, headers: &HeaderMap) -> Response {
    let etag = format!("\"{}\"", hex::encode(&Sha256::digest(&encoded.bytes)[..12]));
    let cached = [(header::CACHE_CONTROL, "private, no-cache".to_owned()), (header::ETAG, etag.clone())];
    let same = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes());
    if same {
        return (StatusCode::NOT_MODIFIED, cached).into_response();
    }
    let kind = [(header::CONTENT_TYPE, encoded.content_type)];
    let mut response = (cached, kind, encoded.bytes).into_response();
    if let Some(bbox) = encoded.bbox.and_then(|bbox| bbox.parse().ok()) {
        response.headers_mut().insert("x-bbox", bbox);
    }
    response
}

impl From<HeatError> for Problem {
    fn from(error: HeatError) -> Self {
        LayerError::from(error).into()
    }
}
