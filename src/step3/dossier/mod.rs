//! The verdiepingsdossier: all of step 3 in one document, to read on the screen and to print.
//!
//! `service::gather` gathers the same parts as the pages of step 3, and writes one look in the audit trail. Paper is
//! CSS: `@page` with numbers in the margin.

mod agreed;
mod compared;
mod forms;
mod page;
mod said;
mod service;

pub use forms::routes;
