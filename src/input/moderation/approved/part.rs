//! A part of what was approved: fifty thousand quotes on one page are ten megabytes, and who reads them reads the first ones.

use leptos::prelude::*;

use super::{First, TOGETHER};
use crate::input::moderation::{Quote, quotes};
use crate::place::buurt::TrajectArea;
use crate::platform::texts::{t, tv};

/// A part of what was approved, and where it lies in the whole.
#[derive(Debug, Clone, Default)]
pub struct Quoted {
    shown: Vec<Quote>,
    before: usize,
    whole: usize,
    next: Option<String>,
}

/// Reads the mark of a part: the last quote before it. What is withdrawn meanwhile moves nothing.
pub(super) fn read(mark: &str) -> Option<(bool, String)> {
    let (later, pin) = mark.split_once('.')?;
    let later = match later {
        "0" => false,
        "1" => true,
        _ => return None,
    };
    Some((later, uuid::Uuid::try_parse(pin).ok()?.to_string()))
}

/// Gathers a part of what passes by in its order, where only the program can tell what belongs to it: no more is held than is shown.
#[derive(Debug)]
pub struct Gather {
    first: First,
    mark: Option<(bool, String)>,
    part: Quoted,
    more: bool,
}

impl Gather {
    /// The part behind a mark; without one, or with one that we never wrote, the first.
    pub fn behind(mark: Option<&str>, first: First) -> Self {
        Self { first, mark: mark.and_then(read), part: Quoted::default(), more: false }
    }

    /// The next one that belongs to it.
    pub fn take(&mut self, quote: Quote) {
        let place = |quote: &Quote| (self.first.is_later(quote), quote.pin.clone());
        let part = &mut self.part;
        part.whole += 1;
        if self.mark.as_ref().is_some_and(|mark| place(&quote) <= *mark) {
            part.before += 1;
        } else if part.shown.len() < TOGETHER
            // Two wijksessies may each have a pin with this id: no mark lies between those.
            || part.shown.last().is_some_and(|last| place(last) == place(&quote))
        {
            part.shown.push(quote);
        } else {
            self.more = true;
        }
    }

    /// The part, once everything has passed.
    pub fn done(self) -> Quoted {
        let Quoted { shown, before, whole, .. } = self.part;
        Quoted::new(shown, before, whole, self.more, self.first)
    }
}

impl Quoted {
    pub(super) fn new(shown: Vec<Quote>, before: usize, whole: usize, more: bool, first: First) -> Self {
        let last = shown.last().filter(|_| more);
        let next = last.map(|quote| format!("{}.{}", u8::from(first.is_later(quote)), quote.pin));
        Self { shown, before, whole, next }
    }

    /// The same, each quote changed on its way.
    #[must_use]
    pub fn map(self, change: impl FnMut(Quote) -> Quote) -> Self {
        Self { shown: self.shown.into_iter().map(change).collect(), ..self }
    }

    /// How many of the whole are not in this part.
    pub fn more(&self) -> usize {
        self.whole.saturating_sub(self.shown.len())
    }

    /// How many there are in the whole.
    pub fn whole(&self) -> usize {
        self.whole
    }

    /// What is in this part, as a list and nothing else.
    pub fn list(self, area: &TrajectArea) -> impl IntoView + use<> {
        quotes(area, self.shown)
    }

    /// Whether nothing was approved at all.
    pub fn is_empty(&self) -> bool {
        self.whole == 0
    }

    /// As a list, with the way to the others; `address` gives that of the part behind a mark, or of the first.
    pub fn view<F>(self, area: &TrajectArea, address: F) -> impl IntoView + use<F>
    where
        F: Fn(Option<&str>) -> String,
    {
        let (from, to) = (self.before + 1, self.before + self.shown.len());
        let count = (self.shown.len() < self.whole).then(|| {
            let told = [("from", from.into()), ("to", to.into()), ("n", self.whole.into())];
            let told = if self.shown.is_empty() {
                tv("moderation-quotes-none", &told[2..])
            } else {
                tv("moderation-quotes-part", &told)
            };
            view! { <p class="small soft">{told}</p> }
        });
        let next = self.next.map(|mark| address(Some(&mark)));
        let next = next.map(
            |href| view! { <p class="no-print"><a class="utrecht-link" href=href rel="next">{t("moderation-next")}</a></p> },
        );
        let first = (self.before > 0).then(|| address(None));
        let first = first.map(
            |href| view! { <p class="no-print"><a class="utrecht-link" href=href>{t("moderation-first")}</a></p> },
        );
        view! { {count}{quotes(area, self.shown)}{next}{first} }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::moderation::Spot;
    use crate::input::session::Kind;

    fn quote(number: u32, session: &str) -> Quote {
        Quote {
            pin: format!("ab000000-0000-4000-8000-{:012}", u64::from(number) * 7_919 % 999_983),
            session: session.to_owned(),
            text: String::new(),
            kind: if number.is_multiple_of(4) { Kind::Kracht } else { Kind::Zorg },
            theme: None,
            spot: Spot::Untold,
            photos: Vec::new(),
        }
    }

    /// The part behind a mark, of what passes by in its order.
    fn gathered(all: &[Quote], mark: Option<&str>) -> Quoted {
        let mut all = all.to_vec();
        all.sort_by_key(|quote| (!quote.kind.is_strength(), quote.pin.clone()));
        let mut part = Gather::behind(mark, First::Strengths);
        for quote in all {
            part.take(quote);
        }
        part.done()
    }

    fn parts(all: &[Quote]) -> Vec<Vec<Quote>> {
        let (mut parts, mut mark) = (Vec::new(), None);
        loop {
            let part = gathered(all, mark.as_deref());
            assert_eq!((part.whole, part.before), (all.len(), parts.iter().map(Vec::len).sum()));
            parts.push(part.shown);
            mark = part.next;
            if mark.is_none() {
                return parts;
            }
        }
    }

    #[test]
    fn every_quote_is_in_exactly_one_part_strengths_first() {
        let all: Vec<Quote> = (1..=130).map(|number| quote(number, "a")).collect();
        let parts = parts(&all);
        assert_eq!(parts.iter().map(Vec::len).collect::<Vec<_>>(), [50, 50, 30]);
        let all = parts.concat();
        let pins: std::collections::HashSet<&str> = all.iter().map(|quote| quote.pin.as_str()).collect();
        assert_eq!(pins.len(), 130);
        assert!(all[..32].iter().all(|quote| quote.kind.is_strength()));
        assert!(!all[32..].iter().any(|quote| quote.kind.is_strength()));
    }

    #[test]
    fn pins_of_two_wijksessies_with_one_id_are_in_one_part() {
        let mut all: Vec<Quote> = (1..=60).map(|number| quote(number, "a")).collect();
        all.sort_by(|one, other| {
            (!one.kind.is_strength(), &one.pin).cmp(&(!other.kind.is_strength(), &other.pin))
        });
        all.push(Quote { session: "b".to_owned(), ..all[49].clone() });
        assert_eq!(parts(&all).iter().map(Vec::len).collect::<Vec<_>>(), [51, 10]);
    }

    #[test]
    fn a_mark_that_nobody_wrote_leads_to_the_first_part() {
        let all: Vec<Quote> = (1..=60).map(|number| quote(number, "a")).collect();
        for mark in ["", "2.x", "0.'", "0", "x.ab000000-0000-4000-8000-000000000000"] {
            assert_eq!(gathered(&all, Some(mark)).before, 0, "{mark}");
        }
        let behind = gathered(&all, Some("1.ffffffff-0000-4000-8000-000000000000"));
        assert_eq!((behind.shown.len(), behind.next), (0, None));
        assert!(gathered(&[], None).is_empty());
    }
}
