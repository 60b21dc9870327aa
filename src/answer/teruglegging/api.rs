//! `…/answers`: giving an answer, taking it back, and one's own.

use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, put};
use axum::{Json, Router};
use serde_json::{Value, json};
use uuid::Uuid;

use super::service::{self, Own, Put};
use super::{AnswerError, read_answer};
use crate::input::pins;
use crate::platform::web::Body;
use crate::platform::{App, Problem};

/// 500 characters, each escaped, and room around them.
const LARGEST_ANSWER: usize = 16 * 1024;
const NO_STORE: [(HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-store")];

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/sessions/{code}/answers", get(own))
        .route("/api/v1/sessions/{code}/answers/{id}", put(give).delete(take_back))
        .layer(DefaultBodyLimit::max(LARGEST_ANSWER))
}

fn id(text: &str) -> Result<Uuid, AnswerError> {
    Uuid::try_parse(text).map_err(|_| AnswerError::Id)
}

async fn give(
    State(app): State<App>,
    Path((code, answer)): Path<(String, String)>,
    Body(body): Body,
) -> Result<Response, Problem> {
    let body: Value = crate::platform::web::read_json(&body).map_err(|_| AnswerError::NotJson)?;
    let (read, participant) = read_answer(&body).map_err(AnswerError::Wrong)?;
    app.limits.write(&code, &participant.to_string())?;
    let id = id(&answer)?;
    let status = match service::put(&app, &code, id, read, participant).await? {
        Put::New => StatusCode::CREATED,
        Put::Again => StatusCode::OK,
    };
    Ok((status, NO_STORE, Json(json!({ "id": id }))).into_response())
}

async fn take_back(
    State(app): State<App>,
    Path((code, answer)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    let participant = pins::required_participant(&headers)?;
    app.limits.write(&code, &participant.to_string())?;
    service::take_back(&app, &code, id(&answer)?, participant).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn own(
    State(app): State<App>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let own = service::own(&app, &code, pins::required_participant(&headers)?).await?;
    let answers: Vec<Value> = own.iter().map(Own::json).collect();
    Ok((NO_STORE, Json(json!({"answers": answers}))).into_response())
}
