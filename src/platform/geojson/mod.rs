//! The door for GeoJSON (RFC 7946): every file and answer in it is read and written here, with the types of the crate
//! `geojson`; what is measured and cut has the types of `geo`.
//!
//! The crate's own reader of a file looks for the first `[`, which may be that of a `bbox`, and one feature that it cannot read
//! takes its properties along: nobody could be told which one it was. So a file is [walked](walk()) here, and each [`Item`]
//! gives its properties and its [`Shape`] apart.

mod budget;
mod page;
mod shape;
mod text;
mod walk;
mod write;

pub use page::{Page, Pages};
pub use shape::{Shape, geometry};
pub use walk::{FileFault, Heading, Item, Stop, is_feature, walk};
pub use write::{collection, feature, json};
