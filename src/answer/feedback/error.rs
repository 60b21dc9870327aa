//! What can go wrong with what goes back to residents.

use axum::http::StatusCode;
use thiserror::Error;

use crate::input::moderation::ModerationError;
use crate::input::photos::StoreError;
use crate::input::session::SessionError;
use crate::platform::texts::t;
use crate::platform::{Fault, FieldError, Problem};
use crate::step3::agenda::AgendaError;
use crate::step3::boards::HistoryError;
use crate::step3::evidence::EvidenceError;
use crate::step3::indicators::IndicatorError;

/// The page cannot be written, put online or found.
#[derive(Debug, Error)]
pub enum FeedbackError {
    /// There is no page at this address, or it is not online.
    #[error("no such page")]
    None,
    /// What was typed breaks a rule: its text key.
    #[error("{0}")]
    Wrong(&'static str),
    /// Parts that are too long, as the fields of their form.
    #[error("too long: {0:?}")]
    Long(Vec<&'static str>),
    /// What is kept of the page cannot be read.
    #[error("a published page cannot be read: {0}")]
    Broken(#[from] serde_json::Error),
    /// The agenda.
    #[error(transparent)]
    Agenda(#[from] AgendaError),
    /// What points rest on.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
    /// Figures.
    #[error(transparent)]
    Figures(#[from] IndicatorError),
    /// Approved photos.
    #[error(transparent)]
    Moderation(#[from] ModerationError),
    /// The files of photos.
    #[error(transparent)]
    Photos(#[from] StoreError),
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

crate::faults!(FeedbackError);

impl From<FeedbackError> for Problem {
    fn from(error: FeedbackError) -> Self {
        match error {
            FeedbackError::None => Self::new(StatusCode::NOT_FOUND, "no-feedback"),
            FeedbackError::Long(fields) => {
                let long =
                    |field| FieldError { pointer: format!("/{field}"), detail: t("feedback-wrong-long") };
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "session-form")
                    .fields(fields.into_iter().map(long).collect())
            }
            FeedbackError::Wrong(rule) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "session-form")
                .fields(vec![FieldError { pointer: field_of(rule).to_owned(), detail: t(rule) }]),
            FeedbackError::Broken(error) => Self::internal(&error),
            FeedbackError::Agenda(error) => error.into(),
            FeedbackError::Evidence(error) => error.into(),
            FeedbackError::Session(error) => error.into(),
            FeedbackError::Figures(error) => error.into(),
            FeedbackError::Moderation(error) => error.into(),
            FeedbackError::Photos(error) => error.into(),
            FeedbackError::History(error) => Self::internal(&error),
            FeedbackError::Fault(fault) => fault.into(),
        }
    }
}

/// The field of the form that a rule is about.
fn field_of(rule: &str) -> &'static str {
    if rule == "feedback-wrong-strong" { "/strong" } else { "" }
}
