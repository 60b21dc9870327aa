//! Writing points and changing them; each in one transaction.

use super::store;
use super::{AgendaError, Draft, Point, Status, read_place};
use crate::input::session::Traject;
use crate::people::accounts::Staff;
use crate::platform::{App, DbError, Tx};
use crate::step3::boards::{self, Action, At, Board, Saved};
use crate::step3::evidence::{self, Relink};

/// The agenda of a traject, in the order in which it was written, each point with what it rests on. Those that were taken away are not
/// among them.
///
/// # Errors
/// The database's.
pub async fn of_traject(app: &App, traject: &str) -> Result<Vec<Point>, AgendaError> {
    let mut all = store::all(&app.db, traject).await?;
    let mut under = evidence::of_board(app, traject, Board::Agenda).await?;
    for one in &mut all {
        one.evidence = under.remove(&one.id).unwrap_or_default();
    }
    Ok(all)
}

/// One point, with what it rests on.
///
/// # Errors
/// No such point in this traject.
pub(super) async fn find(app: &App, traject: &str, id: &str) -> Result<Point, AgendaError> {
    let mut found = store::find(&app.db, traject, id).await?.ok_or(AgendaError::None)?;
    let mut under = evidence::of_board(app, traject, Board::Agenda).await?;
    found.evidence = under.remove(id).unwrap_or_default();
    Ok(found)
}

/// Puts what was typed in a point; one that was taken away comes back.
fn apply(traject: &Traject, draft: &Draft, row: &mut Point) {
    let tidy = |text: &str| text.trim().to_owned();
    row.what = tidy(&draft.what);
    row.theme = traject.themes.iter().find(|theme| **theme == draft.theme).cloned();
    row.where_words = tidy(&draft.where_words);
    row.place = read_place(&draft.plek);
    row.when = tidy(&draft.when);
    row.who = tidy(&draft.who);
    row.quick_win = draft.quick_win;
    row.status = draft.status.parse().unwrap_or(Status::Voorstel);
    row.shown_to_residents = draft.public;
    row.public_words = tidy(&draft.public_words);
    row.public_when = tidy(&draft.public_when);
    row.public_why = tidy(&draft.public_why);
    row.removed = false;
}

fn blank(id: String) -> Point {
    Point {
        id,
        what: String::new(),
        theme: None,
        where_words: String::new(),
        place: None,
        when: String::new(),
        who: String::new(),
        quick_win: false,
        status: Status::Voorstel,
        shown_to_residents: false,
        public_words: String::new(),
        public_when: String::new(),
        public_why: String::new(),
        evidence: Vec::new(),
        version: 1,
        removed: false,
    }
}

/// Writes a point under an id that the page made: sent twice, it is there once.
///
/// # Errors
/// Rules that are broken.
pub(super) async fn make(
    app: &App,
    staff: &Staff,
    traject: &Traject,
    id: String,
    draft: &Draft,
) -> Result<(), AgendaError> {
    check(draft)?;
    let mut new = blank(id);
    apply(traject, draft, &mut new);
    let (chance, traject, staff) = (app.chance.clone(), traject.id.clone(), staff.id.clone());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                if store::insert(tx, &traject, &new, &chance.now_text()).await? {
                    let at = At { traject: &traject, board: Board::Agenda, row: &new.id, staff: &staff };
                    boards::keep(&chance, tx, at, 1, Action::Made, &new.fields()).await?;
                }
                Ok::<_, AgendaError>(())
            })
        })
        .await
}

fn check(draft: &Draft) -> Result<(), AgendaError> {
    let wrong = draft.wrong();
    if wrong.is_empty() { Ok(()) } else { Err(AgendaError::Wrong(wrong)) }
}

/// Changes a point that somebody saw in version `seen`; without a draft it is taken away.
///
/// # Errors
/// No such point, or rules that are broken: nothing is changed.
pub(super) async fn change(
    app: &App,
    staff: &Staff,
    traject: Traject,
    id: String,
    seen: i64,
    draft: Option<Draft>,
) -> Result<Saved, AgendaError> {
    if let Some(draft) = &draft {
        check(draft)?;
    }
    let (chance, staff) = (app.chance.clone(), staff.id.clone());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let mut row = held(tx, &traject.id, &id).await?;
                let at = At { traject: &traject.id, board: Board::Agenda, row: &id, staff: &staff };
                let before = (row.fields(), row.removed);
                let action = match &draft {
                    None => {
                        row.removed = true;
                        Action::Removed
                    }
                    Some(draft) => {
                        if row.version != seen {
                            let now = (row.version, row.removed, row.fields());
                            let late = boards::late(&chance, tx, at, seen, now, draft.fields()).await?;
                            if let Some(late) = late {
                                return Ok(Saved::Late(Box::new(late)));
                            }
                        }
                        apply(&traject, draft, &mut row);
                        Action::Changed
                    }
                };
                if before == (row.fields(), row.removed) {
                    return Ok(Saved::Kept);
                }
                row.version += 1;
                store::update(tx, &row).await?;
                boards::keep(&chance, tx, at, row.version, action, &row.fields()).await?;
                Ok(Saved::Kept)
            })
        })
        .await
}

async fn held(tx: &mut Tx, traject: &str, id: &str) -> Result<Point, AgendaError> {
    let mut row = store::held(tx, traject, id).await?.ok_or(AgendaError::None)?;
    row.evidence = evidence::of_row(tx, Board::Agenda, id).await?;
    Ok(row)
}

/// Changes what a point rests on.
///
/// # Errors
/// No such point, or more than it can rest on: nothing is changed.
pub async fn relink(
    app: &App,
    staff: &Staff,
    traject: &str,
    id: &str,
    relink: Relink,
) -> Result<(), AgendaError> {
    let (chance, traject, id, staff) =
        (app.chance.clone(), traject.to_owned(), id.to_owned(), staff.id.clone());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let mut row = held(tx, &traject, &id).await?;
                let at = At { traject: &traject, board: Board::Agenda, row: &id, staff: &staff };
                let Some(action) = relink.apply(&chance, tx, at).await? else { return Ok(()) };
                row.evidence = evidence::of_row(tx, Board::Agenda, &id).await?;
                row.version += 1;
                store::update(tx, &row).await?;
                boards::keep(&chance, tx, at, row.version, action, &row.fields()).await?;
                Ok(())
            })
        })
        .await
}

/// Forgets the agenda of a traject, on its day of deletion.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    store::erase(tx, traject).await
}
