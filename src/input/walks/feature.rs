//! A walk as features of GeoJSON.

use geojson::feature::Id;
use geojson::{Feature, FeatureCollection, GeometryValue};
use serde_json::{Value, json};

use super::{Stop, Walk};
use crate::input::pins::point;
use crate::place::buurt::Place;
use crate::platform::geojson as files;

/// The line as a geometry: several lines; a point where only the middle of a short track is left; nothing without one.
fn track_geometry(track: &[Vec<Place>]) -> Option<GeometryValue> {
    let lines: Vec<_> = track.iter().filter(|piece| piece.len() > 1).collect();
    if lines.is_empty() {
        return track.first()?.first().copied().map(point);
    }
    let position = |place: &Place| [place.lon, place.lat];
    Some(GeometryValue::new_multi_line_string(lines.into_iter().map(|piece| piece.iter().map(position))))
}

impl Walk {
    /// As the list of walks shows it: a feature with the line, and its photos in order under `properties.stops`.
    pub fn feature(&self) -> Feature {
        let stops: Vec<Value> =
            self.stops.iter().enumerate().map(|(index, stop)| stop.json(index + 1, self.mine)).collect();
        let properties = json!({"mine": self.mine, "title": self.title, "stops": stops});
        let feature = files::feature(track_geometry(&self.track), properties);
        Feature { id: Some(Id::String(self.id.clone())), ..feature }
    }

    /// For the map: a collection of the line (`properties.part` is `track`) and each photo that has a place (`properties.part`
    /// is `stop`), with its number in the order of the walk, counted from 1.
    pub fn collection(&self) -> FeatureCollection {
        let line = track_geometry(&self.track);
        let line = line.map(|line| files::feature(Some(line), json!({"part": "track"})));
        let stops = self.stops.iter().enumerate().filter_map(|(index, stop)| {
            let mut properties = stop.json(index + 1, self.mine);
            properties["part"] = "stop".into();
            let feature = files::feature(Some(point(stop.place?)), properties);
            Some(Feature { id: Some(Id::String(stop.photo.id.clone())), ..feature })
        });
        let beside = json!({"id": self.id, "mine": self.mine, "title": self.title});
        files::collection(line.into_iter().chain(stops).collect(), beside)
    }
}

impl Stop {
    /// The members of a photo at a pin, and what the walk adds.
    fn json(&self, number: usize, mine: bool) -> Value {
        let mut json = self.photo.json();
        json["number"] = number.into();
        json["place"] = json!(self.place.map(|place| [place.lon, place.lat]));
        json["kind"] = json!(self.kind);
        json["theme"] = json!(self.theme);
        json["moment"] = json!(self.moment);
        json["at"] = self.at.into();
        json["matters"] = self.matters.into();
        json["pin"] = json!(self.pin.then_some(&self.photo.id));
        if mine {
            json["state"] = json!(self.state);
        }
        json
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_of_a_short_track_is_a_point_and_of_none_nothing() {
        let at = Place { lon: 4.0, lat: 52.0 };
        let kind = |track: &[Vec<Place>]| track_geometry(track).map(|geometry| geometry.type_name());
        assert_eq!((kind(&[]), kind(&[Vec::new()])), (None, None));
        assert_eq!(kind(&[vec![at]]), Some("Point"));
        assert_eq!(kind(&[vec![at], vec![at, at]]), Some("MultiLineString"));
    }
}
