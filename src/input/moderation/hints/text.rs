//! A text as the rules read it: its signs one by one, its words, digits of every script.

use super::{Hint, HintKind};

/// A run of letters and digits.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub from: usize,
    pub to: usize,
}

pub(super) struct Text {
    pub chars: Vec<char>,
    pub words: Vec<Word>,
}

impl Text {
    pub fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let mut words = Vec::new();
        let mut from = None;
        for (at, letter) in chars.iter().enumerate() {
            match (from, letter.is_alphanumeric()) {
                (None, true) => from = Some(at),
                (Some(start), false) => {
                    words.push(Word { from: start, to: at });
                    from = None;
                }
                _ => {}
            }
        }
        if let Some(start) = from {
            words.push(Word { from: start, to: chars.len() });
        }
        Self { chars, words }
    }

    pub fn get(&self, from: usize, to: usize) -> String {
        self.chars[from.min(to)..to.min(self.chars.len())].iter().collect()
    }

    pub fn small(&self, word: Word) -> String {
        self.get(word.from, word.to).to_lowercase()
    }

    /// In small letters, without what stands on or under them.
    pub fn folded(&self, word: Word) -> String {
        fold(&self.get(word.from, word.to))
    }

    pub fn hint(&self, kind: HintKind, from: usize, to: usize) -> Hint {
        Hint { kind, from, to, word: self.get(from, to) }
    }

    /// Whether a word begins with a capital letter and goes on in small ones; a word in capitals is none.
    pub fn is_capitalised(&self, word: Word) -> bool {
        let letters = &self.chars[word.from..word.to];
        letters[0].is_uppercase()
            && (letters.len() == 1 || letters[1..].iter().any(|letter| letter.is_lowercase()))
    }

    /// What stands between the word at `at` and the one before it.
    pub fn gap_before(&self, at: usize) -> String {
        let from = if at == 0 { 0 } else { self.words[at - 1].to };
        self.get(from, self.words[at].from)
    }

    /// Whether a sentence (or a line, or something that is cited) begins with the word at `at`.
    pub fn begins_sentence(&self, at: usize) -> bool {
        let gap = self.gap_before(at);
        // A point behind a single letter ends no sentence: it stands for a first name.
        let before = at.checked_sub(1).map(|at| self.words[at]);
        let letter = |word: Word| word.to - word.from == 1 && self.chars[word.from].is_alphabetic();
        let initial = gap.starts_with('.') && before.is_some_and(letter);
        at == 0
            || (!initial
                && gap.contains(['.', '!', '?', ':', ';', '\n', '\r', '…', '•', '"', '“', '”', '‘', '«']))
    }

    /// Whether the words are written in capital letters throughout, so that a capital says nothing.
    pub fn shouts(&self) -> bool {
        let capitals = self.chars.iter().filter(|letter| letter.is_uppercase()).count();
        let small = self.chars.iter().filter(|letter| letter.is_lowercase()).count();
        capitals > 3 && capitals > small
    }
}

/// The value of a digit of any script in which people here write.
pub(super) fn digit(letter: char) -> Option<char> {
    /// Where the ten digits of a script begin: European, Arabic, Persian, Devanagari, Bengali, Thai, Tibetan, full width.
    const NOUGHTS: [u32; 8] = [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xF20, 0xFF10];
    let code = letter as u32;
    let nought = NOUGHTS.into_iter().find(|nought| (*nought..nought + 10).contains(&code))?;
    char::from_digit(code - nought, 10)
}

/// Signs without a width of their own, as pages and telephones leave them between letters.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// What makes a picture of the digit before it.
pub(super) fn is_keycap(letter: char) -> bool {
    matches!(letter, '\u{FE0F}' | '\u{20E3}')
}

/// A hyphen, a dash, a minus: people write one for the other.
pub(super) fn is_dash(letter: char) -> bool {
    matches!(
        letter,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' | '~' | '_'
    )
}

/// In small letters, without what stands on or under them: one name is written in several ways.
pub(super) fn fold(word: &str) -> String {
    word.to_lowercase().chars().filter_map(bare).collect()
}

fn bare(letter: char) -> Option<char> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ə' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' | 'į' => 'i',
        'ł' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        '\u{300}'..='\u{36F}' => return None,
        other => other,
    })
}
