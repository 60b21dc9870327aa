//! What can go wrong with upkeep. Administrators read these on the command line, so they are in Dutch.

use std::path::PathBuf;

use axum::http::StatusCode;
use thiserror::Error;

use crate::input::latecomers::LateError;
use crate::input::photos::StoreError;
use crate::input::pins::PinError;
use crate::input::session::SessionError;
use crate::input::walks::WalkError;
use crate::layers::heat::LayerError;
use crate::people::accounts::AccountError;
use crate::platform::texts::t;
use crate::platform::{Fault, FieldError, FilesError, Problem};

/// A backup, a deletion or a statement did not succeed.
#[derive(Debug, Error)]
pub enum UpkeepError {
    /// Fields of the organisation that are too long, by name.
    #[error("too long: {0:?}")]
    TooLong(Vec<String>),
    /// A backup file that is there already: none is ever overwritten.
    #[error("Het bestand {0} is er al. Kies een andere naam; een reservekopie wordt nooit overschreven.")]
    Exists(PathBuf),
    /// A data directory that holds something.
    #[error("De gegevensmap {0} is niet leeg. Zet een reservekopie terug in een lege map.")]
    NotEmpty(PathBuf),
    /// A database that holds something.
    #[error(
        "De database is al in gebruik. Zet een reservekopie terug in een lege database. Er is niets teruggezet."
    )]
    DatabaseInUse,
    /// A file that is no backup, or is damaged.
    #[error("Dit is geen heel bestand van buurtblik backup: {0}. Er is niets teruggezet.")]
    Broken(String),
    /// A backup of another version of the program.
    #[error(
        "Deze reservekopie is van een andere versie van Buurtblik. Zet haar terug met die versie, en start daarna de nieuwe."
    )]
    OtherVersion,
    /// Reading or writing a file.
    #[error("{0}: {1}")]
    Io(PathBuf, std::io::Error),
    /// The database's own program.
    #[error("{0}")]
    Tool(String),
    /// Staff and audit trail.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// Photos.
    #[error(transparent)]
    Photos(#[from] StoreError),
    /// Files of photos.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// Pins.
    #[error(transparent)]
    Pins(#[from] PinError),
    /// What comes after closing.
    #[error(transparent)]
    Late(#[from] LateError),
    /// Photo walks.
    #[error(transparent)]
    Walks(#[from] WalkError),
    /// Heat layers.
    #[error(transparent)]
    Layers(#[from] LayerError),
    /// The traject.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(UpkeepError);

impl From<UpkeepError> for Problem {
    fn from(error: UpkeepError) -> Self {
        match error {
            UpkeepError::TooLong(fields) => {
                let long = |name| FieldError { pointer: format!("/{name}"), detail: t("upkeep-too-long") };
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "accounts")
                    .fields(fields.into_iter().map(long).collect())
            }
            UpkeepError::Account(error) => error.into(),
            UpkeepError::Session(error) => error.into(),
            other => Self::internal(&other),
        }
    }
}
