//! Until when something may still come in, and what a device says of what it holds.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

/// How long after closing a pin may still come in: until the tablets are back where there is a network.
pub const IN_TIME: SignedDuration = SignedDuration::from_hours(24);
/// Most late pins of one wijksessie that wait at once: a flood is held back, and its devices keep it. As many of people who were set aside.
pub const MOST_WAITING: i64 = 2000;
/// Most devices of one wijksessie of which a count is kept.
pub const MOST_DEVICES: i64 = 2000;
/// The most that one device can say it holds.
pub const MOST_HELD: u64 = 100_000;

/// What is still outside the wijksessie.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Left {
    /// Devices that said they still hold something.
    pub devices: i64,
    /// How many things those hold together.
    pub items: i64,
    /// Pins that came after closing and about which nobody decided.
    pub waiting: i64,
}

/// Whether a wijksessie that was closed at this time (RFC 3339) still takes what was said before.
pub fn is_in_time(closed_at: &str, now: Timestamp) -> bool {
    closed_at.parse::<Timestamp>().is_ok_and(|closed| now.duration_since(closed) <= IN_TIME)
}

/// The stamp in a Feature: the page got it while the wijksessie was open.
pub fn stamp(feature: &Value) -> Option<&str> {
    feature["properties"]["stamp"].as_str().or_else(|| feature["stamp"].as_str())
}

/// How much a device says it holds, from `{"holds": 3}`; nothing where it is no such number.
pub fn holds(body: &Value) -> Option<u64> {
    body["holds"].as_u64().filter(|holds| *holds <= MOST_HELD)
}

#[cfg(test)]
mod tests {
    use super::{holds, is_in_time, stamp};
    use serde_json::json;

    #[test]
    fn what_was_said_before_closing_may_come_in_for_a_day() {
        let at = |now: &str| is_in_time("2026-06-01T20:00:00Z", now.parse().unwrap());
        assert!(at("2026-06-01T20:00:00Z") && at("2026-06-02T20:00:00Z"));
        assert!(!at("2026-06-02T20:00:01Z"));
        // A clock that was set back closes no door.
        assert!(at("2026-06-01T19:00:00Z"));
        assert!(!is_in_time("gisteren", "2026-06-01T20:00:00Z".parse().unwrap()));
    }

    #[test]
    fn a_stamp_stands_in_the_properties_or_beside_them() {
        assert_eq!(stamp(&json!({"properties": {"stamp": "a"}})), Some("a"));
        assert_eq!(stamp(&json!({"stamp": "b", "properties": {}})), Some("b"));
        assert_eq!(stamp(&json!({"properties": {"stamp": 5}})), None);
        assert_eq!(stamp(&json!([])), None);
    }

    #[test]
    fn a_device_holds_a_whole_number_of_things() {
        assert_eq!(holds(&json!({"holds": 3})), Some(3));
        for wrong in
            [json!({"holds": -1}), json!({"holds": 1.5}), json!({"holds": 1_000_000}), json!({}), json!(3)]
        {
            assert_eq!(holds(&wrong), None, "{wrong}");
        }
    }
}
