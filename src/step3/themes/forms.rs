//! `/traject/{id}/themas`, `/traject/{id}/thema/{theme}`, `/traject/{id}/naast`

#![allow(clippy::result_large_err, reason = "what goes wrong is answered at once, as a page")]

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::routing::get;
use serde::Deserialize;

use super::{beside, page, service};
use crate::people::accounts::{Right, SignedPage};
use crate::platform::App;
use crate::ui::{Shown, shown};

/// The pages of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/traject/{id}/themas", get(overview))
        .route("/traject/{id}/thema/{theme}", get(theme))
        .route("/traject/{id}/naast", get(side_by_side))
}

async fn overview(State(app): State<App>, signed: SignedPage, Path(id): Path<String>) -> Shown {
    signed.may(&app, Right::Deepen, Some(&id)).await?;
    let overview = service::overview(&app, &id).await;
    shown(&app, overview.map(|overview| page::themes(&app, &overview)))
}

/// Whether all of what was said is to be seen, and behind which quote each side goes on.
#[derive(Deserialize)]
pub(super) struct Whole {
    pub alles: Option<String>,
    pub sterk: Option<String>,
    pub beter: Option<String>,
}

async fn theme(
    State(app): State<App>,
    signed: SignedPage,
    Path((id, theme)): Path<(String, String)>,
    Query(asked): Query<Whole>,
) -> Shown {
    let staff = signed.may(&app, Right::Deepen, Some(&id)).await?;
    let about = service::about(&app, staff, &id, &theme, &asked).await;
    shown(&app, about.map(|about| page::theme(&app, about, asked.alles.is_some())))
}

async fn side_by_side(
    State(app): State<App>,
    signed: SignedPage,
    Path(id): Path<String>,
    Query(asked): Query<beside::Asked>,
) -> Shown {
    signed.may(&app, Right::Deepen, Some(&id)).await?;
    let view = beside::view(&app, &id, asked).await;
    shown(&app, view.map(|view| beside::page(&app, &view)))
}
