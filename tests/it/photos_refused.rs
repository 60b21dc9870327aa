//! Files that are no photo one can keep: each is refused with what to do, and nothing of it stays.

use reqwest::Method;
use reqwest::multipart::Form;

use crate::harness::{Reply, TestServer, id, jpeg, multipart, participant, pin, png_header, server, story};

/// A story with a pin to which a form may be sent.
async fn refused(server: &TestServer, form: Form, status: u16) -> serde_json::Value {
    let (pin_id, me) = (id(), participant());
    server.put_pin(&pin_id, &pin(&me, "Met een foto")).await.expect(201);
    let path = format!("{}/photos/{}", server.pin_path(&pin_id), id());
    let request = server.request(Method::PUT, &path).header("participant", &me);
    let problem = Reply::of(request.multipart(form)).await.problem(status);
    let own = server.pins(Some(&me)).await.into_iter().find(|pin| pin["id"] == pin_id.as_str()).unwrap();
    assert_eq!(own["properties"]["photos"], serde_json::json!([]));
    problem
}

#[test]
fn a_truncated_photo_cannot_be_decoded() {
    story(async |server| {
        let photo = jpeg(640, 480);
        for length in [photo.len() / 2, photo.len() - 2, 200, 4] {
            refused(server, multipart(photo[..length].to_vec(), "a.jpg", ""), 422).await;
        }
        let png = png_header(40, 20);
        refused(server, multipart(png[..png.len() - 12].to_vec(), "a.png", ""), 422).await;
        refused(server, multipart(png, "a.png", ""), 422).await;
        refused(server, multipart(Vec::new(), "a.jpg", ""), 422).await;
    });
}

#[test]
fn a_picture_of_30_000_by_30_000_pixels_is_too_large_before_it_is_decoded() {
    story(async |server| {
        refused(server, multipart(png_header(30_000, 30_000), "a.png", ""), 413).await;
        refused(server, multipart(png_header(u32::MAX, u32::MAX), "a.png", ""), 413).await;
    });
}

#[test]
fn a_file_of_more_than_25_megabytes_is_too_large() {
    story(async |server| {
        let mut photo = jpeg(640, 480);
        photo.resize(25_000_001, 0);
        refused(server, multipart(photo, "a.jpg", ""), 413).await;
    });
}

#[test]
fn who_sends_30_megabytes_gets_the_answer_and_not_a_broken_connection() {
    story(async |server| {
        // Not chunked: a browser says beforehand how much comes, and sends all of it before it reads.
        let mut photo = jpeg(640, 480);
        photo.resize(30_000_000, 0);
        for _ in 0..6 {
            refused(server, multipart(photo.clone(), "a.jpg", ""), 413).await;
        }
    });
}

#[test]
fn a_file_of_another_type_is_told_what_to_do_whatever_it_is_called() {
    story(async |server| {
        for bytes in [
            &b"Dit is geen foto."[..],
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            b"<!DOCTYPE html><script>alert(1)</script>",
            b"%PDF-1.7 ",
            b"GIF89a\x01\0\x01\0\0\0\0;",
            b"PK\x03\x04............",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
            b"RIFF\x24\0\0\0WEBPVP8X\x0A\0\0\0\x02\0\0\0\x09\0\0\x09\0\0",
        ] {
            let problem = refused(server, multipart(bytes.to_vec(), "foto.jpg", ""), 415).await;
            let detail = problem["detail"].as_str().unwrap();
            assert!(detail.contains("JPEG") || detail.contains("foto"), "{detail}");
        }
    });
}

#[test]
fn a_caption_that_is_too_long_or_holds_a_nul_is_refused() {
    story(async |server| {
        refused(server, multipart(jpeg(40, 20), "a.jpg", &"é".repeat(501)), 422).await;
        refused(server, multipart(jpeg(40, 20), "a.jpg", &"é".repeat(5000)), 422).await;
        refused(server, multipart(jpeg(40, 20), "a.jpg", "voor\0na"), 422).await;
    });
}

#[test]
fn a_caption_is_kept_as_it_was_written() {
    story(async |server| {
        let (pin_id, me) = (id(), participant());
        server.put_pin(&pin_id, &pin(&me, "Met een foto")).await.expect(201);
        let caption = format!(" <script>alert(1)</script>\r\n{}", "🌳".repeat(400));
        let path = format!("{}/photos/{}", server.pin_path(&pin_id), id());
        let request = server.request(Method::PUT, &path).header("participant", &me);
        Reply::of(request.multipart(multipart(jpeg(40, 20), "a.jpg", &caption))).await.expect(201);
        assert_eq!(server.pins(Some(&me)).await[0]["properties"]["photos"][0]["caption"], caption);
    });
}

#[test]
fn a_form_without_a_photo_or_no_form_at_all_is_refused() {
    story(async |server| {
        refused(server, Form::new().text("caption", "Alleen woorden"), 422).await;
        let (pin_id, me) = (id(), participant());
        server.put_pin(&pin_id, &pin(&me, "Met een foto")).await.expect(201);
        let path = format!("{}/photos/{}", server.pin_path(&pin_id), id());
        let put = || server.request(Method::PUT, &path).header("participant", &me);
        Reply::of(put().header("content-type", "image/jpeg").body(jpeg(40, 20))).await.problem(400);
        Reply::of(put().header("content-type", "multipart/form-data").body("x")).await.problem(400);
        Reply::of(put().header("content-type", "multipart/form-data; boundary=X").body("--X\r\nhalf"))
            .await
            .problem(400);
    });
}

#[test]
fn a_seventh_photo_at_one_pin_is_one_too_many() {
    server().without_limits().story(async |server| {
        let (pin_id, me) = (id(), participant());
        server.put_pin(&pin_id, &pin(&me, "Met foto's")).await.expect(201);
        for n in 0..7 {
            let path = format!("{}/photos/{}", server.pin_path(&pin_id), id());
            let request = server.request(Method::PUT, &path).header("participant", &me);
            let reply = Reply::of(request.multipart(multipart(jpeg(40 + n, 20), "a.jpg", ""))).await;
            if n < 6 {
                reply.expect(201)
            } else {
                drop(reply.problem(409));
                &reply
            };
        }
        assert_eq!(server.pins(Some(&me)).await[0]["properties"]["photos"].as_array().unwrap().len(), 6);
    });
}

#[test]
fn a_photo_id_that_could_tell_a_time_is_refused() {
    story(async |server| {
        let (pin_id, me) = (id(), participant());
        server.put_pin(&pin_id, &pin(&me, "Met een foto")).await.expect(201);
        for photo in ["0190f5fe-7c00-7000-8000-000000000000", "7"] {
            let path = format!("{}/photos/{photo}", server.pin_path(&pin_id));
            let request = server.request(Method::PUT, &path).header("participant", &me);
            Reply::of(request.multipart(multipart(jpeg(40, 20), "a.jpg", ""))).await.problem(422);
        }
    });
}

#[test]
fn a_form_that_is_refused_before_it_was_read_gives_its_words_back() {
    story(async |server| {
        let (me, photo) = (participant(), vec![7; 300_000]);
        let path = format!("/s/{}/stip/{}/foto", server.code, id());
        let request = server.request(Method::POST, &path).header("cookie", format!("beurt={me}"));
        let form = multipart(photo, "a.jpg", "De bank in de zon");
        let page = Reply::of_any(request.multipart(form)).await;
        assert!((400..500).contains(&page.status), "{}", page.status);
        assert!(page.text().contains("De bank in de zon"), "{}", page.text());
    });
}
