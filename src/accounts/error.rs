//! What can go wrong when staff sign in or are managed.

use axum::http::StatusCode;
use thiserror::Error;

use crate::platform::clock::NoRandomness;
use crate::platform::{DbError, Problem};
use crate::session::SessionError;

/// Somebody cannot be added, found or let in.
#[derive(Debug, Error)]
pub enum AccountError {
    /// An empty or over-long name.
    #[error("De naam mag niet leeg zijn en niet langer dan 200 tekens.")]
    Name,
    /// A professional or begeleider without a traject.
    #[error("Een professional of begeleider hoort bij een traject: --traject ID.")]
    NeedsTraject,
    /// No such member of staff.
    #[error("Er is niemand met dit nummer. Bekijk de lijst met: buurtblik staff list")]
    NoStaff,
    /// The login link is used, too old, or none.
    #[error("de link is gebruikt, verlopen of onbekend")]
    Link,
    /// Not signed in.
    #[error("niet aangemeld")]
    NotSignedIn,
    /// Signed in, but this is not theirs.
    #[error("geen toegang")]
    Forbidden,
    /// The traject.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The system.
    #[error(transparent)]
    Chance(#[from] NoRandomness),
}

impl From<AccountError> for Problem {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::NotSignedIn => Self::new(StatusCode::UNAUTHORIZED, "not-signed-in"),
            AccountError::Forbidden => Self::new(StatusCode::FORBIDDEN, "forbidden"),
            AccountError::Link => Self::new(StatusCode::GONE, "login-link"),
            AccountError::Session(error) => error.into(),
            other => Self::internal(&other),
        }
    }
}
