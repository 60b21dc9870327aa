//! The words of answers, before the begeleider.

use axum::http::StatusCode;
use futures::future::BoxFuture;

use super::{LONGEST_WORDS, service, store};
use crate::input::moderation::{
    self, Behind, Deciding, Decision, Item, ModerationError, Of, Reason, Verdict, Which,
};
use crate::input::pins::PinError;
use crate::platform::texts::tv;
use crate::platform::{Db, DbError, Erased, FieldError, Tx};

/// Answers with words, in the queue.
pub struct Words;

impl moderation::Source for Words {
    fn of(&self) -> Of {
        Of::Answer
    }

    fn part<'a>(
        &'a self,
        db: &'a Db,
        code: &'a str,
        which: Which,
        behind: Behind<'a>,
    ) -> BoxFuture<'a, Result<Vec<Item>, DbError>> {
        Box::pin(store::queue(db, code, which, behind))
    }

    fn count<'a>(&'a self, db: &'a Db, code: &'a str, which: Which) -> BoxFuture<'a, Result<i64, DbError>> {
        Box::pin(store::count_queue(db, code, which))
    }

    fn find<'a>(
        &'a self,
        tx: &'a mut Tx,
        code: &'a str,
        id: &'a str,
    ) -> BoxFuture<'a, Result<Option<Item>, DbError>> {
        Box::pin(store::in_queue(tx, code, id))
    }

    fn had<'a>(&'a self, tx: &'a mut Tx, code: &'a str, id: &'a str) -> BoxFuture<'a, Result<bool, DbError>> {
        Box::pin(store::is_known(tx, code, id))
    }

    fn decide<'a>(
        &'a self,
        tx: &'a mut Tx,
        with: &'a Deciding,
        item: Item,
        verdict: &'a Verdict,
    ) -> BoxFuture<'a, Result<(Item, Vec<String>), ModerationError>> {
        Box::pin(decide(tx, with, item, verdict))
    }
}

async fn decide(
    tx: &mut Tx,
    with: &Deciding,
    mut item: Item,
    verdict: &Verdict,
) -> Result<(Item, Vec<String>), ModerationError> {
    let code = &with.session.code;
    if verdict.named().is_some() {
        return Err(ModerationError::NoPlace);
    }
    if verdict.version.is_some_and(|seen| seen != item.version) {
        return Err(ModerationError::Decided);
    }
    if let Some(text) = &verdict.text {
        text.trim().clone_into(&mut item.text);
    }
    if item.text.is_empty() || item.text.chars().count() > LONGEST_WORDS || item.text.contains('\0') {
        return Err(wrong_words());
    }
    let reason = verdict.reason.map(Reason::word);
    if !store::decide(tx, code, &item, verdict.decision, reason, verdict.again).await? {
        return Err(ModerationError::Decided);
    }
    if verdict.decision == Decision::Delete {
        let erased = Erased::Answer(code.clone(), item.id.clone());
        with.gone.write(&erased).await.map_err(PinError::from)?;
        service::forget(tx, code, &item.id).await?;
        return Ok((item, Vec::new()));
    }
    let now = store::in_queue(tx, code, &item.id).await?;
    Ok((now.ok_or(ModerationError::NoItem)?, Vec::new()))
}

/// Words of an answer that are empty or too long.
fn wrong_words() -> ModerationError {
    let detail = tv("teruglegging-wrong-words", &[("longest", LONGEST_WORDS.into())]);
    let fields = vec![FieldError { pointer: "/text".into(), detail }];
    ModerationError::Refused(StatusCode::UNPROCESSABLE_ENTITY, "no-decision", fields)
}
