//! What the team chose for the page beside its words: photos of residents, and figures that residents may see.

use super::photos::{self, Choice};
use super::store;
use super::{FeedbackError, MOST_CHOSEN, Shown, What};
use crate::input::moderation::PosterPhoto;
use crate::input::session;
use crate::people::accounts::{self, Staff};
use crate::platform::App;
use crate::step3::indicators::{self, OfTheme};

/// A figure that may be on the page, and whether the team wants it there.
pub(super) struct FigureChoice {
    pub figure: OfTheme,
    pub chosen: bool,
}

/// All that may be on the page.
pub(super) struct Choices {
    pub photos: Vec<Choice>,
    pub figures: Vec<FigureChoice>,
}

impl Choices {
    /// Ids of what the team chose.
    pub(super) fn chosen(&self) -> Shown {
        let photos = self.photos.iter().filter(|choice| choice.chosen);
        let figures = self.figures.iter().filter(|choice| choice.chosen);
        Shown {
            photos: photos.map(|choice| choice.photo.photo.id.clone()).collect(),
            figures: figures.map(|choice| choice.figure.indicator.id.clone()).collect(),
        }
    }
}

/// What may be on the page.
///
/// # Errors
/// The database's.
pub(super) async fn choices(app: &App, traject: &str) -> Result<Choices, FeedbackError> {
    let chosen = store::chosen(&app.db, traject, What::Figure).await?;
    let figures = indicators::for_residents(app, traject).await?.into_iter();
    let figures = figures
        .map(|figure| FigureChoice { chosen: chosen.contains(&figure.indicator.id), figure })
        .collect();
    Ok(Choices { photos: photos::choices(app, traject).await?, figures })
}

/// What the team chose and may be shown now.
pub(super) struct Wanted {
    pub photos: Vec<PosterPhoto>,
    pub figures: Vec<OfTheme>,
}

impl Wanted {
    /// Ids of all of it.
    pub(super) fn ids(&self) -> Shown {
        Shown {
            photos: self.photos.iter().map(|photo| photo.photo.id.clone()).collect(),
            figures: self.figures.iter().map(|figure| figure.indicator.id.clone()).collect(),
        }
    }
}

/// What the team chose and may be shown now.
///
/// # Errors
/// The database's.
pub(super) async fn wanted(app: &App, traject: &str) -> Result<Wanted, FeedbackError> {
    let chosen = store::chosen(&app.db, traject, What::Figure).await?;
    let mut figures = Vec::new();
    if !chosen.is_empty() {
        figures = indicators::for_residents(app, traject).await?;
        figures.retain(|figure| chosen.contains(&figure.indicator.id));
    }
    Ok(Wanted { photos: photos::wanted(app, traject).await?, figures })
}

/// Puts a photo (by its reference) or a figure (by its id) among those for the page, or leaves it out: gone at once where it was online.
///
/// # Errors
/// One that may not be there, or more than [`MOST_CHOSEN`].
pub(super) async fn choose(
    app: &App,
    staff: &Staff,
    traject: &str,
    (what, which): (What, &str),
    on: bool,
) -> Result<(), FeedbackError> {
    let all = choices(app, traject).await?;
    let (id, offered): (_, Vec<String>) = match what {
        What::Photo => {
            let choice = all.photos.iter().find(|choice| choice.reference == which);
            let ids = all.photos.iter().map(|choice| choice.photo.photo.id.clone());
            (choice.map(|choice| choice.photo.photo.id.clone()), ids.collect())
        }
        What::Figure => {
            let ids: Vec<String> =
                all.figures.iter().map(|choice| choice.figure.indicator.id.clone()).collect();
            (ids.iter().find(|id| *id == which).cloned(), ids)
        }
    };
    let id = id.ok_or(FeedbackError::Wrong("feedback-wrong-choice"))?;
    let action = match what {
        What::Photo => "feedback-photo",
        What::Figure => "feedback-figure",
    };
    let entry = accounts::Entry::new(app, Some(&staff.id), action, traject)?;
    let traject = traject.to_owned();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                // Counted where nobody else of the team chooses: of two who choose the last one, one is told.
                session::hold(tx, &traject).await?;
                let chosen = store::chosen_held(tx, &traject, what).await?;
                let there = chosen.iter().filter(|one| offered.contains(one)).count();
                if on && !chosen.contains(&id) && there >= MOST_CHOSEN {
                    return Err(FeedbackError::Wrong("feedback-wrong-most"));
                }
                store::choose(tx, &traject, (what, &id), on).await?;
                Ok(accounts::record(tx, &entry).await?)
            })
        })
        .await
}
