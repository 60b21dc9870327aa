//! Small parts that every room's API uses.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

use std::error::Error;

use tower_http::timeout::TimeoutError;

use super::app::App;
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
    if is_timeout(rejection) {
        return Problem::new(StatusCode::REQUEST_TIMEOUT, "too-slow");
    }
    match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large"),
        _ => Problem::new(StatusCode::BAD_REQUEST, "broken-off"),
    }
}

/// Whether a body was given up because nothing came any more: the cause stands behind other errors.
pub fn is_timeout(error: &(dyn Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(one) = cause {
        if one.is::<TimeoutError>() {
            return true;
        }
        cause = one.source();
    }
    false
}

/// Adds a cookie, `Secure` where people reach the server over HTTPS.
///
/// # Errors
/// A cookie that no header can hold.
pub fn with_cookie(mut response: Response, app: &App, cookie: &str) -> Result<Response, Problem> {
    let secure = if app.public_url.starts_with("https://") { "; Secure" } else { "" };
    let value =
        HeaderValue::from_str(&format!("{cookie}{secure}")).map_err(|error| Problem::internal(&error))?;
    response.headers_mut().append(header::SET_COOKIE, value);
    Ok(response)
}
