use super::*;
use proptest::prelude::*;

fn share(method: Method, people: u32) -> Share {
    walk(method, people, 0, people)
}

/// A moment of `people`, of whom some walked and some said something in another way.
fn walk(method: Method, people: u32, walked: u32, otherwise: u32) -> Share {
    let behind = Behind { people, walked, otherwise };
    Share { method, audience: Audience::Bewoners, group: String::new(), behind }
}

fn told(shares: &[Share], counts: Option<LayerCounts>) -> Provenance {
    let Told { moments, audiences, mixed, warnings } =
        counts.map(|_| Told::of(shares, 3)).unwrap_or_default();
    Provenance {
        traject: "Buurtbalans".to_owned(),
        area: "Voorbeeldbuurt".to_owned(),
        theme: "all".to_owned(),
        kind: "sterk".to_owned(),
        moment: None,
        counts,
        shown: counts.is_some(),
        moments,
        audiences,
        mixed,
        warnings,
        k: 3,
        bandwidth: Bandwidth::Normal,
        attribution: "verzonnen".to_owned(),
        invented: true,
    }
}

const COUNTS: LayerCounts = LayerCounts { pins: 62, participants: 31, people: 31 };

#[test]
fn a_layer_says_how_many_pins_people_and_moments_it_rests_on() {
    let shares = [
        share(Method::Koffiekar, 6),
        share(Method::Wijksessie, 10),
        share(Method::Fotowandeling, 5),
        share(Method::Wijksessie, 10),
    ];
    let layer = told(&shares, Some(COUNTS));
    let sentence = "62 stippen van 31 bewoners, 4 momenten: 2 wijksessies, koffiekar, fotowandeling";
    assert_eq!(layer.sentence(), sentence);
    assert!(layer.warnings.is_empty());
    let json = layer.to_json();
    assert_eq!(json["counts"]["people"], 31);
    assert_eq!((&json["k"], &json["bandwidth"]), (&3.into(), &75.into()));
    assert_eq!(json["moments"][0]["method"], "wijksessie");
    let text = json["text"].as_str().unwrap();
    assert!(text.contains(sentence) && text.contains("verzonnen") && text.contains("150 meter"), "{text}");
    let read: Provenance = serde_json::from_value(json).unwrap();
    assert_eq!(read, layer, "what was written is read again");
}

#[test]
fn a_moment_of_fewer_than_k_people_is_neither_named_nor_counted() {
    let with = told(&[share(Method::Koffiekar, 4), share(Method::Schouw, 2)], Some(COUNTS));
    let without = told(&[share(Method::Koffiekar, 4), share(Method::Schouw, 0)], Some(COUNTS));
    assert_eq!(with, without);
    assert!(with.sentence().ends_with("1 moment: koffiekar"), "{}", with.sentence());
}

#[test]
fn a_walk_at_a_moment_of_another_method_is_named_only_where_enough_people_walked() {
    let own = Method::Wijksessie;
    let named = |share: Share| told(&[share], Some(COUNTS)).sentence().split(": ").nth(1).map(str::to_owned);
    for (people, walked, otherwise, words) in [
        (10, 4, 8, Some("fotowandeling, wijksessie")),
        (10, 3, 3, Some("fotowandeling, wijksessie")),
        // Fewer than k in another way: neither named nor told from nobody.
        (5, 4, 2, Some("fotowandeling")),
        (5, 4, 0, Some("fotowandeling")),
        // Fewer than k who walked: as everybody at that moment.
        (10, 2, 9, Some("wijksessie")),
        (3, 2, 1, Some("wijksessie")),
        (2, 2, 2, None),
    ] {
        let mut said = named(walk(own, people, walked, otherwise));
        said = said.map(|said| {
            let mut methods: Vec<_> = said.split(", ").collect();
            methods.sort_unstable();
            methods.join(", ")
        });
        assert_eq!(said.as_deref(), words, "{people} people, {walked} walked, {otherwise} otherwise");
    }
    // A walk of its own is one moment, however its pins came in.
    let walked = told(&[walk(Method::Fotowandeling, 6, 5, 4)], Some(COUNTS));
    assert!(walked.sentence().ends_with("1 moment: fotowandeling"), "{}", walked.sentence());
    assert_eq!(walked.warnings, [Warning::Moment { method: Method::Fotowandeling }]);
    let all_walked = told(&[walk(own, 6, 6, 1)], Some(COUNTS));
    assert_eq!(all_walked.warnings, [Warning::Moment { method: Method::Fotowandeling }]);
}

#[test]
fn an_audience_of_fewer_than_k_people_is_not_named_and_no_count_of_one_is_told() {
    let of = |people| Share { audience: Audience::Ondernemers, ..share(Method::Interview, people) };
    let few = told(&[share(Method::Koffiekar, 20), of(2)], Some(COUNTS));
    assert!(few.sentence().starts_with("62 stippen van 31 mensen (bewoners), "), "{}", few.sentence());
    assert_eq!(few.people(31), told(&[share(Method::Koffiekar, 20), of(0)], Some(COUNTS)).people(31));
    let more = told(&[share(Method::Koffiekar, 20), of(3)], Some(COUNTS));
    assert!(more.sentence().contains("31 mensen (bewoners, ondernemers)"), "{}", more.sentence());
    assert_eq!(told(&[of(20)], Some(COUNTS)).people(5), "5 ondernemers");
}

#[test]
fn more_than_half_from_one_moment_or_one_group_is_a_warning_and_exactly_half_is_not() {
    let even = [share(Method::Koffiekar, 5), share(Method::Wijksessie, 5)];
    assert!(told(&even, Some(COUNTS)).warnings.is_empty());
    let one = [share(Method::Koffiekar, 6), share(Method::Wijksessie, 5)];
    let one = told(&one, Some(COUNTS));
    assert_eq!(one.warnings, [Warning::Moment { method: Method::Koffiekar }]);
    assert_eq!(one.warnings(), ["Let op: meer dan de helft van de mensen komt van één moment (koffiekar)."]);
    let group = |people| Share { group: "buurtmoeders".to_owned(), ..share(Method::Interview, people) };
    let two =
        told(&[group(4), group(4), share(Method::Koffiekar, 4), share(Method::Schouw, 3)], Some(COUNTS));
    assert_eq!(two.warnings, [Warning::Group { name: "buurtmoeders".to_owned() }]);
    assert!(two.warnings()[0].contains("buurtmoeders"));
}

#[test]
fn a_layer_of_too_few_people_tells_nothing_of_its_moments() {
    let layer = told(&[share(Method::Koffiekar, 2)], None);
    assert!(layer.moments.is_empty() && layer.warnings.is_empty() && layer.audiences.is_empty());
    assert_eq!(layer.sentence(), t("heat-suppressed"));
}

#[test]
fn a_layer_that_is_shown_but_not_counted_says_why() {
    let layer = Provenance { shown: true, ..told(&[share(Method::Koffiekar, 9)], None) };
    assert_eq!(layer.sentence(), t("heat-untold"));
    assert_ne!(layer.sentence(), t("heat-suppressed"));
}

#[test]
fn every_method_and_audience_has_its_words_for_one_and_for_more() {
    for key in Method::ALL.iter().map(|method| format!("heat-method-{method}")) {
        let [one, two] = [1, 2].map(|n| tv(&key, &[("n", n.into())]));
        assert!(one != key && two.starts_with("2 "), "{key}: {one}, {two}");
    }
    for key in Audience::ALL.iter().map(|audience| format!("heat-people-{audience}")) {
        assert_ne!(tv(&key, &[("n", 1.into())]), tv(&key, &[("n", 2.into())]), "{key}");
    }
    for kind in Slice::KINDS {
        assert!(!kind_label(kind).contains('-'), "{kind}");
    }
}

proptest! {
    /// Between none and k − 1 people of one moment there is no difference to see, unless it tips another over half.
    #[test]
    fn how_many_below_k_makes_no_difference_to_what_is_named(
        others in proptest::collection::vec(0_u32..30, 0..5), few in 0_u32..3,
    ) {
        let mut shares: Vec<_> = others.into_iter().map(|people| share(Method::Koffiekar, people)).collect();
        shares.push(share(Method::Schouw, few));
        let some = Told::of(&shares, 3);
        shares.pop();
        shares.push(share(Method::Schouw, 0));
        let none = Told::of(&shares, 3);
        prop_assert_eq!((some.moments, some.audiences), (none.moments, none.audiences));
    }

    /// Nor between none and k − 1 of them who walked, or who said something in another way.
    #[test]
    fn how_many_walked_below_k_makes_no_difference_to_what_is_named(
        people in 3_u32..30, few in 0_u32..3, many in 3_u32..30,
    ) {
        let own = Method::Wijksessie;
        let named = |walked, otherwise| Told::of(&[walk(own, people, walked, otherwise)], 3);
        prop_assert_eq!(named(few, many), named(0, many));
        prop_assert_eq!(named(many, few), named(many, 0));
    }
}
