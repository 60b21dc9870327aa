//! Addresses for e-mail, pages and accounts on the web.

use super::text::Text;
use super::{Hint, HintKind};

/// Ends of addresses that are no Dutch words; behind another end must stand a path.
const ENDS: &[&str] = &["com", "nl", "net", "org", "eu", "info", "be"];
/// Words that only an address for e-mail has, however the rest of it is written.
const MAIL: &[&str] = &["apenstaart", "apenstaartje", "gmail", "hotmail", "kpnmail"];

/// Addresses without `http` and `www`, and those for e-mail with their signs written in words.
fn written_out(text: &Text, found: &mut Vec<Hint>) {
    let chars = &text.chars;
    let sign = |at: usize| chars.get(at).copied().unwrap_or(' ');
    for (at, word) in text.words.iter().enumerate() {
        let small = text.small(*word);
        if MAIL.contains(&small.as_str()) {
            found.push(text.hint(HintKind::Email, word.from, word.to));
        }
        let joined =
            at > 0 && word.from > 0 && sign(word.from - 1) == '.' && text.words[at - 1].to + 1 == word.from;
        let path = sign(word.to) == '/' && sign(word.to + 1).is_alphanumeric();
        let ends = ENDS.contains(&small.as_str()) || (path && small.chars().all(char::is_alphabetic));
        if joined && ends {
            let before = chars[..word.from].iter().rev().take_while(|letter| !letter.is_whitespace()).count();
            let behind = chars[word.to..].iter().take_while(|letter| !letter.is_whitespace()).count();
            let behind = if path { behind } else { 0 };
            found.push(text.hint(HintKind::Web, word.from - before, word.to + behind));
        }
    }
}

pub(super) fn find(text: &Text, found: &mut Vec<Hint>) {
    written_out(text, found);
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
