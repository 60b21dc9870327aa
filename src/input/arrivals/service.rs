//! Letting new people in at the pace of a room, and keeping apart whom a begeleider takes out.

use super::store;
use super::{ArrivalError, Aside, Flood, floods};
use crate::platform::{App, DbError, Tx};

/// Somebody who puts something, at this minute.
#[derive(Debug, Clone, Copy)]
pub struct Arrival {
    minute: i64,
}

/// Lets somebody (a keyed hash) put something in a wijksessie: whoever was there before at once, new people at the pace of a room.
/// To be asked when everything else about what they put is right.
///
/// # Errors
/// [`ArrivalError::Crowded`] where too many new people come: nothing is stored.
pub async fn admit(app: &App, code: &str, who: &str) -> Result<Arrival, ArrivalError> {
    if !store::is_known(&app.db, code, who).await? {
        app.limits.arrival(code).map_err(ArrivalError::Crowded)?;
    }
    Ok(Arrival { minute: app.chance.clock.now().as_second().div_euclid(60) })
}

/// Keeps when somebody first put something, in the transaction of that; not of who came before a begeleider reads it in. Whether they were set aside: then so is what they put.
///
/// # Errors
/// The database's.
pub async fn settle(tx: &mut Tx, code: &str, who: &str, arrival: Option<Arrival>) -> Result<bool, DbError> {
    if let Some(arrival) = arrival {
        store::insert(tx, code, who, arrival.minute).await?;
    }
    store::is_aside(tx, code, who).await
}

/// Whether somebody was set aside.
///
/// # Errors
/// The database's.
pub async fn is_aside(tx: &mut Tx, code: &str, who: &str) -> Result<bool, DbError> {
    store::is_aside(tx, code, who).await
}

/// The floods of a wijksessie that were not taken out; none once it is closed.
///
/// # Errors
/// The database's.
pub async fn floods_of(app: &App, code: &str) -> Result<Vec<Flood>, DbError> {
    Ok(floods(&store::minutes(&app.db, code).await?))
}

/// Forgets when people came: the wijksessie closes.
///
/// # Errors
/// The database's.
pub async fn forget(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    store::forget(tx, code).await
}

/// Forgets everything about who came to a wijksessie, on its traject's day of deletion.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    store::erase(tx, code).await
}

/// Who was set aside in a wijksessie, the last first.
///
/// # Errors
/// The database's.
pub async fn aside_of(app: &App, code: &str) -> Result<Vec<Aside>, DbError> {
    store::aside_of(&app.db, code).await
}

/// Sets aside, as `id`, who came in these minutes and was not set aside before; how many people. The rooms set aside what they put.
///
/// # Errors
/// The database's.
pub async fn set_aside(tx: &mut Tx, code: &str, flood: Flood, id: &str, now: &str) -> Result<u64, DbError> {
    store::set_aside(tx, code, flood, id, now).await
}

/// Forgets that those of `id` were set aside: the rooms have put back what they put. False where there is none such.
///
/// # Errors
/// The database's.
pub async fn put_back(tx: &mut Tx, code: &str, id: &str) -> Result<bool, DbError> {
    store::put_back(tx, code, id).await
}
