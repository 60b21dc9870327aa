//! Where names go on the drawn plattegrond: along the street, the longest streets first, none over another.

use std::collections::BTreeMap;

use geo::{Geometry, LineString};

use super::{
    feature::{Feature, Plattegrond},
    model::Class,
    occupancy::Occupied,
    projection::Projection,
    rows::Rows as _,
};

type Point = [f64; 2];

/// Of the whole area: more names make a map restless.
const MOST_NAMES: f64 = 90.0;
/// However near: a picture of a whole town stays light.
const MOST_EVER: f64 = 1_500.0;
/// Where one sees a part of a street only, its name stands again after so many heights of a letter.
const AGAIN: f64 = 45.0;

/// A name with its place, in units.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    pub text: String,
    pub tone: Tone,
    /// One point (with an angle), or the curve the name follows.
    pub path: Vec<Point>,
    /// Clockwise, with one point only.
    pub degrees: f64,
}

/// What a name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Street,
    Water,
    Green,
}

/// Finds places for the names of parks and water, then of streets. `nearness` is 1 where the whole area is looked at, 2 where half
/// its width is: there are more names then, and a long street has its own more than once.
pub(super) fn place(
    plattegrond: &Plattegrond,
    projection: &Projection,
    occupied: &mut Occupied,
    size: f64,
    nearness: f64,
) -> Vec<Placed> {
    let most = (MOST_NAMES * nearness * nearness).min(MOST_EVER);
    let mut placed = Vec::new();
    let mut lines = Names::default();
    for feature in &plattegrond.features {
        let Some(name) = feature.properties.name.as_deref().filter(|name| !name.is_empty()) else { continue };
        let tone = match feature.properties.class {
            class if class.is_street() => Tone::Street,
            Class::Waterway => Tone::Water,
            _ => continue,
        };
        lines.add(name, tone, feature, projection);
    }
    for (text, (_, tone, rooms)) in surfaces(plattegrond, projection, size) {
        placed.extend(rooms.into_iter().find_map(|middle| level(&text, tone, middle, size, occupied)));
    }
    for (text, tone, chains) in lines.longest_first() {
        #[allow(clippy::cast_precision_loss, reason = "some hundreds")]
        if placed.len() as f64 >= most {
            break;
        }
        if placed.iter().any(|other: &Placed| other.text == text) {
            continue;
        }
        if nearness > 1.0 {
            let pieces = chains.iter().flat_map(|chain| cut(chain, AGAIN * size));
            let again: Vec<Placed> =
                pieces.filter_map(|piece| along(&piece, &text, tone, occupied, size)).collect();
            if !again.is_empty() {
                placed.extend(again);
                continue;
            }
        }
        placed.extend(chains.iter().find_map(|chain| along(chain, &text, tone, occupied, size)));
    }
    placed
}

/// A name that stands level round a point, if there is room.
pub(super) fn level(
    text: &str,
    tone: Tone,
    middle: Point,
    size: f64,
    occupied: &mut Occupied,
) -> Option<Placed> {
    let free = occupied.take(&spread(middle, width_of(text, size), size), size * 0.6);
    free.then(|| Placed { text: text.to_owned(), tone, path: vec![middle], degrees: 0.0 })
}

/// A line in equal pieces of about this length.
fn cut(chain: &[Point], about: f64) -> Vec<Vec<Point>> {
    let whole = length(chain);
    let count = (whole / about).round().max(1.0);
    let (each, mut pieces, mut piece, mut done) = (whole / count, Vec::new(), Vec::new(), 0.0);
    piece.extend(chain.first().copied());
    for pair in chain.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        while done + distance(from, to) > each {
            let part = (each - done) / distance(from, to);
            from = [0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * part);
            piece.push(from);
            pieces.push(std::mem::replace(&mut piece, vec![from]));
            done = 0.0;
        }
        done += distance(from, to);
        piece.push(to);
    }
    pieces.push(piece);
    pieces
}

/// The widest stretch of a surface, what it is, and the middles of all stretches that are wide enough.
type Rooms = (f64, Tone, Vec<Point>);

/// Named parks and water, large enough for their name, largest first.
fn surfaces(plattegrond: &Plattegrond, projection: &Projection, size: f64) -> Vec<(String, Rooms)> {
    let mut best: BTreeMap<&str, Rooms> = BTreeMap::new();
    for feature in &plattegrond.features {
        let tone = match feature.properties.class {
            Class::Green | Class::Wood => Tone::Green,
            Class::Water => Tone::Water,
            _ => continue,
        };
        let Some(name) = feature.properties.name.as_deref() else { continue };
        let mut rooms = stretches(&feature.geometry, projection);
        rooms.retain(|(room, _)| *room >= width_of(name, size));
        let Some(&(widest, _)) = rooms.first() else { continue };
        if best.get(name).is_none_or(|(other, ..)| widest > *other) {
            best.insert(name, (widest, tone, rooms.into_iter().map(|(_, middle)| middle).collect()));
        }
    }
    let mut all: Vec<_> = best.into_iter().map(|(name, rooms)| (name.to_owned(), rooms)).collect();
    all.sort_by(|a, b| b.1.0.total_cmp(&a.1.0));
    all
}

/// Level stretches inside a surface at several heights, the widest first: width and middle.
fn stretches(geometry: &Geometry, projection: &Projection) -> Vec<(f64, Point)> {
    let rings: Vec<Vec<Point>> = geometry.lines().into_iter().map(|ring| drawn(ring, projection)).collect();
    let heights = rings.iter().flatten().map(|point| point[1]);
    let (top, bottom) = heights.fold((f64::MAX, f64::MIN), |(low, high), y| (low.min(y), high.max(y)));
    let mut found = Vec::new();
    for level in (2..=18).map(|part| top + (bottom - top) * f64::from(part) / 20.0) {
        let edges = rings.iter().flat_map(|ring| ring.windows(2));
        let mut crossings: Vec<f64> = edges
            .filter(|edge| (edge[0][1] > level) != (edge[1][1] > level))
            .map(|edge| {
                edge[0][0] + (level - edge[0][1]) / (edge[1][1] - edge[0][1]) * (edge[1][0] - edge[0][0])
            })
            .collect();
        crossings.sort_by(f64::total_cmp);
        let pairs = crossings.chunks_exact(2);
        found.extend(pairs.map(|pair| (pair[1] - pair[0], [f64::midpoint(pair[0], pair[1]), level])));
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found
}

fn drawn(line: &LineString, projection: &Projection) -> Vec<Point> {
    line.0.iter().map(|at| projection.to_svg(at.x, at.y)).collect()
}

/// The pieces of named lines.
#[derive(Default)]
struct Names {
    pieces: BTreeMap<String, (Tone, Vec<Vec<Point>>)>,
}

impl Names {
    fn add(&mut self, name: &str, tone: Tone, feature: &Feature, projection: &Projection) {
        let entry = self.pieces.entry(name.to_owned()).or_insert((tone, Vec::new()));
        for line in feature.geometry.lines() {
            entry.1.push(drawn(line, projection));
        }
    }

    /// Each name with its pieces joined, the longest first; names with the longest line first.
    fn longest_first(self) -> Vec<(String, Tone, Vec<Vec<Point>>)> {
        let mut names: Vec<_> =
            self.pieces.into_iter().map(|(name, (tone, pieces))| (name, tone, joined(pieces))).collect();
        names.sort_by(|a, b| longest(&b.2).total_cmp(&longest(&a.2)));
        names
    }
}

fn longest(chains: &[Vec<Point>]) -> f64 {
    chains.first().map_or(0.0, |chain| length(chain))
}

/// Joins pieces that meet end to end; the longest chain first.
fn joined(mut pieces: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    let mut chains = Vec::new();
    while let Some(mut chain) = pieces.pop() {
        while let Some((index, turn)) =
            pieces.iter().enumerate().find_map(|(index, piece)| Some((index, meets(&chain, piece)?)))
        {
            let mut piece = pieces.swap_remove(index);
            if turn.flip_chain {
                chain.reverse();
            }
            if turn.flip_piece {
                piece.reverse();
            }
            chain.extend(piece.into_iter().skip(1));
        }
        chains.push(chain);
    }
    chains.sort_by(|a, b| length(b).total_cmp(&length(a)));
    chains
}

struct Turn {
    flip_chain: bool,
    flip_piece: bool,
}

/// How to turn two pieces so that the second continues the first without a sharp bend.
fn meets(chain: &[Point], piece: &[Point]) -> Option<Turn> {
    for flip_chain in [false, true] {
        for flip_piece in [false, true] {
            let end = if flip_chain {
                [chain.get(1)?, chain.first()?]
            } else {
                [chain.get(chain.len().checked_sub(2)?)?, chain.last()?]
            };
            let start = if flip_piece {
                [piece.last()?, piece.get(piece.len().checked_sub(2)?)?]
            } else {
                [piece.first()?, piece.get(1)?]
            };
            let (a, b) = (direction(*end[0], *end[1]), direction(*start[0], *start[1]));
            let onward = a[0] * b[0] + a[1] * b[1];
            if distance(*end[1], *start[0]) < 3.0 && onward > 0.5 {
                return Some(Turn { flip_chain, flip_piece });
            }
        }
    }
    None
}

/// Tries to put a name along a line: from its middle outwards, straight stretches before bent ones.
fn along(chain: &[Point], text: &str, tone: Tone, occupied: &mut Occupied, size: f64) -> Option<Placed> {
    let step = size / 2.0;
    let points = resampled(chain, step);
    let width = width_of(text, size);
    let count = steps(width, step);
    if points.len() <= count {
        return None;
    }
    let last = points.len() - 1 - count;
    let from_middle = (0..=last).map(|offset| {
        if offset % 2 == 0 { last / 2 + offset / 2 } else { last / 2 - offset.div_ceil(2).min(last / 2) }
    });
    let mut windows: Vec<(bool, &[Point])> = Vec::new();
    for start in from_middle.filter(|start| *start <= last) {
        let window = &points[start..=start + count];
        match bend(window) {
            bend if bend < size * 0.18 => windows.push((true, window)),
            bend if bend < width * 0.16 && gentle(window) => windows.push((false, window)),
            _ => {}
        }
    }
    windows.sort_by_key(|(straight, _)| !straight);
    let (straight, window) = windows.into_iter().find(|(_, window)| occupied.take(window, size * 0.55))?;
    Some(written(window, straight, text, tone))
}

/// Left to right, as a straight or a bent name.
fn written(window: &[Point], straight: bool, text: &str, tone: Tone) -> Placed {
    let mut path = window.to_vec();
    let (first, last) = (path[0], path[path.len() - 1]);
    if first[0] > last[0] {
        path.reverse();
    }
    let along = direction(path[0], path[path.len() - 1]);
    let degrees = along[1].atan2(along[0]).to_degrees();
    if straight {
        path = vec![[f64::midpoint(first[0], last[0]), f64::midpoint(first[1], last[1])]];
    } else {
        path = longer(smooth(&path));
    }
    Placed { text: text.to_owned(), tone, path, degrees }
}

fn smooth(path: &[Point]) -> Vec<Point> {
    let middle = path
        .windows(3)
        .map(|three| [0, 1].map(|axis| (three[0][axis] + three[1][axis] * 2.0 + three[2][axis]) / 4.0));
    path.first().copied().into_iter().chain(middle).chain(path.last().copied()).collect()
}

/// A fallback font may be wider than expected, and letters beyond the end of their curve vanish: some room at both
/// ends.
fn longer(mut path: Vec<Point>) -> Vec<Point> {
    for _ in 0..2 {
        path.reverse();
        if let [.., before, last] = path[..] {
            path.push([0, 1].map(|axis| last[axis] * 3.0 - before[axis] * 2.0));
        }
    }
    path
}

/// The largest distance between a row of points and the straight line from its first to its last.
fn bend(window: &[Point]) -> f64 {
    let (first, last) = (window[0], window[window.len() - 1]);
    let along = direction(first, last);
    let off = |point: &Point| ((point[0] - first[0]) * along[1] - (point[1] - first[1]) * along[0]).abs();
    window.iter().map(off).fold(0.0, f64::max)
}

/// Whether no two steps in a row turn more than about 25 degrees.
fn gentle(window: &[Point]) -> bool {
    window.windows(3).all(|three| {
        let (a, b) = (direction(three[0], three[1]), direction(three[1], three[2]));
        a[0] * b[0] + a[1] * b[1] > 0.9
    })
}

/// Points at equal steps along a line.
fn resampled(line: &[Point], step: f64) -> Vec<Point> {
    let mut points: Vec<Point> = line.first().copied().into_iter().collect();
    let mut left = step;
    for pair in line.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut piece = distance(from, to);
        while piece >= left {
            let part = left / piece;
            from = [0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * part);
            points.push(from);
            piece -= left;
            left = step;
        }
        left -= piece;
    }
    points
}

/// Points along a level name, to take its room.
fn spread([x, y]: Point, width: f64, size: f64) -> Vec<Point> {
    let count = steps(width, size / 2.0);
    let start = x - width / 2.0;
    (0..=count).map(|index| [start + width * share(index, count), y]).collect()
}

#[allow(clippy::cast_precision_loss)] // a name has some dozens of steps
fn share(index: usize, count: usize) -> f64 {
    index as f64 / count.max(1) as f64
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // positive, and some dozens
fn steps(width: f64, step: f64) -> usize {
    (width / step).ceil() as usize
}

/// About how wide a text is, from the letter widths of a humanist sans-serif.
fn width_of(text: &str, size: f64) -> f64 {
    let em = |letter: char| match letter {
        'i' | 'j' | 'l' | 'I' | '\'' | '.' | ',' | '’' => 0.27,
        ' ' | 'f' | 't' | 'r' | '-' | '(' | ')' => 0.36,
        'm' | 'w' | 'M' | 'W' => 0.9,
        letter if letter.is_uppercase() => 0.65,
        letter if letter.is_ascii() => 0.56,
        _ => 0.6,
    };
    text.chars().map(em).sum::<f64>() * size * 1.06
}

fn length(line: &[Point]) -> f64 {
    line.windows(2).map(|pair| distance(pair[0], pair[1])).sum()
}

fn distance(a: Point, b: Point) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

fn direction(a: Point, b: Point) -> Point {
    let length = distance(a, b).max(f64::MIN_POSITIVE);
    [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
}
