//! What somebody may see of the walks of a wijksessie.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::service::track_of;
use super::store::{self, Kept};
use super::{Stop, Walk, WalkError};
use crate::buurt;
use crate::pins::Place;
use crate::platform::App;
use crate::session::{self, Status};

/// The walks of a wijksessie that this participant may see: one's own as they are; of others, while it is open, only the
/// photos that were approved, on a 25 m grid, without line or title.
///
/// # Errors
/// No such wijksessie, or the database's.
pub(super) async fn list(app: &App, code: &str, participant: Option<Uuid>) -> Result<Vec<Walk>, WalkError> {
    let session = session::find(app, code).await?;
    let me = participant.map(|id| app.keys.participant(&session.code, id));
    let mut walks = Vec::new();
    if let Some(me) = &me {
        walks = of_holder(app, &session.code, me).await?;
    }
    if session.status == Status::Open {
        let area = buurt::area(app, &session.buurten).await?;
        let others = store::approved_stops(&app.db, &session.code, &me.unwrap_or_default()).await?;
        walks.extend(for_others(others, |place| area.on_grid(place)));
    }
    Ok(walks)
}

fn by_walk(all: Vec<(String, Stop)>) -> BTreeMap<String, Vec<Stop>> {
    let mut by_walk: BTreeMap<String, Vec<Stop>> = BTreeMap::new();
    for (walk, stop) in all {
        by_walk.entry(walk).or_default().push(stop);
    }
    by_walk
}

fn whole(kept: Kept, stops: Vec<Stop>, mine: bool) -> Walk {
    Walk { id: kept.id, mine, title: Some(kept.title), track: track_of(kept.track.as_ref()), stops }
}

/// What others see of walks: the photos that were approved, without line or title.
fn for_others(approved: Vec<(String, Stop)>, shown: impl Fn(Place) -> Place) -> Vec<Walk> {
    let one = |(id, mut stops): (String, Vec<Stop>)| {
        for stop in &mut stops {
            stop.place = stop.place.map(&shown);
        }
        Walk { id, mine: false, title: None, track: Vec::new(), stops }
    };
    by_walk(approved).into_iter().map(one).collect()
}

/// Every walk of a wijksessie as it is, for the begeleider who looks at it; looking is the caller's to write down.
///
/// # Errors
/// The database's.
pub async fn of_session(app: &App, code: &str) -> Result<Vec<Walk>, WalkError> {
    let mut stops = by_walk(store::stops(&app.db, code).await?);
    let all = store::all(&app.db, code).await?.into_iter();
    Ok(all
        .map(|kept| {
            let stops = stops.remove(&kept.id).unwrap_or_default();
            whole(kept, stops, false)
        })
        .collect())
}

/// What was approved of the walks of a wijksessie: for the room, and for professionals once it is released.
///
/// # Errors
/// The database's.
pub async fn approved_in(app: &App, code: &str) -> Result<Vec<Walk>, WalkError> {
    Ok(for_others(store::approved_stops(&app.db, code, "").await?, |place| place))
}

/// The walks of one participant (a keyed hash).
///
/// # Errors
/// The database's.
pub async fn of_holder(app: &App, code: &str, who: &str) -> Result<Vec<Walk>, WalkError> {
    let own = store::of_holder(&app.db, code, who).await?;
    let mut stops = by_walk(store::stops_of_holder(&app.db, code, who).await?);
    Ok(own
        .into_iter()
        .map(|kept| {
            let stops = stops.remove(&kept.id).unwrap_or_default();
            whole(kept, stops, true)
        })
        .collect())
}
