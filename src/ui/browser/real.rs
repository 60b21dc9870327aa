//! In the browser, through `glue.mjs`.

use std::future::Future;

use leptos::ev::Event;
use leptos::web_sys;
use serde_json::Value;
use wasm_bindgen::prelude::*;

use super::{Became, Sending};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = buurtblik, js_name = uuid)]
    fn js_uuid() -> String;
    #[wasm_bindgen(js_namespace = buurtblik, js_name = now)]
    fn js_now() -> String;
    #[wasm_bindgen(js_namespace = buurtblik, js_name = participant)]
    fn js_participant(code: &str, renew: bool) -> String;
    #[wasm_bindgen(js_namespace = buurtblik, js_name = send)]
    fn js_send(item: &str);
    #[wasm_bindgen(js_namespace = buurtblik, js_name = choosePhotos)]
    fn js_choose_photos(item: &str, field: &web_sys::EventTarget, most: usize) -> usize;
    #[wasm_bindgen(js_namespace = buurtblik, js_name = sendPhotos)]
    fn js_send_photos(list: &str);
    #[wasm_bindgen(js_namespace = buurtblik, js_name = dropPhoto)]
    fn js_drop_photo(id: &str);
    #[wasm_bindgen(js_namespace = buurtblik, js_name = listen)]
    fn js_listen(listener: &JsValue);
    #[wasm_bindgen(js_namespace = buurtblik, js_name = focus)]
    fn js_focus(id: &str);
    #[wasm_bindgen(js_namespace = buurtblik, js_name = focusHere)]
    fn js_focus_here(id: &str);
    #[wasm_bindgen(js_namespace = buurtblik, js_name = hold)]
    fn js_hold();
    #[wasm_bindgen(js_namespace = buurtblik, js_name = keepTyped)]
    fn js_keep_typed(code: &str, name: &str, json: &str);
    #[wasm_bindgen(js_namespace = buurtblik, js_name = keepCaption)]
    fn js_keep_caption(id: &str, caption: &str, poster: bool);
    #[wasm_bindgen(js_namespace = buurtblik, js_name = typed, catch)]
    async fn js_typed(code: &str, name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = buurtblik, js_name = get, catch)]
    async fn js_get(url: &str, whose: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = buurtblik, js_name = post, catch)]
    async fn js_post(url: &str, whose: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = buurtblik, js_name = endTurn)]
    fn js_end_turn(code: &str);
    #[wasm_bindgen(js_namespace = buurtblik, js_name = idle)]
    fn js_idle(pause: u32, tell: &JsValue);
    #[wasm_bindgen(js_namespace = buurtblik, js_name = every)]
    fn js_every(seconds: u32, work: &JsValue);
    #[wasm_bindgen(js_namespace = buurtblik, js_name = pause)]
    async fn js_pause(ms: u32) -> JsValue;
    #[wasm_bindgen(js_namespace = buurtblik, js_name = print)]
    fn js_print();
    #[wasm_bindgen(js_namespace = buurtblik, js_name = waiting, catch)]
    async fn js_waiting(code: &str, whose: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = buurtblik, js_name = withdraw, catch)]
    async fn js_withdraw(about: &str) -> Result<JsValue, JsValue>;
}

/// Runs something that waits.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}

/// A random (version 4) UUID.
pub fn uuid() -> String {
    js_uuid()
}

/// Now, as ISO 8601.
pub fn now() -> String {
    js_now()
}

/// Whose turn it is here; `renew` begins somebody else's.
pub fn participant(code: &str, renew: bool) -> String {
    js_participant(code, renew)
}

/// Keeps something on the tablet and sends it.
pub fn send(item: &Sending) {
    js_send(&item.json().to_string());
}

/// Makes the photos that were chosen in this file field small and keeps them as drafts, `most` at the most; how many
/// were chosen. The address of `item` ends before the photo's id.
pub fn choose_photos(item: &Sending, chosen: &Event, most: usize) -> usize {
    chosen.target().map_or(0, |field| js_choose_photos(&item.json().to_string(), &field, most))
}

/// Sends drafts with their words: `[{id, caption, poster}]`.
pub fn send_photos(list: &Value) {
    js_send_photos(&list.to_string());
}

/// Forgets a photo that was chosen and not sent.
pub fn drop_photo(id: &str) {
    js_drop_photo(id);
}

/// From now on `listener` hears what became of what was sent.
pub fn listen(mut listener: impl FnMut(Became) + 'static) {
    let told = Closure::<dyn FnMut(String)>::new(move |event: String| {
        if let Ok(event) = serde_json::from_str::<Value>(&event) {
            listener(Became::read(&event));
        }
    });
    js_listen(&told.into_js_value());
}

/// JSON from the server; `None` without network or success.
pub async fn get(url: &str, whose: &str) -> Option<String> {
    js_get(url, whose).await.ok()?.as_string()
}

/// The answer to a POST without a body; `None` without network or success.
pub async fn post(url: &str, whose: &str) -> Option<String> {
    js_post(url, whose).await.ok()?.as_string()
}

/// Ends a turn at this device, in every tab: nothing of it can be seen or changed here any more.
pub fn end_turn(code: &str) {
    js_end_turn(code);
}

/// After `pause` seconds without touch, `tell` hears each second how many are left, and -1 after a touch.
pub fn idle(pause: u32, tell: impl FnMut(i32) + 'static) {
    js_idle(pause, &Closure::<dyn FnMut(i32)>::new(tell).into_js_value());
}

/// Runs `work` every so many seconds while the page is looked at.
pub fn every(seconds: u32, work: impl FnMut() + 'static) {
    js_every(seconds, &Closure::<dyn FnMut()>::new(work).into_js_value());
}

/// Waits so many milliseconds.
pub async fn pause(ms: u32) {
    js_pause(ms).await;
}

/// Opens the browser's window for printing.
pub fn print() {
    js_print();
}

/// What of this turn is still on the tablet.
pub async fn waiting(code: &str, whose: &str) -> Vec<Sending> {
    let list = js_waiting(code, whose).await.ok().and_then(|list| list.as_string());
    let list: Option<Value> = list.and_then(|list| serde_json::from_str(&list).ok());
    let list = list.as_ref().and_then(Value::as_array);
    list.map(|list| list.iter().map(Sending::read).collect()).unwrap_or_default()
}

/// Takes back what was not sent yet about a pin; true where the server never heard of it.
pub async fn withdraw(about: &str) -> bool {
    js_withdraw(about).await.is_ok_and(|unheard| unheard.is_truthy())
}

/// Puts the focus on the element with this id once it is there, and the step it begins in view, with the
/// map above it on a phone.
pub fn focus(id: &str) {
    js_focus(id);
}

/// As [`focus`], of something that has just come: nothing else moves.
pub fn focus_here(id: &str) {
    js_focus_here(id);
}

/// For a moment no tap of a pointer counts: who taps twice does one thing.
pub fn hold() {
    js_hold();
}

/// Keeps what was typed and not sent on the device until the turn ends; `None` forgets it.
pub fn keep_typed(code: &str, name: &str, kept: Option<&Value>) {
    js_keep_typed(code, name, &kept.map(Value::to_string).unwrap_or_default());
}

/// Keeps what is said of a photo that was chosen and not sent.
pub fn keep_caption(photo: &str, caption: &str, poster: bool) {
    js_keep_caption(photo, caption, poster);
}

/// What this turn typed and did not send.
pub async fn typed(code: &str, name: &str) -> Option<Value> {
    let kept = js_typed(code, name).await.ok()?.as_string()?;
    serde_json::from_str::<Value>(&kept).ok().filter(|kept| !kept.is_null())
}

/// Whether this runs in a browser.
pub fn alive() -> bool {
    true
}
