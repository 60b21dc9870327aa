//! Writing down, judging, and opening the layers; each in one transaction.

use super::store;
use super::{Assumption, AssumptionError, Verdict, check_because, check_words};
use crate::input::session::{self, Traject};
use crate::people::accounts::{self, Staff};
use crate::platform::{App, DbError, Tx};
use crate::step3::boards::{self, Action, At, Board, Fields, Saved};
use crate::step3::evidence::{self, Relink};

/// The assumptions of a traject, in the order in which they were written, each with what it rests on. Those that were taken away are not
/// among them.
///
/// # Errors
/// The database's.
pub async fn of_traject(app: &App, traject: &str) -> Result<Vec<Assumption>, AssumptionError> {
    let mut all = store::all(&app.db, traject).await?;
    let mut under = evidence::of_board(app, traject, Board::Aanname).await?;
    for one in &mut all {
        one.evidence = under.remove(&one.id).unwrap_or_default();
    }
    Ok(all)
}

/// One assumption, with what it rests on.
///
/// # Errors
/// No such assumption in this traject.
pub(super) async fn find(app: &App, traject: &str, id: &str) -> Result<Assumption, AssumptionError> {
    let mut found = store::find(&app.db, traject, id).await?.ok_or(AssumptionError::None)?;
    let mut under = evidence::of_board(app, traject, Board::Aanname).await?;
    found.evidence = under.remove(id).unwrap_or_default();
    Ok(found)
}

fn theme_of(traject: &Traject, typed: &str) -> Option<String> {
    traject.themes.iter().find(|theme| *theme == typed).cloned()
}

/// Writes down an assumption under an id that the page made: sent twice, it is there once.
///
/// # Errors
/// Words that break a rule.
pub(super) async fn make(
    app: &App,
    staff: &Staff,
    traject: &Traject,
    id: String,
    words: String,
    theme: &str,
) -> Result<(), AssumptionError> {
    check_words(&words).map_err(AssumptionError::Wrong)?;
    let new = Assumption {
        id,
        words: words.trim().to_owned(),
        theme: theme_of(traject, theme),
        verdict: None,
        because: String::new(),
        before_open: traject.is_closed(),
        made: (None, app.chance.now_text()),
        judged: None,
        evidence: Vec::new(),
        version: 1,
        removed: false,
    };
    let (chance, traject, staff) = (app.chance.clone(), traject.id.clone(), staff.id.clone());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                if store::insert(tx, &traject, &new, &staff).await? {
                    let at = At { traject: &traject, board: Board::Aanname, row: &new.id, staff: &staff };
                    boards::keep(&chance, tx, at, 1, Action::Made, &new.fields()).await?;
                }
                Ok::<_, AssumptionError>(())
            })
        })
        .await
}

/// What somebody changes of an assumption.
pub(super) enum Change {
    /// Its words and theme; one that was taken away comes back.
    Words {
        /// The assumption.
        words: String,
        /// A theme of the traject, or nothing.
        theme: String,
    },
    /// How it turned out.
    Verdict {
        /// A word of [`Verdict`], or nothing.
        verdict: String,
        /// Why.
        because: String,
        /// The words that were judged.
        words: String,
    },
    /// It goes.
    Remove,
}

impl Change {
    /// What was typed, as fields.
    fn fields(&self) -> Fields {
        let pairs = match self {
            Self::Words { words, theme } => vec![("words", words), ("theme", theme)],
            Self::Verdict { verdict, because, words } => {
                vec![("verdict", verdict), ("because", because), ("words", words)]
            }
            Self::Remove => Vec::new(),
        };
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect()
    }

    fn check(&self) -> Result<(), &'static str> {
        match self {
            Self::Words { words, .. } => check_words(words),
            Self::Verdict { verdict, because, .. } => check_because(verdict.parse().ok(), because),
            Self::Remove => Ok(()),
        }
    }

    /// The row as it is then, and what was done.
    fn apply(&self, traject: &Traject, row: &mut Assumption) -> Action {
        match self {
            Self::Words { words, theme } => {
                words.trim().clone_into(&mut row.words);
                row.theme = theme_of(traject, theme);
                row.removed = false;
                Action::Changed
            }
            Self::Verdict { verdict, because, .. } => {
                row.verdict = verdict.parse::<Verdict>().ok();
                because.trim().clone_into(&mut row.because);
                Action::Judged
            }
            Self::Remove => {
                row.removed = true;
                Action::Removed
            }
        }
    }
}

/// Changes an assumption that somebody saw in version `seen`.
///
/// # Errors
/// No such assumption, or a rule that is broken: nothing is changed.
pub(super) async fn change(
    app: &App,
    staff: &Staff,
    traject: Traject,
    id: String,
    seen: i64,
    change: Change,
) -> Result<Saved, AssumptionError> {
    change.check().map_err(AssumptionError::Wrong)?;
    let (random, staff) = (app.chance.clone(), staff.id.clone());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let mut row = store::held(tx, &traject.id, &id).await?.ok_or(AssumptionError::None)?;
                row.evidence = evidence::of_row(tx, Board::Aanname, &id).await?;
                let at = At { traject: &traject.id, board: Board::Aanname, row: &id, staff: &staff };
                if row.version != seen {
                    let now = (row.version, row.removed, row.fields());
                    if let Some(late) = boards::late(&random, tx, at, seen, now, change.fields()).await? {
                        return Ok(Saved::Late(Box::new(late)));
                    }
                }
                let before = (row.fields(), row.removed);
                let action = change.apply(&traject, &mut row);
                if before == (row.fields(), row.removed) {
                    return Ok(Saved::Kept);
                }
                row.version += 1;
                store::update(tx, &row).await?;
                if action == Action::Judged {
                    store::judged(tx, &id, &staff, &random.now_text()).await?;
                }
                boards::keep(&random, tx, at, row.version, action, &row.fields()).await?;
                Ok(Saved::Kept)
            })
        })
        .await
}

/// Changes what an assumption rests on.
///
/// # Errors
/// No such assumption, or more than it can rest on: nothing is changed.
pub async fn relink(
    app: &App,
    staff: &Staff,
    traject: &str,
    id: &str,
    relink: Relink,
) -> Result<(), AssumptionError> {
    let (chance, traject, id, staff) =
        (app.chance.clone(), traject.to_owned(), id.to_owned(), staff.id.clone());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let mut row = store::held(tx, &traject, &id).await?.ok_or(AssumptionError::None)?;
                let at = At { traject: &traject, board: Board::Aanname, row: &id, staff: &staff };
                let Some(action) = relink.apply(&chance, tx, at).await? else { return Ok(()) };
                row.evidence = evidence::of_row(tx, Board::Aanname, &id).await?;
                row.version += 1;
                store::update(tx, &row).await?;
                boards::keep(&chance, tx, at, row.version, action, &row.fields()).await?;
                Ok(())
            })
        })
        .await
}

/// The team says that it is ready: the residents' layers open for its professionals, for good. Pressed twice, it is done once.
///
/// # Errors
/// [`AssumptionError::TooSoon`] where nothing was written down yet.
pub(super) async fn open(app: &App, staff: &Staff, traject: &str) -> Result<(), AssumptionError> {
    let entry = accounts::Entry::new(app, Some(&staff.id), "layers-open", traject)?;
    let (traject, staff, now) = (traject.to_owned(), staff.id.clone(), app.chance.now_text());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                if store::count(tx, &traject).await? == 0 {
                    return Err(AssumptionError::TooSoon);
                }
                if session::open_layers(tx, &traject, &staff, &now).await? {
                    accounts::record(tx, &entry).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Who said that the team was ready, by name, and when.
///
/// # Errors
/// The database's.
pub(super) async fn opened(
    app: &App,
    traject: &Traject,
) -> Result<Option<(Option<String>, String)>, AssumptionError> {
    let Some((at, by)) = traject.opened.clone() else { return Ok(None) };
    Ok(Some((accounts::name(app, &by).await?, at)))
}

/// Forgets the assumptions of a traject, on its day of deletion.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    store::erase(tx, traject).await
}
