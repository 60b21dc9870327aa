//! Who works with Buurtblik, and what each role may do.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What a member of staff may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Sees the released layers of their own trajecten.
    Professional,
    /// Prepares and guides the wijksessies of their own trajecten.
    Begeleider,
    /// Manages staff, buurten and trajecten.
    Beheerder,
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Professional => "professional",
            Self::Begeleider => "begeleider",
            Self::Beheerder => "beheerder",
        })
    }
}

/// Not one of the three roles.
#[derive(Debug, thiserror::Error)]
#[error("Kies professional, begeleider of beheerder.")]
pub struct UnknownRole;

impl FromStr for Role {
    type Err = UnknownRole;
    fn from_str(word: &str) -> Result<Self, UnknownRole> {
        [Self::Professional, Self::Begeleider, Self::Beheerder]
            .into_iter()
            .find(|role| role.to_string() == word)
            .ok_or(UnknownRole)
    }
}

/// What somebody asks to do on a staff route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// See the list of one's own trajecten.
    SignedIn,
    /// See the released layers of a traject.
    SeeLayers,
    /// Work on step 3 with what residents said: judging assumptions, comparing, agenda, what goes back to residents.
    Deepen,
    /// Bring in what professionals know themselves: assumptions, figures, what is coming. Shows nothing of residents, so it is
    /// open before their layers are.
    BringIn,
    /// Prepare a traject: its question, promise, themes, moments.
    Prepare,
    /// Open and close a wijksessie, show it in the room, say who was there.
    Guide,
    /// Read what waits to be approved, and decide.
    Moderate,
    /// Hand wijksessies to the professionals.
    Release,
    /// Add staff, take their access away, give new links.
    ManageStaff,
    /// Read the audit trail.
    ReadAudit,
    /// Import buurten.
    ManageBuurten,
    /// Fill in the organisation's name and statements.
    ManageSettings,
    /// Read the server's figures.
    ReadMetrics,
}

impl Right {
    /// Which roles have this right. The one table that says who may do what.
    pub fn roles(self) -> &'static [Role] {
        match self {
            Self::SignedIn => &[Role::Professional, Role::Begeleider, Role::Beheerder],
            Self::SeeLayers | Self::Deepen | Self::BringIn => &[Role::Professional, Role::Begeleider],
            Self::Prepare => &[Role::Begeleider, Role::Beheerder],
            Self::Guide | Self::Moderate | Self::Release => &[Role::Begeleider],
            Self::ManageStaff
            | Self::ReadAudit
            | Self::ManageBuurten
            | Self::ManageSettings
            | Self::ReadMetrics => &[Role::Beheerder],
        }
    }

    /// Whether what this right opens shows what residents said: closed for professionals until their team has written down what
    /// it assumes, where the traject wants that. The begeleider was in the room and knows already.
    pub fn shows_residents(self, role: Role) -> bool {
        matches!(self, Self::SeeLayers | Self::Deepen) && role == Role::Professional
    }
}

/// Somebody who works with Buurtblik.
#[derive(Debug, Clone)]
pub struct Staff {
    /// UUID.
    pub id: String,
    /// What they are called.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Their access was taken away.
    pub revoked: bool,
    /// Their own trajecten.
    pub trajects: Vec<String>,
}

/// One line of the audit trail, as it is read.
#[derive(Debug, Clone)]
pub struct Line {
    /// When, in UTC.
    pub at: String,
    /// Who; nothing for the command line.
    pub who: Option<String>,
    /// What was done.
    pub action: String,
    /// To what: numbers and codes, never words of a resident.
    pub subject: String,
}
