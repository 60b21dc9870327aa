//! Reads the track of a GPX file (1.0 and 1.1): a stranger's file, read as a stream and within limits.
//!
//! Only places and times of track points are taken, of a file without a track those of its routes; waypoints, names and
//! everything else are passed over and never kept. A document type is refused, so there is nothing to expand. The page reads
//! files by the same rules (`ui/walk/gpx.mjs`); a test holds the two against each other: change both together.

mod time;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::model::{Fix, LARGEST_GPX, MOST_POINTS};
use crate::place::buurt::Place;
use time::Written;

/// The deepest nesting that is followed; GPX itself needs seven.
const DEEPEST: usize = 64;
/// The longest text of a time that is looked at, in bytes.
const LONGEST_TIME: usize = 40;
/// The longest text of a coordinate that is looked at, in bytes.
const LONGEST_NUMBER: usize = 40;

/// A file that is no GPX one can use. Nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GpxError {
    /// More than [`LARGEST_GPX`] bytes.
    #[error("the file has more than {LARGEST_GPX} bytes")]
    TooLarge,
    /// More than [`MOST_POINTS`] points.
    #[error("the track has more than {MOST_POINTS} points")]
    TooManyPoints,
    /// Not XML, or broken off: in which line, counted from 1, and how.
    #[error("the file is no sound XML, in line {0}: {1}")]
    Broken(usize, String),
    /// XML of another kind.
    #[error("the file is no GPX")]
    NotGpx,
    /// No track and no route with a point in it.
    #[error("the file has no track")]
    NoTrack,
    /// There are points, and not one can be read: how many.
    #[error("not one of {0} points can be read")]
    NoPoint(usize),
}

/// The segments of a track, in order; each has at least one point. A route is a track of one.
pub type Track = Vec<Vec<Fix>>;

/// What a file holds: its tracks, in order, and what is to be told about them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recording {
    /// Each has at least one point.
    pub tracks: Vec<Track>,
    /// What is to be told about them.
    pub remarks: Remarks,
}

/// What somebody should know who chose the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Remarks {
    /// So many points were passed over: their numbers are none, or nowhere on the globe.
    pub passed_over: usize,
    /// There are times without a zone; they were read as the Dutch clock.
    pub without_zone: bool,
    /// So many points have something for a time that is none that can be read, and count as points without one.
    pub unreadable: usize,
    /// So many points have a time that cannot be, and count as points without one.
    pub impossible: usize,
    /// Where no time can be: the year that the first of them says.
    pub year: Option<i16>,
}

impl Recording {
    /// Whether any point has a time.
    pub fn has_times(&self) -> bool {
        self.tracks.iter().flatten().flatten().any(|fix| fix.time.is_some())
    }
}

/// Reads the tracks in `bytes`.
///
/// # Errors
/// See [`GpxError`].
pub fn read(bytes: &[u8]) -> Result<Recording, GpxError> {
    if bytes.len() > LARGEST_GPX {
        return Err(GpxError::TooLarge);
    }
    // What a mark at the beginning says, else UTF-8. Old devices write names in another encoding; names are passed over, so
    // it does not matter what became of them.
    let (encoding, mark) = encoding_rs::Encoding::for_bom(bytes).unwrap_or((encoding_rs::UTF_8, 0));
    let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
    let mut reader = Reader::from_str(&text);
    // A bare & in a name: some programs write them back as they were typed.
    reader.config_mut().allow_dangling_amp = true;
    let mut reading = Reading::default();
    loop {
        let before = reader.buffer_position();
        let line = |at: u64| {
            let at = usize::try_from(at).unwrap_or(usize::MAX).min(text.len());
            text.as_bytes()[..at].split(|byte| *byte == b'\n').count()
        };
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => return Err(GpxError::Broken(line(reader.error_position()), error.to_string())),
        };
        let ended = matches!(event, Event::Eof);
        match reading.take(event) {
            Ok(()) if ended => return reading.finish().map_err(|stop| stop.at(line(before))),
            Ok(()) => {}
            Err(stop) => return Err(stop.at(line(before))),
        }
    }
}

/// Why reading stopped, before it is known in which line.
enum Stop {
    Broken(&'static str),
    Other(GpxError),
}

impl Stop {
    fn at(self, line: usize) -> GpxError {
        match self {
            Self::Broken(how) => GpxError::Broken(line, how.to_owned()),
            Self::Other(error) => error,
        }
    }
}

/// A point as it is written: its time may wait for the zone of another.
struct Point {
    place: Place,
    time: Option<Written>,
    /// Something is written for its time, and it is none.
    is_unreadable: bool,
}

/// Tracks, of segments, of points.
type Points = Vec<Vec<Vec<Point>>>;

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
    tracks: Points,
    routes: Points,
    points: usize,
    passed_over: [usize; 2],
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Track,
    Route,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) -> Result<(), Stop> {
        match event {
            Event::Start(start) => self.open(&start)?,
            Event::Empty(start) => {
                self.open(&start)?;
                self.close();
            }
            Event::End(_) => self.close(),
            Event::Text(text) => self.text(&text),
            Event::CData(text) => self.text(&text),
            // No time has one.
            Event::GeneralRef(_) => self.text("&"),
            Event::DocType(_) => return Err(Stop::Broken("it brings a document type")),
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), Stop> {
        self.depth += 1;
        let name = start.local_name();
        let name: &str = name.as_ref();
        if self.depth == 1 {
            // Two files that somebody put behind each other are read as one.
            if name != "gpx" {
                return Err(Stop::Other(GpxError::NotGpx));
            }
            self.seen = true;
        }
        if self.depth > DEEPEST {
            return Err(Stop::Broken("it is nested too deep"));
        }
        match name {
            "trk" => self.tracks.push(Vec::new()),
            "rte" => self.routes.push(vec![Vec::new()]),
            "trkseg" => last(&mut self.tracks).push(Vec::new()),
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

    /// A point that is not on the globe is no reading: it is left out, and counted.
    fn start_point(&mut self, start: &BytesStart<'_>, kind: Kind) -> Result<(), Stop> {
        let mut found = [None, None];
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Stop::Broken("a point is not written as XML"))?;
            let key: &str = attribute.key.as_ref();
            let at = match key {
                "lon" => 0,
                "lat" => 1,
                _ => continue,
            };
            found[at].get_or_insert(attribute.value);
        }
        let [lon, lat] = found.map(|text| text.as_deref().and_then(number));
        let place = lon.filter(|lon| lon.abs() <= 180.0).zip(lat.filter(|lat| lat.abs() <= 90.0));
        // Receivers that do not know where they are say nought and nought.
        let Some((lon, lat)) = place.filter(|place| *place != (0.0, 0.0)) else {
            self.passed_over[usize::from(kind == Kind::Route)] += 1;
            return Ok(());
        };
        self.points += 1;
        if self.points > MOST_POINTS {
            return Err(Stop::Other(GpxError::TooManyPoints));
        }
        let tracks = if kind == Kind::Track { &mut self.tracks } else { &mut self.routes };
        last(last(tracks)).push(Point { place: Place { lon, lat }, time: None, is_unreadable: false });
        self.point = Some((self.depth, kind));
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.time.is_some() {
            self.written.extend(text.chars().take(LONGEST_TIME + 1));
        }
    }

    fn close(&mut self) {
        if self.time == Some(self.depth) {
            self.time = None;
            let tracks = match self.point {
                Some((_, Kind::Route)) => &mut self.routes,
                _ => &mut self.tracks,
            };
            let is_short = self.written.len() <= LONGEST_TIME;
            if let Some(point) = last(last(tracks)).last_mut() {
                point.time = Some(self.written.as_str()).filter(|_| is_short).and_then(Written::read);
                let is_blank = self.written.bytes().all(|byte| byte.is_ascii_whitespace());
                point.is_unreadable = point.time.is_none() && !is_blank;
            }
            self.written.clear();
        }
        if self.point.is_some_and(|(depth, _)| depth == self.depth) {
            self.point = None;
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn finish(&mut self) -> Result<Recording, Stop> {
        if !self.seen {
            return Err(Stop::Other(GpxError::NotGpx));
        }
        if self.depth > 0 {
            return Err(Stop::Broken("it stops halfway"));
        }
        let filled = |tracks: &mut Points| {
            for track in tracks.iter_mut() {
                track.retain(|segment| !segment.is_empty());
            }
            tracks.retain(|track| !track.is_empty());
            std::mem::take(tracks)
        };
        let (tracks, routes) = (filled(&mut self.tracks), filled(&mut self.routes));
        // A planned route beside what was walked is not the walk.
        let (found, passed_over) = match self.passed_over {
            [of_track, _] if !tracks.is_empty() => (tracks, of_track),
            [of_track, of_route] => (routes, of_track + of_route),
        };
        if found.is_empty() {
            let error = if passed_over > 0 { GpxError::NoPoint(passed_over) } else { GpxError::NoTrack };
            return Err(Stop::Other(error));
        }
        Ok(timed(&found, passed_over))
    }
}

/// The last of a list, which gets one where it is empty.
fn last<T: Default>(list: &mut Vec<T>) -> &mut T {
    if list.is_empty() {
        list.push(T::default());
    }
    let at = list.len() - 1;
    &mut list[at]
}

/// Tracks with their times in seconds since 1970.
fn timed(tracks: &Points, passed_over: usize) -> Recording {
    let all = || tracks.iter().flatten().flatten().filter_map(|point| point.time);
    let zone = all().find_map(|time| time.zone);
    let first = all().next();
    let unreadable = tracks.iter().flatten().flatten().filter(|point| point.is_unreadable).count();
    let without_zone = zone.is_none() && first.is_some();
    let mut remarks = Remarks { passed_over, without_zone, unreadable, ..Remarks::default() };
    let mut found = Vec::new();
    for track in tracks {
        let mut segments = Track::new();
        for segment in track {
            let times = segment.iter().map(|point| point.time.map(|time| time.seconds(zone))).collect();
            let (times, impossible) = time::sound(times);
            remarks.impossible += impossible;
            let fixes = segment.iter().zip(times).map(|(point, time)| Fix { place: point.place, time });
            segments.push(fixes.collect());
        }
        found.push(segments);
    }
    let recording = Recording { tracks: found, remarks };
    let year = first.filter(|_| !recording.has_times()).map(|first| first.year());
    Recording { remarks: Remarks { year, ..remarks }, ..recording }
}

/// A number in degrees. Apps on a Dutch, German or French phone write a comma, which can be nothing else here.
fn number(text: &str) -> Option<f64> {
    let text = text.trim_matches(|letter: char| letter.is_ascii_whitespace());
    let is_number = |text: &str| {
        let text = text.strip_prefix(['+', '-']).unwrap_or(text);
        let (text, power) =
            text.split_once(['e', 'E']).map_or((text, None), |(text, power)| (text, Some(power)));
        let is_power = |power: &str| {
            let digits = power.strip_prefix(['+', '-']).unwrap_or(power);
            (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        digits(whole) && digits(rest) && whole.len() + rest.len() > 0 && power.is_none_or(is_power)
    };
    if text.len() > LONGEST_NUMBER {
        return None;
    }
    let text = if text.contains('.') { text.to_owned() } else { text.replacen(',', ".", 1) };
    if is_number(&text) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests;
