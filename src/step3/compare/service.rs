//! Laying residents beside figures, and keeping what the team says of it.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::json;

use super::parts::{Part, Parts};
use super::{
    CompareError, DIFFERS_OF_RANGE, DIFFERS_POINTS, Figures, Finding, LEAST_POINTS, Reading, Residents, Says,
    Verdict, beside, check_why, figures, residents, says, store, suggest,
};
use crate::layers::heat::{self, Slice, Source};
use crate::people::accounts::{self, Staff};
use crate::platform::texts::tv;
use crate::platform::{App, DbError, Tx};
use crate::step3::indicators::{self, Better, Counts, Figure, Indicator, Level, Shape};

/// A theme in a part of the buurt: what residents say, what figures say, what the program proposes, what the team decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The theme, as its slug.
    pub theme: String,
    /// The part: a code or a quarter, and what it is called.
    pub part: (String, String),
    /// What residents say.
    pub residents: Residents,
    /// What each figure says.
    pub told: Vec<Finding>,
    /// What all figures say.
    pub figures: Figures,
    /// What the program proposes.
    pub suggested: Verdict,
    /// What the team said, the last first.
    pub readings: Vec<Reading>,
}

impl Row {
    /// What holds: what the team said, else what is proposed.
    pub fn verdict(&self) -> Verdict {
        self.readings.first().map_or(self.suggested, |reading| reading.judged)
    }

    /// What the proposal rests on, to see later whether it is still the same.
    pub(super) fn basis(&self) -> String {
        json!([self.residents, self.figures, self.told]).to_string()
    }

    /// Whether layers or figures changed since the team judged.
    pub fn is_stale(&self) -> bool {
        self.readings.first().is_some_and(|reading| reading.basis != self.basis())
    }
}

/// Every theme in every part, in the order of the traject. Residents only by layers that were released and may be shown.
///
/// # Errors
/// No such traject, or an area too large for layers.
pub async fn of_traject(app: &App, traject: &str) -> Result<Vec<Row>, CompareError> {
    let source = heat::source(app, traject).await?;
    let lattice = *heat::coverage(app, &source).await?.lattice();
    let parts =
        Parts::of(app, &source, (lattice.nx, lattice.ny), |i, j| (lattice.x(i), lattice.y(j))).await?;
    let cell_km2 = lattice.cell_km2();
    let mut of: HashMap<(String, String), Vec<Reading>> = HashMap::new();
    for (theme, part, reading) in store::all(&app.db, traject).await? {
        of.entry((theme, part)).or_default().push(reading);
    }
    let all = indicators::of_traject(app, traject).await?;
    let mut rows = Vec::new();
    for theme in &source.traject.themes {
        let said = said(&source, &parts, theme);
        let figures_of = by_indicator(&all, theme);
        for (at, part) in parts.all.iter().enumerate() {
            let told: Vec<Finding> =
                figures_of.iter().filter_map(|(one, list)| tell(one, list, &parts, at, cell_km2)).collect();
            let says: Vec<Says> = told.iter().filter_map(|one| one.says).collect();
            let (residents, figures) = (said[at], figures(&says));
            rows.push(Row {
                theme: theme.clone(),
                part: (part.id.clone(), part.name.clone()),
                residents,
                told,
                figures,
                suggested: suggest(residents, figures),
                readings: of.remove(&(theme.clone(), part.id.clone())).unwrap_or_default(),
            });
        }
    }
    Ok(rows)
}

fn slice(theme: &str, kind: &str) -> Slice {
    Slice { theme: theme.to_owned(), kind: kind.to_owned(), moment: None }
}

/// What residents say of a theme in each part: only of a part in which at least *k* voices are told, which is those of squares
/// that lie in it. A large square that reaches over a border speaks of neither side.
fn said(source: &Source, parts: &Parts, theme: &str) -> Vec<Residents> {
    let mut sums = [vec![0_u32; parts.all.len()], vec![0_u32; parts.all.len()]];
    for (kind, sums) in ["sterk", "beter"].into_iter().zip(&mut sums) {
        for vak in heat::squares(source, &slice(theme, kind)) {
            for part in parts.around(source, &vak) {
                sums[part] = sums[part].saturating_add(vak.people);
            }
        }
    }
    let [strong, better] = sums;
    strong.into_iter().zip(better).map(|(strong, better)| residents(strong, better)).collect()
}

type OfIndicator<'f> = Vec<(Arc<Indicator>, Vec<&'f Figure>)>;

/// The figures of a theme by indicator, in their order.
fn by_indicator<'f>(all: &'f [Figure], theme: &str) -> OfIndicator<'f> {
    let mut of: OfIndicator<'f> = Vec::new();
    for figure in all.iter().filter(|figure| figure.indicator.domain == theme) {
        match of.iter_mut().find(|(one, _)| one.id == figure.indicator.id) {
            Some((_, list)) => list.push(figure),
            None => of.push((figure.indicator.clone(), vec![figure])),
        }
    }
    of
}

/// What an indicator says of a part; nothing where it does not reach so near.
fn tell(one: &Indicator, list: &[&Figure], parts: &Parts, at: usize, cell_km2: f64) -> Option<Finding> {
    let part = &parts.all[at];
    let (words, says) = match one.shape {
        Shape::Area => by_area(one, list, part)?,
        Shape::Square => by_squares(one, list, parts, at)?,
        Shape::Point => by_points(one, list, parts, at, cell_km2)?,
    };
    Some(Finding { indicator: one.id.clone(), words, says })
}

fn in_words(one: &Indicator, here: &str, there: &str, key: &str) -> String {
    tv(
        key,
        &[
            ("name", one.name.clone().into()),
            ("year", one.year.to_string().into()),
            ("here", here.to_owned().into()),
            ("there", there.to_owned().into()),
        ],
    )
}

/// A figure of a buurt beside that of its municipality, else of its wijk.
fn by_area(one: &Indicator, list: &[&Figure], part: &Part) -> Option<(String, Option<Says>)> {
    if !part.is_buurt {
        return None;
    }
    let at = |level: Level| list.iter().find(|figure| figure.level == level && figure.value.is_some());
    let here = list.iter().find(|figure| figure.level == Level::Buurt && figure.area == part.id)?;
    let value = here.value?;
    let around = at(Level::Gemeente).or_else(|| at(Level::Wijk));
    let shown = indicators::with_unit(value, &one.unit);
    let Some(around) = around else { return Some((in_words(one, &shown, "", "compare-figure-alone"), None)) };
    let reference = around.value?;
    let key = if around.level == Level::Gemeente { "compare-figure-gemeente" } else { "compare-figure-wijk" };
    // A number of people or homes of a whole city is no measure for a buurt.
    let says = if one.counts == Counts::Nothing { beside(value, reference, one.better) } else { None };
    Some((in_words(one, &shown, &indicators::with_unit(reference, &one.unit), key), says))
}

/// The mean of the squares of a part beside that of all squares of the traject.
fn by_squares(one: &Indicator, list: &[&Figure], parts: &Parts, at: usize) -> Option<(String, Option<Says>)> {
    let inside: Vec<&Figure> = list
        .iter()
        .copied()
        .filter(|figure| figure.place.is_some_and(|place| parts.at(place).contains(&at)))
        .collect();
    let (here, _) = indicators::together(one, &inside)?;
    let here = here?;
    let shown = indicators::with_unit(here, &one.unit);
    let known: Vec<f64> = list.iter().filter_map(|figure| figure.value).collect();
    let (low, high) =
        known.iter().fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
    let all = indicators::together(one, list).and_then(|(all, _)| all);
    let comparable = one.counts == Counts::Nothing && inside.len() < list.len() && high > low;
    let (Some(all), true) = (all, comparable) else {
        return Some((in_words(one, &shown, "", "compare-figure-alone"), None));
    };
    let says = says((here - all) / (high - low), DIFFERS_OF_RANGE, one.better);
    Some((in_words(one, &shown, &indicators::with_unit(all, &one.unit), "compare-figure-area"), says))
}

/// How close points lie in a part, beside the whole area.
fn by_points(
    one: &Indicator,
    list: &[&Figure],
    parts: &Parts,
    at: usize,
    cell_km2: f64,
) -> Option<(String, Option<Says>)> {
    let count =
        list.iter().filter(|figure| figure.place.is_some_and(|place| parts.at(place).contains(&at))).count();
    // Cells and points are counted in thousands.
    #[allow(clippy::cast_precision_loss)]
    let real = |count: usize| count as f64;
    let buurten = parts.all.iter().zip(&parts.size).filter(|(part, _)| part.is_buurt);
    let whole: usize = buurten.map(|(_, size)| *size).sum();
    let size = parts.size[at];
    if size == 0 || whole == 0 {
        return None;
    }
    let here = real(count) / (real(size) * cell_km2);
    let there = real(list.len()) / (real(whole) * cell_km2);
    let comparable = list.len() >= LEAST_POINTS && size < whole && there > 0.0;
    let says = if comparable { says((here - there) / there, DIFFERS_POINTS, one.better) } else { None };
    let words = in_words(one, &count.to_string(), &list.len().to_string(), "compare-figure-points");
    Some((words, says.filter(|_| one.better != Better::Neither)))
}

/// One theme in one part.
pub(super) async fn find(app: &App, traject: &str, theme: &str, part: &str) -> Result<Row, CompareError> {
    let rows = of_traject(app, traject).await?;
    rows.into_iter().find(|row| row.theme == theme && row.part.0 == part).ok_or(CompareError::None)
}

/// What somebody of the team says.
pub(super) struct Judgement<'a> {
    pub theme: &'a str,
    pub part: &'a str,
    /// The version that they saw: 0 where nobody had judged.
    pub seen: i64,
    pub judged: Verdict,
    pub why: &'a str,
}

/// Keeps what the team says, after what somebody saw.
pub(super) async fn judge(
    app: &App,
    staff: &Staff,
    traject: &str,
    said: &Judgement<'_>,
) -> Result<(), CompareError> {
    check_why(said.why).map_err(CompareError::Wrong)?;
    let row = find(app, traject, said.theme, said.part).await?;
    let reading = Reading {
        version: said.seen + 1,
        suggested: row.suggested,
        judged: said.judged,
        why: said.why.trim().to_owned(),
        basis: row.basis(),
        judged_at: app.chance.now_text(),
        judged_by: staff.id.clone(),
    };
    let entry = accounts::Entry::new(app, Some(&staff.id), "compare-judge", traject)?;
    let (traject, theme, part) = (traject.to_owned(), said.theme.to_owned(), said.part.to_owned());
    let seen = said.seen;
    app.db
        .write(move |tx| {
            Box::pin(async move {
                let now = store::version(tx, &traject, &theme, &part).await?;
                if now != seen || !store::add(tx, &traject, (&theme, &part), &reading).await? {
                    return Err(CompareError::Changed);
                }
                Ok(accounts::record(tx, &entry).await?)
            })
        })
        .await
}

/// Forgets what the team said, on the day of a traject.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, traject: &str) -> Result<(), DbError> {
    store::erase(tx, traject).await
}
