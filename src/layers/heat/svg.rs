//! The bands as SVG, for pages drawn by the server.

use std::fmt::Write as _;

use geo::{LineString, MultiPolygon};

use super::contour::Isobands;
use super::palette::{DOT, DOTS, HATCH, Ramp};

/// Distance between dots, crosses and slanting lines, in units of the picture (half a metre on the ground).
const TILE: u32 = 36;

/// One `<path>` for each band, lowest first, with presentation attributes only (a strict content security
/// policy allows no inline styles). `project` turns longitude and latitude into the picture's coordinates,
/// y down; they are rounded to whole units. The suppressed region is not among them: see [`hatch_path`].
pub fn bands_svg(bands: &Isobands, ramp: Ramp, project: impl Fn(f64, f64) -> (f64, f64)) -> String {
    let mut svg = String::new();
    for band in &bands.bands {
        let colour = ramp.colour(band.class);
        // Writing to a String cannot fail.
        let _ = write!(
            svg,
            r#"<path fill="{}" fill-opacity="{}" fill-rule="evenodd" data-class="{}" d="{}"/>"#,
            colour.hex(),
            f64::from(colour.opacity) / 100.0,
            band.class,
            path(&band.area, &project),
        );
    }
    svg
}

/// As [`bands_svg`], for strengths over concerns: dots that grow with the class, from the patterns of [`patterns`].
pub fn dots_svg(bands: &Isobands, at: usize, project: impl Fn(f64, f64) -> (f64, f64)) -> String {
    let mut svg = String::new();
    for band in &bands.bands {
        let (class, d) = (band.class, path(&band.area, &project));
        // Writing to a String cannot fail.
        let _ = write!(
            svg,
            r#"<path fill="url(#stip-{at}-{class})" fill-rule="evenodd" data-class="{class}" d="{d}"/>"#
        );
    }
    svg
}

/// The `d` of a path around the places with no, or too few, answers.
pub fn hatch_path(bands: &Isobands, project: impl Fn(f64, f64) -> (f64, f64)) -> String {
    path(&bands.suppressed, &project)
}

/// The `d` of a path around an area in degrees, to be filled with a sparse pattern.
pub fn area_path(area: &MultiPolygon<f64>, project: impl Fn(f64, f64) -> (f64, f64)) -> String {
    path(area, &project)
}

/// The `<pattern>`s of the map `at`: `stip-{at}-{class}` for strengths over concerns, `arcering-{at}` where there are no,
/// or too few, answers, `niemand-{at}` where nobody was asked.
pub fn patterns(at: usize) -> String {
    let (tile, half, grey) = (TILE, TILE / 2, HATCH.hex());
    let open = |id: String| {
        format!(r#"<pattern id="{id}" width="{tile}" height="{tile}" patternUnits="userSpaceOnUse">"#)
    };
    let mut svg = String::new();
    for (class, share) in (1..).zip(DOTS) {
        // Two dots in a tile, as on the five of a die: √½ of the tile apart.
        let radius = f64::from(tile * share) / 100.0 * std::f64::consts::FRAC_1_SQRT_2;
        svg += &open(format!("stip-{at}-{class}"));
        for (x, y) in [(half / 2, half / 2), (half / 2 + half, half / 2 + half)] {
            let _ = write!(
                svg,
                r##"<circle cx="{x}" cy="{y}" r="{radius:.1}" fill="{}" stroke="#FFFFFF" stroke-width="2" stroke-opacity="0.85" paint-order="stroke"/>"##,
                DOT.hex()
            );
        }
        svg += "</pattern>";
    }
    let _ = write!(
        svg,
        r#"{}<path d="M-2 {}L{} -2" stroke="{grey}" stroke-opacity="0.45" stroke-width="3.5"/></pattern>"#,
        open(format!("arcering-{at}")),
        tile + 2,
        tile + 2
    );
    let _ = write!(
        svg,
        r##"{}<rect width="{tile}" height="{tile}" fill="#F7F4EC" fill-opacity="0.6"/><path d="M12 12l12 12m0 -12l-12 12" stroke="{grey}" stroke-opacity="0.75" stroke-width="2.5"/></pattern>"##,
        open(format!("niemand-{at}"))
    );
    svg
}

/// The `d` of a path: absolute start, relative lines, whole numbers; what rounding makes equal is left out.
fn path(area: &MultiPolygon<f64>, project: &impl Fn(f64, f64) -> (f64, f64)) -> String {
    let mut d = String::new();
    for polygon in area {
        for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
            ring_path(&mut d, ring, project);
        }
    }
    d
}

fn ring_path(d: &mut String, ring: &LineString<f64>, project: &impl Fn(f64, f64) -> (f64, f64)) {
    let mut points: Vec<(i64, i64)> = ring
        .coords()
        .map(|c| project(c.x, c.y))
        // A cast of a float to an integer saturates; a picture is a few thousand units wide.
        .map(|(x, y)| {
            #[allow(clippy::cast_possible_truncation)]
            let point = (x.round() as i64, y.round() as i64);
            point
        })
        .collect();
    points.pop();
    points.dedup();
    if points.len() < 3 {
        return;
    }
    let _ = write!(d, "M{} {}", points[0].0, points[0].1);
    let mut command = "l";
    for pair in points.windows(2) {
        let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        let _ = write!(d, "{command}{dx} {dy}");
        command = " ";
    }
    d.push('z');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::heat::{
        Bandwidth, isobands,
        testing::{invented_layer, to_lonlat, to_rd},
    };

    /// One unit a metre, from the north-west corner of the grid.
    fn project(lon: f64, lat: f64) -> (f64, f64) {
        let (x, y) = to_rd(lon, lat);
        (x - 120_750.0, 487_100.0 - y)
    }

    #[test]
    fn paths_are_whole_numbers_and_carry_no_inline_style() {
        let bands = isobands(&invented_layer(Bandwidth::Normal), to_lonlat);
        let svg = bands_svg(&bands, Ramp::Sterk, project);
        assert_eq!(svg.matches("<path").count(), 5);
        assert!(!svg.contains("style") && !svg.contains("NaN"));
        let paths = svg.split(" d=\"").skip(1).map(|part| part.split('"').next().unwrap());
        for d in paths.chain([area_path(&bands.suppressed, project).as_str()]) {
            assert!(d.starts_with('M') && d.ends_with('z'));
            assert!(d.chars().all(|c| c.is_ascii_digit() || "Mlz -".contains(c)), "{d:.80}");
        }
        println!("{} bytes of SVG", svg.len());
    }

    #[test]
    fn dots_of_a_higher_class_are_larger_and_never_touch() {
        let svg = patterns(7);
        let radii =
            svg.split(r#" r=""#).skip(1).map(|part| part.split('"').next().unwrap().parse::<f64>().unwrap());
        let radii: Vec<f64> = radii.step_by(2).collect();
        assert_eq!(radii.len(), 5);
        assert!(radii.windows(2).all(|pair| pair[0] < pair[1]), "{radii:?}");
        let apart = f64::from(TILE) * std::f64::consts::FRAC_1_SQRT_2;
        assert!(radii.iter().all(|radius| 2.0 * radius + 2.0 < apart), "{radii:?}");
        assert!(svg.contains(r#"id="niemand-7""#) && !svg.contains("style"));
    }

    /// Not a check: draws both ramps for a person to look at, where `BUURTBLIK_DRAW` names a folder.
    #[test]
    fn a_layer_can_be_looked_at() {
        let Some(folder) = std::env::var_os("BUURTBLIK_DRAW").map(std::path::PathBuf::from) else { return };
        for bandwidth in Bandwidth::ALL {
            for (name, ramp) in [("sterk", Ramp::Sterk), ("beter", Ramp::Beter)] {
                let grid = invented_layer(bandwidth);
                let bands = isobands(&grid, to_lonlat);
                let svg = format!(
                    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1460 1350"><rect width="1460" height="1350" fill="#F7F4EC"/><path fill="#CFE3B4" d="M250 250h400v330h-400z"/><path fill="#A9D3E6" d="M700 0h90l-60 1350h-90z"/><pattern id="h" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V16" stroke="{}" stroke-opacity=".26" stroke-width="3"/></pattern><path fill="url(#h)" fill-rule="evenodd" d="{}"/>{}</svg>"##,
                    crate::layers::heat::palette::HATCH.hex(),
                    area_path(&bands.suppressed, project),
                    bands_svg(&bands, ramp, project)
                );
                std::fs::write(folder.join(format!("{name}-{bandwidth}.svg")), svg).unwrap();
                let picture =
                    crate::layers::heat::image::picture(&grid, ramp, name, to_lonlat, to_rd).unwrap();
                std::fs::write(folder.join(format!("{name}-{bandwidth}.png")), picture.png).unwrap();
            }
        }
    }
}
