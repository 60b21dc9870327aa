//! A form that is refused comes back with what was typed: every form of every page, found by walking them.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use buurtblik::server::router::ROUTES;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use reqwest::Method;

use crate::boards::{PROMISED, agree, assume, released};
use crate::harness::{Reply, TestServer, id, participant, pin, server};
use crate::live::send;
use crate::moderation::begeleider;

mod choices;

/// A field as a page shows it.
#[derive(Debug, Clone)]
struct Field {
    name: String,
    /// `text`, `area`, or another type that sends what it is.
    kind: String,
    value: String,
}

/// A form as a page shows it.
#[derive(Debug, Clone, Default)]
struct Form {
    action: String,
    fields: Vec<Field>,
}

impl Form {
    fn typed(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| matches!(field.kind.as_str(), "text" | "area"))
    }
}

fn plain(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

fn attribute(element: &Element<'_, '_>, name: &str) -> String {
    element.get_attribute(name).map(|text| plain(&text)).unwrap_or_default()
}

/// The forms of a page that are sent as they are, without a file.
fn forms(page: &str) -> Vec<Form> {
    let forms: RefCell<Vec<Option<Form>>> = RefCell::default();
    let select = RefCell::new(String::new());
    let push = |field: Field| {
        if let Some(Some(form)) = forms.borrow_mut().last_mut().filter(|_| !field.name.is_empty()) {
            form.fields.push(field);
        }
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("form", |form| {
            let usual = attribute(form, "method") == "post" && attribute(form, "enctype").is_empty();
            let action = attribute(form, "action");
            forms.borrow_mut().push(usual.then_some(Form { action, fields: Vec::new() }));
            Ok(())
        }))
        .append_element_content_handler(element!("form input", |input| {
            let kind = attribute(input, "type");
            let words = matches!(kind.as_str(), "" | "text" | "search");
            let ticked = matches!(kind.as_str(), "checkbox" | "radio");
            if !matches!(kind.as_str(), "password" | "file" | "submit")
                && (!ticked || input.has_attribute("checked"))
            {
                let kind = if words { "text".to_owned() } else { kind };
                push(Field { name: attribute(input, "name"), kind, value: attribute(input, "value") });
            }
            Ok(())
        }))
        .append_element_content_handler(element!("form textarea", |area| {
            push(Field { name: attribute(area, "name"), kind: "area".to_owned(), value: String::new() });
            Ok(())
        }))
        .append_element_content_handler(element!("form select", |list| {
            *select.borrow_mut() = attribute(list, "name");
            Ok(())
        }))
        .append_element_content_handler(element!("form option", |option| {
            let (name, value) = (select.borrow().clone(), attribute(option, "value"));
            let mut forms = forms.borrow_mut();
            let Some(Some(form)) = forms.last_mut() else { return Ok(()) };
            let chosen = option.has_attribute("selected");
            match form.fields.iter_mut().find(|field| field.kind == "select" && field.name == name) {
                Some(field) if chosen || field.value.is_empty() => field.value = value,
                Some(_) => {}
                None => form.fields.push(Field { name, kind: "select".to_owned(), value }),
            }
            Ok(())
        }));
    rewrite_str(page, settings).unwrap();
    forms.into_inner().into_iter().flatten().collect()
}

/// Sends a form from a page, as a browser of somebody who is signed in does.
async fn submit(
    server: &TestServer,
    token: Option<&str>,
    from: &str,
    action: &str,
    pairs: &[(String, String)],
) -> Reply {
    let request = server.request(Method::POST, action).header("referer", format!("{}{from}", server.url));
    let request = match token {
        Some(token) => request.bearer_auth(token),
        None => request,
    };
    Reply::of(request.form(pairs)).await
}

/// What somebody types into a field.
fn words(name: &str) -> String {
    format!("Getypt in <{name}> & nog niet bewaard")
}

/// Whether the words stand in the field of that name on the page.
fn holds(page: &str, name: &str, value: &str) -> bool {
    let plain = plain(page);
    let marker = format!("name=\"{name}\"");
    let at = plain.split(&marker).skip(1);
    let mut fields = at.map(|rest| rest.split("name=\"").next().unwrap_or_default());
    fields.any(|field| field.contains(value))
}

/// The addresses of a room's pages that this server has, for everybody who may see them.
fn addresses(server: &TestServer, more: &[String]) -> Vec<String> {
    let places = |path: &str| {
        let traject = path.starts_with("/traject/").then(|| server.traject.clone());
        let path = path.replace("{code}", &server.code);
        Some(path.replacen("{id}", &traject?, 1)).filter(|path| !path.contains('{'))
    };
    let known = ROUTES.iter().filter(|(method, path, _)| *method == "GET" && !path.starts_with("/api/"));
    let all = known.filter_map(|(_, path, _)| {
        if path.contains("{id}") { places(path) } else { Some(path.replace("{code}", &server.code)) }
    });
    all.filter(|path| !path.contains('{') && !path.contains('.')).chain(more.iter().cloned()).collect()
}

/// Walks every form of these pages: too many words in one field, and what was typed in all is given back.
async fn walk(
    server: &TestServer,
    token: Option<&str>,
    pages: &[String],
    seen: &mut BTreeSet<String>,
) -> usize {
    let (mut refused, mut lost) = (0, Vec::new());
    for path in pages {
        let page = match token {
            Some(token) => server.get_as(token, path).await,
            None => server.get(path).await,
        };
        if page.status != 200 || !page.header("content-type").starts_with("text/html") {
            continue;
        }
        for form in forms(&page.text()) {
            let ends = form.action.rsplit('/').next().unwrap_or_default();
            let kind = format!(
                "{} {:?}",
                path.split('/').nth(1).unwrap_or_default(),
                form.typed().map(|field| &field.name).collect::<Vec<_>>()
            );
            if form.typed().next().is_none() || matches!(ends, "logout" | "klaar") || !seen.insert(kind) {
                continue;
            }
            for broken in form.typed() {
                let sent: Vec<(String, String)> = form
                    .fields
                    .iter()
                    .map(|field| {
                        let value = match field.kind.as_str() {
                            _ if field.name == broken.name => {
                                format!("{} {}", words(&field.name), "lang ".repeat(1500))
                            }
                            "text" | "area" => words(&field.name),
                            _ => field.value.clone(),
                        };
                        (field.name.clone(), value)
                    })
                    .collect();
                let reply = submit(server, token, path, &form.action, &sent).await;
                if reply.status < 400 {
                    println!("taken: {} {}", form.action, broken.name);
                    continue;
                }
                refused += 1;
                let text = reply.text();
                let missing: Vec<&str> = form
                    .typed()
                    .filter(|field| !holds(&text, &field.name, &words(&field.name)))
                    .map(|field| field.name.as_str())
                    .collect();
                println!("{} {} {}: lost {missing:?}", reply.status, form.action, broken.name);
                if !missing.is_empty() {
                    lost.push(format!(
                        "{} {} ({} too long): {missing:?}",
                        reply.status, form.action, broken.name
                    ));
                }
            }
        }
    }
    assert!(lost.is_empty(), "typed and gone:\n{}", lost.join("\n"));
    refused
}

#[test]
fn every_form_of_every_page_gives_back_what_was_typed_where_it_is_refused() {
    server().without_limits().story(async |server| {
        let (guide, beheerder) =
            (begeleider(server), server.staff("beheerder", None)["token"].as_str().unwrap().to_owned());
        let me = participant();
        server.put_pin(&id(), &pin(&me, "De bank in de zon")).await.expect(201);
        let mut seen = BTreeSet::new();
        let mut refused = 0;
        let moments = format!("/traject/{}/momenten/nieuw", server.traject);
        let form = format!("/s/{}/formulier?plek=buurt", server.code);
        let mut pages = addresses(server, &[moments, form]);
        refused += walk(server, None, &pages, &mut seen).await;
        refused += walk(server, Some(&guide), &pages, &mut seen).await;
        refused += walk(server, Some(&beheerder), &pages, &mut seen).await;
        // What the team writes, once something is released.
        released(server, &guide, "De lift is al weken stuk", &me).await;
        let pro = server.professional();
        let assumption = assume(server, &pro, "De lift is het ergst").await;
        let point = agree(server, &pro, &PROMISED).await;
        pages.extend([assumption, point]);
        pages = addresses(server, &pages);
        refused += walk(server, Some(&pro), &pages, &mut seen).await;
        println!("{refused} refused forms gave back what was typed; {} kinds of forms", seen.len());
        assert!(refused >= 25, "only {refused}");
    });
}

#[test]
fn what_is_wrong_is_said_beside_its_field() {
    server().story(async |server| {
        let token = begeleider(server);
        let path = "/traject/nieuw";
        let promise = "een\ntwee\ndrie\nvier <b>\"vet\"</b>";
        let fields = [
            ("title", "Rond & om het plein"),
            ("buurt", "BU0001"),
            ("question", "Wat houdt u bezig?"),
            ("checklist", "vraag"),
            ("promise", promise),
            ("themes", "wonen\nOns plein"),
            ("sensitive", "wonen"),
            ("k", "4"),
            ("erase_on", "2099-12-31"),
        ];
        let pairs = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let page = submit(server, Some(&token), path, path, &pairs).await.expect(422).text();
        let before = page.split("name=\"promise\"").next().unwrap();
        let beside = before.rsplit("<label").next().unwrap();
        assert!(
            beside.contains("class=\"field-error\" id=\"fout-promise\"") && beside.contains("drie regels"),
            "{beside}"
        );
        let tag = page.split("id=\"fout-promise\"").nth(1).unwrap().split("</textarea>").next().unwrap();
        assert!(tag.contains("aria-invalid=\"true\"") && tag.contains("vier &lt;b&gt;"), "{tag}");
        assert!(!page.contains("<b>\"vet\"</b>") && page.contains("role=\"alert\""));
        for (name, value) in
            [("title", "Rond & om het plein"), ("question", "Wat houdt u bezig?"), ("erase_on", "2099-12-31")]
        {
            assert!(holds(&page, name, value), "{name}: {page}");
        }
        let ticked = plain(&page);
        let ticked = ticked.split("<input").find(|tag| tag.contains("value=\"vraag\"")).unwrap();
        assert!(ticked.contains("checked"), "{ticked}");
    });
}

#[test]
fn a_note_from_paper_and_a_moment_come_back_with_their_choices() {
    server().story(async |server| {
        let token = begeleider(server);
        let papier = format!("/sessie/{}/papier", server.code);
        let note =
            [("vak", "Z9"), ("kind", "kracht"), ("text", "Van papier"), ("tafel", "7"), ("theme", "wonen")];
        let page = send(server, &token, &papier, &note).await.expect(422).text();
        assert!(holds(&page, "vak", "Z9") && page.contains("id=\"fout-vak\""), "{page}");
        assert!(plain(&page).contains("\nVan papier</textarea>"), "{page}");
        let chosen: Vec<String> = page
            .split("<option")
            .filter(|option| option.split('>').next().unwrap().contains("selected"))
            .map(|option| option.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned())
            .collect();
        assert_eq!(chosen, ["7", "kracht", "wonen"]);
        // A number that is none is refused before the room reads it.
        let note =
            [("vak", "C4"), ("kind", "kracht"), ("text", "Van papier"), ("tafel", "zeven"), ("theme", "")];
        let page = send(server, &token, &papier, &note).await;
        assert!(
            (400..500).contains(&page.status) && plain(&page.text()).contains("\nVan papier</textarea>"),
            "{}",
            page.text()
        );
    });
}

#[test]
fn the_page_goes_online_with_what_was_typed_and_a_refusal_loses_none_of_it() {
    server().without_limits().story(async |server| {
        let guide = begeleider(server);
        released(server, &guide, "De lift is al weken stuk", &participant()).await;
        let pro = server.professional();
        let desk = format!("/traject/{}/terugkoppeling", server.traject);
        let words = |strong: &'static str| {
            [
                ("version", "0"),
                ("intro", "Dank u wel"),
                ("strong", strong),
                ("better", "De lift"),
                ("closing", "Tot juni"),
            ]
        };
        let page = send(server, &pro, &format!("{desk}/online"), &words("")).await.expect(422).text();
        assert!(holds(&page, "intro", "Dank u wel") && holds(&page, "closing", "Tot juni"), "{page}");
        assert!(page.contains("id=\"fout-strong\""), "{page}");
        send(server, &pro, &format!("{desk}/online"), &words("De buren helpen elkaar")).await.expect(303);
        let page = server.get_as(&pro, &desk).await.expect(200).text();
        let address =
            page.split("href=\"/terug/").nth(1).expect("online").split('"').next().unwrap().to_owned();
        let public = server.get(&format!("/terug/{address}")).await.expect(200).text();
        assert!(public.contains("De buren helpen elkaar") && public.contains("Tot juni"), "{public}");
    });
}

#[test]
fn a_caption_comes_back_where_its_photo_is_refused() {
    server().story(async |server| {
        let (me, id) = (participant(), id());
        server.put_pin(&id, &pin(&me, "De bank in de zon")).await.expect(201);
        let path = format!("/s/{}/stip/{id}/foto", server.code);
        let form = crate::harness::multipart(vec![b'x'; 300_000], "a.jpg", "Ons \"mooie\" plein");
        let sent = server.request(Method::POST, &format!("{path}?nieuw={}", crate::harness::id()));
        let page = Reply::of(sent.header("cookie", format!("beurt={me}")).multipart(form)).await;
        assert!((400..500).contains(&page.status), "{}", page.status);
        assert!(holds(&page.text(), "caption", "Ons \"mooie\" plein"), "{}", page.text());
    });
}

#[test]
fn a_lost_login_shows_the_words_and_sends_them_again() {
    server().story(async |server| {
        let path = format!("/traject/{}/voorbereiding", server.traject);
        let fields = [("title", "Rond het plein"), ("promise", "Wij vragen wat u ziet.\nEn \"meer\".")];
        let sent = server.request(Method::POST, &path).form(&fields);
        let page = Reply::of(sent).await.expect(401).text();
        assert!(plain(&page).contains("Wij vragen wat u ziet.") && page.contains("readonly"), "{page}");
        let again =
            forms(&page).into_iter().find(|form| form.action == path).expect("the form, to send again");
        let again: HashMap<String, String> =
            again.fields.into_iter().map(|field| (field.name, field.value)).collect();
        assert_eq!((again["title"].as_str(), again["promise"].as_str()), (fields[0].1, fields[1].1));
        // A password is never written into a page.
        let sent = server
            .request(Method::POST, "/inloggen")
            .form(&[("login", "anna van het plein"), ("password", "geheim woord")]);
        let page = Reply::of(sent).await.expect(401).text();
        assert!(holds(&page, "login", "anna van het plein") && !page.contains("geheim woord"), "{page}");
    });
}

#[test]
fn a_sign_that_is_no_text_is_refused_in_every_form_beside_its_field() {
    server().story(async |server| {
        let token = begeleider(server);
        let path = format!("/traject/{}/momenten/nieuw", server.traject);
        let fields = [
            ("title", "Koffie\0"),
            ("method", "koffiekar"),
            ("audience", "bewoners"),
            ("group", "buurtmoeders"),
        ];
        let page = send(server, &token, &path, &fields).await.expect(422).text();
        assert!(page.contains("id=\"fout-title\"") && holds(&page, "group", "buurtmoeders"), "{page}");
    });
}
