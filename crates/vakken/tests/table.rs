//! What holds for every table, whatever people say.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use vakken::{Class, CutBy, NO_MOMENT, Pin, Side, Slice, Table};

const THEMES: [&str; 3] = ["gezondheid", "veiligheid-criminaliteit", "wonen"];

/// A keyed hash in the program; here anything that hangs on both.
fn lot(person: u32, class: u8) -> u64 {
    (u64::from(person) << 8 | u64::from(class)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn pin() -> impl Strategy<Value = Pin<'static>> {
    // Eight spots of some metres, so that people meet, and anywhere within 600 m.
    let spot = (0..8_u8, 0.0..20.0, 0.0..20.0)
        .prop_map(|(spot, x, y)| (f64::from(spot % 4) * 130.0 + x, f64::from(spot / 4) * 210.0 + y));
    let anywhere = (0.0..600.0, 0.0..600.0);
    let at = prop_oneof![6 => spot.prop_map(Some), 2 => anywhere.prop_map(Some), 1 => Just(None)];
    let side = prop_oneof![Just(Side::Sterk), Just(Side::Beter)];
    let theme = prop_oneof![8 => Just(Some("wonen")), 2 => (0..3_usize).prop_map(|n| Some(THEMES[n])), 1 => Just(None)];
    (at, 0..90_u32, side, theme, 0..2_u8, proptest::option::of(0..3_u8))
        .prop_map(|(at, person, side, theme, kind, moment)| Pin { at, person, side, theme, kind, moment })
}

fn slices() -> Vec<Slice<'static>> {
    let mut slices = Vec::new();
    for theme in THEMES.iter().copied().map(Some).chain([None]) {
        for side in [None, Some(Side::Sterk), Some(Side::Beter)] {
            let kinds = (0..2).map(|kind| Some(Class::Kind(kind)));
            let moments = (0..3).chain([NO_MOMENT]).map(|moment| Some(Class::Moment(moment)));
            slices.extend(kinds.chain(moments).chain([None]).map(|class| Slice { theme, side, class }));
        }
    }
    slices
}

proptest! {
    #[test]
    fn every_number_is_of_nobody_or_of_at_least_k_people_who_are_there(
        pins in proptest::collection::vec(pin(), 0..400), k in 3..6_u32, by_side in any::<bool>(),
    ) {
        let by = if by_side { CutBy::Side } else { CutBy::Theme };
        let table = Table::of(&pins, k, by, lot).unwrap();
        for stack in &table.stacks {
            prop_assert_eq!(stack.nowhere % k, 0);
            let of_stack = |pin: &&Pin| {
                pin.side == stack.side && match (&stack.theme, pin.theme) {
                    (Some(theme), Some(own)) => theme == own,
                    (Some(_), None) => false,
                    (None, Some(own)) => !table.has_theme(own, Some(stack.side)),
                    (None, None) => true,
                }
            };
            for (at, told) in stack.told.iter().enumerate() {
                let vak = told.vak;
                prop_assert!(vak.people >= k && vak.people.is_multiple_of(k));
                prop_assert!(vak.x % i32::from(vak.side) == 0 && vak.y % i32::from(vak.side) == 0);
                let here = |pin: &&Pin| of_stack(pin) && pin.at.is_some_and(|(x, y)| vak.holds(x, y));
                let people: BTreeSet<u32> = pins.iter().filter(here).map(|pin| pin.person).collect();
                prop_assert_eq!(u32::try_from(people.len()).unwrap() / k * k, vak.people);
                for (list, class) in [(&told.kinds, true), (&told.moments, false)] {
                    prop_assert!(list.is_empty() || vak.people >= 2 * k);
                    prop_assert!(list.iter().map(|counted| counted.people).sum::<u32>() <= vak.people);
                    for counted in list {
                        let of = |pin: &&Pin| here(pin) && if class { pin.kind } else { pin.moment.unwrap_or(NO_MOMENT) } == counted.class;
                        let people: BTreeSet<u32> = pins.iter().filter(of).map(|pin| pin.person).collect();
                        prop_assert!(counted.people >= k && counted.people.is_multiple_of(k));
                        prop_assert!(people.len() >= counted.people as usize);
                    }
                }
                for other in &stack.told[at + 1..] {
                    let apart = |a: i32, b: i32, side: u16, other: u16| a + i32::from(side) <= b || b + i32::from(other) <= a;
                    let disjoint = apart(vak.x, other.vak.x, vak.side, other.vak.side) || apart(vak.y, other.vak.y, vak.side, other.vak.side);
                    prop_assert!(disjoint, "{:?} lies over {:?}", vak, other.vak);
                }
            }
        }
    }

    #[test]
    fn neither_the_order_of_pins_nor_saying_it_twice_makes_a_difference(
        pins in proptest::collection::vec(pin(), 0..300), turn in any::<prop::sample::Index>(),
    ) {
        let table = Table::of(&pins, 3, CutBy::Theme, lot).unwrap();
        let mut turned = pins.clone();
        turned.reverse();
        if !turned.is_empty() {
            let at = turn.index(turned.len());
            turned.rotate_left(at);
            turned.push(turned[0].clone());
        }
        prop_assert_eq!(&table, &Table::of(&turned, 3, CutBy::Theme, lot).unwrap());
    }

    #[test]
    fn everything_is_a_sum_of_its_parts(pins in proptest::collection::vec(pin(), 0..400)) {
        let table = Table::of(&pins, 3, CutBy::Theme, lot).unwrap();
        let people = |slice: Slice| table.squares(slice).map(|vak| vak.people).sum::<u32>();
        for slice in slices().into_iter().filter(|slice| slice.side.is_none()) {
            let sides = [Side::Sterk, Side::Beter].map(|side| people(Slice { side: Some(side), ..slice }));
            prop_assert_eq!(people(slice), sides[0] + sides[1]);
        }
    }

    #[test]
    fn a_table_that_is_kept_is_read_as_it_was(pins in proptest::collection::vec(pin(), 0..200)) {
        let table = Table::of(&pins, 3, CutBy::Theme, lot).unwrap();
        let kept = serde_json::to_string(&table).unwrap();
        prop_assert_eq!(table, serde_json::from_str::<Table>(&kept).unwrap());
    }
}

/// Somebody who is left out, or says more where they are told already, changes nothing that anybody gets.
#[test]
fn who_is_left_out_may_as_well_not_be_there() {
    let at = |x: f64, person: u32| Pin {
        at: Some((x, 10.0)),
        person,
        side: Side::Beter,
        theme: None,
        kind: 0,
        moment: None,
    };
    let mut pins: Vec<Pin> = (0..10).map(|person| at(10.0, person)).collect();
    let table = Table::of(&pins, 3, CutBy::Side, lot).unwrap();
    pins.push(at(300.0, 77));
    assert_eq!(table, Table::of(&pins, 3, CutBy::Side, lot).unwrap());
    pins.push(at(12.0, 3));
    assert_eq!(table, Table::of(&pins, 3, CutBy::Side, lot).unwrap());
}

#[test]
fn a_theme_of_few_people_joins_the_rest_of_its_side() {
    let at = |person: u32, theme| Pin {
        at: Some((10.0, 10.0)),
        person,
        side: Side::Sterk,
        theme: Some(theme),
        kind: 0,
        moment: None,
    };
    let mut pins: Vec<Pin> = (0..30).map(|person| at(person, "wonen")).collect();
    pins.extend((0..29).map(|person| at(person, "gezondheid")));
    let table = Table::of(&pins, 3, CutBy::Theme, lot).unwrap();
    assert!(table.has_theme("wonen", None) && !table.has_theme("gezondheid", None));
    let of = |theme| table.squares(Slice { theme, ..Slice::default() }).map(|vak| vak.people).sum::<u32>();
    assert_eq!((of(Some("wonen")), of(Some("gezondheid")), of(None)), (30, 0, 57));
}
