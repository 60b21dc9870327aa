//! Which cells may be published.
//!
//! A cell is published only when at least *k* people have a pin within 3σ of it (a participant counts for
//! the people they speak for), and no single participant makes up more than half of its value. Everything
//! else is one class: *no, or too few, answers to show*. Cells where nobody answered are in that class too;
//! told apart from those with one or two answers, the border between them would be a circle around a pin.
//!
//! Not covered here: the border of what is published still follows arcs of 3σ around pins, so somebody who
//! studies it can guess places of pins (never who put them). Differences between layers and between
//! releases have a rule of their own, above single layers: [`super::publication`].

use super::{kernel::Density, model::MIN_K};

/// The largest share of a cell's value that one participant may make up.
pub const MAX_SHARE: f64 = 0.5;

/// Room for rounding in the sum, so that exactly half stays half.
const ROUNDING: f64 = 1.0e-9;

/// Whether nobody makes up more than half of a value.
pub fn is_shared(value: f64, largest: f64) -> bool {
    largest <= value * (MAX_SHARE + ROUNDING)
}

/// For each cell whether it may be published, under `k` (never less than [`MIN_K`]).
pub fn publishable(density: &Density, k: u32) -> Vec<bool> {
    let k = k.max(MIN_K);
    let cells = density.value.iter().zip(&density.largest).zip(&density.people);
    cells.map(|((value, largest), people)| *people >= k && is_shared(*value, *largest)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(value: f64, largest: f64, people: u32, k: u32) -> bool {
        publishable(&Density { value: vec![value], largest: vec![largest], people: vec![people] }, k)[0]
    }

    #[test]
    fn a_cell_needs_k_people_and_nobody_who_makes_up_more_than_half() {
        assert!(cell(9.0, 3.0, 3, 3));
        assert!(!cell(9.0, 3.0, 2, 3), "too few");
        assert!(!cell(9.0, 3.0, 4, 5), "the traject asks five");
        assert!(!cell(9.0, 3.0, 2, 1), "nobody asks less than three");
        assert!(!cell(9.0, 4.6, 10, 3), "one voice makes up more than half");
        assert!(cell(9.0, 4.5, 10, 3), "exactly half is not more than half");
        assert!(!cell(0.0, 0.0, 0, 3), "nobody");
    }
}
