//! Small parts that every room's API uses.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;

use super::problem::Problem;

/// A whole body, within the route's limit; otherwise a problem in the form of the contract.
pub struct Body(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for Body {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        Bytes::from_request(request, state).await.map(Self).map_err(|rejection| refused(&rejection))
    }
}

fn refused(rejection: &BytesRejection) -> Problem {
    match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large"),
        StatusCode::REQUEST_TIMEOUT => Problem::new(StatusCode::REQUEST_TIMEOUT, "too-slow"),
        _ => Problem::new(StatusCode::BAD_REQUEST, "broken-off"),
    }
}
