//! `/privacy` and `/toegankelijkheid`, which the organisation fills in at `/beheer/organisatie`.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;

use super::model::FIELDS;
use super::{Organisation, page, service};
use crate::people::accounts::{Right, Signed};
use crate::platform::{App, Problem};

const LARGEST_FORM: usize = 128 * 1024;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/privacy", get(privacy))
        .route("/toegankelijkheid", get(accessibility))
        .route("/beheer/organisatie", get(form).post(save))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

async fn privacy(State(app): State<App>) -> Result<Response, Problem> {
    let organisation = service::organisation(&app).await?;
    Ok(page::privacy(&app, &organisation).await)
}

async fn accessibility(State(app): State<App>) -> Result<Response, Problem> {
    let organisation = service::organisation(&app).await?;
    Ok(page::accessibility(&app, &organisation).await)
}

async fn form(State(app): State<App>, signed: Signed) -> Result<Response, Problem> {
    signed.may(&app, Right::ManageSettings, None).await?;
    let organisation = service::organisation(&app).await?;
    Ok(page::form(&app, &organisation).await)
}

async fn save(
    State(app): State<App>,
    signed: Signed,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let by = signed.may(&app, Right::ManageSettings, None).await?;
    let known = fields.into_iter().filter(|(name, _)| FIELDS.contains(&name.as_str()));
    let organisation =
        Organisation(known.map(|(name, value)| (name, value.trim().replace("\r\n", "\n"))).collect());
    service::save(&app, by, organisation).await?;
    Ok(Redirect::to("/beheer/organisatie").into_response())
}
