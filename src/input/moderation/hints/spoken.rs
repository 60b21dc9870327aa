//! Telephone numbers that are said, in words or partly in words: "nul zes twaalf …", "06 12 34 56 7 acht".

use super::counting::{Item, Run, runs};
use super::text::Text;
use super::{Hint, HintKind};

/// Places behind a nought in words that are no other number.
const BEHIND_NOUGHT: usize = 5;
/// Places of a number with its area.
const WHOLE: usize = 10;
/// Places of one that is said in words without its nought.
const WITHOUT: usize = 8;

pub(super) fn find(text: &Text, found: &mut Vec<Hint>) {
    for run in runs(text) {
        if let Some((first, last)) = number(text, &run) {
            let (first, last) = (text.words[first], text.words[last]);
            found.push(text.hint(HintKind::Telefoon, first.from, last.to));
        }
    }
}

/// The first and the last word of the number in a run.
fn number(text: &Text, run: &Run) -> Option<(usize, usize)> {
    let items = &run.items;
    let last = items.last()?.at;
    let places = |items: &[Item]| items.iter().map(|item| item.places).sum::<usize>();
    let in_words = |items: &[Item]| items.iter().filter(|item| item.said.is_some()).count();
    for (at, item) in items.iter().enumerate() {
        let rest = &items[at..];
        if item.said.is_some_and(|said| said.nought) {
            return (places(rest) >= BEHIND_NOUGHT).then_some((item.at, last));
        }
        if item.said.is_none() && is_nought(text, item.at) && !is_time(text, item.at) {
            // As far as a number reaches: behind it "één keer" may follow.
            let end = (1..=rest.len()).find(|end| places(&rest[..*end]) >= WHOLE)?;
            return (in_words(&rest[..end]) > 0).then_some((item.at, rest[end - 1].at));
        }
    }
    let spoken = in_words(items) == items.len() && run.sure() > 4;
    (spoken && places(items) >= WITHOUT).then_some((items.first()?.at, last))
}

/// Whether digits begin with a nought.
fn is_nought(text: &Text, at: usize) -> bool {
    super::text::digit(text.chars[text.words[at].from]) == Some('0')
}

/// "06.30": behind the point stand two digits and nothing more.
fn is_time(text: &Text, at: usize) -> bool {
    let next = text.words.get(at + 1).filter(|_| matches!(text.gap_before(at + 1).as_str(), "." | ":"));
    let length = |at: usize| text.words[at].to - text.words[at].from;
    next.is_some() && length(at) == 2 && length(at + 1) == 2
}
