//! Looking by theme: strengths first, what residents said beside the figures of that domain, and map beside map.

mod beside;
mod figures;
mod forms;
mod page;
mod service;
mod shapes;

pub use figures::{figure_cards, figures_table};
pub use forms::routes;
pub use service::{Half, Theme, of_theme, said_on_both_sides, theme};
