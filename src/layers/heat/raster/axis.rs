//! One direction of a raster.

use pulp::Simd;

use crate::layers::heat::{
    grid::{MAX_CELLS, as_f64, is_coordinate},
    model::HeatError,
};

/// Where the kernel is cut off, in σ: there it has fallen to exp(−12.5) = 3.7·10⁻⁶ of a point's own peak.
pub(super) const CUT_SIGMA: f64 = 5.0;

/// The widest cell, in σ: wider ones are divided.
const WIDEST_CELL: f64 = 1.0 / 3.0;

/// The most bins in one direction: more than a lattice may have cells, so that squaring them stays a number.
const MOST_ACROSS: f64 = 1.0e7;

/// A number added to this one is rounded to a whole one.
const ROUND: f64 = 1.5 * 4_503_599_627_370_496.0;

/// Cells that are smoothed at once; an array of this length stays in registers.
pub(super) const LANES: usize = 32;

/// One direction of the lattice: where its bins are, and what a bin gives to those beside it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Axis {
    /// Centre of the first bin, so far outside the lattice that nothing beyond it reaches in.
    pub(super) first: f64,
    /// Where, in bins, the last place is that can be shared out.
    pub(super) last: f64,
    /// Bins in a metre.
    pub(super) per_metre: f64,
    /// How many bins make a cell of the lattice.
    pub(super) every: usize,
    /// Cells of the lattice.
    pub(super) count: usize,
    /// Bins, with those around the lattice and one at the end that stays empty.
    pub(super) bins: usize,
    /// What a bin gives to itself, to the next, and so on to 5σ.
    pub(super) kernel: Vec<f32>,
}

impl Axis {
    pub(super) fn new(centre: f64, cell: f64, count: usize, sigma: f64) -> Result<Self, HeatError> {
        if !(sigma > 0.0 && sigma.is_finite()) {
            return Err(HeatError::Bandwidth(sigma.to_string()));
        }
        if !(is_coordinate(centre) && cell > 0.0 && cell.is_finite()) {
            return Err(HeatError::Coordinate);
        }
        let finer = (cell / (sigma * WIDEST_CELL)).ceil().max(1.0);
        let step = cell / finer;
        let reach = (CUT_SIGMA * sigma / step).ceil();
        let across = as_f64(count.max(1) - 1) * finer + 1.0;
        let bins = across + 2.0 * (reach + 1.0) + 1.0;
        if bins > MOST_ACROSS {
            return Err(HeatError::GridTooLarge { cells: MAX_CELLS + 1, largest: MAX_CELLS });
        }
        // All three are whole and at most as many as there may be cells.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let [every, reach, bins] = [finer, reach, bins].map(|n| n as usize);
        let variance = (sigma / step).powi(2) - 0.25;
        let sampled: Vec<f64> = (0..=reach).map(|n| (-as_f64(n).powi(2) / (2.0 * variance)).exp()).collect();
        let total = 2.0 * sampled.iter().sum::<f64>() - sampled[0];
        #[allow(clippy::cast_possible_truncation)] // Weights of some seven digits.
        let kernel = sampled.iter().map(|weight| (weight / total) as f32).collect();
        let first = centre - (as_f64(reach) + 1.0) * step;
        Ok(Self { first, last: as_f64(bins) - 2.5, per_metre: 1.0 / step, every, count, bins, kernel })
    }

    /// The bins that have a smoothed value.
    pub(super) fn smoothed(&self) -> usize {
        self.bins - 2 * self.kernel.len() - 1
    }

    /// The first of three bins over which a place is shared out, and their shares; a fourth share is 0.
    #[inline(always)]
    pub(super) fn shares(&self, at: f64) -> (usize, [f64; 4]) {
        let along = (at - self.first) * self.per_metre;
        // Rounded to the nearest bin; its number is in the low bits. Ordinary conversions take much longer.
        let nearest = along + ROUND;
        #[allow(clippy::cast_possible_truncation)]
        let bin = nearest.to_bits() as u32;
        let off = along - (nearest - ROUND);
        let (before, after) = (0.5 - off, 0.5 + off);
        let shares = [0.5 * before * before, 0.75 - off * off, 0.5 * after * after, 0.0];
        (bin.wrapping_sub(1) as usize, shares)
    }

    /// Whether a place is near enough to have a bin.
    #[inline(always)]
    pub(super) fn reaches(&self, at: f64) -> bool {
        let along = (at - self.first) * self.per_metre;
        along > 0.5 && along < self.last
    }

    /// The first cell of the lattice that a place reaches, and what it and the next ones get.
    pub(super) fn profile(&self, at: f64) -> (usize, Vec<f64>) {
        if !self.reaches(at) {
            return (0, Vec::new());
        }
        let (first, shares) = self.shares(at);
        let reach = self.kernel.len() - 1;
        // Cell n of the lattice is bin n·every + reach + 1.
        let from = first.saturating_sub(2 * reach + 1).div_ceil(self.every);
        let to = ((first + 1) / self.every + 1).min(self.count);
        let given = |cell: usize| {
            let bin = cell * self.every + reach + 1;
            let parts = (first..).zip(shares).take(3);
            parts
                .map(|(n, share)| share * f64::from(self.kernel.get(bin.abs_diff(n)).copied().unwrap_or(0.0)))
                .sum()
        };
        (from, (from..to).map(given).collect())
    }

    /// [`LANES`] smoothed values beside each other; `from` begins a reach before the first, neighbours are `step` apart.
    #[inline(always)]
    pub(super) fn weighted<S: Simd>(&self, simd: S, from: &[f32], step: usize, out: &mut [f32; LANES]) {
        let reach = self.kernel.len() - 1;
        // Four registers at a time: sums in an array would go through memory.
        for (group, out) in S::as_mut_simd_f32s(out).0.chunks_exact_mut(4).enumerate() {
            let four = |bin: usize| -> [S::f32s; 4] {
                // Before the first bin that has a smoothed value lies one that only catches shares.
                let lanes = S::as_simd_f32s(&from[(bin + 1) * step..][..LANES]).0;
                std::array::from_fn(|part| lanes[4 * group + part])
            };
            let middle = simd.splat_f32s(self.kernel[0]);
            let [mut a, mut b, mut c, mut d] = four(reach).map(|own| simd.mul_f32s(middle, own));
            for (away, weight) in self.kernel.iter().enumerate().skip(1) {
                let (before, after) = (four(reach - away), four(reach + away));
                let weight = simd.splat_f32s(*weight);
                let with = |sum, part: usize| {
                    simd.mul_add_e_f32s(weight, simd.add_f32s(before[part], after[part]), sum)
                };
                (a, b, c, d) = (with(a, 0), with(b, 1), with(c, 2), with(d, 3));
            }
            out.copy_from_slice(&[a, b, c, d]);
        }
    }

    /// Puts those of the smoothed values from `first` that are cells of the lattice where they belong.
    pub(super) fn pick(&self, first: usize, sums: &[f32; LANES], out: &mut [f32]) {
        if self.every == 1 {
            let most = LANES.min(out.len() - first);
            out[first..][..most].copy_from_slice(&sums[..most]);
            return;
        }
        for (n, sum) in (first..).zip(sums) {
            if n % self.every == 0
                && let Some(value) = out.get_mut(n / self.every)
            {
                *value = *sum;
            }
        }
    }
}
