//! What can go wrong with a decision.

use axum::http::StatusCode;
use thiserror::Error;

use crate::input::pins::PinError;
use crate::input::session::SessionError;
use crate::people::accounts::AccountError;
use crate::place::buurt::AreaError;
use crate::platform::texts::t;
use crate::platform::{Fault, FieldError, Problem};

/// An item cannot be decided about.
#[derive(Debug, Error)]
pub enum ModerationError {
    /// There is no such text or photo in this wijksessie.
    #[error("no such item")]
    NoItem,
    /// More than one waits under this id, and nobody said which is meant.
    #[error("more than one item has this id")]
    Which,
    /// Somebody else decided first, or the words changed since they were seen.
    #[error("decided before, or changed")]
    Decided,
    /// The body is not what is asked for.
    #[error("not a decision: {0}")]
    NotADecision(String),
    /// What should say where a part of the queue begins says nothing.
    #[error("no cursor")]
    NoCursor,
    /// A theme or place of what was released, which layers rest on.
    #[error("released")]
    Released,
    /// Something goes without a reason.
    #[error("no reason")]
    NoReason,
    /// A place that a strength may not be shown as: not public, not near, or nothing that makes the buurt strong.
    #[error("not a public place near a strength")]
    NoPlace,
    /// A rule of the room that keeps the item: the status, the slug and the fields of its problem.
    #[error("refused: {1}")]
    Refused(StatusCode, &'static str, Vec<FieldError>),
    /// A rule of pins: the words, the theme, the place.
    #[error(transparent)]
    Pin(#[from] PinError),
    /// The wijksessie.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// Who asks.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The area.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// A file.
    #[error(transparent)]
    Photos(#[from] crate::input::photos::StoreError),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(ModerationError);

impl From<ModerationError> for Problem {
    fn from(error: ModerationError) -> Self {
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        match error {
            ModerationError::NoItem => Self::new(StatusCode::NOT_FOUND, "no-item"),
            ModerationError::Which => Self::new(wrong, "no-decision")
                .fields(vec![FieldError { pointer: "/of".into(), detail: t("moderation-which") }]),
            ModerationError::Decided => Self::new(StatusCode::CONFLICT, "decided"),
            ModerationError::NotADecision(_) => Self::new(wrong, "no-decision"),
            ModerationError::NoCursor => Self::new(wrong, "no-cursor"),
            ModerationError::Released => Self::new(StatusCode::CONFLICT, "moderation-released"),
            ModerationError::NoReason => Self::new(wrong, "no-decision")
                .fields(vec![FieldError { pointer: "/reason".into(), detail: t("moderation-no-reason") }]),
            ModerationError::NoPlace => Self::new(wrong, "no-decision")
                .fields(vec![FieldError { pointer: "/place_name".into(), detail: t("moderation-no-place") }]),
            ModerationError::Refused(status, slug, fields) => Self::new(status, slug).fields(fields),
            ModerationError::Pin(error) => error.into(),
            ModerationError::Session(error) => error.into(),
            ModerationError::Account(error) => error.into(),
            ModerationError::Area(error) => Self::internal(&error),
            ModerationError::Photos(error) => error.into(),
            ModerationError::Fault(fault) => fault.into(),
        }
    }
}
