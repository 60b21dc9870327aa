//! What can go wrong when somebody comes in.

use axum::http::StatusCode;
use thiserror::Error;

use crate::platform::{Fault, Problem};

/// Somebody cannot come in just now.
#[derive(Debug, Error)]
pub enum ArrivalError {
    /// More new people come than a room holds: wait so many seconds.
    #[error("too many new people: wait {0} s")]
    Crowded(u64),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(ArrivalError);

impl From<ArrivalError> for Problem {
    fn from(error: ArrivalError) -> Self {
        match error {
            ArrivalError::Crowded(seconds) => {
                Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many-new").retry_after(seconds)
            }
            ArrivalError::Fault(fault) => fault.into(),
        }
    }
}
