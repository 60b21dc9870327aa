//! Whether what people send can be kept at this moment: `/readyz` writes, to the database and to the files. Whoever asks
//! often gets the answer of a moment ago, so that asking is no work.

use std::time::{Duration, Instant};

use tokio::sync::Mutex;
use tokio::time::timeout;

use super::app::App;

/// How long an answer holds.
const HOLDS: Duration = Duration::from_secs(2);
/// A write that takes longer is none.
const PATIENCE: Duration = Duration::from_secs(5);
/// As large as a photo of a phone is when it is kept: a disk that is nearly full is full.
const PROBE_BYTES: usize = 512 * 1024;
const PROBE: &str = "readiness/probe";

/// The last answer, and when it was found.
#[derive(Default)]
struct Readiness(Mutex<Option<(Instant, bool)>>);

/// Whether the database takes writes and files can be kept.
pub async fn is_ready(app: &App) -> bool {
    let readiness = app.parts.of::<Readiness>();
    let mut last = readiness.0.lock().await;
    if let Some((when, ready)) = *last
        && when.elapsed() < HOLDS
    {
        return ready;
    }
    let ready = try_all(app).await;
    *last = Some((Instant::now(), ready));
    ready
}

async fn try_all(app: &App) -> bool {
    let database = timeout(PATIENCE, app.db.try_write(app.chance.now_text()));
    let files = timeout(PATIENCE, async {
        app.files.put(PROBE, vec![0; PROBE_BYTES]).await?;
        app.files.delete(PROBE).await
    });
    let (database, files) = tokio::join!(database, files);
    match &database {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "the database takes no writes"),
        Err(_) => tracing::warn!("the database takes no writes: it does not answer"),
    }
    match &files {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "no file can be kept"),
        Err(_) => tracing::warn!("no file can be kept: the disk does not answer"),
    }
    matches!((database, files), (Ok(Ok(())), Ok(Ok(()))))
}
