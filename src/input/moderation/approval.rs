//! Approving several texts at once, each by itself.

use super::service::{LARGEST_PART, decide_as, part};
use super::source::Which;
use super::{Decision, Item, ModerationError, Of, Verdict};
use crate::input::session::Wijksessie;
use crate::people::accounts::Staff;
use crate::platform::App;

/// Approves texts as they were seen, each by itself: what it is, its id, its version. How many were not as they were seen
/// any more.
///
/// # Errors
/// The database's.
pub(super) async fn approve_many(
    app: &App,
    staff: Option<&Staff>,
    session: &Wijksessie,
    seen: Vec<(Of, String, i64)>,
) -> Result<usize, ModerationError> {
    let mut late = 0;
    for (of, id, version) in seen {
        let verdict = Verdict {
            of: Some(of),
            decision: Decision::Approve,
            text: None,
            theme: None,
            place: None,
            street: false,
            place_name: None,
            reason: None,
            version: Some(version),
            again: false,
        };
        match decide_as(app, staff, session.clone(), id, verdict).await {
            Ok(_) => {}
            Err(ModerationError::Decided | ModerationError::NoItem) => late += 1,
            Err(error) => return Err(error),
        }
    }
    Ok(late)
}

/// Approves every text of a wijksessie whose words are invented, for a demonstration.
///
/// # Errors
/// The database's.
pub async fn approve_waiting(app: &App, session: &Wijksessie) -> Result<(), ModerationError> {
    let mut after = None;
    loop {
        let part = part(app, session, Which::Waiting, after.as_ref(), LARGEST_PART).await?;
        approve_part(app, session, part.items).await?;
        match part.next {
            Some(next) => after = Some(next),
            None => return Ok(()),
        }
    }
}

async fn approve_part(app: &App, session: &Wijksessie, items: Vec<Item>) -> Result<(), ModerationError> {
    for item in items {
        let verdict = Verdict {
            of: Some(item.of),
            decision: Decision::Approve,
            text: None,
            theme: None,
            place: None,
            street: false,
            // The invented words are about the place they stand at.
            place_name: item.places.into_iter().next(),
            reason: None,
            version: Some(item.version),
            again: false,
        };
        decide_as(app, None, session.clone(), item.id, verdict).await?;
    }
    Ok(())
}
