//! The files of a plattegrond as they are sent: those that are kept, and the pictures that are drawn when somebody first asks.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OnceCell, Semaphore};

use super::packed::{pack, read_packed};
use super::{AreaError, lettering, store, svg};
use crate::platform::App;

/// So many pictures are remembered: an evening uses a dozen.
const MOST_PICTURES: usize = 96;
/// So many are drawn at once: whoever asks for all of a city's takes one core, not the server.
const AT_ONCE: usize = 1;
/// Stands in the address of pictures that are not part of what a plattegrond is named by, which caches keep for a year. Whoever
/// changes how they look raises it (`tests/drawing.rs` says when).
pub(super) const LOOK: &str = "1";

/// A part of a plattegrond that is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// As data.
    Geojson,
    /// Drawn, with names: one picture that stands alone.
    Svg,
    /// Its streets and places, to look up.
    Names,
    /// Drawn without names.
    Ground,
    /// One set of names and signs.
    Lettering(usize),
}

impl Part {
    /// By the end of an address, `grond-1.svg` or `letters-1-0.svg` and the like.
    pub(super) fn of(ending: &str) -> Option<Self> {
        Some(match ending {
            "svg" => Self::Svg,
            "geojson" => Self::Geojson,
            "json" => Self::Names,
            _ => {
                let (name, look) = ending.strip_suffix(".svg")?.split_once('-')?;
                match (name, look.split_once('-')) {
                    ("grond", None) if look == LOOK => Self::Ground,
                    ("letters", Some((look, set))) if look == LOOK => {
                        let known = (0..lettering::MOST_SETS).find(|known| known.to_string() == set);
                        Self::Lettering(known?)
                    }
                    _ => return None,
                }
            }
        })
    }

    /// What it is, for a browser.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Self::Geojson => "application/geo+json",
            Self::Names => "application/json",
            Self::Svg | Self::Ground | Self::Lettering(_) => "image/svg+xml",
        }
    }
}

type Picture = Arc<OnceCell<Option<Arc<[u8]>>>>;

/// Pictures that were drawn, packed, the last ones first; each is drawn once, however many ask at once.
#[derive(Default)]
struct Pictures(Mutex<VecDeque<Remembered>>);

type Remembered = (String, Part, Picture);

impl Pictures {
    /// One that was asked for before; from now on it is the last one that was.
    fn known(all: &mut VecDeque<Remembered>, hash: &str, part: Part) -> Option<Picture> {
        let at = all.iter().position(|(known, of, _)| known == hash && *of == part)?;
        let one = all.remove(at)?;
        let picture = one.2.clone();
        all.push_front(one);
        Some(picture)
    }

    fn find(&self, hash: &str, part: Part) -> Option<Picture> {
        Self::known(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner), hash, part)
    }

    /// The place of a picture of a plattegrond that is there.
    fn place(&self, hash: &str, part: Part) -> Picture {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Self::known(&mut all, hash, part).unwrap_or_else(|| {
            let picture = Picture::default();
            all.push_front((hash.to_owned(), part, picture.clone()));
            all.truncate(MOST_PICTURES);
            picture
        })
    }
}

/// A file of a plattegrond, brotli-compressed, if it is there.
///
/// # Errors
/// The database's; a plattegrond that cannot be drawn.
pub(super) async fn file(app: &App, hash: &str, part: Part) -> Result<Option<Arc<[u8]>>, AreaError> {
    if matches!(part, Part::Ground | Part::Lettering(_)) {
        return picture(app, hash, part).await;
    }
    let kept = store::drawn(&app.db, hash).await?;
    Ok(kept.map(|kept| match part {
        Part::Geojson => kept.geojson.into(),
        Part::Names => kept.names.into(),
        _ => kept.svg.into(),
    }))
}

/// A picture that is drawn when somebody first asks for it.
async fn picture(app: &App, hash: &str, part: Part) -> Result<Option<Arc<[u8]>>, AreaError> {
    let pictures = app.parts.of::<Pictures>();
    if let Some(drawn) = pictures.find(hash, part).as_ref().and_then(|picture| picture.get()) {
        return Ok(drawn.clone());
    }
    // What nobody imported takes the place of no picture.
    if !store::is_known(&app.db, hash).await? {
        return Ok(None);
    }
    let (app, hash, picture) = (app.clone(), hash.to_owned(), pictures.place(hash, part));
    // In a task of its own: whoever hangs up does not leave it for the next one to begin again.
    let drawing =
        tokio::spawn(async move { picture.get_or_try_init(|| drawn(&app, &hash, part)).await.cloned() });
    drawing.await.map_err(|error| AreaError::Pack(error.to_string()))?
}

async fn drawn(app: &App, hash: &str, part: Part) -> Result<Option<Arc<[u8]>>, AreaError> {
    static SEATS: Semaphore = Semaphore::const_new(AT_ONCE);
    let _seat = SEATS.acquire().await.map_err(|error| AreaError::Pack(error.to_string()))?;
    let Some(kept) = store::drawn(&app.db, hash).await? else { return Ok(None) };
    let geojson = kept.geojson;
    let work = tokio::task::spawn_blocking(move || {
        let plattegrond = read_packed(&geojson)?;
        let picture = match part {
            Part::Lettering(set) => lettering::draw(&plattegrond, set),
            _ => svg::ground(&plattegrond),
        };
        picture.map(|picture| Ok(pack(picture.as_bytes())?.into())).transpose()
    });
    work.await.map_err(|error| AreaError::Pack(error.to_string()))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_is_asked_for_again_is_the_same_and_the_one_asked_for_longest_ago_goes() {
        let pictures = Pictures::default();
        let first = pictures.place("a", Part::Ground);
        assert!(
            pictures.find("b", Part::Ground).is_none() && pictures.find("a", Part::Lettering(0)).is_none()
        );
        for set in 1..MOST_PICTURES {
            pictures.place("b", Part::Lettering(set));
        }
        assert!(Arc::ptr_eq(&first, &pictures.place("a", Part::Ground)));
        pictures.place("c", Part::Ground);
        assert!(Arc::ptr_eq(&first, &pictures.find("a", Part::Ground).unwrap()));
        assert!(pictures.find("b", Part::Lettering(1)).is_none());
    }
}
