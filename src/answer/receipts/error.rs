//! What can go wrong with a receipt.

use axum::http::StatusCode;
use thiserror::Error;

use crate::answer::feedback::FeedbackError;
use crate::answer::teruglegging::AnswerError;
use crate::input::latecomers::LateError;
use crate::input::photos;
use crate::input::pins::PinError;
use crate::input::session::SessionError;
use crate::input::walks::WalkError;
use crate::place::buurt::AreaError;
use crate::platform::guessing::TooMany;
use crate::platform::{Fault, Problem};

/// A receipt cannot be given or used.
#[derive(Debug, Error)]
pub enum ReceiptError {
    /// There is nothing to find back: no pin of this participant.
    #[error("no pin of this participant")]
    NothingToFind,
    /// The words are not a receipt of this wijksessie.
    #[error("no such receipt")]
    Words,
    /// The words that a device brought are no five of those that are given.
    #[error("no five words of a receipt")]
    Brought,
    /// The words that were brought lead to somebody else.
    #[error("these words are taken")]
    Taken,
    /// There is no such pin, or it went before.
    #[error("no such pin of this receipt")]
    NoPin,
    /// Too many wrong words came from there.
    #[error(transparent)]
    Guessing(#[from] TooMany),
    /// A rule of pins.
    #[error(transparent)]
    Pin(#[from] PinError),
    /// The wijksessie.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The area.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// An answer.
    #[error(transparent)]
    Answer(#[from] AnswerError),
    /// What became of it.
    #[error(transparent)]
    Feedback(#[from] FeedbackError),
    /// What came late.
    #[error(transparent)]
    Late(#[from] LateError),
    /// A walk.
    #[error(transparent)]
    Walk(#[from] WalkError),
    /// A file.
    #[error(transparent)]
    Photos(#[from] photos::StoreError),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(ReceiptError);

impl From<ReceiptError> for Problem {
    fn from(error: ReceiptError) -> Self {
        match error {
            ReceiptError::NothingToFind => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "receipt-nothing"),
            ReceiptError::Words => Self::new(StatusCode::NOT_FOUND, "receipt-words"),
            ReceiptError::Brought => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "receipt-brought"),
            ReceiptError::Taken => Self::new(StatusCode::CONFLICT, "receipt-taken"),
            ReceiptError::NoPin => Self::new(StatusCode::NOT_FOUND, "no-pin"),
            ReceiptError::Guessing(error) => error.into(),
            ReceiptError::Pin(error) => error.into(),
            ReceiptError::Session(error) => error.into(),
            ReceiptError::Photos(error) => error.into(),
            ReceiptError::Walk(error) => error.into(),
            ReceiptError::Late(error) => error.into(),
            ReceiptError::Answer(error) => error.into(),
            ReceiptError::Feedback(error) => error.into(),
            ReceiptError::Area(error) => Self::internal(&error),
            ReceiptError::Fault(fault) => fault.into(),
        }
    }
}
