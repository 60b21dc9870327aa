//! What a room sees of the pins of others, on its projector and on every tablet: it changes in groups of at least *k* people
//! (`model`), and what was shown is kept (`store`), so a restart or a second server goes on where it was.
//!
//! Approved words join their pins in groups of their own, and go at once when they are taken back. What was shown is
//! kept (`room_picture`, `room_pin`: the pin as it was shown, and of its words a keyed hash), under a lock that a
//! second server waits for. Ids and order are keyed with the version; the handle of "dat zie ik ook" with the pin and
//! its words. What is at hand is made again only when `store::print` says that something changed. After closing nothing
//! joins; rows of what is not there any more go within a minute, and all rows with the release.

mod model;
mod store;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use crate::input::photos;
use crate::input::session::{Kind, LEAST_K, Status, Wijksessie};
use crate::place::buurt;
use crate::platform::{App, DbError, Tx};

use super::PinError;
use crate::place::buurt::Place;
use model::{Next, One, Pins, Said};
use store::Print;

/// Pictures kept at hand. What is forgotten is read again.
const MOST_KEPT: usize = 256;

type Slot = Arc<tokio::sync::Mutex<Option<(Print, Status, Arc<Shown>)>>>;

/// What each room sees, at hand.
#[derive(Default)]
struct Pictures(Mutex<HashMap<String, Slot>>);

/// Forgets every picture that is at hand: pins behind them were deleted, or taken out.
pub fn forget_pictures(app: &App) {
    app.parts.of::<Pictures>().0.lock().unwrap_or_else(PoisonError::into_inner).clear();
}

impl Pictures {
    fn slot(&self, code: &str) -> Slot {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if slots.len() >= MOST_KEPT && !slots.contains_key(code) {
            slots.clear();
        }
        slots.entry(code.to_owned()).or_default().clone()
    }
}

/// A pin as the room sees it.
#[derive(Debug, Clone)]
pub struct InRoom {
    /// A UUID that means nothing: another one in every version.
    pub id: String,
    /// The pin's own UUID, never to be sent anywhere.
    pub pin: String,
    /// Whose it is, as a key within its wijksessie; never to be sent anywhere.
    pub participant: String,
    /// Where, on the grid of 25 m.
    pub place: Option<Place>,
    /// What kind of observation.
    pub kind: Kind,
    /// Its theme.
    pub theme: Option<String>,
    /// What a begeleider approved of it.
    pub words: Option<Words>,
}

/// What a begeleider approved, as far as the room may see it.
#[derive(Debug, Clone)]
pub struct Words {
    /// The words; empty where there are photos only.
    pub text: String,
    /// The ids of the photos.
    pub photos: BTreeSet<String>,
    /// What "dat zie ik ook" names it by: as long as these words stand.
    pub handle: String,
}

/// What a room sees at a moment.
#[derive(Debug, Default)]
pub struct Shown {
    /// Grows with every group.
    pub version: i64,
    /// The pins, in an order that means nothing.
    pub pins: Vec<InRoom>,
    /// How many pins were put at all.
    pub total: usize,
    /// The pin that each handle is for, whether its words are shown just now or not.
    handles: HashMap<String, String>,
}

impl Shown {
    /// The pin that a handle is for.
    pub(super) fn of_handle(&self, handle: &str) -> Option<&str> {
        self.handles.get(handle).map(String::as_str)
    }
}

/// What the room of a wijksessie sees at this moment. A group that is complete joins it.
///
/// # Errors
/// The database's, or an area that cannot be read.
pub async fn shown(app: &App, session: &Wijksessie) -> Result<Arc<Shown>, PinError> {
    let slot = app.parts.of::<Pictures>().slot(&session.code);
    // One at a time: a room of tablets that all ask at once has it made once.
    let mut kept = slot.lock().await;
    let mut print = store::print(&app.db, &session.code).await?;
    if let Some((of, status, shown)) = kept.as_ref()
        && (of, *status) == (&print, session.status)
    {
        return Ok(shown.clone());
    }
    let (shown, writes) = look(app, session).await?;
    let shown = Arc::new(shown);
    // What was written just now is in it; what others wrote meanwhile is found at the next look.
    print.writes = writes;
    *kept = Some((print, session.status, shown.clone()));
    Ok(shown)
}

/// What there is at a moment: the pins as the room may see them, and the approved words.
struct Now {
    pins: Pins,
    texts: BTreeMap<String, String>,
}

async fn now(app: &App, session: &Wijksessie) -> Result<Now, PinError> {
    let area = buurt::area(app, &session.buurten).await?;
    let mut pictures: HashMap<String, BTreeSet<String>> = HashMap::new();
    for (pin, photo) in photos::approved_at_pins(app, &session.code).await? {
        pictures.entry(pin).or_default().insert(photo);
    }
    let mut now = Now { pins: Pins::new(), texts: BTreeMap::new() };
    for store::There { id, mut dot, approved } in store::there(&app.db, &session.code).await? {
        dot.place = dot.place.map(|place| area.on_grid(place));
        let mut said = Said::default();
        if let Some(text) = approved {
            let mark = || app.keys.content(&[b"words in the room", id.as_bytes(), text.as_bytes()]);
            said = Said {
                words: (!text.is_empty()).then(mark),
                photos: pictures.remove(&id).unwrap_or_default(),
            };
            now.texts.insert(id.clone(), text);
        }
        now.pins.insert(id, One { dot, said });
    }
    Ok(now)
}

/// Looks, and remembers what joined and what went; also how often the picture was written then.
async fn look(app: &App, session: &Wijksessie) -> Result<(Shown, i64), PinError> {
    let k = session.k.max(LEAST_K);
    loop {
        // First what was shown, so that nothing is older than what it is compared with.
        let (mut version, mut writes, before) = store::shown(&app.db, &session.code).await?;
        let now = now(app, session).await?;
        if session.status != Status::Open {
            let pins = model::left(&before, &now.pins);
            return Ok((picture(app, session, version, &pins, &now), writes));
        }
        let Next { pins, turned } = model::next(&before, &now.pins, k);
        let (pins, before) = (Arc::new(pins), Arc::new(before));
        if pins != before {
            if !remember(app, &session.code, writes, (before, pins.clone()), turned).await? {
                // Another server was first: look at what it shows.
                continue;
            }
            writes += 1;
            version += i64::from(turned);
        }
        return Ok((picture(app, session, version, &pins, &now), writes));
    }
}

/// Remembers what is shown; false where somebody else was first.
async fn remember(
    app: &App,
    code: &str,
    writes: i64,
    (before, pins): (Arc<Pins>, Arc<Pins>),
    turned: bool,
) -> Result<bool, DbError> {
    let code = code.to_owned();
    app.db
        .write(move |tx| {
            Box::pin(async move {
                if !store::begin(tx, &code, writes).await? {
                    return Ok(false);
                }
                let mut new = Vec::new();
                for (id, one) in &*pins {
                    match before.get(id) {
                        Some(old) if old == one => {}
                        Some(_) => store::update(tx, &code, &(id.clone(), one.clone())).await?,
                        None => new.push((id.clone(), one.clone())),
                    }
                }
                for id in before.keys().filter(|id| !pins.contains_key(*id)) {
                    store::remove(tx, &code, id).await?;
                }
                store::insert(tx, &code, &new).await?;
                store::written(tx, &code, turned).await?;
                Ok(true)
            })
        })
        .await
}

/// The pins as others see them: under ids of this version, in the order of those.
fn picture(app: &App, session: &Wijksessie, version: i64, pins: &Pins, now: &Now) -> Shown {
    let (dots, words) = model::may_be_seen(pins, session.k.max(LEAST_K));
    let code = session.code.as_bytes();
    let mut shown = Shown { version, total: now.pins.len(), ..Shown::default() };
    for (pin, One { dot, said }) in pins {
        let text = || now.texts.get(pin).filter(|_| said.words.is_some()).cloned().unwrap_or_default();
        let told = (!said.is_nothing()).then(text).map(|text| {
            let handle =
                app.keys.uuid(&[b"handle in the room", code, pin.as_bytes(), text.as_bytes()]).to_string();
            shown.handles.insert(handle.clone(), pin.clone());
            Words { text, photos: said.photos.clone(), handle }
        });
        if dots {
            let id = app.keys.uuid(&[b"pin in the room", code, &version.to_be_bytes(), pin.as_bytes()]);
            shown.pins.push(InRoom {
                id: id.to_string(),
                pin: pin.clone(),
                participant: dot.participant.clone(),
                place: dot.place,
                kind: dot.kind,
                theme: dot.theme.clone(),
                words: told.filter(|_| words),
            });
        }
    }
    shown.pins.sort_by(|one, other| one.id.cmp(&other.id));
    shown
}

/// Forgets that a pin was shown: what was taken away after closing stays nowhere.
pub(super) async fn forget(tx: &mut Tx, code: &str, id: &str) -> Result<(), DbError> {
    store::remove(tx, code, id).await
}

/// Forgets what a room was shown.
pub(super) async fn erase(tx: &mut Tx, code: &str) -> Result<(), DbError> {
    store::erase(tx, code).await
}

/// Forgets of moments that are over what was taken back while they were open, and all that was shown of those that were released.
///
/// # Errors
/// The database's.
pub async fn tidy_pictures(app: &App) -> Result<u64, DbError> {
    app.db.write(move |tx| Box::pin(async move { store::tidy(tx).await })).await
}
