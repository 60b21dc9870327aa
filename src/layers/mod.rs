//! From what was released to one table of groups of people, and from that table to everything that is drawn.
//! Uses `input` and what is below it; nothing above reads released pins again.

pub mod heat;
