//! Where pins of a sensitive theme are kept: never at a home.
//!
//! Which themes are sensitive is read in the transaction that keeps a place (`session::held`), under a lock that the change
//! of a traject waits for: a pin that comes in while a theme becomes sensitive is kept behind the door, or moved there with the others.

use super::{PinError, store};
use crate::input::session::{self, Wijksessie};
use crate::place::buurt::{self, Place, TrajectArea};
use crate::platform::{App, DbError, Tx};

/// Where a pin is kept: of a sensitive theme on the street or the grid, of any other where it was put. `session` as
/// [`session::held`] gives it.
pub fn kept_place(
    session: &Wijksessie,
    area: &TrajectArea,
    theme: Option<&str>,
    place: Option<Place>,
) -> Option<Place> {
    let sensitive = theme.is_some_and(|theme| session.sensitive.iter().any(|one| one == theme));
    if sensitive { place.map(|place| area.front_door(place)) } else { place }
}

/// Puts the pins of these themes of a traject behind the front door, but those that were released: layers rest on them.
///
/// # Errors
/// The database's.
pub async fn behind_the_door(
    tx: &mut Tx,
    traject: &str,
    area: &TrajectArea,
    themes: &[String],
) -> Result<(), DbError> {
    for (code, id, behind) in to_the_door(area, themes, store::placed(tx, traject).await?) {
        store::place(tx, &code, &id, behind).await?;
    }
    Ok(())
}

/// Something with a theme and a place: its wijksessie, id, theme, place.
pub type Placed = (String, String, String, Place);

/// Those of these themes that do not stand behind the front door yet: wijksessie, id, and where they go.
pub fn to_the_door(
    area: &TrajectArea,
    themes: &[String],
    all: Vec<Placed>,
) -> impl Iterator<Item = (String, String, Place)> {
    all.into_iter().filter_map(move |(code, id, theme, place)| {
        let behind = area.front_door(place);
        (themes.contains(&theme) && behind != place).then_some((code, id, behind))
    })
}

/// Puts behind the front door what an earlier version of the program left at homes: it made a theme sensitive first and
/// moved the pins afterwards, so a crash between the two kept them there. Of how many trajecten.
///
/// # Errors
/// The database's, or an area that cannot be measured.
pub async fn repair(app: &App) -> Result<usize, PinError> {
    let trajects = session::not_behind_the_door(app).await?;
    for traject in &trajects {
        let area = buurt::area(app, &traject.buurten).await?;
        let id = traject.id.clone();
        app.db
            .write(move |tx| {
                Box::pin(async move {
                    let sensitive = session::put_behind_the_door(tx, &id).await?;
                    Ok::<_, PinError>(behind_the_door(tx, &id, &area, &sensitive).await?)
                })
            })
            .await?;
    }
    Ok(trajects.len())
}
