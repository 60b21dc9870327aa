//! What a heat layer is made of and what it says about itself. No I/O; both targets.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The fewest people behind anything published. A traject may ask more, nobody less.
pub const MIN_K: u32 = 3;

/// How far outside the area a pin may lie and still take part, in metres.
///
/// There is no edge correction: a boundary would look calm if pins just outside were left out.
pub const PIN_REACH_M: f64 = 150.0;

/// Why a heat layer could not be made.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum HeatError {
    /// A kernel width other than the three grains.
    #[error("bandwidth must be 50, 75 or 120 metres, not {0}")]
    Bandwidth(String),
    /// A coordinate that is not a finite number, or is nowhere near a place on earth.
    #[error("a coordinate is not a finite number of metres in RD")]
    Coordinate,
    /// A weight that is negative, not a number, or of more people than there can be.
    #[error("a weight is not a number of people")]
    Weight,
    /// A bounding box whose minimum lies beyond its maximum.
    #[error("the area has no extent: its minimum lies beyond its maximum")]
    Area,
    /// More cells than the program keeps in memory for one layer.
    #[error("a grid of {cells} cells is too large: the largest allowed is {largest} cells")]
    GridTooLarge {
        /// Cells the area would need.
        cells: u64,
        /// Cells allowed, [`crate::layers::heat::grid::MAX_CELLS`].
        largest: u64,
    },
    /// A picture could not be encoded.
    #[error("the layer could not be encoded: {0}")]
    Encode(String),
}

/// Grain of a layer: the standard deviation σ of the Gaussian kernel, in metres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub enum Bandwidth {
    /// 50 m: fijn.
    Fine,
    /// 75 m: gewoon.
    #[default]
    Normal,
    /// 120 m: grof.
    Coarse,
}

impl Bandwidth {
    /// The three grains, finest first.
    pub const ALL: [Self; 3] = [Self::Fine, Self::Normal, Self::Coarse];

    /// σ in whole metres.
    pub const fn metres(self) -> u32 {
        match self {
            Self::Fine => 50,
            Self::Normal => 75,
            Self::Coarse => 120,
        }
    }

    /// σ in metres, for arithmetic.
    pub fn sigma(self) -> f64 {
        f64::from(self.metres())
    }
}

impl TryFrom<u32> for Bandwidth {
    type Error = HeatError;

    fn try_from(metres: u32) -> Result<Self, HeatError> {
        Self::ALL
            .into_iter()
            .find(|grain| grain.metres() == metres)
            .ok_or_else(|| HeatError::Bandwidth(metres.to_string()))
    }
}

impl FromStr for Bandwidth {
    type Err = HeatError;

    /// Reads `50`, `75` or `120`, as in `?bandwidth=75`.
    fn from_str(text: &str) -> Result<Self, HeatError> {
        Self::ALL
            .into_iter()
            .find(|grain| grain.metres().to_string() == text)
            .ok_or_else(|| HeatError::Bandwidth(text.chars().take(20).collect()))
    }
}

impl From<Bandwidth> for u32 {
    fn from(grain: Bandwidth) -> Self {
        grain.metres()
    }
}

impl fmt::Display for Bandwidth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.metres())
    }
}

/// A bounding box in RD metres.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RdBbox {
    /// Westernmost easting.
    pub min_x: f64,
    /// Southernmost northing.
    pub min_y: f64,
    /// Easternmost easting.
    pub max_x: f64,
    /// Northernmost northing.
    pub max_y: f64,
}

impl RdBbox {
    /// Whether a place lies within the box or on its edge.
    pub fn contains(&self, x: f64, y: f64) -> bool {
        (self.min_x..=self.max_x).contains(&x) && (self.min_y..=self.max_y).contains(&y)
    }
}

/// A layer as a list shows it before it is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerInfo {
    /// `all` or a theme of the traject.
    pub theme: String,
    /// `all`, a kind, `sterk` or `beter`.
    pub kind: String,
    /// How many voices it is of, at least: a voice is one person, or one table, at one place. Absent where nothing is told.
    pub voices: Option<u32>,
    /// Whether the map shows anything at all.
    pub shown: bool,
}

/// What a class is called in a legend. The words themselves are in the language file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BandName {
    /// Below a quarter of the layer's peak.
    Weinig,
    /// From a quarter to half of the peak.
    Meer,
    /// Half of the peak and more.
    Veel,
}

impl BandName {
    /// The name of class 1 (lowest) to 5 (highest).
    pub const fn of_class(class: u8) -> Self {
        match class {
            0..=2 => Self::Weinig,
            3 => Self::Meer,
            _ => Self::Veel,
        }
    }

    /// Key in the language file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Weinig => "heat-class-weinig",
            Self::Meer => "heat-class-meer",
            Self::Veel => "heat-class-veel",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_three_grains_are_a_bandwidth() {
        assert_eq!("75".parse(), Ok(Bandwidth::Normal));
        assert_eq!(Bandwidth::try_from(120), Ok(Bandwidth::Coarse));
        for bad in ["0", "60", "-75", "NaN", "75.0", "+75", " 75", ""] {
            assert!(bad.parse::<Bandwidth>().is_err(), "{bad:?}");
        }
        assert!(serde_json::from_str::<Bandwidth>("60").is_err());
        assert_eq!(serde_json::to_string(&Bandwidth::default()).unwrap(), "75");
    }
}
