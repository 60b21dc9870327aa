//! Times as GPX files write them, and which of them can be.

use jiff::civil;
use jiff::tz::TimeZone;

use crate::input::walks::PAUSE_S;
use crate::platform::clock;

/// A time before this, 1 January 2000, is that of a receiver which does not know what time it is.
const EARLIEST_S: i64 = 946_684_800;
/// And from this on, 1 January 2100.
const LATEST_S: i64 = 4_102_444_800;
const DAY_S: i64 = 86_400;
/// So many readings in a row, and no more, can be wrong between others that are right.
const MOST_WRONG: usize = 3;

/// A time as it is written: a clock, and by how many seconds it is ahead of UTC where that is said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Written {
    clock: civil::DateTime,
    pub zone: Option<i64>,
}

impl Written {
    /// Reads `2026-05-01T10:00:00Z` and its sisters: a blank for the T, small letters, without seconds, with parts of a second
    /// (which do not count), with a zone in hours, in hours and minutes with a colon or without one, or with none.
    pub fn read(text: &str) -> Option<Self> {
        let mut rest = Rest(text.trim_matches(|letter: char| letter.is_ascii_whitespace()));
        let year = rest.digits(4)?;
        rest.one_of("-")?;
        let month = rest.digits(2)?;
        rest.one_of("-")?;
        let day = rest.digits(2)?;
        rest.one_of("Tt ")?;
        let hour = rest.digits(2)?;
        rest.one_of(":")?;
        let minute = rest.digits(2)?;
        let mut second = 0;
        if rest.one_of(":").is_some() {
            // A second that was put in between.
            second = rest.digits(2).filter(|second| *second <= 60)?.min(59);
            if rest.one_of(".,").is_some() && rest.all_digits() == 0 {
                return None;
            }
        }
        // A blank stands before a zone, or not at all.
        let _ = rest.one_of(" ");
        let zone = rest.zone()?;
        let small = |number: i16| i8::try_from(number).ok();
        let (month, day) = (small(month)?, small(day)?);
        let clock =
            civil::DateTime::new(year, month, day, small(hour)?, small(minute)?, small(second)?, 0).ok()?;
        Some(Self { clock, zone })
    }

    /// Seconds since 1970 in UTC. Without a zone of its own it has that of the others in its file, else the Dutch one.
    pub fn seconds(&self, others: Option<i64>) -> i64 {
        let in_utc = |clock: civil::DateTime| {
            clock.to_zoned(TimeZone::UTC).map_or(i64::MIN, |zoned| zoned.timestamp().as_second())
        };
        match self.zone.or(others) {
            Some(zone) => in_utc(self.clock).saturating_sub(zone),
            None => clock::of_the_netherlands(self.clock).unwrap_or(i64::MIN),
        }
    }

    pub fn year(&self) -> i16 {
        self.clock.year()
    }
}

/// What is still to be read of a text.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn one_of(&mut self, letters: &str) -> Option<char> {
        let first = self.0.chars().next().filter(|first| letters.contains(*first))?;
        self.0 = &self.0[first.len_utf8()..];
        Some(first)
    }

    /// A number of so many digits.
    fn digits(&mut self, count: usize) -> Option<i16> {
        let digits = self.0.get(..count).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?;
        let number = digits.parse().ok()?;
        self.0 = &self.0[count..];
        Some(number)
    }

    /// Passes over digits; how many.
    fn all_digits(&mut self) -> usize {
        let count = self.0.bytes().take_while(u8::is_ascii_digit).count();
        self.0 = &self.0[count..];
        count
    }

    /// The zone at the end, in seconds; nothing where what is there is none.
    #[allow(clippy::option_option, reason = "no zone is not a wrong one")]
    fn zone(&mut self) -> Option<Option<i64>> {
        if self.0.is_empty() {
            return Some(None);
        }
        if self.0.eq_ignore_ascii_case("z") {
            return Some(Some(0));
        }
        let sign = if self.one_of("+-")? == '-' { -1 } else { 1 };
        let hours = self.digits(2).filter(|hours| *hours <= 14)?;
        let has_colon = self.one_of(":").is_some();
        let minutes = if self.0.is_empty() && !has_colon { 0 } else { self.digits(2)? };
        let is_whole = self.0.is_empty() && minutes < 60;
        is_whole.then(|| Some(sign * (i64::from(hours) * 3600 + i64::from(minutes) * 60)))
    }
}

/// The times of a segment without those that cannot be, and how many of those there were: far from every walk, between two
/// others of one walk and not between them in time, or alone at an end and more than a day from the next.
pub(super) fn sound(mut times: Vec<Option<i64>>) -> (Vec<Option<i64>>, usize) {
    let there = |times: &Vec<Option<i64>>| times.iter().filter(|time| time.is_some()).count();
    let before = there(&times);
    for time in &mut times {
        *time = time.filter(|time| (EARLIEST_S..LATEST_S).contains(time));
    }
    let mut kept: Vec<(usize, i64)> = Vec::new();
    let known: Vec<(usize, i64)> =
        times.iter().enumerate().filter_map(|(at, time)| Some((at, (*time)?))).collect();
    let mut at = 0;
    while at < known.len() {
        let wrong = kept.last().and_then(|(_, last)| {
            (1..=MOST_WRONG).find(|count| {
                let Some((_, next)) = known.get(at + count) else { return false };
                let outside = |(_, time): &(usize, i64)| time < last || time > next;
                (0..=PAUSE_S).contains(&(next - last)) && known[at..at + count].iter().all(outside)
            })
        });
        at += wrong.unwrap_or(0);
        kept.push(known[at]);
        at += 1;
    }
    let is_far = |a: usize, b: usize| (kept[a].1 - kept[b].1).abs() > DAY_S;
    let count = kept.len();
    if count > 2 && is_far(count - 1, count - 2) {
        kept.pop();
    }
    if kept.len() > 2 && (kept[0].1 - kept[1].1).abs() > DAY_S {
        kept.remove(0);
    }
    let mut sound = vec![None; times.len()];
    for (at, time) in kept {
        sound[at] = Some(time);
    }
    let after = there(&sound);
    (sound, before - after)
}
