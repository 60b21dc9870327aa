//! What was said in time and came after closing: taken in, or not.

use super::service::text;
use super::store;
use super::{Decision, Item, ModerationError, Verdict};
use crate::input::latecomers;
use crate::input::pins::{self, PinError};
use crate::input::session::Wijksessie;
use crate::place::buurt::TrajectArea;
use crate::platform::{Erased, Gone, Tx};

/// Decides about one, within the transaction of the decision: approved or hidden it is a pin from then on.
///
/// # Errors
/// Somebody else decided first, released meanwhile, or a rule that is broken: nothing is changed.
pub(super) async fn decide(
    tx: &mut Tx,
    gone: &Gone,
    area: &TrajectArea,
    session: &Wijksessie,
    item: Item,
    verdict: &Verdict,
) -> Result<(Item, Vec<String>), ModerationError> {
    let late = latecomers::take(tx, &session.code, &item.id).await?.ok_or(ModerationError::Decided)?;
    if verdict.decision == Decision::Delete {
        let erased = Erased::Pin(session.code.clone(), item.id.clone());
        gone.write(&erased).await.map_err(PinError::from)?;
        return Ok((item, Vec::new()));
    }
    pins::take_in(tx, &session.code, late).await?;
    let pin = store::pin(tx, &session.code, &item.id).await?.ok_or(ModerationError::NoItem)?;
    text(tx, gone, area, session, pin, verdict).await
}
