//! The parts of a traject that are compared: its buurten; where there is only one, the whole and its four quarters.
//!
//! A quarter is what lies north-west, north-east, south-west or south-east of the middle of the buurt. It has no figures by
//! area of its own: a figure of a whole buurt says nothing about where in it.

use std::sync::Arc;

use vakken::Vak;

use crate::layers::heat::{LayerError, Source, lonlat};
use crate::place::buurt::{self, Place, TrajectArea};
use crate::platform::App;
use crate::platform::texts::t;

/// A part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The code of a buurt, or `noordwest` and so on.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// It is a buurt, which has figures by area.
    pub is_buurt: bool,
}

const QUARTERS: [&str; 4] = ["noordwest", "noordoost", "zuidwest", "zuidoost"];

/// The parts of an area.
pub(super) struct Parts {
    pub all: Vec<Part>,
    areas: Vec<Arc<TrajectArea>>,
    middle: Place,
    /// How many cells each part has.
    pub size: Vec<usize>,
}

impl Parts {
    /// The parts of the area of `source`, over a lattice of `nx` by `ny` cells whose middles `at` tells.
    pub(super) async fn of(
        app: &App,
        source: &Source,
        (nx, ny): (usize, usize),
        at: impl Fn(usize, usize) -> (f64, f64),
    ) -> Result<Self, LayerError> {
        let mut areas = Vec::new();
        for code in &source.traject.buurten {
            areas.push(buurt::area(app, std::slice::from_ref(code)).await?);
        }
        let buurten = areas.iter().flat_map(|area| &area.buurten);
        let mut all: Vec<Part> = buurten
            .map(|one| Part { id: one.code.clone(), name: one.name.clone(), is_buurt: true })
            .collect();
        if let [only] = all.as_mut_slice() {
            only.name = t("compare-whole");
            all.extend(QUARTERS.map(|word| Part {
                id: word.to_owned(),
                name: t(&format!("compare-part-{word}")),
                is_buurt: false,
            }));
        }
        let [lon, lat] = source.area.bbox.centre();
        let size = vec![0; all.len()];
        let mut parts = Self { all, areas, middle: Place { lon, lat }, size };
        for j in 0..ny {
            for i in 0..nx {
                let (x, y) = at(i, j);
                let (lon, lat) = lonlat(source, x, y);
                for part in parts.at(Place { lon, lat }) {
                    parts.size[part] += 1;
                }
            }
        }
        Ok(parts)
    }

    /// The parts in which a place lies: none outside the area.
    pub(super) fn at(&self, place: Place) -> Vec<usize> {
        let inside = |area: &Arc<TrajectArea>| area.metres_outside(place.lon, place.lat) <= 0.0;
        let Some(buurt) = self.areas.iter().position(inside) else { return Vec::new() };
        if self.areas.len() > 1 {
            return vec![buurt];
        }
        let south = usize::from(place.lat < self.middle.lat);
        let east = usize::from(place.lon >= self.middle.lon);
        vec![0, 1 + 2 * south + east]
    }

    /// The parts in which a square lies: those that hold the middles of all its four quarters.
    pub(super) fn around(&self, source: &Source, vak: &Vak) -> Vec<usize> {
        let (quarter, side) = (f64::from(vak.side) / 4.0, f64::from(vak.side));
        let (west, south) = (f64::from(vak.x), f64::from(vak.y));
        let mut of: Option<Vec<usize>> = None;
        for (east, north) in [
            (quarter, quarter),
            (side - quarter, quarter),
            (quarter, side - quarter),
            (side - quarter, side - quarter),
        ] {
            let (lon, lat) = lonlat(source, west + east, south + north);
            let here = self.at(Place { lon, lat });
            of = Some(of.map_or_else(
                || here.clone(),
                |known| known.into_iter().filter(|part| here.contains(part)).collect(),
            ));
        }
        of.unwrap_or_default()
    }
}
