//! `/plattegrond/{hash}.{geojson,svg,json}`, `….grond-1.svg` and `….letters-1-0.svg`: the drawn map, whole or its ground and its
//! letters, and the names on it; compressed once, cached for a year.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use super::forms;
use super::packed::unpack;
use super::pictures::{self, Part};
use crate::platform::{App, Problem};

/// The header that names the file: a portal of a café or an office, which answers in our place, does not, and a device keeps
/// such a file for a year.
const FILE: HeaderName = HeaderName::from_static("buurtblik-file");

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new().route("/plattegrond/{file}", get(file)).merge(forms::routes())
}

async fn file(
    State(app): State<App>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let missing = || Problem::new(StatusCode::NOT_FOUND, "not-found");
    let name = HeaderValue::from_str(&file).map_err(|_| missing())?;
    let (hash, ending) = file.split_once('.').ok_or_else(missing)?;
    let part = Part::of(ending).ok_or_else(missing)?;
    let packed = pictures::file(&app, hash, part).await.map_err(|error| Problem::internal(&error))?;
    let packed = packed.ok_or_else(missing)?;
    let common = [
        (FILE, name),
        (header::CONTENT_TYPE, HeaderValue::from_static(part.kind())),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
        (header::VARY, HeaderValue::from_static("accept-encoding")),
    ];
    let takes_brotli = headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|one| one.trim().split(';').next() == Some("br"));
    if takes_brotli {
        return Ok((common, [(header::CONTENT_ENCODING, "br")], packed.to_vec()).into_response());
    }
    let plain = unpack(&packed).map_err(|error| Problem::internal(&error))?;
    Ok((common, plain).into_response())
}
