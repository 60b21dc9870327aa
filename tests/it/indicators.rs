//! Figures from elsewhere: what goes in, what matches and what does not, what is asked, what stays secret.

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};

use crate::harness::{Place, Ran, Reply, TestServer, commands, data, server};
use crate::live::send;

/// Some 340 by 445 m in Amsterdam, with a code of Statistics Netherlands.
const CBS: &str = r#"{"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"code":"BU0363MM05","naam":"Frankendael"},"geometry":{"type":"Polygon","coordinates":
    [[[4.926,52.348],[4.931,52.348],[4.931,52.352],[4.926,52.352],[4.926,52.348]]]}},
    {"type":"Feature","properties":{"code":"BU0363MM07","naam":"De Wetbuurt"},"geometry":{"type":"Polygon","coordinates":
    [[[4.931,52.348],[4.936,52.348],[4.936,52.352],[4.931,52.352],[4.931,52.348]]]}}]}"#;

/// A traject over both buurten.
pub fn cbs_traject(place: &Place) -> String {
    let file = place.file("cbs.geojson", CBS);
    let import =
        ["buurt", "import", "--boundary", &file, "--code-field", "code", "--name-field", "naam", "--all"];
    place.cli(&import).worked();
    let made =
        ["traject", "create", "--buurt", "BU0363MM05", "--buurt", "BU0363MM07", "--title", "Twee buurten"];
    place.cli(&made).json()["id"].as_str().unwrap().to_owned()
}

/// Brings a file in.
pub fn import(place: &Place, file: &str, more: &[&str]) -> Ran {
    let start = ["indicators", "import", file, "--source", "Proefbureau", "--year", "2023", "--json"];
    place.cli(&[&start[..], more].concat())
}

fn figures(place: &Place, name: &str, content: impl AsRef<[u8]>, more: &[&str]) -> Value {
    let file = place.file(name, content);
    import(place, &file, more).json()
}

fn level_of(told: &Value, code: &str) -> Value {
    let matches = told["matches"].as_array().unwrap();
    matches.iter().find(|one| one["code"] == code).unwrap()["level"].clone()
}

#[test]
fn a_table_with_several_heads_decimal_commas_and_secret_cells_goes_in_and_says_what_matches() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let table = "\u{feff}Kerncijfers;;;\r\n;Wonen;;Mensen\r\ngebied;huur;leeg;inwoners\r\n;%;%;aantal\r\n\
            GM0363    ;  48,5;2,0; 900.000\r\nWK0363MM  ;50,1; ;8.000\r\nBU0363MM05;  61,25;.;1.234\r\n\
            BU03630000;12,5;1,0;77\r\nNL00;1,0;1,0;1\r\n;1,0;1,0;1\r\n";
        let told = figures(place, "wonen.csv", table, &["--traject", &traject, "--area-field", "gebied"]);
        assert_eq!(
            (&told["indicators"], &told["kept"], &told["header_rows"]),
            (&json!(3), &json!(4), &json!(4))
        );
        assert_eq!(level_of(&told, "BU0363MM05"), "buurt");
        assert_eq!(level_of(&told, "BU0363MM07"), "wijk");
        assert_eq!(told["unmatched"], json!([["BU03630000", "buurt"]]));
        assert_eq!((&told["no_code"]["TooLarge"][0], &told["no_code"]["Empty"][0]), (&json!(1), &json!(1)));
        assert_eq!((&told["secret"], &told["separator"]), (&json!(1), &json!(";")));
        let words = place.cli(&["indicators", "import", &place.file("wonen.csv", table), "--preview"]);
        assert!(
            words.worked().contains("Er is niets bewaard.") && words.out.contains("De Wetbuurt"),
            "{words:?}"
        );
        assert_eq!(place.cli(&["indicators", "list", "--json"]).json().as_array().unwrap().len(), 1);
    });
}

#[test]
fn the_health_file_of_2020_goes_in_and_what_matches_no_buurt_of_2024_is_named_and_not_guessed() {
    let (Some(file), Some(boundaries)) = (
        data("figures/rivm_gezondheid_2020_18plus_amsterdam.csv"),
        data("boundaries/amsterdam_buurten_2024.geojson"),
    ) else {
        return;
    };
    commands(async |place| {
        let boundaries = boundaries.to_str().unwrap();
        let start =
            ["buurt", "import", "--boundary", boundaries, "--code-field", "cbsCode", "--name-field", "naam"];
        place.cli(&[&start[..], &["--code", "BU0363MM05"]].concat()).worked();
        place.cli(&["traject", "create", "--buurt", "BU0363MM05", "--title", "Frankendael"]).worked();
        let file = file.to_str().unwrap();
        let told = place
            .cli(&[
                "indicators",
                "import",
                file,
                "--source",
                "RIVM",
                "--year",
                "2020",
                "--area-field",
                "WijkenEnBuurten",
                "--json",
            ])
            .json();
        assert_eq!(
            (&told["description"], &told["rows"], &told["kept"]),
            (&json!("rivm"), &json!(579), &json!(579))
        );
        // Of 36 columns with figures one is empty for adults: walking and cycling to school, three of them.
        assert_eq!(told["indicators"], 32);
        assert_eq!(level_of(&told, "BU0363MM05"), "gemeente");
        assert_eq!(told["unmatched_count"], 578);
        let named: Vec<&str> =
            told["unmatched"].as_array().unwrap().iter().map(|one| one[0].as_str().unwrap()).collect();
        assert!(named.contains(&"BU03630000") && named.contains(&"WK036300"), "{named:?}");
        assert!(!named.contains(&"GM0363"));
    });
}

#[test]
fn other_encodings_ragged_rows_doubled_codes_and_formulas_are_told_and_do_no_harm() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let traject = ["--traject", traject.as_str()];
        let latin = b"code;naam;caf\xe9s\nBU0363MM05;Stra\xdfe;3,5\nBU0363MM07;=cmd|' /C calc'!A0;=1+1\nGM0363;x;4,5;te veel\nWK0363MM\n";
        let told = figures(place, "latin.csv", latin, &traject);
        assert_eq!(
            (&told["encoding"], &told["ragged"], &told["formulas"]),
            (&json!("windows-1252"), &json!(3), &json!(2))
        );
        assert_eq!((&told["indicators"], &told["unreadable"]), (&json!(1), &json!(1)));
        let utf16: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain("code\twaarde\nBU0363MM05\t1,5\nGM0363\t2,5\n".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        assert_eq!(figures(place, "utf16.txt", utf16, &traject)["kept"], 2);

        // The same again counts once; the same code with other figures is left out whole, and named.
        let doubled = "code;jaar;waarde\nBU0363MM05;2020;1,5\nBU0363MM05;2021;2,5\nBU0363MM07;2020;3,5\nBU0363MM07;2020;3,5\n";
        let told = figures(place, "twee.csv", doubled, &traject);
        assert_eq!(
            (&told["doubled"], &told["again"], &told["kept"]),
            (&json!(["BU0363MM05"]), &json!(1), &json!(1))
        );
        assert!(level_of(&told, "BU0363MM05").is_null());
        let one = figures(place, "twee.csv", doubled, &[&traject[..], &["--only", "jaar=2021"]].concat());
        assert_eq!((&one["kept"], &one["indicators"]), (&json!(1), &json!(1)));

        for (name, content, more, words) in [
            ("duizend.csv", "code;w\nBU0363MM05;1.234\nGM0363;5.678\n", &[][..], "--decimal"),
            ("nul.csv", "code;w\n3630001;1,5\n3630002;2,5\n", &["--area-field", "code"], "nullen vooraan"),
            ("geen.csv", "gebied;w\nhier;1,5\ndaar;2,5\n", &[], "--area-field"),
            (
                "kolom.csv",
                "code;w\nBU0363MM05;1,5\n",
                &["--area-field", "Codering"],
                "Er is geen kolom Codering",
            ),
            ("woorden.csv", "code;w\nBU0363MM05;a\nGM0363;b\n", &[], "geen kolom met getallen"),
            ("leeg.csv", "", &[], "leeg"),
            ("werkblad.xlsx", "PK\u{3}\u{4}rest", &[], "CSV"),
            ("kapot.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{", &[], "GeoJSON"),
            ("dubbel.csv", "code;w\nBU0363MM05;1,5\nBU0363MM05;2,5\n", &[], "--only"),
        ] {
            let file = place.file(name, content);
            import(place, &file, &[&traject[..], more].concat()).failed(words);
        }
        let wrong = place.cli(&["indicators", "import", "x.csv", "--year", "2020"]);
        assert_eq!(wrong.code, Some(2), "{wrong:?}");
        import(place, "/nergens.csv", &[]).failed("kan niet worden gelezen");
    });
}

/// A square of so many metres in RD, as a GeoJSON file that does not say so.
fn in_rd(code: &str, west: f64, south: f64, width: f64, height: f64) -> String {
    let (east, north) = (west + width, south + height);
    let ring = json!([[[west, south], [east, south], [east, north], [west, north], [west, south]]]);
    let feature = json!({"type": "Feature", "properties": {"code": code, "waarde": 1.5},
        "geometry": {"type": "Polygon", "coordinates": ring}});
    json!({"type": "FeatureCollection", "features": [feature]}).to_string()
}

#[test]
fn a_file_in_rd_that_does_not_say_so_is_asked_and_another_outline_under_the_same_code_is_not_used() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let traject = ["--traject", traject.as_str()];
        // The buurt itself lies about here: see the outline above, in RD metres.
        let own = in_rd("BU0363MM05", 123_650.0, 484_700.0, 341.0, 445.0);
        let file = place.file("rd.geojson", &own);
        import(place, &file, &traject).failed("--crs rd");
        let moved = import(place, &file, &[&traject[..], &["--crs", "rd"]].concat());
        let far = in_rd("BU0363MM05", 100_000.0, 450_000.0, 341.0, 445.0);
        let far = place.file("ver.geojson", far);
        import(place, &far, &[&traject[..], &["--crs", "rd"]].concat()).failed("andere grenzen");
        assert!(moved.code == Some(0) || moved.err.contains("andere grenzen"), "{moved:?}");
        // The outline of the buurt itself, in degrees.
        let same = CBS.replace("\"naam\":\"Frankendael\"", "\"naam\":\"x\",\"waarde\":1.5");
        let told = figures(place, "graden.geojson", same, &traject);
        assert_eq!((&told["moved"], level_of(&told, "BU0363MM05")), (&json!([]), json!("buurt")));
    });
}

/// A GeoPackage made by these statements.
pub async fn geopackage(place: &Place, name: &str, sql: &str) -> String {
    let path = place.folder().join(name);
    let options = SqliteConnectOptions::new().filename(&path).create_if_missing(true);
    let mut file = SqliteConnection::connect_with(&options).await.unwrap();
    let base = "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, identifier TEXT, srs_id INTEGER);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES ('RD', 28992, 'EPSG', 28992, ''), ('?', -1, 'NONE', -1, '');";
    sqlx::raw_sql(AssertSqlSafe(format!("{base}{sql}"))).execute(&mut file).await.unwrap();
    file.close().await.unwrap();
    path.to_str().unwrap().to_owned()
}

/// A point as a GeoPackage keeps it, in hexadecimal.
pub fn point(x: f64, y: f64) -> String {
    let mut blob = b"GP\0\x01\x40\x71\0\0\x01\x01\0\0\0".to_vec();
    blob.extend(x.to_le_bytes());
    blob.extend(y.to_le_bytes());
    hex::encode(blob)
}

#[test]
fn a_geopackage_goes_in_with_points_or_without_geometry() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let traject = ["--traject", traject.as_str()];
        let table = "CREATE TABLE cijfers (fid INTEGER PRIMARY KEY, code TEXT, waarde REAL);
            INSERT INTO cijfers VALUES (1, 'BU0363MM05', 1.5), (2, 'GM0363', 2.5);
            INSERT INTO gpkg_contents VALUES ('cijfers', 'attributes', 'cijfers', 0);";
        let told = import(place, &geopackage(place, "tabel.gpkg", table).await, &traject).json();
        assert_eq!((&told["format"], &told["indicators"]), (&json!("GeoPackage"), &json!(1)));
        assert_eq!(level_of(&told, "BU0363MM05"), "buurt");

        let (near, far) = (point(123_800.0, 484_900.0), point(200_000.0, 400_000.0));
        let points = |srs: i32| {
            format!("CREATE TABLE meldingen (fid INTEGER PRIMARY KEY, geom BLOB, categorie TEXT);
                INSERT INTO meldingen VALUES (1, x'{near}', 'afval'), (2, x'{near}', 'licht'), (3, x'{far}', 'afval'), (4, NULL, 'weg'), (5, x'00', 'kapot');
                INSERT INTO gpkg_contents VALUES ('meldingen', 'features', 'meldingen', {srs});
                INSERT INTO gpkg_geometry_columns VALUES ('meldingen', 'geom', 'POINT', {srs}, 0, 0);")
        };
        let known = geopackage(place, "punten.gpkg", &points(28992)).await;
        let told = import(place, &known, &[&traject[..], &["--as", "meldingen"]].concat()).json();
        assert_eq!(
            (&told["shape"], &told["kept"], &told["far"], &told["no_place"]),
            (&json!("point"), &json!(2), &json!(1), &json!(2))
        );
        let unsaid = geopackage(place, "onbekend.gpkg", &points(-1)).await;
        import(place, &unsaid, &traject).failed("--crs rd");
        let two = format!("{table}{}", points(28992));
        import(place, &geopackage(place, "twee.gpkg", &two).await, &traject).failed("--layer");
        // A view may hold anything: only tables are read.
        let view = "CREATE VIEW lus AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;
            INSERT INTO gpkg_contents VALUES ('lus', 'attributes', 'lus', 0);";
        import(place, &geopackage(place, "lus.gpkg", view).await, &traject).failed("lus is een vraag (view)");
        let none = place.file("geen.gpkg", b"SQLite format 3\0 en dan iets anders");
        import(place, &none, &traject).failed("GeoPackage");
    });
}

#[test]
fn squares_are_known_by_their_corner_and_only_those_near_are_kept() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let table = "crs28992res100m,aantal_inwoners,gemiddelde_woz_waarde_woning,aantal_woningen,percentage_huurwoningen\n\
            E1237N4848,25,400,-99997,60\nE1238N4848,-99997,-99997,10,40\nE0001N4000,100,300,50,10\nE1237N4849,3,350,5,20\n";
        let told = figures(place, "vk.csv", table, &["--traject", &traject]);
        assert_eq!((&told["description"], &told["shape"]), (&json!("vierkanten"), &json!("square")));
        assert_eq!((&told["kept"], &told["far"]), (&json!(3), &json!(1)));
        // Three marks of the file itself, and three people in one square.
        assert_eq!(told["secret"], 4);
        let by_five = "vk;inwoners\nE1235N4845;25\nE1235N4850;30\n";
        let file = place.file("vk500.csv", by_five);
        import(place, &file, &["--traject", &traject]).failed("--square");
        let told = import(place, &file, &["--traject", &traject, "--square", "500"]).json();
        assert_eq!(told["kept"], 2);
    });
}

const PAGE: [(&str, &str); 12] = [
    ("area_field", "code"),
    ("base_field", "mensen"),
    ("source", "Corporatie"),
    ("year", "2023"),
    ("caveat", "Alleen eigen huurders."),
    ("keep", "1"),
    ("column-1", "eenzaam"),
    ("name-1", "MERKTEKEN eenzame huurders"),
    ("unit-1", "aantal"),
    ("domain-1", "samenleven-integratie"),
    ("better-1", "minder"),
    ("counts-1", "mensen"),
];

/// Sends a file to be looked at; the address of what was found.
async fn upload(server: &TestServer, token: &str, content: &'static [u8]) -> String {
    let form = Form::new().text("as", "").part("file", Part::bytes(content).file_name("../../huurders.csv"));
    let path = format!("/traject/{}/cijfers/nieuw", server.traject);
    let sent = server.request(Method::POST, &path).bearer_auth(token).multipart(form);
    Reply::of(sent).await.expect(303).header("location").to_owned()
}

#[test]
fn from_a_file_on_a_page_to_a_figure_and_one_of_five_people_is_not_shown() {
    server().story(async |server| {
        let token = server.professional();
        let file = b"code;mensen;eenzaam\nBU0001;5;1\nGM0363;900000;70000\n";
        let look = upload(server, &token, file).await;
        let seen = server.get_as(&token, &look).await.expect(200).text();
        assert!(
            seen.contains("Er is nog niets bewaard")
                && seen.contains("Proefbuurt")
                && seen.contains("huurders.csv")
        );
        assert!(!seen.contains("../"), "the name of a file is no path");
        let other = server.place.traject();
        let stranger = server.staff("professional", Some(&other))["token"].as_str().unwrap().to_owned();
        server.get_as(&stranger, &look).await.expect(403);
        let elsewhere = look.replace(&server.traject, &other);
        server.get_as(&stranger, &elsewhere).await.expect(404);

        // Without a source nothing is kept, and everything that was typed is still there.
        let mut wrong = PAGE;
        wrong[2] = ("source", " ");
        let again = send(server, &token, &look, &wrong).await.expect(422).text();
        assert!(
            again.contains("wie de cijfers heeft gemaakt") && again.contains("MERKTEKEN eenzame huurders")
        );

        let there = send(server, &token, &look, &PAGE).await.expect(303).header("location").to_owned();
        let page = server.get_as(&token, &there).await.expect(200).text();
        assert!(page.contains("MERKTEKEN eenzame huurders") && page.contains("Alleen eigen huurders."));
        assert!(page.contains("Proefbuurt: geheim") && page.contains("alleen voor het team"), "{page}");
        // Looked at and kept: the file itself is gone.
        server.get_as(&token, &look).await.expect(404);
        assert_eq!(std::fs::read_dir(server.place.data_dir().join("cijfers")).unwrap().count(), 0);
        let list =
            server.get_as(&token, &format!("/traject/{}/cijfers", server.traject)).await.expect(200).text();
        assert!(list.contains("Corporatie (2023)"));
    });
}

#[test]
fn the_second_of_two_who_change_a_figure_sees_what_stands_there_and_a_withdrawn_one_is_in_no_list() {
    server().story(async |server| {
        let token = server.professional();
        let look = upload(server, &token, b"code;mensen;eenzaam\nBU0001;500;50\nGM0363;900000;70000\n").await;
        let there = send(server, &token, &look, &PAGE).await.expect(303).header("location").to_owned();
        let page = server.get_as(&token, &there).await.expect(200).text();
        let edit = page
            .split('"')
            .find(|part| part.contains("/cijfer/") && !part.ends_with("/weg"))
            .unwrap()
            .to_owned();
        let with = |name: &'static str| {
            [
                ("version", "0"),
                ("name", name),
                ("unit", "aantal"),
                ("domain", "wonen"),
                ("better", "minder"),
                ("counts", "mensen"),
            ]
        };
        send(server, &token, &edit, &with("Eerste naam")).await.expect(303);
        let second = send(server, &token, &edit, &with("Tweede naam")).await.expect(409).text();
        assert!(
            second.contains("Nu staat er: Eerste naam") && second.contains("value=\"Tweede naam\""),
            "{second}"
        );
        assert!(second.contains("name=\"version\" value=\"1\""), "who chooses to keep their own words may");
        send(server, &token, &edit, &[("name", " ")]).await.expect(422);

        send(server, &token, &format!("{edit}/weg"), &[]).await.expect(303);
        let list =
            server.get_as(&token, &format!("/traject/{}/cijfers", server.traject)).await.expect(200).text();
        assert!(!list.contains("Corporatie"), "{list}");
        // What rests on it can still read what it is.
        let still = server.get_as(&token, &edit).await.expect(200).text();
        assert!(still.contains("Eerste naam"));
        send(server, &token, &edit, &with("Derde naam")).await.expect(409);
    });
}

#[test]
fn figures_of_every_traject_are_changed_by_the_command_line_only() {
    server().story(async |server| {
        let token = server.professional();
        let told = figures(&server.place, "allen.csv", "code;w\nBU0001;1,5\nGM0363;2,5\n", &[]);
        let id = told["import"].as_str().unwrap();
        let path = format!("/traject/{}/cijfers/{id}", server.traject);
        assert!(server.get_as(&token, &path).await.expect(200).text().contains("voor alle trajecten"));
        send(server, &token, &format!("{path}/weg"), &[]).await.expect(403);
        send(server, &token, &path, &[("source", "Ander"), ("year", "2020")]).await.expect(403);
        server.place.cli(&["indicators", "remove", id]).worked();
        server.get_as(&token, &path).await.expect(404);
        server.place.cli(&["indicators", "remove", "niets"]).failed("niet");
    });
}
