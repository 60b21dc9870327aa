//! Layers as they are drawn on one map: bands, and what is not shown and why. For the server's drawing and the live map.

use std::sync::Arc;

use geo::{BooleanOps as _, Contains as _, MultiPolygon};

use crate::layers::heat::{
    Contours, HeatGrid, Isobands, Ramp, Slice, Source, area_path, bands_svg, dots_svg,
};
use crate::place::buurt::Place;

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
    few: MultiPolygon,
    nobody: MultiPolygon,
}

impl Drawn {
    /// The layers on one map. `nobody`: where nobody was asked anything, in degrees.
    pub(super) fn new(at: usize, layers: &[Contours], nobody: &MultiPolygon) -> Self {
        let over = layers.len() > 1;
        let mut drawn: Vec<Layer> = layers
            .iter()
            .map(|Contours { slice, grid, bands }| {
                let ramp = Ramp::of_kind(&slice.kind);
                let dots = over && ramp == Ramp::Sterk;
                Layer { slice: slice.clone(), grid: grid.clone(), ramp, dots, bands: bands.clone() }
            })
            .collect();
        // Dots lie over what is plain.
        drawn.sort_by_key(|layer| layer.dots);
        let hidden = drawn.iter().map(|layer| layer.bands.suppressed.clone());
        let hidden =
            hidden.reduce(|a, b| a.intersection(&b)).unwrap_or_else(|| MultiPolygon::new(Vec::new()));
        let (few, nobody) = (hidden.difference(nobody), hidden.intersection(nobody));
        Self { at, layers: drawn, few, nobody }
    }

    /// Paths for the server's drawing, over the plattegrond.
    pub(super) fn svg(&self, source: &Source) -> String {
        let projection = source.area.projection;
        let project = |lon: f64, lat: f64| {
            let [x, y] = projection.to_svg(lon, lat);
            (x, y)
        };
        let hidden = |name: &str, area: &MultiPolygon| {
            let (at, d) = (self.at, area_path(area, project));
            format!(r#"<path fill="url(#{name}-{at})" fill-rule="evenodd" data-why="{name}" d="{d}"/>"#)
        };
        let mut svg = hidden("arcering", &self.few) + &hidden("niemand", &self.nobody);
        for layer in &self.layers {
            svg += &if layer.dots {
                dots_svg(&layer.bands, self.at, project)
            } else {
                bands_svg(&layer.bands, layer.ramp, project)
            };
        }
        svg
    }

    /// The layers, strengths first.
    pub(super) fn layers_by_strength(&self) -> impl Iterator<Item = &Layer> {
        let strong = self.layers.iter().filter(|layer| layer.ramp == Ramp::Sterk);
        strong.chain(self.layers.iter().filter(|layer| layer.ramp != Ramp::Sterk))
    }

    /// Whether nothing is shown here because nobody was asked.
    pub(super) fn is_nobody(&self, place: Place) -> bool {
        self.nobody.contains(&geo::Point::new(place.lon, place.lat))
    }

    /// Whether there is a place where nobody was asked.
    pub(super) fn has_nobody(&self) -> bool {
        !self.nobody.0.is_empty()
    }
}
