//! `buurt import` of a buurt that is there already: what is in use is not taken away.

use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::harness::{Reply, TestServer, server};

/// The invented map that ships with the program.
const SHIPPED: &str = include_str!("../../maps/voorbeeldbuurt.geojson");
const CODE: &str = "VB0000AA01";

/// Its boundary alone, as somebody has it in a file; moved to the east by so many degrees.
fn boundary(east: f64) -> String {
    let map: Value = serde_json::from_str(SHIPPED).unwrap();
    let features = map["features"].as_array().unwrap();
    let edge = features.iter().find(|one| one["properties"]["class"] == "boundary").unwrap();
    let mut geometry = edge["geometry"].clone();
    for ring in geometry["coordinates"].as_array_mut().unwrap() {
        for position in ring.as_array_mut().unwrap() {
            position[0] = json!(position[0].as_f64().unwrap() + east);
        }
    }
    let feature = json!({"type": "Feature", "properties": {"code": CODE, "naam": "Voorbeeldbuurt"}, "geometry": geometry});
    json!({"type": "FeatureCollection", "features": [feature]}).to_string()
}

/// What the buurt is drawn with now.
async fn map(server: &TestServer, code: &str) -> Value {
    let session = server.get(&format!("/api/v1/sessions/{code}")).await.json(200);
    server.get(session["plattegrond"]["geojson"].as_str().unwrap()).await.json(200)
}

fn drawn(map: &Value) -> Vec<&Value> {
    let features = map["features"].as_array().unwrap();
    features.iter().filter(|one| one["properties"]["class"] != "boundary").collect()
}

fn moment(server: &TestServer) -> String {
    let traject = server.place.cli(&["traject", "create", "--buurt", CODE, "--title", "T"]).json();
    server.place.session(traject["id"].as_str().unwrap(), &[])
}

fn import(server: &TestServer, text: &str, more: &[&str]) -> Value {
    let file = server.place.file("grens.geojson", text);
    let start =
        ["buurt", "import", "--json", "--boundary", &file, "--code-field", "code", "--name-field", "naam"];
    server.place.cli(&[&start[..], &["--code", CODE], more].concat()).json()
}

#[test]
fn importing_again_without_a_map_keeps_the_one_that_is_in_use_unless_told_otherwise() {
    server().with_demo().story(async |server| {
        let before = map(server, &moment(server)).await;
        let things = drawn(&before).len();
        assert!(things > 50, "{things}");

        let told = import(server, &boundary(0.0), &[]);
        assert_eq!((&told["maps_kept"], &told["boundaries_moved"]), (&json!([CODE]), &json!([])));
        assert_eq!(told["features"], things);
        // A server looks at what a command did beside it after some seconds: a new moment reads it anew.
        server.restart();
        assert_eq!(map(server, &moment(server)).await, before, "nothing of it changed");

        // All of a file, too.
        let file = server.place.file("alles.geojson", boundary(0.0));
        let all =
            ["buurt", "import", "--boundary", &file, "--code-field", "code", "--name-field", "naam", "--all"];
        let words = server.place.cli(&all);
        assert!(words.worked().contains("gebleven") && words.out.contains("--replace-map"), "{words:?}");

        let told = import(server, &boundary(0.0), &["--replace-map"]);
        assert_eq!((&told["maps_kept"], &told["features"]), (&json!([]), &json!(0)));
    });
}

#[test]
fn where_the_boundary_moved_the_map_stays_is_cut_at_the_new_one_and_that_is_told() {
    server().with_demo().story(async |server| {
        let code = moment(server);
        let before = map(server, &code).await;
        let token = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        let part = Part::text(boundary(0.002)).file_name("grenzen.geojson");
        let form = Form::new().part("boundary", part).text("code_field", "code").text("name_field", "naam");
        let post = server.request(Method::POST, "/beheer/buurten").bearer_auth(&token);
        let told = Reply::of_any(post.multipart(form)).await.expect(200).text();
        assert!(told.contains("is gebleven van Voorbeeldbuurt") && told.contains("is veranderd"), "{told}");
        assert!(told.contains("name=\"replace_map\""), "it can be said on the page, too");

        tokio::time::sleep(std::time::Duration::from_secs(6)).await;
        let after = map(server, &code).await;
        let (few, many) = (drawn(&after).len(), drawn(&before).len());
        assert!(few > many / 2 && few <= many, "{few} of {many}");
        let west = |map: &Value| {
            let features = map["features"].as_array().unwrap();
            let edge = features.iter().find(|one| one["properties"]["class"] == "boundary").unwrap();
            let ring = edge["geometry"]["coordinates"][0].as_array().unwrap();
            ring.iter().map(|at| at[0].as_f64().unwrap()).fold(f64::MAX, f64::min)
        };
        assert!((west(&after) - west(&before) - 0.002).abs() < 1e-6);
        assert_eq!(after["invented"], true, "the map that stayed is still an invented one");
    });
}
