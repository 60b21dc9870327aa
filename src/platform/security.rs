//! What holds for every answer and every change.

use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, Version, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::app::App;
use super::problem::Problem;

/// No inline script or style, nothing from another host. `wasm-unsafe-eval` lets WebAssembly be
/// compiled and nothing else be evaluated; `data:` and `blob:` pictures are previews of one's own photo.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; worker-src 'self'; \
     manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// For what a browser shows as a document: a page, or a drawing opened by itself.
const FOR_DOCUMENTS: [(HeaderName, HeaderValue); 4] = [
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("geolocation=(), microphone=(), camera=(self)"),
    ),
];

/// For data, should somebody open them as a page. Not for scripts: a worker lives by its own script's policy.
const FOR_DATA: (HeaderName, HeaderValue) =
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'"));

/// For every answer.
const FOR_ALL: [(HeaderName, HeaderValue); 2] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];

/// Sets the headers that answers carry; on a slow line those that only mean something on a document stay off
/// the others.
pub async fn set_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    let document = kind.starts_with(b"text/html") || kind.starts_with(b"image/svg");
    let more = document.then_some(FOR_DOCUMENTS).into_iter().flatten();
    let data = kind.starts_with(b"application/json") || kind.starts_with(b"application/problem+json");
    for (name, value) in FOR_ALL.into_iter().chain(more).chain(data.then_some(FOR_DATA)) {
        response.headers_mut().entry(name).or_insert(value);
    }
    response
}

/// A change that a browser sends must come from a page of ours. Machines send no `Origin`, and carry
/// no cookies.
pub async fn check_origin(State(app): State<App>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_own_origin(request.headers(), &app.public_url) {
        return next.run(request).await;
    }
    Problem::new(StatusCode::FORBIDDEN, "origin").into_response()
}

/// A request names one host, once: where there are two, a proxy and this server may each believe another.
pub async fn one_host(request: Request, next: Next) -> Response {
    if names_one_host(request.version(), request.uri(), request.headers()) {
        return next.run(request).await;
    }
    Problem::new(StatusCode::BAD_REQUEST, "request").into_response()
}

fn names_one_host(version: Version, uri: &Uri, headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => {
            host.to_str().is_ok_and(|host| host.parse::<Authority>().is_ok_and(|host| names_nobody(&host)))
        }
        // HTTP/2 says it elsewhere.
        (None, None) => version > Version::HTTP_11 && uri.authority().is_some_and(names_nobody),
        _ => false,
    }
}

/// `user@host` is no host: who reads only to the sign reads another one.
fn names_nobody(authority: &Authority) -> bool {
    !authority.as_str().contains('@')
}

fn is_own_origin(headers: &HeaderMap, public_url: &str) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(origin) = text(header::ORIGIN) else {
        let site = text(HeaderName::from_static("sec-fetch-site"));
        return matches!(site, None | Some("same-origin" | "none"));
    };
    let host = origin.split_once("://").map(|(_, host)| host);
    origin == public_url || (host.is_some() && host == text(header::HOST))
}

#[cfg(test)]
mod tests {
    use super::{is_own_origin, names_one_host};
    use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri, Version};

    #[test]
    fn one_host_is_one_host_and_two_or_none_or_nonsense_are_not() {
        let named = |hosts: &[&'static str]| {
            let mut headers = HeaderMap::new();
            for host in hosts {
                headers.append("host", HeaderValue::from_static(host));
            }
            names_one_host(Version::HTTP_11, &Uri::from_static("/"), &headers)
        };
        for host in ["blik.example", "127.0.0.1:3000", "[::1]:3000", "localhost"] {
            assert!(named(&[host]), "{host}");
        }
        for hosts in [
            &[][..],
            &["a.example", "a.example"],
            &["a.example", "b.example"],
            &[""],
            &["a.example, b.example"],
            &["a b"],
            &["x@evil.example"],
            &["blik.example@evil.example"],
            &["blik.example:pw@evil.example:80"],
        ] {
            assert!(!named(hosts), "{hosts:?}");
        }
        let two = Uri::from_static("https://blik.example/");
        assert!(names_one_host(Version::HTTP_2, &two, &HeaderMap::new()));
        let somebody = Uri::from_static("https://x@blik.example/");
        assert!(!names_one_host(Version::HTTP_2, &somebody, &HeaderMap::new()));
    }

    fn sent(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers: HeaderMap = pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        is_own_origin(&headers, "https://blik.example")
    }

    #[test]
    fn a_change_from_another_site_is_not_ours() {
        assert!(!sent(&[("origin", "https://evil.example"), ("host", "blik.example")]));
        assert!(!sent(&[("origin", "null"), ("host", "blik.example")]));
        assert!(!sent(&[("sec-fetch-site", "cross-site"), ("host", "blik.example")]));
    }

    #[test]
    fn a_change_from_our_page_or_a_machine_is() {
        assert!(sent(&[("origin", "https://blik.example"), ("host", "127.0.0.1:3000")]));
        assert!(sent(&[("origin", "http://127.0.0.1:3000"), ("host", "127.0.0.1:3000")]));
        assert!(sent(&[("host", "127.0.0.1:3000")]));
    }
}
