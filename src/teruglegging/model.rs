//! Back to the table: what residents say of what is laid before them.

use serde_json::Value;
use uuid::Uuid;

use crate::pins::Place;
use crate::session::words;

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

/// What was said of one thing, as it may be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// At least how many people said each; nothing where it were fewer than *k*.
    pub says: Vec<(Says, Option<u32>)>,
    /// Approved words, each with what was said.
    pub words: Vec<(Says, String)>,
}

/// One answer, for counting: whose it is only as a key within its wijksessie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Join code and keyed participant.
    pub who: (String, String),
    /// What was said.
    pub says: Says,
    /// Approved words; empty where there are none.
    pub words: String,
}

/// What may be told of answers to one thing: nothing below `k` different people; numbers rounded down to a multiple of `k`, so that nobody
/// can be found by what is left over.
pub fn heard(voices: &[Voice], k: u32) -> Option<Heard> {
    let people = |says: Option<Says>| {
        let mut who: Vec<_> = voices
            .iter()
            .filter(|voice| says.is_none_or(|says| voice.says == says))
            .map(|voice| &voice.who)
            .collect();
        who.sort_unstable();
        who.dedup();
        u32::try_from(who.len()).unwrap_or(u32::MAX)
    };
    let k = k.max(crate::session::LEAST_K);
    if people(None) < k {
        return None;
    }
    let told = |says: Says| {
        let count = people(Some(says));
        (count > 0).then(|| (says, (count >= k).then(|| count - count % k)))
    };
    let words = voices.iter().filter(|voice| !voice.words.is_empty());
    let mut words: Vec<(Says, String)> = words.map(|voice| (voice.says, voice.words.clone())).collect();
    words.sort();
    Some(Heard { says: Says::ALL.iter().copied().filter_map(told).collect(), words })
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

    fn voice(who: u32, says: Says, words: &str) -> Voice {
        Voice { who: ("CODE".to_owned(), who.to_string()), says, words: words.to_owned() }
    }

    #[test]
    fn of_two_people_nothing_is_told_however_much_they_said() {
        let two: Vec<Voice> = (0..9).map(|n| voice(n % 2, Says::Klopt, "woorden")).collect();
        assert_eq!(heard(&two, 3), None);
        assert_eq!(heard(&two, 1), None, "nobody asks less than the least");
    }

    #[test]
    fn numbers_are_of_people_and_leave_nobody_over() {
        let mut voices: Vec<Voice> = (0..7).map(|n| voice(n, Says::Klopt, "")).collect();
        voices.push(voice(7, Says::KloptNiet, "het licht is stuk"));
        voices.push(voice(0, Says::Klopt, ""));
        let heard = heard(&voices, 3).unwrap();
        assert_eq!(heard.says, [(Says::Klopt, Some(6)), (Says::KloptNiet, None)]);
        assert_eq!(heard.words, [(Says::KloptNiet, "het licht is stuk".to_owned())]);
    }
}
