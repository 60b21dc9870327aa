//! What may be published together: the rule above single layers.
//!
//! A layer by itself shows nothing with fewer than *k* people behind it. But layers can be added and subtracted:
//! `sterk` minus `kracht` is `gaat-goed`, after a second release minus before is who came new. So in every cell
//! (of each grain), and for the counts beside the layers, slices join one after another, in a fixed order
//! (`said::cuts`), release after release, and a slice joins only while no combination whatever of all that was
//! ever published in that cell leaves fewer than *k* people (`family`). In differences of slices that hold each
//! other nobody may make up more than half either. A slice that cannot join after a later release keeps the value that it had:
//! a hole would draw a ring round who came new. What leaves later (`leaving`) leaves only in such groups.
//! See `docs/privacy.md` for the whole argument and what it does not cover.

mod cells;
mod changes;
mod counts;
mod family;
mod leaving;
mod near;
mod said;

#[cfg(test)]
mod tests;

pub use cells::{Before, Published, publish, publish_unless};
pub use counts::{Told, count, count_unless};
pub use family::{Family, Joined, Row};
pub use leaving::{may_leave, may_leave_unless};
pub use said::{Cut, Said, SaidPin, Voice, cuts};
