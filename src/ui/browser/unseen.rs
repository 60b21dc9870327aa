//! On the server there is no browser: an island is drawn once, and nothing happens in it.

use std::future::Future;

use leptos::ev::Event;
use serde_json::Value;

use super::{Became, Sending};

/// See the browser's.
pub fn spawn(_work: impl Future<Output = ()> + 'static) {}

/// See the browser's.
pub fn uuid() -> String {
    String::new()
}

/// See the browser's.
pub fn now() -> String {
    String::new()
}

/// See the browser's.
pub fn participant(_code: &str, _renew: bool) -> String {
    String::new()
}

/// See the browser's.
pub fn send(_item: &Sending) {}

/// See the browser's.
pub fn choose_photos(_item: &Sending, _chosen: &Event, _most: usize) -> usize {
    0
}

/// See the browser's.
pub fn send_photos(_list: &Value) {}

/// See the browser's.
pub fn drop_photo(_id: &str) {}

/// See the browser's.
pub fn listen(_listener: impl FnMut(Became) + 'static) {}

/// See the browser's.
#[allow(clippy::unused_async, reason = "the browser's waits")]
pub async fn get(_url: &str, _whose: &str) -> Option<String> {
    None
}

/// See the browser's.
#[allow(clippy::unused_async, reason = "the browser's waits")]
pub async fn waiting(_code: &str, _whose: &str) -> Vec<Sending> {
    Vec::new()
}

/// See the browser's.
#[allow(clippy::unused_async, reason = "the browser's waits")]
pub async fn withdraw(_about: &str) -> bool {
    false
}

/// See the browser's.
#[allow(clippy::unused_async, reason = "the browser's waits")]
pub async fn post(_url: &str, _whose: &str) -> Option<String> {
    None
}

/// See the browser's.
pub fn end_turn(_code: &str) {}

/// See the browser's.
pub fn idle(_pause: u32, _tell: impl FnMut(i32) + 'static) {}

/// See the browser's.
pub fn every(_seconds: u32, _work: impl FnMut() + 'static) {}

/// See the browser's.
#[allow(clippy::unused_async, reason = "the browser's waits")]
pub async fn pause(_ms: u32) {}

/// See the browser's.
pub fn print() {}

/// See the browser's.
pub fn focus(_id: &str) {}

/// See the browser's.
pub fn focus_here(_id: &str) {}

/// See the browser's.
pub fn hold() {}

/// See the browser's.
pub fn keep_typed(_code: &str, _name: &str, _kept: Option<&Value>) {}

/// See the browser's.
pub fn keep_caption(_photo: &str, _caption: &str, _poster: bool) {}

/// See the browser's.
#[allow(clippy::unused_async, reason = "the browser's waits")]
pub async fn typed(_code: &str, _name: &str) -> Option<Value> {
    None
}

/// See the browser's.
pub fn alive() -> bool {
    false
}
