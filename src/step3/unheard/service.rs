//! What a traject's released moments tell of who was there.

use std::collections::BTreeMap;

use geo::MultiPolygon;

use super::model::{Ages, Class, Part, PeopleCount, Tally, age_of};
use super::{lives, parts};
use crate::input::session::{self, AGES, Attendance, Moment, Plan, SessionError, Status};
use crate::layers::heat::{self, Slice, Source};
use crate::platform::texts::t;
use crate::platform::{App, Problem};
use crate::step3::indicators;

/// What is known of who was not heard. Of moments that are not released nothing is in here.
pub struct Unheard {
    /// The layers' source: the traject and its area.
    pub source: Source,
    /// How many moments were released.
    pub moments: usize,
    /// At how many of them somebody counted how old people were.
    pub counted: u32,
    /// By age, the youngest first: the only number of people that the begeleiders' counts tell.
    pub ages: Vec<Class>,
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
    let told = session::attendance_of(app, traject).await?;
    let figures = indicators::of_traject(app, traject).await?;
    let lives = lives::ages(&figures, source.traject.buurten.len());
    let coverage = heat::coverage(app, &source).await?;
    let (area, before) = (source.area.clone(), used(&released));
    let silent = tokio::task::spawn_blocking(move || parts::silent(&area, &coverage, &before));
    let silent = silent.await.map_err(|error| Problem::internal(&error))?;
    Ok(Unheard {
        moments: released.len(),
        counted: told.counted,
        ages: classes(&told, lives.as_ref()),
        lives,
        methods: tallies(&released, |plan| t(&format!("session-method-{}", plan.method))),
        groups: tallies(&released, |plan| plan.group.trim().to_owned()),
        places: tallies(&released, |plan| plan.vindplaats.trim().to_owned()),
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

/// How often a vindplaats was used.
fn used(plans: &[Plan]) -> BTreeMap<String, u32> {
    let mut used = BTreeMap::new();
    for plan in plans {
        *used.entry(plan.vindplaats.trim().to_lowercase()).or_insert(0) += 1;
    }
    used
}

/// How many there were of each age, as the releases tell.
fn classes(attendance: &Attendance, lives: Option<&Ages>) -> Vec<Class> {
    // Shares are of told numbers: with the sum of all there are, one share would tell what is left out.
    let all = attendance.ages.values().copied().fold(0, u32::saturating_add);
    let class = |slug: &&str| {
        let told = PeopleCount::of(attendance, slug);
        Class {
            slug: (*slug).to_owned(),
            told,
            share: told.count().filter(|_| all > 0).map(|count| f64::from(count) / f64::from(all)),
            lives: lives.and_then(|ages| age_of(slug).map(|(from, to)| ages.share(from, to))),
        }
    };
    AGES.iter().map(class).collect()
}

/// Moments by what they have in common, the most often first; what is empty is left out.
fn tallies(plans: &[Plan], name: impl Fn(&Plan) -> String) -> Vec<Tally> {
    let mut found: BTreeMap<String, (String, u32, Option<String>)> = BTreeMap::new();
    for plan in plans {
        let name = name(plan);
        if name.is_empty() {
            continue;
        }
        let entry = found.entry(name.to_lowercase()).or_insert((name.clone(), 0, None));
        // Of several ways to write it the one with capitals.
        entry.0 = entry.0.clone().min(name);
        entry.1 += 1;
        entry.2 = entry.2.take().max(plan.day.clone());
    }
    let tally = |(name, times, last)| Tally { name, times, last };
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
    use crate::input::session::{Attended, Audience, Method};

    fn plan(group: &str, day: &str) -> Plan {
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
            attended: Attended::default(),
            status: Some(Status::Released),
        }
    }

    #[test]
    fn a_group_is_one_group_however_it_is_written_and_its_last_day_is_told() {
        let plans =
            [plan("Buurtmoeders", "2027-03-02"), plan("buurtmoeders ", "2027-01-02"), plan("", "2027-04-02")];
        let groups = tallies(&plans, |plan| plan.group.trim().to_owned());
        assert_eq!(groups.len(), 1);
        let last = Some("2027-03-02".to_owned());
        assert_eq!(groups[0], Tally { name: "Buurtmoeders".to_owned(), times: 2, last });
        assert_eq!(used(&plans)["buurthuis"], 3);
    }

    #[test]
    fn shares_are_of_told_numbers_and_an_age_that_is_not_told_has_none() {
        let ages = [("0-17".to_owned(), 6), ("18-34".to_owned(), 18)].into();
        let ages = classes(&Attendance { counted: 2, ages }, None);
        let told: Vec<PeopleCount> = ages.iter().map(|class| class.told).collect();
        assert_eq!(
            told,
            [
                PeopleCount::Count(6),
                PeopleCount::Count(18),
                PeopleCount::Few,
                PeopleCount::Few,
                PeopleCount::Few
            ]
        );
        let shares: Vec<Option<f64>> = ages.iter().map(|class| class.share).collect();
        assert_eq!(shares, [Some(0.25), Some(0.75), None, None, None], "its share would tell the number");
        assert_eq!(classes(&Attendance::default(), None)[0].told, PeopleCount::Unknown);
    }
}
