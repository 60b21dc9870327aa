//! A wijksessie with very many pins: pages and lists come in parts, and everything is in one of them.

use std::collections::HashSet;

use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Reply, TestServer, id, participant, pin, story};
use crate::moderation::{begeleider, decide};

/// Puts so many pins of as many people, behind the program's back: every fourth a strength, all with words.
async fn fill(server: &TestServer, pins: u32, approved: bool) {
    let sql = format!(
        "INSERT INTO pin (session_code, id, removed, participant, put_hash, lon, lat, kind, theme, moment, people, text, \
         created_at, approved) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {pins}) \
         SELECT '{code}', 'ab000000-0000-4000-8000-' || CAST(100000000000 + (i * 7919) % 999983 AS TEXT), 0, \
         'iemand-' || CAST(i AS TEXT), '', 4.93, 52.35, CASE WHEN i % 4 = 0 THEN 'kracht' ELSE 'zorg' END, NULL, NULL, 1, \
         'De lantaarn op het plein is al weken kapot', NULL, {approved} FROM n",
        code = server.code,
        approved = u8::from(approved),
    );
    server.place.sql(&sql).await;
}

/// The address of the next part, as the header says it.
fn next(reply: &Reply) -> Option<String> {
    let link = reply.header("link").strip_prefix('<')?;
    Some(link.strip_suffix(">; rel=\"next\"").expect("a link to the next part").to_owned())
}

/// Every part of a list, each read by `items`.
async fn parts(
    server: &TestServer,
    token: &str,
    path: String,
    items: fn(&Value) -> &Value,
) -> Vec<Vec<Value>> {
    let (mut parts, mut at) = (Vec::new(), Some(path));
    while let Some(path) = at {
        let reply = server.get_as(token, &path).await;
        parts.push(items(&reply.json(200)).as_array().unwrap().clone());
        at = next(&reply);
    }
    parts
}

#[test]
fn a_wijksessie_with_a_hundred_thousand_pins_is_shown_in_parts() {
    story(async |server| {
        fill(server, 100_000, false).await;
        let (token, code) = (begeleider(server), server.code.clone());
        for (page, most) in [
            (format!("/sessie/{code}/bekijken"), 400_000),
            (format!("/api/v1/sessions/{code}/moderation"), 60_000),
            (format!("/api/v1/sessions/{code}/pins"), 400_000),
            (format!("/s/{code}/lijst"), 100_000),
        ] {
            let size = server.get_as(&token, &page).await.expect(200).bytes.len();
            println!("{page}: {size} bytes");
            assert!(size < most, "{page} has {size} bytes");
        }
        let page = server.get_as(&token, &format!("/sessie/{code}/bekijken")).await.text();
        assert!(
            page.contains("Nog 100000 te bekijken")
                && page.matches("class=\"card moderation-card").count() == 50
        );
    });
}

#[test]
fn every_item_of_the_queue_is_in_exactly_one_part_strengths_first_whatever_is_decided_meanwhile() {
    story(async |server| {
        fill(server, 330, false).await;
        let token = begeleider(server);
        let path = format!("/api/v1/sessions/{}/moderation", server.code);
        let first = server.get_as(&token, &path).await;
        let mut seen: Vec<Value> = first.json(200).as_array().unwrap().clone();
        assert_eq!(seen.len(), 100);
        // What is decided, put or changed meanwhile moves nothing of what comes next.
        for item in &seen[..3] {
            let id = item["id"].as_str().unwrap();
            decide(server, &token, id, &json!({"decision": "approve"})).await.expect(200);
        }
        let rest = parts(server, &token, next(&first).expect("a second part"), |part| part).await;
        assert_eq!(rest.iter().map(Vec::len).collect::<Vec<_>>(), [100, 100, 30]);
        seen.extend(rest.concat());
        let ids: HashSet<&str> = seen.iter().map(|item| item["id"].as_str().unwrap()).collect();
        assert_eq!((seen.len(), ids.len()), (330, 330));
        let kinds: Vec<&str> = seen.iter().map(|item| item["kind"].as_str().unwrap()).collect();
        assert!(kinds[..82].iter().all(|kind| *kind == "kracht"), "{kinds:?}");
        assert!(kinds[82..].iter().all(|kind| *kind == "zorg"), "{kinds:?}");
        for broken in ["", "0", "9.pin.x", "0.pin.%27", "0.vraag.1d000000-0000-4000-8000-000000000000"] {
            server.get_as(&token, &format!("{path}?cursor={broken}")).await.problem_of(422, "no-cursor");
        }
    });
}

#[test]
fn the_pages_of_the_queue_lead_to_each_other_and_a_decision_leads_back_to_its_own_page() {
    story(async |server| {
        fill(server, 120, false).await;
        let (token, code) = (begeleider(server), server.code.clone());
        let base = format!("/sessie/{code}/bekijken");
        let (mut at, mut ids, mut pages) = (Some(base.clone()), HashSet::new(), Vec::new());
        while let Some(path) = at {
            let page = server.get_as(&token, &path).await.expect(200).text();
            ids.extend(page.split("data-id=\"").skip(1).map(|rest| rest[..36].to_owned()));
            at = page.split("rel=\"next\"").nth(1).map(|_| {
                let link = page.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap();
                link.split('"').next().unwrap().replace("&amp;", "&")
            });
            pages.push(path);
        }
        assert_eq!((pages.len(), ids.len()), (3, 120));
        let second = server.get_as(&token, &pages[1]).await.text();
        let after = pages[1].split("na=").nth(1).unwrap().to_owned();
        assert!(second.contains(&format!("name=\"na\" value=\"{after}\"")), "{after}");
        let form = [("decision", "approve"), ("text", "Mooi"), ("na", &after)];
        let item = second.split("data-id=\"").nth(1).unwrap()[..36].to_owned();
        let sent = server.request(Method::POST, &format!("{base}/{item}")).bearer_auth(&token).form(&form);
        assert_eq!(Reply::of(sent).await.expect(303).header("location"), pages[1]);
        let decided = server.get_as(&token, &format!("{base}?al=1")).await.text();
        assert!(decided.contains("1 al bekeken") && !decided.contains("rel=\"next\""));
    });
}

#[test]
fn every_pin_is_in_exactly_one_part_of_the_list_ones_own_first() {
    story(async |server| {
        fill(server, 2_300, true).await;
        let me = participant();
        let mine = [id(), id()];
        for id in &mine {
            server.put_pin(id, &pin(&me, "Van mij")).await.expect(201);
        }
        let (mut at, mut seen, mut sizes) =
            (Some(format!("/api/v1/sessions/{}/pins", server.code)), Vec::new(), Vec::new());
        while let Some(path) = at {
            let reply = Reply::of(server.request(Method::GET, &path).header("participant", &me)).await;
            let list = reply.json(200);
            at = next(&reply);
            assert_eq!(list["next"].as_str(), at.as_deref());
            sizes.push(list["features"].as_array().unwrap().len());
            seen.extend(list["features"].as_array().unwrap().clone());
        }
        assert_eq!(sizes, [1000, 1000, 302]);
        let ids: HashSet<&str> = seen.iter().map(|pin| pin["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), 2302);
        assert!(seen[..2].iter().all(|pin| pin["properties"]["mine"] == true));
        assert!(mine.iter().all(|id| ids.contains(id.as_str())));
        let broken = format!("/api/v1/sessions/{}/pins?cursor=others.1", server.code);
        server.get(&broken).await.problem_of(422, "no-cursor");
    });
}

#[test]
fn the_pages_of_the_list_lead_to_every_pin() {
    story(async |server| {
        fill(server, 130, true).await;
        let (mut at, mut items, mut pages) = (Some(format!("/s/{}/lijst", server.code)), 0, 0);
        while let Some(path) = at {
            let page = server.get(&path).await.expect(200).text();
            items += page.matches("<li class=\"pin-item").count();
            pages += 1;
            at = page.contains("rel=\"next\"").then(|| {
                let link = page.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap();
                link.split('"').next().unwrap().replace("&amp;", "&")
            });
        }
        assert_eq!((items, pages), (130, 3));
    });
}

/// Every page from here, each with the texts of its quotes.
async fn quoted(server: &TestServer, token: &str, from: String) -> Vec<Vec<String>> {
    let (mut at, mut pages) = (Some(from), Vec::new());
    while let Some(path) = at {
        let page = server.get_as(token, &path).await.expect(200).text();
        assert!(page.len() < 400_000, "{path}: {} bytes", page.len());
        let quotes = page.split("<blockquote dir=\"auto\">").skip(1);
        pages.push(quotes.map(|rest| rest.split("</blockquote>").next().unwrap().to_owned()).collect());
        at = page.split_once("rel=\"next\"").map(|(before, _)| {
            let link = before.rsplit("href=\"").next().unwrap().split('"').next().unwrap();
            link.split('#').next().unwrap().replace("&amp;", "&")
        });
    }
    pages
}

#[test]
fn what_was_approved_is_read_in_parts_before_a_release_and_after_it_and_every_quote_is_in_one() {
    story(async |server| {
        fill(server, 130, true).await;
        let numbered = "UPDATE pin SET text = 'Gezegd ' || id";
        server.place.sql(numbered).await;
        let (token, code, traject) = (begeleider(server), server.code.clone(), server.traject.clone());
        server.close();
        let all = |pages: Vec<Vec<String>>| {
            assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [50, 50, 30]);
            let texts: HashSet<String> = pages.concat().into_iter().collect();
            assert_eq!(texts.len(), 130);
        };
        let release = format!("/traject/{traject}/vrijgeven");
        let first = server.get_as(&token, &release).await.expect(200).text();
        assert!(first.contains("1 tot en met 50 van 130."), "{first}");
        // Half-way the same wijksessie is still chosen.
        assert!(first.contains(&format!("code={code}")));
        all(quoted(server, &token, release).await);
        all(quoted(server, &token, format!("/sessie/{code}/thuis")).await);
        let form = [("code", code.as_str()), ("deel", "thema")];
        let path = format!("/traject/{traject}/vrijgeven");
        let sent = server.request(Method::POST, &path).bearer_auth(&token).form(&form);
        Reply::of(sent).await.expect(303);
        all(quoted(server, &server.professional(), format!("/traject/{traject}")).await);
    });
}

/// How much memory the program took at most while it answered this page, in megabytes more than before.
async fn cost(server: &TestServer, token: &str, path: &str) -> (String, f64) {
    let before = server.memory_mb();
    let page = server.get_as(token, path).await.expect(200).text();
    (page, server.memory_mb() - before)
}

#[test]
fn a_dossier_and_a_page_of_fifty_thousand_approved_words_hold_only_what_they_show_and_say_where_the_rest_is()
{
    story(async |server| {
        fill(server, 50_000, true).await;
        let of_a_theme = "UPDATE pin SET theme = 'wonen' WHERE id < 'ab000000-0000-4000-8000-100000500000'";
        server.place.sql(of_a_theme).await;
        let more =
            server.place.count("SELECT COUNT(*) - 6 FROM pin WHERE theme = 'wonen' AND kind = 'zorg'").await;
        let rest =
            server.place.count("SELECT COUNT(*) - 6 FROM pin WHERE theme IS NULL AND kind = 'kracht'").await;
        server.close();
        server.place.cli(&["session", "release", &server.code]).worked();
        let (token, traject) = (server.professional(), server.traject.clone());
        // What every page needs is there once.
        server.get_as(&token, &format!("/traject/{traject}/thema/gezondheid")).await;
        server.get_as(&token, &format!("/traject/{traject}")).await.expect(200);
        let (page, took) = cost(server, &token, &format!("/traject/{traject}/dossier")).await;
        println!("dossier: {} bytes, {took:.1} MB", page.len());
        assert!(
            page.contains(&format!("En nog {more} teksten of foto’s. U vindt ze op de pagina van dit thema")),
            "{page}"
        );
        assert!(page.contains(&format!("En nog {rest} teksten of foto’s zonder thema.")));
        assert_eq!(page.matches("<blockquote").count(), 24);
        assert!(page.len() < 400_000 && took < 16.0, "{} bytes, {took} MB", page.len());
        for path in [
            format!("/traject/{traject}?na=1.ab000000-0000-4000-8000-100000000000"),
            format!("/traject/{traject}/thema/wonen?alles=ja"),
        ] {
            let (page, took) = cost(server, &token, &path).await;
            println!("{path}: {} bytes, {took:.1} MB", page.len());
            assert!(page.contains(" van ") && took < 4.0, "{path}: {took} MB");
        }
    });
}
