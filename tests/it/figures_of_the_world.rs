//! Figures as programs and people really write them: marks as numbers, points in other clothes, cells filled up with nothing,
//! what Excel does, and files that are something else than they are called.

use serde_json::{Value, json};

use crate::harness::{Place, commands};
use crate::indicators::{cbs_traject, geopackage, import, point};

/// The squares of case 21, in rows: corner, people, value of homes, per cent.
const SQUARES: [(&str, [i64; 3]); 4] = [
    ("E1238N4847", [25, 340, -99_997]),
    ("E1239N4847", [-99_997, -99_997, 40]),
    ("E1238N4848", [60, -99_995, 55]),
    ("E1239N4848", [10, 410, 60]),
];
const HEADS: [&str; 3] = ["aantal_inwoners", "gemiddelde_woz_waarde_woning", "percentage_huurwoningen"];

/// What of this is kept, as a page or an export has it.
async fn kept(place: &Place, table: &str, columns: &str) -> Vec<Vec<String>> {
    place.rows(&format!("SELECT {columns} FROM {table} ORDER BY 1, 2")).await
}

#[test]
fn the_marks_of_statistics_netherlands_are_never_figures_whatever_the_format() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let more = ["--traject", traject.as_str(), "--as", "vierkanten"];
        let rows = |sign: &str, write: fn(i64) -> String| {
            let heads = format!("crs28992res100m{sign}{}\n", HEADS.join(sign));
            let row =
                |(code, cells): &(&str, [i64; 3])| format!("{code}{sign}{}\n", cells.map(write).join(sign));
            heads + &SQUARES.iter().map(row).collect::<String>()
        };
        let features: Vec<Value> = SQUARES
            .iter()
            .map(|(code, [a, b, c])| {
                json!({"type": "Feature", "geometry": null, "properties":
                    {"crs28992res100m": code, HEADS[0]: a, HEADS[1]: b, HEADS[2]: *c}})
            })
            .collect();
        let values: Vec<String> =
            SQUARES.iter().map(|(code, [a, b, c])| format!("('{code}', {a}, {b}, {c}.0)")).collect();
        let sql = format!(
            "CREATE TABLE vk (code_id INTEGER PRIMARY KEY, crs28992res100m TEXT, {} INTEGER, {} INTEGER, {} REAL);
             INSERT INTO vk (crs28992res100m, {}) VALUES {};
             INSERT INTO gpkg_contents VALUES ('VK', 'Attributes', 'vk', 0);",
            HEADS[0],
            HEADS[1],
            HEADS[2],
            HEADS.join(", "),
            values.join(", ")
        );
        let files = [
            place.file("a.geojson", json!({"type": "FeatureCollection", "features": features}).to_string()),
            geopackage(place, "b.gpkg", &sql).await,
            place.file("pandas.csv", rows(",", |cell| format!("{cell}.0"))),
            place.file("excel.csv", rows(";", |cell| format!("{cell},00"))),
        ];
        for file in files {
            place.sql("DELETE FROM figure_square").await;
            let told = import(place, &file, &more).json();
            assert_eq!((&told["kept"], &told["indicators"]), (&json!(4), &json!(3)), "{file}");
            assert_eq!((&told["secret"], &told["unreadable"]), (&json!(3), &json!(0)), "{file}");
            let squares = kept(place, "figure_square", "x, y, figures").await;
            let figures: Vec<&str> = squares.iter().map(|row| row[2].as_str()).collect();
            let wanted = [r#"[25,340,"x"]"#, "[60,null,55]", r#"["x","x",40]"#, "[10,410,60]"];
            assert_eq!(figures, wanted, "{file}");
        }
        let other = "vk,aantal_inwoners\nE1238N4847,35\nE1239N4847,-99998\nE123800N484800,-99999999\nE1239N4848,-12\n";
        place.sql("DELETE FROM figure_square").await;
        let told = import(place, &place.file("meer.csv", other), &more).json();
        assert_eq!(
            (&told["kept"], &told["unreadable"]),
            (&json!(4), &json!(1)),
            "minus twelve people are none"
        );
        let squares = kept(place, "figure_square", "x, y, figures").await;
        let figures: Vec<&str> = squares.iter().map(|row| row[2].as_str()).collect();
        assert_eq!(figures, ["[35]", "[null]", "[null]", "[null]"]);
    });
}

#[test]
fn cells_filled_up_with_nothing_are_the_same_on_both_databases() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let traject = ["--traject", traject.as_str()];
        let dbf = b"code;naam;inwoners\r\nBU0363MM05;Frankendael\0\0\0;4210\r\nGM0363;Am\x01ster\x1fdam\0\0;931298\r\n";
        let file = place.file("dbf.csv", dbf);
        let told =
            import(place, &file, &[&traject[..], &["--area-field", "code", "--name-field", "naam"]].concat());
        assert_eq!(told.json()["kept"], 2);
        assert_eq!(
            kept(place, "figure_area", "code, name, figures").await,
            [["BU0363MM05", "Frankendael", "[4210]"], ["GM0363", "Amsterdam", "[931298]"]]
        );
        let points =
            b"id;lat;lon;categorie\0\r\n0;52.35;4.9295;afval\0\0\r\n1;52.3503593;4.9303824;afval\0\r\n";
        let file = place.file("punten.csv", points);
        let more = [&traject[..], &["--as", "meldingen", "--category-field", "categorie"]].concat();
        assert_eq!(import(place, &file, &more).json()["kept"], 2);
        assert_eq!(kept(place, "figure_point", "x, y, category").await[0][2], "afval");
        let heads = place.file("koppen.csv", b"code;inwoners\0\0\r\nBU0363MM05;4210\r\nGM0363;931298\r\n");
        import(place, &heads, &traject).json();
        let escaped = r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":
            {"code":"BU0363MM05\u0000","naam\u0000":"Hof\u0000\u0007","w\u0000":1.5}}]}"#;
        let file = place.file("nul.geojson", escaped);
        import(place, &file, &[&traject[..], &["--name-field", "naam"]].concat()).json();
        let columns = kept(place, "indicator", "column_name, name").await;
        assert!(
            columns.iter().any(|row| *row == ["w", "w"]) && columns.iter().any(|row| row[0] == "inwoners")
        );
        assert!(kept(place, "figure_import", "state, id").await.iter().all(|row| row[0] == "ready"));
    });
}

#[test]
fn points_are_read_as_field_apps_services_and_databases_write_them() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let more = ["--traject", traject.as_str(), "--as", "meldingen"];
        let features = |shape: &str| {
            let one = format!(r#"{{"type":"Feature","properties":{{"categorie":"afval"}},{shape}}}"#);
            format!(r#"{{"type":"FeatureCollection","features":[{one}]}}"#)
        };
        let at = r#""coordinates":[4.9295,52.35]"#;
        let rd = r#"{"type":"Point","coordinates":[123814.2,484775.2]}"#;
        let crs = |name: &str| {
            let text = features(&format!(r#""geometry":{rd}"#));
            text.replacen('{', &format!(r#"{{"crs":{{"type":"name","properties":{{"name":"{name}"}}}},"#), 1)
        };
        for (name, content) in [
            ("odk.csv", "plek-Latitude,plek-Longitude,plek-Altitude,plek-Accuracy,categorie\n52.35,4.9295,0,5,afval\n".to_owned()),
            ("kobo.csv", "\"plek\";\"_plek_latitude\";\"_plek_longitude\";\"categorie\"\n\"52.35 4.9295 0 0\";\"52.35\";\"4.9295\";\"afval\"\n".to_owned()),
            ("odk1.csv", "plek,categorie\n52.35 4.9295 0.0 12.5,afval\n".to_owned()),
            ("lijst.csv", "_geolocation;categorie\n[52.35, 4.9295];afval\n".to_owned()),
            ("wkt.csv", "WKT;categorie\nPOINT (4.9295 52.35);afval\n".to_owned()),
            ("komma.csv", "lat;lon;categorie\n52,35;4,9295;afval\n".to_owned()),
            ("multi.geojson", features(r#""geometry":{"type":"MultiPoint","coordinates":[[4.9295,52.35]]}"#)),
            ("fg.geojson", features(&format!(r#""geometry":null,"coordRefSys":"http://www.opengis.net/def/crs/EPSG/0/28992","place":{rd}"#))),
            ("een.geojsonl", format!(r#"{{"type":"Feature","properties":{{"categorie":"afval"}},"geometry":{{"type":"Point",{at}}}}}"#)),
            ("rs.geojsons", format!("\u{1e}{{\"type\":\"Feature\",\"properties\":{{\"categorie\":\"afval\"}},\"geometry\":{{\"type\":\"Point\",{at}}}}}\n")),
            ("adres.geojson", crs("https://www.opengis.net/def/crs/EPSG/0/28992")),
            ("versie.geojson", crs("urn:ogc:def:crs:EPSG:9.9.1:28992")),
        ] {
            place.sql("DELETE FROM figure_point").await;
            let told = import(place, &place.file(name, content), &more).json();
            assert_eq!(told["kept"], 1, "{name}: {told}");
            let points = kept(place, "figure_point", "x, y, category").await;
            assert_eq!(points, [["123810", "484780", "afval"]], "{name}");
        }
        let two = features(r#""geometry":{"type":"MultiPoint","coordinates":[[4.93,52.35],[4.931,52.35]]}"#);
        import(place, &place.file("twee.geojson", two), &more).failed("meer dan één plek");
        let glued = features(&format!(r#""geometry":{{"type":"Point",{at}}}"#)).repeat(2);
        import(place, &place.file("lijm.geojson", glued), &more).failed("één FeatureCollection");
        for text in ["lat;lon;categorie\n523503593;49295;afval\n", "lat;lon\n52.350.359;4.930.382\n"] {
            import(place, &place.file("kwijt.csv", text), &more).failed("komma kwijt");
        }
        let list = r#"[{"_geolocation": [52.35, 4.93]}]"#;
        import(place, &place.file("lijst.json", list), &more).failed("FeatureCollection");
    });
}

#[test]
fn what_excel_does_to_a_table_is_mended_or_told_by_name() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let traject = ["--traject", traject.as_str()];
        let wide = |line: &str| format!("{line}{}\r\n", ";".repeat(700));
        let table =
            ["code;inwoners;score", "BU0363MM05;4210;7,1", "WK0363MM;20500;6,9", ""].map(wide).concat();
        let told = import(place, &place.file("spook.csv", table), &traject).json();
        assert_eq!((&told["kept"], &told["indicators"], &told["ragged"]), (&json!(2), &json!(2), &json!(0)));

        let scores = "sep=;\r\ncode;score;prijs\r\nBU0363MM05;7.85;€ 250.000,-\r\nBU0363MM07;9-okt;€ 275.500,-\r\n\
            WK0363MM;6.95;€ 281.250,-\r\nGM0363;6.45;€ 425.000,-\r\n";
        let file = place.file("scores.csv", scores);
        let told = import(place, &file, &traject).json();
        assert_eq!((&told["dates"], &told["dated"]), (&json!(1), &json!(["BU0363MM07: 9-okt"])));
        assert_eq!((&told["indicators"], &told["unreadable"]), (&json!(2), &json!(1)));
        let areas = kept(place, "figure_area", "code, figures").await;
        for row in
            [["BU0363MM05", "[7.85,250000]"], ["BU0363MM07", "[null,275500]"], ["GM0363", "[6.45,425000]"]]
        {
            assert!(areas.iter().any(|area| *area == row), "{row:?} {areas:?}");
        }
        // It is told before anything is kept.
        let words = place.cli(&["indicators", "import", &file, "--preview", traject[0], traject[1]]);
        assert!(words.worked().contains("BU0363MM07: 9-okt") && words.out.contains("Excel"), "{words:?}");
        let above = "code;huur\nBU0363MM05;785\nGM0363;6,5\n";
        let told =
            import(place, &place.file("procent.csv", above), &[&traject[..], &["--unit", "%"]].concat())
                .json();
        assert_eq!(told["above_hundred"], 1);

        let page = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\r\n<style>td {vertical-align:top; border:1}</style>\
            <table><tr><td>BU0363MM05</td><td>112</td></tr></table></html>";
        let excel = "<?xml version=\"1.0\"?>\r\n<?mso-application progid=\"Excel.Sheet\"?>\r\n<Workbook/>";
        for (name, text) in [("meldingen.xls", page), ("meldingen-2003.xls", excel)] {
            import(place, &place.file(name, text), &traject).failed("sla het op als CSV");
        }
    });
}

#[test]
fn a_geopackage_that_is_still_open_elsewhere_is_refused_and_other_capitals_are_read() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let traject = ["--traject", traject.as_str()];
        let table = "CREATE TABLE Cijfers (fid INTEGER PRIMARY KEY, CODE TEXT, waarde REAL);
            INSERT INTO Cijfers VALUES (1, 'BU0363MM05', 1.5), (2, 'GM0363', 2.5);";
        for (name, data_type) in [("CIJFERS", "aspatial"), ("cijfers", "ATTRIBUTES")] {
            let sql = format!("{table} INSERT INTO gpkg_contents VALUES ('{name}', '{data_type}', 'x', 0);");
            let file = geopackage(place, &format!("{name}.gpkg"), &sql).await;
            let layer = ["--layer", "CiJfErS"];
            assert_eq!(import(place, &file, &[&traject[..], &layer].concat()).json()["kept"], 2, "{name}");
        }
        let shape = point(123_810.0, 484_780.0);
        let sql = format!(
            "CREATE TABLE Meldingen (fid INTEGER PRIMARY KEY, Geom BLOB, categorie TEXT);
             INSERT INTO Meldingen VALUES (1, x'{shape}', 'afval');
             INSERT INTO gpkg_contents VALUES ('MELDINGEN', 'FEATURES', 'x', 28992);
             INSERT INTO gpkg_geometry_columns VALUES ('meldingen', 'GEOM', 'POINT', 28992, 0, 0);"
        );
        let file = geopackage(place, "punten.gpkg", &sql).await;
        assert_eq!(import(place, &file, &[&traject[..], &["--as", "meldingen"]].concat()).json()["kept"], 1);
        for end in ["-wal", "-journal"] {
            let beside = place.file(&format!("punten.gpkg{end}"), [0_u8; 64]);
            import(place, &file, &traject).failed("nog open in een ander programma");
            std::fs::remove_file(beside).unwrap();
        }
        // Alone it cannot be known: it is read, and told.
        let mut bytes = std::fs::read(&file).unwrap();
        bytes[18..20].copy_from_slice(&[2, 2]);
        let alone = place.file("alleen.gpkg", bytes);
        let words = place.cli(&["indicators", "import", &alone, "--preview", traject[0], traject[1]]);
        assert!(words.worked().contains("laatste wijzigingen"), "{words:?}");
    });
}

#[test]
fn a_geopackage_cannot_make_the_program_work_without_end_or_take_its_memory() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let traject = ["--traject", traject.as_str()];
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)";
        let table = "CREATE TABLE cijfers (fid INTEGER PRIMARY KEY, code TEXT, waarde REAL);
            INSERT INTO cijfers VALUES (1, 'BU0363MM05', 1.5);";
        let named = "INSERT INTO gpkg_contents VALUES ('cijfers', 'attributes', 'x', 0);";
        let catalogue = |name: &str, columns: &str| {
            format!(
                "{table} {named} DROP TABLE {name}; CREATE VIEW {name} AS {endless} SELECT {columns} FROM n;"
            )
        };
        let big = "CREATE TABLE cijfers (fid INTEGER PRIMARY KEY, code TEXT, waarde TEXT AS (hex(zeroblob(100000))) VIRTUAL);
            INSERT INTO cijfers (fid, code) VALUES (1, 'BU0363MM05');";
        let stored =
            "CREATE TABLE cijfers (fid INTEGER PRIMARY KEY, code TEXT, waarde REAL AS (fid * 2) STORED);
            INSERT INTO cijfers (fid, code) VALUES (1, 'BU0363MM05');";
        for (what, sql) in [
            (
                "contents.gpkg",
                catalogue("gpkg_contents", "'cijfers' AS table_name, 'attributes' AS data_type"),
            ),
            (
                "systems.gpkg",
                catalogue(
                    "gpkg_spatial_ref_sys",
                    "i AS srs_id, '' AS organization, 1 AS organization_coordsys_id",
                ),
            ),
            (
                "columns.gpkg",
                catalogue("gpkg_geometry_columns", "'a' AS table_name, 'b' AS column_name, 1 AS srs_id"),
            ),
            (
                "view.gpkg",
                format!(
                    "CREATE VIEW cijfers AS {endless} SELECT 'BU0363MM05' AS code, i AS waarde FROM n; {named}"
                ),
            ),
            ("virtueel.gpkg", format!("CREATE VIRTUAL TABLE cijfers USING fts5(code, waarde); {named}")),
            ("groot.gpkg", format!("{big}{named}")),
            ("reken.gpkg", format!("{stored}{named}")),
        ] {
            let began = std::time::Instant::now();
            import(place, &geopackage(place, what, &sql).await, &traject).failed("QGIS");
            assert!(began.elapsed() < std::time::Duration::from_secs(20), "{what}: {:?}", began.elapsed());
        }
        // One value that is too long is nothing; the rest is read.
        let long = "CREATE TABLE cijfers (fid INTEGER PRIMARY KEY, code TEXT, waarde REAL, tekst TEXT);
            INSERT INTO cijfers VALUES (1, 'BU0363MM05', 1.5, hex(zeroblob(20000000))), (2, 'GM0363', 2.5, 'kort');";
        let told =
            import(place, &geopackage(place, "lang.gpkg", &format!("{long}{named}")).await, &traject).json();
        assert_eq!((&told["kept"], &told["indicators"]), (&json!(2), &json!(1)));
    });
}

#[test]
fn a_whole_column_that_excel_turned_into_dates_is_told() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let traject = ["--traject", traject.as_str()];
        let turned =
            "code;score;inwoners\nBU0363MM05;7-mei;4210\nWK0363MM;6-aug;20500\nGM0363;jul-85;900000\n";
        let told = import(place, &place.file("scores.csv", turned), &traject).json();
        assert_eq!((&told["dates"], &told["indicators"]), (&json!(3), &json!(1)), "{told}");
        assert_eq!(told["dated"][0], "BU0363MM05: 7-mei");

        let alone = place.file("alleen.csv", "code;score\nBU0363MM05;7-mei\nWK0363MM;6-aug\n");
        import(place, &alone, &traject).failed("datums");
        let named = ["--traject", traject[1], "--column", "score"];
        import(place, &alone, &named).failed("7-mei");
        // A column of real dates was never one of figures.
        let real = "code;peildatum;inwoners\nBU0363MM05;2026-05-07;4210\nWK0363MM;2026-08-06;20500\n";
        let told = import(place, &place.file("echt.csv", real), &traject).json();
        assert_eq!((&told["dates"], &told["indicators"]), (&json!(0), &json!(1)), "{told}");
    });
}

#[test]
fn people_are_never_negative_and_never_few_whichever_way_they_come_in() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let table =
            "code;aantal_inwoners;groei inwoners\nBU0363MM05;-5;-12\nWK0363MM;3;4\nGM0363;900000;250\n";
        let file = place.file("mensen.csv", table);
        let told = import(place, &file, &["--traject", &traject]).json();
        assert_eq!((&told["unreadable"], &told["secret"]), (&json!(1), &json!(1)), "{told}");
        let areas = kept(place, "figure_area", "code, figures").await;
        for row in [["BU0363MM05", "[null,-12]"], ["WK0363MM", "[\"x\",4]"], ["GM0363", "[900000,250]"]] {
            assert!(areas.iter().any(|area| *area == row), "{row:?} {areas:?}");
        }
        // Somebody who says that they count nothing does not make them fewer than none.
        let told = import(place, &file, &["--traject", &traject, "--counts", "deel"]).json();
        assert_eq!(told["unreadable"], 1, "{told}");
    });
}
