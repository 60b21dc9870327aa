//! The plattegrond as one standalone SVG file.
//!
//! It is loaded as an image under a strict Content-Security-Policy, so everything is a presentation attribute: no
//! style sheet, no script, no reference to anything outside. Coordinates are whole units of half a metre
//! ([`Projection`]); each class is one path, drawn twice by reference where it has a casing.

use std::fmt::Write as _;

use geo::{Geometry, LineString};

use super::{
    feature::Plattegrond,
    lettering::{self, TABLET},
    model::Class,
    palette,
    pen::{PathData, open, whole},
    projection::Projection,
    rows::Rows as _,
};

/// Roads as (class, width, width with casing, colour, colour of the casing); widths in units of half a metre.
const ROADS: [(Class, f64, f64, &str, &str); 3] = [
    (Class::Service, 8.0, 11.0, palette::STREET, palette::STREET_CASING),
    (Class::Street, 15.0, 19.0, palette::STREET, palette::STREET_CASING),
    (Class::StreetMain, 21.0, 26.0, palette::STREET_MAIN, palette::STREET_MAIN_CASING),
];

/// Draws a plattegrond with the names that a tablet shows: for paper, a report, whoever has one picture. `None` when it has no
/// boundary, which a checked plattegrond always has.
pub fn draw(plattegrond: &Plattegrond) -> Option<String> {
    let drawing = Drawing::of(plattegrond)?;
    let mut out = drawing.opened(&plattegrond.buurt.name);
    drawing.ground(&mut out);
    lettering::write(plattegrond, &drawing.projection, TABLET, &mut out);
    out.push_str("</svg>");
    Some(out)
}

/// The same without names and signs: what lies under every set of letters.
pub fn ground(plattegrond: &Plattegrond) -> Option<String> {
    let drawing = Drawing::of(plattegrond)?;
    let mut out = drawing.opened(&plattegrond.buurt.name);
    drawing.ground(&mut out);
    out.push_str("</svg>");
    Some(out)
}

struct Drawing<'a> {
    plattegrond: &'a Plattegrond,
    projection: Projection,
    size: [f64; 2],
}

impl<'a> Drawing<'a> {
    fn of(plattegrond: &'a Plattegrond) -> Option<Self> {
        let projection = Projection::of(plattegrond)?;
        Some(Self { plattegrond, projection, size: projection.size() })
    }

    fn opened(&self, name: &str) -> String {
        let [width, height] = self.size;
        let mut out = String::with_capacity(64 * 1024);
        open(&mut out, self.size, name);
        let _ = write!(out, "<path fill=\"{}\" d=\"M0 0h{width}v{height}h-{width}z\"/>", palette::PAPER);
        out
    }

    fn ground(&self, out: &mut String) {
        self.surfaces(out);
        self.ways(out);
        self.buildings(out);
        self.edge(out);
    }

    fn surfaces(&self, out: &mut String) {
        let areas = [
            (Class::Green, palette::GREEN),
            (Class::Wood, palette::WOOD),
            (Class::Sport, palette::SPORT),
            (Class::Square, palette::SQUARE),
            (Class::Water, palette::WATER),
        ];
        for (class, fill) in areas {
            let attributes = format!("fill=\"{fill}\" fill-rule=\"evenodd\"");
            element(out, &attributes, &self.path_of(class));
        }
        let attributes = format!(
            "fill=\"none\" stroke=\"{}\" stroke-width=\"5\" stroke-linejoin=\"round\"",
            palette::WATER
        );
        element(out, &attributes, &self.path_of(Class::Waterway));
    }

    fn ways(&self, out: &mut String) {
        out.push_str("<g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\"><defs>");
        for (class, ..) in ROADS {
            element(out, &format!("id=\"{}\"", road_id(class)), &self.path_of(class));
        }
        element(out, "id=\"rail\"", &self.path_of(Class::Rail));
        out.push_str("</defs>");
        let dashed = format!(
            "stroke=\"{}\" stroke-width=\"3\" stroke-dasharray=\"7 5\" stroke-linecap=\"butt\"",
            palette::PATH
        );
        element(out, &dashed, &self.path_of(Class::Path));
        for (class, _, width, _, colour) in ROADS {
            self.again(out, class, width, colour);
        }
        for (class, width, _, colour, _) in ROADS {
            self.again(out, class, width, colour);
        }
        if self.plattegrond.of(Class::Rail).next().is_some() {
            let _ = write!(
                out,
                "<g stroke-linecap=\"butt\"><use href=\"#rail\" stroke=\"{}\" stroke-width=\"3.6\"/>\
                 <use href=\"#rail\" stroke=\"{}\" stroke-width=\"1.8\" stroke-dasharray=\"12 12\"/></g>",
                palette::RAIL,
                palette::PAPER,
            );
        }
        out.push_str("</g>");
    }

    fn again(&self, out: &mut String, class: Class, width: f64, colour: &str) {
        if self.plattegrond.of(class).next().is_some() {
            let id = road_id(class);
            let _ = write!(out, "<use href=\"#{id}\" stroke=\"{colour}\" stroke-width=\"{width}\"/>");
        }
    }

    fn buildings(&self, out: &mut String) {
        let attributes = format!(
            "fill=\"{}\" fill-rule=\"evenodd\" stroke=\"{}\" stroke-width=\"1.2\" stroke-linejoin=\"round\"",
            palette::BUILDING,
            palette::BUILDING_OUTLINE,
        );
        element(out, &attributes, &self.path_of(Class::Building));
    }

    /// The boundary, and a veil over what lies outside it.
    fn edge(&self, out: &mut String) {
        let boundary = self.path_of(Class::Boundary);
        let [width, height] = self.size;
        let _ = write!(
            out,
            "<path fill=\"{}\" fill-opacity=\".6\" fill-rule=\"evenodd\" d=\"M0 0h{width}v{height}h-{width}z{boundary}\"/>\
             <path fill=\"none\" stroke=\"{}\" stroke-opacity=\".75\" stroke-width=\"6\" stroke-linejoin=\"round\" \
             stroke-dasharray=\"20 12\" d=\"{boundary}\"/>",
            palette::PAPER,
            palette::BOUNDARY,
        );
    }

    /// One path with everything of a class, in relative commands.
    fn path_of(&self, class: Class) -> String {
        let mut path = PathData::default();
        for feature in self.plattegrond.of(class) {
            let closed = matches!(feature.geometry, Geometry::Polygon(_) | Geometry::MultiPolygon(_));
            for line in feature.geometry.lines() {
                path.add(self.units(line), closed);
            }
        }
        path.text
    }

    fn units(&self, line: &LineString) -> Vec<[i64; 2]> {
        let mut units: Vec<[i64; 2]> =
            line.0.iter().map(|at| whole(self.projection.to_svg(at.x, at.y))).collect();
        units.dedup();
        units
    }
}

/// A path, unless there is nothing to draw.
fn element(out: &mut String, attributes: &str, path: &str) {
    if !path.is_empty() {
        let _ = write!(out, "<path {attributes} d=\"{path}\"/>");
    }
}

fn road_id(class: Class) -> &'static str {
    match class {
        Class::StreetMain => "main",
        Class::Street => "street",
        _ => "service",
    }
}
