//! Small parts that every room's API uses.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum_extra::headers::{ETag, HeaderMapExt as _, IfNoneMatch};

use std::error::Error;

use serde_json::Value;

use super::app::App;
use super::pace::TooSlow;
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

/// Whether a body was given up because it came too slowly.
pub fn is_timeout(error: &(dyn Error + 'static)) -> bool {
    is::<TooSlow>(error)
}

/// Whether this is such an error: the cause stands behind others.
pub(super) fn is<E: Error + 'static>(error: &(dyn Error + 'static)) -> bool {
    error.is::<E>() || error.source().is_some_and(is::<E>)
}

/// Reads a JSON body. Its texts stay as they are: a machine gets back what it sent, sign for sign, and only pages and
/// drawings leave out what nobody sees ([`super::text`]).
///
/// # Errors
/// What is no JSON.
pub fn read_json(body: &[u8]) -> Result<Value, serde_json::Error> {
    serde_json::from_slice(body)
}

/// Whether whoever asks has what this entity tag names (RFC 9110, `If-None-Match`).
pub fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    let asked = headers.typed_get::<IfNoneMatch>();
    asked.zip(etag.parse::<ETag>().ok()).is_some_and(|(known, etag)| !known.precondition_passes(&etag))
}

/// Where a list goes on, as the header `Link` (RFC 8288) says it; no header where this part is the last.
///
/// # Errors
/// An address that no header can hold.
pub fn next_part(address: Option<&str>) -> Result<HeaderMap, Problem> {
    let mut headers = HeaderMap::new();
    if let Some(address) = address {
        let link = HeaderValue::try_from(format!("<{address}>; rel=\"next\""));
        headers.insert(header::LINK, link.map_err(|error| Problem::internal(&error))?);
    }
    Ok(headers)
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
