//! Errors as machines get them (RFC 9457) and as people read them: one conversion for every room.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::platform::texts::{self, Value};

/// Seconds after which a database that had no time is asked again.
const BUSY_S: u64 = 2;

/// The media type of RFC 9457.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// An answer that says what went wrong. Title and detail are the texts `problem-SLUG` and
/// `problem-SLUG.detail` of the language files.
#[derive(Debug, Clone)]
pub struct Problem {
    /// HTTP status.
    pub status: StatusCode,
    slug: &'static str,
    values: Vec<(&'static str, Value)>,
    errors: Vec<FieldError>,
    retry_after: Option<u64>,
    next: Option<Box<(&'static str, String)>>,
}

/// One field that is not right.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct FieldError {
    /// JSON pointer into the body, such as `/properties/text`.
    pub pointer: String,
    /// What is wrong with it, in plain Dutch.
    pub detail: String,
}

impl Problem {
    /// A problem with the texts `problem-SLUG`.
    pub fn new(status: StatusCode, slug: &'static str) -> Self {
        Self { status, slug, values: Vec::new(), errors: Vec::new(), retry_after: None, next: None }
    }

    /// A value that the texts name.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// The fields that are not right.
    #[must_use]
    pub fn fields(mut self, errors: Vec<FieldError>) -> Self {
        self.errors = errors;
        self
    }

    /// Try again after so many seconds.
    #[must_use]
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// Where somebody on a page can go on: the key of what the button says, and its address.
    #[must_use]
    pub fn next(mut self, label: &'static str, href: String) -> Self {
        self.next = Some(Box::new((label, href)));
        self
    }

    /// Where somebody on a page can go on.
    pub fn next_step(&self) -> Option<&(&'static str, String)> {
        self.next.as_deref()
    }

    /// Something broke that is not the caller's fault, or the database has no time now: then nothing is broken, and who asks
    /// again in a moment is helped. The cause goes to the log, not to the caller.
    pub fn internal(cause: &(dyn std::error::Error + 'static)) -> Self {
        if let Some(busy) = super::db::busy(cause) {
            tracing::warn!(%busy, "the database has no time");
            return Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy").retry_after(BUSY_S);
        }
        tracing::error!(%cause, "internal error");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal")
    }

    /// Seconds after which it is worth trying again.
    pub fn wait(&self) -> Option<u64> {
        self.retry_after
    }

    /// Its slug: the last part of its type.
    pub fn slug(&self) -> &'static str {
        self.slug
    }

    /// What happened, in a few words.
    pub fn title(&self) -> String {
        texts::tv(&format!("problem-{}", self.slug), &self.values)
    }

    /// What happened, that nothing is lost, and what to do.
    pub fn detail(&self) -> String {
        texts::tv(&format!("problem-{}.detail", self.slug), &self.values)
    }

    /// The fields that are not right.
    pub fn field_errors(&self) -> &[FieldError] {
        &self.errors
    }
}

/// What a page that tells of a problem says: by itself, or beside the form that was refused.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// HTTP status.
    pub status: StatusCode,
    /// Which problem.
    pub slug: &'static str,
    /// What happened, in a few words.
    pub title: String,
    /// What happened, that nothing is lost, and what to do.
    pub detail: String,
    /// The fields that are not right.
    pub errors: Vec<FieldError>,
    /// Seconds after which it is worth trying again.
    pub retry_after: Option<u64>,
    /// Where somebody can go on: the key of what the button says, and its address.
    pub next: Option<(&'static str, String)>,
}

impl Refusal {
    /// What is wrong with a field of a form, by its name: the last part of the pointer.
    pub fn about(&self, name: &str) -> impl Iterator<Item = &str> {
        let about = move |error: &&FieldError| error.pointer.rsplit('/').next() == Some(name);
        self.errors.iter().filter(about).map(|error| error.detail.as_str())
    }
}

impl From<&Problem> for Refusal {
    fn from(problem: &Problem) -> Self {
        Self {
            status: problem.status,
            slug: problem.slug,
            title: problem.title(),
            detail: problem.detail(),
            errors: problem.errors.clone(),
            retry_after: problem.retry_after,
            next: problem.next.as_deref().cloned(),
        }
    }
}

#[derive(Serialize)]
struct Body<'a> {
    r#type: String,
    title: &'a str,
    status: u16,
    detail: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [FieldError],
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let refusal = Refusal::from(&self);
        let body = Body {
            r#type: format!("urn:buurtblik:problem:{}", self.slug),
            title: &refusal.title,
            status: self.status.as_u16(),
            detail: &refusal.detail,
            errors: &refusal.errors,
        };
        let mut response = (self.status, Json(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        // For whoever makes a page of it: `server/router`.
        response.extensions_mut().insert(refusal);
        response
    }
}
