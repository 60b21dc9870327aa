//! Giving a receipt, finding pins back with it, withdrawing them.

use std::collections::HashMap;

use uuid::Uuid;

use super::model::{WORDS_EACH, tidy, words};
use super::{ReceiptError, store};
use crate::answer::feedback::{self, Became};
use crate::answer::teruglegging::{self, AnswerError, Own};
use crate::input::pins::{self, Found, FoundState};
use crate::input::session::{self, Wijksessie};
use crate::input::{latecomers, photos, walks};
use crate::platform::guessing::Secret;
use crate::platform::{App, DbError, Tx};

/// Sets of words that are tried for one turn, where somebody else has the one before.
const SETS: u8 = 4;

/// Gives a receipt for the pins of one turn in a wijksessie; only a keyed hash of its words is kept. `brought`: the words that the
/// device made itself, while it had no network.
///
/// # Errors
/// No such wijksessie, or no pin to find back; words that are no five of ours, or another's.
pub(super) async fn give(
    app: &App,
    code: &str,
    participant: Uuid,
    brought: Option<&str>,
) -> Result<(Wijksessie, Vec<String>), ReceiptError> {
    let session = session::find(app, code).await?;
    let who = app.keys.participant(&session.code, participant);
    let Some(brought) = brought else {
        for set in 0..SETS {
            let words = made(app, &session, participant, set);
            match keep(app, &session, &words, who.clone()).await? {
                Outcome::Kept => return Ok((session, words)),
                // Of 2⁴⁰ sets somebody else has this one: the next is another.
                Outcome::Taken => {}
                Outcome::Nothing => return Err(ReceiptError::NothingToFind),
            }
        }
        return Err(ReceiptError::Taken);
    };
    let words = tidy(brought).ok_or(ReceiptError::Brought)?;
    let guess = app.guesses.look_up(Secret::Words(&session.code), &hash(app, &session, &words)).await?;
    let words: Vec<String> = words.split('-').map(str::to_owned).collect();
    match keep(app, &session, &words, who).await {
        Ok(Outcome::Kept) => {
            guess.right();
            Ok((session, words))
        }
        Ok(Outcome::Nothing) => {
            guess.unknown();
            Err(ReceiptError::NothingToFind)
        }
        // Whoever brings another's words has found that there are such words.
        Ok(Outcome::Taken) => Err(guess.wrong_as(ReceiptError::Taken)),
        Err(error) => {
            guess.unknown();
            Err(error)
        }
    }
}

/// Five words as good as by chance, and the same for one turn however often it asks, also twice at once: they are made with
/// the server's key of the secret of that turn, which nobody keeps but its device.
fn made(app: &App, session: &Wijksessie, participant: Uuid, set: u8) -> Vec<String> {
    let random = app.keys.secret(&[b"five words", session.code.as_bytes(), participant.as_bytes(), &[set]]);
    let mut bytes = [0; WORDS_EACH];
    bytes.copy_from_slice(&random[..WORDS_EACH]);
    words(bytes).into_iter().map(str::to_owned).collect()
}

/// What became of words that are to be kept.
enum Outcome {
    /// They lead to this participant, from now on or since before.
    Kept,
    /// They lead to somebody else.
    Taken,
    /// This participant has nothing to find back.
    Nothing,
}

async fn keep(
    app: &App,
    session: &Wijksessie,
    words: &[String],
    who: String,
) -> Result<Outcome, ReceiptError> {
    let (hash, code) = (hash(app, session, &words.join("-")), session.code.clone());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                if has_any(tx, &code, &who).await? && store::insert(tx, &hash, &code, &who).await? {
                    return Ok(Outcome::Kept);
                }
                Ok(match store::holder(tx, &hash, &code).await? {
                    Some(known) if known == who => Outcome::Kept,
                    Some(_) => Outcome::Taken,
                    None => Outcome::Nothing,
                })
            })
        })
        .await
}

/// Whether there is anything to find back: a pin (also one that came late), an answer or a walk.
async fn has_any(tx: &mut Tx, code: &str, who: &str) -> Result<bool, DbError> {
    Ok(pins::has_any(tx, code, who).await?
        || teruglegging::has_any(tx, code, who).await?
        || latecomers::has_any(tx, code, who).await?
        || walks::has_any(tx, code, who).await?)
}

fn hash(app: &App, session: &Wijksessie, words: &str) -> String {
    app.keys.content(&[b"receipt", session.code.as_bytes(), words.as_bytes()])
}

/// The wijksessie, and whose pins these words lead to (a keyed hash).
async fn holder(app: &App, code: &str, typed: &str) -> Result<(Wijksessie, String), ReceiptError> {
    let session = session::find(app, code).await?;
    // What cannot be five words of ours is no guess.
    let words = tidy(typed).ok_or(ReceiptError::Words)?;
    let hash = hash(app, &session, &words);
    let guess = app.guesses.look_up(Secret::Words(&session.code), &hash).await?;
    match store::participant(&app.db, &hash, &session.code).await {
        Ok(Some(who)) => {
            guess.right();
            Ok((session, who))
        }
        // Right ones hold however often somebody guessed before; of wrong ones it is told that there were too many.
        Ok(None) => Err(guess.wrong_as(ReceiptError::Words)),
        Err(error) => {
            guess.unknown();
            Err(error.into())
        }
    }
}

/// The pins that belong to a receipt, and the wijksessie.
///
/// # Errors
/// No such wijksessie or receipt.
pub(super) async fn find(
    app: &App,
    code: &str,
    typed: &str,
) -> Result<(Wijksessie, Vec<Found>), ReceiptError> {
    let (session, who) = holder(app, code, typed).await?;
    let mut found = pins::of_holder(app, &session.code, &who).await?;
    let late = latecomers::of_holder(app, &session, &who).await?;
    found.extend(late.into_iter().map(|late| Found {
        id: late.id,
        pin: late.pin,
        state: FoundState::Waits,
        reason: None,
    }));
    Ok((session, found))
}

/// What became of what somebody found back.
///
/// # Errors
/// The database's.
pub(super) async fn became(
    app: &App,
    session: &Wijksessie,
    found: &[Found],
    pictures: &HashMap<String, Vec<photos::Photo>>,
) -> Result<Became, ReceiptError> {
    let ids = |pin: &str| pictures.get(pin).into_iter().flatten().map(|photo| photo.id.clone()).collect();
    // What its owner took back is about nothing any more.
    let there = found.iter().filter(|one| one.state != FoundState::Withdrawn);
    let pins: Vec<(String, Vec<String>)> = there.map(|one| (one.id.clone(), ids(&one.id))).collect();
    Ok(feedback::became(app, &session.traject, &pins).await?)
}

/// The answers that belong to a receipt, of what was laid before its holder.
///
/// # Errors
/// No such wijksessie or receipt.
pub(super) async fn answers(app: &App, code: &str, typed: &str) -> Result<Vec<Own>, ReceiptError> {
    let (session, who) = holder(app, code, typed).await?;
    Ok(teruglegging::of_holder(app, &session.code, &who).await?)
}

/// Withdraws one pin (also one that came late and waits), photo of a walk or answer, in whatever state its wijksessie is: its words and photos go at once.
///
/// # Errors
/// No such wijksessie, receipt or pin.
pub(super) async fn withdraw(app: &App, code: &str, typed: &str, pin: Uuid) -> Result<(), ReceiptError> {
    let (session, who) = holder(app, code, typed).await?;
    let (id, gone) = (pin.to_string(), app.gone.clone());
    let files = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                // The state may have changed since it was read.
                let status = session::status_held(tx, &session.code).await?;
                let session = Wijksessie { status, ..session };
                if let Some(files) = latecomers::withdraw(tx, &gone, &session, &id, &who).await? {
                    return Ok(files);
                }
                // A photo of a walk without a kind is no pin.
                let files = walks::photo_of_holder_leaves(tx, &gone, &session, &id, &who).await?;
                if let Some(files) = files {
                    return Ok(files);
                }
                match teruglegging::leave(tx, &gone, &session.code, &id, &who).await {
                    Ok(()) => Ok(Vec::new()),
                    Err(AnswerError::None) => Err(ReceiptError::NoPin),
                    Err(error) => Err(error.into()),
                }
            })
        })
        .await?;
    photos::forget_files(app, files).await?;
    Ok(())
}

/// The walks that belong to a receipt.
///
/// # Errors
/// No such wijksessie or receipt.
pub(super) async fn walks(app: &App, code: &str, typed: &str) -> Result<Vec<walks::Walk>, ReceiptError> {
    let (session, who) = holder(app, code, typed).await?;
    Ok(walks::of_holder(app, &session.code, &who).await?)
}

/// Withdraws a walk with all its photos, in whatever state its wijksessie is.
///
/// # Errors
/// No such wijksessie, receipt or walk.
pub(super) async fn withdraw_walk(
    app: &App,
    code: &str,
    typed: &str,
    walk: Uuid,
) -> Result<(), ReceiptError> {
    let (session, who) = holder(app, code, typed).await?;
    let (id, gone) = (walk.to_string(), app.gone.clone());
    let files = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                let status = session::status_held(tx, &session.code).await?;
                let session = Wijksessie { status, ..session };
                if !walks::is_of_holder(tx, &session.code, &id, &who).await? {
                    return Err(ReceiptError::NoPin);
                }
                Ok(walks::leave(tx, &gone, &session, &id).await?)
            })
        })
        .await?;
    photos::forget_files(app, files).await?;
    Ok(())
}

/// Changes one pin while the wijksessie is open: a merge patch on its Feature.
///
/// # Errors
/// As for a change by its owner.
pub(super) async fn change(
    app: &App,
    code: &str,
    typed: &str,
    pin: Uuid,
    patch: serde_json::Value,
) -> Result<pins::Stored, ReceiptError> {
    let (session, who) = holder(app, code, typed).await?;
    Ok(pins::change_by_holder(app, session, pin, patch, who).await?)
}

/// Forgets every receipt of a wijksessie, on its traject's day of deletion.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    store::erase(tx, code).await
}
