//! What somebody may see of the walks of a wijksessie.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::service::track_of;
use super::store::{self, Kept};
use super::{Stop, StopState, Walk, WalkError};
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
    let area = buurt::area(app, &session.buurten).await?;
    let mut stops = stops(app, &session.code).await?;
    let (mut mine, mut others) = (Vec::new(), Vec::new());
    for kept in store::all(&app.db, &session.code).await? {
        let stops = stops.remove(&kept.id).unwrap_or_default();
        if me.as_ref() == Some(&kept.participant) {
            mine.push(whole(kept, stops, true));
        } else if session.status == Status::Open {
            others.extend(for_others(kept.id, stops, |place| area.on_grid(place)));
        }
    }
    mine.append(&mut others);
    Ok(mine)
}

async fn stops(app: &App, code: &str) -> Result<HashMap<String, Vec<Stop>>, WalkError> {
    let mut by_walk: HashMap<String, Vec<Stop>> = HashMap::new();
    for (walk, stop) in store::stops(&app.db, code).await? {
        by_walk.entry(walk).or_default().push(stop);
    }
    Ok(by_walk)
}

fn whole(kept: Kept, stops: Vec<Stop>, mine: bool) -> Walk {
    Walk { id: kept.id, mine, title: Some(kept.title), track: track_of(kept.track.as_ref()), stops }
}

/// What others see of a walk; nothing before something of it was approved.
fn for_others(id: String, stops: Vec<Stop>, shown: impl Fn(Place) -> Place) -> Option<Walk> {
    let mut stops: Vec<Stop> = stops.into_iter().filter(|stop| stop.state == StopState::Approved).collect();
    for stop in &mut stops {
        stop.place = stop.place.map(&shown);
    }
    (!stops.is_empty()).then_some(Walk { id, mine: false, title: None, track: Vec::new(), stops })
}

/// Every walk of a wijksessie as it is, for the begeleider who looks at it; looking is the caller's to write down.
///
/// # Errors
/// The database's.
pub async fn of_session(app: &App, code: &str) -> Result<Vec<Walk>, WalkError> {
    let mut stops = stops(app, code).await?;
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
    let mut stops = stops(app, code).await?;
    let all = store::all(&app.db, code).await?.into_iter();
    Ok(all
        .filter_map(|kept| {
            for_others(kept.id.clone(), stops.remove(&kept.id).unwrap_or_default(), |place| place)
        })
        .collect())
}

/// The walks of one participant (a keyed hash).
///
/// # Errors
/// The database's.
pub async fn of_holder(app: &App, code: &str, who: &str) -> Result<Vec<Walk>, WalkError> {
    let own = store::of_holder(&app.db, code, who).await?;
    let ids: HashSet<String> = own.iter().map(|kept| kept.id.clone()).collect();
    let mut stops = stops(app, code).await?;
    stops.retain(|walk, _| ids.contains(walk));
    Ok(own
        .into_iter()
        .map(|kept| {
            let stops = stops.remove(&kept.id).unwrap_or_default();
            whole(kept, stops, true)
        })
        .collect())
}
