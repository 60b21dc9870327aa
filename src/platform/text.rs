//! Signs that nobody sees and that change what is seen: taken off where a form comes in, and wherever a text is drawn.

use std::borrow::Cow;

use super::names;

/// The text without control characters (but line breaks and tabs) and without what XML cannot hold; what turns the
/// direction of writing is closed where it is open, and taken off where it closes nothing. The words stay as they are.
///
/// A NUL stays: rooms refuse it, for it is no text at all.
///
/// ```
/// # use buurtblik::platform::text::tidy;
/// assert_eq!(tidy("Fijn \u{1b}plein\u{7}"), "Fijn plein");
/// assert_eq!(tidy("Fijn \u{202e}plein"), "Fijn \u{202e}plein\u{202c}");
/// ```
pub fn tidy(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|letter| is_control(letter) || turns(letter)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    // What is open, by the sign that closes it.
    let mut open: Vec<char> = Vec::new();
    for letter in text.chars().filter(|letter| !is_control(*letter)) {
        match letter {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push('\u{202C}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            // Closes only what was opened inside the same isolate.
            '\u{202C}' if open.last() != Some(&'\u{202C}') => continue,
            '\u{202C}' => drop(open.pop()),
            // Closes its isolate, and with it what is still open inside.
            '\u{2069}' => match open.iter().rposition(|close| *close == '\u{2069}') {
                Some(at) => {
                    out.extend(open.drain(at + 1..).rev());
                    open.pop();
                }
                None => continue,
            },
            // A paragraph ends what was opened in it.
            '\n' | '\r' | '\u{2029}' => out.extend(open.drain(..).rev()),
            _ => {}
        }
        out.push(letter);
    }
    out.extend(open.into_iter().rev());
    Cow::Owned(out)
}

/// As [`tidy`], for a page of HTML or XML that is drawn: each text between its tags and quotes by itself, and without NUL.
pub fn tidy_page(page: &str) -> Cow<'_, str> {
    if !page.chars().any(|letter| letter == '\0' || is_control(letter) || turns(letter)) {
        return Cow::Borrowed(page);
    }
    let mut out = String::with_capacity(page.len());
    for part in page.split_inclusive(['<', '>', '"']) {
        let end = part.chars().next_back().filter(|end| matches!(end, '<' | '>' | '"'));
        let text = end.map_or(part, |end| &part[..part.len() - end.len_utf8()]);
        out.push_str(&tidy(&text.replace('\0', "")));
        out.extend(end);
    }
    Cow::Owned(out)
}

/// Words on one line among others, such as a title, the name of a place or a cell of a table: without control characters, and
/// without anything that turns or hides what stands beside them. The end of a line is a blank.
///
/// ```
/// # use buurtblik::platform::text::line;
/// assert_eq!(line("Fijn\n\u{202e}plein\u{7}"), "Fijn plein");
/// ```
pub fn line(text: &str) -> Cow<'_, str> {
    // Of millions of cells nearly all are plain.
    let plain = |letter: char| letter != '\0' && !is_control(letter) && names::is_plain_letter(letter);
    if text.bytes().all(|byte| (0x20..0x7F).contains(&byte)) || text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let kept = |letter: char| match letter {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        letter => plain(letter).then_some(letter),
    };
    Cow::Owned(text.chars().filter_map(kept).collect())
}

/// A text inside an element of XML or HTML: tidy, and with its signs of markup written out. Not for an attribute.
pub fn escape_xml(text: &str) -> String {
    let text = tidy(text).replace('\0', "");
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A control character or a sign that is no character, but for line breaks and tabs.
fn is_control(letter: char) -> bool {
    let code = letter as u32;
    let known = matches!(letter, '\n' | '\r' | '\t' | '\0');
    (letter.is_control() && !known) || code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code)
}

/// Whether a sign turns the direction of what follows.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{line, tidy, tidy_page};
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    /// How many isolates and embeddings are open at the end of each paragraph; nothing where something closes nothing.
    fn balance(text: &str) -> Option<usize> {
        let mut open = Vec::new();
        for letter in text.chars() {
            match letter {
                '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push('\u{202C}'),
                '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
                '\u{202C}' | '\u{2069}' if open.pop() != Some(letter) => return None,
                '\n' | '\r' | '\u{2029}' if !open.is_empty() => return None,
                _ => {}
            }
        }
        Some(open.len())
    }

    #[test]
    fn what_turns_the_direction_is_closed_and_what_closes_nothing_goes() {
        for (text, right) in [
            ("Fijn plein \u{202e}om te zitten", "Fijn plein \u{202e}om te zitten\u{202c}"),
            ("Fijn plein \u{2067}om te zitten", "Fijn plein \u{2067}om te zitten\u{2069}"),
            ("Fijn plein \u{2069}\u{202e}om te zitten", "Fijn plein \u{202e}om te zitten\u{202c}"),
            ("\u{2067}a\u{202e}b\u{2069}c", "\u{2067}a\u{202e}b\u{202c}\u{2069}c"),
            ("\u{202e}a\nb", "\u{202e}a\u{202c}\nb"),
            ("المقعد مكسور منذ عام 2024.", "المقعد مكسور منذ عام 2024."),
            ("a\u{1b}[31m\u{85}b\u{fffe}\u{7f}", "a[31mb"),
            ("regel\r\nregel\ttab", "regel\r\nregel\ttab"),
        ] {
            assert_eq!(tidy(text), right, "{text:?}");
        }
        assert_eq!(
            tidy_page("<p title=\"\u{202e}x\">\u{2069}y\0</p>z"),
            "<p title=\"\u{202e}x\u{202c}\">y</p>z"
        );
    }

    #[test]
    fn a_line_keeps_its_words_and_nothing_that_turns_or_hides_what_stands_beside_it() {
        for (text, right) in [
            ("Het plein", "Het plein"),
            ("Het\u{202e} plein\u{202c}", "Het plein"),
            ("Het\r\nplein\u{2028}!", "Het  plein !"),
            ("\u{200f}ساحة\u{61c}", "ساحة"),
            ("می\u{200c}خواهم 👩\u{200d}🌾", "می\u{200c}خواهم 👩\u{200d}🌾"),
            ("a\0\u{1b}\u{fffe}b", "ab"),
            ("\u{feff}Rond\u{e0041}\u{e007f} het\u{2060} plein", "Rond het plein"),
        ] {
            assert_eq!(line(text), right, "{text:?}");
            assert_eq!(line(right), right);
        }
    }

    proptest! {
        #[test]
        fn every_tidy_text_is_balanced_has_no_control_characters_and_stays_as_it_is(
            text in any::<String>(), turned in "[\u{202a}-\u{202e}\u{2066}-\u{2069}a-c\n\u{1}]{0,40}",
        ) {
            for text in [text, turned] {
                let once = tidy(&text).into_owned();
                prop_assert_eq!(balance(&once), Some(0));
                prop_assert!(!once.chars().any(|letter| letter.is_control() && !"\n\r\t\0".contains(letter)));
                prop_assert_eq!(tidy(&once), once.clone());
                let bare = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
                prop_assert_eq!(bare(&once), bare(&text));
            }
        }
    }
}
