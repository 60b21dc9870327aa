//! How long a table takes: `cargo run --release -p vakken --example speed`
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs)]

use std::time::Instant;

use vakken::{CutBy, Lattice, Pin, Side, Slice, Table, spread};

/// The most memory that this process has held, in MB; nothing where the system does not say.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes / 1000)
}

fn main() {
    for people in [1_000_u32, 10_000, 100_000] {
        let number = |n: u32, of: u32| f64::from(n.wrapping_mul(2_654_435_761) >> 8) % f64::from(of);
        let pins: Vec<Pin> = (0..people * 5 / 2)
            .map(|n| Pin {
                at: Some((121_000.0 + number(n, 850), 486_000.0 + number(n ^ 0x5555, 600))),
                person: n % people,
                side: if n % 3 == 0 { Side::Sterk } else { Side::Beter },
                theme: Some(["wonen", "gezondheid", "veiligheid", "algemeen"][(n / 7 % 4) as usize]),
                kind: u8::try_from(n % 2).unwrap(),
                moment: None,
            })
            .collect();
        let (start, before) = (Instant::now(), most_memory());
        let table =
            Table::of(&pins, 3, CutBy::Theme, |person, class| u64::from(person ^ u32::from(class))).unwrap();
        let made = start.elapsed();
        let memory = most_memory().zip(before).map(|(after, before)| format!(" and {} MB", after - before));
        let memory = memory.unwrap_or_default();
        let lattice = Lattice { x: 120_900.0, y: 485_900.0, step: 10.0, columns: 105, rows: 80 };
        let start = Instant::now();
        let squares: Vec<_> = table.squares(Slice::default()).collect();
        let peak = spread(&squares, 75.0, &lattice).into_iter().fold(0.0, f64::max);
        let drawn = start.elapsed();
        println!(
            "{people} people, {} pins: table {made:.1?}{memory}; {} squares drawn in {drawn:.1?} (peak {peak:.0} per km²)",
            pins.len(),
            squares.len()
        );
    }
}
