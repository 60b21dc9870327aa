//! Taking connections: whoever opens one and says nothing is let go, whoever does not read what it is sent too, and a
//! machine that opens ten thousand keeps nobody out, whatever it does on them. (How fast a body has to come is in
//! [`super::pace`].)

mod lines;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_io_timeout::TimeoutStream;
use tower_service::Service as _;

use self::lines::{Line, Lines};
use super::source::Proxies;

/// The head of a request comes within this time, also that of the next one on a line that is kept open.
const HEAD: Duration = Duration::from_secs(10);
/// So long whoever asked may take nothing of what it is sent.
const READS: Duration = Duration::from_secs(30);
/// After an error of the system (no files left) the next try waits.
const PAUSE: Duration = Duration::from_millis(100);
/// Files that connections leave to the database, photos and the log.
const FILES_FOR_OTHERS: u64 = 256;
/// Fewest and most connections at once, whatever the system allows, and how many files it is asked to allow.
const LEAST: usize = 64;
const MOST: usize = 8_192;
const FILES_WISHED: u64 = 16_384;
/// Files that a program usually may open.
const USUAL_FILES: u64 = 1_024;

/// How many connections the system has files for, after it was asked for more.
fn most_connections() -> usize {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let (mut files, allowed) = open_files(&limits);
    // Only where it is needed: a service that has enough may be forbidden to ask.
    if files < FILES_WISHED.min(allowed) {
        let wished = FILES_WISHED.min(allowed);
        if setrlimit(Resource::Nofile, Rlimit { current: Some(wished), maximum: Some(allowed) }).is_ok() {
            files = wished;
        }
    }
    let files = usize::try_from(files.saturating_sub(FILES_FOR_OTHERS)).unwrap_or(MOST);
    files.clamp(LEAST, MOST)
}

/// How many files this program may open, and how many it may ask for, as Linux tells it in `/proc/self/limits`.
fn open_files(limits: &str) -> (u64, u64) {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"));
    let mut numbers = line.unwrap_or_default().split_whitespace().map(|word| match word {
        "unlimited" => u64::MAX,
        word => word.parse().unwrap_or(USUAL_FILES),
    });
    let now = numbers.next().unwrap_or(USUAL_FILES);
    (now, numbers.next().unwrap_or(now).max(now))
}

/// Answers on `listener` until `stop`, and then until what is under way has ended. `proxies` may have as many connections as
/// there are.
pub async fn serve(listener: TcpListener, router: Router, proxies: &Proxies, stop: impl Future<Output = ()>) {
    let lines = Lines::new(most_connections());
    // Each connection holds a receiver: when the last is gone, all have ended.
    let (ending, ended) = watch::channel(());
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, peer)) => match lines.open(proxies.stranger_at(peer.ip())) {
                Some(line) => drop(tokio::spawn(talk(stream, peer, router.clone(), line, ended.clone()))),
                // Closed at once: whoever it is may come again.
                None => drop(stream),
            },
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
    drop((listener, ended));
    // Where nobody listens any more, all have ended already.
    let _ = ending.send(());
    ending.closed().await;
}

async fn talk(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    line: Line,
    mut ended: watch::Receiver<()>,
) {
    let line = Arc::new(line);
    let (answering, let_go) = (line.clone(), line.let_go.clone());
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let (line, mut router) = (answering.clone(), router.clone());
        async move {
            line.speaks();
            let mut request: Request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            let response = router.call(request).await;
            line.falls_silent();
            response
        }
    });
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(READS));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .serve_connection(TokioIo::new(Box::pin(stream)), service);
    let mut connection = std::pin::pin!(connection);
    let ends = tokio::select! {
        // A line that breaks is no fault of ours.
        _ = connection.as_mut() => true,
        () = let_go.notified() => true,
        _ = ended.changed() => false,
    };
    if !ends {
        connection.as_mut().graceful_shutdown();
        drop(connection.await);
    }
}

#[cfg(test)]
mod tests {
    use super::open_files;

    #[test]
    fn the_system_says_how_many_files_there_are() {
        let told = "Limit                     Soft Limit           Hard Limit           Units     \n\
            Max open files            1024                 524288               files     \nMax locked memory 1 2 bytes";
        assert_eq!(open_files(told), (1024, 524_288));
        assert_eq!(
            open_files("Max open files            4096                 unlimited            files"),
            (4096, u64::MAX)
        );
        assert_eq!(open_files(""), (1024, 1024));
    }
}
