//! What a camera wrote beside a picture: where and when. Read for `buurtblik walk import` and for nothing else; it is never
//! kept with the photo. The page of a walk reads the same by the same rules (`ui/walk/camera.mjs`); `tests/camera.json` is
//! what both are held to.

use std::io::Cursor;

use exif::{Exif, In, Tag, Value};
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

use super::bounds::{Plan, Source};
use super::orient::MAX_EXIF_BYTES;
use crate::place::buurt::Place;

/// The Netherlands' clock: what a camera without a time zone most likely shows (POSIX; no database of zones is needed).
const DUTCH_TIME: &str = "CET-1CEST,M3.5.0,M10.5.0/3";
/// So far a clock and a satellite's time may lie apart, in seconds, and be the same: a fix may be a little older than the
/// picture. Further apart, the clock is wrong.
const SAME_S: i64 = 120;

/// What a camera says. It may be wrong: it is a claim, to be checked against the area.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Camera {
    /// Where; never 0,0, which is what is written for want of a place.
    pub place: Option<Place>,
    /// When by its own clock, in seconds since 1970, UTC; Dutch time where it names no zone.
    pub clock: Option<i64>,
    /// When by a satellite, which is always in UTC.
    pub satellite: Option<i64>,
    /// There is a place that cannot be read.
    pub odd_place: bool,
    /// There is a time that cannot be read, and no other.
    pub odd_time: bool,
}

impl Camera {
    /// When it was, where the clock was so many seconds ahead: by the satellite where that says another time than the clock.
    pub fn taken(&self, ahead: i64) -> Option<i64> {
        let clock = self.clock.map(|clock| clock - ahead);
        match (clock, self.satellite) {
            (Some(clock), Some(satellite)) if (clock - satellite).abs() > SAME_S => Some(satellite),
            (clock, satellite) => clock.or(satellite),
        }
    }
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
    let Ok(exif) = read.or_else(|error| error.distill_partial_result(|_| {})) else {
        return Camera::default();
    };
    let (place, clock) = (place(&exif), clock(&exif));
    Camera {
        place: place.known(),
        satellite: satellite(&exif),
        odd_place: place == Reading::Odd,
        odd_time: clock == Reading::Odd,
        clock: clock.known(),
    }
}

/// What a tag says.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Reading<T> {
    Nothing,
    /// Something that cannot be read.
    Odd,
    Known(T),
}

impl<T> Reading<T> {
    fn known(self) -> Option<T> {
        match self {
            Self::Known(what) => Some(what),
            Self::Nothing | Self::Odd => None,
        }
    }
}

/// The words of a tag, without blanks and zeros round them; nothing where there are none.
fn text(exif: &Exif, tag: Tag) -> Option<String> {
    let Value::Ascii(parts) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    let text = parts.iter().map(|part| String::from_utf8_lossy(part)).collect::<Vec<_>>().join(" ");
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\0');
    (!text.is_empty()).then(|| text.to_owned())
}

/// The numbers of a tag; 0/0 is none.
fn numbers(exif: &Exif, tag: Tag) -> Option<Vec<f64>> {
    Some(match &exif.get_field(tag, In::PRIMARY)?.value {
        Value::Rational(parts) => parts.iter().map(exif::Rational::to_f64).collect(),
        Value::SRational(parts) => parts.iter().map(exif::SRational::to_f64).collect(),
        Value::Double(parts) => parts.clone(),
        Value::Float(parts) => parts.iter().map(|part| f64::from(*part)).collect(),
        _ => return None,
    })
}

fn place(exif: &Exif) -> Reading<Place> {
    let lat = degrees(exif, Tag::GPSLatitude, Tag::GPSLatitudeRef, ['N', 'S']);
    let lon = degrees(exif, Tag::GPSLongitude, Tag::GPSLongitudeRef, ['E', 'W']);
    match (lon, lat) {
        (Reading::Nothing, Reading::Nothing) => Reading::Nothing,
        // What a phone writes that takes the place away.
        (Reading::Known(lon), Reading::Known(lat)) if lon.abs() < 1e-6 && lat.abs() < 1e-6 => {
            Reading::Nothing
        }
        (Reading::Known(lon), Reading::Known(lat)) if lat.abs() <= 90.0 && lon.abs() <= 180.0 => {
            Reading::Known(Place { lon, lat })
        }
        _ => Reading::Odd,
    }
}

/// Degrees, minutes and seconds, or degrees alone with a part behind the point. The letter beside them says which half of the
/// globe, in whatever way it is written; without one it is the half that the Netherlands lie in. Seconds that are 0/0 are none.
fn degrees(exif: &Exif, tag: Tag, half: Tag, [positive, negative]: [char; 2]) -> Reading<f64> {
    let Some(parts) = numbers(exif, tag) else { return Reading::Nothing };
    if parts.iter().all(|part| !part.is_finite()) {
        return Reading::Nothing;
    }
    let sign = match text(exif, half).and_then(|letter| letter.to_ascii_uppercase().chars().next()) {
        None => 1.0,
        Some(letter) if letter == positive => 1.0,
        Some(letter) if letter == negative => -1.0,
        Some(_) => return Reading::Odd,
    };
    let whole = match parts[..] {
        [degrees] if degrees.fract() != 0.0 || degrees == 0.0 => degrees,
        [degrees, minutes] => degrees + minutes / 60.0,
        [degrees, minutes, seconds] => {
            let seconds = if seconds.is_finite() { seconds } else { 0.0 };
            degrees + minutes / 60.0 + seconds / 3600.0
        }
        _ => return Reading::Odd,
    };
    // Some leave the minutes out and write them as seconds.
    let small = [60.0, 3600.0].iter().zip(&parts[1..]);
    let small = small.into_iter().all(|(most, part)| !part.is_finite() || (0.0..=*most).contains(part));
    if small && whole.is_finite() { Reading::Known(sign * whole) } else { Reading::Odd }
}

/// When the picture was made; where that is empty, when it was stored, or changed.
fn clock(exif: &Exif) -> Reading<i64> {
    let zones =
        [Tag::OffsetTimeOriginal, Tag::OffsetTimeDigitized, Tag::OffsetTime].map(|tag| text(exif, tag));
    let tags = [Tag::DateTimeOriginal, Tag::DateTimeDigitized, Tag::DateTime];
    let mut odd = false;
    for (own, tag) in zones.iter().zip(tags) {
        // Blanks or noughts are no time.
        let is_time = |time: &String| time.contains(|letter: char| letter.is_alphanumeric() && letter != '0');
        let Some(time) = text(exif, tag).filter(is_time) else { continue };
        let zones = std::iter::once(own).chain(&zones).flatten().map(String::as_str);
        match moment(&time, zones) {
            Some(moment) => return Reading::Known(moment),
            None => odd = true,
        }
    }
    if odd { Reading::Odd } else { Reading::Nothing }
}

/// A time as cameras and programs write it: the parts of the date with colons, dashes, slashes or points between, a `T` or
/// blanks before the hour, seconds or none, with its zone or not.
fn moment<'a>(time: &str, mut zones: impl Iterator<Item = &'a str>) -> Option<i64> {
    let (date, rest) = time.split_at_checked(10)?;
    let date = date.replace([':', '/', '.'], "-");
    let rest = rest.trim_start_matches(['T', 't', ' ']);
    let whole = format!("{date}T{}", rest.replace(' ', ""));
    if let Ok(moment) = whole.parse::<Timestamp>() {
        return Some(moment.as_second());
    }
    let clock: civil::DateTime = whole.parse().ok()?;
    // A zone that cannot be read is none.
    let exact = zones.find_map(|zone| format!("{clock}{zone}").parse::<Timestamp>().ok());
    if let Some(moment) = exact {
        return Some(moment.as_second());
    }
    Some(clock.to_zoned(TimeZone::posix(DUTCH_TIME).ok()?).ok()?.timestamp().as_second())
}

fn satellite(exif: &Exif) -> Option<i64> {
    let date = text(exif, Tag::GPSDateStamp)?;
    let date: civil::Date = date.get(..10)?.replace([':', '/', '.'], "-").parse().ok()?;
    let parts = numbers(exif, Tag::GPSTimeStamp)?;
    let [hours, minutes, seconds] = parts[..] else { return None };
    let of_day = hours * 3600.0 + minutes * 60.0 + seconds;
    if !(0.0..=86_400.0).contains(&of_day) {
        return None;
    }
    let midnight = date.to_zoned(TimeZone::UTC).ok()?.timestamp().as_second();
    #[allow(clippy::cast_possible_truncation, reason = "seconds of a day")]
    let of_day = of_day as i64;
    Some(midnight + of_day)
}

#[cfg(test)]
mod tests {
    use exif::experimental::Writer;
    use exif::{Field, Rational};
    use serde_json::Value as Json;

    use super::*;

    /// An EXIF block with these tags, as `tests/camera.json` writes them.
    fn block(tags: &Json) -> Vec<u8> {
        let fraction = |part: &Json| {
            let number = |at: usize| u32::try_from(part[at].as_u64().unwrap()).unwrap();
            Rational { num: number(0), denom: number(1) }
        };
        let field = |(name, value): (&String, &Json)| {
            let value = match value {
                Json::String(text) => Value::Ascii(vec![text.as_bytes().to_vec()]),
                Json::Array(parts) => Value::Rational(parts.iter().map(fraction).collect()),
                other => panic!("{other}"),
            };
            Field { tag: tag(name), ifd_num: In::PRIMARY, value }
        };
        let fields: Vec<Field> = tags.as_object().unwrap().iter().map(field).collect();
        let mut writer = Writer::new();
        for field in &fields {
            writer.push_field(field);
        }
        let mut out = Cursor::new(Vec::new());
        writer.write(&mut out, true).unwrap();
        out.into_inner()
    }

    fn tag(name: &str) -> Tag {
        let all = [
            Tag::GPSLatitude,
            Tag::GPSLatitudeRef,
            Tag::GPSLongitude,
            Tag::GPSLongitudeRef,
            Tag::GPSDateStamp,
            Tag::GPSTimeStamp,
            Tag::DateTimeOriginal,
            Tag::DateTimeDigitized,
            Tag::DateTime,
            Tag::OffsetTimeOriginal,
            Tag::OffsetTimeDigitized,
            Tag::OffsetTime,
            Tag::Artist,
        ];
        all.into_iter().find(|tag| tag.to_string() == name).unwrap_or_else(|| panic!("{name}"))
    }

    #[test]
    fn what_cameras_write_is_read_as_the_page_reads_it() {
        let cases: Json = serde_json::from_str(include_str!("tests/camera.json")).unwrap();
        let cases = cases.as_array().unwrap();
        assert!(cases.len() > 30);
        for case in cases {
            let told = camera_in(&block(&case["tags"]));
            let name = &case["name"];
            match (&case["place"], told.place) {
                (Json::Null, None) => {}
                (Json::Array(place), Some(told)) => {
                    let (lon, lat) = (place[0].as_f64().unwrap(), place[1].as_f64().unwrap());
                    assert!(
                        (told.lon - lon).abs() < 1e-6 && (told.lat - lat).abs() < 1e-6,
                        "{name}: {told:?}"
                    );
                }
                (_, told) => panic!("{name}: {told:?}"),
            }
            let taken = case["taken"].as_str().map(|time| time.parse::<Timestamp>().unwrap().as_second());
            assert_eq!(told.taken(0), taken, "{name}: {told:?}");
            let odd = case["odd"].as_array().map(Vec::as_slice).unwrap_or_default();
            assert_eq!(told.odd_place, odd.contains(&"place".into()), "{name}");
            assert_eq!(told.odd_time, odd.contains(&"time".into()), "{name}");
        }
    }

    #[test]
    fn a_clock_that_is_known_to_be_off_is_set_right_and_a_satellite_is_not() {
        let clock = Camera { clock: Some(7200), ..Camera::default() };
        assert_eq!(clock.taken(3600), Some(3600));
        let both = Camera { satellite: Some(3590), ..clock };
        assert_eq!((both.taken(0), both.taken(3600)), (Some(3590), Some(3600)));
        let satellite = Camera { satellite: Some(3590), ..Camera::default() };
        assert_eq!(satellite.taken(3600), Some(3590));
    }

    #[test]
    fn damage_says_nothing() {
        for bytes in [&b""[..], b"II*\0\x08\0\0\0\0\0\x08\0\0\0", &[0xFF; 200]] {
            assert_eq!(camera_in(bytes), Camera::default());
        }
    }
}
