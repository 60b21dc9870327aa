//! What is kept of photos: nothing personal, nothing of an original, and never a row without its file.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

use futures::future::join_all;
use image::{ImageFormat, RgbImage};
use reqwest::Method;
use serde_json::Value;

use crate::harness::{Reply, TestServer, data, id, jpeg, multipart, participant, pin, server, with_exif};

/// What `exiftool` may find in a photo: what a decoder needs and what it works out itself.
const HARMLESS: [&str; 6] = ["ExifTool", "File", "System", "JFIF", "Composite", "SourceFile"];

async fn send(server: &TestServer, photo: Vec<u8>) -> (String, u16) {
    let (me, pin_id) = (participant(), id());
    server.put_pin(&pin_id, &pin(&me, "Met een foto")).await.expect(201);
    let path = format!("{}/photos/{}", server.pin_path(&pin_id), id());
    let sent = server
        .request(Method::PUT, &path)
        .header("participant", &me)
        .multipart(multipart(photo, "a.jpg", ""));
    (me, Reply::of(sent).await.status)
}

/// Every file in a folder and the folders in it.
fn all_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(all_files(&path)) } else { files.push(path) }
    }
    files
}

/// Real photos where they are at hand, and one of our own.
fn originals() -> Vec<Vec<u8>> {
    let folders = ["photos/orientation", "photos/mapillary"].into_iter().filter_map(data);
    let mut all: Vec<Vec<u8>> = folders
        .flat_map(|folder| all_files(&folder))
        .filter(|path| path.extension().is_some_and(|end| end == "jpg"))
        .map(|path| fs::read(path).unwrap())
        .collect();
    // Noise: hardly a byte of it is a table that every JPEG has.
    let noise = RgbImage::from_fn(320, 240, |x, y| {
        let mixed = (x.wrapping_mul(0x9E37_79B9) ^ y.wrapping_mul(0x85EB_CA6B)).wrapping_mul(0xC2B2_AE35);
        let [a, b, c, _] = mixed.to_be_bytes();
        image::Rgb([a, b, c])
    });
    let mut photo = Cursor::new(Vec::new());
    noise.write_to(&mut photo, ImageFormat::Jpeg).unwrap();
    all.push(with_exif(&photo.into_inner(), 6, "Fatima van nummer acht"));
    all
}

#[test]
fn exiftool_finds_nothing_personal_in_anything_that_is_kept_and_a_byte_search_no_original() {
    if Command::new("exiftool").arg("-ver").output().is_err() {
        println!("skipped: exiftool is not installed (Debian: libimage-exiftool-perl)");
        return;
    }
    server().without_limits().story(async |server| {
        let originals = originals();
        for photo in &originals {
            let (me, status) = send(server, photo.clone()).await;
            assert_eq!(status, 201);
            // Served: byte for byte what is kept.
            let shown = server.pins(Some(&me)).await;
            let shown = shown.iter().find(|one| one["properties"]["mine"] == true).unwrap();
            let photo = &shown["properties"]["photos"][0];
            for size in ["large", "thumb"] {
                let served = server.get(photo[size].as_str().unwrap()).await;
                let kept = all_files(&server.place.data_dir().join("photos"));
                assert!(kept.iter().any(|file| fs::read(file).unwrap() == served.expect(200).bytes));
            }
        }
        let photos = server.place.data_dir().join("photos");
        let output =
            Command::new("exiftool").args(["-json", "-G1", "-a", "-u", "-r"]).arg(&photos).output().unwrap();
        let found: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
        assert!(found.len() >= 2 * 10 || originals.len() == 1, "{}", found.len());
        for file in &found {
            for name in file.as_object().unwrap().keys() {
                let group = name.split(':').next().unwrap();
                assert!(HARMLESS.contains(&group), "{name} in {}", file["SourceFile"]);
            }
        }
        // Pieces of each original, from its metadata and from its picture, are nowhere: not in files, database or log.
        let mut kept: Vec<Vec<u8>> =
            all_files(&server.place.data_dir()).iter().map(|file| fs::read(file).unwrap()).collect();
        kept.push(server.log().into_bytes());
        // The tables that nearly every JPEG has (T.81, K.3) are of nobody.
        let tables = jpeg(8, 8);
        let of_nobody = |piece: &[u8]| tables.windows(piece.len()).any(|window| window == piece);
        for original in &originals {
            for part in [original.len() / 3, original.len() / 2, original.len() * 9 / 10] {
                let piece = &original[part..part + 48];
                if piece.iter().all(|byte| *byte == piece[0]) || of_nobody(piece) {
                    continue;
                }
                let there = kept.iter().any(|bytes| bytes.windows(48).any(|window| window == piece));
                assert!(!there, "48 bytes of an original of {} bytes are kept", original.len());
            }
        }
        assert!(!kept.iter().any(|bytes| bytes.windows(6).any(|window| window == b"Fatima")));
    });
}

#[test]
fn a_crash_in_the_middle_leaves_no_photo_without_its_files() {
    server().without_limits().story(async |server| {
        let mut participants = Vec::new();
        for round in 0..4_u32 {
            let uploads =
                join_all((0..12).map(|number| send_quietly(server, jpeg(300 + 20 * round, 100 + number))));
            let pulled = async {
                tokio::time::sleep(std::time::Duration::from_millis(u64::from(20 + 30 * round))).await;
            };
            // Whatever is under way when the plug is pulled gets no answer.
            let sent = tokio::select! { sent = uploads => sent, () = pulled => Vec::new() };
            participants.extend(sent);
            server.kill_hard();
            server.restart();
        }
        let backup = server.place.folder().join("na.tar");
        server.place.cli(&["backup", backup.to_str().unwrap()]).worked();
        let mut archive = tar::Archive::new(fs::File::open(backup).unwrap());
        let (mut rows, mut files) = (Vec::new(), Vec::new());
        for entry in archive.entries().unwrap() {
            let mut entry = entry.unwrap();
            let name = entry.path().unwrap().display().to_string();
            if name == "tables/photo.jsonl" {
                let mut text = String::new();
                std::io::Read::read_to_string(&mut entry, &mut text).unwrap();
                rows = text.lines().map(|line| serde_json::from_str::<Vec<Value>>(line).unwrap()).collect();
            }
            files.push(name);
        }
        println!("{} photos kept of those that were under way", rows.len());
        for row in rows {
            // id, session, pin, walk, hash, content.
            let content = row[5].as_str().unwrap();
            for size in ["large", "thumb"] {
                let name = format!("photos/{}/{content}-{size}.jpg", &content[..2]);
                assert!(files.contains(&name), "{name} is not there");
            }
        }
    });
}

/// Sends a photo; the connection may break.
async fn send_quietly(server: &TestServer, photo: Vec<u8>) -> Option<u16> {
    let (me, pin_id) = (participant(), id());
    let put = server.request(Method::PUT, &server.pin_path(&pin_id)).body(pin(&me, "Foto").to_string());
    put.send().await.ok()?;
    let path = format!("{}/photos/{}", server.pin_path(&pin_id), id());
    let sent = server
        .request(Method::PUT, &path)
        .header("participant", &me)
        .multipart(multipart(photo, "a.jpg", ""));
    Some(sent.send().await.ok()?.status().as_u16())
}
