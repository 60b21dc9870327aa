//! What can go wrong with a traject or a wijksessie.

use axum::http::StatusCode;
use thiserror::Error;

use crate::place::buurt::AreaError;
use crate::platform::guessing::TooMany;
use crate::platform::texts::t;
use crate::platform::{Fault, FieldError, Problem};

/// A traject or wijksessie cannot be made, found or moved on.
#[derive(Debug, Error)]
pub enum SessionError {
    /// There is no such wijksessie.
    #[error("Er is geen bijeenkomst met deze code.")]
    NoSession,
    /// Too many wrong codes came from there.
    #[error(transparent)]
    Guessing(#[from] TooMany),
    /// There is no such traject.
    #[error("Er is geen traject met dit nummer. Bekijk de trajecten met: buurtblik doctor")]
    NoTraject,
    /// A traject without a buurt.
    #[error("Een traject heeft ten minste één buurt nodig: --buurt CODE.")]
    NoBuurt,
    /// A buurt that is not there, or whose boundary cannot be used.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// An empty or over-long title.
    #[error(
        "De titel mag niet leeg zijn, niet langer dan 200 tekens, en zonder onzichtbare tekens. Typ hem over als u hem plakte."
    )]
    Title,
    /// Too few people asked for.
    #[error("k is ten minste 3: anders is iemand te herkennen. Een traject mag meer vragen, niet minder.")]
    K,
    /// A promise of no words or too many.
    #[error("De belofte mag niet leeg zijn, en heeft hooguit drie regels en 1000 tekens.")]
    Promise,
    /// It is planned, and not open yet.
    #[error("Deze bijeenkomst is nog niet begonnen.")]
    NotYet,
    /// Everything of it was deleted, as promised.
    #[error("Deze bijeenkomst is voorbij: alles is gewist, zoals beloofd.")]
    Erased,
    /// What was filled in on a page breaks a rule: the text key of what to do.
    #[error("{}", t(.0))]
    Form(&'static str),
    /// The wijksessie is not open.
    #[error("Deze bijeenkomst is al gesloten.")]
    NotOpen,
    /// A release of a wijksessie that still takes pins.
    #[error("Bijeenkomst {0} is nog open. Sluit haar eerst: buurtblik session close {0}")]
    StillOpen(String),
    /// A second release.
    #[error("Bijeenkomst {0} is al vrijgegeven. Er is niets veranderd.")]
    AlreadyReleased(String),
    /// Who were there is told already.
    #[error("Deze bijeenkomst is vrijgegeven. Wie er waren kan niet meer veranderen. Er is niets veranderd.")]
    AttendanceTold,
    /// What is told of who was there cannot be read.
    #[error("Wat er is verteld van wie er waren is niet te lezen: {0}")]
    Kept(serde_json::Error),
    /// What a begeleider counted of who was there cannot be read: nobody is told that nobody was.
    #[error(
        "Wie er bij bijeenkomst {code} waren is niet te lezen: {cause}. Zet een reservekopie terug, of vraag hulp."
    )]
    Attended {
        /// The moment.
        code: String,
        /// Why not.
        cause: serde_json::Error,
    },
    /// A batch over more than one traject.
    #[error("Deze bijeenkomsten horen niet bij hetzelfde traject. Geef ze apart vrij.")]
    TwoTrajects,
    /// Too few people in the batch.
    #[error(
        "Te weinig deelnemers: {found}, en er zijn er {k} nodig. Zo kan niemand worden herkend. Geef deze bijeenkomst samen met een andere vrij. Er is niets veranderd."
    )]
    TooFew {
        /// People in the batch.
        found: u32,
        /// People needed.
        k: u32,
    },
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(SessionError);

impl From<SessionError> for Problem {
    fn from(error: SessionError) -> Self {
        match error {
            SessionError::NoSession => Self::new(StatusCode::NOT_FOUND, "no-session"),
            SessionError::Guessing(error) => error.into(),
            SessionError::NoTraject => Self::new(StatusCode::NOT_FOUND, "no-traject"),
            SessionError::NotYet => Self::new(StatusCode::NOT_FOUND, "session-not-yet"),
            SessionError::Erased => Self::new(StatusCode::GONE, "session-erased"),
            SessionError::Form(rule) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "session-form")
                .fields(vec![FieldError { pointer: field_of(rule).to_owned(), detail: t(rule) }]),
            SessionError::Title => form("session-wrong-title"),
            SessionError::K => form("session-wrong-k"),
            SessionError::Promise => form("session-wrong-promise"),
            SessionError::NoBuurt => form("session-wrong-buurt"),
            SessionError::StillOpen(_) => Self::new(StatusCode::CONFLICT, "release-open"),
            SessionError::AlreadyReleased(_) => Self::new(StatusCode::CONFLICT, "release-again"),
            SessionError::AttendanceTold => Self::new(StatusCode::CONFLICT, "attendance-told"),
            SessionError::TwoTrajects => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "release-two"),
            SessionError::TooFew { found, k } => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "release-few").with("found", found).with("k", k)
            }
            SessionError::NotOpen => Self::new(StatusCode::GONE, "session-closed"),
            other => Self::internal(&other),
        }
    }
}

/// The field of a form that a rule is about.
fn field_of(rule: &str) -> &'static str {
    match rule {
        "session-wrong-title" => "/title",
        "session-wrong-k" | "session-wrong-k-released" => "/k",
        "session-wrong-promise" | "session-wrong-no-promise" => "/promise",
        "session-wrong-buurt" => "/buurt",
        "session-wrong-day" | "session-wrong-day-past" => "/erase_on",
        "session-wrong-question" => "/question",
        "session-wrong-themes" | "session-wrong-themes-alike" | "session-wrong-themes-kept" => "/themes",
        "session-wrong-pause" => "/pause",
        "session-wrong-group" => "/group",
        "session-wrong-vindplaats" => "/vindplaats",
        "session-wrong-square" => "/vak",
        "session-wrong-assume-released" => "/assume_first",
        _ => "",
    }
}

fn form(rule: &'static str) -> Problem {
    SessionError::Form(rule).into()
}
