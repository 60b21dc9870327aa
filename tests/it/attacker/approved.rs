//! What a begeleider approves of a world: words and photos of some pins, and words of answers in a teruglegging. It is told one by one, so
//! twins have the same of it; whoever else spoke, and how many, is another matter.

use futures::{StreamExt as _, stream};
use reqwest::Method;
use serde_json::{Value, json};
use vakken::CutBy;

use super::dice::Dice;
use super::front::{Brought, Staff, opened, release};
use crate::harness::{MIDDLE, Reply, TestServer, id, jpeg, multipart, participant};

/// How the ids of what is approved end.
const APPROVED: &str = "-0000-4000-8000-0000000000a0";
const ABOUT: [&str; 2] = ["sterk", "beter"];
const SAYS: [&str; 3] = ["klopt", "klopt-niet", "mist"];

/// The id of what is approved under a number: the same in both worlds, for the order of ids is seen and says nothing.
pub fn approved_id(number: u32) -> String {
    // Any order but that of their numbers.
    format!("{:08x}{APPROVED}", number.wrapping_mul(2_654_435_761))
}

pub fn is_approved(id: &str) -> bool {
    id.ends_with(APPROVED)
}

async fn decide(server: &TestServer, staff: &Staff, code: &str, id: &str, of: &str) -> Value {
    let path = format!("/api/v1/sessions/{code}/moderation/{id}");
    let verdict = json!({"of": of, "decision": "approve"});
    let sent = server.request(Method::POST, &path).bearer_auth(&staff.begeleider).json(&verdict);
    Reply::of(sent).await.json(200)
}

async fn photo(
    server: &TestServer,
    code: &str,
    pin: &(String, Value),
    photo: &str,
    width: u32,
    caption: &str,
) {
    let path = format!("/api/v1/sessions/{code}/pins/{}/photos/{photo}", pin.0);
    let form = multipart(jpeg(width, 40), "foto.jpg", caption);
    let who = pin.1["properties"]["participant"].as_str().unwrap();
    let sent = server.request(Method::PUT, &path).header("participant", who).multipart(form);
    Reply::of(sent).await.expect(201);
}

/// Approves what is to be approved of these pins: words, words and a photo, or only a photo; the last parts of the addresses of the photos.
/// With `hidden` somebody else adds a photo that nobody approves.
pub async fn approve(
    server: &TestServer,
    staff: &Staff,
    code: &str,
    pins: &[(String, Value)],
    hidden: bool,
) -> Vec<String> {
    let (mut photos, mut ours): (Vec<String>, Vec<_>) =
        (Vec::new(), pins.iter().filter(|(id, _)| is_approved(id)).collect());
    ours.sort_by_key(|(id, _)| id.clone());
    for (pin, number) in ours.into_iter().zip(0_u32..) {
        if number % 4 != 3 {
            decide(server, staff, code, &pin.0, "pin").await;
        }
        if number % 4 > 1 && photos.len() < 2 {
            // The order of photos is that of their ids too.
            let one = format!("{number:08x}{}", &id()[8..]);
            photo(server, code, pin, &one, 60 + number, &format!("Foto {number}")).await;
            let item = decide(server, staff, code, &one, "photo").await;
            let large = item["photo"]["large"].as_str().unwrap();
            photos.push(large.rsplit('/').next().unwrap().split('?').next().unwrap().to_owned());
        }
    }
    if let Some(pin) = pins.iter().find(|(id, _)| hidden && !is_approved(id)) {
        photo(server, code, pin, &id(), 90, "Niemand ziet dit").await;
    }
    photos
}

/// How many people gave each answer to what the map says is strong, and to what can be better.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers([[u32; 3]; 2]);

/// What may be told of a thing: how many people, and what they said where that is told.
type Told = Option<(u32, Option<[u32; 3]>)>;

impl Answers {
    /// Those of a seed.
    pub fn of(seed: u64) -> Self {
        let mut dice = Dice::new(seed ^ 0xA115);
        let mut one = || u32::try_from(dice.below(9)).unwrap();
        Self([[1 + one(), one(), one()], [5 + one(), 0, one()]])
    }

    /// Others of which the same is told: of each thing as many as is told, and the answers that were approved.
    pub fn twin(&self, seed: u64, k: u32) -> Self {
        let mut dice = Dice::new(seed ^ 0xA116);
        let mut twin = self.clone();
        for _ in 0..2000 {
            let mut other = twin.clone();
            other.0[dice.below(2)][dice.below(3)] = u32::try_from(dice.below(12)).unwrap();
            if other.0.iter().all(|of| of[0] > 0) && other.told(k) == self.told(k) {
                twin = other;
            }
        }
        twin
    }

    fn told(&self, k: u32) -> [Told; 2] {
        let down = |people: u32| people - people % k;
        self.0.map(|counts| {
            let all = counts.iter().sum::<u32>();
            let each = counts.iter().all(|people| *people == 0 || *people >= k);
            let said = counts.map(down);
            let whole = if each { said.iter().sum() } else { down(all) };
            (all >= k).then_some((whole, each.then_some(said)))
        })
    }

    /// A teruglegging in which they are given; of each thing one is approved.
    pub async fn give(&self, server: &TestServer, staff: &Staff, told: &mut Brought) {
        let fields = [("title", "Klopt het"), ("method", "teruglegging"), ("audience", "bewoners")];
        let code = opened(server, staff, &told.traject, &fields).await;
        let (mut number, mut all) = (1000, Vec::new());
        for (about, counts) in ABOUT.into_iter().zip(self.0) {
            number += 1;
            let mut first = Some(approved_id(number));
            for (says, people) in SAYS.into_iter().zip(counts) {
                for n in 0..people {
                    let (words, id) = match first.take() {
                        Some(id) => (format!("Zeker {number}"), id),
                        None => (format!("Stil {n}"), id()),
                    };
                    let body = json!({"about": about, "place": MIDDLE, "says": says, "words": words, "participant": participant()});
                    all.push((format!("/api/v1/sessions/{code}/answers/{id}"), body));
                }
            }
        }
        let put = |(path, body): (String, Value)| async move {
            Reply::of(server.request(Method::PUT, &path).json(&body)).await.expect(201);
        };
        stream::iter(all).map(put).buffer_unordered(4).collect::<Vec<()>>().await;
        for number in [1001, 1002] {
            decide(server, staff, &code, &approved_id(number), "answer").await;
        }
        release(server, staff, &told.traject, &code, CutBy::Theme).await.expect(303);
        told.codes.push(code);
    }
}
