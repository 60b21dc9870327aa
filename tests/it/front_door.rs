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
            assert!(page.contains(told) && page.contains("Huis en portiek"), "{page}");
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

/// Sends the page that prepares the traject, with these sensitive themes.
async fn prepare(server: &TestServer, token: &str, themes: &[&str]) -> Reply {
    let all = "wonen\nwerk-participatie\nonderwijs-opvoeding\nveiligheid-criminaliteit\ngezondheid\n\
         samenleven-integratie\nleefomgeving-openbare-ruimte\nalgemeen";
    let mut fields = vec![("title", "Proef"), ("k", "3"), ("promise", "Wij vragen het."), ("themes", all)];
    fields.extend(themes.iter().map(|theme| ("sensitive", *theme)));
    send(server, token, &format!("/traject/{}/voorbereiding", server.traject), &fields).await
}

/// Pins of a theme that stand in the school to the metre.
async fn at_home(server: &TestServer, theme: &str) -> i64 {
    let [lon, lat] = INSIDE;
    let sql = format!(
        "SELECT COUNT(*) FROM pin WHERE theme = '{theme}' AND ABS(lon - {lon}) < 0.00001 AND ABS(lat - {lat}) < 0.00001"
    );
    server.place.count(&sql).await
}

#[test]
fn a_theme_becomes_sensitive_together_with_its_pins_or_not_at_all() {
    server().with_demo().story(async |server| {
        sensitive(server);
        let token = crate::moderation::begeleider(server);
        server.put_pin(&id(), &pin(&participant(), INSIDE, Some("algemeen"))).await.expect(201);
        // Something goes wrong while the pins are moved, as when the machine stops.
        let (stop, on) = if server.place.postgres().is_some() {
            let stop = "CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS \
                 $$ BEGIN RAISE EXCEPTION 'the machine stops'; END $$; \
                 CREATE TRIGGER stopped BEFORE UPDATE OF lon ON pin FOR EACH ROW EXECUTE FUNCTION stop()";
            (stop, "DROP TRIGGER stopped ON pin")
        } else {
            let stop = "CREATE TRIGGER stopped BEFORE UPDATE OF lon ON pin \
                 BEGIN SELECT RAISE(ABORT, 'the machine stops'); END";
            (stop, "DROP TRIGGER stopped")
        };
        server.place.sql(stop).await;
        prepare(server, &token, &["wonen", "algemeen"]).await.expect(500);
        let sensitive = format!(
            "SELECT COUNT(*) FROM traject WHERE sensitive LIKE '%algemeen%' AND id = '{}'",
            server.traject
        );
        assert_eq!((server.place.count(&sensitive).await, at_home(server, "algemeen").await), (0, 1));
        server.place.sql(on).await;
        prepare(server, &token, &["wonen", "algemeen"]).await.expect(303);
        assert_eq!((server.place.count(&sensitive).await, at_home(server, "algemeen").await), (1, 0));
        // The log rightly tells of the fault.
        server.kill_hard();
    });
}

#[test]
fn what_an_earlier_version_left_at_homes_is_moved_when_the_server_starts() {
    server().with_demo().story(async |server| {
        sensitive(server);
        for theme in ["algemeen", "gezondheid"] {
            server.put_pin(&id(), &pin(&participant(), INSIDE, Some(theme))).await.expect(201);
        }
        server.kill_hard();
        let half = format!(
            "UPDATE traject SET sensitive = '[\"wonen\",\"algemeen\"]' WHERE id = '{}'",
            server.traject
        );
        server.place.sql(&half).await;
        assert_eq!(at_home(server, "algemeen").await, 1);
        server.restart();
        assert_eq!((at_home(server, "algemeen").await, at_home(server, "gezondheid").await), (0, 1));
        // The demonstration prints the codes that are open when it starts: nothing for its log to hide.
        server.kill_hard();
    });
}

#[test]
fn a_pin_that_comes_in_while_its_theme_becomes_sensitive_is_not_kept_at_a_home() {
    server().without_limits().with_demo().story(async |server| {
        sensitive(server);
        let token = crate::moderation::begeleider(server);
        let body = |theme| pin(&participant(), INSIDE, theme);
        for theme in ["algemeen", "gezondheid", "samenleven-integratie"] {
            let pins: Vec<_> = (0..30).map(|n| (id(), body((n % 3 > 0).then_some(theme)))).collect();
            let put = futures::future::join_all(pins.iter().map(async |(id, body)| {
                server.put_pin(id, body).await.expect(201);
                if body["properties"]["theme"].is_null() {
                    let whose = body["properties"]["participant"].as_str().unwrap();
                    let patch = json!({"properties": {"theme": theme}});
                    server.patch_pin(id, whose, &patch).await.expect(200);
                }
            }));
            let themes = ["wonen", theme];
            let (_, prepared) = tokio::join!(put, prepare(server, &token, &themes));
            prepared.expect(303);
            assert_eq!(at_home(server, theme).await, 0, "{theme}");
        }
    });
}

#[test]
fn a_pin_that_is_set_aside_moves_with_the_others_and_may_come_back() {
    server().with_demo().story(async |server| {
        sensitive(server);
        let token = crate::moderation::begeleider(server);
        server.put_pin(&id(), &pin(&participant(), INSIDE, Some("algemeen"))).await.expect(201);
        // As taking out a flood of new participants leaves it, which can be undone.
        let of_session = format!("WHERE session_code = '{}'", server.code);
        server.place.sql(&format!("UPDATE pin SET removed = 2 {of_session}")).await;
        prepare(server, &token, &["wonen", "algemeen"]).await.expect(303);
        server.place.sql(&format!("UPDATE pin SET removed = 0 {of_session}")).await;
        assert_eq!(at_home(server, "algemeen").await, 0);
    });
}
