//! Texts for formats that know nothing but ASCII.

/// A text in ASCII, for formats that know nothing else: letters without their marks, (c) for ©.
pub(super) fn ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'à'..='å' => plain.push('a'),
            'ç' => plain.push('c'),
            'è'..='ë' => plain.push('e'),
            'ì'..='ï' => plain.push('i'),
            'ñ' => plain.push('n'),
            'ò'..='ö' | 'ø' => plain.push('o'),
            'ù'..='ü' => plain.push('u'),
            'À'..='Å' => plain.push('A'),
            'Ç' => plain.push('C'),
            'È'..='Ë' => plain.push('E'),
            'Ì'..='Ï' => plain.push('I'),
            'Ò'..='Ö' | 'Ø' => plain.push('O'),
            'Ù'..='Ü' => plain.push('U'),
            '©' => plain.push_str("(c)"),
            '·' | '–' | '—' => plain.push('-'),
            '‘' | '’' => plain.push('\''),
            '“' | '”' => plain.push('"'),
            ' '..='~' => plain.push(letter),
            letter if letter.is_whitespace() => plain.push(' '),
            _ => plain.push('?'),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_ascii_keeps_its_letters() {
        assert_eq!(ascii("Café ‘Ïsel’ · © 2027\tعربي"), "Cafe 'Isel' - (c) 2027 ????");
    }
}
