//! `/traject/{id}/themas`, `/traject/{id}/thema/{theme}`, `/traject/{id}/naast`

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;

use super::theme_query::Whole;
use super::{beside, page, service};
use crate::people::accounts::{Right, Signed};
use crate::platform::{App, Problem};

/// The pages of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/traject/{id}/themas", get(overview))
        .route("/traject/{id}/thema/{theme}", get(theme))
        .route("/traject/{id}/naast", get(side_by_side))
}

async fn overview(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    signed.may(&app, Right::Deepen, Some(&id)).await?;
    let overview = service::overview(&app, &id).await;
    Ok(page::themes(&app, &overview?).await)
}

async fn theme(
    State(app): State<App>,
    signed: Signed,
    Path((id, theme)): Path<(String, String)>,
    Query(asked): Query<Whole>,
) -> Result<Response, Problem> {
    let staff = signed.may(&app, Right::Deepen, Some(&id)).await?;
    let about = service::about(&app, staff, &id, &theme, &asked).await;
    Ok(page::theme(&app, about?, asked.alles.is_some()).await)
}

async fn side_by_side(
    State(app): State<App>,
    signed: Signed,
    Path(id): Path<String>,
    Query(asked): Query<beside::Params>,
) -> Result<Response, Problem> {
    signed.may(&app, Right::Deepen, Some(&id)).await?;
    let view = beside::view(&app, &id, asked).await;
    Ok(beside::page(&app, &view?).await)
}
