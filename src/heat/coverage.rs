//! Where nobody was asked: told apart from "no, or too few, answers" without drawing a ring round one or two people.
//!
//! A cell counts as asked where one of the three broad layers (*sterk*, *beter*, all: every theme and time of day) is
//! published in it, with the usual grain. So this is reckoned from published layers alone: whoever has those has this
//! already, and nothing is added that could be subtracted. Where one or two people said something and nobody else,
//! a cell is as if nobody had been asked there: the class is honestly called "nobody, or too few, were asked here".

use std::sync::Arc;

use serde_json::{Value, json};

use super::grid::Lattice;
use super::service::{self, LayerError, Slice, Source};
use super::{Bandwidth, HeatGrid};
use crate::pins::Place;
use crate::platform::App;

/// What a cell of a layer says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Says {
    /// So many people per km².
    Value(f64),
    /// No, or too few, answers to show here; others were asked here.
    TooFew,
    /// Nobody, or too few, were asked here.
    NobodyAsked,
}

/// Where people were asked, on the lattice that all layers of a traject share.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    lattice: Lattice,
    asked: Vec<bool>,
}

impl Coverage {
    /// Where the cells are.
    pub fn lattice(&self) -> &Lattice {
        &self.lattice
    }

    /// Whether at least *k* people were asked round column `i` of row `j` (from the south-west).
    pub fn is_asked(&self, i: usize, j: usize) -> bool {
        i < self.lattice.nx && self.asked.get(j * self.lattice.nx + i).copied().unwrap_or(false)
    }

    /// What a cell of a layer says.
    pub fn says(&self, layer: &HeatGrid, i: usize, j: usize) -> Says {
        match layer.value(i, j) {
            Some(value) => Says::Value(value),
            None if self.is_asked(i, j) => Says::TooFew,
            None => Says::NobodyAsked,
        }
    }

    /// As polygons of whole rows of cells where people were asked, in degrees.
    pub fn to_geojson(&self, to_lonlat: impl Fn(f64, f64) -> (f64, f64)) -> Value {
        let mut polygons: Vec<Value> = Vec::new();
        let (half_x, half_y) = (self.lattice.dx / 2.0, self.lattice.dy / 2.0);
        for j in 0..self.lattice.ny {
            let mut i = 0;
            while i < self.lattice.nx {
                let run = (i..self.lattice.nx).take_while(|i| self.is_asked(*i, j)).count();
                if run > 0 {
                    let (west, east) = (self.lattice.x(i) - half_x, self.lattice.x(i + run - 1) + half_x);
                    let (south, north) = (self.lattice.y(j) - half_y, self.lattice.y(j) + half_y);
                    let ring = [(west, south), (east, south), (east, north), (west, north), (west, south)];
                    polygons.push(json!([ring.map(|(x, y)| <[f64; 2]>::from(to_lonlat(x, y)))]));
                }
                i += run.max(1);
            }
        }
        json!({"type": "FeatureCollection", "features": [{
            "type": "Feature",
            "properties": {"asked": true},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons},
        }]})
    }
}

/// Where people were asked.
///
/// # Errors
/// As for a layer.
pub async fn coverage(app: &App, source: &Source) -> Result<Arc<Coverage>, LayerError> {
    let mut coverage: Option<Coverage> = None;
    for kind in ["sterk", "beter", "all"] {
        let slice = Slice { theme: "all".to_owned(), kind: kind.to_owned(), moment: None };
        let grid = service::grid(app, source, &slice, Bandwidth::default()).await?;
        let asked = grid.values().map(|value| value.is_some());
        match &mut coverage {
            Some(coverage) => coverage.asked.iter_mut().zip(asked).for_each(|(known, asked)| *known |= asked),
            None => coverage = Some(Coverage { lattice: *grid.lattice(), asked: asked.collect() }),
        }
    }
    coverage.map(Arc::new).ok_or(LayerError::None)
}

/// How many people are behind a place in a layer, at least, as its published value tells: somebody adds at most one
/// person's peak, so a value of *v* per km² needs *v* · 2πσ² people or more. Reckoned from the published value alone:
/// it adds nothing that could be subtracted, which a count of people round the place would.
///
/// # Errors
/// As for a layer.
pub async fn at(
    app: &App,
    source: &Source,
    slice: &Slice,
    bandwidth: Bandwidth,
    place: Place,
) -> Result<Option<u32>, LayerError> {
    let Some(at) = source.area.metres(place) else { return Ok(None) };
    let grid = service::grid(app, source, slice, bandwidth).await?;
    let lattice = grid.lattice();
    let inside = lattice.extent();
    if !inside.contains(at.x, at.y) {
        return Ok(None);
    }
    // Inside, as just seen.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let (i, j) =
        (((at.x - inside.min_x) / lattice.dx) as usize, ((at.y - inside.min_y) / lattice.dy) as usize);
    let Some(value) = grid.value(i, j) else { return Ok(None) };
    let peaks = value * std::f64::consts::TAU * bandwidth.sigma().powi(2) / 1.0e6;
    // A layer has some thousands of people at most; a person on the spot must not become two by rounding.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let people = (peaks - 0.05).ceil().clamp(0.0, 1.0e6) as u32;
    Ok(Some(people.max(source.traject.k)))
}
