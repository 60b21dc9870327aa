//! SQLite's one writer. Requests that wait are committed together, so that one `fsync` pays for many;
//! each is answered only after that commit.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures::FutureExt as _;
use futures::future::BoxFuture;
use sqlx::SqliteConnection;
use tokio::sync::mpsc::error::SendTimeoutError;
use tokio::sync::{mpsc, oneshot};

use super::{Busy, DbError, Tx};

/// As many jobs as one commit takes; more wait for the next.
const MOST_TOGETHER: usize = 64;
/// As many jobs as may wait before a caller does.
const QUEUE: usize = 1024;

/// A job has ended; `reply` tells its caller, once it is known whether the commit held.
struct Ended {
    keep: bool,
    reply: Reply,
}

type Reply = Box<dyn FnOnce(Result<(), DbError>) + Send>;

type Job = Box<dyn for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Ended> + Send>;

enum Message {
    Run(Job),
    Close(oneshot::Sender<()>),
}

pub(super) struct Writer {
    queue: mpsc::Sender<Message>,
    /// How long a caller waits for a place in the queue.
    wait: Duration,
}

impl Writer {
    pub(super) fn start(connection: SqliteConnection, wait: Duration) -> Self {
        let (queue, receive) = mpsc::channel(QUEUE);
        tokio::spawn(serve(Tx::sqlite(connection), receive));
        Self { queue, wait }
    }

    pub(super) async fn run<T, E, F>(&self, job: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
    {
        let (send, receive) = oneshot::channel::<Result<T, E>>();
        let boxed: Job = Box::new(move |tx| {
            Box::pin(async move {
                let outcome = job(tx).await;
                let keep = outcome.is_ok();
                let reply = move |committed: Result<(), DbError>| {
                    let told = match (outcome, committed) {
                        (Ok(_), Err(error)) => Err(E::from(error)),
                        (outcome, _) => outcome,
                    };
                    // A caller that went away (a broken connection) has nobody to be told.
                    drop(send.send(told));
                };
                Ended { keep, reply: Box::new(reply) }
            })
        });
        self.queue.send_timeout(Message::Run(boxed), self.wait).await.map_err(|error| match error {
            SendTimeoutError::Timeout(_) => DbError::Busy(Busy::Queue),
            SendTimeoutError::Closed(_) => DbError::Closed,
        })?;
        receive.await.map_err(|_| DbError::Closed)?
    }

    pub(super) async fn close(&self) {
        let (send, receive) = oneshot::channel();
        if self.queue.send(Message::Close(send)).await.is_ok() && receive.await.is_err() {
            tracing::error!("the database writer ended before it was closed");
        }
    }
}

async fn serve(mut tx: Tx, mut queue: mpsc::Receiver<Message>) {
    while let Some(message) = queue.recv().await {
        let closing = match message {
            Message::Run(first) => batch(&mut tx, first, &mut queue).await,
            Message::Close(done) => Some(done),
        };
        if let Some(done) = closing {
            drop(tx);
            // Where nobody waits any more, there is nobody to tell.
            let _ = done.send(());
            return;
        }
    }
}

/// One commit: the first job and those that came while it waited.
async fn batch(tx: &mut Tx, first: Job, queue: &mut mpsc::Receiver<Message>) -> Option<oneshot::Sender<()>> {
    let mut replies = Vec::new();
    let mut closing = None;
    let mut failed = tx.begin().await.err();
    let mut next = Some(first);
    let mut taken = 0;
    while let (Some(job), None) = (next.take(), &failed) {
        // A job that panics is taken back like one that fails: the writer serves the others on.
        let ended = AssertUnwindSafe(super::as_job(job(tx))).catch_unwind().await.ok();
        if ended.as_ref().is_some_and(|ended| ended.keep) {
            tx.keep_job();
        } else if let Err(error) = tx.undo_job().await {
            failed = Some(error);
        }
        replies.extend(ended.map(|ended| ended.reply));
        taken += 1;
        if taken < MOST_TOGETHER {
            match queue.try_recv() {
                Ok(Message::Run(job)) => next = Some(job),
                Ok(Message::Close(done)) => closing = Some(done),
                Err(_) => {}
            }
        }
    }
    let outcome = match failed {
        None => tx.commit().await,
        Some(error) => Err(error),
    };
    finish(tx, outcome, replies).await;
    closing
}

async fn finish(tx: &mut Tx, outcome: Result<(), DbError>, replies: Vec<Reply>) {
    let Err(error) = outcome else {
        for reply in replies {
            reply(Ok(()));
        }
        return;
    };
    tracing::error!(%error, "a commit failed; its requests are told so");
    if let Err(rollback) = tx.rollback().await {
        // After a failed commit SQLite may already have rolled back by itself.
        tracing::warn!(error = %rollback, "nothing was left to roll back");
    }
    for reply in replies {
        reply(Err(once_more(&error)));
    }
}

/// The same error, for one of those whose changes were in a commit together.
fn once_more(error: &DbError) -> DbError {
    match error {
        DbError::Full => DbError::Full,
        DbError::Busy(busy) => DbError::Busy(*busy),
        DbError::Driver(cause) => DbError::Commit(cause.to_string()),
        other => DbError::Commit(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{DbError, once_more};

    #[test]
    fn whoever_was_in_a_commit_that_failed_hears_why_once() {
        let failed = DbError::Driver(sqlx::Error::RowNotFound);
        assert_eq!(once_more(&failed).to_string(), failed.to_string());
        assert!(matches!(once_more(&DbError::Full), DbError::Full));
    }
}
