//! Reading in the file of a device, by the begeleider's hand: over every room of which a device holds something.
//!
//! What cannot come in by itself any more (photos, changes, withdrawals, walks; a pin after a day or after the release)
//! stays on the device, and its page offers it as one GeoJSON file (`ui/leftovers.mjs`, `ui/walk/file.mjs`). The
//! begeleider reads it in at `/sessie/{code}/inlezen`: `file` takes feature by feature through the rooms' own services,
//! with a `Wijksessie` that is `handed` and so takes things until its release, without the pace of new people. What
//! came in before is not taken twice.

mod error;
mod file;
mod forms;
mod page;
mod service;

pub use forms::routes;
