//! An answer, whole.

use reqwest::RequestBuilder;
use reqwest::header::HeaderMap;
use serde_json::Value;

/// What came back.
#[derive(Debug)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub bytes: Vec<u8>,
}

impl Reply {
    /// Sends a request and waits for the whole answer, which is no fault of the server.
    pub async fn of(request: RequestBuilder) -> Self {
        let reply = Self::of_any(request).await;
        assert_ne!(reply.status, 500, "{}", reply.text());
        reply
    }

    /// Sends a request and waits for the whole answer, whatever it is.
    pub async fn of_any(request: RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, bytes: response.bytes().await.unwrap().to_vec() }
    }

    /// A header's text; empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The body as JSON, after the expected status.
    pub fn json(&self, status: u16) -> Value {
        self.expect(status);
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// The answer has this status.
    pub fn expect(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }

    /// The answer is a problem in the form of the contract (RFC 9457), of this status.
    pub fn problem(&self, status: u16) -> Value {
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{} {}",
            self.status,
            self.text()
        );
        let body = self.json(status);
        assert_eq!(body["status"], status, "{body}");
        for member in ["type", "title", "detail"] {
            let words = body[member].as_str().unwrap_or_default();
            // A text that is missing shows its key.
            assert!(!words.is_empty() && !words.starts_with("problem-"), "{member} of {body}");
        }
        for error in body["errors"].as_array().into_iter().flatten() {
            assert!(error["pointer"].as_str().unwrap().starts_with('/'), "{body}");
            let words = error["detail"].as_str().unwrap();
            assert!(
                !words.is_empty() && !words.starts_with("pins-") && !words.starts_with("problem-"),
                "{body}"
            );
        }
        body
    }

    /// The problem of this name, with this status.
    pub fn problem_of(&self, status: u16, name: &str) -> Value {
        let problem = self.problem(status);
        assert_eq!(problem["type"], format!("urn:buurtblik:problem:{name}"));
        problem
    }

    /// A problem of status 422 that points at this field.
    pub fn problem_at(&self, pointer: &str) -> Value {
        let body = self.problem(422);
        let errors = body["errors"].as_array().cloned().unwrap_or_default();
        assert!(errors.iter().any(|error| error["pointer"] == pointer), "{pointer} is not in {body}");
        body
    }
}
