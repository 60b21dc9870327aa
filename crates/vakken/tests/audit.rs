//! Every small world there is: no table tells that somebody, but fewer than *k*, is somewhere or in some class.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::collections::HashMap;

use vakken::{Counted, Vak, Voice, by_class, cut};

/// The four smallest squares of a square of 50 m.
const CELLS: u32 = 4;

/// All ways to have at most `people` people, each of one of `types` types: how many there are of each type.
fn worlds(types: usize, people: usize, found: &mut impl FnMut(&[usize])) {
    fn fill(at: usize, left: usize, counts: &mut Vec<usize>, found: &mut impl FnMut(&[usize])) {
        if at == counts.len() {
            found(counts);
            return;
        }
        for here in 0..=left {
            counts[at] = here;
            fill(at + 1, left - here, counts, found);
        }
        counts[at] = 0;
    }
    fill(0, people, &mut vec![0; types], found);
}

/// The voices of a world in which `counts[type]` people speak in each cell of the type's set of cells.
fn voices(kinds: &[u32], counts: &[usize]) -> Vec<Voice> {
    let mut voices = Vec::new();
    let mut person = 0;
    for (cells, count) in kinds.iter().zip(counts) {
        for _ in 0..*count {
            for cell in (0..CELLS).filter(|cell| cells & (1 << cell) != 0) {
                let place = |index: u32| f64::from(index) * 25.0 + 12.5;
                voices.push(Voice { x: place(cell % 2), y: place(cell / 2), person, class: 0 });
            }
            person += 1;
        }
    }
    voices
}

/// A table and its lists.
type Output = (Vec<Vak>, Vec<Vec<Counted>>);

/// What somebody can conclude who sees one output: for each question the numbers that some world answers with.
#[derive(Default)]
struct Open {
    /// Some world has nobody, or at least *k*.
    safe: bool,
    /// Any world at all was asked.
    asked: bool,
}

/// For every output and every region of cells: some world has nobody there, or at least *k*. And, for who knows one of
/// the people: not in every world there are 1 to *k* − 2 others.
fn audit(k: u32, kinds: &[u32], people: usize) {
    let mut regions: HashMap<(Vec<Vak>, u32), Open> = HashMap::new();
    let mut beside: HashMap<(Vec<Vak>, u32, usize), Open> = HashMap::new();
    worlds(kinds.len(), people, &mut |counts| {
        let told = cut(&voices(kinds, counts), k).unwrap();
        for region in 1..1 << CELLS {
            let within: usize = kinds
                .iter()
                .zip(counts)
                .filter(|(cells, _)| **cells & region != 0)
                .map(|(_, count)| count)
                .sum();
            let open = regions.entry((told.clone(), region)).or_default();
            open.asked = true;
            open.safe |= within == 0 || within >= k as usize;
            for (known, cells) in kinds.iter().enumerate().filter(|(known, _)| counts[*known] > 0) {
                let others = within - usize::from(cells & region != 0);
                let open = beside.entry((told.clone(), region, known)).or_default();
                open.asked = true;
                open.safe |= others == 0 || others + 1 >= k as usize;
            }
        }
    });
    // Worlds of more people were not looked at: where an output needs them all, those that would answer are missing.
    let whole = |told: &[Vak]| told.iter().map(|vak| vak.people as usize).sum::<usize>() < people;
    regions.retain(|(told, _), _| whole(told));
    beside.retain(|(told, ..), _| whole(told));
    assert!(regions.len() > 50 && regions.values().all(|open| open.asked));
    for ((told, region), open) in &regions {
        assert!(open.safe, "k = {k}: {told:?} tells of some, but fewer than k, in the cells {region:04b}");
    }
    for ((told, region, known), open) in &beside {
        let known = kinds[*known];
        assert!(
            open.safe,
            "k = {k}: who knows somebody in {known:04b} learns from {told:?} of few others in {region:04b}"
        );
    }
}

#[test]
fn no_region_of_any_world_of_fourteen_people_with_one_pin_each_holds_few() {
    for k in [3, 4] {
        audit(k, &[1, 2, 4, 8], 14);
    }
}

#[test]
fn no_region_of_any_world_of_people_with_several_pins_holds_few() {
    let kinds: Vec<u32> = (1..1 << CELLS).collect();
    audit(3, &kinds, 7);
    audit(3, &[1, 2, 4, 8, 3, 6, 15], 11);
    audit(4, &[1, 2, 4, 8, 3, 6, 15], 10);
}

#[test]
fn no_class_in_any_told_square_holds_few() {
    for k in [3, 4] {
        // Who spoke in which of three classes.
        let kinds: Vec<u8> = (1..8).collect();
        let mut classes: HashMap<(Output, u8), bool> = HashMap::new();
        worlds(kinds.len(), 9, &mut |counts| {
            let mut voices = Vec::new();
            let mut person = 0;
            for (set, count) in kinds.iter().zip(counts) {
                for _ in 0..*count {
                    let spoken = (0..3).filter(|class| set & (1 << class) != 0);
                    voices.extend(spoken.map(|class| Voice { x: 1.0, y: 1.0, person, class }));
                    person += 1;
                }
            }
            let told = cut(&voices, k).unwrap();
            let lists = by_class(&told, &voices, k, |person, class| {
                // Any order will do that hangs on both.
                u64::from(person).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (u64::from(class) << 61)
            });
            for class in 0..3_u8 {
                let within: usize = kinds
                    .iter()
                    .zip(counts)
                    .filter(|(set, _)| **set & (1 << class) != 0)
                    .map(|(_, count)| count)
                    .sum();
                let safe = classes.entry(((told.clone(), lists.clone()), class)).or_default();
                *safe |= within == 0 || within >= k as usize;
            }
        });
        assert!(classes.len() > 10);
        for (((told, lists), class), safe) in &classes {
            assert!(safe, "k = {k}: {told:?} with {lists:?} tells of few in class {class}");
        }
    }
}
