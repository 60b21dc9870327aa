//! Who was not heard: who was there against who lives there, how often whom was asked, and where nobody spoke.
//!
//! `service` adds what the releases tell of ages (`session::attendance_of`, counted in the transaction of the release
//! and never changed; no page of a professional reads what the begeleider counted). Of methods, groups and places it
//! counts moments. `parts` finds what nobody spoke about in the coverage, which is published itself. `lives` takes ages
//! from figures where one file has them whole, and `Ages::share` spreads them evenly over the classes of a count, as
//! the page says.

mod forms;
mod lives;
mod model;
mod page;
mod parts;
mod service;

pub use forms::routes;
pub use model::{Ages, Class, Find, OFTEN, Part, PeopleCount, Tally};
pub use page::{ages_table, moments_tables, parts_list, parts_map};
pub use service::{Unheard, of_traject};
