//! The plattegrond as one standalone SVG file.
//!
//! It is loaded as an image under a strict Content-Security-Policy, so everything is a presentation attribute: no
//! style sheet, no script, no reference to anything outside. Coordinates are whole units of half a metre
//! ([`Projection`]); each class is one path, drawn twice by reference where it has a casing.

use std::fmt::Write as _;

use crate::platform::text::escape_xml as escape;

use super::{
    area::Area,
    icons,
    label::{self, Occupied, Placed, Tone},
    model::{Class, Geometry, Line, PlaceKind, Plattegrond},
    palette,
    projection::Projection,
};

/// Roads as (class, width, width with casing, colour, colour of the casing); widths in units of half a metre.
const ROADS: [(Class, f64, f64, &str, &str); 3] = [
    (Class::Service, 8.0, 11.0, palette::STREET, palette::STREET_CASING),
    (Class::Street, 15.0, 19.0, palette::STREET, palette::STREET_CASING),
    (Class::StreetMain, 21.0, 26.0, palette::STREET_MAIN, palette::STREET_MAIN_CASING),
];

/// For which screen the names and signs are sized; the rest of the picture is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lettering {
    /// About 13 px when the picture fills 1024 × 768.
    Tablet,
    /// About 12 px when the picture fills the width of a phone; fewer names.
    Phone,
}

/// Draws a plattegrond. `None` when it has no boundary, which a checked plattegrond always has.
pub fn draw(plattegrond: &Plattegrond, lettering: Lettering) -> Option<String> {
    let projection = Projection::of(plattegrond)?;
    let drawing = Drawing { plattegrond, projection, size: projection.size(), lettering };
    let mut out = String::with_capacity(64 * 1024);
    let [width, height] = drawing.size;
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"'Noto Sans',system-ui,sans-serif\"><title>{}</title>\
         <path fill=\"{}\" d=\"M0 0h{width}v{height}h-{width}z\"/>",
        escape(&plattegrond.buurt.name),
        palette::PAPER,
    );
    drawing.ground(&mut out);
    drawing.ways(&mut out);
    drawing.buildings(&mut out);
    drawing.edge(&mut out);
    drawing.names(&mut out);
    out.push_str("</svg>");
    Some(out)
}

struct Drawing<'a> {
    plattegrond: &'a Plattegrond,
    projection: Projection,
    size: [f64; 2],
    lettering: Lettering,
}

impl Drawing<'_> {
    fn ground(&self, out: &mut String) {
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

    /// Signs and names compete for room: landmarks first, then names, then stops, shops and cafés.
    fn names(&self, out: &mut String) {
        let size = label::size_for(self.size, self.lettering);
        let mut occupied = Occupied::new(self.size);
        let mut signs = Signs { scale: size / 42.0, uses: String::new(), used: Vec::new() };
        self.signs(&icons::LANDMARKS, 1.15, false, &mut occupied, &mut signs);
        let placed = label::place(self.plattegrond, &self.projection, &mut occupied, size);
        self.signs(&icons::EVERYDAY, 2.6, true, &mut occupied, &mut signs);
        let _ = write!(
            out,
            "<g font-size=\"{size:.0}\" text-anchor=\"middle\" fill=\"{}\" stroke=\"{}\" stroke-width=\"{:.0}\" \
             stroke-opacity=\".85\" stroke-linejoin=\"round\" paint-order=\"stroke\">",
            palette::LABEL,
            palette::HALO,
            (size * 0.22).max(2.0),
        );
        for (index, label) in placed.iter().enumerate() {
            write_label(out, index, label);
        }
        out.push_str("</g>");
        signs.write(out);
    }

    /// Signs for places of these kinds, in this order, none over another.
    fn signs(
        &self,
        kinds: &[PlaceKind],
        room: f64,
        only_inside: bool,
        occupied: &mut Occupied,
        signs: &mut Signs,
    ) {
        let area = self.plattegrond.boundary().and_then(|boundary| Area::new([boundary]).ok());
        let inside = |lon, lat| {
            area.as_ref().is_none_or(|area| area.distance(lon, lat).is_ok_and(|metres| metres <= 0.0))
        };
        for &kind in kinds {
            for feature in
                self.plattegrond.of(Class::Place).filter(|place| place.properties.place_kind() == Some(kind))
            {
                let Geometry::Point([lon, lat]) = feature.geometry else { continue };
                let at = self.projection.to_svg(lon, lat);
                let shown = !only_inside || inside(lon, lat);
                if shown && occupied.take(&[at], icons::RADIUS * signs.scale * room) {
                    signs.add(kind, at);
                }
            }
        }
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

    fn units(&self, line: &Line) -> Vec<[i64; 2]> {
        let mut units: Vec<[i64; 2]> =
            line.iter().map(|&[lon, lat]| whole(self.projection.to_svg(lon, lat))).collect();
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

/// Signs that found a place.
struct Signs {
    scale: f64,
    uses: String,
    used: Vec<PlaceKind>,
}

impl Signs {
    fn add(&mut self, kind: PlaceKind, at: [f64; 2]) {
        if !self.used.contains(&kind) {
            self.used.push(kind);
        }
        let [x, y] = whole(at.map(|unit| unit / self.scale));
        let _ = write!(self.uses, "<use href=\"#{}\" x=\"{x}\" y=\"{y}\"/>", icons::id(kind));
    }

    fn write(&self, out: &mut String) {
        out.push_str("<defs>");
        for &kind in &self.used {
            write_icon(out, kind);
        }
        let _ = write!(out, "</defs><g transform=\"scale({:.2})\">{}</g>", self.scale, self.uses);
    }
}

/// A unit is half a metre and a picture at most 60 km: the numbers are small.
#[allow(clippy::cast_possible_truncation)]
fn whole(units: [f64; 2]) -> [i64; 2] {
    units.map(|unit| unit.round() as i64)
}

fn road_id(class: Class) -> &'static str {
    match class {
        Class::StreetMain => "main",
        Class::Street => "street",
        _ => "service",
    }
}

fn write_icon(out: &mut String, kind: PlaceKind) {
    let icon = icons::icon(kind);
    let _ = write!(
        out,
        "<g id=\"{}\"><circle r=\"{}\" fill=\"{}\" stroke=\"#FFF\" stroke-width=\"2.5\"/>",
        icons::id(kind),
        icons::RADIUS,
        icon.disc,
    );
    if !icon.fill.is_empty() {
        let _ = write!(out, "<path fill=\"#FFF\" fill-rule=\"evenodd\" d=\"{}\"/>", icon.fill);
    }
    if !icon.line.is_empty() {
        let _ = write!(out, "<path fill=\"none\" stroke=\"#FFF\" stroke-width=\"2.4\" d=\"{}\"/>", icon.line);
    }
    out.push_str("</g>");
}

fn write_label(out: &mut String, index: usize, label: &Placed) {
    let tone = match label.tone {
        Tone::Street => String::new(),
        Tone::Water => format!(" fill=\"{}\" font-style=\"italic\"", palette::LABEL_WATER),
        Tone::Green => format!(" fill=\"{}\" font-style=\"italic\"", palette::LABEL_GREEN),
    };
    let name = escape(&label.text);
    if let [middle] = label.path[..] {
        let [x, y] = whole(middle);
        let turn = if label.degrees.abs() < 0.5 {
            String::new()
        } else {
            format!(" transform=\"rotate({:.0} {x} {y})\"", label.degrees)
        };
        let _ = write!(out, "<text x=\"{x}\" y=\"{y}\" dy=\".35em\"{turn}{tone}>{name}</text>");
    } else {
        let mut path = PathData::default();
        path.add(label.path.iter().map(|&point| whole(point)).collect(), false);
        let _ = write!(
            out,
            "<path id=\"t{index}\" fill=\"none\" stroke=\"none\" d=\"{}\"/>\
             <text dy=\".35em\"{tone}><textPath href=\"#t{index}\" startOffset=\"50%\">{name}</textPath></text>",
            path.text
        );
    }
}

/// SVG path data in relative commands, as short as they get.
#[derive(Default)]
struct PathData {
    text: String,
    at: [i64; 2],
}

impl PathData {
    /// Adds a line, or a ring whose last point repeats the first.
    fn add(&mut self, mut points: Vec<[i64; 2]>, closed: bool) {
        if closed && points.first() == points.last() {
            points.pop();
        }
        if points.len() < if closed { 3 } else { 2 } {
            return;
        }
        let start = points[0];
        let mut command = ' ';
        for (index, point) in points.into_iter().enumerate() {
            let [dx, dy] = [point[0] - self.at[0], point[1] - self.at[1]];
            match (index, dx, dy) {
                (0, ..) => self.command('m', &mut command, &[dx, dy]),
                (_, dx, 0) => self.command('h', &mut command, &[dx]),
                (_, 0, dy) => self.command('v', &mut command, &[dy]),
                _ => self.command('l', &mut command, &[dx, dy]),
            }
            self.at = point;
        }
        if closed {
            self.text.push('z');
            self.at = start;
        }
    }

    fn command(&mut self, wanted: char, last: &mut char, numbers: &[i64]) {
        // After a move, further pairs are lines already.
        let same = *last == wanted || (*last == 'm' && wanted == 'l');
        if !same || wanted == 'm' {
            self.text.push(wanted);
        }
        for (index, number) in numbers.iter().enumerate() {
            if *number >= 0 && (index > 0 || (same && wanted != 'm')) {
                self.text.push(' ');
            }
            let _ = write!(self.text, "{number}");
        }
        if !(*last == 'm' && wanted == 'l') {
            *last = wanted;
        }
    }
}
