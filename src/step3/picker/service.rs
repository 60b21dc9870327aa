//! Rows of either board, and what is laid under them.

use crate::people::accounts::Staff;
use crate::platform::{App, Problem};
use crate::step3::boards::Board;
use crate::step3::evidence::{self, EvidenceError, Of, Offer, Relink};
use crate::step3::indicators::Resting;
use crate::step3::verdieping::{self, Linked};
use crate::step3::{agenda, assumptions};

/// Every row of the boards that something can be laid under: board, id, words.
///
/// # Errors
/// The database's.
pub(super) async fn rows(app: &App, traject: &str) -> Result<Vec<(Board, String, String)>, Problem> {
    let assumed = assumptions::of_traject(app, traject).await?.into_iter();
    let assumed = assumed.map(|one| (Board::Aanname, one.id, one.words));
    let agreed = agenda::of_traject(app, traject).await?.into_iter();
    let agreed = agreed.map(|one| (Board::Agenda, one.id, one.what));
    Ok(assumed.chain(agreed).collect())
}

/// Lays things under a row of either board.
pub(super) async fn relink(
    app: &App,
    staff: &Staff,
    traject: &str,
    (board, row): (Board, &str),
    relink: Relink,
) -> Result<(), Problem> {
    match board {
        Board::Aanname => Ok(assumptions::relink(app, staff, traject, row, relink).await?),
        Board::Agenda => Ok(agenda::relink(app, staff, traject, row, relink).await?),
        Board::Terugkoppeling => Err(EvidenceError::None.into()),
    }
}

/// The row with this id, and what it says.
pub(super) async fn row_of(
    app: &App,
    traject: &str,
    board: &str,
    row: &str,
) -> Result<(Board, String), Problem> {
    let board: Board = board.parse().map_err(|_| EvidenceError::None)?;
    let all = rows(app, traject).await?;
    let found = all.into_iter().find(|(of, id, _)| *of == board && id == row);
    Ok(found.map(|(_, _, words)| (board, words)).ok_or(EvidenceError::None)?)
}

/// What is on the map, as something that a row can rest on.
pub(super) async fn on_the_map(app: &App, traject: &str, query: &str) -> Result<Offer, Problem> {
    let Linked { is_place, reference, label, href } = verdieping::linked(app, traject, query).await?;
    let of = if is_place { Of::Cell } else { Of::Layer };
    Ok(Offer { of, reference, label, words: None, picture: None, href: Some(href) })
}

/// The rows of a traject's boards that rest on one of these figures.
///
/// # Errors
/// The database's.
pub async fn on_figures(app: &App, traject: &str, figures: Vec<String>) -> Result<Vec<Resting>, Problem> {
    let mut hanging = Vec::new();
    for figure in &figures {
        hanging.extend(evidence::hangs_on(app, traject, Of::Figure, figure).await?);
    }
    let mut rows = rows(app, traject).await?;
    rows.retain(|(board, row, _)| hanging.iter().any(|one| one.board == *board && one.row == *row));
    Ok(rows)
}
