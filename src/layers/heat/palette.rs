//! The colours of the bands, in one place, for SVG, PNG and the legend.
//!
//! Each ramp runs from light to dark in even steps of lightness, so it also reads in grey. The two differ along the
//! blue–yellow axis, which nearly everybody sees, at every class: strengths end in deep blue, the others in brown. A
//! test holds that under simulated colour-blindness. Who sees no colour at all tells them apart by the texture: on one
//! map strengths are dots that grow ([`DOTS`]), the others are plain.
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
    /// Strengths (`gaat-goed`, `kracht`, `sterk`): blue-green to deep blue.
    Sterk,
    /// What can be better (`zorg`, `idee`, `beter`), and layers of everything: amber to brown.
    Beter,
}

const STERK: [Colour; 5] = [
    Colour::new(0x7F_D0_C8, 58),
    Colour::new(0x36_AF_B0, 64),
    Colour::new(0x12_88_9A, 70),
    Colour::new(0x0B_5E_84, 77),
    Colour::new(0x0B_35_66, 85),
];

const BETER: [Colour; 5] = [
    Colour::new(0xFF_D0_70, 62),
    Colour::new(0xF8_A2_3C, 70),
    Colour::new(0xE7_74_24, 76),
    Colour::new(0x00C2_4A16, 80),
    Colour::new(0x8F_2A_0C, 84),
];

/// The sparse hatch over places with no, or too few, answers, and the crosses where nobody was asked.
pub const HATCH: Colour = Colour::new(0x5B_56_4B, 26);

/// The dots of strengths over concerns: their colour; a white edge keeps them apart from what is below.
pub const DOT: Colour = Colour::new(0x0B_35_66, 100);

/// Radius of a dot of class 1 to 5, in hundredths of the distance to the next.
pub const DOTS: [u32; 5] = [9, 15, 21, 28, 36];

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

    type Matrix = [[f64; 3]; 3];

    const AS_IT_IS: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    /// How people see who lack one kind of cone, in linear RGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
    /// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and
    /// Computer Graphics 15 (6), 2009, severity 1.0.
    const PROTANOPIA: Matrix = [
        [0.152_286, 1.052_583, -0.204_868],
        [0.114_503, 0.786_281, 0.099_216],
        [-0.003_882, -0.048_116, 1.051_998],
    ];
    const DEUTERANOPIA: Matrix = [
        [0.367_322, 0.860_646, -0.227_968],
        [0.280_085, 0.672_501, 0.047_413],
        [-0.011_820, 0.042_940, 0.968_881],
    ];
    const TRITANOPIA: Matrix = [
        [1.255_528, -0.076_749, -0.178_779],
        [-0.078_411, 0.930_809, 0.147_602],
        [0.004_733, 0.691_367, 0.303_900],
    ];

    /// A colour laid over the map's paper, in linear RGB.
    fn linear(colour: Colour) -> [f64; 3] {
        let paper = [0xF7_u8, 0xF4, 0xEC];
        let share = f64::from(colour.opacity) / 100.0;
        std::array::from_fn(|i| {
            let c = (f64::from(colour.rgb[i]) * share + f64::from(paper[i]) * (1.0 - share)) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn times(matrix: &Matrix, v: [f64; 3]) -> [f64; 3] {
        matrix.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0))
    }

    /// Relative luminance (WCAG 2.2) of a colour laid over the map's paper.
    fn luminance(colour: Colour) -> f64 {
        times(&[[0.2126, 0.7152, 0.0722]; 3], linear(colour))[0]
    }

    /// CIE 1976 L*a*b* (D65) of a colour as somebody sees it.
    fn lab(seen_as: &Matrix, colour: Colour) -> [f64; 3] {
        let to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]];
        let [x, y, z] = times(&to_xyz, times(seen_as, linear(colour)));
        let f = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
        let (x, y, z) = (f(x / 0.9505), f(y), f(z / 1.089));
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    /// ΔE*ab: 2 can just be seen side by side, 20 is another colour.
    fn difference(seen_as: &Matrix, a: Colour, b: Colour) -> f64 {
        let pairs = lab(seen_as, a).into_iter().zip(lab(seen_as, b));
        pairs.map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    }

    #[test]
    fn no_class_of_one_ramp_looks_like_any_of_the_other_whatever_cones_somebody_lacks() {
        for (who, seen_as) in
            [("all", AS_IT_IS), ("protan", PROTANOPIA), ("deutan", DEUTERANOPIA), ("tritan", TRITANOPIA)]
        {
            let pairs = STERK.iter().flat_map(|a| BETER.iter().map(move |b| (a, b)));
            let least = pairs.map(|(a, b)| difference(&seen_as, *a, *b)).fold(f64::INFINITY, f64::min);
            println!("{who}: ΔE at least {least:.0}");
            assert!(least > 25.0, "{who}: {least:.1}");
        }
    }

    #[test]
    fn the_classes_of_one_ramp_differ_whatever_cones_somebody_lacks() {
        for seen_as in [AS_IT_IS, PROTANOPIA, DEUTERANOPIA, TRITANOPIA] {
            for pair in [STERK, BETER].iter().flat_map(|ramp| ramp.windows(2)) {
                let told = difference(&seen_as, pair[0], pair[1]);
                assert!(told > 9.0, "{} {}: {told:.1}", pair[0].hex(), pair[1].hex());
            }
        }
    }

    #[test]
    fn legends_have_the_same_colours_as_the_map() {
        let styles = include_str!("../../ui/styles/data.css");
        for (name, ramp) in [("sterk", STERK), ("beter", BETER)] {
            for (class, colour) in (1..).zip(ramp) {
                let [r, g, b] = colour.rgb;
                let style =
                    format!(".ramp-{name}-{class} {{ --heat: rgb({r} {g} {b} / {}%); }}", colour.opacity);
                assert!(styles.contains(&style), "{style}");
            }
        }
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
        assert_eq!(Ramp::Sterk.colour(5).hex(), "#0B3566");
    }
}
