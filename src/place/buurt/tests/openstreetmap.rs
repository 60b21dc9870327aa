//! Importing OpenStreetMap, from small files written here and from real ones.

mod pbf;
mod refused;

use std::path::Path;

use geo::{Area as _, Polygon};
use pbf::{Member, Pbf};

use super::*;

/// A square of 0.004° (about 270 by 445 m) round 4.9° E, 52.3° N.
fn square() -> Boundary {
    let (w, s, e, n) = (4.898, 52.298, 4.902, 52.302);
    let geometry = surface(vec![[w, s], [e, s], [e, n], [w, n], [w, s]]);
    Boundary { code: "T1".into(), name: "Testbuurt".into(), geometry }
}

fn imported(pbf: &Pbf) -> (Plattegrond, Report) {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pbf.bytes()).unwrap();
    let import = Import::read(&[square()], &[file.path().to_owned()]).unwrap();
    (import.plattegrond(&square()).unwrap(), import.report())
}

fn import_bytes(bytes: &[u8]) -> Result<Plattegrond, BuurtError> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    import(&square(), &[file.path().to_owned()])
}

/// A pond of two ways, with an island of one way, and the four corners of both.
fn pond() -> Pbf {
    let mut pbf = Pbf::default();
    for (id, lon, lat) in [(1, 4.899, 52.299), (2, 4.901, 52.299), (3, 4.901, 52.301), (4, 4.899, 52.301)] {
        pbf.node(id, lon, lat, &[]);
        pbf.node(id + 4, f64::midpoint(lon, 4.9), f64::midpoint(lat, 52.3), &[]);
    }
    pbf.way(11, &[1, 2, 3], &[]);
    pbf.way(12, &[1, 4, 3], &[]);
    pbf.way(13, &[5, 6, 7, 8, 5], &[]);
    let members = [Member("outer", 11), Member("inner", 13), Member("outer", 12)];
    pbf.relation(21, &members, &[("type", "multipolygon"), ("natural", "water"), ("name", "Vijver")]);
    pbf
}

fn only(plattegrond: &Plattegrond, class: Class) -> &Feature {
    let found: Vec<_> = plattegrond.of(class).collect();
    assert_eq!(found.len(), 1, "{class:?}: {found:?}");
    found[0]
}

#[test]
fn a_pond_with_an_island_is_put_together_from_its_ways() {
    let (drawn, report) = imported(&pond());
    let water = only(&drawn, Class::Water);
    assert_eq!((water.id.as_str(), water.properties.name.as_deref()), ("r21", Some("Vijver")));
    assert!(matches!(water.geometry, Geometry::Polygon(_)), "{:?}", water.geometry);
    assert_eq!(water.geometry.lines().iter().map(|ring| ring.0.len()).collect::<Vec<_>>(), [5, 5]);
    assert_eq!(report.broken, 0);
}

#[test]
fn a_relation_without_tags_of_its_own_takes_those_of_its_outer_way() {
    let mut pbf = pond();
    pbf.way(14, &[1, 2, 3, 4, 1], &[("leisure", "park")]);
    pbf.relation(22, &[Member("outer", 14), Member("inner", 13)], &[("type", "multipolygon")]);
    let (drawn, _) = imported(&pbf);
    let park = only(&drawn, Class::Green);
    assert_eq!(park.id, "r22");
    assert_eq!(park.geometry.lines().len(), 2);
}

#[test]
fn a_ring_that_does_not_close_is_counted_and_left_out() {
    let mut pbf = pond();
    pbf.relation(22, &[Member("outer", 11)], &[("type", "multipolygon"), ("landuse", "forest")]);
    pbf.relation(23, &[Member("outer", 99)], &[("type", "multipolygon"), ("landuse", "grass")]);
    pbf.way(15, &[1, 2, 77, 78, 1], &[("building", "yes")]);
    let (drawn, report) = imported(&pbf);
    only(&drawn, Class::Water);
    assert_eq!(drawn.of(Class::Wood).count() + drawn.of(Class::Building).count(), 0);
    assert_eq!(report.broken, 2);
}

#[test]
fn a_street_is_cut_150_metres_outside_the_boundary() {
    let mut pbf = Pbf::default();
    pbf.node(1, 4.88, 52.3, &[]);
    pbf.node(2, 4.92, 52.3, &[]);
    pbf.node(3, 4.9, 52.3, &[]);
    pbf.way(11, &[1, 3, 2], &[("highway", "residential"), ("name", "Langestraat")]);
    let (drawn, _) = imported(&pbf);
    let area = Area::new([&square().geometry]).unwrap();
    let street = only(&drawn, Class::Street);
    let ends: Vec<_> = street.geometry.positions().collect();
    assert_eq!(ends.len(), 2, "the bend in the middle is no bend: {ends:?}");
    for [lon, lat] in ends {
        let distance = area.distance(lon, lat).unwrap();
        assert!((distance - 150.0).abs() < 0.5, "{distance}");
    }
}

#[test]
fn a_park_that_begins_and_ends_far_away_is_cut_at_the_same_edge() {
    let mut pbf = Pbf::default();
    for (id, lon, lat) in [(1, 4.86, 52.2995), (2, 4.94, 52.2995), (3, 4.94, 52.3005), (4, 4.86, 52.3005)] {
        pbf.node(id, lon, lat, &[]);
    }
    pbf.way(11, &[1, 2, 3, 4, 1], &[("leisure", "park")]);
    let (drawn, _) = imported(&pbf);
    let park = only(&drawn, Class::Green);
    let metric = Metric::around(Place::new(4.9, 52.3).unwrap()).unwrap();
    let ring = park.geometry.positions().map(|[lon, lat]| metric.metres(Place { lon, lat }).unwrap());
    let area = Polygon::new(ring.collect(), vec![]).unsigned_area();
    // 0.004° is 272.9 m; with 150 m on both sides 572.9 m; times 0.001°, which is 111.3 m.
    assert!((area - 572.9 * 111.3).abs() < 100.0, "{area}");
}

#[test]
fn places_are_found_on_nodes_and_on_buildings() {
    let mut pbf = pond();
    pbf.node(31, 4.9, 52.3, &[("amenity", "place_of_worship"), ("religion", "muslim"), ("name", "El Noer")]);
    pbf.node(32, 4.95, 52.3, &[("shop", "bakery"), ("name", "Te ver weg")]);
    pbf.way(14, &[5, 6, 7, 8, 5], &[("building", "school"), ("amenity", "school"), ("name", "De Kade")]);
    let (drawn, _) = imported(&pbf);
    let places: Vec<_> =
        drawn.of(Class::Place).map(|place| (place.properties.name.as_deref().unwrap(), place)).collect();
    assert_eq!(places.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["El Noer", "De Kade"]);
    assert_eq!(places[1].1.properties.place_kind(), Some(PlaceKind::School));
    let Geometry::Point(point) = places[1].1.geometry else { panic!() };
    let (lon, lat) = point.x_y();
    assert!((lon - 4.9).abs() < 1e-5 && (lat - 52.3).abs() < 1e-5);
    only(&drawn, Class::Building);
}

#[test]
fn what_lies_underground_or_indoors_is_not_drawn() {
    let mut pbf = pond();
    pbf.way(14, &[1, 2], &[("highway", "footway"), ("tunnel", "yes")]);
    pbf.way(15, &[1, 2], &[("highway", "footway"), ("indoor", "yes")]);
    pbf.way(16, &[1, 2], &[("railway", "subway"), ("tunnel", "yes")]);
    pbf.way(17, &[1, 2], &[("highway", "footway"), ("footway", "sidewalk")]);
    let (drawn, _) = imported(&pbf);
    assert_eq!(drawn.features.len(), 2, "{:?}", drawn.features);
}

#[test]
fn the_same_object_in_two_files_is_drawn_once() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pond().bytes()).unwrap();
    let drawn = import(&square(), &[file.path().to_owned(), file.path().to_owned()]).unwrap();
    only(&drawn, Class::Water);
}

#[test]
fn without_openstreetmap_a_plattegrond_is_its_boundary() {
    let drawn = import(&square(), &[]).unwrap();
    assert_eq!((drawn.features.len(), drawn.attribution.as_str()), (1, ""));
}

#[test]
fn a_file_that_says_with_each_way_where_it_is_needs_no_nodes() {
    let mut located = Pbf::requiring("LocationsOnWays");
    let corners = [(4.899, 52.299), (4.901, 52.299), (4.901, 52.301), (4.899, 52.301), (4.899, 52.299)];
    located.located(11, &[1, 2, 3, 4, 1], &corners, &[("leisure", "park"), ("name", "Hof")]);
    located.located(12, &[5, 6], &[(4.88, 52.3), (4.92, 52.3)], &[("highway", "residential")]);
    located.located(13, &[7, 8], &[(5.4, 52.3), (5.5, 52.3)], &[("highway", "residential")]);
    let (drawn, report) = imported(&located);
    assert_eq!((drawn.of(Class::Green).count(), report.broken), (1, 0));
    assert_eq!(drawn.of(Class::Street).count(), 0, "no corner of it is near, as without locations");
    located.located(
        14,
        &[5, 9, 6],
        &[(4.88, 52.3), (4.9, 52.3), (4.92, 52.3)],
        &[("highway", "residential")],
    );
    assert_eq!(imported(&located).0.of(Class::Street).count(), 1);
    // The same as when nodes say it.
    let mut nodes = Pbf::default();
    for (id, (lon, lat)) in (1..).zip(&corners[..4]) {
        nodes.node(id, *lon, *lat, &[]);
    }
    nodes.way(11, &[1, 2, 3, 4, 1], &[("leisure", "park"), ("name", "Hof")]);
    assert_eq!(only(&imported(&nodes).0, Class::Green).geometry, only(&drawn, Class::Green).geometry);
}

#[test]
fn rings_that_meet_in_two_nodes_cover_the_same_whichever_ways_are_joined() {
    // Two crescents round a court: they meet in the nodes 1 (south) and 2 (north).
    let build = |order: [usize; 4]| {
        let mut pbf = Pbf::default();
        for (id, lon, lat) in [
            (1, 4.900, 52.2990),
            (2, 4.900, 52.3010),
            (3, 4.898, 52.3000),
            (4, 4.8995, 52.3000),
            (5, 4.9005, 52.3000),
            (6, 4.902, 52.3000),
        ] {
            pbf.node(id, lon, lat, &[]);
        }
        let through = [3, 4, 5, 6];
        for (way, middle) in (11..).zip(through) {
            pbf.way(way, &[1, middle, 2], &[]);
        }
        let ways: [i64; 4] = [11, 12, 13, 14];
        let members = order.map(|at| Member("outer", ways[at]));
        pbf.relation(21, &members, &[("type", "multipolygon"), ("natural", "water")]);
        let (drawn, report) = imported(&pbf);
        assert_eq!(report.broken, 0);
        let metric = Metric::around(Place::new(4.9, 52.3).unwrap()).unwrap();
        let water = only(&drawn, Class::Water).geometry.clone();
        crate::place::buurt::area::metres(&metric, &water).unwrap().unsigned_area()
    };
    let [first, second, third] = [[0, 1, 2, 3], [0, 3, 1, 2], [2, 0, 3, 1]].map(build);
    // The outline is 273 m wide and 222 m high, the court 68 m wide: both are diamonds.
    let wanted = (273.0 - 68.2) * 222.6 / 2.0;
    for found in [first, second, third] {
        assert!((found - wanted).abs() < 150.0, "{found} is not {wanted}");
    }
}

#[test]
fn frankendael_has_named_streets_and_water_and_its_neighbour_buildings() {
    let Some((_, frankendael)) = drawn_from_watergraafsmeer("BU0363MM05") else { return };
    assert!(
        frankendael.index().all().any(|named| named.name == "Gooiseweg" && named.kind == NamedKind::Street)
    );
    assert!(frankendael.of(Class::Water).count() > 0);
    assert_eq!(frankendael.attribution, "© OpenStreetMap-bijdragers");
    // The file has nothing built in Frankendael itself; Tuindorp Frankendael, next to it, is whole.
    let Some((_, tuindorp)) = drawn_from_watergraafsmeer("BU0363MM08") else { return };
    let names: Vec<_> = tuindorp.index().all().map(|named| named.name.clone()).collect();
    println!("{} buildings, {names:?}", tuindorp.of(Class::Building).count());
    assert!(tuindorp.of(Class::Building).count() >= 60);
    assert!(names.iter().any(|name| name == "Zwaardemakerstraat"));
}

#[test]
fn the_centre_of_helsinki_has_everything() {
    let Some((boundary, drawn)) = helsinki() else { return };
    let count = |class| drawn.of(class).count();
    for class in [
        Class::Building,
        Class::Street,
        Class::StreetMain,
        Class::Path,
        Class::Rail,
        Class::Green,
        Class::Place,
    ] {
        assert!(count(class) >= 5, "{class:?}: {}", count(class));
    }
    let holes = drawn.of(Class::Building).filter(|house| house.geometry.lines().len() > 1).count();
    assert!(holes > 50, "{holes} buildings with a court");
    let area = Area::new([&boundary.geometry]).unwrap();
    let furthest = drawn.features.iter().flat_map(|feature| feature.geometry.positions());
    let furthest = furthest.map(|[lon, lat]| area.distance(lon, lat).unwrap()).fold(0.0, f64::max);
    assert!((149.0..=150.5).contains(&furthest), "{furthest}");
    assert!(Plattegrond::from_geojson(&drawn.to_geojson().unwrap()).is_ok());
}

#[test]
fn all_of_amsterdam_is_cut_from_one_reading() {
    let Some(file) = data("boundaries/amsterdam_buurten_2024.geojson") else { return };
    let Some(pbf) = data("osm/amsterdam_watergraafsmeer.osm.pbf") else { return };
    let all = Boundaries::read(&file, Fields::named("cbsCode", "naam")).unwrap().all().unwrap();
    let import = Import::read(&all, &[pbf]).unwrap();
    let drawn: Vec<_> = all.iter().map(|boundary| import.plattegrond(boundary).unwrap()).collect();
    assert_eq!(drawn.len(), 518);
    assert!(drawn.iter().filter(|plattegrond| plattegrond.features.len() > 1).count() >= 5);
    println!("{:?}", import.report());
}

#[test]
fn which_way_round_a_boundary_is_drawn_makes_no_difference() {
    let mut clockwise = square();
    if let Geometry::Polygon(polygon) = &mut clockwise.geometry {
        polygon.exterior_mut(|ring| ring.0.reverse());
    }
    let file = tempfile::NamedTempFile::new().unwrap();
    let mut pbf = Pbf::default();
    pbf.node(1, 4.89, 52.3, &[]);
    pbf.node(2, 4.91, 52.3, &[]);
    pbf.way(11, &[1, 2], &[("highway", "residential")]);
    std::fs::write(file.path(), pbf.bytes()).unwrap();
    let streets = [square(), clockwise].map(|boundary| {
        let drawn = import(&boundary, &[file.path().to_owned()]).unwrap();
        only(&drawn, Class::Street).geometry.clone()
    });
    assert_eq!(streets[0], streets[1]);
}
