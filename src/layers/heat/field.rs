//! A continuous surface through the published values, that ends exactly where they end.
//!
//! Each cell is cut into eight triangles around its centre: four between the centre and two midpoints of
//! sides, four between a corner and the two midpoints beside it. A midpoint or corner has the mean of the
//! published cells that meet there, so the surface is continuous between published cells, linear within a
//! triangle, and nowhere inside a suppressed cell. A corner that sticks out into suppressed cells is cut off
//! along the midpoints: less is shown than may be, never more.
//!
//! Vertices live on a lattice of half cells: column `2i + 1`, row `2j + 1` is the centre of cell `(i, j)`.

use super::{layer::HeatGrid, model::RdBbox};

/// The surface of one layer.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    grid: &'a HeatGrid,
    nx: usize,
    ny: usize,
}

/// Where a place lies within its cell: the cell, and how far east and north of its centre in half cells.
struct Place {
    cell: (usize, usize),
    east: f64,
    north: f64,
}

impl<'a> Field<'a> {
    /// The surface through the published values of `grid`.
    pub fn new(grid: &'a HeatGrid) -> Self {
        Self { grid, nx: grid.lattice().nx, ny: grid.lattice().ny }
    }

    /// Cells in a row, and rows.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.nx, self.ny)
    }

    /// RD coordinates of a point of the half-cell lattice.
    pub(super) fn position(&self, column: f64, row: f64) -> (f64, f64) {
        let RdBbox { min_x, min_y, .. } = self.grid.lattice().extent();
        (min_x + column * self.grid.lattice().dx / 2.0, min_y + row * self.grid.lattice().dy / 2.0)
    }

    /// Value at a vertex of the half-cell lattice: the mean of the published cells that meet there.
    pub(super) fn vertex(&self, column: usize, row: usize) -> Option<f64> {
        let (mut sum, mut count) = (0.0, 0.0);
        for j in touching(row) {
            for i in touching(column) {
                if let Some(value) = i.zip(j).and_then(|(i, j)| self.grid.value(i, j)) {
                    sum += value;
                    count += 1.0;
                }
            }
        }
        (count > 0.0).then(|| sum / count)
    }

    /// Whether a cell is published.
    pub(super) fn is_published(&self, i: usize, j: usize) -> bool {
        self.grid.value(i, j).is_some()
    }

    /// Whether the corner of published cell `(i, j)` towards `east` and `north` is cut off: both cells beside
    /// it are suppressed. The edge of the grid is not a suppressed cell.
    pub(super) fn is_cut(&self, i: usize, j: usize, east: bool, north: bool) -> bool {
        let beside = |n: usize, up: bool, count: usize| {
            if up { Some(n + 1).filter(|n| *n < count) } else { n.checked_sub(1) }
        };
        let (side, above) = (beside(i, east, self.nx), beside(j, north, self.ny));
        side.is_some_and(|i| !self.is_published(i, j)) && above.is_some_and(|j| !self.is_published(i, j))
    }

    /// The value of the surface at a place in RD metres; none where nothing is published.
    pub fn at(&self, x: f64, y: f64) -> Option<f64> {
        let Place { cell: (i, j), east, north } = self.locate(x, y)?;
        let centre = self.grid.value(i, j)?;
        if east.abs() + north.abs() > 1.0 && self.is_cut(i, j, east > 0.0, north > 0.0) {
            return None;
        }
        let step = |n: usize, towards: f64| if towards > 0.0 { 2 * n + 2 } else { 2 * n };
        let (column, row) = (step(i, east), step(j, north));
        let (side, above) = (self.vertex(column, 2 * j + 1)?, self.vertex(2 * i + 1, row)?);
        let (across, along) = (east.abs(), north.abs());
        if across + along <= 1.0 {
            return Some(centre + across * (side - centre) + along * (above - centre));
        }
        let corner = self.vertex(column, row)?;
        Some(corner + (1.0 - along) * (side - corner) + (1.0 - across) * (above - corner))
    }

    fn locate(&self, x: f64, y: f64) -> Option<Place> {
        let RdBbox { min_x, min_y, .. } = self.grid.lattice().extent();
        let (i, east) = cell(x - min_x, self.grid.lattice().dx, self.nx)?;
        let (j, north) = cell(y - min_y, self.grid.lattice().dy, self.ny)?;
        Some(Place { cell: (i, j), east, north })
    }
}

/// The one or two cells of an axis that a half-cell line runs through or between.
fn touching(line: usize) -> impl Iterator<Item = Option<usize>> + Clone {
    let above = line / 2;
    let below = if line.is_multiple_of(2) { Some(above.checked_sub(1)) } else { None };
    below.into_iter().chain([Some(above)])
}

/// The cell of an axis at `metres` from its edge, and the distance from the centre in half cells (−1 to 1).
fn cell(metres: f64, size: f64, count: usize) -> Option<(usize, f64)> {
    let at = metres / size;
    if !(at >= 0.0 && at < super::grid::as_f64(count)) {
        return None;
    }
    // Within 0..count, as just seen.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let index = at as usize;
    Some((index, (at - super::grid::as_f64(index)) * 2.0 - 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::heat::{Bandwidth, testing::invented_layer};

    #[test]
    fn the_surface_has_the_published_value_at_each_centre_and_none_in_a_suppressed_cell() {
        let grid = invented_layer(Bandwidth::Normal);
        let field = Field::new(&grid);
        let lattice = grid.lattice();
        for j in 0..lattice.ny {
            for i in 0..lattice.nx {
                let (x, y) = (lattice.x(i), lattice.y(j));
                match grid.value(i, j) {
                    Some(value) => assert!((field.at(x, y).unwrap() - value).abs() < 1e-9),
                    None => assert!([-4.99, 0.0, 4.99].iter().all(|d| field.at(x + d, y - d).is_none())),
                }
            }
        }
    }

    #[test]
    fn the_surface_has_no_step_between_published_cells() {
        let grid = invented_layer(Bandwidth::Fine);
        let (field, lattice) = (Field::new(&grid), grid.lattice());
        let peak = grid.peak().unwrap();
        for j in 0..lattice.ny {
            for i in 0..lattice.nx {
                let (x, y) = (lattice.x(i) + 5.0, lattice.y(j) + 1.7);
                if let (Some(west), Some(east)) = (field.at(x - 1e-6, y), field.at(x + 1e-6, y)) {
                    assert!((west - east).abs() < 1e-5 * peak);
                }
            }
        }
        assert_eq!(field.at(f64::NAN, 0.0), None);
        assert_eq!(field.at(0.0, 0.0), None);
    }
}
