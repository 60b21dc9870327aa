//! What can go wrong with a point of the agenda.

use axum::http::StatusCode;
use thiserror::Error;

use crate::input::session::SessionError;
use crate::place::buurt::AreaError;
use crate::platform::texts::t;
use crate::platform::{Fault, FieldError, Problem};
use crate::step3::boards::HistoryError;
use crate::step3::evidence::EvidenceError;

/// A point cannot be written, changed or found.
#[derive(Debug, Error)]
pub enum AgendaError {
    /// There is no such point in this traject.
    #[error("no such point")]
    None,
    /// What was typed breaks rules: their text keys.
    #[error("{0:?}")]
    Wrong(Vec<(&'static str, &'static str)>),
    /// The area.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// What it rests on.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
    /// Its history.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// The traject.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(AgendaError);

impl From<AgendaError> for Problem {
    fn from(error: AgendaError) -> Self {
        match error {
            AgendaError::None => Self::new(StatusCode::NOT_FOUND, "no-agenda-point"),
            AgendaError::Wrong(rules) => {
                let field = |(field, rule)| FieldError { pointer: format!("/{field}"), detail: t(rule) };
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "session-form")
                    .fields(rules.into_iter().map(field).collect())
            }
            AgendaError::Area(error) => Self::internal(&error),
            AgendaError::Evidence(error) => error.into(),
            AgendaError::Session(error) => error.into(),
            AgendaError::History(error) => Self::internal(&error),
            AgendaError::Fault(fault) => fault.into(),
        }
    }
}
