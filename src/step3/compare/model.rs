//! The rule behind a proposal. Both targets; no I/O. What it does is told on the page in words: change both together.

use serde::{Deserialize, Serialize};

use crate::input::session::words;
use crate::step3::indicators::Better;

/// Of what residents said in a part, more than this share must be of one kind to call it so.
pub const OUTSPOKEN: f64 = 0.6;
/// A figure of an area differs where it is this share more or less than that of the municipality.
pub const DIFFERS: f64 = 0.1;
/// The mean of squares differs where it is this share of the range of all squares away from their mean.
pub const DIFFERS_OF_RANGE: f64 = 0.1;
/// Points lie closer together or further apart where there are this share more or fewer to the km² than in the whole area.
pub const DIFFERS_POINTS: f64 = 0.25;
/// Fewer points than this say nothing about where there are more.
pub const LEAST_POINTS: usize = 10;
/// Most characters of a reason.
pub const LONGEST_WHY: usize = 1000;

/// What residents say of a theme in a part of the buurt, by the layers that may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Residents {
    /// Nothing that may be shown.
    Silent,
    /// More that is strong.
    Strong,
    /// More that can be better.
    Better,
    /// Both.
    Mixed,
}

/// What one figure says of a part, beside what it is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// Better than elsewhere.
    Favourable,
    /// Worse than elsewhere.
    Unfavourable,
    /// About the same.
    Same,
}

/// What all figures of a theme say of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figures {
    /// There is none that can be compared.
    Silent,
    /// More are better than worse.
    Favourable,
    /// More are worse than better.
    Unfavourable,
    /// As many one way as the other, or none differs.
    Mixed,
}

words! {
    /// How the two are to each other.
    Verdict {
        /// They say the same.
        Same = "same",
        /// They contradict each other.
        Contradict = "contradict",
        /// Residents speak, figures do not.
        FiguresSilent = "figures-silent",
        /// Figures speak, residents do not.
        ResidentsSilent = "residents-silent",
        /// Neither speaks.
        BothSilent = "both-silent",
        /// One is outspoken and the other is not.
        Open = "open",
    }
}

/// What residents say: `strong` and `better` are the told voices of both sides in a part.
pub fn residents(strong: u32, better: u32) -> Residents {
    let (strong, sum) = (f64::from(strong), f64::from(strong) + f64::from(better));
    if sum <= 0.0 {
        return Residents::Silent;
    }
    match strong / sum {
        share if share > OUTSPOKEN => Residents::Strong,
        share if share < 1.0 - OUTSPOKEN => Residents::Better,
        _ => Residents::Mixed,
    }
}

/// What a figure says that differs from another by `by`, where less than `least` is no difference; nothing where neither
/// more nor less is better.
pub fn says(by: f64, least: f64, better: Better) -> Option<Says> {
    let more = match better {
        Better::Neither => return None,
        Better::More => by,
        Better::Less => -by,
    };
    // What is exactly at the border differs, also where a division is not exact.
    let least = least - 1e-9;
    Some(match more {
        more if more >= least => Says::Favourable,
        more if more <= -least => Says::Unfavourable,
        _ => Says::Same,
    })
}

/// What a figure says beside that of the municipality, as a share of the latter.
pub fn beside(value: f64, reference: f64, better: Better) -> Option<Says> {
    if reference == 0.0 {
        return (value == 0.0).then_some(Says::Same).filter(|_| better != Better::Neither);
    }
    says((value - reference) / reference.abs(), DIFFERS, better)
}

/// What all figures together say: each counts once.
pub fn figures(all: &[Says]) -> Figures {
    let count = |wanted: Says| all.iter().filter(|says| **says == wanted).count();
    let (good, bad) = (count(Says::Favourable), count(Says::Unfavourable));
    match (all.len(), good.cmp(&bad)) {
        (0, _) => Figures::Silent,
        (_, std::cmp::Ordering::Greater) => Figures::Favourable,
        (_, std::cmp::Ordering::Less) => Figures::Unfavourable,
        (_, std::cmp::Ordering::Equal) => Figures::Mixed,
    }
}

/// How the two are to each other.
pub fn suggest(residents: Residents, figures: Figures) -> Verdict {
    match (residents, figures) {
        (Residents::Silent, Figures::Silent) => Verdict::BothSilent,
        (Residents::Silent, _) => Verdict::ResidentsSilent,
        (_, Figures::Silent) => Verdict::FiguresSilent,
        (Residents::Strong, Figures::Favourable)
        | (Residents::Better, Figures::Unfavourable)
        | (Residents::Mixed, Figures::Mixed) => Verdict::Same,
        (Residents::Strong, Figures::Unfavourable) | (Residents::Better, Figures::Favourable) => {
            Verdict::Contradict
        }
        (Residents::Mixed, _) | (_, Figures::Mixed) => Verdict::Open,
    }
}

/// One figure in a part, and what it says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The indicator (UUID).
    pub indicator: String,
    /// Name, year and both figures, as people read them.
    pub words: String,
    /// What it says; nothing where it cannot be compared.
    pub says: Option<Says>,
}

/// What a judgement of the team says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// From 1 on; the highest holds.
    pub version: i64,
    /// What the program proposed then.
    pub suggested: Verdict,
    /// What the team says.
    pub judged: Verdict,
    /// Why, in a sentence.
    pub why: String,
    /// What the proposal rested on then (JSON).
    pub basis: String,
    /// When, in UTC.
    pub judged_at: String,
    /// Who.
    pub judged_by: String,
}

/// The rule for a reason, as a text key.
///
/// # Errors
/// Empty, too long, or with a NUL.
pub fn check_why(why: &str) -> Result<(), &'static str> {
    if why.trim().is_empty() {
        return Err("compare-wrong-why-empty");
    }
    if why.chars().count() > LONGEST_WHY || why.contains('\0') {
        return Err("compare-wrong-why-long");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn residents_are_called_what_most_of_them_say() {
        assert_eq!(residents(0, 0), Residents::Silent);
        assert_eq!(residents(7, 3), Residents::Strong);
        assert_eq!(residents(3, 7), Residents::Better);
        assert_eq!(residents(6, 4), Residents::Mixed, "six of ten is not more than six of ten");
        assert_eq!(residents(5, 5), Residents::Mixed);
        assert_eq!(residents(1, 0), Residents::Strong);
    }

    #[test]
    fn a_figure_differs_from_a_tenth_on_and_only_where_one_way_is_better() {
        assert_eq!(beside(22.0, 20.0, Better::Less), Some(Says::Unfavourable));
        assert_eq!(beside(22.0, 20.0, Better::More), Some(Says::Favourable));
        assert_eq!(beside(21.9, 20.0, Better::More), Some(Says::Same));
        assert_eq!(beside(18.0, 20.0, Better::Less), Some(Says::Favourable));
        assert_eq!(beside(40.0, 20.0, Better::Neither), None);
        assert_eq!(beside(-0.2, -0.1, Better::More), Some(Says::Unfavourable));
        assert_eq!(beside(3.0, 0.0, Better::More), None, "of nothing there is no share");
        assert_eq!(beside(0.0, 0.0, Better::More), Some(Says::Same));
    }

    #[test]
    fn figures_together_say_what_most_say() {
        use Says::{Favourable, Same, Unfavourable};
        assert_eq!(figures(&[]), Figures::Silent);
        assert_eq!(figures(&[Same, Same]), Figures::Mixed);
        assert_eq!(figures(&[Favourable, Same, Same]), Figures::Favourable);
        assert_eq!(figures(&[Favourable, Unfavourable]), Figures::Mixed);
        assert_eq!(figures(&[Favourable, Unfavourable, Unfavourable]), Figures::Unfavourable);
    }

    #[test]
    fn the_rule_knows_every_pair() {
        use Verdict::{BothSilent, Contradict, FiguresSilent, Open, ResidentsSilent, Same};
        let residents = [Residents::Silent, Residents::Strong, Residents::Better, Residents::Mixed];
        let figures = [Figures::Silent, Figures::Favourable, Figures::Unfavourable, Figures::Mixed];
        let expected = [
            [BothSilent, ResidentsSilent, ResidentsSilent, ResidentsSilent],
            [FiguresSilent, Same, Contradict, Open],
            [FiguresSilent, Contradict, Same, Open],
            [FiguresSilent, Open, Open, Same],
        ];
        for (one, row) in residents.into_iter().zip(expected) {
            for (other, verdict) in figures.into_iter().zip(row) {
                assert_eq!(suggest(one, other), verdict, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn a_judgement_says_why() {
        assert_eq!(check_why("  "), Err("compare-wrong-why-empty"));
        assert_eq!(check_why(&"é".repeat(1001)), Err("compare-wrong-why-long"));
        assert_eq!(check_why("Wij zien het ook"), Ok(()));
        for verdict in Verdict::ALL {
            assert_eq!(verdict.word().parse(), Ok(*verdict));
        }
    }
}
