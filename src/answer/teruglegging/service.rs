//! Answering, taking back, and what may be told of it.

use serde_json::{Value, json};
use uuid::{Uuid, Version};

use super::aside;
use super::store::{self, AnswerRow, Under};
use super::{Answer, AnswerError};
use crate::input::arrivals::{self, Arrival};
use crate::input::pins;
use crate::input::session::{self, Method, SessionError, Status, Wijksessie};
use crate::platform::{App, DbError, Deletions, Erased, Tx};
use crate::step3::agenda::{self, Point};
use crate::step3::verdieping;

/// What is laid before residents.
pub(super) struct Laid {
    /// Strengths, and what can be better: as they were released, suppressed.
    pub layers: verdieping::Laid,
    /// The points of the agenda that may be shown to residents, in their public words.
    pub points: Vec<Point>,
}

/// What is laid before the residents of this wijksessie.
///
/// # Errors
/// [`AnswerError::NotHere`] where it has another method; [`AnswerError::Nothing`] where nothing was released, or the team has not opened the
/// layers yet.
pub(super) async fn laid(app: &App, session: &Wijksessie) -> Result<Laid, AnswerError> {
    if session.method != Method::Teruglegging {
        return Err(AnswerError::NotHere);
    }
    let traject = session::find_traject(app, &session.traject).await?;
    let released = session::released(app, &traject.id).await?;
    if traject.is_closed() || released.is_empty() {
        return Err(AnswerError::Nothing);
    }
    let layers = verdieping::laid(app, &traject.id).await?;
    let mut points = agenda::of_traject(app, &traject.id).await?;
    points.retain(|point| point.shown_to_residents);
    Ok(Laid { layers, points })
}

/// What a PUT came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// A new answer.
    New,
    /// The same again: its work was done before.
    Again,
}

/// Gives an answer. Sent twice, it does its work once. Its place is kept on a grid of 25 m.
///
/// # Errors
/// See [`AnswerError`]: nothing is stored.
pub(super) async fn put(
    app: &App,
    code: &str,
    id: Uuid,
    answer: Answer,
    participant: Uuid,
) -> Result<Put, AnswerError> {
    let session = session::find(app, code).await?;
    put_in(app, session, id, answer, participant).await
}

/// Gives an answer in a wijksessie that is at hand: by the begeleider's hand also after closing.
///
/// # Errors
/// See [`AnswerError`]: nothing is stored.
pub async fn put_in(
    app: &App,
    session: Wijksessie,
    id: Uuid,
    mut answer: Answer,
    participant: Uuid,
) -> Result<Put, AnswerError> {
    if id.get_version() != Some(Version::Random) {
        return Err(AnswerError::Id);
    }
    if session.method != Method::Teruglegging {
        return Err(AnswerError::NotHere);
    }
    let area = pins::check_place(app, &session, None, answer.place).await?;
    answer.place = answer.place.map(|place| area.on_grid(place));
    let parts =
        [answer.about.word(), answer.point.as_deref().unwrap_or(""), answer.says.word(), &answer.words];
    let place = answer.place.map(agenda::place_text).unwrap_or_default();
    let mut content: Vec<&[u8]> =
        vec![b"answer", session.code.as_bytes(), place.as_bytes(), participant.as_bytes()];
    content.extend(parts.iter().map(|part| part.as_bytes()));
    let put_hash = app.keys.content(&content);
    let shown = match &answer.point {
        None => true,
        Some(point) => agenda::of_traject(app, &session.traject)
            .await?
            .iter()
            .any(|one| one.id == *point && one.shown_to_residents),
    };
    let participant = app.keys.participant(&session.code, participant);
    let arrival = match session.status {
        Status::Open if !session.handed => Some(arrivals::admit(app, &session.code, &participant).await?),
        Status::Open | Status::Closed | Status::Released => None,
    };
    let new = AnswerRow { id: id.to_string(), participant, put_hash, answer };
    let job =
        app.db.write(move |tx| Box::pin(async move { insert(tx, &session, &new, shown, arrival).await }));
    job.await
}

async fn insert(
    tx: &mut Tx,
    session: &Wijksessie,
    new: &AnswerRow,
    shown: bool,
    arrival: Option<Arrival>,
) -> Result<Put, AnswerError> {
    let code = session.code.as_str();
    let status = session::status_held(tx, code).await?;
    let takes = status == Status::Open || (session.handed && status == Status::Closed);
    match store::find(tx, code, &new.id).await? {
        // A point may have gone since: what was answered stays answered.
        Some(Under::Answer(old)) if old.put_hash == new.put_hash => return Ok(Put::Again),
        Some(Under::Removed) => return Err(AnswerError::Gone),
        _ if !takes => return Err(SessionError::NotOpen.into()),
        Some(Under::Answer(_)) => return Err(AnswerError::Conflict),
        None if !shown => return Err(AnswerError::NoPoint),
        None => {}
    }
    if arrival.is_none() && !session.handed {
        return Err(SessionError::NotOpen.into());
    }
    if store::insert(tx, code, new).await? {
        if arrivals::settle(tx, code, &new.participant, arrival).await? {
            aside::set_one_aside(tx, code, &new.id).await?;
        }
        return Ok(Put::New);
    }
    // The same came in at the same moment.
    match store::find(tx, code, &new.id).await? {
        Some(Under::Answer(old)) if old.put_hash == new.put_hash => Ok(Put::Again),
        Some(Under::Removed) => Err(AnswerError::Gone),
        _ => Err(AnswerError::Conflict),
    }
}

/// One's own answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Own {
    /// UUID.
    pub id: String,
    /// What it says.
    pub answer: Answer,
}

impl Own {
    /// As machines read it: only for its owner.
    pub fn json(&self) -> Value {
        let Answer { about, point, place, says, words } = &self.answer;
        let place = place.map(|place| [place.lon, place.lat]);
        json!({"id": self.id, "about": about, "point": point, "place": place, "says": says, "words": words})
    }
}

/// The answers of one participant.
///
/// # Errors
/// No such wijksessie.
pub(super) async fn own(app: &App, code: &str, participant: Uuid) -> Result<Vec<Own>, AnswerError> {
    let session = session::find(app, code).await?;
    let who = app.keys.participant(&session.code, participant);
    Ok(of_holder(app, &session.code, &who).await?)
}

/// Whether this participant (a keyed hash) has an answer that was not taken back.
///
/// # Errors
/// The database's.
pub async fn has_any(tx: &mut Tx, code: &str, who: &str) -> Result<bool, DbError> {
    store::has_any(tx, code, who).await
}

/// The answers of whom this is the key.
///
/// # Errors
/// The database's.
pub async fn of_holder(app: &App, code: &str, who: &str) -> Result<Vec<Own>, DbError> {
    let kept = store::of_holder(&app.db, code, who).await?.into_iter();
    Ok(kept.map(|kept| Own { id: kept.id, answer: kept.answer }).collect())
}

/// Takes back one's own answer while the wijksessie is open. Taken back before: fine.
///
/// # Errors
/// Not theirs, or closed.
pub(super) async fn take_back(app: &App, code: &str, id: Uuid, participant: Uuid) -> Result<(), AnswerError> {
    let session = session::find(app, code).await?;
    let who = app.keys.participant(&session.code, participant);
    let (gone, code, id) = (app.gone.clone(), session.code, id.to_string());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                session::check_open(tx, &code).await?;
                leave(tx, &gone, &code, &id, &who).await
            })
        })
        .await
}

/// Takes an answer back for whom this is the key, in whatever state its wijksessie is.
///
/// # Errors
/// [`AnswerError::None`] where there is none of theirs.
pub async fn leave(
    tx: &mut Tx,
    gone: &Deletions,
    code: &str,
    id: &str,
    who: &str,
) -> Result<(), AnswerError> {
    match store::find(tx, code, id).await? {
        Some(Under::Removed) => Ok(()),
        Some(Under::Answer(kept)) if kept.participant == who => {
            gone.write(&Erased::Answer(code.to_owned(), id.to_owned())).await?;
            Ok(store::remove(tx, code, id).await?)
        }
        _ => Err(AnswerError::None),
    }
}

/// Forgets an answer, whosever it is: a begeleider decided so, or it was taken back before a restore. False where there is none.
///
/// # Errors
/// The database's.
pub async fn forget(tx: &mut Tx, code: &str, id: &str) -> Result<bool, DbError> {
    let there = matches!(store::find(tx, code, id).await?, Some(Under::Answer(_)));
    if there {
        store::remove(tx, code, id).await?;
    }
    Ok(there)
}

/// Forgets every answer of a wijksessie, on its traject's day of deletion.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    store::erase(tx, code).await
}
