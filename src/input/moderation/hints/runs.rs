//! Runs of digits in a text, and what may stand between two of them that are one number.

use super::text::{Text, digit, is_dash, is_invisible, is_keycap};

/// The most signs between two groups of digits of one number: blank, hyphen, blank.
const WIDEST_GAP: usize = 3;

/// A run of digits.
pub(super) struct Group {
    pub from: usize,
    pub to: usize,
    pub digits: String,
}

/// The runs of digits of a text; the letter O before a 6 is a nought.
pub(super) fn groups(text: &Text) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for at in 0..text.chars.len() {
        let Some(value) = value(text, at) else { continue };
        match groups.last_mut().filter(|group| group.to == at) {
            Some(group) => {
                group.digits.push(value);
                group.to = at + 1;
            }
            None => groups.push(Group { from: at, to: at + 1, digits: value.to_string() }),
        }
    }
    groups
}

fn value(text: &Text, at: usize) -> Option<char> {
    let letter = text.chars[at];
    let alone = at == 0 || !text.chars[at - 1].is_alphanumeric();
    let nought = matches!(letter, 'o' | 'O') && alone && text.chars.get(at + 1) == Some(&'6');
    digit(letter).or(nought.then_some('0'))
}

/// Whether what stands between two groups may stand inside one number.
pub(super) fn joins(gap: &[char]) -> bool {
    // A digit as a picture has a sign behind it that makes it one.
    let shown = gap.iter().filter(|letter| !is_invisible(**letter) && !is_keycap(**letter));
    let fits = |letter: &char| {
        is_dash(*letter)
            || (letter.is_whitespace() && *letter != '\n')
            || matches!(letter, '.' | '·' | '/' | '\\' | '(' | ')')
    };
    shown.clone().count() <= WIDEST_GAP && shown.into_iter().all(fits)
}
