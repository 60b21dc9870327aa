//! `/beheer/buurten`: the buurten there are, and importing more with a browser.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use tokio::io::AsyncWriteExt as _;

use super::AreaError;
use super::page::{self, Notice};
use super::service::{self, ImportRequest};
use crate::people::accounts::{Right, Signed};
use crate::platform::form::{FormError, Part, Parts};
use crate::platform::texts::{t, tv};
use crate::platform::{App, FieldError, Problem};

/// The largest file of boundaries, and the largest of OpenStreetMap: a district. Larger ones go by the command line.
const LARGEST_BOUNDARY: u64 = 40_000_000;
const LARGEST_OSM: u64 = 100_000_000;
/// The fields of words, and what one may hold, in bytes.
const WORDS: [&str; 5] = ["layer", "code_field", "name_field", "code", "replace_map"];
const LONGEST_WORD: usize = 800;

/// The pages of this room.
pub(super) fn routes() -> Router<App> {
    let largest = usize::try_from(LARGEST_BOUNDARY + LARGEST_OSM).unwrap_or(usize::MAX);
    Router::new().route("/beheer/buurten", get(list).post(add).layer(DefaultBodyLimit::max(largest)))
}

async fn shown(app: &App, told: Option<Notice>) -> Result<Response, Problem> {
    let all = service::kept(app).await.map_err(|error| Problem::internal(&error))?;
    Ok(page::list(app, &all, told).await)
}

async fn list(State(app): State<App>, signed: Signed) -> Result<Response, Problem> {
    signed.may(&app, Right::ManageBuurten, None).await?;
    shown(&app, None).await
}

async fn add(State(app): State<App>, signed: Signed, mut form: Parts) -> Result<Response, Problem> {
    let by = signed.may(&app, Right::ManageBuurten, None).await?;
    let folder = tempfile::tempdir().map_err(|error| Problem::internal(&error))?;
    let sent = read(&mut form, folder.path()).await;
    if sent.is_err() {
        form.drain().await;
    }
    let sent = sent?;
    let told = match service::import(&app, Some(&by.id), sent).await {
        Ok(imported) => {
            let counts = [("n", imported.buurten.len().into()), ("shapes", imported.features.into())];
            let mut told = tv("buurt-imported", &counts);
            for (key, list) in [("buurt-kept", &imported.kept), ("buurt-moved", &imported.moved)] {
                if !list.is_empty() {
                    let args = [("n", list.len().into()), ("names", page::names(list).into())];
                    told = format!("{told} {}", tv(key, &args));
                }
            }
            match imported.page.map(|page| page.missing) {
                Some(Some(n)) => told = format!("{told} {}", tv("buurt-page", &[("n", n.into())])),
                Some(None) => told = format!("{told} {}", t("buurt-page-unsaid")),
                None => {}
            }
            Notice(told)
        }
        Err(error @ (AreaError::Fault(_) | AreaError::Pack(_))) => {
            return Err(Problem::internal(&error));
        }
        // The sentence names what is wrong; where the file lay for a moment is nobody's business.
        Err(error) => {
            let told = error.to_string().replace(&format!("{}/", folder.path().display()), "");
            let detail = format!("{}. {}", told.trim_end_matches('.'), t("buurt-refused"));
            let wrong = FieldError { pointer: "/boundary".to_owned(), detail };
            let problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "buurt-import").fields(vec![wrong]);
            return Err(problem);
        }
    };
    shown(&app, Some(told)).await
}

/// The form: its files on disk for a moment, its words in memory. Each is there once.
async fn read(form: &mut Parts, folder: &Path) -> Result<ImportRequest, Problem> {
    let (mut words, mut files) = (HashMap::new(), HashMap::new());
    while let Some(part) = form.next().await? {
        let name = part.name().to_owned();
        let kept = match name.as_str() {
            "boundary" => Some(("grenzen.geojson", LARGEST_BOUNDARY)),
            "osm" => Some(("kaart.osm.pbf", LARGEST_OSM)),
            _ => None,
        };
        match kept {
            Some(_) if files.contains_key(&name) => return Err(FormError::TooManyParts.into()),
            Some((file, largest)) => {
                files.insert(name, save(part, folder, file, largest).await?);
            }
            None if WORDS.contains(&name.as_str()) => {
                words.insert(name, part.words(LONGEST_WORD).await?.trim().to_owned());
            }
            None => part.skip().await?,
        }
    }
    let mut word = |name: &str| words.remove(name).filter(|word: &String| !word.is_empty());
    Ok(ImportRequest {
        boundary: files.remove("boundary").flatten().unwrap_or_else(|| folder.join("grenzen.geojson")),
        layer: word("layer"),
        code_field: word("code_field"),
        name_field: word("name_field"),
        code: word("code"),
        osm: files.remove("osm").flatten().into_iter().collect(),
        replace_map: word("replace_map").as_deref() == Some("1"),
    })
}

/// Writes a file of the form to disk; nothing where none was chosen.
async fn save(
    mut part: Part<'_>,
    folder: &Path,
    name: &str,
    largest: u64,
) -> Result<Option<PathBuf>, Problem> {
    let path = folder.join(name);
    let failed = |error: std::io::Error| Problem::internal(&error);
    let mut file = tokio::fs::File::create(&path).await.map_err(failed)?;
    let mut bytes = 0;
    while let Some(chunk) = part.chunk().await? {
        bytes += u64::try_from(chunk.len()).unwrap_or(u64::MAX);
        if bytes > largest {
            return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large"));
        }
        file.write_all(&chunk).await.map_err(failed)?;
    }
    file.flush().await.map_err(failed)?;
    Ok((bytes > 0).then_some(path))
}
