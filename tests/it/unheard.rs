//! Who was not heard: what releases tell of who was there, once, and nobody can see through it.

use crate::attacker::doors::{Door, Who, pages};
use crate::attacker::front::{self, Brought, Staff, on_every_database, put_all};
use crate::attacker::twins::are_twins;
use crate::attacker::world::{MIDDLE, Said};
use crate::harness::{Reply, TestServer, id, participant};
use crate::live::send;

type Fields = &'static [(&'static str, &'static str)];

/// Plans and opens a moment, lets four people speak, closes it, and says who were there; its code.
async fn held(server: &TestServer, staff: &Staff, traject: &str, place: &str, there: Fields) -> String {
    let fields = [
        ("title", "Koffie"),
        ("method", "koffiekar"),
        ("audience", "bewoners"),
        ("group", "Buurtmoeders"),
        ("vindplaats", place),
        ("day", "2027-03-02"),
    ];
    let path = format!("/traject/{traject}/momenten/nieuw");
    let made = send(server, &staff.begeleider, &path, &fields).await;
    let moment = made.expect(303).header("location").to_owned();
    send(server, &staff.begeleider, &format!("{moment}/open"), &[]).await.expect(303);
    let code = moment.rsplit('/').next().unwrap().to_owned();
    let pins = (0..4).map(|who| {
        let said = Said {
            who,
            at: Some(MIDDLE),
            kind: 0,
            theme: None,
            moment: None,
            release: 0,
            people: 1,
            approved: None,
        };
        (id(), front::feature(&said, &participant(), false))
    });
    put_all(server, &code, pins.collect()).await;
    send(server, &staff.begeleider, &format!("{moment}/dicht"), &[]).await.expect(303);
    send(server, &staff.begeleider, &format!("{moment}/aanwezig"), there).await.expect(303);
    code
}

async fn release(server: &TestServer, staff: &Staff, traject: &str, codes: &[String]) -> Reply {
    let mut fields: Vec<(&str, &str)> = codes.iter().map(|code| ("code", code.as_str())).collect();
    fields.push(("deel", "kant"));
    send(server, &staff.begeleider, &format!("/traject/{traject}/vrijgeven"), &fields).await
}

/// Ages of who lives there.
fn figures(server: &TestServer, traject: &str) {
    let csv = "code;mensen 0 tot 15 jaar;15 tot 65 jaar;65 jaar of ouder\nBU0001;150;600;250\n";
    let file = server.place.file("leeftijd.csv", csv);
    let import =
        ["indicators", "import", &file, "--source", "Bron", "--year", "2023", "--area-field", "code"];
    let more = ["--traject", traject, "--domain", "wonen", "--counts", "mensen"];
    server.place.cli(&[&import[..], &more].concat()).worked();
}

/// A traject with two moments in its first release and one in its second; `there`: who were at each.
async fn brought(server: &TestServer, staff: &Staff, there: [Fields; 3]) -> Brought {
    let traject = front::traject(server, staff, 3).await;
    figures(server, &traject);
    let first = held(server, staff, &traject, "Buurthuis", there[0]).await;
    let second = held(server, staff, &traject, "Plein", there[1]).await;
    let codes = vec![first, second];
    release(server, staff, &traject, &codes).await.expect(303);
    let third = held(server, staff, &traject, "Plein", there[2]).await;
    release(server, staff, &traject, std::slice::from_ref(&third)).await.expect(303);
    Brought { traject, codes: [codes, vec![third]].concat(), slug: String::new(), photos: Vec::new() }
}

#[test]
fn two_counts_of_who_was_there_that_are_told_alike_get_the_same_pages() {
    on_every_database(async |server, staff| {
        let one: [Fields; 3] = [
            &[("age-0-17", "2"), ("age-18-34", "5"), ("age-55-74", "9"), ("role-bewoner", "16")],
            &[("age-18-34", "3"), ("age-75+", "1"), ("role-instelling", "1")],
            &[("age-75+", "3"), ("age-18-34", "2")],
        ];
        // Another sum of every age, role, place and group; of each age of each release as much is told.
        let other: [Fields; 3] = [
            &[("age-18-34", "1"), ("age-55-74", "3"), ("age-0-17", "0"), ("role-ondernemer", "40")],
            &[("age-18-34", "5"), ("age-55-74", "8"), ("age-35-54", "2")],
            &[("age-75+", "5"), ("role-vrijwilliger", "2")],
        ];
        let one = brought(server, staff, one).await;
        let other = brought(server, staff, other).await;
        let path = format!("/traject/{}/niet-gehoord", one.traject);
        let told = server.get_as(&staff.professional, &path).await.expect(200).text();
        for words in ["minstens 6 mensen", "minstens 9 mensen", "minstens 3 mensen", "Buurthuis", "wonen er"]
        {
            assert!(told.contains(words), "{words}: {told}");
        }
        assert!(!told.contains("ondernemers") && !told.contains("id=\"rol\""), "no roles: {told}");
        let mine = |door: &Door| door.0 == Who::Professional;
        let mut faults = Vec::new();
        for door in pages().iter().filter(|door| mine(door)) {
            if let Err(fault) = are_twins(server, staff, [&one, &other], door).await {
                faults.push(fault);
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn a_release_tells_once_who_was_there_and_a_second_one_adds_its_own() {
    on_every_database(async |server, staff| {
        let traject = front::traject(server, staff, 3).await;
        let path = format!("/traject/{traject}/niet-gehoord");
        let page =
            async |server: &TestServer| server.get_as(&staff.professional, &path).await.expect(200).text();
        let first = held(server, staff, &traject, "Plein", &[("age-18-34", "8"), ("age-75+", "2")]).await;
        release(server, staff, &traject, &[first]).await.expect(303);
        let before = page(server).await;
        assert!(
            before.contains("minstens 6 mensen") && before.contains("per vrijgave minder dan 3"),
            "{before}"
        );
        assert!(!before.contains("minstens 3 mensen"), "{before}");

        // Released by a version that kept no numbers: counted at the next start, with a line in the audit trail.
        server.place.sql("DELETE FROM told_attendance").await;
        assert!(page(server).await.contains("niet geteld"));
        server.stop();
        server.restart();
        assert_eq!(page(server).await, before);
        assert_eq!(
            server.place.count("SELECT COUNT(*) FROM audit WHERE action = 'attendance-told'").await,
            1
        );
        // Told is told, whatever becomes of what was counted.
        server.place.sql("UPDATE plan SET attended = NULL").await;
        assert_eq!(page(server).await, before);

        let second = held(server, staff, &traject, "Plein", &[("age-18-34", "4"), ("age-75+", "2")]).await;
        release(server, staff, &traject, &[second]).await.expect(303);
        let both = page(server).await;
        assert!(both.contains("minstens 9 mensen"), "six and three, not twelve: {both}");
        assert!(
            !both.contains("minstens 12 mensen") && !both.contains("minstens 3 mensen"),
            "two and two: {both}"
        );
    });
}

#[test]
fn who_was_there_cannot_be_changed_after_the_release_and_the_page_says_why() {
    on_every_database(async |server, staff| {
        let traject = front::traject(server, staff, 3).await;
        let code = held(server, staff, &traject, "Plein", &[("age-18-34", "8")]).await;
        let moment = format!("/sessie/{code}");
        let form = format!("action=\"{moment}/aanwezig\"");
        let page = server.get_as(&staff.begeleider, &moment).await.expect(200).text();
        assert!(page.contains(&form) && page.contains("kan de telling niet meer veranderen"), "{page}");
        let attended = format!("{moment}/aanwezig");
        send(server, &staff.begeleider, &attended, &[("age-18-34", "9"), ("pause", "60")]).await.expect(303);
        release(server, staff, &traject, std::slice::from_ref(&code)).await.expect(303);

        let path = format!("/traject/{traject}/niet-gehoord");
        let told = server.get_as(&staff.professional, &path).await.expect(200).text();
        assert!(told.contains("minstens 9 mensen"), "{told}");
        for fields in [&[("age-18-34", "8")][..], &[("pause", "90")], &[]] {
            let refused = send(server, &staff.begeleider, &attended, fields).await;
            let text = refused.expect(409).text();
            assert!(
                text.contains("De telling staat vast") && text.contains("Er is niets veranderd."),
                "{text}"
            );
        }
        let page = server.get_as(&staff.begeleider, &moment).await.expect(200).text();
        assert!(!page.contains(&form) && page.contains("dus de telling staat vast"), "{page}");
        assert!(page.contains("18 tot 35: 9"), "who guides it reads what was counted: {page}");
        assert_eq!(server.get_as(&staff.professional, &path).await.expect(200).text(), told);
    });
}
