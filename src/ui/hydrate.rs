//! Where the browser begins.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called once by `start.mjs`, before it wakes each island.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
