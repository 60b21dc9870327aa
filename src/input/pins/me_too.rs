//! "Dat zie ik ook": somebody counts with an approved pin of somebody else.

use uuid::Uuid;

use super::service::arrived;
use super::store::{self, Under};
use super::{PinError, aside, picture};
use crate::input::arrivals;
use crate::input::session::{self, Status};
use crate::platform::App;

/// Somebody sees an approved pin of somebody else too (`sees`), or no more. It is named by the handle that stood beside its
/// words: the id of a pin says nothing to anybody but its owner.
///
/// # Errors
/// Closed, no such pin, not approved any more, or their own.
pub(super) async fn me_too(
    app: &App,
    code: &str,
    handle: Uuid,
    participant: Uuid,
    sees: bool,
) -> Result<(), PinError> {
    let session = session::find(app, code).await?;
    let who = app.keys.participant(&session.code, participant);
    let handle = handle.to_string();
    let named = match session.status {
        Status::Open => picture::shown(app, &session).await?.of_handle(&handle).map(str::to_owned),
        Status::Closed | Status::Released => None,
    };
    let arrival = if sees { arrived(app, &session, &who).await? } else { None };
    app.db
        .write(move |tx| {
            Box::pin(async move {
                session::check_open(tx, &session.code).await?;
                let Some(id) = named else {
                    let own = store::is_of_holder(tx, &session.code, &handle, &who).await?;
                    return Err(if own { PinError::Own } else { PinError::NoPin });
                };
                match store::find_held(tx, &session.code, &id).await? {
                    Some(Under::Pin(kept)) if kept.participant == who => Err(PinError::Own),
                    Some(Under::Pin(kept)) if !kept.approved => Err(PinError::NotApproved),
                    Some(Under::Pin(_)) if sees => {
                        store::see_too(tx, &session.code, &id, &who).await?;
                        let Some(arrival) = arrival else { return Ok(()) };
                        if arrivals::settle(tx, &session.code, &who, Some(arrival)).await? {
                            aside::set_seen_aside(tx, &session.code, &id, &who).await?;
                        }
                        Ok(())
                    }
                    Some(Under::Pin(_)) => Ok(store::see_no_more(tx, &session.code, &id, &who).await?),
                    Some(Under::Removed) => Err(PinError::Gone),
                    None => Err(PinError::NoPin),
                }
            })
        })
        .await
}

/// Several people see approved pins of a wijksessie too, at once: for the demonstration.
///
/// # Errors
/// Closed, or a pin that is not there or not approved.
pub async fn seen_by_others(app: &App, code: &str, sees: Vec<(Uuid, Uuid)>) -> Result<(), PinError> {
    let sees: Vec<(String, String)> =
        sees.into_iter().map(|(id, who)| (id.to_string(), app.keys.participant(code, who))).collect();
    let code = code.to_owned();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                session::check_open(tx, &code).await?;
                for (id, who) in sees {
                    match store::find_held(tx, &code, &id).await? {
                        Some(Under::Pin(kept)) if kept.approved => {
                            store::see_too(tx, &code, &id, &who).await?;
                        }
                        _ => return Err(PinError::NotApproved),
                    }
                }
                Ok(())
            })
        })
        .await
}
