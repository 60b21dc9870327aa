//! The bands as SVG, for pages drawn by the server.

use std::fmt::Write as _;

use geo::{LineString, MultiPolygon};

use super::{contour::Isobands, palette::Ramp};

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

/// The `d` of a path around the places with no, or too few, answers, to be filled with a sparse pattern.
pub fn hatch_path(bands: &Isobands, project: impl Fn(f64, f64) -> (f64, f64)) -> String {
    path(&bands.suppressed, &project)
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
    use crate::heat::{
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
        for d in paths.chain([hatch_path(&bands, project).as_str()]) {
            assert!(d.starts_with('M') && d.ends_with('z'));
            assert!(d.chars().all(|c| c.is_ascii_digit() || "Mlz -".contains(c)), "{d:.80}");
        }
        println!("{} bytes of SVG", svg.len());
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
                    crate::heat::palette::HATCH.hex(),
                    hatch_path(&bands, project),
                    bands_svg(&bands, ramp, project)
                );
                std::fs::write(folder.join(format!("{name}-{bandwidth}.svg")), svg).unwrap();
                let picture = crate::heat::image::picture(&grid, ramp, name, to_lonlat, to_rd).unwrap();
                std::fs::write(folder.join(format!("{name}-{bandwidth}.png")), picture.png).unwrap();
            }
        }
    }
}
