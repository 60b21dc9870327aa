//! Every door for a form with a file: limited before it is read, and held up by nobody.

use std::time::{Duration, Instant};

use futures::future::join_all;
use image::{ImageFormat, RgbImage};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, RequestBuilder};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::harness::{Reply, TestServer, id, jpeg, multipart, participant, pin, server};

/// A pin of somebody, in the wijksessie with this code: the path of its photos, and whose it is.
async fn pinned(server: &TestServer, code: &str) -> (String, String) {
    let (me, pin_id) = (participant(), id());
    let path = format!("/api/v1/sessions/{code}/pins/{pin_id}");
    let put = server.request(Method::PUT, &path).json(&pin(&me, "Met een foto"));
    Reply::of(put).await.expect(201);
    (format!("{path}/photos"), me)
}

async fn honest(server: &TestServer, code: &str) -> Duration {
    let (path, me) = pinned(server, code).await;
    let began = Instant::now();
    let form = multipart(jpeg(600, 400), "a.jpg", "Gewoon");
    let put = server.request(Method::PUT, &format!("{path}/{}", id())).header("participant", me);
    Reply::of(put.multipart(form)).await.expect(201);
    began.elapsed()
}

/// Begins to send a photo: its head, and so many bytes of it.
async fn begin(server: &TestServer, path: &str, me: &str, bytes: usize) -> TcpStream {
    let address = server.url.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let part = "--X\r\ncontent-disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n";
    let head = format!(
        "PUT {path}/{} HTTP/1.1\r\nhost: {address}\r\nparticipant: {me}\r\ncontent-length: 24000000\r\n\
         content-type: multipart/form-data; boundary=X\r\n\r\n{part}",
        id()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&vec![0xAB; bytes]).await.unwrap();
    stream
}

#[test]
fn many_slow_uploads_on_one_join_code_hold_up_nobody_and_are_given_up() {
    server().without_limits().story_of_the_door(async |server| {
        let other = server.place.session(&server.traject, &[]);
        let (path, me) = pinned(server, &server.code).await;
        let mut slow = Vec::new();
        for number in 0..40 {
            // Some send nothing, some a little, some much.
            slow.push(begin(server, &path, &me, [0, 100, 60_000, 900_000][number % 4]).await);
        }
        let trickling = slow.into_iter().map(async |mut stream| {
            let began = Instant::now();
            let mut answer = [0; 12];
            loop {
                if stream.write_all(b"x").await.is_err() || began.elapsed() > Duration::from_secs(90) {
                    return (began.elapsed(), String::new());
                }
                let read = timeout(Duration::from_secs(1), stream.read(&mut answer)).await;
                if let Ok(Ok(read)) = read {
                    return (began.elapsed(), String::from_utf8_lossy(&answer[..read]).into_owned());
                }
            }
        });
        let honest = async {
            tokio::time::sleep(Duration::from_secs(3)).await;
            for code in [&server.code, &other] {
                let took = honest(server, code).await;
                assert!(took < Duration::from_secs(8), "an honest photo waited {took:?}");
            }
        };
        let (given_up, ()) = tokio::join!(join_all(trickling), honest);
        for (after, answer) in given_up {
            assert!(answer.starts_with("HTTP/1.1 408"), "{answer:?} after {after:?}");
            assert!(after < Duration::from_secs(80), "given up after {after:?} only");
        }
    });
}

/// Every door that takes a form with a file: what it is called, and a request to it.
async fn doors(server: &TestServer) -> Vec<(&'static str, Box<dyn Fn() -> RequestBuilder + '_>)> {
    let (photos, me) = pinned(server, &server.code).await;
    let walk = format!("/api/v1/sessions/{}/walks/{}", server.code, id());
    let body = json!({"title": "Rondje", "participant": me});
    Reply::of(server.request(Method::PUT, &walk).json(&body)).await.expect(201);
    let pin_id = photos.split('/').nth_back(1).unwrap().to_owned();
    let form = format!("/s/{}/stip/{pin_id}/foto", server.code);
    let cookie = format!("beurt={me}");
    let professional = server.professional();
    let beheerder = server.staff("beheerder", None)["token"].as_str().unwrap().to_owned();
    let figures = format!("/traject/{}/cijfers/nieuw", server.traject);
    let whose = me.clone();
    vec![
        (
            "a photo",
            Box::new(move || {
                server.request(Method::PUT, &format!("{photos}/{}", id())).header("participant", &me)
            }),
        ),
        (
            "a photo of a walk",
            Box::new(move || {
                server.request(Method::PUT, &format!("{walk}/photos/{}", id())).header("participant", &whose)
            }),
        ),
        (
            "a photo by form",
            Box::new(move || {
                server.request(Method::POST, &format!("{form}?nieuw={}", id())).header("cookie", &cookie)
            }),
        ),
        ("figures", Box::new(move || server.request(Method::POST, &figures).bearer_auth(&professional))),
        (
            "a boundary",
            Box::new(move || server.request(Method::POST, "/beheer/buurten").bearer_auth(&beheerder)),
        ),
    ]
}

#[test]
fn words_of_many_megabytes_are_refused_at_every_door_before_they_take_any_memory() {
    server().without_limits().story_of_the_door(async |server| {
        let long = "a".repeat(30_000_000);
        for (door, request) in doors(server).await {
            let before = server.memory_mb();
            for field in ["caption", "as", "code", "iets-anders"] {
                let sent = (0..3).map(|_| {
                    let photo = Part::bytes(jpeg(40, 30)).file_name("a.jpg");
                    // The words come first, and so does the limit.
                    let form = Form::new().text(field, long.clone()).part("photo", photo);
                    request().multipart(form).send()
                });
                for sent in join_all(sent).await {
                    let status = sent.map(|answer| answer.status().as_u16());
                    assert!(status.is_ok_and(|status| status < 500), "{field} at {door}");
                }
            }
            let more = server.memory_mb() - before;
            assert!(more < 40.0, "{door} took {more} MB for words");
        }
    });
}

#[test]
fn a_head_that_never_ends_is_given_up_at_every_door() {
    server().without_limits().story_of_the_door(async |server| {
        for (door, request) in doors(server).await {
            let before = server.memory_mb();
            let head = format!("--X\r\ncontent-disposition: form-data; name=\"{}", "a".repeat(30_000_000));
            let sent = request().header("content-type", "multipart/form-data; boundary=X").body(head).send();
            // The answer may come while we still send.
            if let Ok(answer) = sent.await {
                assert!(answer.status().is_client_error(), "{door}: {}", answer.status());
            }
            let more = server.memory_mb() - before;
            assert!(more < 40.0, "{door} took {more} MB for a head");
        }
    });
}

#[test]
fn a_form_of_many_files_is_refused_at_every_door_and_leaves_nothing() {
    server().without_limits().story_of_the_door(async |server| {
        for (door, request) in doors(server).await {
            for field in ["photo", "file", "boundary", "osm"] {
                let form = (0..120).fold(Form::new(), |form, _| {
                    let bytes = if field == "photo" { jpeg(40, 30) } else { b"a;b\n1;2\n".to_vec() };
                    form.part(field, Part::bytes(bytes).file_name("a.csv"))
                });
                let status = request().multipart(form).send().await.unwrap().status();
                assert!(status.is_client_error(), "120 times {field} at {door}: {status}");
            }
        }
        let left = std::fs::read_dir(server.place.data_dir().join("cijfers")).map_or(0, Iterator::count);
        assert_eq!(left, 0, "files of figures are left");
        assert!(!server.place.data_dir().join("photos").read_dir().is_ok_and(|mut all| all.next().is_some()));
        // Another traject finds room, also where one of them looks at as many files as it may.
        let pro = server.professional();
        let other = server.place.traject();
        let stranger = server.staff("professional", Some(&other))["token"].as_str().unwrap().to_owned();
        let look = async |traject: &str, token: &str| {
            let file = Part::bytes(b"code;mensen\nBU0001;5\n".to_vec()).file_name("a.csv");
            let path = format!("/traject/{traject}/cijfers/nieuw");
            let sent = server.request(Method::POST, &path).bearer_auth(token);
            Reply::of_any(sent.multipart(Form::new().part("file", file))).await.status
        };
        for _ in 0..12 {
            assert_eq!(look(&server.traject, &pro).await, 303);
        }
        assert_eq!(look(&other, &stranger).await, 303);
    });
}

#[test]
fn the_largest_picture_takes_less_than_300_megabytes() {
    server().story_of_the_door(async |server| {
        let picture = RgbImage::from_fn(9200, 6900, |x, y| {
            image::Rgb([(x / 36).to_le_bytes()[0], (y / 27).to_le_bytes()[0], 90])
        });
        let mut photo = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut photo, ImageFormat::Jpeg).unwrap();
        drop(picture);
        // As large a file as may be: a film behind it.
        let mut photo = photo.into_inner();
        photo.resize(24_900_000, 0x55);
        let (path, me) = pinned(server, &server.code).await;
        let put = server.request(Method::PUT, &format!("{path}/{}", id())).header("participant", me);
        Reply::of(put.multipart(multipart(photo, "a.jpg", ""))).await.expect(201);
        let most = server.memory_mb();
        println!("{most} MB");
        assert!(most < 300.0, "{most} MB");
    });
}
