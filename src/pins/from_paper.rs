//! Notes of a paper table, typed in by a begeleider: pins like any other, with a mark that they are from paper.

use uuid::Uuid;

use super::front_door::kept_place;
use super::service::check;
use super::store::{self, Kept};
use super::{Pin, PinError, check_text};
use crate::accounts;
use crate::platform::App;
use crate::session::{self, SessionError, Status, Wijksessie};

/// Puts a pin for a paper table, while the wijksessie is open or closed but not released. That somebody did stands in
/// the audit trail; whose note it was nobody knows.
///
/// # Errors
/// A rule that is broken: nothing is stored.
pub async fn put_from_paper(
    app: &App,
    staff: &str,
    session: &Wijksessie,
    mut pin: Pin,
    table: Uuid,
) -> Result<(), PinError> {
    check_text(&pin.text)
        .map_err(|rule| PinError::Wrong(vec![super::Wrong { pointer: "/properties/text", rule }]))?;
    let area = check(app, session, pin.theme.as_deref(), pin.place).await?;
    if !session.tables {
        pin.people = 1;
    }
    let id = app.chance.ids.uuid()?.to_string();
    let participant = app.keys.participant(&session.code, table);
    let (session, code) = (session.clone(), session.code.clone());
    let entry = accounts::Entry::new(app, Some(staff), "paper", &format!("{code} {id}"))?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let session = session::held(tx, session).await?;
                if session.status == Status::Released {
                    return Err(SessionError::AlreadyReleased(code).into());
                }
                pin.place = kept_place(&session, &area, pin.theme.as_deref(), pin.place);
                let new = Kept { id: id.clone(), participant, put_hash: String::new(), pin, approved: false };
                store::insert_from_paper(tx, &code, &new).await?;
                accounts::record(tx, &entry).await?;
                Ok(())
            })
        })
        .await
}
