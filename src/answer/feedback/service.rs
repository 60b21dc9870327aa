//! Writing the page, putting it online, and what became of one pin.

use std::collections::HashMap;

use super::photos::Picture;
use super::selection::{self, Choices, Wanted};
use super::store::{self, PageRow};
use super::{FeedbackError, PublicPoint, Published, Shown, Words, tidy_slug};
use crate::input::session::{self, Traject};
use crate::people::accounts::{self, Staff};
use crate::platform::{App, DbError, Tx};
use crate::step3::agenda::{self, Point};
use crate::step3::boards::{self, Action, At, Board, Saved};
use crate::step3::evidence::{self, Of};
use crate::step3::indicators::OfTheme;

/// What stands on a page beside its words.
pub(super) struct Beside {
    pub pictures: Vec<Picture>,
    pub figures: Vec<OfTheme>,
}

/// The page of a traject as its team sees it.
pub(super) struct Desk {
    /// The words as they are kept.
    pub words: Words,
    /// Their version; 0 where nothing was written yet.
    pub version: i64,
    /// The public address, where there is one.
    pub slug: Option<String>,
    /// What is online, as it reads now, and since when.
    pub online: Option<(Published, String)>,
    /// What would be online if it were put there now.
    pub next: Published,
    /// The agenda.
    pub points: Vec<Point>,
    /// What may be on it, and what of it the team chose.
    pub choices: Choices,
}

impl Desk {
    /// What is on a page beside its words, in its order, as the team sees it.
    pub(super) fn beside(&self, page: &Published) -> Beside {
        let photo = |id: &String| self.choices.photos.iter().find(|choice| choice.photo.photo.id == *id);
        let figure = |id: &String| self.choices.figures.iter().find(|one| one.figure.indicator.id == *id);
        Beside {
            pictures: page.photos.iter().filter_map(photo).map(|one| Picture::for_team(&one.photo)).collect(),
            figures: page.figures.iter().filter_map(figure).map(|one| one.figure.clone()).collect(),
        }
    }

    /// Whether there is something that is not online yet.
    pub(super) fn has_news(&self) -> bool {
        self.online.as_ref().is_some_and(|(online, _)| *online != self.next)
    }
}

/// `chosen`: what may be on it.
fn read(
    kept: &PageRow,
    agenda: &[Point],
    chosen: &Shown,
) -> Result<Option<(Published, String)>, FeedbackError> {
    let Some((page, at)) = &kept.online else { return Ok(None) };
    let page: Published = serde_json::from_str(page)?;
    Ok(Some((page.kept_up(agenda, chosen), at.clone())))
}

/// The page as its team sees it.
///
/// # Errors
/// The database's.
pub(super) async fn desk(app: &App, traject: &Traject) -> Result<Desk, FeedbackError> {
    let points = agenda::of_traject(app, &traject.id).await?;
    let kept = store::find(&app.db, &traject.id).await?;
    let choices = selection::choices(app, &traject.id).await?;
    let chosen = choices.chosen();
    let online = kept.as_ref().map(|kept| read(kept, &points, &chosen)).transpose()?.flatten();
    // What was written before there was a page of its own.
    let before = Words { intro: traject.feedback.clone(), ..Words::default() };
    let (words, version, slug) = match kept {
        Some(kept) if kept.version > 0 => (kept.words, kept.version, Some(kept.slug)),
        Some(kept) => (before, kept.version, Some(kept.slug)),
        None => (before, 0, None),
    };
    let next = Published::of(words.clone(), &points, chosen);
    Ok(Desk { words, version, slug, online, next, points, choices })
}

/// Keeps the words that somebody typed over version `seen`. Nothing of it is online before the team says so.
///
/// # Errors
/// A part that is too long: nothing is changed.
pub(super) async fn save(
    app: &App,
    staff: &Staff,
    traject: &Traject,
    seen: i64,
    words: Words,
) -> Result<Saved, FeedbackError> {
    let long = words.too_long();
    if !long.is_empty() {
        return Err(FeedbackError::Long(long));
    }
    // Two join codes: short enough to type from a poster, too many to guess.
    let slug = tidy_slug(&format!("{}{}", app.chance.ids.join_code()?, app.chance.ids.join_code()?));
    let (chance, traject, staff) = (app.chance.clone(), traject.id.clone(), staff.id.clone());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                store::insert(tx, &traject, &slug).await?;
                let mut row = store::held(tx, &traject).await?.ok_or(FeedbackError::None)?;
                let at = At { traject: &traject, board: Board::Terugkoppeling, row: &traject, staff: &staff };
                if row.version != seen {
                    let now = (row.version, false, row.words.fields());
                    let late = boards::late(&chance, tx, at, seen, now, words.fields()).await?;
                    if let Some(late) = late {
                        return Ok(Saved::Late(Box::new(late)));
                    }
                }
                let words = words.tidy();
                if row.words == words && row.version > 0 {
                    return Ok(Saved::Kept);
                }
                let action = if row.version == 0 { Action::Made } else { Action::Changed };
                (row.words, row.version) = (words, row.version + 1);
                store::update(tx, &row).await?;
                boards::keep(&chance, tx, at, row.version, action, &row.words.fields()).await?;
                Ok(Saved::Kept)
            })
        })
        .await
}

/// Puts the page online as somebody saw it in version `seen`, for everybody.
///
/// # Errors
/// Nothing was written about what is strong, or somebody changed the words since: nothing is online.
pub(super) async fn publish(app: &App, staff: &Staff, traject: &str, seen: i64) -> Result<(), FeedbackError> {
    let entry = accounts::Entry::new(app, Some(&staff.id), "feedback-publish", traject)?;
    let points = agenda::of_traject(app, traject).await?;
    let chosen = selection::wanted(app, traject).await?.ids();
    let (traject, now) = (traject.to_owned(), app.chance.now_text());
    app.db
        .write(move |tx| {
            Box::pin(async move {
                session::hold(tx, &traject).await?;
                let row = store::held(tx, &traject).await?;
                let row = row.ok_or(FeedbackError::Wrong("feedback-wrong-strong"))?;
                if row.version != seen {
                    return Err(FeedbackError::Wrong("feedback-wrong-changed"));
                }
                if row.words.strong.is_empty() {
                    return Err(FeedbackError::Wrong("feedback-wrong-strong"));
                }
                let page = serde_json::to_string(&Published::of(row.words.clone(), &points, chosen))?;
                store::set_online(tx, &traject, Some((page, now))).await?;
                session::set_feedback(tx, &traject, &row.words.intro).await?;
                accounts::record(tx, &entry).await?;
                Ok(())
            })
        })
        .await
}

/// Takes the page off. What was written stays with the team.
///
/// # Errors
/// The database's.
pub(super) async fn unpublish(app: &App, staff: &Staff, traject: &str) -> Result<(), FeedbackError> {
    let entry = accounts::Entry::new(app, Some(&staff.id), "feedback-unpublish", traject)?;
    let traject = traject.to_owned();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                session::hold(tx, &traject).await?;
                let Some(row) = store::held(tx, &traject).await? else { return Ok(()) };
                if row.online.is_some() {
                    store::set_online(tx, &traject, None).await?;
                    session::set_feedback(tx, &traject, "").await?;
                    accounts::record(tx, &entry).await?;
                }
                Ok(())
            })
        })
        .await
}

/// A page as everybody may read it.
pub(super) struct Public {
    pub traject: Traject,
    pub page: Published,
    /// What is on it beside its words, in its order.
    pub beside: Wanted,
    /// Since when it is online.
    pub since: String,
}

/// The page at a public address.
///
/// # Errors
/// [`FeedbackError::None`] where there is none, or where it is not online.
pub(super) async fn public(app: &App, slug: &str) -> Result<Public, FeedbackError> {
    let kept = store::online(&app.db, &tidy_slug(slug)).await?.ok_or(FeedbackError::None)?;
    let points = agenda::of_traject(app, &kept.traject).await?;
    let mut beside = selection::wanted(app, &kept.traject).await?;
    let (page, since) = read(&kept, &points, &beside.ids())?.ok_or(FeedbackError::None)?;
    beside.photos.retain(|photo| page.photos.contains(&photo.photo.id));
    beside.figures.retain(|figure| page.figures.contains(&figure.indicator.id));
    Ok(Public { traject: session::find_traject(app, &kept.traject).await?, page, beside, since })
}

/// What became of what somebody said.
#[derive(Debug, Clone, Default)]
pub struct Became {
    /// The public page of the traject, as a path; nothing where it is not online.
    pub page: Option<String>,
    /// By the id of a pin: the points of that page under which the team laid its words or photos itself. A point that only looks like it,
    /// by its theme or its place, is not among them.
    pub points: HashMap<String, Vec<PublicPoint>>,
}

/// What became of pins: each with the ids of its photos.
///
/// # Errors
/// The database's.
pub async fn became(
    app: &App,
    traject: &str,
    pins: &[(String, Vec<String>)],
) -> Result<Became, FeedbackError> {
    let Some(kept) = store::find(&app.db, traject).await? else { return Ok(Became::default()) };
    let agenda = agenda::of_traject(app, traject).await?;
    let Some((page, _)) = read(&kept, &agenda, &Shown::default())? else { return Ok(Became::default()) };
    let mut points = HashMap::new();
    for (pin, photos) in pins {
        let mut mine: Vec<PublicPoint> = Vec::new();
        let words = (Of::Quote, evidence::pin_reference(app, pin));
        let photos = photos.iter().map(|photo| (Of::Photo, evidence::photo_reference(app, photo)));
        for (of, reference) in std::iter::once(words).chain(photos) {
            for hanging in evidence::hangs_on(app, traject, of, &reference).await? {
                let told =
                    page.points.iter().find(|told| hanging.board == Board::Agenda && told.id == hanging.row);
                mine.extend(told.filter(|told| !mine.contains(told)).cloned());
            }
        }
        if !mine.is_empty() {
            points.insert(pin.clone(), mine);
        }
    }
    Ok(Became { page: Some(format!("/terug/{}", kept.slug)), points })
}

/// Forgets the page of a traject, on its day of deletion.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    store::erase(tx, traject).await
}
