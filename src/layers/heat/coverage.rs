//! Where nobody was asked: told apart from "no, or too few, answers" without drawing a ring round one or two people.
//!
//! A cell counts as asked where the layer of everything tells something with the usual grain: every square that any layer tells of
//! is in it. So this is reckoned from the same squares: nothing is added that could be subtracted. Where one or two people said
//! something and nobody else, it is as if nobody had been asked: the class is honestly called "nobody, or too few".

use std::sync::Arc;

use geo::{MultiPolygon, Polygon};
use geojson::FeatureCollection;
use serde_json::{Value, json};

use super::Bandwidth;
use super::error::LayerError;
use super::grid::Lattice;
use super::service;
use super::slice::Slice;
use super::source::Source;
use crate::platform::App;
use crate::platform::geojson::{collection, feature};

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

    /// As polygons of whole rows of cells where people were asked, in degrees.
    pub fn to_geojson(&self, to_lonlat: impl Fn(f64, f64) -> (f64, f64)) -> FeatureCollection {
        let mut polygons = Vec::new();
        let (half_x, half_y) = (self.lattice.dx / 2.0, self.lattice.dy / 2.0);
        for j in 0..self.lattice.ny {
            let mut i = 0;
            while i < self.lattice.nx {
                let run = (i..self.lattice.nx).take_while(|i| self.is_asked(*i, j)).count();
                if run > 0 {
                    let (west, east) = (self.lattice.x(i) - half_x, self.lattice.x(i + run - 1) + half_x);
                    let (south, north) = (self.lattice.y(j) - half_y, self.lattice.y(j) + half_y);
                    let ring = [(west, south), (east, south), (east, north), (west, north), (west, south)];
                    let ring = ring.map(|(x, y)| to_lonlat(x, y)).to_vec();
                    polygons.push(Polygon::new(ring.into(), Vec::new()));
                }
                i += run.max(1);
            }
        }
        let asked = feature(Some((&MultiPolygon(polygons)).into()), json!({"asked": true}));
        collection(vec![asked], Value::Null)
    }
}

/// Where people were asked.
///
/// # Errors
/// As for a layer.
pub async fn coverage(app: &App, source: &Source) -> Result<Arc<Coverage>, LayerError> {
    let grid = service::grid(app, source, &Slice::of_kind("all"), Bandwidth::default()).await?;
    let asked = grid.values().map(|value| value.is_some()).collect();
    Ok(Arc::new(Coverage { lattice: *grid.lattice(), asked }))
}
