//! A begeleider prepares a traject and its moments by form, as a browser sends them.

use serde_json::json;

use crate::harness::{TestServer, participant, pin, server};
use crate::live::send;
use crate::moderation::begeleider;

/// Where a form sent somebody.
fn place(reply: &crate::harness::Reply) -> String {
    reply.expect(303).header("location").to_owned()
}

const PROMISE: &str = "Wij vragen wat u ziet.\nWij maken er kaarten van.\nU hoort het in juni.";

async fn traject(server: &TestServer, token: &str, promise: &str) -> String {
    let fields = [
        ("title", "Rond het plein"),
        ("buurt", "BU0001"),
        ("question", "Wat houdt u bezig?"),
        ("checklist", "vraag"),
        ("promise", promise),
        ("themes", "wonen\nOns plein"),
        ("sensitive", "wonen"),
        ("k", "4"),
        ("erase_on", "2099-12-31"),
    ];
    place(&send(server, token, "/traject/nieuw", &fields).await)
}

#[test]
fn from_a_question_to_an_open_session_and_who_was_there() {
    server().story(async |server| {
        let token = begeleider(server);
        let moments = traject(server, &token, PROMISE).await;
        let fields = [
            ("title", "Koffie met buurtmoeders"),
            ("method", "koffiekar"),
            ("audience", "bewoners"),
            ("group", "buurtmoeders"),
            ("vindplaats", "het schoolplein"),
            ("day", "2099-06-01"),
            ("expected", "12"),
        ];
        let moment = place(&send(server, &token, &format!("{moments}/nieuw"), &fields).await);
        let code = moment.rsplit('/').next().unwrap().to_owned();
        assert!(code.len() == 6 && !code.contains(['0', 'O', '1', 'I', 'L', '5', 'S', '2', 'Z', '8', 'B']));

        // Planned: the code is known, and says that it is not yet time; poster and map can be printed.
        let early = server.get(&format!("/s/{code}")).await;
        assert!(early.expect(404).text().contains("nog niet begonnen"));
        let poster = server.get_as(&token, &format!("{moment}/poster")).await.expect(200).text();
        assert!(
            poster.contains(&code) && poster.contains("Wat houdt u bezig?") && poster.contains("U hoort het")
        );
        server.get_as(&token, &format!("{moment}/plattegrond")).await.expect(200);

        send(server, &token, &format!("{moment}/open"), &[]).await.expect(303);
        send(server, &token, &format!("{moment}/open"), &[]).await.expect(303);
        let open = server.get(&format!("/api/v1/sessions/{code}")).await.json(200);
        assert_eq!((&open["status"], &open["themes"]), (&json!("open"), &json!(["wonen", "Ons plein"])));
        assert_eq!(open["promise"], PROMISE);

        send(server, &token, &format!("{moment}/dicht"), &[]).await.expect(303);
        let there = [("age-55-74", "9"), ("role-bewoner", "9"), ("pause", "120")];
        send(server, &token, &format!("{moment}/aanwezig"), &there).await.expect(303);
        let page = server.get_as(&token, &moment).await.expect(200).text();
        assert!(page.contains("value=\"9\"") && page.contains("Er kan niets meer bij."), "{page}");
    });
}

#[test]
fn without_a_promise_nothing_opens_and_a_day_in_the_past_is_refused() {
    server().story(async |server| {
        let token = begeleider(server);
        let moments = traject(server, &token, "").await;
        let fields = [("title", "Te vroeg"), ("method", "wijksessie"), ("audience", "bewoners")];
        let moment = place(&send(server, &token, &format!("{moments}/nieuw"), &fields).await);
        let refused = send(server, &token, &format!("{moment}/open"), &[]).await;
        assert!(refused.expect(422).text().contains("Schrijf eerst de belofte"));

        let long = "een\ntwee\ndrie\nvier";
        for (name, value, told) in [
            ("erase_on", "2020-01-01", "ligt in het verleden"),
            ("erase_on", "morgen", "geen datum"),
            ("promise", long, "drie regels"),
            ("k", "2", "3 of meer"),
            ("title", " ", "titel"),
            ("themes", "a.b", "thema"),
            ("themes", "wonen\nWonen", "lijken te veel op elkaar"),
        ] {
            let mut fields =
                vec![("title", "T"), ("buurt", "BU0001"), ("promise", "Wij vragen het."), ("k", "3")];
            fields.retain(|(known, _)| *known != name);
            fields.push((name, value));
            let refused = send(server, &token, "/traject/nieuw", &fields).await;
            assert!(refused.expect(422).text().contains(told), "{name}={value}");
        }
    });
}

#[test]
fn notes_of_a_paper_table_are_typed_in_afterwards_and_wait_to_be_approved() {
    server().story(async |server| {
        let token = begeleider(server);
        let papier = format!("/sessie/{}/papier", server.code);
        server.put_pin(&crate::harness::id(), &pin(&participant(), "Van een tablet")).await.expect(201);
        server.close();
        let note = |vak: &'static str, tafel: &'static str| {
            [("vak", vak), ("kind", "kracht"), ("text", "Van papier"), ("tafel", tafel), ("theme", "")]
        };
        for (vak, tafel) in [("F4", "1"), ("g5", "1"), ("", "2")] {
            send(server, &token, &papier, &note(vak, tafel)).await.expect(303);
        }
        for vak in ["M1", "A9", "F0", "F", "é4"] {
            send(server, &token, &papier, &note(vak, "1")).await.expect(422);
        }
        let room = server.get_as(&token, &format!("/sessie/{}/scherm.json", server.code)).await.json(200);
        // A tablet and two tables: three voices.
        assert_eq!((&room["pins"], &room["people"]), (&json!(4), &json!(3)));
        let path = format!("/api/v1/sessions/{}/moderation", server.code);
        assert_eq!(server.get_as(&token, &path).await.json(200).as_array().unwrap().len(), 4);
        let vrijgeven = format!("/traject/{}/vrijgeven", server.traject);
        send(server, &token, &vrijgeven, &[("code", &server.code)]).await.expect(303);
        send(server, &token, &papier, &note("F4", "1")).await.expect(409);
    });
}

/// Each participant that somebody may try who knows how they could be numbered: as a number, at either end, and the empty one.
fn reckoned(table: u8) -> [String; 4] {
    let mut first = [0; 16];
    first[0] = table;
    let mut last = [0; 16];
    last[15] = table;
    [uuid::Uuid::from_bytes(last), uuid::Uuid::from_bytes(first), uuid::Uuid::nil(), uuid::Uuid::max()]
        .map(|id| id.to_string())
}

/// What somebody gets who says that they are this participant.
async fn tries(server: &TestServer, note: &str, who: &str) {
    for pin in server.pins(Some(who)).await {
        assert!(pin["properties"]["mine"] != json!(true), "{who} has {pin}");
        assert!(!pin.to_string().contains("Van papier"), "{who} reads {pin}");
    }
    let patch = server.patch_pin(note, who, &json!({"properties": {"text": "Van mij"}})).await;
    assert!(patch.status >= 400, "{who} changed a note");
    let receipts = format!("/api/v1/sessions/{}/receipts", server.code);
    let asked = server.request(reqwest::Method::POST, &receipts).header("participant", who).json(&json!({}));
    let words = crate::harness::Reply::of(asked).await;
    if words.status == 201 {
        let given = words.json(201);
        let words: Vec<_> =
            given["words"].as_array().unwrap().iter().filter_map(|word| word.as_str()).collect();
        let pins = server
            .request(reqwest::Method::GET, &format!("{receipts}/pins"))
            .header("receipt", words.join("-"));
        let found = crate::harness::Reply::of(pins).await;
        assert!(!found.text().contains("Van papier"), "{who} found notes with their five words");
    }
    assert!(server.delete_pin(note, who).await.status >= 400, "{who} removed a note");
}

#[test]
fn nobody_from_outside_can_be_a_paper_table() {
    server().without_limits().story(async |server| {
        let token = begeleider(server);
        let papier = format!("/sessie/{}/papier", server.code);
        for tafel in ["1", "2"] {
            let note =
                [("vak", "F4"), ("kind", "kracht"), ("text", "Van papier"), ("tafel", tafel), ("theme", "")];
            send(server, &token, &papier, &note).await.expect(303);
        }
        let queue = format!("/api/v1/sessions/{}/moderation", server.code);
        let queue = server.get_as(&token, &queue).await.json(200);
        let note = queue[0]["id"].as_str().unwrap().to_owned();
        for who in (0..4).flat_map(reckoned) {
            tries(server, &note, &who).await;
        }
    });
}

#[test]
fn notes_of_before_leave_the_participant_that_anybody_can_reckon() {
    server().without_limits().story(async |server| {
        let token = begeleider(server);
        let papier = format!("/sessie/{}/papier", server.code);
        for (tafel, text) in [("1", "Van papier, een"), ("1", "Van papier, twee"), ("2", "Van papier, drie")]
        {
            let note = [("vak", "F4"), ("kind", "kracht"), ("text", text), ("tafel", tafel), ("theme", "")];
            send(server, &token, &papier, &note).await.expect(303);
        }
        let queue = format!("/api/v1/sessions/{}/moderation", server.code);
        let notes = server.get_as(&token, &queue).await.json(200);
        // As they were kept before: under the number of the table as a participant.
        let chance = buurtblik::platform::clock::Chance::system();
        let keys = buurtblik::platform::keys::Keys::open(&server.place.data_dir(), &*chance.ids).unwrap();
        server.stop();
        for note in notes.as_array().unwrap() {
            let table = if note["text"] == "Van papier, drie" { 2 } else { 1 };
            let before = keys.participant(&server.code, uuid::Uuid::from_u128(table));
            let id = note["id"].as_str().unwrap();
            server.place.sql(&format!("UPDATE pin SET participant = '{before}' WHERE id = '{id}'")).await;
        }
        server.restart();
        let note = notes[0]["id"].as_str().unwrap();
        for who in (1..3).flat_map(reckoned) {
            tries(server, note, &who).await;
        }
        // What is added now is of the same table: still two voices.
        let more =
            [("vak", "F4"), ("kind", "kracht"), ("text", "Van papier, vier"), ("tafel", "1"), ("theme", "")];
        send(server, &token, &papier, &more).await.expect(303);
        let room = server.get_as(&token, &format!("/sessie/{}/scherm.json", server.code)).await.json(200);
        assert_eq!((&room["pins"], &room["people"]), (&json!(4), &json!(2)));
    });
}
