//! Places of people as squares that each tell of at least *k* of them.
//!
//! What people said at places is never told place by place, and never as an exact sum of known kernels: whoever knows the
//! kernel gets every place back. It is told as a table of *vakken*: squares of the RD grid (EPSG:28992), aligned with the
//! squares of Statistics Netherlands, from 400 m down to 25 m, each with how many different people there are in it, at
//! least, in multiples of *k*. Everything that is drawn is drawn from that table.
//!
//! The family is known in official statistics as quadtree anonymisation of point data: Lagonigro, Oller and Martori,
//! "A quadtree approach based on European geographic grids", SORT 41 (2017), and the R package `AQuadtree`.
//! What is added here: a square splits only where the table then still has a world in which it splits with nobody in
//! what is left out; so what is left out can always be empty, and nobody can tell that somebody is there.
//!
//! ```
//! use vakken::{Voice, cut};
//!
//! // Twenty people at one front door are told within 25 m.
//! let door = |person| Voice { x: 121_310.0, y: 486_410.0, person, class: 0 };
//! let told = cut(&(0..20).map(door).collect::<Vec<_>>(), 3).unwrap();
//! assert_eq!((told[0].side, told[0].people), (25, 18));
//!
//! // Two people are not told at all.
//! assert!(cut(&[door(1), door(2)], 3).unwrap().is_empty());
//! ```

mod classes;
mod quadtree;
mod spread;
mod table;

pub use classes::{Counted, by_class};
pub use quadtree::{LARGEST_M, SMALLEST_M, Vak, cut};
pub use spread::{Lattice, reached, spread};
pub use table::{Class, CutBy, NO_MOMENT, Pin, Side, Slice, Stack, THEME_PEOPLE, Table, Told};

/// What one person said somewhere. A person (or a table that speaks with one voice) may have many; in one square they
/// count once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Voice {
    /// RD easting in metres.
    pub x: f64,
    /// RD northing in metres.
    pub y: f64,
    /// Who it is: any numbering, the same number for the same person.
    pub person: u32,
    /// Which class of a list it is in, such as a kind or a moment of the day.
    pub class: u8,
}

/// Why no table could be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Fewer than two people would hide in nobody.
    K(u32),
    /// A coordinate that is not a finite number, or not within ten million metres of the origin.
    Coordinate,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::K(k) => write!(f, "k must be at least 2, not {k}"),
            Self::Coordinate => write!(f, "a coordinate is not a finite number of metres in RD"),
        }
    }
}

impl std::error::Error for Refused {}
