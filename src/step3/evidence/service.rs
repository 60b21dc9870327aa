//! Linking, and reading what is linked.

use std::collections::HashMap;

use super::store::{self, Link};
use super::{Evidence, EvidenceError, Found, Hanging, MOST_EVIDENCE, Of, Offer, Shelves, short};
use crate::people::accounts::{self, Staff};
use crate::platform::clock::Chance;
use crate::platform::{App, DbError, Tx};
use crate::step3::boards::{Action, At, Board};

/// A change of what a row rests on.
pub enum Relink {
    /// These are laid under it; those that were linked before stay as they are.
    Add(Vec<Offer>),
    /// This one (its id) is taken away.
    Remove(String),
}

impl Relink {
    /// Does it, within the transaction of the row's board; nothing where nothing changed.
    ///
    /// # Errors
    /// More than a row can rest on: nothing is linked.
    pub async fn apply(
        self,
        chance: &Chance,
        tx: &mut Tx,
        at: At<'_>,
    ) -> Result<Option<Action>, EvidenceError> {
        let (action, changed) = match self {
            Self::Add(offers) => (Action::Linked, add(chance, tx, at, &offers).await?),
            Self::Remove(one) => (Action::Unlinked, store::remove(tx, at.board, at.row, &one).await?),
        };
        Ok(changed.then_some(action))
    }
}

/// Whether one of them was not linked before.
async fn add(chance: &Chance, tx: &mut Tx, at: At<'_>, offers: &[Offer]) -> Result<bool, EvidenceError> {
    let At { traject, board, row, staff } = at;
    let now = chance.now_text();
    let link = Link { traject, board, row, staff, now: &now };
    let mut added = false;
    for offer in offers {
        let new = Evidence {
            id: chance.ids.uuid()?.to_string(),
            of: offer.of,
            reference: offer.reference.clone(),
            label: short(&offer.label),
        };
        added |= store::insert(tx, &link, &new).await?;
    }
    if store::count(tx, board, row).await? > MOST_EVIDENCE {
        return Err(EvidenceError::Most);
    }
    Ok(added)
}

/// What a row rests on, within a transaction: in the order in which it was linked.
///
/// # Errors
/// The database's.
pub async fn of_row(tx: &mut Tx, board: Board, row: &str) -> Result<Vec<Evidence>, EvidenceError> {
    Ok(store::of_row(tx, board, row).await?)
}

/// What every row of a board of a traject rests on, by the row's id, in the order in which it was linked.
///
/// # Errors
/// The database's.
pub async fn of_board(
    app: &App,
    traject: &str,
    board: Board,
) -> Result<HashMap<String, Vec<Evidence>>, EvidenceError> {
    let mut under: HashMap<String, Vec<Evidence>> = HashMap::new();
    for hanging in store::of_board(&app.db, traject, board).await? {
        under.entry(hanging.row).or_default().push(hanging.evidence);
    }
    Ok(under)
}

/// What rests on a thing: to be asked before it is deleted.
///
/// # Errors
/// The database's.
pub async fn hangs_on(
    app: &App,
    traject: &str,
    of: Of,
    reference: &str,
) -> Result<Vec<Hanging>, EvidenceError> {
    Ok(store::on(&app.db, traject, of, reference).await?)
}

/// Evidence with what it points at now. That somebody read residents' words or saw their photos is written in the audit trail.
///
/// # Errors
/// The database's.
pub async fn look(
    app: &App,
    staff: &Staff,
    traject: &str,
    shelves: &Shelves,
    list: Vec<Evidence>,
) -> Result<Vec<Found>, EvidenceError> {
    let found: Vec<Found> =
        list.into_iter().map(|evidence| Found { now: shelves.now(&evidence), evidence }).collect();
    let residents =
        |one: &Found| matches!(one.evidence.of, Of::Quote | Of::Photo | Of::Walk) && one.now.is_some();
    if found.iter().any(residents) {
        accounts::looked::<EvidenceError>(app, &staff.id, traject).await?;
    }
    Ok(found)
}

/// Forgets the evidence of a traject, on its day of deletion.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    store::erase(tx, traject).await
}
