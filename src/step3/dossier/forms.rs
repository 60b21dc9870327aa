//! `/traject/{id}/dossier`

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;

use super::{page, service};
use crate::people::accounts::{Right, Signed};
use crate::platform::{App, Problem};

/// The page of this room.
pub fn routes() -> Router<App> {
    Router::new().route("/traject/{id}/dossier", get(show))
}

async fn show(State(app): State<App>, signed: Signed, Path(id): Path<String>) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::Deepen, Some(&id)).await?;
    let dossier = service::gather(&app, staff, &id).await;
    Ok(page::dossier(&app, &dossier?).await)
}
