//! Layers that stay when a traject's pins are deleted on its day: published values only, so no person is in them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::service::{LayerError, Slice, Source};
use super::{Bandwidth, HeatGrid, LayerCounts, LayerInfo, Provenance, layer, provenance, service, store};
use crate::platform::{App, DbError, Tx};

/// Everything that is told of a traject's layers beside the layers themselves.
#[derive(Default, Serialize, Deserialize)]
struct Summary {
    layers: Vec<LayerInfo>,
    totals: Option<(LayerCounts, u32)>,
}

const SUMMARY: &str = "summary";

/// A layer, or the summary, ready to be kept: its name, its bytes.
pub type Keepsake = Vec<(String, Vec<u8>)>;

fn name(slice: &Slice) -> String {
    format!("{}/{}", slice.theme, slice.kind)
}

fn rests(slice: &Slice) -> String {
    format!("rests on {}", name(slice))
}

fn bytes(value: &impl Serialize) -> Result<Vec<u8>, LayerError> {
    serde_json::to_vec(value).map_err(|error| LayerError::Kept(error.to_string()))
}

/// The released layers of a traject as they may be kept: of every theme and kind that holds something, with the usual
/// grain, for the whole day.
///
/// # Errors
/// As for a layer.
pub async fn keepsake(app: &App, traject: &str) -> Result<Keepsake, LayerError> {
    let source = service::source(app, traject).await?;
    let layers = service::list(app, &source).await?;
    let mut kept = Keepsake::new();
    for info in layers.iter().filter(|info| info.counts.is_some() || info.shown) {
        let slice = Slice { theme: info.theme.clone(), kind: info.kind.clone(), moment: None };
        let grid = service::grid(app, &source, &slice, Bandwidth::default()).await?;
        kept.push((rests(&slice), bytes(&provenance(app, &source, &slice, &grid).await?)?));
        kept.push((name(&slice), bytes(&*grid)?));
    }
    let totals = service::totals(app, &source).await?;
    kept.push((SUMMARY.to_owned(), bytes(&Summary { layers, totals })?));
    Ok(kept)
}

/// Keeps them, in the transaction in which the pins go.
///
/// # Errors
/// The database's.
pub async fn keep(tx: &mut Tx, traject: &str, kept: &Keepsake) -> Result<(), DbError> {
    for (name, bytes) in kept {
        store::keep(tx, traject, name, bytes.clone()).await?;
    }
    Ok(())
}

/// One kept layer; an empty one where too few people said something, or where this one was not kept.
pub(super) async fn grid(
    app: &App,
    source: &Source,
    slice: &Slice,
    bandwidth: Bandwidth,
) -> Result<Arc<HeatGrid>, LayerError> {
    let asked = slice.moment.is_none() && bandwidth == Bandwidth::default();
    let kept = if asked { store::kept(&app.db, &source.traject.id, &name(slice)).await? } else { None };
    match kept {
        Some(kept) => {
            Ok(Arc::new(serde_json::from_slice(&kept).map_err(|error| LayerError::Kept(error.to_string()))?))
        }
        None => Ok(Arc::new(layer(service::extent(&source.area)?, &[], bandwidth, source.traject.k)?)),
    }
}

/// What a kept layer rests on; nothing where it was not kept.
pub(super) async fn told(
    app: &App,
    source: &Source,
    slice: &Slice,
) -> Result<Option<Provenance>, LayerError> {
    let kept = store::kept(&app.db, &source.traject.id, &rests(slice)).await?;
    let read =
        |kept: Vec<u8>| serde_json::from_slice(&kept).map_err(|error| LayerError::Kept(error.to_string()));
    kept.map(read).transpose()
}

async fn summary(app: &App, source: &Source) -> Result<Summary, LayerError> {
    match store::kept(&app.db, &source.traject.id, SUMMARY).await? {
        Some(kept) => serde_json::from_slice(&kept).map_err(|error| LayerError::Kept(error.to_string())),
        None => Ok(Summary::default()),
    }
}

pub(super) async fn list(app: &App, source: &Source) -> Result<Vec<LayerInfo>, LayerError> {
    Ok(summary(app, source).await?.layers)
}

pub(super) async fn totals(app: &App, source: &Source) -> Result<Option<(LayerCounts, u32)>, LayerError> {
    Ok(summary(app, source).await?.totals)
}
