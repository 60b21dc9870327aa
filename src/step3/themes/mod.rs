//! Looking by theme: strengths first, what residents said beside the figures of that domain, and map beside map.
//!
//! `service` asks `heat` for the two layers, `verdieping::sheet` for their drawings (kept while the layer is: tracing
//! and cutting is most of the work of the page), `moderation::approved_about` for the words and photos of that theme
//! only, `verdieping::walks_at_squares`, `indicators::of_theme` and `coming`. `ui::bars` shows a figure as a row of a
//! table with a bar in it.
//!
//! Map beside map (`/naast`): two SVG drawings of the same projection. `ui/pages/beside.mjs` changes one thing, the
//! `viewBox`, in both: they cannot drift apart, and print. `shapes` draws the figure: areas, squares, points; more than
//! a hundred points as `heat::points`, a density on the lattice, with the grain and in the classes of the layer beside
//! it.

mod beside;
mod figures;
mod forms;
mod page;
mod service;
mod shapes;
mod theme_query;

pub use figures::{figure_cards, figures_table};
pub use forms::routes;
pub use service::{Half, Theme, of_theme, said_on_both_sides, theme};
