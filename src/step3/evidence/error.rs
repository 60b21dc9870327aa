//! What can go wrong with evidence.

use axum::http::StatusCode;
use thiserror::Error;

use crate::input::moderation::ModerationError;
use crate::input::session::SessionError;
use crate::input::walks::WalkError;
use crate::layers::heat::LayerError;
use crate::platform::{Fault, Problem};
use crate::step3::indicators::IndicatorError;

/// Something cannot be linked.
#[derive(Debug, Error)]
pub enum EvidenceError {
    /// It is not there (any more), or is not released or approved.
    #[error("no such thing to link")]
    None,
    /// There is more than enough already.
    #[error("too much")]
    Most,
    /// The layers.
    #[error(transparent)]
    Layers(#[from] LayerError),
    /// What was approved.
    #[error(transparent)]
    Moderation(#[from] ModerationError),
    /// The figures.
    #[error(transparent)]
    Figures(#[from] IndicatorError),
    /// The walks.
    #[error(transparent)]
    Walk(#[from] WalkError),
    /// The traject.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(EvidenceError);

impl From<EvidenceError> for Problem {
    fn from(error: EvidenceError) -> Self {
        match error {
            EvidenceError::None => Self::new(StatusCode::NOT_FOUND, "no-evidence"),
            EvidenceError::Most => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "evidence-most")
                .with("most", super::MOST_EVIDENCE),
            EvidenceError::Layers(error) => error.into(),
            EvidenceError::Moderation(error) => error.into(),
            EvidenceError::Figures(error) => error.into(),
            EvidenceError::Walk(error) => error.into(),
            EvidenceError::Session(error) => error.into(),
            EvidenceError::Fault(fault) => fault.into(),
        }
    }
}
