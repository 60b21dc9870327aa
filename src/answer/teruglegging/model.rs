//! Back to the table: what residents say of what is laid before them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::input::session::words;
use crate::place::buurt::Place;

/// Longest answer in words, in Unicode scalar values: a few words.
pub const LONGEST_WORDS: usize = 500;

words! {
    /// What an answer is about.
    About {
        /// A place on the map of what is strong.
        Sterk = "sterk",
        /// A place on the map of what can be better.
        Beter = "beter",
        /// A point of the agenda.
        Punt = "punt",
    }
}

words! {
    /// What somebody says of it.
    Says {
        /// It is so.
        Klopt = "klopt",
        /// It is not so.
        KloptNiet = "klopt-niet",
        /// Something is missing here.
        Mist = "mist",
    }
}

/// One answer, without whose it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// What it is about.
    pub about: About,
    /// UUID of the point, where it is about one.
    pub point: Option<String>,
    /// Where, of a map.
    pub place: Option<Place>,
    /// What is said.
    pub says: Says,
    /// A few words; may be empty, but not where something is missing.
    pub words: String,
}

/// Which field is not right (a JSON pointer), and the rule as a text key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrong {
    /// JSON pointer.
    pub pointer: &'static str,
    /// Text key.
    pub rule: &'static str,
}

/// Reads an answer: `{about, point?, place?: [lon, lat], says, words?, participant}`. Says everything that is wrong at once.
///
/// # Errors
/// Each field that breaks a rule.
pub fn read_answer(body: &Value) -> Result<(Answer, Uuid), Vec<Wrong>> {
    let mut wrong = Vec::new();
    let mut need = |found: bool, pointer, rule| {
        if !found {
            wrong.push(Wrong { pointer, rule });
        }
    };
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    let about = text("about").and_then(|word| word.parse::<About>().ok());
    let says = text("says").and_then(|word| word.parse::<Says>().ok());
    let participant = text("participant").and_then(|id| Uuid::try_parse(id).ok());
    let point = text("point").and_then(|id| Uuid::try_parse(id).ok()).map(|id| id.to_string());
    let words = match body.get("words") {
        None | Some(Value::Null) => Some(String::new()),
        Some(Value::String(words)) => Some(words.trim().to_owned()),
        Some(_) => None,
    };
    let place = body.get("place").filter(|place| !place.is_null());
    let read = place.and_then(read_place);
    need(about.is_some(), "/about", "teruglegging-wrong-about");
    need(says.is_some(), "/says", "teruglegging-wrong-says");
    need(participant.is_some(), "/participant", "pins-wrong-participant");
    need(place.is_none() || read.is_some(), "/place", "pins-wrong-coordinates");
    match about {
        Some(About::Punt) => need(point.is_some(), "/point", "teruglegging-wrong-point"),
        Some(_) => need(place.is_some(), "/place", "teruglegging-wrong-place"),
        None => {}
    }
    let fits =
        words.as_ref().is_some_and(|words| words.chars().count() <= LONGEST_WORDS && !words.contains('\0'));
    need(fits, "/words", "teruglegging-wrong-words");
    let missing = says == Some(Says::Mist) && words.as_ref().is_some_and(String::is_empty);
    need(!missing, "/words", "teruglegging-wrong-missing");
    match (about, says, participant, words) {
        (Some(about), Some(says), Some(participant), Some(words)) if wrong.is_empty() => {
            let (point, place) = if about == About::Punt { (point, None) } else { (None, read) };
            Ok((Answer { about, point, place, says, words }, participant))
        }
        _ => Err(wrong),
    }
}

fn read_place(value: &Value) -> Option<Place> {
    let numbers: Vec<f64> = value.as_array()?.iter().filter_map(Value::as_f64).collect();
    let [lon, lat] = numbers[..] else { return None };
    let sound = lon.is_finite() && lat.is_finite() && lon.abs() <= 180.0 && lat.abs() <= 90.0;
    sound.then_some(Place { lon, lat })
}

/// What was said of one thing in one release, in numbers that may be told. Once made it is never changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// At least how many people said something of it, in multiples of *k*.
    pub people: u32,
    /// At least how many people said each, in multiples of *k*; empty where it cannot be told. Together they are `people`.
    pub says: Vec<(Says, u32)>,
}

/// What was said of one thing, as it may be told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// At least how many people said something of it: the sum of what the releases tell.
    pub people: u32,
    /// Of how many of them is told what they said.
    pub says: Vec<(Says, u32)>,
    /// Approved words, each with what was said.
    pub words: Vec<(Says, String)>,
}

impl Heard {
    /// Adds what a release tells.
    pub fn add(&mut self, told: &Tally) {
        self.people += told.people;
        for (says, people) in &told.says {
            match self.says.iter_mut().find(|(known, _)| known == says) {
                Some((_, sum)) => *sum += people,
                None => self.says.push((*says, *people)),
            }
        }
        self.says.sort_unstable();
    }
}

/// One answer, for counting: whose it is only as a key within its wijksessie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Join code and keyed participant.
    pub who: (String, String),
    /// What was said.
    pub says: Says,
}

/// What may be told of the answers to one thing in one release; nothing of fewer than `k` people. Each person counts once: of several
/// answers the one with the smallest `lot`. What was said is told only where each of it was said by nobody or by at least `k` people;
/// otherwise only how many people they were. Numbers are rounded down to a multiple of `k`.
pub fn told(voices: &[Voice], k: u32, lot: impl Fn(&Voice) -> String) -> Option<Tally> {
    let k = k.max(crate::input::session::LEAST_K);
    let mut people: BTreeMap<&(String, String), (String, Says)> = BTreeMap::new();
    for voice in voices {
        let drawn = (lot(voice), voice.says);
        let kept = people.entry(&voice.who).or_insert_with(|| drawn.clone());
        if drawn < *kept {
            *kept = drawn;
        }
    }
    let count = |of: &dyn Fn(Says) -> bool| {
        u32::try_from(people.values().filter(|(_, says)| of(*says)).count()).unwrap_or(u32::MAX)
    };
    let all = count(&|_| true);
    if all < k {
        return None;
    }
    let each =
        Says::ALL.iter().map(|says| (*says, count(&|said| said == *says))).filter(|(_, people)| *people > 0);
    let each: Vec<(Says, u32)> = each.collect();
    if each.iter().any(|(_, people)| *people < k) {
        return Some(Tally { people: all - all % k, says: Vec::new() });
    }
    let says: Vec<(Says, u32)> = each.into_iter().map(|(says, people)| (says, people - people % k)).collect();
    Some(Tally { people: says.iter().map(|(_, people)| people).sum(), says })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const WHO: &str = "6f1f7a0e-8f2b-4c53-9a55-0d4b7a1f2c3d";

    fn pointers(body: &Value) -> Vec<&'static str> {
        read_answer(body).unwrap_err().into_iter().map(|wrong| wrong.pointer).collect()
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        assert_eq!(pointers(&json!({})), ["/about", "/says", "/participant"]);
        let place = json!({"about": "sterk", "says": "klopt", "participant": WHO});
        assert_eq!(pointers(&place), ["/place"]);
        let point = json!({"about": "punt", "says": "mist", "words": " ", "participant": WHO});
        assert_eq!(pointers(&point), ["/point", "/words"]);
        for bad in [json!([4.9]), json!([4.9, 91]), json!("x"), json!([4.9, null])] {
            let body = json!({"about": "beter", "says": "klopt", "place": bad, "participant": WHO});
            assert_eq!(pointers(&body), ["/place"], "{body}");
        }
        let long = "é".repeat(LONGEST_WORDS + 1);
        let body = json!({"about": "beter", "says": "klopt", "place": [4.9, 52.3], "words": long, "participant": WHO});
        assert_eq!(pointers(&body), ["/words"]);
    }

    #[test]
    fn an_answer_is_about_a_place_or_about_a_point() {
        let body =
            json!({"about": "punt", "point": WHO, "place": [4.9, 52.3], "says": "klopt", "participant": WHO});
        let (answer, _) = read_answer(&body).unwrap();
        assert_eq!((answer.place, answer.point.as_deref()), (None, Some(WHO)));
        let body = json!({"about": "beter", "point": WHO, "place": [4.9, 52.3], "says": "mist", "words": "een bank", "participant": WHO});
        let (answer, _) = read_answer(&body).unwrap();
        assert_eq!((answer.point, answer.words.as_str()), (None, "een bank"));
    }

    fn voice(who: u32, says: Says) -> Voice {
        Voice { who: ("CODE".to_owned(), who.to_string()), says }
    }

    fn told_of(voices: &[Voice], k: u32) -> Option<Tally> {
        told(voices, k, |voice| format!("{}{}", voice.who.1, voice.says))
    }

    #[test]
    fn of_two_people_nothing_is_told_however_much_they_said() {
        let two: Vec<Voice> = (0..9).map(|n| voice(n % 2, Says::Klopt)).collect();
        assert_eq!(told_of(&two, 3), None);
        assert_eq!(told_of(&two, 1), None, "nobody asks less than the least");
    }

    #[test]
    fn numbers_are_of_people_and_leave_nobody_over() {
        let mut voices: Vec<Voice> = (0..7).map(|n| voice(n, Says::Klopt)).collect();
        voices.push(voice(0, Says::Klopt));
        assert_eq!(told_of(&voices, 3), Some(Tally { people: 6, says: vec![(Says::Klopt, 6)] }));
        // One who says something else: then only how many they were.
        voices.push(voice(7, Says::KloptNiet));
        assert_eq!(told_of(&voices, 3), Some(Tally { people: 6, says: Vec::new() }));
        voices.extend([voice(8, Says::KloptNiet), voice(9, Says::KloptNiet)]);
        let both = vec![(Says::Klopt, 6), (Says::KloptNiet, 3)];
        assert_eq!(told_of(&voices, 3), Some(Tally { people: 9, says: both }));
    }

    #[test]
    fn who_says_several_things_counts_once_whatever_the_order() {
        let mut voices: Vec<Voice> = (0..4)
            .flat_map(|n| [voice(n, Says::Klopt), voice(n, Says::Mist), voice(n, Says::KloptNiet)])
            .collect();
        let one = told_of(&voices, 3).unwrap();
        assert_eq!(one.people, 3);
        voices.reverse();
        assert_eq!(told_of(&voices, 3).unwrap(), one);
    }

    #[test]
    fn releases_add_what_each_of_them_tells() {
        let mut heard = Heard::default();
        heard.add(&Tally { people: 6, says: vec![(Says::KloptNiet, 3), (Says::Mist, 3)] });
        heard.add(&Tally { people: 3, says: Vec::new() });
        heard.add(&Tally { people: 3, says: vec![(Says::Klopt, 3)] });
        assert_eq!(heard.people, 12);
        assert_eq!(heard.says, [(Says::Klopt, 3), (Says::KloptNiet, 3), (Says::Mist, 3)]);
    }

    #[test]
    fn in_every_small_world_each_answer_may_be_of_nobody_or_of_k_people() {
        // Every outcome, and what each class was in the worlds that lead to it.
        let mut worlds: BTreeMap<String, Vec<[u32; 3]>> = BTreeMap::new();
        for klopt in 0..9 {
            for niet in 0..9 {
                for mist in 0..9 {
                    let counts = [(Says::Klopt, klopt), (Says::KloptNiet, niet), (Says::Mist, mist)];
                    let mut voices = Vec::new();
                    for (says, people) in counts {
                        let from = u32::try_from(voices.len()).unwrap();
                        voices.extend((from..from + people).map(|who| voice(who, says)));
                    }
                    let told = format!("{:?}", told_of(&voices, 3));
                    worlds.entry(told).or_default().push([klopt, niet, mist]);
                }
            }
        }
        for (told, worlds) in worlds {
            for class in 0..3 {
                assert!(worlds.iter().any(|world| world[class] == 0 || world[class] >= 3), "{told}");
            }
        }
    }
}
