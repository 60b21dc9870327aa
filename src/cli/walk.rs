//! `buurtblik walk import`

mod told;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, Subcommand};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Failed, open, say};
use crate::input::photos::{self, About, MAX_PHOTO_BYTES, PhotoError, PutPhoto, StoreError};
use crate::input::pins::{self, OUTSIDE_M};
use crate::input::session::{self, Kind, Wijksessie};
use crate::input::walks::{self, Course, LARGEST_GPX, PhotoFields, Put, Sent, Target, WalkError};
use crate::place::buurt::{self, Place, TrajectArea};
use crate::platform::config::Storage;
use crate::platform::{App, Problem};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Haal een fotowandeling binnen uit een map met foto's.
    Import(Import),
}

#[derive(Args)]
pub(super) struct Import {
    /// De code van de bijeenkomst.
    #[arg(long)]
    session: String,
    /// Map met foto's.
    #[arg(long)]
    photos: PathBuf,
    /// GPX-bestand van de wandeling.
    #[arg(long)]
    gpx: Option<PathBuf>,
    /// Hoeveel de klok van de camera voorloopt op de echte tijd, in seconden of als +uu:mm:ss (achter: met een min).
    #[arg(long, default_value = "0", value_parser = clock, allow_hyphen_values = true)]
    clock_offset: i64,
    /// Naam van de wandeling (standaard: de naam van de map).
    #[arg(long)]
    title: Option<String>,
    /// Soort waarneming: dan is elke foto met een plek ook een stip.
    #[arg(long)]
    kind: Option<Kind>,
    /// Thema van die stippen.
    #[arg(long, requires = "kind")]
    theme: Option<String>,
}

/// Seconds, or hours, minutes and seconds, with a sign if one likes.
fn clock(text: &str) -> Result<i64, String> {
    let wrong = || "gebruik seconden, of +uu:mm:ss".to_owned();
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let parts: Vec<i64> = rest
        .split(':')
        .map(|part| part.parse::<u32>().map(i64::from))
        .collect::<Result<_, _>>()
        .map_err(|_| wrong())?;
    match parts[..] {
        [seconds] => Ok(sign * seconds),
        [hours, minutes, seconds] if minutes < 60 && seconds < 60 => {
            Ok(sign * (hours * 3600 + minutes * 60 + seconds))
        }
        _ => Err(wrong()),
    }
}

/// What became of one photo.
struct Line {
    file: String,
    /// `new`, `again` or `refused`.
    outcome: &'static str,
    /// How it was placed: `gps`, `time` or `none`.
    placed: &'static str,
    /// Why it was refused, or not placed otherwise.
    why: Option<String>,
}

pub(super) async fn run(storage: &Storage, command: Command) -> Result<(), Failed> {
    let Command::Import(asked) = command;
    let app = open(storage).await?;
    let outcome = import(&app, storage, asked).await;
    app.db.close().await;
    outcome
}

/// One import: to which walk photos go, and how they are placed.
struct Work {
    app: App,
    to: Target,
    session: Wijksessie,
    area: Arc<TrajectArea>,
    course: Option<Course>,
    /// Why no photo can be placed by its time along the route.
    timeless: Option<&'static str>,
    asked: Import,
}

async fn import(app: &App, storage: &Storage, asked: Import) -> Result<(), Failed> {
    let files = files(&asked.photos)?;
    let track = asked.gpx.as_deref().map(read_small).transpose()?;
    let session = session::find(app, &asked.session).await?;
    let area = buurt::area(app, &session.buurten).await?;
    let recording =
        track.as_deref().map(walks::read_gpx).transpose().map_err(|error| told::refusal(error.into()))?;
    let course = recording
        .as_ref()
        .map(|recording| Course::of(&area, recording))
        .transpose()
        .map_err(told::refusal)?;
    if let Some(track) = track.as_deref() {
        // Before there is a walk: nothing of what is refused stays.
        walks::check_track(&area, track).map_err(told::refusal)?;
    }
    // As they were taken, whatever they are called.
    let order = order(&files, asked.clock_offset).await?;
    let theme = asked.theme.as_deref();
    pins::check_place(app, &session, theme, None).await.map_err(|error| sentence(error.into()))?;
    // The same folder is the same walk of the same somebody, however often it is read.
    let folder = asked.photos.canonicalize()?;
    let made =
        |what: &[u8]| app.keys.uuid(&[what, session.code.as_bytes(), folder.as_os_str().as_encoded_bytes()]);
    let (walk, participant) = (made(b"import walk"), made(b"import participant"));
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let title = asked.title.clone().unwrap_or(name);
    walks::check_title(&title).map_err(crate::platform::texts::t)?;
    match walks::put(app, &session.code, walk, title, participant).await {
        // Read before under another name: it keeps that.
        Ok(_) | Err(WalkError::Conflict) => {}
        Err(error) => return Err(sentence(error)),
    }
    let to = Target::find(app, &session.code, walk, participant).await.map_err(sentence)?;
    if let Some(track) = track {
        // First, so that nothing is ever kept where it is about to be cut away.
        let put = walks::put_track(app, to.clone(), track, Sent::Whole).await.map_err(told::refusal)?;
        let of_route = match put {
            Put::Again => "De route stond er al.",
            Put::New => "Route bewaard, zonder begin en eind en zonder plekken waar u lang bleef.",
        };
        say_to_people(storage, &[of_route])?;
    }
    let told = told::remarks(recording.as_ref(), course.as_ref());
    let timeless = recording.as_ref().and_then(told::timeless);
    say_to_people(storage, &told)?;
    let work = Work { app: app.clone(), to, session, area, course, timeless, asked };
    let mut lines = Vec::new();
    for (file, number) in files.iter().zip(order) {
        let line = work.one(number, file).await?;
        if !storage.json {
            say(&line.sentence())?;
        }
        lines.push(line);
    }
    finish(storage, walk, &lines, &told)
}

/// Says these sentences, where no machine listens.
fn say_to_people(storage: &Storage, sentences: &[impl AsRef<str>]) -> Result<(), Failed> {
    let heard = if storage.json { &[] } else { sentences };
    heard.iter().try_for_each(|sentence| say(sentence.as_ref()))
}

fn finish(storage: &Storage, walk: Uuid, lines: &[Line], told: &[String]) -> Result<(), Failed> {
    let count = |outcome| lines.iter().filter(|line| line.outcome == outcome).count();
    let (new, again, refused) = (count("new"), count("again"), count("refused"));
    if storage.json {
        let photos: Vec<Value> = lines.iter().map(Line::json).collect();
        return say(&json!({"walk": walk, "new": new, "again": again, "refused": refused, "photos": photos, "told": told})
            .to_string());
    }
    say(&format!(
        "Klaar: {new} nieuw, {again} stonden er al, {refused} geweigerd. Een begeleider bekijkt de foto's eerst."
    ))
}

/// What is said to somebody at a command line: as on a page, in one line.
fn sentence(error: WalkError) -> Failed {
    told(&Problem::from(error)).into()
}

/// What is wrong, and what to do about it.
fn told(problem: &Problem) -> String {
    format!("{}. {}", problem.title(), problem.detail())
}

/// The files of a folder by name, hidden ones and tracks left out.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failed> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let entry = entry.map_err(told)?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let is_photo = !name.starts_with('.') && Path::new(&name).extension().is_none_or(|end| end != "gpx");
        if is_photo && entry.path().is_file() {
            files.push(entry.path());
        }
    }
    if files.is_empty() {
        return Err(format!("In {} staan geen foto's.", folder.display()).into());
    }
    files.sort();
    Ok(files)
}

fn read_small(file: &Path) -> Result<Vec<u8>, Failed> {
    let told = |error: std::io::Error| format!("{}: {error}", file.display());
    if std::fs::metadata(file).map_err(told)?.len() > LARGEST_GPX as u64 {
        return Err(told::refusal(walks::GpxError::TooLarge.into()));
    }
    Ok(std::fs::read(file).map_err(told)?)
}

/// The numbers of the files in the order in which they were taken; where no camera says so, after those and by name.
///
/// # Errors
/// None of them is a photo: then nothing begins.
async fn order(files: &[PathBuf], ahead: i64) -> Result<Vec<u32>, Failed> {
    let mut taken = Vec::new();
    let (mut first, mut readable) = (None, false);
    for (number, file) in files.iter().enumerate() {
        let camera = read_photo(file).await?.and_then(|bytes| Ok(photos::camera(&photos::measure(&bytes)?)));
        let time = match camera {
            Ok(camera) => {
                readable = true;
                camera.taken(ahead)
            }
            Err(error) => {
                first = first.or(Some((file, error)));
                None
            }
        };
        taken.push((time.is_none(), time, number));
    }
    if let (false, Some((file, error))) = (readable, first) {
        let why = told(&Problem::from(WalkError::from(error)));
        return Err(format!("Geen bestand in deze map kan binnenkomen. {}: {why}", file.display()).into());
    }
    taken.sort_unstable();
    let mut order = vec![0; files.len()];
    for (at, (_, _, number)) in taken.into_iter().enumerate() {
        order[number] = u32::try_from(at).unwrap_or(u32::MAX);
    }
    Ok(order)
}

/// The bytes of a photo, where it is not too large.
async fn read_photo(file: &Path) -> Result<Result<Vec<u8>, PhotoError>, Failed> {
    let size = tokio::fs::metadata(file).await?.len();
    if size > MAX_PHOTO_BYTES as u64 {
        return Ok(Err(PhotoError::TooManyBytes { bytes: size }));
    }
    Ok(Ok(tokio::fs::read(file).await?))
}

impl Work {
    async fn one(&self, number: u32, file: &Path) -> Result<Line, Failed> {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let refused = |why: WalkError| Line {
            file: name.clone(),
            outcome: "refused",
            placed: "none",
            why: Some(told(&Problem::from(why))),
        };
        let read = read_photo(file).await?;
        let camera = read
            .as_ref()
            .map_err(Clone::clone)
            .and_then(|bytes| Ok(photos::camera(&photos::measure(bytes)?)));
        let (bytes, camera) = match (read, camera) {
            (Ok(bytes), Ok(camera)) => (bytes, camera),
            (_, Err(error)) | (Err(error), _) => return Ok(refused(error.into())),
        };
        let (placed, place, why) = self.place(&camera);
        // From the picture alone: the same photo in another folder is the same photo.
        let id = self.app.keys.uuid(&[b"import photo", self.session.code.as_bytes(), &bytes]);
        let (kind, theme) = (self.asked.kind, self.asked.theme.clone());
        let about = About { place, kind, theme, at: number, ..About::default() };
        let told = PhotoFields { about, settled: self.course.is_some(), ..PhotoFields::default() };
        let mut seat = photos::pool(&self.app).seat(&self.session.code);
        seat.take(bytes.len()).await?;
        let (outcome, why) = match walks::put_photo(&self.app, self.to.clone(), id, seat, bytes, told).await {
            Ok(PutPhoto::New) => ("new", why),
            // Here already, perhaps at another place by now.
            Ok(PutPhoto::Again) | Err(WalkError::Photo(StoreError::Conflict)) => ("again", None),
            Err(error @ (WalkError::Fault(_) | WalkError::Session(_) | WalkError::Failed(_))) => {
                return Err(sentence(error));
            }
            Err(WalkError::Photo(error @ (StoreError::Fault(_) | StoreError::Files(_)))) => {
                return Err(error.into());
            }
            Err(error) => return Ok(refused(error)),
        };
        Ok(Line { file: name, outcome, placed, why })
    }

    /// By the place in the photo where that can be, else by its time along the track, else not.
    fn place(&self, camera: &photos::Camera) -> (&'static str, Option<Place>, Option<String>) {
        let inside = |place: &Place| self.area.metres_outside(place.lon, place.lat) <= OUTSIDE_M;
        let settled = |by, place, why: Option<&str>| {
            let to = self.course.as_ref().map_or(Some(place), |course| course.settle(&self.area, place));
            match to {
                Some(to) => (by, Some(to), why.map(str::to_owned)),
                None => ("none", None, Some("gemaakt waar misschien iemand woont".to_owned())),
            }
        };
        let elsewhere = match camera.place {
            Some(place) if inside(&place) => return settled("gps", place, None),
            Some(_) => Some("de plek in de foto ligt buiten de buurt"),
            None if camera.odd_place => Some("de plek in de foto is niet te lezen"),
            None => None,
        };
        let taken = camera.taken(self.asked.clock_offset);
        let along = self.course.as_ref();
        let by_time = along.zip(taken).and_then(|(course, taken)| course.place_at(&self.area, taken));
        if let Some(place) = by_time.filter(inside) {
            return settled("time", place, elsewhere);
        }
        let late = match taken {
            None if camera.odd_time => "de tijd in de foto is niet te lezen",
            None => "geen tijd in de foto",
            Some(_) if along.is_none() => "geen route",
            Some(_) => self.timeless.unwrap_or("de tijd van de foto valt buiten de route, of in een pauze"),
        };
        let why = match (elsewhere, late) {
            (None, "geen tijd in de foto") => "geen plek en geen tijd in de foto".to_owned(),
            (None, "geen route") => "geen plek in de foto, en geen route".to_owned(),
            (None, late) => late.to_owned(),
            (Some(elsewhere), late) if along.is_none() || late == "geen tijd in de foto" => {
                elsewhere.to_owned()
            }
            (Some(elsewhere), late) => format!("{elsewhere}, en {late}"),
        };
        ("none", None, Some(why))
    }
}

impl Line {
    fn json(&self) -> Value {
        json!({"file": self.file, "outcome": self.outcome, "placed": self.placed, "why": self.why})
    }

    fn sentence(&self) -> String {
        let what = match (self.outcome, self.placed) {
            ("refused", _) => "geweigerd",
            ("again", _) => "stond er al",
            (_, "gps") => "geplaatst met de plek in de foto",
            (_, "time") => "geplaatst met de tijd en de route",
            _ => "bewaard zonder plek",
        };
        let why = self.why.as_ref().map_or_else(String::new, |why| format!(": {why}"));
        format!("{}: {what}{why}", self.file)
    }
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn a_clock_that_is_off_is_told_in_seconds_or_in_hours() {
        assert_eq!([clock("90"), clock("-90"), clock("+01:00:05")], [Ok(90), Ok(-90), Ok(3605)]);
        assert_eq!(clock("-00:02:00"), Ok(-120));
        for wrong in ["", "een uur", "1:2", "00:61:00", "--5", "1e9"] {
            assert!(clock(wrong).is_err(), "{wrong}");
        }
    }
}
