//! The slowest that a body may come. Whoever sends a byte now and then keeps a connection that somebody else waits for.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use hyper::body::{Frame, SizeHint};
use thiserror::Error;
use tokio::time::{Instant, Sleep, sleep_until};

/// 2 kB each second, looked at every twenty seconds for which it is waited for: a small body comes within that time.
const PACE: Pace = Pace { window: Duration::from_secs(20), least: 40_000 };

/// In each time of this length at least so many bytes, or the end.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    /// How long is waited at once.
    pub window: Duration,
    /// Bytes.
    pub least: usize,
}

/// The body is given up.
#[derive(Debug, Error)]
#[error("too little of the body comes")]
pub(super) struct TooSlow;

/// Gives up the body of each request that comes too slowly, whoever reads it.
pub async fn keep(request: Request, next: Next) -> Response {
    next.run(paced(request, PACE)).await
}

/// The request with a body that is given up where it comes too slowly.
pub(super) fn paced(request: Request, pace: Pace) -> Request {
    request.map(|body| {
        if body.is_end_stream() {
            return body;
        }
        Body::new(Paced { body, pace, came: 0, left: pace.window, waits: None })
    })
}

struct Paced {
    body: Body,
    pace: Pace,
    /// Bytes that came in this window.
    came: usize,
    /// So long may still be waited in this window. Time in which nobody asks does not count.
    left: Duration,
    /// Since when it is waited, and when that is too long.
    waits: Option<(Instant, Pin<Box<Sleep>>)>,
}

impl Paced {
    /// Nothing is there: waits, and gives up where too little came in a whole window.
    fn wait(&mut self, context: &mut Context<'_>) -> Poll<TooSlow> {
        loop {
            let left = self.left;
            let (_, alarm) = self.waits.get_or_insert_with(|| {
                let now = Instant::now();
                (now, Box::pin(sleep_until(now + left)))
            });
            ready!(alarm.as_mut().poll(context));
            if self.came < self.pace.least {
                return Poll::Ready(TooSlow);
            }
            (self.came, self.left, self.waits) = (0, self.pace.window, None);
        }
    }
}

impl HttpBody for Paced {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) else {
            return self.wait(context).map(|slow| Some(Err(axum::Error::new(slow))));
        };
        if let Some((since, _)) = self.waits.take() {
            self.left = self.left.saturating_sub(since.elapsed());
        }
        if let Some(data) = frame.as_ref().and_then(|frame| frame.as_ref().ok()).and_then(Frame::data_ref) {
            self.came = self.came.saturating_add(data.len());
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
