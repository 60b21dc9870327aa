//! `/beheer/buurten`: the buurten there are, and importing more with a browser.

#![allow(clippy::result_large_err, reason = "what goes wrong is answered at once, as a page")]

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, Multipart, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use tokio::io::AsyncWriteExt as _;

use super::AreaError;
use super::page::{self, Told};
use super::service::{self, ImportRequest};
use crate::accounts::{Right, SignedPage};
use crate::platform::{App, Problem};
use crate::ui::show;
use crate::ui::texts::tv;

/// The largest file of boundaries, and the largest of OpenStreetMap: a district. Larger ones go by the command line.
const LARGEST_BOUNDARY: u64 = 40_000_000;
const LARGEST_OSM: u64 = 100_000_000;
/// What a field of words may hold.
const LONGEST_WORD: usize = 200;
/// The form has six.
const MOST_FIELDS: usize = 20;

/// The pages of this room.
pub(super) fn routes() -> Router<App> {
    let largest = usize::try_from(LARGEST_BOUNDARY + LARGEST_OSM).unwrap_or(usize::MAX);
    Router::new().route("/beheer/buurten", get(list).post(add).layer(DefaultBodyLimit::max(largest)))
}

async fn shown(app: &App, told: Option<Told>) -> Result<Response, Response> {
    let all = service::kept(app).await.map_err(|error| show(app, Problem::internal(&error)))?;
    Ok(page::list(app, &all, told))
}

async fn list(State(app): State<App>, signed: SignedPage) -> Result<Response, Response> {
    signed.may(&app, Right::ManageBuurten, None).await?;
    shown(&app, None).await
}

async fn add(State(app): State<App>, signed: SignedPage, form: Multipart) -> Result<Response, Response> {
    let by = signed.may(&app, Right::ManageBuurten, None).await?;
    let folder = tempfile::tempdir().map_err(|error| show(&app, Problem::internal(&error)))?;
    let sent = read(form, folder.path()).await.map_err(|problem| show(&app, problem))?;
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
            Told::Done(told)
        }
        Err(error @ (AreaError::Db(_) | AreaError::Pack(_) | AreaError::Random(_))) => {
            return Err(show(&app, Problem::internal(&error)));
        }
        // The sentence names what is wrong; where the file lay for a moment is nobody's business.
        Err(error) => Told::Refused(error.to_string().replace(&format!("{}/", folder.path().display()), "")),
    };
    shown(&app, Some(told)).await
}

/// The form: its files on disk for a moment, its words in memory.
async fn read(mut form: Multipart, folder: &Path) -> Result<ImportRequest, Problem> {
    let wrong = |_| Problem::new(StatusCode::BAD_REQUEST, "request");
    let too_large = || Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large");
    let (mut words, mut files) = (HashMap::new(), HashMap::new());
    let mut fields = 0;
    while let Some(mut field) = form.next_field().await.map_err(wrong)? {
        fields += 1;
        if fields > MOST_FIELDS {
            return Err(too_large());
        }
        let name = field.name().unwrap_or_default().to_owned();
        let kept = match name.as_str() {
            "boundary" => Some(("grenzen.geojson", LARGEST_BOUNDARY)),
            "osm" => Some(("kaart.osm.pbf", LARGEST_OSM)),
            _ => None,
        };
        if let Some((file, largest)) = kept {
            files.insert(name, save(field, folder, file, largest).await?);
            continue;
        }
        let mut word = Vec::new();
        while let Some(chunk) = field.chunk().await.map_err(wrong)? {
            word.extend_from_slice(&chunk);
            if word.len() > 4 * LONGEST_WORD {
                return Err(too_large());
            }
        }
        let word = String::from_utf8_lossy(&word);
        words.insert(name, word.trim().chars().take(LONGEST_WORD).collect::<String>());
    }
    let mut word = |name: &str| words.remove(name).unwrap_or_default();
    Ok(ImportRequest {
        boundary: files.remove("boundary").flatten().unwrap_or_else(|| folder.join("grenzen.geojson")),
        code_field: word("code_field"),
        name_field: word("name_field"),
        code: Some(word("code")).filter(|code| !code.is_empty()),
        osm: files.remove("osm").flatten().into_iter().collect(),
        replace_map: word("replace_map") == "1",
    })
}

/// Writes a file of the form to disk; nothing where none was chosen.
async fn save(
    mut field: Field<'_>,
    folder: &Path,
    name: &str,
    largest: u64,
) -> Result<Option<PathBuf>, Problem> {
    let path = folder.join(name);
    let failed = |error: std::io::Error| Problem::internal(&error);
    let mut file = tokio::fs::File::create(&path).await.map_err(failed)?;
    let mut bytes = 0;
    while let Some(chunk) =
        field.chunk().await.map_err(|_| Problem::new(StatusCode::BAD_REQUEST, "request"))?
    {
        bytes += u64::try_from(chunk.len()).unwrap_or(u64::MAX);
        if bytes > largest {
            return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large"));
        }
        file.write_all(&chunk).await.map_err(failed)?;
    }
    file.flush().await.map_err(failed)?;
    Ok((bytes > 0).then_some(path))
}
