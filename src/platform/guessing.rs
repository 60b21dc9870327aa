//! Guessing join codes is slow: after twenty wrong ones from one address, every next one from there takes its time,
//! one after the other. A room of tablets behind one address notices nothing: codes that were right once stay fast.
//! Addresses are kept in memory for minutes and written down nowhere.

use std::collections::{HashMap, HashSet};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use tokio::sync::Mutex as Turn;

use super::app::App;
use super::problem::{Problem, Slug};
use crate::session::tidy_code;

/// Wrong codes from one address before it is slowed.
const FREE: u32 = 20;
/// How long wrong codes are remembered, and how long each next one takes.
const REMEMBERED: Duration = Duration::from_mins(10);
const PAUSE: Duration = Duration::from_secs(2);
/// Most that wait their turn at one address, and most addresses and right codes that are remembered.
const MOST_WAITING: usize = 60;
const MOST_ADDRESSES: usize = 50_000;
const MOST_CODES: usize = 200;

/// What is remembered of one address.
struct Known {
    wrong: u32,
    since: Instant,
    right: HashSet<String>,
    turn: Arc<Turn<()>>,
}

/// Addresses from which join codes were typed.
#[derive(Default)]
pub struct Guesses(Mutex<HashMap<IpAddr, Known>>);

impl Guesses {
    fn with<T>(&self, address: IpAddr, work: impl FnOnce(&mut Known) -> T) -> T {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST_ADDRESSES && !all.contains_key(&address) {
            all.clear();
        }
        let fresh = || Known { wrong: 0, since: Instant::now(), right: HashSet::new(), turn: Arc::default() };
        let known = all.entry(address).or_insert_with(fresh);
        if known.since.elapsed() >= REMEMBERED {
            (known.wrong, known.since) = (0, Instant::now());
        }
        work(known)
    }

    /// Whose turn to wait for, where this code from this address has to.
    fn slowed(&self, address: IpAddr, code: &str) -> Option<Arc<Turn<()>>> {
        self.with(address, |known| {
            (known.wrong >= FREE && !known.right.contains(code)).then(|| known.turn.clone())
        })
    }

    fn heard(&self, address: IpAddr, code: String, right: bool) {
        self.with(address, |known| {
            if !right {
                known.wrong = known.wrong.saturating_add(1);
            } else if known.right.len() < MOST_CODES {
                known.right.insert(code);
            }
        });
    }

    /// Forgets addresses of which nothing was heard for some time.
    pub fn tidy(&self) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, known| known.since.elapsed() < REMEMBERED * 6);
    }
}

/// Slows who guesses join codes.
pub async fn slow(State(app): State<App>, request: Request, next: Next) -> Response {
    let (Some(code), Some(address)) = (code(&request), address(&request)) else {
        return next.run(request).await;
    };
    let turn = app.guesses.slowed(address, &code);
    let _mine = match &turn {
        Some(turn) if Arc::strong_count(turn) > MOST_WAITING => {
            return Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many-guesses")
                .retry_after(60)
                .into_response();
        }
        Some(turn) => {
            let mine = turn.lock().await;
            tokio::time::sleep(PAUSE).await;
            Some(mine)
        }
        None => None,
    };
    let response = next.run(request).await;
    let wrong = response.extensions().get::<Slug>() == Some(&Slug("no-session"));
    if wrong || response.status().is_success() || response.status().is_redirection() {
        app.guesses.heard(address, code, !wrong);
    }
    response
}

/// The join code in the address: on residents' pages, in their API.
fn code(request: &Request) -> Option<String> {
    let route = request.extensions().get::<MatchedPath>()?.as_str();
    let at = route.split('/').position(|part| part == "{code}")?;
    request.uri().path().split('/').nth(at).map(tidy_code)
}

/// Where a request comes from: as the proxy beside the server says, else the peer itself. Of an IPv6 address the
/// network: one device has many.
fn address(request: &Request) -> Option<IpAddr> {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>()?.0.ip();
    let real = if peer.is_loopback() { forwarded(request.headers()).unwrap_or(peer) } else { peer };
    Some(match real {
        IpAddr::V6(v6) => {
            let mut parts = v6.segments();
            parts[4..].fill(0);
            IpAddr::from(parts)
        }
        v4 @ IpAddr::V4(_) => v4,
    })
}

/// The last address of `X-Forwarded-For`: the only one that the proxy itself wrote.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    last.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{FREE, Guesses, forwarded};
    use axum::http::{HeaderMap, HeaderValue};
    use std::net::IpAddr;

    #[test]
    fn twenty_wrong_codes_slow_an_address_but_not_the_tablets_that_are_in_already() {
        let (guesses, here) = (Guesses::default(), IpAddr::from([192, 0, 2, 1]));
        guesses.heard(here, "ACDEFG".to_owned(), true);
        for n in 0..FREE {
            assert!(guesses.slowed(here, "XXXXXX").is_none(), "{n}");
            guesses.heard(here, "XXXXXX".to_owned(), false);
        }
        assert!(guesses.slowed(here, "XXXXXX").is_some());
        assert!(guesses.slowed(here, "ACDEFG").is_none());
        assert!(guesses.slowed(IpAddr::from([192, 0, 2, 2]), "XXXXXX").is_none());
    }

    #[test]
    fn what_a_client_writes_in_the_header_itself_counts_for_nothing() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", HeaderValue::from_static("203.0.113.9, 198.51.100.7"));
        assert_eq!(forwarded(&headers), Some(IpAddr::from([198, 51, 100, 7])));
    }
}
