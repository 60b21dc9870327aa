//! Reads the track of a GPX file (1.0 and 1.1): a stranger's file, read as a stream and within limits.
//!
//! Only places and times of track points are taken, of a file without a track those of its routes; waypoints, names and
//! everything else are passed over and never kept. A document type is refused, so there is nothing to expand.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::model::{Fix, LARGEST_GPX, MOST_POINTS};
use crate::pins::Place;

/// The deepest nesting that is followed; GPX itself needs seven.
const DEEPEST: usize = 64;
/// The longest text of a time that is looked at, in bytes.
const LONGEST_TIME: usize = 40;

/// A file that is no GPX one can use. Nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GpxError {
    /// More than [`LARGEST_GPX`] bytes.
    #[error("the file has more than {LARGEST_GPX} bytes")]
    TooLarge,
    /// More than [`MOST_POINTS`] points.
    #[error("the track has more than {MOST_POINTS} points")]
    TooManyPoints,
    /// Not XML, or broken off.
    #[error("the file is no sound XML: {0}")]
    Broken(String),
    /// XML of another kind.
    #[error("the file is no GPX")]
    NotGpx,
    /// No track and no route with a point in it.
    #[error("the file has no track")]
    NoTrack,
}

/// The pieces of a track, in order; each has at least one point.
pub type Pieces = Vec<Vec<Fix>>;

/// Reads the track in `bytes`.
///
/// # Errors
/// See [`GpxError`].
pub fn read(bytes: &[u8]) -> Result<Pieces, GpxError> {
    if bytes.len() > LARGEST_GPX {
        return Err(GpxError::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // Old devices write names in another encoding; names are passed over, so it does not matter what became of them.
    let text = String::from_utf8_lossy(bytes);
    let mut reader = Reader::from_str(&text);
    let mut reading = Reading::default();
    loop {
        let event = reader.read_event().map_err(|error| GpxError::Broken(error.to_string()))?;
        match event {
            Event::Start(start) => reading.open(&start)?,
            Event::Empty(start) => {
                reading.open(&start)?;
                reading.close();
            }
            Event::End(_) => reading.close(),
            Event::Text(text) => reading.text(&text.xml_content(quick_xml::XmlVersion::Implicit1_0)),
            Event::DocType(_) => return Err(GpxError::Broken("it brings a document type".to_owned())),
            Event::Eof => break,
            _ => {}
        }
    }
    reading.finish()
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    depth: usize,
    seen: bool,
    /// Inside a track or route point, at this depth.
    point: Option<(usize, Kind)>,
    /// Inside its time, at this depth.
    time: Option<usize>,
    written: String,
    tracks: Pieces,
    routes: Pieces,
    points: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Track,
    Route,
}

impl Reading {
    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), GpxError> {
        self.depth += 1;
        let name = start.local_name();
        let name: &str = name.as_ref();
        if self.depth == 1 {
            if name != "gpx" || self.seen {
                return Err(GpxError::NotGpx);
            }
            self.seen = true;
        }
        if self.depth > DEEPEST {
            return Err(GpxError::Broken("it is nested too deep".to_owned()));
        }
        match name {
            "trkseg" => self.tracks.push(Vec::new()),
            "rte" => self.routes.push(Vec::new()),
            "trkpt" => self.start_point(start, Kind::Track)?,
            "rtept" => self.start_point(start, Kind::Route)?,
            "time" if self.point.is_some_and(|(depth, _)| self.depth == depth + 1) => {
                self.time = Some(self.depth);
                self.written.clear();
            }
            _ => {}
        }
        Ok(())
    }

    /// A point that is not on the globe is no reading: it is left out.
    fn start_point(&mut self, start: &BytesStart<'_>, kind: Kind) -> Result<(), GpxError> {
        let number = |name: &str, most: f64| -> Result<Option<f64>, GpxError> {
            let broken = |error: String| GpxError::Broken(error);
            let attribute = start.try_get_attribute(name).map_err(|error| broken(error.to_string()))?;
            let Some(attribute) = attribute else { return Ok(None) };
            let text: &str = attribute.value.as_ref();
            Ok(text.trim().parse().ok().filter(|number: &f64| number.is_finite() && number.abs() <= most))
        };
        let (Some(lon), Some(lat)) = (number("lon", 180.0)?, number("lat", 90.0)?) else { return Ok(()) };
        self.points += 1;
        if self.points > MOST_POINTS {
            return Err(GpxError::TooManyPoints);
        }
        let pieces = if kind == Kind::Track { &mut self.tracks } else { &mut self.routes };
        if pieces.is_empty() {
            pieces.push(Vec::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(Fix { place: Place { lon, lat }, time: None });
        }
        self.point = Some((self.depth, kind));
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.time.is_some() && self.written.len() + text.len() <= LONGEST_TIME {
            self.written.push_str(text);
        }
    }

    fn close(&mut self) {
        if self.time == Some(self.depth) {
            self.time = None;
            let pieces = match self.point {
                Some((_, Kind::Route)) => &mut self.routes,
                _ => &mut self.tracks,
            };
            if let Some(fix) = pieces.last_mut().and_then(|piece| piece.last_mut()) {
                fix.time = seconds(self.written.trim());
            }
        }
        if self.point.is_some_and(|(depth, _)| depth == self.depth) {
            self.point = None;
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn finish(self) -> Result<Pieces, GpxError> {
        if !self.seen {
            return Err(GpxError::NotGpx);
        }
        if self.depth > 0 {
            return Err(GpxError::Broken("it stops halfway".to_owned()));
        }
        let filled =
            |pieces: Pieces| pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Pieces>();
        let (tracks, routes) = (filled(self.tracks), filled(self.routes));
        let found = if tracks.is_empty() { routes } else { tracks };
        if found.is_empty() { Err(GpxError::NoTrack) } else { Ok(found) }
    }
}

/// Seconds since 1970 in UTC. A time without a zone is in UTC, as GPX has it.
fn seconds(text: &str) -> Option<i64> {
    let zoned = text.parse::<jiff::Timestamp>().map(jiff::Timestamp::as_second);
    let plain = || {
        let time: jiff::civil::DateTime = text.parse().ok()?;
        Some(time.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_second())
    };
    zoned.ok().or_else(plain)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn gpx(inside: &str) -> Vec<u8> {
        format!("<?xml version=\"1.0\"?><gpx version=\"1.1\">{inside}</gpx>").into_bytes()
    }

    fn count(file: &[u8]) -> Vec<usize> {
        read(file).unwrap().iter().map(Vec::len).collect()
    }

    #[test]
    fn real_tracks_are_read_whatever_program_wrote_them() {
        let root = std::env::var_os("BUURTBLIK_TEST_DATA")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
        if !root.join("gpx").is_dir() {
            eprintln!("skipped: no tracks in {}", root.display());
            return;
        }
        let file = |name: &str| std::fs::read(root.join("gpx").join(name)).unwrap();
        let hike = read(&file("Mojstrovka.gpx")).unwrap();
        assert!(hike.iter().flatten().count() > 180 && hike.iter().flatten().all(|fix| fix.time.is_some()));
        let timeless = read(&file("cerknicko-without-times.gpx")).unwrap();
        assert!(timeless.iter().flatten().filter(|fix| fix.time.is_none()).count() > 100);
        assert!(count(&file("track-with-empty-segment.gpx")).iter().all(|points| *points > 0));
        assert!(count(&file("track-with-extremes.gpx")).iter().sum::<usize>() > 20);
        assert!(read(&file("gpx1.1_with_all_fields.gpx")).is_ok());
        // Waypoints only.
        assert_eq!(read(&file("unicode_with_bom.gpx")), Err(GpxError::NoTrack));
    }

    #[test]
    fn times_belong_to_their_own_point_and_may_be_missing() {
        let file = gpx(
            "<metadata><time>1999-01-01T00:00:00Z</time></metadata><wpt lat='1' lon='1'/><trk><trkseg>\
             <trkpt lat='52.35' lon='4.93'><time>2026-05-01T10:00:00Z</time></trkpt>\
             <trkpt lat='52.36' lon='4.94'><extensions><a:time>2000-01-01T00:00:00Z</a:time></extensions></trkpt>\
             <trkpt lon='4.95' lat='52.37'><time>2026-05-01T10:00:10.5</time></trkpt>\
             <trkpt lat='52.38' lon='4.96'><time>gisteren</time></trkpt></trkseg><trkseg/></trk>",
        );
        let read = read(&file).unwrap();
        let times: Vec<_> = read[0].iter().map(|fix| fix.time).collect();
        assert_eq!(times, [Some(1_777_629_600), None, Some(1_777_629_610), None]);
        assert_eq!((read.len(), read[0][2].place), (1, Place { lon: 4.95, lat: 52.37 }));
    }

    #[test]
    fn a_route_serves_where_there_is_no_track() {
        assert_eq!(count(&gpx("<rte><rtept lat='1' lon='2'/><rtept lat='1' lon='3'/></rte>")), [2]);
        let both = "<rte><rtept lat='1' lon='2'/></rte><trk><trkseg><trkpt lat='5' lon='6'/></trkseg></trk>";
        assert_eq!(read(&gpx(both)).unwrap()[0][0].place, Place { lon: 6.0, lat: 5.0 });
    }

    #[test]
    fn a_reading_that_is_not_on_the_globe_is_left_out() {
        let points = "<trkpt lat='91' lon='0'/><trkpt lat='NaN' lon='0'/><trkpt lat='1e999' lon='0'/><trkpt lat='x' lon='0'/>\
             <trkpt lon='1'/><trkpt lat='1' lon='1'/>";
        assert_eq!(count(&gpx(&format!("<trk><trkseg>{points}</trkseg></trk>"))), [1]);
    }

    #[test]
    fn a_bomb_of_entities_is_refused_before_it_goes_off() {
        let entity = |n: i32| format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10));
        let entities = (1..10).map(entity).collect::<Vec<_>>().concat();
        let bomb = format!(
            "<?xml version=\"1.0\"?><!DOCTYPE gpx [<!ENTITY a0 \"lol\">{entities}]>\
             <gpx><trk><trkseg><trkpt lat='1' lon='1'><time>&a9;</time></trkpt></trkseg></trk></gpx>"
        );
        assert!(matches!(read(bomb.as_bytes()), Err(GpxError::Broken(_))));
        let outside = "<!DOCTYPE gpx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><gpx><trk/></gpx>";
        assert!(matches!(read(outside.as_bytes()), Err(GpxError::Broken(_))));
        let deep = format!("<gpx>{}", "<a>".repeat(100_000));
        assert!(matches!(read(deep.as_bytes()), Err(GpxError::Broken(_))));
    }

    #[test]
    fn what_is_too_much_is_refused() {
        let points = "<trkpt lat='1' lon='1'/>".repeat(MOST_POINTS + 1);
        assert_eq!(
            read(&gpx(&format!("<trk><trkseg>{points}</trkseg></trk>"))),
            Err(GpxError::TooManyPoints)
        );
        assert_eq!(read(&vec![b' '; LARGEST_GPX + 1]), Err(GpxError::TooLarge));
    }

    #[test]
    fn what_is_no_gpx_is_told_apart_from_what_is_broken() {
        assert_eq!(read(b""), Err(GpxError::NotGpx));
        assert_eq!(read(b"<html><body>hoi</body></html>"), Err(GpxError::NotGpx));
        assert_eq!(read(b"Dit is tekst."), Err(GpxError::NotGpx));
        assert_eq!(read(&gpx("")), Err(GpxError::NoTrack));
        assert!(matches!(read(b"<gpx><trk><trkseg><trkpt lat='1' lon='1'>"), Err(GpxError::Broken(_))));
        assert!(matches!(read(b"<gpx><trk></gpx>"), Err(GpxError::Broken(_))));
        let utf16: Vec<u8> = "<gpx/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(read(&utf16).is_err());
    }

    #[test]
    fn a_mark_at_the_beginning_and_names_in_an_old_encoding_do_no_harm() {
        let mut file = b"\xEF\xBB\xBF".to_vec();
        file.extend(
            gpx("<trk><name>Caf\u{0}</name><trkseg><trkpt lat='1' lon='1'/></trkseg></trk>")
                .iter()
                .map(|byte| if *byte == 0 { 0xE9 } else { *byte }),
        );
        assert_eq!(count(&file), [1]);
    }
}
