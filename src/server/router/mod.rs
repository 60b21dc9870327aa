//! Every route, and what holds round all of them.
//!
//! `access::ROUTES` is the one table of routes: method, path, who. `guard` stands before every route and answers 401 or
//! 403 by role *and* by traject before a body is read, but for a form of at most 512 kB: who was signed out gets its
//! words back. A route that is not in the table answers nobody. The rooms ask the same again where they know more.
//! `tests/it/roles.rs` walks every route as everybody, and compares the table with the sources.
//!
//! A form that is refused comes back filled in (`refill`, and `docs/decisions.md`).

mod access;
mod refill;
mod refill_forms;
mod refill_page;
mod refill_parts;
mod table;

use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Json};
use metrics_exporter_prometheus::PrometheusHandle;
use serde_json::json;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

pub use self::access::{Access, ROUTES};
use self::refill::{Pages, give_back};
use crate::people::accounts::{self, Right, Signed};
use crate::platform::app::App;
use crate::platform::problem::{PROBLEM_JSON, Problem, Refusal};
use crate::platform::{pace, readiness, security, source, telemetry, thing};
use crate::{
    answer::{feedback, live, receipts, teruglegging},
    input::{latecomers, moderation, photos, pins, session, walks},
    layers::heat,
    place::buurt,
    server::{floods, intake, staff, upkeep},
    step3::{
        agenda, assumptions, coming, compare, dossier, indicators, interchange, picker, themes, unheard,
        verdieping,
    },
    ui,
};

/// No request takes longer than this, a slow upload of 25 MB included.
const LONGEST: Duration = Duration::from_mins(5);
/// Hashed names never change what they hold.
const A_YEAR: &str = "public, max-age=31536000, immutable";

/// The whole program as a service.
pub fn router(app: App, metrics: PrometheusHandle) -> Router {
    let routes = Router::new()
        .merge(accounts::routes())
        .merge(agenda::routes())
        .merge(assumptions::routes())
        .merge(buurt::routes())
        .merge(coming::routes())
        .merge(compare::routes())
        .merge(dossier::routes())
        .merge(feedback::routes())
        .merge(floods::routes())
        .merge(heat::routes())
        .merge(indicators::routes())
        .merge(intake::routes())
        .merge(interchange::routes())
        .merge(latecomers::routes())
        .merge(live::routes())
        .merge(moderation::routes())
        .merge(photos::routes())
        .merge(picker::routes())
        .merge(pins::routes())
        .merge(receipts::routes())
        .merge(session::routes())
        .merge(staff::routes())
        .merge(table::routes())
        .merge(teruglegging::routes())
        .merge(themes::routes())
        .merge(ui::routes())
        .merge(unheard::routes())
        .merge(upkeep::routes())
        .merge(verdieping::routes())
        .merge(walks::routes())
        .route("/healthz", get(health))
        .route("/readyz", get(ready))
        .route("/metrics", get(figures))
        .layer(from_fn_with_state(app.clone(), access::guard));
    let pages = Pages { app: app.clone(), routes: routes.clone().with_state(app.clone()) };
    routes
        .layer(from_fn_with_state(pages, give_back))
        .layer(CompressionLayer::new())
        .merge(site(&app))
        .layer(Extension(metrics))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, LONGEST))
        .layer(from_fn(pace::keep))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(app.clone(), only_problems))
        .layer(from_fn_with_state(app.clone(), security::check_origin))
        .layer(from_fn(security::one_host))
        .layer(from_fn(security::set_headers))
        .layer(from_fn(thing::name_it))
        .layer(from_fn_with_state(app.clone(), telemetry::log_request))
        .layer(from_fn_with_state(app.proxies.clone(), source::know))
        .with_state(app)
}

/// The site's files. Those under `/assets` hold a hash in their name; the service worker and the
/// manifest keep their names and are asked for again.
fn site(app: &App) -> Router<App> {
    let folder = app.assets.folder();
    let files = |path: &str| ServeDir::new(folder.join(path)).precompressed_br().precompressed_gzip();
    let cached = |value: &'static str| {
        SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, HeaderValue::from_static(value))
    };
    let hashed = Router::new().fallback_service(files("assets")).layer(cached(A_YEAR));
    let named = |name: &str| ServeFile::new(folder.join(name)).precompressed_br().precompressed_gzip();
    Router::new()
        .nest("/assets", hashed)
        .route_service("/sw.js", named("sw.js"))
        .route_service("/manifest.webmanifest", named("manifest.webmanifest"))
        .layer(cached("no-cache"))
}

async fn health(State(app): State<App>) -> Response {
    match app.db.ping().await {
        Ok(()) => Json(json!({"status": "ok", "version": env!("CARGO_PKG_VERSION")})).into_response(),
        Err(error) => {
            tracing::warn!(%error, "the database does not answer");
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting").retry_after(2).into_response()
        }
    }
}

async fn ready(State(app): State<App>) -> Response {
    if readiness::is_ready(&app).await {
        return Json(json!({"status": "ok"})).into_response();
    }
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting").retry_after(2).into_response()
}

async fn figures(
    signed: Signed,
    Extension(metrics): Extension<PrometheusHandle>,
) -> Result<Response, Problem> {
    signed.allow(Right::ReadMetrics, None)?;
    let plain = [(header::CONTENT_TYPE, "text/plain; version=0.0.4")];
    Ok((plain, metrics.render()).into_response())
}

/// Whatever part refuses a request: machines get it in the form of the contract, people as a page.
async fn only_problems(State(app): State<App>, request: Request, next: Next) -> Response {
    let machine = is_machine(request.uri().path());
    let response = next.run(request).await;
    if machine { as_problem(response) } else { as_page(&app, response).await }
}

/// Whether nobody reads what this address answers.
fn is_machine(path: &str) -> bool {
    let starts = ["/api/", "/photos/", "/plattegrond/", "/assets/"];
    starts.iter().any(|start| path.starts_with(start))
        || ["/metrics", "/healthz", "/readyz"].contains(&path)
        || path.rsplit('.').next() == Some("json")
}

/// A refusal of whatever part, as a page.
async fn as_page(app: &App, response: Response) -> Response {
    let response = as_problem(response);
    let is_problem = kind(&response) == PROBLEM_JSON.as_bytes();
    let refusal = response.extensions().get::<Refusal>().filter(|_| is_problem).cloned();
    let Some(refusal) = refusal else { return response };
    let page = ui::problem_page(&app.assets, &refusal).await;
    with_kept(&response, page)
}

/// A refusal in the form of the contract, also where it is none of ours and has only a status; a page of ours stays.
fn as_problem(response: Response) -> Response {
    let status = response.status();
    let says = kind(&response) == PROBLEM_JSON.as_bytes() || kind(&response).starts_with(b"text/html");
    if says || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let slug = match status {
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::METHOD_NOT_ALLOWED => "method",
        StatusCode::REQUEST_TIMEOUT => "too-slow",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        _ if status.is_server_error() => "internal",
        _ => "request",
    };
    with_kept(&response, Problem::new(status, slug).into_response())
}

fn kind(response: &Response) -> &[u8] {
    response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default()
}

/// What is said in another form keeps what the connection and the browser must hear.
fn with_kept(before: &Response, mut told: Response) -> Response {
    for kept in [header::ALLOW, header::CONNECTION, header::SET_COOKIE] {
        for value in before.headers().get_all(&kept) {
            told.headers_mut().append(kept.clone(), value.clone());
        }
    }
    told
}

#[allow(clippy::needless_pass_by_value, reason = "the layer hands it over so")]
fn panicked(cause: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!(panic = panic_text(&*cause), "a request panicked");
    (StatusCode::INTERNAL_SERVER_ERROR, [(header::CONNECTION, "close")]).into_response()
}

/// What a panic says: a text that was put together, or one that stands in the program.
fn panic_text(cause: &(dyn std::any::Any + Send)) -> &str {
    let fixed = || cause.downcast_ref::<&'static str>().copied();
    cause.downcast_ref::<String>().map(String::as_str).or_else(fixed).unwrap_or("no text")
}

#[cfg(test)]
mod tests {
    use super::panic_text;

    #[test]
    fn a_panic_keeps_its_text_however_it_was_made() {
        let of = |panics: fn()| std::panic::catch_unwind(panics).unwrap_err();
        assert_eq!(panic_text(&*of(|| panic!("een vaste tekst"))), "een vaste tekst");
        assert_eq!(panic_text(&*of(|| panic!("nummer {}", std::hint::black_box(7)))), "nummer 7");
        assert_eq!(panic_text(&*of(|| std::panic::panic_any(7))), "no text");
    }
}
