//! `buurtblik serve`

use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};

use super::{Failed, demo, say};
use crate::platform::App;
use crate::platform::assets::beside_the_program;
use crate::platform::config::{Serving, Storage};
use crate::platform::connections;
use crate::platform::limits::Limits;
use crate::platform::log;
use crate::platform::telemetry;
use crate::platform::timekeeping::Doubt;
use crate::server::upkeep::{erase_due, forget_pictures};
use crate::server::{router, start};
use crate::{
    answer::teruglegging,
    input::{photos, pins, session},
    layers::heat,
    people::accounts,
    step3::indicators,
};

/// How long requests under way may still take after SIGTERM.
const LAST_REQUESTS: Duration = Duration::from_secs(20);
const TIDY_EVERY: Duration = Duration::from_mins(1);
/// In times that it is tidied: an hour.
const SWEEP_EVERY: u64 = 60;

pub(super) async fn run(storage: &Storage, serving: Serving) -> Result<(), Failed> {
    telemetry::start_log();
    let outcome = answer_until_stopped(storage, serving).await;
    log::flush();
    outcome
}

async fn answer_until_stopped(storage: &Storage, serving: Serving) -> Result<(), Failed> {
    let metrics = telemetry::start_metrics()?;
    let listener = TcpListener::bind(&serving.addr).await.map_err(|error| {
        format!(
            "Op {} kan niet worden geluisterd: {error}. Is er al een server? Kies een ander adres met --addr.",
            serving.addr
        )
    })?;
    let here = format!("http://{}", listener.local_addr()?);
    let mut storage = storage.clone();
    storage.public_url.get_or_insert_with(|| here.clone());
    let limits = match serving.limits.as_str() {
        "off" => {
            tracing::warn!("rate limits are off: for benchmarks only");
            Limits::off()
        }
        _ => Limits::on(),
    };
    let site = serving.site.unwrap_or_else(beside_the_program);
    let mut app = start::open(&storage, Some(&site), limits).await?;
    app.proxies = Arc::new(serving.trusted_proxies);
    if serving.demo {
        demo::prepare(&app).await?;
    }
    forget_pictures(&app).await?;
    sweep(&app).await;
    pins::shut_paper_tables(&app).await?;
    behind_the_door(&app).await;
    heat::bring_up_to_date(&app).await?;
    teruglegging::bring_up_to_date(&app).await?;
    session::bring_up_to_date(&app).await?;
    upkeep(&app).await;
    tokio::spawn(tidy(app.clone()));
    let service = router::router(app.clone(), metrics);
    // Whoever reads that it listens may stop it at once.
    let signals = hear_stop();
    if let Err(error) = say(&format!("listening on {here}")) {
        // Whoever started it does not listen any more; tablets do.
        tracing::warn!(%error, address = here, "listening; nobody reads standard output");
    }
    let (stop, stopped) = tokio::sync::oneshot::channel();
    let server = connections::serve(listener, service, &app.proxies, async move {
        asked_to_stop(signals).await;
        // Where nobody waits any more, the server has ended already.
        let _ = stop.send(());
    });
    tokio::select! {
        () = server => {}
        () = overdue(stopped) => tracing::warn!("some requests did not end in time"),
    }
    app.db.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// SIGTERM, Ctrl-C, or a terminal that is closed: heard from now on.
fn hear_stop() -> Vec<Signal> {
    let mut kinds = vec![SignalKind::interrupt(), SignalKind::terminate()];
    if !hang_up_is_ignored() {
        kinds.push(SignalKind::hangup());
    }
    let hear = |kind| signal(kind).inspect_err(|error| tracing::warn!(%error, "a signal is not heard")).ok();
    kinds.into_iter().filter_map(hear).collect()
}

/// Ends when one of the signals comes.
async fn asked_to_stop(mut signals: Vec<Signal>) {
    if signals.is_empty() {
        std::future::pending::<()>().await;
    }
    futures::future::select_all(signals.iter_mut().map(|signal| Box::pin(signal.recv()))).await;
}

/// Whether whoever started the program wants it to outlive the terminal (`nohup`): then the system says so.
fn hang_up_is_ignored() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    // Signal 1 is the lowest bit.
    mask.is_some_and(|mask| mask & 1 == 1)
}

/// Ends some time after the server was asked to stop.
async fn overdue(stopped: tokio::sync::oneshot::Receiver<()>) {
    if stopped.await.is_err() {
        std::future::pending::<()>().await;
    }
    tokio::time::sleep(LAST_REQUESTS).await;
}

/// Whether anything may be deleted for good because of the time; a line in the log where that changes.
async fn may_delete(app: &App) -> bool {
    let before = app.time.doubt();
    match app.time.look(&app.chance, &app.db).await {
        Ok(None) => {
            if before.is_some() {
                tracing::info!("the clock kept its time: what is due is deleted again");
            }
            true
        }
        Ok(Some(doubt)) => {
            if before.is_none() {
                tracing::warn!(?doubt, "{}: nothing is deleted for good", why(doubt));
            }
            false
        }
        Err(error) => {
            tracing::warn!(%error, "the clock cannot be compared with itself: nothing is deleted for good");
            false
        }
    }
}

/// Why the time is not trusted, for the log.
fn why(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Clock { .. } => "the clock is more than a day ahead of what it should be",
        Doubt::Unread { .. } => {
            "no earlier reading of the clock can be read (clock.json), so it is watched for a day"
        }
        Doubt::Database { .. } => "the clock and that of the database are more than a day apart",
    }
}

/// Deletes what is due, and what was deleted from the database's own files. What fails is told and tried again.
async fn upkeep(app: &App) {
    if !may_delete(app).await {
        return;
    }
    match erase_due(app).await {
        Ok(0) => {}
        Ok(trajects) => tracing::info!(trajects, "deleted on their day"),
        Err(error) => tracing::error!(%error, "a traject whose day has come is still there"),
    }
    if let Err(error) = app.db.sweep(false).await {
        tracing::warn!(%error, "what was deleted is still in the database's own files");
    }
}

/// Finishes what an earlier version may have left half done: pins of sensitive themes at homes.
async fn behind_the_door(app: &App) {
    match pins::repair(app).await {
        Ok(0) => {}
        Ok(trajects) => tracing::info!(trajects, "pins of sensitive themes are behind the front door"),
        Err(error) => tracing::error!(%error, "pins of sensitive themes may still be at homes"),
    }
}

/// Deletes the files of photos that a server which died left behind.
async fn sweep(app: &App) {
    match photos::sweep(app).await {
        Ok(0) => {}
        Ok(files) => tracing::info!(files, "files that belong to no photo are gone"),
        Err(error) => tracing::warn!(%error, "files that belong to no photo are still there"),
    }
}

async fn tidy(app: App) {
    for minute in 1_u64.. {
        tokio::time::sleep(TIDY_EVERY).await;
        if minute.is_multiple_of(SWEEP_EVERY) {
            sweep(&app).await;
        }
        app.limits.tidy();
        upkeep(&app).await;
        app.guesses.tidy();
        if let Err(error) = pins::tidy_pictures(&app).await {
            tracing::warn!(%error, "what rooms were shown of moments that are over is still there");
        }
        if app.time.doubt().is_some() {
            continue;
        }
        if let Err(error) = accounts::tidy(&app).await {
            tracing::warn!(%error, "old tokens are still there");
        }
        for tidied in [indicators::tidy_drafts(&app).await, indicators::tidy(&app).await] {
            if let Err(error) = tidied {
                tracing::warn!(%error, "files of figures that nobody keeps are still there");
            }
        }
    }
}
