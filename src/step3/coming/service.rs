//! Writing down what is coming.

use super::{Coming, ComingError, Draft, store};
use crate::input::pins::OUTSIDE_M;
use crate::input::session;
use crate::people::accounts::{self, Staff};
use crate::place::buurt;
use crate::platform::{App, DbError, Tx};

/// What is coming in a traject, soonest first: for the map and for the pages about themes.
///
/// # Errors
/// The database's.
pub async fn of_traject(app: &App, traject: &str) -> Result<Vec<Coming>, DbError> {
    store::all(&app.db, traject).await
}

pub(super) async fn find(app: &App, traject: &str, id: &str) -> Result<Coming, ComingError> {
    store::find(&app.db, traject, id).await?.ok_or(ComingError::None)
}

/// As it is kept: with a place in or near the area, and who said so when.
async fn checked(app: &App, staff: &Staff, traject: &str, draft: &Draft) -> Result<Coming, ComingError> {
    let mut one = draft.checked().map_err(ComingError::Wrong)?;
    let found = session::find_traject(app, traject).await?;
    let area = buurt::area(app, &found.buurten).await?;
    if area.metres_outside(one.place.lon, one.place.lat) > OUTSIDE_M {
        return Err(ComingError::Wrong(vec![("plek", "coming-wrong-outside")]));
    }
    one.changed_at = app.chance.now_text();
    one.changed_by.clone_from(&staff.id);
    Ok(one)
}

pub(super) async fn add(app: &App, staff: &Staff, traject: &str, draft: &Draft) -> Result<(), ComingError> {
    let mut one = checked(app, staff, traject, draft).await?;
    one.id = app.chance.ids.uuid()?.to_string();
    let entry = accounts::Entry::new(app, Some(&staff.id), "coming-add", &format!("{traject} {}", one.id))?;
    let traject = traject.to_owned();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::insert(tx, &traject, &one).await?;
                Ok(accounts::record(tx, &entry).await?)
            })
        })
        .await
}

/// Changes what is still as somebody saw it.
pub(super) async fn change(
    app: &App,
    staff: &Staff,
    traject: &str,
    (id, version): (&str, i64),
    draft: &Draft,
) -> Result<(), ComingError> {
    let mut one = checked(app, staff, traject, draft).await?;
    id.clone_into(&mut one.id);
    one.version = version;
    find(app, traject, id).await?;
    let entry = accounts::Entry::new(app, Some(&staff.id), "coming-change", &format!("{traject} {id}"))?;
    let traject = traject.to_owned();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                if !store::update(tx, &traject, &one).await? {
                    return Err(ComingError::Changed);
                }
                Ok(accounts::record(tx, &entry).await?)
            })
        })
        .await
}

pub(super) async fn remove(
    app: &App,
    staff: &Staff,
    traject: &str,
    (id, version): (&str, i64),
) -> Result<(), ComingError> {
    find(app, traject, id).await?;
    let entry = accounts::Entry::new(app, Some(&staff.id), "coming-remove", &format!("{traject} {id}"))?;
    let (traject, id) = (traject.to_owned(), id.to_owned());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                if !store::remove(tx, &traject, &id, version).await? {
                    return Err(ComingError::Changed);
                }
                Ok(accounts::record(tx, &entry).await?)
            })
        })
        .await
}

/// Forgets what was written down, on the day of a traject.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    store::erase(tx, traject).await
}
