//! What people read for the words of a traject.

use crate::platform::texts::find;

/// What residents read for a theme; a traject's own theme is its own words.
pub fn theme_label(slug: &str) -> String {
    find(&format!("session-theme-{slug}"), &[]).unwrap_or_else(|| slug.to_owned())
}
