//! What can go wrong with what comes after closing.

use axum::http::StatusCode;
use thiserror::Error;

use super::MOST_HELD;
use crate::input::pins::PinError;
use crate::input::session::SessionError;
use crate::platform::texts::tv;
use crate::platform::{Fault, FieldError, Problem};

/// A pin cannot come in after closing, or a count cannot be kept.
#[derive(Debug, Error)]
pub enum LateError {
    /// Not closed, more than a day ago, released, or without the stamp of a page that was open in time.
    #[error("not, or no longer, taken after closing")]
    Over,
    /// Very many wait already.
    #[error("too many wait")]
    Full,
    /// The body is no count.
    #[error("no count")]
    Count,
    /// A rule of pins.
    #[error(transparent)]
    Pin(#[from] PinError),
    /// The wijksessie.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(LateError);

impl From<LateError> for Problem {
    fn from(error: LateError) -> Self {
        match error {
            LateError::Over => Self::new(StatusCode::GONE, "late-over"),
            LateError::Full => Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many").retry_after(600),
            LateError::Count => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "late-count").fields(vec![FieldError {
                    pointer: "/holds".into(),
                    detail: tv("late-wrong-count", &[("most", MOST_HELD.into())]),
                }])
            }
            LateError::Pin(error) => error.into(),
            LateError::Session(error) => error.into(),
            LateError::Fault(fault) => fault.into(),
        }
    }
}
