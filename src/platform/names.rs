//! What a name may be: of people, trajecten, moments; and how a join code is read. A name stands in the middle of other
//! words, in lists and in the log of who did what: nothing in it may turn those round or hide itself.

/// A name as it is kept: without blanks around it. Nothing where it is empty, longer than `longest` (Unicode scalar
/// values), or holds a control character, one that turns the direction of writing (Unicode's `Bidi_Control`), or one
/// that nobody sees.
pub fn tidy(name: &str, longest: usize) -> Option<String> {
    let name = name.trim();
    let sound = !name.is_empty() && name.chars().count() <= longest && is_plain(name);
    sound.then(|| name.to_owned())
}

/// Whether no character of this line turns or hides what stands around it.
pub fn is_plain(line: &str) -> bool {
    line.chars().all(is_plain_letter)
}

/// Whether this character turns or hides nothing.
pub fn is_plain_letter(letter: char) -> bool {
    !letter.is_control() && !turns(letter) && !hides(letter)
}

/// Signs without a form of their own that are part of no word: marks of the order of bytes, tags, what joins words and
/// what is said of ruby. What joins letters in Persian and people in one picture stays.
fn hides(letter: char) -> bool {
    matches!(letter, '\u{FEFF}' | '\u{E0000}'..='\u{E007F}' | '\u{2060}'..='\u{2064}' | '\u{FFF9}'..='\u{FFFB}')
}

/// Unicode's property `Bidi_Control`, and the separators of lines and paragraphs.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A join code as people type it: small letters, spaces and dashes do not matter.
pub fn tidy_code(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::{tidy, tidy_code};
    use proptest::prelude::{any, proptest};

    #[test]
    fn names_of_the_world_are_names() {
        for name in ["Bea de Vries", "أحمد", "נעמי", "می\u{200c}خواهم", "👩\u{200d}🌾 Noor", "O’Brien <b>"]
        {
            assert_eq!(tidy(&format!("  {name} "), 200).as_deref(), Some(name));
        }
    }

    #[test]
    fn a_name_that_turns_what_stands_after_it_is_none() {
        for name in [
            "Sam \u{202e}reeheheb",
            "\u{2066}Sam",
            "Sam\u{200f}",
            "Sam\u{61c}",
            "Sam\u{feff}",
            "Sam\u{e0041}\u{e007f}",
            "Sam\u{2060}my",
            "Sam\nrol: beheerder",
            "S\0am",
            " ",
            "",
        ] {
            assert_eq!(tidy(name, 200), None, "{name:?}");
        }
        assert_eq!(tidy("abc", 2), None);
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(tidy_code(" k4f-7xq "), "K4F7XQ");
    }

    proptest! {
        #[test]
        fn whatever_is_kept_is_one_plain_line(name in any::<String>()) {
            if let Some(kept) = tidy(&name, 200) {
                assert!(!kept.chars().any(char::is_control) && !kept.contains('\u{202e}') && kept.trim() == kept);
            }
        }
    }
}
