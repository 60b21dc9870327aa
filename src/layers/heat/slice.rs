//! Which part of what was said a layer is of.

use vakken::{Class, Side};

use super::error::LayerError;
use super::table::{class_of, class_of_moment, side_of};
use crate::input::session::{Kind, Moment, Traject};

/// Which part of what was said a layer is of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Slice {
    /// A theme of the traject, or `all`.
    pub theme: String,
    /// A kind, `sterk`, `beter` or `all`.
    pub kind: String,
    /// A time of day, or any.
    pub moment: Option<Moment>,
}

impl Slice {
    /// Kinds that can be asked for: the two that can carry something first.
    pub const KINDS: [&'static str; 7] = ["sterk", "beter", "gaat-goed", "kracht", "zorg", "idee", "all"];

    /// Everything of a kind.
    pub fn of_kind(kind: &str) -> Self {
        Self { theme: "all".to_owned(), kind: kind.to_owned(), moment: None }
    }

    pub(super) fn check(&self, traject: &Traject) -> Result<(), LayerError> {
        let theme = self.theme == "all" || traject.themes.contains(&self.theme);
        let kind = Self::KINDS.contains(&self.kind.as_str());
        if theme && kind { Ok(()) } else { Err(LayerError::None) }
    }

    /// The same as tables know it; nothing for a kind at a time of day, which is never told.
    pub(super) fn in_tables(&self) -> Option<vakken::Slice<'_>> {
        let theme = (self.theme != "all").then_some(self.theme.as_str());
        let moment = self.moment.map(|moment| Class::Moment(class_of_moment(moment)));
        let (side, class) = match self.kind.as_str() {
            "sterk" => (Some(Side::Sterk), moment),
            "beter" => (Some(Side::Beter), moment),
            kind => match (kind.parse::<Kind>().ok(), moment) {
                (Some(_), Some(_)) => return None,
                (Some(kind), None) => (Some(side_of(kind)), Some(Class::Kind(class_of(kind)))),
                (None, moment) => (None, moment),
            },
        };
        Some(vakken::Slice { theme, side, class })
    }

    pub(super) fn side(&self) -> Option<Side> {
        self.in_tables().and_then(|slice| slice.side)
    }
}
