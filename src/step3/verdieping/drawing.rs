//! One layer drawn for a page that shows several.

use leptos::prelude::*;

use super::cards::{classes_of, ramp};
use super::overlay::Drawn;
use crate::input::pins::drawing;
use crate::layers::heat::{self, Bandwidth, LayerError, Provenance, Ramp, Slice, Source, patterns};
use crate::platform::App;
use crate::platform::texts::t;
use crate::step3::coming::{self, Coming};

/// A layer as paths over the plattegrond.
pub struct Sheet {
    drawn: Drawn,
    kind: String,
}

impl Sheet {
    /// The paths, over a plattegrond with the patterns of its map.
    pub fn paths(&self) -> &str {
        self.drawn.svg()
    }

    /// Whether there is a place where nobody was asked.
    pub fn has_nobody(&self) -> bool {
        self.drawn.has_nobody()
    }
}

/// The legend of a layer on the map `at`.
pub fn legend(at: usize, kind: &str, has_nobody: bool) -> impl IntoView + use<> {
    view! { {ramp(at, Ramp::of_kind(kind), false)}{classes_of(at, has_nobody, false, false)} }
}

/// A layer drawn as the map `at` of a page.
///
/// # Errors
/// As for a layer.
pub async fn sheet(
    app: &App,
    source: &Source,
    at: usize,
    slice: &Slice,
    bandwidth: Bandwidth,
) -> Result<Sheet, LayerError> {
    let layer = heat::contours(app, source, slice, bandwidth).await?;
    Ok(Sheet { drawn: Drawn::of(app, source, at, &[layer]).await?, kind: slice.kind.clone() })
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
    let at = sheet.drawn.at;
    let paths = sheet.paths().to_owned();
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
        {legend(at, &sheet.kind, sheet.has_nobody())}
        {numbers}
    }
}
