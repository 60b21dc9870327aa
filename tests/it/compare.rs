//! Residents beside figures: what is proposed, what the team says, and what nobody outside may see.

use buurtblik::server::router::{Access, ROUTES};
use serde_json::json;

use crate::harness::{MIDDLE, TestServer, id, participant, pin, server};
use crate::live::send;
use crate::upkeep::{backup, files, let_the_day_come};

/// Thirty people who say that something about homes can be better, near the middle: enough for a map of the theme.
async fn thirty(server: &TestServer) {
    for n in 0..30_u8 {
        let mut body = pin(&participant(), "Vocht in huis");
        body["geometry"]["coordinates"] =
            json!([MIDDLE[0] + 1.5e-4 + f64::from(n % 5) * 1e-6, MIDDLE[1] + 9e-5]);
        body["properties"]["theme"] = "wonen".into();
        server.put_pin(&id(), &body).await.expect(201);
    }
}

fn release(server: &TestServer) {
    server.close();
    server.place.cli(&["session", "release", &server.code]).worked();
}

/// Figures of the buurt and its wijk round: the code of the buurt has no municipality, so points are used for nearness.
fn bring(server: &TestServer, table: &str, more: &[&str]) {
    let file = server.place.file("cijfers.csv", table);
    let start =
        ["indicators", "import", &file, "--source", "Bron", "--year", "2023", "--traject", &server.traject];
    server.place.cli(&[&start[..], more].concat()).worked();
}

async fn page(server: &TestServer, token: &str, path: &str) -> String {
    server.get_as(token, path).await.expect(200).text()
}

/// Fifteen reports in the south-west, as a table of places.
fn reports() -> String {
    let rows: Vec<String> = (0..15).map(|n| format!("4.92{},52.349{n:02},vocht\n", 70 + n)).collect();
    format!("lon,lat,categorie\n{}", rows.concat())
}

fn judgement(theme: &str) -> Vec<(&str, &str)> {
    vec![
        ("thema", theme),
        ("deel", "BU0001"),
        ("version", "0"),
        ("judged", "contradict"),
        ("why", "Wij horen het ook, MERKTEKEN"),
    ]
}

#[test]
fn residents_without_figures_figures_without_residents_and_the_rule_in_words() {
    server().without_limits().story(async |server| {
        thirty(server).await;
        release(server);
        let token = server.professional();
        bring(server, &reports(), &["--as", "meldingen", "--domain", "leefomgeving-openbare-ruimte"]);
        let path = format!("/traject/{}/vergelijken", server.traject);
        let all = page(server, &token, &path).await;
        assert!(all.contains("Hoe komt het voorstel tot stand?") && all.contains("meer dan zes tiende"));
        let one = |theme: &str, part: &str| format!("{path}/oordeel?thema={theme}&deel={part}");
        let homes = page(server, &token, &one("wonen", "BU0001")).await;
        assert!(homes.contains("zeggen: het kan hier beter") && homes.contains("alleen bewoners"), "{homes}");
        let corner = page(server, &token, &one("leefomgeving-openbare-ruimte", "zuidwest")).await;
        assert!(
            corner.contains("hier 15 van de 15 in het hele gebied") && corner.contains("slechter"),
            "{corner}"
        );
        assert!(corner.contains("alleen cijfers"), "{corner}");
        let other = page(server, &token, &one("leefomgeving-openbare-ruimte", "noordoost")).await;
        assert!(other.contains("hier 0 van de 15") && other.contains("zijn gunstig"), "{other}");
        assert!(page(server, &token, &one("gezondheid", "noordoost")).await.contains("beide zwijgen"));
        server.get_as(&token, &one("wonen", "elders")).await.expect(404);
        server.get_as(&token, &one("niets", "BU0001")).await.expect(404);
    });
}

#[test]
fn nothing_of_residents_is_used_before_it_is_released() {
    server().without_limits().story(async |server| {
        thirty(server).await;
        let token = server.professional();
        let path = format!("/traject/{}/vergelijken/oordeel?thema=wonen&deel=BU0001", server.traject);
        assert!(page(server, &token, &path).await.contains("zeggen hier niets, of te weinig om te tonen"));
        server.close();
        assert!(page(server, &token, &path).await.contains("zeggen hier niets, of te weinig om te tonen"));
    });
}

#[test]
fn the_team_says_why_and_the_second_of_two_sees_what_the_first_said() {
    server().without_limits().story(async |server| {
        thirty(server).await;
        release(server);
        let token = server.professional();
        let path = format!("/traject/{}/vergelijken/oordeel", server.traject);
        let look = format!("{path}?thema=wonen&deel=BU0001");
        let mut without = judgement("wonen");
        without[4] = ("why", "  ");
        assert!(send(server, &token, &path, &without).await.expect(422).text().contains("in één zin waarom"));
        send(server, &token, &path, &judgement("wonen")).await.expect(303);
        let mut second = judgement("wonen");
        second[3] = ("judged", "same");
        second[4] = ("why", "Wij zien iets anders");
        let told = send(server, &token, &path, &second).await.expect(409).text();
        assert!(told.contains("Nu staat er: tegenspraak. Wij horen het ook, MERKTEKEN (Sam)"), "{told}");
        assert!(
            told.contains("Wij zien iets anders") && told.contains("name=\"version\" value=\"1\""),
            "{told}"
        );
        second[2] = ("version", "1");
        send(server, &token, &path, &second).await.expect(303);
        let history = page(server, &token, &look).await;
        let (new, old) =
            (history.find("Wij zien iets anders").unwrap(), history.find("Wij horen het ook").unwrap());
        assert!(new < old, "the last first, and the first is still there");
        assert!(!history.contains("veranderd. Klopt het nog?"));
        // New figures: the team is asked whether it still holds.
        bring(server, "code;vocht\nBU0001;12,5\nBU0002;3,5\n", &["--domain", "wonen", "--better", "minder"]);
        assert!(page(server, &token, &look).await.contains("veranderd. Klopt het nog?"));
    });
}

#[test]
fn no_public_page_and_no_session_of_residents_has_a_word_of_the_team_or_a_figure_that_is_not_public() {
    server().without_limits().story(async |server| {
        thirty(server).await;
        let (code, token) = (server.code.clone(), server.professional());
        bring(
            server,
            "code;MERKTEKEN huur\nBU0001;12,5\nBU0002;3,5\n",
            &["--domain", "wonen", "--caveat", "MERKTEKEN let op"],
        );
        let plan = [
            ("kind", "sloop"),
            ("title", "MERKTEKEN flat"),
            ("plek", "4.930,52.350"),
            ("starts_on", "2027"),
            ("words", "MERKTEKEN"),
        ];
        send(server, &token, &format!("/traject/{}/plannen/nieuw", server.traject), &plan).await.expect(303);
        release(server);
        send(
            server,
            &token,
            &format!("/traject/{}/vergelijken/oordeel", server.traject),
            &judgement("wonen"),
        )
        .await
        .expect(303);
        let own = page(server, &token, &format!("/traject/{}/vergelijken", server.traject)).await;
        assert!(own.contains("MERKTEKEN"), "the team itself reads it");
        let open = server.place.session(&server.traject, &[]);
        let mut walked = 0;
        for (method, path, access) in ROUTES {
            if *method != "GET" || matches!(access, Access::Staff(_)) {
                continue;
            }
            for code in [&code, &open] {
                let path =
                    path.replace("{code}", code).replace("{id}", &server.traject).replace("{file}", "x.svg");
                let reply = server.get(&path).await;
                assert!(!reply.text().contains("MERKTEKEN"), "{path}");
                walked += 1;
            }
        }
        assert!(walked > 30, "{walked}");
    });
}

#[test]
fn on_its_day_the_words_of_the_team_and_the_figures_of_the_traject_are_gone_and_a_backup_before_holds_them() {
    server().without_limits().story(async |server| {
        let token = server.professional();
        bring(server, "code;MERKTEKEN huur\nBU0001;12,5\nBU0002;3,5\n", &["--domain", "wonen"]);
        bring(server, &reports(), &["--as", "meldingen", "--caveat", "MERKTEKEN punten"]);
        let plan =
            [("kind", "bouw"), ("title", "MERKTEKEN flat"), ("plek", "4.930,52.350"), ("starts_on", "2027")];
        send(server, &token, &format!("/traject/{}/plannen/nieuw", server.traject), &plan).await.expect(303);
        send(
            server,
            &token,
            &format!("/traject/{}/vergelijken/oordeel", server.traject),
            &judgement("wonen"),
        )
        .await
        .expect(303);
        let tables = ["coming", "reading", "indicator", "figure_import", "figure_area", "figure_point"];
        let before = files(&backup(server, "voor.tar"));
        for table in tables {
            assert!(!before[&format!("tables/{table}.jsonl")].is_empty(), "{table}");
        }
        let_the_day_come(server).await;
        let after = files(&backup(server, "na.tar"));
        for table in tables {
            assert!(after[&format!("tables/{table}.jsonl")].is_empty(), "{table}");
        }
        let found = after.iter().find(|(_, bytes)| String::from_utf8_lossy(bytes).contains("MERKTEKEN"));
        assert!(found.is_none(), "{:?}", found.map(|(name, _)| name));
    });
}
