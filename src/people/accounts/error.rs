//! What can go wrong when staff sign in or are managed.

use axum::http::StatusCode;
use thiserror::Error;

use crate::platform::texts::t;
use crate::platform::{Fault, FieldError, Problem};

/// Somebody cannot be added, found or let in.
#[derive(Debug, Error)]
pub enum AccountError {
    /// An empty or over-long name.
    #[error(
        "De naam mag niet leeg zijn, niet langer dan 200 tekens, en zonder onzichtbare tekens. Typ hem over als u hem plakte."
    )]
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
    /// The residents' layers of this traject are not open yet for its professionals.
    #[error("de kaarten zijn nog dicht")]
    LayersClosed(String),
    /// No name to sign in with.
    #[error("geen naam om mee aan te melden")]
    Login,
    /// Somebody else has this name.
    #[error("deze naam is bezet")]
    LoginTaken,
    /// A password that is too short or too long.
    #[error("geen bruikbaar wachtwoord")]
    Password,
    /// A password that is guessed first.
    #[error("een wachtwoord dat snel wordt geraden")]
    CommonPassword,
    /// The current password is not that.
    #[error("het wachtwoord tot nu toe klopt niet")]
    Current,
    /// A machine's token does what only its owner may.
    #[error("alleen wie zelf is aangemeld")]
    OnlyOneself,
    /// A wrong name or password.
    #[error("naam of wachtwoord klopt niet")]
    Wrong,
    /// Too many wrong passwords: wait so many seconds.
    #[error("even wachten: {0} s")]
    Slow(u64),
    /// A password could not be hashed.
    #[error("het wachtwoord kan niet worden verwerkt: {0}")]
    Hash(String),
    /// Somebody cannot take away their own access.
    #[error("uzelf")]
    Oneself,
    /// What is nobody's fault but ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

crate::faults!(AccountError);

impl From<AccountError> for Problem {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::NotSignedIn => Self::new(StatusCode::UNAUTHORIZED, "not-signed-in"),
            AccountError::Forbidden => Self::new(StatusCode::FORBIDDEN, "forbidden"),
            AccountError::LayersClosed(traject) => Self::new(StatusCode::FORBIDDEN, "layers-closed")
                .next("accounts-to-assumptions", format!("/traject/{traject}/aannames")),
            AccountError::Link => Self::new(StatusCode::GONE, "login-link"),
            AccountError::NoStaff => Self::new(StatusCode::NOT_FOUND, "no-staff"),
            AccountError::Name => wrong("accounts-wrong-name"),
            AccountError::NeedsTraject => wrong("accounts-wrong-traject"),
            AccountError::Login => wrong("accounts-wrong-login"),
            AccountError::LoginTaken => wrong("accounts-wrong-taken"),
            AccountError::Password => wrong("accounts-wrong-password"),
            AccountError::CommonPassword => wrong("accounts-wrong-common"),
            AccountError::Current => wrong("accounts-wrong-current"),
            AccountError::OnlyOneself => Self::new(StatusCode::FORBIDDEN, "only-oneself"),
            AccountError::Oneself => wrong("accounts-wrong-oneself"),
            AccountError::Wrong => Self::new(StatusCode::UNAUTHORIZED, "sign-in"),
            AccountError::Slow(seconds) => Self::new(StatusCode::TOO_MANY_REQUESTS, "sign-in-slow")
                .with("n", seconds)
                .retry_after(seconds),
            other => Self::internal(&other),
        }
    }
}

fn wrong(rule: &'static str) -> Problem {
    let field = match rule {
        "accounts-wrong-name" => "/name",
        "accounts-wrong-traject" => "/traject",
        "accounts-wrong-login" | "accounts-wrong-taken" => "/login",
        "accounts-wrong-password" | "accounts-wrong-common" => "/password",
        "accounts-wrong-current" => "/current",
        _ => "",
    };
    let error = FieldError { pointer: field.to_owned(), detail: t(rule) };
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "accounts").fields(vec![error])
}
