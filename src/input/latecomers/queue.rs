//! What came after closing, before the begeleider: taken in, or not.

use futures::future::BoxFuture;

use super::{LateError, service, store};
use crate::input::moderation::{self, Behind, Deciding, Decision, Item, ModerationError, Of, Verdict, Which};
use crate::input::pins::{self, PinError};
use crate::platform::{Db, DbError, Erased, Problem, Tx};

/// Late pins, in the queue.
pub struct LatePins;

impl moderation::Source for LatePins {
    fn of(&self) -> Of {
        Of::Late
    }

    fn part<'a>(
        &'a self,
        db: &'a Db,
        code: &'a str,
        which: Which,
        behind: Behind<'a>,
    ) -> BoxFuture<'a, Result<Vec<Item>, DbError>> {
        Box::pin(async move {
            match which {
                Which::Waiting => store::queue(db, code, behind).await,
                // What was decided about is a pin, or gone.
                Which::Decided => Ok(Vec::new()),
            }
        })
    }

    fn count<'a>(&'a self, db: &'a Db, code: &'a str, which: Which) -> BoxFuture<'a, Result<i64, DbError>> {
        Box::pin(async move {
            match which {
                Which::Waiting => store::count_queue(db, code).await,
                Which::Decided => Ok(0),
            }
        })
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
        Box::pin(service::is_under(tx, code, id))
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

/// Decides about one: approved or hidden it is a pin from then on.
async fn decide(
    tx: &mut Tx,
    with: &Deciding,
    item: Item,
    verdict: &Verdict,
) -> Result<(Item, Vec<String>), ModerationError> {
    let code = &with.session.code;
    let late = service::take(tx, code, &item.id, verdict.version).await.map_err(told)?;
    let late = late.ok_or(ModerationError::Decided)?;
    if verdict.decision == Decision::Delete {
        let erased = Erased::Pin(code.clone(), item.id.clone());
        with.gone.write(&erased).await.map_err(PinError::from)?;
        return Ok((item, Vec::new()));
    }
    pins::take_in(tx, code, late).await?;
    // The pin is new: which version was seen was asked of what waited.
    let verdict = Verdict { version: None, ..verdict.clone() };
    moderation::decide_pin(tx, with, &item.id, &verdict).await
}

/// The same, as the queue tells it.
fn told(error: LateError) -> ModerationError {
    match error {
        LateError::Fault(error) => error.into(),
        LateError::Session(error) => error.into(),
        LateError::Pin(error) => error.into(),
        other => {
            let problem = Problem::from(other);
            ModerationError::Refused(problem.status, problem.slug(), problem.field_errors().to_vec())
        }
    }
}
