//! What the forms of every board begin with: who comes in, for which traject, and what the address says that went well.

use serde::Deserialize;
use uuid::{Uuid, Version};

use super::FormValues;
use crate::input::session::{self, Traject};
use crate::people::accounts::{Right, Signed, Staff};
use crate::platform::{App, Problem};

/// Who comes in, and the traject.
///
/// # Errors
/// Somebody who may not, or no such traject: as a page.
pub async fn own<'a>(
    app: &App,
    signed: &'a Signed,
    right: Right,
    id: &str,
) -> Result<(&'a Staff, Traject), Problem> {
    let staff = signed.may(app, right, Some(id)).await?;
    let traject = session::find_traject(app, id).await?;
    Ok((staff, traject))
}

/// What stands in the address after something went well.
#[derive(Debug, Default, Deserialize)]
pub struct ListQuery {
    gedaan: Option<String>,
}

impl ListQuery {
    /// The word itself.
    pub fn word(&self) -> Option<&str> {
        self.gedaan.as_deref()
    }

    /// What a board says of it: a text key.
    pub fn done(&self) -> Option<&'static str> {
        match self.word()? {
            "gemaakt" => Some("boards-made"),
            "bewaard" => Some("boards-saved"),
            "weg" => Some("boards-removed"),
            "bewijs" => Some("boards-linked"),
            "bewijs-weg" => Some("boards-unlinked"),
            _ => None,
        }
    }
}

/// The id of a row that is to be made, as its form was given it: sent twice, it is made once.
pub fn new_row(sent: &FormValues) -> Option<String> {
    let id = Uuid::try_parse(sent.one("id")).ok();
    id.filter(|id| id.get_version() == Some(Version::Random)).map(|id| id.to_string())
}
