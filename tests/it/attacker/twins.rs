//! What is asked of two worlds, and whether the answers are the same.

use reqwest::Method;
use sha2::{Digest as _, Sha256};

use super::doors::{Door, Who};
use super::front::{Brought, Staff};
use crate::harness::{Reply, TestServer, participant};

/// An answer without what differs by itself: whose it is, and the clock.
#[derive(PartialEq)]
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// Asks one thing of two trajecten.
pub async fn are_twins(
    server: &TestServer,
    staff: &Staff,
    pair: [&Brought; 2],
    door: &Door,
) -> Result<(), String> {
    let (one, other) = futures::join!(ask(server, staff, pair[0], door), ask(server, staff, pair[1], door));
    if one == other {
        return Ok(());
    }
    let mut told = vec![format!("{door:?}: {} and {}", one.status, other.status)];
    for (mine, theirs) in one.headers.iter().zip(&other.headers).filter(|(mine, theirs)| mine != theirs) {
        told.push(format!("  {mine:?}\n  {theirs:?}"));
    }
    if let Some(at) = first_difference(&one.body, &other.body) {
        let around = |body: &[u8]| {
            let part = body.get(at.saturating_sub(160)..(at + 120).min(body.len())).unwrap_or_default();
            String::from_utf8_lossy(part).into_owned()
        };
        told.push(format!("  at byte {at}:\n  {}\n  {}", around(&one.body), around(&other.body)));
    }
    Err(told.join("\n"))
}

fn first_difference(one: &[u8], other: &[u8]) -> Option<usize> {
    let shared = one.len().min(other.len());
    (0..shared).find(|at| one[*at] != other[*at]).or((one.len() != other.len()).then_some(shared))
}

async fn ask(server: &TestServer, staff: &Staff, told: &Brought, (who, path): &Door) -> Answer {
    let path = path
        .replace("{id}", &told.traject)
        .replace("{code}", &told.codes[0])
        .replace("{last}", told.codes.last().unwrap())
        .replace("{slug}", &told.slug)
        .replace("{foto}", told.photos.first().map_or("0", String::as_str));
    let request = server.request(Method::GET, &path);
    let request = match who {
        Who::Professional => request.bearer_auth(&staff.professional),
        Who::Begeleider => request.bearer_auth(&staff.begeleider),
        Who::Resident => request.header("participant", participant()),
        Who::Passer => request,
    };
    let reply = Reply::of(request).await;
    let headers = reply.headers.iter().filter(|(name, _)| !["date", "x-request-id"].contains(&name.as_str()));
    let mut headers: Vec<(String, String)> = headers
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        .map(|(name, value)| (name, String::from_utf8(same(value.into_bytes(), told)).unwrap()))
        .collect();
    // The name of a page that holds ids: it follows from what stands on the page, and tells no more.
    let of_its_body = format!("W/\"{}\"", hex::encode(&Sha256::digest(&reply.bytes)[..12]));
    for (name, value) in &mut headers {
        if name == "etag" && *value == of_its_body {
            "of its body".clone_into(value);
        }
    }
    headers.sort();
    Answer { status: reply.status, headers, body: same(reply.bytes, told) }
}

/// Puts the same word for what it is called here.
fn same(mut bytes: Vec<u8>, told: &Brought) -> Vec<u8> {
    let mut names = vec![told.traject.clone(), told.slug.clone()];
    names.extend(told.codes.iter().chain(&told.photos).cloned());
    for (name, mark) in names.iter().zip((b'a'..=b'z').cycle()) {
        for written in [name.clone(), name.to_lowercase()] {
            cover(&mut bytes, written.as_bytes(), mark);
        }
    }
    cover_shapes(&mut bytes, "dd:dd:dd");
    cover_shapes(&mut bytes, ", dd:dd<");
    cover_shapes(&mut bytes, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
    bytes
}

/// Writes this mark over each place where the name stands.
pub fn cover(bytes: &mut [u8], name: &[u8], mark: u8) {
    if name.is_empty() {
        return;
    }
    let mut at = 0;
    while at + name.len() <= bytes.len() {
        if bytes[at] == name[0] && bytes[at..].starts_with(name) {
            bytes[at..at + name.len()].fill(mark);
            at += name.len();
        } else {
            at += 1;
        }
    }
}

/// Whatever reads like this, with digits for `d` and hexadecimal ones for `x`: a time of the clock, an id that a form was given.
pub fn cover_shapes(bytes: &mut [u8], shape: &str) {
    let shape = shape.as_bytes();
    let fits = |(byte, like): (&u8, &u8)| match like {
        b'd' => byte.is_ascii_digit(),
        b'x' => byte.is_ascii_hexdigit(),
        other => byte == other,
    };
    for at in 0..(bytes.len() + 1).saturating_sub(shape.len()) {
        let part = &mut bytes[at..at + shape.len()];
        if part.iter().zip(shape).all(fits) {
            part.fill(b'0');
        }
    }
}
