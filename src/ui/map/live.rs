//! The map in the browser, through the bindings in `open.mjs`.

use wasm_bindgen::prelude::*;

use super::ShownPin;

#[wasm_bindgen]
extern "C" {
    type Shown;
    #[wasm_bindgen(js_namespace = buurtblik, js_name = openMap)]
    fn open_map(id: &str, options: &str, callbacks: &JsValue) -> Shown;
    #[wasm_bindgen(method, js_name = setPins)]
    fn set_pins(this: &Shown, pins: &str);
    #[wasm_bindgen(method, js_name = setDraft)]
    fn set_draft(this: &Shown, lon: f64, lat: f64, label: &str, moved: &JsValue);
    #[wasm_bindgen(method, js_name = clearDraft)]
    fn clear_draft(this: &Shown);
    #[wasm_bindgen(method, js_name = showAll)]
    fn show_all(this: &Shown);
    #[wasm_bindgen(method)]
    fn fly(this: &Shown, lon: f64, lat: f64);
}

/// A map in a page.
pub struct MapHandle {
    shown: Shown,
    moved: JsValue,
}

impl MapHandle {
    /// Opens the map in the section with this id; `options` as `MapOptions` in JSON. `on_tap` hears where people tap (nothing for "over
    /// the whole area"), `on_moved` where the
    /// pin that is being placed was dragged to (degrees), `on_pin` which pin of one's own was chosen.
    pub fn open(
        id: &str,
        options: &str,
        on_tap: Option<impl FnMut(Option<(f64, f64)>) + 'static>,
        on_moved: impl FnMut(f64, f64) + 'static,
        on_pin: impl FnMut(String) + 'static,
    ) -> Option<Self> {
        let callbacks = js_sys::Object::new();
        let set = |name: &str, value: &JsValue| {
            // Setting a field of a new object cannot fail.
            drop(js_sys::Reflect::set(&callbacks, &name.into(), value));
        };
        // They live as long as the page does.
        if let Some(mut on_tap) = on_tap {
            // What JavaScript leaves out comes as no number.
            let on_tap = move |lon: f64, lat: f64| on_tap(lon.is_finite().then_some((lon, lat)));
            set("onTap", &Closure::<dyn FnMut(f64, f64)>::new(on_tap).into_js_value());
        }
        set("onPin", &Closure::<dyn FnMut(String)>::new(on_pin).into_js_value());
        let moved = Closure::<dyn FnMut(f64, f64)>::new(on_moved).into_js_value();
        Some(Self { shown: open_map(id, options, &callbacks), moved })
    }

    /// Shows these pins and no others.
    pub fn set_pins(&self, pins: &[ShownPin]) {
        let pins = pins.iter().map(ShownPin::json).collect::<serde_json::Value>();
        self.shown.set_pins(&pins.to_string());
    }

    /// Shows the pin that is being placed; arrow keys and dragging move it.
    pub fn set_draft(&self, lon: f64, lat: f64, label: &str) {
        self.shown.set_draft(lon, lat, label, &self.moved);
    }

    /// Takes the pin that was being placed away.
    pub fn clear_draft(&self) {
        self.shown.clear_draft();
    }

    /// Brings a place into the middle.
    pub fn fly(&self, lon: f64, lat: f64) {
        self.shown.fly(lon, lat);
    }

    /// Shows the whole area again.
    pub fn show_all(&self) {
        self.shown.show_all();
    }
}
