//! Isobands: the layer as polygons of equal class.
//!
//! Marching squares as usually written (and in the `contour` crate) joins cell centres, so at the edge of
//! suppressed cells a band reaches half a cell into them. Here a band ends where publication ends; see
//! [`super::field`] for the surface and `trace` for how it becomes rings. The bands and the one suppressed
//! region together cover the grid exactly once.
//!
//! The suppressed region is *no, or too few, answers*: one class, on purpose. See [`super::table`].

use geo::{CoordsIter as _, LineString, MultiPolygon, Polygon};
use geojson::FeatureCollection;
use serde_json::json;

use super::{
    field::Field,
    layer::HeatGrid,
    model::{BandName, Bandwidth},
    trace::{Ring, Tracer},
};
use crate::platform::geojson::{collection, feature};

/// Where classes begin, as shares of the layer's peak; the lowest class begins at 0.
const SHARES: [f64; 4] = [0.1, 0.25, 0.5, 0.75];

/// Decimals of a degree in coordinates: 0.11 m.
const DEGREE: f64 = 1.0e6;

/// One class of a layer.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// 1 (lowest) to 5.
    pub class: u8,
    /// Lower end per km², itself within the band.
    pub lower: f64,
    /// Upper end per km².
    pub upper: f64,
    /// Where, in WGS84.
    pub area: MultiPolygon<f64>,
}

/// A layer as bands, in WGS84.
#[derive(Debug, Clone, PartialEq)]
pub struct Isobands {
    /// The bands that occur, lowest first.
    pub bands: Vec<Band>,
    /// Where there are no, or too few, answers to show.
    pub suppressed: MultiPolygon<f64>,
    /// The grain of the layer.
    pub bandwidth: Bandwidth,
    /// How many voices the layer is of, at least; none where nothing is told.
    pub voices: Option<u32>,
}

/// Borders of the classes for a layer with this peak, per km², in at most two digits: where each begins,
/// from 0, and the end of the last.
pub fn levels(peak: f64) -> Vec<f64> {
    let inner = SHARES.map(|share| two_digits(peak * share, f64::round));
    let mut levels = vec![0.0];
    levels.extend(inner);
    levels.push(two_digits(peak * (1.0 + 1.0e-9), f64::ceil));
    levels
}

/// The isobands of a layer. `to_lonlat` turns RD metres into WGS84 degrees (longitude, latitude).
pub fn isobands(grid: &HeatGrid, to_lonlat: impl Fn(f64, f64) -> (f64, f64)) -> Isobands {
    let levels = grid.peak().map(levels).unwrap_or_default();
    let inner = levels.get(1..levels.len().saturating_sub(1)).unwrap_or_default();
    let mut areas = Tracer::new(Field::new(grid), inner)
        .rings()
        .into_iter()
        .map(|rings| project(assemble(rings), &to_lonlat));
    let suppressed = areas.next().unwrap_or_else(|| MultiPolygon::new(Vec::new()));
    let bands = (1..)
        .zip(levels.windows(2))
        .zip(areas)
        .map(|((class, ends), area)| Band { class, lower: ends[0], upper: ends[1], area })
        .filter(|band| !band.area.0.is_empty())
        .collect();
    Isobands { bands, suppressed, bandwidth: grid.bandwidth(), voices: grid.voices() }
}

impl Isobands {
    /// Bytes in memory, about.
    pub(super) fn size(&self) -> usize {
        let areas = self.bands.iter().map(|band| &band.area).chain([&self.suppressed]);
        areas.map(|area| area.coords_count() * size_of::<geo::Coord>()).sum()
    }

    /// A `GeoJSON` `FeatureCollection`: a feature for each band with `lower`, `upper` (per km²), `class` and
    /// `name`; for a map that hatches it, where asked, last one with `suppressed: true`. Beside the features
    /// stand the voices, the grain and the unit.
    pub fn to_geojson(&self, with_suppressed: bool) -> FeatureCollection {
        let band = |band: &Band| {
            let properties = json!({
                "class": band.class, "lower": band.lower, "upper": band.upper,
                "name": BandName::of_class(band.class), "suppressed": false,
            });
            feature(Some((&band.area).into()), properties)
        };
        let mut features: Vec<_> = self.bands.iter().map(band).collect();
        if with_suppressed && !self.suppressed.0.is_empty() {
            let properties = json!({ "class": 0, "suppressed": true });
            features.push(feature(Some((&self.suppressed).into()), properties));
        }
        let beside = json!({
            "bandwidth": self.bandwidth,
            "unit": super::json::UNIT,
            "pins": null,
            "participants": self.voices,
            "people": self.voices,
        });
        collection(features, beside)
    }
}

/// Rounds to two significant digits, in such a way that the result prints in two.
fn two_digits(value: f64, round: fn(f64) -> f64) -> f64 {
    if value <= 0.0 {
        return 0.0;
    }
    // The decimal exponent of a finite number is within ±324.
    #[allow(clippy::cast_possible_truncation)]
    let shift = 1 - value.log10().floor() as i32;
    if shift > 0 {
        round(value * 10f64.powi(shift)) / 10f64.powi(shift)
    } else {
        round(value / 10f64.powi(-shift)) * 10f64.powi(-shift)
    }
}

/// An exterior with its holes, in RD.
type Shape = (Ring, Vec<Ring>);

/// Gives each hole (clockwise) to the smallest exterior (anticlockwise) around it.
fn assemble(rings: Vec<Ring>) -> Vec<Shape> {
    let (mut outer, holes): (Vec<Ring>, Vec<Ring>) =
        rings.into_iter().filter(|r| r.len() >= 3).partition(|r| twice_area(r) > 0.0);
    outer.sort_by(|a, b| twice_area(a).total_cmp(&twice_area(b)));
    let mut shapes: Vec<Shape> = outer.into_iter().map(|ring| (ring, Vec::new())).collect();
    for hole in holes {
        // Rings of one class share no point, so any point of the hole will do.
        if let Some(shape) = shapes.iter_mut().find(|(ring, _)| contains(ring, hole[0])) {
            shape.1.push(hole);
        }
    }
    shapes
}

fn twice_area(ring: &Ring) -> f64 {
    let Some(origin) = ring.first() else { return 0.0 };
    let local = |p: &(f64, f64)| (p.0 - origin.0, p.1 - origin.1);
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(p, q)| (local(p), local(q))).map(|(p, q)| p.0 * q.1 - p.1 * q.0).sum()
}

/// Whether a point lies within a ring, by the even–odd rule.
fn contains(ring: &Ring, (x, y): (f64, f64)) -> bool {
    let next = ring.iter().cycle().skip(1);
    let crossed = ring
        .iter()
        .zip(next)
        .filter(|(p, q)| (p.1 > y) != (q.1 > y) && x < p.0 + (y - p.1) * (q.0 - p.0) / (q.1 - p.1));
    crossed.count() % 2 == 1
}

fn project(shapes: Vec<Shape>, to_lonlat: impl Fn(f64, f64) -> (f64, f64)) -> MultiPolygon<f64> {
    let round = |degrees: f64| (degrees * DEGREE).round() / DEGREE;
    let line = |ring: Ring| {
        let mut points: Vec<(f64, f64)> = ring
            .into_iter()
            .map(|(x, y)| to_lonlat(x, y))
            .map(|(lon, lat)| (round(lon), round(lat)))
            .collect();
        points.dedup();
        let first = points.first().copied();
        points.extend(first);
        LineString::from(points)
    };
    let polygon = |(ring, holes): Shape| Polygon::new(line(ring), holes.into_iter().map(line).collect());
    MultiPolygon::new(shapes.into_iter().map(polygon).collect())
}

#[cfg(test)]
mod tests;
