//! Walks of released wijksessies: the photos that a begeleider approved one by one, each at the square in which its maker counts, or
//! without a place, so that a walk says no more of where somebody was than the map.

use vakken::Vak;

use super::spots::spot;
use crate::input::moderation::Spot;
use crate::input::session::{Plan, Status};
use crate::input::walks::{self, Stop, Walk, WalkError};
use crate::layers::heat::{self, Source};
use crate::platform::App;

/// A walk as professionals see it: approved photos in their order, without line or title.
pub struct ReleasedWalk {
    /// The walk.
    pub walk: Walk,
    /// What its wijksessie is called; nothing where several were released together, for then only all of them are known to be of *k*
    /// people.
    pub moment: Option<String>,
}

/// The walks of a source's released wijksessies, release by release, as far as photos of them were approved.
///
/// # Errors
/// The database's.
pub async fn walks_at_squares(app: &App, source: &Source) -> Result<Vec<ReleasedWalk>, WalkError> {
    let mut all = Vec::new();
    for plans in source.releases() {
        let mut together = Vec::new();
        for plan in plans.iter().filter(|plan| plan.status == Some(Status::Released)) {
            together.extend(of_one(app, source, plan).await?);
        }
        // The order must not tell which are of one wijksessie either.
        together.sort_by(|a, b| a.id.cmp(&b.id));
        let moment = if let [only] = &*plans { Some(&only.title) } else { None };
        all.extend(together.into_iter().map(|walk| ReleasedWalk { walk, moment: moment.cloned() }));
    }
    Ok(all)
}

async fn of_one(app: &App, source: &Source, plan: &Plan) -> Result<Vec<Walk>, WalkError> {
    let walk = |(id, mut stops): (String, Vec<Stop>)| {
        to_squares(source, &plan.code, &mut stops);
        Walk { id, mine: false, title: None, track: Vec::new(), stops }
    };
    Ok(walks::approved_stops(app, &plan.code).await?.into_iter().map(walk).collect())
}

/// The told square in which the maker of a photo counts with it; only a pin counts.
fn counts_in(source: &Source, session: &str, stop: &Stop) -> Option<Vak> {
    let place = stop.place.filter(|_| stop.pin)?;
    heat::square_of(source, session, stop.kind?, stop.theme.as_deref(), place)
}

/// Puts the approved photos of one walk at squares. One that is no pin counts nowhere; where it lies in a square in which its maker counts
/// with another, it stands there too. Of several the largest: not to stand at a smaller one inside it tells nothing.
fn to_squares(source: &Source, session: &str, stops: &mut [Stop]) {
    let own: Vec<Option<Vak>> = stops.iter().map(|stop| counts_in(source, session, stop)).collect();
    for (stop, own_square) in stops.iter_mut().zip(&own) {
        let square = if stop.pin {
            *own_square
        } else {
            let at = stop.place.and_then(|place| source.area.metres(place));
            let around = own.iter().flatten().filter(|square| at.is_some_and(|at| square.holds(at.x, at.y)));
            around.max_by_key(|square| square.side).copied()
        };
        (stop.place, stop.side) = match spot(source, square) {
            Spot::Square(middle, side) => (Some(middle), Some(side)),
            Spot::Whole | Spot::Exact(_) | Spot::Untold => (None, None),
        };
    }
}
