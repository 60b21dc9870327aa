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

/// The runs of digits of a text; letters that look like a digit among digits are one.
pub(super) fn groups(text: &Text) -> Vec<Group> {
    let mut values: Vec<Option<char>> = text.chars.iter().map(|sign| digit(*sign)).collect();
    for (at, word) in text.words.iter().enumerate() {
        let signs = &text.chars[word.from..word.to];
        // "O6" also where letters are written on to it.
        if matches!(signs, ['o' | 'O', '6', ..]) {
            values[word.from] = Some('0');
        }
        if stands_for_digits(text, at) {
            for (value, sign) in values[word.from..word.to].iter_mut().zip(signs) {
                *value = value.or(look_alike(*sign));
            }
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    for (at, value) in values.into_iter().enumerate() {
        let Some(value) = value else { continue };
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

/// The digit that a letter looks like; the last ones are Cyrillic and Greek.
fn look_alike(letter: char) -> Option<char> {
    Some(match letter {
        'o' | 'O' | 'Q' | 'D' | 'Ｏ' | 'ｏ' | 'О' | 'о' | 'Ο' | 'ο' => '0',
        'i' | 'I' | 'l' | 'Ｉ' | 'ｌ' | 'І' | 'і' | 'Ӏ' | 'Ι' | 'ι' => '1',
        'z' | 'Z' => '2',
        'З' | 'з' => '3',
        's' | 'S' => '5',
        'b' | 'G' | 'б' => '6',
        'T' => '7',
        'B' | 'В' => '8',
        'g' | 'q' => '9',
        _ => return None,
    })
}

/// `I2`, `S6`, `l234S678`: digits and what looks like them; `OO` between two of these. `12b` is a house, `5G` no number.
fn stands_for_digits(text: &Text, at: usize) -> bool {
    let signs =
        |at: usize| text.words.get(at).map(|word| &text.chars[word.from..word.to]).unwrap_or_default();
    let fits = |word: &[char]| word.iter().all(|sign| digit(*sign).or(look_alike(*sign)).is_some());
    let digits = |word: &[char]| word.iter().filter(|sign| digit(**sign).is_some()).count();
    let word = signs(at);
    if !fits(word) {
        return false;
    }
    match (digits(word), word.len()) {
        (0, 1 | 2) => {
            let close = |at: usize| text.gap_before(at).chars().count() == 1;
            let written = word.iter().all(|sign| sign.is_uppercase() || matches!(sign, 'l' | 'o'));
            let beside = |at: usize| fits(signs(at)) && digits(signs(at)) > 0;
            written && at > 0 && beside(at - 1) && beside(at + 1) && close(at) && close(at + 1)
        }
        (0, _) => false,
        (count, length) => {
            let last = word[length - 1];
            let house = count + 1 == length && digit(last).is_none();
            !house || matches!(last, 'o' | 'O' | 'I' | 'l' | 'S')
        }
    }
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
