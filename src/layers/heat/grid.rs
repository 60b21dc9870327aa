//! The fixed lattice that all layers of a traject share.

use super::model::{HeatError, PIN_REACH_M, RdBbox};

/// Cell size in metres, for all three grains.
///
/// A fifth of the finest σ: linear interpolation between centres is then off by at most
/// h²/8 · max|f″| = 100/8/2500 = 0.5 % of a pin's peak, and layers of different grain coincide cell by cell.
pub const CELL_M: f64 = 10.0;

/// What is drawn beyond the reach of pins, in metres, so that no hill is cut off at the plattegrond's edge.
pub const MARGIN_M: f64 = 100.0;

/// The most cells of one layer: a square of about 24 km. Working memory is 20 bytes a cell, 120 MB here.
pub const MAX_CELLS: u64 = 6_000_000;

/// RD coordinates lie well within this many metres of the origin.
const MAX_COORDINATE_M: f64 = 1.0e7;

/// A rectangular lattice of cells in RD metres; rows run from south to north, cells from west to east.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Lattice {
    /// Easting of the centre of the first (south-west) cell.
    pub x0: f64,
    /// Northing of the centre of the first (south-west) cell.
    pub y0: f64,
    /// Width of a cell.
    pub dx: f64,
    /// Height of a cell.
    pub dy: f64,
    /// Cells in a row.
    pub nx: usize,
    /// Rows.
    pub ny: usize,
}

impl Lattice {
    /// The lattice of an area: its box, 150 m for the pins outside, and a margin, widened to whole cells.
    ///
    /// Centres lie on multiples of [`CELL_M`], so layers of one traject coincide, and so do those of
    /// neighbouring trajects.
    ///
    /// # Errors
    /// [`HeatError::Coordinate`] for a coordinate that is not finite, [`HeatError::Area`] for a box turned
    /// inside out, [`HeatError::GridTooLarge`] above [`MAX_CELLS`].
    pub fn for_area(area: RdBbox) -> Result<Self, HeatError> {
        let corners = [area.min_x, area.min_y, area.max_x, area.max_y];
        if corners.iter().any(|c| !is_coordinate(*c)) {
            return Err(HeatError::Coordinate);
        }
        if area.min_x > area.max_x || area.min_y > area.max_y {
            return Err(HeatError::Area);
        }
        let around = PIN_REACH_M + MARGIN_M;
        let (west, nx) = span(area.min_x - around, area.max_x + around);
        let (south, ny) = span(area.min_y - around, area.max_y + around);
        let cells = nx.saturating_mul(ny);
        if cells > MAX_CELLS {
            return Err(HeatError::GridTooLarge { cells, largest: MAX_CELLS });
        }
        let whole = |n: u64| usize::try_from(n).map_err(|_| HeatError::Area);
        Ok(Self { x0: west, y0: south, dx: CELL_M, dy: CELL_M, nx: whole(nx)?, ny: whole(ny)? })
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        self.nx * self.ny
    }

    /// Whether there is no cell at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Easting of the centre of column `i`.
    pub fn x(&self, i: usize) -> f64 {
        self.x0 + as_f64(i) * self.dx
    }

    /// Northing of the centre of row `j`.
    pub fn y(&self, j: usize) -> f64 {
        self.y0 + as_f64(j) * self.dy
    }

    /// The outer edge of the cells.
    pub fn extent(&self) -> RdBbox {
        let (min_x, min_y) = (self.x0 - self.dx / 2.0, self.y0 - self.dy / 2.0);
        RdBbox {
            min_x,
            min_y,
            max_x: min_x + as_f64(self.nx) * self.dx,
            max_y: min_y + as_f64(self.ny) * self.dy,
        }
    }

    /// Area of a cell in km².
    pub fn cell_km2(&self) -> f64 {
        self.dx * self.dy / 1.0e6
    }
}

/// Whether a number can be an RD coordinate.
pub(super) fn is_coordinate(c: f64) -> bool {
    c.abs() <= MAX_COORDINATE_M
}

/// First centre and number of cells of the smallest run of cells that covers `from` to `to`.
fn span(from: f64, to: f64) -> (f64, u64) {
    let first = (from / CELL_M + 0.5).floor();
    let last = (to / CELL_M - 0.5).ceil();
    // Both are whole and within ±10⁶, see MAX_COORDINATE_M.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let count = (last - first).max(0.0) as u64 + 1;
    (first * CELL_M, count)
}

/// A cell index as a number; exact, since a lattice has at most [`MAX_CELLS`] cells.
#[allow(clippy::cast_precision_loss)]
pub(super) fn as_f64(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, side: f64) -> RdBbox {
        RdBbox { min_x: x, min_y: y, max_x: x + side, max_y: y + side }
    }

    #[test]
    fn centres_lie_on_multiples_of_the_cell_and_cover_the_area_with_250_metres_around() {
        for (x, y, side) in
            [(121_003.7, 485_996.2, 812.3), (0.0, 0.0, 20.0), (5.0, 5.0, 0.0), (-4.99, 7.0, 33.0)]
        {
            let area = square(x, y, side);
            let lattice = Lattice::for_area(area).unwrap();
            assert_eq!(lattice.x0 % CELL_M, 0.0);
            assert_eq!(lattice.y0 % CELL_M, 0.0);
            let extent = lattice.extent();
            assert!(extent.min_x <= area.min_x - 250.0 && extent.max_x >= area.max_x + 250.0);
            assert!(extent.min_y <= area.min_y - 250.0 && extent.max_y >= area.max_y + 250.0);
            assert!(extent.min_x > area.min_x - 250.0 - CELL_M && extent.max_x < area.max_x + 250.0 + CELL_M);
        }
    }

    #[test]
    fn a_buurt_of_20_km_has_a_grid_and_one_of_100_km_is_refused_with_the_largest_allowed() {
        assert!(Lattice::for_area(square(1.0e5, 4.0e5, 20_000.0)).is_ok());
        let error = Lattice::for_area(square(1.0e5, 4.0e5, 100_000.0)).unwrap_err();
        assert!(error.to_string().ends_with("the largest allowed is 6000000 cells"), "{error}");
    }

    #[test]
    fn an_area_that_is_not_a_place_is_refused() {
        assert_eq!(Lattice::for_area(square(f64::NAN, 0.0, 1.0)), Err(HeatError::Coordinate));
        assert_eq!(Lattice::for_area(square(0.0, f64::INFINITY, 1.0)), Err(HeatError::Coordinate));
        assert_eq!(Lattice::for_area(square(0.0, 1.0e300, 1.0)), Err(HeatError::Coordinate));
        assert_eq!(Lattice::for_area(square(0.0, 0.0, -1.0)), Err(HeatError::Area));
    }
}
