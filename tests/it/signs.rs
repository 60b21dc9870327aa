//! Texts in every script, and signs that nobody sees: they change nothing beside them and break nothing.

use serde_json::json;

use crate::harness::{MIDDLE, id, participant, pin, server};
use crate::moderation::{approved_pin, begeleider, decide};

/// A bell, an escape, a line that is none, a sign that is no character; what turns the direction and is never closed.
const HOSTILE: &str = "Koffie\u{7} op\u{1b}[31m het\u{85} plein\u{fffe} \u{2069}\u{202e}en meer";
const ARABIC: &str = "المقعد مكسور منذ عام 2024.";

/// Control characters that stand in no page.
fn hidden(page: &str) -> Vec<char> {
    page.chars()
        .filter(|letter| (letter.is_control() && !"\n\r\t".contains(*letter)) || *letter == '\u{fffe}')
        .collect()
}

/// The tag in which a text stands.
fn tag_of<'a>(page: &'a str, text: &str) -> &'a str {
    let before = page.split(text).next().unwrap();
    assert!(before.len() < page.len(), "{text} is not in {page}");
    before.rsplit('<').next().unwrap().split('>').next().unwrap()
}

#[test]
fn control_characters_that_are_kept_already_break_no_page_no_drawing_and_no_picture() {
    server().without_limits().story(async |server| {
        let token = begeleider(server);
        for n in 0..4 {
            let text = format!("{HOSTILE} {n}");
            let pin_id = approved_pin(server, &token, &participant(), "Mooi").await;
            server.place.sql(&format!("UPDATE pin SET text = '{text}' WHERE id = '{pin_id}'")).await;
        }
        server
            .place
            .sql(&format!(
                "UPDATE traject SET title = '{HOSTILE}', promise = '{HOSTILE}', question = '{HOSTILE}'"
            ))
            .await;
        server.place.sql(&format!("UPDATE wijksessie SET title = '{HOSTILE}'")).await;
        server.place.sql(&format!("UPDATE plan SET title = '{HOSTILE}'")).await;
        let (code, traject) = (server.code.clone(), server.traject.clone());
        for path in ["", "/lijst", "/formulier"] {
            let page = server.get(&format!("/s/{code}{path}")).await.expect(200).text();
            assert!(hidden(&page).is_empty(), "{path}: {:?}", hidden(&page));
        }
        server.close();
        server.place.cli(&["session", "release", &code]).worked();
        let pro = server.professional();
        for (who, path) in [
            (&token, format!("/sessie/{code}/bekijken?al=1")),
            (&token, format!("/sessie/{code}/thuis")),
            (&token, format!("/sessie/{code}/scherm")),
            (&token, format!("/sessie/{code}/poster")),
            (&token, "/mijn".to_owned()),
            (&pro, format!("/traject/{traject}")),
            (&pro, format!("/traject/{traject}/dossier")),
            (&pro, format!("/traject/{traject}/themas")),
        ] {
            let page = server.get_as(who, &path).await.expect(200).text();
            assert!(hidden(&page).is_empty(), "{path}: {:?}", hidden(&page));
            assert!(page.contains("\u{202e}en meer"), "{path}: the words stay");
            for rest in page.split("\u{202e}en meer").skip(1) {
                let end = rest.find(['<', '"']).unwrap();
                assert!(
                    rest[..end].contains('\u{202c}'),
                    "{path}: what turns is closed: {:?}",
                    &rest[..end.min(20)]
                );
            }
            assert!(!page.contains('\u{2069}'), "{path}: what closes nothing is gone");
        }
        let drawn = server.get_as(&pro, &format!("/traject/{traject}/beeld.svg")).await.expect(200).text();
        let mut reader = quick_xml::Reader::from_str(&drawn);
        loop {
            match reader.read_event().expect("XML") {
                quick_xml::events::Event::Eof => break,
                event => drop(event),
            }
        }
        assert!(hidden(&drawn).is_empty());
        let picture = server.get_as(&pro, &format!("/traject/{traject}/beeld.png")).await;
        assert!(matches!(picture.status, 200 | 303), "{} {}", picture.status, picture.text());
        for layer in ["all/sterk.png", "all/sterk.tif", "all/sterk.geojson", "all/sterk.json"] {
            server.get_as(&pro, &format!("/api/v1/trajects/{traject}/layers/{layer}")).await.expect(200);
        }
    });
}

#[test]
fn a_machine_gets_back_what_it_sent_and_a_form_keeps_no_sign_that_nobody_sees() {
    server().story(async |server| {
        let (me, sent) = (participant(), id());
        server.put_pin(&sent, &pin(&me, HOSTILE)).await.expect(201);
        server.put_pin(&sent, &pin(&me, HOSTILE)).await.expect(200);
        assert_eq!(server.pins(Some(&me)).await[0]["properties"]["text"], HOSTILE);
        server.delete_pin(&sent, &me).await.expect(204);
        let form = [
            ("id", id()),
            ("plek", "buurt".to_owned()),
            ("kind", "zorg".to_owned()),
            ("text", HOSTILE.to_owned()),
        ];
        let path = format!("/s/{}/formulier", server.code);
        let typed =
            server.request(reqwest::Method::POST, &path).header("cookie", format!("beurt={me}")).form(&form);
        crate::harness::Reply::of(typed).await.expect(303);
        let kept = server.pins(Some(&me)).await[0]["properties"]["text"].clone();
        assert_eq!(kept, "Koffie op[31m het plein \u{202e}en meer\u{202c}");
        // A NUL is no text at all, as before.
        server.put_pin(&crate::harness::id(), &pin(&me, "a\0b")).await.problem_at("/properties/text");
    });
}

#[test]
fn a_text_runs_in_its_own_direction_wherever_it_stands() {
    server().story(async |server| {
        let (me, token) = (participant(), begeleider(server));
        let waits = id();
        server.put_pin(&waits, &pin(&me, ARABIC)).await.expect(201);
        let code = server.code.clone();
        let own = |tag: &str| tag.starts_with("bdi") || tag.contains("dir=\"auto\"");
        let cookie = format!("beurt={me}");
        let list =
            server.request(reqwest::Method::GET, &format!("/s/{code}/lijst")).header("cookie", &cookie);
        let list = crate::harness::Reply::of(list).await.expect(200).text();
        assert!(own(tag_of(&list, ARABIC)), "{}", tag_of(&list, ARABIC));
        let queue = server.get_as(&token, &format!("/sessie/{code}/bekijken")).await.text();
        assert!(own(tag_of(&queue, ARABIC)), "{}", tag_of(&queue, ARABIC));
        decide(server, &token, &waits, &json!({"decision": "approve"})).await.expect(200);
        // Words of others are shown in groups.
        for _ in 0..2 {
            approved_pin(server, &token, &participant(), "Mooi").await;
        }
        let list = server.get(&format!("/s/{code}/lijst")).await.text();
        assert!(own(tag_of(&list, ARABIC)), "{}", tag_of(&list, ARABIC));
        server.close();
        let home = server.get_as(&token, &format!("/sessie/{code}/thuis")).await.text();
        assert!(own(tag_of(&home, ARABIC)), "{}", tag_of(&home, ARABIC));
        server.place.cli(&["session", "release", &code]).worked();
        let pro = server.professional();
        for path in ["", "/dossier"] {
            let page = server.get_as(&pro, &format!("/traject/{}{path}", server.traject)).await.text();
            assert!(own(tag_of(&page, ARABIC)), "{path}: {}", tag_of(&page, ARABIC));
        }
    });
}

/// Every field for words of a page has its own direction: a text in Arabic is typed from right to left.
#[test]
fn every_field_for_words_runs_as_what_is_typed() {
    let sources = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).into_iter().flatten();
    let mut fields = 0;
    for file in sources.filter(|file| file.path().extension().is_some_and(|ending| ending == "rs")) {
        let source = std::fs::read_to_string(file.path()).unwrap();
        for tag in source.split("<textarea ").skip(1) {
            fields += 1;
            let tag = tag.split("></textarea").next().unwrap();
            // What is written out in a text of ours is no view.
            assert!(tag.contains("dir=\"auto\"") || tag.contains("\\\""), "{}: {tag}", file.path().display());
        }
    }
    assert!(fields > 10);
}

/// A line that would turn round what stands behind it, and end where nobody sees it.
const TURNED: &str = "Bea \u{202e}de\u{200f} buurvrouw\u{2066}";

#[test]
fn a_line_among_others_keeps_no_sign_that_turns_what_stands_beside_it() {
    server().story(async |server| {
        let (me, walk) = (participant(), id());
        let path = format!("/api/v1/sessions/{}/walks/{walk}", server.code);
        let put = async |title: &str| {
            let body = json!({"title": title, "participant": me});
            crate::harness::Reply::of(server.request(reqwest::Method::PUT, &path).json(&body)).await
        };
        put("\u{202e}\u{200f}").await.problem_at("/title");
        put(TURNED).await.expect(201);
        put(TURNED).await.expect(200);
        let (pro, traject) = (server.professional(), server.traject.clone());
        let send = async |path: String, form: &[(&str, &str)]| {
            let request = server.request(reqwest::Method::POST, &path).bearer_auth(&pro).form(form);
            crate::harness::Reply::of_any(request).await
        };
        let row = id();
        let agreed = [
            ("id", row.as_str()),
            ("what", "Een bank"),
            ("where", TURNED),
            ("when", TURNED),
            ("who", TURNED),
            ("status", "afgesproken"),
        ];
        send(format!("/traject/{traject}/agenda"), &agreed).await.expect(303);
        let coming = [
            ("id", row.as_str()),
            ("kind", "sloop"),
            ("title", TURNED),
            ("source", TURNED),
            ("starts_on", "2027"),
            ("plek", &format!("{},{}", MIDDLE[0], MIDDLE[1])),
            ("naam", TURNED),
        ];
        send(format!("/traject/{traject}/plannen/nieuw"), &coming).await.expect(303);
        for (table, columns) in [
            ("walk", "title"),
            ("agenda_point", "where_words || when_words || who"),
            ("coming", "title || source || place_name"),
        ] {
            let rows = server.place.rows(&format!("SELECT {columns} FROM {table}")).await;
            let kept = rows.concat().concat();
            assert!(kept.contains("Bea de buurvrouw"), "{table}: {kept:?}");
            let turns = |sign: char| matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            assert!(!kept.contains(turns), "{table}: {kept:?}");
        }
    });
}
