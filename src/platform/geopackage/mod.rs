//! Reading a GeoPackage (OGC 12-128), which is a SQLite file from a stranger: its layers and rows (`store`), and its shapes (`wkb`).

mod store;
mod wkb;

pub use store::{GeoPackageError, Layer, Loose, START, is_unfinished, layers, rows, wait};
pub use wkb::{Geometry, geometry, point_in_hex};
