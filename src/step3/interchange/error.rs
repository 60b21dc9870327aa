//! What can go wrong with taking something along, and how it is told.

use thiserror::Error;

use crate::input::moderation::ModerationError;
use crate::input::session::SessionError;
use crate::input::walks::WalkError;
use crate::layers::heat::LayerError;
use crate::place::buurt::AreaError;
use crate::platform::{Fault, Problem};
use crate::step3::agenda::AgendaError;
use crate::step3::assumptions::AssumptionError;
use crate::step3::compare::CompareError;
use crate::step3::indicators::IndicatorError;

/// A file cannot be made.
#[derive(Debug, Error)]
pub enum ExportError {
    /// A file that is not one of the three.
    #[error("Kies een bestand dat eindigt op .gpkg, .geojson of .csv.")]
    Form,
    /// The team writes down what it assumes before the residents' layers open for it.
    #[error(
        "De kaarten van dit traject zijn nog dicht: het team schrijft eerst op wat het verwacht. Daarna kan het bestand worden gemaakt."
    )]
    Closed,
    /// The file cannot be written there.
    #[error("{0} kan niet worden geschreven: {1}. Kies een map waar u mag schrijven.")]
    Place(String, std::io::Error),
    /// A working file.
    #[error("a working file: {0}")]
    Io(#[from] std::io::Error),
    /// The file's own format.
    #[error("the file cannot be made: {0}")]
    Write(String),
    /// The work was cut off.
    #[error("the work was cut off")]
    Stopped,
    /// The layers.
    #[error(transparent)]
    Layer(#[from] LayerError),
    /// The traject.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// What was approved.
    #[error(transparent)]
    Moderation(#[from] ModerationError),
    /// Figures.
    #[error(transparent)]
    Figures(#[from] IndicatorError),
    /// Residents beside figures.
    #[error(transparent)]
    Compare(#[from] CompareError),
    /// What professionals assume.
    #[error(transparent)]
    Assumptions(#[from] AssumptionError),
    /// What was agreed.
    #[error(transparent)]
    Agenda(#[from] AgendaError),
    /// The walks.
    #[error(transparent)]
    Walk(#[from] WalkError),
    /// The area.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(ExportError);

impl From<ExportError> for Problem {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Layer(error) => error.into(),
            ExportError::Session(error) => error.into(),
            ExportError::Moderation(error) => error.into(),
            ExportError::Walk(error) => error.into(),
            ExportError::Figures(error) => error.into(),
            ExportError::Compare(error) => error.into(),
            ExportError::Assumptions(error) => error.into(),
            ExportError::Agenda(error) => error.into(),
            other => Self::internal(&other),
        }
    }
}
