//! What a traject's released moments tell of who was there.

use std::collections::BTreeMap;

use geo::MultiPolygon;

use super::model::{Ages, Class, Part, Tally, Told, age_of};
use super::{lives, parts};
use crate::heat::{self, Slice, Source};
use crate::indicators;
use crate::platform::{App, Problem};
use crate::session::{self, AGES, Moment, Plan, ROLES, SessionError, Status};
use crate::ui::texts::t;

/// What is known of who was not heard. Of moments that are not released nothing is in here.
pub struct Unheard {
    /// The layers' source: the traject and its area.
    pub source: Source,
    /// How many moments were released.
    pub moments: usize,
    /// At how many of them somebody counted who was there.
    pub counted: usize,
    /// By age, the youngest first.
    pub ages: Vec<Class>,
    /// By role.
    pub roles: Vec<Class>,
    /// How old the people are who live there, where there are figures.
    pub lives: Option<Ages>,
    /// By how they were asked, the most first.
    pub methods: Vec<Tally>,
    /// By group, the most often asked first.
    pub groups: Vec<Tally>,
    /// By where people were found.
    pub places: Vec<Tally>,
    /// Of each time of day the voices, at least; none for those that say no time.
    pub times: Vec<(Moment, Option<u32>)>,
    /// Parts of the area about which nobody spoke, the largest first.
    pub parts: Vec<Part>,
    /// All of them together, in degrees.
    pub silent: MultiPolygon<f64>,
    /// Their share of the area, nought to one.
    pub share: Option<f64>,
}

/// Who was not heard in a traject, from what was released.
///
/// # Errors
/// No such traject, or the database's.
pub async fn of_traject(app: &App, traject: &str) -> Result<Unheard, Problem> {
    let source = heat::source(app, traject).await?;
    let plans = session::plans(app, traject).await?;
    let released: Vec<Plan> =
        plans.into_iter().filter(|plan| plan.status == Some(Status::Released)).collect();
    let k = source.traject.k;
    let figures = indicators::of_traject(app, traject).await?;
    let lives = lives::ages(&figures, source.traject.buurten.len());
    let coverage = heat::coverage(app, &source).await?;
    let (area, before) = (source.area.clone(), used(&released));
    let silent = tokio::task::spawn_blocking(move || parts::silent(&area, &coverage, &before));
    let silent = silent.await.map_err(|error| Problem::internal(&error))?;
    let count = |pick: fn(&Plan) -> &BTreeMap<String, u32>, slugs: &[&str], lives: Option<&Ages>| {
        classes(&released.iter().map(pick).collect::<Vec<_>>(), slugs, lives, k)
    };
    Ok(Unheard {
        moments: released.len(),
        counted: released.iter().filter(|plan| people(plan).is_some()).count(),
        ages: count(|plan| &plan.attended.age, &AGES, lives.as_ref()),
        roles: count(|plan| &plan.attended.role, &ROLES, None),
        lives,
        methods: tallies(&released, k, |plan| Some(t(&format!("session-method-{}", plan.method)))),
        groups: tallies(&released, k, |plan| Some(plan.group.trim().to_owned())),
        places: tallies(&released, k, |plan| Some(plan.vindplaats.trim().to_owned())),
        times: times(&source),
        parts: silent.parts,
        silent: silent.shape,
        share: silent.share,
        source,
    })
}

/// The moments of a traject that are planned, going on or closed: for who prepares them. Nothing of what was said.
///
/// # Errors
/// The database's.
pub(super) async fn coming(app: &App, traject: &str) -> Result<Vec<Plan>, SessionError> {
    let plans = session::plans(app, traject).await?;
    Ok(plans.into_iter().filter(|plan| plan.status != Some(Status::Released)).collect())
}

/// How many were there, as the begeleider counted; by age or by role, whichever is more. Nothing where nobody counted.
fn people(plan: &Plan) -> Option<u32> {
    let sum = |counts: &BTreeMap<String, u32>| {
        (!counts.is_empty()).then(|| counts.values().fold(0_u32, |sum, count| sum.saturating_add(*count)))
    };
    sum(&plan.attended.age).max(sum(&plan.attended.role))
}

/// How often a vindplaats was used.
fn used(plans: &[Plan]) -> BTreeMap<String, u32> {
    let mut used = BTreeMap::new();
    for plan in plans {
        *used.entry(plan.vindplaats.trim().to_lowercase()).or_insert(0) += 1;
    }
    used
}

/// How many there were of each class, over all moments at which somebody counted.
fn classes(counts: &[&BTreeMap<String, u32>], slugs: &[&str], lives: Option<&Ages>, k: u32) -> Vec<Class> {
    let counted: Vec<_> = counts.iter().filter(|counts| !counts.is_empty()).collect();
    let of = |slug: &str| -> Option<u32> {
        let found = counted.iter().filter_map(|counts| counts.get(slug)).copied();
        (!counted.is_empty()).then(|| found.fold(0, u32::saturating_add))
    };
    // Shares are of told numbers: with the sum of all there are, one share would tell what is left out.
    let all: u32 = slugs.iter().filter_map(|slug| Told::of(of(slug), k).count()).fold(0, u32::saturating_add);
    let class = |slug: &&str| {
        let told = Told::of(of(slug), k);
        Class {
            slug: (*slug).to_owned(),
            told,
            share: told.count().filter(|_| all > 0).map(|count| f64::from(count) / f64::from(all)),
            lives: lives.and_then(|ages| age_of(slug).map(|(from, to)| ages.share(from, to))),
        }
    };
    slugs.iter().map(class).collect()
}

/// Moments by what they have in common, the most often first; what is empty is left out.
fn tallies(plans: &[Plan], k: u32, name: impl Fn(&Plan) -> Option<String>) -> Vec<Tally> {
    let mut found: BTreeMap<String, (String, u32, Option<u32>, Option<String>)> = BTreeMap::new();
    for plan in plans {
        let Some(name) = name(plan).filter(|name| !name.is_empty()) else { continue };
        let entry = found.entry(name.to_lowercase()).or_insert((name.clone(), 0, None, None));
        // Of several ways to write it the one with capitals.
        entry.0 = entry.0.clone().min(name);
        entry.1 += 1;
        if let Some(people) = people(plan) {
            entry.2 = Some(entry.2.unwrap_or(0).saturating_add(people));
        }
        entry.3 = entry.3.take().max(plan.day.clone());
    }
    let tally = |(name, times, people, last)| Tally { name, times, people: Told::of(people, k), last };
    let mut tallies: Vec<Tally> = found.into_values().map(tally).collect();
    tallies.sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.name.cmp(&b.name)));
    tallies
}

/// The voices of each time of day, at least.
fn times(source: &Source) -> Vec<(Moment, Option<u32>)> {
    let of = |moment: &Moment| {
        let slice = Slice { moment: Some(*moment), ..Slice::of_kind("all") };
        (*moment, heat::voices_of(source, &slice))
    };
    Moment::ALL.iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Attended, Audience, Method};

    fn plan(group: &str, day: &str, ages: &[(&str, u32)]) -> Plan {
        let age = ages.iter().map(|(slug, count)| ((*slug).to_owned(), *count)).collect();
        Plan {
            code: "ABCDEF".to_owned(),
            traject: String::new(),
            title: String::new(),
            method: Method::Koffiekar,
            audience: Audience::Bewoners,
            tables: false,
            group: group.to_owned(),
            vindplaats: " Buurthuis ".to_owned(),
            day: Some(day.to_owned()),
            expected: None,
            pause: 90,
            attended: Attended { age, role: BTreeMap::new() },
            status: Some(Status::Released),
        }
    }

    #[test]
    fn a_group_is_one_group_however_it_is_written_and_its_last_day_is_told() {
        let plans = [
            plan("Buurtmoeders", "2027-03-02", &[("18-34", 5)]),
            plan("buurtmoeders ", "2027-01-02", &[("18-34", 2)]),
            plan("", "2027-04-02", &[]),
        ];
        let groups = tallies(&plans, 3, |plan| Some(plan.group.trim().to_owned()));
        assert_eq!(groups.len(), 1);
        let last = Some("2027-03-02".to_owned());
        assert_eq!(
            groups[0],
            Tally { name: "Buurtmoeders".to_owned(), times: 2, people: Told::Count(6), last }
        );
        assert_eq!(used(&plans)["buurthuis"], 3);
    }

    #[test]
    fn who_was_not_counted_is_unknown_and_nobody_looks_like_too_few() {
        let plan = plan("", "2027-03-02", &[("18-34", 30), ("75+", 2)]);
        let ages = classes(&[&plan.attended.age, &BTreeMap::new()], &AGES, None, 3);
        let told: Vec<Told> = ages.iter().map(|class| class.told).collect();
        assert_eq!(told, [Told::Few, Told::Count(30), Told::Few, Told::Few, Told::Few]);
        assert_eq!(ages[4].share, None, "its share would tell the number");
        assert_eq!(classes(&[&BTreeMap::new()], &AGES, None, 3)[0].told, Told::Unknown);
    }
}
