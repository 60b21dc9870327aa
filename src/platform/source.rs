//! Where a request comes from: whoever is at the other end of the connection, or whom a proxy names that is trusted.
//! It is known for as long as the request is answered, and written down nowhere.

use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;
use std::sync::{Arc, Once};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;
use ipnet::{IpNet, Ipv4Net};

tokio::task_local! {
    static SOURCE: IpAddr;
}

/// The machines whose word counts for where a request comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxies(Vec<IpNet>);

/// A proxy that is no address and no network.
#[derive(Debug, thiserror::Error)]
#[error(
    "{0} is geen adres en geen netwerk. Geef adressen met komma's ertussen, zoals 127.0.0.1,::1,10.0.3.0/24."
)]
pub struct NoNetwork(String);

impl FromStr for Proxies {
    type Err = NoNetwork;

    fn from_str(text: &str) -> Result<Self, NoNetwork> {
        let each = text.split([',', ' ']).map(str::trim).filter(|part| !part.is_empty());
        let read = |part: &str| {
            let network = part.parse::<IpNet>().or_else(|_| part.parse::<IpAddr>().map(IpNet::from));
            network.map(canonical).map_err(|_| NoNetwork(part.to_owned()))
        };
        Ok(Self(each.map(read).collect::<Result<_, _>>()?))
    }
}

/// A network of IPv4 that is written as IPv6 (`::ffff:10.0.0.0/104`) as the one that it is: so the addresses are that come.
fn canonical(network: IpNet) -> IpNet {
    let IpNet::V6(written) = network else { return network };
    let (address, length) = (written.network().to_ipv4_mapped(), written.prefix_len().checked_sub(96));
    let mapped = address.zip(length).and_then(|(address, length)| Ipv4Net::new(address, length).ok());
    mapped.map_or(network, IpNet::V4)
}

impl Proxies {
    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }

    /// Whoever is at the other end of a connection; nothing where it is a proxy of ours.
    pub(super) fn stranger_at(&self, peer: IpAddr) -> Option<IpAddr> {
        Some(peer.to_canonical()).filter(|peer| !self.trusts(*peer))
    }

    /// Where a request of this peer comes from. `X-Forwarded-For` and `Forwarded` are read from trusted proxies only, from the end,
    /// which the nearest proxy wrote, up to the first address that is none of theirs. A proxy writes one of the two and
    /// may pass on whatever a client wrote in the other: where they differ, neither counts.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let peer = peer.to_canonical();
        let told =
            [named(headers, "x-forwarded-for", &x_forwarded_for), named(headers, "forwarded", &forwarded)];
        let mut told = told.into_iter().flatten();
        if !self.trusts(peer) {
            if told.next().is_some() {
                tell_once();
            }
            return peer;
        }
        let first = told.next().map(|chain| self.stranger(&chain, peer));
        let second = told.next().map(|chain| self.stranger(&chain, peer));
        match (first, second) {
            (Some(one), None) => one,
            (Some(one), Some(other)) if one == other => one,
            _ => peer,
        }
    }

    /// The last in a chain of addresses that is no proxy of ours; the first of all where each of them is one.
    fn stranger(&self, chain: &[Option<IpAddr>], peer: IpAddr) -> IpAddr {
        let mut known = peer;
        for named in chain.iter().rev() {
            // What cannot be read was written by somebody we do not know: what stands before it neither counts.
            let Some(address) = named else { return known };
            known = *address;
            if !self.trusts(known) {
                break;
            }
        }
        known
    }
}

fn tell_once() {
    static TOLD: Once = Once::new();
    TOLD.call_once(|| {
        tracing::warn!(
            "a proxy that is not among BUURTBLIK_TRUSTED_PROXIES says where requests come from: it is not believed, \
             and all who come through it count as one"
        );
    });
}

type Chain = Vec<Option<IpAddr>>;

fn named(headers: &HeaderMap, name: &str, read: &dyn Fn(&str) -> Chain) -> Option<Chain> {
    let mut all = headers.get_all(name).iter().peekable();
    all.peek()?;
    Some(all.flat_map(|value| value.to_str().map_or_else(|_| vec![None], read)).collect())
}

fn x_forwarded_for(value: &str) -> Chain {
    value.split(',').map(address).collect()
}

/// The `for=` of each element of a `Forwarded` (RFC 7239); nothing for a name that is hidden.
fn forwarded(value: &str) -> Chain {
    let who = |element: &str| {
        let pairs = outside_quotes(element, ';');
        let (_, node) = pairs
            .iter()
            .filter_map(|pair| pair.split_once('='))
            .find(|(name, _)| name.trim().eq_ignore_ascii_case("for"))?;
        address(node.trim().trim_matches('"'))
    };
    outside_quotes(value, ',').into_iter().map(who).collect()
}

/// The parts of a text between marks that do not stand between quotes.
fn outside_quotes(text: &str, mark: char) -> Vec<&str> {
    let mut quoted = false;
    text.split(|letter| {
        quoted ^= letter == '"';
        letter == mark && !quoted
    })
    .collect()
}

/// An address with or without a port, in brackets or not.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let alone = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    let read = alone.parse().ok().or_else(|| Some(text.parse::<SocketAddr>().ok()?.ip()));
    read.map(|address| address.to_canonical())
}

/// Of an IPv6 address the network: one device has many.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => {
            let mut parts = v6.segments();
            parts[4..].fill(0);
            IpAddr::from(parts)
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// Answers a request while it is known where it comes from.
pub async fn know(State(proxies): State<Arc<Proxies>>, request: Request, next: Next) -> Response {
    let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>().copied() else {
        return next.run(request).await;
    };
    let source = network(proxies.client(peer.ip(), request.headers()));
    from(source, next.run(request)).await
}

/// Does something for a request from here.
pub async fn from<T>(source: IpAddr, work: impl Future<Output = T>) -> T {
    SOURCE.scope(source, work).await
}

/// Where the request that is being answered comes from; nothing for a command, and for work that goes on by itself.
pub fn current() -> Option<IpAddr> {
    SOURCE.try_with(|source| *source).ok()
}

#[cfg(test)]
mod tests {
    use super::{Proxies, network};
    use axum::http::{HeaderMap, HeaderName, HeaderValue};
    use proptest::prelude::{any, proptest};
    use std::net::IpAddr;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn client(proxies: &str, peer: &str, sent: &[(&'static str, &str)]) -> IpAddr {
        let mut headers = HeaderMap::new();
        for (name, value) in sent {
            headers.append(HeaderName::from_static(name), HeaderValue::from_str(value).unwrap());
        }
        proxies.parse::<Proxies>().unwrap().client(ip(peer), &headers)
    }

    const XFF: &str = "x-forwarded-for";

    #[test]
    fn whoever_is_not_trusted_is_who_they_are_whatever_they_write() {
        for header in [XFF, "forwarded"] {
            let value = if header == XFF { "203.0.113.9" } else { "for=203.0.113.9" };
            assert_eq!(client("", "192.0.2.1", &[(header, value)]), ip("192.0.2.1"));
            assert_eq!(client("10.0.0.0/8", "127.0.0.1", &[(header, value)]), ip("127.0.0.1"));
        }
    }

    #[test]
    fn a_trusted_proxy_names_the_client_and_what_the_client_wrote_itself_counts_for_nothing() {
        let near = "10.0.0.2, 2001:db8:1::/48";
        assert_eq!(client(near, "10.0.0.2", &[(XFF, "203.0.113.9, 198.51.100.7")]), ip("198.51.100.7"));
        let twice = [(XFF, "203.0.113.9"), (XFF, "198.51.100.7")];
        assert_eq!(client(near, "10.0.0.2", &twice), ip("198.51.100.7"));
        // Through two of them.
        assert_eq!(
            client(near, "10.0.0.2", &[(XFF, "6.6.6.6, 198.51.100.7, 2001:db8:1::5")]),
            ip("198.51.100.7")
        );
        assert_eq!(client(near, "::ffff:10.0.0.2", &[(XFF, "198.51.100.7:4711")]), ip("198.51.100.7"));
        assert_eq!(client(near, "10.0.0.2", &[(XFF, "6.6.6.6, nergens")]), ip("10.0.0.2"));
        assert_eq!(client(near, "10.0.0.2", &[]), ip("10.0.0.2"));
    }

    #[test]
    fn the_other_header_is_read_too_and_both_count_only_where_they_agree() {
        let near = "127.0.0.1";
        let said = "for=6.6.6.6, For=\"[2001:db8:cafe::17]:4711\";proto=https;by=\"a,b\"";
        assert_eq!(client(near, "127.0.0.1", &[("forwarded", said)]), ip("2001:db8:cafe::17"));
        assert_eq!(client(near, "127.0.0.1", &[("forwarded", "for=_hidden")]), ip("127.0.0.1"));
        // A proxy that writes the one passes on what a client wrote in the other.
        let both = |other| client(near, "127.0.0.1", &[(XFF, "198.51.100.7"), ("forwarded", other)]);
        assert_eq!(both("for=203.0.113.1"), ip("127.0.0.1"));
        assert_eq!(both("for=198.51.100.7"), ip("198.51.100.7"));
    }

    #[test]
    fn a_proxy_of_ipv4_that_is_written_as_ipv6_is_trusted_too() {
        for near in ["::ffff:10.0.0.2", "::ffff:10.0.0.0/104", "::ffff:a00:2/128"] {
            for peer in ["10.0.0.2", "::ffff:10.0.0.2"] {
                let named = client(near, peer, &[(XFF, "198.51.100.7")]);
                assert_eq!(named, ip("198.51.100.7"), "{near} {peer}");
            }
            assert_eq!(client(near, "192.0.2.1", &[(XFF, "198.51.100.7")]), ip("192.0.2.1"), "{near}");
        }
    }

    #[test]
    fn what_is_no_network_is_refused_by_name() {
        let error = "127.0.0.1,10.0.0.0/99".parse::<Proxies>().unwrap_err();
        assert!(error.to_string().contains("10.0.0.0/99"), "{error}");
    }

    #[test]
    fn one_home_is_one_source_however_many_addresses_it_has() {
        assert_eq!(network(ip("2001:db8:1:2:3:4:5:6")), network(ip("2001:db8:1:2::9")));
        assert_ne!(network(ip("2001:db8:1:2::")), network(ip("2001:db8:1:3::")));
    }

    proptest! {
        #[test]
        fn no_header_of_a_client_moves_what_its_proxy_wrote(written in "[ -~]{0,80}", named in any::<[u8; 4]>()) {
            let named = IpAddr::from(named);
            if named != ip("10.0.0.2") {
                let value = format!("{written}, {named}");
                assert_eq!(client("10.0.0.2", "10.0.0.2", &[(XFF, &value)]), named);
            }
        }
    }
}
