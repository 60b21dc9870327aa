//! On the server nobody sees a live map: there the drawing is all there is.

use super::ShownPin;

/// A map in a page; on the server it is never opened.
pub enum MapHandle {}

impl MapHandle {
    /// See the browser's.
    pub fn open(
        _id: &str,
        _options: &str,
        _on_tap: Option<impl FnMut(Option<(f64, f64)>) + 'static>,
        _on_moved: impl FnMut(f64, f64) + 'static,
        _on_pin: impl FnMut(String) + 'static,
    ) -> Option<Self> {
        None
    }

    /// See the browser's.
    pub fn set_pins(&self, _pins: &[ShownPin]) {
        match *self {}
    }

    /// See the browser's.
    pub fn set_draft(&self, _lon: f64, _lat: f64, _label: &str) {
        match *self {}
    }

    /// See the browser's.
    pub fn clear_draft(&self) {
        match *self {}
    }

    /// See the browser's.
    pub fn fly(&self, _lon: f64, _lat: f64) {
        match *self {}
    }

    /// See the browser's.
    pub fn show_all(&self) {
        match *self {}
    }
}
