//! The heat raster for `make bench`, in a program of its own so that its memory is its own. See `benches/README.md`.
//!
//! `heat points N FILE [CSV]` invents N points · `heat raster FILE GRID` times them and writes the grid ·
//! `heat check FILE GRID…` compares grids with the direct sum. Each prints one line of JSON.
#![allow(clippy::print_stdout, missing_docs)]

use std::error::Error;
use std::f64::consts::TAU;
use std::io::{BufWriter, Write as _};
use std::time::Instant;

use buurtblik::layers::heat::grid::Lattice;
use buurtblik::layers::heat::raster::{Raster, Spot};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// 512 × 512 cells of 10 m, as in a layer, and the usual grain.
const LATTICE: Lattice = Lattice { x0: 5.0, y0: 5.0, dx: 10.0, dy: 10.0, nx: 512, ny: 512 };
const SIGMA: f64 = 75.0;
const LEAST_RUNS: u32 = 5;
const ENOUGH_SECONDS: f64 = 2.0;
/// Cells at which the direct sum is taken: every so manieth, and the highest.
const EVERY: usize = 4099;

/// Numbers between 0 and 1, always the same (splitmix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        f64::from(u32::try_from((z ^ (z >> 31)) >> 32).unwrap_or(0)) / 4_294_967_296.0
    }
}

/// Places round sixty invented hearts, and one in ten anywhere; all well within the lattice.
fn invent(count: usize) -> Vec<(f64, f64)> {
    let mut random = Random(2027);
    let hearts: Vec<_> = (0..60)
        .map(|_| {
            (300.0 + 4500.0 * random.next(), 300.0 + 4500.0 * random.next(), 30.0 + 250.0 * random.next())
        })
        .collect();
    let inside = 6.0..5114.0;
    let mut points = Vec::with_capacity(count);
    while points.len() < count {
        // At most 59: a share of sixty.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let (x, y, spread) = hearts[(random.next() * 60.0) as usize];
        let mut off = || (random.next() + random.next() + random.next() - 1.5) * 2.0 * spread;
        let (mut x, mut y) = (x + off(), y + off());
        if random.next() < 0.1 {
            (x, y) = (5120.0 * random.next(), 5120.0 * random.next());
        }
        if inside.contains(&x) && inside.contains(&y) {
            points.push((x, y));
        }
    }
    points
}

fn points(count: &str, file: &str, csv: Option<&String>) -> Outcome {
    let points = invent(count.parse()?);
    let mut out = BufWriter::new(std::fs::File::create(file)?);
    for (x, y) in &points {
        out.write_all(&x.to_le_bytes())?;
        out.write_all(&y.to_le_bytes())?;
    }
    out.flush()?;
    if let Some(csv) = csv {
        let mut out = BufWriter::new(std::fs::File::create(csv)?);
        points.iter().try_for_each(|(x, y)| writeln!(out, "{x},{y}"))?;
        out.flush()?;
    }
    Ok(())
}

fn numbers(file: &str) -> Outcome<Vec<f64>> {
    let bytes = std::fs::read(file)?;
    Ok(bytes.as_chunks::<8>().0.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect())
}

fn read(file: &str) -> Outcome<Vec<Spot>> {
    let numbers = numbers(file)?;
    Ok(numbers.as_chunks::<2>().0.iter().map(|[x, y]| Spot { x: *x, y: *y, weight: 1.0 }).collect())
}

/// What the kernel tells of this process's memory, in MB.
fn memory(field: &str) -> Outcome<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with(field)).ok_or("no such field")?;
    let kb: f64 = line.split_whitespace().nth(1).ok_or("no number")?.parse()?;
    Ok(kb * 1024.0 / 1e6)
}

fn raster(file: &str, grid: &str) -> Outcome {
    let spots = read(file)?;
    // The most so far was while reading: it begins again here.
    std::fs::write("/proc/self/clear_refs", "5")?;
    let before = memory("VmHWM")?;
    let began = Instant::now();
    let (mut best, mut runs, mut last) = (f64::INFINITY, 0, None);
    while runs < LEAST_RUNS || began.elapsed().as_secs_f64() < ENOUGH_SECONDS {
        let start = Instant::now();
        last = Some(Raster::new(&LATTICE, &spots, SIGMA)?);
        best = best.min(start.elapsed().as_secs_f64());
        runs += 1;
    }
    let more = memory("VmHWM")? - before;
    let mut last = last.ok_or("no run")?;
    let mut out = BufWriter::new(std::fs::File::create(grid)?);
    last.values().iter().try_for_each(|value| out.write_all(&f64::from(*value).to_le_bytes()))?;
    out.flush()?;
    let start = Instant::now();
    last.add(Spot { x: 2500.0, y: 2501.0, weight: 1.0 })?;
    let add = start.elapsed().as_secs_f64();
    println!(r#"{{"ms":{},"mb":{more},"add_ms":{},"runs":{runs}}}"#, best * 1e3, add * 1e3);
    Ok(())
}

/// The largest error of each grid at some hundred cells, as a share of the peak.
fn check(file: &str, grids: &[String]) -> Outcome {
    let spots = read(file)?;
    let grids = grids.iter().map(|grid| numbers(grid)).collect::<Outcome<Vec<_>>>()?;
    let highest = |grid: &Vec<f64>| (0..grid.len()).max_by(|a, b| grid[*a].total_cmp(&grid[*b])).unwrap_or(0);
    let mut cells: Vec<usize> = (0..LATTICE.len()).step_by(EVERY).collect();
    cells.extend(grids.first().map(highest));
    let exact: Vec<f64> = cells
        .iter()
        .map(|cell| {
            let (x, y) = (LATTICE.x(cell % LATTICE.nx), LATTICE.y(cell / LATTICE.nx));
            let near = spots.iter().map(|spot| (spot.x - x).powi(2) + (spot.y - y).powi(2));
            // Beyond 9σ nothing is left that a float64 sum would show.
            let near = near.filter(|squared| *squared < (9.0 * SIGMA).powi(2));
            near.map(|squared| (-squared / (2.0 * SIGMA * SIGMA)).exp()).sum::<f64>() * 1e6
                / (TAU * SIGMA * SIGMA)
        })
        .collect();
    let peak = exact.iter().copied().fold(0.0, f64::max);
    let worst = |grid: &Vec<f64>| {
        let off = cells.iter().zip(&exact).map(|(cell, exact)| (grid[*cell] - exact).abs());
        (off.fold(0.0, f64::max) / peak).to_string()
    };
    println!("[{}]", grids.iter().map(worst).collect::<Vec<_>>().join(","));
    Ok(())
}

fn main() -> Outcome {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["points", count, file, ..] => points(count, file, args.get(3)),
        ["raster", file, grid] => raster(file, grid),
        ["check", file, ..] => check(file, &args[2..]),
        _ => Err("heat points|raster|check".into()),
    }
}
