//! Points on the map: numbers over the server's drawing, and the same for the live map.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::Point;
use crate::place::buurt::{Place, TrajectArea};
use crate::platform::texts::tv;

/// The points that have a place, each with the number it has in the list.
pub fn numbers(points: &[Point]) -> Vec<(usize, Place)> {
    points.iter().enumerate().filter_map(|(at, point)| Some((at + 1, point.place?))).collect()
}

/// Numbers over the server's drawing: for paper, and before the live map is there. The list beside it says what they are.
pub fn marks(area: &TrajectArea, numbers: &[(usize, Place)]) -> impl IntoView + use<> {
    let projection = area.projection;
    let [width, height] = projection.size();
    let marks = numbers.iter().map(|(number, place)| {
        let [x, y] = projection.to_svg(place.lon, place.lat);
        let (at, number) = (format!("translate({x:.0} {y:.0})"), number.to_string());
        view! { <g transform=at><circle r="38"></circle><text y="15">{number}</text></g> }
    });
    let marks = marks.collect_view();
    view! {
        <svg class="map-drawing map-over map-numbers" aria-hidden="true" focusable="false" viewBox=format!("0 0 {width} {height}")
            preserveAspectRatio="xMidYMid meet">{marks}</svg>
    }
}

/// The same for the live map.
pub(super) fn stops(points: &[Point]) -> Value {
    let stop = |(number, place): (usize, Place)| {
        let label = tv("agenda-number", &[("n", number.into())]);
        json!({"number": number, "lon": place.lon, "lat": place.lat, "label": label})
    };
    json!({"line": [], "stops": numbers(points).into_iter().map(stop).collect::<Vec<_>>()})
}
