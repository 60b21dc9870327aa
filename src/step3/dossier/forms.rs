//! `/traject/{id}/dossier`

#![allow(clippy::result_large_err, reason = "what goes wrong is answered at once, as a page")]

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;

use super::{page, service};
use crate::people::accounts::{Right, SignedPage};
use crate::platform::App;
use crate::ui::{Shown, shown};

/// The page of this room.
pub fn routes() -> Router<App> {
    Router::new().route("/traject/{id}/dossier", get(show))
}

async fn show(State(app): State<App>, signed: SignedPage, Path(id): Path<String>) -> Shown {
    let staff = signed.may(&app, Right::Deepen, Some(&id)).await?;
    let dossier = service::gather(&app, staff, &id).await;
    shown(&app, dossier.map(|dossier| page::dossier(&app, &dossier)))
}
