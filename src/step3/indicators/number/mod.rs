//! Numbers as people and programs write them in a table: decimal comma or point, thousands apart, percent signs, and the
//! marks for "not known" and "secret". Nothing is guessed: `1.234` is one thing or the other only when something else in
//! the file says which.

mod date;

use super::read::is_nothing;

pub use date::{is_date, is_short, is_turned};

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

/// Marks for a figure that is there but may not be told.
const SECRET: [&str; 5] = [".", "x", "*", "geheim", "<5"];
/// Marks for a figure that is not there. `-` may mean nothing or none: it is never read as 0.
const MISSING: [&str; 12] = ["", "-", "–", "na", "n/a", "n.b.", "nb", "nan", "null", "none", "nvt", "n.v.t."];
/// Statistics Netherlands writes marks as numbers from -99999 to -99990, in older files with three nines more. The one with
/// a 7 at its end is "secret"; all others say that the figure is not there.
const MARKS: [std::ops::RangeInclusive<i64>; 2] = [-99_999..=-99_990, -99_999_999..=-99_999_990];
/// The longest text that can be a number.
const LONGEST: usize = 40;

/// Reads a cell.
pub fn see(cell: &str) -> Seen {
    let text = cell.trim_matches(is_blank);
    match plain(text).unwrap_or_else(|| whatever(text)) {
        Seen::Plain(number) | Seen::Only(_, number) if mark(number).is_some() => number_seen(number),
        seen => seen,
    }
}

/// What a number of a format that has numbers says: itself, or a mark.
pub fn number_seen(number: f64) -> Seen {
    if !number.is_finite() {
        return Seen::Missing;
    }
    mark(number).unwrap_or(Seen::Plain(number))
}

/// The mark that a number is, if it is one.
fn mark(number: f64) -> Option<Seen> {
    // Most numbers are no marks, and say so at once.
    if number > -99_989.0 || number.fract() != 0.0 || number < -1e9 {
        return None;
    }
    // Checked just now.
    #[allow(clippy::cast_possible_truncation)]
    let whole = number as i64;
    let is_mark = MARKS.iter().any(|marks| marks.contains(&whole));
    is_mark.then_some(if whole % 10 == -7 { Seen::Secret } else { Seen::Missing })
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
    // A round amount as the Dutch write it.
    let round = [",-", ",--", ",–", ",—"].into_iter().find_map(|end| bare.strip_suffix(end));
    let bare = round.unwrap_or(bare);
    let (minus, digits) = match bare.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, bare.strip_prefix('+').unwrap_or(bare)),
    };
    let with = |decimal| {
        let fits = round.is_none() || decimal == Decimal::Comma && !digits.contains(',');
        let number = fits.then(|| digits_of(digits, decimal)).flatten();
        number.map(|number| if minus { -number } else { number })
    };
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
        (Seen::Only(sign, number), decimal) if sign == decimal => Ok(Some(number)),
        (Seen::Either { comma, .. }, Decimal::Comma) => read_number(comma),
        (Seen::Either { point, .. }, Decimal::Point) => read_number(point),
        (seen, _) => settled(seen),
    }
}

/// A number of a format that has numbers: itself, a secret, or nothing.
pub fn read_number(number: f64) -> Result<Option<f64>, Seen> {
    settled(number_seen(number))
}

fn settled(seen: Seen) -> Result<Option<f64>, Seen> {
    match seen {
        Seen::Missing => Ok(None),
        Seen::Plain(number) => Ok(Some(number)),
        other => Err(other),
    }
}

fn is_blank(sign: char) -> bool {
    is_nothing(sign) || sign == '"'
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
mod tests;
