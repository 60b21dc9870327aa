//! What a begeleider makes unrecognisable is nowhere any more: in no file, under no address, in no backup.

use std::path::PathBuf;

use image::{ImageFormat, Rgb, RgbImage};
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Reply, TestServer, id, multipart, participant, pin, server};
use crate::moderation::{begeleider, decide};

/// Where the secret is in the picture: left, top and side, in pixels of 640 × 480.
const SECRET: (u32, u32, u32) = (200, 120, 120);

/// A photo with a pattern that nobody else has, in the middle of an even wall.
fn with_secret() -> RgbImage {
    let (left, top, side) = SECRET;
    let mut seed = 99_u32;
    let mut cells = [[0_u8; 15]; 15];
    for cell in cells.iter_mut().flatten() {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *cell = if seed & 0x1_0000 == 0 { 20 } else { 235 };
    }
    RgbImage::from_fn(640, 480, |x, y| {
        let inside = (left..left + side).contains(&x) && (top..top + side).contains(&y);
        if !inside {
            return Rgb([120, 130, 110]);
        }
        Rgb([cells[((y - top) / 8) as usize][((x - left) / 8) as usize]; 3])
    })
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// How alike the secret is to the same place of a picture of any size: 1 is the same, 0 is nothing of it.
fn likeness(picture: &RgbImage) -> f64 {
    let secret = with_secret();
    let picture = image::imageops::resize(picture, 640, 480, image::imageops::FilterType::Triangle);
    let (left, top, side) = SECRET;
    let grey = |picture: &RgbImage, x, y| f64::from(picture.get_pixel(x, y).0[1]);
    let pairs: Vec<(f64, f64)> = (left + 2..left + side - 2)
        .flat_map(|x| (top + 2..top + side - 2).map(move |y| (x, y)))
        .map(|(x, y)| (grey(&secret, x, y), grey(&picture, x, y)))
        .collect();
    let count = f64::from(u32::try_from(pairs.len()).unwrap());
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / count;
    let (one, other) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let (mut both, mut left, mut right) = (0.0, 0.0, 0.0);
    for (a, b) in &pairs {
        both += (a - one) * (b - other);
        left += (a - one).powi(2);
        right += (b - other).powi(2);
    }
    if right < 1.0 { 0.0 } else { (both / (left * right).sqrt()).abs() }
}

fn files(folder: PathBuf) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found
}

/// The most that any stored picture shows of the secret; and how many pictures there are.
fn most_left(server: &TestServer) -> (f64, usize) {
    let pictures = files(server.place.data_dir().join("photos"));
    let shown = pictures.iter().map(|file| likeness(&image::open(file).unwrap().into_rgb8()));
    (shown.fold(0.0, f64::max), pictures.len())
}

/// A pin with a photo: the pin and the photo.
async fn sent(server: &TestServer, me: &str, photo: Vec<u8>) -> (String, String) {
    let (pin_id, photo_id) = (id(), id());
    server.put_pin(&pin_id, &pin(me, "Met een foto")).await.expect(201);
    let path = format!("{}/photos/{photo_id}", server.pin_path(&pin_id));
    let form = multipart(photo, "a.jpg", "Het plein").text("poster", "1");
    Reply::of(server.request(Method::PUT, &path).header("participant", me).multipart(form)).await.expect(201);
    (pin_id, photo_id)
}

async fn waiting(server: &TestServer, token: &str, photo: &str) -> Value {
    let path = format!("/api/v1/sessions/{}/moderation", server.code);
    let all = server.get_as(token, &path).await.json(200);
    all.as_array().unwrap().iter().find(|item| item["id"] == photo).unwrap().clone()
}

async fn edit(server: &TestServer, token: &str, photo: &str, edit: &Value) -> Reply {
    let path = format!("/api/v1/sessions/{}/moderation/{photo}/edit", server.code);
    Reply::of(server.request(Method::POST, &path).bearer_auth(token).json(edit)).await
}

/// A box over the secret.
fn cover() -> Value {
    json!([{"x": 190.0 / 640.0, "y": 110.0 / 480.0, "w": 140.0 / 640.0, "h": 140.0 / 480.0}])
}

#[test]
fn what_is_covered_cannot_be_found_in_any_stored_file_and_its_address_is_gone() {
    server().story(async |server| {
        let (me, token) = (participant(), begeleider(server));
        let (_, photo) = sent(server, &me, jpeg(&with_secret())).await;
        let (before, count) = most_left(server);
        assert!(before > 0.9 && count == 2, "the secret can be seen at first: {before}, {count} files");
        let seen = waiting(server, &token, &photo).await;
        assert_eq!(seen["photo"]["poster"], true);

        let old = seen["photo"].clone();
        let asked = json!({"boxes": cover(), "version": seen["version"]});
        let item = edit(server, &token, &photo, &asked).await.json(200);
        assert_eq!((&item["state"], &item["text"]), (&json!("waits"), &json!("Het plein")));
        let (left, count) = most_left(server);
        assert!(left < 0.25 && count == 2, "{left} of the secret is left, {count} files");
        for size in ["thumb", "large"] {
            server.get(old[size].as_str().unwrap()).await.expect(410);
            let now = server.get(item["photo"][size].as_str().unwrap()).await;
            assert_eq!(now.expect(200).header("cache-control"), "no-store", "nobody approved it yet");
        }
        // Sent again by a tablet that did not hear the answer: nothing comes back.
        let again = json!({"decision": "approve", "version": seen["version"]});
        decide(server, &token, &photo, &again).await.problem_of(409, "decided");
        decide(server, &token, &photo, &json!({"decision": "approve", "version": item["version"]}))
            .await
            .expect(200);
        assert!(most_left(server).0 < 0.25);
        let trail =
            files(server.place.data_dir()).into_iter().find(|file| file.ends_with("gone.log")).unwrap();
        assert!(std::fs::read_to_string(trail).unwrap().starts_with(&format!("picture {photo} ")));
    });
}

#[test]
fn the_same_picture_at_another_pin_is_covered_with_it() {
    server().story(async |server| {
        let (me, token) = (participant(), begeleider(server));
        let (_, one) = sent(server, &me, jpeg(&with_secret())).await;
        let (_, other) = sent(server, &me, jpeg(&with_secret())).await;
        let old = waiting(server, &token, &other).await;
        edit(server, &token, &one, &json!({"boxes": cover()})).await.expect(200);
        assert!(most_left(server).0 < 0.25);
        let now = waiting(server, &token, &other).await;
        assert_ne!(old["photo"]["large"], now["photo"]["large"]);
        server.get(old["photo"]["large"].as_str().unwrap()).await.expect(410);
        let stale = json!({"decision": "approve", "version": old["version"]});
        decide(server, &token, &other, &stale).await.problem_of(409, "decided");
    });
}

#[test]
fn of_two_who_change_or_decide_the_second_is_told() {
    server().story(async |server| {
        let (me, token) = (participant(), begeleider(server));
        let (_, photo) = sent(server, &me, jpeg(&with_secret())).await;
        let seen = waiting(server, &token, &photo).await["version"].clone();
        edit(server, &token, &photo, &json!({"turn": 90, "version": seen})).await.expect(200);
        edit(server, &token, &photo, &json!({"turn": 90, "version": seen})).await.problem_of(409, "decided");
        decide(server, &token, &photo, &json!({"decision": "approve"})).await.expect(200);
        edit(server, &token, &photo, &json!({"turn": 90})).await.problem_of(409, "decided");
        let item = edit(server, &token, &photo, &json!({"turn": 90, "again": true})).await.json(200);
        assert_eq!(item["state"], "approved");
        let large = server.get(item["photo"]["large"].as_str().unwrap()).await;
        assert_eq!(large.header("cache-control"), "private, max-age=3600");
        let upright = image::load_from_memory(&large.bytes).unwrap();
        assert_eq!((upright.width(), upright.height()), (640, 480), "two quarters");
    });
}

#[test]
fn an_edit_that_cannot_be_changes_nothing() {
    server().story(async |server| {
        let (me, token) = (participant(), begeleider(server));
        let (_, photo) = sent(server, &me, jpeg(&with_secret())).await;
        for wrong in
            [json!({}), json!({"turn": 45}), json!({"boxes": [{"x": 0.9, "y": 0, "w": 0.2, "h": 0.1}]})]
        {
            edit(server, &token, &photo, &wrong).await.problem_of(422, "photo-edit");
        }
        for wrong in [json!({"turn": "a"}), json!({"blur": 3}), json!([1])] {
            edit(server, &token, &photo, &wrong).await.problem_of(422, "no-decision");
        }
        edit(server, &token, &id(), &json!({"turn": 90})).await.problem_of(404, "no-item");
        assert_eq!(waiting(server, &token, &photo).await["version"], 0);
        let faces = server
            .get_as(&token, &format!("/api/v1/sessions/{}/moderation/{photo}/faces", server.code))
            .await;
        assert_eq!(
            (faces.header("cache-control"), faces.json(200)["version"].clone()),
            ("no-store", json!(0))
        );
    });
}

#[test]
fn a_restore_from_before_does_not_bring_back_what_was_covered() {
    server().story(async |server| {
        let (me, token) = (participant(), begeleider(server));
        let (pin_id, photo) = sent(server, &me, jpeg(&with_secret())).await;
        let file = server.place.folder().join("voor.tar");
        server.place.cli(&["backup", file.to_str().unwrap()]).worked();
        edit(server, &token, &photo, &json!({"boxes": cover()})).await.expect(200);
        let gone = server.place.data_dir().join("gone.log");
        let told = crate::upkeep::restore(server, &file, "terug", &["--gone", gone.to_str().unwrap()]).json();
        assert_eq!(told["erased_again"], 1);
        let left = files(server.place.folder().join("terug").join("photos"));
        assert_eq!(left, Vec::<PathBuf>::new(), "the photo of pin {pin_id} goes: it cannot be covered again");
    });
}
