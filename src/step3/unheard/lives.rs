//! How old the people are who live in an area, as far as figures say so.

use std::collections::BTreeMap;

use super::model::{Ages, age_in};
use crate::step3::indicators::{Counts, Figure, Level};

/// Figures of one file at one level: age from, up to, area, value, unit, whether it counts people.
type Found<'a> = Vec<(u32, Option<u32>, &'a Figure)>;

/// The classes of ages in the newest file that has them from birth to the oldest: of the buurten together where it counts
/// people, of one buurt where it has shares; else of the wijk, else of the city. Nothing that is not whole is used.
pub(super) fn ages(figures: &[Figure], buurten: usize) -> Option<Ages> {
    let mut files: BTreeMap<(std::cmp::Reverse<i32>, String), Found<'_>> = BTreeMap::new();
    for figure in figures {
        let Some((from, to)) = age_in(&figure.indicator.name) else { continue };
        let key = (std::cmp::Reverse(figure.indicator.year), figure.indicator.import.clone());
        files.entry(key).or_default().push((from, to, figure));
    }
    for level in [Level::Buurt, Level::Wijk, Level::Gemeente] {
        for found in files.values() {
            let mine = found.iter().filter(|(_, _, figure)| figure.level == level).copied().collect();
            if let Some(ages) = whole(&mine, level, buurten) {
                return Some(ages);
            }
        }
    }
    None
}

fn whole(found: &Found<'_>, level: Level, buurten: usize) -> Option<Ages> {
    let mut areas: Vec<&Figure> = Vec::new();
    for (_, _, figure) in found {
        if !areas.iter().any(|known| known.area == figure.area) {
            areas.push(figure);
        }
    }
    let counts = found.iter().all(|(_, _, figure)| figure.indicator.counts == Counts::People);
    // Shares of two areas cannot be added up; counts of a part of the buurten say nothing of all of them.
    if !counts && areas.len() != 1 || level == Level::Buurt && areas.len() != buurten {
        return None;
    }
    let mut classes: BTreeMap<(u32, u32), (u32, Option<u32>, f64)> = BTreeMap::new();
    for (from, to, figure) in found {
        // Also where one class is not told there is no whole.
        let value = figure.value.filter(|_| !figure.secret)?;
        let class = classes.entry((*from, to.unwrap_or(u32::MAX))).or_insert((*from, *to, 0.0));
        class.2 += value;
    }
    let total: f64 = classes.values().map(|(_, _, value)| value).sum();
    if total <= 0.0 {
        return None;
    }
    let first = found.first()?.2;
    let classes = classes.into_values().map(|(from, to, value)| (from, to, value / total)).collect();
    let area = areas.iter().map(|figure| figure.name.clone()).collect::<Vec<_>>().join(", ");
    let source = format!("{} ({})", first.indicator.source, first.indicator.year);
    let ages = Ages { classes, area, source };
    ages.is_whole().then_some(ages)
}
