//! What forms send, read strictly: a choice that is none and a number that is none are refused beside their field. A form that
//! was made by hand, or by a page of before, would else be kept as something that nobody chose.

use std::ops::RangeInclusive;
use std::str::FromStr;

use axum::http::StatusCode;

use super::problem::{FieldError, Problem};
use super::texts::{t, tv};

/// The fields of one form that cannot be used.
#[derive(Debug, Default)]
pub struct Typed(Vec<FieldError>);

impl Typed {
    /// One of the words that a field knows; nothing where it was left open.
    pub fn choice<T: FromStr>(&mut self, name: &str, value: &str) -> Option<T> {
        let value = value.trim();
        let chosen = value.parse().ok();
        if chosen.is_none() && !value.is_empty() {
            self.wrong(name, t("ui-wrong-choice"));
        }
        chosen.filter(|_| !value.is_empty())
    }

    /// The same where what can be chosen is known here only.
    pub fn one_of<'a>(&mut self, name: &str, value: &str, known: impl IntoIterator<Item = &'a str>) {
        if !value.is_empty() && !known.into_iter().any(|known| known == value) {
            self.wrong(name, t("ui-wrong-choice"));
        }
    }

    /// A whole number within these bounds; nothing where it was left open.
    pub fn number(&mut self, name: &str, value: &str, within: RangeInclusive<u32>) -> Option<u32> {
        let value = value.trim();
        let number = value.parse().ok().filter(|number| within.contains(number));
        if number.is_none() && !value.is_empty() {
            let (least, most) = (within.start().to_string(), within.end().to_string());
            self.wrong(name, tv("ui-wrong-number", &[("least", least.into()), ("most", most.into())]));
        }
        number
    }

    fn wrong(&mut self, name: &str, detail: String) {
        self.0.push(FieldError { pointer: format!("/{name}"), detail });
    }

    /// Whether everything can be used.
    ///
    /// # Errors
    /// 422, with a sentence for each field that cannot.
    pub fn done(self) -> Result<(), Problem> {
        if self.0.is_empty() {
            return Ok(());
        }
        Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "session-form").fields(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::Typed;

    #[test]
    fn what_was_left_open_is_no_mistake_and_what_is_none_of_the_choices_is_one() {
        let mut typed = Typed::default();
        assert_eq!(typed.choice::<u8>("leeg", ""), None);
        assert_eq!(typed.number("leeg", " ", 1..=20), None);
        assert_eq!((typed.choice("goed", "7"), typed.number("goed", "7", 1..=20)), (Some(7_u8), Some(7)));
        typed.one_of("leeg", "", ["wonen"]);
        typed.one_of("goed", "wonen", ["wonen"]);
        assert!(typed.done().is_ok());
    }

    #[test]
    fn each_field_that_cannot_be_used_is_named_with_what_can_be_typed() {
        let mut typed = Typed::default();
        typed.choice::<u8>("keuze", "xx");
        typed.one_of("theme", "xx", ["wonen"]);
        for (name, value) in [("woord", "veel"), ("min", "-1"), ("meer", "10001"), ("komma", "1,5")] {
            assert_eq!(typed.number(name, value, 0..=10_000), None, "{value}");
        }
        let problem = typed.done().unwrap_err();
        let fields: Vec<_> = problem.field_errors().iter().map(|field| field.pointer.as_str()).collect();
        assert_eq!(fields, ["/keuze", "/theme", "/woord", "/min", "/meer", "/komma"]);
        assert_eq!(problem.status.as_u16(), 422);
        assert!(problem.field_errors()[2].detail.contains("van 0 tot en met 10000"));
    }
}
