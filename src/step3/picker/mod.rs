//! Laying evidence under a row of a board, from the map or from the row: over the boards and over evidence, neither of which
//! knows the other's rows.

mod forms;
mod page;
mod service;

pub use forms::routes;
pub use service::on_figures;
