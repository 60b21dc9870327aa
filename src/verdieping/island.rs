//! The live map under a heat layer. What it shows is on the page already, drawn by the server.

#![allow(missing_docs, reason = "the macro `island` makes an item that it leaves without a word")]

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::map::{MapHandle, MapOptions, ShownHeat};
use crate::ui::browser;

/// A map on the page, and the layer on it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HeatMapSetup {
    /// Id of the section on the page.
    pub section: String,
    /// The map.
    pub map: MapOptions,
    /// The layer.
    pub heat: ShownHeat,
}

/// Brings the maps of a page to life, once.
#[island]
pub fn HeatMaps(
    /// Every map on the page.
    maps: Vec<HeatMapSetup>,
) -> impl IntoView {
    let opened = StoredValue::new_local(Vec::new());
    Effect::new(move |_| {
        if !browser::alive() {
            return;
        }
        for setup in &maps {
            let map = MapHandle::open(&setup.section, &setup.map, None::<fn(f64, f64)>, |_, _| {}, |_| {});
            if let Some(map) = map {
                map.set_heat(std::slice::from_ref(&setup.heat));
                opened.update_value(|all| all.push(map));
            }
        }
    });
}
