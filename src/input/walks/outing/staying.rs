//! Where somebody stayed during a walk, and so may live.
//!
//! Staying is the sum of the time that somebody was near a place, however often they left it: who is away for less than five
//! minutes did not leave. The clock of a recording counts as far as it went on, forwards or back. Readings among which it stood
//! still, or which have no time, are counted by their number.

use std::collections::HashMap;

use geo::Coord;

use super::{Outing, apart};

/// Who stays this long, in seconds, …
const STAY_S: i64 = 15 * 60;
/// … this near to where they were, in metres, may be at home.
const STAY_M: f64 = 50.0;
/// Who is back so soon, in seconds, did not leave; and a phone that does not know where it is says so no longer.
const LEAVING_S: i64 = 5 * 60;
/// Of readings nearer together than this, in seconds, one is enough to tell a stay.
const THIN_S: i64 = 5;
/// Where no clock tells, so many readings are a stay: twice as many as somebody leaves who walks by with one each second …
const STAY_COUNT: usize = 75;
/// … this near to where they were, in metres.
const COUNT_M: f64 = 25.0;
/// The disc of a stay holds this part of its time.
const MOST_OF_IT: f64 = 0.8;

/// Where somebody stayed, and from when to when (seconds since 1970, UTC).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) struct Stay {
    /// In the middle of it.
    pub at: Coord,
    /// Most of the time they were so near to that, in metres.
    pub spread: f64,
    /// When they came; nothing where no clock tells.
    pub from: Option<i64>,
    /// When they were there last.
    pub to: Option<i64>,
}

/// A reading, and how long the recording had gone on by then, in seconds.
#[derive(Clone, Copy)]
struct Clocked {
    at: Coord,
    time: Option<i64>,
    after: i64,
}

/// The places where somebody stayed at least [`STAY_S`] within [`STAY_M`], by when they came; then those that are told by number.
pub(in super::super) fn stays(outing: &Outing) -> Vec<Stay> {
    let readings = clocked(outing);
    let mut found = by_time(&readings);
    let still = readings.chunk_by(|a, b| a.after == b.after);
    found.extend(still.filter(|run| run.len() >= STAY_COUNT).flat_map(by_number));
    found
}

fn clocked(outing: &Outing) -> Vec<Clocked> {
    let (mut after, mut last) = (0, None);
    let reading = |reading: &super::Reading| {
        if let Some(time) = reading.time {
            after += last.map_or(0, |last: i64| (time - last).abs());
            last = Some(time);
        }
        Clocked { at: reading.at, time: reading.time, after }
    };
    outing.iter().flatten().map(reading).collect()
}

fn by_time(readings: &[Clocked]) -> Vec<Stay> {
    let mut timed: Vec<Clocked> = Vec::new();
    for reading in readings.iter().filter(|reading| reading.time.is_some()) {
        if timed.last().is_none_or(|last| reading.after - last.after >= THIN_S) {
            timed.push(*reading);
        }
    }
    // Between two readings near a place: who was away in between for longer was not there.
    let near = |a: usize, b: usize| {
        let time = timed[b].after - timed[a].after;
        if b == a + 1 || time <= LEAVING_S { time } else { 0 }
    };
    let steps =
        |inside: &[usize]| -> Vec<i64> { inside.windows(2).map(|two| near(two[0], two[1])).collect() };
    let places: Vec<Coord> = timed.iter().map(|reading| reading.at).collect();
    let found = gathered(&places, STAY_M, |inside| steps(inside).iter().sum::<i64>() >= STAY_S);
    let stay = |inside: &Vec<usize>| {
        let steps = steps(inside);
        // Each counts for the time round it.
        let step = |at: Option<usize>| at.and_then(|at| steps.get(at)).copied().unwrap_or_default();
        #[allow(clippy::cast_precision_loss, reason = "a stay is far shorter than 2⁵² seconds")]
        let weight = |n: usize| (step(n.checked_sub(1)) + step(Some(n))) as f64;
        let weighted: Vec<(Coord, f64)> =
            inside.iter().enumerate().map(|(n, at)| (timed[*at].at, weight(n))).collect();
        let moments = || inside.iter().filter_map(|at| timed[*at].time);
        Stay { from: moments().min(), to: moments().max(), ..disc(&weighted) }
    };
    found.iter().map(stay).collect()
}

fn by_number(run: &[Clocked]) -> Vec<Stay> {
    let places: Vec<Coord> = run.iter().map(|reading| reading.at).collect();
    let found = gathered(&places, COUNT_M, |inside| inside.len() >= STAY_COUNT);
    found.iter().map(|inside| disc(&inside.iter().map(|at| (places[*at], 1.0)).collect::<Vec<_>>())).collect()
}

/// Groups of places within `radius` of one of them, in the order of those, of which there are enough; each is in one at most.
fn gathered(places: &[Coord], radius: f64, is_enough: impl Fn(&[usize]) -> bool) -> Vec<Vec<usize>> {
    // Squares, so that only what lies round a place is looked at.
    #[allow(clippy::cast_possible_truncation, reason = "some thousands of kilometres")]
    let square = |at: Coord| ((at.x / radius).floor() as i64, (at.y / radius).floor() as i64);
    let mut squares: HashMap<(i64, i64), Vec<usize>> = HashMap::new();
    for (at, place) in places.iter().enumerate() {
        squares.entry(square(*place)).or_default().push(at);
    }
    let (mut found, mut taken) = (Vec::new(), vec![false; places.len()]);
    for (number, origin) in places.iter().enumerate() {
        if taken[number] {
            continue;
        }
        let (x, y) = square(*origin);
        let round: Vec<(i64, i64)> =
            (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (x + dx, y + dy))).collect();
        let there = round.iter().filter_map(|square| squares.get(square)).flatten().copied();
        let mut inside: Vec<usize> = there.filter(|at| apart(places[*at], *origin) <= radius).collect();
        inside.sort_unstable();
        if !is_enough(&inside) {
            continue;
        }
        for at in &inside {
            taken[*at] = true;
        }
        for square in &round {
            if let Some(there) = squares.get_mut(square) {
                there.retain(|at| !taken[*at]);
            }
        }
        found.push(inside);
    }
    found
}

/// A stay from its places and what each counts for.
fn disc(inside: &[(Coord, f64)]) -> Stay {
    let weighted = |of: &dyn Fn(Coord) -> f64| -> Vec<(f64, f64)> {
        inside.iter().map(|(place, weight)| (of(*place), *weight)).collect()
    };
    let middle =
        Coord { x: quantile(weighted(&|place| place.x), 0.5), y: quantile(weighted(&|place| place.y), 0.5) };
    let spread = quantile(weighted(&|place| apart(place, middle)), MOST_OF_IT);
    Stay { at: middle, spread, from: None, to: None }
}

/// The least value below or at which this part of the weight lies.
fn quantile(mut weighted: Vec<(f64, f64)>, part: f64) -> f64 {
    weighted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let whole: f64 = weighted.iter().map(|(_, weight)| weight).sum();
    let mut below = 0.0;
    for (value, weight) in &weighted {
        below += weight;
        if below >= whole * part {
            return *value;
        }
    }
    weighted.last().map_or(0.0, |(value, _)| *value)
}
