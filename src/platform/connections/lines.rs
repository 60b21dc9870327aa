//! Which connections there are, who has them, and which is let go where there are too many.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

/// One machine has at most so large a part of all connections. A hall full of tablets behind one address has far fewer.
const SHARE: usize = 4;

/// Who is at the other end: an address, or of IPv6 the network of one customer; nothing for a proxy of ours, which has everybody
/// behind it.
type Whose = Option<IpAddr>;

/// The connections of one machine.
#[derive(Default)]
struct Own {
    /// All of them.
    all: usize,
    /// Those on which nobody waits for an answer just now, in the order in which they fell silent.
    silent: BTreeSet<u64>,
}

#[derive(Default)]
struct Known {
    next: u64,
    silent: BTreeMap<u64, (Whose, Arc<Notify>)>,
    all: usize,
    own: HashMap<IpAddr, Own>,
}

impl Known {
    /// Takes the one away from the silent ones that has been so for longest, of all or of one machine.
    fn oldest(&mut self, of: Whose) -> Option<Arc<Notify>> {
        let place = match of {
            Some(whose) => *self.own.get(&whose)?.silent.first()?,
            None => *self.silent.first_key_value()?.0,
        };
        self.wakes(place)
    }

    fn wakes(&mut self, place: u64) -> Option<Arc<Notify>> {
        let (whose, let_go) = self.silent.remove(&place)?;
        if let Some(own) = whose.and_then(|whose| self.own.get_mut(&whose)) {
            own.silent.remove(&place);
        }
        Some(let_go)
    }
}

/// What is known of all connections.
#[derive(Clone)]
pub(super) struct Lines {
    known: Arc<Mutex<Known>>,
    most: usize,
}

impl Lines {
    /// At most so many connections.
    pub(super) fn new(most: usize) -> Self {
        Self { known: Arc::default(), most }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new connection of `peer`; `None` for a proxy of ours. Where one machine has too many, or all together are too many, the
    /// one that said nothing for longest is let go; nothing where on each of them somebody waits for an answer.
    pub(super) fn open(&self, peer: Option<IpAddr>) -> Option<Line> {
        let whose = peer.map(machine);
        let mut known = self.known();
        if let Some(whose) = whose
            && known.own.get(&whose).is_some_and(|own| own.all >= (self.most / SHARE).max(1))
        {
            // It counts until it is closed, which is at once.
            known.oldest(Some(whose))?.notify_one();
        } else if known.all >= self.most {
            known.oldest(None)?.notify_one();
        }
        known.all += 1;
        if let Some(whose) = whose {
            known.own.entry(whose).or_default().all += 1;
        }
        drop(known);
        let line = Line { lines: self.clone(), whose, let_go: Arc::default(), silent: Mutex::default() };
        line.falls_silent();
        Some(line)
    }
}

/// One connection.
pub(super) struct Line {
    lines: Lines,
    whose: Whose,
    /// Told where it is let go.
    pub(super) let_go: Arc<Notify>,
    /// Its place among the silent ones.
    silent: Mutex<Option<u64>>,
}

impl Line {
    /// Nobody waits for an answer on it any more.
    pub(super) fn falls_silent(&self) {
        let mut known = self.lines.known();
        let place = known.next;
        known.next += 1;
        known.silent.insert(place, (self.whose, self.let_go.clone()));
        if let Some(own) = self.whose.and_then(|whose| known.own.get_mut(&whose)) {
            own.silent.insert(place);
        }
        *self.silent.lock().unwrap_or_else(PoisonError::into_inner) = Some(place);
    }

    /// Somebody asks something.
    pub(super) fn speaks(&self) {
        let place = self.silent.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(place) = place {
            self.lines.known().wakes(place);
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.speaks();
        let mut known = self.lines.known();
        known.all = known.all.saturating_sub(1);
        let Some(whose) = self.whose else { return };
        let Some(own) = known.own.get_mut(&whose) else { return };
        own.all = own.all.saturating_sub(1);
        if own.all == 0 {
            known.own.remove(&whose);
        }
    }
}

/// One machine by its address: a customer has a whole network of IPv6 addresses, 2⁶⁴ of them.
fn machine(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    const ONE: Option<IpAddr> = Some(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)));
    const OTHER: Option<IpAddr> = Some(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 2)));

    #[tokio::test]
    async fn the_line_that_was_silent_for_longest_makes_room_and_one_that_waits_for_an_answer_never() {
        let lines = Lines::new(2);
        let (first, second) = (lines.open(None).unwrap(), lines.open(None).unwrap());
        first.speaks();
        let third = lines.open(None).unwrap();
        second.let_go.notified().await;
        drop(second);
        third.speaks();
        assert!(lines.open(None).is_none(), "both wait for an answer");
        first.falls_silent();
        assert!(lines.open(None).is_some());
        first.let_go.notified().await;
    }

    #[tokio::test]
    async fn one_machine_has_a_share_and_only_its_own_silent_lines_make_room_for_it() {
        let lines = Lines::new(8);
        let other = lines.open(OTHER).unwrap();
        let (first, second) = (lines.open(ONE).unwrap(), lines.open(ONE).unwrap());
        second.speaks();
        let third = lines.open(ONE).unwrap();
        first.let_go.notified().await;
        drop(first);
        third.speaks();
        assert!(lines.open(ONE).is_none(), "on both of its own an answer is waited for");
        assert!(lines.open(OTHER).is_some());
        drop((second, third));
        assert!(lines.open(ONE).is_some(), "what is closed does not count");
        drop(other);
        let known = lines.known();
        assert!(
            known.own.is_empty() && known.silent.is_empty() && known.all == 0,
            "nothing is left of what is closed"
        );
    }

    #[test]
    fn all_addresses_of_one_network_of_ipv6_are_one_machine_and_a_proxy_of_ours_is_none() {
        let lines = Lines::new(8);
        let address = |last: u16| Some(Ipv6Addr::new(0x2001, 0xdb8, 1, 1, 0, 0, 0, last).into());
        let open: Vec<Line> = (0..2).map(|n| lines.open(address(n)).unwrap()).collect();
        open.iter().for_each(Line::speaks);
        assert!(lines.open(address(3)).is_none());
        assert!(lines.open(Some(Ipv6Addr::new(0x2001, 0xdb8, 1, 2, 0, 0, 0, 1).into())).is_some());
        let proxy: Vec<Line> = (0..6).map(|_| lines.open(None).unwrap()).collect();
        proxy.iter().for_each(Line::speaks);
        assert!(lines.open(None).is_none(), "all of them wait for an answer");
    }
}
