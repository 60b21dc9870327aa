//! Logs and figures: one line per request with a request id; never the text of a pin, an address or a name.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::EnvFilter;

use super::app::App;
use super::log::Log;

/// Starts the log on standard error; `BUURTBLIK_LOG` chooses how much (default `info`).
pub fn start_log() {
    let filter = EnvFilter::try_from_env("BUURTBLIK_LOG")
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx::postgres::notice=warn"));
    // A line that cannot be written is counted: to complain of it on standard error would end what is just being done.
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(Log).log_internal_errors(false);
    let log = log.with_ansi(false);
    if log.try_init().is_err() {
        tracing::debug!("the log was started before");
    }
}

/// Starts counting for `/metrics`.
///
/// # Errors
/// When it was started before in this process.
pub fn start_metrics() -> Result<PrometheusHandle, metrics_exporter_prometheus::BuildError> {
    PrometheusBuilder::new().install_recorder()
}

/// One line in the log per request: its route (never the address itself, which may hold a code), its
/// status and how long it took.
pub async fn log_request(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = app.chance.ids.uuid().map(|id| id.simple().to_string()).unwrap_or_default();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", |path| path.as_str()).to_owned();
    let mut response = next.run(request).await;
    let status = response.status().as_u16();
    let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(target: "buurtblik::request", id, %method, route, status, milliseconds);
    metrics::counter!("buurtblik_requests_total", "route" => route, "status" => status.to_string())
        .increment(1);
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}
