//! What goes back to residents: the public page, the poster, the receipt; and that nothing else does.

use buurtblik::server::router::{Access, ROUTES};
use reqwest::Method;
use serde_json::{Value, json};

use crate::boards::{PROMISED, agree, assume, released, text, with};
use crate::harness::{Reply, TestServer, id, jpeg, multipart, participant, server};
use crate::live::send;
use crate::moderation::{approved_pin, begeleider};
use crate::teruglegging::{at_the_table, put};

pub async fn write(server: &TestServer, token: &str, version: &str, strong: &str) -> Reply {
    let desk = format!("/traject/{}/terugkoppeling", server.traject);
    let fields = [
        ("version", version),
        ("intro", "Dank u wel voor uw antwoorden."),
        ("strong", strong),
        ("better", "De lift in flat 3."),
        ("closing", "In juni komen we terug."),
    ];
    send(server, token, &desk, &fields).await
}

pub async fn publish(server: &TestServer, token: &str, version: &str) -> Reply {
    let desk = format!("/traject/{}/terugkoppeling", server.traject);
    send(server, token, &format!("{desk}/online"), &[("version", version)]).await
}

/// The public address, as the team reads it on its page.
pub async fn address(server: &TestServer, token: &str) -> String {
    let desk = text(server, token, &format!("/traject/{}/terugkoppeling", server.traject)).await;
    let at = desk.find("href=\"/terug/").expect("an address") + "href=\"".len();
    desk[at..].split('"').next().unwrap().to_owned()
}

#[test]
fn a_draft_is_never_public_and_what_is_online_keeps_its_statuses_up() {
    server().story(async |server| {
        let pro = server.professional();
        let desk = format!("/traject/{}/terugkoppeling", server.traject);
        let point = agree(server, &pro, &PROMISED).await;
        agree(
            server,
            &pro,
            &with(&with(&PROMISED, "status", "voorstel"), "public_words", "Nog maar een voorstel"),
        )
        .await;
        let no = with(&with(&PROMISED, "status", "gaat-niet-door"), "public_words", "Een zwembad");
        agree(server, &pro, &with(&no, "public_why", "Daar is geen plek voor")).await;
        assert!(
            publish(server, &pro, "0")
                .await
                .expect(422)
                .text()
                .contains("Schrijf eerst wat bewoners sterk vinden")
        );
        write(server, &pro, "0", "De buren helpen elkaar").await.expect(303);
        let draft = text(server, &pro, &desk).await;
        assert!(draft.contains("Dit is nog een concept") && !draft.contains("href=\"/terug/"), "{draft}");
        let poster = text(server, &pro, &format!("{desk}/poster")).await;
        assert!(poster.contains("Hang deze poster nog niet op") && !poster.contains("/terug/"), "{poster}");
        let preview = text(server, &pro, &format!("{desk}/voorbeeld")).await;
        assert!(preview.contains("De buren helpen elkaar") && preview.contains("De lift wordt gemaakt"));

        publish(server, &pro, "1").await.expect(303);
        let page = address(server, &pro).await;
        assert!(!page.contains(&server.traject), "an address of its own: {page}");
        let public = server.get(&page).await.expect(200).text();
        let order = [
            "Dank u wel",
            "Dit is sterk in de buurt",
            "De buren helpen elkaar",
            "Dit kan beter",
            "Dit doen we",
            "De lift wordt gemaakt",
            "dit voorjaar",
            "Dit doen we niet, en waarom",
            "Een zwembad",
            "Daar is geen plek voor",
            "In juni komen we terug",
        ];
        let at: Vec<usize> = order
            .iter()
            .map(|part| public.find(part).unwrap_or_else(|| panic!("{part} in {public}")))
            .collect();
        assert!(at.is_sorted(), "strengths first: {at:?}");
        assert!(!public.contains("Nog maar een voorstel") && !public.contains("Lift repareren"), "{public}");
        assert!(public.contains("afgesproken"));
        // As somebody types it from the poster.
        server.get(&page.to_uppercase().replace("/TERUG/", "/terug/")).await.expect(200);
        let poster = text(server, &pro, &format!("{desk}/poster")).await;
        assert!(
            poster.contains(&page)
                && poster.contains("<svg")
                && !poster.contains("Hang deze poster nog niet op")
        );

        // How far it is goes on by itself; other words wait for the team.
        let done = with(&with(&PROMISED, "status", "klaar"), "public_words", "Stiekem andere woorden");
        send(server, &pro, &point, &with(&done, "version", "1")).await.expect(303);
        write(server, &pro, "1", "Nog niet online").await.expect(303);
        let public = server.get(&page).await.text();
        assert!(public.contains("klaar") && public.contains("De lift wordt gemaakt"), "{public}");
        assert!(!public.contains("Stiekem") && !public.contains("Nog niet online"));
        assert!(text(server, &pro, &desk).await.contains("wijzigingen die nog niet online staan"));
        publish(server, &pro, "1").await.expect(422);
        publish(server, &pro, "2").await.expect(303);
        assert!(server.get(&page).await.text().contains("Nog niet online"));
        // What residents may not see any more is gone at once.
        let hidden: Vec<_> = done.iter().copied().filter(|(name, _)| *name != "public").collect();
        send(server, &pro, &point, &with(&hidden, "version", "2")).await.expect(303);
        assert!(!server.get(&page).await.text().contains("Stiekem"));

        send(server, &pro, &format!("{desk}/offline"), &[]).await.expect(303);
        assert!(server.get(&page).await.expect(404).text().contains("Er staat hier niets"));
        let beheerder = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
        let trail = text(server, &beheerder, "/beheer/logboek.csv").await;
        let count = |what: &str| trail.lines().filter(|line| line.contains(what)).count();
        assert_eq!((count(",feedback-publish,"), count(",feedback-unpublish,")), (2, 1), "{trail}");
    });
}

#[test]
fn two_who_write_the_answer_at_once_lose_no_word() {
    server().story(async |server| {
        let (noor, bas) = (server.professional(), server.professional());
        write(server, &noor, "0", "Van Noor").await.expect(303);
        let late = write(server, &bas, "0", "Van Bas").await;
        let page = late.expect(409).text();
        assert!(page.contains("Van Noor") && page.contains("Van Bas"), "{page}");
        write(server, &bas, "1", "Van Noor en Bas").await.expect(303);
        let desk = text(server, &noor, &format!("/traject/{}/terugkoppeling", server.traject)).await;
        assert!(desk.contains("Van Noor en Bas") && desk.contains("Getypt, maar niet zo bewaard"));
    });
}

async fn receipt(server: &TestServer, whose: &str) -> String {
    let path = format!("/api/v1/sessions/{}/receipts", server.code);
    let reply = Reply::of(server.request(Method::POST, &path).header("participant", whose)).await;
    let words: Vec<String> = serde_json::from_value(reply.json(201)["words"].clone()).unwrap();
    words.join("-")
}

async fn found(server: &TestServer, words: &str) -> Value {
    let path = format!("/api/v1/sessions/{}/receipts/pins", server.code);
    Reply::of(server.request(Method::GET, &path).header("receipt", words)).await.json(200)
}

#[test]
fn a_receipt_tells_of_a_point_only_where_the_team_laid_those_words_under_it() {
    server().story(async |server| {
        let (pro, guide) = (server.professional(), begeleider(server));
        let (anna, bo) = (participant(), participant());
        // Both say something about homes at the same place: a point that only looks alike is about neither.
        approved_pin(server, &guide, &bo, "De trap is vies").await;
        let mine = approved_pin(server, &guide, &anna, "De lift is al weken stuk").await;
        let photo = format!("{}/photos/{}", server.pin_path(&mine), id());
        let photo = server.request(Method::PUT, &photo).header("participant", &anna);
        Reply::of(photo.multipart(multipart(jpeg(40, 40), "a.jpg", "De knop"))).await.expect(201);
        let (of_anna, of_bo) = (receipt(server, &anna).await, receipt(server, &bo).await);
        released(server, &guide, "Het plein is mooi", &participant()).await;
        let point =
            agree(server, &pro, &with(&with(&PROMISED, "theme", "wonen"), "plek", "4.93,52.35")).await;
        write(server, &pro, "0", "De buren helpen elkaar").await.expect(303);
        publish(server, &pro, "1").await.expect(303);
        let told = found(server, &of_anna).await;
        assert_eq!(told["features"][0]["properties"]["points"], json!([]), "nobody laid them there");
        assert_eq!(
            told["feedback"], "Dank u wel voor uw antwoorden.",
            "the answer of the team, without a link"
        );
        assert!(told["page"].as_str().unwrap().starts_with("/terug/"));

        let picker = point.replace("/agenda/", "/bewijs/agenda/");
        let page = text(server, &pro, &format!("{picker}?zoek=lift")).await;
        let at = page.find("value=\"quote:").unwrap() + "value=\"".len();
        let reference = page[at..].split('"').next().unwrap().to_owned();
        send(server, &pro, &picker, &[("bewijs", &reference)]).await.expect(303);
        let told = found(server, &of_anna).await;
        let points = &told["features"][0]["properties"]["points"];
        assert_eq!(
            (&points[0]["words"], &points[0]["status"]),
            (&json!("De lift wordt gemaakt"), &json!("afgesproken"))
        );
        assert_eq!(points[0].as_object().unwrap().len(), 6, "nothing of the team's own: {points}");
        let other = found(server, &of_bo).await;
        assert_eq!(other["features"][0]["properties"]["points"], json!([]));
        let read =
            server.request(Method::POST, &format!("/s/{}/terug", server.code)).form(&[("words", &of_anna)]);
        let read = Reply::of(read).await.expect(200).text();
        assert!(
            read.contains("Het team legde uw woorden of foto bij dit punt") && read.contains("/terug/"),
            "{read}"
        );
        assert!(!read.contains("Lift repareren"));

        // Off line, nothing is told of it.
        send(server, &pro, &format!("/traject/{}/terugkoppeling/offline", server.traject), &[])
            .await
            .expect(303);
        let told = found(server, &of_anna).await;
        assert_eq!(told["features"][0]["properties"]["points"], json!([]));
        assert_eq!((&told["page"], &told["feedback"]), (&json!(null), &json!("")));
    });
}

#[test]
fn what_was_written_before_there_was_a_page_is_where_the_team_goes_on() {
    server().story(async |server| {
        let pro = server.professional();
        server.place.sql("UPDATE traject SET feedback = 'Wij maken de lift.'").await;
        let desk = text(server, &pro, &format!("/traject/{}/terugkoppeling", server.traject)).await;
        assert!(desk.contains("Wij maken de lift."), "{desk}");
        let guide = begeleider(server);
        let prepare = text(server, &guide, &format!("/traject/{}/voorbereiding", server.traject)).await;
        assert!(
            prepare.contains("/terugkoppeling") && !prepare.contains("name=\"feedback\""),
            "one place to write it"
        );
    });
}

/// A mark in everything that is the team's own.
const MARK: &str = "geheimvanhetteam";

/// Everything residents and passers-by can ask for, with every place filled in by something that is there.
fn public_routes(server: &TestServer, known: &[(&str, &str)]) -> Vec<(&'static str, String)> {
    let open = |access: &Access| matches!(access, Access::Anyone | Access::Link | Access::Code);
    let routes = ROUTES.iter().filter(|(_, _, access)| open(access));
    routes
        .map(|(method, path, _)| {
            let mut path = path.replace("{code}", &server.code);
            for (name, value) in known {
                path = path.replace(name, value);
            }
            (*method, path)
        })
        .collect()
}

async fn asked(server: &TestServer, method: &str, path: &str, who: &str, words: &str, body: &Value) -> Reply {
    let ask = server.request(method.parse::<Method>().unwrap(), path);
    let ask =
        ask.header("participant", who).header("receipt", words).header("cookie", format!("beurt={who}"));
    let ask = match method {
        "GET" | "DELETE" => ask,
        "PUT" | "PATCH" => ask.json(body),
        _ => ask.form(&[
            ("words", words),
            ("id", "00000000-0000-4000-8000-000000000000"),
            ("code", &server.code),
        ]),
    };
    Reply::of_any(ask).await
}

#[test]
fn nothing_of_the_teams_own_is_in_any_answer_that_residents_or_passers_by_get() {
    server().without_limits().story(async |server| {
        let (guide, point) = at_the_table(server).await;
        let pro = server.professional();
        // Marks in everything the team writes for itself, on a point that residents may see.
        let row = format!("/traject/{}/agenda/{point}", server.traject);
        let fields = [
            ("version", "1"),
            ("what", &*format!("{MARK}-wat")),
            ("where", &*format!("{MARK}-waar")),
            ("when", &*format!("{MARK}-wanneer")),
            ("who", &*format!("{MARK}-wie")),
            ("status", "afgesproken"),
            ("public", "1"),
            ("public_words", "publiekmerk-plan"),
            ("public_when", "dit voorjaar"),
            ("plek", "4.93,52.35"),
        ];
        send(server, &pro, &row, &fields).await.expect(303);
        let hidden = [
            ("what", &*format!("{MARK}-intern")),
            ("public_words", &*format!("{MARK}-nogniet")),
            ("status", "voorstel"),
        ];
        agree(server, &pro, &hidden).await;
        let assumed = assume(server, &pro, &format!("{MARK}-aanname")).await;
        let because = format!("{MARK}-waarom");
        let judged = [
            ("version", "1"),
            ("words", &*format!("{MARK}-aanname")),
            ("verdict", "bevestigd"),
            ("because", &because),
        ];
        send(server, &pro, &format!("{assumed}/oordeel"), &judged).await.expect(303);
        let picker = row.replace("/agenda/", "/bewijs/agenda/");
        let offered = text(server, &pro, &picker).await;
        let at = offered.find("value=\"quote:").unwrap() + "value=\"".len();
        let quote = offered[at..].split('"').next().unwrap().to_owned();
        send(server, &pro, &picker, &[("bewijs", &quote)]).await.expect(303);
        // Figures that are not public.
        let table = format!("code;mensen;{MARK}-cijfer\nBU0001;500;61,5\nGM0363;900000;12,3\n");
        let file = server.place.file("geheim.csv", table);
        let import = ["indicators", "import", &file, "--source", "geheimvanhetteam-bron", "--year", "2023"];
        let how = ["--area-field", "code", "--header-rows", "1", "--json"];
        server.place.cli(&[&import[..], &how].concat()).worked();
        let figures = text(server, &pro, &format!("/traject/{}/cijfers", server.traject)).await;
        assert!(figures.contains(MARK), "{figures}");
        write(server, &pro, "0", "publiekmerk-sterk").await.expect(303);
        publish(server, &pro, "1").await.expect(303);
        let page = address(server, &pro).await;
        // Words that are not online yet are the team's own too.
        write(server, &pro, "1", &format!("{MARK}-concept")).await.expect(303);

        let (anna, answer) = (participant(), id());
        let body = json!({"about": "punt", "point": point, "says": "klopt", "participant": anna});
        put(server, &answer, &body).await.expect(201);
        let words = receipt(server, &anna).await;
        let slug = page.trim_start_matches("/terug/").to_owned();
        let known = [
            ("{slug}", slug.as_str()),
            ("{id}", &answer),
            ("{pin}", &answer),
            ("{photo}", &answer),
            ("{file}", "none.svg"),
            ("{link}", "none"),
            ("{address}", "none"),
        ];
        let mut routes = public_routes(server, &known);
        let looks = ["", "?kaart=beter", "?kaart=punt", "?kaart=sterk&plek=4.93,52.35", "?gedaan=antwoord"];
        routes.extend(looks.map(|look| ("GET", format!("/s/{}{look}", server.code))));
        assert!(routes.len() > 50, "{routes:?}");
        let (mut seen, mut shown) = (0, 0);
        // Taking away comes last: then there is nothing to see any more.
        routes.sort_by_key(|(method, path)| {
            (*method == "DELETE", path.ends_with("/klaar") || path.ends_with("/weg"))
        });
        for (method, path) in &routes {
            let reply = asked(server, method, path, &anna, &words, &body).await;
            let told = format!("{:?}\n{}", reply.headers, reply.text());
            assert!(!told.contains(MARK), "{method} {path} tells what is the team's own: {told}");
            seen += usize::from(reply.status < 400);
            shown += usize::from(told.contains("publiekmerk"));
        }
        // The same search finds what may be read: on the public page and at the table; and what it looks for is there, for the team.
        assert!(shown >= 3 && seen > 20, "{shown} of {seen}");
        for (path, parts) in
            [(&row, &["wat", "waar", "wanneer", "wie"][..]), (&assumed, &["aanname", "waarom"])]
        {
            let own = text(server, &pro, path).await;
            assert!(parts.iter().all(|part| own.contains(&format!("{MARK}-{part}"))), "{own}");
        }
        assert!(
            text(server, &guide, &format!("/traject/{}/terugkoppeling", server.traject)).await.contains(MARK)
        );
    });
}
