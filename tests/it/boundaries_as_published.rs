//! `buurt import` of boundaries as CBS, PDOK and municipalities publish them: GeoPackage and GeoJSON, RD and degrees, several
//! layers, fields under their usual names.

use serde_json::{Value, json};

use crate::harness::{Place, Ran, commands};
use crate::indicators::geopackage;

/// Degrees round the Voorbeeldbuurt's neighbour.
const DEGREES: [[f64; 2]; 5] =
    [[4.926, 52.348], [4.934, 52.348], [4.934, 52.352], [4.926, 52.352], [4.926, 52.348]];
/// Metres of RD in the Watergraafsmeer.
const METRES: [[f64; 2]; 5] = [
    [123_000.0, 485_000.0],
    [123_500.0, 485_000.0],
    [123_500.0, 485_400.0],
    [123_000.0, 485_400.0],
    [123_000.0, 485_000.0],
];

fn import(place: &Place, file: &str, more: &[&str]) -> Ran {
    place.cli(&[&["buurt", "import", "--json", "--boundary", file], more].concat())
}

fn names(told: &Value) -> Vec<(String, String)> {
    let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
    told["buurten"].as_array().unwrap().iter().map(|one| (text(one, "code"), text(one, "name"))).collect()
}

fn one(code: &str, name: &str) -> Vec<(String, String)> {
    vec![(code.to_owned(), name.to_owned())]
}

/// A ring as Well-Known Binary of this kind (3 a polygon, 1003 with heights, 6 and 12 several, 10 a surface with bends).
fn wkb(kind: u32, ring: &[[f64; 2]]) -> Vec<u8> {
    let head = |kind: u32| [b"\x01".as_slice(), &kind.to_le_bytes(), &1_u32.to_le_bytes()].concat();
    if kind == 6 || kind == 12 {
        return [head(kind), wkb(3, ring)].concat();
    }
    let mut bytes = head(kind);
    bytes.extend(u32::try_from(ring.len()).unwrap().to_le_bytes());
    for [x, y] in ring {
        bytes.extend(x.to_le_bytes());
        bytes.extend(y.to_le_bytes());
        if kind == 1003 {
            bytes.extend(1.5_f64.to_le_bytes());
        }
    }
    bytes
}

/// The same as a GeoPackage keeps it, in hexadecimal.
fn blob(kind: u32, ring: &[[f64; 2]]) -> String {
    hex::encode([b"GP\0\x01\x40\x71\0\0".as_slice(), &wkb(kind, ring)].concat())
}

/// A layer in RD with these fields for code and name, and one row.
fn layer(name: &str, fields: [&str; 2], values: [&str; 2], blob: &str) -> String {
    format!(
        "CREATE TABLE {name} (fid INTEGER PRIMARY KEY, geom BLOB, {} TEXT, {} TEXT);
         INSERT INTO gpkg_contents VALUES ('{name}', 'features', '', 28992);
         INSERT INTO gpkg_geometry_columns VALUES ('{name}', 'geom', 'GEOMETRY', 28992, 0, 0);
         INSERT INTO {name} VALUES (1, X'{blob}', '{}', '{}');",
        fields[0], fields[1], values[0], values[1]
    )
}

#[test]
fn a_geopackage_of_cbs_is_asked_for_a_buurt_a_wijk_or_a_gemeente() {
    commands(async |place| {
        let square = blob(6, &METRES);
        let sql = [
            layer("gemeenten", ["gemeentecode", "gemeentenaam"], ["GM0363", "Amsterdam"], &square),
            layer("wijken", ["wijkcode", "wijknaam"], ["WK0363MM", "Watergraafsmeer"], &square),
            layer("buurten", ["buurtcode", "buurtnaam"], ["BU0363MM05", "Frankendael"], &square),
            "CREATE TABLE kleuren (a TEXT); INSERT INTO gpkg_contents VALUES ('kleuren', 'attributes', '', 0);"
                .to_owned(),
        ];
        let file = geopackage(place, "wijkenbuurten.gpkg", &sql.concat()).await;
        for (code, name) in
            [("BU0363MM05", "Frankendael"), ("WK0363MM", "Watergraafsmeer"), ("GM0363", "Amsterdam")]
        {
            assert_eq!(names(&import(place, &file, &["--code", code]).json()), one(code, name));
        }
        assert_eq!(names(&import(place, &file, &["--all"]).json()), one("BU0363MM05", "Frankendael"));
        let wijken = ["--layer", "WIJKEN", "--all"];
        assert_eq!(names(&import(place, &file, &wijken).json()), one("WK0363MM", "Watergraafsmeer"));
        import(place, &file, &["--layer", "straten", "--all"]).failed("buurten, gemeenten, wijken");
        import(place, &file, &["--code", "BU9999"]).failed("BU9999");
        let made = place.cli(&["traject", "create", "--buurt", "BU0363MM05", "--title", "Uit CBS"]);
        made.worked();
    });
}

#[test]
fn heights_are_read_bends_are_told_and_what_is_unclear_is_asked() {
    commands(async |place| {
        let fields = ["bu_code", "bu_naam"];
        let file = async |name: &str, sql: String| geopackage(place, name, &sql).await;
        for (kind, name) in [(3, "vlak.gpkg"), (1003, "hoog.gpkg"), (12, "meer.gpkg")] {
            let file = file(name, layer("b", fields, ["BU0001", "Proef"], &blob(kind, &METRES))).await;
            assert_eq!(names(&import(place, &file, &["--all"]).json()), one("BU0001", "Proef"), "{name}");
        }
        let bends = file("rond.gpkg", layer("b", fields, ["BU0001", "Proef"], &blob(10, &METRES))).await;
        import(place, &bends, &["--all"]).failed("CurvePolygon");
        let torn = file("stuk.gpkg", layer("b", fields, ["BU0001", "Proef"], "4750")).await;
        import(place, &torn, &["--all"]).failed("BU0001");
        let two = [
            layer("oost", fields, ["BU0001", "Oost"], &blob(3, &METRES)),
            layer("west", fields, ["BU0002", "West"], &blob(3, &METRES)),
        ];
        let two = file("twee.gpkg", two.concat()).await;
        import(place, &two, &["--all"]).failed("oost, west");
        assert_eq!(names(&import(place, &two, &["--all", "--layer", "west"]).json()), one("BU0002", "West"));
        let strange = layer("b", ["sleutel", "titel"], ["BU0001", "Proef"], &blob(3, &METRES));
        let strange = file("vreemd.gpkg", strange).await;
        import(place, &strange, &["--all"]).failed("fid, sleutel, titel");
        let said = ["--all", "--code-field", "sleutel", "--name-field", "titel"];
        assert_eq!(names(&import(place, &strange, &said).json()), one("BU0001", "Proef"));
        let worked = format!(
            "{} CREATE VIEW v AS SELECT * FROM b; UPDATE gpkg_contents SET table_name = 'v';",
            layer("b", fields, ["BU0001", "Proef"], &blob(3, &METRES))
        );
        import(place, &file("vraag.gpkg", worked).await, &["--all"]).failed("QGIS");
    });
}

#[test]
fn geojson_has_its_fields_under_the_names_of_whoever_publishes_it() {
    commands(async |place| {
        let collection = |properties: Value, ring: &[[f64; 2]], crs: Option<&str>| {
            let feature = json!({"type": "Feature", "properties": properties,
                "geometry": {"type": "Polygon", "coordinates": [ring]}});
            let mut all = json!({"type": "FeatureCollection", "features": [feature]});
            if let Some(crs) = crs {
                all["crs"] = json!({"type": "name", "properties": {"name": crs}});
            }
            all.to_string()
        };
        for (at, [code, name]) in [
            ["buurtcode", "buurtnaam"],
            ["BU_CODE", "BU_NAAM"],
            ["statcode", "statnaam"],
            ["cbsCode", "naam"],
            ["code", "naam"],
        ]
        .into_iter()
        .enumerate()
        {
            let properties =
                json!({"id": 7, code: "BU0003", name: "Proefbuurt", "gemeentenaam": "Amsterdam"});
            let rd = Some("urn:ogc:def:crs:EPSG::28992");
            let (ring, crs) = if at % 2 == 0 { (&DEGREES, None) } else { (&METRES, rd) };
            let file = place.file(&format!("{at}.geojson"), collection(properties, ring, crs));
            assert_eq!(
                names(&import(place, &file, &["--code", "BU0003"]).json()),
                one("BU0003", "Proefbuurt")
            );
        }
        let unclear = place.file("vreemd.geojson", collection(json!({"sleutel": "a"}), &DEGREES, None));
        import(place, &unclear, &["--all"]).failed("--code-field");
    });
}
