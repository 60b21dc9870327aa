//! What can go wrong with the file of a device.

use axum::http::StatusCode;
use thiserror::Error;

use crate::input::pins::PinError;
use crate::input::session::SessionError;
use crate::platform::clock::NoRandomness;
use crate::platform::{DbError, Problem};

/// A file of a device cannot be read in.
#[derive(Debug, Error)]
pub(super) enum IntakeError {
    /// What is read in is no file of a device.
    #[error("no file of a device")]
    NoFile,
    /// It is larger than any device saves.
    #[error("a larger file than any device saves")]
    LargeFile,
    /// The file is of another wijksessie, with this code.
    #[error("a file of {0}")]
    OtherSession(String),
    /// A photo of a pin that waits for the begeleider.
    #[error("the pin of this photo waits")]
    PinWaits,
    /// The system.
    #[error(transparent)]
    Chance(#[from] NoRandomness),
    /// A rule of pins.
    #[error(transparent)]
    Pin(#[from] PinError),
    /// The wijksessie.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<IntakeError> for Problem {
    fn from(error: IntakeError) -> Self {
        match error {
            IntakeError::NoFile => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "late-no-file"),
            IntakeError::LargeFile => Self::new(StatusCode::PAYLOAD_TOO_LARGE, "late-large-file"),
            IntakeError::OtherSession(code) => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "late-other").with("code", code)
            }
            IntakeError::PinWaits => Self::new(StatusCode::CONFLICT, "late-pin-waits"),
            IntakeError::Chance(error) => Self::internal(&error),
            IntakeError::Pin(error) => error.into(),
            IntakeError::Session(error) => error.into(),
            IntakeError::Db(error) => Self::internal(&error),
        }
    }
}
