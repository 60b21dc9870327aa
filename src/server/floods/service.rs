//! Looking at a flood, taking it out, putting it back: each written in the audit trail.

use crate::input::arrivals::{self, Aside, Flood};
use crate::input::pins::{self, Flooded};
use crate::input::session::{self, Status, Wijksessie};
use crate::people::accounts::{self, Staff};
use crate::platform::App;
use crate::{answer::teruglegging, input::walks};

use super::FloodError;

/// Pins of a flood that are shown: enough to see what it is.
const SHOWN: u32 = 50;

/// A flood that is looked at.
pub(super) struct Look {
    /// Which.
    pub flood: Flood,
    /// Some of its pins.
    pub pins: Vec<Flooded>,
    /// How many there are.
    pub count: u32,
}

/// What the page shows.
pub(super) struct Shown {
    /// The floods that are in the wijksessie.
    pub floods: Vec<Flood>,
    /// The one that is looked at.
    pub look: Option<Look>,
    /// What was taken out, each with how many pins.
    pub aside: Vec<(Aside, u32)>,
}

/// The floods of a wijksessie; with `from`, the pins of the one that begins there, and a line in the audit trail.
///
/// # Errors
/// The database's.
pub(super) async fn shown(
    app: &App,
    staff: &Staff,
    session: &Wijksessie,
    from: Option<i64>,
) -> Result<Shown, FloodError> {
    let floods = arrivals::floods_of(app, &session.code).await?;
    let look = match floods.iter().find(|flood| Some(flood.from) == from) {
        None => None,
        Some(flood) => {
            accounts::looked::<FloodError>(app, &staff.id, &session.code).await?;
            let (pins, count) = pins::of_flood(app, &session.code, *flood, SHOWN).await?;
            Some(Look { flood: *flood, pins, count })
        }
    };
    let mut aside = Vec::new();
    for one in arrivals::aside_of(app, &session.code).await? {
        let pins = pins::count_aside(app, &session.code, &one.id).await?;
        aside.push((one, pins));
    }
    Ok(Shown { floods, look, aside })
}

/// Takes out everything of the people of a flood, as it was looked at: who came in the minutes from `from` to `until`.
///
/// # Errors
/// [`FloodError::None`] where there is no flood there (any more).
pub(super) async fn take_out(
    app: &App,
    staff: &Staff,
    session: Wijksessie,
    from: i64,
    until: i64,
) -> Result<(), FloodError> {
    let floods = arrivals::floods_of(app, &session.code).await?;
    // It may have gone on since: what nobody looked at stays.
    let flood = floods.into_iter().find(|flood| flood.from == from).ok_or(FloodError::None)?;
    let flood = Flood { until: flood.until.min(until), ..flood };
    let (id, now) = (app.chance.ids.uuid()?.to_string(), app.chance.now_text());
    let entry = accounts::Entry::new(app, Some(&staff.id), "flood-out", &format!("{} {id}", session.code))?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let code = session.code.as_str();
                // Nobody puts anything meanwhile that would be missed.
                if session::lock(tx, code).await? != Status::Open {
                    return Err(FloodError::None);
                }
                if arrivals::set_aside(tx, code, flood, &id, &now).await? == 0 {
                    return Err(FloodError::None);
                }
                pins::set_aside(tx, code, &id).await?;
                walks::set_aside(tx, code, &id).await?;
                teruglegging::set_aside(tx, code, &id).await?;
                accounts::record(tx, &entry).await?;
                Ok(())
            })
        })
        .await?;
    pins::forget_pictures(app);
    Ok(())
}

/// Puts back everything of the people of a flood that was taken out, until the release.
///
/// # Errors
/// Released meanwhile, or put back before.
pub(super) async fn put_back(
    app: &App,
    staff: &Staff,
    session: Wijksessie,
    id: String,
) -> Result<(), FloodError> {
    let entry = accounts::Entry::new(app, Some(&staff.id), "flood-back", &format!("{} {id}", session.code))?;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let code = session.code.as_str();
                if session::lock(tx, code).await? == Status::Released {
                    return Err(FloodError::Released);
                }
                pins::put_back(tx, code, &id).await?;
                walks::put_back(tx, code, &id).await?;
                teruglegging::put_back(tx, code, &id).await?;
                if !arrivals::put_back(tx, code, &id).await? {
                    return Err(FloodError::None);
                }
                accounts::record(tx, &entry).await?;
                Ok(())
            })
        })
        .await?;
    pins::forget_pictures(app);
    Ok(())
}
