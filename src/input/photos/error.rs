//! What can go wrong when a photo is sent or asked for.

use axum::http::StatusCode;
use thiserror::Error;

use super::{MAX_DECODE_BYTES, MAX_PHOTO_BYTES, MAX_PHOTO_PIXELS, PhotoError};
use crate::people::accounts::AccountError;
use crate::platform::files::FilesError;
use crate::platform::form::FormError;
use crate::platform::texts::t;
use crate::platform::{Fault, FieldError, Problem};

/// A photo cannot be kept or shown.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The photo itself, or its caption.
    #[error(transparent)]
    Photo(#[from] PhotoError),
    /// The form is not `multipart/form-data`, or breaks off.
    #[error("the form cannot be read: {0}")]
    Form(String),
    /// Nothing came any more, or the whole took too long.
    #[error("the upload is too slow")]
    TooSlow,
    /// More fields than the form has, or more than one photo.
    #[error("too many fields or photos in one form")]
    TooManyParts,
    /// The form has no field `photo`.
    #[error("no photo in the form")]
    NoPhoto,
    /// The id is not a random (version 4) UUID.
    #[error("not a version 4 UUID")]
    Id,
    /// Another photo has this id.
    #[error("same id, other content")]
    Conflict,
    /// There is no such photo.
    #[error("no such photo")]
    None,
    /// Its address changed, or it was taken back.
    #[error("the photo is gone from here")]
    Gone,
    /// What is to be done to a picture is not right: a JSON pointer to it.
    #[error("not an edit: {0}")]
    Edit(String),
    /// Somebody else decided first, or changed it since it was seen.
    #[error("decided before, or changed")]
    Decided,
    /// A file.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// The audit trail.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(StoreError);

impl From<FormError> for StoreError {
    fn from(error: FormError) -> Self {
        match error {
            FormError::TooSlow => Self::TooSlow,
            FormError::TooManyParts => Self::TooManyParts,
            // More than the door reads at all.
            FormError::TooLarge | FormError::TooLong(_) => {
                PhotoError::TooManyBytes { bytes: 3 * MAX_PHOTO_BYTES as u64 }.into()
            }
            other => Self::Form(other.to_string()),
        }
    }
}

/// The numbers in the text of a refusal: how large the photo is, and how large one may be.
fn sizes(error: &PhotoError) -> Vec<(&'static str, u64)> {
    const MILLION: u64 = 1_000_000;
    let pixels = |width: u32, height: u32, most: u64| {
        let all = u64::from(width) * u64::from(height);
        let (width, height) = (u64::from(width), u64::from(height));
        vec![("width", width), ("height", height), ("millions", all.div_ceil(MILLION)), ("most", most)]
    };
    match *error {
        PhotoError::TooManyBytes { bytes } => vec![("mb", bytes.div_ceil(MILLION))],
        PhotoError::TooManyPixels { width, height } => pixels(width, height, MAX_PHOTO_PIXELS / MILLION),
        // As many as one of its sort may have.
        PhotoError::TooMuchMemory { width, height, bytes } => {
            let most = u128::from(width) * u128::from(height) * u128::from(MAX_DECODE_BYTES)
                / u128::from(bytes.max(1));
            pixels(width, height, u64::try_from(most / u128::from(MILLION)).unwrap_or(0))
        }
        _ => Vec::new(),
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Photo(error) => {
                let status =
                    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
                if status.is_server_error() {
                    tracing::error!(%error, "a photo could not be made safe");
                }
                sizes(&error)
                    .into_iter()
                    .fold(Self::new(status, error.code()), |told, (name, size)| told.with(name, size))
            }
            StoreError::Form(_) => Self::new(StatusCode::BAD_REQUEST, "photo-form"),
            StoreError::TooSlow => Self::new(StatusCode::REQUEST_TIMEOUT, "too-slow"),
            StoreError::TooManyParts => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "photo-form-many"),
            StoreError::NoPhoto => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "photo-none"),
            StoreError::Id => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "photo-id"),
            StoreError::Conflict => Self::new(StatusCode::CONFLICT, "photo-conflict"),
            StoreError::None => Self::new(StatusCode::NOT_FOUND, "photo-unknown"),
            StoreError::Gone => Self::new(StatusCode::GONE, "photo-gone"),
            StoreError::Edit(pointer) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "photo-edit")
                .fields(vec![FieldError { pointer, detail: t("photos-wrong-edit") }]),
            StoreError::Decided => Self::new(StatusCode::CONFLICT, "decided"),
            StoreError::Account(error) => error.into(),
            StoreError::Files(error) => Self::internal(&error),
            StoreError::Fault(fault) => fault.into(),
        }
    }
}
