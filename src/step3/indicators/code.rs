//! Codes of areas and squares as Statistics Netherlands writes them. Nothing is guessed: what does not fit is said to.

use super::Level;
use super::read::is_nothing;
use crate::place::buurt::one_form;

/// A code that says which area it is of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AreaCode {
    /// What kind of area.
    pub level: Level,
    /// Written in full, in capitals: `BU0363MM05`, `WK0363MM`, `GM0363`.
    pub code: String,
}

/// Why a cell is no code of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoCode {
    /// Nothing is in it.
    Empty,
    /// Digits that have lost the zeros in front, as a spreadsheet does.
    LostZeros,
    /// A whole country or province: not used.
    TooLarge,
    /// Anything else.
    Unknown,
}

/// Reads a code. `known` says whether it is the code of a buurt that was imported here, whatever it looks like.
///
/// # Errors
/// Why it is none.
pub fn read(cell: &str, known: impl Fn(&str) -> bool) -> Result<AreaCode, NoCode> {
    let code = cell.trim_matches(is_nothing);
    if code.is_empty() {
        return Err(NoCode::Empty);
    }
    if known(code) {
        return Ok(AreaCode { level: Level::Buurt, code: code.to_owned() });
    }
    let code = code.to_ascii_uppercase();
    if known(&code) {
        return Ok(AreaCode { level: Level::Buurt, code });
    }
    let bare = |level, start: &str| Ok(AreaCode { level, code: format!("{start}{code}") });
    let all_digits = code.bytes().all(|byte| byte.is_ascii_digit());
    match (code.get(..2), code.len()) {
        (Some("BU"), 10) if is_cbs(&code) => Ok(AreaCode { level: Level::Buurt, code }),
        (Some("WK"), 8) if is_cbs(&code) => Ok(AreaCode { level: Level::Wijk, code }),
        (Some("GM"), 6) if is_cbs(&code) => Ok(AreaCode { level: Level::Gemeente, code }),
        (Some("NL" | "PV" | "LD" | "CR"), 3..=4) => Err(NoCode::TooLarge),
        (_, 8) if all_digits => bare(Level::Buurt, "BU"),
        (_, 6) if all_digits => bare(Level::Wijk, "WK"),
        (_, 4) if all_digits => bare(Level::Gemeente, "GM"),
        (_, 7 | 5 | 3) if all_digits => Err(NoCode::LostZeros),
        _ => Err(NoCode::Unknown),
    }
}

/// Two letters, four digits of the municipality, then letters and digits.
fn is_cbs(code: &str) -> bool {
    let (letters, rest) = code.split_at(2);
    letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && rest.bytes().take(4).all(|byte| byte.is_ascii_digit())
        && rest.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

/// The wijk and the municipality in which a buurt lies, as its own code says it; nothing for a code of another kind.
pub fn around(buurt: &str) -> Option<(String, String)> {
    let buurt = &*one_form(buurt);
    let shaped = buurt.is_ascii() && buurt.len() == 10 && is_cbs(buurt);
    shaped.then(|| (format!("WK{}", &buurt[2..8]), format!("GM{}", &buurt[2..6])))
}

/// The south-west corner of a square in RD metres, from a code such as `E1234N4867` (hundreds of metres) or
/// `E123400N486700` (metres).
pub fn corner(cell: &str) -> Option<(i64, i64)> {
    let code = cell.trim_matches(is_nothing);
    let rest = code.strip_prefix(['E', 'e'])?;
    let (east, north) = rest.split_once(['N', 'n'])?;
    let metres = |text: &str| {
        let number = text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<i64>().ok())??;
        match text.len() {
            4 => Some(number * 100),
            6 => (number % 100 == 0).then_some(number),
            _ => None,
        }
    };
    let (x, y) = (metres(east)?, metres(north)?);
    if east.len() != north.len() {
        return None;
    }
    ((0..=300_000).contains(&x) && (300_000..=630_000).contains(&y)).then_some((x, y))
}

/// The code of a square by its south-west corner.
pub fn square(x: i64, y: i64) -> String {
    format!("E{:04}N{:04}", x / 100, y / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(cell: &str) -> Result<(Level, String), NoCode> {
        read(cell, |code| code == "FB08").map(|area| (area.level, area.code))
    }

    #[test]
    fn a_code_says_its_level_with_or_without_letters_in_front() {
        assert_eq!(area("BU0363MM05  "), Ok((Level::Buurt, "BU0363MM05".into())));
        assert_eq!(area("bu03630000"), Ok((Level::Buurt, "BU03630000".into())));
        assert_eq!(area("\u{feff}WK036300"), Ok((Level::Wijk, "WK036300".into())));
        assert_eq!(area("GM0363"), Ok((Level::Gemeente, "GM0363".into())));
        assert_eq!(area("03630001"), Ok((Level::Buurt, "BU03630001".into())));
        assert_eq!(area("036300"), Ok((Level::Wijk, "WK036300".into())));
        assert_eq!(
            area("FB08"),
            Ok((Level::Buurt, "FB08".into())),
            "imported under a code of the city itself"
        );
    }

    #[test]
    fn what_is_no_code_says_why() {
        for (cell, why) in [
            ("", NoCode::Empty),
            ("   ", NoCode::Empty),
            ("3630001", NoCode::LostZeros),
            ("NL00", NoCode::TooLarge),
            ("NL01", NoCode::TooLarge),
            ("FB09", NoCode::Unknown),
            ("BU0363", NoCode::Unknown),
            ("BUX363MM05", NoCode::Unknown),
            ("BUé63MM05", NoCode::Unknown),
            ("=BU0363", NoCode::Unknown),
        ] {
            assert_eq!(area(cell), Err(why), "{cell}");
        }
    }

    #[test]
    fn wijk_and_gemeente_follow_from_the_code_of_a_buurt() {
        assert_eq!(around("BU0363MM05"), Some(("WK0363MM".into(), "GM0363".into())));
        assert_eq!(around("bu0363mm05"), around("BU0363MM05"));
        assert_eq!(around("BU0001"), None);
        assert_eq!(around("BUABCDEFGH"), None);
    }

    #[test]
    fn a_square_is_known_by_its_corner() {
        assert_eq!(corner(" E1234N4867 "), Some((123_400, 486_700)));
        assert_eq!(corner("E123400N486700"), Some((123_400, 486_700)), "the same in metres");
        assert_eq!(square(123_400, 486_700), "E1234N4867");
        for wrong in [
            "",
            "E12N48",
            "E1234",
            "N4867E1234",
            "E9999N4867",
            "E1234N0001",
            "E１２34N4867",
            "E123450N486700",
        ] {
            assert_eq!(corner(wrong), None, "{wrong}");
        }
    }
}
