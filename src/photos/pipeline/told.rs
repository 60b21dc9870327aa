//! What a camera wrote beside a picture: where and when. Read for `buurtblik walk import` and for nothing else; it is never
//! kept with the photo.

use std::io::Cursor;

use exif::{DateTime, Exif, In, Tag, Value};
use jiff::civil;
use jiff::tz::{Offset, TimeZone};

use super::bounds::{Plan, Source};
use super::orient::MAX_EXIF_BYTES;
use crate::pins::Place;

/// The Netherlands' clock: what a camera without a time zone most likely shows (POSIX; no database of zones is needed).
const DUTCH_TIME: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// What a camera says. It may be wrong: it is a claim, to be checked against the area.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Camera {
    /// Where; never 0,0, which is what a camera without a fix writes.
    pub place: Option<Place>,
    /// When, in seconds since 1970, UTC; Dutch time where the camera names no zone.
    pub taken: Option<i64>,
}

/// Reads what the camera says of a picture that was found fit. Damage means that it says nothing.
pub fn camera(plan: &Plan<'_>) -> Camera {
    match plan.source {
        Source::Jpeg { exif, .. } => exif.map_or_else(Camera::default, camera_in),
        Source::Png(bytes) | Source::WebP(bytes) => of(reader().read_from_container(&mut Cursor::new(bytes))),
    }
}

/// As [`camera`], from an EXIF block by itself.
pub fn camera_in(block: &[u8]) -> Camera {
    if block.len() > MAX_EXIF_BYTES { Camera::default() } else { of(reader().read_raw(block.to_vec())) }
}

fn reader() -> exif::Reader {
    let mut reader = exif::Reader::new();
    reader.continue_on_error(true);
    reader
}

fn of(read: Result<Exif, exif::Error>) -> Camera {
    let read = read.or_else(|error| error.distill_partial_result(|_| {}));
    read.map_or_else(|_| Camera::default(), |exif| Camera { place: place(&exif), taken: taken(&exif) })
}

fn place(exif: &Exif) -> Option<Place> {
    let lat = degrees(exif, Tag::GPSLatitude, Tag::GPSLatitudeRef, [b'N', b'S'])?;
    let lon = degrees(exif, Tag::GPSLongitude, Tag::GPSLongitudeRef, [b'E', b'W'])?;
    let nowhere = lon.abs() < 1e-6 && lat.abs() < 1e-6;
    (lat.abs() <= 90.0 && lon.abs() <= 180.0 && !nowhere).then_some(Place { lon, lat })
}

/// Degrees, minutes and seconds, each a fraction; the letter beside them says which half of the globe.
fn degrees(exif: &Exif, tag: Tag, half: Tag, [positive, negative]: [u8; 2]) -> Option<f64> {
    let Value::Rational(parts) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    let Value::Ascii(letters) = &exif.get_field(half, In::PRIMARY)?.value else { return None };
    let sign = match letters.first()?.first()?.to_ascii_uppercase() {
        letter if letter == positive => 1.0,
        letter if letter == negative => -1.0,
        _ => return None,
    };
    let [degrees, minutes, seconds] = parts.as_slice() else { return None };
    let whole = degrees.to_f64() + minutes.to_f64() / 60.0 + seconds.to_f64() / 3600.0;
    whole.is_finite().then_some(sign * whole)
}

fn taken(exif: &Exif) -> Option<i64> {
    let text = |tag| match &exif.get_field(tag, In::PRIMARY)?.value {
        Value::Ascii(parts) => parts.first().cloned(),
        _ => None,
    };
    let mut time =
        DateTime::from_ascii(&text(Tag::DateTimeOriginal).or_else(|| text(Tag::DateTime))?).ok()?;
    let zone = text(Tag::OffsetTimeOriginal).or_else(|| text(Tag::OffsetTime));
    // A zone that cannot be read is none.
    let _ = zone.map(|zone| time.parse_offset(&zone));
    let signed = |number: u8| i8::try_from(number).ok();
    let clock = civil::DateTime::new(
        i16::try_from(time.year).ok()?,
        signed(time.month)?,
        signed(time.day)?,
        signed(time.hour)?,
        signed(time.minute)?,
        signed(time.second)?,
        0,
    );
    let zone = match time.offset {
        Some(minutes) => TimeZone::fixed(Offset::from_seconds(i32::from(minutes) * 60).ok()?),
        None => TimeZone::posix(DUTCH_TIME).ok()?,
    };
    Some(clock.ok()?.to_zoned(zone).ok()?.timestamp().as_second())
}

#[cfg(test)]
mod tests {
    use exif::experimental::Writer;
    use exif::{Field, Rational};

    use super::*;

    /// An EXIF block with these fields.
    fn block(fields: Vec<(Tag, Value)>) -> Vec<u8> {
        let fields: Vec<Field> =
            fields.into_iter().map(|(tag, value)| Field { tag, ifd_num: In::PRIMARY, value }).collect();
        let mut writer = Writer::new();
        for field in &fields {
            writer.push_field(field);
        }
        let mut out = Cursor::new(Vec::new());
        writer.write(&mut out, true).unwrap();
        out.into_inner()
    }

    fn says(fields: Vec<(Tag, Value)>) -> Camera {
        let block = block(fields);
        let exif = Some(&block[..]);
        let source = Source::Jpeg { bytes: &[], components: 3, exif, scan_end: 0, progressive: false };
        camera(&Plan { source, width: 1, height: 1, cost: 0 })
    }

    fn text(text: &str) -> Value {
        Value::Ascii(vec![text.as_bytes().to_vec()])
    }

    fn dms(parts: [(u32, u32); 3]) -> Value {
        Value::Rational(parts.iter().map(|&(num, denom)| Rational { num, denom }).collect())
    }

    fn gps(lat: Value, north: &str, lon: Value, east: &str) -> Option<Place> {
        let fields = vec![
            (Tag::GPSLatitudeRef, text(north)),
            (Tag::GPSLatitude, lat),
            (Tag::GPSLongitudeRef, text(east)),
            (Tag::GPSLongitude, lon),
        ];
        says(fields).place
    }

    #[test]
    fn a_place_is_read_in_degrees_minutes_and_seconds() {
        let place =
            gps(dms([(52, 1), (21, 1), (0, 1)]), "N", dms([(4, 1), (5580, 100), (0, 1)]), "E").unwrap();
        assert!((place.lat - 52.35).abs() < 1e-9 && (place.lon - 4.93).abs() < 1e-9, "{place:?}");
        let south = gps(dms([(52, 1), (0, 1), (0, 1)]), "S", dms([(4, 1), (0, 1), (0, 1)]), "W").unwrap();
        assert!(south.lat < 0.0 && south.lon < 0.0);
    }

    #[test]
    fn a_place_that_cannot_be_is_none() {
        let zero = || dms([(0, 1), (0, 1), (0, 1)]);
        let fine = || dms([(52, 1), (0, 1), (0, 1)]);
        assert_eq!(gps(zero(), "N", zero(), "E"), None);
        assert_eq!(gps(dms([(52, 0), (0, 1), (0, 1)]), "N", fine(), "E"), None);
        assert_eq!(gps(dms([(91, 1), (0, 1), (0, 1)]), "N", fine(), "E"), None);
        assert_eq!(gps(fine(), "Q", fine(), "E"), None);
        assert_eq!(gps(Value::Rational(Vec::new()), "N", fine(), "E"), None);
        assert_eq!(gps(text("52"), "N", fine(), "E"), None);
    }

    #[test]
    fn a_time_is_in_the_zone_that_the_camera_names_or_in_dutch_time() {
        let at = |time: &str, zone: Option<&str>| {
            let zone = zone.map(|zone| (Tag::OffsetTimeOriginal, text(zone)));
            says([(Tag::DateTimeOriginal, text(time))].into_iter().chain(zone).collect()).taken
        };
        let noon = Some(1_777_629_600); // 2026-05-01 10:00 UTC
        assert_eq!(at("2026:05:01 12:00:00", None), noon);
        assert_eq!(at("2026:05:01 12:00:00", Some("+02:00")), noon);
        assert_eq!(at("2026:05:01 05:00:00", Some("-05:00")), noon);
        assert_eq!(at("2026:05:01 12:00:00", Some("rommel")), noon);
        assert_eq!(at("2026:02:31 12:00:00", None), None);
        assert_eq!(at("    :  :     :  :  ", None), None);
        assert_eq!(at("gisteren", None), None);
    }

    #[test]
    fn damage_says_nothing() {
        for bytes in [&b""[..], b"II*\0\x08\0\0\0\0\0\x08\0\0\0", &[0xFF; 200]] {
            let exif = Some(bytes);
            let source = Source::Jpeg { bytes: &[], components: 3, exif, scan_end: 0, progressive: false };
            assert_eq!(camera(&Plan { source, width: 1, height: 1, cost: 0 }), Camera::default());
        }
    }
}
