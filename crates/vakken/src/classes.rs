//! How the people of a told square divide over classes, such as kinds or moments of the day.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::{LARGEST_M, SMALLEST_M, Vak, Voice};

/// How many people of a square are in a class, at least: a multiple of *k*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Counted {
    /// The class.
    pub class: u8,
    /// People in it, at least.
    pub people: u32,
}

/// Divides the people of each told square over their classes; nothing for a square where that may not be told.
///
/// `vakken` and `voices` are those of one stack. A list is told only of squares of 2*k* people or more, and only where in
/// each class there is nobody or at least *k*. Who has voices in several classes there counts in one of them, which `lot`
/// decides: it gets the person and the class, and the class with the smallest lot is taken. A keyed hash makes a lot that
/// nobody outside can foresee.
///
/// ```
/// use vakken::{Counted, Voice, by_class, cut};
///
/// let voices: Vec<_> = (0..8).map(|person| Voice { x: 1.0, y: 1.0, person, class: u8::from(person > 3) }).collect();
/// let told = cut(&voices, 3).unwrap();
/// let lists = by_class(&told, &voices, 3, |_, class| u64::from(class));
/// assert_eq!(lists, [[Counted { class: 0, people: 3 }, Counted { class: 1, people: 3 }]]);
/// ```
pub fn by_class(vakken: &[Vak], voices: &[Voice], k: u32, lot: impl Fn(u32, u8) -> u64) -> Vec<Vec<Counted>> {
    let places: HashMap<(i32, i32, u16), usize> =
        vakken.iter().enumerate().map(|(at, vak)| ((vak.x, vak.y, vak.side), at)).collect();
    let mut chosen: Vec<BTreeMap<u32, (u64, u8)>> = vec![BTreeMap::new(); vakken.len()];
    for voice in voices {
        let Some(at) = square_of(voice, &places) else { continue };
        if vakken[at].people < k.saturating_mul(2) {
            continue;
        }
        let drawn = (lot(voice.person, voice.class), voice.class);
        let kept = chosen[at].entry(voice.person).or_insert(drawn);
        *kept = drawn.min(*kept);
    }
    chosen.into_iter().map(|people| list(people.values().map(|(_, class)| *class), k)).collect()
}

/// Which told square a voice lies in; squares of one stack are disjoint.
fn square_of(voice: &Voice, places: &HashMap<(i32, i32, u16), usize>) -> Option<usize> {
    let mut side = LARGEST_M;
    while side >= SMALLEST_M {
        #[allow(clippy::cast_possible_truncation, reason = "what was cut lies within ten million metres")]
        let corner = |metres: f64| (metres / f64::from(side)).floor() as i32 * i32::from(side);
        if let Some(at) = places.get(&(corner(voice.x), corner(voice.y), side)) {
            return Some(*at);
        }
        side /= 2;
    }
    None
}

fn list(classes: impl Iterator<Item = u8>, k: u32) -> Vec<Counted> {
    let mut counted: BTreeMap<u8, u32> = BTreeMap::new();
    for class in classes {
        *counted.entry(class).or_default() += 1;
    }
    if k < 2 || counted.values().any(|people| *people < k) {
        return Vec::new();
    }
    counted.into_iter().map(|(class, people)| Counted { class, people: people / k * k }).collect()
}
