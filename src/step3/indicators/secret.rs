//! Figures that stand for fewer than a handful of people are not shown, and not kept.
//!
//! The rule, for each row of a file:
//! 1. A count of people or households from 1 to 4 is secret. 0 is shown: it points at nobody.
//! 2. Where the file says how many people a row is about (its base), nothing is shown of a row with fewer than
//!    [`LEAST_BASE`]: of five people everybody is known.
//! 3. With a base, a share (`%`) that stands for 1 to 4 people is secret, and so is one that leaves 1 to 4 people out:
//!    98 % of 100 tells of two.
//!
//! Figures of things (houses, trees, reports) are not about people. What a wijk less its other buurten can tell is for
//! `subtract`, when figures are read.

use super::Counts;

/// Fewest people that a figure may stand for: a handful.
pub const LEAST: f64 = 5.0;
/// Fewest people that a row may be about.
pub const LEAST_BASE: f64 = 10.0;

/// Whether a figure must not be shown. `base`: how many people the row is about, where the file says so.
pub fn is_secret(value: f64, counts: Counts, unit: &str, base: Option<f64>) -> bool {
    if counts == Counts::Things {
        return false;
    }
    let few = |people: f64| people > 0.0 && people < LEAST;
    if counts == Counts::People {
        return few(value) || base.is_some_and(|base| base < LEAST_BASE);
    }
    let Some(base) = base else { return false };
    let share = unit == "%" && (0.0..=100.0).contains(&value);
    // Shares are rounded to tenths: half a person either way does not make a handful.
    let people = (base * value / 100.0).round();
    base < LEAST_BASE || share && (few(people) || few(base.round() - people))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_five_people_is_not_shown() {
        assert!(is_secret(1.0, Counts::People, "aantal", None));
        assert!(is_secret(1.0, Counts::People, "aantal", Some(5.0)));
        assert!(is_secret(5.0, Counts::People, "aantal", Some(5.0)), "all five is about each of them");
        assert!(is_secret(20.0, Counts::Nothing, "%", Some(5.0)));
    }

    #[test]
    fn a_handful_is_shown_and_so_is_nobody() {
        assert!(!is_secret(5.0, Counts::People, "aantal", None));
        assert!(!is_secret(5.0, Counts::People, "aantal", Some(10.0)));
        assert!(!is_secret(0.0, Counts::People, "aantal", Some(100.0)));
        assert!(is_secret(4.0, Counts::People, "aantal", Some(1000.0)));
    }

    #[test]
    fn a_share_is_counted_back_to_people_on_both_sides() {
        assert!(is_secret(2.0, Counts::Nothing, "%", Some(100.0)));
        assert!(is_secret(98.0, Counts::Nothing, "%", Some(100.0)));
        assert!(!is_secret(5.0, Counts::Nothing, "%", Some(100.0)));
        assert!(!is_secret(100.0, Counts::Nothing, "%", Some(100.0)));
        assert!(!is_secret(2.0, Counts::Nothing, "%", None), "without a base nobody can tell");
        assert!(!is_secret(2.0, Counts::Nothing, "score", Some(100.0)));
    }

    #[test]
    fn things_are_not_people() {
        assert!(!is_secret(1.0, Counts::Things, "aantal", Some(5.0)));
    }
}
