//! What is asked for of a theme, as it stands in the address of its page.

use serde::Deserialize;

/// Whether all of what was said is to be seen, and behind which quote each side goes on.
#[derive(Deserialize)]
pub(super) struct Whole {
    pub alles: Option<String>,
    pub sterk: Option<String>,
    pub beter: Option<String>,
}
