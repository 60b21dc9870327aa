//! What was decided for a traject, kept in memory while it holds: everything is decided at once for a grain, and layers
//! are then only read from it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::OnceCell;

use super::publication::{Published, Said, SaidPin, Told, Voice, count, publish};
use super::service::{self, LayerError, Source, Which, theme_of};
use super::{Bandwidth, HeatError};
use crate::pins;
use crate::platform::App;
use crate::session;

/// Decisions kept in memory: three grains of eight trajecten.
const MOST_KEPT: usize = 24;
/// Bytes of decisions kept in memory.
const MOST_BYTES: usize = 512 << 20;

/// What was said, and what may be told of it in numbers.
pub(super) struct Stated {
    pub said: Said,
    pub told: Told,
}

type Once<T> = Arc<OnceCell<Arc<T>>>;

/// Layers that were decided.
#[derive(Default)]
pub struct Layers(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    stated: HashMap<String, Once<Stated>>,
    grains: HashMap<(String, Bandwidth), Once<Published>>,
}

impl Layers {
    /// Forgets everything: pins behind it were deleted.
    pub fn forget(&self) {
        self.with(|kept| *kept = Kept::default());
    }

    fn with<T>(&self, work: impl FnOnce(&mut Kept) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Kept {
    /// Makes room: what an earlier release of a traject held is not asked for again, nor what only looked ahead.
    fn make_room(&mut self, key: &str) {
        let about = key.match_indices(' ').nth(1).map_or(key, |(end, _)| &key[..end]);
        let other = |known: &str| known != key && known.starts_with(about);
        self.stated.retain(|known, _| !other(known));
        self.grains.retain(|(known, _), _| !other(known));
        let size = |once: &Once<Published>| once.get().map_or(0, |published| published.size());
        if self.grains.values().map(size).sum::<usize>() > MOST_BYTES || self.grains.len() >= MOST_KEPT {
            self.stated.retain(|known, _| known == key);
            self.grains.retain(|(known, _), _| known == key);
        }
    }
}

/// Work that takes a while, away from the requests.
pub(super) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, HeatError> {
    tokio::task::spawn_blocking(work).await.map_err(|error| HeatError::Encode(error.to_string()))
}

/// What was said in the wijksessies of a source, and what may be told of it in numbers.
pub(super) async fn stated(app: &App, source: &Source) -> Result<Arc<Stated>, LayerError> {
    let once = app.layers.with(|kept| {
        if !kept.stated.contains_key(&source.key) {
            kept.make_room(&source.key);
        }
        kept.stated.entry(source.key.clone()).or_default().clone()
    });
    let stated = once.get_or_try_init(|| async {
        let (voices, _) = voices(app, source).await?;
        let (themes, k) = (u16::try_from(source.traject.themes.len()).unwrap_or(u16::MAX), source.traject.k);
        let work = move || {
            let said = Said::new(voices, themes, k);
            let told = count(&said);
            Arc::new(Stated { said, told })
        };
        Ok::<_, LayerError>(aside(work).await?)
    });
    Ok(stated.await?.clone())
}

/// All layers of one grain.
pub(super) async fn published(
    app: &App,
    source: &Source,
    stated: &Arc<Stated>,
    bandwidth: Bandwidth,
) -> Result<Arc<Published>, LayerError> {
    let once =
        app.layers.with(|kept| kept.grains.entry((source.key.clone(), bandwidth)).or_default().clone());
    let published = once.get_or_try_init(|| async {
        let (stated, lattice) = (stated.clone(), service::lattice(&source.area)?);
        let work = move || publish(&stated.said, lattice, bandwidth).map(Arc::new);
        Ok::<_, LayerError>(aside(work).await??)
    });
    Ok(published.await?.clone())
}

/// Decides all grains of what was released, beside the requests: whoever looks next need not wait.
pub fn prepare(app: &App, traject: &str) {
    let (app, traject) = (app.clone(), traject.to_owned());
    tokio::spawn(async move {
        let all = async {
            let source = service::source(&app, &traject).await?;
            let stated = stated(&app, &source).await?;
            for bandwidth in Bandwidth::ALL {
                published(&app, &source, &stated, bandwidth).await?;
            }
            Ok::<_, LayerError>(())
        };
        if let Err(error) = all.await {
            tracing::warn!(%error, "layers could not be prepared; they are made when somebody asks");
        }
    });
}

/// Who said what, release by release, and code and id of each pin by its number.
pub(super) async fn voices(
    app: &App,
    source: &Source,
) -> Result<(Vec<Voice>, Vec<(String, String)>), LayerError> {
    let more = source.which.more();
    let batches = session::batches(app, &source.traject.id).await?;
    let mut numbers: Vec<i64> = batches.iter().map(|(_, number)| *number).collect();
    numbers.dedup();
    let batch = |code: &str| {
        if matches!(source.which, Which::Only(_)) {
            return 0;
        }
        let number = batches.iter().find(|(known, _)| known == code).map(|(_, number)| *number);
        // What is not released yet would be the next release.
        numbers.iter().position(|known| Some(*known) == number).unwrap_or(numbers.len())
    };
    let rows = pins::released(app, &source.traject.id, more).await?;
    let mut voices: Vec<Voice> = Vec::new();
    let (mut known, mut ids, mut names) = (HashMap::new(), HashMap::new(), Vec::new());
    for row in rows {
        if matches!(&source.which, Which::Only(code) if *code != row.session) {
            continue;
        }
        let name = (row.session.clone(), row.id);
        let id = *ids.entry(name.clone()).or_insert_with(|| {
            names.push(name);
            names.len() - 1
        });
        let voice = *known.entry(row.participant).or_insert_with(|| {
            let batch = batch(&row.session);
            voices.push(Voice { session: row.session.clone(), batch, pins: Vec::new() });
            voices.len() - 1
        });
        let at = row.pin.place.and_then(|place| source.area.metres(place)).map(|at| (at.x, at.y));
        voices[voice].pins.push(SaidPin {
            id,
            at,
            theme: row.pin.theme.as_deref().and_then(|theme| theme_of(&source.traject, theme)),
            kind: row.pin.kind,
            moment: row.pin.moment,
            people: row.pin.people,
            seen_too: row.seen_too,
            walked: row.walked,
            leaves: row.withdrawn,
        });
    }
    Ok((voices, names))
}
