//! Where a table writes its places: east and north in two columns, whatever people and programs call these, or both in one
//! cell, as field apps and databases do.

use super::number;
use super::read::{Cell, Record, point_in_hex};

/// Heads of two columns, east first: the words that say so. The rest of both heads is the same.
const WORDS: [(&str, &str); 12] = [
    ("longitude", "latitude"),
    ("lengtegraad", "breedtegraad"),
    ("lon", "lat"),
    ("lng", "lat"),
    ("long", "lat"),
    ("lengte", "breedte"),
    ("x", "y"),
    ("xcoord", "ycoord"),
    ("xcoordinaat", "ycoordinaat"),
    ("rdx", "rdy"),
    ("easting", "northing"),
    ("oost", "noord"),
];
/// So many of these are in degrees.
const IN_DEGREES: usize = 6;
/// The longest cell in which a place is looked for.
const LONGEST: usize = 400;

/// Numbers between two.
type Range = std::ops::RangeInclusive<f64>;

/// Degrees east and north, and metres, of places in the Netherlands: no number is of two of these.
const EAST: Range = 3.0..=7.5;
const NORTH: Range = 50.0..=54.0;
const X: Range = 0.0..=300_000.0;
const Y: Range = 300_000.0..=630_000.0;

/// The columns with places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// East and north each in a column of their own.
    Columns {
        /// East.
        east: usize,
        /// North.
        north: usize,
        /// Their heads say that they are degrees.
        degrees: bool,
    },
    /// Both in one cell.
    Together(usize),
}

impl Place {
    /// The columns that it takes.
    pub fn columns(self) -> Vec<usize> {
        match self {
            Self::Columns { east, north, .. } => vec![east, north],
            Self::Together(at) => vec![at],
        }
    }

    /// Whether the heads say that it is in degrees.
    pub fn is_degrees(self) -> bool {
        matches!(self, Self::Columns { degrees: true, .. })
    }

    /// The two numbers of a row, east first, whatever they mean.
    pub fn of(self, record: &Record<'_>) -> Option<(f64, f64)> {
        let (east, north) = match self {
            Self::Columns { east, north, .. } => (east, north),
            Self::Together(at) => return in_cell(&record.text(at)),
        };
        let number = |at: usize, degrees: &Range, metres: &Range| match record.cells.get(at)? {
            Cell::Number(number) => Some(*number),
            Cell::Text(text) => match number::see(text) {
                number::Seen::Plain(number) | number::Seen::Only(_, number) => Some(number),
                // Of two readings at most one is a place in the Netherlands.
                number::Seen::Either { comma, point } => {
                    let both = [comma, point];
                    let fits = |range: &Range| both.into_iter().find(|number| range.contains(number));
                    fits(degrees).or_else(|| fits(metres)).or(Some(point))
                }
                _ => None,
            },
        };
        Some((number(east, &EAST, &X)?, number(north, &NORTH, &Y)?)).filter(|(x, y)| is_place(*x, *y))
    }
}

/// Whether two numbers can be a place at all. Where programs know none they write 0 and 0, the same number twice, no number, or
/// a mark such as -99997; in the Netherlands no place has a zero, or the same number east and north.
pub fn is_place(x: f64, y: f64) -> bool {
    let is_told =
        |number: f64| number != 0.0 && matches!(number::number_seen(number), number::Seen::Plain(_));
    is_told(x) && is_told(y) && x.to_bits() != y.to_bits()
}

/// The words of a head: `_plek_latitude`, `plek-Latitude` and `plek.latitude` are the same.
fn words(head: &str) -> Vec<String> {
    let small = head.to_lowercase();
    let words = small.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The two columns with places, by their heads; the first where there are several.
pub fn in_columns(heads: &[String]) -> Option<Place> {
    let all: Vec<Vec<String>> = heads.iter().map(|head| words(head)).collect();
    for (which, (east, north)) in WORDS.iter().enumerate() {
        for (at, head) in all.iter().enumerate() {
            for (place, word) in head.iter().enumerate() {
                if word != north {
                    continue;
                }
                let mut wanted = head.clone();
                (*east).clone_into(&mut wanted[place]);
                if let Some(partner) = all.iter().position(|other| *other == wanted) {
                    return Some(Place::Columns { east: partner, north: at, degrees: which < IN_DEGREES });
                }
            }
        }
        // In one word with what stands in front: gpsLatitude.
        if which < 2 {
            let small: Vec<String> = heads.iter().map(|head| head.trim().to_lowercase()).collect();
            let found = small.iter().enumerate().find_map(|(at, head)| {
                let wanted = format!("{}{east}", head.strip_suffix(north)?);
                Some((small.iter().position(|other| *other == wanted)?, at))
            });
            if let Some((east, north)) = found {
                return Some(Place::Columns { east, north, degrees: true });
            }
        }
    }
    None
}

/// A place that is written in one cell, east first: `POINT (4.93 52.35)`, GeoJSON, or north and east as field apps write them
/// (ODK: `52.35 4.93 0 5`, Kobo: `[52.35, 4.93]`). What cannot be a place in the Netherlands is none.
pub fn in_cell(cell: &str) -> Option<(f64, f64)> {
    if cell.len() > LONGEST || !cell.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fits = |east: f64, north: f64| {
        EAST.contains(&east) && NORTH.contains(&north) || X.contains(&east) && Y.contains(&north)
    };
    if let Some(at) = point_in_hex(cell) {
        return fits(at.x, at.y).then_some((at.x, at.y));
    }
    let small = cell.to_ascii_lowercase();
    let inside = if let Some((_, behind)) = small.split_once("coordinates") {
        behind.split('[').nth(1)?.split(']').next()?
    } else if let Some((_, behind)) = small.split_once("point") {
        behind.split('(').next_back()?.split(')').next()?
    } else {
        small.strip_prefix("geo:").unwrap_or(&small)
    };
    let inside = inside.trim_matches(|sign: char| {
        sign.is_whitespace() || matches!(sign, '[' | ']' | '(' | ')' | '"' | '\'')
    });
    let pieces: Vec<&str> = inside
        .split(|sign: char| sign.is_whitespace() || sign == ';')
        .map(|piece| piece.trim_matches([',', '"', '\'']))
        .filter(|piece| !piece.is_empty())
        .collect();
    let (first, second) = match pieces.as_slice() {
        [one] => one.split_once(',').filter(|(_, rest)| !rest.is_empty())?,
        [one, two] | [one, two, _] | [one, two, _, _] => (*one, *two),
        _ => return None,
    };
    // One comma in a number is a decimal sign; the rest behind a second one is a height.
    let number =
        |text: &str| text.split_once(',').map_or(text.parse(), |(a, b)| format!("{a}.{b}").parse()).ok();
    let second = if pieces.len() == 1 { second.split(',').next()? } else { second };
    let (first, second): (f64, f64) = (number(first)?, number(second)?);
    if fits(first, second) { Some((first, second)) } else { fits(second, first).then_some((second, first)) }
}

/// Whether two whole numbers are degrees in the Netherlands once the decimal sign is put back that somebody lost. Numbers that
/// can be RD metres are so only where the heads say that they are degrees.
pub fn lost_decimals(east: f64, north: f64, are_degrees: bool) -> bool {
    if X.contains(&east) && Y.contains(&north) && !are_degrees {
        return false;
    }
    let lost = |number: f64, range: &Range| {
        // Two digits and more: 52 is a place, 5235 is none.
        number.fract() == 0.0 && (2..16).any(|power| range.contains(&(number / 10_f64.powi(power))))
    };
    let is_place = |number: f64, range: &Range| range.contains(&number);
    (lost(east, &EAST) && (lost(north, &NORTH) || is_place(north, &NORTH)))
        || (is_place(east, &EAST) && lost(north, &NORTH))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(heads: &[&str]) -> Option<(usize, usize, bool)> {
        let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
        match in_columns(&heads)? {
            Place::Columns { east, north, degrees } => Some((east, north, degrees)),
            Place::Together(_) => None,
        }
    }

    #[test]
    fn two_columns_with_places_are_known_by_the_heads_that_programs_give_them() {
        for heads in [
            ["id", "lat", "lon"],
            ["id", "Latitude", "Longitude"],
            ["id", "plek-Latitude", "plek-Longitude"],
            ["id", "_plek_latitude", "_plek_longitude"],
            ["id", "lat_1_Location", "long_1_Location"],
            ["id", "gps.location:Latitude", "gps.location:Longitude"],
            ["id", "gpsLatitude", "gpsLongitude"],
            ["id", "breedtegraad", "lengtegraad"],
            ["id", "GPS breedte", "GPS lengte"],
        ] {
            assert_eq!(columns(&heads), Some((2, 1, true)), "{heads:?}");
        }
        for heads in [
            ["id", "Y", "X"],
            ["id", "rd_y", "rd_x"],
            ["id", "y_rd", "x_rd"],
            ["id", "Y_COORDINAAT", "X_COORDINAAT"],
        ] {
            assert_eq!(columns(&heads), Some((2, 1, false)), "{heads:?}");
        }
        let kobo = ["plek", "_plek_latitude", "_plek_longitude", "_plek_altitude", "huis_latitude"];
        assert_eq!(columns(&kobo), Some((2, 1, true)));
        assert_eq!(columns(&["id", "plaat", "lengte"]), None);
        assert_eq!(columns(&["a_lat", "b_lon"]), None);
    }

    #[test]
    fn a_place_in_one_cell_is_read_as_apps_and_databases_write_it() {
        for cell in [
            "52.35 4.9295 0 0",
            "52.35 4.9295 0.0 12.5",
            "52.35 4.9295",
            "52.35,4.9295",
            "52.35, 4.9295",
            "[52.35, 4.9295]",
            "[\"52.35\", \"4.9295\"]",
            "52,35 4,9295",
            "52,35; 4,9295",
            "4.9295, 52.35",
            "geo:52.35,4.9295",
            "POINT (4.9295 52.35)",
            "SRID=4326;POINT(4.9295 52.35)",
            "POINT Z (4.9295 52.35 1.5)",
            "0101000020E61000002B8716D9CEB71340CDCCCCCCCC2C4A40",
            "{\"type\": \"Point\", \"coordinates\": [4.9295, 52.35]}",
            "{\"coordinates\":[4.9295,52.35,0],\"type\":\"Point\"}",
        ] {
            assert_eq!(in_cell(cell), Some((4.9295, 52.35)), "{cell}");
        }
        assert_eq!(in_cell("POINT(123810 484780)"), Some((123_810.0, 484_780.0)));
        for cell in [
            "",
            "0 0 0 0",
            "12 34",
            "1,5",
            "52.35",
            "kwart over 5",
            "LINESTRING(4.9 52.3, 4.8 52.3)",
            "5 52 1 1 1",
        ] {
            assert_eq!(in_cell(cell), None, "{cell}");
        }
    }

    #[test]
    fn degrees_without_their_decimal_sign_are_seen() {
        assert!(lost_decimals(49_303_824.0, 523_503_593.0, false));
        assert!(lost_decimals(49_295.0, 5235.0, true));
        assert!(lost_decimals(4.93, 523_503_593.0, false));
        assert!(lost_decimals(49_304.0, 523_503.0, true), "the heads say that these are degrees");
        assert!(!lost_decimals(123_810.0, 484_780.0, false) && !lost_decimals(49_304.0, 523_503.0, false));
        assert!(
            !lost_decimals(4.93, 52.35, true)
                && !lost_decimals(5.0, 52.0, true)
                && !lost_decimals(0.0, 0.0, true)
        );
    }
}
