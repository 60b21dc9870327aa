//! `/sessie/{code}/inlezen`: the file of a device, read in by the begeleider.

use axum::response::Response;
use std::fs::File;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::routing::get;
use tokio::io::{AsyncSeekExt as _, AsyncWriteExt as _};

use super::error::IntakeError;
use super::{page, service};
use crate::input::session;
use crate::people::accounts::{Right, Signed};
use crate::platform::form::{Part, Parts};
use crate::platform::{App, Problem};

/// The largest file: the photos of some forty pins, or of two walks.
const LARGEST_FILE: usize = 200_000_000;
/// The largest file and room around it.
const LARGEST_FORM: usize = LARGEST_FILE + 64 * 1024;
/// The longest field of words.
const LONGEST_WORD: usize = 10;

/// The routes of this room.
pub fn routes() -> Router<App> {
    let form = get(ask).post(read).layer(DefaultBodyLimit::max(LARGEST_FORM));
    Router::new().route("/sessie/{code}/inlezen", form)
}

async fn ask(State(app): State<App>, signed: Signed, Path(code): Path<String>) -> Result<Response, Problem> {
    let session = session::for_staff(&app, &signed, Right::Moderate, &code).await?;
    Ok(page::file(&app, &session, None).await)
}

async fn read(
    State(app): State<App>,
    signed: Signed,
    Path(code): Path<String>,
    mut form: Parts,
) -> Result<Response, Problem> {
    let session = session::for_staff(&app, &signed, Right::Moderate, &code).await?;
    let received = receive(&mut form).await;
    if received.is_err() {
        form.drain().await;
    }
    let (file, elsewhere) = received?;
    let outcome = service::read_in(&app, &signed.0, session.clone(), file, elsewhere).await?;
    Ok(page::file(&app, &session, Some(outcome)).await)
}

/// The form: its file, and whether that may be of another wijksessie.
async fn receive(form: &mut Parts) -> Result<(File, bool), Problem> {
    let (mut elsewhere, mut file) = (false, None);
    while let Some(part) = form.next().await? {
        match part.name() {
            "file" if file.is_none() => file = save(part).await?,
            "other" => elsewhere = part.words(LONGEST_WORD).await? == "1",
            _ => part.skip().await?,
        }
    }
    Ok((file.ok_or(IntakeError::NoFile)?, elsewhere))
}

/// Keeps the file while it is read, under no name: what residents said is gone with the program, however that ends. Nothing where none
/// was chosen.
async fn save(mut part: Part<'_>) -> Result<Option<File>, Problem> {
    let failed = |error: std::io::Error| Problem::internal(&error);
    let mut file = tokio::fs::File::from_std(tempfile::tempfile().map_err(failed)?);
    let mut bytes = 0;
    while let Some(chunk) = part.chunk().await? {
        bytes += chunk.len();
        if bytes > LARGEST_FILE {
            return Err(IntakeError::LargeFile.into());
        }
        file.write_all(&chunk).await.map_err(failed)?;
    }
    file.flush().await.map_err(failed)?;
    file.rewind().await.map_err(failed)?;
    Ok(if bytes > 0 { Some(file.into_std().await) } else { None })
}
