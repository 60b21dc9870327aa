//! The boards of step 3: assumptions before the layers open, the agenda, evidence, and two people at one row.

use buurtblik::{
    people::accounts::{Right, Role},
    server::router::{Access, ROUTES},
};
use reqwest::Method;

use crate::harness::{Reply, TestServer, id, participant, pin, server};
use crate::live::send;
use crate::moderation::{approved_pin, begeleider};

/// Words in an approved quote.
const QUOTE: &str = "De lift is al weken stuk";

/// A traject of its own instead of the server's, with an open wijksessie.
pub fn another_traject(server: &mut TestServer, more: &[&str]) {
    let made = [&["traject", "create", "--buurt", "BU0001", "--title", "Eerst denken"][..], more].concat();
    let made = server.place.cli(&made).json();
    made["id"].as_str().unwrap().clone_into(&mut server.traject);
    server.code = server.place.session(&server.traject, &[]);
}

/// Three people say something, one of them this; then it is released. The id of that pin.
pub async fn released(server: &TestServer, token: &str, text: &str, whose: &str) -> String {
    let quote = approved_pin(server, token, whose, text).await;
    for n in 0..2 {
        server.put_pin(&id(), &pin(&participant(), &format!("Nog iets {n}"))).await.expect(201);
    }
    server.close();
    server.place.cli(&["session", "release", &server.code]).worked();
    quote
}

/// Where a form sent somebody, without what stands behind the question mark.
fn place(reply: &Reply) -> String {
    reply.expect(303).header("location").split('?').next().unwrap().to_owned()
}

/// Writes down an assumption; its page.
pub async fn assume(server: &TestServer, token: &str, words: &str) -> String {
    let (list, id) = (format!("/traject/{}/aannames", server.traject), id());
    send(server, token, &list, &[("id", &id), ("words", words), ("theme", "wonen")]).await.expect(303);
    format!("{list}/{id}")
}

/// Writes a point of the agenda; its page.
pub async fn agree(server: &TestServer, token: &str, fields: &[(&str, &str)]) -> String {
    let (list, id) = (format!("/traject/{}/agenda", server.traject), id());
    let mut all = vec![("id", id.as_str())];
    all.extend(fields);
    place(&send(server, token, &list, &all).await)
}

/// A point that the team promised, with its public words.
pub const PROMISED: [(&str, &str); 8] = [
    ("what", "Lift repareren"),
    ("where", "Flat 3"),
    ("when", "voor 1 mei"),
    ("who", "corporatie"),
    ("status", "afgesproken"),
    ("public", "1"),
    ("public_words", "De lift wordt gemaakt"),
    ("public_when", "dit voorjaar"),
];

/// `fields` with another value for one of them.
pub fn with<'a>(fields: &[(&'a str, &'a str)], name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let rest = fields.iter().copied().filter(|(known, _)| *known != name);
    rest.chain([(name, value)]).collect()
}

pub async fn text(server: &TestServer, token: &str, path: &str) -> String {
    server.get_as(token, path).await.expect(200).text()
}

/// A route with its places filled in: this server's traject, and things that are not there.
fn filled(server: &TestServer, path: &str) -> String {
    let nobody = "00000000-0000-4000-8000-000000000000";
    path.replace("{id}", &server.traject)
        .replace("/layers/{theme}/{file}", "/layers/all/all.json")
        .replace("{theme}", "all")
        .replace("{kind}", "all?lon=4.93&lat=52.35")
        .replace("{bord}", "agenda")
        .replace("{rij}", nobody)
        .replace("{punt}", nobody)
        .replace("{aanname}", nobody)
}

#[test]
fn no_page_file_picture_or_token_shows_a_layer_before_the_team_is_ready() {
    server().without_limits().story(async |server| {
        another_traject(server, &["--assume-first"]);
        let (pro, guide) = (server.professional(), begeleider(server));
        released(server, &guide, QUOTE, &participant()).await;
        let shows = |right: &Right| right.shows_residents(Role::Professional);
        let routes: Vec<_> = ROUTES
            .iter()
            .filter_map(|(method, path, access)| match access {
                Access::Staff(right) if shows(right) => Some((*method, *path)),
                _ => None,
            })
            .collect();
        let layers =
            ROUTES.iter().filter(|(_, _, access)| *access == Access::Staff(Right::SeeLayers)).count();
        assert!(layers >= 10 && routes.len() > layers, "{routes:?}");
        for (method, path) in &routes {
            let ask = server.request(method.parse::<Method>().unwrap(), &filled(server, path));
            let ask = ask.bearer_auth(&pro);
            let ask = if *method == "GET" { ask } else { ask.form(&[("x", "y")]) };
            let reply = Reply::of(ask).await;
            assert_eq!(reply.status, 403, "{method} {path}: {}", reply.text());
            assert!(!reply.text().contains(QUOTE), "{method} {path}");
            if path.starts_with("/api/") {
                let problem = reply.problem_of(403, "layers-closed");
                assert!(problem["detail"].as_str().unwrap().contains("Wij zijn klaar"), "{problem}");
            } else if path.rsplit('.').next() != Some("json") {
                assert!(reply.text().contains(&format!("/traject/{}/aannames", server.traject)), "{path}");
            }
        }
        // Whatever is asked for behind the same door.
        let all = format!("/api/v1/trajects/{}/layers/all/sterk.tif?bandwidth=120", server.traject);
        server.get_as(&pro, &all).await.problem_of(403, "layers-closed");
        // What professionals bring in is open, and shows nothing of residents.
        let list = format!("/traject/{}/aannames", server.traject);
        let row = assume(server, &pro, "Ouderen durven niet over het plein").await;
        assert!(!text(server, &pro, &row).await.contains(QUOTE));
        send(server, &pro, &format!("{row}/oordeel"), &[("verdict", "bevestigd")]).await.expect(403);
        // The begeleider was in the room.
        text(server, &guide, &format!("/traject/{}", server.traject)).await;

        let door = format!("/traject/{}/kaarten-open", server.traject);
        assert!(text(server, &pro, &door).await.contains("Dit kan niet terug"));
        for _ in 0..2 {
            send(server, &pro, &door, &[]).await.expect(303);
        }
        for (method, path) in routes.iter().filter(|(method, _)| *method == "GET") {
            let reply = server.get_as(&pro, &filled(server, path)).await;
            assert_ne!(reply.status, 403, "{method} {path}");
        }
        assert!(text(server, &pro, &format!("/traject/{}", server.traject)).await.contains(QUOTE));
        let after = assume(server, &pro, "Dit wist ik achteraf").await;
        assert!(text(server, &pro, &row).await.contains("geschreven vóór de kaarten open waren"));
        assert!(!text(server, &pro, &after).await.contains("geschreven vóór"));
        assert!(text(server, &pro, &list).await.contains("Het team was klaar volgens Sam"));
        let beheerder = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        let trail = text(server, &beheerder, "/beheer/logboek.csv").await;
        assert_eq!(trail.lines().filter(|line| line.contains(",layers-open,")).count(), 1, "{trail}");
    });
}

#[test]
fn a_team_that_wrote_nothing_down_opens_nothing_and_after_a_release_nobody_changes_the_rule() {
    server().story(async |server| {
        another_traject(server, &["--assume-first"]);
        let (pro, guide) = (server.professional(), begeleider(server));
        let door = format!("/traject/{}/kaarten-open", server.traject);
        let refused = send(server, &pro, &door, &[]).await;
        assert!(refused.expect(409).text().contains("Schrijf eerst ten minste één aanname op"));
        let prepare = format!("/traject/{}/voorbereiding", server.traject);
        let asked =
            [("title", "Eerst denken"), ("promise", "Wij vragen het."), ("k", "3"), ("themes", "wonen\nwerk-participatie\nonderwijs-opvoeding\nveiligheid-criminaliteit\ngezondheid\nsamenleven-integratie\nleefomgeving-openbare-ruimte\nalgemeen")];
        send(server, &guide, &prepare, &asked).await.expect(303);
        text(server, &pro, &format!("/traject/{}", server.traject)).await;
        send(server, &guide, &prepare, &with(&asked, "assume_first", "1")).await.expect(303);
        server.get_as(&pro, &format!("/traject/{}", server.traject)).await.expect(403);
        released(server, &guide, QUOTE, &participant()).await;
        let refused = send(server, &guide, &prepare, &asked).await;
        assert!(refused.expect(422).text().contains("eerst aannames opschrijft"), "{}", refused.text());
        server.get_as(&pro, &format!("/traject/{}", server.traject)).await.expect(403);
    });
}

#[test]
fn an_assumption_is_judged_with_a_reason_and_its_history_says_who_and_when() {
    server().story(async |server| {
        let (pro, guide) = (server.professional(), begeleider(server));
        released(server, &guide, QUOTE, &participant()).await;
        let row = assume(server, &pro, "De liften doen het <goed>").await;
        let list = format!("/traject/{}/aannames", server.traject);
        let empty = send(server, &pro, &list, &[("id", &id()), ("words", "  ")]).await;
        assert!(empty.expect(422).text().contains("Schrijf op wat u denkt"));

        let judge = format!("{row}/oordeel");
        let verdict = [("version", "1"), ("words", "De liften doen het <goed>"), ("verdict", "weersproken")];
        let refused = send(server, &pro, &judge, &with(&verdict, "because", " ")).await;
        assert!(refused.expect(422).text().contains("in één zin waarom"));
        send(server, &pro, &judge, &with(&verdict, "because", "Bewoners noemen flat 3.")).await.expect(303);
        let shown = text(server, &pro, &row).await;
        assert!(shown.contains("Weersproken") && shown.contains("Laatst beoordeeld door Sam"), "{shown}");
        assert!(shown.contains("De liften doen het &lt;goed&gt;"));
        let change = [("version", "2"), ("words", "De liften doen het soms"), ("theme", "gezondheid")];
        send(server, &guide, &row, &change).await.expect(303);
        let shown = text(server, &pro, &row).await;
        for part in ["Geschreven", "Beoordeeld", "Veranderd", "<del>De liften doen het &lt;goed&gt;"] {
            assert!(shown.contains(part), "{part} in {shown}");
        }
        // Another traject's professional finds nothing, also not under this one's address.
        let other = server.place.traject();
        let stranger = server.staff("professional", Some(&other))["token"].as_str().unwrap().to_owned();
        server.get_as(&stranger, &row).await.expect(403);
        let elsewhere = row.replace(&server.traject, &other);
        server.get_as(&stranger, &elsewhere).await.expect(404);
    });
}

#[test]
fn who_comes_second_sees_both_and_chooses_and_no_word_is_lost() {
    server().story(async |server| {
        let (noor, bas) = (server.professional(), server.professional());
        let row = assume(server, &noor, "Eerste woorden").await;
        let typed = |words: &'static str| [("version", "1"), ("words", words), ("theme", "wonen")];
        send(server, &noor, &row, &typed("Woorden van Noor")).await.expect(303);
        let late = send(server, &bas, &row, &typed("Woorden van Bas")).await;
        let page = late.expect(409).text();
        for part in ["Woorden van Noor", "Woorden van Bas", "Iemand anders was net eerder"] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert!(page.contains("name=\"version\" value=\"2\""), "{page}");
        // Sent twice, it is laid aside once.
        send(server, &bas, &row, &typed("Woorden van Bas")).await.expect(409);
        // Who gives up there has lost nothing either.
        let history = text(server, &bas, &row).await;
        assert_eq!(history.matches("Getypt, maar niet zo bewaard").count(), 1, "{history}");
        assert!(history.contains("Woorden van Bas"));

        let both = "Woorden van Noor en Bas";
        let chosen = [
            ("version", "2"),
            ("theme", "wonen"),
            ("nu-words", "Woorden van Noor"),
            ("mijn-words", "Woorden van Bas"),
            ("keus-words", "samen"),
            ("samen-words", both),
        ];
        send(server, &bas, &row, &chosen).await.expect(303);
        let history = text(server, &noor, &row).await;
        for part in ["Eerste woorden", "Woorden van Noor", "Woorden van Bas", both] {
            assert!(history.contains(part), "{part}");
        }
        // The same again is no change; what was judged meanwhile is shown to who changes the words, and the other way round.
        send(server, &noor, &row, &[("version", "1"), ("words", both), ("theme", "wonen")]).await.expect(303);
        let judge = [
            ("version", "2"),
            ("words", "Woorden van Noor"),
            ("verdict", "bevestigd"),
            ("because", "Zo is het."),
        ];
        let late = send(server, &noor, &format!("{row}/oordeel"), &judge).await;
        assert!(late.expect(409).text().contains(both), "judged on other words");
        // Removed by one, changed by the other: it comes back only when they say so.
        send(server, &noor, &format!("{row}/weg"), &[("version", "3")]).await.expect(303);
        let late =
            send(server, &bas, &row, &[("version", "3"), ("words", "Toch nog"), ("theme", "wonen")]).await;
        assert!(late.expect(409).text().contains("is dit weggehaald door"), "{}", late.text());
        assert!(
            !text(server, &bas, &format!("/traject/{}/aannames", server.traject)).await.contains("Toch nog")
        );
    });
}

#[test]
fn two_who_change_other_fields_of_one_point_both_keep_their_words() {
    server().story(async |server| {
        let (noor, bas) = (server.professional(), server.professional());
        let row = agree(server, &noor, &PROMISED).await;
        let one = with(&with(&PROMISED, "who", "corporatie en huurdersvereniging"), "version", "1");
        send(server, &noor, &row, &one).await.expect(303);
        let other = with(&with(&PROMISED, "when", "voor 1 juni"), "version", "1");
        let late = send(server, &bas, &row, &other).await;
        let page = late.expect(409).text();
        assert!(
            page.contains("corporatie en huurdersvereniging") && page.contains("U veranderde dit niet"),
            "{page}"
        );
        assert!(!page.contains("keus-"), "nothing to choose, only to see");
        let merged = with(&with(&other, "who", "corporatie en huurdersvereniging"), "version", "2");
        send(server, &bas, &row, &merged).await.expect(303);
        let shown = text(server, &noor, &row).await;
        assert!(shown.contains("voor 1 juni") && shown.contains("corporatie en huurdersvereniging"));
    });
}

#[test]
fn what_is_promised_says_where_when_and_who_and_nothing_typed_is_thrown_away() {
    server().story(async |server| {
        let pro = server.professional();
        let list = format!("/traject/{}/agenda", server.traject);
        for (name, told) in [
            ("what", "Schrijf op wat u doet"),
            ("where", "precies waar, wanneer en wie"),
            ("when", "precies waar, wanneer en wie"),
            ("who", "precies waar, wanneer en wie"),
            ("public_words", "Schrijf wat bewoners lezen"),
            ("public_when", "Schrijf wanneer"),
        ] {
            let id = id();
            let fields = with(&with(&PROMISED, name, ""), "id", &id);
            let page = send(server, &pro, &list, &fields).await;
            let page = page.expect(422).text();
            assert!(page.contains(told), "{name}: {page}");
            assert!(
                name == "public_words" || page.contains("De lift wordt gemaakt"),
                "{name}: what was typed is gone"
            );
        }
        assert!(text(server, &pro, &list).await.contains("Er staat nog niets op de agenda"));
        // Sent twice, it is there once.
        let id = id();
        for _ in 0..2 {
            send(server, &pro, &list, &with(&with(&PROMISED, "id", &id), "plek", "4.93,52.35"))
                .await
                .expect(303);
        }
        let shown = text(server, &pro, &list).await;
        assert_eq!(shown.matches("Lift repareren").count(), 1, "{shown}");
        assert!(shown.contains("map-numbers"), "and on the map");
    });
}

#[test]
fn evidence_keeps_its_label_and_a_residents_words_only_as_long_as_they_are_there() {
    server().story(async |server| {
        let (pro, guide, anna) = (server.professional(), begeleider(server), participant());
        let path = format!("/api/v1/sessions/{}/receipts", server.code);
        let quote = approved_pin(server, &guide, &anna, QUOTE).await;
        let words = Reply::of(server.request(Method::POST, &path).header("participant", &anna)).await;
        let words: Vec<String> = serde_json::from_value(words.json(201)["words"].clone()).unwrap();
        released(server, &guide, "Het plein is mooi", &participant()).await;

        let row = assume(server, &pro, "De liften doen het").await;
        let picker = row.replace("/aannames/", "/bewijs/aanname/");
        let page = text(server, &pro, &picker).await;
        assert!(
            page.contains(QUOTE) && page.contains("Het plein is mooi") && !page.contains(&quote),
            "{page}"
        );
        let found = text(server, &pro, &format!("{picker}?zoek=lift+stuk")).await;
        assert!(found.contains(QUOTE) && !found.contains("Het plein is mooi"));
        let at = found.find("value=\"quote:").unwrap() + "value=\"".len();
        let reference = found[at..].split('"').next().unwrap().to_owned();
        for _ in 0..2 {
            send(server, &pro, &picker, &[("bewijs", &reference)]).await.expect(303);
        }
        send(server, &pro, &picker, &[("bewijs", "quote:verzonnen")]).await.expect(404);
        // A layer, from the map.
        let from_map = format!("/traject/{}/bewijs", server.traject);
        let query = "thema=all&korrel=75";
        assert!(text(server, &pro, &format!("{from_map}?{query}")).await.contains("De liften doen het"));
        let own = row.rsplit('/').next().unwrap();
        let link = [("kaart", query), ("bij", &*format!("aanname:{own}"))];
        send(server, &pro, &from_map, &link).await.expect(303);
        let spot = [("kaart", "thema=all&korrel=75&plek=4.93,52.35"), link[1]];
        send(server, &pro, &from_map, &spot).await.expect(303);
        let shown = text(server, &pro, &row).await;
        assert!(shown.contains(QUOTE) && shown.contains("Dit kan beter · de plek"), "{shown}");
        assert!(shown.contains("Plek op de kaart") && shown.contains("instens 3 stemmen"), "{shown}");
        assert_eq!(shown.matches("class=\"evidence-item\"").count(), 3, "{shown}");

        // What its owner takes back is nowhere any more; that something was there stays.
        let take = format!("/api/v1/sessions/{}/receipts/pins/{quote}", server.code);
        let take = server.request(Method::DELETE, &take).header("receipt", words.join("-"));
        Reply::of(take).await.expect(204);
        let shown = text(server, &pro, &row).await;
        assert!(!shown.contains(QUOTE) && shown.contains("niet meer te zien"), "{shown}");
        assert!(shown.contains("Dit kan beter · de plek"), "the label stays");
        let backup = server.place.folder().join("b.tar");
        server.place.cli(&["backup", backup.to_str().unwrap()]).worked();
        let bytes = std::fs::read(backup).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains(QUOTE), "also not in any history");
    });
}

#[test]
fn nothing_can_be_laid_under_a_row_that_was_not_released() {
    server().story(async |server| {
        let (pro, guide) = (server.professional(), begeleider(server));
        approved_pin(server, &guide, &participant(), QUOTE).await;
        let row = assume(server, &pro, "De liften doen het").await;
        let page = text(server, &pro, &row.replace("/aannames/", "/bewijs/aanname/")).await;
        assert!(!page.contains(QUOTE), "{page}");
    });
}

#[test]
fn on_its_day_the_boards_of_a_traject_are_gone_too() {
    server().story(async |server| {
        another_traject(server, &["--erase-on", "2099-12-31"]);
        let (pro, guide) = (server.professional(), begeleider(server));
        released(server, &guide, QUOTE, &participant()).await;
        assume(server, &pro, "merk-aanname").await;
        agree(server, &pro, &with(&PROMISED, "what", "merk-agenda")).await;
        let desk = format!("/traject/{}/terugkoppeling", server.traject);
        send(server, &pro, &desk, &[("version", "0"), ("strong", "merk-terug")]).await.expect(303);
        server.stop();
        server.place.sql("UPDATE traject SET erase_on = '2020-01-01' WHERE erase_on IS NOT NULL").await;
        server.restart();
        let backup = server.place.folder().join("b.tar");
        server.place.cli(&["backup", backup.to_str().unwrap()]).worked();
        let bytes = std::fs::read(backup).unwrap();
        let all = String::from_utf8_lossy(&bytes);
        for mark in ["merk-aanname", "merk-agenda", "merk-terug"] {
            assert!(!all.contains(mark), "{mark}");
        }
    });
}

#[test]
fn a_figure_is_taken_out_after_reading_what_rests_on_it_and_leaves_the_label_that_it_had_under_what_rests_on_it()
 {
    server().story(async |server| {
        let pro = server.professional();
        let table = "code;mensen;Vochtige woningen\nBU0001;500;61,5\nGM0363;900000;12,3\n";
        let file = server.place.file("vocht.csv", table);
        let import = ["indicators", "import", &file, "--source", "Proefbureau", "--year", "2023"];
        let how = [
            "--area-field",
            "code",
            "--header-rows",
            "1",
            "--column",
            "Vochtige woningen",
            "--unit",
            "%",
            "--traject",
            &server.traject.clone(),
        ];
        server.place.cli(&[&import[..], &how].concat()).worked();
        let row = assume(server, &pro, "De woningen zijn droog").await;
        let picker = row.replace("/aannames/", "/bewijs/aanname/");
        let page = text(server, &pro, &picker).await;
        let at =
            page.find("value=\"figure:").unwrap_or_else(|| panic!("no figure in {page}")) + "value=\"".len();
        let reference = page[at..].split('"').next().unwrap().to_owned();
        send(server, &pro, &picker, &[("bewijs", &reference)]).await.expect(303);
        let shown = text(server, &pro, &row).await;
        assert!(shown.contains("Vochtige woningen (Proefbureau, 2023)") && shown.contains("61,5"), "{shown}");
        let edit = shown.split('"').find(|part| part.contains("/cijfer/")).unwrap().to_owned();
        // Nobody takes it out without having read what rests on it: of the figure alone and of its whole file.
        let file = edit.split("/cijfer/").next().unwrap();
        for away in [format!("{edit}/weg"), format!("{file}/weg")] {
            let asked = send(server, &pro, &away, &[]).await.expect(409).text();
            assert!(asked.contains("De woningen zijn droog") && asked.contains(&row), "{asked}");
        }
        assert!(text(server, &pro, file).await.contains("Vochtige woningen"), "nothing went yet");
        send(server, &pro, &format!("{edit}/weg"), &[("zeker", "ja")]).await.expect(303);
        let shown = text(server, &pro, &row).await;
        assert!(shown.contains("Vochtige woningen (Proefbureau, 2023)"), "the label stays: {shown}");
        assert!(shown.contains("niet meer te zien"), "{shown}");
        assert!(!text(server, &pro, &picker).await.contains("value=\"figure:"), "and is offered to nobody");
    });
}
