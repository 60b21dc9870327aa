//! What can go wrong with what is coming, and how it is told.

use axum::http::StatusCode;
use thiserror::Error;

use crate::input::session::SessionError;
use crate::place::buurt::AreaError;
use crate::platform::texts::t;
use crate::platform::{Fault, FieldError, Problem};

/// What is coming cannot be kept or shown.
#[derive(Debug, Error)]
pub enum ComingError {
    /// Rules that are broken: the field each is about, and a text key.
    #[error("fields that are not right: {0:?}")]
    Wrong(Vec<(&'static str, &'static str)>),
    /// There is no such thing coming here.
    #[error("nothing of this id")]
    None,
    /// Somebody changed it meanwhile.
    #[error("changed meanwhile")]
    Changed,
    /// The traject.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The area.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(ComingError);

impl From<ComingError> for Problem {
    fn from(error: ComingError) -> Self {
        match error {
            ComingError::Wrong(list) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "coming-wrong").fields(
                list.iter()
                    .map(|(field, rule)| FieldError { pointer: format!("/{field}"), detail: t(rule) })
                    .collect(),
            ),
            ComingError::None => Self::new(StatusCode::NOT_FOUND, "no-coming"),
            ComingError::Changed => Self::new(StatusCode::CONFLICT, "coming-changed"),
            ComingError::Session(error) => error.into(),
            ComingError::Area(error) => Self::internal(&error),
            ComingError::Fault(fault) => fault.into(),
        }
    }
}
