//! The pages of who works with the program: their trajecten, and for a beheerder staff and the audit trail.

mod forms;
mod mine;
mod page;

pub use forms::routes;
