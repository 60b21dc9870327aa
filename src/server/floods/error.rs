//! What can go wrong with a flood.

use axum::http::StatusCode;
use thiserror::Error;

use crate::input::session::SessionError;
use crate::people::accounts::AccountError;
use crate::place::buurt::AreaError;
use crate::platform::{Fault, Problem};

/// A flood cannot be looked at, taken out or put back.
#[derive(Debug, Error)]
pub enum FloodError {
    /// There is no such flood (any more): somebody else was first, or the wijksessie is closed.
    #[error("no such flood")]
    None,
    /// It was released without it: the layers do not change any more.
    #[error("released without it")]
    Released,
    /// The wijksessie.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// Who asks.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The area.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(FloodError);

impl From<FloodError> for Problem {
    fn from(error: FloodError) -> Self {
        match error {
            FloodError::None => Self::new(StatusCode::CONFLICT, "no-flood"),
            FloodError::Released => Self::new(StatusCode::CONFLICT, "flood-released"),
            FloodError::Session(error) => error.into(),
            FloodError::Account(error) => error.into(),
            FloodError::Area(error) => Self::internal(&error),
            FloodError::Fault(fault) => fault.into(),
        }
    }
}
