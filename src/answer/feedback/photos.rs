//! Photos of residents on the page and the poster: those whose sender said yes and that a begeleider approved, as the team chose them.

use super::store;
use super::{FeedbackError, What};
use crate::input::moderation::{self, PosterPhoto};
use crate::input::photos::{self, PhotoSize, Served};
use crate::input::session;
use crate::platform::App;
use crate::platform::texts::t;
use crate::step3::evidence::photo_reference;

/// A photo that may be on the page, and whether the team wants it there.
pub(super) struct Choice {
    /// How the form points at it.
    pub reference: String,
    pub photo: PosterPhoto,
    pub chosen: bool,
}

/// A photo as a page shows it.
pub(super) struct Picture {
    /// Addresses of the small size and the large one.
    pub thumb: String,
    pub large: String,
    pub caption: String,
}

impl Picture {
    /// At the addresses that the team uses.
    pub(super) fn for_team(photo: &PosterPhoto) -> Self {
        let addresses = &photo.photo;
        Self {
            thumb: addresses.thumb.clone(),
            large: addresses.large.clone(),
            caption: photo.caption.clone(),
        }
    }

    /// The photos of the public page at `slug`, at addresses that live as long as the page. They may be kept for an hour, so an
    /// address holds which picture it is: the next one does not come to stand where another was kept.
    pub(super) fn for_everybody(app: &App, slug: &str, photos: &[PosterPhoto]) -> Vec<Self> {
        let picture = |(at, photo): (usize, &PosterPhoto)| {
            let (at, which) = (format!("/terug/{slug}/foto/{}", at + 1), which(app, photo));
            let thumb = format!("{at}?size=thumb&welke={which}");
            Self { thumb, large: format!("{at}?welke={which}"), caption: photo.caption.clone() }
        };
        photos.iter().enumerate().map(picture).collect()
    }
}

/// What a photo says to who does not see it.
pub(super) fn alternative(caption: &str) -> String {
    if caption.is_empty() { t("feedback-photo-alt") } else { caption.to_owned() }
}

/// Tells one picture from another, and nothing else of it: it changes with each decision and each change.
fn which(app: &App, photo: &PosterPhoto) -> String {
    let mut hash = app.keys.content(&[b"public photo", photo.photo.address.as_bytes()]);
    hash.truncate(16);
    hash
}

async fn allowed(app: &App, traject: &str) -> Result<Vec<PosterPhoto>, FeedbackError> {
    let released = session::released(app, traject).await?;
    let codes: Vec<String> = released.into_iter().map(|(code, _)| code).collect();
    Ok(moderation::for_poster(app, &codes).await?)
}

/// Every photo that may be on the page, strengths first.
///
/// # Errors
/// The database's.
pub(super) async fn choices(app: &App, traject: &str) -> Result<Vec<Choice>, FeedbackError> {
    let chosen = store::chosen(&app.db, traject, What::Photo).await?;
    let choice = |photo: PosterPhoto| Choice {
        reference: photo_reference(app, &photo.photo.id),
        chosen: chosen.contains(&photo.photo.id),
        photo,
    };
    Ok(allowed(app, traject).await?.into_iter().map(choice).collect())
}

/// The photos that may be on the page and that the team wants there, strengths first.
///
/// # Errors
/// The database's.
pub(super) async fn wanted(app: &App, traject: &str) -> Result<Vec<PosterPhoto>, FeedbackError> {
    let chosen = store::chosen(&app.db, traject, What::Photo).await?;
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let mut photos = allowed(app, traject).await?;
    photos.retain(|photo| chosen.contains(&photo.photo.id));
    Ok(photos)
}

/// The bytes of the photo with a number on a public page, from 1 on; `asked`: the picture that stood there when the page was
/// made, where the address says so.
///
/// # Errors
/// [`FeedbackError::None`] where that page has no such photo any more.
pub(super) async fn public(
    app: &App,
    shown: &[PosterPhoto],
    number: usize,
    asked: Option<&str>,
    size: PhotoSize,
) -> Result<Served, FeedbackError> {
    let photo = number.checked_sub(1).and_then(|at| shown.get(at)).ok_or(FeedbackError::None)?;
    if asked.is_some_and(|asked| asked != which(app, photo)) {
        return Err(FeedbackError::None);
    }
    Ok(photos::serve(app, &photo.photo.address, size).await?)
}
