//! Changing and taking back what one said oneself, while it waits for the begeleider.

use serde_json::Value;
use uuid::Uuid;

use super::LateError;
use super::service::leave;
use super::store::{self, Under};
use crate::input::pins::{self, Pin, PinError};
use crate::input::session::{self, Status, Wijksessie};
use crate::platform::{App, Tx};

/// Changes a pin that waits, of whom this is the key: a merge patch on its Feature. Nothing where none of this id waits.
///
/// # Errors
/// Somebody else's, a rule that is broken, or released meanwhile: nothing is changed.
pub async fn change(
    app: &App,
    session: Wijksessie,
    id: Uuid,
    patch: Value,
    owner: String,
) -> Result<Option<Pin>, LateError> {
    let (area, id) = (pins::check_place(app, &session, None, None).await?, id.to_string());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let session = session::held(tx, session).await?;
                let Some((late, _)) = store::find_locked(tx, &session.code, &id).await? else {
                    return Ok(None);
                };
                if late.participant != owner {
                    return Err(PinError::NotOwn.into());
                }
                if session.status != Status::Closed {
                    return Err(LateError::Over);
                }
                let pin = pins::changed(&session, &area, &late.pin, &patch)?;
                // What says the same may be decided about as it was seen.
                if pin != late.pin {
                    store::change(tx, &session.code, &id, &pin).await?;
                }
                Ok(Some(pin))
            })
        })
        .await
}

/// As [`change`], by the participant.
///
/// # Errors
/// As [`change`], and where nothing of theirs waits.
pub(super) async fn change_own(
    app: &App,
    code: &str,
    id: Uuid,
    patch: Value,
    participant: Uuid,
) -> Result<Pin, LateError> {
    let session = session::find(app, code).await?;
    let (owner, code) = (app.keys.participant(&session.code, participant), session.code.clone());
    if let Some(pin) = change(app, session, id, patch, owner.clone()).await? {
        return Ok(pin);
    }
    let id = id.to_string();
    app.db.write(move |tx| Box::pin(async move { Err(why_not(tx, &code, &id, &owner).await?) })).await
}

/// Takes back what waits, by the participant, in whatever state its wijksessie is. What went before: fine.
///
/// # Errors
/// Nothing of theirs waits under this id.
pub(super) async fn take_back(app: &App, code: &str, id: Uuid, participant: Uuid) -> Result<(), LateError> {
    let session = session::find(app, code).await?;
    let owner = app.keys.participant(&session.code, participant);
    let (id, gone) = (id.to_string(), app.gone.clone());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let session = session::held(tx, session).await?;
                if leave(tx, &gone, &session.code, &id, &owner).await? {
                    return Ok(());
                }
                match why_not(tx, &session.code, &id, &owner).await? {
                    LateError::Pin(PinError::Gone) => Ok(()),
                    error => Err(error),
                }
            })
        })
        .await
}

/// Why nothing of this participant waits under this id: it is a pin, it is somebody else's, it went, or it never was.
async fn why_not(tx: &mut Tx, code: &str, id: &str, owner: &str) -> Result<LateError, LateError> {
    if pins::is_of_holder(tx, code, id, owner).await? {
        return Ok(LateError::Over);
    }
    let under = store::under(tx, code, id).await?;
    if matches!(under, Some(Under::Waits(_))) || pins::is_there(tx, code, id).await? {
        return Ok(PinError::NotOwn.into());
    }
    Ok(if under.is_some() { PinError::Gone.into() } else { PinError::NoPin.into() })
}
