//! Shapes of a GeoPackage: a short head and Well-Known Binary (OGC 06-103r4, 8.2). Read here rather than by a crate because
//! a count in a stranger's file must not decide how much memory is taken.

use geo::{Coord, LineString, MultiPolygon, Polygon};

/// The most corners of one shape.
const MOST_CORNERS: usize = 200_000;

/// A shape in the coordinates of the file.
#[derive(Debug, Clone, PartialEq)]
pub enum Geometry {
    /// A place.
    Point(geo::Coord),
    /// An area.
    Area(geo::MultiPolygon),
    /// Several places: none of them is that of the row.
    Several,
    /// A line or something else that is no area and no place, by its kind.
    Other(&'static str),
}

/// What a shape that is neither a place nor an area is called (OGC 06-103r4, table 7).
fn name(kind: u32) -> &'static str {
    match kind {
        2 => "LineString",
        5 => "MultiLineString",
        7 => "GeometryCollection",
        8 => "CircularString",
        9 => "CompoundCurve",
        10 => "CurvePolygon",
        11 => "MultiCurve",
        12 => "MultiSurface",
        _ => "Geometry",
    }
}

/// Reads a geometry column of a GeoPackage; nothing where it is empty, or damaged.
pub fn geometry(blob: &[u8]) -> Option<Geometry> {
    let head = blob.get(..8)?;
    let flags = head[3];
    if &head[..2] != b"GP" || flags & 0b0001_0000 != 0 {
        return None;
    }
    let envelope = match (flags >> 1) & 0b111 {
        0 => 0,
        1 => 32,
        2 | 3 => 48,
        4 => 64,
        _ => return None,
    };
    let mut reader = Reader { bytes: blob.get(8 + envelope..)?, little: true, corners: 0 };
    reader.geometry()
}

/// A point in hexadecimal, as databases with shapes write one in a table; nothing for any other text.
pub fn point_in_hex(text: &str) -> Option<Coord> {
    // A byte for the order, four for the kind, four for the system where there is one, and the numbers.
    if !(42..=66).contains(&text.len()) || !(text.starts_with("01") || text.starts_with("00")) {
        return None;
    }
    let bytes = hex::decode(text).ok()?;
    let mut reader = Reader { bytes: &bytes, little: true, corners: 0 };
    match reader.geometry()? {
        Geometry::Point(at) => Some(at),
        _ => None,
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    little: bool,
    corners: usize,
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.bytes.split_first_chunk::<N>()?;
        self.bytes = rest;
        Some(*taken)
    }

    fn count(&mut self) -> Option<u32> {
        let bytes = self.take()?;
        Some(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn real(&mut self) -> Option<f64> {
        let bytes = self.take()?;
        Some(if self.little { f64::from_le_bytes(bytes) } else { f64::from_be_bytes(bytes) })
    }

    /// The kind without height and measure, and how many numbers a corner has.
    fn kind(&mut self) -> Option<(u32, usize)> {
        self.little = self.take::<1>()?[0] == 1;
        let code = self.count()?;
        let (kind, more) = if code & 0xE000_0000 != 0 {
            let more = usize::from(code & 0x8000_0000 != 0) + usize::from(code & 0x4000_0000 != 0);
            // The number of its system stands in between.
            if code & 0x2000_0000 != 0 {
                self.count()?;
            }
            (code & 0xFF, more)
        } else {
            (
                code % 1000,
                match code / 1000 {
                    0 => 0,
                    1 | 2 => 1,
                    3 => 2,
                    _ => return None,
                },
            )
        };
        Some((kind, 2 + more))
    }

    fn coord(&mut self, numbers: usize) -> Option<Coord> {
        let at = Coord { x: self.real()?, y: self.real()? };
        for _ in 2..numbers {
            self.real()?;
        }
        self.corners += 1;
        (self.corners <= MOST_CORNERS && at.x.is_finite() && at.y.is_finite()).then_some(at)
    }

    fn ring(&mut self, numbers: usize) -> Option<LineString> {
        let mut ring = Vec::new();
        for _ in 0..self.count()? {
            ring.push(self.coord(numbers)?);
        }
        Some(LineString(ring))
    }

    fn polygon(&mut self, numbers: usize) -> Option<Polygon> {
        let mut rings = Vec::new();
        for _ in 0..self.count()? {
            rings.push(self.ring(numbers)?);
        }
        let mut rings = rings.into_iter();
        Some(Polygon::new(rings.next()?, rings.collect()))
    }

    /// Several points are no place; one that is written so is.
    fn points(&mut self) -> Option<Geometry> {
        match self.count()? {
            0 => None,
            1 => {
                let (inner, numbers) = self.kind()?;
                if inner == 1 { self.coord(numbers).map(Geometry::Point) } else { None }
            }
            _ => Some(Geometry::Several),
        }
    }

    /// Several surfaces, without bends: of a `MultiSurface` some may be `CurvePolygon`s.
    fn polygons(&mut self, kind: u32) -> Option<Geometry> {
        let mut polygons = Vec::new();
        for _ in 0..self.count()? {
            match self.kind()? {
                (3, numbers) => polygons.push(self.polygon(numbers)?),
                (10, _) if kind == 12 => return Some(Geometry::Other(name(10))),
                _ => return None,
            }
        }
        Some(Geometry::Area(MultiPolygon(polygons)))
    }

    fn geometry(&mut self) -> Option<Geometry> {
        let (kind, numbers) = self.kind()?;
        match kind {
            1 => self.coord(numbers).map(Geometry::Point),
            4 => self.points(),
            3 => Some(Geometry::Area(MultiPolygon(vec![self.polygon(numbers)?]))),
            6 | 12 => self.polygons(kind),
            _ => Some(Geometry::Other(name(kind))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(x: f64, y: f64) -> Vec<u8> {
        let mut blob = b"GP\0\x01\0\0\0\0\x01\x01\0\0\0".to_vec();
        blob.extend(x.to_le_bytes());
        blob.extend(y.to_le_bytes());
        blob
    }

    #[test]
    fn a_point_and_an_area_are_read() {
        assert_eq!(
            geometry(&point(121_000.0, 487_000.0)),
            Some(Geometry::Point(Coord { x: 121_000.0, y: 487_000.0 }))
        );
        let mut area = b"GP\0\x01\0\0\0\0\x01\x03\0\0\0\x01\0\0\0\x04\0\0\0".to_vec();
        for (x, y) in [(0.0_f64, 0.0_f64), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)] {
            area.extend(x.to_le_bytes());
            area.extend(y.to_le_bytes());
        }
        match geometry(&area) {
            Some(Geometry::Area(area)) => assert_eq!(area.0[0].exterior().0.len(), 4),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_point_that_is_written_as_several_is_a_point() {
        let inner = &point(121_000.0, 487_000.0)[8..];
        let points = |count: u8, inner: &[u8]| {
            [b"GP\0\x01\0\0\0\0\x01\x04\0\0\0", [count, 0, 0, 0].as_slice(), inner].concat()
        };
        let at = Coord { x: 121_000.0, y: 487_000.0 };
        assert_eq!(geometry(&points(1, inner)), Some(Geometry::Point(at)));
        assert_eq!(geometry(&points(2, &[inner, inner].concat())), Some(Geometry::Several));
        assert_eq!(geometry(&points(0, b"")), None);
        assert_eq!(geometry(&points(1, b"")), None);
    }

    #[test]
    fn a_point_in_hexadecimal_is_read_with_and_without_its_system() {
        let numbers = [4.9295_f64, 52.35].map(f64::to_le_bytes).concat();
        let plain = hex::encode([b"\x01\x01\0\0\0".as_slice(), &numbers].concat());
        let with_system = hex::encode([b"\x01\x01\0\0\x20\xe6\x10\0\0".as_slice(), &numbers].concat());
        for text in [&plain, &with_system, &with_system.to_uppercase()] {
            assert_eq!(point_in_hex(text), Some(Coord { x: 4.9295, y: 52.35 }), "{text}");
        }
        assert_eq!(point_in_hex("010203040506070809010203040506070809010203"), None);
        assert_eq!(point_in_hex("BU0363MM05"), None);
    }

    #[test]
    fn what_is_cut_off_or_lies_about_its_size_is_nothing() {
        let whole = point(1.0, 2.0);
        for length in 0..whole.len() {
            assert_eq!(geometry(&whole[..length]), None, "{length}");
        }
        let huge = b"GP\0\x01\0\0\0\0\x01\x03\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff".to_vec();
        assert_eq!(geometry(&huge), None);
        assert_eq!(geometry(&point(f64::NAN, 2.0)), None);
    }
}
