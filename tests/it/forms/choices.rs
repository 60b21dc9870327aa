//! A choice that is none and a number that is none: forms that were made by hand, or by a page of before.

use reqwest::Method;

use super::{holds, plain};
use crate::boards::{PROMISED, agree, assume, released};
use crate::harness::{Reply, TestServer, id, participant, server};
use crate::live::send;
use crate::moderation::begeleider;

/// Sends a form with one field that is wrong, and looks at the page that comes back.
async fn wrong_word(server: &TestServer, token: &str, path: &str, fields: &[(&str, &str)], field: &str) {
    let page = send(server, token, path, fields).await.expect(422).text();
    assert!(plain(&page).contains(&format!("id=\"fout-{field}\"")), "{path} {field}: {page}");
}

#[test]
fn a_choice_that_is_none_and_a_number_that_is_none_are_refused_with_what_was_typed() {
    server().without_limits().story(async |server| {
        let token = begeleider(server);
        let path = format!("/traject/{}/momenten/nieuw", server.traject);
        for (field, value) in [("method", "xx"), ("audience", "xx"), ("expected", "veel"), ("expected", "-1")]
        {
            let mut fields = vec![("title", "Koffie"), ("group", "buurtmoeders")];
            fields.extend(
                [("method", "koffiekar"), ("audience", "bewoners")].iter().filter(|(name, _)| *name != field),
            );
            fields.push((field, value));
            let page = send(server, &token, &path, &fields).await.expect(422).text();
            assert!(page.contains(&format!("id=\"fout-{field}\"")), "{field}={value}: {page}");
            assert!(holds(&page, "group", "buurtmoeders") && holds(&page, "title", "Koffie"), "{page}");
        }
        let path = format!("/sessie/{}/aanwezig", server.code);
        for (field, value) in [
            ("age-0-17", "veel"),
            ("age-0-17", "-3"),
            ("age-0-17", "10001"),
            ("role-bewoner", "1,5"),
            ("pause", "x"),
        ] {
            let mut fields = vec![("age-18-34", "4")];
            fields.extend((field != "pause").then_some(("pause", "120")));
            fields.push((field, value));
            let page = send(server, &token, &path, &fields).await.expect(422).text();
            assert!(holds(&page, "age-18-34", "4"), "{field}={value}: {page}");
        }
        // What was refused left nothing behind, and a field that was left open is no mistake.
        let page = server.get_as(&token, &format!("/sessie/{}", server.code)).await.expect(200).text();
        assert!(!holds(&page, "age-18-34", "value=\"4\""), "{page}");
        let open = [("age-0-17", ""), ("age-18-34", "5"), ("pause", "120")];
        send(server, &token, &path, &open).await.expect(303);
        let papier = format!("/sessie/{}/papier", server.code);
        for (table, people) in [("999", "1"), ("0", "1"), ("2", "0"), ("2", "99")] {
            let note = [
                ("vak", "C4"),
                ("kind", "kracht"),
                ("text", "Van papier"),
                ("tafel", table),
                ("mensen", people),
            ];
            let page = send(server, &token, &papier, &note).await.expect(422).text();
            assert!(plain(&page).contains("Van papier</textarea>"), "{table} {people}: {page}");
        }
        // The queue: a reason that is none, and an item that is none.
        let queue = format!("/sessie/{}/bekijken", server.code);
        send(server, &token, &format!("{queue}/samen"), &[("item", "xx")]).await.expect(422);
        let wrong = [("of", "pin"), ("decision", "hide"), ("reason", "xx")];
        send(server, &token, &format!("{queue}/{}", id()), &wrong).await.expect(422);
    });
}

#[test]
fn a_verdict_or_a_theme_that_is_none_is_refused_and_leaves_the_row_as_it_was() {
    server().without_limits().story(async |server| {
        let guide = begeleider(server);
        released(server, &guide, "De lift is al weken stuk", &participant()).await;
        let pro = server.professional();
        let row = assume(server, &pro, "De lift is het ergst").await;
        let judged = [("version", "1"), ("verdict", "xx"), ("because", "Dat zei iedereen"), ("words", "")];
        let page = send(server, &pro, &format!("{row}/oordeel"), &judged).await.expect(422).text();
        assert!(plain(&page).contains("Dat zei iedereen"), "{page}");
        let themed = [("version", "1"), ("words", "De lift is het ergst"), ("theme", "xx")];
        wrong_word(server, &pro, &row, &themed, "theme").await;
        let page = server.get_as(&pro, &row).await.expect(200).text();
        assert!(!page.contains("verdict-xx") && page.contains("value=\"\" checked"), "{page}");
        let list = format!("/traject/{}/aannames", server.traject);
        let new = [("id", &*id()), ("words", "Nog een"), ("theme", "xx")];
        wrong_word(server, &pro, &list, &new, "theme").await;
        let point = agree(server, &pro, &PROMISED).await;
        let mut fields = vec![("version", "1"), ("theme", "xx")];
        fields.extend(PROMISED.iter().filter(|(name, _)| !matches!(*name, "theme" | "id")));
        wrong_word(server, &pro, &point, &fields, "theme").await;
        let choice = [("wat", "agenda"), ("welke", "x"), ("erop", "misschien")];
        let desk = format!("/traject/{}/terugkoppeling", server.traject);
        send(server, &pro, &format!("{desk}/keuze"), &choice).await.expect(422);
    });
}

#[test]
fn a_pin_at_a_place_that_is_none_is_refused_and_keeps_its_words() {
    server().story(async |server| {
        let path = format!("/s/{}/formulier", server.code);
        let me = participant();
        for (name, value) in
            [("plek", "999,999"), ("plek", "daar"), ("plek", "NaN,52.35"), ("people", "veel")]
        {
            let new = id();
            let mut fields = vec![("id", new.as_str()), ("kind", "zorg"), ("text", "De lantaarn is stuk")];
            fields.extend((name != "plek").then_some(("plek", "buurt")));
            fields.push((name, value));
            let sent = server.request(Method::POST, &path).header("cookie", format!("beurt={me}"));
            let page = Reply::of(sent.form(&fields)).await.expect(422).text();
            assert!(plain(&page).contains("De lantaarn is stuk"), "{name}={value}: {page}");
        }
    });
}
