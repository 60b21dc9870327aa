//! The room as the script of the projector's page reads it.

use serde_json::json;

use super::service::Room;
use crate::input::session::{Status, Wijksessie};
use crate::platform::texts::t;

/// The room as the page's script draws it: texts in words, places in units of the picture.
pub(super) fn as_json(session: &Wijksessie, room: &Room) -> serde_json::Value {
    let quotes: Vec<_> = room
        .quotes
        .iter()
        .map(|quote| {
            let about = t(&format!("session-kind-{}", quote.kind));
            let photo =
                quote.photos.first().map(|(photo, caption)| json!({"src": photo.thumb, "alt": caption}));
            json!({"text": quote.text, "about": about, "kind": quote.kind, "photo": photo})
        })
        .collect();
    json!({
        "open": session.status == Status::Open,
        "pins": room.pins, "people": room.people,
        "strengths": room.strengths, "concerns": room.concerns,
        "version": room.version, "points": room.points, "empty": room.empty, "quotes": quotes,
    })
}
