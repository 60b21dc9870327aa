//! Addresses for e-mail, pages and accounts on the web.

use super::text::Text;
use super::{Hint, HintKind};

pub(super) fn find(text: &Text, found: &mut Vec<Hint>) {
    let chars = &text.chars;
    let inside = |letter: &char| letter.is_alphanumeric() || "._%+-".contains(*letter);
    for (at, _) in chars.iter().enumerate().filter(|(_, letter)| **letter == '@') {
        let before = chars[..at].iter().rev().take_while(|letter| inside(letter)).count();
        let behind = chars[at + 1..].iter().take_while(|letter| inside(letter)).count();
        let domain = text.get(at + 1, at + 1 + behind);
        let domain = domain.trim_end_matches(['.', '-']);
        let length = domain.chars().count();
        if before > 0 && domain.contains('.') {
            found.push(text.hint(HintKind::Email, at - before, at + 1 + length));
        } else if before == 0 && length > 2 {
            found.push(text.hint(HintKind::Web, at, at + 1 + length));
        }
    }
    for word in &text.words {
        let start = text.small(*word);
        let rest = chars[word.to..].iter().take(3).collect::<String>();
        if (start == "www" && rest.starts_with('.')) || (matches!(&*start, "http" | "https") && rest == "://")
        {
            let length = chars[word.from..].iter().take_while(|letter| !letter.is_whitespace()).count();
            found.push(text.hint(HintKind::Web, word.from, word.from + length));
        }
    }
}
