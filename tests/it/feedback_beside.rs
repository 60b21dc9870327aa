//! What stands beside the words on the public page: photos of residents, only with a yes of who sent them and of a begeleider, and never
//! longer than both; figures, only of a file that residents may see.

use reqwest::Method;
use serde_json::json;

use crate::boards::{released, text};
use crate::feedback::{address, publish, write};
use crate::harness::{Reply, TestServer, id, jpeg, multipart, participant, server};
use crate::live::send;
use crate::moderation::{approved_pin, begeleider, decide};

/// A photo at a pin: its id.
async fn photo(server: &TestServer, whose: &str, pin: &str, caption: &str, poster: bool) -> String {
    let photo = id();
    let path = format!("{}/photos/{photo}", server.pin_path(pin));
    let mut form = multipart(jpeg(40, 30), "a.jpg", caption);
    if poster {
        form = form.text("poster", "1");
    }
    Reply::of(server.request(Method::PUT, &path).header("participant", whose).multipart(form))
        .await
        .expect(201);
    photo
}

/// The references of the photos that the desk offers, in its order.
fn offered(desk: &str) -> Vec<String> {
    let parts = desk.split("name=\"welke\" value=\"").skip(1);
    parts.map(|part| part.split('"').next().unwrap().to_owned()).collect()
}

/// The addresses of pictures on a public page.
fn addresses(page: &str) -> Vec<String> {
    let quoted = page.split('"').filter(|part| part.starts_with("/terug/") && part.contains("/foto/"));
    quoted.map(|part| part.replace("&amp;", "&")).collect()
}

async fn choose(server: &TestServer, token: &str, photo: &str, on: &str) -> Reply {
    let path = format!("/traject/{}/terugkoppeling/keuze", server.traject);
    send(server, token, &path, &[("wat", "photo"), ("welke", photo), ("erop", on)]).await
}

#[test]
fn a_photo_is_public_only_with_a_yes_of_its_sender_the_begeleider_and_the_team_and_no_longer_than_that() {
    server().story(async |server| {
        let (pro, guide, anna) = (server.professional(), begeleider(server), participant());
        let pin = approved_pin(server, &guide, &anna, "Een mooi plein").await;
        let shown = photo(server, &anna, &pin, "MERK het plein", true).await;
        let secret = photo(server, &anna, &pin, "MERK niet op de poster", false).await;
        let waits = photo(server, &anna, &pin, "MERK nog niet bekeken", true).await;
        for one in [&shown, &secret] {
            decide(server, &guide, one, &json!({"decision": "approve"})).await.expect(200);
        }
        released(server, &guide, "Nog iets moois", &participant()).await;
        write(server, &pro, "0", "Het plein").await.expect(303);
        publish(server, &pro, "1").await.expect(303);
        let page = address(server, &pro).await;
        let desk = format!("/traject/{}/terugkoppeling", server.traject);

        // Offered is the one of three with a yes of both; chosen by nobody, it is on no page.
        let offers = text(server, &pro, &desk).await;
        let references = offered(&offers);
        let [reference] = &references[..] else { panic!("one photo is offered: {offers}") };
        assert!(
            offers.contains("MERK het plein")
                && !offers.contains("MERK niet")
                && !offers.contains("MERK nog")
        );
        assert!(!offers.contains(&format!("value=\"{shown}\"")), "an id of a photo says who sent it");
        server.get(&format!("{page}/foto/1")).await.expect(404);
        choose(server, &pro, &waits, "ja").await.expect(422);
        choose(server, &pro, reference, "ja").await.expect(303);
        choose(server, &pro, reference, "ja").await.expect(303);
        assert!(!server.get(&page).await.text().contains("MERK"), "it waits for the team to put it online");
        let preview = text(server, &pro, &format!("{desk}/voorbeeld")).await;
        assert!(preview.contains("MERK het plein"), "{preview}");
        assert!(text(server, &pro, &desk).await.contains("wijzigingen die nog niet online staan"));
        publish(server, &pro, "1").await.expect(303);

        let public = server.get(&page).await.expect(200).text();
        assert!(public.contains("MERK het plein") && public.contains("/foto/1?size=thumb"), "{public}");
        assert!(!public.contains("/photos/"), "no address that outlives the page: {public}");
        let picture = server.get(&format!("{page}/foto/1")).await;
        picture.expect(200);
        assert_eq!(picture.header("content-type"), "image/jpeg");
        assert_eq!(picture.header("cache-control"), "public, max-age=3600");
        // The address on the page says which picture it is: another never stands where this one was kept.
        let own = addresses(&public);
        assert!(own.len() == 2 && own.iter().all(|own| own.contains("welke=")), "{own:?}");
        for own in &own {
            server.get(own).await.expect(200);
        }
        server.get(&format!("{page}/foto/1?welke=0123456789abcdef")).await.expect(404);
        server.get(&format!("{page}/foto/1?size=thumb")).await.expect(200);
        for wrong in ["0", "2", "-1", "x"] {
            let status = server.get(&format!("{page}/foto/{wrong}")).await.status;
            assert!(status == 404 || status == 400, "foto/{wrong} answered {status}");
        }
        let poster = text(server, &pro, &format!("{desk}/poster")).await;
        assert!(poster.contains("MERK het plein") && poster.contains("<img"), "{poster}");

        // The begeleider thinks again: gone everywhere, at once.
        decide(server, &guide, &shown, &json!({"decision": "hide", "again": true})).await.expect(200);
        assert!(!server.get(&page).await.expect(200).text().contains("MERK"));
        server.get(&format!("{page}/foto/1")).await.expect(404);
        assert!(!text(server, &pro, &format!("{desk}/poster")).await.contains("MERK"));
        assert!(offered(&text(server, &pro, &desk).await).is_empty());
    });
}

#[test]
fn the_team_takes_a_photo_off_at_once_and_puts_six_on_at_most() {
    server().story(async |server| {
        let (pro, guide, anna) = (server.professional(), begeleider(server), participant());
        for n in 0..7 {
            let pin = approved_pin(server, &guide, &anna, &format!("Plek {n}")).await;
            let one = photo(server, &anna, &pin, &format!("MERK {n}"), true).await;
            decide(server, &guide, &one, &json!({"decision": "approve"})).await.expect(200);
        }
        released(server, &guide, "Nog iets", &participant()).await;
        write(server, &pro, "0", "Alles").await.expect(303);
        let desk = format!("/traject/{}/terugkoppeling", server.traject);
        let offers = offered(&text(server, &pro, &desk).await);
        assert_eq!(offers.len(), 7);
        for one in &offers[..6] {
            choose(server, &pro, one, "ja").await.expect(303);
        }
        assert!(
            choose(server, &pro, &offers[6], "ja").await.expect(422).text().contains("Haal er eerst een af")
        );
        publish(server, &pro, "1").await.expect(303);
        let page = address(server, &pro).await;
        assert_eq!(
            server.get(&page).await.text().matches("MERK").count(),
            2 * 6,
            "the words and what is read out"
        );
        choose(server, &pro, &offers[0], "nee").await.expect(303);
        assert_eq!(
            server.get(&page).await.text().matches("MERK").count(),
            2 * 5,
            "without putting it online anew"
        );
        server.get(&format!("{page}/foto/6")).await.expect(404);
        send(server, &pro, &format!("{desk}/offline"), &[]).await.expect(303);
        server.get(&format!("{page}/foto/1")).await.expect(404);
    });
}

/// Brings a file of two figures in; the page of the file.
fn figures(server: &TestServer, name: &str, more: &[&str]) -> String {
    let table =
        format!("code;mensen;{name} droog;{name} nat\nBU0001;500;61,5;38,5\nGM0363;900000;72,3;27,7\n");
    let file = server.place.file(&format!("{name}.csv"), table);
    let import = [
        "indicators",
        "import",
        &file,
        "--source",
        "Proefbureau",
        "--year",
        "2023",
        "--traject",
        &server.traject,
    ];
    let how = ["--area-field", "code", "--header-rows", "1", "--json"];
    let told = server.place.cli(&[&import[..], &how[..], more].concat()).json();
    format!("/traject/{}/cijfers/{}", server.traject, told["import"].as_str().unwrap())
}

/// The ids of the figures that the desk offers, by their names.
fn figure_of(desk: &str, name: &str) -> Option<String> {
    let option = desk.split("<option value=\"").skip(1).find(|option| option.contains(name))?;
    option.split('"').next().map(str::to_owned)
}

#[test]
fn a_figure_is_public_only_where_its_file_is_and_the_team_chose_it_and_no_longer() {
    server().story(async |server| {
        let pro = server.professional();
        let open = figures(server, "Openbaar", &["--public"]);
        figures(server, "Geheim", &[]);
        write(server, &pro, "0", "Droge huizen").await.expect(303);
        publish(server, &pro, "1").await.expect(303);
        let page = address(server, &pro).await;
        let desk = format!("/traject/{}/terugkoppeling", server.traject);
        let offers = text(server, &pro, &desk).await;
        assert_eq!(figure_of(&offers, "Geheim"), None, "{offers}");
        let dry = figure_of(&offers, "Openbaar droog").unwrap();
        let choice = [("wat", "figure"), ("welke", &*dry), ("erop", "ja")];
        let none = [("wat", "figure"), ("welke", "00000000-0000-4000-8000-000000000000"), ("erop", "ja")];
        send(server, &pro, &format!("{desk}/keuze"), &none).await.expect(422);
        send(server, &pro, &format!("{desk}/keuze"), &choice).await.expect(303);
        assert!(
            !server.get(&page).await.text().contains("Openbaar"),
            "it waits for the team to put it online"
        );
        publish(server, &pro, "1").await.expect(303);
        let public = server.get(&page).await.text();
        assert!(public.contains("Openbaar droog (2023)") && public.contains("61,5"), "{public}");
        assert!(public.contains("Proefbureau") && !public.contains("nat"), "{public}");

        // The file is not for residents any more: gone at once.
        let about = [("source", "Proefbureau"), ("year", "2023")];
        send(server, &pro, &open, &about).await.expect(303);
        assert!(!server.get(&page).await.expect(200).text().contains("Openbaar"));
        assert_eq!(figure_of(&text(server, &pro, &desk).await, "Openbaar"), None);
    });
}
