//! Photos at a pin: kept once, made safe, seen by their owner only, gone with the pin.

use futures::future::join_all;
use reqwest::Method;
use serde_json::Value;

use crate::harness::{Reply, TestServer, id, jpeg, multipart, participant, pin, story, with_exif};

/// Sends a photo to a pin.
async fn send(server: &TestServer, at: (&str, &str), me: &str, photo: &[u8], caption: &str) -> Reply {
    let path = format!("{}/photos/{}", server.pin_path(at.0), at.1);
    let request = server.request(Method::PUT, &path).header("participant", me);
    Reply::of(request.multipart(multipart(photo.to_vec(), "foto.jpg", caption))).await
}

/// A pin of a new participant.
async fn with_pin(server: &TestServer) -> (String, String) {
    let (pin_id, me) = (id(), participant());
    server.put_pin(&pin_id, &pin(&me, "Met een foto")).await.expect(201);
    (pin_id, me)
}

/// The photos of the only pin that this participant sees.
async fn photos(server: &TestServer, me: &str) -> Vec<Value> {
    server.pins(Some(me)).await[0]["properties"]["photos"].as_array().unwrap().clone()
}

fn address<'a>(photo: &'a Value, size: &str) -> &'a str {
    photo[size].as_str().unwrap()
}

#[test]
fn a_photo_is_kept_once_and_its_owner_sees_it_in_two_sizes() {
    story(async |server| {
        let (pin_id, me) = with_pin(server).await;
        let (photo_id, photo) = (id(), jpeg(640, 480));
        send(server, (&pin_id, &photo_id), &me, &photo, "De brug").await.expect(201);
        send(server, (&pin_id, &photo_id), &me, &photo, "De brug").await.expect(200);
        let kept = photos(server, &me).await;
        assert_eq!(
            (kept.len(), &kept[0]["id"], &kept[0]["caption"]),
            (1, &photo_id.into(), &"De brug".into())
        );
        assert_eq!((&kept[0]["width"], &kept[0]["height"]), (&640.into(), &480.into()));
        for (size, longest) in [("large", 640), ("thumb", 320)] {
            let served = server.get(address(&kept[0], size)).await;
            assert_eq!(served.expect(200).header("content-type"), "image/jpeg");
            assert_eq!(served.header("cache-control"), "no-store", "nobody approved it yet");
            let picture = image::load_from_memory(&served.bytes).unwrap();
            assert_eq!(picture.width().max(picture.height()), longest);
        }
    });
}

#[test]
fn a_photo_has_an_address_that_nobody_can_guess() {
    story(async |server| {
        let (pin_id, me) = with_pin(server).await;
        let photo_id = id();
        send(server, (&pin_id, &photo_id), &me, &jpeg(40, 20), "").await.expect(201);
        let kept = photos(server, &me).await;
        let random = address(&kept[0], "large").strip_prefix("/photos/").unwrap().split('?').next().unwrap();
        assert!(random.len() == 32 && random.chars().all(|c| c.is_ascii_hexdigit()), "{random}");
        assert_ne!(random, photo_id.replace('-', ""));
        for guess in [photo_id.as_str(), pin_id.as_str(), &random[..31], "00000000000000000000000000000000"] {
            server.get(&format!("/photos/{guess}?size=large")).await.expect(404);
        }
        server.get(&format!("/photos/{random}?size=original")).await.problem(404);
    });
}

#[test]
fn others_do_not_see_a_photo_that_nobody_approved() {
    story(async |server| {
        let (pin_id, me) = with_pin(server).await;
        send(server, (&pin_id, &id()), &me, &jpeg(40, 20), "Mijn stoep").await.expect(201);
        for _ in 0..2 {
            server.put_pin(&id(), &pin(&participant(), "Hier ook")).await.expect(201);
        }
        let seen = server.pins(Some(&participant())).await;
        assert_eq!(seen.len(), 3);
        assert!(!format!("{seen:?}").contains("Mijn stoep"), "{seen:?}");
        assert!(seen.iter().all(|one| one["properties"].get("photos").is_none()), "{seen:?}");
    });
}

#[test]
fn all_that_a_camera_adds_is_gone_and_the_photo_stands_upright() {
    story(async |server| {
        let (pin_id, me) = with_pin(server).await;
        let mut photo = with_exif(&jpeg(640, 480), 6, "Fatima van nummer acht");
        photo.extend(b"behind the picture: Fatima van nummer acht");
        send(server, (&pin_id, &id()), &me, &photo, "").await.expect(201);
        let kept = photos(server, &me).await;
        assert_eq!(
            (&kept[0]["width"], &kept[0]["height"]),
            (&480.into(), &640.into()),
            "orientation 6 is a quarter turn"
        );
        for size in ["large", "thumb"] {
            let served = server.get(address(&kept[0], size)).await;
            served.expect(200);
            assert!(!served.text().contains("Fatima"), "the owner's name is in the {size} version");
            let added: Vec<u8> =
                markers(&served.bytes).into_iter().filter(|m| matches!(m, 0xE1..=0xEF | 0xFE)).collect();
            assert!(added.is_empty(), "{added:x?}: application data or comments in the {size} version");
            let picture = image::load_from_memory(&served.bytes).unwrap();
            assert!(picture.width() < picture.height());
        }
    });
}

/// The markers of a JPEG up to its picture, by their second byte.
fn markers(jpeg: &[u8]) -> Vec<u8> {
    assert_eq!(&jpeg[..2], [0xFF, 0xD8]);
    let (mut at, mut found) = (2, Vec::new());
    loop {
        assert_eq!(jpeg[at], 0xFF, "no marker at {at}");
        found.push(jpeg[at + 1]);
        if jpeg[at + 1] == 0xDA {
            return found;
        }
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
}

#[test]
fn the_original_is_not_kept_anywhere() {
    story(async |server| {
        let (pin_id, me) = with_pin(server).await;
        let photo = with_exif(&jpeg(64, 48), 1, "Fatima van nummer acht");
        send(server, (&pin_id, &id()), &me, &photo, "").await.expect(201);
        let mut folders = vec![server.place.data_dir()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = std::fs::read(&path).unwrap();
                    assert!(!String::from_utf8_lossy(&bytes).contains("Fatima"), "{}", path.display());
                }
            }
        }
    });
}

#[test]
fn another_photo_or_caption_under_the_same_id_is_a_conflict() {
    story(async |server| {
        let (pin_id, me) = with_pin(server).await;
        let (photo_id, photo) = (id(), jpeg(40, 20));
        send(server, (&pin_id, &photo_id), &me, &photo, "Een").await.expect(201);
        send(server, (&pin_id, &photo_id), &me, &photo, "Twee").await.problem(409);
        send(server, (&pin_id, &photo_id), &me, &jpeg(20, 40), "Een").await.problem(409);
        let (elsewhere, other) = with_pin(server).await;
        send(server, (&elsewhere, &photo_id), &other, &photo, "Een").await.problem(409);
        assert_eq!(photos(server, &me).await.len(), 1);
    });
}

#[test]
fn a_photo_sent_eight_times_at_once_is_kept_once() {
    story(async |server| {
        let (pin_id, me) = with_pin(server).await;
        let (photo_id, photo) = (id(), jpeg(200, 100));
        let sent = join_all((0..8).map(|_| send(server, (&pin_id, &photo_id), &me, &photo, ""))).await;
        let mut statuses: Vec<_> = sent.iter().map(|reply| reply.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 200, 200, 200, 200, 200, 200, 201]);
        assert_eq!(photos(server, &me).await.len(), 1);
    });
}

#[test]
fn nobody_adds_a_photo_to_the_pin_of_another() {
    story(async |server| {
        let (pin_id, _) = with_pin(server).await;
        send(server, (&pin_id, &id()), &participant(), &jpeg(40, 20), "").await.problem(403);
        send(server, (&id(), &id()), &participant(), &jpeg(40, 20), "").await.problem(404);
        let path = format!("{}/photos/{}", server.pin_path(&pin_id), id());
        let form = || multipart(jpeg(40, 20), "a.jpg", "");
        Reply::of(server.request(Method::PUT, &path).multipart(form())).await.problem(400);
    });
}

#[test]
fn with_its_pin_a_photo_is_gone_from_its_address_and_from_the_disk() {
    story(async |server| {
        let (pin_id, me) = with_pin(server).await;
        send(server, (&pin_id, &id()), &me, &jpeg(64, 48), "").await.expect(201);
        let kept = photos(server, &me).await;
        server.get(address(&kept[0], "large")).await.expect(200);
        server.delete_pin(&pin_id, &me).await.expect(204);
        for size in ["large", "thumb"] {
            server.get(address(&kept[0], size)).await.problem(410);
        }
        let mut left = Vec::new();
        for folder in std::fs::read_dir(server.place.data_dir().join("photos")).unwrap() {
            let folder = folder.unwrap().path();
            if folder.is_dir() {
                left.extend(std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
            }
        }
        assert!(left.is_empty(), "{left:?}");
        let reply = send(server, (&pin_id, &id()), &me, &jpeg(64, 48), "").await;
        assert!([404, 410].contains(&reply.status), "{}", reply.status);
    });
}

#[test]
fn a_photo_that_is_used_at_two_pins_stays_when_one_of_them_goes() {
    story(async |server| {
        let ((first, me), (second, other)) = (with_pin(server).await, with_pin(server).await);
        let photo = jpeg(64, 48);
        send(server, (&first, &id()), &me, &photo, "").await.expect(201);
        send(server, (&second, &id()), &other, &photo, "").await.expect(201);
        server.delete_pin(&first, &me).await.expect(204);
        let kept = photos(server, &other).await;
        server.get(address(&kept[0], "large")).await.expect(200);
    });
}
