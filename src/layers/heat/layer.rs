//! A heat layer on its lattice: rounded values where somebody is told of, and nothing elsewhere.

use super::grid::Lattice;
use super::model::Bandwidth;

/// The step of published values as a share of the peak: at most this, at least two fifths of it.
const STEP_OF_PEAK: f64 = 0.005;

/// A suppressed cell in [`HeatGrid::steps`].
const SUPPRESSED: u16 = u16::MAX;

/// A readable step for published values: 1, 2 or 5 times a power of ten.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Step {
    mantissa: u8,
    /// The power of ten, or what to divide by where it is below one.
    power: f64,
    divides: bool,
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
        Self { mantissa, power: 10f64.powi(exponent.abs()), divides: exponent < 0 }
    }

    /// `n` steps. Divides by a power of ten rather than multiplying, so that it prints in few digits.
    fn times(self, n: u16) -> f64 {
        let whole = f64::from(u32::from(n) * u32::from(self.mantissa));
        if self.divides { whole / self.power } else { whole * self.power }
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
#[derive(Debug, Clone, PartialEq)]
pub struct HeatGrid {
    lattice: Lattice,
    bandwidth: Bandwidth,
    voices: Option<u32>,
    step: Step,
    steps: Vec<u16>,
    /// The most steps of a cell.
    most: Option<u16>,
}

impl HeatGrid {
    /// A layer of these cells, with their values per km²; all others are "no, or too few".
    pub(super) fn of_cells(
        lattice: Lattice,
        bandwidth: Bandwidth,
        voices: Option<u32>,
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
        let most = steps.iter().copied().filter(|n| *n != SUPPRESSED).max();
        Self { lattice, bandwidth, voices, step, steps, most }
    }

    /// Where the cells are.
    pub fn lattice(&self) -> &Lattice {
        &self.lattice
    }

    /// The grain.
    pub fn bandwidth(&self) -> Bandwidth {
        self.bandwidth
    }

    /// How many voices the layer is of, at least; none where nothing is told, and where it is of no people.
    pub fn voices(&self) -> Option<u32> {
        self.voices
    }

    /// Bytes that it takes in memory.
    pub(super) fn size(&self) -> usize {
        self.steps.len() * size_of::<u16>()
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
        self.most.map(|n| self.step.times(n))
    }

    fn published(&self, n: u16) -> Option<f64> {
        (n != SUPPRESSED).then(|| self.step.times(n))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::heat::testing::invented_layer;

    #[test]
    fn published_values_print_in_few_digits() {
        let grid = invented_layer(Bandwidth::Normal);
        let mut published = 0;
        for value in grid.values().flatten() {
            published += 1;
            assert!(value.to_string().len() <= 7, "{value}");
        }
        assert!(published > 500);
    }

    #[test]
    fn steps_are_readable_and_at_most_half_a_per_cent_of_the_peak() {
        for (peak, step) in [(84.88, 0.2), (100.0, 0.5), (400.0, 2.0), (0.031, 0.0001), (1.0e7, 50_000.0)] {
            assert_eq!(Step::for_peak(peak).times(1), step, "{peak}");
        }
        assert_eq!(Step { mantissa: 1, power: 10.0, divides: true }.times(3).to_string(), "0.3");
    }
}
