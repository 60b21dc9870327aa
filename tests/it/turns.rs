//! A turn at a device that goes round, without script: it runs out by itself, and what was filled in stays on the form.

use reqwest::Method;

use crate::harness::{Reply, TestServer, id, participant, pin, server, story};
use crate::live::send;
use crate::moderation::begeleider;

/// A page as the browser of this turn gets it.
async fn page(server: &TestServer, who: &str, path: &str) -> Reply {
    let path = format!("/s/{}{path}", server.code);
    Reply::of(server.request(Method::GET, &path).header("cookie", format!("beurt={who}"))).await
}

/// A form as the browser of this turn sends it.
async fn form(server: &TestServer, who: &str, path: &str, fields: &[(&str, &str)]) -> Reply {
    let path = format!("/s/{}{path}", server.code);
    let request = server.request(Method::POST, &path).header("cookie", format!("beurt={who}"));
    Reply::of(request.form(fields)).await
}

async fn pause(server: &TestServer, seconds: &str) {
    let token = begeleider(server);
    let at = format!("/sessie/{}/aanwezig", server.code);
    send(server, &token, &at, &[("pause", seconds)]).await.expect(303);
}

#[test]
fn a_page_of_a_turn_leaves_by_itself_and_its_cookie_runs_out_before() {
    story(async |server| {
        pause(server, "30").await;
        let (anna, id) = (participant(), id());
        server.put_pin(&id, &pin(&anna, "Een bank")).await.expect(201);
        let reading: [String; 1] = ["/lijst".to_owned()];
        let writing: [String; 4] = [
            "/formulier".into(),
            "/formulier?plek=buurt".into(),
            format!("/stip/{id}"),
            format!("/stip/{id}/foto"),
        ];
        for (paths, seconds) in [(&reading[..], 50), (&writing[..], 600)] {
            for path in paths {
                let reply = page(server, &anna, path).await;
                let cookie = reply.header("set-cookie").to_owned();
                assert!(cookie.starts_with(&format!("beurt={anna};")), "{path}: {cookie}");
                assert!(cookie.contains(&format!("Max-Age={seconds}")), "{path}: {cookie}");
                let html = reply.expect(200).text();
                let leaves = format!(
                    "<noscript><meta http-equiv=\"refresh\" content=\"{}; url=/s/{}\">",
                    seconds + 1,
                    server.code
                );
                assert!(html.contains(&leaves), "{path}: {html}");
                assert!(html.contains("Deze pagina sluit vanzelf"), "{path} says so");
            }
        }
        // The pages of walks and of five words leave too.
        let done = form(server, &anna, "/klaar", &[]).await;
        // What a browser forgets on request is its cache at most: anything more would throw away what waits to be sent.
        assert!(["", "\"cache\""].contains(&done.header("clear-site-data")));
        let words = done.expect(200).text();
        assert!(words.contains("receipt-words") && words.contains("content=\"121; url="), "{words}");
        for path in ["/wandeling", "/terug"] {
            let html = page(server, &anna, path).await.expect(200).text();
            assert!(html.contains("http-equiv=\"refresh\""), "{path}");
        }
    });
}

#[test]
fn where_a_table_talks_or_nothing_is_to_end_no_page_leaves() {
    let tables = server().with_tables();
    tables.story(async |server| {
        let reply = page(server, &participant(), "/lijst").await;
        assert!(!reply.expect(200).text().contains("http-equiv"));
    });
    story(async |server| {
        pause(server, "0").await;
        let anna = participant();
        for path in ["/lijst", "/formulier?plek=buurt"] {
            let reply = page(server, &anna, path).await;
            assert_eq!(reply.header("set-cookie"), "", "{path}: the cookie stays as it is");
            assert!(!reply.text().contains("http-equiv"), "{path}");
        }
        let first = server.get(&format!("/s/{}/lijst", server.code)).await;
        assert!(!first.header("set-cookie").contains("Max-Age"), "{}", first.header("set-cookie"));
    });
}

const TYPED: [(&str, &str); 8] = [
    ("plek", "buurt"),
    ("kind", "zorg"),
    ("woord", "donker"),
    ("woord", "verkeer"),
    ("text", "Twee regels,\n\"tussen\" <tekens> & zo"),
    ("theme", "wonen"),
    ("moment", "avond"),
    ("people", "4"),
];

fn typed(id: &str, more: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let mut all: Vec<_> = TYPED.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    all.push(("id", id.to_owned()));
    all.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
    all
}

#[test]
fn who_goes_for_another_place_keeps_every_word_and_no_word_stands_in_an_address() {
    story(async |server| {
        let (anna, id) = (participant(), id());
        let send = async |fields: Vec<(&'static str, String)>| {
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            form(server, &anna, "/formulier", &fields).await
        };
        for more in [vec![("stap", "plek")], vec![("stap", "plek"), ("zoek", "straat")]] {
            let html = send(typed(&id, &more)).await.expect(200).text();
            assert!(html.contains("Wat u al invulde, is er nog."), "{html}");
            for (name, value) in typed(&id, &[]).iter().filter(|(name, _)| *name != "plek") {
                let value = value
                    .replace('&', "&amp;")
                    .replace('"', "&quot;")
                    .replace('<', "&lt;")
                    .replace('>', "&gt;");
                let lax = html.replace("&#x27;", "'").replace("&gt;", ">");
                let field = format!("name=\"{name}\" value=\"{value}\"").replace("&gt;", ">");
                assert!(lax.contains(&field), "{field} is carried along in {html}");
            }
        }
        let html = send(typed(&id, &[("gekozen", "buurt;")])).await.expect(200).text();
        assert!(html.contains("over de hele buurt") && html.contains("Twee regels,"), "{html}");
        for (value, state) in [("zorg", "checked"), ("donker", "checked"), ("avond", "selected")] {
            let field = html.split(&format!("value=\"{value}\"")).nth(1).unwrap().split('>').next().unwrap();
            assert!(field.contains(state), "{value} is {state} in {html}");
        }
        send(typed(&id, &[])).await.expect(303);
        let own = server.pins(Some(&anna)).await;
        assert_eq!(own[0]["properties"]["text"], "donker, verkeer: Twee regels,\n\"tussen\" <tekens> & zo");
    });
}

#[test]
fn taking_a_pin_back_by_form_asks_first() {
    story(async |server| {
        let (anna, bea, id) = (participant(), participant(), id());
        server.put_pin(&id, &pin(&anna, "Een <b>bank</b>")).await.expect(201);
        let away = format!("/stip/{id}/weg");
        let asked = form(server, &anna, &away, &[("vraag", "ja")]).await.expect(200).text();
        assert!(asked.contains("Wilt u deze stip weghalen?"), "{asked}");
        assert!(asked.contains("Een &lt;b&gt;bank&lt;/b&gt;"), "{asked}");
        assert_eq!(server.pins(Some(&anna)).await.len(), 1, "nothing has happened yet");
        form(server, &bea, &away, &[("vraag", "ja")]).await.expect(404);
        form(server, &anna, &away, &[]).await.expect(303);
        assert!(server.pins(Some(&anna)).await.is_empty());
    });
}

#[test]
fn taking_a_pin_back_with_five_words_asks_first() {
    story(async |server| {
        let (anna, id) = (participant(), id());
        server.put_pin(&id, &pin(&anna, "Een bank")).await.expect(201);
        let receipt = server.request(Method::POST, &format!("/api/v1/sessions/{}/receipts", server.code));
        let receipt = Reply::of(receipt.header("participant", &anna)).await.json(201);
        let words: Vec<&str> =
            receipt["words"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        let words = words.join(" ");
        let fields = [("words", words.as_str()), ("id", &id)];
        let ask = [fields[0], fields[1], ("vraag", "ja")];
        let asked = form(server, "", "/terug/weg", &ask).await.expect(200).text();
        assert!(asked.contains("Wilt u dit weghalen?"), "{asked}");
        assert_eq!(server.pins(Some(&anna)).await.len(), 1);
        form(server, "", "/terug/weg", &fields).await.expect(200);
        assert!(server.pins(Some(&anna)).await.is_empty());
    });
}

#[test]
fn what_was_typed_while_the_moment_was_closed_is_given_back_and_says_that_nothing_changed() {
    story(async |server| {
        let (anna, kept) = (participant(), id());
        server.put_pin(&kept, &pin(&anna, "Een bank")).await.expect(201);
        server.close();
        let change = [("kind", "idee"), ("text", "Een bank in de zon")];
        let html = form(server, &anna, &format!("/stip/{kept}"), &change).await.expect(410).text();
        assert!(
            html.contains("Een bank in de zon") && html.contains("er kan niets meer veranderen"),
            "{html}"
        );
        let new = id();
        let new: Vec<(&str, String)> = typed(&new, &[]);
        let new: Vec<(&str, &str)> = new.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let html = form(server, &anna, "/formulier", &new).await.expect(410).text();
        assert!(html.contains("Twee regels,") && html.contains("Er kunnen geen stippen meer bij"), "{html}");
        assert_eq!(server.pins(Some(&anna)).await.len(), 1);
    });
}
