//! What goes for good: a traject on its day, and after a restore what was deleted since the backup.

use super::UpkeepError;
use super::unpack::copy_gone;
use crate::input::session::{SessionError, Wijksessie};
use crate::platform::{App, Deletions, Erased, Tx};
use crate::{
    answer::{feedback, receipts, teruglegging},
    input::{arrivals, latecomers, photos, pins, session, walks},
    layers::heat,
    people::accounts,
    step3::{agenda, assumptions, boards, coming, compare, evidence, indicators},
};

/// Deletes the pins, photos, texts and participants of every traject whose day has come, with a line in the audit
/// trail; its released layers stay where the traject says so. How many trajecten. None while the time is in doubt
/// ([`Timekeeper::look`](crate::platform::timekeeping::Timekeeper::look) is asked before): their day comes again, what is deleted does not.
///
/// # Errors
/// The database's, or the file store's: what was deleted stays deleted, the rest waits for the next time.
pub async fn erase_due(app: &App) -> Result<usize, UpkeepError> {
    if app.time.doubt().is_some() { Ok(0) } else { erase_restored(app).await }
}

/// As [`erase_due`], of what was just put back from a backup: that is still there, whatever the clock says.
///
/// # Errors
/// As [`erase_due`].
pub async fn erase_restored(app: &App) -> Result<usize, UpkeepError> {
    let due = session::due(app).await?;
    for traject in &due {
        erase(app, traject).await?;
    }
    if !due.is_empty() {
        photos::sweep(app).await?;
        heat::forget_drawn(app);
        pins::forget_pictures(app);
        app.db.sweep(true).await?;
    }
    Ok(due.len())
}

async fn erase(app: &App, traject: &str) -> Result<(), UpkeepError> {
    let keep_layers = session::find_traject(app, traject).await?.keep_layers;
    let entry = accounts::Entry::new(app, None, "erase", traject)?;
    let (traject, now) = (traject.to_owned(), app.chance.now_text());
    let files = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                let mut files = Vec::new();
                session::hold(tx, &traject).await?;
                for code in session::codes_of(tx, &traject).await? {
                    files.extend(photos::erase(tx, &code).await?);
                    receipts::erase(tx, &code).await?;
                    arrivals::erase(tx, &code).await?;
                    teruglegging::erase(tx, &code).await?;
                    walks::erase(tx, &code).await?;
                    latecomers::erase(tx, &code).await?;
                    pins::erase(tx, &code).await?;
                }
                coming::erase(tx, &traject).await?;
                compare::erase(tx, &traject).await?;
                indicators::erase(tx, &traject).await?;
                if session::erase(tx, &traject, &now).await? {
                    feedback::erase(tx, &traject).await?;
                    evidence::erase(tx, &traject).await?;
                    boards::erase(tx, &traject).await?;
                    assumptions::erase(tx, &traject).await?;
                    agenda::erase(tx, &traject).await?;
                    teruglegging::forget_told(tx, &traject).await?;
                    if !keep_layers {
                        heat::erase(tx, &traject).await?;
                    }
                    accounts::record(tx, &entry).await?;
                }
                Ok::<_, UpkeepError>(files)
            })
        })
        .await?;
    Ok(photos::forget_files(app, files).await?)
}

/// Deletes once more what was deleted before a restore: the lines of `gone.log`. How many were still there.
///
/// # Errors
/// The database's, or the file store's.
pub async fn erase_again(app: &App, lines: &str) -> Result<usize, UpkeepError> {
    let mut again = 0;
    for erased in lines.lines().filter_map(Erased::read) {
        let session = match &erased {
            Erased::Pin(code, _) | Erased::Walk(code, _) => still_there(app, code).await?,
            Erased::Photo(_) | Erased::Picture(..) | Erased::Answer(..) => None,
        };
        let gone = app.gone.clone();
        let files = app
            .db
            .write(move |tx| Box::pin(async move { one_again(tx, &gone, erased, session).await }))
            .await?;
        if let Some(files) = files {
            again += 1;
            photos::forget_files(app, files).await?;
        }
    }
    copy_gone(lines, &app.data_dir)?;
    Ok(again)
}

/// Deletes the files that a server which died in the middle left behind: what photos showed before they were changed.
///
/// # Errors
/// The log's, the database's, or the file store's.
pub async fn forget_pictures(app: &App) -> Result<(), UpkeepError> {
    let before = app.gone.all().await?.into_iter().filter_map(|erased| match erased {
        Erased::Picture(_, content) => Some(content),
        Erased::Pin(..) | Erased::Photo(_) | Erased::Walk(..) | Erased::Answer(..) => None,
    });
    let before: Vec<String> = before.collect();
    if before.is_empty() { Ok(()) } else { Ok(photos::forget_files(app, before).await?) }
}

/// Deletes one thing once more. `session`: the wijksessie of a pin or a walk, where it is still there.
async fn one_again(
    tx: &mut Tx,
    gone: &Deletions,
    erased: Erased,
    session: Option<Wijksessie>,
) -> Result<Option<Vec<String>>, UpkeepError> {
    match erased {
        Erased::Photo(id) => Ok(Some(photos::remove_one(tx, &id).await?)),
        // The backup is older than the change: what was made unrecognisable since cannot be done again, so it goes.
        Erased::Picture(id, content) => Ok(photos::remove_showing(tx, &id, &content).await?),
        Erased::Pin(code, id) => match session {
            Some(session) if pins::is_there(tx, &code, &id).await? => {
                Ok(Some(pins::leave(tx, gone, &session, &id, None).await?))
            }
            // Said in time, come after closing, and not taken in.
            _ => Ok(latecomers::forget(tx, &code, &id).await?.then(Vec::new)),
        },
        Erased::Answer(code, id) => Ok(teruglegging::forget(tx, &code, &id).await?.then(Vec::new)),
        Erased::Walk(code, id) => match session {
            Some(session) if walks::is_there(tx, &code, &id).await? => {
                Ok(Some(walks::leave(tx, gone, &session, &id).await?))
            }
            _ => Ok(None),
        },
    }
}

/// The wijksessie, where its traject was not deleted as a whole.
async fn still_there(app: &App, code: &str) -> Result<Option<Wijksessie>, UpkeepError> {
    match session::find(app, code).await {
        Ok(session) => Ok(Some(session)),
        Err(SessionError::NoSession | SessionError::NotYet | SessionError::Erased) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
