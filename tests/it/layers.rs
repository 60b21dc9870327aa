//! The heat layers of released sessions, in every form.

use serde_json::{Value, json};
use tiff::decoder::{Decoder, DecodingResult};
use tiff::tags::Tag;

use crate::harness::{TestServer, id, participant, pin, server};

/// A square of 10 m, in km².
const CELL: f64 = 1e-4;

/// Puts a pin of this kind at a place given in metres from the middle.
async fn place(server: &TestServer, me: &str, kind: &str, metres: [f64; 2], more: &Value) {
    let mut body = pin(me, "Een stip");
    body["geometry"]["coordinates"] = json!([4.930 + metres[0] / 68_100.0, 52.350 + metres[1] / 111_270.0]);
    body["properties"]["kind"] = kind.into();
    for (name, value) in more.as_object().unwrap() {
        body["properties"][name] = value.clone();
    }
    server.put_pin(&id(), &body).await.expect(201);
}

/// Twenty-four people within one square of 25 m near the middle: eight strengths, sixteen things to make better.
async fn crowd(server: &TestServer) {
    for n in 0..24 {
        let kind = ["gaat-goed", "zorg", "idee"][n % 3];
        let theme = if n % 3 == 1 { json!({"theme": "wonen", "moment": "avond"}) } else { json!({}) };
        let east = f64::from(u8::try_from(n).unwrap()) * 0.3;
        place(server, &participant(), kind, [10.0 + east, 15.0 - east], &theme).await;
    }
}

fn release(server: &TestServer) -> String {
    server.close();
    server.place.cli(&["session", "release", &server.code]).worked();
    server.professional()
}

async fn layer(server: &TestServer, token: &str, name: &str) -> Value {
    server.get_as(token, &format!("/api/v1/trajects/{}/layers/{name}", server.traject)).await.json(200)
}

fn values(layer: &Value) -> Vec<Option<f64>> {
    layer["values"].as_array().unwrap().iter().map(Value::as_f64).collect()
}

/// How many people's weight the layer holds.
fn mass(layer: &Value) -> f64 {
    values(layer).into_iter().flatten().sum::<f64>() * CELL
}

/// A story with twenty-four released pins and a professional.
fn released(test: impl AsyncFn(&mut TestServer, &str)) {
    server().without_limits().story(async |server| {
        crowd(server).await;
        let token = release(server);
        test(server, &token).await;
    });
}

#[test]
fn the_grid_has_the_members_of_the_contract_and_the_weight_of_the_people_that_are_told() {
    released(async |server, token| {
        let grid = layer(server, token, "all/all.json").await;
        assert_eq!((&grid["crs"], &grid["unit"]), (&json!("EPSG:28992"), &json!("per km2")));
        // Eight strengths are told as six, sixteen others as fifteen.
        assert_eq!(
            (&grid["pins"], &grid["participants"], &grid["bandwidth"]),
            (&json!(null), &json!(21), &json!(75))
        );
        assert_eq!((grid["dx"].as_f64(), grid["dy"].as_f64()), (Some(10.0), Some(10.0)));
        let (nx, ny) = (grid["nx"].as_u64().unwrap(), grid["ny"].as_u64().unwrap());
        let values = values(&grid);
        assert_eq!(values.len() as u64, nx * ny);
        assert!(values[0].is_none() && values.iter().flatten().all(|value| *value >= 0.0));
        // Of a Gaussian, e^-4.5 (1.1 %) lies beyond the 3σ within which cells are shown.
        assert!((20.5..=21.0).contains(&mass(&grid)), "{}", mass(&grid));
        let peak = values.iter().flatten().copied().fold(0.0, f64::max);
        let exact = 21e6 / (std::f64::consts::TAU * (75.0 * 75.0 + 25.0 * 25.0 / 12.0));
        assert!((peak / exact - 1.0).abs() < 0.01, "{peak} per km², and {exact} was expected");
        is_where_it_should_be(&grid);
    });
}

#[test]
fn the_squares_that_a_layer_is_drawn_from_are_a_file_too() {
    released(async |server, token| {
        let path = format!("/api/v1/trajects/{}/layers/all/beter.vakken.geojson", server.traject);
        let reply = server.get_as(token, &path).await;
        assert_eq!(reply.expect(200).header("content-type"), "application/geo+json");
        let name = reply.header("content-disposition");
        assert!(name.ends_with("-all-beter-75m.vakken.geojson\""), "{name}");
        let squares: Value = serde_json::from_slice(&reply.bytes).unwrap();
        let [square] = squares["features"].as_array().unwrap().as_slice() else { panic!("{squares}") };
        assert_eq!(square["properties"], json!({"x": 123_850, "y": 484_775, "side": 25, "people": 15}));
        let ring = square["geometry"]["coordinates"][0].as_array().unwrap();
        assert_eq!((ring.len(), &ring[0]), (5, &ring[4]));
        let (lon, lat) = (ring[0][0].as_f64().unwrap(), ring[0][1].as_f64().unwrap());
        assert!((lon - 4.930).abs() < 0.0005 && (lat - 52.350).abs() < 0.0005, "{lon} {lat}");
        assert_eq!(squares["provenance"]["squares"], json!([25, 25]));
    });
}

/// The highest cell is no more than some metres from where the pins are.
fn is_where_it_should_be(grid: &Value) {
    let number = |name: &str| grid[name].as_f64().unwrap();
    let values = values(grid);
    let highest = (0..values.len()).max_by(|a, b| values[*a].partial_cmp(&values[*b]).unwrap()).unwrap();
    let nx = usize::try_from(grid["nx"].as_u64().unwrap()).unwrap();
    let [column, row] = [highest % nx, highest / nx].map(|n| f64::from(u32::try_from(n).unwrap()));
    let at = [number("x0") + column * number("dx"), number("y0") + row * number("dy")];
    println!("the highest cell is at {at:?}");
    let [east, north] = RD_OF_MIDDLE;
    assert!((at[0] - east).hypot(at[1] - north) < 30.0, "{at:?}");
}

/// [`crate::harness::MIDDLE`] in RD New by the polynomials of Schreutelkamp and Strang van Hees (within 0.5 m).
const RD_OF_MIDDLE: [f64; 2] = [123_848.2, 484_775.0];

#[test]
fn strengths_and_the_rest_are_layers_of_their_own() {
    released(async |server, token| {
        for (name, people) in [
            ("all/sterk", 6.0),
            ("all/beter", 15.0),
            ("all/gaat-goed", 6.0),
            ("all/zorg", 6.0),
            ("all/idee", 6.0),
            ("all/all.json?moment=avond", 6.0),
            ("all/beter.json?moment=avond", 6.0),
            ("all/all.json?bandwidth=50", 21.0),
            ("all/all.json?bandwidth=120", 21.0),
        ] {
            let name = if name.contains('.') { name.to_owned() } else { format!("{name}.json") };
            let grid = layer(server, token, &name).await;
            assert_eq!(grid["participants"].as_f64(), Some(people), "{name}");
            assert!((mass(&grid) / people - 0.985).abs() < 0.03, "{name}: {}", mass(&grid));
        }
    });
}

#[test]
fn a_theme_has_a_map_of_its_own_where_thirty_people_spoke_about_it_and_else_says_why() {
    server().without_limits().story(async |server| {
        for n in 0..60_u8 {
            let theme = if n % 2 == 0 { "wonen" } else { "gezondheid" };
            if theme == "wonen" || n < 59 {
                let more = json!({"theme": theme});
                place(server, &participant(), "zorg", [10.0, 15.0], &more).await;
            }
        }
        let token = release(server);
        let people = async |name: &str| layer(server, &token, name).await["participants"].clone();
        assert_eq!(people("wonen/beter.json").await, 30);
        assert_eq!(people("wonen/zorg.json").await, 30);
        assert_eq!(people("wonen/sterk.json").await, json!(null));
        assert_eq!(people("gezondheid/beter.json").await, json!(null), "29 is too few");
        assert_eq!(people("all/beter.json").await, 57, "what they said counts with all the rest");
        let why = layer(server, &token, "gezondheid/beter.json").await["provenance"].clone();
        assert_eq!(why["reason"], "theme");
        assert!(why["text"].as_str().unwrap().contains("minder dan 30 mensen"), "{why}");
    });
}

#[test]
fn a_kind_at_a_time_of_day_is_never_told() {
    released(async |server, token| {
        let grid = layer(server, token, "all/zorg.json?moment=avond").await;
        assert!(values(&grid).iter().all(Option::is_none) && grid["participants"].is_null());
        assert_eq!(grid["provenance"]["reason"], "crossed");
    });
}

#[test]
fn cut_by_side_only_a_release_has_no_maps_of_themes() {
    server().without_limits().story(async |server| {
        for _ in 0..30 {
            place(server, &participant(), "zorg", [10.0, 15.0], &json!({"theme": "wonen"})).await;
        }
        server.close();
        server.place.cli(&["session", "release", "--by-side", &server.code]).worked();
        let token = server.professional();
        assert_eq!(layer(server, &token, "all/beter.json").await["participants"], 30);
        assert!(layer(server, &token, "wonen/beter.json").await["participants"].is_null());
    });
}

#[test]
fn a_slice_of_too_few_people_says_nothing() {
    server().without_limits().story(async |server| {
        for n in 0..6 {
            let kind = if n < 2 { "kracht" } else { "zorg" };
            place(server, &participant(), kind, [0.0, 0.0], &json!({})).await;
        }
        let token = release(server);
        for name in ["all/kracht.json", "all/sterk.json", "wonen/all.json", "all/all.json?moment=nacht"] {
            let grid = layer(server, &token, name).await;
            assert!(values(&grid).iter().all(Option::is_none), "{name}");
            for member in ["pins", "participants"] {
                assert!(grid[member].is_null(), "{name} tells {member}: {}", grid[member]);
            }
        }
        let bands = layer(server, &token, "all/kracht.geojson").await;
        assert_eq!(bands["features"], json!([]));
    });
}

#[test]
fn ones_pins_at_a_place_are_one_voice() {
    server().without_limits().story(async |server| {
        for _ in 0..3 {
            let me = participant();
            for _ in 0..5 {
                place(server, &me, "zorg", [0.0, 0.0], &json!({})).await;
            }
        }
        let token = release(server);
        let grid = layer(server, &token, "all/all.json").await;
        assert_eq!((&grid["pins"], &grid["participants"]), (&json!(null), &json!(3)));
        assert!((mass(&grid) / 3.0 - 0.985).abs() < 0.03, "{}", mass(&grid));
    });
}

#[test]
fn a_table_is_one_voice() {
    server().without_limits().with_tables().story(async |server| {
        for people in [4, 4, 12] {
            place(server, &participant(), "zorg", [10.0, 15.0], &json!({"people": people})).await;
        }
        let token = release(server);
        let grid = layer(server, &token, "all/all.json").await;
        assert_eq!((&grid["pins"], &grid["participants"]), (&json!(null), &json!(3)));
        assert!((mass(&grid) / 3.0 - 0.985).abs() < 0.03, "{}", mass(&grid));
    });
}

#[test]
fn a_pin_outside_the_boundary_takes_part_and_one_without_a_place_does_not() {
    server().without_limits().story(async |server| {
        for _ in 0..3 {
            place(server, &participant(), "zorg", [0.0, 360.0], &json!({})).await;
        }
        let mut whole = pin(&participant(), "Overal");
        whole["geometry"] = Value::Null;
        server.put_pin(&id(), &whole).await.expect(201);
        let token = release(server);
        let grid = layer(server, &token, "all/all.json").await;
        assert_eq!(grid["participants"], 3);
        // About 112 m (1.5 σ) from the edge of the grid: 6.7 % lies beyond it, and nothing corrects for that.
        assert!((mass(&grid) / 3.0 - 0.925).abs() < 0.05, "{}", mass(&grid));
    });
}

#[test]
fn the_list_tells_which_layers_hold_something_and_nothing_of_the_others() {
    released(async |server, token| {
        let list =
            server.get_as(token, &format!("/api/v1/trajects/{}/layers", server.traject)).await.json(200);
        let layers = list["layers"].as_array().unwrap();
        assert_eq!(layers.len(), 9 * 7);
        let find = |theme: &str, kind: &str| {
            layers.iter().find(|layer| layer["theme"] == theme && layer["kind"] == kind).unwrap()
        };
        let sterk = find("all", "sterk");
        assert_eq!(
            (&sterk["pins"], &sterk["participants"], &sterk["people"]),
            (&json!(null), &json!(6), &json!(6))
        );
        assert_eq!(find("all", "zorg")["participants"], 6);
        assert!(find("wonen", "zorg")["participants"].is_null(), "eight are too few for a map of a theme");
    });
}

#[test]
fn isobands_are_polygons_with_their_limits() {
    released(async |server, token| {
        let bands = layer(server, token, "all/all.geojson").await;
        assert_eq!(bands["type"], "FeatureCollection");
        let features = bands["features"].as_array().unwrap();
        assert!(features.len() >= 3, "{}", features.len());
        for band in features {
            let told = &band["properties"];
            let (lower, upper) =
                (told["lower"].as_f64().unwrap(), told["upper"].as_f64().unwrap_or(f64::INFINITY));
            assert!(lower >= 0.0 && lower < upper, "{told}");
            assert!(
                ["Polygon", "MultiPolygon"].contains(&band["geometry"]["type"].as_str().unwrap()),
                "{band}"
            );
        }
    });
}

#[test]
fn the_picture_is_transparent_and_says_where_it_lies() {
    released(async |server, token| {
        let path = format!("/api/v1/trajects/{}/layers/all/beter.png", server.traject);
        let reply = server.get_as(token, &path).await;
        assert_eq!(reply.expect(200).header("content-type"), "image/png");
        let bbox: Vec<f64> = reply.header("x-bbox").split(',').map(|n| n.trim().parse().unwrap()).collect();
        let [west, south, east, north] = bbox[..] else { panic!("{bbox:?}") };
        assert!(west < 4.926 && east > 4.934 && south < 52.348 && north > 52.352, "{bbox:?}");
        assert!(east - west < 0.05 && north - south < 0.05, "{bbox:?}");
        let picture = image::load_from_memory(&reply.bytes).unwrap().to_rgba8();
        let (clear, coloured) = picture.pixels().fold((0, 0), |(clear, coloured), pixel| {
            if pixel.0[3] < 60 { (clear + 1, coloured) } else { (clear, coloured + 1) }
        });
        assert!(clear > 1000 && coloured > 1000, "{clear} clear pixels, {coloured} coloured");
    });
}

#[test]
fn the_geotiff_holds_the_grid_in_rd_new() {
    released(async |server, token| {
        let grid = layer(server, token, "all/all.json").await;
        let path = format!("/api/v1/trajects/{}/layers/all/all.tif", server.traject);
        let reply = server.get_as(token, &path).await;
        assert_eq!(reply.expect(200).header("content-type"), "image/tiff");
        let mut tiff = Decoder::new(std::io::Cursor::new(&reply.bytes)).unwrap();
        let (width, height) = tiff.dimensions().unwrap();
        assert_eq!((json!(width), json!(height)), (grid["nx"].clone(), grid["ny"].clone()));
        let keys = tiff.get_tag_u16_vec(Tag::GeoKeyDirectoryTag).unwrap();
        assert!(keys.chunks(4).any(|key| key[0] == 3072 && key[3] == 28992), "{keys:?}");
        let DecodingResult::F32(pixels) = tiff.read_image().unwrap() else { panic!("no 32 bits floats") };
        // A GeoTIFF begins in the north, the grid of the contract in the south.
        let rows = pixels.chunks(usize::try_from(width).unwrap()).rev().flatten();
        for (pixel, value) in rows.zip(values(&grid)) {
            assert!(
                value.map_or(*pixel < 0.0, |value| (f64::from(*pixel) - value).abs() < 0.01),
                "{pixel} {value:?}"
            );
        }
    });
}

#[test]
fn a_layer_that_there_is_not_is_refused() {
    released(async |server, token| {
        for (name, status) in [
            ("all/all.json?bandwidth=60", 422),
            ("all/all.json?bandwidth=-75", 422),
            ("all/all.json?bandwidth=NaN", 422),
            ("all/all.json?bandwidth=", 422),
            ("all/all.png?bandwidth=60", 422),
            ("all/all.json?moment=ochtend", 422),
            ("voetbal/all.json", 404),
            ("all/klacht.json", 404),
            ("all/all.bmp", 404),
            ("all/all", 404),
            ("all/.json", 404),
        ] {
            let reply =
                server.get_as(token, &format!("/api/v1/trajects/{}/layers/{name}", server.traject)).await;
            assert_eq!(reply.status, status, "{name}: {}", reply.text());
            reply.problem(status);
        }
    });
}

#[test]
fn a_layer_that_is_the_same_is_not_sent_again() {
    released(async |server, token| {
        let path = format!("/api/v1/trajects/{}/layers/all/all.json", server.traject);
        let first = server.get_as(token, &path).await;
        assert!(first.header("cache-control").contains("private"), "{}", first.header("cache-control"));
        let again = server.request(reqwest::Method::GET, &path).bearer_auth(token);
        let again = again.header("if-none-match", first.header("etag"));
        assert!(crate::harness::Reply::of(again).await.expect(304).bytes.is_empty());
    });
}

/// What a program prints of a file; nothing, with the reason, where the program is not there.
fn printed(program: &str, arguments: &[&str], file: &std::path::Path, more: &[String]) -> Option<String> {
    match std::process::Command::new(program).args(arguments).arg(file).args(more).output() {
        Ok(out) => Some(String::from_utf8(out.stdout).unwrap()),
        Err(error) => {
            println!("skipped: {program}: {error}");
            None
        }
    }
}

#[test]
fn gdal_reads_the_geotiff_at_ten_places_with_the_values_of_the_grid_and_finds_what_it_rests_on() {
    released(async |server, token| {
        let grid = layer(server, token, "all/all.json").await;
        let path = format!("/api/v1/trajects/{}/layers/all/all.tif", server.traject);
        let reply = server.get_as(token, &path).await;
        let file = server.place.folder().join("all.tif");
        std::fs::write(&file, &reply.expect(200).bytes).unwrap();
        let Some(info) = printed("gdalinfo", &["-json"], &file, &[]) else { return };
        let info: Value = serde_json::from_str(&info).unwrap();
        assert!(info["coordinateSystem"]["wkt"].as_str().unwrap().contains("28992"), "{info}");
        assert_eq!(info["bands"][0]["noDataValue"], -9999.0);
        assert_eq!(info["metadata"][""]["AREA_OR_POINT"], "Area");
        let text = grid["provenance"]["text"].as_str().unwrap();
        assert_eq!(info["metadata"][""]["PROVENANCE"], text);
        let number = |name: &str| grid[name].as_f64().unwrap();
        let nx = usize::try_from(grid["nx"].as_u64().unwrap()).unwrap();
        let values = values(&grid);
        let shown: Vec<usize> = (0..values.len()).filter(|cell| values[*cell].is_some()).collect();
        let hidden: Vec<usize> = (0..values.len()).filter(|cell| values[*cell].is_none()).collect();
        let places = shown
            .iter()
            .step_by(shown.len() / 7)
            .take(7)
            .chain(hidden.iter().step_by(hidden.len() / 3).take(3));
        let mut seen = 0;
        for cell in places {
            let [column, row] = [cell % nx, cell / nx].map(|n| f64::from(u32::try_from(n).unwrap()));
            let at = [number("x0") + column * number("dx") + 4.0, number("y0") + row * number("dy") - 4.0];
            let value =
                printed("gdallocationinfo", &["-valonly", "-geoloc"], &file, &at.map(|n| n.to_string()))
                    .unwrap();
            let value: f64 = value.trim().parse().unwrap();
            let expected = values[*cell].unwrap_or(-9999.0);
            assert!(
                (value - expected).abs() <= 1e-4 * expected.abs().max(1.0),
                "{value} {expected} at {at:?}"
            );
            seen += 1;
        }
        assert_eq!(seen, 10);
    });
}

#[test]
fn every_file_says_what_it_is_and_what_it_rests_on() {
    released(async |server, token| {
        let path = |name: &str| format!("/api/v1/trajects/{}/layers/all/{name}", server.traject);
        let grid = layer(server, token, "all/beter.json?moment=avond").await;
        let about = &grid["provenance"];
        let text = about["text"].as_str().unwrap();
        assert!(
            text.contains("instens 6 stemmen") && text.contains("150 meter") && text.contains("75 meter"),
            "{text}"
        );
        assert_eq!((&about["k"], &about["edge_correction"]), (&json!(3), &json!(false)));
        for (form, moment) in [
            ("json", "?moment=avond"),
            ("geojson", "?moment=avond"),
            ("png", ""),
            ("tif", ""),
            ("vakken.geojson", ""),
        ] {
            let reply = server.get_as(token, &path(&format!("beter.{form}{moment}"))).await;
            let name = reply.expect(200).header("content-disposition");
            let when = if moment.is_empty() { "" } else { "-avond" };
            assert!(name.ends_with(&format!("-all-beter{when}-75m.{form}\"")) && name.is_ascii(), "{name}");
            if form == "png" {
                let png = png::Decoder::new(std::io::Cursor::new(&reply.bytes)).read_info().unwrap();
                let kept = png.info().utf8_text[0].get_text().unwrap();
                let whole = layer(server, token, "all/beter.json").await;
                assert_eq!(whole["provenance"]["text"], kept);
            }
            if form == "geojson" {
                let bands: Value = serde_json::from_slice(&reply.bytes).unwrap();
                assert_eq!(&bands["provenance"], about);
            }
        }
    });
}

/// Gives the server's site the font that the real one has.
fn give_font(server: &TestServer) -> bool {
    let files = "node_modules/@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2";
    let font = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(files);
    if !font.exists() {
        println!("skipped: {} is not there (tools/setup-npm.sh)", font.display());
        return false;
    }
    let folder = server.place.folder().join("site/assets");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(font, folder.join("noto-sans.woff2")).unwrap();
    true
}

#[test]
fn the_picture_for_a_report_has_strengths_beside_what_can_be_better_and_what_they_rest_on() {
    released(async |server, token| {
        let path = format!("/traject/{}/beeld", server.traject);
        let drawn = server.get_as(token, &format!("{path}.svg")).await;
        assert_eq!(drawn.expect(200).header("content-type"), "image/svg+xml");
        let drawn = drawn.text();
        assert!(drawn.matches("data-class=\"").count() >= 6, "bands of both");
        assert!(drawn.contains("Sterk") && drawn.contains("Beter") && drawn.contains("150 meter"));
        let without = server.get_as(token, &format!("{path}.png?korrel=120")).await;
        assert_eq!(
            without.expect(303).header("location"),
            format!("{path}.svg?korrel=120"),
            "this site has no font"
        );
        if give_font(server) {
            let picture = server.get_as(token, &format!("{path}.png?korrel=120")).await;
            assert_eq!(picture.expect(200).header("content-type"), "image/png");
            let size = image::load_from_memory(&picture.bytes).unwrap();
            assert!(size.width() == 2480 && size.height() > 1000, "{} by {}", size.width(), size.height());
        }
        for (wrong, status) in [("?korrel=60", 422), ("?moment=ochtend", 422), ("?thema=voetbal", 404)] {
            assert_eq!(server.get_as(token, &format!("{path}.png{wrong}")).await.status, status, "{wrong}");
        }
    });
}

#[test]
fn a_traject_without_a_release_has_layers_that_say_nothing() {
    server().without_limits().story(async |server| {
        crowd(server).await;
        let token = server.professional();
        for name in ["all/all.json", "all/sterk.json?bandwidth=50", "wonen/beter.json?moment=avond"] {
            let grid = layer(server, &token, name).await;
            assert!(values(&grid).iter().all(Option::is_none) && grid["pins"].is_null(), "{name}");
        }
        let path = format!("/traject/{}/beeld.svg", server.traject);
        assert_eq!(
            server.get_as(&token, &path).await.status,
            200,
            "a picture that says that there is nothing"
        );
    });
}
