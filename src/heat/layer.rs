//! A heat layer as it may be published: rounded values where there are enough people, and nothing else.

use serde::{Deserialize, Serialize};

use super::{
    grid::Lattice,
    kernel::density,
    model::{Bandwidth, HeatError, HeatPin, LayerCounts, MIN_K, RdBbox},
    suppress::publishable,
};

/// The step of published values as a share of the peak: at most this, at least two fifths of it.
const STEP_OF_PEAK: f64 = 0.005;

/// A suppressed cell in [`HeatGrid::steps`].
const SUPPRESSED: u16 = u16::MAX;

/// A readable step for published values: 1, 2 or 5 times a power of ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Step {
    mantissa: u8,
    exponent: i32,
}

impl Step {
    /// The largest readable step that is no more than half a per cent of `peak`.
    fn for_peak(peak: f64) -> Self {
        let aim = (peak * STEP_OF_PEAK).max(f64::MIN_POSITIVE);
        // The decimal exponent of a finite number is within ±324.
        #[allow(clippy::cast_possible_truncation)]
        let exponent = aim.log10().floor() as i32;
        let lead = aim / 10f64.powi(exponent);
        let mantissa = [5, 2].into_iter().find(|m| f64::from(*m) <= lead).unwrap_or(1);
        Self { mantissa, exponent }
    }

    /// `n` steps. Divides by a power of ten rather than multiplying, so that it prints in few digits.
    fn times(self, n: u16) -> f64 {
        let whole = f64::from(u32::from(n) * u32::from(self.mantissa));
        if self.exponent < 0 { whole / 10f64.powi(-self.exponent) } else { whole * 10f64.powi(self.exponent) }
    }

    fn nearest(self, value: f64) -> u16 {
        // At most 500 steps make a peak; the clamp keeps the mark for suppressed cells free.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let n = (value / self.times(1)).round().clamp(0.0, f64::from(SUPPRESSED - 1)) as u16;
        n
    }
}

/// One published heat layer.
///
/// Values are kept as whole steps of 0.2–0.5 % of the peak: what is not to be published is not in here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HeatGrid {
    lattice: Lattice,
    bandwidth: Bandwidth,
    counts: Option<LayerCounts>,
    step: Step,
    steps: Vec<u16>,
}

/// The heat layer of `pins` over `area`, with the rule for one layer by itself: for what is not published beside other
/// layers of the same people (those go through [`super::publication`]).
///
/// Every pin given takes part, also those outside the area: the door refuses pins more than 150 m outside.
/// `k` is the fewest people behind a published cell and behind the layer as a whole; below [`MIN_K`] it
/// counts as [`MIN_K`]. A layer of fewer than `k` people has neither values nor counts.
///
/// # Errors
/// [`HeatError::Coordinate`], [`HeatError::Area`] or [`HeatError::GridTooLarge`].
///
/// # Example
/// ```
/// use buurtblik::heat::{Bandwidth, HeatPin, RdBbox, layer};
/// let area = RdBbox { min_x: 0.0, min_y: 0.0, max_x: 100.0, max_y: 100.0 };
/// let pins: Vec<_> = (0..3).map(|n| HeatPin { x: 50.0, y: 50.0, participant: n, people: 1 }).collect();
/// let grid = layer(area, &pins, Bandwidth::Normal, 3)?;
/// // Three people on one spot: 3 · 10⁶ / (2π · 75²) = 84.88 per km², published in steps of 0.2.
/// assert_eq!(grid.peak(), Some(84.8));
/// # Ok::<(), buurtblik::heat::HeatError>(())
/// ```
pub fn layer(area: RdBbox, pins: &[HeatPin], bandwidth: Bandwidth, k: u32) -> Result<HeatGrid, HeatError> {
    let lattice = Lattice::for_area(area)?;
    let k = k.max(MIN_K);
    let density = density(&lattice, pins, bandwidth)?;
    let counts = LayerCounts::of(pins).published(k);
    let publish = if counts.is_some() { publishable(&density, k) } else { vec![false; lattice.len()] };
    let cells = || density.value.iter().zip(&publish);
    let peak = cells().filter(|(_, publish)| **publish).map(|(value, _)| *value).fold(0.0, f64::max);
    let step = Step::for_peak(peak);
    let steps =
        cells().map(|(value, publish)| if *publish { step.nearest(*value) } else { SUPPRESSED }).collect();
    Ok(HeatGrid { lattice, bandwidth, counts, step, steps })
}

impl HeatGrid {
    /// A layer of these cells, with their values per km²; all others are "no, or too few".
    pub(super) fn of_cells(
        lattice: Lattice,
        bandwidth: Bandwidth,
        counts: Option<LayerCounts>,
        cells: &[(u32, f32)],
    ) -> Self {
        let peak = cells.iter().map(|(_, value)| f64::from(*value)).fold(0.0, f64::max);
        let step = Step::for_peak(peak);
        let mut steps = vec![SUPPRESSED; lattice.len()];
        for (cell, value) in cells {
            let place = usize::try_from(*cell).ok().and_then(|cell| steps.get_mut(cell));
            if let Some(place) = place {
                *place = step.nearest(f64::from(*value));
            }
        }
        Self { lattice, bandwidth, counts, step, steps }
    }

    /// Where the cells are.
    pub fn lattice(&self) -> &Lattice {
        &self.lattice
    }

    /// The grain.
    pub fn bandwidth(&self) -> Bandwidth {
        self.bandwidth
    }

    /// Pins and people behind the layer; none where there are fewer than *k* people.
    pub fn counts(&self) -> Option<LayerCounts> {
        self.counts
    }

    /// The published value of column `i` in row `j` (from the south-west), per km²; none where there are no,
    /// or too few, answers to show, and outside the grid.
    pub fn value(&self, i: usize, j: usize) -> Option<f64> {
        if i >= self.lattice.nx {
            return None;
        }
        self.steps.get(j * self.lattice.nx + i).copied().and_then(|n| self.published(n))
    }

    /// All cells, row by row from the south-west, per km².
    pub fn values(&self) -> impl ExactSizeIterator<Item = Option<f64>> + '_ {
        self.steps.iter().map(|n| self.published(*n))
    }

    /// The highest published value per km²; none where nothing is published.
    pub fn peak(&self) -> Option<f64> {
        self.steps.iter().copied().filter(|n| *n != SUPPRESSED).max().and_then(|n| self.published(n))
    }

    fn published(&self, n: u16) -> Option<f64> {
        (n != SUPPRESSED).then(|| self.step.times(n))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heat::testing::{INVENTED_AREA, invented_layer, invented_pins};

    fn at(x: f64, y: f64, participant: u32) -> HeatPin {
        HeatPin { x, y, participant, people: 1 }
    }

    const SMALL: RdBbox = RdBbox { min_x: 0.0, min_y: 0.0, max_x: 20.0, max_y: 20.0 };

    #[test]
    fn published_values_are_within_half_a_per_cent_of_the_peak_and_print_in_few_digits() {
        let grid = invented_layer(Bandwidth::Normal);
        let exact = density(grid.lattice(), &invented_pins(), Bandwidth::Normal).unwrap();
        let peak = grid.peak().unwrap();
        let mut published = 0;
        for (value, exact) in grid.values().zip(&exact.value) {
            let Some(value) = value else { continue };
            published += 1;
            assert!((value - exact).abs() <= 0.005 * peak);
            assert!(value.to_string().len() <= 7, "{value}");
        }
        println!("{published} of {} cells published, peak {peak} per km²", grid.values().len());
        assert!(published > 500);
    }

    #[test]
    fn a_layer_of_two_people_or_of_nobody_says_nothing() {
        for pins in [vec![], vec![at(5.0, 5.0, 1)], vec![at(5.0, 5.0, 1), at(6.0, 5.0, 2), at(5.0, 9.0, 1)]] {
            let grid = layer(SMALL, &pins, Bandwidth::Normal, 1).unwrap();
            assert_eq!((grid.counts(), grid.peak()), (None, None));
            assert!(grid.values().all(|v| v.is_none()));
        }
    }

    #[test]
    fn three_people_far_apart_are_counted_but_no_cell_is_shown() {
        let area = RdBbox { min_x: 0.0, min_y: 0.0, max_x: 2000.0, max_y: 2000.0 };
        let pins = [at(0.0, 0.0, 1), at(2000.0, 0.0, 2), at(0.0, 2000.0, 3)];
        let grid = layer(area, &pins, Bandwidth::Coarse, 3).unwrap();
        assert_eq!(grid.counts().map(|c| c.people), Some(3));
        assert_eq!(grid.peak(), None);
    }

    #[test]
    fn a_large_table_beside_two_people_is_not_shown_as_if_it_were_a_crowd() {
        let table = HeatPin { people: 12, ..at(10.0, 10.0, 1) };
        let grid = layer(SMALL, &[table, at(10.0, 10.0, 2), at(10.0, 10.0, 3)], Bandwidth::Fine, 3).unwrap();
        assert_eq!(grid.peak(), None);
        assert_eq!(grid.counts().map(|c| (c.participants, c.people)), Some((3, 14)));
    }

    #[test]
    fn layers_of_one_traject_coincide_whatever_their_grain() {
        let [fine, coarse] = [Bandwidth::Fine, Bandwidth::Coarse].map(invented_layer);
        assert_eq!(fine.lattice(), coarse.lattice());
        assert_eq!(fine.lattice(), &Lattice::for_area(INVENTED_AREA).unwrap());
    }

    #[test]
    fn steps_are_readable_and_at_most_half_a_per_cent_of_the_peak() {
        for (peak, step) in [(84.88, 0.2), (100.0, 0.5), (400.0, 2.0), (0.031, 0.0001), (1.0e7, 50_000.0)] {
            assert_eq!(Step::for_peak(peak).times(1), step, "{peak}");
        }
        assert_eq!(Step { mantissa: 1, exponent: -1 }.times(3).to_string(), "0.3");
    }

    #[test]
    fn ten_thousand_participants_take_seconds_at_most_and_a_session_milliseconds() {
        let many: Vec<HeatPin> = (0..10_000)
            .map(|n: u32| {
                at(121_000.0 + f64::from(n * 7919 % 950), 486_000.0 + f64::from(n * 104_729 % 850), n)
            })
            .collect();
        for pins in [invented_pins(), many] {
            let start = std::time::Instant::now();
            let grid = layer(INVENTED_AREA, &pins, Bandwidth::Normal, 3).unwrap();
            println!("{} pins: {:.1} ms", pins.len(), start.elapsed().as_secs_f64() * 1e3);
            assert!(grid.peak().is_some());
        }
    }
}
