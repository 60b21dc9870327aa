//! A figure as people read it: `12,5%`, `1.234`, `geheim`.

use super::Figure;
use crate::platform::texts::t;

/// A number in Dutch: a decimal comma, points between thousands, at most two digits behind the comma.
pub fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    let plain = format!("{:.2}", rounded.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    let fraction = fraction.trim_end_matches('0');
    let sign = if rounded < 0.0 { "−" } else { "" };
    if fraction.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped},{fraction}") }
}

/// A number with its unit.
pub fn with_unit(value: f64, unit: &str) -> String {
    match unit {
        "" | "aantal" => number(value),
        "%" => format!("{}%", number(value)),
        "euro" | "€" => {
            let text = number(value);
            // € 640,50 and not € 640,5.
            let cents = text.split_once(',').is_some_and(|(_, cents)| cents.len() == 1);
            format!("€ {text}{}", if cents { "0" } else { "" })
        }
        unit => format!("{} {unit}", number(value)),
    }
}

/// A figure in words: its value with its unit, secret, or not known.
pub fn shown(figure: &Figure) -> String {
    match figure.value {
        Some(value) => with_unit(value, &figure.indicator.unit),
        None if figure.secret => t("indicators-secret"),
        None => t("indicators-nothing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_reads_as_people_write_it() {
        for (value, text) in [
            (78.2, "78,2"),
            (1234.0, "1.234"),
            (-1_234_567.891, "−1.234.567,89"),
            (0.0, "0"),
            (-0.001, "0"),
            (5.5, "5,5"),
            (100.0, "100"),
        ] {
            assert_eq!(number(value), text);
        }
        assert_eq!(with_unit(12.5, "%"), "12,5%");
        assert_eq!([with_unit(640.5, "euro"), with_unit(650.0, "€")], ["€ 640,50", "€ 650"]);
        assert_eq!(with_unit(300.0, "x 1 000 euro"), "300 x 1 000 euro");
    }
}
