//! Every small world there is: no table tells that somebody, but fewer than *k*, is somewhere or in some class.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::collections::HashMap;
use std::hash::Hash;

use vakken::{Counted, CutBy, Pin, Side, Table, Vak, Voice, by_class, cut};

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

/// A keyed hash in the program; here any order that hangs on both.
fn lot(person: u32, class: u8) -> u64 {
    u64::from(person).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (u64::from(class) << 61)
}

/// For each output and question whether some world answers it with nobody, or at least *k*.
struct Audit<O> {
    k: usize,
    /// Output, question.
    safe: HashMap<(O, u32), bool>,
    /// Output, question, whom somebody knows: the others.
    beside: HashMap<(O, u32, usize), bool>,
}

impl<O: Eq + Hash + Clone + std::fmt::Debug> Audit<O> {
    fn new(k: u32) -> Self {
        Self { k: k as usize, safe: HashMap::new(), beside: HashMap::new() }
    }

    /// A world of this output, of so many people of each type; `takes` says for a type whether a question is about it.
    fn world(&mut self, output: &O, counts: &[usize], questions: u32, takes: impl Fn(usize, u32) -> bool) {
        for question in 0..questions {
            let within: usize =
                (0..counts.len()).filter(|of| takes(*of, question)).map(|of| counts[of]).sum();
            *self.safe.entry((output.clone(), question)).or_default() |= within == 0 || within >= self.k;
            for known in (0..counts.len()).filter(|known| counts[*known] > 0) {
                let others = within - usize::from(takes(known, question));
                let open = self.beside.entry((output.clone(), question, known)).or_default();
                *open |= others == 0 || others + 1 >= self.k;
            }
        }
    }

    /// What some output tells of few people, if any does; only of outputs of which all worlds were looked at.
    fn fault(&self, whole: impl Fn(&O) -> bool) -> Option<String> {
        let whole_ones = self.safe.iter().filter(|((output, _), _)| whole(output));
        assert!(whole_ones.clone().count() > 10, "too little was looked at");
        let few = whole_ones.clone().find(|(_, safe)| !**safe).map(|((output, question), _)| {
            format!("k = {}: {output:?} tells of some, but fewer than k, in question {question:b}", self.k)
        });
        let known = self.beside.iter().filter(|((output, ..), _)| whole(output)).find(|(_, safe)| !**safe);
        few.or(known.map(|((output, question, known), _)| {
            let k = self.k;
            format!("k = {k}: who knows one of type {known} learns from {output:?} of few others in question {question:b}")
        }))
    }
}

/// People told in squares. Worlds of more people than were looked at are missing where an output may need them.
fn told(squares: &[Vak]) -> usize {
    squares.iter().map(|vak| vak.people as usize).sum()
}

/// Every region of cells, for people of these sets of cells.
fn regions(k: u32, kinds: &[u32], people: usize, cut: impl Fn(&[Voice]) -> Vec<Vak>) -> Option<String> {
    let mut audit = Audit::new(k);
    worlds(kinds.len(), people, &mut |counts| {
        let output = cut(&voices(kinds, counts));
        audit.world(&output, counts, 1 << CELLS, |of, region| kinds[of] & region != 0);
    });
    audit.fault(|output: &Vec<Vak>| told(output) < people)
}

#[test]
fn no_region_of_any_world_of_fourteen_people_with_one_pin_each_holds_few() {
    for k in [3, 4] {
        assert_eq!(regions(k, &[1, 2, 4, 8], 14, |voices| cut(voices, k).unwrap()), None);
    }
}

#[test]
fn no_region_of_any_world_of_people_with_several_pins_holds_few() {
    let kinds: Vec<u32> = (1..1 << CELLS).collect();
    assert_eq!(regions(3, &kinds, 7, |voices| cut(voices, 3).unwrap()), None);
    assert_eq!(regions(3, &[1, 2, 4, 8, 3, 6, 15], 11, |voices| cut(voices, 3).unwrap()), None);
    assert_eq!(regions(4, &[1, 2, 4, 8, 3, 6, 15], 10, |voices| cut(voices, 4).unwrap()), None);
    assert_eq!(regions(3, &[1, 2, 4, 8, 15], 14, |voices| cut(voices, 3).unwrap()), None);
    assert_eq!(regions(4, &[1, 2, 4, 8, 15], 14, |voices| cut(voices, 4).unwrap()), None);
}

/// Cuts wherever a quarter holds `k`, whatever falls away: the same audit must notice.
fn hasty(voices: &[Voice], k: u32) -> Vec<Vak> {
    let people = |inside: &dyn Fn(&Voice) -> bool| {
        let mut people: Vec<u32> =
            voices.iter().filter(|voice| inside(voice)).map(|voice| voice.person).collect();
        people.sort_unstable();
        people.dedup();
        u32::try_from(people.len()).unwrap()
    };
    let square = |x: i32, y: i32, side: u16| {
        let vak = Vak { x, y, side, people: 0 };
        Vak { people: people(&|voice| vak.holds(voice.x, voice.y)) / k * k, ..vak }
    };
    let mut quarters = vec![square(0, 0, 25), square(25, 0, 25), square(0, 25, 25), square(25, 25, 25)];
    quarters.retain(|vak| vak.people > 0);
    let whole = square(0, 0, 50);
    if quarters.is_empty() && whole.people > 0 { vec![whole] } else { quarters }
}

#[test]
fn the_same_audit_notices_a_rule_that_cuts_too_soon() {
    let fault = regions(4, &[1, 2, 4, 8], 14, |voices| hasty(voices, 4));
    assert!(fault.is_some());
}

#[test]
fn no_region_of_two_releases_together_holds_few_whoever_speaks_in_both() {
    // In which cells somebody speaks in the first release and in the second; a later table is made of its own pins only.
    let (sets, cells) = ([0, 1, 2, 4], 3);
    let both: Vec<[u32; 2]> = sets.iter().flat_map(|one| sets.map(|two| [*one, two])).skip(1).collect();
    for (k, people, both) in [(3, 7, both.clone()), (4, 9, both.into_iter().step_by(2).collect())] {
        let both: Vec<[u32; 2]> = both;
        let mut audit = Audit::new(k);
        worlds(both.len(), people, &mut |counts| {
            let output = [0, 1].map(|release| {
                let kinds: Vec<u32> = both.iter().map(|sets| sets[release]).collect();
                cut(&voices(&kinds, counts), k).unwrap()
            });
            // Who speaks in a region in the first, in the second, or in either.
            audit.world(&output, counts, 3 << cells, |of, question| {
                let region = question & ((1 << cells) - 1);
                match question >> cells {
                    2 => (both[of][0] | both[of][1]) & region != 0,
                    release => both[of][release as usize] & region != 0,
                }
            });
        });
        let whole = |output: &[Vec<Vak>; 2]| told(&output[0]) + told(&output[1]) < people;
        assert_eq!(audit.fault(whole), None);
    }
}

#[test]
fn no_region_holds_few_who_left_or_stayed_after_a_release() {
    // Four cells, for who stays and for who takes everything back later: the table was made before.
    let kinds = [1, 2, 4, 8, 1, 2, 4, 8];
    for k in [3, 4] {
        let mut audit = Audit::new(k);
        worlds(kinds.len(), 9, &mut |counts| {
            let output = cut(&voices(&kinds, counts), k).unwrap();
            audit.world(&output, counts, 2 << CELLS, |of, question| {
                let leaves = of >= 4;
                leaves == (question >> CELLS == 1) && kinds[of] & question != 0
            });
        });
        assert_eq!(audit.fault(|output: &Vec<Vak>| told(output) < 9), None);
    }
}

/// A table and its lists.
type Output = (Vec<Vak>, Vec<Vec<Counted>>);

#[test]
fn no_class_in_any_told_square_holds_few() {
    for k in [3, 4] {
        // Who spoke in which of three classes.
        let kinds: Vec<u32> = (1..8).collect();
        let mut audit = Audit::new(k);
        worlds(kinds.len(), 9, &mut |counts| {
            let mut voices = Vec::new();
            let mut person = 0;
            for (set, count) in kinds.iter().zip(counts) {
                for _ in 0..*count {
                    let spoken = (0..3_u8).filter(|class| set & (1 << class) != 0);
                    voices.extend(spoken.map(|class| Voice { x: 1.0, y: 1.0, person, class }));
                    person += 1;
                }
            }
            let told = cut(&voices, k).unwrap();
            let lists = by_class(&told, &voices, k, lot);
            audit.world(&(told, lists), counts, 3, |of, class| kinds[of] & (1 << class) != 0);
        });
        assert_eq!(audit.fault(|output: &Output| told(&output.0) < 9), None);
    }
}

#[test]
fn no_kind_and_no_moment_and_no_kind_at_a_moment_holds_few_although_both_lists_are_told() {
    // Two kinds of one side, three times of day.
    let types: Vec<(u8, u8)> = (0..6).map(|at| (at % 2, at / 2)).collect();
    for k in [3, 4] {
        let mut audit = Audit::new(k);
        worlds(types.len(), 11, &mut |counts| {
            let everybody = types.iter().zip(counts).flat_map(|(of, count)| std::iter::repeat_n(of, *count));
            let pins: Vec<Pin> = (0..)
                .zip(everybody)
                .map(|(person, (kind, moment))| Pin {
                    at: Some((1.0, 1.0)),
                    person,
                    side: Side::Beter,
                    theme: None,
                    kind: *kind,
                    moment: Some(*moment),
                })
                .collect();
            let stacks = Table::of(&pins, k, CutBy::Side, lot).unwrap().stacks.into_iter();
            let told = stacks.flat_map(|stack| stack.told);
            let output: Vec<_> = told.map(|told| (told.vak.people, told.kinds, told.moments)).collect();
            // Kinds, moments, and each with each.
            audit.world(&output, counts, 11, |of, question| match question {
                0 | 1 => u32::from(types[of].0) == question,
                2..5 => u32::from(types[of].1) == question - 2,
                crossed => of == crossed as usize - 5,
            });
        });
        let people = |told: &(u32, Vec<Counted>, Vec<Counted>)| told.0 as usize;
        assert_eq!(audit.fault(|output| output.iter().map(people).sum::<usize>() < 11), None);
    }
}
