//! What can go wrong with a pin, and how it is told.

use axum::http::StatusCode;
use thiserror::Error;

use super::{LONGEST_TEXT, MOST_PEOPLE, Wrong};
use crate::input::arrivals::ArrivalError;
use crate::input::session::SessionError;
use crate::place::buurt::AreaError;
use crate::platform::texts::tv;
use crate::platform::{Fault, FieldError, Problem};

/// A pin cannot be placed, changed or taken back.
#[derive(Debug, Error)]
pub enum PinError {
    /// Fields that break a rule.
    #[error("fields that are not right: {0:?}")]
    Wrong(Vec<Wrong>),
    /// The body is not JSON.
    #[error("not JSON")]
    NotJson,
    /// More than 150 m outside the area.
    #[error("{metres} m outside the area")]
    Outside {
        /// How far outside, in whole metres.
        metres: u32,
        /// What the area is called.
        buurt: String,
    },
    /// Longitude and latitude are the wrong way round.
    #[error("longitude and latitude are swapped")]
    Swapped,
    /// A theme that the traject does not have.
    #[error("unknown theme")]
    Theme(Vec<String>),
    /// The id of the pin is not a random (version 4) UUID.
    #[error("not a version 4 UUID")]
    Id,
    /// The header `Participant` is not there, or no UUID.
    #[error("no participant")]
    NoParticipant,
    /// What should say where a part of the list begins says nothing.
    #[error("no cursor")]
    NoCursor,
    /// The list has another version by now.
    #[error("the list turned")]
    Turned,
    /// A box that is no box.
    #[error("no box")]
    NoBox,
    /// Another pin has this id.
    #[error("same id, other content")]
    Conflict,
    /// There is no such pin.
    #[error("no such pin")]
    NoPin,
    /// Somebody else's pin.
    #[error("somebody else's pin")]
    NotOwn,
    /// "Dat zie ik ook" on one's own pin.
    #[error("one's own pin")]
    Own,
    /// "Dat zie ik ook" on a pin that nobody approved.
    #[error("not approved")]
    NotApproved,
    /// The pin has as many photos as it may.
    #[error("too many photos at one pin")]
    TooManyPhotos,
    /// The pin was taken back before.
    #[error("taken back before")]
    Gone,
    /// More new people come than a room holds.
    #[error(transparent)]
    Arrival(#[from] ArrivalError),
    /// The session.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The area.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// A photo.
    #[error(transparent)]
    Photos(#[from] crate::input::photos::StoreError),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(PinError);

impl From<PinError> for Problem {
    fn from(error: PinError) -> Self {
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        match error {
            PinError::Wrong(list) => Self::new(wrong, "pin-wrong").fields(list.iter().map(field).collect()),
            PinError::NotJson => Self::new(StatusCode::BAD_REQUEST, "not-json"),
            PinError::Outside { metres, buurt } => Self::new(wrong, "pin-outside")
                .with("metres", metres)
                .with("buurt", buurt.clone())
                .fields(vec![FieldError {
                    pointer: "/geometry/coordinates".into(),
                    detail: tv(
                        "problem-pin-outside.detail",
                        &[("metres", metres.into()), ("buurt", buurt.into())],
                    ),
                }]),
            PinError::Swapped => Self::new(wrong, "pin-swapped").fields(vec![field(&Wrong {
                pointer: "/geometry/coordinates",
                rule: "problem-pin-swapped.detail",
            })]),
            PinError::Theme(themes) => Self::new(wrong, "pin-wrong").fields(vec![FieldError {
                pointer: "/properties/theme".into(),
                detail: tv("pins-unknown-theme", &[("themes", themes.join(", ").into())]),
            }]),
            PinError::Id => Self::new(wrong, "pin-id"),
            PinError::NoParticipant => Self::new(StatusCode::BAD_REQUEST, "no-participant"),
            PinError::NoCursor => Self::new(wrong, "no-cursor"),
            PinError::Turned => Self::new(StatusCode::GONE, "list-turned"),
            PinError::NoBox => Self::new(wrong, "no-box"),
            PinError::Conflict => Self::new(StatusCode::CONFLICT, "pin-conflict"),
            PinError::NoPin => Self::new(StatusCode::NOT_FOUND, "no-pin"),
            PinError::NotOwn => Self::new(StatusCode::FORBIDDEN, "not-own-pin"),
            PinError::Own => Self::new(StatusCode::CONFLICT, "me-too-own"),
            PinError::NotApproved => Self::new(StatusCode::CONFLICT, "me-too-not-approved"),
            PinError::TooManyPhotos => Self::new(StatusCode::CONFLICT, "photo-too-many"),
            PinError::Gone => Self::new(StatusCode::GONE, "pin-gone"),
            PinError::Arrival(error) => error.into(),
            PinError::Session(error) => error.into(),
            PinError::Area(error) => Self::internal(&error),
            PinError::Photos(error) => error.into(),
            PinError::Fault(fault) => fault.into(),
        }
    }
}

fn field(wrong: &Wrong) -> FieldError {
    let values = [("longest", LONGEST_TEXT.into()), ("most", MOST_PEOPLE.into())];
    FieldError { pointer: wrong.pointer.to_owned(), detail: tv(wrong.rule, &values) }
}
