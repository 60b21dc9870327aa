//! From released pins to heat layers: kernel density, suppression, isobands.
//!
//! Data walks one way: pins in RD metres → [`kernel`] (density per km² and who is behind it) →
//! [`publication`] (which cells of which layers may be published together) → [`layer::HeatGrid`] (rounded values,
//! nothing else) →
//! [`contour`], [`image`], [`svg`], [`tiff`], [`json`]. Everything after `HeatGrid` sees published values
//! only, so no drawing can give away what the grid withholds.
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
pub mod contour;
#[cfg(feature = "ssr")]
mod coverage;
#[cfg(feature = "ssr")]
mod coverage_api;
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
mod kept;
#[cfg(feature = "ssr")]
pub mod kernel;
#[cfg(feature = "ssr")]
pub mod layer;
pub mod palette;
#[cfg(feature = "ssr")]
mod points;
#[cfg(feature = "ssr")]
mod print;
#[cfg(feature = "ssr")]
mod provenance;
#[cfg(feature = "ssr")]
pub mod publication;
#[cfg(feature = "ssr")]
pub mod raster;
#[cfg(feature = "ssr")]
mod report;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod shown;
#[cfg(feature = "ssr")]
mod stop;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
pub mod suppress;
#[cfg(feature = "ssr")]
pub mod svg;
#[cfg(feature = "ssr")]
pub mod tiff;
#[cfg(feature = "ssr")]
mod trace;

#[cfg(all(test, feature = "ssr"))]
mod testing;

#[cfg(feature = "ssr")]
pub use api::lonlat;
#[cfg(feature = "ssr")]
pub use contour::{Isobands, feature, isobands};
#[cfg(feature = "ssr")]
pub use coverage::{Coverage, Says, at, coverage};
#[cfg(feature = "ssr")]
pub use field::Field;
#[cfg(feature = "ssr")]
pub use files::Files;
#[cfg(feature = "ssr")]
pub use kept::{Keepsake, keep, keepsake};
#[cfg(feature = "ssr")]
pub use layer::{HeatGrid, layer};
pub use model::{BandName, Bandwidth, HeatError, HeatPin, LayerCounts, LayerInfo, PIN_REACH_M, RdBbox};
pub use palette::Ramp;
#[cfg(feature = "ssr")]
pub use points::points;
#[cfg(feature = "ssr")]
pub use provenance::{Moments, Provenance, Warning, kind_label, provenance, slice_label};
#[cfg(feature = "ssr")]
pub use service::{
    LayerError, Slice, Source, Which, grid as layer_of, list, may_leave, source, source_of, totals,
};
#[cfg(feature = "ssr")]
pub use shown::{Layers, prepare, prepare_latest};
#[cfg(feature = "ssr")]
pub use stop::Stop;
#[cfg(feature = "ssr")]
pub use svg::{area_path, bands_svg, dots_svg, hatch_path, patterns};

/// The routes of this room.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    api::routes().merge(coverage_api::routes())
}
