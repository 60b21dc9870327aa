//! The colours of the bands, in one place, for SVG, PNG and the legend.
//!
//! Each ramp runs from light to dark in even steps of lightness, so it also reads in grey and for people
//! who see no red or no green; the two differ in hue along the blue–yellow axis, which nearly everybody
//! sees: where red and green look alike, strengths are grey to blue and the others yellow to blue.
//! They were chosen over the plattegrond's paper `#F7F4EC`, water `#A9D3E6` and green `#CFE3B4`.

use serde::{Deserialize, Serialize};

/// Number of classes, and of colours in a ramp.
pub const CLASSES: u8 = 5;

/// One colour over the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// Red, green, blue.
    pub rgb: [u8; 3],
    /// Opacity in per cent.
    pub opacity: u8,
}

impl Colour {
    const fn new(rgb: u32, opacity: u8) -> Self {
        let [_, r, g, b] = rgb.to_be_bytes();
        Self { rgb: [r, g, b], opacity }
    }

    /// `#RRGGBB`.
    pub fn hex(self) -> String {
        let [r, g, b] = self.rgb;
        format!("#{r:02X}{g:02X}{b:02X}")
    }

    /// Opacity as a byte, for pictures.
    pub const fn alpha(self) -> u8 {
        // At most 255, since opacity is at most 100.
        #[allow(clippy::cast_possible_truncation)]
        let alpha = (self.opacity as u16 * 255 / 100) as u8;
        alpha
    }
}

/// Which of the two ramps a layer wears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ramp {
    /// Strengths (`gaat-goed`, `kracht`, `sterk`): green to deep blue-green.
    Sterk,
    /// What can be better (`zorg`, `idee`, `beter`), and layers of everything: amber to purple.
    Beter,
}

const STERK: [Colour; 5] = [
    Colour::new(0x83_D0_C0, 58),
    Colour::new(0x3D_B2_A6, 62),
    Colour::new(0x13_8C_8C, 68),
    Colour::new(0x08_63_70, 75),
    Colour::new(0x05_3C_52, 82),
];

const BETER: [Colour; 5] = [
    Colour::new(0xFB_C5_6F, 52),
    Colour::new(0xF2_93_4A, 60),
    Colour::new(0xDA_5F_4C, 66),
    Colour::new(0xA0_35_68, 72),
    Colour::new(0x57_1C_66, 80),
];

/// The sparse hatch over places with no, or too few, answers.
pub const HATCH: Colour = Colour::new(0x5B_56_4B, 26);

impl Ramp {
    /// The ramp of a kind as it stands in an address.
    pub fn of_kind(kind: &str) -> Self {
        match kind {
            "gaat-goed" | "kracht" | "sterk" => Self::Sterk,
            _ => Self::Beter,
        }
    }

    /// The colours of classes 1 to 5.
    pub const fn colours(self) -> [Colour; 5] {
        match self {
            Self::Sterk => STERK,
            Self::Beter => BETER,
        }
    }

    /// The colour of class 1 (lowest) to 5; a class beyond them takes the nearest.
    pub fn colour(self, class: u8) -> Colour {
        self.colours()[usize::from(class.clamp(1, CLASSES) - 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2) of a colour laid over the map's paper.
    fn luminance(colour: Colour) -> f64 {
        let paper = [0xF7_u8, 0xF4, 0xEC];
        let share = f64::from(colour.opacity) / 100.0;
        let linear = |i: usize| {
            let c = (f64::from(colour.rgb[i]) * share + f64::from(paper[i]) * (1.0 - share)) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2)
    }

    #[test]
    fn each_class_is_clearly_darker_than_the_one_before_it() {
        for ramp in [Ramp::Sterk, Ramp::Beter] {
            for pair in ramp.colours().windows(2) {
                let contrast = (luminance(pair[0]) + 0.05) / (luminance(pair[1]) + 0.05);
                assert!(contrast > 1.2, "{ramp:?} {} {}: {contrast:.2}", pair[0].hex(), pair[1].hex());
            }
        }
    }

    #[test]
    fn strengths_wear_the_green_ramp() {
        assert_eq!(Ramp::of_kind("kracht"), Ramp::Sterk);
        assert_eq!(Ramp::of_kind("zorg"), Ramp::Beter);
        assert_eq!(Ramp::Sterk.colour(5).hex(), "#053C52");
    }
}
