//! `/traject/{id}/meenemen`, and the files themselves.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use super::model::Form;
use super::{page, service};
use crate::people::accounts::{Right, Signed};
use crate::platform::{App, Problem};

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/traject/{id}/meenemen", get(show))
        .route(
            "/traject/{id}/export.gpkg",
            get(async |app, signed, id| file(app, signed, id, Form::Gpkg).await),
        )
        .route(
            "/traject/{id}/export.geojson",
            get(async |app, signed, id| file(app, signed, id, Form::GeoJson).await),
        )
        .route(
            "/traject/{id}/export.csv",
            get(async |app, signed, id| file(app, signed, id, Form::Csv).await),
        )
}

async fn show(State(app): State<App>, signed: Signed, Path(id): Path<String>) -> Result<Response, Problem> {
    signed.may(&app, Right::Deepen, Some(&id)).await?;
    let contents = service::contents(&app, &id).await;
    let (export, area) = contents?;
    Ok(page::take_along(&app, &id, &export, area.invented).await)
}

async fn file(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::Deepen, Some(&id)).await?;
    let made = service::export(&app, Some(&staff.id), &id, form).await?;
    let headers = [
        (header::CONTENT_TYPE, form.content_type().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", made.name)),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, made.bytes).into_response())
}
