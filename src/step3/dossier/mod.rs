//! The verdiepingsdossier: all of step 3 in one document, to read on the screen and to print.

mod agreed;
mod compared;
mod forms;
mod page;
mod said;
mod service;

pub use forms::routes;
