//! A walk on the map: a line, and one mark for each place with the numbers of the photos there.

use std::fmt::Write as _;

use leptos::prelude::*;
use serde_json::{Value, json};

use super::Walk;
use crate::place::buurt::{Place, TrajectArea};
use crate::platform::texts::tv;

/// The pieces of the line; without a track from photo to photo in their order. One place is no line.
pub(super) fn line(walk: &Walk) -> Vec<Vec<[f64; 2]>> {
    let photos = walk.places();
    let of_photos = std::slice::from_ref(&photos);
    let is_line = |piece: &&Vec<Place>| piece.len() > 1;
    let pieces = if walk.track.iter().any(|piece| is_line(&piece)) { &walk.track[..] } else { of_photos };
    let pairs = |piece: &Vec<Place>| piece.iter().map(|place| [place.lon, place.lat]).collect();
    pieces.iter().filter(is_line).map(pairs).collect()
}

/// The photos at one place: a second mark there would lie over the first.
struct Mark {
    place: Place,
    /// In the order of the walk, counted from 1.
    numbers: Vec<usize>,
    /// What is read out.
    label: String,
}

fn marks(walk: &Walk) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (number, stop) in (1..).zip(&walk.stops) {
        let Some(place) = stop.place else { continue };
        if let Some(mark) = marks.iter_mut().find(|mark| mark.place == place) {
            mark.numbers.push(number);
            mark.label = tv("walk-stops", &[("numbers", joined(&mark.numbers).into())]);
        } else {
            let label = format!("{} {}", tv("walk-stop", &[("n", number.into())]), stop.photo.caption);
            marks.push(Mark { place, numbers: vec![number], label });
        }
    }
    marks
}

/// Most parts that a mark names: it must not cover the map.
const MOST_PARTS: usize = 3;

/// Growing numbers, short: `1–4, 7`.
fn joined(numbers: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let part = |(first, last): &(usize, usize)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    };
    let mut parts: Vec<String> = runs.iter().take(MOST_PARTS).map(part).collect();
    if runs.len() > MOST_PARTS {
        parts.push("…".to_owned());
    }
    parts.join(", ")
}

/// The marks for the live map; each is called by its first number.
pub(super) fn points(walk: &Walk) -> Vec<Value> {
    let point = |mark: Mark| {
        let Place { lon, lat } = mark.place;
        let text = joined(&mark.numbers);
        json!({"number": mark.numbers.first(), "numbers": mark.numbers, "text": text, "lon": lon, "lat": lat, "label": mark.label})
    };
    marks(walk).into_iter().map(point).collect()
}

/// Line and marks on the server's drawing: for paper, and before the live map is there.
pub(super) fn over(area: &TrajectArea, walk: &Walk) -> impl IntoView + use<> {
    let projection = area.projection;
    let [width, height] = projection.size();
    let mut drawn = String::new();
    for piece in line(walk) {
        let points = piece.iter().map(|[lon, lat]| {
            let [x, y] = projection.to_svg(*lon, *lat);
            format!("{x:.0},{y:.0}")
        });
        let points = points.collect::<Vec<_>>().join(" ");
        // Writing into a string cannot fail.
        let _ = write!(drawn, "<polyline points=\"{points}\"/>");
    }
    for mark in marks(walk) {
        let [x, y] = projection.to_svg(mark.place.lon, mark.place.lat);
        let text = joined(&mark.numbers);
        // A circle for one or two signs, longer for more.
        let wide = 76 + 24 * text.chars().count().saturating_sub(2);
        let west = wide / 2;
        let _ = write!(
            drawn,
            "<g transform=\"translate({x:.0} {y:.0})\"><rect x=\"-{west}\" y=\"-38\" width=\"{wide}\" height=\"76\" rx=\"38\"/>\
             <text y=\"15\">{text}</text></g>"
        );
    }
    view! {
        <svg class="walk-over" aria-hidden="true" focusable="false" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMidYMid meet"
            inner_html=drawn></svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_one_place_are_joined_and_never_long() {
        for (numbers, text) in [
            (&[3][..], "3"),
            (&[1, 2], "1, 2"),
            (&[1, 2, 3, 4], "1–4"),
            (&[1, 3], "1, 3"),
            (&[1, 2, 3, 7, 9, 10], "1–3, 7, 9, 10"),
            (&[1, 3, 5, 7], "1, 3, 5, …"),
        ] {
            assert_eq!(joined(numbers), text);
        }
    }
}
