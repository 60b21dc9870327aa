//! What can go wrong with a walk, and how it is told.

use axum::http::StatusCode;
use thiserror::Error;

use super::gpx::GpxError;
use super::model::{MOST_MATTER, MOST_PHOTOS};
use crate::input::arrivals::ArrivalError;
use crate::input::photos::{PhotoError, StoreError};
use crate::input::pins::{PinError, Wrong};
use crate::input::session::SessionError;
use crate::place::buurt::AreaError;
use crate::platform::form::FormError;
use crate::platform::texts::t;
use crate::platform::{Fault, FieldError, Problem};

/// A walk, its track or a photo of it cannot be kept or shown.
#[derive(Debug, Error)]
pub enum WalkError {
    /// Fields that break a rule.
    #[error("fields that are not right: {0:?}")]
    Wrong(Vec<Wrong>),
    /// The body is not JSON.
    #[error("not JSON")]
    NotJson,
    /// The id is not a random (version 4) UUID.
    #[error("not a version 4 UUID")]
    Id,
    /// Another walk, or another track, is there already.
    #[error("same id, other content")]
    Conflict,
    /// There is no such walk.
    #[error("no such walk")]
    None,
    /// Somebody else's walk.
    #[error("somebody else's walk")]
    NotOwn,
    /// The walk was taken back before.
    #[error("taken back before")]
    Gone,
    /// Something else than GPX was sent as a track.
    #[error("not sent as GPX")]
    NotGpx,
    /// The track.
    #[error(transparent)]
    Gpx(#[from] GpxError),
    /// More walks in one file than are looked at.
    #[error("too many walks in one file")]
    TooManyOutings,
    /// No part of the track is in the area.
    #[error("the track is not in the area")]
    Elsewhere,
    /// The walk has as many photos as it may.
    #[error("too many photos")]
    TooMany,
    /// As many photos matter as may.
    #[error("too many photos that matter")]
    TooManyMatter,
    /// A pin that a photo is, or should be.
    #[error(transparent)]
    Pin(#[from] PinError),
    /// A photo.
    #[error(transparent)]
    Photo(#[from] StoreError),
    /// More new people come than a room holds.
    #[error(transparent)]
    Arrival(#[from] ArrivalError),
    /// The wijksessie.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The area.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// A body that breaks off or comes too slowly.
    #[error(transparent)]
    Form(#[from] FormError),
    /// The line that is kept of a walk cannot be read.
    #[error("the kept line of a walk cannot be read: {0}")]
    Track(serde_json::Error),
    /// A part of the program that fell over.
    #[error("{0}")]
    Failed(String),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(WalkError);

impl From<PhotoError> for WalkError {
    fn from(error: PhotoError) -> Self {
        Self::Photo(error.into())
    }
}

impl From<WalkError> for Problem {
    fn from(error: WalkError) -> Self {
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        match error {
            WalkError::Wrong(list) => Self::new(wrong, "walk-wrong").fields(
                list.iter()
                    .map(|one| FieldError { pointer: one.pointer.to_owned(), detail: t(one.rule) })
                    .collect(),
            ),
            WalkError::NotJson => Self::new(StatusCode::BAD_REQUEST, "not-json"),
            WalkError::Id => Self::new(wrong, "walk-id"),
            WalkError::Conflict => Self::new(StatusCode::CONFLICT, "walk-conflict"),
            WalkError::None => Self::new(StatusCode::NOT_FOUND, "no-walk"),
            WalkError::NotOwn => Self::new(StatusCode::FORBIDDEN, "not-own-walk"),
            WalkError::Gone => Self::new(StatusCode::GONE, "walk-gone"),
            WalkError::NotGpx => Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "walk-no-gpx"),
            WalkError::Gpx(error) => match error {
                GpxError::TooLarge | GpxError::TooManyPoints => {
                    Self::new(StatusCode::PAYLOAD_TOO_LARGE, "walk-track-too-large")
                }
                GpxError::NotGpx => Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "walk-no-gpx"),
                GpxError::Broken(line, _) => Self::new(wrong, "walk-track-broken").with("line", line),
                GpxError::NoPoint(_) => Self::new(wrong, "walk-track-points"),
                GpxError::NoTrack => Self::new(wrong, "walk-track-empty"),
            },
            WalkError::TooManyOutings => Self::new(wrong, "walk-track-many"),
            WalkError::Elsewhere => Self::new(wrong, "walk-track-elsewhere"),
            WalkError::TooMany => Self::new(StatusCode::CONFLICT, "walk-too-many").with("most", MOST_PHOTOS),
            WalkError::TooManyMatter => {
                Self::new(StatusCode::CONFLICT, "walk-too-many-matter").with("most", MOST_MATTER)
            }
            WalkError::Pin(error) => error.into(),
            WalkError::Photo(error) => error.into(),
            WalkError::Arrival(error) => error.into(),
            WalkError::Session(error) => error.into(),
            WalkError::Area(error) => Self::internal(&error),
            WalkError::Form(error) => error.into(),
            failed @ (WalkError::Failed(_) | WalkError::Track(_)) => Self::internal(&failed),
            WalkError::Fault(fault) => fault.into(),
        }
    }
}
