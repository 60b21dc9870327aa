//! Files for other programs: everything that a traject's professionals may see, as one `GeoPackage`, GeoJSON or CSV.
//!
//! Data walks one way: `service` asks the rooms for what they show a professional, `layers` and `tables` make it into
//! [`Table`]s, and `gpkg`, `geojson` and `csv` write those. Nothing is taken from a store of another room: what is not shown
//! on a page cannot get into a file.
//!
//! The command and the page are one way. Where the team still writes down what it assumes, neither makes a file.

mod csv;
mod error;
mod forms;
mod geojson;
mod gpkg;
mod layers;
mod model;
mod page;
mod professionals;
mod service;
mod store;
mod tables;

pub use error::ExportError;
pub use forms::routes;
pub use model::{Cell, Column, Export, Form, Holds, Row, Shape, Table, name};
pub use service::{Made, collect, contents, export, written};
