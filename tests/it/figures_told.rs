//! What is told of figures: of a column that is left out, and what a figure of a wijk would tell of one buurt.

use serde_json::json;

use crate::harness::{TestServer, commands, server};
use crate::indicators::{cbs_traject, geopackage, import, point};

/// Brings a table of people in for a traject, and reads the page of its theme.
async fn told(server: &TestServer, traject: &str, token: &str, name: &str, table: &str) -> String {
    let file = server.place.file(&format!("{name}.csv"), table);
    let what = ["indicators", "import", &file, "--source", name, "--year", "2024", "--traject", traject];
    let how = ["--area-field", "code", "--domain", "gezondheid", "--counts", "mensen", "--header-rows", "1"];
    server.place.cli(&[&what[..], &how[..]].concat()).worked();
    server.get_as(token, &format!("/traject/{traject}/thema/gezondheid")).await.expect(200).text()
}

#[test]
fn a_wijk_of_which_a_traject_shows_every_other_buurt_does_not_tell_the_secret_one() {
    server().story(async |server| {
        let traject = cbs_traject(&server.place);
        let token = server.staff("professional", Some(&traject))["token"].as_str().unwrap().to_owned();
        let whole = "code;Eenzaam\nBU0363MM05;3\nBU0363MM07;640\nWK0363MM;643\nGM0363;51234\n";
        let page = told(server, &traject, &token, "Heel", whole).await;
        assert!(page.contains("640") && page.contains("51.234"), "{page}");
        assert!(!page.contains("643"), "643 less 640 is 3: {page}");

        // Where the wijk has a buurt that the traject does not show, its figure tells nothing.
        let part = "code;Alleen\nBU0363MM05;3\nBU0363MM07;640\nBU0363MM09;211\nWK0363MM;854\nGM0363;51234\n";
        let page = told(server, &traject, &token, "Deel", part).await;
        assert!(page.contains("854") && !page.contains("643"), "{page}");
    });
}

#[test]
fn a_column_that_says_the_same_everywhere_is_named_and_not_brought_in() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let table = "code;jaar;waarde\nBU0363MM05;2020;1,5\nBU0363MM07;2020;3,5\n";
        let file = place.file("zelfde.csv", table);
        let import =
            ["indicators", "import", &file, "--source", "x", "--year", "2020", "--traject", &traject];
        let ran = place.cli(&import);
        ran.worked();
        assert!(ran.out.contains("In deze kolom staat in elke rij hetzelfde getal: jaar."), "{}", ran.out);
        assert!(ran.out.contains("1 cijfer binnen"), "{}", ran.out);
    });
}

#[test]
fn a_row_of_which_the_base_is_not_told_shows_no_share() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let more = ["--traject", traject.as_str(), "--base-field", "aantal_inwoners"];
        for base in [".", "4", "-99997", "", "-5"] {
            let table = format!(
                "code;aantal_inwoners;% ouderen\nBU0363MM05;{base};20\nBU0363MM07;1000;30\nGM0363;900000;12\n"
            );
            place.sql("DELETE FROM figure_area").await;
            let told = import(place, &place.file("basis.csv", table), &more).json();
            assert_eq!(told["without_base"], usize::from(base != "4"), "{base}: {told}");
            let rows = place.rows("SELECT code, figures FROM figure_area ORDER BY code").await;
            assert!(rows[0][0] == "BU0363MM05" && rows[0][1].ends_with(r#","x"]"#), "{base}: {rows:?}");
            assert_eq!(rows[1..], [["BU0363MM07", "[1000,30]"], ["GM0363", "[900000,12]"]], "{base}");
        }
    });
}

#[test]
fn a_quote_that_is_not_closed_puts_no_figure_under_another_area() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let more = ["--traject", traject.as_str(), "--area-field", "code"];
        let areas =
            "code,naam,a\nBU0363MM05,\"de \"\"Hoek, 5\nBU0363MM06,x,6\nBU0363MM07,\"y\",7\nGM0363,\"z\",8\n";
        import(place, &place.file("gebieden.csv", areas), &more).failed("In rij 2");
        let good = "123870;484820;afval\n".repeat(1000);
        let points = format!("x;y;soort\n123810;484780;\"kapotte lamp\n{good}");
        let more = ["--traject", traject.as_str(), "--as", "meldingen", "--crs", "rd"];
        import(place, &place.file("punten.csv", points), &more).failed("In rij 2");
        assert!(place.rows("SELECT id, state FROM figure_import").await.is_empty());
    });
}

#[test]
fn rows_without_a_place_are_counted_and_the_others_are_kept() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let more = ["--traject", traject.as_str(), "--as", "meldingen", "--crs", "rd"];
        let good = "123810;484780;afval\n".repeat(980);
        let table = format!("x;y;categorie\n;;licht\n{good}{}", "0;0;afval\n".repeat(20));
        let told = import(place, &place.file("nul.csv", table), &more).json();
        assert_eq!((&told["kept"], &told["no_place"]), (&json!(980), &json!(21)));
        assert_eq!(told["header_rows"], 1);
        let (here, nowhere) = (point(123_810.0, 484_780.0), point(-99_997.0, -99_997.0));
        let sql = format!(
            "CREATE TABLE plek (fid INTEGER PRIMARY KEY, geom BLOB, categorie TEXT);
             INSERT INTO plek VALUES (1, x'{here}', 'afval'), (2, x'{nowhere}', 'licht');
             INSERT INTO gpkg_contents VALUES ('plek', 'features', 'plek', 28992);
             INSERT INTO gpkg_geometry_columns VALUES ('plek', 'geom', 'POINT', 28992, 0, 0);"
        );
        let file = geopackage(place, "plek.gpkg", &sql).await;
        let told = import(place, &file, &more[..4]).json();
        assert_eq!((&told["kept"], &told["no_place"]), (&json!(1), &json!(1)));
        let wrong = "x;y;categorie\n4,93;52,35;afval\n4,931;52,35;licht\n";
        import(place, &place.file("graden.csv", wrong), &more).failed("U zegt dat de plekken in RD staan");
    });
}

#[test]
fn a_boundary_with_a_code_in_small_letters_finds_its_figures() {
    commands(async |place| {
        let square = "[[[4.926,52.348],[4.931,52.348],[4.931,52.352],[4.926,52.352],[4.926,52.348]]]";
        let shape = format!(r#"{{"type":"Polygon","coordinates":{square}}}"#);
        let properties = r#"{"code":"bu0363zz10","naam":"Hof"}"#;
        let feature = format!(r#"{{"type":"Feature","properties":{properties},"geometry":{shape}}}"#);
        let file = format!(r#"{{"type":"FeatureCollection","features":[{feature}]}}"#);
        let file = place.file("klein.geojson", file);
        for code in ["BU0363ZZ10", "bu0363zz10"] {
            let told = place.cli(&["buurt", "import", "--boundary", &file, "--code", code, "--json"]).json();
            assert_eq!(told["buurten"][0]["code"], "BU0363ZZ10");
        }
        let made = place.cli(&["traject", "create", "--buurt", "bu0363zz10", "--title", "Hof"]).json();
        let table = place.file("hof.csv", "code;a\nBU0363ZZ10;5,5\nGM0363;6,5\n");
        let told = import(place, &table, &["--traject", made["id"].as_str().unwrap()]).json();
        let one = &told["matches"][0];
        assert_eq!((&one["code"], &one["level"]), (&json!("BU0363ZZ10"), &json!("buurt")));
    });
}

#[test]
fn one_page_of_more_and_fields_of_several_values_are_told() {
    commands(async |place| {
        let traject = cbs_traject(place);
        let properties = r#"{"code":"BU0363MM05","score":7.5,"stats":{"inwoners":10},"arr":[1,2]}"#;
        let features = format!(r#"[{{"type":"Feature","geometry":null,"properties":{properties}}}]"#);
        let head = r#""numberMatched":1000,"numberReturned":1,"links":[{"rel":"next","href":"x"}]"#;
        let page = format!(r#"{{"type":"FeatureCollection",{head},"features":{features}}}"#);
        let file = place.file("bladzijde.geojson", page);
        let told = import(place, &file, &["--traject", &traject]).json();
        assert_eq!((&told["nested"], &told["page"]), (&json!(["arr", "stats"]), &json!({"missing": 999})));
        let words = place.cli(&["indicators", "import", &file, "--preview", "--traject", &traject]);
        assert!(words.worked().contains("999 onderdelen") && words.out.contains("arr, stats"), "{words:?}");
    });
}

#[test]
fn a_cell_of_a_geopackage_that_cannot_be_read_is_told_and_is_no_empty_one() {
    commands(async |place| {
        let traject = cbs_traject(place);
        // Bytes where a number belongs (as some programs write whole numbers), words in an encoding of their own, words without an end.
        let cells = ["x'0500000000000000'", "CAST(x'e96e' AS TEXT)", "'1' || printf('%.*c', 70000, 'x')"];
        for (at, cell) in cells.iter().enumerate() {
            let sql = format!(
                "CREATE TABLE cijfers (fid INTEGER PRIMARY KEY, code TEXT, waarde);
                 INSERT INTO cijfers VALUES (1, 'BU0363MM05', {cell}), (2, 'GM0363', 2.5), (3, 'WK0363MM', 3.5), (4, 'BU0363MM07', NULL);
                 INSERT INTO gpkg_contents VALUES ('cijfers', 'attributes', 'cijfers', 0);"
            );
            let file = geopackage(place, &format!("bytes{at}.gpkg"), &sql).await;
            let told = import(place, &file, &["--traject", &traject, "--column", "waarde"]).json();
            assert_eq!((&told["rows"], &told["unreadable"]), (&json!(4), &json!(1)), "{cell}: {told}");
        }
    });
}
