//! Deciding about a text or a photo, in one transaction each.

use super::source::{Deciding, Sources, Which};
use super::{Decision, Item, Mark, ModerationError, Of, Part, State, Verdict, store};
use crate::input::session::{self, Kind, Status, Wijksessie};
use crate::input::{photos, pins};
use crate::people::accounts::{self, Staff};
use crate::place::buurt::{self, Place, TrajectArea};
use crate::platform::{App, Erased, Tx};

/// How many wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Texts of pins.
    pub texts: i64,
    /// Photos.
    pub photos: i64,
}

/// How many texts and photos of a wijksessie wait.
///
/// # Errors
/// The database's.
pub async fn counts(app: &App, code: &str) -> Result<Counts, ModerationError> {
    let (mut texts, photos) = store::count_waiting(&app.db, code).await?;
    for source in Sources::given(app)?.0 {
        texts += source.count(&app.db, code, Which::Waiting).await?;
    }
    Ok(Counts { texts, photos })
}

/// Most items that a part of the queue holds, for a machine.
pub(super) const LARGEST_PART: usize = 100;
/// Items that a page of the queue shows.
pub(super) const PAGE: usize = 50;

/// What waits in a wijksessie: the part behind `after`. Looking is written in the audit trail.
///
/// # Errors
/// The database's.
pub(super) async fn waiting(
    app: &App,
    staff: &Staff,
    session: &Wijksessie,
    after: Option<&Mark>,
    most: usize,
) -> Result<Part, ModerationError> {
    look(app, staff, session).await?;
    part(app, session, Which::Waiting, after, most).await
}

/// How many texts and photos were decided about.
///
/// # Errors
/// The database's.
pub(super) async fn count_decided(app: &App, code: &str) -> Result<i64, ModerationError> {
    let mut decided = store::count_decided(&app.db, code).await?;
    for source in Sources::given(app)?.0 {
        decided += source.count(&app.db, code, Which::Decided).await?;
    }
    Ok(decided)
}

/// What was decided about: the part behind `after`.
///
/// # Errors
/// The database's.
pub(super) async fn decided(
    app: &App,
    staff: &Staff,
    session: &Wijksessie,
    after: Option<&Mark>,
    most: usize,
) -> Result<Part, ModerationError> {
    look(app, staff, session).await?;
    part(app, session, Which::Decided, after, most).await
}

/// A part of the queue, its items with the public places that each may be about.
pub(super) async fn part(
    app: &App,
    session: &Wijksessie,
    which: Which,
    after: Option<&Mark>,
    most: usize,
) -> Result<Part, ModerationError> {
    let mut part = store::part(&app.db, &session.code, which, after, most, Sources::given(app)?).await?;
    let area = buurt::area(app, &session.buurten).await?;
    for item in &mut part.items {
        item.places = places_of(&area, item);
    }
    Ok(part)
}

/// Only a strength is shown as a place, and only as one that it lies at.
fn places_of(area: &TrajectArea, item: &Item) -> Vec<String> {
    let strength = matches!(item.of, Of::Pin | Of::Late) && item.kind == Some(Kind::Kracht);
    let at = item.place.filter(|_| strength).and_then(|place| area.metres(place));
    at.map(|at| area.places.near(at).into_iter().map(|named| named.name.clone()).collect())
        .unwrap_or_default()
}

async fn look(app: &App, staff: &Staff, session: &Wijksessie) -> Result<(), ModerationError> {
    accounts::looked(app, &staff.id, &session.code).await
}

/// Decides about one text or photo; the item as it is then. Where nobody says what the item is, it is the one that waits
/// under this id.
///
/// # Errors
/// No such item, more than one that could be meant, decided before, or a rule that is broken: nothing is changed.
pub(super) async fn decide(
    app: &App,
    staff: &Staff,
    session: Wijksessie,
    id: String,
    verdict: Verdict,
) -> Result<Item, ModerationError> {
    decide_as(app, Some(staff), session, id, verdict).await
}

pub(super) async fn decide_as(
    app: &App,
    staff: Option<&Staff>,
    session: Wijksessie,
    id: String,
    verdict: Verdict,
) -> Result<Item, ModerationError> {
    if verdict.decision == Decision::Delete && verdict.reason.is_none() {
        return Err(ModerationError::NoReason);
    }
    let who = staff.map(|staff| staff.id.as_str());
    let decided = accounts::Entry::new(app, who, verdict.decision.action(), "")?;
    let placed = accounts::Entry::new(app, who, "name-place", "")?;
    let address = hex::encode(&app.chance.ids.secret()?[..16]);
    let gone = app.gone.clone();
    let area = buurt::area(app, &session.buurten).await?;
    let sources = Sources::given(app)?;
    let (item, files) = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                let session = session::held(tx, session).await?;
                let item = meant(tx, &session.code, &id, &verdict, sources).await?;
                let told = told(&session.code, &item, &verdict);
                let with = Deciding { gone, area, session, address };
                let done = match (item.of, sources.of(item.of)) {
                    (Of::Photo, _) => photo(tx, &with, item, &verdict).await?,
                    (_, Some(source)) => source.decide(tx, &with, item, &verdict).await?,
                    (_, None) => text(tx, &with, item, &verdict).await?,
                };
                if let Some(name) = verdict.named() {
                    accounts::record(tx, &placed.about(format!("{told} {name}"))).await?;
                }
                accounts::record(tx, &decided.about(told)).await?;
                Ok::<_, ModerationError>(done)
            })
        })
        .await?;
    photos::forget_files(app, files).await?;
    Ok(item)
}

/// The item that a verdict is about: what it says it is, or the only one that can be meant.
async fn meant(
    tx: &mut Tx,
    code: &str,
    id: &str,
    verdict: &Verdict,
    sources: Sources,
) -> Result<Item, ModerationError> {
    let mut found = Vec::new();
    for of in verdict.of.as_ref().map_or(&Of::ALL[..], std::slice::from_ref) {
        found.extend(match (of, sources.of(*of)) {
            (Of::Photo, _) => store::photo(tx, code, id).await?,
            (_, Some(source)) => source.find(tx, code, id).await?,
            (_, None) => store::pin(tx, code, id).await?,
        });
    }
    if found.len() > 1 {
        let waits = found.iter().any(|item| item.state == State::Waits);
        // About a pin without words there is nothing to decide.
        found.retain(|item| {
            if waits { item.state == State::Waits } else { item.of != Of::Pin || !item.text.is_empty() }
        });
        if found.len() > 1 {
            let late = !waits && !verdict.again;
            return Err(if late { ModerationError::Decided } else { ModerationError::Which });
        }
    }
    match found.pop() {
        Some(item) => Ok(item),
        None => Err(why_none(tx, code, id, verdict, sources).await?),
    }
}

/// Why there is nothing to decide about: somebody else decided that it goes, or it never was.
async fn why_none(
    tx: &mut Tx,
    code: &str,
    id: &str,
    verdict: &Verdict,
    sources: Sources,
) -> Result<ModerationError, ModerationError> {
    for of in verdict.of.as_ref().map_or(&Of::ALL[..], std::slice::from_ref) {
        let had = match (of, sources.of(*of)) {
            // Of a photo that went nothing says in which wijksessie it was.
            (Of::Photo, _) => false,
            (_, Some(source)) => source.had(tx, code, id).await?,
            (_, None) => store::had_pin(tx, code, id).await?,
        };
        if had {
            return Ok(ModerationError::Decided);
        }
    }
    Ok(ModerationError::NoItem)
}

/// What the audit trail tells of a decision: about what, and why; never its words.
fn told(code: &str, item: &Item, verdict: &Verdict) -> String {
    let reason = verdict.reason.filter(|_| verdict.decision == Decision::Delete);
    let reason = reason.map_or_else(String::new, |reason| format!(" {}", reason.word()));
    format!("{code} {} {}{reason}", item.of.word(), item.id)
}

/// Decides about the words of the pin with this id: of one that has just become one.
///
/// # Errors
/// No such pin, decided before, or a rule that is broken: nothing is changed.
pub async fn decide_pin(
    tx: &mut Tx,
    with: &Deciding,
    id: &str,
    verdict: &Verdict,
) -> Result<(Item, Vec<String>), ModerationError> {
    let pin = store::pin(tx, &with.session.code, id).await?.ok_or(ModerationError::NoItem)?;
    text(tx, with, pin, verdict).await
}

/// Decides about the words of a pin.
async fn text(
    tx: &mut Tx,
    with: &Deciding,
    mut item: Item,
    verdict: &Verdict,
) -> Result<(Item, Vec<String>), ModerationError> {
    let Deciding { gone, area, session, .. } = with;
    if verdict.version.is_some_and(|seen| seen != item.version) {
        return Err(ModerationError::Decided);
    }
    let reason = verdict.reason.map(super::Reason::word);
    if verdict.decision == Decision::Delete {
        // Takes the row for this decision, so that of two that come together one is told.
        if !pins::decide(tx, &session.code, &item.id, &ruling(&item, verdict)).await? {
            return Err(ModerationError::Decided);
        }
        let files = pins::leave(tx, gone, session, &item.id, reason).await?;
        return Ok((item, files));
    }
    let before = (item.theme.clone(), item.place);
    if let Some(text) = &verdict.text {
        item.text.clone_from(text);
    }
    if let Some(theme) = &verdict.theme {
        item.theme = Some(theme.clone()).filter(|theme| !theme.is_empty());
    }
    if let Some([lon, lat]) = verdict.place {
        item.place = Some(Place { lon, lat });
    }
    if verdict.street {
        item.place = item.place.map(|place| area.front_door(place));
    }
    pins::check_words(session, area, &item.text, item.theme.as_deref(), item.place)?;
    if session.status != Status::Released {
        item.place = pins::kept_place(session, area, item.theme.as_deref(), item.place);
    } else if before != (item.theme.clone(), item.place) {
        return Err(ModerationError::Released);
    }
    item.places = places_of(area, &item);
    item.place_name = verdict.named().map(str::to_owned);
    if item.place_name.as_ref().is_some_and(|name| !item.places.contains(name)) {
        return Err(ModerationError::NoPlace);
    }
    if !pins::decide(tx, &session.code, &item.id, &ruling(&item, verdict)).await? {
        return Err(ModerationError::Decided);
    }
    let now = store::pin(tx, &session.code, &item.id).await?.ok_or(ModerationError::NoItem)?;
    Ok((Item { places: item.places, ..now }, Vec::new()))
}

/// What is written of a verdict on a pin: the item as it is then.
fn ruling<'a>(item: &'a Item, verdict: &Verdict) -> pins::Ruling<'a> {
    pins::Ruling {
        approved: verdict.decision == Decision::Approve,
        hidden: verdict.decision == Decision::Hide,
        reason: verdict.reason.map(super::Reason::word),
        text: &item.text,
        theme: item.theme.as_deref(),
        place: item.place,
        place_name: item.place_name.as_deref(),
        version: item.version,
        again: verdict.again,
    }
}

/// Decides about a photo and its caption.
async fn photo(
    tx: &mut Tx,
    with: &Deciding,
    mut item: Item,
    verdict: &Verdict,
) -> Result<(Item, Vec<String>), ModerationError> {
    let Deciding { gone, session, address, .. } = with;
    if verdict.named().is_some() {
        return Err(ModerationError::NoPlace);
    }
    if verdict.version.is_some_and(|seen| seen != item.version) {
        return Err(ModerationError::Decided);
    }
    let reason = verdict.reason.map(super::Reason::word);
    if verdict.decision == Decision::Delete {
        if !photos::take(tx, &item.id, verdict.again).await? {
            return Err(ModerationError::Decided);
        }
        let erased = Erased::Photo(item.id.clone());
        gone.write(&erased).await.map_err(pins::PinError::from)?;
        let files = photos::remove_one(tx, &item.id).await?;
        return Ok((item, files));
    }
    if let Some(text) = &verdict.text {
        photos::Caption::try_from(text.clone()).map_err(photos::StoreError::from)?;
        item.text.clone_from(text);
    }
    let ruling = photos::Ruling {
        approved: verdict.decision == Decision::Approve,
        hidden: verdict.decision == Decision::Hide,
        reason,
        caption: &item.text,
        address,
        version: item.version,
        again: verdict.again,
    };
    if !photos::decide(tx, &item.id, &ruling).await? {
        return Err(ModerationError::Decided);
    }
    let now = store::photo(tx, &session.code, &item.id).await?;
    Ok((now.ok_or(ModerationError::NoItem)?, Vec::new()))
}

/// Another picture in the place of a photo: turned, covered, cropped; the item as it is then.
///
/// # Errors
/// No such photo, decided before or changed since it was seen, or an edit that cannot be: nothing is changed.
pub(super) async fn edit(
    app: &App,
    staff: &Staff,
    session: &Wijksessie,
    id: &str,
    edit: photos::Edit,
) -> Result<Item, ModerationError> {
    let photo = store::photo_now(&app.db, &session.code, id).await?;
    let photo = photo.ok_or(ModerationError::NoItem)?;
    if photo.state != State::Waits && !edit.again {
        return Err(ModerationError::Decided);
    }
    let entry = accounts::Entry::new(app, Some(&staff.id), "edit", &format!("{} {id}", session.code))?;
    photos::change(app, &photo.id, edit, entry).await?;
    let now = store::photo_now(&app.db, &session.code, id).await?;
    now.ok_or(ModerationError::NoItem)
}

/// Where faces may be on a photo, and the version they are of.
///
/// # Errors
/// No such photo.
pub(super) async fn faces(
    app: &App,
    session: &Wijksessie,
    id: &str,
) -> Result<(i64, Vec<photos::Share>), ModerationError> {
    let photo = store::photo_now(&app.db, &session.code, id).await?.ok_or(ModerationError::NoItem)?;
    Ok(photos::suggest(app, &photo.id).await?)
}
