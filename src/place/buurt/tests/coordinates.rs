//! Degrees and metres.

use proptest::prelude::*;

use super::*;

/// One line of the official list: number, latitude, longitude, height, x, y, height above NAP (`*`: undefined).
struct Official {
    wgs: Place,
    rd: Rd,
    has_height: bool,
}

fn official() -> Option<Vec<Official>> {
    let text = std::fs::read_to_string(data("oracle/Z001_ETRS89andRDNAP.txt")?).unwrap();
    let line = |line: &str| {
        let parts: Vec<&str> = line.split_whitespace().collect();
        let number = |index: usize| parts[index].parse::<f64>().unwrap();
        let wgs = Place { lon: number(2), lat: number(1) };
        Official { wgs, rd: Rd { x: number(4), y: number(5) }, has_height: parts[6] != "*" }
    };
    Some(text.lines().filter(|line| line.starts_with('3')).map(line).collect())
}

/// The Netherlands: the area of use of EPSG:28992 (3.20–7.22° E, 50.75–53.70° N) where NAP is defined too.
fn dutch(point: &Official) -> bool {
    (3.20..=7.22).contains(&point.wgs.lon) && (50.75..=53.70).contains(&point.wgs.lat) && point.has_height
}

#[test]
fn every_official_dutch_point_is_within_a_quarter_of_a_metre() {
    let Some(points) = official() else { return };
    let dutch: Vec<_> = points.iter().filter(|point| dutch(point)).collect();
    let errors = dutch.iter().map(|point| {
        let found = point.wgs.to_rd().unwrap();
        ((found.x - point.rd.x).hypot(found.y - point.rd.y), point)
    });
    let (worst, at) = errors.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
    println!("{} of {} official points compared, the worst is {worst:.3} m off", dutch.len(), points.len());
    assert!(dutch.len() > 2_000);
    assert!(worst <= 0.25, "{worst} m at {:?}", at.wgs);
}

#[test]
fn the_reference_point_of_rd_lies_in_amersfoort() {
    let rd = Place::new(5.387_204, 52.155_172).unwrap().to_rd().unwrap();
    assert!((rd.x - 155_000.0).abs() < 2.0 && (rd.y - 463_000.0).abs() < 2.0, "{rd:?}");
}

proptest! {
    #[test]
    fn there_and_back_is_the_same_place(lon in 3.2..7.2_f64, lat in 50.8..53.6_f64) {
        let back = Place::new(lon, lat).unwrap().to_rd().unwrap().to_wgs().unwrap();
        let metres = ((back.lat - lat) * 111_320.0).hypot((back.lon - lon) * 111_320.0 * lat.to_radians().cos());
        prop_assert!(metres < 0.01, "{metres} m");
    }

    #[test]
    fn no_number_makes_a_coordinate_panic(lon in any::<f64>(), lat in any::<f64>()) {
        if let Ok(wgs) = Place::new(lon, lat) {
            let _ = wgs.to_rd();
        }
        let _ = Rd { x: lon, y: lat }.to_wgs();
    }
}

#[test]
fn a_local_projection_measures_rightly_in_helsinki() {
    let centre = Place::new(24.9414, 60.1719).unwrap();
    let metric = Metric::around(centre).unwrap();
    assert!(!metric.is_rd());
    // Lengths of one degree on the WGS84 ellipsoid at 60.17° N: 111,415 m north, 55,504 m east.
    let (here, north, east) = (
        metric.metres(centre).unwrap(),
        metric.metres(Place { lon: centre.lon, lat: centre.lat + 0.01 }).unwrap(),
        metric.metres(Place { lon: centre.lon + 0.01, lat: centre.lat }).unwrap(),
    );
    assert!(((north.y - here.y) - 1_114.15).abs() < 0.1, "{}", north.y - here.y);
    assert!(((east.x - here.x) - 555.0).abs() < 1.0, "{}", east.x - here.x);
    let back = metric.degrees(east).unwrap();
    assert!((back.lon - centre.lon - 0.01).abs() < 1e-9);
}

#[test]
fn amsterdam_is_measured_in_rd() {
    assert!(Metric::around(Place::new(4.93, 52.35).unwrap()).unwrap().is_rd());
}

#[test]
fn swapped_and_impossible_coordinates_are_recognised() {
    assert!(matches!(Place::new(52.35, 4.93), Err(CoordinateError::Swapped { .. })));
    assert!(matches!(Place::new(4.93, 152.0), Err(CoordinateError::Swapped { .. })));
    assert!(matches!(Place::new(f64::NAN, 52.0), Err(CoordinateError::NotFinite)));
    assert!(matches!(Place::new(4.9, f64::INFINITY), Err(CoordinateError::NotFinite)));
    assert!(matches!(Place::new(121_000.0, 487_000.0), Err(CoordinateError::LooksLikeRd { .. })));
    assert!(matches!(Place::new(400.0, 400.0), Err(CoordinateError::OutOfRange { .. })));
    assert!(matches!(Place { lon: 24.9, lat: 60.2 }.to_rd(), Err(CoordinateError::OutsideRd { .. })));
}

#[test]
fn a_tap_on_the_picture_is_the_place_that_was_drawn_there() {
    let projection = Projection::new(Bbox { west: 4.92, south: 52.34, east: 4.94, north: 52.36 });
    let [x, y] = projection.to_svg(4.931, 52.349);
    let [lon, lat] = projection.to_wgs(x, y);
    assert!((lon - 4.931).abs() < 1e-9 && (lat - 52.349).abs() < 1e-9);
    let [width, height] = projection.size();
    // 0.02° is 1,363 m east and 2,226 m north here, at half a metre per unit.
    assert!((width - 2_726.0).abs() < 10.0 && (height - 4_450.0).abs() < 20.0, "{width} × {height}");
}
