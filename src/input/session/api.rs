//! `GET /api/v1/sessions/{code}`: what a page or a machine needs to know of a wijksessie.

use axum::extract::{Path, State};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::{Kind, SessionError, Status, service};
use crate::place::buurt;
use crate::platform::{App, Problem};

/// The routes of this room.
pub(super) fn routes() -> Router<App> {
    Router::new().route("/api/v1/sessions/{code}", get(show))
}

async fn show(State(app): State<App>, Path(code): Path<String>) -> Result<Json<Value>, Problem> {
    let session = service::find(&app, &code).await?;
    let area = buurt::area(&app, &session.buurten).await.map_err(SessionError::from)?;
    let bbox = area.bbox;
    // With it a device shows later that it was there in time.
    let stamp = (session.status == Status::Open).then(|| app.keys.stamp(&session.code));
    Ok(Json(json!({
        "stamp": stamp,
        "code": session.code,
        "title": session.title,
        "buurt": {
            "code": session.buurten.join("+"),
            "name": area.name,
            "bbox": [bbox.west, bbox.south, bbox.east, bbox.north],
        },
        "buurten": area.buurten.iter().map(|one| json!({"code": one.code, "name": one.name})).collect::<Vec<_>>(),
        "themes": session.themes,
        "kinds": Kind::ALL,
        "promise": session.promise,
        "status": session.status,
        "method": session.method,
        "audience": session.audience,
        "tables": session.tables,
        "invented": area.invented,
        "plattegrond": { "geojson": area.geojson_url(), "svg": area.svg_url() },
    })))
}
