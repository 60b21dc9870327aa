//! Reading in the file of a device, by the begeleider's hand: over every room of which a device holds something.

mod error;
mod file;
mod forms;
mod page;
mod service;

pub use forms::routes;
