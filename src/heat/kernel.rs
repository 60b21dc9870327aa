//! Kernel density in RD metres, with one weight per person.
//!
//! f(p) = Σ wᵢ · 10⁶ / (2πσ²) · exp(−|p − pᵢ|² / 2σ²), per km²: the bivariate Gaussian product kernel
//! (Silverman, *Density Estimation for Statistics and Data Analysis*, 1986, §4.2.1) scaled from m² to km².
//! A participant's weights wᵢ add up to the people they speak for, however many pins they put.
//! There is no edge correction.
//!
//! The kernel is a product of a factor in x and one in y, so a pin costs a row and a column of exponentials
//! and one multiplication a cell. It is cut off at 5σ in x and in y, where it has fallen to
//! exp(−12.5) = 3.7·10⁻⁶ of the pin's own peak; that is the whole error besides rounding.

use std::{cmp::Ordering, collections::BTreeMap, f64::consts::TAU, ops::Range};

use super::{
    grid::{Lattice, is_coordinate},
    model::{Bandwidth, HeatError, HeatPin},
};

/// Where the kernel is cut off, in σ.
pub const CUT_SIGMA: f64 = 5.0;

/// Who is within this many σ of a place contributes to it, for the counting of people.
pub const SUPPORT_SIGMA: f64 = 3.0;

const M2_PER_KM2: f64 = 1.0e6;

/// Density and who is behind it, cell by cell in the order of the lattice. Not for publication.
#[derive(Debug, Clone, PartialEq)]
pub struct Density {
    /// Density in people per km².
    pub value: Vec<f64>,
    /// The largest part of `value` that one participant makes up.
    pub largest: Vec<f64>,
    /// People with a pin within 3σ of the cell's centre.
    pub people: Vec<u32>,
}

/// The density of `pins` at every centre of `lattice`.
///
/// The order of the pins and the numbers of the participants make no difference, to the last bit.
///
/// # Errors
/// [`HeatError::Coordinate`] where a pin's coordinate is not finite.
pub fn density(lattice: &Lattice, pins: &[HeatPin], bandwidth: Bandwidth) -> Result<Density, HeatError> {
    if pins.iter().any(|pin| !is_coordinate(pin.x) || !is_coordinate(pin.y)) {
        return Err(HeatError::Coordinate);
    }
    let cells = lattice.len();
    let mut density = Density { value: vec![0.0; cells], largest: vec![0.0; cells], people: vec![0; cells] };
    let mut own = Scratch::default();
    for voice in voices(pins) {
        own.evaluate(lattice, &voice, bandwidth.sigma());
        density.add(lattice, &own, voice.people);
    }
    Ok(density)
}

/// One participant: the people they speak for and where their pins are.
struct Voice {
    people: u32,
    places: Vec<(f64, f64)>,
}

/// The pins by participant, in an order that depends on nothing but places and people.
fn voices(pins: &[HeatPin]) -> Vec<Voice> {
    let mut by_participant: BTreeMap<u32, Voice> = BTreeMap::new();
    for pin in pins {
        let voice = by_participant.entry(pin.participant).or_insert(Voice { people: 1, places: Vec::new() });
        voice.people = voice.people.max(pin.people);
        voice.places.push((pin.x, pin.y));
    }
    let mut voices: Vec<Voice> = by_participant.into_values().collect();
    for voice in &mut voices {
        voice.places.sort_by(place_order);
    }
    voices.sort_by(|a, b| {
        let places = a.places.iter().zip(&b.places).map(|(p, q)| place_order(p, q));
        places
            .fold(Ordering::Equal, Ordering::then)
            .then(a.places.len().cmp(&b.places.len()))
            .then(a.people.cmp(&b.people))
    });
    voices
}

fn place_order(a: &(f64, f64), b: &(f64, f64)) -> Ordering {
    a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
}

/// One participant's contribution, in the window of cells that it reaches.
#[derive(Default)]
struct Scratch {
    columns: Range<usize>,
    rows: Range<usize>,
    value: Vec<f64>,
    near: Vec<bool>,
}

impl Scratch {
    fn evaluate(&mut self, lattice: &Lattice, voice: &Voice, sigma: f64) {
        let cut = CUT_SIGMA * sigma;
        let reach = |at: fn(&(f64, f64)) -> f64, origin: f64, step: f64, count: usize| {
            let ranges = voice.places.iter().map(|place| within(at(place), cut, origin, step, count));
            ranges.filter(|r| !r.is_empty()).reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
        };
        self.columns = reach(|p| p.0, lattice.x0, lattice.dx, lattice.nx).unwrap_or(0..0);
        self.rows = reach(|p| p.1, lattice.y0, lattice.dy, lattice.ny).unwrap_or(0..0);
        let cells = self.columns.len() * self.rows.len();
        self.value.clear();
        self.value.resize(cells, 0.0);
        self.near.clear();
        self.near.resize(cells, false);
        let weight = f64::from(voice.people) / super::grid::as_f64(voice.places.len());
        let peak = weight * M2_PER_KM2 / (TAU * sigma * sigma);
        for place in &voice.places {
            self.stamp(lattice, *place, sigma, peak);
        }
    }

    fn stamp(&mut self, lattice: &Lattice, (x, y): (f64, f64), sigma: f64, peak: f64) {
        let cut = CUT_SIGMA * sigma;
        let columns = within(x, cut, lattice.x0, lattice.dx, lattice.nx);
        let rows = within(y, cut, lattice.y0, lattice.dy, lattice.ny);
        let factor = |d: f64| (-d * d / (2.0 * sigma * sigma)).exp();
        let across: Vec<(f64, f64)> =
            columns.clone().map(|i| lattice.x(i) - x).map(|d| (factor(d), d * d)).collect();
        let support = (SUPPORT_SIGMA * sigma).powi(2);
        for j in rows {
            let d = lattice.y(j) - y;
            let (row, left) = (peak * factor(d), support - d * d);
            let start = (j - self.rows.start) * self.columns.len() + columns.start - self.columns.start;
            let cells = start..start + columns.len();
            let values = self.value[cells.clone()].iter_mut().zip(&mut self.near[cells]);
            for ((value, near), (factor, d2)) in values.zip(&across) {
                *value += row * factor;
                *near |= *d2 <= left;
            }
        }
    }
}

impl Density {
    /// The highest value.
    pub fn peak(&self) -> f64 {
        self.value.iter().copied().fold(0.0, f64::max)
    }

    fn add(&mut self, lattice: &Lattice, own: &Scratch, people: u32) {
        let width = own.columns.len();
        for (n, j) in own.rows.clone().enumerate() {
            for (m, i) in own.columns.clone().enumerate() {
                let (from, to) = (n * width + m, j * lattice.nx + i);
                let value = own.value[from];
                self.value[to] += value;
                self.largest[to] = self.largest[to].max(value);
                if own.near[from] {
                    self.people[to] = self.people[to].saturating_add(people);
                }
            }
        }
    }
}

/// The cells of one axis whose centres lie within `cut` metres of `at`.
fn within(at: f64, cut: f64, origin: f64, step: f64, count: usize) -> Range<usize> {
    let top = super::grid::as_f64(count);
    let index = |edge: f64| {
        let cell = edge.clamp(0.0, top);
        // Clamped to 0..=count just above.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let index = cell as usize;
        index
    };
    let start = index(((at - cut - origin) / step).ceil());
    let end = index(((at + cut - origin) / step).floor() + 1.0);
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::heat::{
        model::RdBbox,
        testing::{lattice_of, pins_strategy, read_columns, test_data},
    };

    fn direct(lattice: &Lattice, pins: &[HeatPin], sigma: f64, i: usize, j: usize) -> f64 {
        let sum: f64 = voices(pins)
            .iter()
            .flat_map(|v| v.places.iter().map(|p| (f64::from(v.people) / v.places.len() as f64, *p)))
            .map(|(w, (x, y))| {
                let r2 = (lattice.x(i) - x).powi(2) + (lattice.y(j) - y).powi(2);
                w * (-r2 / (2.0 * sigma * sigma)).exp()
            })
            .sum();
        sum * M2_PER_KM2 / (TAU * sigma * sigma)
    }

    /// A lattice far wider than the pins of the strategy (0–640 m) reach.
    fn wide() -> Lattice {
        let area = RdBbox { min_x: -500.0, min_y: -500.0, max_x: 1140.0, max_y: 1140.0 };
        Lattice::for_area(area).unwrap()
    }

    fn assert_close(a: &Density, b: &Density) {
        let bound = 1e-12 * a.peak();
        for (x, y) in a.value.iter().zip(&b.value).chain(a.largest.iter().zip(&b.largest)) {
            assert!((x - y).abs() <= bound, "{x} {y}");
        }
        assert_eq!(a.people, b.people);
    }

    #[test]
    fn the_squirrels_of_central_park_have_the_density_that_scikit_learn_gives_them() {
        let Some(data) = test_data("oracle") else { return };
        let nodes = read_columns(&data.join("squirrel_kde_gauss75m.csv"));
        let places = read_columns(&data.join("squirrel_utm18n.csv"));
        let pins: Vec<HeatPin> = (0..)
            .zip(&places)
            .map(|(participant, p)| HeatPin { x: p[0], y: p[1], participant, people: 1 })
            .collect();
        let lattice = lattice_of(&nodes);
        let ours = density(&lattice, &pins, Bandwidth::Normal).unwrap();
        let peak = nodes.iter().map(|n| n[2]).fold(0.0, f64::max);
        let worst = ours.value.iter().zip(&nodes).map(|(v, n)| (v - n[2]).abs()).fold(0.0, f64::max);
        println!(
            "oracle: {} × {} nodes, peak {peak:.1} per km², worst error {:.2e} of the peak",
            lattice.nx,
            lattice.ny,
            worst / peak
        );
        assert!(worst <= 0.005 * peak);
    }

    #[test]
    fn a_table_of_six_weighs_and_counts_as_six() {
        let place = |participant, people| HeatPin { x: 300.0, y: 300.0, participant, people };
        let table = density(&wide(), &[place(1, 6)], Bandwidth::Normal).unwrap();
        let six: Vec<HeatPin> = (0..6).map(|n| place(n, 1)).collect();
        let six = density(&wide(), &six, Bandwidth::Normal).unwrap();
        assert!((table.peak() / six.peak() - 1.0).abs() < 1e-12);
        assert_eq!(table.people, six.people);
    }

    #[test]
    fn a_pin_that_is_not_a_place_is_refused() {
        let pin = HeatPin { x: f64::NAN, y: 0.0, participant: 0, people: 1 };
        assert_eq!(density(&wide(), &[pin], Bandwidth::Fine), Err(HeatError::Coordinate));
    }

    #[test]
    fn people_count_within_three_sigma_and_not_beyond() {
        let lattice = wide();
        let pin = HeatPin { x: 300.0, y: 300.0, participant: 0, people: 1 };
        let d = density(&lattice, &[pin], Bandwidth::Fine).unwrap();
        let row = ((300.0 - lattice.y0) / 10.0) as usize * lattice.nx;
        let at = |x: f64| d.people[row + ((x - lattice.x0) / 10.0) as usize];
        assert_eq!((at(150.0), at(450.0), at(140.0), at(460.0)), (1, 1, 0, 0));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn every_cell_is_the_direct_sum(pins in pins_strategy(), cell in 0usize..40_000, grain in 0usize..3) {
            let (lattice, grain) = (wide(), Bandwidth::ALL[grain]);
            let d = density(&lattice, &pins, grain).unwrap();
            let (i, j) = (cell % lattice.nx, cell / lattice.nx % lattice.ny);
            let error = (d.value[j * lattice.nx + i] - direct(&lattice, &pins, grain.sigma(), i, j)).abs();
            prop_assert!(error <= 0.005 * d.peak());
        }

        #[test]
        fn the_total_mass_is_the_number_of_people(pins in pins_strategy(), grain in 0usize..3) {
            let lattice = wide();
            let d = density(&lattice, &pins, Bandwidth::ALL[grain]).unwrap();
            let mass: f64 = d.value.iter().sum::<f64>() * lattice.cell_km2();
            let people = f64::from(crate::heat::LayerCounts::of(&pins).people);
            prop_assert!((mass / people - 1.0).abs() < 1e-5, "{} {}", mass, people);
        }

        #[test]
        fn moving_everything_by_whole_cells_makes_no_difference(
            pins in pins_strategy(), i in -900i32..900, j in -900i32..900, grain in 0usize..3
        ) {
            let (dx, dy) = (f64::from(i) * 10.0, f64::from(j) * 10.0);
            let moved: Vec<_> = pins.iter().map(|p| HeatPin { x: p.x + dx, y: p.y + dy, ..*p }).collect();
            let there = Lattice { x0: wide().x0 + dx, y0: wide().y0 + dy, ..wide() };
            let grain = Bandwidth::ALL[grain];
            assert_close(&density(&wide(), &pins, grain).unwrap(), &density(&there, &moved, grain).unwrap());
        }

        #[test]
        fn order_and_numbering_make_no_difference_to_the_last_bit(
            pins in pins_strategy().prop_shuffle(), key in any::<u32>()
        ) {
            let mut sorted: Vec<_> =
                pins.iter().map(|p| HeatPin { participant: p.participant ^ key, ..*p }).collect();
            sorted.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)).then(a.people.cmp(&b.people)));
            prop_assert_eq!(
                density(&wide(), &pins, Bandwidth::Normal).unwrap(),
                density(&wide(), &sorted, Bandwidth::Normal).unwrap()
            );
        }

        #[test]
        fn a_pin_of_a_new_participant_lowers_no_cell(pins in pins_strategy(), x in 0.0..640.0, y in 0.0..640.0) {
            let before = density(&wide(), &pins, Bandwidth::Normal).unwrap();
            let mut more = pins;
            more.push(HeatPin { x, y, participant: u32::MAX, people: 1 });
            let after = density(&wide(), &more, Bandwidth::Normal).unwrap();
            let slack = 1e-12 * after.peak();
            prop_assert!(after.value.iter().zip(&before.value).all(|(a, b)| *a >= b - slack));
            prop_assert!(after.people.iter().zip(&before.people).all(|(a, b)| a >= b));
        }

        #[test]
        fn fifty_pins_of_one_participant_weigh_as_one(x in 0.0..640.0, y in 0.0..640.0, people in 1u32..20) {
            let pin = HeatPin { x, y, participant: 7, people };
            let one = density(&wide(), &[pin], Bandwidth::Normal).unwrap();
            assert_close(&one, &density(&wide(), &[pin; 50], Bandwidth::Normal).unwrap());
        }
    }
}
