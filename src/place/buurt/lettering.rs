//! Names and signs of the plattegrond, in sets for how near one looks: from afar the long streets, nearer every street, nearest the
//! names of small places. Each set is a picture of its own with the size of the ground, to lie over it.

use std::fmt::Write as _;

use geo::Geometry;

use crate::platform::text::escape_xml as escape;

use super::{
    area::Area,
    feature::{Feature, Plattegrond},
    icons,
    label::{self, Placed, Tone},
    model::{Class, PlaceKind},
    occupancy::Occupied,
    palette,
    pen::{PathData, open, whole},
    projection::Projection,
};

/// The set that a tablet shows of the whole area.
pub const TABLET: usize = 1;
/// From one set to the next letters become smaller by this factor on the ground.
const FINER: f64 = 1.6;
/// A phone on which the whole area is seen, in pixels.
const PHONE: [f64; 2] = [390.0, 780.0];
/// Letters are at least so high on a screen, in pixels.
pub const LEAST_PX: f64 = 12.0;
/// As near as one can look, in pixels for each unit (half a metre).
pub const NEAREST: f64 = 2.0;
/// Of so many sets a picture of 60 km has enough.
pub(super) const MOST_SETS: usize = 14;
/// Height of letters beside signs of natural size (34 units across): from afar signs are smaller, so that they cover less.
const AFAR: f64 = 36.0;
const NEAR: f64 = 26.0;
/// From this set on small places have their names too.
const NAMED: usize = 3;

/// How high the letters of each set are, in units: those for the phone first, then ever smaller.
pub fn sizes([width, height]: [f64; 2]) -> Vec<f64> {
    let least = LEAST_PX / NEAREST;
    let phone = ((width / PHONE[0]).max(height / PHONE[1]) * LEAST_PX).max(least * FINER);
    let sizes = std::iter::successors(Some(phone), |size| Some(size / FINER));
    sizes
        .take_while(|size| *size >= least * 0.99)
        .take(MOST_SETS)
        .map(|size| (size * 10.0).round() / 10.0)
        .collect()
}

/// One set as a picture; nothing where there is no such set.
pub fn draw(plattegrond: &Plattegrond, set: usize) -> Option<String> {
    let projection = Projection::of(plattegrond)?;
    sizes(projection.size()).get(set)?;
    let mut out = String::with_capacity(16 * 1024);
    open(&mut out, projection.size(), &plattegrond.buurt.name);
    write(plattegrond, &projection, set, &mut out);
    out.push_str("</svg>");
    Some(out)
}

/// Writes a set (the nearest one where there is no such set) into a picture.
pub(super) fn write(plattegrond: &Plattegrond, projection: &Projection, set: usize, out: &mut String) {
    let picture = projection.size();
    let sizes = sizes(picture);
    let set = set.min(sizes.len() - 1);
    let lettering = Lettering { plattegrond, projection, set, size: sizes[set] };
    lettering.write(picture, out);
}

struct Lettering<'a> {
    plattegrond: &'a Plattegrond,
    projection: &'a Projection,
    set: usize,
    size: f64,
}

impl Lettering<'_> {
    /// Signs and names compete for room: landmarks first, then names, then stops, shops and cafés.
    fn write(&self, picture: [f64; 2], out: &mut String) {
        let size = self.size;
        let mut occupied = Occupied::new(picture);
        let across = if self.set < NAMED { AFAR } else { NEAR };
        let mut signs =
            Signs { scale: size / across, uses: String::new(), used: Vec::new(), named: Vec::new() };
        self.signs(&icons::LANDMARKS, 1.15, None, &mut occupied, &mut signs);
        let near = f64::from(u32::try_from(self.set.saturating_sub(TABLET)).unwrap_or(0));
        let placed = label::place(self.plattegrond, self.projection, &mut occupied, size, FINER.powf(near));
        let area = self.plattegrond.boundary().and_then(|boundary| Area::new([boundary]).ok());
        self.signs(
            &icons::EVERYDAY,
            2.6 / FINER.powf(near).min(2.0),
            area.as_ref(),
            &mut occupied,
            &mut signs,
        );
        let _ = write!(
            out,
            "<g font-size=\"{size:.1}\" text-anchor=\"middle\" fill=\"{}\" stroke=\"{}\" stroke-width=\"{:.1}\" \
             stroke-opacity=\".85\" stroke-linejoin=\"round\" paint-order=\"stroke\">",
            palette::LABEL,
            palette::HALO,
            size * 0.22,
        );
        for (index, label) in placed.iter().chain(&signs.named).enumerate() {
            write_label(out, index, label);
        }
        out.push_str("</g>");
        signs.write(out);
    }

    /// Signs for places of these kinds, in this order, none over another; where an area is given, those within it only.
    fn signs(
        &self,
        kinds: &[PlaceKind],
        room: f64,
        within: Option<&Area>,
        occupied: &mut Occupied,
        signs: &mut Signs,
    ) {
        let is_shown =
            |lon, lat| within.is_none_or(|area| area.distance(lon, lat).is_ok_and(|metres| metres <= 0.0));
        for &kind in kinds {
            let places = self.plattegrond.of(Class::Place);
            for feature in places.filter(|place| place.properties.place_kind() == Some(kind)) {
                let Geometry::Point(point) = feature.geometry else { continue };
                let (lon, lat) = point.x_y();
                let at = self.projection.to_svg(lon, lat);
                if is_shown(lon, lat) && occupied.take(&[at], icons::RADIUS * signs.scale * room) {
                    signs.add(kind, at);
                    signs.named.extend(self.name_under(feature, at, signs.scale, occupied));
                }
            }
        }
    }

    /// The name of a place under its sign, where one looks from near and there is room.
    fn name_under(
        &self,
        place: &Feature,
        [x, y]: [f64; 2],
        scale: f64,
        occupied: &mut Occupied,
    ) -> Option<Placed> {
        let name = place.properties.name.as_deref().filter(|name| self.set >= NAMED && !name.is_empty())?;
        let middle = [x, y + icons::RADIUS * scale * 1.15 + self.size * 0.75];
        label::level(name, Tone::Street, middle, self.size, occupied)
    }
}

/// Signs that found a place.
struct Signs {
    scale: f64,
    uses: String,
    used: Vec<PlaceKind>,
    /// Names of places, under their signs.
    named: Vec<Placed>,
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
        let _ = write!(out, "</defs><g transform=\"scale({:.3})\">{}</g>", self.scale, self.uses);
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
