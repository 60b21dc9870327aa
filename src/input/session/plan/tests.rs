//! What a draft may be.

use super::{Draft, LEAST_K, themes};

fn kept(typed: &[&str], known: &[&str]) -> Option<Vec<String>> {
    let owned = |list: &[&str]| list.iter().map(|&theme| theme.to_owned()).collect::<Vec<_>>();
    themes(owned(typed), &owned(known)).ok()
}

#[test]
fn themes_that_people_cannot_tell_apart_are_refused_and_those_that_are_there_stay() {
    for alike in ["Wonen", "WONEN", "won en", "Huis en portiek", "huis  en portiek"] {
        assert_eq!(kept(&["wonen", alike], &["wonen"]), None, "{alike}");
        assert_eq!(kept(&[alike, "wonen"], &[]), None, "{alike}");
    }
    assert_eq!(kept(&["wonen", "wonen", "Ons plein"], &["wonen"]).unwrap(), ["wonen", "Ons plein"]);
    // What an earlier version took can be saved on.
    let both = ["wonen", "Wonen"];
    assert_eq!(kept(&[&both[..], &["groen"]].concat(), &both).unwrap(), ["wonen", "Wonen", "groen"]);
    assert_eq!(kept(&["wonen", "Wonen", "woneN"], &both), None);
}

fn promise(words: &str) -> Option<String> {
    let draft = Draft {
        title: "Rond het plein".to_owned(),
        promise: words.to_owned(),
        themes: vec!["wonen".to_owned()],
        k: LEAST_K,
        ..Draft::default()
    };
    draft.check("id".to_owned(), "2026-11-30", None).ok().map(|traject| traject.promise)
}

#[test]
fn a_promise_from_the_command_line_is_as_clean_as_one_from_a_form() {
    assert_eq!(
        promise("Wij\u{1b}[31m vragen\u{7}.\nU hoort het.").as_deref(),
        Some("Wij[31m vragen.\nU hoort het.")
    );
    assert_eq!(promise("U hoort \u{202e}het.").as_deref(), Some("U hoort \u{202e}het.\u{202c}"));
    assert_eq!(promise("U hoort\0 het."), None);
}
