//! The live maps under the heat layers. What they show is on the page already, drawn by the server.

#![allow(missing_docs, reason = "the macro `island` makes an item that it leaves without a word")]

use leptos::prelude::*;

use crate::map::open_heat;

/// Brings the maps of a page to life, once.
#[island]
pub fn HeatMaps(
    /// Every map on the page, as JSON for the bindings.
    maps: String,
) -> impl IntoView {
    Effect::new(move |_| open_heat(&maps));
}
