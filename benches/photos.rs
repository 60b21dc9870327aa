//! Photos for `make bench`, in a program of its own so that its memory is its own. See `benches/README.md`.
//!
//! `photos WORKERS ROUNDS OUT FILE…` makes each file safe so many times, on so many threads, keeps the last outcome in
//! OUT, and prints one line of JSON; `base_kb` is what was held before the first began.
#![allow(clippy::print_stdout, missing_docs)]

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use buurtblik::input::photos::Pool;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [workers, rounds, out, files @ ..] = arguments.as_slice() else {
        return Err("photos WORKERS ROUNDS OUT FILE…".into());
    };
    let (workers, rounds): (usize, usize) = (workers.parse()?, rounds.parse()?);
    let files: Vec<Arc<Vec<u8>>> =
        files.iter().map(|file| std::fs::read(file).map(Arc::new)).collect::<Result<_, _>>()?;
    let pool = Pool::new(workers);
    let base = memory("VmRSS:")?;
    let began = Instant::now();
    let work = (0..rounds).flat_map(|_| files.iter().cloned().enumerate());
    let running: Vec<_> = work
        .map(|(at, file)| {
            let pool = pool.clone();
            tokio::spawn(async move {
                let mut seat = pool.seat("bench");
                seat.take(file.len()).await?;
                Ok::<_, buurtblik::input::photos::PhotoError>((at, pool.process(seat, file.to_vec()).await?))
            })
        })
        .collect();
    let (mut count, mut large) = (0_u32, 0_usize);
    for one in running {
        let (at, photo) = one.await??;
        count += 1;
        large += photo.large.len();
        std::fs::write(Path::new(out).join(format!("{at}-large.jpg")), &photo.large)?;
        std::fs::write(Path::new(out).join(format!("{at}-thumb.jpg")), &photo.thumb)?;
    }
    let seconds = began.elapsed().as_secs_f64();
    let peak = memory("VmHWM:")?;
    println!(
        "{{\"photos\":{count},\"seconds\":{seconds},\"peak_kb\":{peak},\"base_kb\":{base},\"large_bytes\":{large}}}"
    );
    Ok(())
}

/// A line of what the system tells of this process, in kB.
fn memory(name: &str) -> Result<u64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    Ok(line.trim().trim_end_matches(" kB").trim().parse()?)
}
