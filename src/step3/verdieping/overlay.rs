//! Layers as they are drawn on one map: bands, and what is not shown and why. For the server's drawing and the live map.
//!
//! Laying areas over each other and writing paths is most of the work of a page, and follows from the bands alone: it is
//! done once, and kept while they are at hand.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use geo::{BooleanOps as _, Contains as _, MultiPolygon};

use crate::layers::heat::{
    self, Bandwidth, Contours, HeatError, HeatGrid, Isobands, LayerError, Ramp, Slice, Source, area_path,
    bands_svg, dots_svg,
};
use crate::place::buurt::{Place, Projection};
use crate::platform::App;

/// One layer on a map.
pub(super) struct Layer {
    pub slice: Slice,
    pub grid: Arc<HeatGrid>,
    pub ramp: Ramp,
    /// As dots over the other layer.
    pub dots: bool,
    bands: Arc<Isobands>,
}

/// One map: its layers from below, and what none of them shows.
pub(super) struct Drawn {
    /// Which map of the page.
    pub at: usize,
    pub layers: Vec<Layer>,
    paths: Arc<Paths>,
}

/// What lies over the plattegrond.
struct Paths {
    svg: String,
    /// Where nobody was asked, in degrees.
    nobody: MultiPolygon,
}

/// The paths of maps, by which map of the page it is and where in memory the bands of its layers stand.
#[derive(Default)]
struct Known(Mutex<HashMap<Key, Kept>>);

type Key = (usize, Vec<usize>);

struct Kept {
    /// While these live, no others have their addresses.
    of: Vec<Weak<Isobands>>,
    paths: Arc<Paths>,
}

impl Kept {
    fn lives(&self) -> bool {
        self.of.iter().all(|bands| bands.strong_count() > 0)
    }
}

impl Known {
    fn with<T>(&self, work: impl FnOnce(&mut HashMap<Key, Kept>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drawn {
    /// The layers on one map, with where nobody was asked anything.
    ///
    /// # Errors
    /// As for a layer.
    pub(super) async fn of(
        app: &App,
        source: &Source,
        at: usize,
        layers: &[Contours],
    ) -> Result<Self, LayerError> {
        let layers = laid_over(layers);
        let key = (at, layers.iter().map(|layer| Arc::as_ptr(&layer.bands).addr()).collect());
        let known = app.parts.of::<Known>();
        let found =
            known.with(|all| all.get(&key).filter(|kept| kept.lives()).map(|kept| kept.paths.clone()));
        if let Some(paths) = found {
            return Ok(Self { at, layers, paths });
        }
        let nobody = nobody(app, source).await?;
        let of = layers.iter().map(|layer| Arc::downgrade(&layer.bands)).collect();
        let projection = source.area.projection;
        let made = tokio::task::spawn_blocking(move || {
            let paths = paths(at, &layers, &nobody, projection);
            (layers, Arc::new(paths))
        });
        let (layers, paths) = made.await.map_err(|error| HeatError::Encode(error.to_string()))?;
        known.with(|all| {
            all.retain(|_, kept| kept.lives());
            all.insert(key, Kept { of, paths: paths.clone() });
        });
        Ok(Self { at, layers, paths })
    }

    /// One layer on one map, for who is not told where nobody was asked.
    pub(super) fn alone(source: &Source, at: usize, layer: &Contours) -> Self {
        let layers = laid_over(std::slice::from_ref(layer));
        let paths = paths(at, &layers, &MultiPolygon::new(Vec::new()), source.area.projection);
        Self { at, layers, paths: Arc::new(paths) }
    }

    /// Paths for the server's drawing, over the plattegrond.
    pub(super) fn svg(&self) -> &str {
        &self.paths.svg
    }

    /// The layers, strengths first.
    pub(super) fn layers_by_strength(&self) -> impl Iterator<Item = &Layer> {
        let strong = self.layers.iter().filter(|layer| layer.ramp == Ramp::Sterk);
        strong.chain(self.layers.iter().filter(|layer| layer.ramp != Ramp::Sterk))
    }

    /// Whether nothing is shown here because nobody was asked.
    pub(super) fn is_nobody(&self, place: Place) -> bool {
        self.paths.nobody.contains(&geo::Point::new(place.lon, place.lat))
    }

    /// Whether there is a place where nobody was asked.
    pub(super) fn has_nobody(&self) -> bool {
        !self.paths.nobody.0.is_empty()
    }
}

/// Layers in the order in which they are drawn: dots lie over what is plain.
fn laid_over(layers: &[Contours]) -> Vec<Layer> {
    let over = layers.len() > 1;
    let mut drawn: Vec<Layer> = layers
        .iter()
        .map(|Contours { slice, grid, bands }| {
            let ramp = Ramp::of_kind(&slice.kind);
            let dots = over && ramp == Ramp::Sterk;
            Layer { slice: slice.clone(), grid: grid.clone(), ramp, dots, bands: bands.clone() }
        })
        .collect();
    drawn.sort_by_key(|layer| layer.dots);
    drawn
}

/// Draws the map `at`. `nobody`: where nobody was asked anything, in degrees.
fn paths(at: usize, layers: &[Layer], nobody: &MultiPolygon, projection: Projection) -> Paths {
    let project = |lon: f64, lat: f64| {
        let [x, y] = projection.to_svg(lon, lat);
        (x, y)
    };
    let mut hidden = layers.iter().map(|layer| &layer.bands.suppressed);
    let hidden = match (hidden.next(), hidden.next()) {
        (Some(one), None) => one.clone(),
        (Some(one), Some(other)) => hidden.fold(one.intersection(other), |all, next| all.intersection(next)),
        (None, _) => MultiPolygon::new(Vec::new()),
    };
    let (few, nobody) = (hidden.difference(nobody), hidden.intersection(nobody));
    let plain = |name: &str, area: &MultiPolygon| {
        let d = area_path(area, project);
        format!(r#"<path fill="url(#{name}-{at})" fill-rule="evenodd" data-why="{name}" d="{d}"/>"#)
    };
    let mut svg = plain("arcering", &few) + &plain("niemand", &nobody);
    for layer in layers {
        svg += &if layer.dots {
            dots_svg(&layer.bands, at, project)
        } else {
            bands_svg(&layer.bands, layer.ramp, project)
        };
    }
    Paths { svg, nobody }
}

/// Where nobody was asked anything, in degrees: as [`heat::coverage`] reckons it, with the smooth edges of the layers
/// themselves. One or two people who said something there look the same.
///
/// # Errors
/// As for a layer.
pub async fn nobody(app: &App, source: &Source) -> Result<MultiPolygon, LayerError> {
    let all = heat::contours(app, source, &Slice::of_kind("all"), Bandwidth::default()).await?;
    Ok(all.bands.suppressed.clone())
}
