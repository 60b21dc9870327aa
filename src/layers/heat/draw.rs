//! From told squares to a layer on the lattice.

use std::collections::BTreeMap;

use vakken::Vak;

use super::grid::Lattice;
use super::{Bandwidth, HeatGrid};

/// The layer of these squares. Squares that lie over each other add up.
///
/// A cell has a value where a told square reaches it, and none elsewhere: nobody, or too few, spoke there
/// ([`vakken::reached`]).
///
/// # Example
/// ```
/// use buurtblik::layers::heat::{Bandwidth, RdBbox, draw, grid::Lattice};
/// use vakken::Vak;
/// let lattice = Lattice::for_area(RdBbox { min_x: 0.0, min_y: 0.0, max_x: 100.0, max_y: 100.0 })?;
/// let layer = draw(lattice, &[Vak { x: 50, y: 50, side: 25, people: 3 }], Bandwidth::Normal);
/// // Three people within 25 m: 3 · 10⁶ / (2π · (75² + 25²/12)) = 84.1 per km², told in steps of 0.2.
/// assert_eq!((layer.peak(), layer.voices()), (Some(84.0), Some(3)));
/// # Ok::<(), buurtblik::layers::heat::HeatError>(())
/// ```
pub fn draw(lattice: Lattice, squares: &[Vak], bandwidth: Bandwidth) -> HeatGrid {
    let squares = merged(squares);
    let on = vakken::Lattice {
        x: lattice.x0,
        y: lattice.y0,
        step: lattice.dx,
        columns: lattice.nx,
        rows: lattice.ny,
    };
    let values = vakken::spread(&squares, bandwidth.sigma(), &on);
    let near = vakken::reached(&squares, bandwidth.sigma(), &on);
    // Six digits are more than are told.
    #[allow(clippy::cast_possible_truncation)]
    let cells = (0_u32..).zip(values).zip(near).filter(|(_, near)| *near);
    #[allow(clippy::cast_possible_truncation)]
    let cells: Vec<(u32, f32)> = cells.map(|((cell, value), _)| (cell, value as f32)).collect();
    HeatGrid::of_cells(lattice, bandwidth, voices(&squares), &cells)
}

/// Each square once, with the people of all that are the same, by side and corner.
pub(super) fn merged(squares: &[Vak]) -> Vec<Vak> {
    let mut merged: BTreeMap<(u16, i32, i32), u32> = BTreeMap::new();
    for vak in squares {
        let people = merged.entry((vak.side, vak.x, vak.y)).or_default();
        *people = people.saturating_add(vak.people);
    }
    merged.into_iter().map(|((side, x, y), people)| Vak { x, y, side, people }).collect()
}

/// How many voices squares tell of together; nothing where there is none.
pub(super) fn voices(squares: &[Vak]) -> Option<u32> {
    let sum = squares.iter().fold(0_u32, |sum, vak| sum.saturating_add(vak.people));
    (sum > 0).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::heat::testing::{INVENTED_AREA, invented_layer};

    const AREA: Lattice = Lattice { x0: 5.0, y0: 5.0, dx: 10.0, dy: 10.0, nx: 60, ny: 60 };

    fn vak(x: i32, people: u32) -> Vak {
        Vak { x, y: 200, side: 100, people }
    }

    #[test]
    fn nobody_makes_a_layer_without_a_value_or_a_number() {
        let layer = draw(AREA, &[], Bandwidth::Normal);
        assert_eq!((layer.voices(), layer.peak()), (None, None));
        assert!(layer.values().all(|value| value.is_none()));
    }

    #[test]
    fn squares_over_each_other_add_up_in_whatever_order() {
        let twice = draw(AREA, &[vak(200, 3), vak(300, 6), vak(200, 9)], Bandwidth::Fine);
        let once = draw(AREA, &[vak(300, 6), vak(200, 12)], Bandwidth::Fine);
        assert_eq!(twice, once);
        assert_eq!(twice.voices(), Some(18));
    }

    #[test]
    fn layers_of_one_traject_coincide_whatever_their_grain() {
        let [fine, coarse] = [Bandwidth::Fine, Bandwidth::Coarse].map(invented_layer);
        assert_eq!(fine.lattice(), coarse.lattice());
        assert_eq!(fine.lattice(), &Lattice::for_area(INVENTED_AREA).unwrap());
    }
}
