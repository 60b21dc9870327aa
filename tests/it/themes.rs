//! Looking by theme, map beside map, who was not heard, and the dossier: what a professional reads on those pages.

use serde_json::{Value, json};

use crate::harness::{TestServer, id, participant, pin, server};
use crate::live::send;

/// At the Vredekerk of the Voorbeeldbuurt.
const CHURCH: [f64; 2] = [4.820_304, 52.345_234];
const STRONG: &str = "Bij de kerk drinken we samen koffie";
const BETTER: &str = "Achter de kerk is het donker";
const HIDDEN: &str = "Dit las niemand na";

/// A traject in the invented buurt, which has a map, and a moment of it that somebody planned: traject, code, begeleider.
async fn planned(server: &TestServer, group: &str) -> (String, String, String) {
    let made =
        server.place.cli(&["traject", "create", "--buurt", "VB0000AA01", "--title", "Kerkbuurt"]).json();
    let traject = made["id"].as_str().unwrap().to_owned();
    let staff = server.staff("begeleider", Some(&traject));
    let token = staff["token"].as_str().unwrap().to_owned();
    let code = moment(server, &traject, &token, group).await;
    (traject, code, token)
}

/// Plans and opens a moment; its code.
async fn moment(server: &TestServer, traject: &str, token: &str, group: &str) -> String {
    let fields = [
        ("title", "Koffie bij de kerk"),
        ("method", "koffiekar"),
        ("audience", "bewoners"),
        ("group", group),
        ("vindplaats", "Vredekerk"),
        ("day", "2027-03-02"),
    ];
    let reply = send(server, token, &format!("/traject/{traject}/momenten/nieuw"), &fields).await;
    let code = reply.expect(303).header("location").rsplit('/').next().unwrap().to_owned();
    send(server, token, &format!("/sessie/{code}/open"), &[]).await.expect(303);
    code
}

async fn put(server: &TestServer, code: &str, kind: &str, text: &str, at: [f64; 2]) -> String {
    let id = id();
    let mut body = pin(&participant(), text);
    body["geometry"]["coordinates"] = json!(at);
    body["properties"]["kind"] = kind.into();
    body["properties"]["theme"] = "wonen".into();
    let path = format!("/api/v1/sessions/{code}/pins/{id}");
    let request = server.request(reqwest::Method::PUT, &path).header("content-type", "application/geo+json");
    crate::harness::Reply::of(request.body(body.to_string())).await.expect(201);
    id
}

async fn approve(server: &TestServer, token: &str, code: &str, id: &str) {
    let path = format!("/api/v1/sessions/{code}/moderation/{id}");
    let verdict: Value = json!({"decision": "approve"});
    let request = server.request(reqwest::Method::POST, &path).bearer_auth(token).json(&verdict);
    crate::harness::Reply::of(request).await.expect(200);
}

/// Sixty-four people at the church, half of them about strengths (enough for a map of the theme on either side), a strength and
/// something to make better approved.
async fn said(server: &TestServer, code: &str, token: &str) {
    for n in 0..64 {
        let at = [CHURCH[0] + f64::from(n % 8) * 1e-6, CHURCH[1]];
        put(server, code, ["gaat-goed", "zorg"][usize::from(n % 2 == 1)], HIDDEN, at).await;
    }
    for (kind, text) in [("gaat-goed", STRONG), ("zorg", BETTER)] {
        let id = put(server, code, kind, text, CHURCH).await;
        approve(server, token, code, &id).await;
    }
}

fn release(server: &TestServer, code: &str) {
    server.place.cli(&["session", "close", code]).worked();
    server.place.cli(&["session", "release", code]).worked();
}

fn professional(server: &TestServer, traject: &str) -> String {
    server.staff("professional", Some(traject))["token"].as_str().unwrap().to_owned()
}

async fn page(server: &TestServer, token: &str, path: &str) -> String {
    server.get_as(token, path).await.expect(200).text()
}

/// Whether these stand on a page in this order.
fn in_order(page: &str, words: &[&str]) {
    let mut from = 0;
    for word in words {
        let at =
            page[from..].find(word).unwrap_or_else(|| panic!("{word:?} does not come after byte {from}"));
        from += at;
    }
}

/// Figures of the buurt, its wijk and the city.
fn figures(server: &TestServer, traject: &str) {
    let csv = "code;naam;Tevreden met de woning;Aantal inwoners 0 tot 15 jaar;15 tot 65 jaar;65 jaar of ouder\n\
         VB0000AA01;Voorbeeldbuurt;61,5;150;600;250\n\
         WK0363AA;Wijk;70;1500;6000;2500\n\
         GM0363;Amsterdam;72,25;15000;60000;25000\n";
    let file = server.place.file("cijfers.csv", csv);
    server
        .place
        .cli(&[
            "indicators",
            "import",
            &file,
            "--source",
            "Proefbron",
            "--year",
            "2023",
            "--area-field",
            "code",
            "--name-field",
            "naam",
            "--traject",
            traject,
            "--domain",
            "wonen",
            "--counts",
            "mensen",
            "--better",
            "meer",
        ])
        .worked();
}

#[test]
fn a_page_of_a_theme_has_strengths_first_and_the_figures_with_their_year_as_a_picture_and_as_a_table() {
    server().without_limits().with_demo().story(async |server| {
        let (traject, code, token) = planned(server, "").await;
        said(server, &code, &token).await;
        let professional = professional(server, &traject);
        let path = format!("/traject/{traject}/thema/wonen");
        let before = page(server, &professional, &path).await;
        assert!(!before.contains(STRONG) && !before.contains(BETTER), "nothing before the release");
        release(server, &code);
        figures(server, &traject);
        let about = page(server, &professional, &path).await;
        in_order(&about, &["zijde-sterk", STRONG, "zijde-beter", BETTER, "Cijfers bij dit thema"]);
        assert!(!about.contains(HIDDEN), "nobody approved it");
        in_order(&about, &["Tevreden met de woning (2023)", "61,5", "Proefbron"]);
        assert!(!about.contains("bar-own"), "one figure by itself has nothing to be held against");
        in_order(&about, &["Alle cijfers als tabel", "Tevreden met de woning", "2023", "61,5"]);
        let none = server.get_as(&professional, &format!("/traject/{traject}/thema/nergens")).await;
        assert_eq!(none.status, 404);
        let all = page(server, &professional, &format!("/traject/{traject}/themas")).await;
        in_order(&all, &["Huis en portiek", "Sterk", "Beter", "cijfers"]);
    });
}

#[test]
fn beside_the_figure_of_a_buurt_stand_those_of_its_wijk_and_city_and_never_in_its_place() {
    server().story(async |server| {
        let boundary = crate::harness::BOUNDARY.replace("BU0001", "BU0363AA01");
        let boundary = server.place.file("echt.geojson", boundary);
        let import = ["buurt", "import", "--boundary", &boundary, "--code-field", "code", "--name-field", "naam", "--all"];
        server.place.cli(&import).worked();
        let made = server.place.cli(&["traject", "create", "--buurt", "BU0363AA01", "--title", "Echt"]).json();
        let traject = made["id"].as_str().unwrap();
        let csv = "code;naam;Tevreden;Vocht\nBU0363AA01;Proefbuurt;61,5;\nWK0363AA;Kerkwijk;70;15\nGM0363;Amsterdam;72,3;12\n";
        let file = server.place.file("echt.csv", csv);
        let about = ["--source", "Bron", "--year", "2023", "--area-field", "code", "--name-field", "naam"];
        let import = ["indicators", "import", &file, "--traject", traject, "--domain", "wonen"];
        server.place.cli(&[&import[..], &about[..]].concat()).worked();
        let professional = professional(server, traject);
        let told = page(server, &professional, &format!("/traject/{traject}/thema/wonen")).await;
        in_order(&told, &["Tevreden (2023)", "bar-own", "61,5", "bar-beside", "70", "bar-far", "72,3"]);
        in_order(&told, &["Tevreden (2023)", "Proefbuurt", "61,5", "Wijk Kerkwijk", "70", "Gemeente Amsterdam", "72,3"]);
        in_order(&told, &["Vocht (2023)", "Proefbuurt", "niet bekend", "Wijk Kerkwijk", "15", "Gemeente Amsterdam", "12"]);
    });
}

/// Brings `count` reports round the church in, as points.
fn reports(server: &TestServer, traject: &str, name: &str, count: u32) {
    let feature = |n: u32| {
        let at = [CHURCH[0] + f64::from(n % 20) * 1e-5, CHURCH[1] + f64::from(n / 20) * 1e-5];
        json!({"type": "Feature", "geometry": {"type": "Point", "coordinates": at}, "properties": {"soort": "Afval"}})
    };
    let all = json!({"type": "FeatureCollection", "features": (0..count).map(feature).collect::<Vec<_>>()});
    let file = server.place.file(name, all.to_string());
    let how = ["--source", "Meldpunt", "--year", "2024", "--domain", "wonen", "--shape", "punt"];
    let what = ["indicators", "import", &file, "--traject", traject, "--category-field", "soort"];
    server.place.cli(&[&what[..], &how[..]].concat()).worked();
}

#[test]
fn few_points_are_dots_and_many_are_a_density_beside_the_layer() {
    server().without_limits().with_demo().story(async |server| {
        let (traject, code, token) = planned(server, "").await;
        said(server, &code, &token).await;
        release(server, &code);
        let professional = professional(server, &traject);
        let path = format!("/traject/{traject}/naast?thema=wonen&soort=beter");
        reports(server, &traject, "weinig.geojson", 30);
        let few = page(server, &professional, &path).await;
        assert_eq!(few.matches("r=\"15\"").count(), 30, "{few}");
        assert!(!few.contains("per km²"));
        let id = few.split("name=\"cijfer\"").nth(1).unwrap().split("value=\"").nth(1).unwrap();
        let few_id = id.split('"').next().unwrap().to_owned();
        reports(server, &traject, "veel.geojson", 300);
        let many = page(server, &professional, &path).await;
        let ids = many.split("name=\"cijfer\"").nth(1).unwrap().split("</select>").next().unwrap();
        let ids = ids.split("value=\"").skip(1).map(|part| part.split('"').next().unwrap());
        let dense = ids.into_iter().find(|id| *id != few_id).unwrap();
        let many = page(server, &professional, &format!("{path}&cijfer={dense}")).await;
        assert_eq!(many.matches("r=\"15\"").count(), 0, "dots would cover each other");
        // The highest of five classes ends at the peak: 300 points within some metres have 300 · 10⁶ / (2π · 75²) = 8488.
        assert!(many.contains("korrel (75 m)"), "{many}");
        assert!(many.contains("6.300 – 8.500 per km²"), "{many}");
        in_order(&many, &["Afval", "300"]);
    });
}

#[test]
fn map_beside_map_is_two_drawings_and_the_figure_says_what_is_not_known() {
    server().without_limits().with_demo().story(async |server| {
        let (traject, code, token) = planned(server, "").await;
        said(server, &code, &token).await;
        release(server, &code);
        let professional = professional(server, &traject);
        let path = format!("/traject/{traject}/naast?thema=wonen&soort=sterk");
        let without = page(server, &professional, &path).await;
        assert!(without.contains("Er zijn nog geen cijfers"), "it says why the other layer stands there");
        assert_eq!(without.matches("class=\"beside-svg\"").count(), 2);
        figures(server, &traject);
        let with = page(server, &professional, &path).await;
        in_order(&with, &["beside-svg", "ramp-sterk-1", "beside-svg", "Proefbron"]);
        assert!(with.contains("name=\"cijfer\""));
        let wrong = server.get_as(&professional, &format!("{path}&cijfer=geen")).await;
        assert_eq!(wrong.status, 404);
    });
}

#[test]
fn who_was_not_heard_tells_no_number_below_k_and_nothing_of_what_is_not_released() {
    server().without_limits().with_demo().story(async |server| {
        let (traject, code, token) = planned(server, "Buurtmoeders").await;
        said(server, &code, &token).await;
        let counts = [("age-18-34", "30"), ("age-55-74", "2"), ("role-bewoner", "32"), ("pause", "90")];
        send(server, &token, &format!("/sessie/{code}/aanwezig"), &counts).await.expect(303);
        let professional = professional(server, &traject);
        let path = format!("/traject/{traject}/niet-gehoord");
        let before = page(server, &professional, &path).await;
        assert!(!before.contains("Buurtmoeders") && before.contains("nog geen bijeenkomst vrijgegeven"));
        let own = page(server, &token, &path).await;
        assert!(own.contains("Buurtmoeders"), "who prepares sees what is going on");
        release(server, &code);
        let after = page(server, &professional, &path).await;
        in_order(&after, &["18 tot 35", "30 mensen", "55 tot 75", "minder dan 3", "Buurtmoeders"]);
        assert!(after.contains("Er zijn nog geen cijfers over hoe oud"));
        figures(server, &traject);
        let beside = page(server, &professional, &path).await;
        assert!(beside.contains("wonen er") && beside.contains("75 en ouder"), "ages of who lives there");
        in_order(&beside, &["Minder dan half zoveel als er wonen:", "tot 18"]);
    });
}

#[test]
fn parts_that_nobody_spoke_about_name_where_people_are_and_who_prepares_plans_a_moment_there() {
    server().without_limits().with_demo().story(async |server| {
        let (traject, code, token) = planned(server, "").await;
        said(server, &code, &token).await;
        release(server, &code);
        let path = format!("/traject/{traject}/niet-gehoord");
        let professional = professional(server, &traject);
        let told = page(server, &professional, &path).await;
        in_order(&told, &["Waar niemand iets over zei", "unheard-number", "hectare"]);
        assert!(!told.contains("Plan hier een moment"), "a professional plans none");
        let own = page(server, &token, &path).await;
        let link = own.split("href=\"").find(|part| part.contains("vindplaats=")).expect("a link to plan");
        let link = link.split('"').next().unwrap().replace("&amp;", "&");
        let form = page(server, &token, &link).await;
        let name = link.split("vindplaats=").nth(1).unwrap();
        let name = reqwest::Url::parse(&format!("http://a/?v={name}"))
            .unwrap()
            .query_pairs()
            .next()
            .unwrap()
            .1
            .into_owned();
        assert!(form.contains(&format!("value=\"{name}\"")), "{name} is filled in");
    });
}

#[test]
fn a_group_that_was_asked_three_times_is_told_to_be_asked_often() {
    server().without_limits().with_demo().story(async |server| {
        let (traject, first, token) = planned(server, "Buurtmoeders").await;
        said(server, &first, &token).await;
        release(server, &first);
        let professional = professional(server, &traject);
        let path = format!("/traject/{traject}/niet-gehoord");
        assert!(!page(server, &professional, &path).await.contains("Al vaak gevraagd"));
        for _ in 0..2 {
            let code = moment(server, &traject, &token, "buurtmoeders").await;
            said(server, &code, &token).await;
            release(server, &code);
        }
        let told = page(server, &professional, &path).await;
        assert!(told.to_lowercase().contains("al vaak gevraagd: buurtmoeders"), "as it was last written");
    });
}

#[test]
fn the_dossier_has_its_chapters_in_order_with_alternative_texts_and_nothing_that_was_not_released() {
    server().without_limits().with_demo().story(async |server| {
        let (traject, code, token) = planned(server, "").await;
        said(server, &code, &token).await;
        let professional = professional(server, &traject);
        let path = format!("/traject/{traject}/dossier");
        let before = page(server, &professional, &path).await;
        assert!(!before.contains(STRONG) && before.contains("nog geen bijeenkomst vrijgegeven"));
        release(server, &code);
        figures(server, &traject);
        let told = page(server, &professional, &path).await;
        let chapters = [
            "Inhoud",
            "1. Wat sterk is",
            "2. Thema’s",
            "3. Waar bewoners en cijfers elkaar tegenspreken",
            "4. Aannames",
            "5. Wie niet gehoord is",
            "6. Agenda",
            "7. Hoe dit is gemaakt",
        ];
        in_order(&told, &chapters);
        let body = &told[told.find("id=\"themas\"").unwrap()..];
        in_order(body, &["Huis en portiek", STRONG, BETTER, "Tevreden met de woning"]);
        assert!(!told.contains(HIDDEN));
        let maps = told.matches("class=\"heat-map").count();
        assert!(
            maps >= 4 && told.matches("role=\"img\"").count() >= maps,
            "each of {maps} maps says what is seen"
        );
        let trail = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        let trail = server.get_as(&trail, "/beheer/logboek.csv").await.text();
        assert!(
            trail.lines().any(|line| line.contains(",look,") && line.contains(&traject)),
            "a look is written down"
        );
    });
}
