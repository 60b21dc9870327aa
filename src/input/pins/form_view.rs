//! What the form without map shows of a pin.

use crate::place::buurt::Place;

/// What a form shows: empty at first, what was sent when something was not right.
#[derive(Debug, Default)]
pub(super) struct FormView {
    pub search: String,
    pub chosen: Option<Chosen>,
    pub id: String,
    pub kind: String,
    pub words: Vec<String>,
    pub text: String,
    pub theme: String,
    pub moment: String,
    pub people: String,
    pub problems: Vec<String>,
    /// It is what was sent: what the device remembers comes after it.
    pub given: bool,
}

/// A place that was chosen, with its name where it has one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Chosen {
    pub place: Option<Place>,
    pub name: Option<String>,
}
