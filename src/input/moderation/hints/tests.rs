use super::{HintKind, hints, stands_out};
use proptest::prelude::{any, proptest};

/// What people write, with what should be pointed out in it: kind, words, text. Invented by us; numbers and accounts are
/// the usual examples.
const POINTED_OUT: &str = include_str!("tests/pointed_out.tsv");
/// Ordinary sentences, in which nothing should be.
const ORDINARY: &str = include_str!("tests/ordinary.txt");
/// Texts that hold a number, a name or a home in other clothes: a hint, or at least doubt. `⏎` is the end of a line.
const READ_ALONE: &str = include_str!("tests/read_alone.txt");
/// Ordinary texts with numbers and names of things, every one of which may be approved together with others.
const TOGETHER: &str = include_str!("tests/together.txt");

fn found(text: &str) -> Vec<(HintKind, String)> {
    hints(text).into_iter().map(|hint| (hint.kind, hint.word)).collect()
}

#[track_caller]
fn one(text: &str, kind: HintKind, word: &str) {
    assert_eq!(found(text), [(kind, word.to_owned())], "{text}");
}

#[test]
fn what_points_at_a_person_or_a_home_is_pointed_out() {
    one("Bel 06-12345678 even", HintKind::Telefoon, "06-12345678");
    one("Bel 020 624 11 11 even", HintKind::Telefoon, "020 624 11 11");
    one("+31 6 12 34 56 78", HintKind::Telefoon, "+31 6 12 34 56 78");
    one("mail jan.jansen@voorbeeld.nl.", HintKind::Email, "jan.jansen@voorbeeld.nl");
    one("zie www.voorbeeld.nl/buurt", HintKind::Web, "www.voorbeeld.nl/buurt");
    one("rekening NL91 ABNA 0417 1643 00 graag", HintKind::Iban, "NL91 ABNA 0417 1643 00");
    one("nummer is 111222333", HintKind::Bsn, "111222333");
    one("auto 16-RSL-9 staat er", HintKind::Kenteken, "16-RSL-9");
    one("auto XB-12-ZK staat er", HintKind::Kenteken, "XB-12-ZK");
    one("in de Vrolikstraat 12a", HintKind::Adres, "Vrolikstraat 12a");
    one("op 1091 VM", HintKind::Adres, "1091 VM");
    one("op nummer 14 wonen", HintKind::Adres, "nummer 14");
    one("wij wonen 3 hoog", HintKind::Adres, "3 hoog");
    one("op de tweede verdieping", HintKind::Adres, "tweede verdieping");
    one("mevrouw De Vries helpt", HintKind::Naam, "mevrouw De Vries");
    one("Buurman Ali el Idrissi kookt", HintKind::Naam, "Buurman Ali el Idrissi");
    one("dhr. Jansen", HintKind::Naam, "dhr. Jansen");
}

#[test]
fn each_of_several_numbers_is_pointed_out_by_itself() {
    let phones = |text: &str| -> Vec<String> { found(text).into_iter().map(|(_, word)| word).collect() };
    assert_eq!(phones("Bel 06-12345678/06-87654321"), ["06-12345678", "06-87654321"]);
    assert_eq!(phones("Bel 06-12345678 06-87654321"), ["06-12345678", "06-87654321"]);
    assert_eq!(phones("Bel 06-12345678. 2 kinderen wachten"), ["06-12345678"]);
    assert_eq!(phones("Bel 06-12345678 (18-20 uur)"), ["06-12345678"]);
    assert_eq!(phones("Nr 14, 06-12345678"), ["Nr 14", "06-12345678"]);
    assert_eq!(phones("Bel 088-1234567 of 112"), ["088-1234567"]);
    assert_eq!(phones("bsn: 111222333 12 jaar lang"), ["111222333"]);
}

#[test]
fn the_table_of_what_people_write_is_pointed_out_whole() {
    let (mut rows, mut missed) = (0, Vec::new());
    for line in POINTED_OUT.lines() {
        let [kind, word, text] = line.split('\t').collect::<Vec<_>>().try_into().expect("three columns");
        rows += 1;
        let covered = hints(text).iter().any(|hint| hint.kind.word() == kind && hint.word.contains(word));
        if !covered {
            missed.push(format!("{text:?}: no {kind} {word:?} in {:?}", found(text)));
        }
    }
    println!("{} of {rows} pointed out", rows - missed.len());
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn ordinary_sentences_are_left_alone() {
    let wrong: Vec<_> = ORDINARY
        .lines()
        .filter(|text| !hints(text).is_empty())
        .map(|text| format!("{text}: {:?}", found(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let read_alone: Vec<_> = ORDINARY.lines().filter(|text| stands_out(text, &[])).collect();
    println!(
        "{} of {} ordinary sentences are read by themselves: {read_alone:?}",
        read_alone.len(),
        ORDINARY.lines().count()
    );
    assert!(read_alone.len() * 20 <= ORDINARY.lines().count(), "{read_alone:?}");
}

/// The texts of our own pages are some thousand ordinary sentences.
#[test]
fn the_texts_of_the_pages_are_left_alone() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    let (mut sentences, mut wrong) = (0, Vec::new());
    let files = walkdir::WalkDir::new(folder).into_iter().flatten();
    for file in files.filter(|file| file.file_name() == "nl.ftl") {
        let texts = std::fs::read_to_string(file.path()).expect("a language file");
        for text in texts.lines().filter_map(|line| line.split_once(" = ")).map(|(_, text)| text) {
            sentences += 1;
            if !hints(text).is_empty() {
                wrong.push(format!("{text}: {:?}", found(text)));
            }
        }
    }
    println!("{} of {sentences}", wrong.len());
    assert!(sentences > 1000 && wrong.len() * 50 <= sentences, "{}", wrong.join("\n"));
}

#[test]
fn what_no_rule_can_judge_is_read_by_itself() {
    for text in [
        "المقعد مكسور منذ عام 2024.",
        "Bij ons wacht Xandrinka altijd op de bus",
        "Roos is aardig",
        "Fijn plein \u{202e}om te zitten",
        "code 123456",
        "Лавка сломана",
        "06l2345678 is van mij",
        "bel nul zes twaalf vierendertig zesenvijftig achtenzeventig",
        "paspoort NXR1234P5",
        "snap jandebakker99",
        "ik woon daar op 14b",
    ] {
        assert!(stands_out(text, &hints(text)), "{text}");
    }
}

#[test]
fn numbers_names_and_homes_in_other_clothes_are_read_by_themselves() {
    let texts = READ_ALONE.lines().map(|line| line.replace('⏎', "\n"));
    let missed: Vec<_> = texts.filter(|text| !stands_out(text, &hints(text))).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn ordinary_texts_with_numbers_are_still_offered_together() {
    let texts = TOGETHER.lines().map(|line| line.replace('⏎', "\n"));
    let drowned: Vec<_> = texts.filter(|text| stands_out(text, &hints(text))).collect();
    assert!(drowned.is_empty(), "{drowned:#?}");
}

/// `../shared/cases/NN-…/texts.json`, where the folder is there: their own right answers.
#[test]
fn the_shared_cases_of_numbers_are_pointed_out() {
    let data = std::env::var("BUURTBLIK_TEST_DATA");
    let data = data.unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data").to_owned());
    let cases = format!("{}/../cases", data.trim_end_matches('/'));
    let names = [
        "41-phone-numbers-as-people-write-them",
        "43-iban-and-bsn-as-people-write-them",
        "45-bidi-controls-that-leak",
    ];
    for name in names {
        let file = format!("{cases}/{name}/texts.json");
        let Ok(json) = std::fs::read(&file) else {
            println!("skipped: {file} is not there");
            continue;
        };
        let rows: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
        for row in rows.as_array().expect("a list") {
            let text = row["text"].as_str().expect("a text");
            let right: Vec<_> = row["hints"]
                .as_array()
                .expect("hints")
                .iter()
                .map(|hint| {
                    (
                        hint[0].as_str().unwrap_or_default().to_owned(),
                        hint[1].as_str().unwrap_or_default().to_owned(),
                    )
                })
                .collect();
            let seen: Vec<_> =
                found(text).into_iter().map(|(kind, word)| (kind.word().to_owned(), word)).collect();
            assert_eq!(seen, right, "{text:?}: {}", row["note"]);
        }
    }
}

#[test]
fn places_are_counted_in_letters_not_bytes() {
    let hint = hints("één café: bel 0612345678").remove(0);
    assert_eq!((hint.from, hint.to), (14, 24));
}

#[test]
fn a_text_made_to_take_long_does_not() {
    let hostile = ["0 ", "06-", "+31 ", "NL91", "0031", "J. ", "Jan van ", "1-", "a@"]
        .map(|part| part.repeat(1000 / part.len()));
    let begun = std::time::Instant::now();
    for text in &hostile {
        hints(text);
    }
    assert!(begun.elapsed() < std::time::Duration::from_secs(5), "{:?}", begun.elapsed());
}

proptest! {
    #[test]
    fn every_hint_is_a_part_of_its_text_and_none_overlap(text in any::<String>()) {
        let chars: Vec<char> = text.chars().collect();
        let mut end = 0;
        for hint in hints(&text) {
            assert!(hint.from >= end && hint.from < hint.to && hint.to <= chars.len());
            assert_eq!(hint.word, chars[hint.from..hint.to].iter().collect::<String>());
            end = hint.to;
        }
    }

    #[test]
    fn digits_dashes_and_names_in_any_order_are_read(text in "[0-9+() .–A-Za-zé]{0,60}") {
        hints(&text);
    }
}
