//! The one thing that is ever derived from released pins: a table of squares, each with how many people said something in it, at
//! least. Nothing else of the layers reads pins; `docs/privacy.md` has the proof about the table, and so about all that is
//! drawn from it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use vakken::{CutBy, Side, Table};

use super::error::LayerError;
use super::model::MIN_K;
use super::store;
use crate::input::pins::{self, Released};
use crate::input::session::{self, Kind, Moment, Traject};
use crate::people::accounts;
use crate::place::buurt::{self, TrajectArea};
use crate::platform::keys::Keys;
use crate::platform::{App, Tx};

/// What was made of the pins of one release. Once made it is never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// The squares.
    pub table: Table,
    /// Whether at least *k* people of it walked with a camera.
    pub walked: bool,
    /// The codes of its wijksessies: these go on the day of deletion, where the table may stay.
    pub codes: Vec<String>,
}

/// Makes tables of pins: everything that this needs, so that it can be done within a transaction.
#[derive(Clone)]
pub struct Maker {
    traject: String,
    k: u32,
    area: Arc<TrajectArea>,
    keys: Keys,
}

/// The number of a kind in a table.
pub(super) fn class_of(kind: Kind) -> u8 {
    position(Kind::ALL, &kind)
}

/// The number of a time of day in a table.
pub(super) fn class_of_moment(moment: Moment) -> u8 {
    position(Moment::ALL, &moment)
}

fn position<T: PartialEq>(all: &[T], one: &T) -> u8 {
    all.iter().position(|known| known == one).and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
}

/// Which side a kind is on.
pub(super) fn side_of(kind: Kind) -> Side {
    if kind.is_strength() { Side::Sterk } else { Side::Beter }
}

impl Maker {
    /// For releases of a traject.
    ///
    /// # Errors
    /// No such traject, or an area that cannot be read.
    pub async fn of(app: &App, traject: &str) -> Result<Self, LayerError> {
        let traject = session::find_traject(app, traject).await?;
        let area = buurt::area(app, &traject.buurten).await?;
        Ok(Self::with(app, &traject, area))
    }

    pub(super) fn with(app: &App, traject: &Traject, area: Arc<TrajectArea>) -> Self {
        Self { traject: traject.id.clone(), k: traject.k.max(MIN_K), area, keys: app.keys.clone() }
    }

    /// The table of these pins, which are those of these wijksessies.
    ///
    /// # Errors
    /// A place that is no number of metres.
    pub fn make(&self, codes: Vec<String>, released: &[Released], by: CutBy) -> Result<Made, LayerError> {
        let people: BTreeSet<&str> = released.iter().map(|pin| pin.participant.as_str()).collect();
        let numbers: BTreeMap<&str, u32> = people.into_iter().zip(0..).collect();
        let names: Vec<&str> = numbers.keys().copied().collect();
        let pins: Vec<vakken::Pin> = released
            .iter()
            .map(|Released { participant, pin, .. }| vakken::Pin {
                at: pin.place.and_then(|place| self.area.metres(place)).map(|at| (at.x, at.y)),
                person: numbers.get(participant.as_str()).copied().unwrap_or(u32::MAX),
                side: side_of(pin.kind),
                theme: pin.theme.as_deref(),
                kind: class_of(pin.kind),
                moment: pin.moment.map(class_of_moment),
            })
            .collect();
        // Which of several classes somebody counts in: a lot that nobody without the key can foresee.
        let lot = |person: u32, class: u8| {
            let name = usize::try_from(person).ok().and_then(|at| names.get(at)).copied().unwrap_or_default();
            let drawn = self.keys.content(&[b"lot", name.as_bytes(), &[class]]);
            u64::from_str_radix(drawn.get(..16).unwrap_or_default(), 16).unwrap_or(u64::MAX)
        };
        let table = Table::of(&pins, self.k, by, lot).map_err(|_| super::HeatError::Coordinate)?;
        let walkers: BTreeSet<&str> =
            released.iter().filter(|pin| pin.walked).map(|pin| pin.participant.as_str()).collect();
        Ok(Made { table, walked: walkers.len() >= usize::try_from(self.k).unwrap_or(usize::MAX), codes })
    }

    /// Makes the table of a release and keeps it, in the release's own transaction.
    ///
    /// # Errors
    /// The database's.
    pub async fn keep(
        &self,
        tx: &mut Tx,
        release: &str,
        codes: &[String],
        by: CutBy,
    ) -> Result<(), LayerError> {
        let made = self.make(codes.to_vec(), &pins::released_in(tx, codes).await?, by)?;
        let content = serde_json::to_string(&made).map_err(|error| LayerError::Kept(error.to_string()))?;
        store::keep(tx, release, &self.traject, &content).await?;
        Ok(())
    }
}

/// Makes the tables of releases from before there were tables, and forgets the exact layers that were kept of erased
/// trajecten, each with a line in the audit trail. Where there is nothing to do it costs a look.
///
/// # Errors
/// The database's, or an area that cannot be read.
pub async fn bring_up_to_date(app: &App) -> Result<(), LayerError> {
    let (releases, told) = (session::with_input(app).await?, store::all_told(&app.db).await?);
    for (release, traject) in releases.into_iter().filter(|(release, _)| !told.contains(release)) {
        let maker = Maker::of(app, &traject).await?;
        let codes = session::codes_of_release(app, &release).await?;
        let entry = accounts::Entry::new(app, None, "layers-table", &codes.join(" "))
            .map_err(session::SessionError::from)?;
        app.db
            .write(move |tx| {
                Box::pin(async move {
                    maker.keep(tx, &release, &codes, CutBy::Theme).await?;
                    accounts::record(tx, &entry).await?;
                    Ok::<_, LayerError>(())
                })
            })
            .await?;
    }
    for traject in store::kept_exactly(&app.db).await? {
        let entry = accounts::Entry::new(app, None, "layers-forgotten", &traject)
            .map_err(session::SessionError::from)?;
        app.db
            .write(move |tx| {
                Box::pin(async move {
                    store::forget_exact(tx, &traject).await?;
                    accounts::record(tx, &entry).await?;
                    Ok::<_, LayerError>(())
                })
            })
            .await?;
    }
    Ok(())
}

/// Forgets the tables of a traject, with everything else of it.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, traject: &str) -> Result<(), crate::platform::DbError> {
    store::erase(tx, traject).await
}
