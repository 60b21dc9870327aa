//! What the organisation says about itself.

/// Longest value of a field.
pub const LONGEST: usize = 4000;

/// The fields of an organisation, in the order of the form. Each has a text `upkeep-field-NAME`.
pub const FIELDS: [&str; 6] = ["naam", "contact", "fg", "grondslag", "privacy", "toegankelijkheid"];

/// What the organisation filled in, field by field; empty where it did not yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Organisation(pub std::collections::BTreeMap<String, String>);

impl Organisation {
    /// A field, or nothing where it is empty.
    pub fn get(&self, field: &str) -> Option<&str> {
        self.0.get(field).map(String::as_str).filter(|value| !value.is_empty())
    }
}
