//! One way to write the codes of Statistics Netherlands, wherever they come in.

use std::borrow::Cow;

/// Letters in front, and how long the whole is: a buurt, a wijk, a gemeente.
const KINDS: [(&str, usize); 3] = [("BU", 10), ("WK", 8), ("GM", 6)];

/// A code as it is kept: one of Statistics Netherlands in capitals, for files write `bu0363mm05` too and figures would not find it.
/// A code of another kind stays as it is: who made it knows which letters tell it apart.
pub fn one_form(code: &str) -> Cow<'_, str> {
    let trimmed = code.trim();
    let is_cbs = KINDS.iter().any(|(start, length)| {
        trimmed.len() == *length
            && trimmed.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && trimmed[..2].eq_ignore_ascii_case(start)
            && trimmed[2..6].bytes().all(|byte| byte.is_ascii_digit())
    });
    if is_cbs { Cow::Owned(trimmed.to_ascii_uppercase()) } else { Cow::Borrowed(code) }
}

#[cfg(test)]
mod tests {
    use super::one_form;

    #[test]
    fn codes_of_statistics_netherlands_are_in_capitals_and_others_stay_as_they_are() {
        for (code, kept) in [
            ("bu0363mm05", "BU0363MM05"),
            ("Bu0363mM05", "BU0363MM05"),
            (" wk0363mm ", "WK0363MM"),
            ("gm0363", "GM0363"),
            ("BU03630000", "BU03630000"),
        ] {
            assert_eq!(one_form(code), kept);
        }
        for code in ["a1", "fb08", "buurt0363a", "bu0363", "buabcd0000", "bu0363é05", "gm036", "", " x "] {
            assert_eq!(one_form(code), code);
        }
    }
}
