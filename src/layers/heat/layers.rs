//! What was read, drawn and traced lately, kept in memory. A table never changes, so nothing here is ever out of date.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::service::{LayerError, Slice};
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
    grids: Vec<(Key, Arc<HeatGrid>)>,
    /// Of these layers, the latest last.
    bands: Vec<(Key, Arc<Isobands>)>,
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

    /// A layer that was drawn lately.
    pub(super) fn drawn(&self, key: &Key) -> Option<Arc<HeatGrid>> {
        self.with(|kept| {
            let at = kept.grids.iter().position(|(known, _)| known == key)?;
            let found = kept.grids.remove(at);
            let grid = found.1.clone();
            kept.grids.push(found);
            Some(grid)
        })
    }

    /// The bands of a layer that were traced lately.
    pub(super) fn traced(&self, key: &Key) -> Option<Arc<Isobands>> {
        self.with(|kept| kept.bands.iter().find(|(known, _)| known == key).map(|(_, bands)| bands.clone()))
    }

    /// Keeps the bands of a layer.
    pub(super) fn keep_bands(&self, key: Key, bands: Arc<Isobands>) -> Arc<Isobands> {
        self.with(|kept| {
            kept.bands.retain(|(known, _)| *known != key);
            kept.bands.push((key, bands.clone()));
            if kept.bands.len() > MOST_GRIDS {
                kept.bands.remove(0);
            }
        });
        bands
    }

    /// Keeps a layer; of two that were drawn at once the first.
    pub(super) fn keep(&self, key: Key, grid: Arc<HeatGrid>) -> Arc<HeatGrid> {
        if let Some(known) = self.drawn(&key) {
            return known;
        }
        self.with(|kept| {
            kept.grids.push((key, grid.clone()));
            let size = |kept: &Kept| kept.grids.iter().map(|(_, grid)| grid.size()).sum::<usize>();
            while kept.grids.len() > MOST_GRIDS || (size(kept) > MOST_BYTES && kept.grids.len() > 1) {
                kept.grids.remove(0);
            }
        });
        grid
    }
}
