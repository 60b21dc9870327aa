//! What was decided for a traject, kept in memory while it holds: everything is decided at once for a grain, and layers
//! are then only read from it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use tokio::sync::{OnceCell, OwnedMutexGuard};

use super::publication::{Before, Published, Said, SaidPin, Told, Voice, count_unless, publish_unless};
use super::service::{self, LayerError, Slice, Source, Themes, Which};
use super::stop::{Stop, aside};
use super::{Bandwidth, HeatError};
use crate::pins;
use crate::platform::App;
use crate::session;

/// Decisions kept in memory: three grains of sixteen trajecten.
const MOST_KEPT: usize = 48;
/// Trajecten that are prepared before anybody asks: fewer than are kept.
const MOST_PREPARED: u32 = 12;
/// Bytes of decisions kept in memory.
const MOST_BYTES: usize = 512 << 20;

/// What looks ahead is kept for as many choices of wijksessies of a traject: people may look at several at once.
const MOST_AHEAD: usize = 3;

/// What was said, and what may be told of it in numbers.
pub(super) struct Stated {
    /// The themes as they were then.
    pub themes: Themes,
    pub said: Said,
    pub told: Told,
}

impl Stated {
    /// Where a slice stands in what was decided; nothing where it is of no theme that there was.
    pub fn place(&self, slice: &Slice) -> Option<usize> {
        slice.cut(&self.themes).and_then(|cut| self.said.place(cut))
    }
}

type Once<T> = Arc<OnceCell<Arc<T>>>;

/// Layers that were decided.
#[derive(Default)]
pub struct Layers {
    kept: Mutex<Kept>,
    turns: Mutex<HashMap<String, Weak<Turn>>>,
}

/// Whoever holds it decides layers of a traject.
type Turn = tokio::sync::Mutex<()>;

#[derive(Default)]
struct Kept {
    stated: HashMap<String, Once<Stated>>,
    grains: HashMap<(String, Bandwidth), Once<Published>>,
    /// Keys as they were asked for, the latest last.
    asked: Vec<String>,
}

impl Layers {
    /// Forgets everything: pins behind it were deleted.
    pub fn forget(&self) {
        self.with(|kept| *kept = Kept::default());
    }

    fn with<T>(&self, work: impl FnOnce(&mut Kept) -> T) -> T {
        work(&mut self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Waits until nobody else decides layers of this traject: two decisions at once would each take all cores, and most of what
    /// one finds the other needs.
    pub(super) async fn turn(&self, traject: &str) -> OwnedMutexGuard<()> {
        let turn = {
            let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
            turns.retain(|_, turn| turn.strong_count() > 0);
            let known = turns.get(traject).and_then(Weak::upgrade);
            known.unwrap_or_else(|| {
                let turn = Arc::new(Turn::default());
                turns.insert(traject.to_owned(), Arc::downgrade(&turn));
                turn
            })
        };
        turn.lock_owned().await
    }
}

/// The traject of a key, and whether it is of what was released or looks ahead.
fn about(key: &str) -> &str {
    key.match_indices(' ').nth(1).map_or(key, |(end, _)| &key[..end])
}

impl Kept {
    /// Notes that a key is asked for, and where it is new makes room: what only looked ahead is not asked for again. What an
    /// earlier release held is, once: most of it holds after the next (see [`Self::before`]).
    fn ask(&mut self, key: &str) {
        self.asked.retain(|known| known != key);
        self.asked.push(key.to_owned());
        if self.stated.contains_key(key) {
            return;
        }
        let decided: HashSet<String> = self
            .grains
            .iter()
            .filter(|(_, once)| once.initialized())
            .map(|((known, _), _)| known.clone())
            .collect();
        let ahead = |known: &&String| known.starts_with("ahead") && about(known) == about(key);
        let latest: HashSet<String> =
            self.asked.iter().rev().filter(ahead).take(MOST_AHEAD).cloned().collect();
        let goes = |known: &str| {
            let old =
                if known.starts_with("ahead") { !latest.contains(known) } else { !decided.contains(known) };
            known != key && about(known) == about(key) && old
        };
        self.stated.retain(|known, _| !goes(known));
        self.grains.retain(|(known, _), _| !goes(known));
        self.asked.retain(|known| !goes(known));
        while self.is_full() && self.asked.len() > 1 {
            let longest_ago = self.asked.remove(0);
            self.stated.remove(&longest_ago);
            self.grains.retain(|(known, _), _| *known != longest_ago);
        }
    }

    fn is_full(&self) -> bool {
        let size = |once: &Once<Published>| once.get().map_or(0, |published| published.size());
        self.grains.len() >= MOST_KEPT || self.grains.values().map(size).sum::<usize>() > MOST_BYTES
    }

    /// What was decided for another release of this traject.
    fn before(&self, source: &Source, bandwidth: Bandwidth) -> Option<(Arc<Stated>, Arc<Published>)> {
        let released = format!("released {}", source.traject.id);
        let grains = self.grains.iter().filter(|((known, grain), _)| {
            *grain == bandwidth && *known != source.key && about(known) == released
        });
        let themes = Themes::of(&source.traject);
        let both = |known: &String, once: &Once<Published>| {
            Some((self.stated.get(known)?.get()?.clone(), once.get()?.clone()))
        };
        // With other themes its slices have other numbers.
        let mut found = grains.filter_map(|((known, _), once)| both(known, once));
        found.find(|(stated, _)| stated.themes == themes)
    }

    /// Forgets what was decided of this grain for earlier releases, now that this one is known.
    fn settle(&mut self, key: &str, bandwidth: Bandwidth) {
        let old = |known: &str| known != key && about(known) == about(key);
        self.grains.retain(|(known, grain), _| !(old(known) && *grain == bandwidth));
        let grains = &self.grains;
        self.stated.retain(|known, _| !old(known) || grains.keys().any(|(one, _)| one == known));
    }
}

/// What was said in the wijksessies of a source, and what may be told of it in numbers.
pub(super) async fn stated(app: &App, source: &Source) -> Result<Arc<Stated>, LayerError> {
    let once = app.layers.with(|kept| {
        kept.ask(&source.key);
        kept.stated.entry(source.key.clone()).or_default().clone()
    });
    let stated = once.get_or_try_init(|| async {
        let _turn = app.layers.turn(&source.traject.id).await;
        let voices = match &source.said {
            Some(said) => said.to_vec(),
            None => voices(app, source).await?.0,
        };
        let (themes, k) = (Themes::of(&source.traject), source.traject.k);
        let work = move |stop: &Stop| {
            let said = Said::new(voices, themes.count(), k);
            let told = count_unless(&said, stop)?;
            Ok::<_, HeatError>(Arc::new(Stated { themes, said, told }))
        };
        Ok::<_, LayerError>(aside(work).await??)
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
        let _turn = app.layers.turn(&source.traject.id).await;
        let before = app.layers.with(|kept| kept.before(source, bandwidth));
        let work = move |stop: &Stop| {
            let before = before.as_ref().map(|(stated, published)| Before { said: &stated.said, published });
            publish_unless(&stated.said, lattice, bandwidth, before, stop).map(Arc::new)
        };
        let published = aside(work).await??;
        metrics::counter!("buurtblik_layers_decided_total").increment(1);
        app.layers.with(|kept| kept.settle(&source.key, bandwidth));
        Ok::<_, LayerError>(published)
    });
    Ok(published.await?.clone())
}

async fn decide(app: &App, traject: &str) -> Result<(), LayerError> {
    let source = service::source(app, traject).await?;
    let stated = stated(app, &source).await?;
    for bandwidth in Bandwidth::ALL {
        published(app, &source, &stated, bandwidth).await?;
    }
    Ok(())
}

fn told(decided: Result<(), LayerError>) {
    // An area that is too large for a map has counts only.
    let too_large = matches!(decided, Err(LayerError::Heat(HeatError::GridTooLarge { .. })));
    if let Err(error) = decided
        && !too_large
    {
        tracing::warn!(%error, "layers could not be prepared; they are made when somebody asks");
    }
}

/// Decides all grains of what was released, beside the requests: whoever looks next need not wait.
pub fn prepare(app: &App, traject: &str) {
    let (app, traject) = (app.clone(), traject.to_owned());
    tokio::spawn(async move { told(decide(&app, &traject).await) });
}

/// As [`prepare`], for what was released last, one traject after the other: when the server starts, and for releases by a
/// command beside it. What is known already costs nothing.
pub async fn prepare_latest(app: &App) {
    let trajects = match session::lately_released(app, MOST_PREPARED).await {
        Ok(trajects) => trajects,
        Err(error) => return told(Err(error.into())),
    };
    for traject in trajects {
        told(decide(app, &traject).await);
    }
}

/// Who said what, release by release, and code and id of each pin by its number.
pub(super) async fn voices(
    app: &App,
    source: &Source,
) -> Result<(Vec<Voice>, Vec<(String, String)>), LayerError> {
    let (more, themes) = (source.which.more(), Themes::of(&source.traject));
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
    // By participant, so that what somebody takes away changes the place of nobody else.
    let mut voices: BTreeMap<(String, String), Voice> = BTreeMap::new();
    let (mut ids, mut names) = (HashMap::new(), Vec::new());
    for row in rows {
        if matches!(&source.which, Which::Only(code) if *code != row.session) {
            continue;
        }
        let name = (row.session.clone(), row.id);
        let id = *ids.entry(name.clone()).or_insert_with(|| {
            names.push(name);
            names.len() - 1
        });
        let voice = voices.entry((row.session.clone(), row.participant)).or_insert_with(|| Voice {
            session: row.session.clone(),
            batch: batch(&row.session),
            pins: Vec::new(),
        });
        let at = row.pin.place.and_then(|place| source.area.metres(place)).map(|at| (at.x, at.y));
        voice.pins.push(SaidPin {
            id,
            at,
            theme: row.pin.theme.as_deref().and_then(|theme| themes.number(theme)),
            kind: row.pin.kind,
            moment: row.pin.moment,
            people: row.pin.people,
            seen_too: row.seen_too,
            walked: row.walked,
            leaves: row.withdrawn,
        });
    }
    Ok((voices.into_values().collect(), names))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::timeout;

    use super::{Layers, MOST_AHEAD};

    const SOON: Duration = Duration::from_millis(50);

    #[tokio::test]
    async fn layers_of_one_traject_are_decided_one_after_the_other() {
        let layers = Layers::default();
        let first = layers.turn("a").await;
        let other = timeout(SOON, layers.turn("b")).await.unwrap();
        timeout(SOON, layers.turn("a")).await.unwrap_err();
        drop((first, other));
        let _next = timeout(SOON, layers.turn("a")).await.unwrap();
    }

    #[test]
    fn who_look_ahead_at_different_choices_do_not_take_away_each_others_layers() {
        let layers = Layers::default();
        let key = |choice: usize| format!("ahead traject 3 {choice}");
        let ask = |choice| {
            layers.with(|kept| {
                kept.ask(&key(choice));
                kept.stated.entry(key(choice)).or_default();
            });
        };
        (0..MOST_AHEAD).for_each(ask);
        ask(0);
        assert!(layers.with(|kept| (0..MOST_AHEAD).all(|choice| kept.stated.contains_key(&key(choice)))));
        ask(MOST_AHEAD);
        assert!(layers.with(|kept| kept.stated.len() == MOST_AHEAD && !kept.stated.contains_key(&key(1))));
    }
}
