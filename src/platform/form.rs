//! Forms with files (`multipart/form-data`), read piece by piece: every part is limited before it is read. Every form with a
//! file in the program comes in by this door. A body that comes too slowly is given up ([`super::pace`]).

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};

use axum::body::{Body, BodyDataStream, Bytes};
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use futures::{Stream, StreamExt as _};
use thiserror::Error;

use super::problem::Problem;
use super::text::tidy;
use super::web::{is, is_timeout};

/// Parts of one form that are looked at, files and words together.
const MOST_PARTS: usize = 20;
/// The longest name of a part, in bytes: no form has a longer one.
const LONGEST_NAME: usize = 100;
/// Pieces in which a body is passed on, in bytes.
const PIECE: usize = 64 * 1024;
/// So many bytes may come before a part begins, in its head or between two parts.
const LONGEST_HEAD: usize = PIECE;

/// A form cannot be read.
#[derive(Debug, Error)]
pub enum FormError {
    /// It is no form, or breaks off.
    #[error("the form cannot be read: {0}")]
    Unreadable(String),
    /// Nothing came any more, or too little.
    #[error("the form comes too slowly")]
    TooSlow,
    /// More bytes than the door takes, or a part with a head that never ends.
    #[error("the form is too large")]
    TooLarge,
    /// More parts than any form has, or one that may be there once is there twice.
    #[error("too many parts")]
    TooManyParts,
    /// Words that are longer than their field may be, in bytes as far as they were read.
    #[error("a field of {0} bytes is too long")]
    TooLong(usize),
    /// Words that are no UTF-8.
    #[error("a field is not UTF-8")]
    NotUtf8,
}

impl From<FormError> for Problem {
    fn from(error: FormError) -> Self {
        match error {
            FormError::Unreadable(_) => Self::new(StatusCode::BAD_REQUEST, "broken-off"),
            FormError::NotUtf8 => Self::new(StatusCode::BAD_REQUEST, "request"),
            FormError::TooSlow => Self::new(StatusCode::REQUEST_TIMEOUT, "too-slow"),
            FormError::TooLarge | FormError::TooLong(_) => {
                Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large")
            }
            FormError::TooManyParts => Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too-many-parts"),
        }
    }
}

/// The parts of a form, one after the other.
pub struct Parts {
    form: Result<Multipart, String>,
    passed: Arc<AtomicUsize>,
    seen: usize,
}

impl<S: Send + Sync> FromRequest<S> for Parts {
    /// What is no form is told when its first part is asked for: by then whoever sent it is known.
    type Rejection = Infallible;

    async fn from_request(request: Request, state: &S) -> Result<Self, Infallible> {
        let passed = Arc::default();
        let request = in_pieces(request, &passed);
        let form = Multipart::from_request(request, state).await.map_err(|error| error.to_string());
        Ok(Self { form, passed, seen: 0 })
    }
}

impl Parts {
    /// The next part; the one before must have been read or skipped.
    ///
    /// # Errors
    /// See [`FormError`].
    pub async fn next(&mut self) -> Result<Option<Part<'_>>, FormError> {
        let form = self.form.as_mut().map_err(|error| FormError::Unreadable(std::mem::take(error)))?;
        self.seen += 1;
        if self.seen > MOST_PARTS {
            drain(form, &self.passed).await;
            return Err(FormError::TooManyParts);
        }
        let field = form.next_field().await.map_err(|error| broken(&error))?;
        self.passed.store(0, Ordering::Relaxed);
        Ok(field.map(|field| Part { field, passed: &self.passed }))
    }

    /// Reads what is left and throws it away, as far as the door's limit goes: who still sends when the answer comes would see a
    /// broken connection instead, and try again for ever.
    pub async fn drain(&mut self) {
        if let Ok(form) = &mut self.form {
            drain(form, &self.passed).await;
        }
    }
}

async fn drain(form: &mut Multipart, passed: &AtomicUsize) {
    while let Ok(Some(mut field)) = form.next_field().await {
        passed.store(0, Ordering::Relaxed);
        while let Ok(Some(_)) = field.chunk().await {
            passed.store(0, Ordering::Relaxed);
        }
    }
}

/// One part of a form: a file, or a field of words.
pub struct Part<'a> {
    field: Field<'a>,
    passed: &'a AtomicUsize,
}

impl Part<'_> {
    /// What the field is called; empty where it has no name, or one that is too long.
    pub fn name(&self) -> &str {
        self.field.name().filter(|name| name.len() <= LONGEST_NAME).unwrap_or_default()
    }

    /// What the file is called where it comes from; empty where it is not told.
    pub fn file_name(&self) -> &str {
        self.field.file_name().unwrap_or_default()
    }

    /// The next bytes of it, at most some 64 kB.
    ///
    /// # Errors
    /// See [`FormError`].
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, FormError> {
        let chunk = self.field.chunk().await.map_err(|error| broken(&error))?;
        self.passed.store(0, Ordering::Relaxed);
        Ok(chunk)
    }

    /// The whole part as words of at most so many bytes. Of longer ones nothing is kept, and the rest is read and thrown away.
    ///
    /// # Errors
    /// [`FormError::TooLong`], [`FormError::NotUtf8`], or as [`Part::chunk`].
    pub async fn words(mut self, longest: usize) -> Result<String, FormError> {
        let (mut words, mut bytes) = (Vec::new(), 0);
        while let Some(chunk) = self.chunk().await? {
            bytes += chunk.len();
            if bytes <= longest {
                words.extend_from_slice(&chunk);
            } else {
                words = Vec::new();
            }
        }
        if bytes > longest {
            return Err(FormError::TooLong(bytes));
        }
        let words = String::from_utf8(words).map_err(|_| FormError::NotUtf8)?;
        // As in forms without a file: signs that nobody sees are taken off where it comes in.
        Ok(tidy(&words).into_owned())
    }

    /// Reads the part and throws it away.
    ///
    /// # Errors
    /// As [`Part::chunk`].
    pub async fn skip(mut self) -> Result<(), FormError> {
        while self.chunk().await?.is_some() {}
        Ok(())
    }
}

/// A whole body that is no form, chunk by chunk.
pub struct Whole {
    body: BodyDataStream,
    passed: Arc<AtomicUsize>,
}

impl Whole {
    /// The body of this request. Whoever reads it looks to its size.
    pub fn of(request: Request) -> Self {
        let passed = Arc::default();
        let body = in_pieces(request, &passed).into_body().into_data_stream();
        Self { body, passed }
    }

    /// The next bytes of it, at most 64 kB.
    ///
    /// # Errors
    /// See [`FormError`].
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, FormError> {
        let chunk = self.body.next().await.transpose().map_err(|error| stopped(&error))?;
        self.passed.store(0, Ordering::Relaxed);
        Ok(chunk)
    }
}

fn broken(error: &MultipartError) -> FormError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { FormError::TooLarge } else { stopped(error) }
}

fn stopped(error: &(dyn std::error::Error + 'static)) -> FormError {
    if is::<HeadNeverEnds>(error) {
        FormError::TooLarge
    } else if is_timeout(error) {
        FormError::TooSlow
    } else {
        FormError::Unreadable(error.to_string())
    }
}

/// The head of a part is longer than any.
#[derive(Debug, Error)]
#[error("the head of a part never ends")]
struct HeadNeverEnds;

/// The request with a body that comes in pieces, and is given up where its reader gets nothing out of it.
fn in_pieces(request: Request, passed: &Arc<AtomicUsize>) -> Request {
    let passed = passed.clone();
    request.map(|body| {
        let body = body.into_data_stream();
        Body::from_stream(Pieces { body, passed, rest: Bytes::new(), pause: false })
    })
}

/// A body in pieces. The parser of forms takes all that is there before it looks at it, so after each piece it is told that
/// there is no more for now.
struct Pieces {
    body: BodyDataStream,
    /// Bytes that were passed on since the reader last got something.
    passed: Arc<AtomicUsize>,
    rest: Bytes,
    pause: bool,
}

impl Pieces {
    fn piece(&mut self) -> Bytes {
        let piece = self.rest.split_to(self.rest.len().min(PIECE));
        self.passed.fetch_add(piece.len(), Ordering::Relaxed);
        self.pause = true;
        piece
    }
}

impl Stream for Pieces {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if std::mem::take(&mut self.pause) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        if self.passed.load(Ordering::Relaxed) > LONGEST_HEAD {
            return Poll::Ready(Some(Err(axum::Error::new(HeadNeverEnds))));
        }
        if self.rest.is_empty() {
            match ready!(Pin::new(&mut self.body).poll_next(context)) {
                Some(Ok(chunk)) => self.rest = chunk,
                ended => return Poll::Ready(ended),
            }
        }
        Poll::Ready(Some(Ok(self.piece())))
    }
}

#[cfg(test)]
mod tests;
