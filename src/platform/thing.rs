//! Which thing an answer is about. A portal of a café or an office answers in our place, often with 200 and a page of
//! its own: a device counts an answer only where it names the thing that was asked about.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use uuid::Uuid;

/// The header that names the thing, by its UUID: on every answer of the interface for machines, refusals and 204 included.
pub const BUURTBLIK_ID: HeaderName = HeaderName::from_static("buurtblik-id");

/// Names on an answer the thing that the request was about. Stands outside everything that can refuse.
pub async fn name_it(request: Request, next: Next) -> Response {
    let id = about(request.uri().path());
    let mut response = next.run(request).await;
    let value = id.and_then(|id| HeaderValue::from_str(&id.to_string()).ok());
    if let Some(value) = value {
        response.headers_mut().insert(BUURTBLIK_ID, value);
    }
    response
}

/// The last UUID in an address of the interface for machines: of a photo at a pin, the photo.
fn about(path: &str) -> Option<Uuid> {
    let parts = path.strip_prefix("/api/")?;
    parts.rsplit('/').find_map(|part| Uuid::try_parse(part).ok())
}

#[cfg(test)]
mod tests {
    use super::about;

    const PIN: &str = "1d000000-0000-4000-8000-000000000001";
    const PHOTO: &str = "1d000000-0000-4000-8000-000000000002";

    fn of(path: impl AsRef<str>) -> Option<String> {
        about(path.as_ref()).map(|id| id.to_string())
    }

    #[test]
    fn an_answer_is_about_the_last_thing_that_the_address_names() {
        assert_eq!(of(format!("/api/v1/sessions/ABC234/pins/{PIN}")).as_deref(), Some(PIN));
        assert_eq!(of(format!("/api/v1/sessions/ABC234/pins/{PIN}/me-too")).as_deref(), Some(PIN));
        assert_eq!(of(format!("/api/v1/sessions/ABC234/pins/{PIN}/photos/{PHOTO}")).as_deref(), Some(PHOTO));
        assert_eq!(of(format!("/api/v1/sessions/ABC234/pins/{}", PIN.to_uppercase())).as_deref(), Some(PIN));
    }

    #[test]
    fn an_address_without_a_thing_and_a_page_have_no_name() {
        assert_eq!(of("/api/v1/sessions/ABC234/pins"), None);
        assert_eq!(of(format!("/s/ABC234/stip/{PIN}")), None);
    }
}
