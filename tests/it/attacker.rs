//! Somebody who asks for every layer there is, before and after each release and withdrawal, adds and subtracts, and
//! tries to find one or two people. Who plays this attacker knows what everybody said, so that any success is noticed.
//! It finds nobody; the same attack on layers that are each safe by themselves finds people.

use std::collections::{BTreeMap, BTreeSet};

use buurtblik::heat::{Bandwidth, HeatPin, RdBbox, layer};
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Reply, TestServer, id, participant, pin, server};
use crate::moderation::begeleider;

const K: u32 = 3;
/// [`crate::harness::MIDDLE`] in RD New.
const MIDDLE: [f64; 2] = [123_848.2, 484_775.0];
const THEMES: [&str; 3] = ["all", "wonen", "gezondheid"];
const KINDS: [&str; 7] = ["sterk", "beter", "gaat-goed", "kracht", "zorg", "idee", "all"];
const MOMENTS: [&str; 4] = ["", "avond", "overdag", "nacht"];
const GRAINS: [f64; 3] = [50.0, 75.0, 120.0];

/// One pin as its maker knows it.
#[derive(Clone)]
struct Truth {
    who: u32,
    people: u32,
    at: [f64; 2],
    kind: &'static str,
    theme: &'static str,
    moment: &'static str,
    /// In which states it is there.
    from: usize,
    until: usize,
}

fn said(who: u32, at: [f64; 2], kind: &'static str) -> Truth {
    Truth { who, people: 1, at, kind, theme: "", moment: "", from: 0, until: usize::MAX }
}

/// State, theme, kind, moment, grain (by its place in [`GRAINS`]).
type Key = (usize, usize, usize, usize, usize);

struct Grid {
    origin: [f64; 2],
    width: usize,
    values: Vec<Option<f64>>,
    /// How far rounding may take a value.
    rounding: f64,
}

/// Everything that was seen.
#[derive(Default)]
struct Seen {
    grids: BTreeMap<Key, Grid>,
    participants: BTreeMap<Key, Option<u64>>,
}

fn takes(key: Key, pin: &Truth) -> bool {
    let (state, theme, kind, moment, _) = key;
    let kind = match KINDS[kind] {
        "all" => true,
        "sterk" => ["gaat-goed", "kracht"].contains(&pin.kind),
        "beter" => ["zorg", "idee"].contains(&pin.kind),
        one => one == pin.kind,
    };
    (pin.from..pin.until).contains(&state)
        && kind
        && (theme == 0 || THEMES[theme] == pin.theme)
        && (moment == 0 || MOMENTS[moment] == pin.moment)
}

/// What each person has in a layer at a place, per km².
fn parts(key: Key, truth: &[Truth], place: [f64; 2]) -> BTreeMap<u32, f64> {
    let sigma = GRAINS[key.4];
    let mut own: BTreeMap<u32, (f64, f64, u32)> = BTreeMap::new();
    for pin in truth.iter().filter(|pin| takes(key, pin)) {
        let d2 = (pin.at[0] - place[0]).powi(2) + (pin.at[1] - place[1]).powi(2);
        let sum = own.entry(pin.who).or_default();
        sum.0 += if d2 <= 16.0 * sigma * sigma { (-d2 / (2.0 * sigma * sigma)).exp() } else { 0.0 };
        sum.1 += 1.0;
        sum.2 = sum.2.max(pin.people);
    }
    let peak = 1e6 / (std::f64::consts::TAU * sigma * sigma);
    own.into_iter().map(|(who, (sum, pins, people))| (who, sum * f64::from(people) * peak / pins)).collect()
}

/// The sums worth trying: each layer minus each that it holds, at one time or at two; a layer minus its parts, whole and by half; before
/// and after.
fn combinations(states: usize) -> Vec<Vec<(f64, Key)>> {
    let mut all = Vec::new();
    let keys: Vec<Key> = (0..states)
        .flat_map(|state| {
            (0..3).flat_map(move |theme| {
                (0..7).flat_map(move |kind| {
                    (0..MOMENTS.len())
                        .flat_map(move |moment| (0..3).map(move |grain| (state, theme, kind, moment, grain)))
                })
            })
        })
        .collect();
    for &a in &keys {
        for &b in &keys {
            let same_state = a.0 == b.0 && a != b;
            let before_and_after = a.0 > b.0 && (a.1, a.2, a.3) == (b.1, b.2, b.3);
            let pair = vec![(1.0, a), (-1.0, b)];
            if a.4 == b.4 && (same_state || before_and_after) && nested(&pair) {
                all.push(pair);
            }
        }
        let part = |kind: usize| (a.0, a.1, kind, a.3, a.4);
        for (whole, parts) in [(0, vec![2, 3]), (1, vec![4, 5]), (6, vec![0, 1]), (6, vec![2, 3, 4, 5])] {
            if a.2 == whole {
                for share in [1.0, 0.5] {
                    let rest = parts.iter().map(|kind| (-share, part(*kind)));
                    all.push(std::iter::once((1.0, a)).chain(rest).collect());
                }
            }
        }
        if a.1 == 0 {
            all.push(vec![(1.0, a), (-1.0, (a.0, 1, a.2, a.3, a.4)), (-1.0, (a.0, 2, a.2, a.3, a.4))]);
        }
    }
    // What a slice gained beside what another gained.
    for state in 1..states {
        for grain in 0..3 {
            for [a, b] in [[0, 3], [0, 2], [1, 4], [1, 5], [6, 0], [6, 1]] {
                let key = |state, kind| (state, 0, kind, 0, grain);
                let gained = [(1.0, key(state, a)), (-1.0, key(state - 1, a))];
                let other = [(-1.0, key(state, b)), (1.0, key(state - 1, b))];
                all.push(gained.into_iter().chain(other).collect());
            }
        }
    }
    all
}

/// Groups of fewer than *k* people that were found, each with how.
fn attack(seen: &Seen, truth: &[Truth], states: usize) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let people: BTreeMap<u32, u32> = truth.iter().map(|pin| (pin.who, pin.people)).collect();
    let count = |who: &BTreeSet<u32>| who.iter().map(|who| people[who]).sum::<u32>();
    for combination in combinations(states) {
        let grids: Option<Vec<_>> =
            combination.iter().map(|(factor, key)| Some((*factor, *key, seen.grids.get(key)?))).collect();
        let Some(grids) = grids else { continue };
        let first = grids[0].2;
        let rounding: f64 = grids.iter().map(|(factor, _, grid)| factor.abs() * grid.rounding).sum();
        // Every fourth cell of every fourth row: no bump is narrower.
        for cell in
            (0..first.values.len()).filter(|cell| cell % first.width % 4 == 0 && cell / first.width % 4 == 0)
        {
            let told: Option<f64> =
                grids.iter().map(|(factor, _, grid)| Some(factor * grid.values[cell]?)).sum();
            let Some(told) = told.filter(|told| told.abs() > 2.0 * rounding) else { continue };
            let [i, j] =
                [cell % first.width, cell / first.width].map(|n| f64::from(u32::try_from(n).unwrap()));
            let place = [first.origin[0] + 10.0 * i, first.origin[1] + 10.0 * j];
            let mut left: BTreeMap<u32, f64> = BTreeMap::new();
            for (factor, key, _) in &grids {
                for (who, part) in parts(*key, truth, place) {
                    *left.entry(who).or_insert(0.0) += factor * part;
                }
            }
            let total: f64 = left.values().sum();
            let behind: BTreeSet<u32> =
                left.iter().filter(|(_, part)| part.abs() > 1e-9).map(|(who, _)| *who).collect();
            // Places in degrees become metres within a metre or two.
            if (1..K).contains(&count(&behind)) && (told - total).abs() <= rounding + 0.08 * total.abs() {
                let names: Vec<_> =
                    combination.iter().map(|(factor, key)| format!("{factor}·{key:?}")).collect();
                found.insert(format!("{behind:?} by {}", names.join(" ")));
                break;
            }
        }
        if let [(_, a), (_, b)] = combination[..]
            && let (Some(Some(a)), Some(Some(b))) = (seen.participants.get(&a), seen.participants.get(&b))
            && nested(&combination)
            && (1..u64::from(K)).contains(&a.abs_diff(*b))
        {
            found.insert(format!("{} people by the counts of {combination:?}", a.abs_diff(*b)));
        }
    }
    found
}

/// Whether one of two slices holds the other, or they are the same at two times.
fn nested(pair: &[(f64, Key)]) -> bool {
    let holds = |a: Key, b: Key| {
        let kind = a.2 == b.2
            || a.2 == 6
            || (a.2 == 0 && [2, 3].contains(&b.2))
            || (a.2 == 1 && [4, 5].contains(&b.2));
        kind && (a.1 == 0 || a.1 == b.1) && (a.3 == 0 || a.3 == b.3)
    };
    holds(pair[0].1, pair[1].1) || holds(pair[1].1, pair[0].1)
}

/// Asks the server for everything.
async fn look(server: &TestServer, token: &str, state: usize, seen: &mut Seen) {
    let layers = format!("/api/v1/trajects/{}/layers", server.traject);
    for (theme, name) in THEMES.iter().enumerate() {
        for (kind, word) in KINDS.iter().enumerate() {
            for (moment, time) in MOMENTS.iter().enumerate() {
                for (grain, sigma) in GRAINS.iter().enumerate() {
                    let time = if time.is_empty() { String::new() } else { format!("&moment={time}") };
                    let path = format!("{layers}/{name}/{word}.json?bandwidth={sigma}{time}");
                    let grid = server.get_as(token, &path).await.json(200);
                    let key = (state, theme, kind, moment, grain);
                    seen.participants.insert(key, grid["participants"].as_u64());
                    seen.grids.insert(key, read(&grid));
                }
            }
        }
    }
    let list = server.get_as(token, &layers).await.json(200);
    for layer in list["layers"].as_array().unwrap() {
        let theme = THEMES.iter().position(|theme| layer["theme"] == *theme);
        let kind = KINDS.iter().position(|kind| layer["kind"] == *kind).unwrap();
        let Some(theme) = theme else { continue };
        assert_eq!(seen.participants[&(state, theme, kind, 0, 1)], layer["participants"].as_u64());
    }
    look_beside(server, token, state, seen).await;
}

/// Places, in metres from the middle, at which it is asked how many people are there at least: middles of cells, so that a
/// metre or two make no difference.
const PLACES: [[f64; 2]; 7] =
    [[1.8, 5.0], [61.8, 25.0], [-28.2, 15.0], [21.8, -35.0], [-118.2, -65.0], [141.8, 25.0], [-158.2, 135.0]];

impl Grid {
    /// The cell of a place in metres.
    fn cell(&self, place: [f64; 2]) -> usize {
        // Some hundred metres east and north of the corner.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let [i, j] = [0, 1].map(|at| ((place[at] - self.origin[at]) / 10.0).round() as usize);
        j * self.width + i
    }
}

/// What stands beside the layers, where people were asked and how many are at a place at least, follows from the layers:
/// it is no sum of its own, so that it need not be added and subtracted.
async fn look_beside(server: &TestServer, token: &str, state: usize, seen: &Seen) {
    let base = format!("/api/v1/trajects/{}", server.traject);
    let coverage = server.get_as(token, &format!("{base}/coverage.geojson")).await.json(200);
    let asked = coverage["features"][0]["geometry"]["coordinates"].as_array().unwrap();
    let corner = |polygon: &Value, at: usize| {
        let ring = polygon[0].as_array().unwrap();
        [0, 1].map(|axis| ring[at][axis].as_f64().unwrap())
    };
    let broad = [0, 1, 6].map(|kind| &seen.grids[&(state, 0, kind, 0, 1)]);
    let known = (0..broad[0].values.len())
        .filter(|cell| broad.iter().any(|grid| grid.values[*cell].is_some()))
        .count();
    // Rows of whole cells of 10 m.
    let cells: f64 = asked.iter().map(|row| (corner(row, 1)[0] - corner(row, 0)[0]) * 68_100.0 / 10.0).sum();
    let known = f64::from(u32::try_from(known).unwrap());
    assert!((cells - known).abs() < 0.02 * known + 0.5, "{cells} cells as asked, {known} from the layers");

    for (key, grid) in seen.grids.iter().filter(|(key, _)| key.0 == state && key.3 < 2) {
        let time = if key.3 == 0 { String::new() } else { format!("&moment={}", MOMENTS[key.3]) };
        for place in PLACES {
            let [lon, lat] = [4.930 + place[0] / 68_100.0, 52.350 + place[1] / 111_270.0];
            let path = format!(
                "{base}/at/{}/{}?lon={lon}&lat={lat}&bandwidth={}{time}",
                THEMES[key.1], KINDS[key.2], GRAINS[key.4]
            );
            let told = server.get_as(token, &path).await.json(200)["people_at_least"].as_f64();
            let cell = grid.cell([MIDDLE[0] + place[0], MIDDLE[1] + place[1]]);
            let Some(value) = grid.values[cell] else {
                assert_eq!(told, None, "{path}");
                continue;
            };
            let peaks = value * std::f64::consts::TAU * GRAINS[key.4].powi(2) / 1e6;
            assert_eq!(told, Some((peaks - 0.05).ceil().max(f64::from(K))), "{path}");
        }
    }
}

fn read(grid: &Value) -> Grid {
    let values: Vec<Option<f64>> = grid["values"].as_array().unwrap().iter().map(Value::as_f64).collect();
    of(
        [grid["x0"].as_f64().unwrap(), grid["y0"].as_f64().unwrap()],
        usize::try_from(grid["nx"].as_u64().unwrap()).unwrap(),
        values,
    )
}

fn of(origin: [f64; 2], width: usize, values: Vec<Option<f64>>) -> Grid {
    let rounding = 0.0026 * values.iter().flatten().copied().fold(0.0, f64::max);
    Grid { origin, width, values, rounding }
}

/// The same layers, each safe by itself and made without a thought of the others.
fn unprotected(truth: &[Truth], states: usize) -> Seen {
    let around = |at: usize| (MIDDLE[at] - 300.0, MIDDLE[at] + 300.0);
    let ((min_x, max_x), (min_y, max_y)) = (around(0), around(1));
    let area = RdBbox { min_x, min_y, max_x, max_y };
    let mut seen = Seen::default();
    for state in 0..states {
        for theme in 0..3 {
            for kind in 0..7 {
                for moment in 0..MOMENTS.len() {
                    for (grain, bandwidth) in Bandwidth::ALL.into_iter().enumerate() {
                        let key = (state, theme, kind, moment, grain);
                        let pins: Vec<_> = truth
                            .iter()
                            .filter(|pin| takes(key, pin))
                            .map(|pin| HeatPin {
                                x: pin.at[0],
                                y: pin.at[1],
                                participant: pin.who,
                                people: pin.people,
                            })
                            .collect();
                        let grid = layer(area, &pins, bandwidth, K).unwrap();
                        let lattice = grid.lattice();
                        seen.participants
                            .insert(key, grid.counts().map(|counts| u64::from(counts.participants)));
                        let values = grid.values().collect();
                        seen.grids.insert(key, of([lattice.x0, lattice.y0], lattice.nx, values));
                    }
                }
            }
        }
    }
    seen
}

/// A story told to the server while its truth is written down.
struct Story<'a> {
    server: &'a mut TestServer,
    token: String,
    truth: Vec<Truth>,
    whose: BTreeMap<u32, String>,
    /// Code and id of each pin.
    ids: Vec<(String, String)>,
}

impl Story<'_> {
    /// Somebody puts a pin, so many metres from the middle.
    async fn says(&mut self, mut one: Truth) {
        let me = self.whose.entry(one.who).or_insert_with(participant).clone();
        let mut body = pin(&me, "Een stip");
        body["geometry"]["coordinates"] =
            json!([4.930 + one.at[0] / 68_100.0, 52.350 + one.at[1] / 111_270.0]);
        body["properties"]["kind"] = one.kind.into();
        body["properties"]["people"] = one.people.into();
        for (name, word) in [("theme", one.theme), ("moment", one.moment)] {
            if !word.is_empty() {
                body["properties"][name] = word.into();
            }
        }
        let id = id();
        self.server.put_pin(&id, &body).await.expect(201);
        one.at = [one.at[0] + MIDDLE[0], one.at[1] + MIDDLE[1]];
        self.truth.push(one);
        self.ids.push((self.server.code.clone(), id));
    }

    /// Somebody sees the last pin too.
    async fn sees_too(&mut self, who: u32) {
        let (_, id) = self.ids.last().unwrap().clone();
        crate::moderation::decide(self.server, &self.token, &id, &json!({"decision": "approve"}))
            .await
            .expect(200);
        let me = self.whose.entry(who).or_insert_with(participant).clone();
        let path = format!("{}/me-too", self.server.pin_path(&id));
        Reply::of(self.server.request(Method::PUT, &path).header("participant", me)).await.expect(204);
        self.truth.push(Truth { who, people: 1, ..self.truth.last().unwrap().clone() });
        self.ids.push((String::new(), String::new()));
    }

    fn release(&self) {
        self.server.close();
        self.server.place.cli(&["session", "release", &self.server.code]).worked();
    }

    /// The next wijksessie.
    fn another(&mut self) {
        self.server.code = self.server.place.session(&self.server.traject, &["--tables"]);
        self.whose.clear();
    }

    /// The begeleider takes a released pin away, as its owner might.
    async fn leaves(&self, at: usize) {
        let gone = json!({"decision": "delete", "reason": "anders"});
        let (code, id) = &self.ids[at];
        let path = format!("/api/v1/sessions/{code}/moderation/{id}");
        let decided = self.server.request(Method::POST, &path).bearer_auth(&self.token).json(&gone);
        Reply::of(decided).await.expect(200);
        self.server.settled().await;
    }
}

fn sits(who: u32) -> [f64; 2] {
    [f64::from(who % 4) * 6.0, f64::from(who / 4) * 6.0]
}

#[test]
fn whoever_adds_and_subtracts_all_layers_of_all_releases_finds_nobody_and_would_without_the_protection() {
    server().without_limits().with_tables().story(async |server| {
        let token = begeleider(server);
        let mut story = Story { server, token, truth: Vec::new(), whose: BTreeMap::new(), ids: Vec::new() };
        // Seven krachten and one who says that something goes well; six concerns, of which one about wonen; who
        // puts a strength and a concern; one in the evening; a table.
        for who in 0..7 {
            story.says(said(who, sits(who), "kracht")).await;
        }
        story.says(said(7, [60.0, 20.0], "gaat-goed")).await;
        for who in 8..13 {
            story.says(said(who, sits(who), "zorg")).await;
        }
        story.says(Truth { theme: "wonen", ..said(13, [-30.0, 10.0], "zorg") }).await;
        story.says(said(0, [10.0, 40.0], "zorg")).await;
        story.says(Truth { moment: "avond", ..said(14, [20.0, -40.0], "idee") }).await;
        story.says(Truth { people: 4, ..said(15, [-120.0, -60.0], "kracht") }).await;
        story.says(Truth { theme: "gezondheid", ..said(16, [-100.0, 60.0], "idee") }).await;
        story.sees_too(17).await;
        story.release();
        let mut seen = Seen::default();
        look(story.server, &story.token, 0, &mut seen).await;

        // A second release: a group on the one side, two people by themselves in a corner.
        story.another();
        let later = |who, at, kind| Truth { from: 1, ..said(who, at, kind) };
        for who in 20..24 {
            story.says(later(who, [130.0 + sits(who)[0], 20.0], "kracht")).await;
        }
        story.says(later(30, [-20.0, -30.0], "kracht")).await;
        story.says(later(31, [-25.0, -20.0], "zorg")).await;
        story.release();
        look(story.server, &story.token, 1, &mut seen).await;

        // One leaves, then two more on the same side, who were not in one place.
        for (state, at) in [(2, 7), (3, 1), (4, 2)] {
            story.leaves(at).await;
            look(story.server, &story.token, state, &mut seen).await;
        }
        let shown = seen.grids.iter().filter(|(_, grid)| grid.values.iter().any(Option::is_some)).count();
        println!("{shown} of {} layers show something", seen.grids.len());
        assert!(shown > 50, "the protection hides everything: {shown}");
        // Each withdrawal as if it were followed at once; the server lets people leave later, in groups, or not yet.
        let mut truth = story.truth.clone();
        for (state, at) in [(2, 7), (3, 1), (4, 2)] {
            truth[at].until = state;
        }
        for believed in [&story.truth, &truth] {
            let found = attack(&seen, believed, 5);
            assert!(found.is_empty(), "{found:#?}");
        }
        let found = attack(&unprotected(&truth, 5), &truth, 5);
        println!("without the protection {} ways to find somebody, such as {:?}", found.len(), found.first());
        for who in ["{0}", "{7}", "{14}", "{1, 2}"] {
            assert!(found.iter().any(|how| how.starts_with(who)), "{who} was to be found: {found:#?}");
        }
    });
}

#[test]
fn three_of_seven_leave_together_although_one_near_them_must_wait_and_nobody_finds_out_who() {
    server().without_limits().with_tables().story(async |server| {
        let token = begeleider(server);
        let mut story = Story { server, token, truth: Vec::new(), whose: BTreeMap::new(), ids: Vec::new() };
        for who in 0..7 {
            story.says(said(who, [0.0, 0.0], "zorg")).await;
        }
        for who in 7..12 {
            story.says(said(who, [10.0, 10.0], "kracht")).await;
        }
        story.release();
        let mut seen = Seen::default();
        look(story.server, &story.token, 0, &mut seen).await;
        // One strength, which would be found out; then three concerns.
        story.leaves(7).await;
        look(story.server, &story.token, 1, &mut seen).await;
        for at in 0..3 {
            story.leaves(at).await;
        }
        look(story.server, &story.token, 2, &mut seen).await;
        let told = |kind| [0, 1, 2].map(|state| seen.participants[&(state, 0, kind, 0, 1)]);
        assert_eq!(told(1), [Some(7), Some(7), Some(4)], "concerns");
        assert_eq!(told(0), [Some(5); 3], "strengths");
        for at in 0..3 {
            story.truth[at].until = 2;
        }
        let mut hasty = story.truth.clone();
        hasty[7].until = 1;
        for believed in [&story.truth, &hasty] {
            let found = attack(&seen, believed, 3);
            assert!(found.is_empty(), "{found:#?}");
        }
        let found = attack(&unprotected(&hasty, 3), &hasty, 3);
        assert!(found.iter().any(|how| how.starts_with("{7}")), "{found:#?}");
    });
}

#[test]
fn three_on_one_spot_leave_together_and_what_is_left_of_two_says_nothing() {
    server().without_limits().with_tables().story(async |server| {
        let token = begeleider(server);
        let mut story = Story { server, token, truth: Vec::new(), whose: BTreeMap::new(), ids: Vec::new() };
        for who in 0..5 {
            story.says(said(who, [0.0, 0.0], "zorg")).await;
        }
        story.release();
        let path = format!("/api/v1/trajects/{}/layers/all/beter.json", story.server.traject);
        for (leaves, told) in [(0, json!(5)), (1, json!(5)), (2, Value::Null)] {
            story.leaves(leaves).await;
            let layer = story.server.get_as(&story.token, &path).await.json(200);
            assert_eq!(layer["participants"], told, "after {} withdrawals", leaves + 1);
        }
        let layer = story.server.get_as(&story.token, &path).await.json(200);
        assert!(layer["values"].as_array().unwrap().iter().all(Value::is_null));
    });
}

#[test]
fn after_a_release_neither_a_theme_nor_who_were_there_changes_a_layer() {
    server().without_limits().with_tables().story(async |server| {
        let token = begeleider(server);
        let mut story = Story { server, token, truth: Vec::new(), whose: BTreeMap::new(), ids: Vec::new() };
        for who in 0..4 {
            story.says(Truth { people: 3, ..said(who, [0.0, 0.0], "zorg") }).await;
        }
        story.release();
        let (server, token) = (&*story.server, &story.token);
        let path = format!("/api/v1/trajects/{}/layers/all/all.json", server.traject);
        let before = server.get_as(token, &path).await.json(200);
        assert_eq!(before["people"], 12);

        let theme = json!({"decision": "approve", "theme": "wonen"});
        crate::moderation::decide(server, token, &story.ids[0].1, &theme)
            .await
            .problem_of(409, "moderation-released");
        let place = json!({"decision": "approve", "place": [4.931, 52.350]});
        crate::moderation::decide(server, token, &story.ids[0].1, &place)
            .await
            .problem_of(409, "moderation-released");
        let words = json!({"decision": "approve", "text": "Andere woorden"});
        crate::moderation::decide(server, token, &story.ids[0].1, &words).await.expect(200);

        let attended =
            server.request(Method::POST, &format!("/sessie/{}/aanwezig", server.code)).bearer_auth(token);
        Reply::of_any(attended.form(&[("pause", "90"), ("age-18-34", "4")])).await.expect(303);
        assert_eq!(server.get_as(token, &path).await.json(200), before);
    });
}

#[test]
fn where_people_were_asked_and_how_many_at_least_are_told_from_what_is_published() {
    server().without_limits().story(async |server| {
        let token = begeleider(server);
        let mut story = Story { server, token, truth: Vec::new(), whose: BTreeMap::new(), ids: Vec::new() };
        for who in 0..4 {
            story.says(said(who, [0.0, 0.0], "zorg")).await;
        }
        story.says(said(9, [390.0, 0.0], "zorg")).await;
        story.release();
        let base = format!("/api/v1/trajects/{}", story.server.traject);
        let asked = story.server.get_as(&story.token, &format!("{base}/coverage.geojson")).await.json(200);
        let rings = asked["features"][0]["geometry"]["coordinates"].as_array().unwrap().len();
        // A circle of 225 m round four people, in rows of 10 m; nothing more where the fifth is alone.
        assert!((43..=47).contains(&rings), "{rings}");
        for (place, told) in [("lon=4.93&lat=52.35", json!(4)), ("lon=4.926&lat=52.3485", Value::Null)] {
            let at =
                story.server.get_as(&story.token, &format!("{base}/at/all/beter?{place}")).await.json(200);
            assert_eq!(at["people_at_least"], told, "{place}");
        }
    });
}
