//! From released pins to heat layers: a table of squares, and everything drawn from it.
//!
//! Data walks one way: pins in RD metres → [`table`] (squares that each tell of at least *k* people, made once, in the
//! transaction of the release) → [`draw`](mod@draw) → [`layer::HeatGrid`] → [`contour`], [`image`], [`svg`], [`tiff`], [`json`]. Everything after the
//! table knows squares only: whoever has every picture has no more than the table.
//!
//! Tables (`told_table`) and layers that were drawn lately are in memory (`layers`); a restart and a second server
//! decide nothing anew. Each square is a Gaussian of its size, smoothed by the grain, in rounded steps. Coverage, `at`,
//! comparing and exports follow from the same squares. `files` makes each file once, with what the layer rests on in
//! it, and keeps it while the layer is kept. `report` puts *sterk* and *beter* side by side on one sheet; `print` turns
//! that into a PNG with the site's font.
// Tests print what they measured, compare published numbers exactly, and count in small numbers.
#![cfg_attr(
    test,
    allow(
        clippy::print_stdout,
        clippy::float_cmp,
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss
    )
)]

pub mod model;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod ascii;
#[cfg(feature = "ssr")]
pub mod contour;
#[cfg(feature = "ssr")]
mod coverage;
#[cfg(feature = "ssr")]
mod coverage_api;
#[cfg(feature = "ssr")]
pub mod draw;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
pub mod field;
#[cfg(feature = "ssr")]
mod files;
#[cfg(feature = "ssr")]
pub mod grid;
#[cfg(feature = "ssr")]
pub mod image;
#[cfg(feature = "ssr")]
pub mod json;
#[cfg(feature = "ssr")]
pub mod layer;
#[cfg(feature = "ssr")]
mod layers;
pub mod palette;
#[cfg(feature = "ssr")]
mod points;
#[cfg(feature = "ssr")]
mod print;
#[cfg(feature = "ssr")]
mod provenance;
#[cfg(feature = "ssr")]
pub mod raster;
#[cfg(feature = "ssr")]
mod report;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod slice;
#[cfg(feature = "ssr")]
mod source;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
pub mod svg;
#[cfg(feature = "ssr")]
pub mod table;
#[cfg(feature = "ssr")]
pub mod tiff;
#[cfg(feature = "ssr")]
mod trace;

#[cfg(all(test, feature = "ssr"))]
mod testing;

#[cfg(feature = "ssr")]
pub use api::lonlat;
#[cfg(feature = "ssr")]
pub use contour::{Isobands, isobands};
#[cfg(feature = "ssr")]
pub use coverage::{Coverage, coverage};
#[cfg(feature = "ssr")]
pub use draw::draw;
#[cfg(feature = "ssr")]
pub use error::LayerError;
#[cfg(feature = "ssr")]
pub use field::Field;
#[cfg(feature = "ssr")]
pub use layer::HeatGrid;
#[cfg(feature = "ssr")]
pub use layers::forget_drawn;
pub use model::{BandName, Bandwidth, HeatError, LayerInfo, PIN_REACH_M, RdBbox};
pub use palette::Ramp;
#[cfg(feature = "ssr")]
pub use points::points;
#[cfg(feature = "ssr")]
pub use provenance::{Moments, Provenance, Warning, kind_label, provenance, slice_label, voices_label};
#[cfg(feature = "ssr")]
pub use service::{
    Contours, Which, at, contours, grid as layer_of, list, source, source_of, square_of, totals,
};
#[cfg(feature = "ssr")]
pub use slice::Slice;
#[cfg(feature = "ssr")]
pub use source::{Source, Untold, squares, voices_of};
#[cfg(feature = "ssr")]
pub use svg::{area_path, bands_svg, dots_svg, hatch_path, patterns};
#[cfg(feature = "ssr")]
pub use table::{Made, Maker, bring_up_to_date, erase};
#[cfg(feature = "ssr")]
pub use vakken::CutBy;

/// The routes of this room.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    api::routes().merge(coverage_api::routes())
}
