//! What goes back to residents: the public answer, the table where they judge it, the five words, the projector.
//! Uses `step3` and what is below it.

pub mod feedback;
pub mod live;
pub mod receipts;
pub mod teruglegging;
