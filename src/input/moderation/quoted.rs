//! What was approved, in parts: fifty thousand quotes on one page are ten megabytes, and who reads them reads the first ones.

use leptos::prelude::*;

use super::{Quote, quotes};
use crate::place::buurt::TrajectArea;
use crate::platform::texts::{t, tv};

/// So many are shown together.
const TOGETHER: usize = 50;

/// A part of what was approved, and where it lies in the whole.
#[derive(Debug, Default)]
pub struct Quoted {
    shown: Vec<Quote>,
    before: usize,
    whole: usize,
    next: Option<String>,
}

/// Where a quote stands: those that come later, and among each the order of pins.
fn place(quote: &Quote, is_later: fn(&Quote) -> bool) -> (bool, &str) {
    (is_later(quote), quote.pin.as_str())
}

/// Reads the mark of a part: the last quote before it. What is withdrawn meanwhile moves nothing.
fn read(mark: &str) -> Option<(bool, String)> {
    let (later, pin) = mark.split_once('.')?;
    let later = match later {
        "0" => false,
        "1" => true,
        _ => return None,
    };
    Some((later, uuid::Uuid::try_parse(pin).ok()?.to_string()))
}

impl Quoted {
    /// The part behind a mark; without one, or with one that we never wrote, the first.
    pub fn behind(mut all: Vec<Quote>, mark: Option<&str>, is_later: fn(&Quote) -> bool) -> Self {
        all.sort_by(|one, other| place(one, is_later).cmp(&place(other, is_later)));
        let whole = all.len();
        let mark = mark.and_then(read);
        let is_before = |quote: &Quote| {
            mark.as_ref().is_some_and(|(later, pin)| place(quote, is_later) <= (*later, pin.as_str()))
        };
        let before = all.partition_point(is_before);
        let mut shown = all.split_off(before);
        let mut end = TOGETHER.min(shown.len());
        // Two wijksessies may each have a pin with this id: no mark lies between those.
        while end > 0 && end < shown.len() && place(&shown[end - 1], is_later) == place(&shown[end], is_later)
        {
            end += 1;
        }
        let more = shown.len() > end;
        shown.truncate(end);
        let last = shown.last().filter(|_| more);
        let next = last.map(|quote| format!("{}.{}", u8::from(is_later(quote)), quote.pin));
        Self { shown, before, whole, next }
    }

    /// Strengths first: the order of most pages.
    pub fn strengths_first(all: Vec<Quote>, mark: Option<&str>) -> Self {
        Self::behind(all, mark, |quote| !quote.kind.is_strength())
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

    fn parts(all: &[Quote]) -> Vec<Vec<Quote>> {
        let (mut parts, mut mark) = (Vec::new(), None);
        loop {
            let part = Quoted::strengths_first(all.to_vec(), mark.as_deref());
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
            assert_eq!(Quoted::strengths_first(all.clone(), Some(mark)).before, 0, "{mark}");
        }
        let behind = Quoted::strengths_first(all, Some("1.ffffffff-0000-4000-8000-000000000000"));
        assert_eq!((behind.shown.len(), behind.next), (0, None));
        assert!(Quoted::strengths_first(Vec::new(), None).is_empty());
    }
}
