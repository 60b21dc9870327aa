//! The words of a form that is sent with a file: kept from the beginning and the end of the body as it passes by, so that a
//! file of any size costs no memory here.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use bytes::Bytes;
use futures::{StreamExt as _, stream};

/// Bytes that are kept of each end: many times the longest text of any form with a file.
const EACH_END: usize = 64 * 1024;
/// Of a body that its room did not read, so much is read for its words, in so much time.
const MOST_DRAINED: usize = 32 * 1024 * 1024;
const LONGEST_DRAIN: Duration = Duration::from_secs(10);

/// Both ends of a body.
#[derive(Default)]
struct Ends {
    head: Vec<u8>,
    tail: Vec<u8>,
}

impl Ends {
    fn pass(&mut self, mut part: &[u8]) {
        let room = EACH_END - self.head.len();
        if room > 0 {
            let (first, rest) = part.split_at(room.min(part.len()));
            self.head.extend(first);
            part = rest;
        }
        let part = &part[part.len().saturating_sub(EACH_END)..];
        let over = (self.tail.len() + part.len()).saturating_sub(EACH_END);
        self.tail.drain(..over);
        self.tail.extend(part);
    }
}

/// What was kept of a body that passed by, and what of it was not read yet.
#[derive(Clone, Default)]
pub struct Passed {
    ends: Arc<Mutex<Ends>>,
    rest: Arc<tokio::sync::Mutex<Option<BodyDataStream>>>,
}

impl Passed {
    /// The same body, of which both ends are kept as it is read.
    pub async fn watch(&self, body: Body) -> Body {
        *self.rest.lock().await = Some(body.into_data_stream());
        Body::from_stream(stream::unfold(self.clone(), async |passed: Self| {
            let part = passed.next().await?;
            Some((part, passed))
        }))
    }

    async fn next(&self) -> Option<Result<Bytes, axum::Error>> {
        let mut rest = self.rest.lock().await;
        let part = rest.as_mut()?.next().await;
        match &part {
            Some(Ok(part)) => self.ends.lock().unwrap_or_else(PoisonError::into_inner).pass(part),
            Some(Err(_)) | None => *rest = None,
        }
        part
    }

    /// Reads what its room left: a refusal that came before the body was read is no reason to lose the words in it.
    pub async fn drain(&self) {
        let reading = async {
            let mut length = 0;
            while let Some(Ok(part)) = self.next().await {
                length += part.len();
                if length > MOST_DRAINED {
                    break;
                }
            }
        };
        // Who sends slower than that is answered without them.
        drop(tokio::time::timeout(LONGEST_DRAIN, reading).await);
        *self.rest.lock().await = None;
    }

    /// Names and values of the fields without a file, as far as they came by whole.
    pub fn fields(&self, kind: &str) -> Vec<(String, String)> {
        let Some(boundary) = kind.split("boundary=").nth(1) else { return Vec::new() };
        let boundary = boundary.split(';').next().unwrap_or_default().trim().trim_matches('"');
        let ends = self.ends.lock().unwrap_or_else(PoisonError::into_inner);
        // What lies behind the head may begin in it.
        let whole = [ends.head.as_slice(), ends.tail.as_slice()].concat();
        let marker = format!("--{boundary}");
        split(&whole, marker.as_bytes()).into_iter().filter_map(field).collect()
    }
}

/// The pieces between the markers; the last one, which may be cut off, is none.
fn split<'a>(bytes: &'a [u8], marker: &[u8]) -> Vec<&'a [u8]> {
    let (mut pieces, mut from) = (Vec::new(), None);
    let mut at = 0;
    while at + marker.len() <= bytes.len() {
        if bytes[at..].starts_with(marker) {
            if let Some(from) = from {
                pieces.push(&bytes[from..at]);
            }
            at += marker.len();
            from = Some(at);
        } else {
            at += 1;
        }
    }
    pieces
}

/// The name and the value of one piece; nothing where it is a file.
fn field(piece: &[u8]) -> Option<(String, String)> {
    let end = piece.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&piece[..end]).ok()?;
    let value = std::str::from_utf8(&piece[end + 4..]).ok()?;
    if head.contains("filename") {
        return None;
    }
    let name = head.split("name=\"").nth(1)?.split('"').next()?;
    Some((name.to_owned(), value.strip_suffix("\r\n").unwrap_or(value).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Body, Passed};
    use axum::body::to_bytes;

    #[tokio::test]
    async fn the_words_before_and_behind_a_large_file_are_kept_and_nothing_of_it() {
        let file = vec![b'x'; 3_000_000];
        let mut body = b"--abc\r\nContent-Disposition: form-data; name=\"caption\"\r\n\r\nOns \"plein\"\r\n--abc\r\nContent-Disposition: \
            form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n"
            .to_vec();
        body.extend(&file);
        body.extend(b"\r\n--abc\r\nContent-Disposition: form-data; name=\"poster\"\r\n\r\n1\r\n--abc--\r\n");
        let passed = Passed::default();
        let chunks: Vec<_> = body
            .chunks(8192)
            .map(|chunk| Ok::<_, std::io::Error>(bytes::Bytes::copy_from_slice(chunk)))
            .collect();
        let watched = passed.watch(Body::from_stream(futures::stream::iter(chunks))).await;
        assert_eq!(to_bytes(watched, usize::MAX).await.unwrap(), body);
        let fields = passed.fields("multipart/form-data; boundary=abc");
        assert_eq!(
            fields,
            [("caption".to_owned(), "Ons \"plein\"".to_owned()), ("poster".to_owned(), "1".to_owned())]
        );
    }
}
