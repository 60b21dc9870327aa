//! `/traject/{id}/niet-gehoord`

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;

use super::{page, service};
use crate::people::accounts::{Right, Signed};
use crate::platform::{App, Problem};

/// The page of this room.
pub fn routes() -> Router<App> {
    Router::new().route("/traject/{id}/niet-gehoord", get(show))
}

async fn show(State(app): State<App>, signed: Signed, Path(id): Path<String>) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::Deepen, Some(&id)).await?;
    let prepares = Right::Prepare.roles().contains(&staff.role);
    let unheard = service::of_traject(&app, &id).await?;
    let coming = if prepares { service::coming(&app, &id).await? } else { Vec::new() };
    Ok(page::unheard(&app, &unheard, prepares.then_some(coming.as_slice())).await)
}
