//! The verdiepingsdossier: all of step 3 in one document, to read on the screen and to print.
//!
//! `service::gather` gathers the same parts as the pages of step 3, and writes one look in the audit trail. Paper is
//! CSS: `@page` with numbers in the margin.

mod comparisons;
mod conclusions;
mod forms;
mod page;
mod residents;
mod service;

pub use forms::routes;
