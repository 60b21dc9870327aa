//! What can go wrong with an assumption.

use axum::http::StatusCode;
use thiserror::Error;

use crate::input::session::SessionError;
use crate::platform::texts::t;
use crate::platform::{Fault, FieldError, Problem};
use crate::step3::boards::HistoryError;
use crate::step3::evidence::EvidenceError;

/// An assumption cannot be written, judged or found.
#[derive(Debug, Error)]
pub enum AssumptionError {
    /// There is no such assumption in this traject.
    #[error("no such assumption")]
    None,
    /// What was typed breaks a rule: its text key.
    #[error("{0}")]
    Wrong(&'static str),
    /// The team has written nothing down yet, so its layers cannot open.
    #[error("no assumption yet")]
    TooSoon,
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

crate::faults!(AssumptionError);

impl From<AssumptionError> for Problem {
    fn from(error: AssumptionError) -> Self {
        match error {
            AssumptionError::None => Self::new(StatusCode::NOT_FOUND, "no-assumption"),
            AssumptionError::Wrong(rule) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "session-form")
                .fields(vec![FieldError { pointer: field_of(rule).to_owned(), detail: t(rule) }]),
            AssumptionError::TooSoon => Self::new(StatusCode::CONFLICT, "assumptions-too-soon"),
            AssumptionError::Evidence(error) => error.into(),
            AssumptionError::Session(error) => error.into(),
            AssumptionError::History(error) => Self::internal(&error),
            AssumptionError::Fault(fault) => fault.into(),
        }
    }
}

/// The field of the form that a rule is about.
fn field_of(rule: &str) -> &'static str {
    match rule {
        "assumptions-wrong-words" | "assumptions-wrong-long" => "/words",
        "assumptions-wrong-because" => "/because",
        _ => "",
    }
}
