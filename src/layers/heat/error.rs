//! What can go wrong with a layer.

use axum::http::StatusCode;
use thiserror::Error;

use super::model::HeatError;
use crate::input::pins::PinError;
use crate::input::session::SessionError;
use crate::place::buurt::AreaError;
use crate::platform::{Fault, Problem};

/// A layer cannot be given.
#[derive(Debug, Error)]
pub enum LayerError {
    /// The traject has no such theme, or there is no such kind or form.
    #[error("no such layer")]
    None,
    /// The time of day is not one of the three.
    #[error("no such moment")]
    Moment,
    /// A GeoTIFF of an area where RD New does not hold.
    #[error("outside the Netherlands")]
    OutsideRd,
    /// A table that cannot be read or written.
    #[error("a table of squares cannot be used: {0}")]
    Kept(String),
    /// The mathematics.
    #[error(transparent)]
    Heat(#[from] HeatError),
    /// The traject.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The pins.
    #[error(transparent)]
    Pins(#[from] PinError),
    /// The area.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(LayerError);

impl From<LayerError> for Problem {
    fn from(error: LayerError) -> Self {
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        match error {
            LayerError::None => Self::new(StatusCode::NOT_FOUND, "no-layer"),
            LayerError::Moment => Self::new(wrong, "layer-moment"),
            LayerError::OutsideRd => Self::new(wrong, "layer-outside-rd"),
            LayerError::Heat(HeatError::Bandwidth(_)) => Self::new(wrong, "layer-bandwidth"),
            LayerError::Heat(HeatError::GridTooLarge { largest, .. }) => {
                Self::new(wrong, "layer-too-large").with("largest", largest)
            }
            LayerError::Session(error) => error.into(),
            LayerError::Pins(error) => error.into(),
            other => Self::internal(&other),
        }
    }
}
