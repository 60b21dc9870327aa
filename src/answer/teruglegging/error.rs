//! What can go wrong with an answer.

use axum::http::StatusCode;
use thiserror::Error;

use super::{LONGEST_WORDS, Wrong};
use crate::input::arrivals::ArrivalError;
use crate::input::pins::PinError;
use crate::input::session::SessionError;
use crate::layers::heat::LayerError;
use crate::place::buurt::AreaError;
use crate::platform::texts::tv;
use crate::platform::{Fault, FieldError, Problem};
use crate::step3::agenda::AgendaError;

/// An answer cannot be given, taken back or found.
#[derive(Debug, Error)]
pub enum AnswerError {
    /// Fields that break a rule.
    #[error("fields that are not right: {0:?}")]
    Wrong(Vec<Wrong>),
    /// The body is not JSON.
    #[error("not JSON")]
    NotJson,
    /// The id is not a random (version 4) UUID.
    #[error("not a version 4 UUID")]
    Id,
    /// A wijksessie with another method: nothing is laid before anybody there.
    #[error("not a teruglegging")]
    NotHere,
    /// There is nothing to lay before residents (yet).
    #[error("nothing to show")]
    Nothing,
    /// A point that may not be shown to residents, or is not there.
    #[error("no such point")]
    NoPoint,
    /// Another answer has this id.
    #[error("same id, other content")]
    Conflict,
    /// It was taken back before.
    #[error("taken back before")]
    Gone,
    /// There is no such answer of this participant.
    #[error("no such answer")]
    None,
    /// More new people come than a room holds.
    #[error(transparent)]
    Arrival(#[from] ArrivalError),
    /// The wijksessie.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The place.
    #[error(transparent)]
    Pin(#[from] PinError),
    /// The layers.
    #[error(transparent)]
    Layers(#[from] LayerError),
    /// The area.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// The agenda.
    #[error(transparent)]
    Agenda(#[from] AgendaError),
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(AnswerError);

impl From<AnswerError> for Problem {
    fn from(error: AnswerError) -> Self {
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        match error {
            AnswerError::Wrong(list) => {
                let values = [("longest", LONGEST_WORDS.into())];
                let field = |wrong: &Wrong| FieldError {
                    pointer: wrong.pointer.to_owned(),
                    detail: tv(wrong.rule, &values),
                };
                Self::new(wrong, "answer-wrong").fields(list.iter().map(field).collect())
            }
            AnswerError::NotJson => Self::new(StatusCode::BAD_REQUEST, "not-json"),
            AnswerError::Id => Self::new(wrong, "pin-id"),
            AnswerError::NotHere => Self::new(StatusCode::NOT_FOUND, "no-teruglegging"),
            AnswerError::Nothing => Self::new(StatusCode::NOT_FOUND, "teruglegging-nothing"),
            AnswerError::NoPoint => Self::new(wrong, "answer-wrong").fields(vec![FieldError {
                pointer: "/point".into(),
                detail: tv("teruglegging-wrong-point", &[]),
            }]),
            AnswerError::Conflict => Self::new(StatusCode::CONFLICT, "answer-conflict"),
            AnswerError::Gone => Self::new(StatusCode::GONE, "answer-gone"),
            AnswerError::None => Self::new(StatusCode::NOT_FOUND, "no-answer"),
            AnswerError::Arrival(error) => error.into(),
            AnswerError::Session(error) => error.into(),
            AnswerError::Pin(error) => error.into(),
            AnswerError::Layers(error) => error.into(),
            AnswerError::Agenda(error) => error.into(),
            AnswerError::Area(error) => Self::internal(&error),
            AnswerError::Fault(fault) => fault.into(),
        }
    }
}
