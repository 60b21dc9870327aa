//! What can go wrong with comparing, and how it is told.

use axum::http::StatusCode;
use thiserror::Error;

use crate::layers::heat::LayerError;
use crate::platform::texts::t;
use crate::platform::{Fault, FieldError, Problem};
use crate::step3::indicators::IndicatorError;

/// Residents and figures cannot be compared, or a judgement cannot be kept.
#[derive(Debug, Error)]
pub enum CompareError {
    /// A rule that is broken, as a text key.
    #[error("a field that is not right: {0}")]
    Wrong(&'static str),
    /// There is no such theme or part.
    #[error("no such theme or part")]
    None,
    /// Somebody judged it meanwhile.
    #[error("judged meanwhile")]
    Changed,
    /// The layers.
    #[error(transparent)]
    Layer(#[from] LayerError),
    /// The figures.
    #[error(transparent)]
    Figures(#[from] IndicatorError),
    /// A part of the program that fell over.
    #[error("{0}")]
    Failed(String),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(CompareError);

impl From<CompareError> for Problem {
    fn from(error: CompareError) -> Self {
        match error {
            CompareError::Wrong(rule) => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "compare-wrong").fields(vec![FieldError {
                    pointer: if rule == "compare-wrong-verdict" { "/judged" } else { "/why" }.to_owned(),
                    detail: t(rule),
                }])
            }
            CompareError::None => Self::new(StatusCode::NOT_FOUND, "no-compare"),
            CompareError::Changed => Self::new(StatusCode::CONFLICT, "compare-changed"),
            CompareError::Layer(error) => error.into(),
            CompareError::Figures(error) => error.into(),
            failed @ CompareError::Failed(_) => Self::internal(&failed),
            CompareError::Fault(fault) => fault.into(),
        }
    }
}
