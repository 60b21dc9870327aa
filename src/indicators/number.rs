//! Numbers as people and programs write them in a table: decimal comma or point, thousands apart, percent signs, and the
//! marks for "not known" and "secret". Nothing is guessed: `1.234` is one thing or the other only when something else in
//! the file says which.

/// How the fraction of a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Decimal {
    /// `12,5`
    Comma,
    /// `12.5`
    Point,
}

/// What a cell says, before it is known how fractions are written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Seen {
    /// Nothing, or a mark for "not known".
    Missing,
    /// A mark for "secret".
    Secret,
    /// The same number either way.
    Plain(f64),
    /// A number only with this decimal sign.
    Only(Decimal, f64),
    /// One number with a comma, another with a point.
    Either {
        /// With a decimal comma.
        comma: f64,
        /// With a decimal point.
        point: f64,
    },
    /// A formula of a spreadsheet: never worked out.
    Formula,
    /// No number.
    Text,
}

/// Marks for a figure that is there but may not be told (Statistics Netherlands: `.`, `x`, -99997).
const SECRET: [&str; 6] = [".", "x", "*", "geheim", "-99997", "<5"];
/// Marks for a figure that is not there. `-` may mean nothing or none: it is never read as 0.
const MISSING: [&str; 14] =
    ["", "-", "–", "na", "n/a", "n.b.", "nb", "nan", "null", "none", "nvt", "n.v.t.", "-99995", "-99996"];
/// The longest text that can be a number.
const LONGEST: usize = 40;

/// Reads a cell.
pub fn see(cell: &str) -> Seen {
    let text = cell.trim_matches(is_blank);
    plain(text).unwrap_or_else(|| whatever(text))
}

/// The usual: digits, or digits with one comma or point in them. Says the same as [`whatever`] in a tenth of the time, which
/// millions of cells need.
fn plain(text: &str) -> Option<Seen> {
    let bytes = text.as_bytes();
    if bytes.len() > 15 || !bytes.first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let Some(at) = bytes.iter().position(|byte| !byte.is_ascii_digit()) else {
        return text.parse().ok().map(Seen::Plain);
    };
    let (whole, fraction) = (&bytes[..at], &bytes[at + 1..]);
    let sign = match bytes[at] {
        b',' => Decimal::Comma,
        b'.' => Decimal::Point,
        _ => return None,
    };
    if fraction.is_empty() || !fraction.iter().all(u8::is_ascii_digit) {
        return None;
    }
    // Three digits behind it may be a group of a thousand.
    if fraction.len() == 3 && whole.len() <= 3 && whole[0] != b'0' {
        return None;
    }
    let mut written = [0; 15];
    written[..bytes.len()].copy_from_slice(bytes);
    written[at] = b'.';
    let number = std::str::from_utf8(&written[..bytes.len()]).ok()?.parse().ok()?;
    Some(Seen::Only(sign, number))
}

/// As [`see`], whatever is written.
fn whatever(text: &str) -> Seen {
    if text.len() > LONGEST {
        return Seen::Text;
    }
    let small = text.to_lowercase();
    if MISSING.contains(&small.as_str()) {
        return Seen::Missing;
    }
    if SECRET.contains(&small.as_str()) {
        return Seen::Secret;
    }
    let bare = text.trim_start_matches('€').trim_end_matches('%').trim_matches(is_blank);
    let (minus, digits) = match bare.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, bare.strip_prefix('+').unwrap_or(bare)),
    };
    let with = |decimal| digits_of(digits, decimal).map(|number| if minus { -number } else { number });
    match (with(Decimal::Comma), with(Decimal::Point)) {
        (Some(comma), Some(point)) if same(comma, point) => Seen::Plain(point),
        (Some(comma), Some(point)) => Seen::Either { comma, point },
        (Some(comma), None) => Seen::Only(Decimal::Comma, comma),
        (None, Some(point)) => Seen::Only(Decimal::Point, point),
        (None, None) if text.starts_with(['=', '@', '+']) => Seen::Formula,
        (None, None) => Seen::Text,
    }
}

/// A cell of a column of which it is known how fractions are written: the number, a secret, nothing, or no number at all.
pub fn read(cell: &str, decimal: Decimal) -> Result<Option<f64>, Seen> {
    match (see(cell), decimal) {
        (Seen::Missing, _) => Ok(None),
        (Seen::Plain(number), _) => Ok(Some(number)),
        (Seen::Only(sign, number), decimal) if sign == decimal => Ok(Some(number)),
        (Seen::Either { comma, .. }, Decimal::Comma) => Ok(Some(comma)),
        (Seen::Either { point, .. }, Decimal::Point) => Ok(Some(point)),
        (other, _) => Err(other),
    }
}

fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{feff}' | '\u{200b}' | '"')
}

fn same(one: f64, other: f64) -> bool {
    one.to_bits() == other.to_bits()
}

/// The number these digits are with this decimal sign; groups of three may stand apart.
fn digits_of(digits: &str, decimal: Decimal) -> Option<f64> {
    let (sign, other) = match decimal {
        Decimal::Comma => (',', '.'),
        Decimal::Point => ('.', ','),
    };
    let (digits, exponent) = match digits.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, Some(exponent)),
        None => (digits, None),
    };
    let (whole, fraction) = match digits.split_once(sign) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if fraction.is_some_and(|fraction| fraction.is_empty() || !is_digits(fraction)) {
        return None;
    }
    let whole = ungrouped(whole, other)?;
    if whole.is_empty() && fraction.is_none() {
        return None;
    }
    let plain = format!("{}.{}", if whole.is_empty() { "0" } else { &whole }, fraction.unwrap_or("0"));
    let plain = match exponent {
        None => plain,
        Some(power) => {
            let short = power.strip_prefix(['-', '+']).unwrap_or(power);
            let fits = !short.is_empty() && short.len() <= 2 && is_digits(short);
            fits.then(|| format!("{plain}e{power}"))?
        }
    };
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Digits without what stands between groups of three: one kind of sign, and each group but the first whole.
fn ungrouped(whole: &str, other: char) -> Option<String> {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits(whole) {
        return Some(whole.to_owned());
    }
    let apart = whole.chars().find(|sign| !sign.is_ascii_digit())?;
    if apart != other && !matches!(apart, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’') {
        return None;
    }
    let groups: Vec<&str> = whole.split(apart).collect();
    let first = (1..=3).contains(&groups[0].len());
    let rest = groups[1..].iter().all(|group| group.len() == 3);
    // 0.123 is no thousand.
    let led = !groups[0].starts_with('0');
    (first && rest && led && groups.iter().all(|group| is_digits(group))).then(|| groups.concat())
}

/// What the cells of a column say about how its fractions are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Evidence {
    /// Cells that are a number only with a comma.
    pub comma: usize,
    /// Cells that are a number only with a point.
    pub point: usize,
    /// Cells that are a number either way, and not the same.
    pub either: usize,
}

impl Evidence {
    /// Takes a cell into account.
    pub fn add(&mut self, seen: Seen) {
        match seen {
            Seen::Only(Decimal::Comma, _) => self.comma += 1,
            Seen::Only(Decimal::Point, _) => self.point += 1,
            Seen::Either { .. } => self.either += 1,
            _ => {}
        }
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            comma: self.comma + other.comma,
            point: self.point + other.point,
            either: self.either + other.either,
        }
    }

    /// How fractions are written, where the cells say it; where they do not, nothing.
    pub fn says(self) -> Option<Decimal> {
        match (self.comma, self.point) {
            (0, 0) => None,
            (comma, point) if comma > point => Some(Decimal::Comma),
            (comma, point) if point > comma => Some(Decimal::Point),
            _ => None,
        }
    }

    /// Whether somebody must say how fractions are written.
    pub fn must_ask(self) -> bool {
        self.says().is_none() && self.either + self.comma + self.point > 0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_written_in_dutch_and_in_english() {
        for (cell, seen) in [
            ("    78.2", Seen::Only(Decimal::Point, 78.2)),
            ("12,5", Seen::Only(Decimal::Comma, 12.5)),
            ("12,5 %", Seen::Only(Decimal::Comma, 12.5)),
            ("€ 1.234,50", Seen::Only(Decimal::Comma, 1234.5)),
            ("1,234.50", Seen::Only(Decimal::Point, 1234.5)),
            ("1 234 567", Seen::Plain(1_234_567.0)),
            ("1\u{a0}234,5", Seen::Only(Decimal::Comma, 1234.5)),
            ("1.234", Seen::Either { comma: 1234.0, point: 1.234 }),
            ("1.234.567", Seen::Only(Decimal::Comma, 1_234_567.0)),
            ("0.123", Seen::Only(Decimal::Point, 0.123)),
            ("-7", Seen::Plain(-7.0)),
            ("\u{2212}7", Seen::Plain(-7.0)),
            (",5", Seen::Only(Decimal::Comma, 0.5)),
            ("1e3", Seen::Plain(1000.0)),
            ("\u{feff}42", Seen::Plain(42.0)),
        ] {
            assert_eq!(see(cell), seen, "{cell}");
        }
    }

    #[test]
    fn marks_are_no_numbers_and_a_dash_is_not_zero() {
        for cell in ["", "  ", "-", "NA", "n.b.", "NaN", "-99995"] {
            assert_eq!(see(cell), Seen::Missing, "{cell}");
        }
        for cell in [".", "x", "X", "*", "geheim", "-99997", "<5"] {
            assert_eq!(see(cell), Seen::Secret, "{cell}");
        }
        assert_eq!(see("0"), Seen::Plain(0.0));
    }

    #[test]
    fn a_formula_is_named_and_never_worked_out() {
        for cell in ["=1+1", "=cmd|' /C calc'!A0", "@SUM(1+9)", "+1+1", "=HYPERLINK(\"http://x\")"] {
            assert_eq!(see(cell), Seen::Formula, "{cell}");
        }
        for cell in ["1+1", "inf", "12 apen", "1,2,3", "1..2", "--5", "1e999", "0x10", "１２"] {
            assert_eq!(see(cell), Seen::Text, "{cell}");
        }
    }

    #[test]
    fn what_can_be_two_numbers_is_asked_unless_another_cell_says_which() {
        let of = |cells: &[&str]| {
            cells.iter().fold(Evidence::default(), |mut known, cell| {
                known.add(see(cell));
                known
            })
        };
        assert_eq!(of(&["1.234", "12,5"]).says(), Some(Decimal::Comma));
        assert_eq!(of(&["1.234", "12.5"]).says(), Some(Decimal::Point));
        assert!(of(&["1.234", "5.678"]).must_ask());
        assert!(of(&["12,5", "12.5"]).must_ask());
        assert!(!of(&["1", "2", "x"]).must_ask());
    }

    fn written(cents: i64, decimal: char, apart: &str) -> String {
        let (whole, fraction) = (cents.abs() / 100, cents.abs() % 100);
        let digits = whole.to_string();
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at) % 3 == 0 {
                grouped.push_str(apart);
            }
            grouped.push(digit);
        }
        format!("{}{grouped}{decimal}{fraction:02}", if cents < 0 { "-" } else { "" })
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_back(cents in -10_000_000_000_i64..10_000_000_000) {
            #[allow(clippy::cast_precision_loss)]
            let number = cents as f64 / 100.0;
            for (decimal, sign, aparts) in
                [(Decimal::Comma, ',', ["", ".", " ", "\u{a0}"]), (Decimal::Point, '.', ["", ",", " ", "'"])]
            {
                for apart in aparts {
                    let text = written(cents, sign, apart);
                    prop_assert_eq!(read(&text, decimal), Ok(Some(number)), "{}", text);
                    prop_assert_eq!(read(&format!("  {text} \u{a0}"), decimal), Ok(Some(number)));
                }
            }
        }

        #[test]
        fn the_quick_way_says_the_same(cell in "[0-9]{1,7}[,. ]?[0-9]{0,6}") {
            if let Some(quick) = plain(&cell) {
                prop_assert_eq!(quick, whatever(&cell), "{}", cell);
            }
        }

        #[test]
        fn nothing_that_is_no_number_becomes_one(cell in "\\PC*") {
            if let Seen::Plain(number) | Seen::Only(_, number) = see(&cell) {
                prop_assert!(number.is_finite());
                prop_assert!(cell.chars().any(|sign| sign.is_ascii_digit()));
                prop_assert!(!cell.chars().any(|sign| sign.is_alphabetic() && !matches!(sign, 'e' | 'E')));
            }
        }

        #[test]
        fn both_readings_of_what_can_be_two_are_kept(whole in 1_u32..1000, rest in 0_u32..1000) {
            let cell = format!("{whole}.{rest:03}");
            match see(&cell) {
                Seen::Either { comma, point } => {
                    prop_assert!(same(comma, f64::from(whole * 1000 + rest)));
                    prop_assert!((point - f64::from(whole) - f64::from(rest) / 1000.0).abs() < 1e-9);
                }
                other => prop_assert!(false, "{} is {:?}", cell, other),
            }
        }
    }
}
