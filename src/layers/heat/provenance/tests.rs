use super::*;
use crate::input::session::{Attended, Status};

fn plan(method: Method, audience: Audience, group: &str) -> Plan {
    Plan {
        code: "ABCDEF".to_owned(),
        traject: String::new(),
        title: String::new(),
        method,
        audience,
        tables: false,
        group: group.to_owned(),
        vindplaats: String::new(),
        day: None,
        expected: None,
        pause: 90,
        attended: Attended::default(),
        status: Some(Status::Released),
    }
}

fn of(method: Method) -> Plan {
    plan(method, Audience::Bewoners, "")
}

fn told(plans: &[Plan], walked: bool, voices: Option<u32>) -> Provenance {
    let planned = voices.map(|_| Planned::of(plans.iter(), walked)).unwrap_or_default();
    Provenance {
        traject: "Buurtbalans".to_owned(),
        area: "Voorbeeldbuurt".to_owned(),
        theme: "all".to_owned(),
        kind: "sterk".to_owned(),
        moment: None,
        voices,
        shown: voices.is_some(),
        squares: voices.map(|_| (25, 200)),
        reason: None,
        moments: planned.moments,
        audiences: planned.audiences,
        warnings: planned.warnings,
        k: 3,
        bandwidth: Bandwidth::Normal,
        attribution: "verzonnen".to_owned(),
        invented: true,
    }
}

#[test]
fn a_layer_says_how_many_voices_and_moments_it_rests_on_and_how_fine_it_is() {
    let plans = [Method::Koffiekar, Method::Wijksessie, Method::Fotowandeling, Method::Wijksessie].map(of);
    let layer = told(&plans, false, Some(66));
    let sentence = "Minstens 66 stemmen van bewoners, 4 momenten: 2 wijksessies, koffiekar, fotowandeling";
    assert_eq!(layer.sentence(), sentence);
    assert!(layer.warnings.is_empty());
    let json = layer.to_json();
    assert_eq!(json["voices"], 66);
    assert_eq!((&json["k"], &json["bandwidth"]), (&3.into(), &75.into()));
    assert_eq!(json["moments"][0]["method"], "wijksessie");
    let text = json["text"].as_str().unwrap();
    for part in [sentence, "verzonnen", "150 meter", "25 tot 200 meter"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let read: Provenance = serde_json::from_value(json).unwrap();
    assert_eq!(read, layer, "what was written is read again");
}

#[test]
fn that_enough_people_walked_at_a_moment_of_another_method_is_named() {
    let layer = told(&[of(Method::Wijksessie)], true, Some(12));
    assert!(layer.sentence().ends_with("2 momenten: wijksessie, fotowandeling"), "{}", layer.sentence());
    let own = told(&[of(Method::Fotowandeling)], true, Some(12));
    assert!(own.sentence().ends_with("1 moment: fotowandeling"), "{}", own.sentence());
}

#[test]
fn several_audiences_are_named_beside_the_voices() {
    let plans = [of(Method::Koffiekar), plan(Method::Interview, Audience::Ondernemers, "")];
    let layer = told(&plans, false, Some(30));
    assert!(
        layer.sentence().starts_with("minstens 30 stemmen (bewoners, ondernemers), "),
        "{}",
        layer.sentence()
    );
}

#[test]
fn that_all_of_it_comes_from_one_moment_or_one_group_is_a_warning() {
    assert_eq!(told(&[of(Method::Koffiekar), of(Method::Wijksessie)], false, Some(9)).warnings, []);
    let one = told(&[of(Method::Koffiekar)], false, Some(9));
    assert_eq!(one.warnings, [Warning::Moment { method: Method::Koffiekar }]);
    assert_eq!(one.warnings(), ["Let op: alles komt van één moment (koffiekar)."]);
    let group = || plan(Method::Interview, Audience::Bewoners, " buurtmoeders ");
    let two = told(&[group(), group()], false, Some(9));
    assert_eq!(two.warnings, [Warning::Group { name: "buurtmoeders".to_owned() }]);
    assert_eq!(told(&[group(), of(Method::Interview)], false, Some(9)).warnings, []);
}

#[test]
fn a_layer_that_tells_nothing_says_why() {
    let layer = told(&[of(Method::Koffiekar)], false, None);
    assert!(layer.moments.is_empty() && layer.warnings.is_empty() && layer.audiences.is_empty());
    assert_eq!(layer.sentence(), t("heat-suppressed"));
    let of_theme = Provenance { reason: Some(Untold::Theme), ..layer.clone() };
    assert!(of_theme.sentence().contains("minder dan 30 mensen"), "{}", of_theme.sentence());
    let crossed = Provenance { reason: Some(Untold::Crossed), ..layer };
    assert_eq!(crossed.sentence(), t("heat-untold-crossed"));
}

#[test]
fn every_method_and_audience_has_its_words() {
    for key in Method::ALL.iter().map(|method| format!("heat-method-{method}")) {
        let [one, two] = [1, 2].map(|n| tv(&key, &[("n", n.into())]));
        assert!(one != key && two.starts_with("2 "), "{key}: {one}, {two}");
    }
    for key in Audience::ALL.iter().map(|audience| format!("heat-voices-{audience}")) {
        assert_ne!(tv(&key, &[("n", 3.into())]), key);
    }
    for kind in Slice::KINDS {
        assert!(!kind_label(kind).contains('-'), "{kind}");
    }
}
