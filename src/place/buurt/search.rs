//! Finding a street or place of the neighbourhood by name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::model::{Class, Feature, Geometry, PlaceKind, Plattegrond, Position};

/// Something with a name, and a point that stands for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// As on the map.
    pub name: String,
    /// What it is.
    pub kind: NamedKind,
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

/// What a name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NamedKind {
    /// A street, road or path.
    Street,
    /// A park, square or sports ground.
    Area,
    /// A canal, pond or river.
    Water,
    /// A place of a kind.
    Place(PlaceKind),
}

/// All names of one plattegrond, sorted, each once.
#[derive(Debug, Clone, PartialEq)]
pub struct Index {
    entries: Vec<Named>,
}

impl Index {
    /// Collects the names. All pieces of one street are one entry, on the middle of its longest piece; places of one
    /// kind and name (the two sides of a stop) are one entry too.
    pub fn new(plattegrond: &Plattegrond) -> Self {
        let mut best: BTreeMap<(String, NamedKind), (f64, Position, String)> = BTreeMap::new();
        for feature in &plattegrond.features {
            let Some((name, kind)) = named(feature) else { continue };
            let (length, position) = standing_point(&feature.geometry);
            let entry =
                best.entry((words(name).join(" "), kind)).or_insert((-1.0, position, name.to_owned()));
            if length > entry.0 {
                *entry = (length, position, name.to_owned());
            }
        }
        let entries =
            best.into_iter().map(|((_, kind), (_, [lon, lat], name))| Named { name, kind, lon, lat });
        Self { entries: entries.collect() }
    }

    /// Everything, in alphabetical order.
    pub fn all(&self) -> impl Iterator<Item = &Named> {
        self.entries.iter()
    }

    /// As [`ranked`].
    pub fn search(&self, query: &str) -> Vec<&Named> {
        let found = ranked(self.entries.iter().map(|named| named.name.as_str()), query);
        found.into_iter().map(|at| &self.entries[at]).collect()
    }
}

/// Which names hold every word of the query, without regard to case or accents: those that begin with the query first,
/// then those of which words begin with it, then those that hold it inside a word ("straat" in "Mandenmakersstraat"). An
/// empty query finds everything.
pub fn ranked<'a>(names: impl Iterator<Item = &'a str>, query: &str) -> Vec<usize> {
    let query = words(query);
    let whole = query.join(" ");
    let rank = |name: &[String]| {
        let all =
            |fits: fn(&str, &str) -> bool| query.iter().all(|part| name.iter().any(|word| fits(word, part)));
        if name.join(" ").starts_with(&whole) {
            Some(0)
        } else if all(|word, part| word.starts_with(part)) {
            Some(1)
        } else {
            all(|word, part| word.contains(part)).then_some(2)
        }
    };
    let mut found: Vec<(u8, usize)> =
        names.enumerate().filter_map(|(at, name)| Some((rank(&words(name))?, at))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

fn named(feature: &Feature) -> Option<(&str, NamedKind)> {
    let name = feature.properties.name.as_deref().map(str::trim).filter(|name| !name.is_empty())?;
    let kind = match feature.properties.class {
        class if class.is_street() => NamedKind::Street,
        Class::Place => NamedKind::Place(feature.properties.place_kind()?),
        Class::Water | Class::Waterway => NamedKind::Water,
        Class::Green | Class::Wood | Class::Sport | Class::Square => NamedKind::Area,
        _ => return None,
    };
    Some((name, kind))
}

/// How large a piece is (only to compare with other pieces), and a point on it.
fn standing_point(geometry: &Geometry) -> (f64, Position) {
    if let Geometry::Point(position) = geometry {
        return (0.0, *position);
    }
    let longest = geometry.lines().map(|line| (length(line), line)).max_by(|a, b| a.0.total_cmp(&b.0));
    let Some((length, line)) = longest else { return (0.0, [0.0, 0.0]) };
    let area = matches!(geometry, Geometry::Polygon(_) | Geometry::MultiPolygon(_));
    (length, if area { middle_of_ring(line) } else { halfway(line, length) })
}

/// In degrees with the shrinking of longitudes taken into account: good enough to compare.
fn length(line: &[Position]) -> f64 {
    line.windows(2).map(|pair| step(pair[0], pair[1])).sum()
}

fn step(a: Position, b: Position) -> f64 {
    ((b[0] - a[0]) * a[1].to_radians().cos()).hypot(b[1] - a[1])
}

fn halfway(line: &[Position], length: f64) -> Position {
    let mut left = length / 2.0;
    for pair in line.windows(2) {
        let piece = step(pair[0], pair[1]);
        if piece > 0.0 && left <= piece {
            let part = left / piece;
            return [0, 1].map(|axis| round6(pair[0][axis] + (pair[1][axis] - pair[0][axis]) * part));
        }
        left -= piece;
    }
    line.last().copied().unwrap_or([0.0, 0.0])
}

/// A point inside the ring: the middle of the longest stretch of a level line through the ring's middle height.
fn middle_of_ring(ring: &[Position]) -> Position {
    let lats = ring.iter().map(|position| position[1]);
    let (south, north) = lats.fold((f64::MAX, f64::MIN), |(low, high), lat| (low.min(lat), high.max(lat)));
    let level = f64::midpoint(south, north);
    let mut crossings: Vec<f64> = ring
        .windows(2)
        .filter(|pair| (pair[0][1] > level) != (pair[1][1] > level))
        .map(|pair| pair[0][0] + (level - pair[0][1]) / (pair[1][1] - pair[0][1]) * (pair[1][0] - pair[0][0]))
        .collect();
    crossings.sort_by(f64::total_cmp);
    let widest = crossings.chunks_exact(2).max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])));
    widest.map_or_else(
        || ring.first().copied().unwrap_or([0.0, 0.0]),
        |pair| [round6(f64::midpoint(pair[0], pair[1])), round6(level)],
    )
}

fn round6(degrees: f64) -> f64 {
    (degrees * 1e6).round() / 1e6
}

/// The words of a name in small letters without accents.
fn words(text: &str) -> Vec<String> {
    let folded: String = text.chars().flat_map(char::to_lowercase).flat_map(fold).collect();
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A letter without its accent: the Latin letters of European street names; combining accents vanish.
fn fold(letter: char) -> impl Iterator<Item = char> {
    let plain = match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ť' | 'ţ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ž' | 'ż' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'ĳ' => "ij",
        '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' => "",
        _ => return (Some(letter)).into_iter().chain("".chars()),
    };
    None.into_iter().chain(plain.chars())
}

impl Plattegrond {
    /// The names on this plattegrond.
    pub fn index(&self) -> Index {
        Index::new(self)
    }
}
