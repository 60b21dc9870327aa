//! Behind the front door: in a sensitive theme nobody's exact spot is stored.

use serde_json::{Value, json};

use crate::harness::{Reply, TestServer, id, participant, server};
use crate::live::send;
use crate::moderation::decide;
use reqwest::Method;

/// In a school of the Voorbeeldbuurt, in its garden, and far from any building in the park.
const INSIDE: [f64; 2] = [4.820_35, 52.343_5];
const GARDEN: [f64; 2] = [4.820_35, 52.343_11];
const PARK: [f64; 2] = [4.812_164, 52.346_209];

fn pin(whose: &str, at: [f64; 2], theme: Option<&str>) -> Value {
    json!({
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": at},
        "properties": {"kind": "zorg", "text": "Hier is het", "theme": theme, "participant": whose},
    })
}

/// A wijksessie in the Voorbeeldbuurt in which "wonen" is sensitive.
fn sensitive(server: &mut TestServer) {
    let made = ["traject", "create", "--buurt", "VB0000AA01", "--title", "Proef", "--sensitive", "wonen"];
    let made = server.place.cli(&made).json();
    made["id"].as_str().unwrap().clone_into(&mut server.traject);
    server.code = server.place.session(&server.traject, &[]);
}

async fn place(server: &TestServer, whose: &str) -> [f64; 2] {
    let all = server.pins(Some(whose)).await;
    let at =
        all.iter().find(|pin| pin["properties"]["mine"] == true).unwrap()["geometry"]["coordinates"].clone();
    serde_json::from_value(at).unwrap()
}

/// Roughly, in metres, at the latitude of Amsterdam.
fn metres(a: [f64; 2], b: [f64; 2]) -> f64 {
    ((a[0] - b[0]) * 68_000.0).hypot((a[1] - b[1]) * 111_300.0)
}

#[test]
fn a_pin_on_a_home_in_a_sensitive_theme_is_kept_on_the_street() {
    server().with_demo().story(async |server| {
        sensitive(server);
        let (anna, bo, cas) = (participant(), participant(), participant());
        let answer = server.put_pin(&id(), &pin(&anna, INSIDE, Some("wonen"))).await.json(201);
        let kept = place(server, &anna).await;
        assert_eq!(answer["geometry"]["coordinates"], json!(kept), "the answer says where it stands");
        let moved = metres(INSIDE, kept);
        assert!((10.0..150.0).contains(&moved), "{moved}");
        // Somebody else in the same school stands at the same place.
        server.put_pin(&id(), &pin(&bo, GARDEN, Some("wonen"))).await.expect(201);
        assert!(metres(kept, place(server, &bo).await) < 110.0);
        // In another theme it stays where it was put.
        server.put_pin(&id(), &pin(&cas, INSIDE, None)).await.expect(201);
        assert!(metres(INSIDE, place(server, &cas).await) < 0.1);
    });
}

#[test]
fn it_moves_as_soon_as_the_theme_is_chosen_by_whoever_chooses_it() {
    server().with_demo().story(async |server| {
        sensitive(server);
        let token = server.staff("begeleider", Some(&server.traject))["token"].as_str().unwrap().to_owned();
        let (anna, bo, cas) = (participant(), participant(), participant());
        let (first, second, third) = (id(), id(), id());
        let body = pin(&anna, INSIDE, None);
        server.put_pin(&first, &body).await.expect(201);
        server.patch_pin(&first, &anna, &json!({"properties": {"theme": "wonen"}})).await.expect(200);
        assert!(metres(INSIDE, place(server, &anna).await) > 10.0);
        // The tablet sends the first again: it is known, and nothing moves back.
        server.put_pin(&first, &body).await.expect(200);
        assert!(metres(INSIDE, place(server, &anna).await) > 10.0);

        server.put_pin(&second, &pin(&bo, INSIDE, None)).await.expect(201);
        decide(server, &token, &second, &json!({"decision": "approve", "theme": "wonen"})).await.expect(200);
        assert!(metres(INSIDE, place(server, &bo).await) > 10.0);

        server.put_pin(&third, &pin(&cas, INSIDE, Some("samenleven-integratie"))).await.expect(201);
        assert!(metres(INSIDE, place(server, &cas).await) < 0.1);
        let prepare = format!("/traject/{}/voorbereiding", server.traject);
        let themes = "wonen\nwerk-participatie\nonderwijs-opvoeding\nveiligheid-criminaliteit\ngezondheid\n\
             samenleven-integratie\nleefomgeving-openbare-ruimte\nalgemeen";
        let fields = [
            ("title", "Proef"),
            ("k", "3"),
            ("promise", "Wij vragen het."),
            ("themes", themes),
            ("sensitive", "wonen"),
            ("sensitive", "samenleven-integratie"),
        ];
        send(server, &token, &prepare, &fields).await.expect(303);
        assert!(metres(INSIDE, place(server, &cas).await) > 10.0, "a theme that became sensitive later");
    });
}

#[test]
fn a_resident_is_told_so_before_choosing_the_theme() {
    server().with_demo().story(async |server| {
        sensitive(server);
        let told = "Bij deze thema’s zetten we een stip op een huis op de straat ervoor";
        for page in [format!("/s/{}/formulier?plek=buurt", server.code), format!("/s/{}", server.code)] {
            let page = Reply::of_any(server.request(Method::GET, &page)).await.expect(200).text();
            assert!(page.contains(told) && page.contains("Huis en trappenhuis"), "{page}");
        }
    });
}

#[test]
fn a_begeleider_moves_a_pin_off_a_home_whatever_its_theme() {
    server().with_demo().story(async |server| {
        sensitive(server);
        let token = server.staff("begeleider", Some(&server.traject))["token"].as_str().unwrap().to_owned();
        let (anna, bo) = (participant(), participant());
        let (at_home, outside) = (id(), id());
        server.put_pin(&at_home, &pin(&anna, INSIDE, Some("algemeen"))).await.expect(201);
        server.put_pin(&outside, &pin(&bo, PARK, Some("algemeen"))).await.expect(201);
        let page =
            server.get_as(&token, &format!("/sessie/{}/bekijken", server.code)).await.expect(200).text();
        let offered = page.matches("Deze stip staat op of bij een huis").count();
        assert_eq!(offered, 1, "only where there is a home");
        let verdict = json!({"decision": "approve", "street": true});
        decide(server, &token, &at_home, &verdict).await.expect(200);
        let moved = metres(INSIDE, place(server, &anna).await);
        assert!((10.0..150.0).contains(&moved), "{moved}");
        assert!(metres(PARK, place(server, &bo).await) < 0.1);
    });
}
