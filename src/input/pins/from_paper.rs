//! Notes of a paper table, typed in by a begeleider: pins like any other, with a mark that they are from paper.

use uuid::Uuid;

use super::front_door::kept_place;
use super::service::check;
use super::store::{self, PinRow};
use super::{Pin, PinError, check_text};
use crate::input::session::{self, SessionError, Status, Wijksessie};
use crate::people::accounts;
use crate::platform::App;

/// Most paper tables of one moment.
pub(super) const MOST_TABLES: u32 = 30;

/// Puts a pin for a paper table (the first is 1), while the wijksessie is open or closed but not released. That somebody did stands in
/// the audit trail; whose note it was nobody knows.
///
/// # Errors
/// A rule that is broken: nothing is stored.
pub(super) async fn put_from_paper(
    app: &App,
    staff: &str,
    session: &Wijksessie,
    mut pin: Pin,
    table: u32,
) -> Result<(), PinError> {
    check_text(&pin.text)
        .map_err(|rule| PinError::Wrong(vec![super::Wrong { pointer: "/properties/text", rule }]))?;
    let area = check(app, session, pin.theme.as_deref(), pin.place).await?;
    if !session.tables {
        pin.people = 1;
    }
    let id = app.chance.ids.uuid()?.to_string();
    let participant = app.keys.paper_table(&session.code, table.clamp(1, MOST_TABLES));
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
                let new =
                    PinRow { id: id.clone(), participant, put_hash: String::new(), pin, approved: false };
                store::insert_from_paper(tx, &code, &new).await?;
                accounts::record(tx, &entry).await?;
                Ok(())
            })
        })
        .await
}

/// Notes of before stand under a participant that is the number of their table, which anybody can say they are: with the join
/// code alone their words could be read and changed. They go to the voice of their table; done once, there is nothing more to do.
///
/// # Errors
/// The database's: nothing is changed.
pub async fn shut_paper_tables(app: &App) -> Result<(), PinError> {
    let keys = app.keys.clone();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                for (code, voice) in store::paper_voices(tx).await? {
                    let reckoned = |table: u32| keys.participant(&code, Uuid::from_u128(u128::from(table)));
                    let table = (1..=MOST_TABLES).find(|table| reckoned(*table) == voice);
                    if let Some(table) = table {
                        store::move_paper(tx, &code, &voice, &keys.paper_table(&code, table)).await?;
                    }
                }
                Ok(())
            })
        })
        .await
}
