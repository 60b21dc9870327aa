//! What was read, drawn and traced lately, kept in memory. A table never changes, so nothing here is ever out of date.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::error::LayerError;
use super::slice::Slice;
use super::table::Made;
use super::{Bandwidth, HeatGrid, Isobands, store};
use crate::platform::App;

/// Tables kept in memory.
const MOST_TABLES: usize = 64;
/// Drawn layers kept in memory.
const MOST_GRIDS: usize = 128;
/// Bytes of drawn layers kept in memory.
const MOST_BYTES: usize = 128 << 20;

/// What a drawn layer is of: the tables, the slice, the grain.
pub(super) type Key = (String, Slice, Bandwidth);

/// Tables and layers that were asked for.
#[derive(Default)]
pub(super) struct Layers(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    tables: HashMap<String, Arc<Made>>,
    /// The latest last.
    drawn: Vec<Layer>,
}

struct Layer {
    key: Key,
    grid: Arc<HeatGrid>,
    /// Once somebody looked at them.
    bands: Option<Arc<Isobands>>,
}

impl Layer {
    /// Bytes in memory.
    fn size(&self) -> usize {
        self.grid.size() + self.bands.as_ref().map_or(0, |bands| bands.size())
    }
}

/// Forgets every table and layer at hand: pins behind them were deleted.
pub fn forget_drawn(app: &App) {
    app.parts.of::<Layers>().with(|kept| *kept = Kept::default());
}

impl Layers {
    fn with<T>(&self, work: impl FnOnce(&mut Kept) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The table of a release.
    pub(super) async fn table(&self, app: &App, release: &str) -> Result<Option<Arc<Made>>, LayerError> {
        if let Some(known) = self.with(|kept| kept.tables.get(release).cloned()) {
            return Ok(Some(known));
        }
        let Some(content) = store::content(&app.db, release).await? else { return Ok(None) };
        let made: Made =
            serde_json::from_str(&content).map_err(|error| LayerError::Kept(error.to_string()))?;
        let made = Arc::new(made);
        self.with(|kept| {
            if kept.tables.len() >= MOST_TABLES {
                kept.tables.clear();
            }
            kept.tables.insert(release.to_owned(), made.clone());
        });
        Ok(Some(made))
    }

    /// A layer that was drawn lately, and its bands where they were traced.
    pub(super) fn find(&self, key: &Key) -> Option<(Arc<HeatGrid>, Option<Arc<Isobands>>)> {
        self.with(|kept| {
            let at = kept.drawn.iter().position(|known| known.key == *key)?;
            let found = kept.drawn.remove(at);
            let layer = (found.grid.clone(), found.bands.clone());
            kept.drawn.push(found);
            Some(layer)
        })
    }

    /// Keeps a layer; of two that were drawn at once the first.
    pub(super) fn keep(&self, key: Key, grid: Arc<HeatGrid>) -> Arc<HeatGrid> {
        if let Some((known, _)) = self.find(&key) {
            return known;
        }
        self.with(|kept| {
            kept.drawn.push(Layer { key, grid: grid.clone(), bands: None });
            kept.let_go();
        });
        grid
    }

    /// Keeps the bands of a layer that is still at hand.
    pub(super) fn keep_bands(&self, key: &Key, bands: &Arc<Isobands>) {
        self.with(|kept| {
            if let Some(layer) = kept.drawn.iter_mut().find(|known| known.key == *key) {
                layer.bands = Some(bands.clone());
            }
            kept.let_go();
        });
    }
}

impl Kept {
    /// Lets those go that were asked for longest ago.
    fn let_go(&mut self) {
        while self.drawn.len() > MOST_GRIDS
            || (self.drawn.len() > 1 && self.drawn.iter().map(Layer::size).sum::<usize>() > MOST_BYTES)
        {
            self.drawn.remove(0);
        }
    }
}
