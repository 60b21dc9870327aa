//! Taking in what was said in time, and counting what is still outside.

use uuid::Uuid;

use super::store::{self, Under};
use super::{LateError, Left, MOST_DEVICES, MOST_WAITING, is_in_time};
use crate::input::arrivals::ArrivalError;
use crate::input::pins::{self, LatePin, Pin};
use crate::input::session::{self, Status, Wijksessie};
use crate::place::buurt::TrajectArea;
use crate::platform::texts::tv;
use crate::platform::{App, DbError, Deletions, Erased, Tx};

/// Lays a pin that was said in time before the begeleider. Sent twice, it does its work once.
///
/// # Errors
/// See [`LateError`]: nothing is stored.
pub(super) async fn put(
    app: &App,
    code: &str,
    id: Uuid,
    (pin, participant): (Pin, Uuid),
    stamp: Option<&str>,
) -> Result<Pin, LateError> {
    let session = session::find(app, code).await?;
    let mut late = pins::late_pin(app, &session, id, pin, participant).await?;
    if !stamp.is_some_and(|stamp| app.keys.is_stamp(&session.code, stamp)) {
        return Err(LateError::Over);
    }
    // New people come in at the pace of a room, also afterwards: it was full of them, not of inventions.
    let known = store::is_known(&app.db, &session.code, &late.id, &late.participant).await?;
    if !known && !pins::is_known(app, &session.code, &late.participant).await? {
        app.limits
            .arrival(&session.code)
            .map_err(|wait| pins::PinError::from(ArrivalError::Crowded(wait)))?;
    }
    let area = pins::check_place(app, &session, None, None).await?;
    let (kept, now, code) = (late.pin.clone(), app.chance.clock.now(), session.code.clone());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                // A theme may just have become sensitive.
                let session = session::held(tx, session).await?;
                late.pin.place = pins::kept_place(&session, &area, late.pin.theme.as_deref(), late.pin.place);
                let (status, closed_at) = session::closing_held(tx, &code).await?;
                if is_known(tx, &code, &late).await? {
                    return Ok(());
                }
                let in_time = closed_at.is_some_and(|closed_at| is_in_time(&closed_at, now));
                if status != Status::Closed || !in_time {
                    return Err(LateError::Over);
                }
                // What was taken out as a flood takes the room of nobody else, and has no more room of its own.
                if store::count_beside(tx, &code, &late.participant).await? >= MOST_WAITING {
                    return Err(LateError::Full);
                }
                if store::insert(tx, &code, &late).await? || is_known(tx, &code, &late).await? {
                    return Ok(());
                }
                Err(pins::PinError::Conflict.into())
            })
        })
        .await?;
    Ok(kept)
}

/// Whether the very same is here: it came in before closing after all, it waits, or somebody decided about it.
async fn is_known(tx: &mut Tx, code: &str, late: &LatePin) -> Result<bool, LateError> {
    match store::under(tx, code, &late.id).await? {
        Some(Under::Decided) => Ok(true),
        Some(Under::Waits(hash)) if hash == late.put_hash => Ok(true),
        Some(Under::Waits(_)) => Err(pins::PinError::Conflict.into()),
        None => Ok(pins::is_same(tx, code, late).await?),
    }
}

/// Whether a pin of this id came after closing: it waits, or somebody decided about it.
///
/// # Errors
/// The database's.
pub async fn is_under(tx: &mut Tx, code: &str, id: &str) -> Result<bool, DbError> {
    Ok(store::under(tx, code, id).await?.is_some())
}

/// Whether a pin of this id waits for a decision.
///
/// # Errors
/// The database's.
pub async fn waits(app: &App, code: &str, id: Uuid) -> Result<bool, DbError> {
    store::waits(&app.db, code, &id.to_string()).await
}

/// Keeps how much a device says it still holds.
///
/// # Errors
/// No such wijksessie, or the database's.
pub(super) async fn hold(app: &App, code: &str, device: Uuid, items: u64) -> Result<(), LateError> {
    let code = session::find(app, code).await?.code;
    let device = app.keys.content(&[b"device", code.as_bytes(), device.as_bytes()]);
    let items = i64::try_from(items).unwrap_or(i64::MAX);
    app.db
        .write(move |tx| {
            Box::pin(async move { Ok(store::hold(tx, &code, &device, items, MOST_DEVICES).await?) })
        })
        .await
}

/// The late pins of a wijksessie about which nobody decided; none once it is released.
///
/// # Errors
/// The database's.
pub async fn waiting(app: &App, session: &Wijksessie) -> Result<Vec<LatePin>, LateError> {
    if session.status != Status::Closed {
        return Ok(Vec::new());
    }
    Ok(store::waiting(&app.db, &session.code).await?)
}

/// Takes a late pin out of what waits, for who decides about it in the same transaction; nothing where there is none,
/// somebody else decided first, or it changed since this version of it was seen.
///
/// # Errors
/// Released meanwhile, or the database's.
pub(super) async fn take(
    tx: &mut Tx,
    code: &str,
    id: &str,
    seen: Option<i64>,
) -> Result<Option<LatePin>, LateError> {
    let Some((late, version)) = store::find_locked(tx, code, id).await? else { return Ok(None) };
    if seen.is_some_and(|seen| seen != version) {
        return Ok(None);
    }
    let (status, _) = session::closing_held(tx, code).await?;
    if status != Status::Closed {
        return Err(LateError::Over);
    }
    Ok(store::decide(tx, code, id).await?.then_some(late))
}

/// Puts what waits of these themes of a traject behind the front door, in the transaction in which they become sensitive.
///
/// # Errors
/// The database's.
pub async fn behind_the_door(
    tx: &mut Tx,
    traject: &str,
    area: &TrajectArea,
    themes: &[String],
) -> Result<(), DbError> {
    for (code, id, behind) in pins::to_the_door(area, themes, store::placed(tx, traject).await?) {
        store::place(tx, &code, &id, behind).await?;
    }
    Ok(())
}

/// The late pins of one participant (a keyed hash) about which nobody decided, for who holds their receipt.
///
/// # Errors
/// The database's.
pub async fn of_holder(app: &App, session: &Wijksessie, who: &str) -> Result<Vec<LatePin>, LateError> {
    let waiting = waiting(app, session).await?;
    Ok(waiting.into_iter().filter(|late| late.participant == who).collect())
}

/// Whether this participant (a keyed hash) has a late pin about which nobody decided.
///
/// # Errors
/// The database's.
pub async fn has_any(tx: &mut Tx, code: &str, who: &str) -> Result<bool, DbError> {
    store::has_any(tx, code, who).await
}

/// A pin of this participant (a keyed hash) goes at their wish, whether it came late and waits or is a pin: the photo
/// contents whose files are to go; nothing where there is no such pin. `session` as it is in this transaction.
///
/// # Errors
/// The database's, or `gone.log` cannot be written.
pub async fn withdraw(
    tx: &mut Tx,
    gone: &Deletions,
    session: &Wijksessie,
    id: &str,
    who: &str,
) -> Result<Option<Vec<String>>, LateError> {
    // What waits first: who takes it in at this moment was then before this, and it is a pin that goes.
    if leave(tx, gone, &session.code, id, who).await? {
        return Ok(Some(Vec::new()));
    }
    if !pins::is_of_holder(tx, &session.code, id, who).await? {
        return Ok(None);
    }
    Ok(Some(pins::leave(tx, gone, session, id, None).await?))
}

/// Takes a late pin of this participant back before anybody decided about it; false where there is none.
pub(super) async fn leave(
    tx: &mut Tx,
    gone: &Deletions,
    code: &str,
    id: &str,
    who: &str,
) -> Result<bool, LateError> {
    let Some((late, _)) = store::find_locked(tx, code, id).await? else { return Ok(false) };
    if late.participant != who {
        return Ok(false);
    }
    gone.write(&Erased::Pin(code.to_owned(), id.to_owned())).await.map_err(pins::PinError::from)?;
    Ok(store::decide(tx, code, id).await?)
}

/// Forgets what a late pin said; false where there was nothing.
///
/// # Errors
/// The database's.
pub async fn forget(tx: &mut Tx, code: &str, id: &str) -> Result<bool, LateError> {
    Ok(store::decide(tx, code, id).await?)
}

/// What is still outside a wijksessie.
///
/// # Errors
/// The database's.
pub async fn left(app: &App, code: &str) -> Result<Left, LateError> {
    Ok(store::left(&app.db, code).await?)
}

/// The same in sentences for the begeleider; none where nothing is outside.
///
/// # Errors
/// The database's.
pub async fn told(app: &App, code: &str) -> Result<Vec<String>, LateError> {
    let Left { devices, items, waiting } = left(app, code).await?;
    let held =
        (devices > 0).then(|| tv("late-left", &[("devices", devices.into()), ("items", items.into())]));
    let waits = (waiting > 0).then(|| tv("late-waiting", &[("n", waiting.into())]));
    Ok(held.into_iter().chain(waits).collect())
}

/// Forgets everything of a wijksessie, on its traject's day of deletion.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, code: &str) -> Result<(), LateError> {
    Ok(store::erase(tx, code).await?)
}
