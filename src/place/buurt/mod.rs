//! A neighbourhood: its boundary, its plattegrond, and importing both.
//!
//! Data walks in one direction: `boundary` and `osm` read files, `assemble` and `tags` give meaning,
//! `clip` cuts in metres, `plattegrond` puts the parts together into a [`Plattegrond`], and `svg` draws it. Shapes are of `geo`, in and
//! out by [`crate::platform::geojson`].
//!
//! - **The outline.** `boundary` reads it by `features`, which figures use too; then `validity`: sound, or mended, or
//!   refused with the place. It lays the rings out anew by the even-odd rule; an outline is sound where that covers as
//!   much as its corners say. That tells rings that touch (mended) from rings that cross (refused) in n log n; the
//!   check of `geo` compares every side with every other. Where a boundary has more than 5,000 corners, bends smaller
//!   than 0.1 m go (`detail`): positions are rounded to 0.1 m anyway, and the map draws bends of 0.3 m straight.
//! - **OpenStreetMap.** `osm` takes several passes over the file, one block at a time; in memory is only what lies near
//!   by. `assemble` makes multipolygons with their holes. `clip` cuts at the boundary plus 150 m, by `margin`: pieces
//!   of edge of at most 8 m, each as its convex hull, widened and joined two by two. It is 5 cm off at most, and 18 cm
//!   in round corners, and takes n log n; the buffer of `geo` took 32 s and 1.7 GB for 15,000 wavy corners, and the
//!   square of that beyond. `renewal` says which map a buurt keeps that has one.
//! - **What is kept.** `svg` draws one picture with its names, for paper and reports. That, the GeoJSON and the list of
//!   names for searching are each packed with brotli once and kept under a hash of their content
//!   (`/plattegrond/{hash}.{svg,geojson,json}`, named in `Buurtblik-File`, cached for a year).
//! - **What pages show** is the same drawing in two pictures that `pictures` makes when somebody first asks: the ground
//!   (`….grond-1.svg`) and, over it, one of some six sets of letters (`lettering`, `….letters-1-N.svg`, 1 to 3 kB
//!   each). Each set is 1.6 times finer than the one before: from afar the long streets, nearer all of them, nearest
//!   the small places by name. The map shows the finest set whose letters are at least 12 pixels high. The first paint
//!   needs no script.

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
mod codes;
#[cfg(feature = "ssr")]
mod crs;
#[cfg(feature = "ssr")]
mod detail;
#[cfg(feature = "ssr")]
pub mod error;
#[cfg(feature = "ssr")]
pub mod feature;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod icons;
#[cfg(feature = "ssr")]
mod index;
#[cfg(feature = "ssr")]
mod label;
#[cfg(feature = "ssr")]
mod lettering;
#[cfg(feature = "ssr")]
mod margin;
#[cfg(feature = "ssr")]
mod occupancy;
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
mod pen;
#[cfg(feature = "ssr")]
mod pictures;
#[cfg(feature = "ssr")]
mod places;
#[cfg(feature = "ssr")]
pub mod plattegrond;
#[cfg(feature = "ssr")]
pub mod rd;
#[cfg(feature = "ssr")]
mod renewal;
#[cfg(feature = "ssr")]
mod rows;
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

pub use model::{Bbox, BuurtRef, Class, Kind, MARGIN, Place, PlaceKind, Properties};
pub use projection::Projection;
pub use search::{Named, NamedKind, ranked};

#[cfg(feature = "ssr")]
pub use api::routes;
#[cfg(feature = "ssr")]
pub use area::{Area, polygons};
#[cfg(feature = "ssr")]
pub use boundary::{Boundaries, Boundary, Fields, Wanted};
#[cfg(feature = "ssr")]
pub use codes::one_form;
#[cfg(feature = "ssr")]
pub use crs::{Crs, is_north_first};
#[cfg(feature = "ssr")]
pub use error::{AreaError, BuurtError, CoordinateError, RingFault};
#[cfg(feature = "ssr")]
pub use feature::{Feature, Plattegrond, PlattegrondError};
#[cfg(feature = "ssr")]
pub use index::Index;
#[cfg(feature = "ssr")]
pub use lettering::{LEAST_PX, NEAREST as NEAREST_PX};
#[cfg(feature = "ssr")]
pub use places::Places;
#[cfg(feature = "ssr")]
pub use plattegrond::{Import, Report, import};
#[cfg(feature = "ssr")]
pub use rd::{Metric, Rd};
#[cfg(feature = "ssr")]
pub use rows::Rows;
#[cfg(feature = "ssr")]
pub use service::{
    ImportRequest, Imported, area, as_kept, boundaries, drawing, import as import_buurten, is_any,
    keep_shipped, list,
};
#[cfg(feature = "ssr")]
pub use simpler::simplified;
#[cfg(feature = "ssr")]
pub use traject_area::TrajectArea;
#[cfg(feature = "ssr")]
pub use validity::can_be_laid_out;
