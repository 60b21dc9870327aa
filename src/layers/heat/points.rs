//! The density of points that are no people: reports, accidents, trees. Beside a layer of residents it has the same lattice, the same
//! kernel and the same classes, so that the two can be compared; nothing of it is suppressed.

use super::error::LayerError;
use super::grid::Lattice;
use super::raster::{Raster, Spot};
use super::service::lattice;
use super::{Bandwidth, HeatError, HeatGrid};
use crate::place::buurt::{Place, TrajectArea};

/// Below this share of the peak nothing is drawn: a thousandth of a point is no place where something is.
const LEAST: f32 = 0.02;

/// The density per km² of `places` over an area. Those outside it take part: nothing corrects for its edge.
///
/// # Errors
/// An area or a place that cannot be measured, or an area that is too large.
pub fn points(area: &TrajectArea, places: &[Place], bandwidth: Bandwidth) -> Result<HeatGrid, LayerError> {
    let spot = |place: &Place| {
        let at = area.metres(*place).ok_or(HeatError::Coordinate)?;
        Ok(Spot { x: at.x, y: at.y, weight: 1.0 })
    };
    let spots = places.iter().map(spot).collect::<Result<Vec<_>, HeatError>>()?;
    Ok(on(lattice(area)?, &spots, bandwidth)?)
}

fn on(lattice: Lattice, spots: &[Spot], bandwidth: Bandwidth) -> Result<HeatGrid, HeatError> {
    let raster = Raster::new(&lattice, spots, bandwidth.sigma())?;
    let peak = raster.values().iter().copied().fold(0.0, f32::max);
    let cells = (0_u32..).zip(raster.values().iter().copied());
    let cells: Vec<(u32, f32)> = cells.filter(|(_, value)| *value > 0.0 && *value >= peak * LEAST).collect();
    Ok(HeatGrid::of_cells(lattice, bandwidth, None, &cells))
}

#[cfg(test)]
mod tests {
    use super::*;
    const LATTICE: Lattice = Lattice { x0: 5.0, y0: 5.0, dx: 10.0, dy: 10.0, nx: 120, ny: 100 };

    fn spots(count: u32) -> Vec<Spot> {
        let at = |n: u32, by: f64| 200.0 + 700.0 * (f64::from(n) * by).fract();
        (0..count).map(|n| Spot { x: at(n, 0.754_877_666), y: at(n, 0.569_840_291), weight: 1.0 }).collect()
    }

    #[test]
    fn points_have_the_values_that_as_many_people_of_one_pin_would_have() {
        let spots = spots(300);
        let grid = on(LATTICE, &spots, Bandwidth::Normal).unwrap();
        let sigma = Bandwidth::Normal.sigma();
        let direct = |n: usize| {
            let (x, y) = (LATTICE.x(n % LATTICE.nx), LATTICE.y(n / LATTICE.nx));
            let near =
                |spot: &Spot| (-((spot.x - x).powi(2) + (spot.y - y).powi(2)) / (2. * sigma * sigma)).exp();
            spots.iter().map(near).sum::<f64>() * 1e6 / (std::f64::consts::TAU * sigma * sigma)
        };
        let exact: Vec<f64> = (0..LATTICE.len()).map(direct).collect();
        let peak = exact.iter().copied().fold(0.0, f64::max);
        for (value, exact) in grid.values().zip(&exact) {
            match value {
                Some(value) => assert!((value - exact).abs() <= 0.005 * peak, "{value} for {exact}"),
                None => assert!(*exact <= 0.021 * peak, "{exact} of {peak} is not drawn"),
            }
        }
    }

    #[test]
    fn without_points_nothing_is_drawn() {
        assert_eq!(on(LATTICE, &[], Bandwidth::Normal).unwrap().peak(), None);
    }
}
