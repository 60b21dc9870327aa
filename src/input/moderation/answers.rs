//! Deciding about the words of an answer to what was laid before residents.

use super::service::named;
use super::store;
use super::{Decision, Item, ModerationError, Reason, Verdict};
use crate::answer::teruglegging::{self, LONGEST_WORDS};
use crate::platform::{Erased, Gone, Tx};

/// Decides about an answer, within the transaction of the decision; the item as it is then.
///
/// # Errors
/// Decided before, or a rule that is broken: nothing is changed.
pub(super) async fn decide(
    gone: &Gone,
    tx: &mut Tx,
    code: &str,
    mut item: Item,
    verdict: &Verdict,
) -> Result<(Item, Vec<String>), ModerationError> {
    if named(verdict).is_some() {
        return Err(ModerationError::NoPlace);
    }
    if verdict.version.is_some_and(|seen| seen != item.version) {
        return Err(ModerationError::Decided);
    }
    if let Some(text) = &verdict.text {
        text.trim().clone_into(&mut item.text);
    }
    if item.text.is_empty() || item.text.chars().count() > LONGEST_WORDS || item.text.contains('\0') {
        return Err(ModerationError::AnswerWords);
    }
    let reason = verdict.reason.map(Reason::word);
    if !store::decide_answer(tx, code, &item, verdict.decision, reason, verdict.again).await? {
        return Err(ModerationError::Decided);
    }
    if verdict.decision == Decision::Delete {
        let erased = Erased::Answer(code.to_owned(), item.id.clone());
        gone.write(&erased).await.map_err(crate::input::pins::PinError::from)?;
        teruglegging::forget(tx, code, &item.id).await?;
        return Ok((item, Vec::new()));
    }
    let now = store::answer(tx, code, &item.id).await?;
    Ok((now.ok_or(ModerationError::NoItem)?, Vec::new()))
}
