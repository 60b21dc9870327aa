//! One layer drawn for a page that shows several: kept while the layer is, since tracing and cutting is most of the work.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use leptos::prelude::*;

use super::cards::{classes_of, ramp};
use super::overlay::Drawn;
use super::service;
use crate::input::pins::drawing;
use crate::layers::heat::{self, HeatError, HeatGrid, LayerError, Provenance, Ramp, Slice, Source, patterns};
use crate::platform::texts::t;
use crate::step3::coming::{self, Coming};

/// A layer as paths over the plattegrond.
#[derive(Debug)]
pub struct Sheet {
    at: usize,
    kind: String,
    paths: String,
    has_nobody: bool,
}

impl Sheet {
    /// The paths, over a plattegrond with the patterns of its map.
    pub fn paths(&self) -> &str {
        &self.paths
    }

    /// Whether there is a place where nobody was asked.
    pub fn has_nobody(&self) -> bool {
        self.has_nobody
    }
}

/// The legend of a layer on the map `at`.
pub fn legend(at: usize, kind: &str, has_nobody: bool) -> impl IntoView + use<> {
    view! { {ramp(at, Ramp::of_kind(kind), false)}{classes_of(at, has_nobody, false, false)} }
}

/// Drawn layers, by the layer and the map of the page for which they were drawn.
#[derive(Default)]
struct Sheets(Mutex<Known>);

/// By layer and map.
type Known = HashMap<(usize, usize), (Weak<HeatGrid>, Arc<Sheet>)>;

impl Sheets {
    fn with<T>(&self, work: impl FnOnce(&mut Known) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A layer drawn as the map `at` of a page.
///
/// # Errors
/// As for a layer.
pub async fn sheet(
    app: &crate::platform::App,
    source: &Source,
    at: usize,
    slice: &Slice,
    grid: &Arc<HeatGrid>,
) -> Result<Arc<Sheet>, LayerError> {
    let key = (Arc::as_ptr(grid).addr(), at);
    // While the layer lives, no other has its address; one that is gone takes its drawings along.
    let sheets = app.parts.of::<Sheets>();
    let known = sheets.with(|all| {
        all.get(&key).filter(|(layer, _)| layer.strong_count() > 0).map(|(_, sheet)| sheet.clone())
    });
    if let Some(known) = known {
        return Ok(known);
    }
    let nobody = service::nobody(app, source).await?;
    let layers = [heat::contours(app, source, slice, grid.bandwidth()).await?];
    let (source, kind) = (source.clone(), slice.kind.clone());
    let made = tokio::task::spawn_blocking(move || {
        let drawn = Drawn::new(at, &layers, &nobody);
        Sheet { at, kind, paths: drawn.svg(&source), has_nobody: drawn.has_nobody() }
    });
    let made = made.await.map_err(|error| HeatError::Encode(error.to_string()))?;
    let sheet = Arc::new(made);
    sheets.with(|all| {
        all.retain(|_, (layer, _)| layer.strong_count() > 0);
        all.insert(key, (Arc::downgrade(grid), sheet.clone()));
    });
    Ok(sheet)
}

/// The drawing on the plattegrond with its legend and what it rests on; `label` says in words what is seen, for who does not
/// see it; `coming`: what is marked on it, by the number that it has in the list of the page.
pub fn sheet_map(
    source: &Source,
    sheet: &Sheet,
    about: &Provenance,
    coming: &[Coming],
    label: String,
) -> impl IntoView + use<> {
    let [width, height] = source.area.projection.size();
    let at = sheet.at;
    let paths = sheet.paths.clone();
    let marks = coming::marks(coming, source.area.projection);
    let numbers = (!coming.is_empty()).then(|| view! { <p class="small soft">{t("coming-marks")}</p> });
    let warnings = about.warnings().into_iter().map(|warning| {
        view! { <p class="utrecht-alert utrecht-alert--warning small heat-warning"><span class="utrecht-alert__content">{warning}</span></p> }
    });
    view! {
        <svg class="visually-hidden" width="0" height="0" aria-hidden="true" focusable="false"><defs inner_html=patterns(at)></defs></svg>
        <div class="heat-map" role="img" aria-label=label>
            {drawing(&source.area, None)}
            <svg class="map-drawing map-over" aria-hidden="true" focusable="false" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMidYMid meet">
                <g inner_html=paths></g>
            </svg>
            <svg class="map-drawing map-over map-marks" aria-hidden="true" focusable="false" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMidYMid meet">
                {marks}
            </svg>
        </div>
        <p class="heat-rests">{about.sentence()}</p>
        {warnings.collect_view()}
        {legend(at, &sheet.kind, sheet.has_nobody)}
        {numbers}
    }
}
