//! Somebody who knows how layers are drawn and wants the places back: the fewest spots, each of so many people, whose hills add up
//! to all layers at once, by least squares.

use super::dice::Dice;

/// A layer as its grid tells it.
pub struct Grid {
    /// The centre of the south-western cell, RD metres.
    pub origin: [f64; 2],
    /// Cells in a row, 10 m each.
    pub width: usize,
    /// Its grain: σ in metres.
    pub sigma: f64,
    /// People per km², row by row to the north; nothing where nothing is told.
    pub values: Vec<Option<f64>>,
}

/// Metres between two cells.
const CELL: f64 = 10.0;
/// Cells of one layer that are looked at.
const MOST_CELLS: usize = 400;
/// A hill is not looked at further than this, in σ.
const REACH: f64 = 3.5;

#[derive(Clone, Copy)]
struct Spot {
    at: [f64; 2],
    weight: f64,
}

/// One cell of one layer, with its value in people on this very spot.
struct Cell {
    at: [f64; 2],
    sigma: f64,
    value: f64,
}

impl Cell {
    /// How high a hill of one person at `place` is here.
    fn hill(&self, place: [f64; 2]) -> f64 {
        let (east, north) = (self.at[0] - place[0], self.at[1] - place[1]);
        let far = (east * east + north * north) / (self.sigma * self.sigma);
        if far > REACH * REACH { 0.0 } else { (-far / 2.0).exp() }
    }
}

/// The places of everybody, as far as the layers of one group of `people` give them away: spots of free weight first, then
/// each person on a spot of their own, some put elsewhere by lot as long as that helps.
pub fn places(grids: &[Grid], people: usize, dice: &mut Dice) -> Vec<[f64; 2]> {
    let cells: Vec<Cell> = grids.iter().flat_map(cells_of).collect();
    let mut spots = everybody(weighed(&cells, people + 2), people, dice);
    settle(&cells, &mut spots, false, 40);
    let mut left = misfit(&cells, &spots);
    let mut in_vain = 0;
    while in_vain < TRIES && !spots.is_empty() && left > rounding(grids) * 2.0 * count(cells.len()) {
        let mut other = spots.clone();
        other.swap_remove(dice.below(spots.len()));
        let Some(mut best) = steepest(&cells, &other) else { break };
        best.weight = 1.0;
        best.at = best.at.map(|metres| metres + dice.near(15.0));
        other.push(best);
        settle(&cells, &mut other, false, 25);
        let now = misfit(&cells, &other);
        in_vain += 1;
        if now < left * 0.99 {
            (spots, left, in_vain) = (other, now, 0);
        }
    }
    spots.iter().map(|spot| spot.at).collect()
}

/// How often somebody is put elsewhere in vain before that is given up.
const TRIES: usize = 5;

/// What rounding alone leaves in a cell, squared: a uniform error of a step, which is at most half a per cent of the peak.
fn rounding(grids: &[Grid]) -> f64 {
    let peak = |grid: &Grid| {
        let one = 1e6 / (std::f64::consts::TAU * grid.sigma * grid.sigma);
        grid.values.iter().flatten().copied().fold(0.0, f64::max) / one
    };
    let highest = grids.iter().map(peak).fold(0.0, f64::max);
    (highest * 0.005).powi(2) / 12.0
}

#[allow(clippy::cast_precision_loss, reason = "some thousands")]
fn count(number: usize) -> f64 {
    number as f64
}

/// At most `most` spots of any weight, one after the other where most is left.
fn weighed(cells: &[Cell], most: usize) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    let mut left = misfit(cells, &spots);
    while spots.len() < most {
        let Some(best) = steepest(cells, &spots) else { break };
        let mut more = spots.clone();
        more.push(best);
        settle(cells, &mut more, true, 8);
        more.retain(|spot| spot.weight > 0.02);
        let now = misfit(cells, &more);
        if now > left * 0.98 {
            break;
        }
        (spots, left) = (more, now);
    }
    settle(cells, &mut spots, true, 20);
    spots
}

/// So many people on these spots, the heaviest first: whoever was given one takes one off its weight.
fn everybody(mut spots: Vec<Spot>, people: usize, dice: &mut Dice) -> Vec<Spot> {
    let mut all = Vec::new();
    for _ in 0..people {
        let Some(heaviest) = spots.iter_mut().max_by(|one, other| one.weight.total_cmp(&other.weight)) else {
            break;
        };
        heaviest.weight -= 1.0;
        let at = heaviest.at.map(|metres| metres + dice.near(4.0));
        all.push(Spot { at, weight: 1.0 });
    }
    all
}

/// The cells of a layer that are looked at: of a wide hill fewer are enough.
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "some hundreds"
)]
fn cells_of(grid: &Grid) -> Vec<Cell> {
    let told = grid.values.iter().flatten().count();
    let mut step = 1;
    while told / (step * step) > MOST_CELLS {
        step += 1;
    }
    let peak = 1e6 / (std::f64::consts::TAU * grid.sigma * grid.sigma);
    let mut cells = Vec::new();
    for (index, value) in grid.values.iter().enumerate() {
        let (column, row) = (index % grid.width, index / grid.width);
        if let Some(value) = value.filter(|_| column % step == 0 && row % step == 0) {
            let at = [grid.origin[0] + column as f64 * CELL, grid.origin[1] + row as f64 * CELL];
            cells.push(Cell { at, sigma: grid.sigma, value: value / peak });
        }
    }
    cells
}

fn rest(cell: &Cell, spots: &[Spot]) -> f64 {
    cell.value - spots.iter().map(|spot| spot.weight * cell.hill(spot.at)).sum::<f64>()
}

fn misfit(cells: &[Cell], spots: &[Spot]) -> f64 {
    cells.iter().map(|cell| rest(cell, spots).powi(2)).sum()
}

/// Where one more spot takes most of what is left away.
fn steepest(cells: &[Cell], spots: &[Spot]) -> Option<Spot> {
    let finest = cells.iter().map(|cell| cell.sigma).fold(f64::INFINITY, f64::min);
    let rests: Vec<(&Cell, f64)> =
        cells.iter().filter(|cell| cell.sigma - finest < 1.0).map(|cell| (cell, rest(cell, spots))).collect();
    let mut best: Option<(f64, Spot)> = None;
    for (cell, own) in &rests {
        if *own <= 0.0 {
            continue;
        }
        let (mut along, mut whole) = (0.0, 0.0);
        for (other, left) in &rests {
            if (other.at[0] - cell.at[0]).abs() > 2.0 * finest
                || (other.at[1] - cell.at[1]).abs() > 2.0 * finest
            {
                continue;
            }
            let hill = other.hill(cell.at);
            along += hill * left;
            whole += hill * hill;
        }
        let gain = along * along.max(0.0) / whole;
        if best.as_ref().is_none_or(|(most, _)| gain > *most) {
            best = Some((gain, Spot { at: cell.at, weight: along / whole }));
        }
    }
    best.map(|(_, spot)| spot).filter(|spot| spot.weight > 0.02)
}

/// Moves and weighs all spots at once until the misfit is as small as it gets (Levenberg and Marquardt), no weight below nothing.
fn settle(cells: &[Cell], spots: &mut Vec<Spot>, weigh: bool, rounds: usize) {
    let (mut damping, mut left) = (1e-3, misfit(cells, spots));
    for _ in 0..rounds {
        let (matrix, slope) = normal(cells, spots, weigh);
        let mut better = false;
        for _ in 0..6 {
            let Some(step) = solve(&matrix, &slope, damping) else { break };
            let moved: Vec<Spot> = spots
                .iter()
                .zip(step.chunks(3))
                .map(|(spot, step)| Spot {
                    at: [spot.at[0] + step[0].clamp(-40.0, 40.0), spot.at[1] + step[1].clamp(-40.0, 40.0)],
                    weight: (spot.weight + step[2]).max(0.0),
                })
                .collect();
            let now = misfit(cells, &moved);
            if now < left {
                better = left - now > 1e-6 * left;
                (*spots, left) = (moved, now);
                damping = (damping / 5.0).max(1e-9);
                break;
            }
            damping *= 8.0;
        }
        if !better {
            break;
        }
    }
}

/// The normal equations of the step: three unknowns for each spot.
fn normal(cells: &[Cell], spots: &[Spot], weigh: bool) -> (Vec<Vec<f64>>, Vec<f64>) {
    let size = spots.len() * 3;
    let (mut matrix, mut slope) = (vec![vec![0.0; size]; size], vec![0.0; size]);
    for cell in cells {
        let mut own: Vec<(usize, f64)> = Vec::with_capacity(size);
        let mut left = cell.value;
        for (at, spot) in spots.iter().enumerate() {
            let hill = cell.hill(spot.at);
            if hill > 0.0 {
                left -= spot.weight * hill;
                let tilt = spot.weight * hill / (cell.sigma * cell.sigma);
                own.push((at * 3, tilt * (cell.at[0] - spot.at[0])));
                own.push((at * 3 + 1, tilt * (cell.at[1] - spot.at[1])));
                if weigh {
                    own.push((at * 3 + 2, hill));
                }
            }
        }
        for (row, one) in &own {
            slope[*row] += one * left;
            let line = &mut matrix[*row];
            for (column, other) in &own {
                line[*column] += one * other;
            }
        }
    }
    (matrix, slope)
}

/// Solves by elimination, each unknown damped by its own size; nothing where it cannot be.
fn solve(matrix: &[Vec<f64>], slope: &[f64], damping: f64) -> Option<Vec<f64>> {
    let size = slope.len();
    let mut rows: Vec<Vec<f64>> =
        matrix.iter().zip(slope).map(|(row, end)| [row.as_slice(), &[*end]].concat()).collect();
    for (at, row) in rows.iter_mut().enumerate() {
        row[at] += damping * row[at] + 1e-12;
    }
    for at in 0..size {
        let pivot = (at..size).max_by(|a, b| rows[*a][at].abs().total_cmp(&rows[*b][at].abs()))?;
        rows.swap(at, pivot);
        if rows[at][at].abs() < 1e-15 {
            return None;
        }
        for below in at + 1..size {
            let share = rows[below][at] / rows[at][at];
            if share != 0.0 {
                let (upper, lower) = rows.split_at_mut(below);
                for (value, above) in lower[0][at..].iter_mut().zip(&upper[at][at..]) {
                    *value -= share * above;
                }
            }
        }
    }
    let mut step = vec![0.0; size];
    for at in (0..size).rev() {
        let known: f64 = (at + 1..size).map(|column| rows[at][column] * step[column]).sum();
        step[at] = (rows[at][size] - known) / rows[at][at];
    }
    Some(step)
}

/// How many of the true places are found when each found place may be one of them, within so many metres: as many as can be.
pub fn found(truth: &[[f64; 2]], places: &[[f64; 2]], metres: f64) -> usize {
    let near = |one: [f64; 2], other: [f64; 2]| (one[0] - other[0]).hypot(one[1] - other[1]) <= metres;
    let mut taken: Vec<Option<usize>> = vec![None; places.len()];
    (0..truth.len())
        .filter(|at| seat(*at, truth, places, &near, &mut taken, &mut vec![false; places.len()]))
        .count()
}

/// Finds a place for one, others moving over where they can.
fn seat(
    who: usize,
    truth: &[[f64; 2]],
    places: &[[f64; 2]],
    near: &impl Fn([f64; 2], [f64; 2]) -> bool,
    taken: &mut [Option<usize>],
    tried: &mut [bool],
) -> bool {
    for at in 0..places.len() {
        if tried[at] || !near(truth[who], places[at]) {
            continue;
        }
        tried[at] = true;
        let free = match taken[at] {
            None => true,
            Some(other) => seat(other, truth, places, near, taken, tried),
        };
        if free {
            taken[at] = Some(who);
            return true;
        }
    }
    false
}
