//! The walks of a wijksessie as they are: for whoever made them, and for the begeleider.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::kept::track_of;
use super::store::{self, WalkRow};
use super::{Stop, Walk, WalkError};
use crate::input::session;
use crate::platform::{App, DbError, Tx};

/// This participant's own walks. What others sent is for nobody in the room to see one by one: whoever looks while people stand up would
/// know whose it is. What of it is a pin comes to others in groups, with the pins.
///
/// # Errors
/// No such wijksessie, or the database's.
pub(super) async fn list(app: &App, code: &str, participant: Option<Uuid>) -> Result<Vec<Walk>, WalkError> {
    let session = session::find(app, code).await?;
    let Some(id) = participant else { return Ok(Vec::new()) };
    of_holder(app, &session.code, &app.keys.participant(&session.code, id)).await
}

/// The photos of a wijksessie's walks that a begeleider approved, by the id of their walk.
///
/// # Errors
/// The database's.
pub async fn approved_stops(app: &App, code: &str) -> Result<BTreeMap<String, Vec<Stop>>, WalkError> {
    Ok(by_walk(store::approved_stops(&app.db, code).await?))
}

/// Photos by their walk, in the order of random ids.
fn by_walk(all: Vec<(String, Stop)>) -> BTreeMap<String, Vec<Stop>> {
    let mut by_walk: BTreeMap<String, Vec<Stop>> = BTreeMap::new();
    for (walk, stop) in all {
        by_walk.entry(walk).or_default().push(stop);
    }
    by_walk
}

fn whole(kept: WalkRow, stops: Vec<Stop>, mine: bool) -> Result<Walk, WalkError> {
    let track = track_of(kept.track.as_ref())?;
    Ok(Walk { id: kept.id, mine, title: Some(kept.title), track, stops })
}

/// Every walk of a wijksessie as it is, for the begeleider who looks at it; looking is the caller's to write down.
///
/// # Errors
/// The database's.
pub async fn of_session(app: &App, code: &str) -> Result<Vec<Walk>, WalkError> {
    let mut stops = by_walk(store::stops(&app.db, code).await?);
    let all = store::all(&app.db, code).await?.into_iter();
    all.map(|kept| {
        let stops = stops.remove(&kept.id).unwrap_or_default();
        whole(kept, stops, false)
    })
    .collect()
}

/// The walks of one participant (a keyed hash).
///
/// # Errors
/// The database's.
pub async fn of_holder(app: &App, code: &str, who: &str) -> Result<Vec<Walk>, WalkError> {
    let own = store::of_holder(&app.db, code, who).await?;
    let mut stops = by_walk(store::stops_of_holder(&app.db, code, who).await?);
    own.into_iter()
        .map(|kept| {
            let stops = stops.remove(&kept.id).unwrap_or_default();
            whole(kept, stops, true)
        })
        .collect()
}

/// Whether this participant (a keyed hash) has a walk that was not taken back.
///
/// # Errors
/// The database's.
pub async fn has_any(tx: &mut Tx, code: &str, who: &str) -> Result<bool, DbError> {
    store::has_any(tx, code, who).await
}
