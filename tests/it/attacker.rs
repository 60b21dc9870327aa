//! Somebody who asks for everything there is and knows how it is made. Twins: two worlds with the same table of squares get the same
//! answers to everything, byte for byte; so nobody has more than the table. And a fitter that takes places out of layers: from answers of the
//! program as it was before it finds everybody; from those of this one no more than the squares tell.
//!
//! `make attack` does the same with other seeds.

mod approved;
mod dice;
pub mod doors;
mod fitter;
pub mod front;
pub mod twins;
pub mod world;

use serde_json::Value;

use self::approved::Answers;
use self::dice::Dice;
use self::doors::{Door, WORDS, Who, choice, layer, pages, words};
use self::fitter::{Grid, found, places};
use self::front::{Brought, Staff, bring, figures, on_each_database, publish};
use self::twins::are_twins;
use self::world::{HALF, KINDS, MIDDLE, Said, Spread, World};
use crate::harness::TestServer;

/// What was answered before there was a table, when a layer was an exact sum: each line `layers/all/beter.json` of a traject in which
/// [`recorded_people`] of that seed each put one concern, with one of the grains. The told cells are in runs, in steps.
const RECORDED: &str = include_str!("attacker/recorded.jsonl");
/// As near as this, a place was found.
const FOUND_M: f64 = 12.0;
/// Of the pages one in so many is asked of each pair.
const TURNS: u64 = 8;
/// How often places are drawn from the squares.
const DRAWS: usize = 200;
const GRAINS: [f64; 3] = [50.0, 75.0, 120.0];

/// So many seeds from the one that `make attack` gives, or from nought.
fn seeds(number: u64) -> Vec<u64> {
    let told = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let from = told("BUURTBLIK_ATTACK_SEED").unwrap_or(0);
    let times = told("BUURTBLIK_ATTACK_TIMES").unwrap_or(1);
    println!("seeds {from} to {}", from + number * times);
    (from..from + number * times).collect()
}

#[test]
fn two_worlds_with_the_same_table_get_the_same_answers_to_everything() {
    on_each_database(&seeds(50), async |server, staff, seeds| {
        figures(server);
        let (mut asked, mut faults) = (0, Vec::new());
        for seed in seeds {
            let (world, (twin, changed)) = (World::of(*seed), World::of(*seed).twin(*seed));
            assert!(changed > world.said.len(), "seed {seed}: only {changed} changes");
            let number = both(server, staff, *seed, [&world, &twin], &mut faults).await;
            asked += number;
        }
        println!("{asked} answers of {} pairs", seeds.len());
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

/// Brings two worlds, asks both the same, and keeps what differs.
async fn both(
    server: &TestServer,
    staff: &Staff,
    seed: u64,
    pair: [&World; 2],
    faults: &mut Vec<String>,
) -> usize {
    let mut one = bring(server, staff, pair[0], None, async |_| ()).await;
    let mut other = bring(server, staff, pair[1], Some(seed), async |_| ()).await;
    // In half of the worlds what was released is laid before residents again.
    if (seed / 16).is_multiple_of(2) {
        let answers = Answers::of(seed);
        let others = answers.twin(seed, pair[0].k);
        assert_ne!(answers, others, "seed {seed}: nobody answers anything else");
        answers.give(server, staff, &mut one).await;
        others.give(server, staff, &mut other).await;
    }
    let told = told_in_all(server, staff, &one.traject).await;
    assert_eq!(told, pair[0].told(), "seed {seed}: this test knows another table than the program made");
    let (some, answers) = ((seed / 2).is_multiple_of(4), one.codes.len() > pair[0].releases);
    if some {
        is_read(server, staff, pair[0], &one).await;
    }
    let mut dice = Dice::new(seed ^ 0xD005);
    // Each page has its turn, on each database.
    let turns = usize::try_from(TURNS).unwrap();
    let mut doors: Vec<Door> =
        pages().into_iter().skip(usize::try_from(seed / 2 % TURNS).unwrap()).step_by(turns).collect();
    if doors.iter().any(|(_, path)| path.contains("{slug}") || path.contains("terugkoppeling")) {
        publish(server, staff, &mut one).await;
        publish(server, staff, &mut other).await;
    }
    doors.extend(words(some, answers));
    doors.extend((0..10).map(|_| layer(&mut dice)));
    doors.extend((0..2).map(|_| choice(&mut dice)));
    for door in &doors {
        if let Err(fault) = are_twins(server, staff, [&one, &other], door).await {
            faults.push(format!("seed {seed}, {fault}"));
        }
    }
    doors.len()
}

/// What was approved is there to be compared.
async fn is_read(server: &TestServer, staff: &Staff, world: &World, brought: &Brought) {
    let page = async |path: &str| {
        let path = path.replace("{id}", &brought.traject);
        server.get_as(&staff.professional, &path).await.expect(200).text()
    };
    let all = page("/traject/{id}").await;
    let approved = world.said.iter().filter_map(|said| said.approved).count();
    assert!(approved > 0 && all.contains("<blockquote dir=\"auto\">Gezegd "), "{approved}: {all}");
    assert_eq!(all.contains("Foto "), !brought.photos.is_empty(), "{all}");
    assert!(!all.contains("Een stip") && !all.contains("Niemand"), "nobody approved that");
    if brought.codes.len() > world.releases {
        let board = page("/traject/{id}/teruglegging").await;
        assert!(board.contains("Zeker 1002") && !board.contains("Stil"), "{board}");
    }
}

/// What all squares tell together.
async fn told_in_all(server: &TestServer, staff: &Staff, traject: &str) -> u32 {
    squares(server, staff, traject, "all").await.iter().map(|square| square.people).sum()
}

/// A told square, as the file has it.
#[derive(Clone, Copy, PartialEq)]
struct Square {
    corner: [f64; 2],
    side: f64,
    people: u32,
}

async fn squares(server: &TestServer, staff: &Staff, traject: &str, kind: &str) -> Vec<Square> {
    let path = format!("/api/v1/trajects/{traject}/layers/all/{kind}.vakken.geojson");
    let file = server.get_as(&staff.professional, &path).await.json(200);
    let square = |feature: &Value| {
        let of = |name: &str| feature["properties"][name].as_f64().unwrap();
        let people = u32::try_from(feature["properties"]["people"].as_u64().unwrap()).unwrap();
        Square { corner: [of("x"), of("y")], side: of("side"), people }
    };
    file["features"].as_array().unwrap().iter().map(square).collect()
}

/// A side of a traject with each grain.
async fn grids(server: &TestServer, staff: &Staff, traject: &str, kind: &str) -> Vec<Grid> {
    let mut grids = Vec::new();
    for sigma in GRAINS {
        let path = format!("/api/v1/trajects/{traject}/layers/all/{kind}.json?bandwidth={sigma}");
        let layer = server.get_as(&staff.professional, &path).await.json(200);
        grids.push(Grid {
            origin: [layer["x0"].as_f64().unwrap(), layer["y0"].as_f64().unwrap()],
            width: usize::try_from(layer["nx"].as_u64().unwrap()).unwrap(),
            sigma,
            values: layer["values"].as_array().unwrap().iter().map(Value::as_f64).collect(),
        });
    }
    grids
}

/// What the fitter is tried on: so many people who each say one thing, in one or two releases.
fn few(seed: u64) -> World {
    let mut dice = Dice::new(seed ^ 0xF177);
    let spread = Spread::of(seed);
    let spots = spread.spots(&mut dice);
    let releases = if seed % 4 == 3 { 2 } else { 1 };
    let people = if seed % 3 == 2 { 16 } else { 10 };
    let one = |who: usize, dice: &mut Dice| Said {
        who: u32::try_from(who).unwrap(),
        at: Some(spread.place(&spots, dice)),
        kind: if who % 5 == 4 { dice.below(2) } else { 2 + dice.below(2) },
        theme: None,
        moment: None,
        release: who % releases,
        people: 1,
        approved: None,
    };
    let said = (0..people * releases).map(|who| one(who, &mut dice)).collect();
    World { k: 3, by: vakken::CutBy::Side, tables: false, releases, said }
}

/// What somebody has who looked after each release: what came with the last one, by subtracting.
fn since(now: Vec<Grid>, before: &[Grid]) -> Vec<Grid> {
    let take = |(grid, old): (Grid, &Grid)| {
        let of =
            |(new, old): (&Option<f64>, &Option<f64>)| new.map(|new| (new - old.unwrap_or(0.0)).max(0.0));
        let values = grid.values.iter().zip(&old.values).map(of).collect();
        Grid { values, ..grid }
    };
    now.into_iter().zip(before).map(take).collect()
}

fn squares_since(now: &[Square], before: &[Square]) -> Vec<Square> {
    let old = |square: &Square| {
        let same = before.iter().find(|old| (old.corner, old.side) == (square.corner, square.side));
        same.map_or(0, |old| old.people)
    };
    now.iter().map(|square| Square { people: square.people - old(square), ..*square }).collect()
}

/// So many places at random in each square as it tells of people.
fn drawn(squares: &[Square], dice: &mut Dice) -> Vec<[f64; 2]> {
    let mut places = Vec::new();
    for square in squares {
        for _ in 0..square.people {
            places.push(square.corner.map(|corner| corner + dice.part() * square.side));
        }
    }
    places
}

/// What the fitter and the draws found of a world, and of how many people.
#[derive(Default)]
struct Score {
    fitted: f64,
    drawn: f64,
    people: f64,
}

impl Score {
    fn add(&mut self, truth: &[[f64; 2]], grids: &[Grid], squares: &[Square], dice: &mut Dice) {
        let told: u32 = squares.iter().map(|square| square.people).sum();
        let fitted = places(grids, usize::try_from(told).unwrap(), dice);
        self.fitted += count(found(truth, &fitted, FOUND_M));
        let draws = (0..DRAWS).map(|_| found(truth, &drawn(squares, dice), FOUND_M)).sum();
        self.drawn += count(draws) / count(DRAWS);
        self.people += count(truth.len());
    }

    /// By how many points of a hundred the fitter does better than the draws.
    fn excess(&self) -> f64 {
        100.0 * (self.fitted - self.drawn) / self.people
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap())
}

#[test]
fn whoever_fits_layers_finds_nobody_nearer_than_the_squares_tell() {
    let scores = std::sync::Mutex::new(Vec::new());
    on_each_database(&seeds(36), async |server, staff, seeds| {
        for seed in seeds {
            let score = fitted(server, staff, *seed).await;
            scores.lock().unwrap().push(score);
        }
    });
    let scores = scores.into_inner().unwrap();
    let excess: Vec<f64> = scores.iter().map(Score::excess).collect();
    let number = count(excess.len());
    let mean = excess.iter().sum::<f64>() / number;
    let spread = (excess.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / (number - 1.0)).sqrt();
    let bound = mean + 1.645 * spread / number.sqrt();
    let share = |of: fn(&Score) -> f64| {
        100.0 * scores.iter().map(of).sum::<f64>() / scores.iter().map(|score| score.people).sum::<f64>()
    };
    println!(
        "the fitter finds {:.1} %, drawing {:.1} %: {mean:.2} points more, at most {bound:.2}, in {number} worlds",
        share(|score| score.fitted),
        share(|score| score.drawn)
    );
    assert!(bound <= 5.0, "the fitter finds {mean:.2} points more than the squares tell, perhaps {bound:.2}");
}

/// Brings a small world and fits each side of each release.
async fn fitted(server: &TestServer, staff: &Staff, seed: u64) -> Score {
    let world = few(seed);
    let mut first = Vec::new();
    let told = bring(server, staff, &world, None, async |traject: &str| {
        for kind in ["sterk", "beter"] {
            let told =
                (squares(server, staff, traject, kind).await, grids(server, staff, traject, kind).await);
            first.push(told);
        }
    })
    .await;
    let (mut score, mut dice) = (Score::default(), Dice::new(seed ^ 0x5C08));
    for (at, kind) in ["sterk", "beter"].into_iter().enumerate() {
        let truth = |release: usize| -> Vec<[f64; 2]> {
            let own =
                world.said.iter().filter(|said| said.release == release && (said.kind > 1) == (at == 1));
            own.filter_map(|said| said.at).collect()
        };
        let squares = squares(server, staff, &told.traject, kind).await;
        let grids = grids(server, staff, &told.traject, kind).await;
        if let Some((before, old)) = first.get(at) {
            score.add(&truth(0), old, before, &mut dice);
            score.add(&truth(1), &since(grids, old), &squares_since(&squares, before), &mut dice);
        } else {
            score.add(&truth(0), &grids, &squares, &mut dice);
        }
    }
    score
}

/// The people of a recorded world.
fn recorded_people(seed: u64) -> Vec<[f64; 2]> {
    let mut dice = Dice::new(seed);
    let mut along = |at: usize| MIDDLE[at] + dice.between(-HALF[at], HALF[at]);
    (0..10).map(|_| [along(0), along(1)]).collect()
}

fn recorded_grid(line: &Value) -> Grid {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let (width, step) = (number(&line["nx"]), line["step"].as_f64().unwrap());
    let mut values = vec![None; width * number(&line["ny"])];
    for run in line["runs"].as_array().unwrap() {
        for (at, steps) in (number(&run[0])..).zip(run[1].as_array().unwrap()) {
            values[at] = Some(steps.as_f64().unwrap() * step);
        }
    }
    let origin = [line["x0"].as_f64().unwrap(), line["y0"].as_f64().unwrap()];
    Grid { origin, width, sigma: line["sigma"].as_f64().unwrap(), values }
}

#[test]
fn the_same_fitter_finds_most_people_in_answers_from_before_there_was_a_table() {
    let lines: Vec<Value> = RECORDED.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (mut all, mut people) = (0, 0);
    for world in lines.chunks(GRAINS.len()) {
        let seed = world[0]["seed"].as_u64().unwrap();
        let grids: Vec<Grid> = world.iter().map(recorded_grid).collect();
        let truth = recorded_people(seed);
        let found = found(&truth, &places(&grids, truth.len(), &mut Dice::new(seed ^ 0x5C08)), FOUND_M);
        println!("seed {seed}: {found} of {}", truth.len());
        (all, people) = (all + found, people + truth.len());
    }
    println!("{all} of {people} people found in recorded answers");
    assert!(all * 100 >= people * 60, "the fitter finds only {all} of {people}: it would miss a leak");
}

/// A fault in the attack itself would be silence: twins that differ must be noticed.
#[test]
fn worlds_that_are_told_differently_get_different_answers() {
    on_each_database(&[8], async |server, staff, seeds| {
        for seed in seeds {
            let world = World::of(*seed);
            let mut other = world.clone();
            other.said.retain(|said| KINDS[said.kind] != "idee");
            let mut faults = Vec::new();
            let one = bring(server, staff, &world, None, async |_| ()).await;
            let two = bring(server, staff, &other, None, async |_| ()).await;
            for door in (0..20).map(|n| layer(&mut Dice::new(n))) {
                faults.extend(are_twins(server, staff, [&one, &two], &door).await.err());
            }
            assert!(faults.len() > 5, "{faults:?}");
            // One by one, too: words of which one was not approved.
            let mut silent = world.clone();
            silent.said.iter_mut().find(|said| said.approved == Some(0)).unwrap().approved = None;
            let three = bring(server, staff, &silent, None, async |_| ()).await;
            are_twins(server, staff, [&one, &three], &(Who::Professional, WORDS.to_owned()))
                .await
                .expect_err("a quote fewer is noticed");
        }
    });
}
