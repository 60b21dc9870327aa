//! Forms that are too large, too slow, or none.

use axum::http::header;
use futures::{StreamExt as _, stream};

use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::*;
use crate::platform::pace::{Pace, paced};

fn form(body: Body) -> Request {
    let builder = Request::builder().header(header::CONTENT_TYPE, "multipart/form-data; boundary=X");
    builder.body(body).unwrap()
}

const WINDOW: Duration = Duration::from_secs(1);

async fn parts(body: impl Into<Body>) -> Parts {
    let Ok(parts) =
        Parts::from_request(paced(form(body.into()), Pace { window: WINDOW, least: 1000 }), &()).await;
    parts
}

fn part(name: &str, content: &str) -> String {
    format!("--X\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{content}\r\n")
}

#[tokio::test]
async fn words_are_read_up_to_their_limit_and_what_follows_is_still_read() {
    let body = format!(
        "{}{}{}--X--\r\n",
        part("a", &"é".repeat(50)),
        part("b", &"x".repeat(300_000)),
        part("c", "na")
    );
    let mut form = parts(body).await;
    let first = form.next().await.unwrap().unwrap();
    assert_eq!(first.name(), "a");
    assert_eq!(first.words(100).await.unwrap(), "é".repeat(50));
    let second = form.next().await.unwrap().unwrap();
    assert!(matches!(second.words(100).await, Err(FormError::TooLong(300_000))));
    assert_eq!(form.next().await.unwrap().unwrap().words(100).await.unwrap(), "na");
    assert!(form.next().await.unwrap().is_none());
}

#[tokio::test]
async fn a_form_of_more_parts_than_any_has_is_refused() {
    let mut form = parts(format!("{}--X--\r\n", part("file", "").repeat(MOST_PARTS + 1))).await;
    for _ in 0..MOST_PARTS {
        form.next().await.unwrap().unwrap().skip().await.unwrap();
    }
    assert!(matches!(form.next().await, Err(FormError::TooManyParts)));
}

#[tokio::test]
async fn a_head_that_never_ends_is_not_gathered() {
    for begin in ["", "--X", "--X\r\n", "--X\r\ncontent-disposition: form-data; name=\""] {
        let told = Arc::new(AtomicUsize::new(0));
        let counted = told.clone();
        let pieces =
            stream::iter(std::iter::once(Bytes::from(begin)).chain(std::iter::repeat_with(move || {
                counted.fetch_add(16_384, Ordering::Relaxed);
                Bytes::from(vec![b'a'; 16_384])
            })));
        let body = Body::from_stream(pieces.map(Ok::<_, std::io::Error>));
        let mut form = parts(body).await;
        let error = form.next().await.map(|_| ()).unwrap_err();
        // Behind a boundary padding is allowed and nothing else, so that one breaks at once.
        assert!(matches!(error, FormError::TooLarge | FormError::Unreadable(_)), "{begin:?}: {error}");
        assert!(told.load(Ordering::Relaxed) <= 4 * LONGEST_HEAD, "{begin:?}");
    }
}

#[tokio::test]
async fn what_is_no_form_or_breaks_off_says_so() {
    let plain = Request::builder().body(Body::from("x")).unwrap();
    let Ok(mut form) = Parts::from_request(plain, &()).await;
    assert!(matches!(form.next().await, Err(FormError::Unreadable(_))));
    let mut form = parts("--X\r\nhalf").await;
    assert!(matches!(form.next().await, Err(FormError::Unreadable(_))));
}

/// A body that brings so many bytes every five milliseconds, for ever.
fn trickle(bytes: usize) -> Body {
    let head = format!("{}\r\n\r\n", part("photo", "").trim_end());
    let first = stream::once(async move { Bytes::from(head) });
    let rest = stream::unfold((), move |()| async move {
        sleep(Duration::from_millis(5)).await;
        Some((Bytes::from(vec![b'a'; bytes]), ()))
    });
    Body::from_stream(first.chain(rest).map(Ok::<_, std::io::Error>))
}

// A piece alone is more than enough for a window, so that a busy machine, on which few come, is no slow sender.
const ENOUGH: usize = 2_000;

#[tokio::test]
async fn a_body_that_trickles_in_is_given_up_and_a_slow_one_is_not() {
    for (bytes, goes_on) in [(1, false), (4, false), (ENOUGH, true)] {
        let mut form = parts(trickle(bytes)).await;
        let mut part = form.next().await.unwrap().unwrap();
        let began = Instant::now();
        let given_up = loop {
            match part.chunk().await {
                Ok(_) if began.elapsed() > 3 * WINDOW => break false,
                Ok(_) => {}
                Err(FormError::TooSlow) => break true,
                Err(error) => panic!("{error}"),
            }
        };
        assert_eq!(given_up, !goes_on, "{bytes} bytes at a time");
    }
}

#[tokio::test]
async fn time_in_which_nobody_reads_does_not_count() {
    let mut form = parts(trickle(ENOUGH)).await;
    let mut part = form.next().await.unwrap().unwrap();
    for _ in 0..3 {
        assert!(part.chunk().await.unwrap().is_some());
        sleep(WINDOW + WINDOW / 2).await;
    }
}
