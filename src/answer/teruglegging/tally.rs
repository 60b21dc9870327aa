//! What residents said of what was laid before them, in numbers: made once, in the transaction of a release, and never changed. A board
//! adds what the releases tell; only approved words are as they are now.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::store::{self, Thing};
use super::{About, AnswerError, Heard, Tally, Voice, told};
use crate::input::pins::near;
use crate::input::session::{self, Method, SessionError};
use crate::layers::heat::LayerError;
use crate::people::accounts;
use crate::place::buurt::{self, Place, TrajectArea};
use crate::platform::keys::Keys;
use crate::platform::{App, DbError, Tx};

/// Where something was said: what it is about, and the street or place near it.
pub type Spot = (About, String);

/// What one release tells.
#[derive(Debug, Default, Serialize, Deserialize)]
struct OfRelease {
    /// By the id of an agenda point.
    points: BTreeMap<String, Tally>,
    places: Vec<OfPlace>,
}

/// What one release tells of a place.
#[derive(Debug, Serialize, Deserialize)]
struct OfPlace {
    about: About,
    near: String,
    /// Where the map is looked at: where that street or place is, whatever the places that people spoke of.
    place: Place,
    told: Tally,
}

/// What was said, of each thing that may be told of.
#[derive(Debug, Clone, Default)]
pub struct Heards {
    /// By the id of an agenda point.
    pub points: HashMap<String, Heard>,
    /// Of places: what it is about, the street or place near it, and where that is.
    pub places: Vec<(Spot, Place, Heard)>,
    /// Whether a teruglegging was released at all.
    pub any: bool,
}

/// Makes what a release tells of its answers: everything that this needs, so that it can be done within a transaction.
#[derive(Clone)]
pub(super) struct Teller {
    traject: String,
    k: u32,
    area: Arc<TrajectArea>,
    keys: Keys,
}

impl Teller {
    /// For releases of a traject.
    ///
    /// # Errors
    /// No such traject, or an area that cannot be read.
    pub(super) async fn of(app: &App, traject: &str) -> Result<Self, LayerError> {
        let traject = session::find_traject(app, traject).await?;
        let area = buurt::area(app, &traject.buurten).await?;
        Ok(Self { traject: traject.id, k: traject.k, area, keys: app.keys.clone() })
    }

    /// Counts the answers of these wijksessies and keeps what may be told of them, in the release's own transaction.
    ///
    /// # Errors
    /// The database's.
    pub(super) async fn keep_told(
        &self,
        tx: &mut Tx,
        release: &str,
        codes: &[String],
    ) -> Result<(), LayerError> {
        let mut voices = Vec::new();
        for code in codes {
            voices.extend(store::voices(tx, code).await?);
        }
        let content = serde_json::to_string(&self.count(voices));
        let content = content.map_err(|error| LayerError::Kept(error.to_string()))?;
        Ok(store::keep_told(tx, release, &self.traject, &content).await?)
    }

    fn count(&self, voices: Vec<(Thing, Voice)>) -> OfRelease {
        let mut points: BTreeMap<String, Vec<Voice>> = BTreeMap::new();
        let mut places: BTreeMap<Spot, (Place, Vec<Voice>)> = BTreeMap::new();
        for ((about, point, place), voice) in voices {
            match (point, place) {
                (Some(point), _) => points.entry(point).or_default().push(voice),
                (None, Some(place)) => {
                    let entry = places.entry((about, near(&self.area, place)));
                    entry.or_insert_with(|| (self.looked_at(place), Vec::new())).1.push(voice);
                }
                (None, None) => {}
            }
        }
        // Which of several answers somebody counts with: a lot that nobody without the key can foresee.
        let lot = |voice: &Voice| {
            let (code, who) = &voice.who;
            self.keys.content(&[b"answer", code.as_bytes(), who.as_bytes(), voice.says.word().as_bytes()])
        };
        let of_place = |((about, near), (place, said)): (Spot, (Place, Vec<Voice>))| {
            Some(OfPlace { about, near, place, told: told(&said, self.k, lot)? })
        };
        OfRelease {
            points: points
                .into_iter()
                .filter_map(|(id, said)| Some((id, told(&said, self.k, lot)?)))
                .collect(),
            places: places.into_iter().filter_map(of_place).collect(),
        }
    }

    /// Where the map is looked at for a place that people spoke of: where its street or place stands on the plattegrond. Of several with
    /// one name it is always the same one, so that no answer says which.
    fn looked_at(&self, place: Place) -> Place {
        let named = self.area.nearest(place);
        let first = named.and_then(|near| self.area.names.all().find(|named| named.name == near.name));
        let [lon, lat] = self.area.bbox.centre();
        first.map_or(Place { lon, lat }, |named| Place { lon: named.lon, lat: named.lat })
    }
}

/// What residents said of what was laid before them, in released wijksessies of a traject: of each point and place as many people
/// as the releases tell, and approved words.
///
/// # Errors
/// The database's, or something kept that cannot be read.
pub async fn heard_of(app: &App, traject: &str, area: &TrajectArea) -> Result<Heards, AnswerError> {
    let mut points: HashMap<String, Heard> = HashMap::new();
    let mut places: BTreeMap<Spot, (Place, Heard)> = BTreeMap::new();
    let mut kept = store::told(&app.db, traject).await?;
    let releases = session::releases(app, traject).await?;
    for content in releases.iter().filter_map(|release| kept.remove(release)) {
        let told = serde_json::from_str::<OfRelease>(&content);
        let told = told.map_err(|error| LayerError::Kept(error.to_string()))?;
        for (point, told) in &told.points {
            points.entry(point.clone()).or_default().add(told);
        }
        for one in told.places {
            let entry = places.entry((one.about, one.near));
            entry.or_insert_with(|| (one.place, Heard::default())).1.add(&one.told);
        }
    }
    let mut any = false;
    for (code, method) in session::released(app, traject).await? {
        if method != Method::Teruglegging.word() {
            continue;
        }
        any = true;
        for ((about, point, place), says, words) in store::approved(&app.db, &code).await? {
            // Words of what nothing is told of are not shown either: they are of too few people.
            let heard = match (point, place) {
                (Some(point), _) => points.get_mut(&point),
                (None, Some(place)) => places.get_mut(&(about, near(area, place))).map(|(_, heard)| heard),
                (None, None) => None,
            };
            if let Some(heard) = heard {
                heard.words.push((says, words));
            }
        }
    }
    for heard in points.values_mut().chain(places.values_mut().map(|(_, heard)| heard)) {
        heard.words.sort();
    }
    let places = places.into_iter().map(|(spot, (place, heard))| (spot, place, heard)).collect();
    Ok(Heards { points, places, any })
}

/// Makes what releases from before there were such numbers tell, each with a line in the audit trail. Where there is nothing to do it
/// costs a look.
///
/// # Errors
/// The database's, or an area that cannot be read.
pub async fn bring_up_to_date(app: &App) -> Result<(), LayerError> {
    let (releases, told) = (session::with_input(app).await?, store::all_told(&app.db).await?);
    for (release, traject) in releases.into_iter().filter(|(release, _)| !told.contains(release)) {
        let teller = Teller::of(app, &traject).await?;
        let codes = session::codes_of_release(app, &release).await?;
        let entry =
            accounts::Entry::new(app, None, "answers-told", &codes.join(" ")).map_err(SessionError::from)?;
        app.db
            .write(move |tx| {
                Box::pin(async move {
                    teller.keep_told(tx, &release, &codes).await?;
                    accounts::record(tx, &entry).await?;
                    Ok::<_, LayerError>(())
                })
            })
            .await?;
    }
    Ok(())
}

/// Forgets what the releases of a traject tell, on its day of deletion.
///
/// # Errors
/// The database's.
pub async fn forget_told(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    store::forget_told(tx, traject).await
}
