//! A form that is refused comes back with what was typed, and with what is wrong beside its field: one way for all forms.
//!
//! The room refuses as ever, with a [`Problem`]. Here the page that the form stands on is asked for once more, and what was
//! typed is put into that form. Where there is no such page (somebody is not signed in any more, a moment is closed), the
//! problem's own page shows the words, so that they can be copied or sent again.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use form_urlencoded::Serializer;
use futures::StreamExt as _;
use lol_html::errors::RewritingError;
use tower::ServiceExt as _;

use super::as_page;
use super::refill_forms::TypedForm;
use super::refill_page;
use super::refill_parts::Passed;
use crate::platform::app::App;
use crate::platform::problem::{FieldError, Problem, Refusal};
use crate::platform::text::tidy;
use crate::platform::texts::t;
use crate::platform::web::is_timeout;

/// No form of ours is half as large. Of a larger one nothing is kept, and its page says how much fits.
const LARGEST_FORM: usize = 512 * 1024;
/// As much of a larger one is read and thrown away, so that the answer is heard.
const MOST_DRAINED: usize = 16 * 1024 * 1024;
/// What a form without files is sent as.
const FORM: &str = "application/x-www-form-urlencoded";
/// A page of ours, whole.
const LARGEST_PAGE: usize = 16 * 1024 * 1024;

/// What [`give_back`] needs: the program, and every page.
#[derive(Clone)]
pub struct Pages {
    /// The program.
    pub app: App,
    /// Every route with who may use it, and nothing round it.
    pub routes: Router,
}

/// Gives back what was typed where a form is refused.
pub async fn give_back(State(pages): State<Pages>, request: Request, next: Next) -> Response {
    if has_file(&request) {
        return with_file(&pages, request, next).await;
    }
    if !is_form(&request) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let bytes = match whole(body).await {
        Ok(bytes) => bytes,
        Err(problem) => return as_page(&pages.app, problem.into_response()).await,
    };
    // Signs that nobody sees are taken off here, once for every form.
    let typed: Vec<(String, String)> = form_urlencoded::parse(&bytes)
        .map(|(name, value)| (name.into_owned(), tidy(&value).into_owned()))
        .collect();
    // What no database keeps alike: said before any room reads it.
    if let Some(refusal) = not_text(&typed) {
        let sent = TypedForm { action: parts.uri.path().to_owned(), typed };
        let response = as_page(&pages.app, refusal.into_response()).await;
        return given_back(&pages, &parts, response, &sent).await;
    }
    let body = Serializer::new(String::new()).extend_pairs(&typed).finish();
    let mut passed = parts.clone();
    passed.headers.insert(header::CONTENT_LENGTH, body.len().into());
    // Rooms know it by this writing only.
    passed.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(FORM));
    let response = next.run(Request::from_parts(passed, Body::from(body))).await;
    let response = as_page(&pages.app, response).await;
    let sent = TypedForm { action: parts.uri.path().to_owned(), typed };
    given_back(&pages, &parts, response, &sent).await
}

/// The answer, with what was typed where it is a refusal: in the form that the answer shows itself, in the form of the page
/// that it was sent from, or as words to copy.
async fn given_back(pages: &Pages, parts: &Parts, response: Response, sent: &TypedForm) -> Response {
    let (status, refusal) = (response.status(), response.extensions().get::<Refusal>().cloned());
    // A page of a room that shows two texts to choose from is no refusal.
    let known = matches!(
        status,
        StatusCode::BAD_REQUEST
            | StatusCode::UNAUTHORIZED
            | StatusCode::UNPROCESSABLE_ENTITY
            | StatusCode::TOO_MANY_REQUESTS
    );
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    if !kind.starts_with(b"text/html") || !(known || refusal.is_some()) {
        return response;
    }
    let (response, filled_in) =
        rewritten(response, |page| refill_page::fill(page, sent, refusal.as_ref())).await;
    // A press of a button, or a code: there is nothing to give back, and its page may take long to draw.
    // A form of numbers has several.
    let typed =
        sent.typed.len() > 1 || sent.typed.iter().any(|(_, value)| value.contains(char::is_lowercase));
    let Some(refusal) = refusal.filter(|_| typed && !filled_in) else { return response };
    match filled(pages, parts, &refusal, sent, status).await {
        Some(mut page) => {
            for name in [header::RETRY_AFTER, header::SET_COOKIE] {
                page.headers_mut().extend(response.headers().get(&name).map(|value| (name, value.clone())));
            }
            page
        }
        None => rewritten(response, |page| refill_page::show(page, sent, status).map(Some)).await.0,
    }
}

/// The fields with a NUL in them, which is no text.
fn not_text(typed: &[(String, String)]) -> Option<Problem> {
    let wrong = typed.iter().filter(|(_, value)| value.contains('\0'));
    let wrong = wrong.map(|(name, _)| FieldError { pointer: format!("/{name}"), detail: t("ui-wrong-nul") });
    let wrong: Vec<_> = wrong.collect();
    (!wrong.is_empty()).then(|| Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "session-form").fields(wrong))
}

/// A form with a file: its words are read as they pass by, the file is not.
async fn with_file(pages: &Pages, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let passed = Passed::default();
    let body = passed.watch(body).await;
    let response = next.run(Request::from_parts(parts.clone(), body)).await;
    if response.status().is_success() || response.status().is_redirection() {
        return response;
    }
    // A machine has no use for its words.
    if !parts.uri.path().starts_with("/api/") {
        passed.drain().await;
    }
    let response = as_page(&pages.app, response).await;
    let typed = passed.fields(content_type(&parts.headers));
    let sent = TypedForm { action: parts.uri.path().to_owned(), typed };
    given_back(pages, &parts, response, &sent).await
}

fn content_type(headers: &HeaderMap) -> &str {
    headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn has_file(request: &Request) -> bool {
    request.method() == Method::POST
        && !request.uri().path().starts_with("/api/")
        && is_type(request.headers(), "multipart/form-data")
}

/// A form without files, for a page: its body is small, and its answer is read by somebody.
fn is_form(request: &Request) -> bool {
    request.method() == Method::POST
        && !request.uri().path().starts_with("/api/")
        && is_type(request.headers(), FORM)
}

/// Whether the body is of this type, however that is written.
fn is_type(headers: &HeaderMap, name: &str) -> bool {
    let start = content_type(headers).get(..name.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(name))
}

/// The body of a form, whether or not its length was said before.
async fn whole(body: Body) -> Result<Vec<u8>, Problem> {
    let (mut bytes, mut length) = (Vec::new(), 0);
    let mut body = body.into_data_stream();
    while let Some(chunk) = body.next().await {
        let chunk = chunk.map_err(|error| broken_off(&error))?;
        length += chunk.len();
        if length <= LARGEST_FORM {
            bytes.extend_from_slice(&chunk);
        } else if length > MOST_DRAINED {
            break;
        }
    }
    if length <= LARGEST_FORM {
        return Ok(bytes);
    }
    Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "form-too-large"))
}

fn broken_off(error: &axum::Error) -> Problem {
    if is_timeout(error) {
        return Problem::new(StatusCode::REQUEST_TIMEOUT, "too-slow");
    }
    Problem::new(StatusCode::BAD_REQUEST, "broken-off")
}

/// The page of the form, filled in; nothing where there is none that this person may see.
async fn filled(
    pages: &Pages,
    parts: &Parts,
    refusal: &Refusal,
    sent: &TypedForm,
    status: StatusCode,
) -> Option<Response> {
    // Who is signed out finds no form anywhere; who may not see it, or where it is closed, finds none below. A wrong code
    // is not looked up once more: that would count as another guess.
    let nowhere = matches!(status, StatusCode::UNAUTHORIZED | StatusCode::TOO_MANY_REQUESTS)
        || refusal.slug == "no-session";
    if !status.is_client_error() || nowhere {
        return None;
    }
    for address in addresses(parts) {
        let page = pages.routes.clone().oneshot(asked(parts, &address)?).await.ok()?;
        if page.status() != StatusCode::OK {
            continue;
        }
        let (mut head, body) = page.into_parts();
        let html = String::from_utf8(to_bytes(body, LARGEST_PAGE).await.ok()?.to_vec()).ok()?;
        match refill_page::fill(&html, sent, Some(refusal)) {
            Ok(Some(html)) => {
                head.status = status;
                head.headers.remove(header::CONTENT_LENGTH);
                return Some(Response::from_parts(head, Body::from(html)));
            }
            Ok(None) => {}
            Err(error) => {
                tracing::error!(%error, "a page could not be filled in");
                return None;
            }
        }
    }
    None
}

/// Where the form may stand: on the page that it was sent from, at its own address, or above it.
fn addresses(parts: &Parts) -> Vec<String> {
    let own = parts.uri.path();
    let mut all: Vec<String> = from_page(&parts.headers).into_iter().collect();
    all.extend(parts.uri.path_and_query().map(ToString::to_string));
    all.push(format!("{own}/nieuw"));
    let mut above = own;
    while let Some((up, _)) = above.rsplit_once('/').filter(|(up, _)| !up.is_empty()) {
        above = up;
        all.push(up.to_owned());
    }
    all.truncate(5);
    all
}

/// The page that the browser says it was sent from, if it is one of ours.
fn from_page(headers: &HeaderMap) -> Option<String> {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let (host, path) = text(header::REFERER)?.split_once("://")?.1.split_once('/')?;
    let path = path.split('#').next().unwrap_or_default();
    (Some(host) == text(header::HOST) && !path.starts_with("api/")).then(|| format!("/{path}"))
}

/// A request for a page, by the same person.
fn asked(parts: &Parts, address: &str) -> Option<Request> {
    let mut request = Request::get(address).body(Body::empty()).ok()?;
    for name in [header::COOKIE, header::AUTHORIZATION, header::HOST, header::ACCEPT_LANGUAGE] {
        if let Some(value) = parts.headers.get(&name) {
            request.headers_mut().insert(name, value.clone());
        }
    }
    Some(request)
}

/// An answer with its page written anew, and whether it was; as it was, where there is nothing to change.
async fn rewritten(
    response: Response,
    change: impl FnOnce(&str) -> Result<Option<String>, RewritingError>,
) -> (Response, bool) {
    let (mut head, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST_PAGE).await else {
        return (StatusCode::INTERNAL_SERVER_ERROR.into_response(), true);
    };
    match change(&String::from_utf8_lossy(&bytes)) {
        Ok(Some(html)) => {
            head.headers.remove(header::CONTENT_LENGTH);
            (Response::from_parts(head, Body::from(html)), true)
        }
        Ok(None) => (Response::from_parts(head, Body::from(bytes)), false),
        Err(error) => {
            tracing::error!(%error, "what was typed could not be put into a page");
            (Response::from_parts(head, Body::from(bytes)), false)
        }
    }
}
