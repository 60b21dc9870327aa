//! In which fields of a boundary file code and name stand: where somebody says so, or where who publishes such files puts them.

use crate::place::buurt::BuurtError;

/// In which properties code and name are found. What is not said is found by what it is usually called.
#[derive(Debug, Clone, Copy, Default)]
pub struct Fields<'a> {
    /// For instance `cbsCode`.
    pub code: Option<&'a str>,
    /// For instance `naam`.
    pub name: Option<&'a str>,
}

/// How CBS, PDOK and Amsterdam call code and name, the smallest areas first: a file of buurten names their wijk and gemeente too.
const USUAL: [[&str; 2]; 12] = [
    ["buurtcode", "buurtnaam"],
    ["bu_code", "bu_naam"],
    ["wijkcode", "wijknaam"],
    ["wk_code", "wk_naam"],
    ["gemeentecode", "gemeentenaam"],
    ["gm_code", "gm_naam"],
    ["statcode", "statnaam"],
    ["cbscode", "naam"],
    ["cbs_code", "naam"],
    ["code", "naam"],
    ["code", "name"],
    ["identificatie", "naam"],
];
/// So many fields are named where somebody is asked.
const MOST_NAMED: usize = 40;

/// Where code and name stand in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub code: String,
    pub name: String,
}

impl<'a> Fields<'a> {
    /// Both, by name.
    pub const fn named(code: &'a str, name: &'a str) -> Self {
        Self { code: Some(code), name: Some(name) }
    }

    /// The fields, among those that a file has; as they are written there, also where somebody says them in other capitals.
    ///
    /// # Errors
    /// Nobody says it, and none of the fields is called as usual.
    pub(super) fn find(self, known: &[&str]) -> Result<Found, BuurtError> {
        let written = |name: &str| {
            let exact = known.iter().find(|known| **known == name);
            exact.or_else(|| known.iter().find(|known| known.eq_ignore_ascii_case(name))).copied()
        };
        if let Self { code: Some(code), name: Some(name) } = self {
            let own = |asked| written(asked).unwrap_or(asked).to_owned();
            return Ok(Found { code: own(code), name: own(name) });
        }
        let fits =
            |asked: Option<&str>, usual: &str| asked.is_none_or(|asked| asked.eq_ignore_ascii_case(usual));
        let usual = USUAL.iter().filter(|[code, name]| fits(self.code, code) && fits(self.name, name));
        let mut there = usual.filter_map(|[code, name]| Some((written(code)?, written(name)?)));
        let (code, name) = there.next().ok_or_else(|| {
            let named: Vec<_> = known.iter().take(MOST_NAMED).copied().collect();
            BuurtError::AskFields(named.join(", "))
        })?;
        Ok(Found { code: code.to_owned(), name: name.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fields that are found, or nothing.
    fn found(asked: Fields<'_>, known: &[&str]) -> String {
        asked.find(known).map(|found| format!("{} {}", found.code, found.name)).unwrap_or_default()
    }

    #[test]
    fn a_file_of_buurten_is_about_its_buurten_whatever_else_it_names() {
        let cbs = ["buurtcode", "buurtnaam", "wijkcode", "gemeentecode", "gemeentenaam", "aantal_inwoners"];
        assert_eq!(found(Fields::default(), &cbs), "buurtcode buurtnaam");
        let old = ["BU_CODE", "BU_NAAM", "WK_CODE", "GM_CODE", "GM_NAAM"];
        assert_eq!(found(Fields::default(), &old), "BU_CODE BU_NAAM");
        assert_eq!(found(Fields::default(), &["wijkcode", "wijknaam", "gemeentecode"]), "wijkcode wijknaam");
        assert_eq!(found(Fields::default(), &["statcode", "jrstatcode", "statnaam"]), "statcode statnaam");
        assert_eq!(found(Fields::default(), &["identificatie", "naam", "cbsCode"]), "cbsCode naam");
    }

    #[test]
    fn what_somebody_says_goes_first_and_what_is_unclear_is_asked() {
        let known = ["buurtcode", "buurtnaam", "wijkcode", "wijknaam"];
        assert_eq!(found(Fields::named("wijkcode", "buurtnaam"), &known), "wijkcode buurtnaam");
        assert_eq!(found(Fields { code: Some("WIJKCODE"), name: None }, &known), "wijkcode wijknaam");
        // Faults of a feature name the field that was asked for.
        assert_eq!(found(Fields::named("x", "y"), &known), "x y");
        assert_eq!(found(Fields { code: Some("x"), name: None }, &known), "");
        let asked = Fields::default().find(&["id", "titel"]).unwrap_err().to_string();
        assert!(asked.contains("--code-field") && asked.contains("id, titel"), "{asked}");
    }
}
