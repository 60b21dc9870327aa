//! Who was not heard: who was there against who lives there, how often whom was asked, and where nobody spoke.

mod forms;
mod lives;
mod model;
mod page;
mod parts;
mod service;

pub use forms::routes;
pub use model::{Ages, Class, Find, OFTEN, Part, Tally, Told};
pub use page::{ages_table, moments_tables, parts_list, parts_map};
pub use service::{Unheard, of_traject};
