//! A neighbourhood: its boundary, its plattegrond, and importing both.
//!
//! Data walks in one direction: `boundary` and `osm` read files, `assemble` and `tags` give meaning,
//! `clip` cuts in metres, `plattegrond` puts the parts together into a [`Plattegrond`], and `svg` draws it.

mod geometry;
pub mod model;
pub mod projection;
pub mod search;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
pub mod area;
#[cfg(feature = "ssr")]
mod assemble;
#[cfg(feature = "ssr")]
pub mod boundary;
#[cfg(feature = "ssr")]
mod clip;
#[cfg(feature = "ssr")]
mod crs;
#[cfg(feature = "ssr")]
mod detail;
#[cfg(feature = "ssr")]
pub mod error;
#[cfg(feature = "ssr")]
mod features;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod icons;
#[cfg(feature = "ssr")]
mod label;
#[cfg(feature = "ssr")]
mod lettering;
#[cfg(feature = "ssr")]
mod margin;
#[cfg(feature = "ssr")]
mod occupied;
#[cfg(feature = "ssr")]
mod osm;
#[cfg(feature = "ssr")]
mod packed;
#[cfg(feature = "ssr")]
mod packing;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
pub mod palette;
#[cfg(feature = "ssr")]
mod pbf;
#[cfg(feature = "ssr")]
mod places;
#[cfg(feature = "ssr")]
pub mod plattegrond;
#[cfg(feature = "ssr")]
pub mod rd;
#[cfg(feature = "ssr")]
mod renewal;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod simpler;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod street;
#[cfg(feature = "ssr")]
pub mod svg;
#[cfg(feature = "ssr")]
mod tags;
#[cfg(feature = "ssr")]
mod tangle;
#[cfg(feature = "ssr")]
#[cfg(test)]
mod tests;
#[cfg(feature = "ssr")]
mod traject_area;
#[cfg(feature = "ssr")]
mod validity;

pub use model::{
    Bbox, BuurtRef, Class, Feature, Geometry, Kind, MARGIN, Place, PlaceKind, Plattegrond, PlattegrondError,
    Properties,
};
pub use projection::Projection;
pub use search::{Index, Named, NamedKind, ranked};

#[cfg(feature = "ssr")]
pub use api::routes;
#[cfg(feature = "ssr")]
pub use area::{Area, polygons};
#[cfg(feature = "ssr")]
pub use boundary::{Boundaries, Boundary, Fields};
#[cfg(feature = "ssr")]
pub use crs::{Crs, is_north_first};
#[cfg(feature = "ssr")]
pub use error::{AreaError, BuurtError, CoordinateError, RingFault};
#[cfg(feature = "ssr")]
pub use features::{
    FileFault, Heading as FileHeading, Stop, place_crs, shape as shape_of, walk as walk_features,
};
#[cfg(feature = "ssr")]
pub use lettering::{LEAST_PX, NEAREST as NEAREST_PX};
#[cfg(feature = "ssr")]
pub use places::Places;
#[cfg(feature = "ssr")]
pub use plattegrond::{Import, Report, import};
#[cfg(feature = "ssr")]
pub use rd::{Metric, Rd, Wgs};
#[cfg(feature = "ssr")]
pub use service::{
    ImportRequest, Imported, area, boundaries, drawing, import as import_buurten, keep_shipped, list,
};
#[cfg(feature = "ssr")]
pub use simpler::simplified;
#[cfg(feature = "ssr")]
pub use traject_area::TrajectArea;
#[cfg(feature = "ssr")]
pub use validity::can_be_laid_out;
