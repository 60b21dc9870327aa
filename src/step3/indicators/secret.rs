//! Figures that stand for fewer than a handful of people are not shown, and not kept.
//!
//! The rule, for each row of a file:
//! 1. A count of people or households from 1 to 4 is secret. 0 is shown: it points at nobody.
//! 2. Where the file says how many people a row is about (its base), nothing is shown of a row with fewer than
//!    [`LEAST_BASE`]: of five people everybody is known.
//! 3. With a base, a share (`%`) that stands for 1 to 4 people is secret, and so is one that leaves 1 to 4 people out:
//!    98 % of 100 tells of two.
//! 4. A base that is itself secret is of few people: that is why it is. One that is missing, cannot be read or is less than
//!    nobody may be of few people too. Such a row shows nothing but counts that are by themselves of [`LEAST_BASE`] people or
//!    more, for then so is the row.
//!
//! Figures of things (houses, trees, reports) are not about people. What a wijk less its other buurten can tell is for
//! `subtract`, when figures are read.

use super::Counts;

/// Fewest people that a figure may stand for: a handful.
pub const LEAST: f64 = 5.0;
/// Fewest people that a row may be about.
pub const LEAST_BASE: f64 = 10.0;

/// How many people a row is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Base {
    /// Nobody said which column tells it.
    NotAsked,
    /// So many.
    Of(f64),
    /// Not told: the file keeps it secret, or what stands there is no number of people.
    Untold,
}

/// Whether a figure must not be shown. `is_share`: it is a part of a hundred.
pub fn is_secret(value: f64, counts: Counts, is_share: bool, base: Base) -> bool {
    if counts == Counts::Things {
        return false;
    }
    let few = |people: f64| people > 0.0 && people < LEAST;
    if counts == Counts::People {
        return few(value)
            || match base {
                Base::NotAsked => false,
                Base::Of(base) => base < LEAST_BASE,
                Base::Untold => value < LEAST_BASE,
            };
    }
    let base = match base {
        Base::NotAsked => return false,
        Base::Untold => return true,
        Base::Of(base) => base,
    };
    let share = is_share && (0.0..=100.0).contains(&value);
    // Shares are rounded to tenths: half a person either way does not make a handful.
    let people = (base * value / 100.0).round();
    base < LEAST_BASE || share && (few(people) || few(base.round() - people))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNT: bool = false;
    const SHARE: bool = true;

    #[test]
    fn one_of_five_people_is_not_shown() {
        assert!(is_secret(1.0, Counts::People, COUNT, Base::NotAsked));
        assert!(is_secret(1.0, Counts::People, COUNT, Base::Of(5.0)));
        assert!(is_secret(5.0, Counts::People, COUNT, Base::Of(5.0)), "all five is about each of them");
        assert!(is_secret(20.0, Counts::Nothing, SHARE, Base::Of(5.0)));
    }

    #[test]
    fn a_handful_is_shown_and_so_is_nobody() {
        assert!(!is_secret(5.0, Counts::People, COUNT, Base::NotAsked));
        assert!(!is_secret(5.0, Counts::People, COUNT, Base::Of(10.0)));
        assert!(!is_secret(0.0, Counts::People, COUNT, Base::Of(100.0)));
        assert!(is_secret(4.0, Counts::People, COUNT, Base::Of(1000.0)));
    }

    #[test]
    fn a_share_is_counted_back_to_people_on_both_sides() {
        assert!(is_secret(2.0, Counts::Nothing, SHARE, Base::Of(100.0)));
        assert!(is_secret(98.0, Counts::Nothing, SHARE, Base::Of(100.0)));
        assert!(!is_secret(5.0, Counts::Nothing, SHARE, Base::Of(100.0)));
        assert!(!is_secret(100.0, Counts::Nothing, SHARE, Base::Of(100.0)));
        assert!(!is_secret(2.0, Counts::Nothing, SHARE, Base::NotAsked), "without a base nobody can tell");
        assert!(!is_secret(2.0, Counts::Nothing, COUNT, Base::Of(100.0)));
    }

    #[test]
    fn where_the_base_is_not_told_only_counts_that_are_large_by_themselves_are_shown() {
        for value in [0.0, 2.0, 20.0, 50.0] {
            assert!(is_secret(value, Counts::Nothing, SHARE, Base::Untold), "{value}");
            assert!(is_secret(value, Counts::Nothing, COUNT, Base::Untold), "{value}: a mean of few people");
        }
        assert!(is_secret(0.0, Counts::People, COUNT, Base::Untold), "none of three people is about each");
        assert!(is_secret(9.0, Counts::People, COUNT, Base::Untold));
        assert!(!is_secret(10.0, Counts::People, COUNT, Base::Untold));
    }

    #[test]
    fn things_are_not_people() {
        for base in [Base::Of(5.0), Base::Untold] {
            assert!(!is_secret(1.0, Counts::Things, COUNT, base));
        }
    }
}
