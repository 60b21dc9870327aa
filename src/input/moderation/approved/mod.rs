//! What was approved, as other rooms read it: part by part, so that a page costs what it shows and nothing is held whole.

mod part;
mod store;

use super::{ModerationError, NamedPlace, PosterPhoto, Quote};
use crate::platform::{App, DbError};

pub use part::{Gather, Quoted};

/// So many are shown together.
pub const TOGETHER: usize = 50;
/// So many are read at once where all of them are looked through.
const AT_ONCE: usize = 500;

/// What of what was approved is asked for. Usually everything, strengths first.
#[derive(Debug, Clone, Default)]
pub struct Sought {
    /// About what.
    pub about: About,
    /// Strengths only, or only what can be better.
    pub strengths: Option<bool>,
    /// In which order.
    pub first: First,
}

/// About what something was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum About {
    /// Anything.
    #[default]
    All,
    /// The theme with this slug.
    Theme(String),
    /// No theme, or one that will be chosen later.
    NoTheme,
}

/// What comes first; then the order of pins, which says nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum First {
    /// Strengths: the order of most pages.
    #[default]
    Strengths,
    /// What there is to see comes before what there is to read.
    Photos,
}

impl First {
    /// Whether a quote is in the later half.
    fn is_later(self, quote: &Quote) -> bool {
        match self {
            Self::Strengths => !quote.kind.is_strength(),
            Self::Photos => quote.photos.is_empty(),
        }
    }
}

/// The part behind a mark of what was approved in these wijksessies, about `most` quotes; without a mark, or with one that we never
/// wrote, the first.
///
/// # Errors
/// The database's.
pub async fn part(
    app: &App,
    codes: &[String],
    sought: &Sought,
    mark: Option<&str>,
    most: usize,
) -> Result<Quoted, ModerationError> {
    let mark = mark.and_then(part::read);
    let behind = mark.as_ref().map(|(later, pin)| (*later, pin.as_str()));
    let (mut whole, mut before) = (0, 0);
    for code in codes {
        let (all, passed) = store::count(&app.db, code, sought, behind).await?;
        whole += all;
        before += passed;
    }
    let (shown, more) = next(app, codes, sought, behind, most).await?;
    Ok(Quoted::new(shown, before, whole, more, sought.first))
}

/// The next quotes behind one, and whether there are more.
async fn next(
    app: &App,
    codes: &[String],
    sought: &Sought,
    behind: Option<store::Behind<'_>>,
    most: usize,
) -> Result<(Vec<Quote>, bool), DbError> {
    let mut found = Vec::new();
    for code in codes {
        found.extend(store::part(&app.db, code, sought, behind, most + 1).await?);
    }
    let place = |(later, quote): &(bool, Quote)| (*later, quote.pin.clone());
    found.sort_by_cached_key(|one| (place(one), one.1.session.clone()));
    let mut end = most.min(found.len());
    // Two wijksessies may each have a pin with this id: no mark lies between those.
    while end > 0 && end < found.len() && place(&found[end - 1]) == place(&found[end]) {
        end += 1;
    }
    let more = found.len() > end;
    found.truncate(end);
    Ok((found.into_iter().map(|(_, quote)| quote).collect(), more))
}

/// Hands out everything that was approved in these wijksessies one by one, in its order; only a part is held at a time.
///
/// # Errors
/// The database's.
pub async fn each(
    app: &App,
    codes: &[String],
    sought: &Sought,
    mut take: impl FnMut(Quote),
) -> Result<(), ModerationError> {
    let mut last: Option<(bool, String)> = None;
    loop {
        let behind = last.as_ref().map(|(later, pin)| (*later, pin.as_str()));
        let (quotes, more) = next(app, codes, sought, behind, AT_ONCE).await?;
        last = quotes.last().map(|quote| (sought.first.is_later(quote), quote.pin.clone()));
        quotes.into_iter().for_each(&mut take);
        if !more {
            return Ok(());
        }
    }
}

/// Approved photos of these wijksessies that may be on the poster, strengths first.
///
/// # Errors
/// The database's.
pub async fn for_poster(app: &App, codes: &[String]) -> Result<Vec<PosterPhoto>, ModerationError> {
    let mut photos = Vec::new();
    for code in codes {
        photos.extend(store::for_poster(&app.db, code).await?);
    }
    photos.sort_by_key(|one| !one.kind.is_strength());
    Ok(photos)
}

/// The public places as which approved strengths of these wijksessies may be shown.
///
/// # Errors
/// The database's.
pub async fn named_places(app: &App, codes: &[String]) -> Result<Vec<NamedPlace>, ModerationError> {
    let mut places = Vec::new();
    for code in codes {
        places.extend(store::named_places(&app.db, code).await?);
    }
    Ok(places)
}
